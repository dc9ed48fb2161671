import{i as N,A as m,b as n}from"./tokens-BHm-NQ-a.js";import{n as g,v as ht,h as pt,r as k,s as A,w as ut,x as I,e as U,G as ft,t as z,u as vt,b as mt,l as gt}from"./keyed-C3NSIK0U.js";import{c as wt}from"./repeat-CF4rPmZd.js";import{L as $t}from"./loading-DoX6Yigb.js";import{F as kt,A as yt,b as H}from"./focus-_KbizA1f.js";import{a as bt}from"./groundwork-plan-COOPKu78.js";import{G as R,l as _t}from"./field-Bh93jtox.js";import"./tabs-DclRPEoJ.js";import"./disclosure-CyMoD1Oa.js";import"./reference-4xcUGRxY.js";import"./card-B4CE7Z_M.js";import"./suggest-BhrS97WI.js";import"./download-Dy9FgwXI.js";var xt=Object.defineProperty,Ct=Object.getOwnPropertyDescriptor,V=t=>{throw TypeError(t)},w=(t,e,i,a)=>{for(var s=a>1?void 0:a?Ct(e,i):e,o=t.length-1,u;o>=0;o--)(u=t[o])&&(s=(a?u(e,i,s):u(s))||s);return a&&s&&xt(e,i,s),s},P=(t,e,i)=>e.has(t)||V("Cannot "+i),T=(t,e,i)=>(P(t,e,"read from private field"),e.get(t)),W=(t,e,i)=>e.has(t)?V("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),J=(t,e,i,a)=>(P(t,e,"write to private field"),e.set(t,i),i),h=(t,e,i)=>(P(t,e,"access private method"),i),b,_,l,Q,X,D,Y,Z,y,tt,j;const zt=200,Tt=10;let v=class extends R{constructor(){super(...arguments),W(this,l),this.maxlength=2e3,this.picked=[],this.found=[],this.active=0,this.searched="",W(this,b),W(this,_)}get mentioned(){return this.picked.filter(({display_name:t})=>this.value.includes(`@${t}`)).slice(0,Tt)}focus(){this.control.focus()}render(){const t=this.found.length>0,{talk:e}=this.t;return n`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}
      <div class="place">
        <textarea
          id="control"
          part="control"
          class="control"
          dir="auto"
          rows="2"
          ${ut({"--rows":2})}
          maxlength=${this.maxlength}
          aria-describedby=${I(this.describedBy)}
          aria-invalid=${this.error?"true":"false"}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${I(t?"people":void 0)}
          aria-activedescendant=${I(t?`person-${this.active}`:void 0)}
          ?disabled=${this.disabled}
          .value=${_t(this.value)}
          @input=${h(this,l,Y)}
          @keydown=${h(this,l,tt)}
          @blur=${h(this,l,y)}
        ></textarea>
        ${t?n`<div role="listbox" id="people" part="people" aria-label=${e.colleagues}>
              ${this.found.map((i,a)=>h(this,l,X).call(this,i,a))}
            </div>`:m}
      </div>
      <div class="visually-hidden" role="status">${h(this,l,Q).call(this)}</div>
      ${this.fault()}
    </div>`}};b=new WeakMap;_=new WeakMap;l=new WeakSet;Q=function(){const{talk:t}=this.t;return this.searched===""?"":this.found.length===0?t.noOneFound:t.found(this.found.length)};X=function(t,e){return n`<div
      role="option"
      id="person-${e}"
      part="person"
      aria-selected=${e===this.active?"true":"false"}
      @pointerdown=${i=>i.preventDefault()}
      @click=${()=>h(this,l,j).call(this,t)}
    >
      <gw-avatar size="small" name=${t.display_name}></gw-avatar>
      <span>
        <bdi>${t.display_name}</bdi>
        ${t.title?n`<span class="title"><bdi>${t.title}</bdi></span>`:m}
      </span>
    </div>`};D=function(){const t=this.control.value.slice(0,this.control.selectionStart);return/(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(t)?.[1]};Y=function(t){this.take(t),clearTimeout(T(this,b));const e=h(this,l,D).call(this);e===void 0||[...e].length<2?h(this,l,y).call(this):J(this,b,setTimeout(()=>void h(this,l,Z).call(this,e),zt))};Z=async function(t){T(this,_)?.abort();const e=new AbortController;J(this,_,e);try{const i={query:{search:t}},a=await this.api?.GET("/v1/people/directory",{params:i,signal:e.signal});!e.signal.aborted&&h(this,l,D).call(this)===t&&(this.found=a?.data.items.slice(0,8)??[],this.active=0,this.searched=t)}catch{e.signal.aborted||h(this,l,y).call(this)}};y=function(){clearTimeout(T(this,b)),T(this,_)?.abort(),this.found=[],this.searched=""};tt=function(t){if(this.found.length===0||t.isComposing)return;const{length:e}=this.found,i=this.found[this.active];switch(t.key){case"ArrowDown":this.active=(this.active+1)%e;break;case"ArrowUp":this.active=(this.active+e-1)%e;break;case"Enter":case"Tab":i!==void 0&&h(this,l,j).call(this,i);break;case"Escape":h(this,l,y).call(this);break;default:return}t.preventDefault(),t.stopPropagation()};j=function(t){const e=this.control.selectionStart,i=h(this,l,D).call(this)??"",a=e-i.length,s=`${t.display_name} `;this.control.setRangeText(s,a,e,"end"),this.value=this.control.value,this.picked=[...this.picked.filter(({id:o})=>o!==t.id),t],h(this,l,y).call(this),this.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))};v.styles=[...R.styles,N`
      .place {
        position: relative;
      }
      [role="listbox"] {
        position: absolute;
        z-index: 20;
        inset-block-start: calc(100% + 4px);
        inset-inline: 0;
        display: grid;
        max-inline-size: 24rem;
        max-block-size: 18rem;
        overflow-y: auto;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
      [role="option"] {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-block-size: 2.75rem;
        padding: 0.25rem 0.75rem;
        border-radius: var(--groundwork-radius-s);
        cursor: pointer;
      }
      [role="option"] > span {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      [role="option"][aria-selected="true"] {
        background: var(--groundwork-accent-soft);
        outline: 1px solid var(--groundwork-ring);
        outline-offset: -1px;
      }
      .title {
        display: block;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
      }
    `];w([g({type:Number})],v.prototype,"maxlength",2);w([g({attribute:!1})],v.prototype,"picked",2);w([ht({context:pt,subscribe:!0}),k()],v.prototype,"api",2);w([k()],v.prototype,"found",2);w([k()],v.prototype,"active",2);w([k()],v.prototype,"searched",2);w([A("textarea")],v.prototype,"control",2);v=w([U("gw-mention-field")],v);var Mt=Object.defineProperty,Dt=Object.getOwnPropertyDescriptor,et=t=>{throw TypeError(t)},f=(t,e,i,a)=>{for(var s=a>1?void 0:a?Dt(e,i):e,o=t.length-1,u;o>=0;o--)(u=t[o])&&(s=(a?u(e,i,s):u(s))||s);return a&&s&&Mt(e,i,s),s},S=(t,e,i)=>e.has(t)||et("Cannot "+i),c=(t,e,i)=>(S(t,e,"read from private field"),i?i.call(t):e.get(t)),C=(t,e,i)=>e.has(t)?et("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Et=(t,e,i,a)=>(S(t,e,"write to private field"),e.set(t,i),i),d=(t,e,i)=>(S(t,e,"access private method"),i),F,x,q,r,$,E,B,G,O,it,st,at,K,L,rt,M,ot,nt;const lt={text:"",picked:[]},ct=15*6e4;let p=class extends ft{constructor(){super(),C(this,r),this.planId="",this.subjectKind="plan",this.subjectId="",this.items=new Map,this.closed=!1,this.open=!1,this.sending=!1,C(this,F,new yt),C(this,x),C(this,q,new $t(this,()=>[this.planId],async()=>(c(this,r,$).load(),this.api.me()))),new kt(this,()=>this.connected?c(this,r,$):void 0)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(c(this,x))}view(){const{talk:t}=this.t,e=c(this,r,$),{kind:i,id:a}=c(this,r,E),s=e.on(i,[a,...this.items.keys()]);return d(this,r,nt).call(this,s),e.loaded?n`<div class="stack">
      ${s.length===0?m:n`<ul role="list" class="list" aria-label=${t.comments}>
            ${wt(s,o=>o.id,o=>d(this,r,it).call(this,o))}
          </ul>`}
      ${e.error===void 0?m:n`<gw-error inline .error=${e.error} @retry=${()=>void e.load()}></gw-error>`}
      ${this.closed?s.length===0?n`<p class="muted small">${t.noComments}</p>`:m:d(this,r,at).call(this,s.length)}
    </div>`:e.error===void 0?n`<gw-skeleton lines="2"></gw-skeleton>`:n`<gw-error inline .error=${e.error} @retry=${()=>void e.load()}></gw-error>`}};F=new WeakMap;x=new WeakMap;q=new WeakMap;r=new WeakSet;$=function(){return bt(this.api,this.planId)};E=function(){return{kind:this.subjectKind,id:this.subjectKind==="plan"?this.planId:this.subjectId}};B=function(){const{kind:t,id:e}=c(this,r,E);return`comment ${this.planId} ${t} ${e}`};G=function(){return H(this.api).get(c(this,r,B))??lt};O=function(t){H(this.api).keep(c(this,r,B),t.text===""?void 0:t),this.requestUpdate()};it=function(t){const{talk:e}=this.t,{author:i,created_at:a}=t,s=c(this,q).value?.person?.id===t.author_id,o=this.items.get(t.subject.id),u=Date.now()-Date.parse(a)<ct;return n`<li>
      <gw-avatar size="small" name=${i.display_name}></gw-avatar>
      <div>
        <p class="who">
          <strong><bdi>${i.display_name}</bdi></strong>
          <time class="muted small" datetime=${a} title=${this.locale.format.time(a)}>
            ${this.locale.format.relative(a)}
          </time>
          ${o===void 0?m:n`<span class="muted small">${e.onItem(o)}</span>`}
        </p>
        <p class="text" dir="auto">${d(this,r,st).call(this,t)}</p>
        ${s&&u?n`<gw-button size="small" variant="quiet" @click=${()=>void d(this,r,ot).call(this,t)}>${e.takeBack}</gw-button>`:m}
      </div>
    </li>`};st=function({text:t,mentioned:e}){const i=e.map(({display_name:s})=>s).filter(s=>s!=="").sort((s,o)=>o.length-s.length).map(s=>`@${s}`.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"));return i.length===0?t:t.split(new RegExp(`(${i.join("|")})`,"u")).map((s,o)=>o%2===1?n`<span class="mention">${s}</span>`:s)};at=function(t){const{talk:e,common:i}=this.t,{text:a,picked:s}=c(this,r,G);return!this.open&&a===""?n`<div class="row">
        <gw-button class="begin" size="small" variant="quiet" icon="message" @click=${()=>void d(this,r,K).call(this)}>
          ${t===0?e.comment:e.reply}
        </gw-button>
      </div>`:n`<div class="stack tight composer" @keydown=${d(this,r,rt)}>
      <gw-mention-field
        label=${e.yourComment}
        hint=${e.commentHint}
        .value=${a}
        .picked=${s}
        @input=${({target:o})=>{const{value:u,mentioned:dt}=o;d(this,r,O).call(this,{text:u,picked:dt})}}
      ></gw-mention-field>
      ${this.error===void 0?m:n`<gw-error inline .error=${this.error} @retry=${()=>void d(this,r,M).call(this)}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.sending} @click=${()=>void d(this,r,M).call(this)}>${e.send}</gw-button>
        ${a.trim()===""?n`<gw-button size="small" variant="quiet" @click=${()=>void d(this,r,L).call(this)}>${i.cancel}</gw-button>`:m}
      </div>
    </div>`};K=async function(){this.open=!0,await this.updateComplete,await this.field?.updateComplete,this.field?.focus()};L=async function(){this.open=!1,d(this,r,O).call(this,lt),this.error=void 0,await this.updateComplete,this.begin?.focus()};rt=function(t){t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&(t.preventDefault(),d(this,r,M).call(this))};M=async function(){const t=c(this,r,G),e=t.text.trim();if(e===""||this.sending){this.field?.focus();return}this.sending=!0,this.error=void 0;try{const i=t.picked.map(({id:a})=>a);await c(this,r,$).add({subject:c(this,r,E),text:e,mentions:i},c(this,F)),await d(this,r,L).call(this),z(this,this.t.talk.sent)}catch(i){this.error=i}finally{this.sending=!1}};ot=async function(t){const{talk:e}=this.t;try{await c(this,r,$).remove(t),c(this,r,G).text.trim()===""&&!this.closed?(d(this,r,O).call(this,{text:t.text,picked:t.mentioned}),await d(this,r,K).call(this),z(this,e.tookBack)):z(this,e.deleted)}catch(i){z(this,vt(i,this.t).text,"critical")}};nt=function(t){clearTimeout(c(this,x));const e=t.map(({created_at:i})=>Date.parse(i)+ct-Date.now()).filter(i=>i>0);e.length>0&&Et(this,x,setTimeout(()=>this.requestUpdate(),Math.min(...e)+500))};p.styles=[mt,gt,N`
      :host {
        --gap: var(--groundwork-space-4);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--groundwork-space-2);
        overflow-wrap: anywhere;
      }
      .who strong {
        font-weight: 600;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
      .mention {
        color: var(--groundwork-accent);
        font-weight: 560;
      }
      .composer {
        max-inline-size: var(--groundwork-measure);
      }
      .list {
        display: grid;
        gap: var(--groundwork-space-4);
      }
    `];f([g({attribute:"plan-id"})],p.prototype,"planId",2);f([g({attribute:"subject-kind"})],p.prototype,"subjectKind",2);f([g({attribute:"subject-id"})],p.prototype,"subjectId",2);f([g({attribute:!1})],p.prototype,"items",2);f([g({type:Boolean})],p.prototype,"closed",2);f([g({type:Boolean})],p.prototype,"open",2);f([k()],p.prototype,"sending",2);f([k()],p.prototype,"error",2);f([A("gw-mention-field")],p.prototype,"field",2);f([A(".begin")],p.prototype,"begin",2);p=f([U("groundwork-comments")],p);export{p as GroundworkComments};
