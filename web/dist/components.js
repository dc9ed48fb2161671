import{GroundworkFeedback as ii}from"./assets/groundwork-feedback-BWpaBdSK.js";import{GroundworkPlan as ai}from"./assets/groundwork-plan-ByZi_6q1.js";import{b as o,i as it,A as h}from"./assets/tokens-BHm-NQ-a.js";import{b as st,l as at,n as g,G as rt,e as j,c as $e,a as _e,r as T,d as mt,v as ye,o as pt,t as C,f as Dt}from"./assets/menu-DnVoaOT_.js";import{c as ut}from"./assets/repeat-DW_4U5Kq.js";import{L as gt}from"./assets/loading-D54oz7uP.js";import{F as ke,A as Wt,d as y,o as At,f as vt,a as be}from"./assets/groundwork-talk-CQ8wIB2Q.js";import{G as oi}from"./assets/groundwork-talk-CQ8wIB2Q.js";import{G as qt,l as xe}from"./assets/field-CxC-cZPs.js";import"./assets/disclosure-C_9RP2nc.js";import{GroundworkTeam as li}from"./assets/groundwork-team-DY2tWWM2.js";import"./assets/card-DiAvCNu3.js";import"./assets/session-B1_zVB-l.js";import"./assets/tabs-BBsd4cSu.js";import"./assets/table-DNOUarcs.js";var Pe=Object.defineProperty,Te=Object.getOwnPropertyDescriptor,It=(t,e,i,s)=>{for(var a=s>1?void 0:s?Te(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Pe(e,i,a),a};let Z=class extends rt{constructor(){super(...arguments),this.planId=""}view(){const{shell:t,plan:e}=this.t;return o`<div class="page-head"><h1>${e.title}</h1></div>
      <gw-empty icon="clock" heading=${t.notBuilt} text=${t.notBuiltText}></gw-empty>`}};Z.styles=[st,at];It([g({attribute:"plan-id"})],Z.prototype,"planId",2);Z=It([j("groundwork-progress")],Z);const ze=100,Ce=3e4;class Oe extends EventTarget{#i;#a;#t=[];#r;#e;#s;constructor(e,i){super(),this.#i=e,this.#a=i}get loaded(){return this.#s!==void 0}get more(){return this.#r!==void 0}on(e,i){return this.#t.filter(({subject:s})=>s.kind===e&&s.id===i)}async load(){this.error===void 0&&this.#s!==void 0&&Date.now()-this.#s<Ce||(this.#e??=this.#n(void 0).finally(()=>this.#e=void 0),await this.#e)}loadMore(){return this.#e??=this.#n(this.#r).finally(()=>this.#e=void 0),this.#e}async#n(e){try{const i={path:{plan_id:this.#a},query:{limit:ze,cursor:e}},{data:s}=await this.#i.GET("/v1/plans/{plan_id}/comments",{params:i});this.#t=e===void 0?s.items:[...this.#t,...s.items],this.#r=s.next_cursor??void 0,this.#s=Date.now(),this.error=void 0}catch(i){this.error=i}this.#o()}async add(e,i){const s={path:{plan_id:this.#a},header:i.header(e)},{data:a}=await this.#i.POST("/v1/plans/{plan_id}/comments",{params:s,body:e});i.done(),this.#t=[...this.#t.filter(({id:r})=>r!==a.id),a],this.#o()}async remove(e){await this.#i.DELETE("/v1/comments/{comment_id}",{params:{path:{comment_id:e.id}}}),this.#t=this.#t.filter(({id:i})=>i!==e.id),this.#o()}#o(){this.dispatchEvent(new Event("change"))}}const Et=new WeakMap;function Ee(t,e){let i=Et.get(t);i===void 0&&Et.set(t,i=new Map);const s=i.get(e)??new Oe(t,e);return i.set(e,s),s}var Ge=Object.defineProperty,Me=Object.getOwnPropertyDescriptor,Bt=t=>{throw TypeError(t)},E=(t,e,i,s)=>{for(var a=s>1?void 0:s?Me(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Ge(e,i,a),a},$t=(t,e,i)=>e.has(t)||Bt("Cannot "+i),tt=(t,e,i)=>($t(t,e,"read from private field"),e.get(t)),ht=(t,e,i)=>e.has(t)?Bt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Ft=(t,e,i,s)=>($t(t,e,"write to private field"),e.set(t,i),i),m=(t,e,i)=>($t(t,e,"access private method"),i),B,F,v,Lt,Kt,ot,Ut,jt,I,Nt,_t;const Se=200,De=10;let x=class extends qt{constructor(){super(...arguments),ht(this,v),this.maxlength=2e3,this.picked=[],this.found=[],this.active=0,this.searched="",ht(this,B),ht(this,F)}get mentioned(){return this.picked.filter(({display_name:t})=>this.value.includes(`@${t}`)).slice(0,De)}focus(){this.control.focus()}render(){const t=this.found.length>0,{talk:e}=this.t;return o`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}
      <div class="place">
        <textarea
          id="control"
          part="control"
          class="control"
          dir="auto"
          rows="2"
          ${ye({"--rows":2})}
          maxlength=${this.maxlength}
          aria-describedby=${pt(this.describedBy)}
          aria-invalid=${this.error?"true":"false"}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${pt(t?"people":void 0)}
          aria-activedescendant=${pt(t?`person-${this.active}`:void 0)}
          ?disabled=${this.disabled}
          .value=${xe(this.value)}
          @input=${m(this,v,Ut)}
          @keydown=${m(this,v,Nt)}
          @blur=${m(this,v,I)}
        ></textarea>
        ${t?o`<div role="listbox" id="people" part="people" aria-label=${e.colleagues}>
              ${this.found.map((i,s)=>m(this,v,Kt).call(this,i,s))}
            </div>`:h}
      </div>
      <div class="visually-hidden" role="status">${m(this,v,Lt).call(this)}</div>
      ${this.fault()}
    </div>`}};B=new WeakMap;F=new WeakMap;v=new WeakSet;Lt=function(){const{talk:t}=this.t;return this.searched===""?"":this.found.length===0?t.noOneFound:t.found(this.found.length)};Kt=function(t,e){return o`<div
      role="option"
      id="person-${e}"
      part="person"
      aria-selected=${e===this.active?"true":"false"}
      @pointerdown=${i=>i.preventDefault()}
      @click=${()=>m(this,v,_t).call(this,t)}
    >
      <gw-avatar size="small" name=${t.display_name}></gw-avatar>
      <span>
        <bdi>${t.display_name}</bdi>
        ${t.title?o`<span class="title"><bdi>${t.title}</bdi></span>`:h}
      </span>
    </div>`};ot=function(){const t=this.control.value.slice(0,this.control.selectionStart);return/(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(t)?.[1]};Ut=function(t){this.take(t),clearTimeout(tt(this,B));const e=m(this,v,ot).call(this);e===void 0||[...e].length<2?m(this,v,I).call(this):Ft(this,B,setTimeout(()=>void m(this,v,jt).call(this,e),Se))};jt=async function(t){tt(this,F)?.abort();const e=new AbortController;Ft(this,F,e);try{const i={query:{search:t}},s=await this.api?.GET("/v1/people/directory",{params:i,signal:e.signal});!e.signal.aborted&&m(this,v,ot).call(this)===t&&(this.found=s?.data.items.slice(0,8)??[],this.active=0,this.searched=t)}catch{e.signal.aborted||m(this,v,I).call(this)}};I=function(){clearTimeout(tt(this,B)),tt(this,F)?.abort(),this.found=[],this.searched=""};Nt=function(t){if(this.found.length===0||t.isComposing)return;const{length:e}=this.found,i=this.found[this.active];switch(t.key){case"ArrowDown":this.active=(this.active+1)%e;break;case"ArrowUp":this.active=(this.active+e-1)%e;break;case"Enter":case"Tab":i!==void 0&&m(this,v,_t).call(this,i);break;case"Escape":m(this,v,I).call(this);break;default:return}t.preventDefault(),t.stopPropagation()};_t=function(t){const e=this.control.selectionStart,i=m(this,v,ot).call(this)??"",s=e-i.length,a=`${t.display_name} `;this.control.setRangeText(a,s,e,"end"),this.value=this.control.value,this.picked=[...this.picked.filter(({id:r})=>r!==t.id),t],m(this,v,I).call(this),this.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))};x.styles=[...qt.styles,it`
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
    `];E([g({type:Number})],x.prototype,"maxlength",2);E([g({attribute:!1})],x.prototype,"picked",2);E([$e({context:_e,subscribe:!0}),T()],x.prototype,"api",2);E([T()],x.prototype,"found",2);E([T()],x.prototype,"active",2);E([T()],x.prototype,"searched",2);E([mt("textarea")],x.prototype,"control",2);x=E([j("gw-mention-field")],x);var We=Object.defineProperty,Ae=Object.getOwnPropertyDescriptor,Ht=t=>{throw TypeError(t)},z=(t,e,i,s)=>{for(var a=s>1?void 0:s?Ae(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&We(e,i,a),a},yt=(t,e,i)=>e.has(t)||Ht("Cannot "+i),w=(t,e,i)=>(yt(t,e,"read from private field"),i?i.call(t):e.get(t)),Q=(t,e,i)=>e.has(t)?Ht("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),qe=(t,e,i,s)=>(yt(t,e,"write to private field"),e.set(t,i),i),f=(t,e,i)=>(yt(t,e,"access private method"),i),kt,L,bt,l,A,nt,xt,lt,ct,Rt,Vt,Yt,Pt,Tt,Jt,et,Qt,Xt;const Zt={text:"",picked:[]},te=15*6e4;let $=class extends rt{constructor(){super(),Q(this,l),this.planId="",this.subjectKind="plan",this.subjectId="",this.closed=!1,this.open=!1,this.sending=!1,Q(this,kt,new Wt),Q(this,L),Q(this,bt,new gt(this,()=>[this.planId],async()=>(w(this,l,A).load(),this.api.me()))),new ke(this,()=>this.connected?w(this,l,A):void 0)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(w(this,L))}view(){const{talk:t,common:e}=this.t,i=w(this,l,A),{kind:s,id:a}=w(this,l,nt),r=i.on(s,a);return f(this,l,Xt).call(this,r),i.loaded?o`<div class="stack">
      ${r.length===0?h:o`<ul role="list" class="list" aria-label=${t.comments}>
            ${ut(r,n=>n.id,n=>f(this,l,Rt).call(this,n))}
          </ul>`}
      ${i.error===void 0?h:o`<gw-error inline .error=${i.error} @retry=${()=>void i.load()}></gw-error>`}
      ${i.more?o`<div class="row">
            <gw-button size="small" variant="quiet" @click=${()=>void i.loadMore()}>${e.showMore}</gw-button>
          </div>`:h}
      ${this.closed?r.length===0?o`<p class="muted small">${t.noComments}</p>`:h:f(this,l,Yt).call(this,r.length)}
    </div>`:i.error===void 0?o`<gw-skeleton lines="2"></gw-skeleton>`:o`<gw-error inline .error=${i.error} @retry=${()=>void i.load()}></gw-error>`}};kt=new WeakMap;L=new WeakMap;bt=new WeakMap;l=new WeakSet;A=function(){return Ee(this.api,this.planId)};nt=function(){return{kind:this.subjectKind,id:this.subjectKind==="plan"?this.planId:this.subjectId}};xt=function(){const{kind:t,id:e}=w(this,l,nt);return`comment ${this.planId} ${t} ${e}`};lt=function(){return y(this.api).get(w(this,l,xt))??Zt};ct=function(t){y(this.api).keep(w(this,l,xt),t.text===""?void 0:t),this.requestUpdate()};Rt=function(t){const{talk:e}=this.t,{author:i,created_at:s}=t,a=w(this,bt).value?.person?.id===t.author_id,r=Date.now()-Date.parse(s)<te;return o`<li>
      <gw-avatar size="small" name=${i.display_name}></gw-avatar>
      <div>
        <p class="who">
          <strong><bdi>${i.display_name}</bdi></strong>
          <time class="muted small" datetime=${s} title=${this.locale.format.time(s)}>
            ${this.locale.format.relative(s)}
          </time>
        </p>
        <p class="text" dir="auto">${f(this,l,Vt).call(this,t)}</p>
        ${a&&r?o`<gw-button size="small" variant="quiet" @click=${()=>void f(this,l,Qt).call(this,t)}>${e.takeBack}</gw-button>`:h}
      </div>
    </li>`};Vt=function({text:t,mentioned:e}){const i=e.map(({display_name:a})=>a).filter(a=>a!=="").sort((a,r)=>r.length-a.length).map(a=>`@${a}`.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"));return i.length===0?t:t.split(new RegExp(`(${i.join("|")})`,"u")).map((a,r)=>r%2===1?o`<span class="mention">${a}</span>`:a)};Yt=function(t){const{talk:e,common:i}=this.t,{text:s,picked:a}=w(this,l,lt);return!this.open&&s===""?o`<div class="row">
        <gw-button class="begin" size="small" variant="quiet" icon="message" @click=${()=>void f(this,l,Pt).call(this)}>
          ${t===0?e.comment:e.reply}
        </gw-button>
      </div>`:o`<div class="stack tight composer" @keydown=${f(this,l,Jt)}>
      <gw-mention-field
        label=${e.yourComment}
        hint=${e.commentHint}
        .value=${s}
        .picked=${a}
        @input=${({target:r})=>{const{value:n,mentioned:k}=r;f(this,l,ct).call(this,{text:n,picked:k})}}
      ></gw-mention-field>
      ${this.error===void 0?h:o`<gw-error inline .error=${this.error} @retry=${()=>void f(this,l,et).call(this)}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.sending} @click=${()=>void f(this,l,et).call(this)}>${e.send}</gw-button>
        ${s.trim()===""?o`<gw-button size="small" variant="quiet" @click=${()=>void f(this,l,Tt).call(this)}>${i.cancel}</gw-button>`:h}
      </div>
    </div>`};Pt=async function(){this.open=!0,await this.updateComplete,await this.field?.updateComplete,this.field?.focus()};Tt=async function(){this.open=!1,f(this,l,ct).call(this,Zt),this.error=void 0,await this.updateComplete,this.begin?.focus()};Jt=function(t){t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&(t.preventDefault(),f(this,l,et).call(this))};et=async function(){const t=w(this,l,lt),e=t.text.trim();if(e===""||this.sending){this.field?.focus();return}this.sending=!0,this.error=void 0;try{const i=t.picked.map(({id:s})=>s);await w(this,l,A).add({subject:w(this,l,nt),text:e,mentions:i},w(this,kt)),await f(this,l,Tt).call(this),C(this,this.t.talk.sent)}catch(i){this.error=i}finally{this.sending=!1}};Qt=async function(t){const{talk:e}=this.t;try{await w(this,l,A).remove(t),w(this,l,lt).text.trim()===""&&!this.closed?(f(this,l,ct).call(this,{text:t.text,picked:t.mentioned}),await f(this,l,Pt).call(this),C(this,e.tookBack)):C(this,e.deleted)}catch(i){C(this,Dt(i,this.t).text,"critical")}};Xt=function(t){clearTimeout(w(this,L));const e=t.map(({created_at:i})=>Date.parse(i)+te-Date.now()).filter(i=>i>0);e.length>0&&qe(this,L,setTimeout(()=>this.requestUpdate(),Math.min(...e)+500))};$.styles=[st,at,it`
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
    `];z([g({attribute:"plan-id"})],$.prototype,"planId",2);z([g({attribute:"subject-kind"})],$.prototype,"subjectKind",2);z([g({attribute:"subject-id"})],$.prototype,"subjectId",2);z([g({type:Boolean})],$.prototype,"closed",2);z([g({type:Boolean})],$.prototype,"open",2);z([T()],$.prototype,"sending",2);z([T()],$.prototype,"error",2);z([mt("gw-mention-field")],$.prototype,"field",2);z([mt(".begin")],$.prototype,"begin",2);$=z([j("groundwork-comments")],$);var Ie=Object.defineProperty,Be=Object.getOwnPropertyDescriptor,ee=t=>{throw TypeError(t)},G=(t,e,i,s)=>{for(var a=s>1?void 0:s?Be(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Ie(e,i,a),a},ie=(t,e,i)=>e.has(t)||ee("Cannot "+i),K=(t,e,i)=>(ie(t,e,"read from private field"),i?i.call(t):e.get(t)),Gt=(t,e,i)=>e.has(t)?ee("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),_=(t,e,i)=>(ie(t,e,"access private method"),i),zt,u,N,S,se,ae,re,wt;const Mt={title:"",description:"",area:"",due:"",template:""};let P=class extends rt{constructor(){super(...arguments),Gt(this,u),this.mode="propose",this.areas=[],this.place="",this.busy=!1,this.missing=!1,Gt(this,zt,new gt(this,()=>[this.mode],async([t],e)=>{if(t==="accept")return[];const{data:i}=await this.api.GET("/v1/action-templates",{params:{query:{limit:100}},signal:e});return i.items}))}view(){const{talk:t,common:e}=this.t,{title:i,description:s,area:a,due:r}=K(this,u,N),n=this.mode==="accept",{proposal:k}=this,M=n&&k?.development_area_id&&a!==""?[]:[{value:"",label:t.noArea}],b=d=>d.target.value;return o`<div class="stack">
      <div class="fields">
        ${_(this,u,se).call(this)}
        <gw-text-field
          class="wide"
          label=${t.action}
          hint=${n?void 0:t.actionHint}
          maxlength="200"
          .value=${i}
          .error=${this.missing?t.actionMissing:void 0}
          @input=${d=>_(this,u,S).call(this,{title:b(d)})}
        ></gw-text-field>
        ${n?h:o`<gw-text-field
              class="wide"
              multiline
              rows="2"
              label=${t.why}
              maxlength="4000"
              .value=${s}
              @input=${d=>_(this,u,S).call(this,{description:b(d)})}
            ></gw-text-field>`}
        <gw-select
          label=${t.area}
          .options=${[...M,...this.areas.map(({id:d,name:J})=>({value:d,label:J}))]}
          .value=${a}
          @change=${d=>_(this,u,S).call(this,{area:b(d)})}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${t.due}
          min=${this.locale.format.today()}
          .value=${r}
          @input=${d=>_(this,u,S).call(this,{due:b(d)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?h:o`<gw-error inline .error=${this.error} @retry=${()=>_(this,u,wt).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" size="small" ?busy=${this.busy} @click=${()=>_(this,u,wt).call(this)}>
          ${n?t.accept:t.propose}
        </gw-button>
        <gw-button variant="quiet" size="small" @click=${()=>_(this,u,re).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}firstUpdated(){vt(this,"gw-text-field")}};zt=new WeakMap;u=new WeakSet;N=function(){const{proposal:t}=this,e=t&&{...Mt,title:t.title,area:this.areas.some(({id:i})=>i===t.development_area_id)?t.development_area_id??"":"",due:t.due_on??""};return y(this.api).get(this.place)??e??Mt};S=function(t){y(this.api).keep(this.place,{...K(this,u,N),...t}),this.missing=!1,this.requestUpdate()};se=function(){const{talk:t}=this.t,e=K(this,zt).value??[];return e.length===0?h:o`<gw-select
          class="wide"
          label=${t.template}
          .options=${[{value:"",label:t.noTemplate},...e.map(({id:i,title:s})=>({value:i,label:s}))]}
          .value=${K(this,u,N).template}
          @change=${i=>_(this,u,ae).call(this,e.find(({id:s})=>s===i.target.value))}
        ></gw-select>`};ae=function(t){if(t===void 0){_(this,u,S).call(this,{template:""});return}const{id:e,title:i,description:s,due_after_days:a}=t,r=a===null?"":be(this.locale.format.today(),a);_(this,u,S).call(this,{template:e,title:i,description:s??"",due:r})};re=function(){y(this.api).keep(this.place),this.dispatchEvent(new Event("leave"))};wt=function(){const{title:t,description:e,area:i,due:s,template:a}=K(this,u,N);if(this.missing=t.trim()==="",this.missing){this.renderRoot.querySelector("gw-text-field")?.focus();return}const r={title:t.trim(),development_area_id:i||null,due_on:s||null,...this.mode==="propose"&&{description:e.trim()||null,template_id:a||null}};this.dispatchEvent(new CustomEvent("send",{detail:r}))};P.styles=[st,at,At,it`
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
    `];G([g()],P.prototype,"mode",2);G([g({attribute:!1})],P.prototype,"proposal",2);G([g({attribute:!1})],P.prototype,"areas",2);G([g()],P.prototype,"place",2);G([g({type:Boolean})],P.prototype,"busy",2);G([g({attribute:!1})],P.prototype,"error",2);G([T()],P.prototype,"missing",2);P=G([j("gw-propose")],P);var Fe=Object.defineProperty,Le=Object.getOwnPropertyDescriptor,oe=t=>{throw TypeError(t)},H=(t,e,i,s)=>{for(var a=s>1?void 0:s?Le(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Fe(e,i,a),a},Ct=(t,e,i)=>e.has(t)||oe("Cannot "+i),O=(t,e,i)=>(Ct(t,e,"read from private field"),i?i.call(t):e.get(t)),X=(t,e,i)=>e.has(t)?oe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),St=(t,e,i,s)=>(Ct(t,e,"write to private field"),e.set(t,i),i),p=(t,e,i)=>(Ct(t,e,"access private method"),i),R,q,c,ne,le,U,ce,de,pe,D,he,ft,ue,ve,dt,V,Y;const Ke={proposed:["info","message"],accepted:["positive","check-circle"],declined:["neutral","close"],withdrawn:["neutral","arrow-left"]};let W=class extends rt{constructor(){super(...arguments),X(this,c),this.planId="",this.busy="",X(this,R,new Wt),X(this,q,new gt(this,()=>[this.planId],async([t],e)=>{const i={plan_id:t},[s,a,r]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:i},signal:e}),this.api.GET("/v1/plans/{plan_id}/proposals",{params:{path:i,query:{limit:100}},signal:e})]);return{me:s,plan:a.data,proposals:r.data.items,more:r.data.next_cursor!==null}})),X(this,U,"")}view(){return O(this,q).show(t=>p(this,c,ne).call(this,t),()=>o`<gw-skeleton lines="2"></gw-skeleton>`)}};R=new WeakMap;q=new WeakMap;c=new WeakSet;ne=function(t){const{talk:e}=this.t,{plan:i,me:s,proposals:a}=t,r=i.owner_id===s.person?.id,n=({status:d})=>d==="proposed",k=a.filter(n),M=a.filter(d=>!n(d)).reverse(),b=d=>p(this,c,le).call(this,t,d,r);return o`<div class="stack">
      ${k.length===0?o`<p class="muted">${r?e.noProposals:e.noProposalsYet}</p>`:o`<ul role="list" class="list" aria-label=${e.openProposals}>
            ${ut(k,({id:d})=>d,b)}
          </ul>`}
      ${r||!(i.status==="shared"||i.status==="agreed")?h:p(this,c,pe).call(this,t)}
      ${M.length===0?h:o`<gw-disclosure label=${e.decided(M.length)}>
            <ul role="list" class="list">
              ${ut(M,({id:d})=>d,b)}
            </ul>
          </gw-disclosure>`}
      ${t.more?o`<p class="muted small">${e.notAll}</p>`:h}
    </div>`};le=function(t,e,i){const{talk:s}=this.t,{id:a,title:r,description:n,author:k,development_area_id:M,due_on:b,status:d,answer:J}=e,Ot=t.plan.answers.development_areas.find(ge=>ge.id===M),[we,fe]=Ke[d],me=e.author_id===t.me.person?.id;return o`<li class="proposal" id="p-${a}">
      <div class="head">
        <h3>${r}</h3>
        ${d==="proposed"&&i?h:o`<gw-pill tone=${we} icon=${fe}>${s.proposalStatus[d]}</gw-pill>`}
      </div>
      ${n?o`<p class="text" dir="auto">${n}</p>`:h}
      <p class="facts">
        <span>${s.by(k.display_name)}</span>
        ${Ot?o`<span>${s.worksOn(Ot.name)}</span>`:h}
        ${b?o`<span>${s.dueOn(this.locale.format.date(b))}</span>`:h}
      </p>
      ${J?o`<p class="text answer" dir="auto">${J}</p>`:h}
      ${d==="proposed"?p(this,c,ce).call(this,t,e,i,me):h}
      ${this.error!==void 0&&O(this,U)===a&&(this.doing===void 0||d!=="proposed")?o`<gw-error inline no-retry .error=${this.error}></gw-error>`:h}
    </li>`};U=new WeakMap;ce=function(t,e,i,s){const{talk:a}=this.t,{id:r}=e,n=this.doing?.id===r?this.doing.what:void 0;return n==="adapt"?o`<gw-propose
        mode="accept"
        place="accept ${r}"
        .proposal=${e}
        .areas=${t.plan.answers.development_areas}
        ?busy=${this.busy===r}
        .error=${this.error}
        @send=${k=>void p(this,c,ft).call(this,e,k.detail)}
        @leave=${()=>p(this,c,D).call(this,void 0)}
      ></gw-propose>`:n==="decline"?p(this,c,de).call(this,e):i?o`<div class="row">
        <gw-button size="small" icon="check" ?busy=${this.busy===r} @click=${()=>void p(this,c,ft).call(this,e,{})}>
          ${a.accept}
        </gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>p(this,c,D).call(this,{what:"adapt",id:r})}>${a.adapt}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>p(this,c,D).call(this,{what:"decline",id:r})}>${a.decline}</gw-button>
      </div>`:s?o`<div class="row">
          <gw-button size="small" variant="quiet" ?busy=${this.busy===r} @click=${()=>void p(this,c,ve).call(this,e)}>
            ${a.withdraw}
          </gw-button>
        </div>`:h};de=function(t){const{talk:e,common:i}=this.t,s=`decline ${t.id}`,a=y(this.api);return o`<div class="stack tight">
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
      ${this.error===void 0?h:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy===t.id} @click=${()=>void p(this,c,ue).call(this,t)}>${e.decline}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>p(this,c,D).call(this,void 0)}>${i.cancel}</gw-button>
      </div>
    </div>`};pe=function({plan:t}){const{talk:e}=this.t,i=`proposal ${t.id}`;return this.doing?.what!=="propose"&&y(this.api).get(i)===void 0?o`<div class="row">
        <gw-button class="propose" size="small" icon="plus" @click=${()=>p(this,c,D).call(this,{what:"propose",id:""})}>${e.proposeAction}</gw-button>
      </div>`:o`<section class="form">
      <h3>${e.proposeAction}</h3>
      <p class="muted small">${e.proposeText(t.owner.display_name)}</p>
      <gw-propose
        place=${i}
        .areas=${t.answers.development_areas}
        ?busy=${this.busy==="propose"}
        .error=${this.error}
        @send=${s=>void p(this,c,he).call(this,s.detail,i)}
        @leave=${()=>p(this,c,D).call(this,void 0)}
      ></gw-propose>
    </section>`};D=function(t){const e=this.doing;this.doing=t,this.error=void 0,t?.what==="decline"?vt(this,".word"):t===void 0&&e!==void 0&&vt(this,e.what==="propose"?".propose":`#p-${e.id} gw-button`)};he=function(t,e){return p(this,c,Y).call(this,"propose",async()=>{const i={path:{plan_id:this.planId},header:O(this,R).header(t)},{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals",{params:i,body:t});y(this.api).keep(e),p(this,c,V).call(this,s),C(this,this.t.talk.proposed)})};ft=function(t,e){return p(this,c,Y).call(this,t.id,async()=>{const i=p(this,c,dt).call(this,t,["accept",e]),{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/accept",{params:i,body:e});y(this.api).keep(`accept ${t.id}`),p(this,c,V).call(this,s),this.emit("groundwork-plan-changed",{planId:this.planId}),C(this,this.t.talk.accepted)})};ue=function(t){const e=`decline ${t.id}`;return p(this,c,Y).call(this,t.id,async()=>{const i={answer:y(this.api).get(e)?.trim()||null},s=p(this,c,dt).call(this,t,["decline",i]),{data:a}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/decline",{params:s,body:i});y(this.api).keep(e),p(this,c,V).call(this,a),C(this,this.t.talk.declined)})};ve=function(t){return p(this,c,Y).call(this,t.id,async()=>{const e=p(this,c,dt).call(this,t,["withdraw"]),{data:i}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/withdraw",{params:e,body:{}});p(this,c,V).call(this,i),C(this,this.t.talk.withdrawn)})};dt=function({id:t},e){return{path:{plan_id:this.planId,proposal_id:t},header:O(this,R).header([t,e])}};V=function(t){const{value:e}=O(this,q);if(e!==void 0){const{proposals:i}=e,s=!i.some(({id:r})=>r===t.id),a=i.map(r=>r.id===t.id?t:r);O(this,q).value={...e,proposals:s?[...a,t]:a}}};Y=async function(t,e){this.busy=t,this.error=void 0,St(this,U,"");try{await e(),O(this,R).done(),this.doing=void 0}catch(i){St(this,U,t),this.error=i;const{kind:s}=Dt(i,this.t);(s==="refused"||s==="missing"||s==="conflict")&&O(this,q).reload()}finally{this.busy=""}};W.styles=[st,at,At,it`
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
    `];H([g({attribute:"plan-id"})],W.prototype,"planId",2);H([T()],W.prototype,"doing",2);H([T()],W.prototype,"busy",2);H([T()],W.prototype,"error",2);W=H([j("groundwork-proposals")],W);export{$ as GroundworkComments,ii as GroundworkFeedback,ai as GroundworkPlan,Z as GroundworkProgress,W as GroundworkProposals,oi as GroundworkTalk,li as GroundworkTeam};
