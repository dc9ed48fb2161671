import{GroundworkFeedback as R}from"./assets/groundwork-feedback-CFjpRqml.js";import{c as g,l as G}from"./assets/groundwork-plan-CA0wlYtt.js";import{G as X}from"./assets/groundwork-plan-CA0wlYtt.js";import{i as x,b as m,A as y}from"./assets/tokens-BHm-NQ-a.js";import{b as k,l as P,n as $,G as T,e as C}from"./assets/keyed-BQU6DYIj.js";import{L as E}from"./assets/loading-5ZtkC9Uh.js";import{GroundworkComments as Z}from"./assets/groundwork-comments-DHk9QKKE.js";import{GroundworkProposals as rr}from"./assets/groundwork-proposals-DV5TxiUO.js";import{GroundworkTalk as er}from"./assets/groundwork-talk-C1Fs25aL.js";import{GroundworkTeam as or}from"./assets/groundwork-team-CZtBB2VK.js";import"./assets/repeat-HalBMLeq.js";import"./assets/card-Dd3ArcMb.js";import"./assets/disclosure-C8EoF1yV.js";import"./assets/field-Ffi_UcKu.js";import"./assets/reference-sGqLfXr4.js";import"./assets/tabs-D4kXjF71.js";import"./assets/focus-Cx0kKkix.js";import"./assets/suggest-DFyUjhEI.js";import"./assets/download-Dy9FgwXI.js";import"./assets/texts-DEqWGFxP.js";import"./assets/table-DgvKWY99.js";var O=Object.defineProperty,I=Object.getOwnPropertyDescriptor,h=t=>{throw TypeError(t)},w=(t,r,e,a)=>{for(var o=a>1?void 0:a?I(r,e):r,s=t.length-1,l;s>=0;s--)(l=t[s])&&(o=(a?l(r,e,o):l(o))||o);return a&&o&&O(r,e,o),o},u=(t,r,e)=>r.has(t)||h("Cannot "+e),d=(t,r,e)=>(u(t,r,"read from private field"),e?e.call(t):r.get(t)),c=(t,r,e)=>r.has(t)?h("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(t):r.set(t,e),v=(t,r,e)=>(u(t,r,"access private method"),e),i,n,_,f;let p=class extends T{constructor(){super(...arguments),c(this,n),this.planId="",c(this,i,new E(this,()=>[this.planId],([t],r)=>v(this,n,_).call(this,t,r)))}view(){const{plan:t}=this.t;return d(this,i).show(({plan:r,items:e,me:a})=>r===void 0?m`<gw-empty icon="flag" heading=${t.actions.empty} text=${t.actions.emptyText}></gw-empty>`:m`<div class="page-head">
          <h1>${t.actions.title}</h1>
          <p dir="auto">${r.title}</p>
          ${r.progress_percent===null?y:m`<gw-progress class="whole" show-value value=${r.progress_percent}></gw-progress>`}
        </div>
        <gw-plan-actions
          .plan=${r}
          .items=${e}
          .areas=${r.answers.development_areas}
          .me=${a}
          @changed=${()=>void d(this,i).reload()}
        ></gw-plan-actions>`)}};i=new WeakMap;n=new WeakSet;_=async function(t,r){const e=await this.api.me(),a={plan_id:t||await v(this,n,f).call(this,e,r)};if(a.plan_id==="")return{me:e,plan:void 0,items:[]};const[o,s]=await Promise.all([this.api.GET("/v1/plans/{plan_id}",{params:{path:a},signal:r}),this.api.GET("/v1/plans/{plan_id}/action-items",{params:{path:a,query:{limit:100}},signal:r})]);return{me:e,plan:o.data,items:s.data.items}};f=async function(t,r){return g(await G(this.api,t.person?.id??"",r))?.id??""};p.styles=[k,P,x`
      .whole {
        max-inline-size: 24rem;
      }
    `];w([$({attribute:"plan-id"})],p.prototype,"planId",2);p=w([C("groundwork-progress")],p);export{Z as GroundworkComments,R as GroundworkFeedback,X as GroundworkPlan,p as GroundworkProgress,rr as GroundworkProposals,er as GroundworkTalk,or as GroundworkTeam};
