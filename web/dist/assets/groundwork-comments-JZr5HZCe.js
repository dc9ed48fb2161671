import{i as U,A as m,b as n}from"./tokens-BHm-NQ-a.js";import{n as g,w as pt,h as ut,r as k,t as P,x as vt,y as W,e as H,G as ft,u as E,v as mt,b as wt,l as gt}from"./keyed-Do4O5M2M.js";import{c as $t}from"./repeat-B_8P3B5Z.js";import{L as kt}from"./loading-BU4JZjhQ.js";import{A as yt,d as R}from"./drafts-Dt5FOsVL.js";import{F as _t}from"./document-nu1xOpBg.js";import{G as V,l as bt}from"./field-D2fG7fMb.js";const xt=100,Ct=3e4;class Et extends EventTarget{#i;#a;#t=[];#r;#e;#s;constructor(e,i){super(),this.#i=e,this.#a=i}get loaded(){return this.#s!==void 0}get more(){return this.#r!==void 0}on(e,i){return this.#t.filter(({subject:s})=>s.kind===e&&s.id===i)}async load(){this.error===void 0&&this.#s!==void 0&&Date.now()-this.#s<Ct||(this.#e??=this.#n(void 0).finally(()=>this.#e=void 0),await this.#e)}loadMore(){return this.#e??=this.#n(this.#r).finally(()=>this.#e=void 0),this.#e}async#n(e){try{const i={path:{plan_id:this.#a},query:{limit:xt,cursor:e}},{data:s}=await this.#i.GET("/v1/plans/{plan_id}/comments",{params:i});this.#t=e===void 0?s.items:[...this.#t,...s.items],this.#r=s.next_cursor??void 0,this.#s=Date.now(),this.error=void 0}catch(i){this.error=i}this.#o()}async add(e,i){const s={path:{plan_id:this.#a},header:i.header(e)},{data:a}=await this.#i.POST("/v1/plans/{plan_id}/comments",{params:s,body:e});i.done(),this.#t=[...this.#t.filter(({id:o})=>o!==a.id),a],this.#o()}async remove(e){await this.#i.DELETE("/v1/comments/{comment_id}",{params:{path:{comment_id:e.id}}}),this.#t=this.#t.filter(({id:i})=>i!==e.id),this.#o()}#o(){this.dispatchEvent(new Event("change"))}}const N=new WeakMap;function Tt(t,e){let i=N.get(t);i===void 0&&N.set(t,i=new Map);const s=i.get(e)??new Et(t,e);return i.set(e,s),s}var Mt=Object.defineProperty,zt=Object.getOwnPropertyDescriptor,J=t=>{throw TypeError(t)},w=(t,e,i,s)=>{for(var a=s>1?void 0:s?zt(e,i):e,o=t.length-1,p;o>=0;o--)(p=t[o])&&(a=(s?p(e,i,a):p(a))||a);return s&&a&&Mt(e,i,a),a},S=(t,e,i)=>e.has(t)||J("Cannot "+i),T=(t,e,i)=>(S(t,e,"read from private field"),e.get(t)),A=(t,e,i)=>e.has(t)?J("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Q=(t,e,i,s)=>(S(t,e,"write to private field"),e.set(t,i),i),h=(t,e,i)=>(S(t,e,"access private method"),i),_,b,l,X,Y,z,Z,tt,y,et,q;const Dt=200,Gt=10;let v=class extends V{constructor(){super(...arguments),A(this,l),this.maxlength=2e3,this.picked=[],this.found=[],this.active=0,this.searched="",A(this,_),A(this,b)}get mentioned(){return this.picked.filter(({display_name:t})=>this.value.includes(`@${t}`)).slice(0,Gt)}focus(){this.control.focus()}render(){const t=this.found.length>0,{talk:e}=this.t;return n`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}
      <div class="place">
        <textarea
          id="control"
          part="control"
          class="control"
          dir="auto"
          rows="2"
          ${vt({"--rows":2})}
          maxlength=${this.maxlength}
          aria-describedby=${W(this.describedBy)}
          aria-invalid=${this.error?"true":"false"}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${W(t?"people":void 0)}
          aria-activedescendant=${W(t?`person-${this.active}`:void 0)}
          ?disabled=${this.disabled}
          .value=${bt(this.value)}
          @input=${h(this,l,Z)}
          @keydown=${h(this,l,et)}
          @blur=${h(this,l,y)}
        ></textarea>
        ${t?n`<div role="listbox" id="people" part="people" aria-label=${e.colleagues}>
              ${this.found.map((i,s)=>h(this,l,Y).call(this,i,s))}
            </div>`:m}
      </div>
      <div class="visually-hidden" role="status">${h(this,l,X).call(this)}</div>
      ${this.fault()}
    </div>`}};_=new WeakMap;b=new WeakMap;l=new WeakSet;X=function(){const{talk:t}=this.t;return this.searched===""?"":this.found.length===0?t.noOneFound:t.found(this.found.length)};Y=function(t,e){return n`<div
      role="option"
      id="person-${e}"
      part="person"
      aria-selected=${e===this.active?"true":"false"}
      @pointerdown=${i=>i.preventDefault()}
      @click=${()=>h(this,l,q).call(this,t)}
    >
      <gw-avatar size="small" name=${t.display_name}></gw-avatar>
      <span>
        <bdi>${t.display_name}</bdi>
        ${t.title?n`<span class="title"><bdi>${t.title}</bdi></span>`:m}
      </span>
    </div>`};z=function(){const t=this.control.value.slice(0,this.control.selectionStart);return/(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(t)?.[1]};Z=function(t){this.take(t),clearTimeout(T(this,_));const e=h(this,l,z).call(this);e===void 0||[...e].length<2?h(this,l,y).call(this):Q(this,_,setTimeout(()=>void h(this,l,tt).call(this,e),Dt))};tt=async function(t){T(this,b)?.abort();const e=new AbortController;Q(this,b,e);try{const i={query:{search:t}},s=await this.api?.GET("/v1/people/directory",{params:i,signal:e.signal});!e.signal.aborted&&h(this,l,z).call(this)===t&&(this.found=s?.data.items.slice(0,8)??[],this.active=0,this.searched=t)}catch{e.signal.aborted||h(this,l,y).call(this)}};y=function(){clearTimeout(T(this,_)),T(this,b)?.abort(),this.found=[],this.searched=""};et=function(t){if(this.found.length===0||t.isComposing)return;const{length:e}=this.found,i=this.found[this.active];switch(t.key){case"ArrowDown":this.active=(this.active+1)%e;break;case"ArrowUp":this.active=(this.active+e-1)%e;break;case"Enter":case"Tab":i!==void 0&&h(this,l,q).call(this,i);break;case"Escape":h(this,l,y).call(this);break;default:return}t.preventDefault(),t.stopPropagation()};q=function(t){const e=this.control.selectionStart,i=h(this,l,z).call(this)??"",s=e-i.length,a=`${t.display_name} `;this.control.setRangeText(a,s,e,"end"),this.value=this.control.value,this.picked=[...this.picked.filter(({id:o})=>o!==t.id),t],h(this,l,y).call(this),this.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))};v.styles=[...V.styles,U`
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
        box-shadow: inset 0 0 0 1px var(--groundwork-accent);
      }
      .title {
        display: block;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
      }
    `];w([g({type:Number})],v.prototype,"maxlength",2);w([g({attribute:!1})],v.prototype,"picked",2);w([pt({context:ut,subscribe:!0}),k()],v.prototype,"api",2);w([k()],v.prototype,"found",2);w([k()],v.prototype,"active",2);w([k()],v.prototype,"searched",2);w([P("textarea")],v.prototype,"control",2);v=w([H("gw-mention-field")],v);var Ot=Object.defineProperty,Wt=Object.getOwnPropertyDescriptor,it=t=>{throw TypeError(t)},f=(t,e,i,s)=>{for(var a=s>1?void 0:s?Wt(e,i):e,o=t.length-1,p;o>=0;o--)(p=t[o])&&(a=(s?p(e,i,a):p(a))||a);return s&&a&&Ot(e,i,a),a},I=(t,e,i)=>e.has(t)||it("Cannot "+i),c=(t,e,i)=>(I(t,e,"read from private field"),i?i.call(t):e.get(t)),C=(t,e,i)=>e.has(t)?it("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),At=(t,e,i,s)=>(I(t,e,"write to private field"),e.set(t,i),i),d=(t,e,i)=>(I(t,e,"access private method"),i),F,x,L,r,$,D,j,G,O,st,at,rt,B,K,ot,M,nt,lt;const ct={text:"",picked:[]},dt=15*6e4;let u=class extends ft{constructor(){super(),C(this,r),this.planId="",this.subjectKind="plan",this.subjectId="",this.closed=!1,this.open=!1,this.sending=!1,C(this,F,new yt),C(this,x),C(this,L,new kt(this,()=>[this.planId],async()=>(c(this,r,$).load(),this.api.me()))),new _t(this,()=>this.connected?c(this,r,$):void 0)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(c(this,x))}view(){const{talk:t,common:e}=this.t,i=c(this,r,$),{kind:s,id:a}=c(this,r,D),o=i.on(s,a);return d(this,r,lt).call(this,o),i.loaded?n`<div class="stack">
      ${o.length===0?m:n`<ul role="list" class="list" aria-label=${t.comments}>
            ${$t(o,p=>p.id,p=>d(this,r,st).call(this,p))}
          </ul>`}
      ${i.error===void 0?m:n`<gw-error inline .error=${i.error} @retry=${()=>void i.load()}></gw-error>`}
      ${i.more?n`<div class="row">
            <gw-button size="small" variant="quiet" @click=${()=>void i.loadMore()}>${e.showMore}</gw-button>
          </div>`:m}
      ${this.closed?o.length===0?n`<p class="muted small">${t.noComments}</p>`:m:d(this,r,rt).call(this,o.length)}
    </div>`:i.error===void 0?n`<gw-skeleton lines="2"></gw-skeleton>`:n`<gw-error inline .error=${i.error} @retry=${()=>void i.load()}></gw-error>`}};F=new WeakMap;x=new WeakMap;L=new WeakMap;r=new WeakSet;$=function(){return Tt(this.api,this.planId)};D=function(){return{kind:this.subjectKind,id:this.subjectKind==="plan"?this.planId:this.subjectId}};j=function(){const{kind:t,id:e}=c(this,r,D);return`comment ${this.planId} ${t} ${e}`};G=function(){return R(this.api).get(c(this,r,j))??ct};O=function(t){R(this.api).keep(c(this,r,j),t.text===""?void 0:t),this.requestUpdate()};st=function(t){const{talk:e}=this.t,{author:i,created_at:s}=t,a=c(this,L).value?.person?.id===t.author_id,o=Date.now()-Date.parse(s)<dt;return n`<li>
      <gw-avatar size="small" name=${i.display_name}></gw-avatar>
      <div>
        <p class="who">
          <strong><bdi>${i.display_name}</bdi></strong>
          <time class="muted small" datetime=${s} title=${this.locale.format.time(s)}>
            ${this.locale.format.relative(s)}
          </time>
        </p>
        <p class="text" dir="auto">${d(this,r,at).call(this,t)}</p>
        ${a&&o?n`<gw-button size="small" variant="quiet" @click=${()=>void d(this,r,nt).call(this,t)}>${e.takeBack}</gw-button>`:m}
      </div>
    </li>`};at=function({text:t,mentioned:e}){const i=e.map(({display_name:a})=>a).filter(a=>a!=="").sort((a,o)=>o.length-a.length).map(a=>`@${a}`.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"));return i.length===0?t:t.split(new RegExp(`(${i.join("|")})`,"u")).map((a,o)=>o%2===1?n`<span class="mention">${a}</span>`:a)};rt=function(t){const{talk:e,common:i}=this.t,{text:s,picked:a}=c(this,r,G);return!this.open&&s===""?n`<div class="row">
        <gw-button class="begin" size="small" variant="quiet" icon="message" @click=${()=>void d(this,r,B).call(this)}>
          ${t===0?e.comment:e.reply}
        </gw-button>
      </div>`:n`<div class="stack tight composer" @keydown=${d(this,r,ot)}>
      <gw-mention-field
        label=${e.yourComment}
        hint=${e.commentHint}
        .value=${s}
        .picked=${a}
        @input=${({target:o})=>{const{value:p,mentioned:ht}=o;d(this,r,O).call(this,{text:p,picked:ht})}}
      ></gw-mention-field>
      ${this.error===void 0?m:n`<gw-error inline .error=${this.error} @retry=${()=>void d(this,r,M).call(this)}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.sending} @click=${()=>void d(this,r,M).call(this)}>${e.send}</gw-button>
        ${s.trim()===""?n`<gw-button size="small" variant="quiet" @click=${()=>void d(this,r,K).call(this)}>${i.cancel}</gw-button>`:m}
      </div>
    </div>`};B=async function(){this.open=!0,await this.updateComplete,await this.field?.updateComplete,this.field?.focus()};K=async function(){this.open=!1,d(this,r,O).call(this,ct),this.error=void 0,await this.updateComplete,this.begin?.focus()};ot=function(t){t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&(t.preventDefault(),d(this,r,M).call(this))};M=async function(){const t=c(this,r,G),e=t.text.trim();if(e===""||this.sending){this.field?.focus();return}this.sending=!0,this.error=void 0;try{const i=t.picked.map(({id:s})=>s);await c(this,r,$).add({subject:c(this,r,D),text:e,mentions:i},c(this,F)),await d(this,r,K).call(this),E(this,this.t.talk.sent)}catch(i){this.error=i}finally{this.sending=!1}};nt=async function(t){const{talk:e}=this.t;try{await c(this,r,$).remove(t),c(this,r,G).text.trim()===""&&!this.closed?(d(this,r,O).call(this,{text:t.text,picked:t.mentioned}),await d(this,r,B).call(this),E(this,e.tookBack)):E(this,e.deleted)}catch(i){E(this,mt(i,this.t).text,"critical")}};lt=function(t){clearTimeout(c(this,x));const e=t.map(({created_at:i})=>Date.parse(i)+dt-Date.now()).filter(i=>i>0);e.length>0&&At(this,x,setTimeout(()=>this.requestUpdate(),Math.min(...e)+500))};u.styles=[wt,gt,U`
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
    `];f([g({attribute:"plan-id"})],u.prototype,"planId",2);f([g({attribute:"subject-kind"})],u.prototype,"subjectKind",2);f([g({attribute:"subject-id"})],u.prototype,"subjectId",2);f([g({type:Boolean})],u.prototype,"closed",2);f([g({type:Boolean})],u.prototype,"open",2);f([k()],u.prototype,"sending",2);f([k()],u.prototype,"error",2);f([P("gw-mention-field")],u.prototype,"field",2);f([P(".begin")],u.prototype,"begin",2);u=f([H("groundwork-comments")],u);export{u as GroundworkComments};
