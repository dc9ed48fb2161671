import{S as Y,b as W,n as z,a as M,c as J,e as G,r as g,d as E,i as N,f as Z,g as me,h as fe,p as ke,j as _e,A as $e,k as ye,m as be,o as xe,q as Ee,s as ee}from"./keyed-B3djp2YV.js";import{b as i,_ as u,i as F,A as k}from"./tokens-BHm-NQ-a.js";const Ie=[{path:"/feedback/:id",title:e=>e.feedback.title,load:()=>u(()=>import("./groundwork-feedback-Brkdpdaf.js"),[]),render:({id:e=""})=>i`<groundwork-feedback plan-id=${e}></groundwork-feedback>`}],Oe=()=>u(()=>import("./people-C4_T3urH.js"),[]),K=()=>u(()=>import("./cycle-form-DDCaufvB.js"),[]),Te=[...["/hr","/hr/people"].map(e=>({path:e,title:t=>t.hr.people,load:Oe,render:()=>i`<groundwork-hr-people></groundwork-hr-people>`})),{path:"/hr/people/:id",title:e=>e.hr.people,load:()=>u(()=>import("./person-CFQ2UYSY.js"),[]),render:({id:e=""})=>i`<groundwork-hr-person person-id=${e}></groundwork-hr-person>`},{path:"/hr/cycles",title:e=>e.hr.cycles,load:()=>u(()=>import("./cycles-CD6ruXUP.js"),[]),render:()=>i`<groundwork-hr-cycles></groundwork-hr-cycles>`},{path:"/hr/cycles/new",title:e=>e.hr.cycle.create,load:K,render:()=>i`<groundwork-hr-cycle-form></groundwork-hr-cycle-form>`},{path:"/hr/cycles/:id",title:e=>e.hr.cycles,load:()=>u(()=>import("./cycle-CF1DCWFC.js"),[]),render:({id:e=""})=>i`<groundwork-hr-cycle cycle-id=${e}></groundwork-hr-cycle>`},{path:"/hr/cycles/:id/edit",title:e=>e.hr.cycle.editTitle,load:K,render:({id:e=""})=>i`<groundwork-hr-cycle-form cycle-id=${e}></groundwork-hr-cycle-form>`},...["/hr/audit","/hr/audit/:id"].map(e=>({path:e,title:t=>t.hr.audit,load:()=>u(()=>import("./audit-B88yZuCy.js"),[]),render:({id:t=""})=>i`<groundwork-hr-audit subject=${t}></groundwork-hr-audit>`}))],ze={href:"#/hr/people",label:e=>e.shell.hr,covers:["/hr"],visible:e=>e.isHrAdmin},Q=()=>u(()=>import("./groundwork-plan-DvcoIwrr.js").then(e=>e.g),[]),Pe=[{path:"/plan",title:e=>e.plan.title,load:Q,render:()=>i`<groundwork-plan></groundwork-plan>`},{path:"/plan/:id",title:e=>e.plan.title,load:Q,render:({id:e=""})=>i`<groundwork-plan plan-id=${e}></groundwork-plan>`}],Ce={href:"#/plan",label:e=>e.shell.plan,covers:["/plan"],visible:e=>e.person!==void 0},De=[{path:"/talk/:id",title:e=>e.talk.title,load:()=>u(()=>import("./groundwork-talk-BHbf3wOB.js"),[]),render:({id:e=""})=>i`<groundwork-talk plan-id=${e}></groundwork-talk>`}],X=()=>u(()=>import("./groundwork-team-C7nqtgMf.js"),[]),Le=[{path:"/team",title:e=>e.team.title,load:X,render:()=>i`<groundwork-team></groundwork-team>`},{path:"/team/:id",title:e=>e.team.title,load:X,render:({id:e=""})=>i`<groundwork-team person-id=${e}></groundwork-team>`},{path:"/team/:id/handover",title:e=>e.team.handover,load:()=>u(()=>import("./groundwork-handover-X5SDBTeo.js"),[]),render:({id:e=""})=>i`<groundwork-handover person-id=${e}></groundwork-handover>`}],Se={href:"#/team",label:e=>e.shell.team,covers:["/team","/feedback"],visible:e=>e.hasTeam},Ae=[...Pe,...Ie,...De,...Le,...Te],te=[Ce,Se,ze];async function Re(e="/board/"){const t=await fetch(`${e}config.json`);if(!t.ok)throw new Error(`${t.status} ${t.statusText}`);const r=await t.json();if(r.demo!==null)return Ve(e,r.demo.people);const{oidcDoor:o}=await u(async()=>{const{oidcDoor:n}=await import("./session-oidc-BdEffs4b.js");return{oidcDoor:n}},[]);return o(e,r)}const V="groundwork-demo-person";function Ve(e,t){const r=async(o="")=>{const n=new We(e,o);return await n.renew(),sessionStorage.setItem(V,o),n};return{people:t,signIn:r,resume:async()=>{const o=sessionStorage.getItem(V);return o===null?void 0:r(o).catch(()=>{})}}}class We{#e;#t="";#r=0;constructor(t,r){this.#e=`${t}demo/${encodeURIComponent(r)}`}async token(){return Date.now()>=this.#r&&await this.renew(),this.#t}async renew(){const t=await fetch(this.#e,{method:"POST"});if(!t.ok)throw new Y(`${t.status} ${t.statusText}`);const{access_token:r,expires_in:o}=await t.json();this.#t=r,this.#r=Date.now()+(o-30)*1e3}signInAgain(){return this.renew()}async signOut(){sessionStorage.removeItem(V)}}var Me=Object.defineProperty,Ge=Object.getOwnPropertyDescriptor,re=e=>{throw TypeError(e)},P=(e,t,r,o)=>{for(var n=o>1?void 0:o?Ge(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(n=(o?d(t,r,n):d(n))||n);return o&&n&&Me(t,r,n),n},Fe=(e,t,r)=>t.has(e)||re("Cannot "+r),Ue=(e,t,r)=>t.has(e)?re("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),x=(e,t,r)=>(Fe(e,t,"access private method"),r),m,oe,ne,ie,ae;let $=class extends M{constructor(){super(...arguments),Ue(this,m),this.entries=[],this.address=""}render(){const{product:e,navigation:t,skip:r}=this.t.shell,{me:o}=this,n=o===void 0?[]:this.entries.filter(l=>l.visible(o));return i`<header>
      <a class="skip visually-hidden" href="#main" @click=${x(this,m,oe)}>${r}</a>
      <a class="brand" href="#/">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M8 22h16M11 17h10M14 12h4" />
        </svg>
        ${e}
      </a>
      ${n.length===0?k:i`<nav aria-label=${t}>
            <ul role="list">
              ${n.map(({href:l,label:d,covers:b})=>i`<li>
                  <a href=${l} aria-current=${x(this,m,ne).call(this,b)?"page":k}>${d(this.t)}</a>
                </li>`)}
            </ul>
          </nav>`}
      <div class="who">${x(this,m,ie).call(this)}${o===void 0?k:x(this,m,ae).call(this,o)}</div>
    </header>`}};m=new WeakSet;oe=function(e){e.preventDefault(),this.dispatchEvent(new Event("skip"))};ne=function(e){return e.some(t=>this.address===t||this.address.startsWith(`${t}/`))};ie=function(){const e=Object.entries(J).map(([t,r])=>({id:t,label:r}));return i`<gw-menu
      icon="globe"
      label=${`${this.t.shell.language}: ${J[this.locale.language]}`}
      .items=${e}
      @select=${t=>this.dispatchEvent(new CustomEvent("language",{detail:t.detail}))}
    ></gw-menu>`};ae=function({person:e}){const{account:t,signOut:r}=this.t.shell,o=e?.display_name??"";return i`<gw-menu
      icon="user"
      label=${t(o)}
      .items=${[{id:"sign-out",label:r,icon:"sign-out"}]}
      @select=${()=>this.dispatchEvent(new Event("sign-out"))}
    >
      ${o===""?k:i`<div class="account"><gw-avatar size="small" name=${o}></gw-avatar><span>${o}</span></div>`}
    </gw-menu>`};$.styles=[W,F`
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
      @media (forced-colors: active) {
        .mark path {
          stroke: Canvas;
        }
        nav a {
          border-color: Canvas;
        }
        nav a[aria-current="page"] {
          border-block-end-color: Highlight;
        }
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
    `];P([z({attribute:!1})],$.prototype,"me",2);P([z({attribute:!1})],$.prototype,"entries",2);P([z()],$.prototype,"address",2);$=P([G("gw-header")],$);var Be=Object.defineProperty,He=Object.getOwnPropertyDescriptor,se=e=>{throw TypeError(e)},C=(e,t,r,o)=>{for(var n=o>1?void 0:o?He(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(n=(o?d(t,r,n):d(n))||n);return o&&n&&Be(t,r,n),n},je=(e,t,r)=>t.has(e)||se("Cannot "+r),qe=(e,t,r)=>t.has(e)?se("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),O=(e,t,r)=>(je(e,t,"access private method"),r),_,le,de,U;let y=class extends M{constructor(){super(...arguments),qe(this,_)}render(){const{signInTitle:e,signInText:t}=this.t.shell;return i`<div class="page">
      <div class="intro">
        <h1 tabindex="-1">${e}</h1>
        <p>${t}</p>
      </div>
      ${this.error===void 0?k:i`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.door.people===null?O(this,_,le).call(this):O(this,_,de).call(this,this.door.people)}
    </div>`}};_=new WeakSet;le=function(){return i`<div>
      <gw-button variant="primary" ?busy=${this.chosen!==void 0} @click=${()=>O(this,_,U).call(this)}>
        ${this.t.shell.signInButton}
      </gw-button>
    </div>`};de=function(e){const{demoTitle:t,demoText:r,demoRole:o,demoPerson:n}=this.t.shell;return i`<section aria-labelledby="demo">
      <h2 id="demo">${t}</h2>
      <ul role="list">
        ${e.map(({user_name:l,name:d,about:b})=>i`<li>
            <button class="person" type="button" aria-busy=${this.chosen===l?"true":"false"} @click=${()=>O(this,_,U).call(this,l)}>
              <gw-avatar name=${d}></gw-avatar>
              <span class="name">${d}</span>
              <span class="role">${o[b]}</span>
              <span class="about">${n[b]}</span>
            </button>
          </li>`)}
      </ul>
      <p class="note">${r}</p>
    </section>`};U=async function(e){if(this.chosen===void 0){this.chosen=e??"",this.error=void 0;try{this.dispatchEvent(new CustomEvent("signed-in",{detail:await this.door.signIn(e)}))}catch(t){this.error=t}finally{this.chosen=void 0}}};y.styles=[W,F`
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
    `];C([z({attribute:!1})],y.prototype,"door",2);C([g()],y.prototype,"chosen",2);C([g()],y.prototype,"error",2);y=C([G("gw-sign-in")],y);var Je=Object.defineProperty,Ne=Object.getOwnPropertyDescriptor,ce=e=>{throw TypeError(e)},p=(e,t,r,o)=>{for(var n=o>1?void 0:o?Ne(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(n=(o?d(t,r,n):d(n))||n);return o&&n&&Je(t,r,n),n},B=(e,t,r)=>t.has(e)||ce("Cannot "+r),c=(e,t,r)=>(B(e,t,"read from private field"),r?r.call(e):t.get(e)),w=(e,t,r)=>t.has(e)?ce("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),he=(e,t,r,o)=>(B(e,t,"write to private field"),t.set(e,r),r),s=(e,t,r)=>(B(e,t,"access private method"),r),T,H,v,D,a,ue,pe,j,ge,L,ve,we,S,I,f,A,q,R;let h=class extends M{constructor(){super(...arguments),w(this,a),this.address=E(),this.offline=!navigator.onLine,this.signingIn=!1,w(this,T,new N(this,{context:me,initialValue:Z})),w(this,H,new N(this,{context:fe})),w(this,v),w(this,D,ke()),w(this,I,()=>{this.me!==void 0&&s(this,a,A).call(this).then(()=>this.main.focus({preventScroll:!0}))}),w(this,f,()=>{this.offline=!navigator.onLine})}get locale(){return c(this,T).value}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",c(this,I)),window.addEventListener("online",c(this,f)),window.addEventListener("offline",c(this,f)),s(this,a,j).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",c(this,I)),window.removeEventListener("online",c(this,f)),window.removeEventListener("offline",c(this,f))}render(){const{common:e}=this.t;return i`
      <gw-header
        .me=${this.me}
        .entries=${te}
        address=${this.address}
        @language=${t=>void s(this,a,we).call(this,t.detail)}
        @sign-out=${()=>void s(this,a,ve).call(this)}
        @skip=${()=>this.main.focus()}
      ></gw-header>
      ${this.offline?i`<div class="offline" role="status">${e.errors.offline}. ${e.errors.offlineText}</div>`:k}
      <main
        id="main"
        tabindex="-1"
        @groundwork-toast=${t=>this.toasts.show(t.detail.text,t.detail.tone)}
        @groundwork-title=${t=>s(this,a,R).call(this,t.detail)}
      >
        ${s(this,a,ue).call(this)}
      </main>
      <gw-toasts></gw-toasts>
      ${s(this,a,pe).call(this)}
    `}};T=new WeakMap;H=new WeakMap;v=new WeakMap;D=new WeakMap;a=new WeakSet;ue=function(){const{shell:e}=this.t;if(this.failure!==void 0)return i`<gw-error .error=${this.failure} @retry=${()=>void s(this,a,ge).call(this)}></gw-error>`;if(this.door===void 0)return i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.me===void 0)return c(this,v)===void 0?i`<gw-sign-in .door=${this.door} @signed-in=${o=>void s(this,a,L).call(this,o.detail)}></gw-sign-in>`:i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.shown===void 0)return i`<gw-empty icon="search" heading=${e.notFound} text=${e.notFoundText}>
        <gw-button href="#/">${e.home}</gw-button>
      </gw-empty>`;const{route:t,params:r}=this.shown;return _e(JSON.stringify([t.path,r]),t.render(r))};pe=function(){const{shell:e,common:t}=this.t,r=n=>{const l=this.askedToSignIn;this.askedToSignIn=void 0,l?.[n]()},o=async()=>{this.signingIn=!0;try{await c(this,v)?.signInAgain(),r("signedIn")}catch{this.toasts.show(e.signInFailed,"critical")}finally{this.signingIn=!1}};return i`<gw-dialog heading=${e.signInAgain} ?open=${this.askedToSignIn!==void 0} @close=${()=>r("dismissed")}>
      <p>${t.errors.signedOutText}</p>
      <gw-button slot="footer" variant="primary" ?busy=${this.signingIn} @click=${()=>void o()}>${e.signIn}</gw-button>
    </gw-dialog>`};j=async function(){this.failure=void 0;try{await s(this,a,S).call(this,void 0);const e=await Re(),t=await e.resume();this.door=e,t!==void 0?await s(this,a,L).call(this,t):s(this,a,R).call(this,this.t.shell.signIn)}catch(e){this.failure=e}};ge=function(){return this.me!==void 0?s(this,a,A).call(this):c(this,v)===void 0?s(this,a,j).call(this):s(this,a,L).call(this,c(this,v))};L=async function(e){he(this,v,e);const t=new $e(new URL("..",new URL("/board/",location.href)).href.replace(/\/$/,""),e);t.askToSignIn=()=>new Promise((r,o)=>{this.askedToSignIn={signedIn:r,dismissed:()=>o(new Y("dismissed"))}}),c(this,H).setValue(t),this.failure=void 0,this.requestUpdate();try{const r=await t.me();await s(this,a,S).call(this,r.person?.time_zone??void 0),this.me=r,await s(this,a,A).call(this)}catch(r){this.failure=r}};ve=async function(){await c(this,v)?.signOut(),location.hash="",location.reload()};we=async function(e){ye(e),he(this,D,e),await s(this,a,S).call(this,this.me?.person?.time_zone??void 0),s(this,a,q).call(this)};S=async function(e){const t=await be(c(this,D),e).catch(()=>Z);c(this,T).setValue(t),document.documentElement.lang=t.language,document.documentElement.dir=xe(t.language),this.requestUpdate()};I=new WeakMap;f=new WeakMap;A=async function(){const{me:e}=this,t=e&&te.find(n=>n.visible(e));E()==="/"&&t!==void 0&&history.replaceState(null,"",t.href);const r=E(),o=Ee(Ae,r);try{await o?.route.load()}catch(n){this.failure=n;return}r===E()&&(this.failure=void 0,this.address=r,this.shown=o,s(this,a,q).call(this),window.scrollTo(0,0),await this.updateComplete)};q=function(){const{shell:e}=this.t;s(this,a,R).call(this,this.me===void 0?e.signIn:this.shown?.route.title(this.t)??e.notFound)};R=function(e){document.title=this.t.shell.title(e)};h.styles=[W,F`
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
    `];p([g()],h.prototype,"door",2);p([g()],h.prototype,"me",2);p([g()],h.prototype,"failure",2);p([g()],h.prototype,"address",2);p([g()],h.prototype,"shown",2);p([g()],h.prototype,"offline",2);p([g()],h.prototype,"askedToSignIn",2);p([g()],h.prototype,"signingIn",2);p([ee("main")],h.prototype,"main",2);p([ee("gw-toasts")],h.prototype,"toasts",2);h=p([G("groundwork-board")],h);export{h as GroundworkBoard};
