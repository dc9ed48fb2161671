import{i as D,A as l,b as r}from"./tokens-BHm-NQ-a.js";import{B as is,P as jt,b as A,l as I,n as h,r as f,G as Nt,t as _,e as L,g as et,f as vt,d as as,q as ns}from"./menu-DnVoaOT_.js";import{c as te}from"./repeat-DW_4U5Kq.js";import{L as ee}from"./loading-D54oz7uP.js";import"./card-DiAvCNu3.js";import{l as rs}from"./field-CxC-cZPs.js";import"./disclosure-C_9RP2nc.js";class Gt{#s="";#t="";header(e){const s=JSON.stringify(e);return(this.#t===""||this.#s!==s)&&(this.#s=s,this.#t=crypto.randomUUID()),{"Idempotency-Key":this.#t}}done(){this.#t=""}}class os{#s=new Map;constructor(){window.addEventListener("beforeunload",e=>{this.#s.size>0&&e.preventDefault()})}get(e){return this.#s.get(e)}keep(e,s){s===void 0?this.#s.delete(e):this.#s.set(e,s)}}const Zt=new WeakMap;function Mt(t){const e=Zt.get(t)??new os;return Zt.set(t,e),e}const ls=1e3,cs=1e4;class Jt extends Error{constructor(e){super("changed by somebody else"),this.theirs=e}}class Kt{#s;#t;#e;#i;#a;#o;#n;constructor(e,s){this.#s=e,this.#t=s,this.#e=this.#i=e.talk[s]??"",this.#n=this.#i===""?"empty":"saved",window.addEventListener("online",()=>void(this.#n==="failed"&&this.save()))}get text(){return this.#i}get state(){return this.#n}get unsaved(){return this.#n!=="saved"&&this.#n!=="empty"}write(e){this.#i=e,this.#r(this.theirs===void 0?"typing":"conflict"),this.theirs===void 0&&this.#l(ls)}take(e){this.#i===this.#e&&(this.#e=this.#i=e,this.#n=e===""?"empty":"saved")}settle(e){this.#e=this.theirs??this.#e,this.theirs=void 0,this.#i=e,this.#r("typing"),this.save()}async save(){clearTimeout(this.#a),this.#o===void 0&&this.unsaved&&this.#n!=="conflict"&&(this.#o=this.#d().finally(()=>this.#o=void 0)),await this.#o,this.#n==="typing"&&await this.save()}async#d(){const e=this.#i;this.#r("saving");try{await this.#s.change(s=>{const i=s[this.#t]??"";if(i!==e&&i!==this.#e)throw new Jt(i);return i===e?void 0:{[this.#t]:e||null}}),this.#e=e,this.error=void 0,this.#r(this.#i===e?e===""?"empty":"saved":"typing")}catch(s){s instanceof Jt?(this.theirs=s.theirs,this.#r("conflict")):(this.error=s,this.#r("failed"),se(s)&&this.#l(cs))}}#l(e){clearTimeout(this.#a),this.#a=setTimeout(()=>void this.save(),e)}#r(e){this.#n=e,this.#s.announce()}}const ds=1e4;class hs extends EventTarget{constructor(e,s){super(),this.#i=Promise.resolve(),this.#a=0,this.#n=new Gt,this.ticks=new Map,this.points=[],this.outcomes=[],this.#s=e,this.#t=s,this.drafts=Mt(e),this.sharedNotes=new Kt(this,"shared_notes"),this.privateNote=new Kt(this,"private_note"),window.addEventListener("online",()=>void this.saveLists()),window.addEventListener("beforeunload",i=>{this.unsaved&&i.preventDefault()})}#s;#t;#e;#i;#a;#o;#n;get talk(){return this.#t}get unsaved(){return this.ticks.size+this.points.length+this.outcomes.length>0||this.sharedNotes.unsaved||this.privateNote.unsaved}refresh(e){this.#a===0&&e.version>=this.#t.version&&this.#u(e,void 0)}reload(){return this.#h(()=>this.#p())}change(e){return this.#h(()=>this.#d(e))}async#d(e){const s={discussion_id:this.#t.id};for(let i=0;i<8;i++){this.#e===void 0&&await this.#p();const a=e(this.#t);if(a===void 0)return;const n={"If-Match":this.#e},o=this.#s.PATCH("/v1/discussions/{discussion_id}",{params:{path:s,header:n},body:a}),v=await is(o);if(v.changed){this.#u(v.data,v.etag);return}this.#e=void 0}throw new TypeError("the talk changes all the time")}hold(){return this.#l("hold",{})}cancel(e){return this.#l("cancel",{message:e.trim()||null})}#l(e,s){return this.#h(async()=>{this.#e===void 0&&await this.#p();const i={discussion_id:this.#t.id},a={"If-Match":this.#e,...this.#n.header([e,s,this.#e])};try{const{data:n,etag:o}=await this.#s.POST(`/v1/discussions/{discussion_id}/${e}`,{params:{path:i,header:a},body:s});this.#u(n,o)}catch(n){throw this.#e=void 0,await this.#p().catch(()=>{}),n}})}tick(e,s){return this.ticks=new Map([...this.ticks,[e,s]]),this.saveLists()}addPoint(e){return this.points=[...this.points,e],this.saveLists()}addOutcome(e){return this.outcomes=[...this.outcomes,e],this.saveLists()}removePoint(e){return this.change(({agenda:s})=>({agenda:s.filter(i=>i.id!==e)}))}removeOutcome(e){return this.change(s=>{const i=bt(s),a=i.findIndex(n=>JSON.stringify(n)===JSON.stringify(e));return a<0?void 0:{outcomes:i.filter((n,o)=>o!==a)}})}async saveLists(){clearTimeout(this.#o),this.#c();try{await this.#h(()=>this.#r()),this.error=void 0}catch(e){this.error=e,se(e)&&(this.#o=setTimeout(()=>void this.saveLists(),ds))}this.#c()}async#r(){const{ticks:e,points:s,outcomes:i}=this;e.size+s.length+i.length!==0&&(await this.#d(a=>{const n={};if(e.size+s.length>0){const o=a.agenda.map(v=>({...v,done:e.get(v.id)??v.done}));n.agenda=[...o,...s.map(v=>({text:v}))]}return i.length>0&&(n.outcomes=[...bt(a),...i]),n}),this.ticks=new Map([...this.ticks].filter(([a,n])=>e.get(a)!==n)),this.points=this.points.slice(s.length),this.outcomes=this.outcomes.slice(i.length))}discardLists(){this.ticks=new Map,this.points=[],this.outcomes=[],this.error=void 0,this.#c()}async flush(){if(await Promise.all([this.saveLists(),this.sharedNotes.save(),this.privateNote.save()]),this.unsaved)throw this.error??this.sharedNotes.error??this.privateNote.error??new TypeError("not saved")}announce(){this.#c()}#h(e){this.#a+=1;const s=this.#i.then(e).finally(()=>this.#a-=1);return this.#i=s.catch(()=>{}),s}async#p(){const e={discussion_id:this.#t.id},{data:s,etag:i}=await this.#s.GET("/v1/discussions/{discussion_id}",{params:{path:e}});this.#u(s,i)}#u(e,s){this.#t=e,this.#e=s,this.sharedNotes.take(e.shared_notes??""),this.privateNote.take(e.private_note??""),this.#c()}#c(){this.dispatchEvent(new Event("change"))}}function se(t){return t instanceof jt?t.status>=500||t.status===429:t instanceof TypeError}function bt({outcomes:t}){return t.map(({text:e,action_item:s})=>({text:e,action_item:s&&{title:s.title,responsible_id:s.responsible_id,due_on:s.due_on}}))}const Vt=new WeakMap;function ps(t,e){let s=Vt.get(t);s===void 0&&Vt.set(t,s=new Map);const i=s.get(e.id)??new hs(t,e);return s.set(e.id,i),i.refresh(e),i}class st{#s;#t;#e;constructor(e,s){this.#s=e,this.#t=s,e.addController(this)}#i=()=>this.#s.requestUpdate();hostConnected(){this.#a(this.#t())}hostUpdate(){this.#a(this.#t())}hostDisconnected(){this.#a(void 0)}#a(e){e!==this.#e&&(this.#e?.removeEventListener("change",this.#i),e?.addEventListener("change",this.#i),this.#e=e)}}async function At(t,e){await t.updateComplete;const s=t.renderRoot.querySelector(e);await s?.updateComplete,s?.focus()}const it=D`
  gw-text-field::part(control) {
    unicode-bidi: plaintext;
  }
`;function xt(t){try{return new Intl.DateTimeFormat("en",{timeZone:t??void 0}).resolvedOptions().timeZone}catch{return new Intl.DateTimeFormat("en").resolvedOptions().timeZone}}function dt(t,e){const s=new Intl.DateTimeFormat("en-CA",{timeZone:e,hourCycle:"h23",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit"}),i=Object.fromEntries(s.formatToParts(t).map(({type:a,value:n})=>[a,n]));return{day:`${i.year}-${i.month}-${i.day}`,time:`${i.hour}:${i.minute}`}}function us({day:t,time:e},s){const i=Date.parse(`${t}T${e}:00Z`);let a=i;for(let n=0;n<2;n++){const o=dt(new Date(a),s);a+=i-Date.parse(`${o.day}T${o.time}:00Z`)}return new Date(a)}function vs(t,e){return new Date(Date.parse(t)+e*864e5).toISOString().slice(0,10)}var gs=Object.defineProperty,ws=Object.getOwnPropertyDescriptor,ie=t=>{throw TypeError(t)},H=(t,e,s,i)=>{for(var a=i>1?void 0:i?ws(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&gs(e,s,a),a},ae=(t,e,s)=>e.has(t)||ie("Cannot "+s),K=(t,e,s)=>(ae(t,e,"read from private field"),s?s.call(t):e.get(t)),_t=(t,e,s)=>e.has(t)?ie("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),q=(t,e,s)=>(ae(t,e,"access private method"),s),ht,Q,E,ne,Ot,re,oe,It;let M=class extends Nt{constructor(){super(...arguments),_t(this,E),this.service="",this.address="",this.busy=!1,this.asking=!1,_t(this,ht,new Gt),_t(this,Q,new ee(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(t){if(t instanceof jt&&t.status===404)return;throw t}}))}view(){const{talk:t}=this.t;return r`<div class="stack tight">
      <p>${t.calendarText}</p>
      <p>${t.calendarWarning}</p>
      ${K(this,Q).show(e=>q(this,E,ne).call(this,e),()=>r`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};ht=new WeakMap;Q=new WeakMap;E=new WeakSet;ne=function(t){const{talk:e,common:s}=this.t;if(t===void 0)return r`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void q(this,E,Ot).call(this)}>${e.makeAddress}</gw-button>
      </div>`;const{format:i}=this.locale;return r`
      ${this.address===""?r`<p>${e.addressMade(i.date(t.created_at))}</p>`:r`<div class="address">
              <gw-text-field label=${e.address} hint=${e.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void q(this,E,oe).call(this)}>${e.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void q(this,E,Ot).call(this)}>${e.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${e.revoke}</gw-button>
      </div>
      <gw-dialog heading=${e.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${e.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${s.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void q(this,E,re).call(this)}>${e.revoke}</gw-button>
      </gw-dialog>
    `};Ot=async function(){await q(this,E,It).call(this,async()=>{const{data:t}=await this.api.POST("/v1/me/calendar",{params:{header:K(this,ht).header({})},body:{}});K(this,ht).done(),this.address=new URL(t.address??"",this.service||location.href).href,K(this,Q).value=t})};re=async function(){await q(this,E,It).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",K(this,Q).value=void 0,_(this,this.t.talk.revoked)}),this.asking=!1};oe=async function(){try{await navigator.clipboard.writeText(this.address),_(this,this.t.talk.copied)}catch{_(this,this.t.talk.copyByHand,"neutral")}};It=async function(t){this.busy=!0,this.error=void 0;try{await t()}catch(e){this.error=e}finally{this.busy=!1}};M.styles=[A,I,D`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];H([h({attribute:!1})],M.prototype,"service",2);H([f()],M.prototype,"address",2);H([f()],M.prototype,"busy",2);H([f()],M.prototype,"error",2);H([f()],M.prototype,"asking",2);M=H([L("gw-talk-calendar")],M);var fs=Object.defineProperty,ms=Object.getOwnPropertyDescriptor,le=t=>{throw TypeError(t)},gt=(t,e,s,i)=>{for(var a=i>1?void 0:i?ms(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&fs(e,s,a),a},ce=(t,e,s)=>e.has(t)||le("Cannot "+s),X=(t,e,s)=>(ce(t,e,"read from private field"),s?s.call(t):e.get(t)),$s=(t,e,s)=>e.has(t)?le("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),C=(t,e,s)=>(ce(t,e,"access private method"),s),g,Lt,wt,V,de,Tt,he,pe,ue;const ve={text:"",responsible:"",due:""};let B=class extends et{constructor(){super(),$s(this,g),this.people=[],this.readOnly=!1,new st(this,()=>this.document)}async addTyped(){const{responsible:t,due:e,text:s}=X(this,g,wt),i=s.trim();if(i===""||this.document===void 0)return;const n={title:i.length>200?`${i.slice(0,199)}…`:i,responsible_id:t,due_on:e||null};C(this,g,V).call(this,ve),await this.document.addOutcome({text:i,action_item:t===""?null:n})}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,s=bt(t.talk);return s.length+t.outcomes.length===0&&this.readOnly?r`<p class="muted">${e.noOutcomes}</p>`:r`<div class="stack">
      ${s.length+t.outcomes.length===0?l:r`<ul role="list">
            ${s.map((i,a)=>{const n=t.talk.outcomes[a]?.action_item;return C(this,g,Tt).call(this,i,n?.responsible.display_name,!1)})}
            ${t.outcomes.map(i=>C(this,g,Tt).call(this,i,C(this,g,de).call(this,i),!0))}
          </ul>`}
      ${this.readOnly?l:C(this,g,he).call(this)}
    </div>`}};g=new WeakSet;Lt=function(){return`outcome ${this.document?.talk.id}`};wt=function(){return this.document?.drafts.get(X(this,g,Lt))??ve};V=function(t){const e={...X(this,g,wt),...t};this.document?.drafts.keep(X(this,g,Lt),e.text===""?void 0:e),this.requestUpdate()};de=function({action_item:t}){return this.people.find(({id:e})=>e===t?.responsible_id)?.display_name};Tt=function(t,e,s){const{talk:i}=this.t,{text:a,action_item:n}=t,o=n?.due_on?i.dueOn(this.locale.format.date(n.due_on)):void 0,v=[e,o].filter(S=>S!==void 0).join(" · ");return r`<li>
      <gw-icon name=${s?"clock":n?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${a}</p>
        ${n&&n.title!==a&&!a.startsWith(n.title.replace(/…$/,""))?r`<p class="text small">${n.title}</p>`:l}
        <p class="who">${n?v:i.agreement}${s?r` · ${i.waiting}`:l}</p>
      </div>
      ${this.readOnly||s?l:r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${i.removeOutcome(a)}
            @click=${()=>void C(this,g,ue).call(this,t)}
          ></gw-button>`}
    </li>`};he=function(){const{talk:t}=this.t,{text:e,responsible:s,due:i}=X(this,g,wt),a=this.people.map(({id:n,display_name:o})=>({value:n,label:o}));return r`<div class="form" role="group" aria-label=${t.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${t.outcome}
        hint=${t.outcomeHint}
        maxlength="1000"
        .value=${e}
        @input=${n=>C(this,g,V).call(this,{text:n.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${t.whoDoes}
        .options=${[...a,{value:"",label:t.nobody}]}
        .value=${s}
        @change=${n=>C(this,g,V).call(this,{responsible:n.target.value})}
      ></gw-choice>
      ${s===""?l:r`<gw-text-field
            class="due"
            type="date"
            label=${t.due}
            .value=${i}
            @input=${n=>C(this,g,V).call(this,{due:n.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${C(this,g,pe)}>${t.addOutcome}</gw-button></div>
    </div>`};pe=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};ue=async function(t){try{await this.document?.removeOutcome(t),_(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(e){_(this,vt(e,this.t).title,"critical")}};B.styles=[A,I,it,D`
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
    `];gt([h({attribute:!1})],B.prototype,"document",2);gt([h({attribute:!1})],B.prototype,"people",2);gt([h({type:Boolean,attribute:"read-only"})],B.prototype,"readOnly",2);B=gt([L("gw-talk-outcomes")],B);var ys=Object.defineProperty,ks=Object.getOwnPropertyDescriptor,ge=t=>{throw TypeError(t)},Wt=(t,e,s,i)=>{for(var a=i>1?void 0:i?ks(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&ys(e,s,a),a},we=(t,e,s)=>e.has(t)||ge("Cannot "+s),ft=(t,e,s)=>(we(t,e,"read from private field"),s?s.call(t):e.get(t)),_s=(t,e,s)=>e.has(t)?ge("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),G=(t,e,s)=>(we(t,e,"access private method"),s),m,fe,me,$e,qt,Rt,Ut,Ct,ye;const bs=["verdict","stance","support","overdue","blocked","comment","added"];function xs({source:t,text:e}){return t==="overdue"||t==="blocked"?e.replace(/^(Overdue|Blocked): /,""):e}let Y=class extends et{constructor(){super(),_s(this,m),this.readOnly=!1,new st(this,()=>this.document)}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,{agenda:s}=t.talk,i=bs.map(n=>({source:n,lines:s.filter(o=>o.source===n)})),a=s.length+t.points.length===0;return r`<div class="stack">
      ${a?r`<p class="muted">${this.readOnly?e.noAgenda:e.emptyAgenda}</p>`:l}
      ${i.map(({source:n,lines:o})=>{const v=n==="added"?t.points:[];return o.length+v.length===0?l:r`<section class="group">
              <h3 id=${n}>${e.source[n]}</h3>
              <ul role="list" aria-labelledby=${n}>
                ${te(o,({id:S})=>S,S=>G(this,m,fe).call(this,t,S))}
                ${v.map(S=>G(this,m,me).call(this,S))}
              </ul>
            </section>`})}
      ${this.readOnly?l:G(this,m,$e).call(this)}
    </div>`}};m=new WeakSet;fe=function(t,e){const{talk:s}=this.t,i=t.ticks.get(e.id)??e.done,a=r`<span class="text">${xs(e)}</span>`;return this.readOnly?r`<li class=${i?"done":""}>
        <span class="line">
          <gw-icon name=${i?"check-circle":"circle"}></gw-icon>
          ${a}<span class="visually-hidden">${i?s.discussed:s.notDiscussed}</span>
        </span>
      </li>`:r`<li class=${i?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${rs(i)}
          @change=${n=>void t.tick(e.id,n.target.checked)}
        />
        ${a}
      </label>
      ${e.source==="added"?r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removePoint(e.text)}
            @click=${()=>void G(this,m,ye).call(this,t,e)}
          ></gw-button>`:l}
    </li>`};me=function(t){return r`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${t} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`};$e=function(){const{talk:t}=this.t;return r`<div class="form">
      <gw-text-field
        label=${t.addPoint}
        maxlength="500"
        .value=${ft(this,m,Rt)}
        @input=${e=>G(this,m,Ut).call(this,e.target.value)}
        @keydown=${e=>e.key==="Enter"&&!e.isComposing&&G(this,m,Ct).call(this,e)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${G(this,m,Ct)}>${t.add}</gw-button>
    </div>`};qt=function(){return`point ${this.document?.talk.id}`};Rt=function(){return this.document?.drafts.get(ft(this,m,qt))??""};Ut=function(t){this.document?.drafts.keep(ft(this,m,qt),t||void 0),this.requestUpdate()};Ct=function(t){t.preventDefault();const e=ft(this,m,Rt).trim();e!==""&&(G(this,m,Ut).call(this,""),this.document?.addPoint(e)),this.renderRoot.querySelector("gw-text-field")?.focus()};ye=async function(t,{id:e,text:s}){try{await t.removePoint(e),_(this,this.t.talk.pointRemoved(s)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(i){_(this,vt(i,this.t).title,"critical")}};Y.styles=[A,I,it,D`
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
    `];Wt([h({attribute:!1})],Y.prototype,"document",2);Wt([h({type:Boolean,attribute:"read-only"})],Y.prototype,"readOnly",2);Y=Wt([L("gw-talk-agenda")],Y);var Os=Object.defineProperty,Ts=Object.getOwnPropertyDescriptor,ke=t=>{throw TypeError(t)},Bt=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ts(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&Os(e,s,a),a},_e=(t,e,s)=>e.has(t)||ke("Cannot "+s),Qt=(t,e,s)=>(_e(t,e,"read from private field"),s?s.call(t):e.get(t)),Cs=(t,e,s)=>e.has(t)?ke("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),rt=(t,e,s)=>(_e(t,e,"access private method"),s),N,Pt,be,ot;const Ps={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"},zs=new Set(["saved","failed","conflict"]);let j=class extends et{constructor(){super(),Cs(this,N),this.kind="shared",new st(this,()=>this.document)}disconnectedCallback(){super.disconnectedCallback(),Qt(this,N,Pt)?.save()}render(){const t=Qt(this,N,Pt);if(t===void 0)return l;const{talk:e}=this.t,s=this.kind==="shared";return r`<div class="stack ${this.kind}">
      ${s?l:r`<p class="only"><gw-icon name="lock"></gw-icon>${e.onlyMe}</p>`}
      <gw-text-field
        multiline
        rows=${s?5:2}
        label=${s?e.sharedNotes:e.privateNote}
        hint=${s?e.sharedNotesHint:e.privateNoteHint}
        maxlength=${s?1e4:4e3}
        .value=${t.text}
        @input=${i=>t.write(i.target.value)}
        @change=${()=>void t.save()}
      ></gw-text-field>
      <div class="state ${t.state}" aria-hidden="true">
        <gw-icon name=${Ps[t.state]} ?hidden=${t.state==="empty"}></gw-icon>${e.noteState[t.state]}
      </div>
      <div class="visually-hidden" role="status">${zs.has(t.state)?e.noteState[t.state]:l}</div>
      ${t.state==="failed"?r`<gw-error inline .error=${t.error} @retry=${()=>void t.save()}></gw-error>`:l}
      ${t.theirs===void 0?l:rt(this,N,be).call(this,t,t.theirs)}
    </div>`}};N=new WeakSet;Pt=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};be=function(t,e){const{talk:s}=this.t,i=[e,t.text].filter(a=>a.trim()!=="").join(`

`);return r`<div class="stack" role="group" aria-label=${s.conflict}>
      <p>${s.conflictText}</p>
      <gw-compare before-label=${s.theirs} after-label=${s.mine}>
        <p slot="before" class="theirs" dir="auto">${e||s.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${t.text||s.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${()=>rt(this,N,ot).call(this,t,i)}>${s.keepBoth}</gw-button>
        <gw-button size="small" @click=${()=>rt(this,N,ot).call(this,t,t.text)}>${s.keepMine}</gw-button>
        <gw-button size="small" @click=${()=>rt(this,N,ot).call(this,t,e)}>${s.takeTheirs}</gw-button>
      </div>
    </div>`};ot=function(t,e){t.settle(e),this.renderRoot.querySelector("gw-text-field")?.focus()};j.styles=[A,I,it,D`
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
    `];Bt([h({attribute:!1})],j.prototype,"document",2);Bt([h({reflect:!0})],j.prototype,"kind",2);j=Bt([L("gw-talk-note")],j);function mt({starts_at:t},{format:e}){return e.date(t,{dateStyle:"full"})}function xe({starts_at:t,ends_at:e},{format:s}){const i=s.date(t)===s.date(e);return`${s.date(t,{timeStyle:"short"})} – ${i?s.date(e,{timeStyle:"short"}):s.time(e)}`}function Ss({starts_at:t},{format:e},s){const{day:i}=dt(new Date(t),s);return e.relative(i===e.today()?t:i)}async function Oe(t,{id:e,starts_at:s}){const i={discussion_id:e},{data:a}=await t.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:i},parseAs:"text"}),n=URL.createObjectURL(new Blob([a],{type:"text/calendar"})),o=document.createElement("a");o.href=n,o.download=`${s.slice(0,10)}.ics`,o.click(),setTimeout(()=>URL.revokeObjectURL(n),1e4)}var Es=Object.defineProperty,Ds=Object.getOwnPropertyDescriptor,Te=t=>{throw TypeError(t)},$t=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ds(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&Es(e,s,a),a},Ns=(t,e,s)=>e.has(t)||Te("Cannot "+s),Gs=(t,e,s)=>e.has(t)?Te("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),zt=(t,e,s)=>(Ns(t,e,"access private method"),s),tt,Ce,St;let F=class extends et{constructor(){super(),Gs(this,tt),this.readOnly=!1,this.writing=!1,new st(this,()=>this.document)}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,s=t.talk,i=s.status==="held";return r`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${mt(s,this.locale)}</span>
        <gw-pill tone=${i?"positive":"neutral"} icon=${i?"check-circle":"close"}>
          ${i?e.cameOf(s.outcomes.length):e.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?r`<p class="muted">${e.timesOnly}</p>`:zt(this,tt,Ce).call(this,t,i)}
    </gw-disclosure>`}};tt=new WeakSet;Ce=function(t,e){const{talk:s}=this.t,i=t.talk;return r`<div class="stack">
      ${i.cancel_message?r`<p class="note" dir="auto">${i.cancel_message}</p>`:l}
      ${e?r`<section>
            <h3>${s.outcomes}</h3>
            <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
          </section>`:l}
      ${i.agenda.length>0?r`<section>
            <h3>${s.agenda}</h3>
            <gw-talk-agenda read-only .document=${t}></gw-talk-agenda>
          </section>`:l}
      ${this.writing?r`${e?r`<gw-talk-note kind="shared" .document=${t}></gw-talk-note>`:l}
            <gw-talk-note kind="private" .document=${t}></gw-talk-note>`:r`${zt(this,tt,St).call(this,s.sharedNotes,t.sharedNotes.text)}
            ${zt(this,tt,St).call(this,s.privateNote,t.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${s.writeNotes}</gw-button>
            </div>`}
    </div>`};St=function(t,e){return e===""?l:r`<section>
          <h3>${t}</h3>
          <p class="note" dir="auto">${e}</p>
        </section>`};F.styles=[A,I,D`
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
    `];$t([h({attribute:!1})],F.prototype,"document",2);$t([h({type:Boolean,attribute:"read-only"})],F.prototype,"readOnly",2);$t([f()],F.prototype,"writing",2);F=$t([L("gw-talk-past")],F);var Ms=Object.defineProperty,As=Object.getOwnPropertyDescriptor,Pe=t=>{throw TypeError(t)},W=(t,e,s,i)=>{for(var a=i>1?void 0:i?As(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&Ms(e,s,a),a},ze=(t,e,s)=>e.has(t)||Pe("Cannot "+s),Et=(t,e,s)=>(ze(t,e,"read from private field"),s?s.call(t):e.get(t)),Is=(t,e,s)=>e.has(t)?Pe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),R=(t,e,s)=>(ze(t,e,"access private method"),s),b,pt,U,Se;const Ee=["none","monthly","every_6_weeks","quarterly","half_yearly"];let P=class extends et{constructor(){super(...arguments),Is(this,b),this.zone="UTC",this.busy=!1,this.place=""}firstUpdated(){At(this,"gw-text-field")}render(){const{talk:t,common:e}=this.t,s=vt(this.error,this.t),i=p=>this.error===void 0?void 0:s.fields.find(kt=>kt.pointer===p)?.detail,{day:a,time:n,minutes:o,location:v,rhythm:S}=Et(this,b,pt),J=p=>p.target.value,ss=[...new Set([30,45,60,90,120,o])].sort((p,kt)=>p-kt);return r`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${t.day}
          .value=${a}
          .error=${this.missing==="day"?t.dayMissing:i("/starts_at")}
          @input=${p=>R(this,b,U).call(this,{day:J(p)})}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${t.time}
          .value=${n}
          .error=${this.missing==="time"?t.timeMissing:void 0}
          @input=${p=>R(this,b,U).call(this,{time:J(p)})}
        ></gw-text-field>
        <p class="muted small wide">${t.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${t.length}
          .options=${ss.map(p=>({value:String(p),label:t.minutes(p)}))}
          .value=${String(o)}
          @change=${p=>R(this,b,U).call(this,{minutes:Number(J(p))})}
        ></gw-select>
        <gw-select
          label=${t.rhythmLabel}
          .options=${Ee.map(p=>({value:p,label:t.rhythm[p]}))}
          .value=${S}
          @change=${p=>R(this,b,U).call(this,{rhythm:J(p)})}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${t.place}
          hint=${t.placeHint}
          maxlength="200"
          .value=${v}
          .error=${i("/location")}
          @input=${p=>R(this,b,U).call(this,{location:J(p)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:r`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?t.planIt:e.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>R(this,b,Se).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}submit(){const{day:t,time:e,minutes:s,location:i,rhythm:a}=Et(this,b,pt);if(this.missing=t===""?"day":e===""?"time":void 0,this.missing!==void 0)return;const n=us({day:t,time:e},this.zone),o={starts_at:n.toISOString(),ends_at:new Date(n.getTime()+s*6e4).toISOString(),location:i.trim()||null,rhythm:a};this.dispatchEvent(new CustomEvent("schedule",{detail:o}))}};b=new WeakSet;pt=function(){const{talk:t,zone:e}=this,s=this.drafts?.get(this.place);if(s!==void 0)return s;if(t===void 0)return{day:vs(dt(new Date,e).day,7),time:"10:00",minutes:60,location:"",rhythm:"none"};const i=new Date(t.starts_at),a=Math.round((Date.parse(t.ends_at)-i.getTime())/6e4);return{...dt(i,e),minutes:a,location:t.location??"",rhythm:t.rhythm}};U=function(t){this.drafts?.keep(this.place,{...Et(this,b,pt),...t}),this.missing=void 0,this.requestUpdate()};Se=function(){this.drafts?.keep(this.place),this.dispatchEvent(new Event("leave"))};P.styles=[A,I,it,D`
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
    `];W([h({attribute:!1})],P.prototype,"talk",2);W([h()],P.prototype,"zone",2);W([h({type:Boolean})],P.prototype,"busy",2);W([h({attribute:!1})],P.prototype,"error",2);W([h({attribute:!1})],P.prototype,"drafts",2);W([h()],P.prototype,"place",2);W([f()],P.prototype,"missing",2);P=W([L("gw-talk-schedule")],P);var Ls=Object.defineProperty,Ws=Object.getOwnPropertyDescriptor,De=t=>{throw TypeError(t)},O=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ws(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&Ls(e,s,a),a},Ft=(t,e,s)=>e.has(t)||De("Cannot "+s),qs=(t,e,s)=>(Ft(t,e,"read from private field"),e.get(t)),Xt=(t,e,s)=>e.has(t)?De("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Rs=(t,e,s,i)=>(Ft(t,e,"write to private field"),e.set(t,s),s),d=(t,e,s)=>(Ft(t,e,"access private method"),s),lt,c,Ne,Ge,Me,Ae,Ie,x,Ht,Le,We,qe,Re,Ue,Z;const Be=36e5,Us=2e4;function Fe(t){return Date.parse(t)-Date.now()<Be/4}function Bs(t){return/^https:\/\/\S+$/.test(t)?r`<a href=${t} target="_blank" rel="noopener noreferrer"><bdi>${t}</bdi></a>`:r`<bdi>${t}</bdi>`}let $=class extends Nt{constructor(){super(),Xt(this,c),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.rhythm="none",Xt(this,lt),new st(this,()=>this.document)}view(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,s=t.error;return r`<div class="stack">
      ${d(this,c,Ne).call(this,t)}
      ${s===void 0?l:r`<div class="stack tight">
            <gw-error inline .error=${s} @retry=${()=>void t.saveLists()}></gw-error>
            <div class="row"><gw-button size="small" variant="quiet" @click=${()=>t.discardLists()}>${e.discard}</gw-button></div>
          </div>`}
      ${this.readOnly?r`<p class="muted">${e.timesOnly}</p>`:r`<div class="parts ${t.sharedNotes.theirs===void 0?"":"conflict"}">
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
            ${d(this,c,Me).call(this,t)} ${d(this,c,Ae).call(this,t)} ${d(this,c,Ie).call(this,t)}`}
    </div>`}connectedCallback(){super.connectedCallback(),Rs(this,lt,setInterval(()=>d(this,c,Ge).call(this),Us))}disconnectedCallback(){super.disconnectedCallback(),clearInterval(qs(this,lt))}};lt=new WeakMap;c=new WeakSet;Ne=function(t){const{talk:e,common:s}=this.t,i=t.talk;if(this.asks==="change")return r`<gw-card heading=${e.changeIt}>
        <gw-talk-schedule
          .talk=${i}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          .drafts=${t.drafts}
          place="change ${i.id}"
          @schedule=${o=>void d(this,c,qe).call(this,t,o.detail)}
          @leave=${()=>d(this,c,Ht).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;const a=this.people.filter(({id:o})=>o!==this.me).map(({display_name:o})=>o),n=o=>d(this,c,x).call(this,o.detail);return r`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${e.next} · ${Ss(i,this.locale,this.zone)}</p>
        <h2>${mt(i,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${xe(i,this.locale)}</span>
          ${a.length>0?r`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(a)}</bdi></span>`:l}
          ${i.location?r`<span><gw-icon name="flag"></gw-icon>${Bs(i.location)}</span>`:l}
          ${i.rhythm==="none"?l:r`<span><gw-icon name="calendar"></gw-icon>${e.rhythm[i.rhythm]}</span>`}
        </p>
        ${i.time_zone===this.zone?l:r`<p class="muted small">${e.inZone(this.zone.replaceAll("_"," "))}</p>`}
        ${this.readOnly?l:r`<div class="row actions">
              <gw-button class="change" size="small" icon="edit" @click=${()=>d(this,c,x).call(this,"change")}>${e.change}</gw-button>
              <gw-button
                size="small"
                icon="download"
                ?busy=${this.busy==="calendar"}
                @click=${()=>void d(this,c,Ue).call(this,t)}
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
    </gw-card>`};Ge=function(){const{document:t}=this;t!==void 0&&Fe(t.talk.starts_at)&&Date.parse(t.talk.ends_at)>Date.now()-Be&&document.visibilityState==="visible"&&navigator.onLine&&t.reload().catch(()=>{})};Me=function({talk:{starts_at:t}}){const{talk:e}=this.t;return r`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?r`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${Fe(t)?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void d(this,c,Le).call(this)}
      >
        ${e.finish}
      </gw-button>
      <p class="muted small">${e.finishHint}</p>
    </div>`};Ae=function(t){const{talk:e}=this.t,s=`cancel ${t.talk.id}`;return r`<gw-dialog heading=${e.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>d(this,c,x).call(this,void 0)}>
      <p>${t.talk.rhythm==="none"?e.cancelText:e.cancelRhythmText}</p>
      <gw-text-field
        multiline
        rows="2"
        label=${e.cancelMessage}
        maxlength="2000"
        .value=${t.drafts.get(s)??""}
        @input=${i=>t.drafts.keep(s,i.target.value||void 0)}
      ></gw-text-field>
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>d(this,c,x).call(this,void 0)}>${e.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void d(this,c,Re).call(this,t)}>
        ${e.cancelIt}
      </gw-button>
    </gw-dialog>`};Ie=function(t){const{talk:e}=this.t,{outcomes:s,agenda:i}=t.talk,a=s.filter(({action_item:o})=>o!==null).length,n=i.filter(({done:o})=>!o).length;return r`<gw-dialog heading=${e.finishTitle} ?open=${this.asks==="finish"} @close=${()=>d(this,c,x).call(this,void 0)}>
      ${s.length===0?r`<p>${e.nothingCame}</p>`:r`<div class="stack tight">
            <ul class="came">${s.map(({text:o})=>r`<li dir="auto">${o}</li>`)}</ul>
            ${a>0?r`<p class="muted">${e.becomeItems(a)}</p>`:l}
          </div>`}
      ${n>0?r`<p class="muted">${e.openPoints(n)}</p>`:l}
      <gw-select
        label=${e.nextRhythm}
        hint=${e.nextRhythmHint}
        .options=${Ee.map(o=>({value:o,label:e.rhythm[o]}))}
        .value=${this.rhythm}
        @change=${o=>this.rhythm=o.target.value}
      ></gw-select>
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>d(this,c,x).call(this,void 0)}>${e.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void d(this,c,We).call(this,t)}>
        ${e.finish}
      </gw-button>
    </gw-dialog>`};x=function(t){this.asks=t,this.error=void 0};Ht=function(){d(this,c,x).call(this,void 0),At(this,".change")};Le=async function(){const{document:t}=this;t!==void 0&&await d(this,c,Z).call(this,"finish",async()=>{await this.outcomes.addTyped(),await t.flush(),await t.reload(),this.rhythm=t.talk.rhythm,d(this,c,x).call(this,"finish")})};We=async function(t){const{rhythm:e}=this;await d(this,c,Z).call(this,"finish",async()=>{t.talk.rhythm!==e&&await t.change(()=>({rhythm:e})),await t.hold(),d(this,c,x).call(this,void 0),this.dispatchEvent(new Event("held"))})};qe=async function(t,{starts_at:e,ends_at:s,location:i,rhythm:a}){await d(this,c,Z).call(this,"change",async()=>{await t.change(()=>({starts_at:e,ends_at:s,location:i,rhythm:a})),t.drafts.keep(`change ${t.talk.id}`),d(this,c,Ht).call(this),_(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};Re=async function(t){await d(this,c,Z).call(this,"cancel",async()=>{await t.flush();const e=`cancel ${t.talk.id}`;await t.cancel(t.drafts.get(e)??""),t.drafts.keep(e),d(this,c,x).call(this,void 0),_(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};Ue=async function(t){await d(this,c,Z).call(this,"calendar",()=>Oe(this.api,t.talk)),this.error!==void 0&&(_(this,vt(this.error,this.t).title,"critical"),this.error=void 0)};Z=async function(t,e){this.busy=t,this.error=void 0;try{await e()}catch(s){this.error=s}finally{this.busy=void 0}};$.styles=[A,I,it,D`
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
        /* Two versions of the notes stand side by side across the whole width. */
        .parts:not(.conflict) {
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
    `];O([h({attribute:!1})],$.prototype,"document",2);O([h({attribute:!1})],$.prototype,"people",2);O([h({attribute:!1})],$.prototype,"me",2);O([h()],$.prototype,"zone",2);O([h({type:Boolean,attribute:"read-only"})],$.prototype,"readOnly",2);O([f()],$.prototype,"asks",2);O([f()],$.prototype,"busy",2);O([f()],$.prototype,"error",2);O([f()],$.prototype,"rhythm",2);O([as("gw-talk-outcomes")],$.prototype,"outcomes",2);$=O([L("gw-talk-planned")],$);var Fs=Object.defineProperty,Hs=Object.getOwnPropertyDescriptor,He=t=>{throw TypeError(t)},z=(t,e,s,i)=>{for(var a=i>1?void 0:i?Hs(e,s):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(a=(i?o(e,s,a):o(a))||a);return i&&a&&Fs(e,s,a),a},Ze=(t,e,s)=>e.has(t)||He("Cannot "+s),k=(t,e,s)=>(Ze(t,e,"read from private field"),s?s.call(t):e.get(t)),nt=(t,e,s)=>e.has(t)?He("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),w=(t,e,s)=>(Ze(t,e,"access private method"),s),ut,T,ct,u,Je,Ke,Ve,Qe,Dt,at,Xe,Ye,je,ts,yt;const Yt=5;let y=class extends Nt{constructor(){super(...arguments),nt(this,u),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,nt(this,ut,new Gt),nt(this,T,new ee(this,()=>[this.planId],async([t],e)=>{const s={plan_id:t},[i,a,n]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:s},signal:e}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:s,query:{limit:100}},signal:e})]),o=n.data.items.map(v=>ps(this.api,v));return{plan:a.data,talks:o,more:n.data.next_cursor!==null,me:i}})),nt(this,ct,()=>{document.visibilityState==="visible"&&k(this,T).value!==void 0&&k(this,T).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",k(this,ct))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",k(this,ct))}view(){const{talk:t,plan:e}=this.t,s=this.getToken===void 0,i=k(this,T).value?.plan.owner.display_name;return r`${this.embedded?l:r`<div class="page-head">
          ${s?r`<a href="#/plan/${this.planId}">${t.toPlan}</a>`:l}
          <h1>${t.title}</h1>
          ${i?r`<p>${k(this,T).value?.plan.title} · <bdi>${i}</bdi></p>`:r`<p>${e.title}</p>`}
        </div>`}
    ${k(this,T).show(a=>w(this,u,Je).call(this,a))}`}};ut=new WeakMap;T=new WeakMap;ct=new WeakMap;u=new WeakSet;Je=function(t){const{talk:e}=this.t,s=t.talks.filter(n=>n.talk.status==="planned").sort((n,o)=>n.talk.starts_at.localeCompare(o.talk.starts_at)),i=t.talks.filter(n=>n.talk.status!=="planned").sort((n,o)=>o.talk.starts_at.localeCompare(n.talk.starts_at)),a=s.find(n=>n.talk.id===this.chosen)??s[0];return r`<div class="sections">
      ${w(this,u,Ke).call(this,t,s,a)}
      ${this.held===void 0?w(this,u,Ve).call(this,t,s,a):l}
      ${i.length===0?l:r`<section>
            <h2 id="past">${e.past}</h2>
            <div class="past">
              ${te(this.allPast?i:i.slice(0,Yt),n=>n.talk.id,n=>r`<gw-talk-past .document=${n} ?read-only=${w(this,u,yt).call(this,t,n)}></gw-talk-past>`)}
            </div>
            ${i.length>Yt&&!this.allPast?r`<gw-button variant="quiet" @click=${()=>this.allPast=!0}>${this.t.common.showMore}</gw-button>`:l}
            ${t.more?r`<p class="muted small">${e.notAll}</p>`:l}
          </section>`}
      ${this.embedded?l:r`<section>
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
            ${this.calendarOpen?r`<gw-talk-calendar class="panel" .service=${this.baseUrl}></gw-talk-calendar>`:l}
          </section>`}
    </div>`};Ke=function(t,e,s){const{talk:i}=this.t;if(this.held!==void 0)return w(this,u,Qe).call(this,this.held,e);if(this.planning)return r`<gw-card heading=${i.plan}>
        <gw-talk-schedule
          zone=${xt(t.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          .drafts=${Mt(this.api)}
          place="plan ${this.planId}"
          @schedule=${o=>void w(this,u,je).call(this,o.detail,t)}
          @leave=${()=>w(this,u,Xe).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;if(s!==void 0)return ns(s.talk.id,r`<gw-talk-planned
          .document=${s}
          .people=${Zs(t,s.talk)}
          .me=${t.me.person?.id??""}
          zone=${xt(t.me.person?.time_zone)}
          ?read-only=${w(this,u,yt).call(this,t,s)}
          @change=${()=>void k(this,T).reload()}
          @held=${()=>void w(this,u,Ye).call(this,s)}
        ></gw-talk-planned>`);const a=es(t),n=t.plan.status==="draft"?i.shareFirst:a?i.noTalkText:i.noTalkClosed;return r`<gw-empty icon="calendar" heading=${i.noTalk} text=${n}>
      ${a?r`<gw-button class="plan" variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>w(this,u,at).call(this,!0)}>
            ${i.plan}
          </gw-button>`:l}
    </gw-empty>`};Ve=function(t,e,s){const{talk:i}=this.t,a=e.filter(n=>n!==s);return this.planning||s===void 0?l:r`<div class="row">
      ${a.map(n=>r`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=n.talk.id}>
          ${i.alsoPlanned(mt(n.talk,this.locale))}
        </gw-button>`)}
      ${es(t)&&!w(this,u,yt).call(this,t,s)?r`<gw-button class="plan" size="small" variant="quiet" icon="plus" @click=${()=>w(this,u,at).call(this,!0)}>${i.planAnother}</gw-button>`:l}
    </div>`};Qe=function(t,e){const{talk:s}=this.t,i=e.find(a=>a.talk.previous_discussion_id===t.talk.id)??e[0];return r`<gw-card class="result" tabindex="-1" heading=${s.result}>
      <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
      <div class="next">
        <h3>${s.nextTalk}</h3>
        ${i===void 0?r`<p class="muted">${s.noNext}</p>`:r`<p><strong>${mt(i.talk,this.locale)}</strong>, ${xe(i.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>w(this,u,Dt).call(this,i===void 0)}>
            ${i===void 0?s.plan:s.toNext}
          </gw-button>
          ${i===void 0?r`<gw-button variant="quiet" @click=${()=>w(this,u,Dt).call(this,!1)}>${this.t.common.close}</gw-button>`:r`<gw-button icon="download" @click=${()=>void w(this,u,ts).call(this,i.talk)}>${s.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};Dt=function(t){this.held=void 0,this.chosen="",w(this,u,at).call(this,t)};at=function(t){this.planning=t,this.error=void 0};Xe=function(){w(this,u,at).call(this,!1),At(this,".plan")};Ye=async function(t){this.held=t,this.emit("groundwork-plan-changed",{planId:this.planId}),await k(this,T).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};je=async function(t,{me:e}){const s={...t,time_zone:xt(e.person?.time_zone)},i={path:{plan_id:this.planId},header:k(this,ut).header(s)};this.busy=!0,this.error=void 0;try{const{data:a}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:i,body:s});k(this,ut).done(),Mt(this.api).keep(`plan ${this.planId}`),this.chosen=a.id,await k(this,T).reload(),this.planning=!1,_(this,this.t.talk.planned)}catch(a){this.error=a}finally{this.busy=!1}};ts=async function(t){try{await Oe(this.api,t)}catch{_(this,this.t.common.errors.server,"critical")}};yt=function({me:t,plan:e},s){const i=t.person?.id;return t.isHrAdmin&&i!==e.owner_id&&i!==s.talk.manager_id};y.styles=[A,I,D`
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
    `];z([h({attribute:"plan-id"})],y.prototype,"planId",2);z([h({type:Boolean})],y.prototype,"embedded",2);z([f()],y.prototype,"planning",2);z([f()],y.prototype,"busy",2);z([f()],y.prototype,"error",2);z([f()],y.prototype,"chosen",2);z([f()],y.prototype,"held",2);z([f()],y.prototype,"allPast",2);z([f()],y.prototype,"calendarOpen",2);y=z([L("groundwork-talk")],y);function es({plan:{status:t}}){return t==="shared"||t==="agreed"}function Zs({plan:t,me:e},{manager:s}){const i=[t.owner,...s===null?[]:[s]],{person:a}=e;return a!==void 0&&!i.some(({id:n})=>n===a.id)&&i.push({id:a.id,display_name:a.display_name,title:a.title}),i}const ti=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkTalk(){return y}},Symbol.toStringTag,{value:"Module"}));export{Gt as A,st as F,y as G,vs as a,Mt as d,At as f,ti as g,it as o};
