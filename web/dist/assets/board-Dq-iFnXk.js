import{b as V,n as z,a as W,c as J,e as M,r as g,d as E,i as j,f as X,g as ve,h as we,p as me,j as fe,o as ke,A as _e,k as $e,m as ye,q as be,s as xe,t as Y}from"./keyed-Do4O5M2M.js";import{b as i,_ as u,i as G,A as k}from"./tokens-BHm-NQ-a.js";const Ee=[{path:"/feedback/:id",title:e=>e.feedback.title,load:()=>u(()=>import("./groundwork-feedback-I1wTE_E8.js"),[]),render:({id:e=""})=>i`<groundwork-feedback plan-id=${e}></groundwork-feedback>`}],Ie=()=>u(()=>import("./people-D5EEePX9.js"),[]),K=()=>u(()=>import("./cycle-form-Dam3J1ar.js"),[]),Oe=[...["/hr","/hr/people"].map(e=>({path:e,title:t=>t.hr.people,load:Ie,render:()=>i`<groundwork-hr-people></groundwork-hr-people>`})),{path:"/hr/people/:id",title:e=>e.hr.people,load:()=>u(()=>import("./person-bpR_0eEq.js"),[]),render:({id:e=""})=>i`<groundwork-hr-person person-id=${e}></groundwork-hr-person>`},{path:"/hr/cycles",title:e=>e.hr.cycles,load:()=>u(()=>import("./cycles-BNOpc5Ce.js"),[]),render:()=>i`<groundwork-hr-cycles></groundwork-hr-cycles>`},{path:"/hr/cycles/new",title:e=>e.hr.cycle.create,load:K,render:()=>i`<groundwork-hr-cycle-form></groundwork-hr-cycle-form>`},{path:"/hr/cycles/:id",title:e=>e.hr.cycles,load:()=>u(()=>import("./cycle-v5B_bqK-.js"),[]),render:({id:e=""})=>i`<groundwork-hr-cycle cycle-id=${e}></groundwork-hr-cycle>`},{path:"/hr/cycles/:id/edit",title:e=>e.hr.cycle.editTitle,load:K,render:({id:e=""})=>i`<groundwork-hr-cycle-form cycle-id=${e}></groundwork-hr-cycle-form>`},...["/hr/audit","/hr/audit/:id"].map(e=>({path:e,title:t=>t.hr.audit,load:()=>u(()=>import("./audit-CFS2Hfdt.js"),[]),render:({id:t=""})=>i`<groundwork-hr-audit subject=${t}></groundwork-hr-audit>`}))],Te={href:"#/hr/people",label:e=>e.shell.hr,covers:["/hr"],visible:e=>e.isHrAdmin},N=()=>u(()=>import("./groundwork-plan-Blj_4Rkd.js").then(e=>e.g),[]),ze=[{path:"/plan",title:e=>e.plan.title,load:N,render:()=>i`<groundwork-plan></groundwork-plan>`},{path:"/plan/:id",title:e=>e.plan.title,load:N,render:({id:e=""})=>i`<groundwork-plan plan-id=${e}></groundwork-plan>`}],Le={href:"#/plan",label:e=>e.shell.plan,covers:["/plan"],visible:e=>e.person!==void 0},Pe=[{path:"/talk/:id",title:e=>e.talk.title,load:()=>u(()=>import("./groundwork-talk-DRxlYtWs.js"),[]),render:({id:e=""})=>i`<groundwork-talk plan-id=${e}></groundwork-talk>`}],Q=()=>u(()=>import("./groundwork-team-CyMcjC2y.js"),[]),Ce=[{path:"/team",title:e=>e.team.title,load:Q,render:()=>i`<groundwork-team></groundwork-team>`},{path:"/team/:id",title:e=>e.team.title,load:Q,render:({id:e=""})=>i`<groundwork-team person-id=${e}></groundwork-team>`},{path:"/team/:id/handover",title:e=>e.team.handover,load:()=>u(()=>import("./groundwork-handover-DJ1zWMRZ.js"),[]),render:({id:e=""})=>i`<groundwork-handover person-id=${e}></groundwork-handover>`}],Ae={href:"#/team",label:e=>e.shell.team,covers:["/team","/feedback"],visible:e=>e.hasTeam},De=[...ze,...Ee,...Pe,...Ce,...Oe],Z=[Le,Ae,Te];var Se=Object.defineProperty,Re=Object.getOwnPropertyDescriptor,ee=e=>{throw TypeError(e)},L=(e,t,r,n)=>{for(var o=n>1?void 0:n?Re(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(o=(n?d(t,r,o):d(o))||o);return n&&o&&Se(t,r,o),o},Ve=(e,t,r)=>t.has(e)||ee("Cannot "+r),We=(e,t,r)=>t.has(e)?ee("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),x=(e,t,r)=>(Ve(e,t,"access private method"),r),m,te,re,ne,oe;let $=class extends W{constructor(){super(...arguments),We(this,m),this.entries=[],this.address=""}render(){const{product:e,navigation:t,skip:r}=this.t.shell,{me:n}=this,o=n===void 0?[]:this.entries.filter(l=>l.visible(n));return i`<header>
      <a class="skip visually-hidden" href="#main" @click=${x(this,m,te)}>${r}</a>
      <a class="brand" href="#/">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M8 22h16M11 17h10M14 12h4" />
        </svg>
        ${e}
      </a>
      ${o.length===0?k:i`<nav aria-label=${t}>
            <ul role="list">
              ${o.map(({href:l,label:d,covers:b})=>i`<li>
                  <a href=${l} aria-current=${x(this,m,re).call(this,b)?"page":k}>${d(this.t)}</a>
                </li>`)}
            </ul>
          </nav>`}
      <div class="who">${x(this,m,ne).call(this)}${n===void 0?k:x(this,m,oe).call(this,n)}</div>
    </header>`}};m=new WeakSet;te=function(e){e.preventDefault(),this.dispatchEvent(new Event("skip"))};re=function(e){return e.some(t=>this.address===t||this.address.startsWith(`${t}/`))};ne=function(){const e=Object.entries(J).map(([t,r])=>({id:t,label:r}));return i`<gw-menu
      icon="globe"
      label=${`${this.t.shell.language}: ${J[this.locale.language]}`}
      .items=${e}
      @select=${t=>this.dispatchEvent(new CustomEvent("language",{detail:t.detail}))}
    ></gw-menu>`};oe=function({person:e}){const{account:t,signOut:r}=this.t.shell,n=e?.display_name??"";return i`<gw-menu
      icon="user"
      label=${t(n)}
      .items=${[{id:"sign-out",label:r,icon:"sign-out"}]}
      @select=${()=>this.dispatchEvent(new Event("sign-out"))}
    >
      ${n===""?k:i`<div class="account"><gw-avatar size="small" name=${n}></gw-avatar><span>${n}</span></div>`}
    </gw-menu>`};$.styles=[V,G`
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
    `];L([z({attribute:!1})],$.prototype,"me",2);L([z({attribute:!1})],$.prototype,"entries",2);L([z()],$.prototype,"address",2);$=L([M("gw-header")],$);var Me=Object.defineProperty,Ge=Object.getOwnPropertyDescriptor,ie=e=>{throw TypeError(e)},P=(e,t,r,n)=>{for(var o=n>1?void 0:n?Ge(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(o=(n?d(t,r,o):d(o))||o);return n&&o&&Me(t,r,o),o},Fe=(e,t,r)=>t.has(e)||ie("Cannot "+r),Be=(e,t,r)=>t.has(e)?ie("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),O=(e,t,r)=>(Fe(e,t,"access private method"),r),_,ae,se,F;let y=class extends W{constructor(){super(...arguments),Be(this,_)}render(){const{signInTitle:e,signInText:t}=this.t.shell;return i`<div class="page">
      <div class="intro">
        <h1 tabindex="-1">${e}</h1>
        <p>${t}</p>
      </div>
      ${this.error===void 0?k:i`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.door.people===null?O(this,_,ae).call(this):O(this,_,se).call(this,this.door.people)}
    </div>`}};_=new WeakSet;ae=function(){return i`<div>
      <gw-button variant="primary" ?busy=${this.chosen!==void 0} @click=${()=>O(this,_,F).call(this)}>
        ${this.t.shell.signInButton}
      </gw-button>
    </div>`};se=function(e){const{demoTitle:t,demoText:r,demoRole:n,demoPerson:o}=this.t.shell;return i`<section aria-labelledby="demo">
      <h2 id="demo">${t}</h2>
      <ul role="list">
        ${e.map(({user_name:l,name:d,about:b})=>i`<li>
            <button class="person" type="button" aria-busy=${this.chosen===l?"true":"false"} @click=${()=>O(this,_,F).call(this,l)}>
              <gw-avatar name=${d}></gw-avatar>
              <span class="name">${d}</span>
              <span class="role">${n[b]}</span>
              <span class="about">${o[b]}</span>
            </button>
          </li>`)}
      </ul>
      <p class="note">${r}</p>
    </section>`};F=async function(e){if(this.chosen===void 0){this.chosen=e??"",this.error=void 0;try{this.dispatchEvent(new CustomEvent("signed-in",{detail:await this.door.signIn(e)}))}catch(t){this.error=t}finally{this.chosen=void 0}}};y.styles=[V,G`
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
    `];P([z({attribute:!1})],y.prototype,"door",2);P([g()],y.prototype,"chosen",2);P([g()],y.prototype,"error",2);y=P([M("gw-sign-in")],y);var Ue=Object.defineProperty,qe=Object.getOwnPropertyDescriptor,le=e=>{throw TypeError(e)},p=(e,t,r,n)=>{for(var o=n>1?void 0:n?qe(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(o=(n?d(t,r,o):d(o))||o);return n&&o&&Ue(t,r,o),o},B=(e,t,r)=>t.has(e)||le("Cannot "+r),c=(e,t,r)=>(B(e,t,"read from private field"),r?r.call(e):t.get(e)),w=(e,t,r)=>t.has(e)?le("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),de=(e,t,r,n)=>(B(e,t,"write to private field"),t.set(e,r),r),s=(e,t,r)=>(B(e,t,"access private method"),r),T,U,v,C,a,ce,he,q,ue,A,pe,ge,D,I,f,S,H,R;let h=class extends W{constructor(){super(...arguments),w(this,a),this.address=E(),this.offline=!navigator.onLine,this.signingIn=!1,w(this,T,new j(this,{context:ve,initialValue:X})),w(this,U,new j(this,{context:we})),w(this,v),w(this,C,me()),w(this,I,()=>{this.me!==void 0&&s(this,a,S).call(this).then(()=>this.main.focus({preventScroll:!0}))}),w(this,f,()=>{this.offline=!navigator.onLine})}get locale(){return c(this,T).value}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",c(this,I)),window.addEventListener("online",c(this,f)),window.addEventListener("offline",c(this,f)),s(this,a,q).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",c(this,I)),window.removeEventListener("online",c(this,f)),window.removeEventListener("offline",c(this,f))}render(){const{common:e}=this.t;return i`
      <gw-header
        .me=${this.me}
        .entries=${Z}
        address=${this.address}
        @language=${t=>void s(this,a,ge).call(this,t.detail)}
        @sign-out=${()=>void s(this,a,pe).call(this)}
        @skip=${()=>this.main.focus()}
      ></gw-header>
      ${this.offline?i`<div class="offline" role="status">${e.errors.offline}. ${e.errors.offlineText}</div>`:k}
      <main
        id="main"
        tabindex="-1"
        @groundwork-toast=${t=>this.toasts.show(t.detail.text,t.detail.tone)}
        @groundwork-title=${t=>s(this,a,R).call(this,t.detail)}
      >
        ${s(this,a,ce).call(this)}
      </main>
      <gw-toasts></gw-toasts>
      ${s(this,a,he).call(this)}
    `}};T=new WeakMap;U=new WeakMap;v=new WeakMap;C=new WeakMap;a=new WeakSet;ce=function(){const{shell:e}=this.t;if(this.failure!==void 0)return i`<gw-error .error=${this.failure} @retry=${()=>void s(this,a,ue).call(this)}></gw-error>`;if(this.door===void 0)return i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.me===void 0)return c(this,v)===void 0?i`<gw-sign-in .door=${this.door} @signed-in=${n=>void s(this,a,A).call(this,n.detail)}></gw-sign-in>`:i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.shown===void 0)return i`<gw-empty icon="search" heading=${e.notFound} text=${e.notFoundText}>
        <gw-button href="#/">${e.home}</gw-button>
      </gw-empty>`;const{route:t,params:r}=this.shown;return fe(JSON.stringify([t.path,r]),t.render(r))};he=function(){const{shell:e,common:t}=this.t,r=o=>{const l=this.askedToSignIn;this.askedToSignIn=void 0,l?.[o]()},n=async()=>{this.signingIn=!0;try{await c(this,v)?.signInAgain(),r("signedIn")}catch{this.toasts.show(e.signInFailed,"critical")}finally{this.signingIn=!1}};return i`<gw-dialog heading=${e.signInAgain} ?open=${this.askedToSignIn!==void 0} @close=${()=>r("dismissed")}>
      <p>${t.errors.signedOutText}</p>
      <gw-button slot="footer" variant="primary" ?busy=${this.signingIn} @click=${()=>void n()}>${e.signIn}</gw-button>
    </gw-dialog>`};q=async function(){this.failure=void 0;try{await s(this,a,D).call(this,void 0);const e=await ke(),t=await e.resume();this.door=e,t!==void 0?await s(this,a,A).call(this,t):s(this,a,R).call(this,this.t.shell.signIn)}catch(e){this.failure=e}};ue=function(){return this.me!==void 0?s(this,a,S).call(this):c(this,v)===void 0?s(this,a,q).call(this):s(this,a,A).call(this,c(this,v))};A=async function(e){de(this,v,e);const t=new _e(new URL("..",new URL("/board/",location.href)).href.replace(/\/$/,""),e);t.askToSignIn=()=>new Promise((r,n)=>{this.askedToSignIn={signedIn:r,dismissed:()=>n(new Error("not signed in"))}}),c(this,U).setValue(t),this.failure=void 0,this.requestUpdate();try{const r=await t.me();await s(this,a,D).call(this,r.person?.time_zone??void 0),this.me=r,await s(this,a,S).call(this)}catch(r){this.failure=r}};pe=async function(){await c(this,v)?.signOut(),location.hash="",location.reload()};ge=async function(e){$e(e),de(this,C,e),await s(this,a,D).call(this,this.me?.person?.time_zone??void 0),s(this,a,H).call(this)};D=async function(e){const t=await ye(c(this,C),e).catch(()=>X);c(this,T).setValue(t),document.documentElement.lang=t.language,document.documentElement.dir=be(t.language),this.requestUpdate()};I=new WeakMap;f=new WeakMap;S=async function(){const{me:e}=this,t=e&&Z.find(o=>o.visible(e));E()==="/"&&t!==void 0&&history.replaceState(null,"",t.href);const r=E(),n=xe(De,r);try{await n?.route.load()}catch(o){this.failure=o;return}r===E()&&(this.failure=void 0,this.address=r,this.shown=n,s(this,a,H).call(this),window.scrollTo(0,0),await this.updateComplete)};H=function(){const{shell:e}=this.t;s(this,a,R).call(this,this.me===void 0?e.signIn:this.shown?.route.title(this.t)??e.notFound)};R=function(e){document.title=this.t.shell.title(e)};h.styles=[V,G`
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
    `];p([g()],h.prototype,"door",2);p([g()],h.prototype,"me",2);p([g()],h.prototype,"failure",2);p([g()],h.prototype,"address",2);p([g()],h.prototype,"shown",2);p([g()],h.prototype,"offline",2);p([g()],h.prototype,"askedToSignIn",2);p([g()],h.prototype,"signingIn",2);p([Y("main")],h.prototype,"main",2);p([Y("gw-toasts")],h.prototype,"toasts",2);h=p([M("groundwork-board")],h);export{h as GroundworkBoard};
