import{E as Ye,i as M,b as o,A as l}from"./tokens-CJCdtVT4.js";import{y as ts,z as es,B as ss,M as is,C as B,D as Q,E as Ot,F as as,x as ns,P as ee,b as G,n as u,g as H,e as L,l as U,r as p,G as At,t as P,f as mt,d as rs,m as os}from"./menu-oLYlwzUy.js";import{L as se}from"./loading-DPKWGxZQ.js";import"./card-KF2Afm_M.js";import{l as ls}from"./field-BzxLhcae.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Jt=(t,e,s)=>{const i=new Map;for(let a=e;a<=s;a++)i.set(t[a],a);return i},ie=ts(class extends es{constructor(t){if(super(t),t.type!==ss.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,s){let i;s===void 0?s=e:e!==void 0&&(i=e);const a=[],n=[];let r=0;for(const c of t)a[r]=i?i(c,r):r,n[r]=s(c,r),r++;return{values:n,keys:a}}render(t,e,s){return this.dt(t,e,s).values}update(t,[e,s,i]){const a=is(t),{values:n,keys:r}=this.dt(e,s,i);if(!Array.isArray(a))return this.ut=r,n;const c=this.ut??=[],w=[];let ct,Zt,v=0,y=a.length-1,g=0,b=n.length-1;for(;v<=y&&g<=b;)if(a[v]===null)v++;else if(a[y]===null)y--;else if(c[v]===r[g])w[g]=B(a[v],n[g]),v++,g++;else if(c[y]===r[b])w[b]=B(a[y],n[b]),y--,b--;else if(c[v]===r[b])w[b]=B(a[v],n[b]),Q(t,w[b+1],a[v]),v++,b--;else if(c[y]===r[g])w[g]=B(a[y],n[g]),Q(t,a[v],a[y]),y--,g++;else if(ct===void 0&&(ct=Jt(r,g,b),Zt=Jt(c,v,y)),ct.has(c[v]))if(ct.has(c[y])){const A=Zt.get(r[g]),xt=A!==void 0?a[A]:null;if(xt===null){const jt=Q(t,a[v]);B(jt,n[g]),w[g]=jt}else w[g]=B(xt,n[g]),Q(t,a[v],xt),a[A]=null;g++}else Ot(a[y]),y--;else Ot(a[v]),v++;for(;g<=b;){const A=Q(t,w[b+1]);B(A,n[g]),w[g++]=A}for(;v<=y;){const A=a[v++];A!==null&&Ot(A)}return this.ut=r,as(t,w),Ye}});class It{#s="";#t="";header(e){const s=JSON.stringify(e);return(this.#t===""||this.#s!==s)&&(this.#s=s,this.#t=crypto.randomUUID()),{"Idempotency-Key":this.#t}}done(){this.#t=""}}class cs{#s=new Map;constructor(){window.addEventListener("beforeunload",e=>{this.#s.size>0&&e.preventDefault()})}get(e){return this.#s.get(e)}keep(e,s){s===void 0?this.#s.delete(e):this.#s.set(e,s)}}const Kt=new WeakMap;function ds(t){const e=Kt.get(t)??new cs;return Kt.set(t,e),e}const hs=1e3,us=1e4;class Vt extends Error{constructor(e){super("changed by somebody else"),this.theirs=e}}class Qt{#s;#t;#e;#i;#a;#o;#n;constructor(e,s){this.#s=e,this.#t=s,this.#e=this.#i=e.talk[s]??"",this.#n=this.#i===""?"empty":"saved",window.addEventListener("online",()=>void(this.#n==="failed"&&this.save()))}get text(){return this.#i}get state(){return this.#n}get unsaved(){return this.#n!=="saved"&&this.#n!=="empty"}write(e){this.#i=e,this.#r(this.theirs===void 0?"typing":"conflict"),this.theirs===void 0&&this.#l(hs)}take(e){this.#i===this.#e&&(this.#e=this.#i=e,this.#n=e===""?"empty":"saved")}settle(e){this.#e=this.theirs??this.#e,this.theirs=void 0,this.#i=e,this.#r("typing"),this.save()}async save(){clearTimeout(this.#a),this.#o===void 0&&this.unsaved&&this.#n!=="conflict"&&(this.#o=this.#d().finally(()=>this.#o=void 0)),await this.#o,this.#n==="typing"&&await this.save()}async#d(){const e=this.#i;this.#r("saving");try{await this.#s.change(s=>{const i=s[this.#t]??"";if(i!==e&&i!==this.#e)throw new Vt(i);return i===e?void 0:{[this.#t]:e||null}}),this.#e=e,this.error=void 0,this.#r(this.#i===e?e===""?"empty":"saved":"typing")}catch(s){s instanceof Vt?(this.theirs=s.theirs,this.#r("conflict")):(this.error=s,this.#r("failed"),ae(s)&&this.#l(us))}}#l(e){clearTimeout(this.#a),this.#a=setTimeout(()=>void this.save(),e)}#r(e){this.#n=e,this.#s.announce()}}const ps=1e4;class vs extends EventTarget{constructor(e,s){super(),this.#i=Promise.resolve(),this.#a=0,this.#n=new It,this.ticks=new Map,this.points=[],this.outcomes=[],this.#s=e,this.#t=s,this.drafts=ds(e),this.sharedNotes=new Qt(this,"shared_notes"),this.privateNote=new Qt(this,"private_note"),window.addEventListener("online",()=>void this.saveLists()),window.addEventListener("beforeunload",i=>{this.unsaved&&i.preventDefault()})}#s;#t;#e;#i;#a;#o;#n;get talk(){return this.#t}get unsaved(){return this.ticks.size+this.points.length+this.outcomes.length>0||this.sharedNotes.unsaved||this.privateNote.unsaved}refresh(e){this.#a===0&&e.version>=this.#t.version&&this.#p(e,void 0)}reload(){return this.#h(()=>this.#u())}change(e){return this.#h(()=>this.#d(e))}async#d(e){const s={discussion_id:this.#t.id};for(let i=0;i<8;i++){this.#e===void 0&&await this.#u();const a=e(this.#t);if(a===void 0)return;const n={"If-Match":this.#e},r=this.#s.PATCH("/v1/discussions/{discussion_id}",{params:{path:s,header:n},body:a}),c=await ns(r);if(c.changed){this.#p(c.data,c.etag);return}this.#e=void 0}throw new TypeError("the talk changes all the time")}hold(){return this.#l("hold",{})}cancel(e){return this.#l("cancel",{message:e.trim()||null})}#l(e,s){return this.#h(async()=>{this.#e===void 0&&await this.#u();const i={discussion_id:this.#t.id},a={"If-Match":this.#e,...this.#n.header([e,s,this.#e])};try{const{data:n,etag:r}=await this.#s.POST(`/v1/discussions/{discussion_id}/${e}`,{params:{path:i,header:a},body:s});this.#p(n,r)}catch(n){throw this.#e=void 0,await this.#u().catch(()=>{}),n}})}tick(e,s){return this.ticks=new Map([...this.ticks,[e,s]]),this.saveLists()}addPoint(e){return this.points=[...this.points,e],this.saveLists()}addOutcome(e){return this.outcomes=[...this.outcomes,e],this.saveLists()}removePoint(e){return this.change(({agenda:s})=>({agenda:s.filter(i=>i.id!==e)}))}removeOutcome(e){return this.change(s=>{const i=zt(s),a=i.findIndex(n=>JSON.stringify(n)===JSON.stringify(e));return a<0?void 0:{outcomes:i.filter((n,r)=>r!==a)}})}async saveLists(){clearTimeout(this.#o),this.#c();try{await this.#h(()=>this.#r()),this.error=void 0}catch(e){this.error=e,ae(e)&&(this.#o=setTimeout(()=>void this.saveLists(),ps))}this.#c()}async#r(){const{ticks:e,points:s,outcomes:i}=this;e.size+s.length+i.length!==0&&(await this.#d(a=>{const n={};if(e.size+s.length>0){const r=a.agenda.map(c=>({...c,done:e.get(c.id)??c.done}));n.agenda=[...r,...s.map(c=>({text:c}))]}return i.length>0&&(n.outcomes=[...zt(a),...i]),n}),this.ticks=new Map([...this.ticks].filter(([a,n])=>e.get(a)!==n)),this.points=this.points.slice(s.length),this.outcomes=this.outcomes.slice(i.length))}discardLists(){this.ticks=new Map,this.points=[],this.outcomes=[],this.error=void 0,this.#c()}async flush(){if(await Promise.all([this.saveLists(),this.sharedNotes.save(),this.privateNote.save()]),this.unsaved)throw this.error??this.sharedNotes.error??this.privateNote.error??new TypeError("not saved")}announce(){this.#c()}#h(e){this.#a+=1;const s=this.#i.then(e).finally(()=>this.#a-=1);return this.#i=s.catch(()=>{}),s}async#u(){const e={discussion_id:this.#t.id},{data:s,etag:i}=await this.#s.GET("/v1/discussions/{discussion_id}",{params:{path:e}});this.#p(s,i)}#p(e,s){this.#t=e,this.#e=s,this.sharedNotes.take(e.shared_notes??""),this.privateNote.take(e.private_note??""),this.#c()}#c(){this.dispatchEvent(new Event("change"))}}function ae(t){return t instanceof ee?t.status>=500||t.status===429:t instanceof TypeError}function zt({outcomes:t}){return t.map(({text:e,action_item:s})=>({text:e,action_item:s&&{title:s.title,responsible_id:s.responsible_id,due_on:s.due_on}}))}const Xt=new WeakMap;function gs(t,e){let s=Xt.get(t);s===void 0&&Xt.set(t,s=new Map);const i=s.get(e.id)??new vs(t,e);return s.set(e.id,i),i.refresh(e),i}class lt{#s;#t;#e;constructor(e,s){this.#s=e,this.#t=s,e.addController(this)}#i=()=>this.#s.requestUpdate();hostConnected(){this.#a(this.#t())}hostUpdate(){this.#a(this.#t())}hostDisconnected(){this.#a(void 0)}#a(e){e!==this.#e&&(this.#e?.removeEventListener("change",this.#i),e?.addEventListener("change",this.#i),this.#e=e)}}var ws=Object.defineProperty,ms=Object.getOwnPropertyDescriptor,ne=t=>{throw TypeError(t)},J=(t,e,s,i)=>{for(var a=i>1?void 0:i?ms(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&ws(e,s,a),a},fs=(t,e,s)=>e.has(t)||ne("Cannot "+s),$s=(t,e,s)=>e.has(t)?ne("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ys=(t,e,s)=>(fs(t,e,"access private method"),s),Pt,re;let tt=class extends H{constructor(){super(...arguments),$s(this,Pt),this.label="",this.open=!1}render(){return o`<details part="details" ?open=${this.open} @toggle=${ys(this,Pt,re)}>
      <summary part="summary"><gw-icon name="chevron-right"></gw-icon><slot name="summary">${this.label}</slot></summary>
      <div class="content" part="content"><slot></slot></div>
    </details>`}};Pt=new WeakSet;re=function(t){this.open=t.target.open};tt.styles=[G,M`
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
    `];J([u()],tt.prototype,"label",2);J([u({type:Boolean,reflect:!0})],tt.prototype,"open",2);tt=J([L("gw-disclosure")],tt);let et=class extends H{render(){const{before:t,after:e}=this.t.common;return o`<div class="sides">
      <section class="side" part="before"><h3>${this.beforeLabel??t}</h3><slot name="before"></slot></section>
      <section class="side after" part="after"><h3>${this.afterLabel??e}</h3><slot name="after"></slot></section>
    </div>`}};et.styles=[G,M`
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
    `];J([u({attribute:"before-label"})],et.prototype,"beforeLabel",2);J([u({attribute:"after-label"})],et.prototype,"afterLabel",2);et=J([L("gw-compare")],et);function Ct(t){try{return new Intl.DateTimeFormat("en",{timeZone:t??void 0}).resolvedOptions().timeZone}catch{return new Intl.DateTimeFormat("en").resolvedOptions().timeZone}}function vt(t,e){const s=new Intl.DateTimeFormat("en-CA",{timeZone:e,hourCycle:"h23",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit"}),i=Object.fromEntries(s.formatToParts(t).map(({type:a,value:n})=>[a,n]));return{day:`${i.year}-${i.month}-${i.day}`,time:`${i.hour}:${i.minute}`}}function ks({day:t,time:e},s){const i=Date.parse(`${t}T${e}:00Z`);let a=i;for(let n=0;n<2;n++){const r=vt(new Date(a),s);a+=i-Date.parse(`${r.day}T${r.time}:00Z`)}return new Date(a)}function _s(t,e){return new Date(Date.parse(t)+e*864e5).toISOString().slice(0,10)}var bs=Object.defineProperty,xs=Object.getOwnPropertyDescriptor,oe=t=>{throw TypeError(t)},K=(t,e,s,i)=>{for(var a=i>1?void 0:i?xs(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&bs(e,s,a),a},le=(t,e,s)=>e.has(t)||oe("Cannot "+s),X=(t,e,s)=>(le(t,e,"read from private field"),s?s.call(t):e.get(t)),Tt=(t,e,s)=>e.has(t)?oe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),F=(t,e,s)=>(le(t,e,"access private method"),s),gt,st,I,ce,Et,de,he,Wt;let R=class extends At{constructor(){super(...arguments),Tt(this,I),this.service="",this.address="",this.busy=!1,this.asking=!1,Tt(this,gt,new It),Tt(this,st,new se(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(t){if(t instanceof ee&&t.status===404)return;throw t}}))}view(){const{talk:t}=this.t;return o`<div class="stack tight">
      <p>${t.calendarText}</p>
      <p>${t.calendarWarning}</p>
      ${X(this,st).show(e=>F(this,I,ce).call(this,e),()=>o`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};gt=new WeakMap;st=new WeakMap;I=new WeakSet;ce=function(t){const{talk:e,common:s}=this.t;if(t===void 0)return o`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void F(this,I,Et).call(this)}>${e.makeAddress}</gw-button>
      </div>`;const{format:i}=this.locale;return o`
      ${this.address===""?o`<p>${e.addressMade(i.date(t.created_at))}</p>`:o`<div class="address">
              <gw-text-field label=${e.address} hint=${e.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void F(this,I,he).call(this)}>${e.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void F(this,I,Et).call(this)}>${e.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${e.revoke}</gw-button>
      </div>
      <gw-dialog heading=${e.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${e.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${s.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void F(this,I,de).call(this)}>${e.revoke}</gw-button>
      </gw-dialog>
    `};Et=async function(){await F(this,I,Wt).call(this,async()=>{const{data:t}=await this.api.POST("/v1/me/calendar",{params:{header:X(this,gt).header({})},body:{}});X(this,gt).done(),this.address=new URL(t.address??"",this.service||location.href).href,X(this,st).value=t})};de=async function(){await F(this,I,Wt).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",X(this,st).value=void 0,P(this,this.t.talk.revoked)}),this.asking=!1};he=async function(){try{await navigator.clipboard.writeText(this.address),P(this,this.t.talk.copied)}catch{P(this,this.t.talk.copyByHand,"neutral")}};Wt=async function(t){this.busy=!0,this.error=void 0;try{await t()}catch(e){this.error=e}finally{this.busy=!1}};R.styles=[G,U,M`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];K([u({attribute:!1})],R.prototype,"service",2);K([p()],R.prototype,"address",2);K([p()],R.prototype,"busy",2);K([p()],R.prototype,"error",2);K([p()],R.prototype,"asking",2);R=K([L("gw-talk-calendar")],R);var Os=Object.defineProperty,Ts=Object.getOwnPropertyDescriptor,ue=t=>{throw TypeError(t)},ft=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ts(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Os(e,s,a),a},pe=(t,e,s)=>e.has(t)||ue("Cannot "+s),it=(t,e,s)=>(pe(t,e,"read from private field"),s?s.call(t):e.get(t)),zs=(t,e,s)=>e.has(t)?ue("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),S=(t,e,s)=>(pe(t,e,"access private method"),s),f,qt,$t,Y,ve,Dt,ge,we,me;const fe={text:"",responsible:"",due:""};let Z=class extends H{constructor(){super(),zs(this,f),this.people=[],this.readOnly=!1,new lt(this,()=>this.document)}async addTyped(){const{responsible:t,due:e,text:s}=it(this,f,$t),i=s.trim();if(i===""||this.document===void 0)return;const n={title:i.length>200?`${i.slice(0,199)}…`:i,responsible_id:t,due_on:e||null};S(this,f,Y).call(this,fe),await this.document.addOutcome({text:i,action_item:t===""?null:n})}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,s=zt(t.talk);return s.length+t.outcomes.length===0&&this.readOnly?o`<p class="muted">${e.noOutcomes}</p>`:o`<div class="stack">
      ${s.length+t.outcomes.length===0?l:o`<ul role="list">
            ${s.map((i,a)=>{const n=t.talk.outcomes[a]?.action_item;return S(this,f,Dt).call(this,i,n?.responsible.display_name,!1)})}
            ${t.outcomes.map(i=>S(this,f,Dt).call(this,i,S(this,f,ve).call(this,i),!0))}
          </ul>`}
      ${this.readOnly?l:S(this,f,ge).call(this)}
    </div>`}};f=new WeakSet;qt=function(){return`outcome ${this.document?.talk.id}`};$t=function(){return this.document?.drafts.get(it(this,f,qt))??fe};Y=function(t){const e={...it(this,f,$t),...t};this.document?.drafts.keep(it(this,f,qt),e.text===""?void 0:e),this.requestUpdate()};ve=function({action_item:t}){return this.people.find(({id:e})=>e===t?.responsible_id)?.display_name};Dt=function(t,e,s){const{talk:i}=this.t,{text:a,action_item:n}=t,r=n?.due_on?i.dueOn(this.locale.format.date(n.due_on)):void 0,c=[e,r].filter(w=>w!==void 0).join(" · ");return o`<li>
      <gw-icon name=${s?"clock":n?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${a}</p>
        ${n&&n.title!==a&&!a.startsWith(n.title.replace(/…$/,""))?o`<p class="text small">${n.title}</p>`:l}
        <p class="who">${n?c:i.agreement}${s?o` · ${i.waiting}`:l}</p>
      </div>
      ${this.readOnly||s?l:o`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${i.removeOutcome(a)}
            @click=${()=>void S(this,f,me).call(this,t)}
          ></gw-button>`}
    </li>`};ge=function(){const{talk:t}=this.t,{text:e,responsible:s,due:i}=it(this,f,$t),a=this.people.map(({id:n,display_name:r})=>({value:n,label:r}));return o`<div class="form" role="group" aria-label=${t.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${t.outcome}
        hint=${t.outcomeHint}
        maxlength="1000"
        dir="auto"
        .value=${e}
        @input=${n=>S(this,f,Y).call(this,{text:n.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${t.whoDoes}
        .options=${[...a,{value:"",label:t.nobody}]}
        .value=${s}
        @change=${n=>S(this,f,Y).call(this,{responsible:n.target.value})}
      ></gw-choice>
      ${s===""?l:o`<gw-text-field
            class="due"
            type="date"
            label=${t.due}
            .value=${i}
            @input=${n=>S(this,f,Y).call(this,{due:n.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${S(this,f,we)}>${t.addOutcome}</gw-button></div>
    </div>`};we=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};me=async function(t){try{await this.document?.removeOutcome(t),P(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(e){P(this,mt(e,this.t).title,"critical")}};Z.styles=[G,U,M`
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
    `];ft([u({attribute:!1})],Z.prototype,"document",2);ft([u({attribute:!1})],Z.prototype,"people",2);ft([u({type:Boolean,attribute:"read-only"})],Z.prototype,"readOnly",2);Z=ft([L("gw-talk-outcomes")],Z);var Ps=Object.defineProperty,Cs=Object.getOwnPropertyDescriptor,$e=t=>{throw TypeError(t)},Rt=(t,e,s,i)=>{for(var a=i>1?void 0:i?Cs(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Ps(e,s,a),a},ye=(t,e,s)=>e.has(t)||$e("Cannot "+s),yt=(t,e,s)=>(ye(t,e,"read from private field"),s?s.call(t):e.get(t)),Es=(t,e,s)=>e.has(t)?$e("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),q=(t,e,s)=>(ye(t,e,"access private method"),s),k,ke,_e,be,Ut,Bt,Ft,St,xe;const Ds=["verdict","stance","support","overdue","blocked","comment","added"];function Ss({source:t,text:e}){return t==="overdue"||t==="blocked"?e.replace(/^(Overdue|Blocked): /,""):e}let at=class extends H{constructor(){super(),Es(this,k),this.readOnly=!1,new lt(this,()=>this.document)}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,{agenda:s}=t.talk,i=Ds.map(n=>({source:n,lines:s.filter(r=>r.source===n)})),a=s.length+t.points.length===0;return o`<div class="stack">
      ${a?o`<p class="muted">${this.readOnly?e.noAgenda:e.emptyAgenda}</p>`:l}
      ${i.map(({source:n,lines:r})=>{const c=n==="added"?t.points:[];return r.length+c.length===0?l:o`<section class="group">
              <h3 id=${n}>${e.source[n]}</h3>
              <ul role="list" aria-labelledby=${n}>
                ${ie(r,({id:w})=>w,w=>q(this,k,ke).call(this,t,w))}
                ${c.map(w=>q(this,k,_e).call(this,w))}
              </ul>
            </section>`})}
      ${this.readOnly?l:q(this,k,be).call(this)}
    </div>`}};k=new WeakSet;ke=function(t,e){const{talk:s}=this.t,i=t.ticks.get(e.id)??e.done,a=o`<span class="text">${Ss(e)}</span>`;return this.readOnly?o`<li class=${i?"done":""}>
        <span class="line">
          <gw-icon name=${i?"check-circle":"circle"}></gw-icon>
          ${a}<span class="visually-hidden">${i?s.discussed:s.notDiscussed}</span>
        </span>
      </li>`:o`<li class=${i?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${ls(i)}
          @change=${n=>void t.tick(e.id,n.target.checked)}
        />
        ${a}
      </label>
      ${e.source==="added"?o`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removePoint(e.text)}
            @click=${()=>void q(this,k,xe).call(this,t,e)}
          ></gw-button>`:l}
    </li>`};_e=function(t){return o`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${t} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`};be=function(){const{talk:t}=this.t;return o`<div class="form">
      <gw-text-field
        label=${t.addPoint}
        maxlength="500"
        dir="auto"
        .value=${yt(this,k,Bt)}
        @input=${e=>q(this,k,Ft).call(this,e.target.value)}
        @keydown=${e=>e.key==="Enter"&&!e.isComposing&&q(this,k,St).call(this,e)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${q(this,k,St)}>${t.add}</gw-button>
    </div>`};Ut=function(){return`point ${this.document?.talk.id}`};Bt=function(){return this.document?.drafts.get(yt(this,k,Ut))??""};Ft=function(t){this.document?.drafts.keep(yt(this,k,Ut),t||void 0),this.requestUpdate()};St=function(t){t.preventDefault();const e=yt(this,k,Bt).trim();e!==""&&(q(this,k,Ft).call(this,""),this.document?.addPoint(e)),this.renderRoot.querySelector("gw-text-field")?.focus()};xe=async function(t,{id:e,text:s}){try{await t.removePoint(e),P(this,this.t.talk.pointRemoved(s)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(i){P(this,mt(i,this.t).title,"critical")}};at.styles=[G,U,M`
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
    `];Rt([u({attribute:!1})],at.prototype,"document",2);Rt([u({type:Boolean,attribute:"read-only"})],at.prototype,"readOnly",2);at=Rt([L("gw-talk-agenda")],at);var Ms=Object.defineProperty,Gs=Object.getOwnPropertyDescriptor,Oe=t=>{throw TypeError(t)},Ht=(t,e,s,i)=>{for(var a=i>1?void 0:i?Gs(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Ms(e,s,a),a},Te=(t,e,s)=>e.has(t)||Oe("Cannot "+s),Yt=(t,e,s)=>(Te(t,e,"read from private field"),s?s.call(t):e.get(t)),Ls=(t,e,s)=>e.has(t)?Oe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ht=(t,e,s)=>(Te(t,e,"access private method"),s),W,Mt,ze,ut;const Ns={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"};let nt=class extends H{constructor(){super(),Ls(this,W),this.kind="shared",new lt(this,()=>this.document)}disconnectedCallback(){super.disconnectedCallback(),Yt(this,W,Mt)?.save()}render(){const t=Yt(this,W,Mt);if(t===void 0)return l;const{talk:e}=this.t,s=this.kind==="shared";return o`<div class="stack ${this.kind}">
      ${s?l:o`<p class="only"><gw-icon name="lock"></gw-icon>${e.onlyMe}</p>`}
      <gw-text-field
        multiline
        rows=${s?5:2}
        dir="auto"
        label=${s?e.sharedNotes:e.privateNote}
        hint=${s?e.sharedNotesHint:e.privateNoteHint}
        maxlength=${s?1e4:4e3}
        .value=${t.text}
        @input=${i=>t.write(i.target.value)}
        @change=${()=>void t.save()}
      ></gw-text-field>
      <div class="state ${t.state}" role="status">
        <gw-icon name=${Ns[t.state]} ?hidden=${t.state==="empty"}></gw-icon>${e.noteState[t.state]}
      </div>
      ${t.state==="failed"?o`<gw-error inline .error=${t.error} @retry=${()=>void t.save()}></gw-error>`:l}
      ${t.theirs===void 0?l:ht(this,W,ze).call(this,t,t.theirs)}
    </div>`}};W=new WeakSet;Mt=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};ze=function(t,e){const{talk:s}=this.t,i=[e,t.text].filter(a=>a.trim()!=="").join(`

`);return o`<div class="stack" role="group" aria-label=${s.conflict}>
      <p>${s.conflictText}</p>
      <gw-compare before-label=${s.theirs} after-label=${s.mine}>
        <p slot="before" class="theirs" dir="auto">${e||s.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${t.text||s.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${()=>ht(this,W,ut).call(this,t,i)}>${s.keepBoth}</gw-button>
        <gw-button size="small" @click=${()=>ht(this,W,ut).call(this,t,t.text)}>${s.keepMine}</gw-button>
        <gw-button size="small" @click=${()=>ht(this,W,ut).call(this,t,e)}>${s.takeTheirs}</gw-button>
      </div>
    </div>`};ut=function(t,e){t.settle(e),this.renderRoot.querySelector("gw-text-field")?.focus()};nt.styles=[G,U,M`
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
    `];Ht([u({attribute:!1})],nt.prototype,"document",2);Ht([u({reflect:!0})],nt.prototype,"kind",2);nt=Ht([L("gw-talk-note")],nt);function kt({starts_at:t},{format:e}){return e.date(t,{dateStyle:"full"})}function Pe({starts_at:t,ends_at:e},{format:s}){const i=s.date(t)===s.date(e);return`${s.date(t,{timeStyle:"short"})} – ${i?s.date(e,{timeStyle:"short"}):s.time(e)}`}function As({starts_at:t},{format:e},s){const{day:i}=vt(new Date(t),s);return e.relative(i===e.today()?t:i)}async function Ce(t,{id:e,starts_at:s}){const i={discussion_id:e},{data:a}=await t.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:i},parseAs:"text"}),n=URL.createObjectURL(new Blob([a],{type:"text/calendar"})),r=document.createElement("a");r.href=n,r.download=`${s.slice(0,10)}.ics`,r.click(),setTimeout(()=>URL.revokeObjectURL(n),1e4)}var Is=Object.defineProperty,Ws=Object.getOwnPropertyDescriptor,Ee=t=>{throw TypeError(t)},_t=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ws(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Is(e,s,a),a},qs=(t,e,s)=>e.has(t)||Ee("Cannot "+s),Rs=(t,e,s)=>e.has(t)?Ee("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Gt=(t,e,s)=>(qs(t,e,"access private method"),s),rt,De,Lt;let j=class extends H{constructor(){super(),Rs(this,rt),this.readOnly=!1,this.writing=!1,new lt(this,()=>this.document)}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,s=t.talk,i=s.status==="held";return o`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${kt(s,this.locale)}</span>
        <gw-pill tone=${i?"positive":"neutral"} icon=${i?"check-circle":"close"}>
          ${i?e.cameOf(s.outcomes.length):e.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?o`<p class="muted">${e.timesOnly}</p>`:Gt(this,rt,De).call(this,t,i)}
    </gw-disclosure>`}};rt=new WeakSet;De=function(t,e){const{talk:s}=this.t,i=t.talk;return o`<div class="stack">
      ${i.cancel_message?o`<p class="note" dir="auto">${i.cancel_message}</p>`:l}
      ${e?o`<section>
            <h3>${s.outcomes}</h3>
            <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
          </section>`:l}
      ${i.agenda.length>0?o`<section>
            <h3>${s.agenda}</h3>
            <gw-talk-agenda read-only .document=${t}></gw-talk-agenda>
          </section>`:l}
      ${this.writing?o`${e?o`<gw-talk-note kind="shared" .document=${t}></gw-talk-note>`:l}
            <gw-talk-note kind="private" .document=${t}></gw-talk-note>`:o`${Gt(this,rt,Lt).call(this,s.sharedNotes,t.sharedNotes.text)}
            ${Gt(this,rt,Lt).call(this,s.privateNote,t.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${s.writeNotes}</gw-button>
            </div>`}
    </div>`};Lt=function(t,e){return e===""?l:o`<section>
          <h3>${t}</h3>
          <p class="note" dir="auto">${e}</p>
        </section>`};j.styles=[G,U,M`
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
    `];_t([u({attribute:!1})],j.prototype,"document",2);_t([u({type:Boolean,attribute:"read-only"})],j.prototype,"readOnly",2);_t([p()],j.prototype,"writing",2);j=_t([L("gw-talk-past")],j);var Us=Object.defineProperty,Bs=Object.getOwnPropertyDescriptor,E=(t,e,s,i)=>{for(var a=i>1?void 0:i?Bs(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Us(e,s,a),a};const Se=["none","monthly","every_6_weeks","quarterly","half_yearly"];let x=class extends H{constructor(){super(...arguments),this.zone="UTC",this.busy=!1,this.day="",this.time="",this.minutes=60,this.location="",this.rhythm="none"}connectedCallback(){super.connectedCallback();const{talk:t}=this;if(t!==void 0){const e=new Date(t.starts_at);({day:this.day,time:this.time}=vt(e,this.zone)),this.minutes=Math.round((Date.parse(t.ends_at)-e.getTime())/6e4),this.location=t.location??"",this.rhythm=t.rhythm}else this.day===""&&(this.day=_s(vt(new Date,this.zone).day,7),this.time="10:00")}render(){const{talk:t,common:e}=this.t,s=mt(this.error,this.t),i=n=>this.error===void 0?void 0:s.fields.find(r=>r.pointer===n)?.detail,a=[...new Set([30,45,60,90,120,this.minutes])].sort((n,r)=>n-r);return o`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${t.day}
          .value=${this.day}
          .error=${this.missing==="day"?t.dayMissing:i("/starts_at")}
          @input=${n=>this.day=n.target.value}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${t.time}
          .value=${this.time}
          .error=${this.missing==="time"?t.timeMissing:void 0}
          @input=${n=>this.time=n.target.value}
        ></gw-text-field>
        <p class="muted small wide">${t.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${t.length}
          .options=${a.map(n=>({value:String(n),label:t.minutes(n)}))}
          .value=${String(this.minutes)}
          @change=${n=>this.minutes=Number(n.target.value)}
        ></gw-select>
        <gw-select
          label=${t.rhythmLabel}
          .options=${Se.map(n=>({value:n,label:t.rhythm[n]}))}
          .value=${this.rhythm}
          @change=${n=>this.rhythm=n.target.value}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${t.place}
          hint=${t.placeHint}
          maxlength="200"
          dir="auto"
          .value=${this.location}
          .error=${i("/location")}
          @input=${n=>this.location=n.target.value}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:o`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?t.planIt:e.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>this.dispatchEvent(new Event("leave"))}>${e.cancel}</gw-button>
      </div>
    </div>`}submit(){if(this.missing=this.day===""?"day":this.time===""?"time":void 0,this.missing!==void 0)return;const t=ks({day:this.day,time:this.time},this.zone),e={starts_at:t.toISOString(),ends_at:new Date(t.getTime()+this.minutes*6e4).toISOString(),location:this.location.trim()||null,rhythm:this.rhythm};this.dispatchEvent(new CustomEvent("schedule",{detail:e}))}};x.styles=[G,U,M`
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
    `];E([u({attribute:!1})],x.prototype,"talk",2);E([u()],x.prototype,"zone",2);E([u({type:Boolean})],x.prototype,"busy",2);E([u({attribute:!1})],x.prototype,"error",2);E([p()],x.prototype,"day",2);E([p()],x.prototype,"time",2);E([p()],x.prototype,"minutes",2);E([p()],x.prototype,"location",2);E([p()],x.prototype,"rhythm",2);E([p()],x.prototype,"missing",2);x=E([L("gw-talk-schedule")],x);var Fs=Object.defineProperty,Hs=Object.getOwnPropertyDescriptor,Me=t=>{throw TypeError(t)},C=(t,e,s,i)=>{for(var a=i>1?void 0:i?Hs(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Fs(e,s,a),a},Zs=(t,e,s)=>e.has(t)||Me("Cannot "+s),js=(t,e,s)=>e.has(t)?Me("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),h=(t,e,s)=>(Zs(t,e,"access private method"),s),d,Ge,Le,Ne,Ae,z,Ie,We,qe,Re,Ue,V;let _=class extends At{constructor(){super(),js(this,d),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.message="",this.rhythm="none",new lt(this,()=>this.document)}view(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,s=t.error;return o`<div class="stack">
      ${h(this,d,Ge).call(this,t)}
      ${s===void 0?l:o`<div class="stack tight">
            <gw-error inline .error=${s} @retry=${()=>void t.saveLists()}></gw-error>
            <div class="row"><gw-button size="small" variant="quiet" @click=${()=>t.discardLists()}>${e.discard}</gw-button></div>
          </div>`}
      ${this.readOnly?o`<p class="muted">${e.timesOnly}</p>`:o`<div class="parts">
              <gw-card heading=${e.agenda}><gw-talk-agenda .document=${t}></gw-talk-agenda></gw-card>
              <gw-card heading=${e.notes}>
                <div class="stack">
                  <gw-talk-note kind="shared" .document=${t}></gw-talk-note>
                  <gw-talk-note kind="private" .document=${t}></gw-talk-note>
                </div>
              </gw-card>
            </div>
            <gw-card heading=${e.outcomes}>
              <gw-talk-outcomes .document=${t} .people=${this.people}></gw-talk-outcomes>
            </gw-card>
            ${h(this,d,Le).call(this,t)} ${h(this,d,Ne).call(this,t)} ${h(this,d,Ae).call(this,t)}`}
    </div>`}};d=new WeakSet;Ge=function(t){const{talk:e,common:s}=this.t,i=t.talk;if(this.asks==="change")return o`<gw-card heading=${e.changeIt}>
        <gw-talk-schedule
          .talk=${i}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          @schedule=${r=>void h(this,d,qe).call(this,t,r.detail)}
          @leave=${()=>h(this,d,z).call(this,void 0)}
        ></gw-talk-schedule>
      </gw-card>`;const a=this.people.filter(({id:r})=>r!==this.me).map(({display_name:r})=>r),n=r=>h(this,d,z).call(this,r.detail);return o`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${e.next} · ${As(i,this.locale,this.zone)}</p>
        <h2>${kt(i,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${Pe(i,this.locale)}</span>
          ${a.length>0?o`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(a)}</bdi></span>`:l}
          ${i.location?o`<span><gw-icon name="flag"></gw-icon><bdi>${i.location}</bdi></span>`:l}
          ${i.rhythm==="none"?l:o`<span><gw-icon name="calendar"></gw-icon>${e.rhythm[i.rhythm]}</span>`}
        </p>
        ${this.readOnly?l:o`<div class="row actions">
              <gw-button size="small" icon="edit" @click=${()=>h(this,d,z).call(this,"change")}>${e.change}</gw-button>
              <gw-button
                size="small"
                icon="download"
                ?busy=${this.busy==="calendar"}
                @click=${()=>void h(this,d,Ue).call(this,t)}
              >
                ${e.toCalendar}
              </gw-button>
              <gw-menu
                label=${s.more}
                .items=${[{id:"cancel",label:e.cancelIt,icon:"close"}]}
                @select=${n}
              ></gw-menu>
            </div>`}
      </div>
    </gw-card>`};Le=function({talk:{starts_at:t}}){const{talk:e}=this.t,s=Date.parse(t)-Date.now()<15*6e4;return o`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?o`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${s?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void h(this,d,Ie).call(this)}
      >
        ${e.finish}
      </gw-button>
      <p class="muted small">${e.finishHint}</p>
    </div>`};Ne=function(t){const{talk:e}=this.t;return o`<gw-dialog heading=${e.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>h(this,d,z).call(this,void 0)}>
      <p>${t.talk.rhythm==="none"?e.cancelText:e.cancelRhythmText}</p>
      <gw-text-field
        multiline
        rows="2"
        dir="auto"
        label=${e.cancelMessage}
        maxlength="2000"
        .value=${this.message}
        @input=${s=>this.message=s.target.value}
      ></gw-text-field>
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>h(this,d,z).call(this,void 0)}>${e.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void h(this,d,Re).call(this,t)}>
        ${e.cancelIt}
      </gw-button>
    </gw-dialog>`};Ae=function(t){const{talk:e}=this.t,{outcomes:s,agenda:i}=t.talk,a=s.filter(({action_item:r})=>r!==null).length,n=i.filter(({done:r})=>!r).length;return o`<gw-dialog heading=${e.finishTitle} ?open=${this.asks==="finish"} @close=${()=>h(this,d,z).call(this,void 0)}>
      ${s.length===0?o`<p>${e.nothingCame}</p>`:o`<div class="stack tight">
            <ul class="came">${s.map(({text:r})=>o`<li dir="auto">${r}</li>`)}</ul>
            ${a>0?o`<p class="muted">${e.becomeItems(a)}</p>`:l}
          </div>`}
      ${n>0?o`<p class="muted">${e.openPoints(n)}</p>`:l}
      <gw-select
        label=${e.nextRhythm}
        hint=${e.nextRhythmHint}
        .options=${Se.map(r=>({value:r,label:e.rhythm[r]}))}
        .value=${this.rhythm}
        @change=${r=>this.rhythm=r.target.value}
      ></gw-select>
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>h(this,d,z).call(this,void 0)}>${e.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void h(this,d,We).call(this,t)}>
        ${e.finish}
      </gw-button>
    </gw-dialog>`};z=function(t){this.asks=t,this.error=void 0};Ie=async function(){const{document:t}=this;t!==void 0&&await h(this,d,V).call(this,"finish",async()=>{await this.outcomes.addTyped(),await t.flush(),await t.reload(),this.rhythm=t.talk.rhythm,h(this,d,z).call(this,"finish")})};We=async function(t){const{rhythm:e}=this;await h(this,d,V).call(this,"finish",async()=>{t.talk.rhythm!==e&&await t.change(()=>({rhythm:e})),await t.hold(),h(this,d,z).call(this,void 0),this.dispatchEvent(new Event("held"))})};qe=async function(t,{starts_at:e,ends_at:s,location:i,rhythm:a}){await h(this,d,V).call(this,"change",async()=>{await t.change(()=>({starts_at:e,ends_at:s,location:i,rhythm:a})),h(this,d,z).call(this,void 0),P(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};Re=async function(t){await h(this,d,V).call(this,"cancel",async()=>{await t.flush(),await t.cancel(this.message),h(this,d,z).call(this,void 0),P(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};Ue=async function(t){await h(this,d,V).call(this,"calendar",()=>Ce(this.api,t.talk)),this.error!==void 0&&(P(this,mt(this.error,this.t).title,"critical"),this.error=void 0)};V=async function(t,e){this.busy=t,this.error=void 0;try{await e()}catch(s){this.error=s}finally{this.busy=void 0}};_.styles=[G,U,M`
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
    `];C([u({attribute:!1})],_.prototype,"document",2);C([u({attribute:!1})],_.prototype,"people",2);C([u({attribute:!1})],_.prototype,"me",2);C([u()],_.prototype,"zone",2);C([u({type:Boolean,attribute:"read-only"})],_.prototype,"readOnly",2);C([p()],_.prototype,"asks",2);C([p()],_.prototype,"busy",2);C([p()],_.prototype,"error",2);C([p()],_.prototype,"message",2);C([p()],_.prototype,"rhythm",2);C([rs("gw-talk-outcomes")],_.prototype,"outcomes",2);_=C([L("gw-talk-planned")],_);var Js=Object.defineProperty,Ks=Object.getOwnPropertyDescriptor,Be=t=>{throw TypeError(t)},N=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ks(e,s):e,n=t.length-1,r;n>=0;n--)(r=t[n])&&(a=(i?r(e,s,a):r(a))||a);return i&&a&&Js(e,s,a),a},Fe=(t,e,s)=>e.has(t)||Be("Cannot "+s),T=(t,e,s)=>(Fe(t,e,"read from private field"),s?s.call(t):e.get(t)),dt=(t,e,s)=>e.has(t)?Be("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),$=(t,e,s)=>(Fe(t,e,"access private method"),s),wt,D,pt,m,He,Ze,je,Je,Nt,ot,Ke,Ve,Qe,bt;const te=5;let O=class extends At{constructor(){super(...arguments),dt(this,m),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,dt(this,wt,new It),dt(this,D,new se(this,()=>[this.planId],async([t],e)=>{const s={plan_id:t},[i,a,n]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:s},signal:e}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:s,query:{limit:100}},signal:e})]),r=n.data.items.map(c=>gs(this.api,c));return{plan:a.data,talks:r,more:n.data.next_cursor!==null,me:i}})),dt(this,pt,()=>{document.visibilityState==="visible"&&T(this,D).value!==void 0&&T(this,D).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",T(this,pt))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",T(this,pt))}view(){const{talk:t,plan:e}=this.t,s=this.getToken===void 0,i=T(this,D).value?.plan.owner.display_name;return o`${this.embedded?l:o`<div class="page-head">
          ${s?o`<a href="#/plan/${this.planId}">${t.toPlan}</a>`:l}
          <h1>${t.title}</h1>
          ${i?o`<p>${T(this,D).value?.plan.title} · <bdi>${i}</bdi></p>`:o`<p>${e.title}</p>`}
        </div>`}
    ${T(this,D).show(a=>$(this,m,He).call(this,a))}`}};wt=new WeakMap;D=new WeakMap;pt=new WeakMap;m=new WeakSet;He=function(t){const{talk:e}=this.t,s=t.talks.filter(n=>n.talk.status==="planned").sort((n,r)=>n.talk.starts_at.localeCompare(r.talk.starts_at)),i=t.talks.filter(n=>n.talk.status!=="planned").sort((n,r)=>r.talk.starts_at.localeCompare(n.talk.starts_at)),a=s.find(n=>n.talk.id===this.chosen)??s[0];return o`<div class="sections">
      ${$(this,m,Ze).call(this,t,s,a)}
      ${this.held===void 0?$(this,m,je).call(this,t,s,a):l}
      ${i.length===0?l:o`<section>
            <h2 id="past">${e.past}</h2>
            <div class="past">
              ${ie(this.allPast?i:i.slice(0,te),n=>n.talk.id,n=>o`<gw-talk-past .document=${n} ?read-only=${$(this,m,bt).call(this,t,n)}></gw-talk-past>`)}
            </div>
            ${i.length>te&&!this.allPast?o`<gw-button variant="quiet" @click=${()=>this.allPast=!0}>${this.t.common.showMore}</gw-button>`:l}
            ${t.more?o`<p class="muted small">${e.notAll}</p>`:l}
          </section>`}
      ${this.embedded?l:o`<section>
            <h2>${e.calendar}</h2>
            <div class="row">
              <gw-button
                icon="calendar"
                expanded=${this.calendarOpen?"true":"false"}
                @click=${()=>this.calendarOpen=!this.calendarOpen}
              >
                ${e.calendarAddress}
              </gw-button>
            </div>
            ${this.calendarOpen?o`<gw-talk-calendar class="panel" .service=${this.baseUrl}></gw-talk-calendar>`:l}
          </section>`}
    </div>`};Ze=function(t,e,s){const{talk:i}=this.t;if(this.held!==void 0)return $(this,m,Je).call(this,this.held,e);if(this.planning)return o`<gw-card heading=${i.plan}>
        <gw-talk-schedule
          zone=${Ct(t.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          @schedule=${r=>void $(this,m,Ve).call(this,r.detail,t)}
          @leave=${()=>$(this,m,ot).call(this,!1)}
        ></gw-talk-schedule>
      </gw-card>`;if(s!==void 0)return os(s.talk.id,o`<gw-talk-planned
          .document=${s}
          .people=${Vs(t,s.talk)}
          .me=${t.me.person?.id??""}
          zone=${Ct(t.me.person?.time_zone)}
          ?read-only=${$(this,m,bt).call(this,t,s)}
          @change=${()=>void T(this,D).reload()}
          @held=${()=>void $(this,m,Ke).call(this,s)}
        ></gw-talk-planned>`);const a=Xe(t),n=t.plan.status==="draft"?i.shareFirst:a?i.noTalkText:i.noTalkClosed;return o`<gw-empty icon="calendar" heading=${i.noTalk} text=${n}>
      ${a?o`<gw-button variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>$(this,m,ot).call(this,!0)}>
            ${i.plan}
          </gw-button>`:l}
    </gw-empty>`};je=function(t,e,s){const{talk:i}=this.t,a=e.filter(n=>n!==s);return this.planning||s===void 0?l:o`<div class="row">
      ${a.map(n=>o`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=n.talk.id}>
          ${i.alsoPlanned(kt(n.talk,this.locale))}
        </gw-button>`)}
      ${Xe(t)&&!$(this,m,bt).call(this,t,s)?o`<gw-button size="small" variant="quiet" icon="plus" @click=${()=>$(this,m,ot).call(this,!0)}>${i.planAnother}</gw-button>`:l}
    </div>`};Je=function(t,e){const{talk:s}=this.t,i=e.find(a=>a.talk.previous_discussion_id===t.talk.id)??e[0];return o`<gw-card class="result" tabindex="-1" heading=${s.result}>
      <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
      <div class="next">
        <h3>${s.nextTalk}</h3>
        ${i===void 0?o`<p class="muted">${s.noNext}</p>`:o`<p><strong>${kt(i.talk,this.locale)}</strong>, ${Pe(i.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>$(this,m,Nt).call(this,i===void 0)}>
            ${i===void 0?s.plan:s.toNext}
          </gw-button>
          ${i===void 0?o`<gw-button variant="quiet" @click=${()=>$(this,m,Nt).call(this,!1)}>${this.t.common.close}</gw-button>`:o`<gw-button icon="download" @click=${()=>void $(this,m,Qe).call(this,i.talk)}>${s.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};Nt=function(t){this.held=void 0,this.chosen="",$(this,m,ot).call(this,t)};ot=function(t){this.planning=t,this.error=void 0};Ke=async function(t){this.held=t,this.emit("groundwork-plan-changed",{planId:this.planId}),await T(this,D).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};Ve=async function(t,{me:e}){const s={...t,time_zone:Ct(e.person?.time_zone)},i={path:{plan_id:this.planId},header:T(this,wt).header(s)};this.busy=!0,this.error=void 0;try{const{data:a}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:i,body:s});T(this,wt).done(),this.chosen=a.id,await T(this,D).reload(),this.planning=!1,P(this,this.t.talk.planned)}catch(a){this.error=a}finally{this.busy=!1}};Qe=async function(t){try{await Ce(this.api,t)}catch{P(this,this.t.common.errors.server,"critical")}};bt=function({me:t,plan:e},s){const i=t.person?.id;return t.isHrAdmin&&i!==e.owner_id&&i!==s.talk.manager_id};O.styles=[G,U,M`
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
    `];N([u({attribute:"plan-id"})],O.prototype,"planId",2);N([u({type:Boolean})],O.prototype,"embedded",2);N([p()],O.prototype,"planning",2);N([p()],O.prototype,"busy",2);N([p()],O.prototype,"error",2);N([p()],O.prototype,"chosen",2);N([p()],O.prototype,"held",2);N([p()],O.prototype,"allPast",2);N([p()],O.prototype,"calendarOpen",2);O=N([L("groundwork-talk")],O);function Xe({plan:{status:t}}){return t==="shared"||t==="agreed"}function Vs({plan:t,me:e},{manager:s}){const i=[t.owner,...s===null?[]:[s]],{person:a}=e;return a!==void 0&&!i.some(({id:n})=>n===a.id)&&i.push({id:a.id,display_name:a.display_name,title:a.title}),i}const si=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkTalk(){return O}},Symbol.toStringTag,{value:"Module"}));export{It as A,lt as F,O as G,_s as a,ie as c,ds as d,si as g};
