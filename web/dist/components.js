import{GroundworkFeedback as Je}from"./assets/groundwork-feedback-CvS2RgPh.js";import{GroundworkPlan as Xe}from"./assets/groundwork-plan-8g61PpId.js";import{b as o,i as it,A as h}from"./assets/tokens-CJCdtVT4.js";import{b as st,l as at,n as g,G as rt,e as N,c as fe,a as me,r as T,d as ft,v as ge,o as pt,t as C,f as $e}from"./assets/menu-oLYlwzUy.js";import{F as _e,c as ut,A as Dt,d as y,a as ye}from"./assets/groundwork-talk-zXjz8eIw.js";import{G as ti}from"./assets/groundwork-talk-zXjz8eIw.js";import{L as mt}from"./assets/loading-DPKWGxZQ.js";import{G as St,l as ke}from"./assets/field-BzxLhcae.js";import{GroundworkTeam as ii}from"./assets/groundwork-team-uk_ogINe.js";import"./assets/session--EGqrJQM.js";import"./assets/card-KF2Afm_M.js";var be=Object.defineProperty,xe=Object.getOwnPropertyDescriptor,Wt=(t,e,i,s)=>{for(var a=s>1?void 0:s?xe(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&be(e,i,a),a};let Z=class extends rt{constructor(){super(...arguments),this.planId=""}view(){const{shell:t,plan:e}=this.t;return o`<div class="page-head"><h1>${e.title}</h1></div>
      <gw-empty icon="clock" heading=${t.notBuilt} text=${t.notBuiltText}></gw-empty>`}};Z.styles=[st,at];Wt([g({attribute:"plan-id"})],Z.prototype,"planId",2);Z=Wt([N("groundwork-progress")],Z);const Pe=100,Te=3e4;class ze extends EventTarget{#i;#a;#t=[];#r;#e;#s;constructor(e,i){super(),this.#i=e,this.#a=i}get loaded(){return this.#s!==void 0}get more(){return this.#r!==void 0}on(e,i){return this.#t.filter(({subject:s})=>s.kind===e&&s.id===i)}async load(){this.error===void 0&&this.#s!==void 0&&Date.now()-this.#s<Te||(this.#e??=this.#n(void 0).finally(()=>this.#e=void 0),await this.#e)}loadMore(){return this.#e??=this.#n(this.#r).finally(()=>this.#e=void 0),this.#e}async#n(e){try{const i={path:{plan_id:this.#a},query:{limit:Pe,cursor:e}},{data:s}=await this.#i.GET("/v1/plans/{plan_id}/comments",{params:i});this.#t=e===void 0?s.items:[...this.#t,...s.items],this.#r=s.next_cursor??void 0,this.#s=Date.now(),this.error=void 0}catch(i){this.error=i}this.#o()}async add(e,i){const s={path:{plan_id:this.#a},header:i.header(e)},{data:a}=await this.#i.POST("/v1/plans/{plan_id}/comments",{params:s,body:e});i.done(),this.#t=[...this.#t.filter(({id:r})=>r!==a.id),a],this.#o()}async remove(e){await this.#i.DELETE("/v1/comments/{comment_id}",{params:{path:{comment_id:e.id}}}),this.#t=this.#t.filter(({id:i})=>i!==e.id),this.#o()}#o(){this.dispatchEvent(new Event("change"))}}const Ot=new WeakMap;function Ce(t,e){let i=Ot.get(t);i===void 0&&Ot.set(t,i=new Map);const s=i.get(e)??new ze(t,e);return i.set(e,s),s}var Oe=Object.defineProperty,Ee=Object.getOwnPropertyDescriptor,At=t=>{throw TypeError(t)},O=(t,e,i,s)=>{for(var a=s>1?void 0:s?Ee(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Oe(e,i,a),a},gt=(t,e,i)=>e.has(t)||At("Cannot "+i),tt=(t,e,i)=>(gt(t,e,"read from private field"),e.get(t)),ht=(t,e,i)=>e.has(t)?At("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),qt=(t,e,i,s)=>(gt(t,e,"write to private field"),e.set(t,i),i),m=(t,e,i)=>(gt(t,e,"access private method"),i),I,B,v,It,Bt,ot,Ft,Lt,q,Kt,$t;const Ge=200,Me=10;let x=class extends St{constructor(){super(...arguments),ht(this,v),this.maxlength=2e3,this.picked=[],this.found=[],this.active=0,this.searched="",ht(this,I),ht(this,B)}get mentioned(){return this.picked.filter(({display_name:t})=>this.value.includes(`@${t}`)).slice(0,Me)}focus(){this.control.focus()}render(){const t=this.found.length>0,{talk:e}=this.t;return o`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}
      <div class="place">
        <textarea
          id="control"
          part="control"
          class="control"
          dir="auto"
          rows="2"
          ${ge({"--rows":2})}
          maxlength=${this.maxlength}
          aria-describedby=${pt(this.describedBy)}
          aria-invalid=${this.error?"true":"false"}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${pt(t?"people":void 0)}
          aria-activedescendant=${pt(t?`person-${this.active}`:void 0)}
          ?disabled=${this.disabled}
          .value=${ke(this.value)}
          @input=${m(this,v,Ft)}
          @keydown=${m(this,v,Kt)}
          @blur=${m(this,v,q)}
        ></textarea>
        ${t?o`<div role="listbox" id="people" part="people" aria-label=${e.colleagues}>
              ${this.found.map((i,s)=>m(this,v,Bt).call(this,i,s))}
            </div>`:h}
      </div>
      <div class="visually-hidden" role="status">${m(this,v,It).call(this)}</div>
      ${this.fault()}
    </div>`}};I=new WeakMap;B=new WeakMap;v=new WeakSet;It=function(){const{talk:t}=this.t;return this.searched===""?"":this.found.length===0?t.noOneFound:t.found(this.found.length)};Bt=function(t,e){return o`<div
      role="option"
      id="person-${e}"
      part="person"
      aria-selected=${e===this.active?"true":"false"}
      @pointerdown=${i=>i.preventDefault()}
      @click=${()=>m(this,v,$t).call(this,t)}
    >
      <gw-avatar size="small" name=${t.display_name}></gw-avatar>
      <span>
        <bdi>${t.display_name}</bdi>
        ${t.title?o`<span class="title"><bdi>${t.title}</bdi></span>`:h}
      </span>
    </div>`};ot=function(){const t=this.control.value.slice(0,this.control.selectionStart);return/(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(t)?.[1]};Ft=function(t){this.take(t),clearTimeout(tt(this,I));const e=m(this,v,ot).call(this);e===void 0||[...e].length<2?m(this,v,q).call(this):qt(this,I,setTimeout(()=>void m(this,v,Lt).call(this,e),Ge))};Lt=async function(t){tt(this,B)?.abort();const e=new AbortController;qt(this,B,e);try{const i={query:{search:t}},s=await this.api?.GET("/v1/people/directory",{params:i,signal:e.signal});!e.signal.aborted&&m(this,v,ot).call(this)===t&&(this.found=s?.data.items.slice(0,8)??[],this.active=0,this.searched=t)}catch{e.signal.aborted||m(this,v,q).call(this)}};q=function(){clearTimeout(tt(this,I)),tt(this,B)?.abort(),this.found=[],this.searched=""};Kt=function(t){if(this.found.length===0||t.isComposing)return;const{length:e}=this.found,i=this.found[this.active];switch(t.key){case"ArrowDown":this.active=(this.active+1)%e;break;case"ArrowUp":this.active=(this.active+e-1)%e;break;case"Enter":case"Tab":i!==void 0&&m(this,v,$t).call(this,i);break;case"Escape":m(this,v,q).call(this);break;default:return}t.preventDefault(),t.stopPropagation()};$t=function(t){const e=this.control.selectionStart,i=m(this,v,ot).call(this)??"",s=e-i.length,a=`${t.display_name} `;this.control.setRangeText(a,s,e,"end"),this.value=this.control.value,this.picked=[...this.picked.filter(({id:r})=>r!==t.id),t],m(this,v,q).call(this),this.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))};x.styles=[...St.styles,it`
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
    `];O([g({type:Number})],x.prototype,"maxlength",2);O([g({attribute:!1})],x.prototype,"picked",2);O([fe({context:me,subscribe:!0}),T()],x.prototype,"api",2);O([T()],x.prototype,"found",2);O([T()],x.prototype,"active",2);O([T()],x.prototype,"searched",2);O([ft("textarea")],x.prototype,"control",2);x=O([N("gw-mention-field")],x);var De=Object.defineProperty,Se=Object.getOwnPropertyDescriptor,jt=t=>{throw TypeError(t)},z=(t,e,i,s)=>{for(var a=s>1?void 0:s?Se(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&De(e,i,a),a},_t=(t,e,i)=>e.has(t)||jt("Cannot "+i),w=(t,e,i)=>(_t(t,e,"read from private field"),i?i.call(t):e.get(t)),Q=(t,e,i)=>e.has(t)?jt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),We=(t,e,i,s)=>(_t(t,e,"write to private field"),e.set(t,i),i),f=(t,e,i)=>(_t(t,e,"access private method"),i),yt,F,kt,l,A,nt,bt,lt,ct,Nt,Ut,Ht,xt,Pt,Rt,et,Vt,Yt;const Jt={text:"",picked:[]},Qt=15*6e4;let $=class extends rt{constructor(){super(),Q(this,l),this.planId="",this.subjectKind="plan",this.subjectId="",this.closed=!1,this.open=!1,this.sending=!1,Q(this,yt,new Dt),Q(this,F),Q(this,kt,new mt(this,()=>[this.planId],async()=>(w(this,l,A).load(),this.api.me()))),new _e(this,()=>this.connected?w(this,l,A):void 0)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(w(this,F))}view(){const{talk:t,common:e}=this.t,i=w(this,l,A),{kind:s,id:a}=w(this,l,nt),r=i.on(s,a);return f(this,l,Yt).call(this,r),i.loaded?o`<div class="stack">
      ${r.length===0?h:o`<ul role="list" class="list" aria-label=${t.comments}>
            ${ut(r,n=>n.id,n=>f(this,l,Nt).call(this,n))}
          </ul>`}
      ${i.error===void 0?h:o`<gw-error inline .error=${i.error} @retry=${()=>void i.load()}></gw-error>`}
      ${i.more?o`<div class="row">
            <gw-button size="small" variant="quiet" @click=${()=>void i.loadMore()}>${e.showMore}</gw-button>
          </div>`:h}
      ${this.closed?r.length===0?o`<p class="muted small">${t.noComments}</p>`:h:f(this,l,Ht).call(this,r.length)}
    </div>`:i.error===void 0?o`<gw-skeleton lines="2"></gw-skeleton>`:o`<gw-error inline .error=${i.error} @retry=${()=>void i.load()}></gw-error>`}};yt=new WeakMap;F=new WeakMap;kt=new WeakMap;l=new WeakSet;A=function(){return Ce(this.api,this.planId)};nt=function(){return{kind:this.subjectKind,id:this.subjectKind==="plan"?this.planId:this.subjectId}};bt=function(){const{kind:t,id:e}=w(this,l,nt);return`comment ${this.planId} ${t} ${e}`};lt=function(){return y(this.api).get(w(this,l,bt))??Jt};ct=function(t){y(this.api).keep(w(this,l,bt),t.text===""?void 0:t),this.requestUpdate()};Nt=function(t){const{talk:e}=this.t,{author:i,created_at:s}=t,a=w(this,kt).value?.person?.id===t.author_id,r=Date.now()-Date.parse(s)<Qt;return o`<li>
      <gw-avatar size="small" name=${i.display_name}></gw-avatar>
      <div>
        <p class="who">
          <strong><bdi>${i.display_name}</bdi></strong>
          <time class="muted small" datetime=${s} title=${this.locale.format.time(s)}>
            ${this.locale.format.relative(s)}
          </time>
        </p>
        <p class="text" dir="auto">${f(this,l,Ut).call(this,t)}</p>
        ${a&&r?o`<gw-button size="small" variant="quiet" @click=${()=>void f(this,l,Vt).call(this,t)}>${e.takeBack}</gw-button>`:h}
      </div>
    </li>`};Ut=function({text:t,mentioned:e}){const i=e.map(({display_name:a})=>a).filter(a=>a!=="").sort((a,r)=>r.length-a.length).map(a=>`@${a}`.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"));return i.length===0?t:t.split(new RegExp(`(${i.join("|")})`,"u")).map((a,r)=>r%2===1?o`<span class="mention">${a}</span>`:a)};Ht=function(t){const{talk:e,common:i}=this.t,{text:s,picked:a}=w(this,l,lt);return!this.open&&s===""?o`<div class="row">
        <gw-button class="begin" size="small" variant="quiet" icon="message" @click=${()=>void f(this,l,xt).call(this)}>
          ${t===0?e.comment:e.reply}
        </gw-button>
      </div>`:o`<div class="stack tight composer" @keydown=${f(this,l,Rt)}>
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
        ${s.trim()===""?o`<gw-button size="small" variant="quiet" @click=${()=>void f(this,l,Pt).call(this)}>${i.cancel}</gw-button>`:h}
      </div>
    </div>`};xt=async function(){this.open=!0,await this.updateComplete,await this.field?.updateComplete,this.field?.focus()};Pt=async function(){this.open=!1,f(this,l,ct).call(this,Jt),this.error=void 0,await this.updateComplete,this.begin?.focus()};Rt=function(t){t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&(t.preventDefault(),f(this,l,et).call(this))};et=async function(){const t=w(this,l,lt),e=t.text.trim();if(e===""||this.sending){this.field?.focus();return}this.sending=!0,this.error=void 0;try{const i=t.picked.map(({id:s})=>s);await w(this,l,A).add({subject:w(this,l,nt),text:e,mentions:i},w(this,yt)),await f(this,l,Pt).call(this),C(this,this.t.talk.sent)}catch(i){this.error=i}finally{this.sending=!1}};Vt=async function(t){const{talk:e}=this.t;try{await w(this,l,A).remove(t),w(this,l,lt).text.trim()===""&&!this.closed?(f(this,l,ct).call(this,{text:t.text,picked:t.mentioned}),await f(this,l,xt).call(this),C(this,e.tookBack)):C(this,e.deleted)}catch(i){C(this,$e(i,this.t).text,"critical")}};Yt=function(t){clearTimeout(w(this,F));const e=t.map(({created_at:i})=>Date.parse(i)+Qt-Date.now()).filter(i=>i>0);e.length>0&&We(this,F,setTimeout(()=>this.requestUpdate(),Math.min(...e)+500))};$.styles=[st,at,it`
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
    `];z([g({attribute:"plan-id"})],$.prototype,"planId",2);z([g({attribute:"subject-kind"})],$.prototype,"subjectKind",2);z([g({attribute:"subject-id"})],$.prototype,"subjectId",2);z([g({type:Boolean})],$.prototype,"closed",2);z([g({type:Boolean})],$.prototype,"open",2);z([T()],$.prototype,"sending",2);z([T()],$.prototype,"error",2);z([ft("gw-mention-field")],$.prototype,"field",2);z([ft(".begin")],$.prototype,"begin",2);$=z([N("groundwork-comments")],$);var Ae=Object.defineProperty,qe=Object.getOwnPropertyDescriptor,Xt=t=>{throw TypeError(t)},E=(t,e,i,s)=>{for(var a=s>1?void 0:s?qe(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Ae(e,i,a),a},Zt=(t,e,i)=>e.has(t)||Xt("Cannot "+i),L=(t,e,i)=>(Zt(t,e,"read from private field"),i?i.call(t):e.get(t)),Et=(t,e,i)=>e.has(t)?Xt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),_=(t,e,i)=>(Zt(t,e,"access private method"),i),Tt,u,U,M,te,ee,ie,vt;const Gt={title:"",description:"",area:"",due:"",template:""};let P=class extends rt{constructor(){super(...arguments),Et(this,u),this.mode="propose",this.areas=[],this.place="",this.busy=!1,this.missing=!1,Et(this,Tt,new mt(this,()=>[this.mode],async([t],e)=>{if(t==="accept")return[];const{data:i}=await this.api.GET("/v1/action-templates",{params:{query:{limit:100}},signal:e});return i.items}))}view(){const{talk:t,common:e}=this.t,{title:i,description:s,area:a,due:r}=L(this,u,U),n=this.mode==="accept",{proposal:k}=this,G=n&&k?.development_area_id&&a!==""?[]:[{value:"",label:t.noArea}],b=p=>p.target.value;return o`<div class="stack">
      <div class="fields">
        ${_(this,u,te).call(this)}
        <gw-text-field
          class="wide"
          label=${t.action}
          hint=${n?void 0:t.actionHint}
          maxlength="200"
          dir="auto"
          .value=${i}
          .error=${this.missing?t.actionMissing:void 0}
          @input=${p=>_(this,u,M).call(this,{title:b(p)})}
        ></gw-text-field>
        ${n?h:o`<gw-text-field
              class="wide"
              multiline
              rows="2"
              label=${t.why}
              maxlength="4000"
              dir="auto"
              .value=${s}
              @input=${p=>_(this,u,M).call(this,{description:b(p)})}
            ></gw-text-field>`}
        <gw-select
          label=${t.area}
          .options=${[...G,...this.areas.map(({id:p,name:J})=>({value:p,label:J}))]}
          .value=${a}
          @change=${p=>_(this,u,M).call(this,{area:b(p)})}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${t.due}
          min=${this.locale.format.today()}
          .value=${r}
          @input=${p=>_(this,u,M).call(this,{due:b(p)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?h:o`<gw-error inline .error=${this.error} @retry=${()=>_(this,u,vt).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" size="small" ?busy=${this.busy} @click=${()=>_(this,u,vt).call(this)}>
          ${n?t.accept:t.propose}
        </gw-button>
        <gw-button variant="quiet" size="small" @click=${()=>_(this,u,ie).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}};Tt=new WeakMap;u=new WeakSet;U=function(){const{proposal:t}=this,e=t&&{...Gt,title:t.title,area:this.areas.some(({id:i})=>i===t.development_area_id)?t.development_area_id??"":"",due:t.due_on??""};return y(this.api).get(this.place)??e??Gt};M=function(t){y(this.api).keep(this.place,{...L(this,u,U),...t}),this.missing=!1,this.requestUpdate()};te=function(){const{talk:t}=this.t,e=L(this,Tt).value??[];return e.length===0?h:o`<gw-select
          class="wide"
          label=${t.template}
          .options=${[{value:"",label:t.noTemplate},...e.map(({id:i,title:s})=>({value:i,label:s}))]}
          .value=${L(this,u,U).template}
          @change=${i=>_(this,u,ee).call(this,e.find(({id:s})=>s===i.target.value))}
        ></gw-select>`};ee=function(t){if(t===void 0){_(this,u,M).call(this,{template:""});return}const{id:e,title:i,description:s,due_after_days:a}=t,r=a===null?"":ye(this.locale.format.today(),a);_(this,u,M).call(this,{template:e,title:i,description:s??"",due:r})};ie=function(){y(this.api).keep(this.place),this.dispatchEvent(new Event("leave"))};vt=function(){const{title:t,description:e,area:i,due:s,template:a}=L(this,u,U);if(this.missing=t.trim()==="",this.missing){this.renderRoot.querySelector("gw-text-field")?.focus();return}const r={title:t.trim(),development_area_id:i||null,due_on:s||null,...this.mode==="propose"&&{description:e.trim()||null,template_id:a||null}};this.dispatchEvent(new CustomEvent("send",{detail:r}))};P.styles=[st,at,it`
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
    `];E([g()],P.prototype,"mode",2);E([g({attribute:!1})],P.prototype,"proposal",2);E([g({attribute:!1})],P.prototype,"areas",2);E([g()],P.prototype,"place",2);E([g({type:Boolean})],P.prototype,"busy",2);E([g({attribute:!1})],P.prototype,"error",2);E([T()],P.prototype,"missing",2);P=E([N("gw-propose")],P);var Ie=Object.defineProperty,Be=Object.getOwnPropertyDescriptor,se=t=>{throw TypeError(t)},H=(t,e,i,s)=>{for(var a=s>1?void 0:s?Be(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Ie(e,i,a),a},zt=(t,e,i)=>e.has(t)||se("Cannot "+i),S=(t,e,i)=>(zt(t,e,"read from private field"),i?i.call(t):e.get(t)),X=(t,e,i)=>e.has(t)?se("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Mt=(t,e,i,s)=>(zt(t,e,"write to private field"),e.set(t,i),i),d=(t,e,i)=>(zt(t,e,"access private method"),i),R,K,c,ae,re,j,oe,ne,le,D,ce,wt,de,pe,dt,V,Y;const Fe={proposed:["info","message"],accepted:["positive","check-circle"],declined:["neutral","close"],withdrawn:["neutral","arrow-left"]};let W=class extends rt{constructor(){super(...arguments),X(this,c),this.planId="",this.busy="",X(this,R,new Dt),X(this,K,new mt(this,()=>[this.planId],async([t],e)=>{const i={plan_id:t},[s,a,r]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:i},signal:e}),this.api.GET("/v1/plans/{plan_id}/proposals",{params:{path:i,query:{limit:100}},signal:e})]);return{me:s,plan:a.data,proposals:r.data.items,more:r.data.next_cursor!==null}})),X(this,j,"")}view(){return S(this,K).show(t=>d(this,c,ae).call(this,t),()=>o`<gw-skeleton lines="2"></gw-skeleton>`)}};R=new WeakMap;K=new WeakMap;c=new WeakSet;ae=function(t){const{talk:e}=this.t,{plan:i,me:s,proposals:a}=t,r=i.owner_id===s.person?.id,n=({status:p})=>p==="proposed",k=a.filter(n),G=a.filter(p=>!n(p)).reverse(),b=p=>d(this,c,re).call(this,t,p,r);return o`<div class="stack">
      ${k.length===0?o`<p class="muted">${r?e.noProposals:e.noProposalsYet}</p>`:o`<ul role="list" class="list" aria-label=${e.openProposals}>
            ${ut(k,({id:p})=>p,b)}
          </ul>`}
      ${r||!(i.status==="shared"||i.status==="agreed")?h:d(this,c,le).call(this,t)}
      ${G.length===0?h:o`<gw-disclosure label=${e.decided(G.length)}>
            <ul role="list" class="list">
              ${ut(G,({id:p})=>p,b)}
            </ul>
          </gw-disclosure>`}
      ${t.more?o`<p class="muted small">${e.notAll}</p>`:h}
    </div>`};re=function(t,e,i){const{talk:s}=this.t,{id:a,title:r,description:n,author:k,development_area_id:G,due_on:b,status:p,answer:J}=e,Ct=t.plan.answers.development_areas.find(we=>we.id===G),[he,ue]=Fe[p],ve=e.author_id===t.me.person?.id;return o`<li class="proposal">
      <div class="head">
        <h3>${r}</h3>
        ${p==="proposed"&&i?h:o`<gw-pill tone=${he} icon=${ue}>${s.proposalStatus[p]}</gw-pill>`}
      </div>
      ${n?o`<p class="text" dir="auto">${n}</p>`:h}
      <p class="facts">
        <span>${s.by(k.display_name)}</span>
        ${Ct?o`<span>${s.worksOn(Ct.name)}</span>`:h}
        ${b?o`<span>${s.dueOn(this.locale.format.date(b))}</span>`:h}
      </p>
      ${J?o`<p class="text answer" dir="auto">${J}</p>`:h}
      ${p==="proposed"?d(this,c,oe).call(this,t,e,i,ve):h}
      ${this.error!==void 0&&this.busy===""&&this.doing===void 0&&S(this,j)===a?o`<gw-error inline no-retry .error=${this.error}></gw-error>`:h}
    </li>`};j=new WeakMap;oe=function(t,e,i,s){const{talk:a}=this.t,{id:r}=e,n=this.doing?.id===r?this.doing.what:void 0;return n==="adapt"?o`<gw-propose
        mode="accept"
        place="accept ${r}"
        .proposal=${e}
        .areas=${t.plan.answers.development_areas}
        ?busy=${this.busy===r}
        .error=${this.error}
        @send=${k=>void d(this,c,wt).call(this,e,k.detail)}
        @leave=${()=>d(this,c,D).call(this,void 0)}
      ></gw-propose>`:n==="decline"?d(this,c,ne).call(this,e):i?o`<div class="row">
        <gw-button size="small" icon="check" ?busy=${this.busy===r} @click=${()=>void d(this,c,wt).call(this,e,{})}>
          ${a.accept}
        </gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>d(this,c,D).call(this,{what:"adapt",id:r})}>${a.adapt}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>d(this,c,D).call(this,{what:"decline",id:r})}>${a.decline}</gw-button>
      </div>`:s?o`<div class="row">
          <gw-button size="small" variant="quiet" ?busy=${this.busy===r} @click=${()=>void d(this,c,pe).call(this,e)}>
            ${a.withdraw}
          </gw-button>
        </div>`:h};ne=function(t){const{talk:e,common:i}=this.t,s=`decline ${t.id}`,a=y(this.api);return o`<div class="stack tight">
      <gw-text-field
        multiline
        rows="2"
        dir="auto"
        maxlength="2000"
        label=${e.declineWord(t.author.display_name)}
        hint=${i.optional}
        .value=${a.get(s)??""}
        @input=${r=>a.keep(s,r.target.value||void 0)}
      ></gw-text-field>
      ${this.error===void 0?h:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy===t.id} @click=${()=>void d(this,c,de).call(this,t)}>${e.decline}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>d(this,c,D).call(this,void 0)}>${i.cancel}</gw-button>
      </div>
    </div>`};le=function({plan:t}){const{talk:e}=this.t,i=`proposal ${t.id}`;return this.doing?.what!=="propose"&&y(this.api).get(i)===void 0?o`<div class="row">
        <gw-button size="small" icon="plus" @click=${()=>d(this,c,D).call(this,{what:"propose",id:""})}>${e.proposeAction}</gw-button>
      </div>`:o`<section class="form">
      <h3>${e.proposeAction}</h3>
      <p class="muted small">${e.proposeText(t.owner.display_name)}</p>
      <gw-propose
        place=${i}
        .areas=${t.answers.development_areas}
        ?busy=${this.busy==="propose"}
        .error=${this.error}
        @send=${s=>void d(this,c,ce).call(this,s.detail,i)}
        @leave=${()=>d(this,c,D).call(this,void 0)}
      ></gw-propose>
    </section>`};D=function(t){this.doing=t,this.error=void 0};ce=function(t,e){return d(this,c,Y).call(this,"propose",async()=>{const i={path:{plan_id:this.planId},header:S(this,R).header(t)},{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals",{params:i,body:t});y(this.api).keep(e),d(this,c,V).call(this,s),C(this,this.t.talk.proposed)})};wt=function(t,e){return d(this,c,Y).call(this,t.id,async()=>{const i=d(this,c,dt).call(this,t,["accept",e]),{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/accept",{params:i,body:e});y(this.api).keep(`accept ${t.id}`),d(this,c,V).call(this,s),this.emit("groundwork-plan-changed",{planId:this.planId}),C(this,this.t.talk.accepted)})};de=function(t){const e=`decline ${t.id}`;return d(this,c,Y).call(this,t.id,async()=>{const i={answer:y(this.api).get(e)?.trim()||null},s=d(this,c,dt).call(this,t,["decline",i]),{data:a}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/decline",{params:s,body:i});y(this.api).keep(e),d(this,c,V).call(this,a),C(this,this.t.talk.declined)})};pe=function(t){return d(this,c,Y).call(this,t.id,async()=>{const e=d(this,c,dt).call(this,t,["withdraw"]),{data:i}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/withdraw",{params:e,body:{}});d(this,c,V).call(this,i),C(this,this.t.talk.withdrawn)})};dt=function({id:t},e){return{path:{plan_id:this.planId,proposal_id:t},header:S(this,R).header([t,e])}};V=function(t){const{value:e}=S(this,K);if(e!==void 0){const{proposals:i}=e,s=!i.some(({id:r})=>r===t.id),a=i.map(r=>r.id===t.id?t:r);S(this,K).value={...e,proposals:s?[...a,t]:a}}};Y=async function(t,e){this.busy=t,this.error=void 0,Mt(this,j,"");try{await e(),S(this,R).done(),this.doing=void 0}catch(i){Mt(this,j,t),this.error=i}finally{this.busy=""}};W.styles=[st,at,it`
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
    `];H([g({attribute:"plan-id"})],W.prototype,"planId",2);H([T()],W.prototype,"doing",2);H([T()],W.prototype,"busy",2);H([T()],W.prototype,"error",2);W=H([N("groundwork-proposals")],W);export{$ as GroundworkComments,Je as GroundworkFeedback,Xe as GroundworkPlan,Z as GroundworkProgress,W as GroundworkProposals,ti as GroundworkTalk,ii as GroundworkTeam};
