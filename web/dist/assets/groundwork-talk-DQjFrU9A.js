import{i as N,A as l,b as o}from"./tokens-BHm-NQ-a.js";import{B as Me,P as It,b as M,l as G,n as u,r as d,G as bt,t as b,e as A,g as Q,f as rt,d as Ge,q as Ae}from"./menu-BfZtRc2U.js";import{c as Wt}from"./repeat-ByQRq989.js";import{L as qt,l as Le}from"./field-DuvusWF0.js";import"./disclosure-UPVAyh5U.js";class xt{#s="";#t="";header(t){const s=JSON.stringify(t);return(this.#t===""||this.#s!==s)&&(this.#s=s,this.#t=crypto.randomUUID()),{"Idempotency-Key":this.#t}}done(){this.#t=""}}class Ie{#s=new Map;constructor(){window.addEventListener("beforeunload",t=>{this.#s.size>0&&t.preventDefault()})}get(t){return this.#s.get(t)}keep(t,s){s===void 0?this.#s.delete(t):this.#s.set(t,s)}}const Dt=new WeakMap;function We(e){const t=Dt.get(e)??new Ie;return Dt.set(e,t),t}const qe=1e3,Re=1e4;class Nt extends Error{constructor(t){super("changed by somebody else"),this.theirs=t}}class Mt{#s;#t;#e;#i;#a;#o;#n;constructor(t,s){this.#s=t,this.#t=s,this.#e=this.#i=t.talk[s]??"",this.#n=this.#i===""?"empty":"saved",window.addEventListener("online",()=>void(this.#n==="failed"&&this.save()))}get text(){return this.#i}get state(){return this.#n}get unsaved(){return this.#n!=="saved"&&this.#n!=="empty"}write(t){this.#i=t,this.#r(this.theirs===void 0?"typing":"conflict"),this.theirs===void 0&&this.#l(qe)}take(t){this.#i===this.#e&&(this.#e=this.#i=t,this.#n=t===""?"empty":"saved")}settle(t){this.#e=this.theirs??this.#e,this.theirs=void 0,this.#i=t,this.#r("typing"),this.save()}async save(){clearTimeout(this.#a),this.#o===void 0&&this.unsaved&&this.#n!=="conflict"&&(this.#o=this.#h().finally(()=>this.#o=void 0)),await this.#o,this.#n==="typing"&&await this.save()}async#h(){const t=this.#i;this.#r("saving");try{await this.#s.change(s=>{const i=s[this.#t]??"";if(i!==t&&i!==this.#e)throw new Nt(i);return i===t?void 0:{[this.#t]:t||null}}),this.#e=t,this.error=void 0,this.#r(this.#i===t?t===""?"empty":"saved":"typing")}catch(s){s instanceof Nt?(this.theirs=s.theirs,this.#r("conflict")):(this.error=s,this.#r("failed"),Rt(s)&&this.#l(Re))}}#l(t){clearTimeout(this.#a),this.#a=setTimeout(()=>void this.save(),t)}#r(t){this.#n=t,this.#s.announce()}}const Ue=1e4;class Be extends EventTarget{constructor(t,s){super(),this.#i=Promise.resolve(),this.#a=0,this.#n=new xt,this.ticks=new Map,this.points=[],this.outcomes=[],this.#s=t,this.#t=s,this.drafts=We(t),this.sharedNotes=new Mt(this,"shared_notes"),this.privateNote=new Mt(this,"private_note"),window.addEventListener("online",()=>void this.saveLists()),window.addEventListener("beforeunload",i=>{this.unsaved&&i.preventDefault()})}#s;#t;#e;#i;#a;#o;#n;get talk(){return this.#t}get unsaved(){return this.ticks.size+this.points.length+this.outcomes.length>0||this.sharedNotes.unsaved||this.privateNote.unsaved}refresh(t){this.#a===0&&t.version>=this.#t.version&&this.#p(t,void 0)}reload(){return this.#d(()=>this.#u())}change(t){return this.#d(()=>this.#h(t))}async#h(t){const s={discussion_id:this.#t.id};for(let i=0;i<8;i++){this.#e===void 0&&await this.#u();const n=t(this.#t);if(n===void 0)return;const a={"If-Match":this.#e},r=this.#s.PATCH("/v1/discussions/{discussion_id}",{params:{path:s,header:a},body:n}),v=await Me(r);if(v.changed){this.#p(v.data,v.etag);return}this.#e=void 0}throw new TypeError("the talk changes all the time")}hold(){return this.#l("hold",{})}cancel(t){return this.#l("cancel",{message:t.trim()||null})}#l(t,s){return this.#d(async()=>{this.#e===void 0&&await this.#u();const i={discussion_id:this.#t.id},n={"If-Match":this.#e,...this.#n.header([t,s,this.#e])};try{const{data:a,etag:r}=await this.#s.POST(`/v1/discussions/{discussion_id}/${t}`,{params:{path:i,header:n},body:s});this.#p(a,r)}catch(a){throw this.#e=void 0,await this.#u().catch(()=>{}),a}})}tick(t,s){return this.ticks=new Map([...this.ticks,[t,s]]),this.saveLists()}addPoint(t){return this.points=[...this.points,t],this.saveLists()}addOutcome(t){return this.outcomes=[...this.outcomes,t],this.saveLists()}removePoint(t){return this.change(({agenda:s})=>({agenda:s.filter(i=>i.id!==t)}))}removeOutcome(t){return this.change(s=>{const i=gt(s),n=i.findIndex(a=>JSON.stringify(a)===JSON.stringify(t));return n<0?void 0:{outcomes:i.filter((a,r)=>r!==n)}})}async saveLists(){clearTimeout(this.#o),this.#c();try{await this.#d(()=>this.#r()),this.error=void 0}catch(t){this.error=t,Rt(t)&&(this.#o=setTimeout(()=>void this.saveLists(),Ue))}this.#c()}async#r(){const{ticks:t,points:s,outcomes:i}=this;t.size+s.length+i.length!==0&&(await this.#h(n=>{const a={};if(t.size+s.length>0){const r=n.agenda.map(v=>({...v,done:t.get(v.id)??v.done}));a.agenda=[...r,...s.map(v=>({text:v}))]}return i.length>0&&(a.outcomes=[...gt(n),...i]),a}),this.ticks=new Map([...this.ticks].filter(([n,a])=>t.get(n)!==a)),this.points=this.points.slice(s.length),this.outcomes=this.outcomes.slice(i.length))}discardLists(){this.ticks=new Map,this.points=[],this.outcomes=[],this.error=void 0,this.#c()}async flush(){if(await Promise.all([this.saveLists(),this.sharedNotes.save(),this.privateNote.save()]),this.unsaved)throw this.error??this.sharedNotes.error??this.privateNote.error??new TypeError("not saved")}announce(){this.#c()}#d(t){this.#a+=1;const s=this.#i.then(t).finally(()=>this.#a-=1);return this.#i=s.catch(()=>{}),s}async#u(){const t={discussion_id:this.#t.id},{data:s,etag:i}=await this.#s.GET("/v1/discussions/{discussion_id}",{params:{path:t}});this.#p(s,i)}#p(t,s){this.#t=t,this.#e=s,this.sharedNotes.take(t.shared_notes??""),this.privateNote.take(t.private_note??""),this.#c()}#c(){this.dispatchEvent(new Event("change"))}}function Rt(e){return e instanceof It?e.status>=500||e.status===429:e instanceof TypeError}function gt({outcomes:e}){return e.map(({text:t,action_item:s})=>({text:t,action_item:s&&{title:s.title,responsible_id:s.responsible_id,due_on:s.due_on}}))}const Gt=new WeakMap;function Fe(e,t){let s=Gt.get(e);s===void 0&&Gt.set(e,s=new Map);const i=s.get(t.id)??new Be(e,t);return s.set(t.id,i),i.refresh(t),i}class X{#s;#t;#e;constructor(t,s){this.#s=t,this.#t=s,t.addController(this)}#i=()=>this.#s.requestUpdate();hostConnected(){this.#a(this.#t())}hostUpdate(){this.#a(this.#t())}hostDisconnected(){this.#a(void 0)}#a(t){t!==this.#e&&(this.#e?.removeEventListener("change",this.#i),t?.addEventListener("change",this.#i),this.#e=t)}}function vt(e){try{return new Intl.DateTimeFormat("en",{timeZone:e??void 0}).resolvedOptions().timeZone}catch{return new Intl.DateTimeFormat("en").resolvedOptions().timeZone}}function it(e,t){const s=new Intl.DateTimeFormat("en-CA",{timeZone:t,hourCycle:"h23",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit"}),i=Object.fromEntries(s.formatToParts(e).map(({type:n,value:a})=>[n,a]));return{day:`${i.year}-${i.month}-${i.day}`,time:`${i.hour}:${i.minute}`}}function He({day:e,time:t},s){const i=Date.parse(`${e}T${t}:00Z`);let n=i;for(let a=0;a<2;a++){const r=it(new Date(n),s);n+=i-Date.parse(`${r.day}T${r.time}:00Z`)}return new Date(n)}function Ze(e,t){return new Date(Date.parse(e)+t*864e5).toISOString().slice(0,10)}var je=Object.defineProperty,Je=Object.getOwnPropertyDescriptor,Ut=e=>{throw TypeError(e)},R=(e,t,s,i)=>{for(var n=i>1?void 0:i?Je(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&je(t,s,n),n},Bt=(e,t,s)=>t.has(e)||Ut("Cannot "+s),B=(e,t,s)=>(Bt(e,t,"read from private field"),s?s.call(e):t.get(e)),pt=(e,t,s)=>t.has(e)?Ut("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),I=(e,t,s)=>(Bt(e,t,"access private method"),s),at,H,C,Ft,wt,Ht,Zt,Ot;let D=class extends bt{constructor(){super(...arguments),pt(this,C),this.service="",this.address="",this.busy=!1,this.asking=!1,pt(this,at,new xt),pt(this,H,new qt(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(e){if(e instanceof It&&e.status===404)return;throw e}}))}view(){const{talk:e}=this.t;return o`<div class="stack tight">
      <p>${e.calendarText}</p>
      <p>${e.calendarWarning}</p>
      ${B(this,H).show(t=>I(this,C,Ft).call(this,t),()=>o`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};at=new WeakMap;H=new WeakMap;C=new WeakSet;Ft=function(e){const{talk:t,common:s}=this.t;if(e===void 0)return o`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void I(this,C,wt).call(this)}>${t.makeAddress}</gw-button>
      </div>`;const{format:i}=this.locale;return o`
      ${this.address===""?o`<p>${t.addressMade(i.date(e.created_at))}</p>`:o`<div class="address">
              <gw-text-field label=${t.address} hint=${t.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void I(this,C,Zt).call(this)}>${t.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void I(this,C,wt).call(this)}>${t.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${t.revoke}</gw-button>
      </div>
      <gw-dialog heading=${t.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${t.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${s.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void I(this,C,Ht).call(this)}>${t.revoke}</gw-button>
      </gw-dialog>
    `};wt=async function(){await I(this,C,Ot).call(this,async()=>{const{data:e}=await this.api.POST("/v1/me/calendar",{params:{header:B(this,at).header({})},body:{}});B(this,at).done(),this.address=new URL(e.address??"",this.service||location.href).href,B(this,H).value=e})};Ht=async function(){await I(this,C,Ot).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",B(this,H).value=void 0,b(this,this.t.talk.revoked)}),this.asking=!1};Zt=async function(){try{await navigator.clipboard.writeText(this.address),b(this,this.t.talk.copied)}catch{b(this,this.t.talk.copyByHand,"neutral")}};Ot=async function(e){this.busy=!0,this.error=void 0;try{await e()}catch(t){this.error=t}finally{this.busy=!1}};D.styles=[M,G,N`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];R([u({attribute:!1})],D.prototype,"service",2);R([d()],D.prototype,"address",2);R([d()],D.prototype,"busy",2);R([d()],D.prototype,"error",2);R([d()],D.prototype,"asking",2);D=R([A("gw-talk-calendar")],D);var Ke=Object.defineProperty,Ve=Object.getOwnPropertyDescriptor,jt=e=>{throw TypeError(e)},ot=(e,t,s,i)=>{for(var n=i>1?void 0:i?Ve(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&Ke(t,s,n),n},Jt=(e,t,s)=>t.has(e)||jt("Cannot "+s),Z=(e,t,s)=>(Jt(e,t,"read from private field"),s?s.call(e):t.get(e)),Qe=(e,t,s)=>t.has(e)?jt("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),P=(e,t,s)=>(Jt(e,t,"access private method"),s),g,Tt,lt,F,Kt,mt,Vt,Qt,Xt;const Yt={text:"",responsible:"",due:""};let W=class extends Q{constructor(){super(),Qe(this,g),this.people=[],this.readOnly=!1,new X(this,()=>this.document)}async addTyped(){const{responsible:e,due:t,text:s}=Z(this,g,lt),i=s.trim();if(i===""||this.document===void 0)return;const a={title:i.length>200?`${i.slice(0,199)}…`:i,responsible_id:e,due_on:t||null};P(this,g,F).call(this,Yt),await this.document.addOutcome({text:i,action_item:e===""?null:a})}render(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,s=gt(e.talk);return s.length+e.outcomes.length===0&&this.readOnly?o`<p class="muted">${t.noOutcomes}</p>`:o`<div class="stack">
      ${s.length+e.outcomes.length===0?l:o`<ul role="list">
            ${s.map((i,n)=>{const a=e.talk.outcomes[n]?.action_item;return P(this,g,mt).call(this,i,a?.responsible.display_name,!1)})}
            ${e.outcomes.map(i=>P(this,g,mt).call(this,i,P(this,g,Kt).call(this,i),!0))}
          </ul>`}
      ${this.readOnly?l:P(this,g,Vt).call(this)}
    </div>`}};g=new WeakSet;Tt=function(){return`outcome ${this.document?.talk.id}`};lt=function(){return this.document?.drafts.get(Z(this,g,Tt))??Yt};F=function(e){const t={...Z(this,g,lt),...e};this.document?.drafts.keep(Z(this,g,Tt),t.text===""?void 0:t),this.requestUpdate()};Kt=function({action_item:e}){return this.people.find(({id:t})=>t===e?.responsible_id)?.display_name};mt=function(e,t,s){const{talk:i}=this.t,{text:n,action_item:a}=e,r=a?.due_on?i.dueOn(this.locale.format.date(a.due_on)):void 0,v=[t,r].filter(L=>L!==void 0).join(" · ");return o`<li>
      <gw-icon name=${s?"clock":a?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${n}</p>
        ${a&&a.title!==n&&!n.startsWith(a.title.replace(/…$/,""))?o`<p class="text small">${a.title}</p>`:l}
        <p class="who">${a?v:i.agreement}${s?o` · ${i.waiting}`:l}</p>
      </div>
      ${this.readOnly||s?l:o`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${i.removeOutcome(n)}
            @click=${()=>void P(this,g,Xt).call(this,e)}
          ></gw-button>`}
    </li>`};Vt=function(){const{talk:e}=this.t,{text:t,responsible:s,due:i}=Z(this,g,lt),n=this.people.map(({id:a,display_name:r})=>({value:a,label:r}));return o`<div class="form" role="group" aria-label=${e.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${e.outcome}
        hint=${e.outcomeHint}
        maxlength="1000"
        dir="auto"
        .value=${t}
        @input=${a=>P(this,g,F).call(this,{text:a.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${e.whoDoes}
        .options=${[...n,{value:"",label:e.nobody}]}
        .value=${s}
        @change=${a=>P(this,g,F).call(this,{responsible:a.target.value})}
      ></gw-choice>
      ${s===""?l:o`<gw-text-field
            class="due"
            type="date"
            label=${e.due}
            .value=${i}
            @input=${a=>P(this,g,F).call(this,{due:a.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${P(this,g,Qt)}>${e.addOutcome}</gw-button></div>
    </div>`};Qt=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};Xt=async function(e){try{await this.document?.removeOutcome(e),b(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(t){b(this,rt(t,this.t).title,"critical")}};W.styles=[M,G,N`
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
    `];ot([u({attribute:!1})],W.prototype,"document",2);ot([u({attribute:!1})],W.prototype,"people",2);ot([u({type:Boolean,attribute:"read-only"})],W.prototype,"readOnly",2);W=ot([A("gw-talk-outcomes")],W);var Xe=Object.defineProperty,Ye=Object.getOwnPropertyDescriptor,te=e=>{throw TypeError(e)},Pt=(e,t,s,i)=>{for(var n=i>1?void 0:i?Ye(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&Xe(t,s,n),n},ee=(e,t,s)=>t.has(e)||te("Cannot "+s),ct=(e,t,s)=>(ee(e,t,"read from private field"),s?s.call(e):t.get(e)),ts=(e,t,s)=>t.has(e)?te("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),S=(e,t,s)=>(ee(e,t,"access private method"),s),m,se,ie,ae,zt,Ct,Et,ft,ne;const es=["verdict","stance","support","overdue","blocked","comment","added"];function ss({source:e,text:t}){return e==="overdue"||e==="blocked"?t.replace(/^(Overdue|Blocked): /,""):t}let j=class extends Q{constructor(){super(),ts(this,m),this.readOnly=!1,new X(this,()=>this.document)}render(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,{agenda:s}=e.talk,i=es.map(a=>({source:a,lines:s.filter(r=>r.source===a)})),n=s.length+e.points.length===0;return o`<div class="stack">
      ${n?o`<p class="muted">${this.readOnly?t.noAgenda:t.emptyAgenda}</p>`:l}
      ${i.map(({source:a,lines:r})=>{const v=a==="added"?e.points:[];return r.length+v.length===0?l:o`<section class="group">
              <h3 id=${a}>${t.source[a]}</h3>
              <ul role="list" aria-labelledby=${a}>
                ${Wt(r,({id:L})=>L,L=>S(this,m,se).call(this,e,L))}
                ${v.map(L=>S(this,m,ie).call(this,L))}
              </ul>
            </section>`})}
      ${this.readOnly?l:S(this,m,ae).call(this)}
    </div>`}};m=new WeakSet;se=function(e,t){const{talk:s}=this.t,i=e.ticks.get(t.id)??t.done,n=o`<span class="text">${ss(t)}</span>`;return this.readOnly?o`<li class=${i?"done":""}>
        <span class="line">
          <gw-icon name=${i?"check-circle":"circle"}></gw-icon>
          ${n}<span class="visually-hidden">${i?s.discussed:s.notDiscussed}</span>
        </span>
      </li>`:o`<li class=${i?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${Le(i)}
          @change=${a=>void e.tick(t.id,a.target.checked)}
        />
        ${n}
      </label>
      ${t.source==="added"?o`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removePoint(t.text)}
            @click=${()=>void S(this,m,ne).call(this,e,t)}
          ></gw-button>`:l}
    </li>`};ie=function(e){return o`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${e} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`};ae=function(){const{talk:e}=this.t;return o`<div class="form">
      <gw-text-field
        label=${e.addPoint}
        maxlength="500"
        dir="auto"
        .value=${ct(this,m,Ct)}
        @input=${t=>S(this,m,Et).call(this,t.target.value)}
        @keydown=${t=>t.key==="Enter"&&!t.isComposing&&S(this,m,ft).call(this,t)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${S(this,m,ft)}>${e.add}</gw-button>
    </div>`};zt=function(){return`point ${this.document?.talk.id}`};Ct=function(){return this.document?.drafts.get(ct(this,m,zt))??""};Et=function(e){this.document?.drafts.keep(ct(this,m,zt),e||void 0),this.requestUpdate()};ft=function(e){e.preventDefault();const t=ct(this,m,Ct).trim();t!==""&&(S(this,m,Et).call(this,""),this.document?.addPoint(t)),this.renderRoot.querySelector("gw-text-field")?.focus()};ne=async function(e,{id:t,text:s}){try{await e.removePoint(t),b(this,this.t.talk.pointRemoved(s)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(i){b(this,rt(i,this.t).title,"critical")}};j.styles=[M,G,N`
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
    `];Pt([u({attribute:!1})],j.prototype,"document",2);Pt([u({type:Boolean,attribute:"read-only"})],j.prototype,"readOnly",2);j=Pt([A("gw-talk-agenda")],j);var is=Object.defineProperty,as=Object.getOwnPropertyDescriptor,re=e=>{throw TypeError(e)},St=(e,t,s,i)=>{for(var n=i>1?void 0:i?as(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&is(t,s,n),n},oe=(e,t,s)=>t.has(e)||re("Cannot "+s),At=(e,t,s)=>(oe(e,t,"read from private field"),s?s.call(e):t.get(e)),ns=(e,t,s)=>t.has(e)?re("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),tt=(e,t,s)=>(oe(e,t,"access private method"),s),E,$t,le,et;const rs={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"};let J=class extends Q{constructor(){super(),ns(this,E),this.kind="shared",new X(this,()=>this.document)}disconnectedCallback(){super.disconnectedCallback(),At(this,E,$t)?.save()}render(){const e=At(this,E,$t);if(e===void 0)return l;const{talk:t}=this.t,s=this.kind==="shared";return o`<div class="stack ${this.kind}">
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
        <gw-icon name=${rs[e.state]} ?hidden=${e.state==="empty"}></gw-icon>${t.noteState[e.state]}
      </div>
      ${e.state==="failed"?o`<gw-error inline .error=${e.error} @retry=${()=>void e.save()}></gw-error>`:l}
      ${e.theirs===void 0?l:tt(this,E,le).call(this,e,e.theirs)}
    </div>`}};E=new WeakSet;$t=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};le=function(e,t){const{talk:s}=this.t,i=[t,e.text].filter(n=>n.trim()!=="").join(`

`);return o`<div class="stack" role="group" aria-label=${s.conflict}>
      <p>${s.conflictText}</p>
      <gw-compare before-label=${s.theirs} after-label=${s.mine}>
        <p slot="before" class="theirs" dir="auto">${t||s.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${e.text||s.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${()=>tt(this,E,et).call(this,e,i)}>${s.keepBoth}</gw-button>
        <gw-button size="small" @click=${()=>tt(this,E,et).call(this,e,e.text)}>${s.keepMine}</gw-button>
        <gw-button size="small" @click=${()=>tt(this,E,et).call(this,e,t)}>${s.takeTheirs}</gw-button>
      </div>
    </div>`};et=function(e,t){e.settle(t),this.renderRoot.querySelector("gw-text-field")?.focus()};J.styles=[M,G,N`
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
    `];St([u({attribute:!1})],J.prototype,"document",2);St([u({reflect:!0})],J.prototype,"kind",2);J=St([A("gw-talk-note")],J);function ht({starts_at:e},{format:t}){return t.date(e,{dateStyle:"full"})}function ce({starts_at:e,ends_at:t},{format:s}){const i=s.date(e)===s.date(t);return`${s.date(e,{timeStyle:"short"})} – ${i?s.date(t,{timeStyle:"short"}):s.time(t)}`}function os({starts_at:e},{format:t},s){const{day:i}=it(new Date(e),s);return t.relative(i===t.today()?e:i)}async function he(e,{id:t,starts_at:s}){const i={discussion_id:t},{data:n}=await e.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:i},parseAs:"text"}),a=URL.createObjectURL(new Blob([n],{type:"text/calendar"})),r=document.createElement("a");r.href=a,r.download=`${s.slice(0,10)}.ics`,r.click(),setTimeout(()=>URL.revokeObjectURL(a),1e4)}var ls=Object.defineProperty,cs=Object.getOwnPropertyDescriptor,de=e=>{throw TypeError(e)},dt=(e,t,s,i)=>{for(var n=i>1?void 0:i?cs(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&ls(t,s,n),n},hs=(e,t,s)=>t.has(e)||de("Cannot "+s),ds=(e,t,s)=>t.has(e)?de("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),yt=(e,t,s)=>(hs(e,t,"access private method"),s),K,ue,kt;let q=class extends Q{constructor(){super(),ds(this,K),this.readOnly=!1,this.writing=!1,new X(this,()=>this.document)}render(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,s=e.talk,i=s.status==="held";return o`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${ht(s,this.locale)}</span>
        <gw-pill tone=${i?"positive":"neutral"} icon=${i?"check-circle":"close"}>
          ${i?t.cameOf(s.outcomes.length):t.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?o`<p class="muted">${t.timesOnly}</p>`:yt(this,K,ue).call(this,e,i)}
    </gw-disclosure>`}};K=new WeakSet;ue=function(e,t){const{talk:s}=this.t,i=e.talk;return o`<div class="stack">
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
            <gw-talk-note kind="private" .document=${e}></gw-talk-note>`:o`${yt(this,K,kt).call(this,s.sharedNotes,e.sharedNotes.text)}
            ${yt(this,K,kt).call(this,s.privateNote,e.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${s.writeNotes}</gw-button>
            </div>`}
    </div>`};kt=function(e,t){return t===""?l:o`<section>
          <h3>${e}</h3>
          <p class="note" dir="auto">${t}</p>
        </section>`};q.styles=[M,G,N`
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
    `];dt([u({attribute:!1})],q.prototype,"document",2);dt([u({type:Boolean,attribute:"read-only"})],q.prototype,"readOnly",2);dt([d()],q.prototype,"writing",2);q=dt([A("gw-talk-past")],q);var us=Object.defineProperty,ps=Object.getOwnPropertyDescriptor,O=(e,t,s,i)=>{for(var n=i>1?void 0:i?ps(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&us(t,s,n),n};const pe=["none","monthly","every_6_weeks","quarterly","half_yearly"];let $=class extends Q{constructor(){super(...arguments),this.zone="UTC",this.busy=!1,this.day="",this.time="",this.minutes=60,this.location="",this.rhythm="none"}connectedCallback(){super.connectedCallback();const{talk:e}=this;if(e!==void 0){const t=new Date(e.starts_at);({day:this.day,time:this.time}=it(t,this.zone)),this.minutes=Math.round((Date.parse(e.ends_at)-t.getTime())/6e4),this.location=e.location??"",this.rhythm=e.rhythm}else this.day===""&&(this.day=Ze(it(new Date,this.zone).day,7),this.time="10:00")}render(){const{talk:e,common:t}=this.t,s=rt(this.error,this.t),i=a=>this.error===void 0?void 0:s.fields.find(r=>r.pointer===a)?.detail,n=[...new Set([30,45,60,90,120,this.minutes])].sort((a,r)=>a-r);return o`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${e.day}
          .value=${this.day}
          .error=${this.missing==="day"?e.dayMissing:i("/starts_at")}
          @input=${a=>this.day=a.target.value}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${e.time}
          .value=${this.time}
          .error=${this.missing==="time"?e.timeMissing:void 0}
          @input=${a=>this.time=a.target.value}
        ></gw-text-field>
        <p class="muted small wide">${e.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${e.length}
          .options=${n.map(a=>({value:String(a),label:e.minutes(a)}))}
          .value=${String(this.minutes)}
          @change=${a=>this.minutes=Number(a.target.value)}
        ></gw-select>
        <gw-select
          label=${e.rhythmLabel}
          .options=${pe.map(a=>({value:a,label:e.rhythm[a]}))}
          .value=${this.rhythm}
          @change=${a=>this.rhythm=a.target.value}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${e.place}
          hint=${e.placeHint}
          maxlength="200"
          dir="auto"
          .value=${this.location}
          .error=${i("/location")}
          @input=${a=>this.location=a.target.value}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:o`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?e.planIt:t.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>this.dispatchEvent(new Event("leave"))}>${t.cancel}</gw-button>
      </div>
    </div>`}submit(){if(this.missing=this.day===""?"day":this.time===""?"time":void 0,this.missing!==void 0)return;const e=He({day:this.day,time:this.time},this.zone),t={starts_at:e.toISOString(),ends_at:new Date(e.getTime()+this.minutes*6e4).toISOString(),location:this.location.trim()||null,rhythm:this.rhythm};this.dispatchEvent(new CustomEvent("schedule",{detail:t}))}};$.styles=[M,G,N`
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
    `];O([u({attribute:!1})],$.prototype,"talk",2);O([u()],$.prototype,"zone",2);O([u({type:Boolean})],$.prototype,"busy",2);O([u({attribute:!1})],$.prototype,"error",2);O([d()],$.prototype,"day",2);O([d()],$.prototype,"time",2);O([d()],$.prototype,"minutes",2);O([d()],$.prototype,"location",2);O([d()],$.prototype,"rhythm",2);O([d()],$.prototype,"missing",2);$=O([A("gw-talk-schedule")],$);var gs=Object.defineProperty,vs=Object.getOwnPropertyDescriptor,ge=e=>{throw TypeError(e)},x=(e,t,s,i)=>{for(var n=i>1?void 0:i?vs(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&gs(t,s,n),n},ws=(e,t,s)=>t.has(e)||ge("Cannot "+s),ms=(e,t,s)=>t.has(e)?ge("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),h=(e,t,s)=>(ws(e,t,"access private method"),s),c,ve,we,me,fe,_,$e,ye,ke,_e,be,U;let f=class extends bt{constructor(){super(),ms(this,c),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.message="",this.rhythm="none",new X(this,()=>this.document)}view(){const{document:e}=this;if(e===void 0)return l;const{talk:t}=this.t,s=e.error;return o`<div class="stack">
      ${h(this,c,ve).call(this,e)}
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
            ${h(this,c,we).call(this,e)} ${h(this,c,me).call(this,e)} ${h(this,c,fe).call(this,e)}`}
    </div>`}};c=new WeakSet;ve=function(e){const{talk:t,common:s}=this.t,i=e.talk;if(this.asks==="change")return o`<gw-card heading=${t.changeIt}>
        <gw-talk-schedule
          .talk=${i}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          @schedule=${r=>void h(this,c,ke).call(this,e,r.detail)}
          @leave=${()=>h(this,c,_).call(this,void 0)}
        ></gw-talk-schedule>
      </gw-card>`;const n=this.people.filter(({id:r})=>r!==this.me).map(({display_name:r})=>r),a=r=>h(this,c,_).call(this,r.detail);return o`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${t.next} · ${os(i,this.locale,this.zone)}</p>
        <h2>${ht(i,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${ce(i,this.locale)}</span>
          ${n.length>0?o`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(n)}</bdi></span>`:l}
          ${i.location?o`<span><gw-icon name="flag"></gw-icon><bdi>${i.location}</bdi></span>`:l}
          ${i.rhythm==="none"?l:o`<span><gw-icon name="calendar"></gw-icon>${t.rhythm[i.rhythm]}</span>`}
        </p>
        ${this.readOnly?l:o`<div class="row actions">
              <gw-button size="small" icon="edit" @click=${()=>h(this,c,_).call(this,"change")}>${t.change}</gw-button>
              <gw-button
                size="small"
                icon="download"
                ?busy=${this.busy==="calendar"}
                @click=${()=>void h(this,c,be).call(this,e)}
              >
                ${t.toCalendar}
              </gw-button>
              <gw-menu
                label=${s.more}
                .items=${[{id:"cancel",label:t.cancelIt,icon:"close"}]}
                @select=${a}
              ></gw-menu>
            </div>`}
      </div>
    </gw-card>`};we=function({talk:{starts_at:e}}){const{talk:t}=this.t,s=Date.parse(e)-Date.now()<15*6e4;return o`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?o`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${s?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void h(this,c,$e).call(this)}
      >
        ${t.finish}
      </gw-button>
      <p class="muted small">${t.finishHint}</p>
    </div>`};me=function(e){const{talk:t}=this.t;return o`<gw-dialog heading=${t.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>h(this,c,_).call(this,void 0)}>
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
      <gw-button slot="footer" @click=${()=>h(this,c,_).call(this,void 0)}>${t.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void h(this,c,_e).call(this,e)}>
        ${t.cancelIt}
      </gw-button>
    </gw-dialog>`};fe=function(e){const{talk:t}=this.t,{outcomes:s,agenda:i}=e.talk,n=s.filter(({action_item:r})=>r!==null).length,a=i.filter(({done:r})=>!r).length;return o`<gw-dialog heading=${t.finishTitle} ?open=${this.asks==="finish"} @close=${()=>h(this,c,_).call(this,void 0)}>
      ${s.length===0?o`<p>${t.nothingCame}</p>`:o`<div class="stack tight">
            <ul class="came">${s.map(({text:r})=>o`<li dir="auto">${r}</li>`)}</ul>
            ${n>0?o`<p class="muted">${t.becomeItems(n)}</p>`:l}
          </div>`}
      ${a>0?o`<p class="muted">${t.openPoints(a)}</p>`:l}
      <gw-select
        label=${t.nextRhythm}
        hint=${t.nextRhythmHint}
        .options=${pe.map(r=>({value:r,label:t.rhythm[r]}))}
        .value=${this.rhythm}
        @change=${r=>this.rhythm=r.target.value}
      ></gw-select>
      ${this.error===void 0?l:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>h(this,c,_).call(this,void 0)}>${t.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void h(this,c,ye).call(this,e)}>
        ${t.finish}
      </gw-button>
    </gw-dialog>`};_=function(e){this.asks=e,this.error=void 0};$e=async function(){const{document:e}=this;e!==void 0&&await h(this,c,U).call(this,"finish",async()=>{await this.outcomes.addTyped(),await e.flush(),await e.reload(),this.rhythm=e.talk.rhythm,h(this,c,_).call(this,"finish")})};ye=async function(e){const{rhythm:t}=this;await h(this,c,U).call(this,"finish",async()=>{e.talk.rhythm!==t&&await e.change(()=>({rhythm:t})),await e.hold(),h(this,c,_).call(this,void 0),this.dispatchEvent(new Event("held"))})};ke=async function(e,{starts_at:t,ends_at:s,location:i,rhythm:n}){await h(this,c,U).call(this,"change",async()=>{await e.change(()=>({starts_at:t,ends_at:s,location:i,rhythm:n})),h(this,c,_).call(this,void 0),b(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};_e=async function(e){await h(this,c,U).call(this,"cancel",async()=>{await e.flush(),await e.cancel(this.message),h(this,c,_).call(this,void 0),b(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};be=async function(e){await h(this,c,U).call(this,"calendar",()=>he(this.api,e.talk)),this.error!==void 0&&(b(this,rt(this.error,this.t).title,"critical"),this.error=void 0)};U=async function(e,t){this.busy=e,this.error=void 0;try{await t()}catch(s){this.error=s}finally{this.busy=void 0}};f.styles=[M,G,N`
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
    `];x([u({attribute:!1})],f.prototype,"document",2);x([u({attribute:!1})],f.prototype,"people",2);x([u({attribute:!1})],f.prototype,"me",2);x([u()],f.prototype,"zone",2);x([u({type:Boolean,attribute:"read-only"})],f.prototype,"readOnly",2);x([d()],f.prototype,"asks",2);x([d()],f.prototype,"busy",2);x([d()],f.prototype,"error",2);x([d()],f.prototype,"message",2);x([d()],f.prototype,"rhythm",2);x([Ge("gw-talk-outcomes")],f.prototype,"outcomes",2);f=x([A("gw-talk-planned")],f);var fs=Object.defineProperty,$s=Object.getOwnPropertyDescriptor,xe=e=>{throw TypeError(e)},z=(e,t,s,i)=>{for(var n=i>1?void 0:i?$s(t,s):t,a=e.length-1,r;a>=0;a--)(r=e[a])&&(n=(i?r(t,s,n):r(n))||n);return i&&n&&fs(t,s,n),n},Oe=(e,t,s)=>t.has(e)||xe("Cannot "+s),k=(e,t,s)=>(Oe(e,t,"read from private field"),s?s.call(e):t.get(e)),Y=(e,t,s)=>t.has(e)?xe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),w=(e,t,s)=>(Oe(e,t,"access private method"),s),nt,T,st,p,Te,Pe,ze,Ce,_t,V,Ee,Se,De,ut;const Lt=5;let y=class extends bt{constructor(){super(...arguments),Y(this,p),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,Y(this,nt,new xt),Y(this,T,new qt(this,()=>[this.planId],async([e],t)=>{const s={plan_id:e},[i,n,a]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:s},signal:t}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:s,query:{limit:100}},signal:t})]),r=a.data.items.map(v=>Fe(this.api,v));return{plan:n.data,talks:r,more:a.data.next_cursor!==null,me:i}})),Y(this,st,()=>{document.visibilityState==="visible"&&k(this,T).value!==void 0&&k(this,T).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",k(this,st))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",k(this,st))}view(){const{talk:e,plan:t}=this.t,s=this.getToken===void 0,i=k(this,T).value?.plan.owner.display_name;return o`${this.embedded?l:o`<div class="page-head">
          ${s?o`<a href="#/plan/${this.planId}">${e.toPlan}</a>`:l}
          <h1>${e.title}</h1>
          ${i?o`<p>${k(this,T).value?.plan.title} · <bdi>${i}</bdi></p>`:o`<p>${t.title}</p>`}
        </div>`}
    ${k(this,T).show(n=>w(this,p,Te).call(this,n))}`}};nt=new WeakMap;T=new WeakMap;st=new WeakMap;p=new WeakSet;Te=function(e){const{talk:t}=this.t,s=e.talks.filter(a=>a.talk.status==="planned").sort((a,r)=>a.talk.starts_at.localeCompare(r.talk.starts_at)),i=e.talks.filter(a=>a.talk.status!=="planned").sort((a,r)=>r.talk.starts_at.localeCompare(a.talk.starts_at)),n=s.find(a=>a.talk.id===this.chosen)??s[0];return o`<div class="sections">
      ${w(this,p,Pe).call(this,e,s,n)}
      ${this.held===void 0?w(this,p,ze).call(this,e,s,n):l}
      ${i.length===0?l:o`<section>
            <h2 id="past">${t.past}</h2>
            <div class="past">
              ${Wt(this.allPast?i:i.slice(0,Lt),a=>a.talk.id,a=>o`<gw-talk-past .document=${a} ?read-only=${w(this,p,ut).call(this,e,a)}></gw-talk-past>`)}
            </div>
            ${i.length>Lt&&!this.allPast?o`<gw-button variant="quiet" @click=${()=>this.allPast=!0}>${this.t.common.showMore}</gw-button>`:l}
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
    </div>`};Pe=function(e,t,s){const{talk:i}=this.t;if(this.held!==void 0)return w(this,p,Ce).call(this,this.held,t);if(this.planning)return o`<gw-card heading=${i.plan}>
        <gw-talk-schedule
          zone=${vt(e.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          @schedule=${r=>void w(this,p,Se).call(this,r.detail,e)}
          @leave=${()=>w(this,p,V).call(this,!1)}
        ></gw-talk-schedule>
      </gw-card>`;if(s!==void 0)return Ae(s.talk.id,o`<gw-talk-planned
          .document=${s}
          .people=${ys(e,s.talk)}
          .me=${e.me.person?.id??""}
          zone=${vt(e.me.person?.time_zone)}
          ?read-only=${w(this,p,ut).call(this,e,s)}
          @change=${()=>void k(this,T).reload()}
          @held=${()=>void w(this,p,Ee).call(this,s)}
        ></gw-talk-planned>`);const n=Ne(e),a=e.plan.status==="draft"?i.shareFirst:n?i.noTalkText:i.noTalkClosed;return o`<gw-empty icon="calendar" heading=${i.noTalk} text=${a}>
      ${n?o`<gw-button variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>w(this,p,V).call(this,!0)}>
            ${i.plan}
          </gw-button>`:l}
    </gw-empty>`};ze=function(e,t,s){const{talk:i}=this.t,n=t.filter(a=>a!==s);return this.planning||s===void 0?l:o`<div class="row">
      ${n.map(a=>o`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=a.talk.id}>
          ${i.alsoPlanned(ht(a.talk,this.locale))}
        </gw-button>`)}
      ${Ne(e)&&!w(this,p,ut).call(this,e,s)?o`<gw-button size="small" variant="quiet" icon="plus" @click=${()=>w(this,p,V).call(this,!0)}>${i.planAnother}</gw-button>`:l}
    </div>`};Ce=function(e,t){const{talk:s}=this.t,i=t.find(n=>n.talk.previous_discussion_id===e.talk.id)??t[0];return o`<gw-card class="result" tabindex="-1" heading=${s.result}>
      <gw-talk-outcomes read-only .document=${e}></gw-talk-outcomes>
      <div class="next">
        <h3>${s.nextTalk}</h3>
        ${i===void 0?o`<p class="muted">${s.noNext}</p>`:o`<p><strong>${ht(i.talk,this.locale)}</strong>, ${ce(i.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>w(this,p,_t).call(this,i===void 0)}>
            ${i===void 0?s.plan:s.toNext}
          </gw-button>
          ${i===void 0?o`<gw-button variant="quiet" @click=${()=>w(this,p,_t).call(this,!1)}>${this.t.common.close}</gw-button>`:o`<gw-button icon="download" @click=${()=>void w(this,p,De).call(this,i.talk)}>${s.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};_t=function(e){this.held=void 0,this.chosen="",w(this,p,V).call(this,e)};V=function(e){this.planning=e,this.error=void 0};Ee=async function(e){this.held=e,this.emit("groundwork-plan-changed",{planId:this.planId}),await k(this,T).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};Se=async function(e,{me:t}){const s={...e,time_zone:vt(t.person?.time_zone)},i={path:{plan_id:this.planId},header:k(this,nt).header(s)};this.busy=!0,this.error=void 0;try{const{data:n}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:i,body:s});k(this,nt).done(),this.chosen=n.id,await k(this,T).reload(),this.planning=!1,b(this,this.t.talk.planned)}catch(n){this.error=n}finally{this.busy=!1}};De=async function(e){try{await he(this.api,e)}catch{b(this,this.t.common.errors.server,"critical")}};ut=function({me:e,plan:t},s){const i=e.person?.id;return e.isHrAdmin&&i!==t.owner_id&&i!==s.talk.manager_id};y.styles=[M,G,N`
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
    `];z([u({attribute:"plan-id"})],y.prototype,"planId",2);z([u({type:Boolean})],y.prototype,"embedded",2);z([d()],y.prototype,"planning",2);z([d()],y.prototype,"busy",2);z([d()],y.prototype,"error",2);z([d()],y.prototype,"chosen",2);z([d()],y.prototype,"held",2);z([d()],y.prototype,"allPast",2);z([d()],y.prototype,"calendarOpen",2);y=z([A("groundwork-talk")],y);function Ne({plan:{status:e}}){return e==="shared"||e==="agreed"}function ys({plan:e,me:t},{manager:s}){const i=[e.owner,...s===null?[]:[s]],{person:n}=t;return n!==void 0&&!i.some(({id:a})=>a===n.id)&&i.push({id:n.id,display_name:n.display_name,title:n.title}),i}const Ts=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkTalk(){return y}},Symbol.toStringTag,{value:"Module"}));export{xt as A,X as F,y as G,Ze as a,We as d,Ts as g};
