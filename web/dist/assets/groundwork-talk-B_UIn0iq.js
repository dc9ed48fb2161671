import{i as W,A as l,b as r}from"./tokens-BHm-NQ-a.js";import{b as M,l as q,n as p,r as g,G as Ct,P as Qe,t as y,e as N,a as Ut,u as pt,s as Xe,j as Ye}from"./keyed-C3NSIK0U.js";import{c as Ht,a as je,r as ta}from"./repeat-CF4rPmZd.js";import{L as Ft}from"./loading-DoX6Yigb.js";import"./card-B4CE7Z_M.js";import{A as Zt,F as Vt,o as ea,l as $t,f as Pt,i as aa,d as sa,a as ia,z as mt,b as Jt}from"./focus-_KbizA1f.js";import{l as na}from"./field-Bh93jtox.js";import{o as j}from"./texts-DEqWGFxP.js";import"./disclosure-CyMoD1Oa.js";import{d as ra}from"./download-Dy9FgwXI.js";var oa=Object.defineProperty,la=Object.getOwnPropertyDescriptor,Kt=t=>{throw TypeError(t)},U=(t,e,a,s)=>{for(var i=s>1?void 0:s?la(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&oa(e,a,i),i},Qt=(t,e,a)=>e.has(t)||Kt("Cannot "+a),Z=(t,e,a)=>(Qt(t,e,"read from private field"),a?a.call(t):e.get(t)),ft=(t,e,a)=>e.has(t)?Kt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),R=(t,e,a)=>(Qt(t,e,"access private method"),a),ot,J,E,Xt,kt,Yt,jt,St;let A=class extends Ct{constructor(){super(...arguments),ft(this,E),this.service="",this.address="",this.busy=!1,this.asking=!1,ft(this,ot,new Zt),ft(this,J,new Ft(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(t){if(t instanceof Qe&&t.status===404)return;throw t}}))}view(){const{talk:t}=this.t;return r`<div class="stack tight">
      <p>${t.calendarText}</p>
      <p>${t.calendarWarning}</p>
      ${Z(this,J).show(e=>R(this,E,Xt).call(this,e),()=>r`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};ot=new WeakMap;J=new WeakMap;E=new WeakSet;Xt=function(t){const{talk:e,common:a}=this.t;if(t===void 0)return r`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void R(this,E,kt).call(this)}>${e.makeAddress}</gw-button>
      </div>`;const{format:s}=this.locale;return r`
      ${this.address===""?r`<p>${e.addressMade(s.date(t.created_at))}</p>`:r`<div class="address">
              <gw-text-field label=${e.address} hint=${e.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void R(this,E,jt).call(this)}>${e.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void R(this,E,kt).call(this)}>${e.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${e.revoke}</gw-button>
      </div>
      <gw-dialog heading=${e.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${e.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${a.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void R(this,E,Yt).call(this)}>${e.revoke}</gw-button>
      </gw-dialog>
    `};kt=async function(){await R(this,E,St).call(this,async()=>{const{data:t}=await this.api.POST("/v1/me/calendar",{params:{header:Z(this,ot).header({})},body:{}});Z(this,ot).done(),this.address=new URL(t.address??"",this.service||location.href).href,Z(this,J).value=t})};Yt=async function(){await R(this,E,St).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",Z(this,J).value=void 0,y(this,this.t.talk.revoked)}),this.asking=!1};jt=async function(){try{await navigator.clipboard.writeText(this.address),y(this,this.t.talk.copied)}catch{y(this,this.t.talk.copyByHand,"neutral")}};St=async function(t){this.busy=!0,this.error=void 0;try{await t()}catch(e){this.error=e}finally{this.busy=!1}};A.styles=[M,q,W`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];U([p({attribute:!1})],A.prototype,"service",2);U([g()],A.prototype,"address",2);U([g()],A.prototype,"busy",2);U([g()],A.prototype,"error",2);U([g()],A.prototype,"asking",2);A=U([N("gw-talk-calendar")],A);var ca=Object.defineProperty,da=(t,e,a,s)=>{for(var i=void 0,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=o(e,a,i)||i);return i&&ca(e,a,i),i};class tt extends Ut{constructor(){super(),new Vt(this,()=>this.document)}}da([p({attribute:!1})],tt.prototype,"document");var ha=Object.defineProperty,pa=Object.getOwnPropertyDescriptor,te=t=>{throw TypeError(t)},Et=(t,e,a,s)=>{for(var i=s>1?void 0:s?pa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&ha(e,a,i),i},ee=(t,e,a)=>e.has(t)||te("Cannot "+a),K=(t,e,a)=>(ee(t,e,"read from private field"),a?a.call(t):e.get(t)),ua=(t,e,a)=>e.has(t)?te("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),C=(t,e,a)=>(ee(t,e,"access private method"),a),v,Dt,ut,V,ae,yt,se,ie,ne;const re={text:"",responsible:"",due:""};let Q=class extends tt{constructor(){super(...arguments),ua(this,v),this.people=[],this.readOnly=!1}async addTyped(){const{responsible:t,due:e,text:a}=K(this,v,ut),s=a.trim();if(s===""||this.document===void 0)return;const n={title:s.length>200?`${s.slice(0,199)}…`:s,responsible_id:t,due_on:e||null};C(this,v,V).call(this,re),await this.document.addOutcome({text:s,action_item:t===""?null:n})}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=ea(t.talk);return a.length+t.outcomes.length===0&&this.readOnly?r`<p class="muted">${e.noOutcomes}</p>`:r`<div class="stack">
      ${a.length+t.outcomes.length===0?l:r`<ul role="list">
            ${a.map((s,i)=>{const n=t.talk.outcomes[i]?.action_item;return C(this,v,yt).call(this,s,n?.responsible.display_name,!1)})}
            ${t.outcomes.map(s=>C(this,v,yt).call(this,s,C(this,v,ae).call(this,s),!0))}
          </ul>`}
      ${this.readOnly?l:C(this,v,se).call(this)}
    </div>`}};v=new WeakSet;Dt=function(){return`outcome ${this.document?.talk.id}`};ut=function(){return this.document?.drafts.get(K(this,v,Dt))??re};V=function(t){const e={...K(this,v,ut),...t};this.document?.drafts.keep(K(this,v,Dt),e.text===""?void 0:e),this.requestUpdate()};ae=function({action_item:t}){return this.people.find(({id:e})=>e===t?.responsible_id)?.display_name};yt=function(t,e,a){const{talk:s}=this.t,{text:i,action_item:n}=t,o=n?.due_on?s.dueOn(this.locale.format.date(n.due_on)):void 0,T=[e,o].filter($=>$!==void 0).join(" · ");return r`<li>
      <gw-icon name=${a?"clock":n?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${i}</p>
        ${n&&n.title!==i&&!i.startsWith(n.title.replace(/…$/,""))?r`<p class="text small">${n.title}</p>`:l}
        <p class="who">${n?T:s.agreement}${a?r` · ${s.waiting}`:l}</p>
      </div>
      ${this.readOnly||a?l:r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removeOutcome(i)}
            @click=${()=>void C(this,v,ne).call(this,t)}
          ></gw-button>`}
    </li>`};se=function(){const{talk:t}=this.t,{text:e,responsible:a,due:s}=K(this,v,ut),i=this.people.map(({id:n,display_name:o})=>({value:n,label:o}));return r`<div class="form" role="group" aria-label=${t.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${t.outcome}
        hint=${t.outcomeHint}
        maxlength="1000"
        .value=${e}
        @input=${n=>C(this,v,V).call(this,{text:n.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${t.whoDoes}
        .options=${[...i,{value:"",label:t.nobody}]}
        .value=${a}
        @change=${n=>C(this,v,V).call(this,{responsible:n.target.value})}
      ></gw-choice>
      ${a===""?l:r`<gw-text-field
            class="due"
            type="date"
            label=${t.due}
            .value=${s}
            @input=${n=>C(this,v,V).call(this,{due:n.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${C(this,v,ie)}>${t.addOutcome}</gw-button></div>
    </div>`};ie=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};ne=async function(t){try{await this.document?.removeOutcome(t),y(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(e){y(this,pt(e,this.t).title,"critical")}};Q.styles=[M,q,j,W`
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
    `];Et([p({attribute:!1})],Q.prototype,"people",2);Et([p({type:Boolean,attribute:"read-only"})],Q.prototype,"readOnly",2);Q=Et([N("gw-talk-outcomes")],Q);var va=Object.defineProperty,ga=Object.getOwnPropertyDescriptor,oe=t=>{throw TypeError(t)},le=(t,e,a,s)=>{for(var i=s>1?void 0:s?ga(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&va(e,a,i),i},ce=(t,e,a)=>e.has(t)||oe("Cannot "+a),vt=(t,e,a)=>(ce(t,e,"read from private field"),a?a.call(t):e.get(t)),wa=(t,e,a)=>e.has(t)?oe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),G=(t,e,a)=>(ce(t,e,"access private method"),a),f,de,he,pe,Gt,At,Wt,_t,ue;const fa=["verdict","stance","support","overdue","blocked","comment","added"];function $a({source:t,text:e}){return t==="overdue"||t==="blocked"?e.replace(/^(Overdue|Blocked): /,""):e}let lt=class extends tt{constructor(){super(...arguments),wa(this,f),this.readOnly=!1}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,{agenda:a}=t.talk,s=fa.map(n=>({source:n,lines:a.filter(o=>o.source===n)})),i=a.length+t.points.length===0;return r`<div class="stack">
      ${i?r`<p class="muted">${this.readOnly?e.noAgenda:e.emptyAgenda}</p>`:l}
      ${s.map(({source:n,lines:o})=>{const T=n==="added"?t.points:[];return o.length+T.length===0?l:r`<section class="group">
              <h3 id=${n}>${e.source[n]}</h3>
              <ul role="list" aria-labelledby=${n}>
                ${Ht(o,({id:$})=>$,$=>G(this,f,de).call(this,t,$))}
                ${T.map($=>G(this,f,he).call(this,$))}
              </ul>
            </section>`})}
      ${this.readOnly?l:G(this,f,pe).call(this)}
    </div>`}};f=new WeakSet;de=function(t,e){const{talk:a}=this.t,s=t.ticks.get(e.id)??e.done,i=r`<span class="text">${$a(e)}</span>`;return this.readOnly?r`<li class=${s?"done":""}>
        <span class="line">
          <gw-icon name=${s?"check-circle":"circle"}></gw-icon>
          ${i}<span class="visually-hidden">${s?a.discussed:a.notDiscussed}</span>
        </span>
      </li>`:r`<li class=${s?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${na(s)}
          @change=${n=>void t.tick(e.id,n.target.checked)}
        />
        ${i}
      </label>
      ${e.source==="added"?r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${a.removePoint(e.text)}
            @click=${()=>void G(this,f,ue).call(this,t,e)}
          ></gw-button>`:l}
    </li>`};he=function(t){return r`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${t} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`};pe=function(){const{talk:t}=this.t;return r`<div class="form">
      <gw-text-field
        label=${t.addPoint}
        maxlength="500"
        .value=${vt(this,f,At)}
        @input=${e=>G(this,f,Wt).call(this,e.target.value)}
        @keydown=${e=>e.key==="Enter"&&!e.isComposing&&G(this,f,_t).call(this,e)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${G(this,f,_t)}>${t.add}</gw-button>
    </div>`};Gt=function(){return`point ${this.document?.talk.id}`};At=function(){return this.document?.drafts.get(vt(this,f,Gt))??""};Wt=function(t){this.document?.drafts.keep(vt(this,f,Gt),t||void 0),this.requestUpdate()};_t=function(t){t.preventDefault();const e=vt(this,f,At).trim();e!==""&&(G(this,f,Wt).call(this,""),this.document?.addPoint(e)),this.renderRoot.querySelector("gw-text-field")?.focus()};ue=async function(t,{id:e,text:a}){try{await t.removePoint(e),y(this,this.t.talk.pointRemoved(a)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(s){y(this,pt(s,this.t).title,"critical")}};lt.styles=[M,q,j,W`
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
    `];le([p({type:Boolean,attribute:"read-only"})],lt.prototype,"readOnly",2);lt=le([N("gw-talk-agenda")],lt);var ma=Object.defineProperty,ka=Object.getOwnPropertyDescriptor,ve=t=>{throw TypeError(t)},ge=(t,e,a,s)=>{for(var i=s>1?void 0:s?ka(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&ma(e,a,i),i},we=(t,e,a)=>e.has(t)||ve("Cannot "+a),Rt=(t,e,a)=>(we(t,e,"read from private field"),a?a.call(t):e.get(t)),ya=(t,e,a)=>e.has(t)?ve("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),st=(t,e,a)=>(we(t,e,"access private method"),a),D,bt,fe,it;const _a={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"},ba=new Set(["saved","failed","conflict"]);let ct=class extends tt{constructor(){super(...arguments),ya(this,D),this.kind="shared"}disconnectedCallback(){super.disconnectedCallback(),Rt(this,D,bt)?.save()}render(){const t=Rt(this,D,bt);if(t===void 0)return l;const{talk:e}=this.t,a=this.kind==="shared";return r`<div class="stack ${this.kind}">
      ${a?l:r`<p class="only"><gw-icon name="lock"></gw-icon>${e.onlyMe}</p>`}
      <gw-text-field
        multiline
        rows=${a?5:2}
        label=${a?e.sharedNotes:e.privateNote}
        hint=${a?e.sharedNotesHint:e.privateNoteHint}
        maxlength=${a?1e4:4e3}
        .value=${t.text}
        @input=${s=>t.write(s.target.value)}
        @change=${()=>void t.save()}
      ></gw-text-field>
      <div class="state ${t.state}" aria-hidden="true">
        <gw-icon name=${_a[t.state]} ?hidden=${t.state==="empty"}></gw-icon>${e.noteState[t.state]}
      </div>
      <div class="visually-hidden" role="status">${ba.has(t.state)?e.noteState[t.state]:l}</div>
      ${t.state==="failed"?r`<gw-error inline .error=${t.error} @retry=${()=>void t.save()}></gw-error>`:l}
      ${t.theirs===void 0?l:st(this,D,fe).call(this,t,t.theirs)}
    </div>`}};D=new WeakSet;bt=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};fe=function(t,e){const{talk:a}=this.t,s=[e,t.text].filter(i=>i.trim()!=="").join(`

`);return r`<div class="stack" role="group" aria-label=${a.conflict}>
      <p>${a.conflictText}</p>
      <gw-compare before-label=${a.theirs} after-label=${a.mine}>
        <p slot="before" class="theirs" dir="auto">${e||a.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${t.text||a.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${()=>st(this,D,it).call(this,t,s)}>${a.keepBoth}</gw-button>
        <gw-button size="small" @click=${()=>st(this,D,it).call(this,t,t.text)}>${a.keepMine}</gw-button>
        <gw-button size="small" @click=${()=>st(this,D,it).call(this,t,e)}>${a.takeTheirs}</gw-button>
      </div>
    </div>`};it=function(t,e){t.settle(e),this.renderRoot.querySelector("gw-text-field")?.focus()};ct.styles=[M,q,j,W`
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
    `];ge([p({reflect:!0})],ct.prototype,"kind",2);ct=ge([N("gw-talk-note")],ct);function gt({starts_at:t},{format:e}){return e.date(t,{dateStyle:"full"})}function $e({starts_at:t,ends_at:e},{format:a}){const s=a.date(t)===a.date(e);return`${a.date(t,{timeStyle:"short"})} – ${s?a.date(e,{timeStyle:"short"}):a.time(e)}`}function xa({starts_at:t},{format:e},a){const{day:s}=$t(new Date(t),a);return e.relative(s===e.today()?t:s)}async function me(t,{id:e,starts_at:a}){const s={discussion_id:e},{data:i}=await t.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:s},parseAs:"text"});ra(new Blob([i],{type:"text/calendar"}),`${a.slice(0,10)}.ics`)}var Oa=Object.defineProperty,Ta=Object.getOwnPropertyDescriptor,ke=t=>{throw TypeError(t)},Mt=(t,e,a,s)=>{for(var i=s>1?void 0:s?Ta(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Oa(e,a,i),i},za=(t,e,a)=>e.has(t)||ke("Cannot "+a),Ca=(t,e,a)=>e.has(t)?ke("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),xt=(t,e,a)=>(za(t,e,"access private method"),a),X,ye,Ot;let Y=class extends tt{constructor(){super(...arguments),Ca(this,X),this.readOnly=!1,this.writing=!1}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=t.talk,s=a.status==="held";return r`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${gt(a,this.locale)}</span>
        <gw-pill tone=${s?"positive":"neutral"} icon=${s?"check-circle":"close"}>
          ${s?e.cameOf(a.outcomes.length):e.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?r`<p class="muted">${e.timesOnly}</p>`:xt(this,X,ye).call(this,t,s)}
    </gw-disclosure>`}};X=new WeakSet;ye=function(t,e){const{talk:a}=this.t,s=t.talk;return r`<div class="stack">
      ${s.cancel_message?r`<p class="note" dir="auto">${s.cancel_message}</p>`:l}
      ${e?r`<section>
            <h3>${a.outcomes}</h3>
            <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
          </section>`:l}
      ${s.agenda.length>0?r`<section>
            <h3>${a.agenda}</h3>
            <gw-talk-agenda read-only .document=${t}></gw-talk-agenda>
          </section>`:l}
      ${this.writing?r`${e?r`<gw-talk-note kind="shared" .document=${t}></gw-talk-note>`:l}
            <gw-talk-note kind="private" .document=${t}></gw-talk-note>`:r`${xt(this,X,Ot).call(this,a.sharedNotes,t.sharedNotes.text)}
            ${xt(this,X,Ot).call(this,a.privateNote,t.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${a.writeNotes}</gw-button>
            </div>`}
    </div>`};Ot=function(t,e){return e===""?l:r`<section>
          <h3>${t}</h3>
          <p class="note" dir="auto">${e}</p>
        </section>`};Y.styles=[M,q,W`
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
    `];Mt([p({type:Boolean,attribute:"read-only"})],Y.prototype,"readOnly",2);Mt([g()],Y.prototype,"writing",2);Y=Mt([N("gw-talk-past")],Y);var Pa=Object.defineProperty,Sa=Object.getOwnPropertyDescriptor,_e=t=>{throw TypeError(t)},I=(t,e,a,s)=>{for(var i=s>1?void 0:s?Sa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Pa(e,a,i),i},be=(t,e,a)=>e.has(t)||_e("Cannot "+a),Tt=(t,e,a)=>(be(t,e,"read from private field"),a?a.call(t):e.get(t)),Ea=(t,e,a)=>e.has(t)?_e("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),B=(t,e,a)=>(be(t,e,"access private method"),a),b,dt,L,xe;const Oe=["none","monthly","every_6_weeks","quarterly","half_yearly"];let P=class extends Ut{constructor(){super(...arguments),Ea(this,b),this.zone="UTC",this.busy=!1,this.place=""}firstUpdated(){Pt(this,"gw-text-field")}render(){const{talk:t,common:e}=this.t,a=pt(this.error,this.t),s=h=>this.error===void 0?void 0:a.fields.find(wt=>wt.pointer===h)?.detail,{day:i,time:n,minutes:o,location:T,rhythm:$}=Tt(this,b,dt),F=h=>h.target.value,Ke=[...new Set([30,45,60,90,120,o])].sort((h,wt)=>h-wt);return r`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${t.day}
          .value=${i}
          .error=${this.missing==="day"?t.dayMissing:s("/starts_at")}
          @input=${h=>B(this,b,L).call(this,{day:F(h)})}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${t.time}
          .value=${n}
          .error=${this.missing==="time"?t.timeMissing:void 0}
          @input=${h=>B(this,b,L).call(this,{time:F(h)})}
        ></gw-text-field>
        <p class="muted small wide">${t.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${t.length}
          .options=${Ke.map(h=>({value:String(h),label:t.minutes(h)}))}
          .value=${String(o)}
          @change=${h=>B(this,b,L).call(this,{minutes:Number(F(h))})}
        ></gw-select>
        <gw-select
          label=${t.rhythmLabel}
          .options=${Oe.map(h=>({value:h,label:t.rhythm[h]}))}
          .value=${$}
          @change=${h=>B(this,b,L).call(this,{rhythm:F(h)})}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${t.place}
          hint=${t.placeHint}
          maxlength="200"
          .value=${T}
          .error=${s("/location")}
          @input=${h=>B(this,b,L).call(this,{location:F(h)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:r`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?t.planIt:e.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>B(this,b,xe).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}submit(){const{day:t,time:e,minutes:a,location:s,rhythm:i}=Tt(this,b,dt);if(this.missing=t===""?"day":e===""?"time":void 0,this.missing!==void 0)return;const n=aa({day:t,time:e},this.zone),o={starts_at:n.toISOString(),ends_at:new Date(n.getTime()+a*6e4).toISOString(),location:s.trim()||null,rhythm:i};this.dispatchEvent(new CustomEvent("schedule",{detail:o}))}};b=new WeakSet;dt=function(){const{talk:t,zone:e}=this,a=this.drafts?.get(this.place);if(a!==void 0)return a;if(t===void 0)return{day:sa($t(new Date,e).day,7),time:"10:00",minutes:60,location:"",rhythm:"none"};const s=new Date(t.starts_at),i=Math.round((Date.parse(t.ends_at)-s.getTime())/6e4);return{...$t(s,e),minutes:i,location:t.location??"",rhythm:t.rhythm}};L=function(t){this.drafts?.keep(this.place,{...Tt(this,b,dt),...t}),this.missing=void 0,this.requestUpdate()};xe=function(){this.drafts?.keep(this.place),this.dispatchEvent(new Event("leave"))};P.styles=[M,q,j,W`
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
    `];I([p({attribute:!1})],P.prototype,"talk",2);I([p()],P.prototype,"zone",2);I([p({type:Boolean})],P.prototype,"busy",2);I([p({attribute:!1})],P.prototype,"error",2);I([p({attribute:!1})],P.prototype,"drafts",2);I([p()],P.prototype,"place",2);I([g()],P.prototype,"missing",2);P=I([N("gw-talk-schedule")],P);var Da=Object.defineProperty,Ga=Object.getOwnPropertyDescriptor,Te=t=>{throw TypeError(t)},O=(t,e,a,s)=>{for(var i=s>1?void 0:s?Ga(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Da(e,a,i),i},qt=(t,e,a)=>e.has(t)||Te("Cannot "+a),Aa=(t,e,a)=>(qt(t,e,"read from private field"),e.get(t)),Bt=(t,e,a)=>e.has(t)?Te("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),Wa=(t,e,a,s)=>(qt(t,e,"write to private field"),e.set(t,a),a),d=(t,e,a)=>(qt(t,e,"access private method"),a),nt,c,ze,Ce,Pe,Se,Ee,x,Nt,De,Ge,Ae,We,Me,H;const qe=36e5,Ma=2e4;function Ne(t){return Date.parse(t)-Date.now()<qe/4}function qa(t){return/^https:\/\/\S+$/.test(t)?r`<a href=${t} target="_blank" rel="noopener noreferrer"><bdi>${t}</bdi></a>`:r`<bdi>${t}</bdi>`}let m=class extends Ct{constructor(){super(),Bt(this,c),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.rhythm="none",Bt(this,nt),new Vt(this,()=>this.document)}view(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=t.error;return r`<div class="stack">
      ${d(this,c,ze).call(this,t)}
      ${a===void 0?l:r`<div class="stack tight">
            <gw-error inline .error=${a} @retry=${()=>void t.saveLists()}></gw-error>
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
            ${d(this,c,Pe).call(this,t)} ${d(this,c,Se).call(this,t)} ${d(this,c,Ee).call(this,t)}`}
    </div>`}connectedCallback(){super.connectedCallback(),Wa(this,nt,setInterval(()=>d(this,c,Ce).call(this),Ma))}disconnectedCallback(){super.disconnectedCallback(),clearInterval(Aa(this,nt))}};nt=new WeakMap;c=new WeakSet;ze=function(t){const{talk:e,common:a}=this.t,s=t.talk;if(this.asks==="change")return r`<gw-card heading=${e.changeIt}>
        <gw-talk-schedule
          .talk=${s}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          .drafts=${t.drafts}
          place="change ${s.id}"
          @schedule=${o=>void d(this,c,Ae).call(this,t,o.detail)}
          @leave=${()=>d(this,c,Nt).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;const i=this.people.filter(({id:o})=>o!==this.me).map(({display_name:o})=>o),n=o=>d(this,c,x).call(this,o.detail);return r`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${e.next} · ${xa(s,this.locale,this.zone)}</p>
        <h2>${gt(s,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${$e(s,this.locale)}</span>
          ${i.length>0?r`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(i)}</bdi></span>`:l}
          ${s.location?r`<span><gw-icon name="flag"></gw-icon>${qa(s.location)}</span>`:l}
          ${s.rhythm==="none"?l:r`<span><gw-icon name="calendar"></gw-icon>${e.rhythm[s.rhythm]}</span>`}
        </p>
        ${s.time_zone===this.zone?l:r`<p class="muted small">${e.inZone(this.zone.replaceAll("_"," "))}</p>`}
        ${this.readOnly?l:r`<div class="row actions">
              <gw-button class="change" size="small" icon="edit" @click=${()=>d(this,c,x).call(this,"change")}>${e.change}</gw-button>
              <gw-button
                size="small"
                icon="download"
                ?busy=${this.busy==="calendar"}
                @click=${()=>void d(this,c,Me).call(this,t)}
              >
                ${e.toCalendar}
              </gw-button>
              <gw-menu
                label=${a.more}
                .items=${[{id:"cancel",label:e.cancelIt,icon:"close"}]}
                @select=${n}
              ></gw-menu>
            </div>`}
      </div>
    </gw-card>`};Ce=function(){const{document:t}=this;t!==void 0&&Ne(t.talk.starts_at)&&Date.parse(t.talk.ends_at)>Date.now()-qe&&document.visibilityState==="visible"&&navigator.onLine&&t.reload().catch(()=>{})};Pe=function({talk:{starts_at:t}}){const{talk:e}=this.t;return r`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?r`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${Ne(t)?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void d(this,c,De).call(this)}
      >
        ${e.finish}
      </gw-button>
      <p class="muted small">${e.finishHint}</p>
    </div>`};Se=function(t){const{talk:e}=this.t,a=`cancel ${t.talk.id}`;return r`<gw-dialog heading=${e.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>d(this,c,x).call(this,void 0)}>
      <p>${t.talk.rhythm==="none"?e.cancelText:e.cancelRhythmText}</p>
      <gw-text-field
        multiline
        rows="2"
        label=${e.cancelMessage}
        maxlength="2000"
        .value=${t.drafts.get(a)??""}
        @input=${s=>t.drafts.keep(a,s.target.value||void 0)}
      ></gw-text-field>
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>d(this,c,x).call(this,void 0)}>${e.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void d(this,c,We).call(this,t)}>
        ${e.cancelIt}
      </gw-button>
    </gw-dialog>`};Ee=function(t){const{talk:e}=this.t,{outcomes:a,agenda:s}=t.talk,i=a.filter(({action_item:o})=>o!==null).length,n=s.filter(({done:o})=>!o).length;return r`<gw-dialog heading=${e.finishTitle} ?open=${this.asks==="finish"} @close=${()=>d(this,c,x).call(this,void 0)}>
      ${a.length===0?r`<p>${e.nothingCame}</p>`:r`<div class="stack tight">
            <ul class="came">${a.map(({text:o})=>r`<li dir="auto">${o}</li>`)}</ul>
            ${i>0?r`<p class="muted">${e.becomeItems(i)}</p>`:l}
          </div>`}
      ${n>0?r`<p class="muted">${e.openPoints(n)}</p>`:l}
      <gw-select
        label=${e.nextRhythm}
        hint=${e.nextRhythmHint}
        .options=${Oe.map(o=>({value:o,label:e.rhythm[o]}))}
        .value=${this.rhythm}
        @change=${o=>this.rhythm=o.target.value}
      ></gw-select>
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>d(this,c,x).call(this,void 0)}>${e.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void d(this,c,Ge).call(this,t)}>
        ${e.finish}
      </gw-button>
    </gw-dialog>`};x=function(t){this.asks=t,this.error=void 0};Nt=function(){d(this,c,x).call(this,void 0),Pt(this,".change")};De=async function(){const{document:t}=this;t!==void 0&&await d(this,c,H).call(this,"finish",async()=>{await this.outcomes.addTyped(),await t.flush(),await t.reload(),this.rhythm=t.talk.rhythm,d(this,c,x).call(this,"finish")})};Ge=async function(t){const{rhythm:e}=this;await d(this,c,H).call(this,"finish",async()=>{t.talk.rhythm!==e&&await t.change(()=>({rhythm:e})),await t.hold(),d(this,c,x).call(this,void 0),this.dispatchEvent(new Event("held"))})};Ae=async function(t,{starts_at:e,ends_at:a,location:s,rhythm:i}){await d(this,c,H).call(this,"change",async()=>{await t.change(()=>({starts_at:e,ends_at:a,location:s,rhythm:i})),t.drafts.keep(`change ${t.talk.id}`),d(this,c,Nt).call(this),y(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};We=async function(t){await d(this,c,H).call(this,"cancel",async()=>{await t.flush();const e=`cancel ${t.talk.id}`;await t.cancel(t.drafts.get(e)??""),t.drafts.keep(e),d(this,c,x).call(this,void 0),y(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};Me=async function(t){await d(this,c,H).call(this,"calendar",()=>me(this.api,t.talk)),this.error!==void 0&&(y(this,pt(this.error,this.t).title,"critical"),this.error=void 0)};H=async function(t,e){this.busy=t,this.error=void 0;try{await e()}catch(a){this.error=a}finally{this.busy=void 0}};m.styles=[M,q,j,W`
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
    `];O([p({attribute:!1})],m.prototype,"document",2);O([p({attribute:!1})],m.prototype,"people",2);O([p({attribute:!1})],m.prototype,"me",2);O([p()],m.prototype,"zone",2);O([p({type:Boolean,attribute:"read-only"})],m.prototype,"readOnly",2);O([g()],m.prototype,"asks",2);O([g()],m.prototype,"busy",2);O([g()],m.prototype,"error",2);O([g()],m.prototype,"rhythm",2);O([Xe("gw-talk-outcomes")],m.prototype,"outcomes",2);m=O([N("gw-talk-planned")],m);var Na=Object.defineProperty,Ia=Object.getOwnPropertyDescriptor,Ie=t=>{throw TypeError(t)},S=(t,e,a,s)=>{for(var i=s>1?void 0:s?Ia(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Na(e,a,i),i},Re=(t,e,a)=>e.has(t)||Ie("Cannot "+a),k=(t,e,a)=>(Re(t,e,"read from private field"),a?a.call(t):e.get(t)),at=(t,e,a)=>e.has(t)?Ie("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),w=(t,e,a)=>(Re(t,e,"access private method"),a),ht,z,rt,u,Be,Le,Ue,He,zt,et,Fe,Ze,Ve,Je,It;const Lt=5;let _=class extends Ct{constructor(){super(...arguments),at(this,u),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,at(this,ht,new Zt),at(this,z,new Ft(this,()=>[this.planId],async([t],e)=>{const a={plan_id:t},[s,i,n,o]=await Promise.all([this.api.me(),je(this.api,t,e),this.api.GET("/v1/plans/{plan_id}",{params:{path:a},signal:e}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:a,query:{limit:100}},signal:e})]),T=o.data.items.map($=>ia(this.api,$));return{plan:n.data,talks:T,more:o.data.next_cursor!==null,me:s,rights:ta(n.data,s,i)}})),at(this,rt,()=>{document.visibilityState==="visible"&&k(this,z).value!==void 0&&k(this,z).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",k(this,rt))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",k(this,rt))}view(){const{talk:t,plan:e}=this.t,a=this.getToken===void 0,s=k(this,z).value?.plan.owner.display_name;return r`${this.embedded?l:r`<div class="page-head">
          ${a?r`<a href="#/plan/${this.planId}">${t.toPlan}</a>`:l}
          <h1>${t.title}</h1>
          ${s?r`<p>${k(this,z).value?.plan.title} · <bdi>${s}</bdi></p>`:r`<p>${e.title}</p>`}
        </div>`}
    ${k(this,z).show(i=>w(this,u,Be).call(this,i))}`}};ht=new WeakMap;z=new WeakMap;rt=new WeakMap;u=new WeakSet;Be=function(t){const{talk:e}=this.t,a=t.talks.filter(n=>n.talk.status==="planned").sort((n,o)=>n.talk.starts_at.localeCompare(o.talk.starts_at)),s=t.talks.filter(n=>n.talk.status!=="planned").sort((n,o)=>o.talk.starts_at.localeCompare(n.talk.starts_at)),i=a.find(n=>n.talk.id===this.chosen)??a[0];return r`<div class="sections">
      ${w(this,u,Le).call(this,t,a,i)}
      ${this.held===void 0?w(this,u,Ue).call(this,t,a,i):l}
      ${s.length===0?l:r`<section>
            <h2 id="past">${e.past}</h2>
            <div class="past">
              ${Ht(this.allPast?s:s.slice(0,Lt),n=>n.talk.id,n=>r`<gw-talk-past .document=${n} ?read-only=${w(this,u,It).call(this,t,n)}></gw-talk-past>`)}
            </div>
            ${s.length>Lt&&!this.allPast?r`<gw-button variant="quiet" @click=${()=>this.allPast=!0}>${this.t.common.showMore}</gw-button>`:l}
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
    </div>`};Le=function(t,e,a){const{talk:s}=this.t;if(this.held!==void 0)return w(this,u,He).call(this,this.held,e);if(this.planning)return r`<gw-card heading=${s.plan}>
        <gw-talk-schedule
          zone=${mt(t.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          .drafts=${Jt(this.api)}
          place="plan ${this.planId}"
          @schedule=${$=>void w(this,u,Ve).call(this,$.detail,t)}
          @leave=${()=>w(this,u,Fe).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;if(a!==void 0)return Ye(a.talk.id,r`<gw-talk-planned
          .document=${a}
          .people=${Ra(t,a.talk)}
          .me=${t.me.person?.id??""}
          zone=${mt(t.me.person?.time_zone)}
          ?read-only=${w(this,u,It).call(this,t,a)}
          @change=${()=>void k(this,z).reload()}
          @held=${()=>void w(this,u,Ze).call(this,a)}
        ></gw-talk-planned>`);const i=t.rights.planTalks,{status:n}=t.plan,o=n==="completed"||n==="archived"?s.noTalkClosed:"",T=n==="draft"?s.shareFirst:i?s.noTalkText:o;return r`<gw-empty icon="calendar" heading=${s.noTalk} text=${T}>
      ${i?r`<gw-button class="plan" variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>w(this,u,et).call(this,!0)}>
            ${s.plan}
          </gw-button>`:l}
    </gw-empty>`};Ue=function(t,e,a){const{talk:s}=this.t,i=e.filter(n=>n!==a);return this.planning||a===void 0?l:r`<div class="row">
      ${i.map(n=>r`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=n.talk.id}>
          ${s.alsoPlanned(gt(n.talk,this.locale))}
        </gw-button>`)}
      ${t.rights.planTalks?r`<gw-button class="plan" size="small" variant="quiet" icon="plus" @click=${()=>w(this,u,et).call(this,!0)}>${s.planAnother}</gw-button>`:l}
    </div>`};He=function(t,e){const{talk:a}=this.t,s=e.find(i=>i.talk.previous_discussion_id===t.talk.id)??e[0];return r`<gw-card class="result" tabindex="-1" heading=${a.result}>
      <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
      <div class="next">
        <h3>${a.nextTalk}</h3>
        ${s===void 0?r`<p class="muted">${a.noNext}</p>`:r`<p><strong>${gt(s.talk,this.locale)}</strong>, ${$e(s.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>w(this,u,zt).call(this,s===void 0)}>
            ${s===void 0?a.plan:a.toNext}
          </gw-button>
          ${s===void 0?r`<gw-button variant="quiet" @click=${()=>w(this,u,zt).call(this,!1)}>${this.t.common.close}</gw-button>`:r`<gw-button icon="download" @click=${()=>void w(this,u,Je).call(this,s.talk)}>${a.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};zt=function(t){this.held=void 0,this.chosen="",w(this,u,et).call(this,t)};et=function(t){this.planning=t,this.error=void 0};Fe=function(){w(this,u,et).call(this,!1),Pt(this,".plan")};Ze=async function(t){this.held=t,this.emit("groundwork-plan-changed",{planId:this.planId}),await k(this,z).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};Ve=async function(t,{me:e}){const a={...t,time_zone:mt(e.person?.time_zone)},s={path:{plan_id:this.planId},header:k(this,ht).header(a)};this.busy=!0,this.error=void 0;try{const{data:i}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:s,body:a});k(this,ht).done(),Jt(this.api).keep(`plan ${this.planId}`),this.chosen=i.id,await k(this,z).reload(),this.planning=!1,y(this,this.t.talk.planned)}catch(i){this.error=i}finally{this.busy=!1}};Je=async function(t){try{await me(this.api,t)}catch{y(this,this.t.common.errors.server,"critical")}};It=function({me:t,rights:e},{talk:a}){return!e.owns&&!e.manages&&t.person?.id!==a.manager_id};_.styles=[M,q,W`
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
    `];S([p({attribute:"plan-id"})],_.prototype,"planId",2);S([p({type:Boolean})],_.prototype,"embedded",2);S([g()],_.prototype,"planning",2);S([g()],_.prototype,"busy",2);S([g()],_.prototype,"error",2);S([g()],_.prototype,"chosen",2);S([g()],_.prototype,"held",2);S([g()],_.prototype,"allPast",2);S([g()],_.prototype,"calendarOpen",2);_=S([N("groundwork-talk")],_);function Ra({plan:t,me:e},{manager:a}){const s=[t.owner,...a===null?[]:[a]],{person:i}=e;return i!==void 0&&!s.some(({id:n})=>n===i.id)&&s.push({id:i.id,display_name:i.display_name,title:i.title}),s}export{_ as GroundworkTalk};
