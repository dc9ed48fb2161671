import{i as W,A as l,b as r}from"./tokens-BHm-NQ-a.js";import{b as M,l as N,n as p,r as w,G as Pt,P as Xe,u as k,e as q,a as Ht,v as pt,t as Ye,j as je}from"./keyed-Do4O5M2M.js";import{c as Ut}from"./repeat-B_8P3B5Z.js";import{L as Ft}from"./loading-BU4JZjhQ.js";import"./card-BEFpIOtP.js";import{A as Zt,d as Vt}from"./drafts-Dt5FOsVL.js";import{l as ta}from"./field-D2fG7fMb.js";import{F as Jt,o as ea,d as aa}from"./document-nu1xOpBg.js";import{o as j,l as mt,f as St,i as sa,d as ia,z as kt}from"./zone-CzuCXWKs.js";import"./disclosure-BTAz3aSI.js";import{d as na}from"./download-Dy9FgwXI.js";var ra=Object.defineProperty,oa=Object.getOwnPropertyDescriptor,Kt=t=>{throw TypeError(t)},H=(t,e,a,s)=>{for(var i=s>1?void 0:s?oa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&ra(e,a,i),i},Qt=(t,e,a)=>e.has(t)||Kt("Cannot "+a),Z=(t,e,a)=>(Qt(t,e,"read from private field"),a?a.call(t):e.get(t)),$t=(t,e,a)=>e.has(t)?Kt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),R=(t,e,a)=>(Qt(t,e,"access private method"),a),ot,J,S,Xt,yt,Yt,jt,Et;let A=class extends Pt{constructor(){super(...arguments),$t(this,S),this.service="",this.address="",this.busy=!1,this.asking=!1,$t(this,ot,new Zt),$t(this,J,new Ft(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(t){if(t instanceof Xe&&t.status===404)return;throw t}}))}view(){const{talk:t}=this.t;return r`<div class="stack tight">
      <p>${t.calendarText}</p>
      <p>${t.calendarWarning}</p>
      ${Z(this,J).show(e=>R(this,S,Xt).call(this,e),()=>r`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};ot=new WeakMap;J=new WeakMap;S=new WeakSet;Xt=function(t){const{talk:e,common:a}=this.t;if(t===void 0)return r`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void R(this,S,yt).call(this)}>${e.makeAddress}</gw-button>
      </div>`;const{format:s}=this.locale;return r`
      ${this.address===""?r`<p>${e.addressMade(s.date(t.created_at))}</p>`:r`<div class="address">
              <gw-text-field label=${e.address} hint=${e.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void R(this,S,jt).call(this)}>${e.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void R(this,S,yt).call(this)}>${e.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${e.revoke}</gw-button>
      </div>
      <gw-dialog heading=${e.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${e.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${a.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void R(this,S,Yt).call(this)}>${e.revoke}</gw-button>
      </gw-dialog>
    `};yt=async function(){await R(this,S,Et).call(this,async()=>{const{data:t}=await this.api.POST("/v1/me/calendar",{params:{header:Z(this,ot).header({})},body:{}});Z(this,ot).done(),this.address=new URL(t.address??"",this.service||location.href).href,Z(this,J).value=t})};Yt=async function(){await R(this,S,Et).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",Z(this,J).value=void 0,k(this,this.t.talk.revoked)}),this.asking=!1};jt=async function(){try{await navigator.clipboard.writeText(this.address),k(this,this.t.talk.copied)}catch{k(this,this.t.talk.copyByHand,"neutral")}};Et=async function(t){this.busy=!0,this.error=void 0;try{await t()}catch(e){this.error=e}finally{this.busy=!1}};A.styles=[M,N,W`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];H([p({attribute:!1})],A.prototype,"service",2);H([w()],A.prototype,"address",2);H([w()],A.prototype,"busy",2);H([w()],A.prototype,"error",2);H([w()],A.prototype,"asking",2);A=H([q("gw-talk-calendar")],A);var la=Object.defineProperty,ca=(t,e,a,s)=>{for(var i=void 0,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=o(e,a,i)||i);return i&&la(e,a,i),i};class tt extends Ht{constructor(){super(),new Jt(this,()=>this.document)}}ca([p({attribute:!1})],tt.prototype,"document");var da=Object.defineProperty,ha=Object.getOwnPropertyDescriptor,te=t=>{throw TypeError(t)},Dt=(t,e,a,s)=>{for(var i=s>1?void 0:s?ha(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&da(e,a,i),i},ee=(t,e,a)=>e.has(t)||te("Cannot "+a),K=(t,e,a)=>(ee(t,e,"read from private field"),a?a.call(t):e.get(t)),pa=(t,e,a)=>e.has(t)?te("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),T=(t,e,a)=>(ee(t,e,"access private method"),a),v,Gt,ut,V,ae,_t,se,ie,ne;const re={text:"",responsible:"",due:""};let Q=class extends tt{constructor(){super(...arguments),pa(this,v),this.people=[],this.readOnly=!1}async addTyped(){const{responsible:t,due:e,text:a}=K(this,v,ut),s=a.trim();if(s===""||this.document===void 0)return;const n={title:s.length>200?`${s.slice(0,199)}…`:s,responsible_id:t,due_on:e||null};T(this,v,V).call(this,re),await this.document.addOutcome({text:s,action_item:t===""?null:n})}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=ea(t.talk);return a.length+t.outcomes.length===0&&this.readOnly?r`<p class="muted">${e.noOutcomes}</p>`:r`<div class="stack">
      ${a.length+t.outcomes.length===0?l:r`<ul role="list">
            ${a.map((s,i)=>{const n=t.talk.outcomes[i]?.action_item;return T(this,v,_t).call(this,s,n?.responsible.display_name,!1)})}
            ${t.outcomes.map(s=>T(this,v,_t).call(this,s,T(this,v,ae).call(this,s),!0))}
          </ul>`}
      ${this.readOnly?l:T(this,v,se).call(this)}
    </div>`}};v=new WeakSet;Gt=function(){return`outcome ${this.document?.talk.id}`};ut=function(){return this.document?.drafts.get(K(this,v,Gt))??re};V=function(t){const e={...K(this,v,ut),...t};this.document?.drafts.keep(K(this,v,Gt),e.text===""?void 0:e),this.requestUpdate()};ae=function({action_item:t}){return this.people.find(({id:e})=>e===t?.responsible_id)?.display_name};_t=function(t,e,a){const{talk:s}=this.t,{text:i,action_item:n}=t,o=n?.due_on?s.dueOn(this.locale.format.date(n.due_on)):void 0,E=[e,o].filter(P=>P!==void 0).join(" · ");return r`<li>
      <gw-icon name=${a?"clock":n?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${i}</p>
        ${n&&n.title!==i&&!i.startsWith(n.title.replace(/…$/,""))?r`<p class="text small">${n.title}</p>`:l}
        <p class="who">${n?E:s.agreement}${a?r` · ${s.waiting}`:l}</p>
      </div>
      ${this.readOnly||a?l:r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removeOutcome(i)}
            @click=${()=>void T(this,v,ne).call(this,t)}
          ></gw-button>`}
    </li>`};se=function(){const{talk:t}=this.t,{text:e,responsible:a,due:s}=K(this,v,ut),i=this.people.map(({id:n,display_name:o})=>({value:n,label:o}));return r`<div class="form" role="group" aria-label=${t.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${t.outcome}
        hint=${t.outcomeHint}
        maxlength="1000"
        .value=${e}
        @input=${n=>T(this,v,V).call(this,{text:n.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${t.whoDoes}
        .options=${[...i,{value:"",label:t.nobody}]}
        .value=${a}
        @change=${n=>T(this,v,V).call(this,{responsible:n.target.value})}
      ></gw-choice>
      ${a===""?l:r`<gw-text-field
            class="due"
            type="date"
            label=${t.due}
            .value=${s}
            @input=${n=>T(this,v,V).call(this,{due:n.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${T(this,v,ie)}>${t.addOutcome}</gw-button></div>
    </div>`};ie=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};ne=async function(t){try{await this.document?.removeOutcome(t),k(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(e){k(this,pt(e,this.t).title,"critical")}};Q.styles=[M,N,j,W`
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
    `];Dt([p({attribute:!1})],Q.prototype,"people",2);Dt([p({type:Boolean,attribute:"read-only"})],Q.prototype,"readOnly",2);Q=Dt([q("gw-talk-outcomes")],Q);var ua=Object.defineProperty,va=Object.getOwnPropertyDescriptor,oe=t=>{throw TypeError(t)},le=(t,e,a,s)=>{for(var i=s>1?void 0:s?va(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&ua(e,a,i),i},ce=(t,e,a)=>e.has(t)||oe("Cannot "+a),vt=(t,e,a)=>(ce(t,e,"read from private field"),a?a.call(t):e.get(t)),ga=(t,e,a)=>e.has(t)?oe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),G=(t,e,a)=>(ce(t,e,"access private method"),a),f,de,he,pe,At,Wt,Mt,bt,ue;const wa=["verdict","stance","support","overdue","blocked","comment","added"];function fa({source:t,text:e}){return t==="overdue"||t==="blocked"?e.replace(/^(Overdue|Blocked): /,""):e}let lt=class extends tt{constructor(){super(...arguments),ga(this,f),this.readOnly=!1}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,{agenda:a}=t.talk,s=wa.map(n=>({source:n,lines:a.filter(o=>o.source===n)})),i=a.length+t.points.length===0;return r`<div class="stack">
      ${i?r`<p class="muted">${this.readOnly?e.noAgenda:e.emptyAgenda}</p>`:l}
      ${s.map(({source:n,lines:o})=>{const E=n==="added"?t.points:[];return o.length+E.length===0?l:r`<section class="group">
              <h3 id=${n}>${e.source[n]}</h3>
              <ul role="list" aria-labelledby=${n}>
                ${Ut(o,({id:P})=>P,P=>G(this,f,de).call(this,t,P))}
                ${E.map(P=>G(this,f,he).call(this,P))}
              </ul>
            </section>`})}
      ${this.readOnly?l:G(this,f,pe).call(this)}
    </div>`}};f=new WeakSet;de=function(t,e){const{talk:a}=this.t,s=t.ticks.get(e.id)??e.done,i=r`<span class="text">${fa(e)}</span>`;return this.readOnly?r`<li class=${s?"done":""}>
        <span class="line">
          <gw-icon name=${s?"check-circle":"circle"}></gw-icon>
          ${i}<span class="visually-hidden">${s?a.discussed:a.notDiscussed}</span>
        </span>
      </li>`:r`<li class=${s?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${ta(s)}
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
        .value=${vt(this,f,Wt)}
        @input=${e=>G(this,f,Mt).call(this,e.target.value)}
        @keydown=${e=>e.key==="Enter"&&!e.isComposing&&G(this,f,bt).call(this,e)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${G(this,f,bt)}>${t.add}</gw-button>
    </div>`};At=function(){return`point ${this.document?.talk.id}`};Wt=function(){return this.document?.drafts.get(vt(this,f,At))??""};Mt=function(t){this.document?.drafts.keep(vt(this,f,At),t||void 0),this.requestUpdate()};bt=function(t){t.preventDefault();const e=vt(this,f,Wt).trim();e!==""&&(G(this,f,Mt).call(this,""),this.document?.addPoint(e)),this.renderRoot.querySelector("gw-text-field")?.focus()};ue=async function(t,{id:e,text:a}){try{await t.removePoint(e),k(this,this.t.talk.pointRemoved(a)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(s){k(this,pt(s,this.t).title,"critical")}};lt.styles=[M,N,j,W`
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
    `];le([p({type:Boolean,attribute:"read-only"})],lt.prototype,"readOnly",2);lt=le([q("gw-talk-agenda")],lt);var $a=Object.defineProperty,ma=Object.getOwnPropertyDescriptor,ve=t=>{throw TypeError(t)},ge=(t,e,a,s)=>{for(var i=s>1?void 0:s?ma(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&$a(e,a,i),i},we=(t,e,a)=>e.has(t)||ve("Cannot "+a),Rt=(t,e,a)=>(we(t,e,"read from private field"),a?a.call(t):e.get(t)),ka=(t,e,a)=>e.has(t)?ve("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),st=(t,e,a)=>(we(t,e,"access private method"),a),D,xt,fe,it;const ya={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"},_a=new Set(["saved","failed","conflict"]);let ct=class extends tt{constructor(){super(...arguments),ka(this,D),this.kind="shared"}disconnectedCallback(){super.disconnectedCallback(),Rt(this,D,xt)?.save()}render(){const t=Rt(this,D,xt);if(t===void 0)return l;const{talk:e}=this.t,a=this.kind==="shared";return r`<div class="stack ${this.kind}">
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
        <gw-icon name=${ya[t.state]} ?hidden=${t.state==="empty"}></gw-icon>${e.noteState[t.state]}
      </div>
      <div class="visually-hidden" role="status">${_a.has(t.state)?e.noteState[t.state]:l}</div>
      ${t.state==="failed"?r`<gw-error inline .error=${t.error} @retry=${()=>void t.save()}></gw-error>`:l}
      ${t.theirs===void 0?l:st(this,D,fe).call(this,t,t.theirs)}
    </div>`}};D=new WeakSet;xt=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};fe=function(t,e){const{talk:a}=this.t,s=[e,t.text].filter(i=>i.trim()!=="").join(`

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
    </div>`};it=function(t,e){t.settle(e),this.renderRoot.querySelector("gw-text-field")?.focus()};ct.styles=[M,N,j,W`
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
    `];ge([p({reflect:!0})],ct.prototype,"kind",2);ct=ge([q("gw-talk-note")],ct);function gt({starts_at:t},{format:e}){return e.date(t,{dateStyle:"full"})}function $e({starts_at:t,ends_at:e},{format:a}){const s=a.date(t)===a.date(e);return`${a.date(t,{timeStyle:"short"})} – ${s?a.date(e,{timeStyle:"short"}):a.time(e)}`}function ba({starts_at:t},{format:e},a){const{day:s}=mt(new Date(t),a);return e.relative(s===e.today()?t:s)}async function me(t,{id:e,starts_at:a}){const s={discussion_id:e},{data:i}=await t.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:s},parseAs:"text"});na(new Blob([i],{type:"text/calendar"}),`${a.slice(0,10)}.ics`)}var xa=Object.defineProperty,Oa=Object.getOwnPropertyDescriptor,ke=t=>{throw TypeError(t)},Nt=(t,e,a,s)=>{for(var i=s>1?void 0:s?Oa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&xa(e,a,i),i},Ta=(t,e,a)=>e.has(t)||ke("Cannot "+a),za=(t,e,a)=>e.has(t)?ke("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),Ot=(t,e,a)=>(Ta(t,e,"access private method"),a),X,ye,Tt;let Y=class extends tt{constructor(){super(...arguments),za(this,X),this.readOnly=!1,this.writing=!1}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=t.talk,s=a.status==="held";return r`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${gt(a,this.locale)}</span>
        <gw-pill tone=${s?"positive":"neutral"} icon=${s?"check-circle":"close"}>
          ${s?e.cameOf(a.outcomes.length):e.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?r`<p class="muted">${e.timesOnly}</p>`:Ot(this,X,ye).call(this,t,s)}
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
            <gw-talk-note kind="private" .document=${t}></gw-talk-note>`:r`${Ot(this,X,Tt).call(this,a.sharedNotes,t.sharedNotes.text)}
            ${Ot(this,X,Tt).call(this,a.privateNote,t.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${a.writeNotes}</gw-button>
            </div>`}
    </div>`};Tt=function(t,e){return e===""?l:r`<section>
          <h3>${t}</h3>
          <p class="note" dir="auto">${e}</p>
        </section>`};Y.styles=[M,N,W`
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
    `];Nt([p({type:Boolean,attribute:"read-only"})],Y.prototype,"readOnly",2);Nt([w()],Y.prototype,"writing",2);Y=Nt([q("gw-talk-past")],Y);var Ca=Object.defineProperty,Pa=Object.getOwnPropertyDescriptor,_e=t=>{throw TypeError(t)},I=(t,e,a,s)=>{for(var i=s>1?void 0:s?Pa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Ca(e,a,i),i},be=(t,e,a)=>e.has(t)||_e("Cannot "+a),zt=(t,e,a)=>(be(t,e,"read from private field"),a?a.call(t):e.get(t)),Sa=(t,e,a)=>e.has(t)?_e("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),B=(t,e,a)=>(be(t,e,"access private method"),a),_,dt,L,xe;const Oe=["none","monthly","every_6_weeks","quarterly","half_yearly"];let z=class extends Ht{constructor(){super(...arguments),Sa(this,_),this.zone="UTC",this.busy=!1,this.place=""}firstUpdated(){St(this,"gw-text-field")}render(){const{talk:t,common:e}=this.t,a=pt(this.error,this.t),s=h=>this.error===void 0?void 0:a.fields.find(ft=>ft.pointer===h)?.detail,{day:i,time:n,minutes:o,location:E,rhythm:P}=zt(this,_,dt),F=h=>h.target.value,Qe=[...new Set([30,45,60,90,120,o])].sort((h,ft)=>h-ft);return r`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${t.day}
          .value=${i}
          .error=${this.missing==="day"?t.dayMissing:s("/starts_at")}
          @input=${h=>B(this,_,L).call(this,{day:F(h)})}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${t.time}
          .value=${n}
          .error=${this.missing==="time"?t.timeMissing:void 0}
          @input=${h=>B(this,_,L).call(this,{time:F(h)})}
        ></gw-text-field>
        <p class="muted small wide">${t.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${t.length}
          .options=${Qe.map(h=>({value:String(h),label:t.minutes(h)}))}
          .value=${String(o)}
          @change=${h=>B(this,_,L).call(this,{minutes:Number(F(h))})}
        ></gw-select>
        <gw-select
          label=${t.rhythmLabel}
          .options=${Oe.map(h=>({value:h,label:t.rhythm[h]}))}
          .value=${P}
          @change=${h=>B(this,_,L).call(this,{rhythm:F(h)})}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${t.place}
          hint=${t.placeHint}
          maxlength="200"
          .value=${E}
          .error=${s("/location")}
          @input=${h=>B(this,_,L).call(this,{location:F(h)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:r`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?t.planIt:e.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>B(this,_,xe).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}submit(){const{day:t,time:e,minutes:a,location:s,rhythm:i}=zt(this,_,dt);if(this.missing=t===""?"day":e===""?"time":void 0,this.missing!==void 0)return;const n=sa({day:t,time:e},this.zone),o={starts_at:n.toISOString(),ends_at:new Date(n.getTime()+a*6e4).toISOString(),location:s.trim()||null,rhythm:i};this.dispatchEvent(new CustomEvent("schedule",{detail:o}))}};_=new WeakSet;dt=function(){const{talk:t,zone:e}=this,a=this.drafts?.get(this.place);if(a!==void 0)return a;if(t===void 0)return{day:ia(mt(new Date,e).day,7),time:"10:00",minutes:60,location:"",rhythm:"none"};const s=new Date(t.starts_at),i=Math.round((Date.parse(t.ends_at)-s.getTime())/6e4);return{...mt(s,e),minutes:i,location:t.location??"",rhythm:t.rhythm}};L=function(t){this.drafts?.keep(this.place,{...zt(this,_,dt),...t}),this.missing=void 0,this.requestUpdate()};xe=function(){this.drafts?.keep(this.place),this.dispatchEvent(new Event("leave"))};z.styles=[M,N,j,W`
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
    `];I([p({attribute:!1})],z.prototype,"talk",2);I([p()],z.prototype,"zone",2);I([p({type:Boolean})],z.prototype,"busy",2);I([p({attribute:!1})],z.prototype,"error",2);I([p({attribute:!1})],z.prototype,"drafts",2);I([p()],z.prototype,"place",2);I([w()],z.prototype,"missing",2);z=I([q("gw-talk-schedule")],z);var Ea=Object.defineProperty,Da=Object.getOwnPropertyDescriptor,Te=t=>{throw TypeError(t)},x=(t,e,a,s)=>{for(var i=s>1?void 0:s?Da(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Ea(e,a,i),i},qt=(t,e,a)=>e.has(t)||Te("Cannot "+a),Ga=(t,e,a)=>(qt(t,e,"read from private field"),e.get(t)),Bt=(t,e,a)=>e.has(t)?Te("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),Aa=(t,e,a,s)=>(qt(t,e,"write to private field"),e.set(t,a),a),d=(t,e,a)=>(qt(t,e,"access private method"),a),nt,c,ze,Ce,Pe,Se,Ee,b,It,De,Ge,Ae,We,Me,U;const Ne=36e5,Wa=2e4;function qe(t){return Date.parse(t)-Date.now()<Ne/4}function Ma(t){return/^https:\/\/\S+$/.test(t)?r`<a href=${t} target="_blank" rel="noopener noreferrer"><bdi>${t}</bdi></a>`:r`<bdi>${t}</bdi>`}let $=class extends Pt{constructor(){super(),Bt(this,c),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.rhythm="none",Bt(this,nt),new Jt(this,()=>this.document)}view(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=t.error;return r`<div class="stack">
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
    </div>`}connectedCallback(){super.connectedCallback(),Aa(this,nt,setInterval(()=>d(this,c,Ce).call(this),Wa))}disconnectedCallback(){super.disconnectedCallback(),clearInterval(Ga(this,nt))}};nt=new WeakMap;c=new WeakSet;ze=function(t){const{talk:e,common:a}=this.t,s=t.talk;if(this.asks==="change")return r`<gw-card heading=${e.changeIt}>
        <gw-talk-schedule
          .talk=${s}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          .drafts=${t.drafts}
          place="change ${s.id}"
          @schedule=${o=>void d(this,c,Ae).call(this,t,o.detail)}
          @leave=${()=>d(this,c,It).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;const i=this.people.filter(({id:o})=>o!==this.me).map(({display_name:o})=>o),n=o=>d(this,c,b).call(this,o.detail);return r`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${e.next} · ${ba(s,this.locale,this.zone)}</p>
        <h2>${gt(s,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${$e(s,this.locale)}</span>
          ${i.length>0?r`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(i)}</bdi></span>`:l}
          ${s.location?r`<span><gw-icon name="flag"></gw-icon>${Ma(s.location)}</span>`:l}
          ${s.rhythm==="none"?l:r`<span><gw-icon name="calendar"></gw-icon>${e.rhythm[s.rhythm]}</span>`}
        </p>
        ${s.time_zone===this.zone?l:r`<p class="muted small">${e.inZone(this.zone.replaceAll("_"," "))}</p>`}
        ${this.readOnly?l:r`<div class="row actions">
              <gw-button class="change" size="small" icon="edit" @click=${()=>d(this,c,b).call(this,"change")}>${e.change}</gw-button>
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
    </gw-card>`};Ce=function(){const{document:t}=this;t!==void 0&&qe(t.talk.starts_at)&&Date.parse(t.talk.ends_at)>Date.now()-Ne&&document.visibilityState==="visible"&&navigator.onLine&&t.reload().catch(()=>{})};Pe=function({talk:{starts_at:t}}){const{talk:e}=this.t;return r`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?r`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${qe(t)?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void d(this,c,De).call(this)}
      >
        ${e.finish}
      </gw-button>
      <p class="muted small">${e.finishHint}</p>
    </div>`};Se=function(t){const{talk:e}=this.t,a=`cancel ${t.talk.id}`;return r`<gw-dialog heading=${e.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>d(this,c,b).call(this,void 0)}>
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
      <gw-button slot="footer" @click=${()=>d(this,c,b).call(this,void 0)}>${e.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void d(this,c,We).call(this,t)}>
        ${e.cancelIt}
      </gw-button>
    </gw-dialog>`};Ee=function(t){const{talk:e}=this.t,{outcomes:a,agenda:s}=t.talk,i=a.filter(({action_item:o})=>o!==null).length,n=s.filter(({done:o})=>!o).length;return r`<gw-dialog heading=${e.finishTitle} ?open=${this.asks==="finish"} @close=${()=>d(this,c,b).call(this,void 0)}>
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
      <gw-button slot="footer" @click=${()=>d(this,c,b).call(this,void 0)}>${e.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void d(this,c,Ge).call(this,t)}>
        ${e.finish}
      </gw-button>
    </gw-dialog>`};b=function(t){this.asks=t,this.error=void 0};It=function(){d(this,c,b).call(this,void 0),St(this,".change")};De=async function(){const{document:t}=this;t!==void 0&&await d(this,c,U).call(this,"finish",async()=>{await this.outcomes.addTyped(),await t.flush(),await t.reload(),this.rhythm=t.talk.rhythm,d(this,c,b).call(this,"finish")})};Ge=async function(t){const{rhythm:e}=this;await d(this,c,U).call(this,"finish",async()=>{t.talk.rhythm!==e&&await t.change(()=>({rhythm:e})),await t.hold(),d(this,c,b).call(this,void 0),this.dispatchEvent(new Event("held"))})};Ae=async function(t,{starts_at:e,ends_at:a,location:s,rhythm:i}){await d(this,c,U).call(this,"change",async()=>{await t.change(()=>({starts_at:e,ends_at:a,location:s,rhythm:i})),t.drafts.keep(`change ${t.talk.id}`),d(this,c,It).call(this),k(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};We=async function(t){await d(this,c,U).call(this,"cancel",async()=>{await t.flush();const e=`cancel ${t.talk.id}`;await t.cancel(t.drafts.get(e)??""),t.drafts.keep(e),d(this,c,b).call(this,void 0),k(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};Me=async function(t){await d(this,c,U).call(this,"calendar",()=>me(this.api,t.talk)),this.error!==void 0&&(k(this,pt(this.error,this.t).title,"critical"),this.error=void 0)};U=async function(t,e){this.busy=t,this.error=void 0;try{await e()}catch(a){this.error=a}finally{this.busy=void 0}};$.styles=[M,N,j,W`
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
    `];x([p({attribute:!1})],$.prototype,"document",2);x([p({attribute:!1})],$.prototype,"people",2);x([p({attribute:!1})],$.prototype,"me",2);x([p()],$.prototype,"zone",2);x([p({type:Boolean,attribute:"read-only"})],$.prototype,"readOnly",2);x([w()],$.prototype,"asks",2);x([w()],$.prototype,"busy",2);x([w()],$.prototype,"error",2);x([w()],$.prototype,"rhythm",2);x([Ye("gw-talk-outcomes")],$.prototype,"outcomes",2);$=x([q("gw-talk-planned")],$);var Na=Object.defineProperty,qa=Object.getOwnPropertyDescriptor,Ie=t=>{throw TypeError(t)},C=(t,e,a,s)=>{for(var i=s>1?void 0:s?qa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Na(e,a,i),i},Re=(t,e,a)=>e.has(t)||Ie("Cannot "+a),m=(t,e,a)=>(Re(t,e,"read from private field"),a?a.call(t):e.get(t)),at=(t,e,a)=>e.has(t)?Ie("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),g=(t,e,a)=>(Re(t,e,"access private method"),a),ht,O,rt,u,Be,Le,He,Ue,Ct,et,Fe,Ze,Ve,Je,wt;const Lt=5;let y=class extends Pt{constructor(){super(...arguments),at(this,u),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,at(this,ht,new Zt),at(this,O,new Ft(this,()=>[this.planId],async([t],e)=>{const a={plan_id:t},[s,i,n]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:a},signal:e}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:a,query:{limit:100}},signal:e})]),o=n.data.items.map(E=>aa(this.api,E));return{plan:i.data,talks:o,more:n.data.next_cursor!==null,me:s}})),at(this,rt,()=>{document.visibilityState==="visible"&&m(this,O).value!==void 0&&m(this,O).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",m(this,rt))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",m(this,rt))}view(){const{talk:t,plan:e}=this.t,a=this.getToken===void 0,s=m(this,O).value?.plan.owner.display_name;return r`${this.embedded?l:r`<div class="page-head">
          ${a?r`<a href="#/plan/${this.planId}">${t.toPlan}</a>`:l}
          <h1>${t.title}</h1>
          ${s?r`<p>${m(this,O).value?.plan.title} · <bdi>${s}</bdi></p>`:r`<p>${e.title}</p>`}
        </div>`}
    ${m(this,O).show(i=>g(this,u,Be).call(this,i))}`}};ht=new WeakMap;O=new WeakMap;rt=new WeakMap;u=new WeakSet;Be=function(t){const{talk:e}=this.t,a=t.talks.filter(n=>n.talk.status==="planned").sort((n,o)=>n.talk.starts_at.localeCompare(o.talk.starts_at)),s=t.talks.filter(n=>n.talk.status!=="planned").sort((n,o)=>o.talk.starts_at.localeCompare(n.talk.starts_at)),i=a.find(n=>n.talk.id===this.chosen)??a[0];return r`<div class="sections">
      ${g(this,u,Le).call(this,t,a,i)}
      ${this.held===void 0?g(this,u,He).call(this,t,a,i):l}
      ${s.length===0?l:r`<section>
            <h2 id="past">${e.past}</h2>
            <div class="past">
              ${Ut(this.allPast?s:s.slice(0,Lt),n=>n.talk.id,n=>r`<gw-talk-past .document=${n} ?read-only=${g(this,u,wt).call(this,t,n)}></gw-talk-past>`)}
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
    </div>`};Le=function(t,e,a){const{talk:s}=this.t;if(this.held!==void 0)return g(this,u,Ue).call(this,this.held,e);if(this.planning)return r`<gw-card heading=${s.plan}>
        <gw-talk-schedule
          zone=${kt(t.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          .drafts=${Vt(this.api)}
          place="plan ${this.planId}"
          @schedule=${o=>void g(this,u,Ve).call(this,o.detail,t)}
          @leave=${()=>g(this,u,Fe).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;if(a!==void 0)return je(a.talk.id,r`<gw-talk-planned
          .document=${a}
          .people=${Ia(t,a.talk)}
          .me=${t.me.person?.id??""}
          zone=${kt(t.me.person?.time_zone)}
          ?read-only=${g(this,u,wt).call(this,t,a)}
          @change=${()=>void m(this,O).reload()}
          @held=${()=>void g(this,u,Ze).call(this,a)}
        ></gw-talk-planned>`);const i=Ke(t),n=t.plan.status==="draft"?s.shareFirst:i?s.noTalkText:s.noTalkClosed;return r`<gw-empty icon="calendar" heading=${s.noTalk} text=${n}>
      ${i?r`<gw-button class="plan" variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>g(this,u,et).call(this,!0)}>
            ${s.plan}
          </gw-button>`:l}
    </gw-empty>`};He=function(t,e,a){const{talk:s}=this.t,i=e.filter(n=>n!==a);return this.planning||a===void 0?l:r`<div class="row">
      ${i.map(n=>r`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=n.talk.id}>
          ${s.alsoPlanned(gt(n.talk,this.locale))}
        </gw-button>`)}
      ${Ke(t)&&!g(this,u,wt).call(this,t,a)?r`<gw-button class="plan" size="small" variant="quiet" icon="plus" @click=${()=>g(this,u,et).call(this,!0)}>${s.planAnother}</gw-button>`:l}
    </div>`};Ue=function(t,e){const{talk:a}=this.t,s=e.find(i=>i.talk.previous_discussion_id===t.talk.id)??e[0];return r`<gw-card class="result" tabindex="-1" heading=${a.result}>
      <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
      <div class="next">
        <h3>${a.nextTalk}</h3>
        ${s===void 0?r`<p class="muted">${a.noNext}</p>`:r`<p><strong>${gt(s.talk,this.locale)}</strong>, ${$e(s.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>g(this,u,Ct).call(this,s===void 0)}>
            ${s===void 0?a.plan:a.toNext}
          </gw-button>
          ${s===void 0?r`<gw-button variant="quiet" @click=${()=>g(this,u,Ct).call(this,!1)}>${this.t.common.close}</gw-button>`:r`<gw-button icon="download" @click=${()=>void g(this,u,Je).call(this,s.talk)}>${a.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};Ct=function(t){this.held=void 0,this.chosen="",g(this,u,et).call(this,t)};et=function(t){this.planning=t,this.error=void 0};Fe=function(){g(this,u,et).call(this,!1),St(this,".plan")};Ze=async function(t){this.held=t,this.emit("groundwork-plan-changed",{planId:this.planId}),await m(this,O).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};Ve=async function(t,{me:e}){const a={...t,time_zone:kt(e.person?.time_zone)},s={path:{plan_id:this.planId},header:m(this,ht).header(a)};this.busy=!0,this.error=void 0;try{const{data:i}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:s,body:a});m(this,ht).done(),Vt(this.api).keep(`plan ${this.planId}`),this.chosen=i.id,await m(this,O).reload(),this.planning=!1,k(this,this.t.talk.planned)}catch(i){this.error=i}finally{this.busy=!1}};Je=async function(t){try{await me(this.api,t)}catch{k(this,this.t.common.errors.server,"critical")}};wt=function({me:t,plan:e},a){const s=t.person?.id;return t.isHrAdmin&&s!==e.owner_id&&s!==a.talk.manager_id};y.styles=[M,N,W`
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
    `];C([p({attribute:"plan-id"})],y.prototype,"planId",2);C([p({type:Boolean})],y.prototype,"embedded",2);C([w()],y.prototype,"planning",2);C([w()],y.prototype,"busy",2);C([w()],y.prototype,"error",2);C([w()],y.prototype,"chosen",2);C([w()],y.prototype,"held",2);C([w()],y.prototype,"allPast",2);C([w()],y.prototype,"calendarOpen",2);y=C([q("groundwork-talk")],y);function Ke({plan:{status:t}}){return t==="shared"||t==="agreed"}function Ia({plan:t,me:e},{manager:a}){const s=[t.owner,...a===null?[]:[a]],{person:i}=e;return i!==void 0&&!s.some(({id:n})=>n===i.id)&&s.push({id:i.id,display_name:i.display_name,title:i.title}),s}export{y as GroundworkTalk};
