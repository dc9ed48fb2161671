import{b as f,n as c,a as m,e as k,r as v,c as ae,i as se,d as he,f as Ue,g as Be,p as je,A as He,k as qe,h as Fe,j as Ne}from"./states-DU8pGSXy.js";import{A as h,i as b,b as i,_ as W}from"./tokens-Bm7sD29N.js";import{o as Je}from"./session-Ccz1QV9H.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Ke=(e,t,r)=>(r.configurable=!0,r.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(e,t,r),r);/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function F(e,t){return(r,o,n)=>{const a=s=>s.renderRoot?.querySelector(e)??null;return Ke(r,o,{get(){return a(this)}})}}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const pe=e=>(...t)=>({_$litDirective$:e,values:t});let ge=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,r,o){this._$Ct=t,this._$AM=r,this._$Ci=o}_$AS(t,r){return this.update(t,r)}update(t,r){return this.render(...r)}};/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Qe={},Xe=(e,t=Qe)=>e._$AH=t;/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Ye=pe(class extends ge{constructor(){super(...arguments),this.key=h}render(e,t){return this.key=e,t}update(e,[t,r]){return t!==this.key&&(Xe(e),this.key=t),r}});function Ze(e,t){for(const r of e){const o=et(r.path,t);if(o!==void 0)return{route:r,params:o}}}function et(e,t){const[r,o]=[e.split("/"),t.split("/")];if(r.length!==o.length)return;const n={};for(const[a,s]of r.entries()){const _=o[a]??"";if(s.startsWith(":")&&_!=="")n[s.slice(1)]=tt(_);else if(s!==_)return}return n}function tt(e){try{return decodeURIComponent(e)}catch{return e}}function U(){return location.hash.slice(1).split("?")[0]||"/"}var rt=Object.defineProperty,ot=Object.getOwnPropertyDescriptor,ve=e=>{throw TypeError(e)},G=(e,t,r,o)=>{for(var n=o>1?void 0:o?ot(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(o?s(t,r,n):s(n))||n);return o&&n&&rt(t,r,n),n},nt=(e,t,r)=>t.has(e)||ve("Cannot "+r),it=(e,t,r)=>t.has(e)?ve("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),le=(e,t,r)=>(nt(e,t,"access private method"),r),B,we,fe;let E=class extends m{constructor(){super(...arguments),it(this,B),this.heading="",this.open=!1,this.insistent=!1}render(){return i`<dialog part="dialog" aria-labelledby="heading" @close=${le(this,B,fe)} @cancel=${le(this,B,we)}>
      <header part="header">
        <h2 id="heading">${this.heading}</h2>
        <gw-button
          class="close"
          variant="quiet"
          size="small"
          icon="close"
          label=${this.t.common.close}
          ?hidden=${this.insistent}
          @click=${()=>this.dialog.close()}
        ></gw-button>
      </header>
      <div class="body" part="body"><slot></slot></div>
      <footer part="footer"><slot name="footer"></slot></footer>
    </dialog>`}updated(e){!e.has("open")||this.open===this.dialog.open||(this.open?this.dialog.showModal():this.dialog.close())}};B=new WeakSet;we=function(e){this.insistent&&e.preventDefault()};fe=function(){this.open&&(this.open=!1,this.dispatchEvent(new Event("close")))};E.styles=[f,b`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(34rem, calc(100vi - 2rem));
        max-block-size: calc(100dvb - 2rem);
        padding: 0;
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        color: inherit;
        box-shadow: var(--groundwork-shadow-raised);
      }
      dialog::backdrop {
        background: rgb(12 16 14 / 45%);
      }
      dialog:focus-visible {
        outline: none;
        border-radius: var(--groundwork-radius-l);
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--groundwork-space-3);
        padding: var(--groundwork-space-5) var(--groundwork-space-5) 0;
      }
      .body {
        display: grid;
        gap: var(--groundwork-space-4);
        padding: var(--groundwork-space-4) var(--groundwork-space-5) var(--groundwork-space-5);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--groundwork-space-3);
        padding: 0 var(--groundwork-space-5) var(--groundwork-space-5);
      }
      .close {
        margin: -0.5rem;
        margin-block-end: 0;
      }
    `];G([c()],E.prototype,"heading",2);G([c({type:Boolean,reflect:!0})],E.prototype,"open",2);G([c({type:Boolean})],E.prototype,"insistent",2);G([F("dialog")],E.prototype,"dialog",2);E=G([k("gw-dialog")],E);const at=[{path:"/feedback/:id",title:e=>e.feedback.title,load:()=>W(()=>import("./groundwork-feedback-Ba_Jf0h1.js"),[]),render:({id:e=""})=>i`<groundwork-feedback plan-id=${e}></groundwork-feedback>`}],st=[{path:"/hr",title:e=>e.hr.title,load:()=>W(()=>import("./groundwork-hr-Br3ou5sU.js"),[]),render:()=>i`<groundwork-hr></groundwork-hr>`}],lt={href:"#/hr",label:e=>e.shell.hr,covers:["/hr"],visible:e=>e.isHrAdmin},de=()=>W(()=>import("./groundwork-plan-BiU3e5w7.js"),[]),dt=[{path:"/plan",title:e=>e.plan.title,load:de,render:()=>i`<groundwork-plan></groundwork-plan>`},{path:"/plan/:id",title:e=>e.plan.title,load:de,render:({id:e=""})=>i`<groundwork-plan plan-id=${e}></groundwork-plan>`}],ct={href:"#/plan",label:e=>e.shell.plan,covers:["/plan"],visible:e=>e.person!==void 0},ut=[{path:"/talk/:id",title:e=>e.talk.title,load:()=>W(()=>import("./groundwork-talk-Dj4a2Soq.js"),[]),render:({id:e=""})=>i`<groundwork-talk plan-id=${e}></groundwork-talk>`}],ce=()=>W(()=>import("./groundwork-team-DdR98Vsh.js"),[]),ht=[{path:"/team",title:e=>e.team.title,load:ce,render:()=>i`<groundwork-team></groundwork-team>`},{path:"/team/:id",title:e=>e.team.title,load:ce,render:({id:e=""})=>i`<groundwork-team person-id=${e}></groundwork-team>`}],pt={href:"#/team",label:e=>e.shell.team,covers:["/team"],visible:e=>e.hasTeam},gt=[...dt,...at,...ut,...ht,...st],me=[ct,pt,lt];var vt=Object.defineProperty,wt=Object.getOwnPropertyDescriptor,ke=e=>{throw TypeError(e)},T=(e,t,r,o)=>{for(var n=o>1?void 0:o?wt(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(o?s(t,r,n):s(n))||n);return o&&n&&vt(t,r,n),n},be=(e,t,r)=>t.has(e)||ke("Cannot "+r),_e=(e,t,r)=>(be(e,t,"read from private field"),r?r.call(e):t.get(e)),ft=(e,t,r)=>t.has(e)?ke("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),R=(e,t,r)=>(be(e,t,"access private method"),r),$,ee,$e,ye,xe,ze;let y=class extends m{constructor(){super(...arguments),ft(this,$),this.label="",this.icon="more",this.items=[],this.open=!1}render(){return i`<button
        class="opener"
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open?"true":"false"}
        aria-label=${this.label}
        @click=${R(this,$,$e)}
      >
        <slot><gw-icon name=${this.icon}></gw-icon></slot>
      </button>
      ${this.open?i`<div role="menu" part="menu" aria-label=${this.label} @keydown=${R(this,$,ze)} @focusout=${R(this,$,xe)}>
            ${this.items.map(({id:e,label:t,icon:r})=>i`<button role="menuitem" type="button" tabindex="-1" @click=${()=>R(this,$,ye).call(this,e)}>
                ${r===void 0?h:i`<gw-icon name=${r}></gw-icon>`}${t}
              </button>`)}
          </div>`:h}`}};$=new WeakSet;ee=function(){return[...this.renderRoot.querySelectorAll("[role=menuitem]")]};$e=async function(){this.open=!this.open,await this.updateComplete,_e(this,$,ee)[0]?.focus()};ye=function(e){this.open=!1,this.opener.focus(),this.dispatchEvent(new CustomEvent("select",{detail:e}))};xe=function({relatedTarget:e}){e instanceof Node&&this.renderRoot.contains(e)||(this.open=!1)};ze=function(e){const t=_e(this,$,ee),r=t.findIndex(n=>n.matches(":focus")),o={ArrowDown:r+1,ArrowUp:r-1,Home:0,End:t.length-1}[e.key];e.key==="Escape"?(e.stopPropagation(),this.open=!1,this.opener.focus()):o!==void 0&&(e.preventDefault(),t[(o+t.length)%t.length]?.focus())};y.styles=[f,b`
      :host {
        position: relative;
        display: inline-block;
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-block-size: 2.5rem;
        padding: 0.375rem 0.75rem;
        border: 0;
        border-radius: var(--groundwork-radius-s);
        background: none;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover,
      [role="menuitem"]:focus-visible {
        background: var(--groundwork-sunken);
      }
      .opener {
        padding: 0.375rem;
        border-radius: var(--groundwork-radius-m);
      }
      [role="menu"] {
        position: absolute;
        z-index: 20;
        inset-block-start: calc(100% + 4px);
        inset-inline-end: 0;
        display: grid;
        min-inline-size: 12rem;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
    `];T([c()],y.prototype,"label",2);T([c()],y.prototype,"icon",2);T([c({attribute:!1})],y.prototype,"items",2);T([v()],y.prototype,"open",2);T([F("button")],y.prototype,"opener",2);y=T([k("gw-menu")],y);class mt extends ge{render(t){return h}update(t,[r]){const{style:o}=t.element;for(const[n,a]of Object.entries(r))o.setProperty(n,String(a));return h}}const kt=pe(mt);var bt=Object.defineProperty,_t=Object.getOwnPropertyDescriptor,p=(e,t,r,o)=>{for(var n=o>1?void 0:o?_t(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(o?s(t,r,n):s(n))||n);return o&&n&&bt(t,r,n),n};let L=class extends m{constructor(){super(...arguments),this.tone="neutral"}render(){return i`${this.icon===void 0?h:i`<gw-icon name=${this.icon}></gw-icon>`}<slot></slot>`}};L.styles=[f,b`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
        padding: 0.125rem 0.625rem;
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      :host([tone="info"]) {
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
      :host([tone="positive"]) {
        background: var(--groundwork-positive-soft);
        color: var(--groundwork-positive);
      }
      :host([tone="caution"]) {
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
      }
      :host([tone="critical"]) {
        background: var(--groundwork-critical-soft);
        color: var(--groundwork-critical);
      }
      :host([tone="accent"]) {
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      gw-icon {
        inline-size: 1.1em;
        block-size: 1.1em;
      }
    `];p([c({reflect:!0})],L.prototype,"tone",2);p([c()],L.prototype,"icon",2);L=p([k("gw-pill")],L);const $t={draft:["neutral","edit"],shared:["info","share"],agreed:["positive","check-circle"],completed:["accent","flag"],archived:["neutral","lock"]},yt={not_started:["neutral","circle"],in_progress:["info","half"],blocked:["critical","blocked"],done:["positive","check-circle"],cancelled:["neutral","close"]};let M=class extends m{render(){const{planStatus:e,itemStatus:t}=this.t.common;if(this.plan!==void 0){const[r,o]=$t[this.plan];return i`<gw-pill tone=${r} icon=${o}>${e[this.plan]}</gw-pill>`}if(this.item!==void 0){const[r,o]=yt[this.item];return i`<gw-pill tone=${r} icon=${o}>${t[this.item]}</gw-pill>`}return h}};M.styles=[f,b`
      :host {
        display: inline-block;
      }
    `];p([c()],M.prototype,"plan",2);p([c()],M.prototype,"item",2);M=p([k("gw-status")],M);let I=class extends m{constructor(){super(...arguments),this.value=0,this.showValue=!1}render(){const e=this.locale.format.percent(this.value);return i`<div
        class="track"
        part="track"
        role="progressbar"
        aria-label=${this.label??this.t.common.progress}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${this.value}
        aria-valuetext=${e}
      >
        <div class="bar" part="bar" ${kt({"--value":Math.min(100,Math.max(0,this.value))})}></div>
      </div>
      ${this.showValue?i`<span class="value" aria-hidden="true">${e}</span>`:h}`}};I.styles=[f,b`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 6rem;
      }
      .track {
        flex: 1;
        block-size: 0.5rem;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-sunken);
        box-shadow: inset 0 0 0 1px var(--groundwork-line);
        overflow: hidden;
      }
      .bar {
        block-size: 100%;
        inline-size: calc(var(--value) * 1%);
        border-radius: inherit;
        background: var(--groundwork-accent);
        transition: inline-size 400ms;
      }
      .value {
        min-inline-size: 3.2ch;
        font-size: var(--groundwork-text-s);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      @media (prefers-reduced-motion: reduce) {
        .bar {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .bar {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `];p([c({type:Number})],I.prototype,"value",2);p([c()],I.prototype,"label",2);p([c({type:Boolean,attribute:"show-value"})],I.prototype,"showValue",2);I=p([k("gw-progress")],I);let S=class extends m{constructor(){super(...arguments),this.name="",this.labelled=!1,this.size="medium"}render(){return this.labelled?i`<span part="avatar" role="img" aria-label=${this.name}>${ue(this.name)}</span>`:i`<span part="avatar" aria-hidden="true">${ue(this.name)}</span>`}};S.styles=[f,b`
      :host {
        display: inline-grid;
        flex: none;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        font-size: var(--groundwork-text-xs);
      }
      :host([size="small"]) {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        font-size: 0.6875rem;
      }
      :host([size="large"]) {
        inline-size: 3.25rem;
        block-size: 3.25rem;
        font-size: var(--groundwork-text-m);
      }
      span {
        display: grid;
        place-items: center;
        border: 1px solid transparent;
        border-radius: 50%;
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
        font-weight: 600;
        letter-spacing: 0.02em;
        line-height: 1;
        user-select: none;
      }
    `];p([c()],S.prototype,"name",2);p([c({type:Boolean})],S.prototype,"labelled",2);p([c({reflect:!0})],S.prototype,"size",2);S=p([k("gw-avatar")],S);function ue(e){const t=e.trim().split(/\s+/u),[r,o]=[t[0],t.length>1?t.at(-1):void 0];return[r,o].map(n=>[...n??""][0]??"").join("").toLocaleUpperCase()}var xt=Object.defineProperty,zt=Object.getOwnPropertyDescriptor,Ee=e=>{throw TypeError(e)},N=(e,t,r,o)=>{for(var n=o>1?void 0:o?zt(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(o?s(t,r,n):s(n))||n);return o&&n&&xt(t,r,n),n},Et=(e,t,r)=>t.has(e)||Ee("Cannot "+r),Ct=(e,t,r)=>t.has(e)?Ee("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),V=(e,t,r)=>(Et(e,t,"access private method"),r),C,Ce,Oe,Pe,Ie;let A=class extends m{constructor(){super(...arguments),Ct(this,C),this.entries=[],this.address=""}render(){const{product:e,navigation:t,skip:r}=this.t.shell,{me:o}=this,n=o===void 0?[]:this.entries.filter(a=>a.visible(o));return i`<header>
      <a class="skip visually-hidden" href="#main" @click=${V(this,C,Ce)}>${r}</a>
      <a class="brand" href="#/">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M8 22h16M11 17h10M14 12h4" />
        </svg>
        ${e}
      </a>
      ${n.length===0?h:i`<nav aria-label=${t}>
            <ul role="list">
              ${n.map(({href:a,label:s,covers:_})=>i`<li>
                  <a href=${a} aria-current=${V(this,C,Oe).call(this,_)?"page":h}>${s(this.t)}</a>
                </li>`)}
            </ul>
          </nav>`}
      <div class="who">${V(this,C,Pe).call(this)}${o===void 0?h:V(this,C,Ie).call(this,o)}</div>
    </header>`}};C=new WeakSet;Ce=function(e){e.preventDefault(),this.dispatchEvent(new Event("skip"))};Oe=function(e){return e.some(t=>this.address===t||this.address.startsWith(`${t}/`))};Pe=function(){const e=Object.entries(ae).map(([t,r])=>({id:t,label:r}));return i`<gw-menu
      icon="globe"
      label=${`${this.t.shell.language}: ${ae[this.locale.language]}`}
      .items=${e}
      @select=${t=>this.dispatchEvent(new CustomEvent("language",{detail:t.detail}))}
    ></gw-menu>`};Ie=function({person:e}){const{account:t,signOut:r}=this.t.shell,o=e?.display_name??"";return i`<gw-menu
      icon="user"
      label=${t(o)}
      .items=${[{id:"sign-out",label:r,icon:"sign-out"}]}
      @select=${()=>this.dispatchEvent(new Event("sign-out"))}
    >
      ${o===""?h:i`<div class="account"><gw-avatar size="small" name=${o}></gw-avatar><span>${o}</span></div>`}
    </gw-menu>`};A.styles=[f,b`
      :host {
        position: sticky;
        z-index: 10;
        inset-block-start: 0;
        border-block-end: 1px solid var(--groundwork-line);
        background: var(--groundwork-canvas);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--groundwork-space-5);
        max-inline-size: 72rem;
        min-block-size: 4rem;
        margin-inline: auto;
        padding-inline: clamp(1rem, 4vi, 2rem);
      }
      .skip:focus {
        position: absolute;
        z-index: 30;
        inset-block-start: var(--groundwork-space-2);
        inset-inline-start: var(--groundwork-space-2);
        padding: var(--groundwork-space-2) var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-accent);
        color: var(--groundwork-on-accent);
      }
      .brand {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        color: inherit;
        font-weight: 650;
        letter-spacing: -0.015em;
        text-decoration: none;
      }
      .mark {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        color: var(--groundwork-accent);
      }
      .mark path {
        stroke: var(--groundwork-on-accent);
        stroke-width: 2.6;
        stroke-linecap: round;
      }
      nav {
        flex: 1;
      }
      ul {
        display: flex;
        gap: var(--groundwork-space-5);
      }
      nav a {
        display: flex;
        align-items: center;
        min-block-size: 4rem;
        border-block: 2px solid transparent;
        color: var(--groundwork-text-muted);
        font-weight: 540;
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        color: var(--groundwork-text);
      }
      nav a:focus-visible {
        outline-offset: -4px;
      }
      nav a[aria-current="page"] {
        border-block-end-color: var(--groundwork-accent);
        color: var(--groundwork-text);
      }
      .who {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-1);
        margin-inline-start: auto;
      }
      .account {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
        font-weight: 540;
      }
      @media (max-width: 44rem) {
        header {
          min-block-size: 3.5rem;
        }
        nav {
          order: 1;
          flex-basis: 100%;
        }
        nav a {
          min-block-size: 2.75rem;
        }
        .account span {
          display: none;
        }
      }
    `];N([c({attribute:!1})],A.prototype,"me",2);N([c({attribute:!1})],A.prototype,"entries",2);N([c()],A.prototype,"address",2);A=N([k("gw-header")],A);var Ot=Object.defineProperty,Pt=Object.getOwnPropertyDescriptor,Se=e=>{throw TypeError(e)},J=(e,t,r,o)=>{for(var n=o>1?void 0:o?Pt(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(o?s(t,r,n):s(n))||n);return o&&n&&Ot(t,r,n),n},It=(e,t,r)=>t.has(e)||Se("Cannot "+r),St=(e,t,r)=>t.has(e)?Se("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),H=(e,t,r)=>(It(e,t,"access private method"),r),P,Ae,De,te;let D=class extends m{constructor(){super(...arguments),St(this,P)}render(){const{signInTitle:e,signInText:t}=this.t.shell;return i`<div class="page">
      <div class="intro">
        <h1 tabindex="-1">${e}</h1>
        <p>${t}</p>
      </div>
      ${this.error===void 0?h:i`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.door.people===null?H(this,P,Ae).call(this):H(this,P,De).call(this,this.door.people)}
    </div>`}};P=new WeakSet;Ae=function(){return i`<div>
      <gw-button variant="primary" ?busy=${this.chosen!==void 0} @click=${()=>H(this,P,te).call(this)}>
        ${this.t.shell.signInButton}
      </gw-button>
    </div>`};De=function(e){const{demoTitle:t,demoText:r,demoRole:o,demoPerson:n}=this.t.shell;return i`<section aria-labelledby="demo">
      <h2 id="demo">${t}</h2>
      <ul role="list">
        ${e.map(({user_name:a,name:s,about:_})=>i`<li>
            <button class="person" type="button" aria-busy=${this.chosen===a?"true":"false"} @click=${()=>H(this,P,te).call(this,a)}>
              <gw-avatar name=${s}></gw-avatar>
              <span class="name">${s}</span>
              <span class="role">${o[_]}</span>
              <span class="about">${n[_]}</span>
            </button>
          </li>`)}
      </ul>
      <p class="note">${r}</p>
    </section>`};te=async function(e){if(this.chosen===void 0){this.chosen=e??"",this.error=void 0;try{this.dispatchEvent(new CustomEvent("signed-in",{detail:await this.door.signIn(e)}))}catch(t){this.error=t}finally{this.chosen=void 0}}};D.styles=[f,b`
      .page {
        display: grid;
        align-content: center;
        gap: var(--groundwork-space-7);
        max-inline-size: 46rem;
        min-block-size: 76dvb;
        margin-inline: auto;
      }
      .intro {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      h1 {
        font-size: clamp(2rem, 1.3rem + 3vi, 3rem);
        line-height: 1.1;
      }
      .intro p {
        max-inline-size: 38rem;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-l);
      }
      section {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      h2 {
        font-size: var(--groundwork-text-m);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: var(--groundwork-space-4);
      }
      .person {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: start;
        gap: var(--groundwork-space-1) var(--groundwork-space-3);
        inline-size: 100%;
        block-size: 100%;
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow);
        text-align: start;
        cursor: pointer;
        transition: border-color var(--groundwork-motion), translate var(--groundwork-motion);
      }
      .person:hover {
        border-color: var(--groundwork-accent);
        translate: 0 -1px;
      }
      .person:focus-visible {
        border-radius: var(--groundwork-radius-l);
      }
      .person[aria-busy="true"] {
        border-color: var(--groundwork-accent);
        opacity: 0.7;
      }
      gw-avatar {
        grid-row: span 2;
        align-self: center;
      }
      .name {
        font-weight: 600;
        line-height: 1.3;
      }
      .role {
        color: var(--groundwork-accent);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        line-height: 1.3;
      }
      .about {
        grid-column: 1 / -1;
        margin-block-start: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        line-height: 1.45;
      }
      .note {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
    `];J([c({attribute:!1})],D.prototype,"door",2);J([v()],D.prototype,"chosen",2);J([v()],D.prototype,"error",2);D=J([k("gw-sign-in")],D);var At=Object.defineProperty,Dt=Object.getOwnPropertyDescriptor,Te=e=>{throw TypeError(e)},w=(e,t,r,o)=>{for(var n=o>1?void 0:o?Dt(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(o?s(t,r,n):s(n))||n);return o&&n&&At(t,r,n),n},re=(e,t,r)=>t.has(e)||Te("Cannot "+r),u=(e,t,r)=>(re(e,t,"read from private field"),r?r.call(e):t.get(e)),z=(e,t,r)=>t.has(e)?Te("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),Le=(e,t,r,o)=>(re(e,t,"write to private field"),t.set(e,r),r),d=(e,t,r)=>(re(e,t,"access private method"),r),q,oe,x,K,l,Me,We,ne,Ge,Q,Re,Ve,X,j,O,Y,ie,Z;let g=class extends m{constructor(){super(...arguments),z(this,l),this.address=U(),this.offline=!navigator.onLine,this.signingIn=!1,z(this,q,new se(this,{context:Ue,initialValue:he})),z(this,oe,new se(this,{context:Be})),z(this,x),z(this,K,je()),z(this,j,()=>{this.me!==void 0&&d(this,l,Y).call(this).then(()=>this.main.focus({preventScroll:!0}))}),z(this,O,()=>{this.offline=!navigator.onLine})}get locale(){return u(this,q).value}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",u(this,j)),window.addEventListener("online",u(this,O)),window.addEventListener("offline",u(this,O)),d(this,l,ne).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",u(this,j)),window.removeEventListener("online",u(this,O)),window.removeEventListener("offline",u(this,O))}render(){const{common:e}=this.t;return i`
      <gw-header
        .me=${this.me}
        .entries=${me}
        address=${this.address}
        @language=${t=>void d(this,l,Ve).call(this,t.detail)}
        @sign-out=${()=>void d(this,l,Re).call(this)}
        @skip=${()=>this.main.focus()}
      ></gw-header>
      ${this.offline?i`<div class="offline" role="status">${e.errors.offline}. ${e.errors.offlineText}</div>`:h}
      <main
        id="main"
        tabindex="-1"
        @groundwork-toast=${t=>this.toasts.show(t.detail.text,t.detail.tone)}
        @groundwork-title=${t=>d(this,l,Z).call(this,t.detail)}
      >
        ${d(this,l,Me).call(this)}
      </main>
      <gw-toasts></gw-toasts>
      ${d(this,l,We).call(this)}
    `}};q=new WeakMap;oe=new WeakMap;x=new WeakMap;K=new WeakMap;l=new WeakSet;Me=function(){const{shell:e}=this.t;if(this.failure!==void 0)return i`<gw-error .error=${this.failure} @retry=${()=>void d(this,l,Ge).call(this)}></gw-error>`;if(this.door===void 0)return i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.me===void 0)return u(this,x)===void 0?i`<gw-sign-in .door=${this.door} @signed-in=${o=>void d(this,l,Q).call(this,o.detail)}></gw-sign-in>`:i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.shown===void 0)return i`<gw-empty icon="search" heading=${e.notFound} text=${e.notFoundText}>
        <gw-button href="#/">${e.home}</gw-button>
      </gw-empty>`;const{route:t,params:r}=this.shown;return Ye(JSON.stringify([t.path,r]),t.render(r))};We=function(){const{shell:e,common:t}=this.t,r=n=>{const a=this.askedToSignIn;this.askedToSignIn=void 0,a?.[n]()},o=async()=>{this.signingIn=!0;try{await u(this,x)?.signInAgain(),r("signedIn")}catch{this.toasts.show(e.signInFailed,"critical")}finally{this.signingIn=!1}};return i`<gw-dialog heading=${e.signInAgain} ?open=${this.askedToSignIn!==void 0} @close=${()=>r("dismissed")}>
      <p>${t.errors.signedOutText}</p>
      <gw-button slot="footer" variant="primary" ?busy=${this.signingIn} @click=${()=>void o()}>${e.signIn}</gw-button>
    </gw-dialog>`};ne=async function(){this.failure=void 0;try{await d(this,l,X).call(this,void 0),this.door=await Je();const e=await this.door.resume();e!==void 0?await d(this,l,Q).call(this,e):d(this,l,Z).call(this,this.t.shell.signIn)}catch(e){this.failure=e}};Ge=function(){return this.me!==void 0?d(this,l,Y).call(this):u(this,x)===void 0?d(this,l,ne).call(this):d(this,l,Q).call(this,u(this,x))};Q=async function(e){Le(this,x,e);const t=new He(new URL("..",new URL("/board/",location.href)).href.replace(/\/$/,""),e);t.askToSignIn=()=>new Promise((r,o)=>{this.askedToSignIn={signedIn:r,dismissed:()=>o(new Error("not signed in"))}}),u(this,oe).setValue(t),this.failure=void 0,this.requestUpdate();try{const r=await t.me();await d(this,l,X).call(this,r.person?.time_zone??void 0),this.me=r,await d(this,l,Y).call(this)}catch(r){this.failure=r}};Re=async function(){await u(this,x)?.signOut(),location.hash="",location.reload()};Ve=async function(e){qe(e),Le(this,K,e),await d(this,l,X).call(this,this.me?.person?.time_zone??void 0),d(this,l,ie).call(this)};X=async function(e){const t=await Fe(u(this,K),e).catch(()=>he);u(this,q).setValue(t),document.documentElement.lang=t.language,document.documentElement.dir=Ne(t.language),this.requestUpdate()};j=new WeakMap;O=new WeakMap;Y=async function(){const{me:e}=this,t=e&&me.find(n=>n.visible(e));U()==="/"&&t!==void 0&&history.replaceState(null,"",t.href);const r=U(),o=Ze(gt,r);try{await o?.route.load()}catch(n){this.failure=n;return}r===U()&&(this.failure=void 0,this.address=r,this.shown=o,d(this,l,ie).call(this),window.scrollTo(0,0),await this.updateComplete)};ie=function(){const{shell:e}=this.t;d(this,l,Z).call(this,this.me===void 0?e.signIn:this.shown?.route.title(this.t)??e.notFound)};Z=function(e){document.title=this.t.shell.title(e)};g.styles=[f,b`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 100dvb;
        background: var(--groundwork-canvas);
      }
      main {
        flex: 1;
        inline-size: 100%;
        max-inline-size: 72rem;
        margin-inline: auto;
        padding: clamp(1.5rem, 4vi, 3rem) clamp(1rem, 4vi, 2rem) var(--groundwork-space-8);
      }
      main:focus {
        outline: none;
      }
      .offline {
        padding: var(--groundwork-space-2) var(--groundwork-space-4);
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
        font-size: var(--groundwork-text-s);
        text-align: center;
      }
    `];w([v()],g.prototype,"door",2);w([v()],g.prototype,"me",2);w([v()],g.prototype,"failure",2);w([v()],g.prototype,"address",2);w([v()],g.prototype,"shown",2);w([v()],g.prototype,"offline",2);w([v()],g.prototype,"askedToSignIn",2);w([v()],g.prototype,"signingIn",2);w([F("main")],g.prototype,"main",2);w([F("gw-toasts")],g.prototype,"toasts",2);g=w([k("groundwork-board")],g);export{g as GroundworkBoard};
