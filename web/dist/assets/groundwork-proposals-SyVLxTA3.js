import{i as Y,A as h,b as l}from"./tokens-BHm-NQ-a.js";import{b as F,l as J,n as b,r as q,G as K,e as Q,t as I,u as vt}from"./keyed-B3djp2YV.js";import{r as mt,c as N}from"./repeat-BZTTzpD0.js";import{L as ft}from"./loading-C0IjG4Yb.js";import"./disclosure-Qm-eBJ5U.js";import"./field-CFRL2lVk.js";import{f as B,b as g,A as gt}from"./focus-BCs-FBp8.js";import{r as _t,f as $t}from"./groundwork-plan-DvcoIwrr.js";import{o as X}from"./texts-DEqWGFxP.js";import"./tabs-BHaaiGr6.js";import"./reference-nE9eMWhB.js";import"./card-BMW0A7DP.js";import"./suggest-DxvjzHf3.js";import"./download-Dy9FgwXI.js";var yt=Object.defineProperty,kt=Object.getOwnPropertyDescriptor,Z=t=>{throw TypeError(t)},$=(t,e,i,s)=>{for(var a=s>1?void 0:s?kt(e,i):e,r=t.length-1,p;r>=0;r--)(p=t[r])&&(a=(s?p(e,i,a):p(a))||a);return s&&a&&yt(e,i,a),a},j=(t,e,i)=>e.has(t)||Z("Cannot "+i),M=(t,e,i)=>(j(t,e,"read from private field"),i?i.call(t):e.get(t)),bt=(t,e,i)=>e.has(t)?Z("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),f=(t,e,i)=>(j(t,e,"access private method"),i),c,S,P,tt,et,L;const R={title:"",description:"",development_area_id:"",due_on:"",template_id:""};let m=class extends K{constructor(){super(...arguments),bt(this,c),this.mode="propose",this.areas=[],this.place="",this.busy=!1,this.missing=!1}view(){const{talk:t,common:e}=this.t,{title:i,description:s,development_area_id:a,due_on:r,template_id:p}=M(this,c,S),w=this.mode==="accept",{proposal:x}=this,u=w&&x?.development_area_id&&a!==""?[]:[{value:"",label:t.noArea}],v=d=>d.target.value;return l`<div class="stack">
      <div class="fields">
        ${w?h:l`<gw-templates
              class="wide"
              .areas=${this.areas}
              value=${p}
              @pick=${({detail:d})=>f(this,c,tt).call(this,d)}
            ></gw-templates>`}
        <gw-text-field
          class="wide"
          label=${t.action}
          hint=${w?void 0:t.actionHint}
          maxlength="200"
          .value=${i}
          .error=${this.missing?t.actionMissing:void 0}
          @input=${d=>f(this,c,P).call(this,{title:v(d)})}
        ></gw-text-field>
        ${w?h:l`<gw-text-field
              class="wide"
              multiline
              rows="2"
              label=${t.why}
              maxlength="4000"
              .value=${s}
              @input=${d=>f(this,c,P).call(this,{description:v(d)})}
            ></gw-text-field>`}
        <gw-select
          label=${t.area}
          .options=${[...u,...this.areas.map(({id:d,name:C})=>({value:d,label:C}))]}
          .value=${a}
          @change=${d=>f(this,c,P).call(this,{development_area_id:v(d)})}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${t.due}
          min=${this.locale.format.today()}
          .value=${r}
          @input=${d=>f(this,c,P).call(this,{due_on:v(d)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?h:l`<gw-error inline .error=${this.error} @retry=${()=>f(this,c,L).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" size="small" ?busy=${this.busy} @click=${()=>f(this,c,L).call(this)}>
          ${w?t.accept:t.propose}
        </gw-button>
        <gw-button variant="quiet" size="small" @click=${()=>f(this,c,et).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}firstUpdated(){B(this,"gw-text-field")}};c=new WeakSet;S=function(){const{proposal:t}=this,e=t&&{...R,title:t.title,development_area_id:this.areas.find(({id:i})=>i===t.development_area_id)?.id??"",due_on:t.due_on??""};return g(this.api).get(this.place)??e??R};P=function(t){g(this.api).keep(this.place,{...M(this,c,S),...t}),this.missing=!1,this.requestUpdate()};tt=function({before:t,after:e}){const i=s=>{const{links:a,...r}=$t(s,this.areas,this.locale.format.today());return r};f(this,c,P).call(this,_t(M(this,c,S),i(t),i(e)))};et=function(){g(this.api).keep(this.place),this.dispatchEvent(new Event("leave"))};L=function(){const{title:t,description:e,development_area_id:i,due_on:s,template_id:a}=M(this,c,S);if(this.missing=t.trim()==="",this.missing){this.renderRoot.querySelector("gw-text-field")?.focus();return}const r={title:t.trim(),development_area_id:i||null,due_on:s||null,...this.mode==="propose"&&{description:e.trim()||null,template_id:a||null}};this.dispatchEvent(new CustomEvent("send",{detail:r}))};m.styles=[F,J,X,Y`
      :host {
        container-type: inline-size;
      }
      .stack {
        max-inline-size: var(--groundwork-measure);
      }
      .fields {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        .fields {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `];$([b()],m.prototype,"mode",2);$([b({attribute:!1})],m.prototype,"proposal",2);$([b({attribute:!1})],m.prototype,"areas",2);$([b()],m.prototype,"place",2);$([b({type:Boolean})],m.prototype,"busy",2);$([b({attribute:!1})],m.prototype,"error",2);$([q()],m.prototype,"missing",2);m=$([Q("gw-propose")],m);var xt=Object.defineProperty,Pt=Object.getOwnPropertyDescriptor,it=t=>{throw TypeError(t)},A=(t,e,i,s)=>{for(var a=s>1?void 0:s?Pt(e,i):e,r=t.length-1,p;r>=0;r--)(p=t[r])&&(a=(s?p(e,i,a):p(a))||a);return s&&a&&xt(e,i,a),a},H=(t,e,i)=>e.has(t)||it("Cannot "+i),_=(t,e,i)=>(H(t,e,"read from private field"),i?i.call(t):e.get(t)),W=(t,e,i)=>e.has(t)?it("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),V=(t,e,i,s)=>(H(t,e,"write to private field"),e.set(t,i),i),n=(t,e,i)=>(H(t,e,"access private method"),i),E,O,o,st,at,z,rt,ot,nt,y,lt,U,pt,dt,D,G,T;const Ot={proposed:["info","message"],accepted:["positive","check-circle"],declined:["neutral","close"],withdrawn:["neutral","arrow-left"]};let k=class extends K{constructor(){super(...arguments),W(this,o),this.planId="",this.busy="",W(this,E,new gt),W(this,O,new ft(this,()=>[this.planId],async([t],e)=>{const i={plan_id:t},[s,a,r]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:i},signal:e}),this.api.GET("/v1/plans/{plan_id}/proposals",{params:{path:i,query:{limit:100}},signal:e})]);return{me:s,rights:mt(a.data,s),plan:a.data,proposals:r.data.items,more:r.data.next_cursor!==null}})),W(this,z,"")}view(){return _(this,O).show(t=>n(this,o,st).call(this,t),()=>l`<gw-skeleton lines="2"></gw-skeleton>`)}};E=new WeakMap;O=new WeakMap;o=new WeakSet;st=function(t){const{talk:e}=this.t,{proposals:i,rights:s}=t,a=s.owns,r=({status:u})=>u==="proposed",p=i.filter(r),w=i.filter(u=>!r(u)).reverse(),x=u=>n(this,o,at).call(this,t,u,a);return l`<div class="stack">
      ${p.length===0?l`<p class="muted">${a?e.noProposals:e.noProposalsYet}</p>`:l`<ul role="list" class="list" aria-label=${e.openProposals}>
            ${N(p,({id:u})=>u,x)}
          </ul>`}
      ${s.proposes?n(this,o,nt).call(this,t):h}
      ${w.length===0?h:l`<gw-disclosure label=${e.decided(w.length)}>
            <ul role="list" class="list">
              ${N(w,({id:u})=>u,x)}
            </ul>
          </gw-disclosure>`}
      ${t.more?l`<p class="muted small">${e.notAll}</p>`:h}
    </div>`};at=function(t,e,i){const{talk:s}=this.t,{id:a,title:r,description:p,author:w,development_area_id:x,due_on:u,status:v,answer:d}=e,C=t.plan.answers.development_areas.find(wt=>wt.id===x),[ct,ht]=Ot[v],ut=e.author_id===t.me.person?.id;return l`<li class="proposal" id="p-${a}">
      <div class="head">
        <h3>${r}</h3>
        ${v==="proposed"&&i?h:l`<gw-pill tone=${ct} icon=${ht}>${s.proposalStatus[v]}</gw-pill>`}
      </div>
      ${p?l`<p class="text" dir="auto">${p}</p>`:h}
      <p class="facts">
        <span>${s.by(w.display_name)}</span>
        ${C?l`<span>${s.worksOn(C.name)}</span>`:h}
        ${u?l`<span>${s.dueOn(this.locale.format.date(u))}</span>`:h}
      </p>
      ${d?l`<p class="text answer" dir="auto">${d}</p>`:h}
      ${v==="proposed"?n(this,o,rt).call(this,t,e,i,ut):h}
      ${this.error!==void 0&&_(this,z)===a&&(this.doing===void 0||v!=="proposed")?l`<gw-error inline no-retry .error=${this.error}></gw-error>`:h}
    </li>`};z=new WeakMap;rt=function(t,e,i,s){const{talk:a}=this.t,{id:r}=e,p=this.doing?.id===r?this.doing.what:void 0;return p==="adapt"?l`<gw-propose
        mode="accept"
        place="accept ${r}"
        .proposal=${e}
        .areas=${t.plan.answers.development_areas}
        ?busy=${this.busy===r}
        .error=${this.error}
        @send=${w=>void n(this,o,U).call(this,e,w.detail)}
        @leave=${()=>n(this,o,y).call(this,void 0)}
      ></gw-propose>`:p==="decline"?n(this,o,ot).call(this,e):i?l`<div class="row">
        <gw-button size="small" icon="check" ?busy=${this.busy===r} @click=${()=>void n(this,o,U).call(this,e,{})}>
          ${a.accept}
        </gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>n(this,o,y).call(this,{what:"adapt",id:r})}>${a.adapt}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>n(this,o,y).call(this,{what:"decline",id:r})}>${a.decline}</gw-button>
      </div>`:s?l`<div class="row">
          <gw-button size="small" variant="quiet" ?busy=${this.busy===r} @click=${()=>void n(this,o,dt).call(this,e)}>
            ${a.withdraw}
          </gw-button>
        </div>`:h};ot=function(t){const{talk:e,common:i}=this.t,s=`decline ${t.id}`,a=g(this.api);return l`<div class="stack tight">
      <gw-text-field
        class="word"
        multiline
        rows="2"
        maxlength="2000"
        label=${e.declineWord(t.author.display_name)}
        hint=${i.optional}
        .value=${a.get(s)??""}
        @input=${r=>a.keep(s,r.target.value||void 0)}
      ></gw-text-field>
      ${this.error===void 0?h:l`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy===t.id} @click=${()=>void n(this,o,pt).call(this,t)}>${e.decline}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>n(this,o,y).call(this,void 0)}>${i.cancel}</gw-button>
      </div>
    </div>`};nt=function({plan:t}){const{talk:e}=this.t,i=`proposal ${t.id}`;return this.doing?.what!=="propose"&&g(this.api).get(i)===void 0?l`<div class="row">
        <gw-button class="propose" size="small" icon="plus" @click=${()=>n(this,o,y).call(this,{what:"propose",id:""})}>${e.proposeAction}</gw-button>
      </div>`:l`<section class="form">
      <h3>${e.proposeAction}</h3>
      <p class="muted small">${e.proposeText(t.owner.display_name)}</p>
      <gw-propose
        place=${i}
        .areas=${t.answers.development_areas}
        ?busy=${this.busy==="propose"}
        .error=${this.error}
        @send=${s=>void n(this,o,lt).call(this,s.detail,i)}
        @leave=${()=>n(this,o,y).call(this,void 0)}
      ></gw-propose>
    </section>`};y=function(t){const e=this.doing;this.doing=t,this.error=void 0,t?.what==="decline"?B(this,".word"):t===void 0&&e!==void 0&&B(this,e.what==="propose"?".propose":`#p-${e.id} gw-button`)};lt=function(t,e){return n(this,o,T).call(this,"propose",async()=>{const i={path:{plan_id:this.planId},header:_(this,E).header(t)},{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals",{params:i,body:t});g(this.api).keep(e),n(this,o,G).call(this,s),I(this,this.t.talk.proposed)})};U=function(t,e){return n(this,o,T).call(this,t.id,async()=>{const i=n(this,o,D).call(this,t,["accept",e]),{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/accept",{params:i,body:e});g(this.api).keep(`accept ${t.id}`),n(this,o,G).call(this,s),this.emit("groundwork-plan-changed",{planId:this.planId}),I(this,this.t.talk.accepted)})};pt=function(t){const e=`decline ${t.id}`;return n(this,o,T).call(this,t.id,async()=>{const i={answer:g(this.api).get(e)?.trim()||null},s=n(this,o,D).call(this,t,["decline",i]),{data:a}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/decline",{params:s,body:i});g(this.api).keep(e),n(this,o,G).call(this,a),I(this,this.t.talk.declined)})};dt=function(t){return n(this,o,T).call(this,t.id,async()=>{const e=n(this,o,D).call(this,t,["withdraw"]),{data:i}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/withdraw",{params:e,body:{}});n(this,o,G).call(this,i),I(this,this.t.talk.withdrawn)})};D=function({id:t},e){return{path:{plan_id:this.planId,proposal_id:t},header:_(this,E).header([t,e])}};G=function(t){const{value:e}=_(this,O);if(e!==void 0){const{proposals:i}=e,s=!i.some(({id:r})=>r===t.id),a=i.map(r=>r.id===t.id?t:r);_(this,O).value={...e,proposals:s?[...a,t]:a}}};T=async function(t,e){this.busy=t,this.error=void 0,V(this,z,"");try{await e(),_(this,E).done(),this.doing=void 0}catch(i){V(this,z,t),this.error=i;const{kind:s}=vt(i,this.t);(s==="refused"||s==="missing"||s==="conflict")&&_(this,O).reload()}finally{this.busy=""}};k.styles=[F,J,X,Y`
      .list {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
      }
      .proposal,
      .form {
        display: grid;
        gap: var(--groundwork-space-3);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
      }
      h3 {
        flex: 1 1 12rem;
        min-inline-size: 0;
        font-size: var(--groundwork-text-m);
        unicode-bidi: plaintext;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--groundwork-space-4);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        overflow-wrap: anywhere;
      }
      .answer {
        padding-inline-start: var(--groundwork-space-3);
        border-inline-start: 3px solid var(--groundwork-line);
      }
    `];A([b({attribute:"plan-id"})],k.prototype,"planId",2);A([q()],k.prototype,"doing",2);A([q()],k.prototype,"busy",2);A([q()],k.prototype,"error",2);k=A([Q("groundwork-proposals")],k);export{k as GroundworkProposals};
