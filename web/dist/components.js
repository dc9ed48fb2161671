import{GroundworkFeedback as U}from"./assets/groundwork-feedback-CpgkSbbs.js";import{c as g}from"./assets/groundwork-plan-COOPKu78.js";import{G as Y}from"./assets/groundwork-plan-COOPKu78.js";import{i as G,b as d,A as y}from"./assets/tokens-BHm-NQ-a.js";import{b as x,l as $,n as k,G as P,e as T}from"./assets/keyed-C3NSIK0U.js";import{L as O}from"./assets/loading-DoX6Yigb.js";import{r as C}from"./assets/repeat-CF4rPmZd.js";import{GroundworkComments as j}from"./assets/groundwork-comments-OnIUN0zr.js";import{GroundworkProposals as tr}from"./assets/groundwork-proposals-p_nzeqz-.js";import{GroundworkTalk as or}from"./assets/groundwork-talk-B_UIn0iq.js";import{GroundworkTeam as sr}from"./assets/groundwork-team-DWG4AF5F.js";import"./assets/card-B4CE7Z_M.js";import"./assets/disclosure-CyMoD1Oa.js";import"./assets/field-Bh93jtox.js";import"./assets/reference-4xcUGRxY.js";import"./assets/tabs-DclRPEoJ.js";import"./assets/focus-_KbizA1f.js";import"./assets/suggest-BhrS97WI.js";import"./assets/download-Dy9FgwXI.js";import"./assets/texts-DEqWGFxP.js";import"./assets/table-BHrrHv5Q.js";var E=Object.defineProperty,W=Object.getOwnPropertyDescriptor,w=t=>{throw TypeError(t)},u=(t,r,e,a)=>{for(var o=a>1?void 0:a?W(r,e):r,n=t.length-1,s;n>=0;n--)(s=t[n])&&(o=(a?s(r,e,o):s(o))||o);return a&&o&&E(r,e,o),o},v=(t,r,e)=>r.has(t)||w("Cannot "+e),c=(t,r,e)=>(v(t,r,"read from private field"),e?e.call(t):r.get(t)),h=(t,r,e)=>r.has(t)?w("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(t):r.set(t,e),q=(t,r,e)=>(v(t,r,"access private method"),e),p,l,_;let m=class extends P{constructor(){super(...arguments),h(this,l),this.planId="",h(this,p,new O(this,()=>[this.planId],([t],r)=>q(this,l,_).call(this,t,r)))}view(){const{plan:t}=this.t;return c(this,p).show(({plan:r,items:e,me:a})=>r===void 0?d`<gw-empty icon="flag" heading=${t.actions.empty} text=${t.actions.emptyText}></gw-empty>`:d`<div class="page-head">
          <h1>${t.actions.title}</h1>
          <p dir="auto">${r.title}</p>
          ${r.progress_percent===null?y:d`<gw-progress class="whole" show-value value=${r.progress_percent}></gw-progress>`}
        </div>
        <gw-plan-actions
          .plan=${r}
          .items=${e}
          .areas=${r.answers.development_areas}
          person=${a.person?.id??""}
          ?may-comment=${C(r,a,[]).comments}
          @changed=${()=>void c(this,p).reload()}
        ></gw-plan-actions>`)}};p=new WeakMap;l=new WeakSet;_=async function(t,r){const e=await this.api.me(),a=e.person?.id??"",o=t!==""?this.api.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:t}},signal:r}).then(({data:i})=>i):this.api.GET("/v1/plans",{params:{query:{owner_id:a,sort:"-created_at",limit:50}},signal:r}).then(({data:i})=>g(i.items)),n=i=>this.api.GET("/v1/plans/{plan_id}/action-items",{params:{path:{plan_id:i},query:{limit:100}},signal:r});if(t!==""){const[i,{data:f}]=await Promise.all([o,n(t)]);return{me:e,plan:i,items:f.items}}const s=await o;return{me:e,plan:s,items:s===void 0?[]:(await n(s.id)).data.items}};m.styles=[x,$,G`
      .whole {
        max-inline-size: 24rem;
      }
    `];u([k({attribute:"plan-id"})],m.prototype,"planId",2);m=u([T("groundwork-progress")],m);export{j as GroundworkComments,U as GroundworkFeedback,Y as GroundworkPlan,m as GroundworkProgress,tr as GroundworkProposals,or as GroundworkTalk,sr as GroundworkTeam};
