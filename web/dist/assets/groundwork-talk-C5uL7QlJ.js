import{E as at,f as fs,A as l,b as o,i as z}from"./tokens-CJCdtVT4.js";import{x as pe,y as ge,z as V,M as ms,B as J,C as it,D as qt,E as ve,F as $s,P as we,H as ys,g as B,b as S,n as c,o as N,d as fe,e as x,v as ks,l as Z,r as g,G as Jt,t as D,f as Tt,m as bs}from"./menu-C87ik3tq.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const ne=(e,t,s)=>{const i=new Map;for(let a=t;a<=s;a++)i.set(e[a],a);return i},me=pe(class extends ge{constructor(e){if(super(e),e.type!==V.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,s){let i;s===void 0?s=t:t!==void 0&&(i=t);const a=[],r=[];let n=0;for(const d of e)a[n]=i?i(d,n):n,r[n]=s(d,n),n++;return{values:r,keys:a}}render(e,t,s){return this.dt(e,t,s).values}update(e,[t,s,i]){const a=ms(e),{values:r,keys:n}=this.dt(t,s,i);if(!Array.isArray(a))return this.ut=n,r;const d=this.ut??=[],v=[];let ft,ae,w=0,k=a.length-1,f=0,O=r.length-1;for(;w<=k&&f<=O;)if(a[w]===null)w++;else if(a[k]===null)k--;else if(d[w]===n[f])v[f]=J(a[w],r[f]),w++,f++;else if(d[k]===n[O])v[O]=J(a[k],r[O]),k--,O--;else if(d[w]===n[O])v[O]=J(a[w],r[O]),it(e,v[O+1],a[w]),w++,O--;else if(d[k]===n[f])v[f]=J(a[k],r[f]),it(e,a[w],a[k]),k--,f++;else if(ft===void 0&&(ft=ne(n,f,O),ae=ne(d,w,k)),ft.has(d[w]))if(ft.has(d[k])){const U=ae.get(n[f]),At=U!==void 0?a[U]:null;if(At===null){const re=it(e,a[w]);J(re,r[f]),v[f]=re}else v[f]=J(At,r[f]),it(e,a[w],At),a[U]=null;f++}else qt(a[k]),k--;else qt(a[w]),w++;for(;f<=O;){const U=it(e,v[O+1]);J(U,r[f]),v[f++]=U}for(;w<=k;){const U=a[w++];U!==null&&qt(U)}return this.ut=n,ve(e,v),at}});/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const _s=Symbol();class xs{get taskComplete(){return this.t||(this.i===1?this.t=new Promise(((t,s)=>{this.o=t,this.h=s})):this.i===3?this.t=Promise.reject(this.l):this.t=Promise.resolve(this.u)),this.t}constructor(t,s,i){this.p=0,this.i=0,(this._=t).addController(this);const a=typeof s=="object"?s:{task:s,args:i};this.v=a.task,this.j=a.args,this.m=a.argsEqual??Os,this.k=a.onComplete,this.A=a.onError,this.autoRun=a.autoRun??!0,"initialValue"in a&&(this.u=a.initialValue,this.i=2,this.O=this.T?.())}hostUpdate(){this.autoRun===!0&&this.S()}hostUpdated(){this.autoRun==="afterUpdate"&&this.S()}T(){if(this.j===void 0)return;const t=this.j();if(!Array.isArray(t))throw Error("The args function must return an array");return t}async S(){const t=this.T(),s=this.O;this.O=t,t===s||t===void 0||s!==void 0&&this.m(s,t)||await this.run(t)}async run(t){let s,i;t??=this.T(),this.O=t,this.i===1?this.q?.abort():(this.t=void 0,this.o=void 0,this.h=void 0),this.i=1,this.autoRun==="afterUpdate"?queueMicrotask((()=>this._.requestUpdate())):this._.requestUpdate();const a=++this.p;this.q=new AbortController;let r=!1;try{s=await this.v(t,{signal:this.q.signal})}catch(n){r=!0,i=n}if(this.p===a){if(s===_s)this.i=0;else{if(r===!1){try{this.k?.(s)}catch{}this.i=2,this.o?.(s)}else{try{this.A?.(i)}catch{}this.i=3,this.h?.(i)}this.u=s,this.l=i}this._.requestUpdate()}}abort(t){this.i===1&&this.q?.abort(t)}get value(){return this.u}get error(){return this.l}get status(){return this.i}render(t){switch(this.i){case 0:return t.initial?.();case 1:return t.pending?.();case 2:return t.complete?.(this.value);case 3:return t.error?.(this.error);default:throw Error("Unexpected status: "+this.i)}}}const Os=(e,t)=>e===t||e.length===t.length&&e.every(((s,i)=>!fs(s,t[i])));class $e{#s;#e;#t;#i=!1;#a;#n="";constructor(t,s,i){this.#s=t,this.#e=new xs(t,{args:()=>[t.connected,...s()],task:async([r,...n],{signal:d})=>{if(!r)return new Promise(()=>{});const v=JSON.stringify(n);return this.#i&&=this.#n===v,this.#n=v,this.#a=void 0,i(n,d)},onComplete:r=>{this.#t=r,this.#i=!0,this.#a=void 0},onError:r=>{this.#a=r}});const a=()=>this.#a!==void 0&&this.reload();t.addController({hostConnected:()=>window.addEventListener("online",a),hostDisconnected:()=>window.removeEventListener("online",a)})}get value(){return this.#t}set value(t){this.#t=t,this.#i=!0,this.#s.requestUpdate()}reload(){return this.#e.run()}show(t,s=()=>o`<gw-skeleton lines="5"></gw-skeleton>`){const i=this.#a===void 0?l:o`<gw-error .error=${this.#a} @retry=${()=>void this.reload()}></gw-error>`;return this.#i?o`${i}${t(this.#t)}`:i===l?s():i}}class Vt{#s="";#e="";header(t){const s=JSON.stringify(t);return(this.#e===""||this.#s!==s)&&(this.#s=s,this.#e=crypto.randomUUID()),{"Idempotency-Key":this.#e}}done(){this.#e=""}}class Ts{#s=new Map;constructor(){window.addEventListener("beforeunload",t=>{this.#s.size>0&&t.preventDefault()})}get(t){return this.#s.get(t)}keep(t,s){s===void 0?this.#s.delete(t):this.#s.set(t,s)}}const oe=new WeakMap;function Ps(e){const t=oe.get(e)??new Ts;return oe.set(e,t),t}const zs=1e3,Cs=1e4;class le extends Error{constructor(t){super("changed by somebody else"),this.theirs=t}}class ce{#s;#e;#t;#i;#a;#n;#r;constructor(t,s){this.#s=t,this.#e=s,this.#t=this.#i=t.talk[s]??"",this.#r=this.#i===""?"empty":"saved",window.addEventListener("online",()=>void(this.#r==="failed"&&this.save()))}get text(){return this.#i}get state(){return this.#r}get unsaved(){return this.#r!=="saved"&&this.#r!=="empty"}write(t){this.#i=t,this.#o(this.theirs===void 0?"typing":"conflict"),this.theirs===void 0&&this.#l(zs)}take(t){this.#i===this.#t&&(this.#t=this.#i=t,this.#r=t===""?"empty":"saved")}settle(t){this.#t=this.theirs??this.#t,this.theirs=void 0,this.#i=t,this.#o("typing"),this.save()}async save(){clearTimeout(this.#a),this.#n===void 0&&this.unsaved&&this.#r!=="conflict"&&(this.#n=this.#d().finally(()=>this.#n=void 0)),await this.#n,this.#r==="typing"&&await this.save()}async#d(){const t=this.#i;this.#o("saving");try{await this.#s.change(s=>{const i=s[this.#e]??"";if(i!==t&&i!==this.#t)throw new le(i);return i===t?void 0:{[this.#e]:t||null}}),this.#t=t,this.error=void 0,this.#o(this.#i===t?t===""?"empty":"saved":"typing")}catch(s){s instanceof le?(this.theirs=s.theirs,this.#o("conflict")):(this.error=s,this.#o("failed"),ye(s)&&this.#l(Cs))}}#l(t){clearTimeout(this.#a),this.#a=setTimeout(()=>void this.save(),t)}#o(t){this.#r=t,this.#s.announce()}}const Es=1e4;class Ds extends EventTarget{constructor(t,s){super(),this.#i=Promise.resolve(),this.#a=0,this.#r=new Vt,this.ticks=new Map,this.points=[],this.outcomes=[],this.#s=t,this.#e=s,this.drafts=Ps(t),this.sharedNotes=new ce(this,"shared_notes"),this.privateNote=new ce(this,"private_note"),window.addEventListener("online",()=>void this.saveLists()),window.addEventListener("beforeunload",i=>{this.unsaved&&i.preventDefault()})}#s;#e;#t;#i;#a;#n;#r;get talk(){return this.#e}get unsaved(){return this.ticks.size+this.points.length+this.outcomes.length>0||this.sharedNotes.unsaved||this.privateNote.unsaved}refresh(t){this.#a===0&&t.version>=this.#e.version&&this.#p(t,void 0)}reload(){return this.#h(()=>this.#u())}change(t){return this.#h(()=>this.#d(t))}async#d(t){const s={discussion_id:this.#e.id};for(let i=0;i<8;i++){this.#t===void 0&&await this.#u();const a=t(this.#e);if(a===void 0)return;const r={"If-Match":this.#t},n=this.#s.PATCH("/v1/discussions/{discussion_id}",{params:{path:s,header:r},body:a}),d=await $s(n);if(d.changed){this.#p(d.data,d.etag);return}this.#t=void 0}throw new TypeError("the talk changes all the time")}hold(){return this.#l("hold",{})}cancel(t){return this.#l("cancel",{message:t.trim()||null})}#l(t,s){return this.#h(async()=>{this.#t===void 0&&await this.#u();const i={discussion_id:this.#e.id},a={"If-Match":this.#t,...this.#r.header([t,s,this.#t])};try{const{data:r,etag:n}=await this.#s.POST(`/v1/discussions/{discussion_id}/${t}`,{params:{path:i,header:a},body:s});this.#p(r,n)}catch(r){throw this.#t=void 0,await this.#u().catch(()=>{}),r}})}tick(t,s){return this.ticks=new Map([...this.ticks,[t,s]]),this.saveLists()}addPoint(t){return this.points=[...this.points,t],this.saveLists()}addOutcome(t){return this.outcomes=[...this.outcomes,t],this.saveLists()}removePoint(t){return this.change(({agenda:s})=>({agenda:s.filter(i=>i.id!==t)}))}removeOutcome(t){return this.change(s=>{const i=Lt(s),a=i.findIndex(r=>JSON.stringify(r)===JSON.stringify(t));return a<0?void 0:{outcomes:i.filter((r,n)=>n!==a)}})}async saveLists(){clearTimeout(this.#n),this.#c();try{await this.#h(()=>this.#o()),this.error=void 0}catch(t){this.error=t,ye(t)&&(this.#n=setTimeout(()=>void this.saveLists(),Es))}this.#c()}async#o(){const{ticks:t,points:s,outcomes:i}=this;t.size+s.length+i.length!==0&&(await this.#d(a=>{const r={};if(t.size+s.length>0){const n=a.agenda.map(d=>({...d,done:t.get(d.id)??d.done}));r.agenda=[...n,...s.map(d=>({text:d}))]}return i.length>0&&(r.outcomes=[...Lt(a),...i]),r}),this.ticks=new Map([...this.ticks].filter(([a,r])=>t.get(a)!==r)),this.points=this.points.slice(s.length),this.outcomes=this.outcomes.slice(i.length))}discardLists(){this.ticks=new Map,this.points=[],this.outcomes=[],this.error=void 0,this.#c()}async flush(){if(await Promise.all([this.saveLists(),this.sharedNotes.save(),this.privateNote.save()]),this.unsaved)throw this.error??this.sharedNotes.error??this.privateNote.error??new TypeError("not saved")}announce(){this.#c()}#h(t){this.#a+=1;const s=this.#i.then(t).finally(()=>this.#a-=1);return this.#i=s.catch(()=>{}),s}async#u(){const t={discussion_id:this.#e.id},{data:s,etag:i}=await this.#s.GET("/v1/discussions/{discussion_id}",{params:{path:t}});this.#p(s,i)}#p(t,s){this.#e=t,this.#t=s,this.sharedNotes.take(t.shared_notes??""),this.privateNote.take(t.private_note??""),this.#c()}#c(){this.dispatchEvent(new Event("change"))}}function ye(e){return e instanceof we?e.status>=500||e.status===429:e instanceof TypeError}function Lt({outcomes:e}){return e.map(({text:t,action_item:s})=>({text:t,action_item:s&&{title:s.title,responsible_id:s.responsible_id,due_on:s.due_on}}))}const de=new WeakMap;function Ss(e,t){let s=de.get(e);s===void 0&&de.set(e,s=new Map);const i=s.get(t.id)??new Ds(e,t);return s.set(t.id,i),i.refresh(t),i}class wt{#s;#e;#t;constructor(t,s){this.#s=t,this.#e=s,t.addController(this)}#i=()=>this.#s.requestUpdate();hostConnected(){this.#a(this.#e())}hostUpdate(){this.#a(this.#e())}hostDisconnected(){this.#a(void 0)}#a(t){t!==this.#t&&(this.#t?.removeEventListener("change",this.#i),t?.addEventListener("change",this.#i),this.#t=t)}}/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const bt=pe(class extends ge{constructor(e){if(super(e),e.type!==V.PROPERTY&&e.type!==V.ATTRIBUTE&&e.type!==V.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ys(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===at||t===l)return t;const s=e.element,i=e.name;if(e.type===V.PROPERTY){if(t===s[i])return at}else if(e.type===V.BOOLEAN_ATTRIBUTE){if(!!t===s.hasAttribute(i))return at}else if(e.type===V.ATTRIBUTE&&s.getAttribute(i)===t+"")return at;return ve(e),t}});var As=Object.defineProperty,qs=Object.getOwnPropertyDescriptor,ke=e=>{throw TypeError(e)},p=(e,t,s,i)=>{for(var a=i>1?void 0:i?qs(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&As(t,s,a),a},Gs=(e,t,s)=>t.has(e)||ke("Cannot "+s),Ls=(e,t,s)=>t.has(e)?ke("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),Ns=(e,t,s)=>(Gs(e,t,"access private method"),s),Nt,be;class A extends B{constructor(){super(...arguments),this.label="",this.name="",this.value="",this.required=!1,this.disabled=!1,this.labelHidden=!1}static{this.shadowRootOptions={...B.shadowRootOptions,delegatesFocus:!0}}static{this.styles=[S,z`
      .field {
        display: grid;
        gap: var(--groundwork-space-2);
        border: 0;
        margin: 0;
        padding: 0;
        min-inline-size: 0;
      }
      label,
      legend {
        font-weight: 560;
        font-size: var(--groundwork-text-s);
        padding: 0;
      }
      /* The gap of the grid does not reach a legend. */
      legend {
        margin-block-end: var(--groundwork-space-2);
      }
      .hint {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        font-weight: 400;
      }
      .error {
        display: flex;
        gap: var(--groundwork-space-2);
        color: var(--groundwork-critical);
        font-size: var(--groundwork-text-s);
      }
      .control {
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.625rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        transition: border-color var(--groundwork-motion);
      }
      .control:hover:not(:disabled) {
        border-color: var(--groundwork-text-muted);
      }
      .control:focus-visible {
        outline-offset: -1px;
        border-radius: var(--groundwork-radius-m);
      }
      .control[aria-invalid="true"] {
        border-color: var(--groundwork-critical);
      }
      .control:disabled {
        background: var(--groundwork-sunken);
        color: var(--groundwork-text-muted);
      }
      .control::placeholder {
        color: var(--groundwork-text-muted);
      }
      textarea.control {
        resize: vertical;
        field-sizing: content;
        min-block-size: calc(var(--rows) * 1lh + 1.375rem);
        max-block-size: 28rem;
      }
    `]}get describedBy(){const t=[this.hint&&"hint",this.error&&"error"].filter(Boolean).join(" ");return t===""?void 0:t}hinted(){return o`${this.hint?o`<div class="hint" id="hint" part="hint">${this.hint}</div>`:l}`}fault(){return o`<div class="error" id="error" part="error" role="alert" ?hidden=${!this.error}>
      <gw-icon name="alert"></gw-icon><span>${this.error}</span>
    </div>`}labelled(t){return o`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}${t}${this.fault()}
    </div>`}changed(t){this.take(t),this.dispatchEvent(new Event("change",{bubbles:!0}))}take(t){this.value=t.target.value}}p([c()],A.prototype,"label",2);p([c()],A.prototype,"hint",2);p([c()],A.prototype,"error",2);p([c()],A.prototype,"name",2);p([c()],A.prototype,"value",2);p([c({type:Boolean})],A.prototype,"required",2);p([c({type:Boolean})],A.prototype,"disabled",2);p([c({type:Boolean,attribute:"label-hidden"})],A.prototype,"labelHidden",2);let G=class extends A{constructor(){super(...arguments),this.type="text",this.multiline=!1,this.rows=3,this.autocomplete="off"}focus(e){this.control.focus(e)}render(){const e=this.error?"true":"false";return this.multiline?this.labelled(o`<textarea
        id="control"
        part="control"
        class="control"
        name=${this.name}
        rows=${this.rows}
        ${ks({"--rows":this.rows})}
        maxlength=${N(this.maxlength)}
        placeholder=${N(this.placeholder)}
        aria-describedby=${N(this.describedBy)}
        aria-invalid=${e}
        ?required=${this.required}
        ?disabled=${this.disabled}
        .value=${bt(this.value)}
        @input=${this.take}
        @change=${this.changed}
      ></textarea>`):this.labelled(o`<input
      id="control"
      part="control"
      class="control"
      type=${this.type}
      name=${this.name}
      maxlength=${N(this.maxlength)}
      min=${N(this.min)}
      max=${N(this.max)}
      placeholder=${N(this.placeholder)}
      autocomplete=${this.autocomplete}
      aria-describedby=${N(this.describedBy)}
      aria-invalid=${e}
      ?required=${this.required}
      ?disabled=${this.disabled}
      .value=${bt(this.value)}
      @input=${this.take}
      @change=${this.changed}
    />`)}};p([c()],G.prototype,"type",2);p([c({type:Boolean})],G.prototype,"multiline",2);p([c({type:Number})],G.prototype,"rows",2);p([c({type:Number})],G.prototype,"maxlength",2);p([c()],G.prototype,"placeholder",2);p([c()],G.prototype,"min",2);p([c()],G.prototype,"max",2);p([c()],G.prototype,"autocomplete",2);p([fe("#control")],G.prototype,"control",2);G=p([x("gw-text-field")],G);let Mt=class extends A{constructor(){super(...arguments),this.options=[]}render(){return this.labelled(o`<select
      id="control"
      part="control"
      class="control"
      name=${this.name}
      aria-describedby=${N(this.describedBy)}
      aria-invalid=${this.error?"true":"false"}
      ?required=${this.required}
      ?disabled=${this.disabled}
      @change=${this.changed}
    >
      ${this.options.map(({value:e,label:t})=>o`<option value=${e} ?selected=${e===this.value}>${t}</option>`)}
    </select>`)}};p([c({attribute:!1})],Mt.prototype,"options",2);Mt=p([x("gw-select")],Mt);let K=class extends A{constructor(){super(...arguments),Ls(this,Nt),this.options=[],this.multiple=!1,this.values=[]}render(){const e=this.multiple?"checkbox":"radio",t=s=>this.multiple?this.values.includes(s):s===this.value;return o`<fieldset class="field" part="field" aria-describedby=${N(this.describedBy)} ?disabled=${this.disabled}>
      <legend part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</legend>
      ${this.hinted()}
      <div class="options" part="options">
        ${this.options.map(({value:s,label:i,hint:a})=>o`<label class="option" part="option">
            <input
              type=${e}
              name="choice"
              value=${s}
              ?required=${this.required&&!this.multiple}
              .checked=${bt(t(s))}
              @change=${Ns(this,Nt,be)}
            />
            <span class="text">${i}${a?o`<span class="hint">${a}</span>`:l}</span>
          </label>`)}
      </div>
      ${this.fault()}
    </fieldset>`}};Nt=new WeakSet;be=function(e){const{value:t,checked:s}=e.target;this.multiple?this.values=s?[...this.values,t]:this.values.filter(i=>i!==t):this.value=t,this.dispatchEvent(new Event("change",{bubbles:!0}))};K.styles=[...A.styles,z`
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      .option {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        padding: 0.5rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        font-weight: 450;
        font-size: var(--groundwork-text-m);
        cursor: pointer;
      }
      .option:hover {
        background: var(--groundwork-sunken);
      }
      .option:has(:checked) {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        box-shadow: inset 0 0 0 1px var(--groundwork-accent);
      }
      .option:has(:focus-visible) {
        outline: 2px solid var(--groundwork-ring);
        outline-offset: 2px;
      }
      .option:has(:disabled) {
        color: var(--groundwork-text-muted);
        cursor: default;
      }
      input {
        margin: 0;
        inline-size: 1.125rem;
        block-size: 1.125rem;
        accent-color: var(--groundwork-accent);
        outline: none;
      }
      .text {
        display: grid;
      }
    `];p([c({attribute:!1})],K.prototype,"options",2);p([c({type:Boolean})],K.prototype,"multiple",2);p([c({attribute:!1})],K.prototype,"values",2);K=p([x("gw-choice")],K);var Ms=Object.defineProperty,Rs=Object.getOwnPropertyDescriptor,_e=e=>{throw TypeError(e)},tt=(e,t,s,i)=>{for(var a=i>1?void 0:i?Rs(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&Ms(t,s,a),a},Bs=(e,t,s)=>t.has(e)||_e("Cannot "+s),Is=(e,t,s)=>t.has(e)?_e("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),Us=(e,t,s)=>(Bs(e,t,"access private method"),s),Rt,xe;let ot=class extends B{constructor(){super(...arguments),Is(this,Rt),this.label="",this.open=!1}render(){return o`<details part="details" ?open=${this.open} @toggle=${Us(this,Rt,xe)}>
      <summary part="summary"><gw-icon name="chevron-right"></gw-icon><slot name="summary">${this.label}</slot></summary>
      <div class="content" part="content"><slot></slot></div>
    </details>`}};Rt=new WeakSet;xe=function(e){this.open=e.target.open};ot.styles=[S,z`
      summary {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        font-weight: 560;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        color: var(--groundwork-accent);
      }
      gw-icon {
        transition: rotate var(--groundwork-motion);
        color: var(--groundwork-text-muted);
      }
      details[open] gw-icon {
        rotate: 90deg;
      }
      .content {
        padding-block: var(--groundwork-space-2) var(--groundwork-space-3);
      }
    `];tt([c()],ot.prototype,"label",2);tt([c({type:Boolean,reflect:!0})],ot.prototype,"open",2);ot=tt([x("gw-disclosure")],ot);let lt=class extends B{render(){const{before:e,after:t}=this.t.common;return o`<div class="sides">
      <section class="side" part="before"><h3>${this.beforeLabel??e}</h3><slot name="before"></slot></section>
      <section class="side after" part="after"><h3>${this.afterLabel??t}</h3><slot name="after"></slot></section>
    </div>`}};lt.styles=[S,z`
      :host {
        container-type: inline-size;
      }
      .sides {
        display: grid;
        gap: var(--groundwork-space-3);
      }
      .side {
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
        min-inline-size: 0;
      }
      .after {
        background: var(--groundwork-accent-soft);
        border-color: transparent;
      }
      h3 {
        margin-block-end: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      @container (inline-size >= 34rem) {
        .sides {
          grid-template-columns: 1fr 1fr;
        }
      }
    `];tt([c({attribute:"before-label"})],lt.prototype,"beforeLabel",2);tt([c({attribute:"after-label"})],lt.prototype,"afterLabel",2);lt=tt([x("gw-compare")],lt);function Bt(e){try{return new Intl.DateTimeFormat("en",{timeZone:e??void 0}).resolvedOptions().timeZone}catch{return new Intl.DateTimeFormat("en").resolvedOptions().timeZone}}function _t(e,t){const s=new Intl.DateTimeFormat("en-CA",{timeZone:t,hourCycle:"h23",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit"}),i=Object.fromEntries(s.formatToParts(e).map(({type:a,value:r})=>[a,r]));return{day:`${i.year}-${i.month}-${i.day}`,time:`${i.hour}:${i.minute}`}}function Ws({day:e,time:t},s){const i=Date.parse(`${e}T${t}:00Z`);let a=i;for(let r=0;r<2;r++){const n=_t(new Date(a),s);a+=i-Date.parse(`${n.day}T${n.time}:00Z`)}return new Date(a)}function Hs(e,t){return new Date(Date.parse(e)+t*864e5).toISOString().slice(0,10)}var Fs=Object.defineProperty,js=Object.getOwnPropertyDescriptor,Yt=(e,t,s,i)=>{for(var a=i>1?void 0:i?js(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&Fs(t,s,a),a};let ct=class extends B{constructor(){super(...arguments),this.tone="plain"}render(){const e=o`<header part="header">
      <slot name="lead"></slot>
      <h2 part="heading">${this.heading}</h2>
      <slot name="actions"></slot>
    </header>`;return o`<section class="card" part="card">
      ${this.heading===void 0?l:e}<slot></slot><slot name="footer"></slot>
    </section>`}};ct.styles=[S,z`
      .card {
        padding: clamp(var(--groundwork-space-4), 3vi, var(--groundwork-space-5));
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow);
      }
      :host([tone="accent"]) .card {
        border-color: transparent;
        background: var(--groundwork-accent-soft);
        box-shadow: none;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        margin-block-end: var(--groundwork-space-4);
      }
      h2 {
        flex: 1;
        font-size: var(--groundwork-text-l);
      }
      ::slotted([slot="footer"]) {
        display: block;
        margin-block-start: var(--groundwork-space-4);
      }
    `];Yt([c()],ct.prototype,"heading",2);Yt([c({reflect:!0})],ct.prototype,"tone",2);ct=Yt([x("gw-card")],ct);var Zs=Object.defineProperty,Js=Object.getOwnPropertyDescriptor,Oe=e=>{throw TypeError(e)},et=(e,t,s,i)=>{for(var a=i>1?void 0:i?Js(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&Zs(t,s,a),a},Te=(e,t,s)=>t.has(e)||Oe("Cannot "+s),rt=(e,t,s)=>(Te(e,t,"read from private field"),s?s.call(e):t.get(e)),Gt=(e,t,s)=>t.has(e)?Oe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),Y=(e,t,s)=>(Te(e,t,"access private method"),s),xt,dt,W,Pe,It,ze,Ce,Kt;let j=class extends Jt{constructor(){super(...arguments),Gt(this,W),this.service="",this.address="",this.busy=!1,this.asking=!1,Gt(this,xt,new Vt),Gt(this,dt,new $e(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(e){if(e instanceof we&&e.status===404)return;throw e}}))}view(){const{talk:e}=this.t;return o`<div class="stack tight">
      <p>${e.calendarText}</p>
      <p>${e.calendarWarning}</p>
      ${rt(this,dt).show(t=>Y(this,W,Pe).call(this,t),()=>o`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};xt=new WeakMap;dt=new WeakMap;W=new WeakSet;Pe=function(e){const{talk:t,common:s}=this.t;if(e===void 0)return o`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void Y(this,W,It).call(this)}>${t.makeAddress}</gw-button>
      </div>`;const{format:i}=this.locale;return o`
      ${this.address===""?o`<p>${t.addressMade(i.date(e.created_at))}</p>`:o`<div class="address">
              <gw-text-field label=${t.address} hint=${t.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void Y(this,W,Ce).call(this)}>${t.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void Y(this,W,It).call(this)}>${t.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${t.revoke}</gw-button>
      </div>
      <gw-dialog heading=${t.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${t.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${s.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void Y(this,W,ze).call(this)}>${t.revoke}</gw-button>
      </gw-dialog>
    `};It=async function(){await Y(this,W,Kt).call(this,async()=>{const{data:e}=await this.api.POST("/v1/me/calendar",{params:{header:rt(this,xt).header({})},body:{}});rt(this,xt).done(),this.address=new URL(e.address??"",this.service||location.href).href,rt(this,dt).value=e})};ze=async function(){await Y(this,W,Kt).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",rt(this,dt).value=void 0,D(this,this.t.talk.revoked)}),this.asking=!1};Ce=async function(){try{await navigator.clipboard.writeText(this.address),D(this,this.t.talk.copied)}catch{D(this,this.t.talk.copyByHand,"neutral")}};Kt=async function(e){this.busy=!0,this.error=void 0;try{await e()}catch(t){this.error=t}finally{this.busy=!1}};j.styles=[S,Z,z`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];et([c({attribute:!1})],j.prototype,"service",2);et([g()],j.prototype,"address",2);et([g()],j.prototype,"busy",2);et([g()],j.prototype,"error",2);et([g()],j.prototype,"asking",2);j=et([x("gw-talk-calendar")],j);var Vs=Object.defineProperty,Ys=Object.getOwnPropertyDescriptor,Ee=e=>{throw TypeError(e)},Pt=(e,t,s,i)=>{for(var a=i>1?void 0:i?Ys(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&Vs(t,s,a),a},De=(e,t,s)=>t.has(e)||Ee("Cannot "+s),ht=(e,t,s)=>(De(e,t,"read from private field"),s?s.call(e):t.get(e)),Ks=(e,t,s)=>t.has(e)?Ee("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),R=(e,t,s)=>(De(e,t,"access private method"),s),$,Qt,zt,nt,Se,Ut,Ae,qe,Ge;const Le={text:"",responsible:"",due:""};let Q=class extends B{constructor(){super(),Ks(this,$),this.people=[],this.readOnly=!1,new wt(this,()=>this.document)}async addTyped(){const{responsible:e,due:t,text:s}=ht(this,$,zt),i=s.trim();if(i===""||this.document===void 0)return;const r={title:i.length>200?`${i.slice(0,199)}…`:i,responsible_id:e,due_on:t||null};R(this,$,nt).call(this,Le),await this.document.addOutcome({text:i,action_item:e===""?null:r})}render(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,s=Lt(e.talk);return s.length+e.outcomes.length===0&&this.readOnly?o`<p class="muted">${t.noOutcomes}</p>`:o`<div class="stack">
      ${s.length+e.outcomes.length===0?l:o`<ul role="list">
            ${s.map((i,a)=>{const r=e.talk.outcomes[a]?.action_item;return R(this,$,Ut).call(this,i,r?.responsible.display_name,!1)})}
            ${e.outcomes.map(i=>R(this,$,Ut).call(this,i,R(this,$,Se).call(this,i),!0))}
          </ul>`}
      ${this.readOnly?l:R(this,$,Ae).call(this)}
    </div>`}};$=new WeakSet;Qt=function(){return`outcome ${this.document?.talk.id}`};zt=function(){return this.document?.drafts.get(ht(this,$,Qt))??Le};nt=function(e){const t={...ht(this,$,zt),...e};this.document?.drafts.keep(ht(this,$,Qt),t.text===""?void 0:t),this.requestUpdate()};Se=function({action_item:e}){return this.people.find(({id:t})=>t===e?.responsible_id)?.display_name};Ut=function(e,t,s){const{talk:i}=this.t,{text:a,action_item:r}=e,n=r?.due_on?i.dueOn(this.locale.format.date(r.due_on)):void 0,d=[t,n].filter(v=>v!==void 0).join(" · ");return o`<li>
      <gw-icon name=${s?"clock":r?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${a}</p>
        ${r&&r.title!==a&&!a.startsWith(r.title.replace(/…$/,""))?o`<p class="text small">${r.title}</p>`:l}
        <p class="who">${r?d:i.agreement}${s?o` · ${i.waiting}`:l}</p>
      </div>
      ${this.readOnly||s?l:o`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${i.removeOutcome(a)}
            @click=${()=>void R(this,$,Ge).call(this,e)}
          ></gw-button>`}
    </li>`};Ae=function(){const{talk:e}=this.t,{text:t,responsible:s,due:i}=ht(this,$,zt),a=this.people.map(({id:r,display_name:n})=>({value:r,label:n}));return o`<div class="form" role="group" aria-label=${e.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${e.outcome}
        hint=${e.outcomeHint}
        maxlength="1000"
        dir="auto"
        .value=${t}
        @input=${r=>R(this,$,nt).call(this,{text:r.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${e.whoDoes}
        .options=${[...a,{value:"",label:e.nobody}]}
        .value=${s}
        @change=${r=>R(this,$,nt).call(this,{responsible:r.target.value})}
      ></gw-choice>
      ${s===""?l:o`<gw-text-field
            class="due"
            type="date"
            label=${e.due}
            .value=${i}
            @input=${r=>R(this,$,nt).call(this,{due:r.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${R(this,$,qe)}>${e.addOutcome}</gw-button></div>
    </div>`};qe=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};Ge=async function(e){try{await this.document?.removeOutcome(e),D(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(t){D(this,Tt(t,this.t).title,"critical")}};Q.styles=[S,Z,z`
      li {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-3);
        padding-block: var(--groundwork-space-3);
        border-block-end: 1px solid var(--groundwork-line);
      }
      li > gw-icon {
        margin-block-start: 0.15em;
        color: var(--groundwork-accent);
      }
      .what {
        flex: 1;
        min-inline-size: 0;
      }
      .text {
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      .who {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      .form {
        display: grid;
        gap: var(--groundwork-space-4);
        padding: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .due {
        inline-size: min(12rem, 100%);
      }
    `];Pt([c({attribute:!1})],Q.prototype,"document",2);Pt([c({attribute:!1})],Q.prototype,"people",2);Pt([c({type:Boolean,attribute:"read-only"})],Q.prototype,"readOnly",2);Q=Pt([x("gw-talk-outcomes")],Q);var Qs=Object.defineProperty,Xs=Object.getOwnPropertyDescriptor,Ne=e=>{throw TypeError(e)},Xt=(e,t,s,i)=>{for(var a=i>1?void 0:i?Xs(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&Qs(t,s,a),a},Me=(e,t,s)=>t.has(e)||Ne("Cannot "+s),Ct=(e,t,s)=>(Me(e,t,"read from private field"),s?s.call(e):t.get(e)),ti=(e,t,s)=>t.has(e)?Ne("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),F=(e,t,s)=>(Me(e,t,"access private method"),s),b,Re,Be,Ie,te,ee,se,Wt,Ue;const ei=["verdict","stance","support","overdue","blocked","comment","added"];function si({source:e,text:t}){return e==="overdue"||e==="blocked"?t.replace(/^(Overdue|Blocked): /,""):t}let ut=class extends B{constructor(){super(),ti(this,b),this.readOnly=!1,new wt(this,()=>this.document)}render(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,{agenda:s}=e.talk,i=ei.map(r=>({source:r,lines:s.filter(n=>n.source===r)})),a=s.length+e.points.length===0;return o`<div class="stack">
      ${a?o`<p class="muted">${this.readOnly?t.noAgenda:t.emptyAgenda}</p>`:l}
      ${i.map(({source:r,lines:n})=>{const d=r==="added"?e.points:[];return n.length+d.length===0?l:o`<section class="group">
              <h3 id=${r}>${t.source[r]}</h3>
              <ul role="list" aria-labelledby=${r}>
                ${me(n,({id:v})=>v,v=>F(this,b,Re).call(this,e,v))}
                ${d.map(v=>F(this,b,Be).call(this,v))}
              </ul>
            </section>`})}
      ${this.readOnly?l:F(this,b,Ie).call(this)}
    </div>`}};b=new WeakSet;Re=function(e,t){const{talk:s}=this.t,i=e.ticks.get(t.id)??t.done,a=o`<span class="text">${si(t)}</span>`;return this.readOnly?o`<li class=${i?"done":""}>
        <span class="line">
          <gw-icon name=${i?"check-circle":"circle"}></gw-icon>
          ${a}<span class="visually-hidden">${i?s.discussed:s.notDiscussed}</span>
        </span>
      </li>`:o`<li class=${i?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${bt(i)}
          @change=${r=>void e.tick(t.id,r.target.checked)}
        />
        ${a}
      </label>
      ${t.source==="added"?o`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removePoint(t.text)}
            @click=${()=>void F(this,b,Ue).call(this,e,t)}
          ></gw-button>`:l}
    </li>`};Be=function(e){return o`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${e} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`};Ie=function(){const{talk:e}=this.t;return o`<div class="form">
      <gw-text-field
        label=${e.addPoint}
        maxlength="500"
        dir="auto"
        .value=${Ct(this,b,ee)}
        @input=${t=>F(this,b,se).call(this,t.target.value)}
        @keydown=${t=>t.key==="Enter"&&!t.isComposing&&F(this,b,Wt).call(this,t)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${F(this,b,Wt)}>${e.add}</gw-button>
    </div>`};te=function(){return`point ${this.document?.talk.id}`};ee=function(){return this.document?.drafts.get(Ct(this,b,te))??""};se=function(e){this.document?.drafts.keep(Ct(this,b,te),e||void 0),this.requestUpdate()};Wt=function(e){e.preventDefault();const t=Ct(this,b,ee).trim();t!==""&&(F(this,b,se).call(this,""),this.document?.addPoint(t)),this.renderRoot.querySelector("gw-text-field")?.focus()};Ue=async function(e,{id:t,text:s}){try{await e.removePoint(t),D(this,this.t.talk.pointRemoved(s)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(i){D(this,Tt(i,this.t).title,"critical")}};ut.styles=[S,Z,z`
      .group {
        display: grid;
        gap: var(--groundwork-space-1);
      }
      h3 {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      li {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-2);
      }
      label,
      .line {
        flex: 1;
        min-inline-size: 0;
        display: flex;
        gap: var(--groundwork-space-3);
        padding-block: 0.5rem;
        min-block-size: 2.5rem;
      }
      label {
        cursor: pointer;
      }
      .text {
        min-inline-size: 0;
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      .done .text {
        color: var(--groundwork-text-muted);
        text-decoration: line-through;
      }
      .line gw-icon {
        margin-block-start: 0.2em;
        color: var(--groundwork-text-muted);
      }
      input {
        flex: none;
        inline-size: 1.25rem;
        block-size: 1.25rem;
        margin: 0.15rem 0 0;
        accent-color: var(--groundwork-accent);
      }
      .form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      .form gw-text-field {
        flex: 1 1 14rem;
        min-inline-size: 0;
      }
    `];Xt([c({attribute:!1})],ut.prototype,"document",2);Xt([c({type:Boolean,attribute:"read-only"})],ut.prototype,"readOnly",2);ut=Xt([x("gw-talk-agenda")],ut);var ii=Object.defineProperty,ai=Object.getOwnPropertyDescriptor,We=e=>{throw TypeError(e)},ie=(e,t,s,i)=>{for(var a=i>1?void 0:i?ai(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&ii(t,s,a),a},He=(e,t,s)=>t.has(e)||We("Cannot "+s),he=(e,t,s)=>(He(e,t,"read from private field"),s?s.call(e):t.get(e)),ri=(e,t,s)=>t.has(e)?We("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),$t=(e,t,s)=>(He(e,t,"access private method"),s),H,Ht,Fe,yt;const ni={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"};let pt=class extends B{constructor(){super(),ri(this,H),this.kind="shared",new wt(this,()=>this.document)}disconnectedCallback(){super.disconnectedCallback(),he(this,H,Ht)?.save()}render(){const e=he(this,H,Ht);if(e===void 0)return l;const{talk:t}=this.t,s=this.kind==="shared";return o`<div class="stack ${this.kind}">
      ${s?l:o`<p class="only"><gw-icon name="lock"></gw-icon>${t.onlyMe}</p>`}
      <gw-text-field
        multiline
        rows=${s?5:2}
        dir="auto"
        label=${s?t.sharedNotes:t.privateNote}
        hint=${s?t.sharedNotesHint:t.privateNoteHint}
        maxlength=${s?1e4:4e3}
        .value=${e.text}
        @input=${i=>e.write(i.target.value)}
        @change=${()=>void e.save()}
      ></gw-text-field>
      <div class="state ${e.state}" role="status">
        <gw-icon name=${ni[e.state]} ?hidden=${e.state==="empty"}></gw-icon>${t.noteState[e.state]}
      </div>
      ${e.state==="failed"?o`<gw-error inline .error=${e.error} @retry=${()=>void e.save()}></gw-error>`:l}
      ${e.theirs===void 0?l:$t(this,H,Fe).call(this,e,e.theirs)}
    </div>`}};H=new WeakSet;Ht=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};Fe=function(e,t){const{talk:s}=this.t,i=[t,e.text].filter(a=>a.trim()!=="").join(`

`);return o`<div class="stack" role="group" aria-label=${s.conflict}>
      <p>${s.conflictText}</p>
      <gw-compare before-label=${s.theirs} after-label=${s.mine}>
        <p slot="before" class="theirs" dir="auto">${t||s.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${e.text||s.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${()=>$t(this,H,yt).call(this,e,i)}>${s.keepBoth}</gw-button>
        <gw-button size="small" @click=${()=>$t(this,H,yt).call(this,e,e.text)}>${s.keepMine}</gw-button>
        <gw-button size="small" @click=${()=>$t(this,H,yt).call(this,e,t)}>${s.takeTheirs}</gw-button>
      </div>
    </div>`};yt=function(e,t){e.settle(t),this.renderRoot.querySelector("gw-text-field")?.focus()};pt.styles=[S,Z,z`
      :host {
        --gap: var(--groundwork-space-3);
      }
      .private {
        padding: var(--groundwork-space-4);
        border: 1px dashed var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .only {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
      }
      .state {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 1.5rem;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
      }
      .state.failed,
      .state.conflict {
        color: var(--groundwork-caution);
      }
      .theirs {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `];ie([c({attribute:!1})],pt.prototype,"document",2);ie([c({reflect:!0})],pt.prototype,"kind",2);pt=ie([x("gw-talk-note")],pt);function Et({starts_at:e},{format:t}){return t.date(e,{dateStyle:"full"})}function je({starts_at:e,ends_at:t},{format:s}){const i=s.date(e)===s.date(t);return`${s.date(e,{timeStyle:"short"})} – ${i?s.date(t,{timeStyle:"short"}):s.time(t)}`}function oi({starts_at:e},{format:t},s){const{day:i}=_t(new Date(e),s);return t.relative(i===t.today()?e:i)}async function Ze(e,{id:t,starts_at:s}){const i={discussion_id:t},{data:a}=await e.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:i},parseAs:"text"}),r=URL.createObjectURL(new Blob([a],{type:"text/calendar"})),n=document.createElement("a");n.href=r,n.download=`${s.slice(0,10)}.ics`,n.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var li=Object.defineProperty,ci=Object.getOwnPropertyDescriptor,Je=e=>{throw TypeError(e)},Dt=(e,t,s,i)=>{for(var a=i>1?void 0:i?ci(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&li(t,s,a),a},di=(e,t,s)=>t.has(e)||Je("Cannot "+s),hi=(e,t,s)=>t.has(e)?Je("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),Ft=(e,t,s)=>(di(e,t,"access private method"),s),gt,Ve,jt;let X=class extends B{constructor(){super(),hi(this,gt),this.readOnly=!1,this.writing=!1,new wt(this,()=>this.document)}render(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,s=e.talk,i=s.status==="held";return o`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${Et(s,this.locale)}</span>
        <gw-pill tone=${i?"positive":"neutral"} icon=${i?"check-circle":"close"}>
          ${i?t.cameOf(s.outcomes.length):t.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?o`<p class="muted">${t.timesOnly}</p>`:Ft(this,gt,Ve).call(this,e,i)}
    </gw-disclosure>`}};gt=new WeakSet;Ve=function(e,t){const{talk:s}=this.t,i=e.talk;return o`<div class="stack">
      ${i.cancel_message?o`<p class="note" dir="auto">${i.cancel_message}</p>`:l}
      ${t?o`<section>
            <h3>${s.outcomes}</h3>
            <gw-talk-outcomes read-only .document=${e}></gw-talk-outcomes>
          </section>`:l}
      ${i.agenda.length>0?o`<section>
            <h3>${s.agenda}</h3>
            <gw-talk-agenda read-only .document=${e}></gw-talk-agenda>
          </section>`:l}
      ${this.writing?o`${t?o`<gw-talk-note kind="shared" .document=${e}></gw-talk-note>`:l}
            <gw-talk-note kind="private" .document=${e}></gw-talk-note>`:o`${Ft(this,gt,jt).call(this,s.sharedNotes,e.sharedNotes.text)}
            ${Ft(this,gt,jt).call(this,s.privateNote,e.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${s.writeNotes}</gw-button>
            </div>`}
    </div>`};jt=function(e,t){return t===""?l:o`<section>
          <h3>${e}</h3>
          <p class="note" dir="auto">${t}</p>
        </section>`};X.styles=[S,Z,z`
      :host {
        border-block-end: 1px solid var(--groundwork-line);
      }
      .summary {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--groundwork-space-1) var(--groundwork-space-3);
        padding-block: var(--groundwork-space-2);
        min-inline-size: 0;
      }
      h3 {
        margin-block-end: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
      }
      .note {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
    `];Dt([c({attribute:!1})],X.prototype,"document",2);Dt([c({type:Boolean,attribute:"read-only"})],X.prototype,"readOnly",2);Dt([g()],X.prototype,"writing",2);X=Dt([x("gw-talk-past")],X);var ui=Object.defineProperty,pi=Object.getOwnPropertyDescriptor,L=(e,t,s,i)=>{for(var a=i>1?void 0:i?pi(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&ui(t,s,a),a};const Ye=["none","monthly","every_6_weeks","quarterly","half_yearly"];let T=class extends B{constructor(){super(...arguments),this.zone="UTC",this.busy=!1,this.day="",this.time="",this.minutes=60,this.location="",this.rhythm="none"}connectedCallback(){super.connectedCallback();const{talk:e}=this;if(e!==void 0){const t=new Date(e.starts_at);({day:this.day,time:this.time}=_t(t,this.zone)),this.minutes=Math.round((Date.parse(e.ends_at)-t.getTime())/6e4),this.location=e.location??"",this.rhythm=e.rhythm}else this.day===""&&(this.day=Hs(_t(new Date,this.zone).day,7),this.time="10:00")}render(){const{talk:e,common:t}=this.t,s=Tt(this.error,this.t),i=r=>this.error===void 0?void 0:s.fields.find(n=>n.pointer===r)?.detail,a=[...new Set([30,45,60,90,120,this.minutes])].sort((r,n)=>r-n);return o`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${e.day}
          .value=${this.day}
          .error=${this.missing==="day"?e.dayMissing:i("/starts_at")}
          @input=${r=>this.day=r.target.value}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${e.time}
          .value=${this.time}
          .error=${this.missing==="time"?e.timeMissing:void 0}
          @input=${r=>this.time=r.target.value}
        ></gw-text-field>
        <p class="muted small wide">${e.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${e.length}
          .options=${a.map(r=>({value:String(r),label:e.minutes(r)}))}
          .value=${String(this.minutes)}
          @change=${r=>this.minutes=Number(r.target.value)}
        ></gw-select>
        <gw-select
          label=${e.rhythmLabel}
          .options=${Ye.map(r=>({value:r,label:e.rhythm[r]}))}
          .value=${this.rhythm}
          @change=${r=>this.rhythm=r.target.value}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${e.place}
          hint=${e.placeHint}
          maxlength="200"
          dir="auto"
          .value=${this.location}
          .error=${i("/location")}
          @input=${r=>this.location=r.target.value}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:o`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?e.planIt:t.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>this.dispatchEvent(new Event("leave"))}>${t.cancel}</gw-button>
      </div>
    </div>`}submit(){if(this.missing=this.day===""?"day":this.time===""?"time":void 0,this.missing!==void 0)return;const e=Ws({day:this.day,time:this.time},this.zone),t={starts_at:e.toISOString(),ends_at:new Date(e.getTime()+this.minutes*6e4).toISOString(),location:this.location.trim()||null,rhythm:this.rhythm};this.dispatchEvent(new CustomEvent("schedule",{detail:t}))}};T.styles=[S,Z,z`
      :host {
        container-type: inline-size;
      }
      .stack {
        max-inline-size: var(--groundwork-measure);
      }
      .fields {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      .fields > * {
        min-inline-size: 0;
      }
      @container (inline-size >= 26rem) {
        .fields {
          grid-template-columns: 1fr 1fr;
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `];L([c({attribute:!1})],T.prototype,"talk",2);L([c()],T.prototype,"zone",2);L([c({type:Boolean})],T.prototype,"busy",2);L([c({attribute:!1})],T.prototype,"error",2);L([g()],T.prototype,"day",2);L([g()],T.prototype,"time",2);L([g()],T.prototype,"minutes",2);L([g()],T.prototype,"location",2);L([g()],T.prototype,"rhythm",2);L([g()],T.prototype,"missing",2);T=L([x("gw-talk-schedule")],T);var gi=Object.defineProperty,vi=Object.getOwnPropertyDescriptor,Ke=e=>{throw TypeError(e)},q=(e,t,s,i)=>{for(var a=i>1?void 0:i?vi(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&gi(t,s,a),a},wi=(e,t,s)=>t.has(e)||Ke("Cannot "+s),fi=(e,t,s)=>t.has(e)?Ke("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),u=(e,t,s)=>(wi(e,t,"access private method"),s),h,Qe,Xe,ts,es,E,ss,is,as,rs,ns,st;let _=class extends Jt{constructor(){super(),fi(this,h),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.message="",this.rhythm="none",new wt(this,()=>this.document)}view(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,s=e.error;return o`<div class="stack">
      ${u(this,h,Qe).call(this,e)}
      ${s===void 0?l:o`<div class="stack tight">
            <gw-error inline .error=${s} @retry=${()=>void e.saveLists()}></gw-error>
            <div class="row"><gw-button size="small" variant="quiet" @click=${()=>e.discardLists()}>${t.discard}</gw-button></div>
          </div>`}
      ${this.readOnly?o`<p class="muted">${t.timesOnly}</p>`:o`<div class="parts">
              <gw-card heading=${t.agenda}><gw-talk-agenda .document=${e}></gw-talk-agenda></gw-card>
              <gw-card heading=${t.notes}>
                <div class="stack">
                  <gw-talk-note kind="shared" .document=${e}></gw-talk-note>
                  <gw-talk-note kind="private" .document=${e}></gw-talk-note>
                </div>
              </gw-card>
            </div>
            <gw-card heading=${t.outcomes}>
              <gw-talk-outcomes .document=${e} .people=${this.people}></gw-talk-outcomes>
            </gw-card>
            ${u(this,h,Xe).call(this,e)} ${u(this,h,ts).call(this,e)} ${u(this,h,es).call(this,e)}`}
    </div>`}};h=new WeakSet;Qe=function(e){const{talk:t,common:s}=this.t,i=e.talk;if(this.asks==="change")return o`<gw-card heading=${t.changeIt}>
        <gw-talk-schedule
          .talk=${i}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          @schedule=${n=>void u(this,h,as).call(this,e,n.detail)}
          @leave=${()=>u(this,h,E).call(this,void 0)}
        ></gw-talk-schedule>
      </gw-card>`;const a=this.people.filter(({id:n})=>n!==this.me).map(({display_name:n})=>n),r=n=>u(this,h,E).call(this,n.detail);return o`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${t.next} · ${oi(i,this.locale,this.zone)}</p>
        <h2>${Et(i,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${je(i,this.locale)}</span>
          ${a.length>0?o`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(a)}</bdi></span>`:l}
          ${i.location?o`<span><gw-icon name="flag"></gw-icon><bdi>${i.location}</bdi></span>`:l}
          ${i.rhythm==="none"?l:o`<span><gw-icon name="calendar"></gw-icon>${t.rhythm[i.rhythm]}</span>`}
        </p>
        ${this.readOnly?l:o`<div class="row actions">
              <gw-button size="small" icon="edit" @click=${()=>u(this,h,E).call(this,"change")}>${t.change}</gw-button>
              <gw-button
                size="small"
                icon="download"
                ?busy=${this.busy==="calendar"}
                @click=${()=>void u(this,h,ns).call(this,e)}
              >
                ${t.toCalendar}
              </gw-button>
              <gw-menu
                label=${s.more}
                .items=${[{id:"cancel",label:t.cancelIt,icon:"close"}]}
                @select=${r}
              ></gw-menu>
            </div>`}
      </div>
    </gw-card>`};Xe=function({talk:{starts_at:e}}){const{talk:t}=this.t,s=Date.parse(e)-Date.now()<15*6e4;return o`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?o`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${s?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void u(this,h,ss).call(this)}
      >
        ${t.finish}
      </gw-button>
      <p class="muted small">${t.finishHint}</p>
    </div>`};ts=function(e){const{talk:t}=this.t;return o`<gw-dialog heading=${t.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>u(this,h,E).call(this,void 0)}>
      <p>${e.talk.rhythm==="none"?t.cancelText:t.cancelRhythmText}</p>
      <gw-text-field
        multiline
        rows="2"
        dir="auto"
        label=${t.cancelMessage}
        maxlength="2000"
        .value=${this.message}
        @input=${s=>this.message=s.target.value}
      ></gw-text-field>
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>u(this,h,E).call(this,void 0)}>${t.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void u(this,h,rs).call(this,e)}>
        ${t.cancelIt}
      </gw-button>
    </gw-dialog>`};es=function(e){const{talk:t}=this.t,{outcomes:s,agenda:i}=e.talk,a=s.filter(({action_item:n})=>n!==null).length,r=i.filter(({done:n})=>!n).length;return o`<gw-dialog heading=${t.finishTitle} ?open=${this.asks==="finish"} @close=${()=>u(this,h,E).call(this,void 0)}>
      ${s.length===0?o`<p>${t.nothingCame}</p>`:o`<div class="stack tight">
            <ul class="came">${s.map(({text:n})=>o`<li dir="auto">${n}</li>`)}</ul>
            ${a>0?o`<p class="muted">${t.becomeItems(a)}</p>`:l}
          </div>`}
      ${r>0?o`<p class="muted">${t.openPoints(r)}</p>`:l}
      <gw-select
        label=${t.nextRhythm}
        hint=${t.nextRhythmHint}
        .options=${Ye.map(n=>({value:n,label:t.rhythm[n]}))}
        .value=${this.rhythm}
        @change=${n=>this.rhythm=n.target.value}
      ></gw-select>
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>u(this,h,E).call(this,void 0)}>${t.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void u(this,h,is).call(this,e)}>
        ${t.finish}
      </gw-button>
    </gw-dialog>`};E=function(e){this.asks=e,this.error=void 0};ss=async function(){const{document:e}=this;e!==void 0&&await u(this,h,st).call(this,"finish",async()=>{await this.outcomes.addTyped(),await e.flush(),await e.reload(),this.rhythm=e.talk.rhythm,u(this,h,E).call(this,"finish")})};is=async function(e){const{rhythm:t}=this;await u(this,h,st).call(this,"finish",async()=>{e.talk.rhythm!==t&&await e.change(()=>({rhythm:t})),await e.hold(),u(this,h,E).call(this,void 0),this.dispatchEvent(new Event("held"))})};as=async function(e,{starts_at:t,ends_at:s,location:i,rhythm:a}){await u(this,h,st).call(this,"change",async()=>{await e.change(()=>({starts_at:t,ends_at:s,location:i,rhythm:a})),u(this,h,E).call(this,void 0),D(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};rs=async function(e){await u(this,h,st).call(this,"cancel",async()=>{await e.flush(),await e.cancel(this.message),u(this,h,E).call(this,void 0),D(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};ns=async function(e){await u(this,h,st).call(this,"calendar",()=>Ze(this.api,e.talk)),this.error!==void 0&&(D(this,Tt(this.error,this.t).title,"critical"),this.error=void 0)};st=async function(e,t){this.busy=e,this.error=void 0;try{await t()}catch(s){this.error=s}finally{this.busy=void 0}};_.styles=[S,Z,z`
      :host {
        container-type: inline-size;
      }
      .when {
        display: grid;
        gap: var(--groundwork-space-2);
      }
      .when h2 {
        font-size: var(--groundwork-text-2xl);
      }
      .when .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1) var(--groundwork-space-4);
        overflow-wrap: anywhere;
      }
      .facts span {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-inline-size: 0;
      }
      .actions {
        margin-block-start: var(--groundwork-space-3);
      }
      .parts {
        display: grid;
        gap: var(--groundwork-space-5);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 52rem) {
        .parts {
          grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
          align-items: start;
        }
      }
      .end {
        display: grid;
        justify-items: start;
        gap: var(--groundwork-space-2);
      }
      ul.came {
        padding-inline-start: 1.25rem;
      }
      li,
      .came {
        overflow-wrap: anywhere;
      }
    `];q([c({attribute:!1})],_.prototype,"document",2);q([c({attribute:!1})],_.prototype,"people",2);q([c({attribute:!1})],_.prototype,"me",2);q([c()],_.prototype,"zone",2);q([c({type:Boolean,attribute:"read-only"})],_.prototype,"readOnly",2);q([g()],_.prototype,"asks",2);q([g()],_.prototype,"busy",2);q([g()],_.prototype,"error",2);q([g()],_.prototype,"message",2);q([g()],_.prototype,"rhythm",2);q([fe("gw-talk-outcomes")],_.prototype,"outcomes",2);_=q([x("gw-talk-planned")],_);var mi=Object.defineProperty,$i=Object.getOwnPropertyDescriptor,os=e=>{throw TypeError(e)},I=(e,t,s,i)=>{for(var a=i>1?void 0:i?$i(t,s):t,r=e.length-1,n;r>=0;r--)(n=e[r])&&(a=(i?n(t,s,a):n(a))||a);return i&&a&&mi(t,s,a),a},ls=(e,t,s)=>t.has(e)||os("Cannot "+s),C=(e,t,s)=>(ls(e,t,"read from private field"),s?s.call(e):t.get(e)),mt=(e,t,s)=>t.has(e)?os("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),y=(e,t,s)=>(ls(e,t,"access private method"),s),Ot,M,kt,m,cs,ds,hs,us,Zt,vt,ps,gs,vs,St;const ue=5;let P=class extends Jt{constructor(){super(...arguments),mt(this,m),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,mt(this,Ot,new Vt),mt(this,M,new $e(this,()=>[this.planId],async([e],t)=>{const s={plan_id:e},[i,a,r]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:s},signal:t}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:s,query:{limit:100}},signal:t})]),n=r.data.items.map(d=>Ss(this.api,d));return{plan:a.data,talks:n,more:r.data.next_cursor!==null,me:i}})),mt(this,kt,()=>{document.visibilityState==="visible"&&C(this,M).value!==void 0&&C(this,M).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",C(this,kt))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",C(this,kt))}view(){const{talk:e,plan:t}=this.t,s=this.getToken===void 0,i=C(this,M).value?.plan.owner.display_name;return o`${this.embedded?l:o`<div class="page-head">
          ${s?o`<a href="#/plan/${this.planId}">${e.toPlan}</a>`:l}
          <h1>${e.title}</h1>
          ${i?o`<p>${C(this,M).value?.plan.title} · <bdi>${i}</bdi></p>`:o`<p>${t.title}</p>`}
        </div>`}
    ${C(this,M).show(a=>y(this,m,cs).call(this,a))}`}};Ot=new WeakMap;M=new WeakMap;kt=new WeakMap;m=new WeakSet;cs=function(e){const{talk:t}=this.t,s=e.talks.filter(r=>r.talk.status==="planned").sort((r,n)=>r.talk.starts_at.localeCompare(n.talk.starts_at)),i=e.talks.filter(r=>r.talk.status!=="planned").sort((r,n)=>n.talk.starts_at.localeCompare(r.talk.starts_at)),a=s.find(r=>r.talk.id===this.chosen)??s[0];return o`<div class="sections">
      ${y(this,m,ds).call(this,e,s,a)}
      ${this.held===void 0?y(this,m,hs).call(this,e,s,a):l}
      ${i.length===0?l:o`<section>
            <h2 id="past">${t.past}</h2>
            <div class="past">
              ${me(this.allPast?i:i.slice(0,ue),r=>r.talk.id,r=>o`<gw-talk-past .document=${r} ?read-only=${y(this,m,St).call(this,e,r)}></gw-talk-past>`)}
            </div>
            ${i.length>ue&&!this.allPast?o`<gw-button variant="quiet" @click=${()=>this.allPast=!0}>${this.t.common.showMore}</gw-button>`:l}
            ${e.more?o`<p class="muted small">${t.notAll}</p>`:l}
          </section>`}
      ${this.embedded?l:o`<section>
            <h2>${t.calendar}</h2>
            <div class="row">
              <gw-button
                icon="calendar"
                expanded=${this.calendarOpen?"true":"false"}
                @click=${()=>this.calendarOpen=!this.calendarOpen}
              >
                ${t.calendarAddress}
              </gw-button>
            </div>
            ${this.calendarOpen?o`<gw-talk-calendar class="panel" .service=${this.baseUrl}></gw-talk-calendar>`:l}
          </section>`}
    </div>`};ds=function(e,t,s){const{talk:i}=this.t;if(this.held!==void 0)return y(this,m,us).call(this,this.held,t);if(this.planning)return o`<gw-card heading=${i.plan}>
        <gw-talk-schedule
          zone=${Bt(e.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          @schedule=${n=>void y(this,m,gs).call(this,n.detail,e)}
          @leave=${()=>y(this,m,vt).call(this,!1)}
        ></gw-talk-schedule>
      </gw-card>`;if(s!==void 0)return bs(s.talk.id,o`<gw-talk-planned
          .document=${s}
          .people=${yi(e,s.talk)}
          .me=${e.me.person?.id??""}
          zone=${Bt(e.me.person?.time_zone)}
          ?read-only=${y(this,m,St).call(this,e,s)}
          @change=${()=>void C(this,M).reload()}
          @held=${()=>void y(this,m,ps).call(this,s)}
        ></gw-talk-planned>`);const a=ws(e),r=e.plan.status==="draft"?i.shareFirst:a?i.noTalkText:i.noTalkClosed;return o`<gw-empty icon="calendar" heading=${i.noTalk} text=${r}>
      ${a?o`<gw-button variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>y(this,m,vt).call(this,!0)}>
            ${i.plan}
          </gw-button>`:l}
    </gw-empty>`};hs=function(e,t,s){const{talk:i}=this.t,a=t.filter(r=>r!==s);return this.planning||s===void 0?l:o`<div class="row">
      ${a.map(r=>o`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=r.talk.id}>
          ${i.alsoPlanned(Et(r.talk,this.locale))}
        </gw-button>`)}
      ${ws(e)&&!y(this,m,St).call(this,e,s)?o`<gw-button size="small" variant="quiet" icon="plus" @click=${()=>y(this,m,vt).call(this,!0)}>${i.planAnother}</gw-button>`:l}
    </div>`};us=function(e,t){const{talk:s}=this.t,i=t.find(a=>a.talk.previous_discussion_id===e.talk.id)??t[0];return o`<gw-card class="result" tabindex="-1" heading=${s.result}>
      <gw-talk-outcomes read-only .document=${e}></gw-talk-outcomes>
      <div class="next">
        <h3>${s.nextTalk}</h3>
        ${i===void 0?o`<p class="muted">${s.noNext}</p>`:o`<p><strong>${Et(i.talk,this.locale)}</strong>, ${je(i.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>y(this,m,Zt).call(this,i===void 0)}>
            ${i===void 0?s.plan:s.toNext}
          </gw-button>
          ${i===void 0?o`<gw-button variant="quiet" @click=${()=>y(this,m,Zt).call(this,!1)}>${this.t.common.close}</gw-button>`:o`<gw-button icon="download" @click=${()=>void y(this,m,vs).call(this,i.talk)}>${s.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};Zt=function(e){this.held=void 0,this.chosen="",y(this,m,vt).call(this,e)};vt=function(e){this.planning=e,this.error=void 0};ps=async function(e){this.held=e,this.emit("groundwork-plan-changed",{planId:this.planId}),await C(this,M).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};gs=async function(e,{me:t}){const s={...e,time_zone:Bt(t.person?.time_zone)},i={path:{plan_id:this.planId},header:C(this,Ot).header(s)};this.busy=!0,this.error=void 0;try{const{data:a}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:i,body:s});C(this,Ot).done(),this.chosen=a.id,await C(this,M).reload(),this.planning=!1,D(this,this.t.talk.planned)}catch(a){this.error=a}finally{this.busy=!1}};vs=async function(e){try{await Ze(this.api,e)}catch{D(this,this.t.common.errors.server,"critical")}};St=function({me:e,plan:t},s){const i=e.person?.id;return e.isHrAdmin&&i!==t.owner_id&&i!==s.talk.manager_id};P.styles=[S,Z,z`
      .page-head a {
        justify-self: start;
      }
      .past {
        border-block-start: 1px solid var(--groundwork-line);
      }
      .result:focus-visible {
        outline: none;
      }
      .panel {
        margin-block-start: var(--groundwork-space-4);
      }
      .next {
        display: grid;
        gap: var(--groundwork-space-2);
        padding-block-start: var(--groundwork-space-4);
      }
      .sections {
        display: grid;
        gap: var(--groundwork-space-6);
        grid-template-columns: minmax(0, 1fr);
      }
      h2 {
        margin-block-end: var(--groundwork-space-3);
      }
    `];I([c({attribute:"plan-id"})],P.prototype,"planId",2);I([c({type:Boolean})],P.prototype,"embedded",2);I([g()],P.prototype,"planning",2);I([g()],P.prototype,"busy",2);I([g()],P.prototype,"error",2);I([g()],P.prototype,"chosen",2);I([g()],P.prototype,"held",2);I([g()],P.prototype,"allPast",2);I([g()],P.prototype,"calendarOpen",2);P=I([x("groundwork-talk")],P);function ws({plan:{status:e}}){return e==="shared"||e==="agreed"}function yi({plan:e,me:t},{manager:s}){const i=[e.owner,...s===null?[]:[s]],{person:a}=t;return a!==void 0&&!i.some(({id:r})=>r===a.id)&&i.push({id:a.id,display_name:a.display_name,title:a.title}),i}const _i=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkTalk(){return P}},Symbol.toStringTag,{value:"Module"}));export{Vt as A,wt as F,A as G,$e as L,Hs as a,P as b,me as c,Ps as d,_i as g,bt as l};
