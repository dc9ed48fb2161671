import{b as M,n as C,g as R,h as J,e as V,r as g,i as E,j as K,k as X,m as pe,a as ve,p as we,q as me,A as fe,s as ke,u as _e,w as $e,x as be,d as Y}from"./menu-BfZtRc2U.js";import{b as o,_ as b,i as G,A as f}from"./tokens-BHm-NQ-a.js";import{o as ye}from"./session-R_ExtKmI.js";const xe=[{path:"/feedback/:id",title:e=>e.feedback.title,load:()=>b(()=>import("./groundwork-feedback-4vLyFDIS.js"),[]),render:({id:e=""})=>o`<groundwork-feedback plan-id=${e}></groundwork-feedback>`}],Ee=[{path:"/hr",title:e=>e.hr.title,load:()=>b(()=>import("./groundwork-hr-kev7pw2U.js"),[]),render:()=>o`<groundwork-hr></groundwork-hr>`}],Ie={href:"#/hr",label:e=>e.shell.hr,covers:["/hr"],visible:e=>e.isHrAdmin},N=()=>b(()=>import("./groundwork-plan-8M9BppGC.js"),[]),ze=[{path:"/plan",title:e=>e.plan.title,load:N,render:()=>o`<groundwork-plan></groundwork-plan>`},{path:"/plan/:id",title:e=>e.plan.title,load:N,render:({id:e=""})=>o`<groundwork-plan plan-id=${e}></groundwork-plan>`}],Oe={href:"#/plan",label:e=>e.shell.plan,covers:["/plan"],visible:e=>e.person!==void 0},Ce=[{path:"/talk/:id",title:e=>e.talk.title,load:()=>b(()=>import("./groundwork-talk-DQjFrU9A.js").then(e=>e.g),[]),render:({id:e=""})=>o`<groundwork-talk plan-id=${e}></groundwork-talk>`}],Q=()=>b(()=>import("./groundwork-team-LdNkqQWN.js"),[]),Te=[{path:"/team",title:e=>e.team.title,load:Q,render:()=>o`<groundwork-team></groundwork-team>`},{path:"/team/:id",title:e=>e.team.title,load:Q,render:({id:e=""})=>o`<groundwork-team person-id=${e}></groundwork-team>`},{path:"/team/:id/handover",title:e=>e.team.handover,load:()=>b(()=>import("./groundwork-handover-vBW5U6PI.js"),[]),render:({id:e=""})=>o`<groundwork-handover person-id=${e}></groundwork-handover>`}],Le={href:"#/team",label:e=>e.shell.team,covers:["/team","/feedback"],visible:e=>e.hasTeam},Pe=[...ze,...xe,...Ce,...Te,...Ee],Z=[Oe,Le,Ie];var Se=Object.defineProperty,Ae=Object.getOwnPropertyDescriptor,j=e=>{throw TypeError(e)},T=(e,t,r,n)=>{for(var i=n>1?void 0:n?Ae(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(i=(n?d(t,r,i):d(i))||i);return n&&i&&Se(t,r,i),i},De=(e,t,r)=>t.has(e)||j("Cannot "+r),We=(e,t,r)=>t.has(e)?j("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),x=(e,t,r)=>(De(e,t,"access private method"),r),w,ee,te,re,ne;let _=class extends R{constructor(){super(...arguments),We(this,w),this.entries=[],this.address=""}render(){const{product:e,navigation:t,skip:r}=this.t.shell,{me:n}=this,i=n===void 0?[]:this.entries.filter(l=>l.visible(n));return o`<header>
      <a class="skip visually-hidden" href="#main" @click=${x(this,w,ee)}>${r}</a>
      <a class="brand" href="#/">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M8 22h16M11 17h10M14 12h4" />
        </svg>
        ${e}
      </a>
      ${i.length===0?f:o`<nav aria-label=${t}>
            <ul role="list">
              ${i.map(({href:l,label:d,covers:y})=>o`<li>
                  <a href=${l} aria-current=${x(this,w,te).call(this,y)?"page":f}>${d(this.t)}</a>
                </li>`)}
            </ul>
          </nav>`}
      <div class="who">${x(this,w,re).call(this)}${n===void 0?f:x(this,w,ne).call(this,n)}</div>
    </header>`}};w=new WeakSet;ee=function(e){e.preventDefault(),this.dispatchEvent(new Event("skip"))};te=function(e){return e.some(t=>this.address===t||this.address.startsWith(`${t}/`))};re=function(){const e=Object.entries(J).map(([t,r])=>({id:t,label:r}));return o`<gw-menu
      icon="globe"
      label=${`${this.t.shell.language}: ${J[this.locale.language]}`}
      .items=${e}
      @select=${t=>this.dispatchEvent(new CustomEvent("language",{detail:t.detail}))}
    ></gw-menu>`};ne=function({person:e}){const{account:t,signOut:r}=this.t.shell,n=e?.display_name??"";return o`<gw-menu
      icon="user"
      label=${t(n)}
      .items=${[{id:"sign-out",label:r,icon:"sign-out"}]}
      @select=${()=>this.dispatchEvent(new Event("sign-out"))}
    >
      ${n===""?f:o`<div class="account"><gw-avatar size="small" name=${n}></gw-avatar><span>${n}</span></div>`}
    </gw-menu>`};_.styles=[M,G`
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
    `];T([C({attribute:!1})],_.prototype,"me",2);T([C({attribute:!1})],_.prototype,"entries",2);T([C()],_.prototype,"address",2);_=T([V("gw-header")],_);var Me=Object.defineProperty,Re=Object.getOwnPropertyDescriptor,ie=e=>{throw TypeError(e)},L=(e,t,r,n)=>{for(var i=n>1?void 0:n?Re(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(i=(n?d(t,r,i):d(i))||i);return n&&i&&Me(t,r,i),i},Ve=(e,t,r)=>t.has(e)||ie("Cannot "+r),Ge=(e,t,r)=>t.has(e)?ie("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),z=(e,t,r)=>(Ve(e,t,"access private method"),r),k,oe,ae,B;let $=class extends R{constructor(){super(...arguments),Ge(this,k)}render(){const{signInTitle:e,signInText:t}=this.t.shell;return o`<div class="page">
      <div class="intro">
        <h1 tabindex="-1">${e}</h1>
        <p>${t}</p>
      </div>
      ${this.error===void 0?f:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.door.people===null?z(this,k,oe).call(this):z(this,k,ae).call(this,this.door.people)}
    </div>`}};k=new WeakSet;oe=function(){return o`<div>
      <gw-button variant="primary" ?busy=${this.chosen!==void 0} @click=${()=>z(this,k,B).call(this)}>
        ${this.t.shell.signInButton}
      </gw-button>
    </div>`};ae=function(e){const{demoTitle:t,demoText:r,demoRole:n,demoPerson:i}=this.t.shell;return o`<section aria-labelledby="demo">
      <h2 id="demo">${t}</h2>
      <ul role="list">
        ${e.map(({user_name:l,name:d,about:y})=>o`<li>
            <button class="person" type="button" aria-busy=${this.chosen===l?"true":"false"} @click=${()=>z(this,k,B).call(this,l)}>
              <gw-avatar name=${d}></gw-avatar>
              <span class="name">${d}</span>
              <span class="role">${n[y]}</span>
              <span class="about">${i[y]}</span>
            </button>
          </li>`)}
      </ul>
      <p class="note">${r}</p>
    </section>`};B=async function(e){if(this.chosen===void 0){this.chosen=e??"",this.error=void 0;try{this.dispatchEvent(new CustomEvent("signed-in",{detail:await this.door.signIn(e)}))}catch(t){this.error=t}finally{this.chosen=void 0}}};$.styles=[M,G`
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
    `];L([C({attribute:!1})],$.prototype,"door",2);L([g()],$.prototype,"chosen",2);L([g()],$.prototype,"error",2);$=L([V("gw-sign-in")],$);var Be=Object.defineProperty,Fe=Object.getOwnPropertyDescriptor,se=e=>{throw TypeError(e)},u=(e,t,r,n)=>{for(var i=n>1?void 0:n?Fe(t,r):t,l=e.length-1,d;l>=0;l--)(d=e[l])&&(i=(n?d(t,r,i):d(i))||i);return n&&i&&Be(t,r,i),i},F=(e,t,r)=>t.has(e)||se("Cannot "+r),c=(e,t,r)=>(F(e,t,"read from private field"),r?r.call(e):t.get(e)),v=(e,t,r)=>t.has(e)?se("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),le=(e,t,r,n)=>(F(e,t,"write to private field"),t.set(e,r),r),s=(e,t,r)=>(F(e,t,"access private method"),r),O,U,p,P,a,de,ce,q,he,S,ue,ge,A,I,m,D,H,W;let h=class extends R{constructor(){super(...arguments),v(this,a),this.address=E(),this.offline=!navigator.onLine,this.signingIn=!1,v(this,O,new K(this,{context:pe,initialValue:X})),v(this,U,new K(this,{context:ve})),v(this,p),v(this,P,we()),v(this,I,()=>{this.me!==void 0&&s(this,a,D).call(this).then(()=>this.main.focus({preventScroll:!0}))}),v(this,m,()=>{this.offline=!navigator.onLine})}get locale(){return c(this,O).value}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",c(this,I)),window.addEventListener("online",c(this,m)),window.addEventListener("offline",c(this,m)),s(this,a,q).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",c(this,I)),window.removeEventListener("online",c(this,m)),window.removeEventListener("offline",c(this,m))}render(){const{common:e}=this.t;return o`
      <gw-header
        .me=${this.me}
        .entries=${Z}
        address=${this.address}
        @language=${t=>void s(this,a,ge).call(this,t.detail)}
        @sign-out=${()=>void s(this,a,ue).call(this)}
        @skip=${()=>this.main.focus()}
      ></gw-header>
      ${this.offline?o`<div class="offline" role="status">${e.errors.offline}. ${e.errors.offlineText}</div>`:f}
      <main
        id="main"
        tabindex="-1"
        @groundwork-toast=${t=>this.toasts.show(t.detail.text,t.detail.tone)}
        @groundwork-title=${t=>s(this,a,W).call(this,t.detail)}
      >
        ${s(this,a,de).call(this)}
      </main>
      <gw-toasts></gw-toasts>
      ${s(this,a,ce).call(this)}
    `}};O=new WeakMap;U=new WeakMap;p=new WeakMap;P=new WeakMap;a=new WeakSet;de=function(){const{shell:e}=this.t;if(this.failure!==void 0)return o`<gw-error .error=${this.failure} @retry=${()=>void s(this,a,he).call(this)}></gw-error>`;if(this.door===void 0)return o`<gw-skeleton lines="4"></gw-skeleton>`;if(this.me===void 0)return c(this,p)===void 0?o`<gw-sign-in .door=${this.door} @signed-in=${n=>void s(this,a,S).call(this,n.detail)}></gw-sign-in>`:o`<gw-skeleton lines="4"></gw-skeleton>`;if(this.shown===void 0)return o`<gw-empty icon="search" heading=${e.notFound} text=${e.notFoundText}>
        <gw-button href="#/">${e.home}</gw-button>
      </gw-empty>`;const{route:t,params:r}=this.shown;return me(JSON.stringify([t.path,r]),t.render(r))};ce=function(){const{shell:e,common:t}=this.t,r=i=>{const l=this.askedToSignIn;this.askedToSignIn=void 0,l?.[i]()},n=async()=>{this.signingIn=!0;try{await c(this,p)?.signInAgain(),r("signedIn")}catch{this.toasts.show(e.signInFailed,"critical")}finally{this.signingIn=!1}};return o`<gw-dialog heading=${e.signInAgain} ?open=${this.askedToSignIn!==void 0} @close=${()=>r("dismissed")}>
      <p>${t.errors.signedOutText}</p>
      <gw-button slot="footer" variant="primary" ?busy=${this.signingIn} @click=${()=>void n()}>${e.signIn}</gw-button>
    </gw-dialog>`};q=async function(){this.failure=void 0;try{await s(this,a,A).call(this,void 0),this.door=await ye();const e=await this.door.resume();e!==void 0?await s(this,a,S).call(this,e):s(this,a,W).call(this,this.t.shell.signIn)}catch(e){this.failure=e}};he=function(){return this.me!==void 0?s(this,a,D).call(this):c(this,p)===void 0?s(this,a,q).call(this):s(this,a,S).call(this,c(this,p))};S=async function(e){le(this,p,e);const t=new fe(new URL("..",new URL("/board/",location.href)).href.replace(/\/$/,""),e);t.askToSignIn=()=>new Promise((r,n)=>{this.askedToSignIn={signedIn:r,dismissed:()=>n(new Error("not signed in"))}}),c(this,U).setValue(t),this.failure=void 0,this.requestUpdate();try{const r=await t.me();await s(this,a,A).call(this,r.person?.time_zone??void 0),this.me=r,await s(this,a,D).call(this)}catch(r){this.failure=r}};ue=async function(){await c(this,p)?.signOut(),location.hash="",location.reload()};ge=async function(e){ke(e),le(this,P,e),await s(this,a,A).call(this,this.me?.person?.time_zone??void 0),s(this,a,H).call(this)};A=async function(e){const t=await _e(c(this,P),e).catch(()=>X);c(this,O).setValue(t),document.documentElement.lang=t.language,document.documentElement.dir=$e(t.language),this.requestUpdate()};I=new WeakMap;m=new WeakMap;D=async function(){const{me:e}=this,t=e&&Z.find(i=>i.visible(e));E()==="/"&&t!==void 0&&history.replaceState(null,"",t.href);const r=E(),n=be(Pe,r);try{await n?.route.load()}catch(i){this.failure=i;return}r===E()&&(this.failure=void 0,this.address=r,this.shown=n,s(this,a,H).call(this),window.scrollTo(0,0),await this.updateComplete)};H=function(){const{shell:e}=this.t;s(this,a,W).call(this,this.me===void 0?e.signIn:this.shown?.route.title(this.t)??e.notFound)};W=function(e){document.title=this.t.shell.title(e)};h.styles=[M,G`
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
    `];u([g()],h.prototype,"door",2);u([g()],h.prototype,"me",2);u([g()],h.prototype,"failure",2);u([g()],h.prototype,"address",2);u([g()],h.prototype,"shown",2);u([g()],h.prototype,"offline",2);u([g()],h.prototype,"askedToSignIn",2);u([g()],h.prototype,"signingIn",2);u([Y("main")],h.prototype,"main",2);u([Y("gw-toasts")],h.prototype,"toasts",2);h=u([V("groundwork-board")],h);export{h as GroundworkBoard};
