import{b as W,n as z,g as M,h as j,e as V,r as g,i as J,j as X,k as ve,a as we,p as fe,m as me,A as ke,q as _e,s as $e,u as ye,d as Y}from"./menu-oLYlwzUy.js";import{b as i,_ as p,i as G,A as _}from"./tokens-CJCdtVT4.js";import{o as be}from"./session--EGqrJQM.js";function xe(e,t){for(const r of e){const n=Ee(r.path,t);if(n!==void 0)return{route:r,params:n}}}function Ee(e,t){const[r,n]=[e.split("/"),t.split("/")];if(r.length!==n.length)return;const o={};for(const[s,d]of r.entries()){const v=n[s]??"";if(d.startsWith(":")&&v!=="")o[d.slice(1)]=Ie(v);else if(d!==v)return}return o}function Ie(e){try{return decodeURIComponent(e)}catch{return e}}function E(){return location.hash.slice(1).split("?")[0]||"/"}function Qe(e,t){e.dispatchEvent(new CustomEvent("groundwork-title",{detail:t,bubbles:!0,composed:!0}))}const Oe=[{path:"/feedback/:id",title:e=>e.feedback.title,load:()=>p(()=>import("./groundwork-feedback-CvS2RgPh.js"),[]),render:({id:e=""})=>i`<groundwork-feedback plan-id=${e}></groundwork-feedback>`}],Te=()=>p(()=>import("./people-BiADHAQV.js"),[]),K=()=>p(()=>import("./cycle-form-jAXMz_rR.js"),[]),ze=[...["/hr","/hr/people"].map(e=>({path:e,title:t=>t.hr.people,load:Te,render:()=>i`<groundwork-hr-people></groundwork-hr-people>`})),{path:"/hr/people/:id",title:e=>e.hr.people,load:()=>p(()=>import("./person-CkwRO1jA.js"),[]),render:({id:e=""})=>i`<groundwork-hr-person person-id=${e}></groundwork-hr-person>`},{path:"/hr/cycles",title:e=>e.hr.cycles,load:()=>p(()=>import("./cycles-N7OvrDHw.js"),[]),render:()=>i`<groundwork-hr-cycles></groundwork-hr-cycles>`},{path:"/hr/cycles/new",title:e=>e.hr.cycle.create,load:K,render:()=>i`<groundwork-hr-cycle-form></groundwork-hr-cycle-form>`},{path:"/hr/cycles/:id",title:e=>e.hr.cycles,load:()=>p(()=>import("./cycle-Ch6QCh6c.js"),[]),render:({id:e=""})=>i`<groundwork-hr-cycle cycle-id=${e}></groundwork-hr-cycle>`},{path:"/hr/cycles/:id/edit",title:e=>e.hr.cycle.editTitle,load:K,render:({id:e=""})=>i`<groundwork-hr-cycle-form cycle-id=${e}></groundwork-hr-cycle-form>`},...["/hr/audit","/hr/audit/:id"].map(e=>({path:e,title:t=>t.hr.audit,load:()=>p(()=>import("./audit-DoHVtGPj.js"),[]),render:({id:t=""})=>i`<groundwork-hr-audit subject=${t}></groundwork-hr-audit>`}))],Ce={href:"#/hr/people",label:e=>e.shell.hr,covers:["/hr"],visible:e=>e.isHrAdmin},N=()=>p(()=>import("./groundwork-plan-8g61PpId.js"),[]),Pe=[{path:"/plan",title:e=>e.plan.title,load:N,render:()=>i`<groundwork-plan></groundwork-plan>`},{path:"/plan/:id",title:e=>e.plan.title,load:N,render:({id:e=""})=>i`<groundwork-plan plan-id=${e}></groundwork-plan>`}],Le={href:"#/plan",label:e=>e.shell.plan,covers:["/plan"],visible:e=>e.person!==void 0},Ae=[{path:"/talk/:id",title:e=>e.talk.title,load:()=>p(()=>import("./groundwork-talk-zXjz8eIw.js").then(e=>e.g),[]),render:({id:e=""})=>i`<groundwork-talk plan-id=${e}></groundwork-talk>`}],Q=()=>p(()=>import("./groundwork-team-uk_ogINe.js"),[]),Se=[{path:"/team",title:e=>e.team.title,load:Q,render:()=>i`<groundwork-team></groundwork-team>`},{path:"/team/:id",title:e=>e.team.title,load:Q,render:({id:e=""})=>i`<groundwork-team person-id=${e}></groundwork-team>`}],De={href:"#/team",label:e=>e.shell.team,covers:["/team"],visible:e=>e.hasTeam},Re=[...Pe,...Oe,...Ae,...Se,...ze],Z=[Le,De,Ce];var We=Object.defineProperty,Me=Object.getOwnPropertyDescriptor,ee=e=>{throw TypeError(e)},C=(e,t,r,n)=>{for(var o=n>1?void 0:n?Me(t,r):t,s=e.length-1,d;s>=0;s--)(d=e[s])&&(o=(n?d(t,r,o):d(o))||o);return n&&o&&We(t,r,o),o},Ve=(e,t,r)=>t.has(e)||ee("Cannot "+r),Ge=(e,t,r)=>t.has(e)?ee("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),x=(e,t,r)=>(Ve(e,t,"access private method"),r),m,te,re,ne,oe;let y=class extends M{constructor(){super(...arguments),Ge(this,m),this.entries=[],this.address=""}render(){const{product:e,navigation:t,skip:r}=this.t.shell,{me:n}=this,o=n===void 0?[]:this.entries.filter(s=>s.visible(n));return i`<header>
      <a class="skip visually-hidden" href="#main" @click=${x(this,m,te)}>${r}</a>
      <a class="brand" href="#/">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M8 22h16M11 17h10M14 12h4" />
        </svg>
        ${e}
      </a>
      ${o.length===0?_:i`<nav aria-label=${t}>
            <ul role="list">
              ${o.map(({href:s,label:d,covers:v})=>i`<li>
                  <a href=${s} aria-current=${x(this,m,re).call(this,v)?"page":_}>${d(this.t)}</a>
                </li>`)}
            </ul>
          </nav>`}
      <div class="who">${x(this,m,ne).call(this)}${n===void 0?_:x(this,m,oe).call(this,n)}</div>
    </header>`}};m=new WeakSet;te=function(e){e.preventDefault(),this.dispatchEvent(new Event("skip"))};re=function(e){return e.some(t=>this.address===t||this.address.startsWith(`${t}/`))};ne=function(){const e=Object.entries(j).map(([t,r])=>({id:t,label:r}));return i`<gw-menu
      icon="globe"
      label=${`${this.t.shell.language}: ${j[this.locale.language]}`}
      .items=${e}
      @select=${t=>this.dispatchEvent(new CustomEvent("language",{detail:t.detail}))}
    ></gw-menu>`};oe=function({person:e}){const{account:t,signOut:r}=this.t.shell,n=e?.display_name??"";return i`<gw-menu
      icon="user"
      label=${t(n)}
      .items=${[{id:"sign-out",label:r,icon:"sign-out"}]}
      @select=${()=>this.dispatchEvent(new Event("sign-out"))}
    >
      ${n===""?_:i`<div class="account"><gw-avatar size="small" name=${n}></gw-avatar><span>${n}</span></div>`}
    </gw-menu>`};y.styles=[W,G`
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
    `];C([z({attribute:!1})],y.prototype,"me",2);C([z({attribute:!1})],y.prototype,"entries",2);C([z()],y.prototype,"address",2);y=C([V("gw-header")],y);var Be=Object.defineProperty,Fe=Object.getOwnPropertyDescriptor,ie=e=>{throw TypeError(e)},P=(e,t,r,n)=>{for(var o=n>1?void 0:n?Fe(t,r):t,s=e.length-1,d;s>=0;s--)(d=e[s])&&(o=(n?d(t,r,o):d(o))||o);return n&&o&&Be(t,r,o),o},Ue=(e,t,r)=>t.has(e)||ie("Cannot "+r),qe=(e,t,r)=>t.has(e)?ie("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),O=(e,t,r)=>(Ue(e,t,"access private method"),r),$,ae,se,B;let b=class extends M{constructor(){super(...arguments),qe(this,$)}render(){const{signInTitle:e,signInText:t}=this.t.shell;return i`<div class="page">
      <div class="intro">
        <h1 tabindex="-1">${e}</h1>
        <p>${t}</p>
      </div>
      ${this.error===void 0?_:i`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.door.people===null?O(this,$,ae).call(this):O(this,$,se).call(this,this.door.people)}
    </div>`}};$=new WeakSet;ae=function(){return i`<div>
      <gw-button variant="primary" ?busy=${this.chosen!==void 0} @click=${()=>O(this,$,B).call(this)}>
        ${this.t.shell.signInButton}
      </gw-button>
    </div>`};se=function(e){const{demoTitle:t,demoText:r,demoRole:n,demoPerson:o}=this.t.shell;return i`<section aria-labelledby="demo">
      <h2 id="demo">${t}</h2>
      <ul role="list">
        ${e.map(({user_name:s,name:d,about:v})=>i`<li>
            <button class="person" type="button" aria-busy=${this.chosen===s?"true":"false"} @click=${()=>O(this,$,B).call(this,s)}>
              <gw-avatar name=${d}></gw-avatar>
              <span class="name">${d}</span>
              <span class="role">${n[v]}</span>
              <span class="about">${o[v]}</span>
            </button>
          </li>`)}
      </ul>
      <p class="note">${r}</p>
    </section>`};B=async function(e){if(this.chosen===void 0){this.chosen=e??"",this.error=void 0;try{this.dispatchEvent(new CustomEvent("signed-in",{detail:await this.door.signIn(e)}))}catch(t){this.error=t}finally{this.chosen=void 0}}};b.styles=[W,G`
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
    `];P([z({attribute:!1})],b.prototype,"door",2);P([g()],b.prototype,"chosen",2);P([g()],b.prototype,"error",2);b=P([V("gw-sign-in")],b);var He=Object.defineProperty,je=Object.getOwnPropertyDescriptor,le=e=>{throw TypeError(e)},u=(e,t,r,n)=>{for(var o=n>1?void 0:n?je(t,r):t,s=e.length-1,d;s>=0;s--)(d=e[s])&&(o=(n?d(t,r,o):d(o))||o);return n&&o&&He(t,r,o),o},F=(e,t,r)=>t.has(e)||le("Cannot "+r),c=(e,t,r)=>(F(e,t,"read from private field"),r?r.call(e):t.get(e)),f=(e,t,r)=>t.has(e)?le("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),de=(e,t,r,n)=>(F(e,t,"write to private field"),t.set(e,r),r),l=(e,t,r)=>(F(e,t,"access private method"),r),T,U,w,L,a,ce,he,q,ue,A,pe,ge,S,I,k,D,H,R;let h=class extends M{constructor(){super(...arguments),f(this,a),this.address=E(),this.offline=!navigator.onLine,this.signingIn=!1,f(this,T,new J(this,{context:ve,initialValue:X})),f(this,U,new J(this,{context:we})),f(this,w),f(this,L,fe()),f(this,I,()=>{this.me!==void 0&&l(this,a,D).call(this).then(()=>this.main.focus({preventScroll:!0}))}),f(this,k,()=>{this.offline=!navigator.onLine})}get locale(){return c(this,T).value}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",c(this,I)),window.addEventListener("online",c(this,k)),window.addEventListener("offline",c(this,k)),l(this,a,q).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",c(this,I)),window.removeEventListener("online",c(this,k)),window.removeEventListener("offline",c(this,k))}render(){const{common:e}=this.t;return i`
      <gw-header
        .me=${this.me}
        .entries=${Z}
        address=${this.address}
        @language=${t=>void l(this,a,ge).call(this,t.detail)}
        @sign-out=${()=>void l(this,a,pe).call(this)}
        @skip=${()=>this.main.focus()}
      ></gw-header>
      ${this.offline?i`<div class="offline" role="status">${e.errors.offline}. ${e.errors.offlineText}</div>`:_}
      <main
        id="main"
        tabindex="-1"
        @groundwork-toast=${t=>this.toasts.show(t.detail.text,t.detail.tone)}
        @groundwork-title=${t=>l(this,a,R).call(this,t.detail)}
      >
        ${l(this,a,ce).call(this)}
      </main>
      <gw-toasts></gw-toasts>
      ${l(this,a,he).call(this)}
    `}};T=new WeakMap;U=new WeakMap;w=new WeakMap;L=new WeakMap;a=new WeakSet;ce=function(){const{shell:e}=this.t;if(this.failure!==void 0)return i`<gw-error .error=${this.failure} @retry=${()=>void l(this,a,ue).call(this)}></gw-error>`;if(this.door===void 0)return i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.me===void 0)return c(this,w)===void 0?i`<gw-sign-in .door=${this.door} @signed-in=${n=>void l(this,a,A).call(this,n.detail)}></gw-sign-in>`:i`<gw-skeleton lines="4"></gw-skeleton>`;if(this.shown===void 0)return i`<gw-empty icon="search" heading=${e.notFound} text=${e.notFoundText}>
        <gw-button href="#/">${e.home}</gw-button>
      </gw-empty>`;const{route:t,params:r}=this.shown;return me(JSON.stringify([t.path,r]),t.render(r))};he=function(){const{shell:e,common:t}=this.t,r=o=>{const s=this.askedToSignIn;this.askedToSignIn=void 0,s?.[o]()},n=async()=>{this.signingIn=!0;try{await c(this,w)?.signInAgain(),r("signedIn")}catch{this.toasts.show(e.signInFailed,"critical")}finally{this.signingIn=!1}};return i`<gw-dialog heading=${e.signInAgain} ?open=${this.askedToSignIn!==void 0} @close=${()=>r("dismissed")}>
      <p>${t.errors.signedOutText}</p>
      <gw-button slot="footer" variant="primary" ?busy=${this.signingIn} @click=${()=>void n()}>${e.signIn}</gw-button>
    </gw-dialog>`};q=async function(){this.failure=void 0;try{await l(this,a,S).call(this,void 0),this.door=await be();const e=await this.door.resume();e!==void 0?await l(this,a,A).call(this,e):l(this,a,R).call(this,this.t.shell.signIn)}catch(e){this.failure=e}};ue=function(){return this.me!==void 0?l(this,a,D).call(this):c(this,w)===void 0?l(this,a,q).call(this):l(this,a,A).call(this,c(this,w))};A=async function(e){de(this,w,e);const t=new ke(new URL("..",new URL("/board/",location.href)).href.replace(/\/$/,""),e);t.askToSignIn=()=>new Promise((r,n)=>{this.askedToSignIn={signedIn:r,dismissed:()=>n(new Error("not signed in"))}}),c(this,U).setValue(t),this.failure=void 0,this.requestUpdate();try{const r=await t.me();await l(this,a,S).call(this,r.person?.time_zone??void 0),this.me=r,await l(this,a,D).call(this)}catch(r){this.failure=r}};pe=async function(){await c(this,w)?.signOut(),location.hash="",location.reload()};ge=async function(e){_e(e),de(this,L,e),await l(this,a,S).call(this,this.me?.person?.time_zone??void 0),l(this,a,H).call(this)};S=async function(e){const t=await $e(c(this,L),e).catch(()=>X);c(this,T).setValue(t),document.documentElement.lang=t.language,document.documentElement.dir=ye(t.language),this.requestUpdate()};I=new WeakMap;k=new WeakMap;D=async function(){const{me:e}=this,t=e&&Z.find(o=>o.visible(e));E()==="/"&&t!==void 0&&history.replaceState(null,"",t.href);const r=E(),n=xe(Re,r);try{await n?.route.load()}catch(o){this.failure=o;return}r===E()&&(this.failure=void 0,this.address=r,this.shown=n,l(this,a,H).call(this),window.scrollTo(0,0),await this.updateComplete)};H=function(){const{shell:e}=this.t;l(this,a,R).call(this,this.me===void 0?e.signIn:this.shown?.route.title(this.t)??e.notFound)};R=function(e){document.title=this.t.shell.title(e)};h.styles=[W,G`
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
    `];u([g()],h.prototype,"door",2);u([g()],h.prototype,"me",2);u([g()],h.prototype,"failure",2);u([g()],h.prototype,"address",2);u([g()],h.prototype,"shown",2);u([g()],h.prototype,"offline",2);u([g()],h.prototype,"askedToSignIn",2);u([g()],h.prototype,"signingIn",2);u([Y("main")],h.prototype,"main",2);u([Y("gw-toasts")],h.prototype,"toasts",2);h=u([V("groundwork-board")],h);const Xe=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkBoard(){return h}},Symbol.toStringTag,{value:"Module"}));export{Xe as b,Qe as s};
