import{i as U,A as m,b as n}from"./tokens-BHm-NQ-a.js";import{n as g,v as ht,h as pt,r as k,s as W,w as ut,x as j,e as H,G as ft,t as z,u as vt,b as mt,l as gt}from"./keyed-B3djp2YV.js";import{c as wt}from"./repeat-BZTTzpD0.js";import{L as $t}from"./loading-C0IjG4Yb.js";import{F as kt,A as bt,b as R}from"./focus-BCs-FBp8.js";import{a as yt}from"./groundwork-plan-DvcoIwrr.js";import{G as V,l as _t}from"./field-CFRL2lVk.js";import"./tabs-BHaaiGr6.js";import"./disclosure-Qm-eBJ5U.js";import"./reference-nE9eMWhB.js";import"./card-BMW0A7DP.js";import"./suggest-DxvjzHf3.js";import"./download-Dy9FgwXI.js";var xt=Object.defineProperty,Ct=Object.getOwnPropertyDescriptor,J=t=>{throw TypeError(t)},w=(t,e,i,a)=>{for(var s=a>1?void 0:a?Ct(e,i):e,o=t.length-1,u;o>=0;o--)(u=t[o])&&(s=(a?u(e,i,s):u(s))||s);return a&&s&&xt(e,i,s),s},A=(t,e,i)=>e.has(t)||J("Cannot "+i),T=(t,e,i)=>(A(t,e,"read from private field"),e.get(t)),P=(t,e,i)=>e.has(t)?J("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Q=(t,e,i,a)=>(A(t,e,"write to private field"),e.set(t,i),i),h=(t,e,i)=>(A(t,e,"access private method"),i),y,_,l,X,Y,D,Z,tt,b,et,S;const zt=200,Tt=10;let v=class extends V{constructor(){super(...arguments),P(this,l),this.maxlength=2e3,this.picked=[],this.found=[],this.active=0,this.searched="",P(this,y),P(this,_)}get mentioned(){return this.picked.filter(({display_name:t})=>this.value.includes(`@${t}`)).slice(0,Tt)}focus(){this.control.focus()}render(){const t=this.found.length>0,{talk:e}=this.t;return n`<div class="field" part="field">
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
          aria-describedby=${j(this.describedBy)}
          aria-invalid=${this.error?"true":"false"}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${j(t?"people":void 0)}
          aria-activedescendant=${j(t?`person-${this.active}`:void 0)}
          ?disabled=${this.disabled}
          .value=${_t(this.value)}
          @input=${h(this,l,Z)}
          @keydown=${h(this,l,et)}
          @blur=${h(this,l,b)}
        ></textarea>
        ${t?n`<div role="listbox" id="people" part="people" aria-label=${e.colleagues}>
              ${this.found.map((i,a)=>h(this,l,Y).call(this,i,a))}
            </div>`:m}
      </div>
      <div class="visually-hidden" role="status">${h(this,l,X).call(this)}</div>
      ${this.fault()}
    </div>`}};y=new WeakMap;_=new WeakMap;l=new WeakSet;X=function(){const{talk:t}=this.t;return this.searched===""?"":this.found.length===0?t.noOneFound:t.found(this.found.length)};Y=function(t,e){return n`<div
      role="option"
      id="person-${e}"
      part="person"
      aria-selected=${e===this.active?"true":"false"}
      @pointerdown=${i=>i.preventDefault()}
      @click=${()=>h(this,l,S).call(this,t)}
    >
      <gw-avatar size="small" name=${t.display_name}></gw-avatar>
      <span>
        <bdi>${t.display_name}</bdi>
        ${t.title?n`<span class="title"><bdi>${t.title}</bdi></span>`:m}
      </span>
    </div>`};D=function(){const t=this.control.value.slice(0,this.control.selectionStart);return/(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(t)?.[1]};Z=function(t){this.take(t),clearTimeout(T(this,y));const e=h(this,l,D).call(this);e===void 0||[...e].length<2?h(this,l,b).call(this):Q(this,y,setTimeout(()=>void h(this,l,tt).call(this,e),zt))};tt=async function(t){T(this,_)?.abort();const e=new AbortController;Q(this,_,e);try{const i={query:{search:t}},a=await this.api?.GET("/v1/people/directory",{params:i,signal:e.signal});!e.signal.aborted&&h(this,l,D).call(this)===t&&(this.found=a?.data.items.slice(0,8)??[],this.active=0,this.searched=t)}catch{e.signal.aborted||h(this,l,b).call(this)}};b=function(){clearTimeout(T(this,y)),T(this,_)?.abort(),this.found=[],this.searched=""};et=function(t){if(this.found.length===0||t.isComposing)return;const{length:e}=this.found,i=this.found[this.active];switch(t.key){case"ArrowDown":this.active=(this.active+1)%e;break;case"ArrowUp":this.active=(this.active+e-1)%e;break;case"Enter":case"Tab":i!==void 0&&h(this,l,S).call(this,i);break;case"Escape":h(this,l,b).call(this);break;default:return}t.preventDefault(),t.stopPropagation()};S=function(t){const e=this.control.selectionStart,i=h(this,l,D).call(this)??"",a=e-i.length,s=`${t.display_name} `;this.control.setRangeText(s,a,e,"end"),this.value=this.control.value,this.picked=[...this.picked.filter(({id:o})=>o!==t.id),t],h(this,l,b).call(this),this.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))};v.styles=[...V.styles,U`
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
    `];w([g({type:Number})],v.prototype,"maxlength",2);w([g({attribute:!1})],v.prototype,"picked",2);w([ht({context:pt,subscribe:!0}),k()],v.prototype,"api",2);w([k()],v.prototype,"found",2);w([k()],v.prototype,"active",2);w([k()],v.prototype,"searched",2);w([W("textarea")],v.prototype,"control",2);v=w([H("gw-mention-field")],v);var Mt=Object.defineProperty,Dt=Object.getOwnPropertyDescriptor,it=t=>{throw TypeError(t)},f=(t,e,i,a)=>{for(var s=a>1?void 0:a?Dt(e,i):e,o=t.length-1,u;o>=0;o--)(u=t[o])&&(s=(a?u(e,i,s):u(s))||s);return a&&s&&Mt(e,i,s),s},F=(t,e,i)=>e.has(t)||it("Cannot "+i),c=(t,e,i)=>(F(t,e,"read from private field"),i?i.call(t):e.get(t)),C=(t,e,i)=>e.has(t)?it("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Et=(t,e,i,a)=>(F(t,e,"write to private field"),e.set(t,i),i),d=(t,e,i)=>(F(t,e,"access private method"),i),K,x,q,r,$,E,B,G,I,st,at,rt,L,N,ot,M,nt,lt;const ct={text:"",picked:[]},dt=15*6e4;let p=class extends ft{constructor(){super(),C(this,r),this.planId="",this.subjectKind="plan",this.subjectId="",this.items=new Map,this.closed=!1,this.open=!1,this.sending=!1,C(this,K,new bt),C(this,x),C(this,q,new $t(this,()=>[this.planId],async()=>(c(this,r,$).load(),this.api.me()))),new kt(this,()=>this.connected?c(this,r,$):void 0)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(c(this,x))}view(){const{talk:t}=this.t,e=c(this,r,$),{kind:i,id:a}=c(this,r,E),s=e.on(i,[a,...this.items.keys()],this.elsewhere);return d(this,r,lt).call(this,s),e.loaded?n`<div class="stack">
      ${s.length===0?m:n`<ul role="list" class="list" aria-label=${t.comments}>
            ${wt(s,o=>o.id,o=>d(this,r,st).call(this,o))}
          </ul>`}
      ${e.error===void 0?m:n`<gw-error inline .error=${e.error} @retry=${()=>void e.load()}></gw-error>`}
      ${this.closed?s.length===0?n`<p class="muted small">${t.noComments}</p>`:m:d(this,r,rt).call(this,s.length)}
    </div>`:e.error===void 0?n`<gw-skeleton lines="2"></gw-skeleton>`:n`<gw-error inline .error=${e.error} @retry=${()=>void e.load()}></gw-error>`}};K=new WeakMap;x=new WeakMap;q=new WeakMap;r=new WeakSet;$=function(){return yt(this.api,this.planId)};E=function(){return{kind:this.subjectKind,id:this.subjectKind==="plan"?this.planId:this.subjectId}};B=function(){const{kind:t,id:e}=c(this,r,E);return`comment ${this.planId} ${t} ${e}`};G=function(){return R(this.api).get(c(this,r,B))??ct};I=function(t){R(this.api).keep(c(this,r,B),t.text===""?void 0:t),this.requestUpdate()};st=function(t){const{talk:e}=this.t,{author:i,created_at:a}=t,s=c(this,q).value?.person?.id===t.author_id,o=this.items.get(t.subject.id),u=o!==void 0?e.onItem(o):t.subject.kind===this.subjectKind?void 0:e.notInPlan,O=Date.now()-Date.parse(a)<dt;return n`<li>
      <gw-avatar size="small" name=${i.display_name}></gw-avatar>
      <div>
        <p class="who">
          <strong><bdi>${i.display_name}</bdi></strong>
          <time class="muted small" datetime=${a} title=${this.locale.format.time(a)}>
            ${this.locale.format.relative(a)}
          </time>
          ${u===void 0?m:n`<span class="muted small">${u}</span>`}
        </p>
        <p class="text" dir="auto">${d(this,r,at).call(this,t)}</p>
        ${s&&O?n`<gw-button size="small" variant="quiet" @click=${()=>void d(this,r,nt).call(this,t)}>${e.takeBack}</gw-button>`:m}
      </div>
    </li>`};at=function({text:t,mentioned:e}){const i=e.map(({display_name:s})=>s).filter(s=>s!=="").sort((s,o)=>o.length-s.length).map(s=>`@${s}`.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"));return i.length===0?t:t.split(new RegExp(`(${i.join("|")})`,"u")).map((s,o)=>o%2===1?n`<span class="mention">${s}</span>`:s)};rt=function(t){const{talk:e,common:i}=this.t,{text:a,picked:s}=c(this,r,G);return!this.open&&a===""?n`<div class="row">
        <gw-button class="begin" size="small" variant="quiet" icon="message" @click=${()=>void d(this,r,L).call(this)}>
          ${t===0?e.comment:e.reply}
        </gw-button>
      </div>`:n`<div class="stack tight composer" @keydown=${d(this,r,ot)}>
      <gw-mention-field
        label=${e.yourComment}
        hint=${e.commentHint}
        .value=${a}
        .picked=${s}
        @input=${({target:o})=>{const{value:u,mentioned:O}=o;d(this,r,I).call(this,{text:u,picked:O})}}
      ></gw-mention-field>
      ${this.error===void 0?m:n`<gw-error inline .error=${this.error} @retry=${()=>void d(this,r,M).call(this)}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.sending} @click=${()=>void d(this,r,M).call(this)}>${e.send}</gw-button>
        ${a.trim()===""?n`<gw-button size="small" variant="quiet" @click=${()=>void d(this,r,N).call(this)}>${i.cancel}</gw-button>`:m}
      </div>
    </div>`};L=async function(){this.open=!0,await this.updateComplete,await this.field?.updateComplete,this.field?.focus()};N=async function(){this.open=!1,d(this,r,I).call(this,ct),this.error=void 0,await this.updateComplete,this.begin?.focus()};ot=function(t){t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&(t.preventDefault(),d(this,r,M).call(this))};M=async function(){const t=c(this,r,G),e=t.text.trim();if(e===""||this.sending){this.field?.focus();return}this.sending=!0,this.error=void 0;try{const i=t.picked.map(({id:a})=>a);await c(this,r,$).add({subject:c(this,r,E),text:e,mentions:i},c(this,K)),await d(this,r,N).call(this),z(this,this.t.talk.sent)}catch(i){this.error=i}finally{this.sending=!1}};nt=async function(t){const{talk:e}=this.t;try{await c(this,r,$).remove(t),c(this,r,G).text.trim()===""&&!this.closed?(d(this,r,I).call(this,{text:t.text,picked:t.mentioned}),await d(this,r,L).call(this),z(this,e.tookBack)):z(this,e.deleted)}catch(i){z(this,vt(i,this.t).text,"critical")}};lt=function(t){clearTimeout(c(this,x));const e=t.map(({created_at:i})=>Date.parse(i)+dt-Date.now()).filter(i=>i>0);e.length>0&&Et(this,x,setTimeout(()=>this.requestUpdate(),Math.min(...e)+500))};p.styles=[mt,gt,U`
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
    `];f([g({attribute:"plan-id"})],p.prototype,"planId",2);f([g({attribute:"subject-kind"})],p.prototype,"subjectKind",2);f([g({attribute:"subject-id"})],p.prototype,"subjectId",2);f([g({attribute:!1})],p.prototype,"items",2);f([g({attribute:!1})],p.prototype,"elsewhere",2);f([g({type:Boolean})],p.prototype,"closed",2);f([g({type:Boolean})],p.prototype,"open",2);f([k()],p.prototype,"sending",2);f([k()],p.prototype,"error",2);f([W("gw-mention-field")],p.prototype,"field",2);f([W(".begin")],p.prototype,"begin",2);p=f([H("groundwork-comments")],p);export{p as GroundworkComments};
