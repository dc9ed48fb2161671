import{E as u,A as w,i as k,b as n}from"./tokens-BHm-NQ-a.js";import{D as _,E as T,F as p,L as B,K as z,a as $,b as O,n as i,x as c,s as q,e as y,w as A}from"./keyed-B3djp2YV.js";/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const b=_(class extends T{constructor(e){if(super(e),e.type!==p.PROPERTY&&e.type!==p.ATTRIBUTE&&e.type!==p.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!B(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===u||t===w)return t;const o=e.element,s=e.name;if(e.type===p.PROPERTY){if(t===o[s])return u}else if(e.type===p.BOOLEAN_ATTRIBUTE){if(!!t===o.hasAttribute(s))return u}else if(e.type===p.ATTRIBUTE&&o.getAttribute(s)===t+"")return u;return z(e),t}});var R=Object.defineProperty,P=Object.getOwnPropertyDescriptor,x=e=>{throw TypeError(e)},r=(e,t,o,s)=>{for(var d=s>1?void 0:s?P(t,o):t,g=e.length-1,v;g>=0;g--)(v=e[g])&&(d=(s?v(t,o,d):v(d))||d);return s&&d&&R(t,o,d),d},G=(e,t,o)=>t.has(e)||x("Cannot "+o),C=(e,t,o)=>t.has(e)?x("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),F=(e,t,o)=>(G(e,t,"access private method"),o),m,E;class a extends ${constructor(){super(...arguments),this.label="",this.name="",this.value="",this.required=!1,this.disabled=!1,this.labelHidden=!1}static{this.shadowRootOptions={...$.shadowRootOptions,delegatesFocus:!0}}static{this.styles=[O,k`
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
    `]}get describedBy(){const t=[this.hint&&"hint",this.error&&"error"].filter(Boolean).join(" ");return t===""?void 0:t}hinted(){return n`${this.hint?n`<div class="hint" id="hint" part="hint">${this.hint}</div>`:w}`}fault(){return n`<div class="error" id="error" part="error" role="alert" ?hidden=${!this.error}>
      <gw-icon name="alert"></gw-icon><span>${this.error}</span>
    </div>`}labelled(t){return n`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</label>
      ${this.hinted()}${t}${this.fault()}
    </div>`}changed(t){this.take(t),this.dispatchEvent(new Event("change",{bubbles:!0}))}take(t){this.value=t.target.value}}r([i()],a.prototype,"label",2);r([i()],a.prototype,"hint",2);r([i()],a.prototype,"error",2);r([i()],a.prototype,"name",2);r([i()],a.prototype,"value",2);r([i({type:Boolean})],a.prototype,"required",2);r([i({type:Boolean})],a.prototype,"disabled",2);r([i({type:Boolean,attribute:"label-hidden"})],a.prototype,"labelHidden",2);let l=class extends a{constructor(){super(...arguments),this.type="text",this.multiline=!1,this.rows=3,this.autocomplete="off"}focus(e){this.control.focus(e)}render(){const e=this.error?"true":"false";return this.multiline?this.labelled(n`<textarea
        id="control"
        part="control"
        class="control"
        name=${this.name}
        rows=${this.rows}
        ${A({"--rows":this.rows})}
        maxlength=${c(this.maxlength)}
        placeholder=${c(this.placeholder)}
        aria-describedby=${c(this.describedBy)}
        aria-invalid=${e}
        ?required=${this.required}
        ?disabled=${this.disabled}
        .value=${b(this.value)}
        @input=${this.take}
        @change=${this.changed}
      ></textarea>`):this.labelled(n`<input
      id="control"
      part="control"
      class="control"
      type=${this.type}
      name=${this.name}
      maxlength=${c(this.maxlength)}
      min=${c(this.min)}
      max=${c(this.max)}
      placeholder=${c(this.placeholder)}
      autocomplete=${this.autocomplete}
      aria-describedby=${c(this.describedBy)}
      aria-invalid=${e}
      ?required=${this.required}
      ?disabled=${this.disabled}
      .value=${b(this.value)}
      @input=${this.take}
      @change=${this.changed}
    />`)}};r([i()],l.prototype,"type",2);r([i({type:Boolean})],l.prototype,"multiline",2);r([i({type:Number})],l.prototype,"rows",2);r([i({type:Number})],l.prototype,"maxlength",2);r([i()],l.prototype,"placeholder",2);r([i()],l.prototype,"min",2);r([i()],l.prototype,"max",2);r([i()],l.prototype,"autocomplete",2);r([q("#control")],l.prototype,"control",2);l=r([y("gw-text-field")],l);let f=class extends a{constructor(){super(...arguments),this.options=[]}render(){return this.labelled(n`<select
      id="control"
      part="control"
      class="control"
      name=${this.name}
      aria-describedby=${c(this.describedBy)}
      aria-invalid=${this.error?"true":"false"}
      ?required=${this.required}
      ?disabled=${this.disabled}
      @change=${this.changed}
    >
      ${this.options.map(({value:e,label:t})=>n`<option value=${e} ?selected=${e===this.value}>${t}</option>`)}
    </select>`)}};r([i({attribute:!1})],f.prototype,"options",2);f=r([y("gw-select")],f);let h=class extends a{constructor(){super(...arguments),C(this,m),this.options=[],this.multiple=!1,this.values=[]}render(){const e=this.multiple?"checkbox":"radio",t=o=>this.multiple?this.values.includes(o):o===this.value;return n`<fieldset class="field" part="field" aria-describedby=${c(this.describedBy)} ?disabled=${this.disabled}>
      <legend part="label" class=${this.labelHidden?"visually-hidden":""}>${this.label}</legend>
      ${this.hinted()}
      <div class="options" part="options">
        ${this.options.map(({value:o,label:s,hint:d})=>n`<label class="option" part="option">
            <input
              type=${e}
              name="choice"
              value=${o}
              ?required=${this.required&&!this.multiple}
              .checked=${b(t(o))}
              @change=${F(this,m,E)}
            />
            <span class="text">${s}${d?n`<span class="hint">${d}</span>`:w}</span>
          </label>`)}
      </div>
      ${this.fault()}
    </fieldset>`}};m=new WeakSet;E=function(e){const{value:t,checked:o}=e.target;this.multiple?this.values=o?[...this.values,t]:this.values.filter(s=>s!==t):this.value=t,this.dispatchEvent(new Event("change",{bubbles:!0}))};h.styles=[...a.styles,k`
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
    `];r([i({attribute:!1})],h.prototype,"options",2);r([i({type:Boolean})],h.prototype,"multiple",2);r([i({attribute:!1})],h.prototype,"values",2);h=r([y("gw-choice")],h);export{a as G,b as l};
