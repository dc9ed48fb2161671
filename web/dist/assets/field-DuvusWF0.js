import{f as C,A as g,b as l,i as x,E as w}from"./tokens-BHm-NQ-a.js";import{b as T,n as a,g as m,e as f,C as P,D as z,E as p,K as A,J as R,o as u,d as U,v as j}from"./menu-BfZtRc2U.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const G=Symbol();class S{get taskComplete(){return this.t||(this.i===1?this.t=new Promise(((e,r)=>{this.o=e,this.h=r})):this.i===3?this.t=Promise.reject(this.l):this.t=Promise.resolve(this.u)),this.t}constructor(e,r,s){this.p=0,this.i=0,(this._=e).addController(this);const o=typeof r=="object"?r:{task:r,args:s};this.v=o.task,this.j=o.args,this.m=o.argsEqual??L,this.k=o.onComplete,this.A=o.onError,this.autoRun=o.autoRun??!0,"initialValue"in o&&(this.u=o.initialValue,this.i=2,this.O=this.T?.())}hostUpdate(){this.autoRun===!0&&this.S()}hostUpdated(){this.autoRun==="afterUpdate"&&this.S()}T(){if(this.j===void 0)return;const e=this.j();if(!Array.isArray(e))throw Error("The args function must return an array");return e}async S(){const e=this.T(),r=this.O;this.O=e,e===r||e===void 0||r!==void 0&&this.m(r,e)||await this.run(e)}async run(e){let r,s;e??=this.T(),this.O=e,this.i===1?this.q?.abort():(this.t=void 0,this.o=void 0,this.h=void 0),this.i=1,this.autoRun==="afterUpdate"?queueMicrotask((()=>this._.requestUpdate())):this._.requestUpdate();const o=++this.p;this.q=new AbortController;let n=!1;try{r=await this.v(e,{signal:this.q.signal})}catch(d){n=!0,s=d}if(this.p===o){if(r===G)this.i=0;else{if(n===!1){try{this.k?.(r)}catch{}this.i=2,this.o?.(r)}else{try{this.A?.(s)}catch{}this.i=3,this.h?.(s)}this.u=r,this.l=s}this._.requestUpdate()}}abort(e){this.i===1&&this.q?.abort(e)}get value(){return this.u}get error(){return this.l}get status(){return this.i}render(e){switch(this.i){case 0:return e.initial?.();case 1:return e.pending?.();case 2:return e.complete?.(this.value);case 3:return e.error?.(this.error);default:throw Error("Unexpected status: "+this.i)}}}const L=(t,e)=>t===e||t.length===e.length&&t.every(((r,s)=>!C(r,e[s])));class Y{#s;#o;#t;#r=!1;#e;#i="";constructor(e,r,s){this.#s=e,this.#o=new S(e,{args:()=>[e.connected,...r()],task:async([n,...d],{signal:B})=>{if(!n)return new Promise(()=>{});const E=JSON.stringify(d);return this.#r&&=this.#i===E,this.#i=E,this.#e=void 0,s(d,B)},onComplete:n=>{this.#t=n,this.#r=!0,this.#e=void 0},onError:n=>{this.#e=n}});const o=()=>this.#e!==void 0&&this.reload();e.addController({hostConnected:()=>window.addEventListener("online",o),hostDisconnected:()=>window.removeEventListener("online",o)})}get value(){return this.#t}set value(e){this.#t=e,this.#r=!0,this.#s.requestUpdate()}reload(){return this.#o.run()}show(e,r=()=>l`<gw-skeleton lines="5"></gw-skeleton>`){const s=this.#e===void 0?g:l`<gw-error .error=${this.#e} @retry=${()=>void this.reload()}></gw-error>`;return this.#r?l`${s}${e(this.#t)}`:s===g?r():s}}var D=Object.defineProperty,N=Object.getOwnPropertyDescriptor,_=(t,e,r,s)=>{for(var o=s>1?void 0:s?N(e,r):e,n=t.length-1,d;n>=0;n--)(d=t[n])&&(o=(s?d(e,r,o):d(o))||o);return s&&o&&D(e,r,o),o};let b=class extends m{constructor(){super(...arguments),this.tone="plain"}render(){const t=l`<header part="header">
      <slot name="lead"></slot>
      <h2 part="heading">${this.heading}</h2>
      <slot name="actions"></slot>
    </header>`;return l`<section class="card" part="card">
      ${this.heading===void 0?g:t}<slot></slot><slot name="footer"></slot>
    </section>`}};b.styles=[T,x`
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
    `];_([a()],b.prototype,"heading",2);_([a({reflect:!0})],b.prototype,"tone",2);b=_([f("gw-card")],b);/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const y=P(class extends z{constructor(t){if(super(t),t.type!==p.PROPERTY&&t.type!==p.ATTRIBUTE&&t.type!==p.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!A(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===w||e===g)return e;const r=t.element,s=t.name;if(t.type===p.PROPERTY){if(e===r[s])return w}else if(t.type===p.BOOLEAN_ATTRIBUTE){if(!!e===r.hasAttribute(s))return w}else if(t.type===p.ATTRIBUTE&&r.getAttribute(s)===e+"")return w;return R(t),e}});var F=Object.defineProperty,H=Object.getOwnPropertyDescriptor,O=t=>{throw TypeError(t)},i=(t,e,r,s)=>{for(var o=s>1?void 0:s?H(e,r):e,n=t.length-1,d;n>=0;n--)(d=t[n])&&(o=(s?d(e,r,o):d(o))||o);return s&&o&&F(e,r,o),o},I=(t,e,r)=>e.has(t)||O("Cannot "+r),J=(t,e,r)=>e.has(t)?O("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,r),M=(t,e,r)=>(I(t,e,"access private method"),r),k,q;class h extends m{constructor(){super(...arguments),this.label="",this.name="",this.value="",this.required=!1,this.disabled=!1,this.labelHidden=!1}static{this.shadowRootOptions={...m.shadowRootOptions,delegatesFocus:!0}}static{this.styles=[T,x`
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
    `]}get describedBy(){const e=[this.hint&&"hint",this.error&&"error"].filter(Boolean).join(" ");return e===""?void 0:e}hinted(){return l`${this.hint?l`<div class="hint" id="hint" part="hint">${this.hint}</div>`:g}`}fault(){return l`<div class="error" id="error" part="error" role="alert" ?hidden=${!this.error}>
      <gw-icon name="alert"></gw-icon><span>${this.error}</span>
    </div>`}labelled(e){return l`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}${e}${this.fault()}
    </div>`}changed(e){this.take(e),this.dispatchEvent(new Event("change",{bubbles:!0}))}take(e){this.value=e.target.value}}i([a()],h.prototype,"label",2);i([a()],h.prototype,"hint",2);i([a()],h.prototype,"error",2);i([a()],h.prototype,"name",2);i([a()],h.prototype,"value",2);i([a({type:Boolean})],h.prototype,"required",2);i([a({type:Boolean})],h.prototype,"disabled",2);i([a({type:Boolean,attribute:"label-hidden"})],h.prototype,"labelHidden",2);let c=class extends h{constructor(){super(...arguments),this.type="text",this.multiline=!1,this.rows=3,this.autocomplete="off"}focus(t){this.control.focus(t)}render(){const t=this.error?"true":"false";return this.multiline?this.labelled(l`<textarea
        id="control"
        part="control"
        class="control"
        name=${this.name}
        rows=${this.rows}
        ${j({"--rows":this.rows})}
        maxlength=${u(this.maxlength)}
        placeholder=${u(this.placeholder)}
        aria-describedby=${u(this.describedBy)}
        aria-invalid=${t}
        ?required=${this.required}
        ?disabled=${this.disabled}
        .value=${y(this.value)}
        @input=${this.take}
        @change=${this.changed}
      ></textarea>`):this.labelled(l`<input
      id="control"
      part="control"
      class="control"
      type=${this.type}
      name=${this.name}
      maxlength=${u(this.maxlength)}
      min=${u(this.min)}
      max=${u(this.max)}
      placeholder=${u(this.placeholder)}
      autocomplete=${this.autocomplete}
      aria-describedby=${u(this.describedBy)}
      aria-invalid=${t}
      ?required=${this.required}
      ?disabled=${this.disabled}
      .value=${y(this.value)}
      @input=${this.take}
      @change=${this.changed}
    />`)}};i([a()],c.prototype,"type",2);i([a({type:Boolean})],c.prototype,"multiline",2);i([a({type:Number})],c.prototype,"rows",2);i([a({type:Number})],c.prototype,"maxlength",2);i([a()],c.prototype,"placeholder",2);i([a()],c.prototype,"min",2);i([a()],c.prototype,"max",2);i([a()],c.prototype,"autocomplete",2);i([U("#control")],c.prototype,"control",2);c=i([f("gw-text-field")],c);let $=class extends h{constructor(){super(...arguments),this.options=[]}render(){return this.labelled(l`<select
      id="control"
      part="control"
      class="control"
      name=${this.name}
      aria-describedby=${u(this.describedBy)}
      aria-invalid=${this.error?"true":"false"}
      ?required=${this.required}
      ?disabled=${this.disabled}
      @change=${this.changed}
    >
      ${this.options.map(({value:t,label:e})=>l`<option value=${t} ?selected=${t===this.value}>${e}</option>`)}
    </select>`)}};i([a({attribute:!1})],$.prototype,"options",2);$=i([f("gw-select")],$);let v=class extends h{constructor(){super(...arguments),J(this,k),this.options=[],this.multiple=!1,this.values=[]}render(){const t=this.multiple?"checkbox":"radio",e=r=>this.multiple?this.values.includes(r):r===this.value;return l`<fieldset class="field" part="field" aria-describedby=${u(this.describedBy)} ?disabled=${this.disabled}>
      <legend part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</legend>
      ${this.hinted()}
      <div class="options" part="options">
        ${this.options.map(({value:r,label:s,hint:o})=>l`<label class="option" part="option">
            <input
              type=${t}
              name="choice"
              value=${r}
              ?required=${this.required&&!this.multiple}
              .checked=${y(e(r))}
              @change=${M(this,k,q)}
            />
            <span class="text">${s}${o?l`<span class="hint">${o}</span>`:g}</span>
          </label>`)}
      </div>
      ${this.fault()}
    </fieldset>`}};k=new WeakSet;q=function(t){const{value:e,checked:r}=t.target;this.multiple?this.values=r?[...this.values,e]:this.values.filter(s=>s!==e):this.value=e,this.dispatchEvent(new Event("change",{bubbles:!0}))};v.styles=[...h.styles,x`
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
    `];i([a({attribute:!1})],v.prototype,"options",2);i([a({type:Boolean})],v.prototype,"multiple",2);i([a({attribute:!1})],v.prototype,"values",2);v=i([f("gw-choice")],v);export{h as G,Y as L,y as l};
