import{i as q,A as l,b as r}from"./tokens-BHm-NQ-a.js";import{b as M,l as N,n as p,r as g,G as Pt,P as Qe,t as _,e as I,a as Ht,u as vt,s as Xe,j as Ye}from"./keyed-B3djp2YV.js";import{c as Ft,r as je}from"./repeat-BZTTzpD0.js";import{L as Zt}from"./loading-C0IjG4Yb.js";import"./card-BMW0A7DP.js";import{A as Vt,F as Jt,o as ta,l as mt,f as St,i as ea,d as aa,a as sa,z as kt,b as Kt}from"./focus-BCs-FBp8.js";import{l as ia}from"./field-CFRL2lVk.js";import{o as et}from"./texts-DEqWGFxP.js";import"./disclosure-Qm-eBJ5U.js";import{d as na}from"./download-Dy9FgwXI.js";var ra=Object.defineProperty,oa=Object.getOwnPropertyDescriptor,Qt=t=>{throw TypeError(t)},H=(t,e,a,s)=>{for(var i=s>1?void 0:s?oa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&ra(e,a,i),i},Xt=(t,e,a)=>e.has(t)||Qt("Cannot "+a),J=(t,e,a)=>(Xt(t,e,"read from private field"),a?a.call(t):e.get(t)),$t=(t,e,a)=>e.has(t)?Qt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),B=(t,e,a)=>(Xt(t,e,"access private method"),a),ct,Q,D,Yt,yt,jt,te,Et;let W=class extends Pt{constructor(){super(...arguments),$t(this,D),this.service="",this.address="",this.busy=!1,this.asking=!1,$t(this,ct,new Vt),$t(this,Q,new Zt(this,()=>[],async()=>{try{return(await this.api.GET("/v1/me/calendar")).data}catch(t){if(t instanceof Qe&&t.status===404)return;throw t}}))}view(){const{talk:t}=this.t;return r`<div class="stack tight">
      <p>${t.calendarText}</p>
      <p>${t.calendarWarning}</p>
      ${J(this,Q).show(e=>B(this,D,Yt).call(this,e),()=>r`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`}};ct=new WeakMap;Q=new WeakMap;D=new WeakSet;Yt=function(t){const{talk:e,common:a}=this.t;if(t===void 0)return r`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${()=>void B(this,D,yt).call(this)}>${e.makeAddress}</gw-button>
      </div>`;const{format:s}=this.locale;return r`
      ${this.address===""?r`<p>${e.addressMade(s.date(t.created_at))}</p>`:r`<div class="address">
              <gw-text-field label=${e.address} hint=${e.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${()=>void B(this,D,te).call(this)}>${e.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${()=>void B(this,D,yt).call(this)}>${e.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${()=>this.asking=!0}>${e.revoke}</gw-button>
      </div>
      <gw-dialog heading=${e.revokeTitle} ?open=${this.asking} @close=${()=>this.asking=!1}>
        <p>${e.revokeText}</p>
        <gw-button slot="footer" @click=${()=>this.asking=!1}>${a.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${()=>void B(this,D,jt).call(this)}>${e.revoke}</gw-button>
      </gw-dialog>
    `};yt=async function(){await B(this,D,Et).call(this,async()=>{const{data:t}=await this.api.POST("/v1/me/calendar",{params:{header:J(this,ct).header({})},body:{}});J(this,ct).done(),this.address=new URL(t.address??"",this.service||location.href).href,J(this,Q).value=t})};jt=async function(){await B(this,D,Et).call(this,async()=>{await this.api.DELETE("/v1/me/calendar"),this.address="",J(this,Q).value=void 0,_(this,this.t.talk.revoked)}),this.asking=!1};te=async function(){try{await navigator.clipboard.writeText(this.address),_(this,this.t.talk.copied)}catch{_(this,this.t.talk.copyByHand,"neutral")}};Et=async function(t){this.busy=!0,this.error=void 0;try{await t()}catch(e){this.error=e}finally{this.busy=!1}};W.styles=[M,N,q`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `];H([p({attribute:!1})],W.prototype,"service",2);H([g()],W.prototype,"address",2);H([g()],W.prototype,"busy",2);H([g()],W.prototype,"error",2);H([g()],W.prototype,"asking",2);W=H([I("gw-talk-calendar")],W);var la=Object.defineProperty,ca=(t,e,a,s)=>{for(var i=void 0,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=o(e,a,i)||i);return i&&la(e,a,i),i};class at extends Ht{constructor(){super(),new Jt(this,()=>this.document)}}ca([p({attribute:!1})],at.prototype,"document");var da=Object.defineProperty,ha=Object.getOwnPropertyDescriptor,ee=t=>{throw TypeError(t)},Dt=(t,e,a,s)=>{for(var i=s>1?void 0:s?ha(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&da(e,a,i),i},ae=(t,e,a)=>e.has(t)||ee("Cannot "+a),X=(t,e,a)=>(ae(t,e,"read from private field"),a?a.call(t):e.get(t)),pa=(t,e,a)=>e.has(t)?ee("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),C=(t,e,a)=>(ae(t,e,"access private method"),a),v,Gt,gt,K,se,_t,ie,ne,re;const oe={text:"",responsible:"",due:""};let Y=class extends at{constructor(){super(...arguments),pa(this,v),this.people=[],this.readOnly=!1}async addTyped(){const{responsible:t,due:e,text:a}=X(this,v,gt),s=a.trim();if(s===""||this.document===void 0)return;const n={title:s.length>200?`${s.slice(0,199)}…`:s,responsible_id:t,due_on:e||null};C(this,v,K).call(this,oe),await this.document.addOutcome({text:s,action_item:t===""?null:n})}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=ta(t.talk);return a.length+t.outcomes.length===0&&this.readOnly?r`<p class="muted">${e.noOutcomes}</p>`:r`<div class="stack">
      ${a.length+t.outcomes.length===0?l:r`<ul role="list">
            ${a.map((s,i)=>{const n=t.talk.outcomes[i]?.action_item;return C(this,v,_t).call(this,s,n?.responsible.display_name,!1)})}
            ${t.outcomes.map(s=>C(this,v,_t).call(this,s,C(this,v,se).call(this,s),!0))}
          </ul>`}
      ${this.readOnly?l:C(this,v,ie).call(this)}
    </div>`}};v=new WeakSet;Gt=function(){return`outcome ${this.document?.talk.id}`};gt=function(){return this.document?.drafts.get(X(this,v,Gt))??oe};K=function(t){const e={...X(this,v,gt),...t};this.document?.drafts.keep(X(this,v,Gt),e.text===""?void 0:e),this.requestUpdate()};se=function({action_item:t}){return this.people.find(({id:e})=>e===t?.responsible_id)?.display_name};_t=function(t,e,a){const{talk:s}=this.t,{text:i,action_item:n}=t,o=n?.due_on?s.dueOn(this.locale.format.date(n.due_on)):void 0,$=[e,o].filter(w=>w!==void 0).join(" · ");return r`<li>
      <gw-icon name=${a?"clock":n?"target":"check"}></gw-icon>
      <div class="what">
        <p class="text">${i}</p>
        ${n&&n.title!==i&&!i.startsWith(n.title.replace(/…$/,""))?r`<p class="text small">${n.title}</p>`:l}
        <p class="who">${n?$:s.agreement}${a?r` · ${s.waiting}`:l}</p>
      </div>
      ${this.readOnly||a?l:r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${s.removeOutcome(i)}
            @click=${()=>void C(this,v,re).call(this,t)}
          ></gw-button>`}
    </li>`};ie=function(){const{talk:t}=this.t,{text:e,responsible:a,due:s}=X(this,v,gt),i=this.people.map(({id:n,display_name:o})=>({value:n,label:o}));return r`<div class="form" role="group" aria-label=${t.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${t.outcome}
        hint=${t.outcomeHint}
        maxlength="1000"
        .value=${e}
        @input=${n=>C(this,v,K).call(this,{text:n.target.value})}
      ></gw-text-field>
      <gw-choice
        label=${t.whoDoes}
        .options=${[...i,{value:"",label:t.nobody}]}
        .value=${a}
        @change=${n=>C(this,v,K).call(this,{responsible:n.target.value})}
      ></gw-choice>
      ${a===""?l:r`<gw-text-field
            class="due"
            type="date"
            label=${t.due}
            .value=${s}
            @input=${n=>C(this,v,K).call(this,{due:n.target.value})}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${C(this,v,ne)}>${t.addOutcome}</gw-button></div>
    </div>`};ne=function(){this.addTyped(),this.renderRoot.querySelector("gw-text-field")?.focus()};re=async function(t){try{await this.document?.removeOutcome(t),_(this,this.t.talk.outcomeRemoved),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(e){_(this,vt(e,this.t).title,"critical")}};Y.styles=[M,N,et,q`
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
    `];Dt([p({attribute:!1})],Y.prototype,"people",2);Dt([p({type:Boolean,attribute:"read-only"})],Y.prototype,"readOnly",2);Y=Dt([I("gw-talk-outcomes")],Y);function ua({talk:t,plan:e},{about:a,text:s}){const{line:i}=t;if(a===null)return s;const n=a.name??"",o=a.comment??"",$=w=>o===""?w:i.because(w,o);switch(a.kind){case"objective_judged":{const{objective:w,reasonable:E,achievable:Z}=a,h=[...E==="partly"||E==="no"?[i.reasonable[E]]:[],...Z==="partly"||Z==="no"?[i.achievable[Z]]:[]],V=[...h.length===0?[]:[i.both(h)],...n===""?[]:[i.instead(n)]];return $(i.judged(e[w??"short_term"],V))}case"strength_added":case"strength_renamed":case"development_area_added":case"development_area_renamed":case"support_modified":case"support_declined":case"support_needed":return $(i[a.kind](n));case"item_overdue":case"item_blocked":return $(n);case"plan_commented":return i.plan_commented(o);case"answer_commented":return a.question===null?s:i.commented(i.question[a.question],o);case"item_commented":return i.commented(n,o);default:return s}}var va=Object.defineProperty,ga=Object.getOwnPropertyDescriptor,le=t=>{throw TypeError(t)},ce=(t,e,a,s)=>{for(var i=s>1?void 0:s?ga(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&va(e,a,i),i},de=(t,e,a)=>e.has(t)||le("Cannot "+a),wt=(t,e,a)=>(de(t,e,"read from private field"),a?a.call(t):e.get(t)),wa=(t,e,a)=>e.has(t)?le("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),A=(t,e,a)=>(de(t,e,"access private method"),a),m,he,pe,ue,At,Wt,qt,bt,ve;const fa=["verdict","stance","support","overdue","blocked","comment","added"];let dt=class extends at{constructor(){super(...arguments),wa(this,m),this.readOnly=!1}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,{agenda:a}=t.talk,s=fa.map(n=>({source:n,lines:a.filter(o=>o.source===n)})),i=a.length+t.points.length===0;return r`<div class="stack">
      ${i?r`<p class="muted">${this.readOnly?e.noAgenda:e.emptyAgenda}</p>`:l}
      ${s.map(({source:n,lines:o})=>{const $=n==="added"?t.points:[];return o.length+$.length===0?l:r`<section class="group">
              <h3 id=${n}>${e.source[n]}</h3>
              <ul role="list" aria-labelledby=${n}>
                ${Ft(o,({id:w})=>w,w=>A(this,m,he).call(this,t,w))}
                ${$.map(w=>A(this,m,pe).call(this,w))}
              </ul>
            </section>`})}
      ${this.readOnly?l:A(this,m,ue).call(this)}
    </div>`}};m=new WeakSet;he=function(t,e){const{talk:a}=this.t,s=t.ticks.get(e.id)??e.done,i=r`<span class="text">${ua(this.t,e)}</span>`;return this.readOnly?r`<li class=${s?"done":""}>
        <span class="line">
          <gw-icon name=${s?"check-circle":"circle"}></gw-icon>
          ${i}<span class="visually-hidden">${s?a.discussed:a.notDiscussed}</span>
        </span>
      </li>`:r`<li class=${s?"done":""}>
      <label>
        <input
          type="checkbox"
          .checked=${ia(s)}
          @change=${n=>void t.tick(e.id,n.target.checked)}
        />
        ${i}
      </label>
      ${e.source==="added"?r`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${a.removePoint(e.text)}
            @click=${()=>void A(this,m,ve).call(this,t,e)}
          ></gw-button>`:l}
    </li>`};pe=function(t){return r`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${t} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`};ue=function(){const{talk:t}=this.t;return r`<div class="form">
      <gw-text-field
        label=${t.addPoint}
        maxlength="500"
        .value=${wt(this,m,Wt)}
        @input=${e=>A(this,m,qt).call(this,e.target.value)}
        @keydown=${e=>e.key==="Enter"&&!e.isComposing&&A(this,m,bt).call(this,e)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${A(this,m,bt)}>${t.add}</gw-button>
    </div>`};At=function(){return`point ${this.document?.talk.id}`};Wt=function(){return this.document?.drafts.get(wt(this,m,At))??""};qt=function(t){this.document?.drafts.keep(wt(this,m,At),t||void 0),this.requestUpdate()};bt=function(t){t.preventDefault();const e=wt(this,m,Wt).trim();e!==""&&(A(this,m,qt).call(this,""),this.document?.addPoint(e)),this.renderRoot.querySelector("gw-text-field")?.focus()};ve=async function(t,{id:e,text:a}){try{await t.removePoint(e),_(this,this.t.talk.pointRemoved(a)),this.renderRoot.querySelector("gw-text-field")?.focus()}catch(s){_(this,vt(s,this.t).title,"critical")}};dt.styles=[M,N,et,q`
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
    `];ce([p({type:Boolean,attribute:"read-only"})],dt.prototype,"readOnly",2);dt=ce([I("gw-talk-agenda")],dt);var $a=Object.defineProperty,ma=Object.getOwnPropertyDescriptor,ge=t=>{throw TypeError(t)},we=(t,e,a,s)=>{for(var i=s>1?void 0:s?ma(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&$a(e,a,i),i},fe=(t,e,a)=>e.has(t)||ge("Cannot "+a),Bt=(t,e,a)=>(fe(t,e,"read from private field"),a?a.call(t):e.get(t)),ka=(t,e,a)=>e.has(t)?ge("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),nt=(t,e,a)=>(fe(t,e,"access private method"),a),G,xt,$e,rt;const ya={empty:"edit",saved:"check",typing:"edit",saving:"clock",failed:"cloud",conflict:"users"},_a=new Set(["saved","failed","conflict"]);let ht=class extends at{constructor(){super(...arguments),ka(this,G),this.kind="shared"}disconnectedCallback(){super.disconnectedCallback(),Bt(this,G,xt)?.save()}render(){const t=Bt(this,G,xt);if(t===void 0)return l;const{talk:e}=this.t,a=this.kind==="shared";return r`<div class="stack ${this.kind}">
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
      ${t.theirs===void 0?l:nt(this,G,$e).call(this,t,t.theirs)}
    </div>`}};G=new WeakSet;xt=function(){return this.kind==="shared"?this.document?.sharedNotes:this.document?.privateNote};$e=function(t,e){const{talk:a}=this.t,s=[e,t.text].filter(i=>i.trim()!=="").join(`

`);return r`<div class="stack" role="group" aria-label=${a.conflict}>
      <p>${a.conflictText}</p>
      <gw-compare before-label=${a.theirs} after-label=${a.mine}>
        <p slot="before" class="theirs" dir="auto">${e||a.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${t.text||a.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${()=>nt(this,G,rt).call(this,t,s)}>${a.keepBoth}</gw-button>
        <gw-button size="small" @click=${()=>nt(this,G,rt).call(this,t,t.text)}>${a.keepMine}</gw-button>
        <gw-button size="small" @click=${()=>nt(this,G,rt).call(this,t,e)}>${a.takeTheirs}</gw-button>
      </div>
    </div>`};rt=function(t,e){t.settle(e),this.renderRoot.querySelector("gw-text-field")?.focus()};ht.styles=[M,N,et,q`
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
    `];we([p({reflect:!0})],ht.prototype,"kind",2);ht=we([I("gw-talk-note")],ht);function ft({starts_at:t},{format:e}){return e.date(t,{dateStyle:"full"})}function me({starts_at:t,ends_at:e},{format:a}){const s=a.date(t)===a.date(e);return`${a.date(t,{timeStyle:"short"})} – ${s?a.date(e,{timeStyle:"short"}):a.time(e)}`}function ba({starts_at:t},{format:e},a){const{day:s}=mt(new Date(t),a);return e.relative(s===e.today()?t:s)}async function ke(t,{id:e,starts_at:a}){const s={discussion_id:e},{data:i}=await t.GET("/v1/discussions/{discussion_id}/calendar.ics",{params:{path:s},parseAs:"text"});na(new Blob([i],{type:"text/calendar"}),`${a.slice(0,10)}.ics`)}var xa=Object.defineProperty,Oa=Object.getOwnPropertyDescriptor,ye=t=>{throw TypeError(t)},Mt=(t,e,a,s)=>{for(var i=s>1?void 0:s?Oa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&xa(e,a,i),i},Ta=(t,e,a)=>e.has(t)||ye("Cannot "+a),za=(t,e,a)=>e.has(t)?ye("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),Ot=(t,e,a)=>(Ta(t,e,"access private method"),a),j,_e,Tt;let tt=class extends at{constructor(){super(...arguments),za(this,j),this.readOnly=!1,this.writing=!1}render(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=t.talk,s=a.status==="held";return r`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${ft(a,this.locale)}</span>
        <gw-pill tone=${s?"positive":"neutral"} icon=${s?"check-circle":"close"}>
          ${s?e.cameOf(a.outcomes.length):e.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly?r`<p class="muted">${e.timesOnly}</p>`:Ot(this,j,_e).call(this,t,s)}
    </gw-disclosure>`}};j=new WeakSet;_e=function(t,e){const{talk:a}=this.t,s=t.talk;return r`<div class="stack">
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
            <gw-talk-note kind="private" .document=${t}></gw-talk-note>`:r`${Ot(this,j,Tt).call(this,a.sharedNotes,t.sharedNotes.text)}
            ${Ot(this,j,Tt).call(this,a.privateNote,t.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${()=>this.writing=!0}>${a.writeNotes}</gw-button>
            </div>`}
    </div>`};Tt=function(t,e){return e===""?l:r`<section>
          <h3>${t}</h3>
          <p class="note" dir="auto">${e}</p>
        </section>`};tt.styles=[M,N,q`
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
    `];Mt([p({type:Boolean,attribute:"read-only"})],tt.prototype,"readOnly",2);Mt([g()],tt.prototype,"writing",2);tt=Mt([I("gw-talk-past")],tt);var Ca=Object.defineProperty,Pa=Object.getOwnPropertyDescriptor,be=t=>{throw TypeError(t)},R=(t,e,a,s)=>{for(var i=s>1?void 0:s?Pa(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Ca(e,a,i),i},xe=(t,e,a)=>e.has(t)||be("Cannot "+a),zt=(t,e,a)=>(xe(t,e,"read from private field"),a?a.call(t):e.get(t)),Sa=(t,e,a)=>e.has(t)?be("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),L=(t,e,a)=>(xe(t,e,"access private method"),a),x,pt,U,Oe;const Te=["none","monthly","every_6_weeks","quarterly","half_yearly"];let P=class extends Ht{constructor(){super(...arguments),Sa(this,x),this.zone="UTC",this.busy=!1,this.place=""}firstUpdated(){St(this,"gw-text-field")}render(){const{talk:t,common:e}=this.t,a=vt(this.error,this.t),s=h=>this.error===void 0?void 0:a.fields.find(V=>V.pointer===h)?.detail,{day:i,time:n,minutes:o,location:$,rhythm:w}=zt(this,x,pt),E=h=>h.target.value,Z=[...new Set([30,45,60,90,120,o])].sort((h,V)=>h-V);return r`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${t.day}
          .value=${i}
          .error=${this.missing==="day"?t.dayMissing:s("/starts_at")}
          @input=${h=>L(this,x,U).call(this,{day:E(h)})}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${t.time}
          .value=${n}
          .error=${this.missing==="time"?t.timeMissing:void 0}
          @input=${h=>L(this,x,U).call(this,{time:E(h)})}
        ></gw-text-field>
        <p class="muted small wide">${t.inZone(this.zone.replaceAll("_"," "))}</p>
        <gw-select
          label=${t.length}
          .options=${Z.map(h=>({value:String(h),label:t.minutes(h)}))}
          .value=${String(o)}
          @change=${h=>L(this,x,U).call(this,{minutes:Number(E(h))})}
        ></gw-select>
        <gw-select
          label=${t.rhythmLabel}
          .options=${Te.map(h=>({value:h,label:t.rhythm[h]}))}
          .value=${w}
          @change=${h=>L(this,x,U).call(this,{rhythm:E(h)})}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${t.place}
          hint=${t.placeHint}
          maxlength="200"
          .value=${$}
          .error=${s("/location")}
          @input=${h=>L(this,x,U).call(this,{location:E(h)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?l:r`<gw-error inline .error=${this.error} @retry=${()=>this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${()=>this.submit()}>
          ${this.talk===void 0?t.planIt:e.save}
        </gw-button>
        <gw-button variant="quiet" @click=${()=>L(this,x,Oe).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}submit(){const{day:t,time:e,minutes:a,location:s,rhythm:i}=zt(this,x,pt);if(this.missing=t===""?"day":e===""?"time":void 0,this.missing!==void 0)return;const n=ea({day:t,time:e},this.zone),o={starts_at:n.toISOString(),ends_at:new Date(n.getTime()+a*6e4).toISOString(),location:s.trim()||null,rhythm:i};this.dispatchEvent(new CustomEvent("schedule",{detail:o}))}};x=new WeakSet;pt=function(){const{talk:t,zone:e}=this,a=this.drafts?.get(this.place);if(a!==void 0)return a;if(t===void 0)return{day:aa(mt(new Date,e).day,7),time:"10:00",minutes:60,location:"",rhythm:"none"};const s=new Date(t.starts_at),i=Math.round((Date.parse(t.ends_at)-s.getTime())/6e4);return{...mt(s,e),minutes:i,location:t.location??"",rhythm:t.rhythm}};U=function(t){this.drafts?.keep(this.place,{...zt(this,x,pt),...t}),this.missing=void 0,this.requestUpdate()};Oe=function(){this.drafts?.keep(this.place),this.dispatchEvent(new Event("leave"))};P.styles=[M,N,et,q`
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
    `];R([p({attribute:!1})],P.prototype,"talk",2);R([p()],P.prototype,"zone",2);R([p({type:Boolean})],P.prototype,"busy",2);R([p({attribute:!1})],P.prototype,"error",2);R([p({attribute:!1})],P.prototype,"drafts",2);R([p()],P.prototype,"place",2);R([g()],P.prototype,"missing",2);P=R([I("gw-talk-schedule")],P);var Ea=Object.defineProperty,Da=Object.getOwnPropertyDescriptor,ze=t=>{throw TypeError(t)},T=(t,e,a,s)=>{for(var i=s>1?void 0:s?Da(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Ea(e,a,i),i},Nt=(t,e,a)=>e.has(t)||ze("Cannot "+a),Ga=(t,e,a)=>(Nt(t,e,"read from private field"),e.get(t)),Lt=(t,e,a)=>e.has(t)?ze("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),Aa=(t,e,a,s)=>(Nt(t,e,"write to private field"),e.set(t,a),a),d=(t,e,a)=>(Nt(t,e,"access private method"),a),ot,c,Ce,Pe,Se,Ee,De,O,It,Ge,Ae,We,qe,Me,F;const Ne=36e5,Wa=2e4;function Ie(t){return Date.parse(t)-Date.now()<Ne/4}function qa(t){return/^https:\/\/\S+$/.test(t)?r`<a href=${t} target="_blank" rel="noopener noreferrer"><bdi>${t}</bdi></a>`:r`<bdi>${t}</bdi>`}let k=class extends Pt{constructor(){super(),Lt(this,c),this.people=[],this.me="",this.zone="UTC",this.readOnly=!1,this.rhythm="none",Lt(this,ot),new Jt(this,()=>this.document)}view(){const{document:t}=this;if(t===void 0)return l;const{talk:e}=this.t,a=t.error;return r`<div class="stack">
      ${d(this,c,Ce).call(this,t)}
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
            ${d(this,c,Se).call(this,t)} ${d(this,c,Ee).call(this,t)} ${d(this,c,De).call(this,t)}`}
    </div>`}connectedCallback(){super.connectedCallback(),Aa(this,ot,setInterval(()=>d(this,c,Pe).call(this),Wa))}disconnectedCallback(){super.disconnectedCallback(),clearInterval(Ga(this,ot))}};ot=new WeakMap;c=new WeakSet;Ce=function(t){const{talk:e,common:a}=this.t,s=t.talk;if(this.asks==="change")return r`<gw-card heading=${e.changeIt}>
        <gw-talk-schedule
          .talk=${s}
          zone=${this.zone}
          ?busy=${this.busy==="change"}
          .error=${this.error}
          .drafts=${t.drafts}
          place="change ${s.id}"
          @schedule=${o=>void d(this,c,We).call(this,t,o.detail)}
          @leave=${()=>d(this,c,It).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;const i=this.people.filter(({id:o})=>o!==this.me).map(({display_name:o})=>o),n=o=>d(this,c,O).call(this,o.detail);return r`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${e.next} · ${ba(s,this.locale,this.zone)}</p>
        <h2>${ft(s,this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${me(s,this.locale)}</span>
          ${i.length>0?r`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(i)}</bdi></span>`:l}
          ${s.location?r`<span><gw-icon name="flag"></gw-icon>${qa(s.location)}</span>`:l}
          ${s.rhythm==="none"?l:r`<span><gw-icon name="calendar"></gw-icon>${e.rhythm[s.rhythm]}</span>`}
        </p>
        ${s.time_zone===this.zone?l:r`<p class="muted small">${e.inZone(this.zone.replaceAll("_"," "))}</p>`}
        ${this.readOnly?l:r`<div class="row actions">
              <gw-button class="change" size="small" icon="edit" @click=${()=>d(this,c,O).call(this,"change")}>${e.change}</gw-button>
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
    </gw-card>`};Pe=function(){const{document:t}=this;t!==void 0&&Ie(t.talk.starts_at)&&Date.parse(t.talk.ends_at)>Date.now()-Ne&&document.visibilityState==="visible"&&navigator.onLine&&t.reload().catch(()=>{})};Se=function({talk:{starts_at:t}}){const{talk:e}=this.t;return r`<div class="end">
      ${this.error!==void 0&&this.asks===void 0?r`<gw-error inline no-retry .error=${this.error}></gw-error>`:l}
      <gw-button
        variant=${Ie(t)?"primary":"secondary"}
        icon="check"
        ?busy=${this.busy==="finish"&&this.asks===void 0}
        @click=${()=>void d(this,c,Ge).call(this)}
      >
        ${e.finish}
      </gw-button>
      <p class="muted small">${e.finishHint}</p>
    </div>`};Ee=function(t){const{talk:e}=this.t,a=`cancel ${t.talk.id}`;return r`<gw-dialog heading=${e.cancelTitle} ?open=${this.asks==="cancel"} @close=${()=>d(this,c,O).call(this,void 0)}>
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
      <gw-button slot="footer" @click=${()=>d(this,c,O).call(this,void 0)}>${e.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy==="cancel"} @click=${()=>void d(this,c,qe).call(this,t)}>
        ${e.cancelIt}
      </gw-button>
    </gw-dialog>`};De=function(t){const{talk:e}=this.t,{outcomes:a,agenda:s}=t.talk,i=a.filter(({action_item:o})=>o!==null).length,n=s.filter(({done:o})=>!o).length;return r`<gw-dialog heading=${e.finishTitle} ?open=${this.asks==="finish"} @close=${()=>d(this,c,O).call(this,void 0)}>
      ${a.length===0?r`<p>${e.nothingCame}</p>`:r`<div class="stack tight">
            <ul class="came">${a.map(({text:o})=>r`<li dir="auto">${o}</li>`)}</ul>
            ${i>0?r`<p class="muted">${e.becomeItems(i)}</p>`:l}
          </div>`}
      ${n>0?r`<p class="muted">${e.openPoints(n)}</p>`:l}
      <gw-select
        label=${e.nextRhythm}
        hint=${e.nextRhythmHint}
        .options=${Te.map(o=>({value:o,label:e.rhythm[o]}))}
        .value=${this.rhythm}
        @change=${o=>this.rhythm=o.target.value}
      ></gw-select>
      ${this.error===void 0?l:r`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>d(this,c,O).call(this,void 0)}>${e.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy==="finish"} @click=${()=>void d(this,c,Ae).call(this,t)}>
        ${e.finish}
      </gw-button>
    </gw-dialog>`};O=function(t){this.asks=t,this.error=void 0};It=function(){d(this,c,O).call(this,void 0),St(this,".change")};Ge=async function(){const{document:t}=this;t!==void 0&&await d(this,c,F).call(this,"finish",async()=>{await this.outcomes.addTyped(),await t.flush(),await t.reload(),this.rhythm=t.talk.rhythm,d(this,c,O).call(this,"finish")})};Ae=async function(t){const{rhythm:e}=this;await d(this,c,F).call(this,"finish",async()=>{t.talk.rhythm!==e&&await t.change(()=>({rhythm:e})),await t.hold(),d(this,c,O).call(this,void 0),this.dispatchEvent(new Event("held"))})};We=async function(t,{starts_at:e,ends_at:a,location:s,rhythm:i}){await d(this,c,F).call(this,"change",async()=>{await t.change(()=>({starts_at:e,ends_at:a,location:s,rhythm:i})),t.drafts.keep(`change ${t.talk.id}`),d(this,c,It).call(this),_(this,this.t.talk.moved),this.dispatchEvent(new Event("change"))})};qe=async function(t){await d(this,c,F).call(this,"cancel",async()=>{await t.flush();const e=`cancel ${t.talk.id}`;await t.cancel(t.drafts.get(e)??""),t.drafts.keep(e),d(this,c,O).call(this,void 0),_(this,this.t.talk.cancelled),this.dispatchEvent(new Event("change"))})};Me=async function(t){await d(this,c,F).call(this,"calendar",()=>ke(this.api,t.talk)),this.error!==void 0&&(_(this,vt(this.error,this.t).title,"critical"),this.error=void 0)};F=async function(t,e){this.busy=t,this.error=void 0;try{await e()}catch(a){this.error=a}finally{this.busy=void 0}};k.styles=[M,N,et,q`
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
    `];T([p({attribute:!1})],k.prototype,"document",2);T([p({attribute:!1})],k.prototype,"people",2);T([p({attribute:!1})],k.prototype,"me",2);T([p()],k.prototype,"zone",2);T([p({type:Boolean,attribute:"read-only"})],k.prototype,"readOnly",2);T([g()],k.prototype,"asks",2);T([g()],k.prototype,"busy",2);T([g()],k.prototype,"error",2);T([g()],k.prototype,"rhythm",2);T([Xe("gw-talk-outcomes")],k.prototype,"outcomes",2);k=T([I("gw-talk-planned")],k);var Ma=Object.defineProperty,Na=Object.getOwnPropertyDescriptor,Re=t=>{throw TypeError(t)},S=(t,e,a,s)=>{for(var i=s>1?void 0:s?Na(e,a):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(i=(s?o(e,a,i):o(i))||i);return s&&i&&Ma(e,a,i),i},Be=(t,e,a)=>e.has(t)||Re("Cannot "+a),y=(t,e,a)=>(Be(t,e,"read from private field"),a?a.call(t):e.get(t)),it=(t,e,a)=>e.has(t)?Re("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,a),f=(t,e,a)=>(Be(t,e,"access private method"),a),ut,z,lt,u,Le,Ue,He,Fe,Ct,st,Ze,Ve,Je,Ke,Rt;const Ut=5;let b=class extends Pt{constructor(){super(...arguments),it(this,u),this.planId="",this.embedded=!1,this.planning=!1,this.busy=!1,this.chosen="",this.allPast=!1,this.calendarOpen=!1,it(this,ut,new Vt),it(this,z,new Zt(this,()=>[this.planId],async([t],e)=>{const a={plan_id:t},[s,i,n]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:a},signal:e}),this.api.GET("/v1/plans/{plan_id}/discussions",{params:{path:a,query:{limit:100}},signal:e})]),o=n.data.items.map($=>sa(this.api,$));return{plan:i.data,talks:o,more:n.data.next_cursor!==null,me:s,rights:je(i.data,s)}})),it(this,lt,()=>{document.visibilityState==="visible"&&y(this,z).value!==void 0&&y(this,z).reload()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",y(this,lt))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",y(this,lt))}view(){const{talk:t,plan:e}=this.t,a=this.getToken===void 0,s=y(this,z).value?.plan.owner.display_name;return r`${this.embedded?l:r`<div class="page-head">
          ${a?r`<a href="#/plan/${this.planId}">${t.toPlan}</a>`:l}
          <h1>${t.title}</h1>
          ${s?r`<p>${y(this,z).value?.plan.title} · <bdi>${s}</bdi></p>`:r`<p>${e.title}</p>`}
        </div>`}
    ${y(this,z).show(i=>f(this,u,Le).call(this,i))}`}};ut=new WeakMap;z=new WeakMap;lt=new WeakMap;u=new WeakSet;Le=function(t){const{talk:e}=this.t,a=t.talks.filter(n=>n.talk.status==="planned").sort((n,o)=>n.talk.starts_at.localeCompare(o.talk.starts_at)),s=t.talks.filter(n=>n.talk.status!=="planned").sort((n,o)=>o.talk.starts_at.localeCompare(n.talk.starts_at)),i=a.find(n=>n.talk.id===this.chosen)??a[0];return r`<div class="sections">
      ${f(this,u,Ue).call(this,t,a,i)}
      ${this.held===void 0?f(this,u,He).call(this,t,a,i):l}
      ${s.length===0?l:r`<section>
            <h2 id="past">${e.past}</h2>
            <div class="past">
              ${Ft(this.allPast?s:s.slice(0,Ut),n=>n.talk.id,n=>r`<gw-talk-past .document=${n} ?read-only=${f(this,u,Rt).call(this,t,n)}></gw-talk-past>`)}
            </div>
            ${s.length>Ut&&!this.allPast?r`<gw-button variant="quiet" @click=${()=>this.allPast=!0}>${this.t.common.showMore}</gw-button>`:l}
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
    </div>`};Ue=function(t,e,a){const{talk:s}=this.t;if(this.held!==void 0)return f(this,u,Fe).call(this,this.held,e);if(this.planning)return r`<gw-card heading=${s.plan}>
        <gw-talk-schedule
          zone=${kt(t.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          .drafts=${Kt(this.api)}
          place="plan ${this.planId}"
          @schedule=${w=>void f(this,u,Je).call(this,w.detail,t)}
          @leave=${()=>f(this,u,Ze).call(this)}
        ></gw-talk-schedule>
      </gw-card>`;if(a!==void 0)return Ye(a.talk.id,r`<gw-talk-planned
          .document=${a}
          .people=${Ia(t,a.talk)}
          .me=${t.me.person?.id??""}
          zone=${kt(t.me.person?.time_zone)}
          ?read-only=${f(this,u,Rt).call(this,t,a)}
          @change=${()=>void y(this,z).reload()}
          @held=${()=>void f(this,u,Ve).call(this,a)}
        ></gw-talk-planned>`);const i=t.rights.planTalks,{status:n}=t.plan,o=n==="completed"||n==="archived"?s.noTalkClosed:"",$=n==="draft"?s.shareFirst:i?s.noTalkText:o;return r`<gw-empty icon="calendar" heading=${s.noTalk} text=${$}>
      ${i?r`<gw-button class="plan" variant=${this.embedded?"secondary":"primary"} icon="calendar" @click=${()=>f(this,u,st).call(this,!0)}>
            ${s.plan}
          </gw-button>`:l}
    </gw-empty>`};He=function(t,e,a){const{talk:s}=this.t,i=e.filter(n=>n!==a);return this.planning||a===void 0?l:r`<div class="row">
      ${i.map(n=>r`<gw-button size="small" icon="calendar" @click=${()=>this.chosen=n.talk.id}>
          ${s.alsoPlanned(ft(n.talk,this.locale))}
        </gw-button>`)}
      ${t.rights.planTalks?r`<gw-button class="plan" size="small" variant="quiet" icon="plus" @click=${()=>f(this,u,st).call(this,!0)}>${s.planAnother}</gw-button>`:l}
    </div>`};Fe=function(t,e){const{talk:a}=this.t,s=e.find(i=>i.talk.previous_discussion_id===t.talk.id)??e[0];return r`<gw-card class="result" tabindex="-1" heading=${a.result}>
      <gw-talk-outcomes read-only .document=${t}></gw-talk-outcomes>
      <div class="next">
        <h3>${a.nextTalk}</h3>
        ${s===void 0?r`<p class="muted">${a.noNext}</p>`:r`<p><strong>${ft(s.talk,this.locale)}</strong>, ${me(s.talk,this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${()=>f(this,u,Ct).call(this,s===void 0)}>
            ${s===void 0?a.plan:a.toNext}
          </gw-button>
          ${s===void 0?r`<gw-button variant="quiet" @click=${()=>f(this,u,Ct).call(this,!1)}>${this.t.common.close}</gw-button>`:r`<gw-button icon="download" @click=${()=>void f(this,u,Ke).call(this,s.talk)}>${a.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`};Ct=function(t){this.held=void 0,this.chosen="",f(this,u,st).call(this,t)};st=function(t){this.planning=t,this.error=void 0};Ze=function(){f(this,u,st).call(this,!1),St(this,".plan")};Ve=async function(t){this.held=t,this.emit("groundwork-plan-changed",{planId:this.planId}),await y(this,z).reload(),await this.updateComplete,this.renderRoot.querySelector(".result")?.focus()};Je=async function(t,{me:e}){const a={...t,time_zone:kt(e.person?.time_zone)},s={path:{plan_id:this.planId},header:y(this,ut).header(a)};this.busy=!0,this.error=void 0;try{const{data:i}=await this.api.POST("/v1/plans/{plan_id}/discussions",{params:s,body:a});y(this,ut).done(),Kt(this.api).keep(`plan ${this.planId}`),this.chosen=i.id,await y(this,z).reload(),this.planning=!1,_(this,this.t.talk.planned)}catch(i){this.error=i}finally{this.busy=!1}};Ke=async function(t){try{await ke(this.api,t)}catch{_(this,this.t.common.errors.server,"critical")}};Rt=function({me:t,rights:e},{talk:a}){return!e.owns&&!e.comments&&t.person?.id!==a.manager_id};b.styles=[M,N,q`
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
    `];S([p({attribute:"plan-id"})],b.prototype,"planId",2);S([p({type:Boolean})],b.prototype,"embedded",2);S([g()],b.prototype,"planning",2);S([g()],b.prototype,"busy",2);S([g()],b.prototype,"error",2);S([g()],b.prototype,"chosen",2);S([g()],b.prototype,"held",2);S([g()],b.prototype,"allPast",2);S([g()],b.prototype,"calendarOpen",2);b=S([I("groundwork-talk")],b);function Ia({plan:t,me:e},{manager:a}){const s=[t.owner,...a===null?[]:[a]],{person:i}=e;return i!==void 0&&!s.some(({id:n})=>n===i.id)&&s.push({id:i.id,display_name:i.display_name,title:i.title}),s}export{b as GroundworkTalk};
