import{f as Nt,u as Rt,i as w,_ as se,c as Ot,a as Et,A as f,w as l,b as c,j as Dt}from"./tokens-BHm-NQ-a.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Mt={attribute:!0,type:String,converter:Rt,reflect:!1,hasChanged:Nt},It=(e=Mt,t,o)=>{const{kind:r,metadata:n}=o;let a=globalThis.litPropertyMetadata.get(n);if(a===void 0&&globalThis.litPropertyMetadata.set(n,a=new Map),r==="setter"&&((e=Object.create(e)).wrapped=!0),a.set(o.name,e),r==="accessor"){const{name:s}=o;return{set(i){const p=t.get.call(this);t.set.call(this,i),this.requestUpdate(s,p,e,!0,i)},init(i){return i!==void 0&&this.C(s,void 0,e,i),i}}}if(r==="setter"){const{name:s}=o;return function(i){const p=this[s];t.call(this,i),this.requestUpdate(s,p,e,!0,i)}}throw Error("Unsupported decorator location: "+r)};function d(e){return(t,o)=>typeof o=="object"?It(e,t,o):((r,n,a)=>{const s=n.hasOwnProperty(a);return n.constructor.createProperty(a,r),s?Object.getOwnPropertyDescriptor(n,a):void 0})(e,t,o)}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function B(e){return d({...e,state:!0,attribute:!1})}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Wt=(e,t,o)=>(o.configurable=!0,o.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(e,t,o),o);/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function Ve(e,t){return(o,r,n)=>{const a=s=>s.renderRoot?.querySelector(e)??null;return Wt(o,r,{get(){return a(this)}})}}const A=w`
  :host {
    display: block;
    color: var(--groundwork-text);
    font: 400 var(--groundwork-text-m) / var(--groundwork-leading) var(--groundwork-font);
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul[role="list"],
  ol[role="list"] {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4 {
    line-height: var(--groundwork-leading-tight);
    font-weight: 620;
    letter-spacing: -0.011em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  /* Names in a script of the other direction stay at the side of the page where all others are. */
  h1,
  h2,
  h3,
  h4,
  bdi {
    text-align: -webkit-match-parent; /* in Chromium */
    text-align: match-parent;
  }
  h1 {
    font-size: var(--groundwork-text-3xl);
    letter-spacing: -0.022em;
  }
  h2 {
    font-size: var(--groundwork-text-xl);
    letter-spacing: -0.015em;
  }
  h3 {
    font-size: var(--groundwork-text-l);
  }
  h4 {
    font-size: var(--groundwork-text-m);
  }
  p {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--groundwork-accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    color: var(--groundwork-accent-strong);
    text-decoration-thickness: 2px;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--groundwork-ring);
    outline-offset: 2px;
    border-radius: var(--groundwork-radius-s);
  }
  .muted {
    color: var(--groundwork-text-muted);
  }
  .small {
    font-size: var(--groundwork-text-s);
  }
  .visually-hidden:not(:focus, :active, :focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`,Zo=w`
  .stack {
    display: grid;
    gap: var(--gap, var(--groundwork-space-5));
    justify-items: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack.tight {
    --gap: var(--groundwork-space-3);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap, var(--groundwork-space-3));
  }
  .row.spread {
    justify-content: space-between;
  }
  .page-head {
    display: grid;
    gap: var(--groundwork-space-3);
    margin-block-end: var(--groundwork-space-6);
  }
  .page-head p {
    max-inline-size: var(--groundwork-measure);
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-l);
  }
  .eyebrow {
    font-size: var(--groundwork-text-xs);
    font-weight: 600;
    color: var(--groundwork-text-muted);
    letter-spacing: 0.02em;
  }
  .back {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-block-size: 1.75rem;
    font-size: var(--groundwork-text-s);
    text-decoration: none;
  }
`;/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let Ke=class extends Event{constructor(t,o,r,n){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=o,this.callback=r,this.subscribe=n??!1}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 *//**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let Me=class{constructor(t,o,r,n){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(a,s)=>{this.unsubscribe&&(this.unsubscribe!==s&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=a,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(a,s)),this.unsubscribe=s},this.host=t,o.context!==void 0){const a=o;this.context=a.context,this.callback=a.callback,this.subscribe=a.subscribe??!1}else this.context=o,this.callback=r,this.subscribe=n??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Ke(this.context,this.host,this.t,this.subscribe))}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let zt=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,o=!1){const r=o||!Object.is(t,this.o);this.o=t,r&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(const[o,{disposer:r}]of this.subscriptions)o(this.o,r)},t!==void 0&&(this.value=t)}addCallback(t,o,r){if(!r)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:o});const{disposer:n}=this.subscriptions.get(t);t(this.value,n)}clearCallbacks(){this.subscriptions.clear()}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let jt=class extends Event{constructor(t,o){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=o}},Ie=class extends zt{constructor(t,o,r){super(o.context!==void 0?o.initialValue:r),this.onContextRequest=n=>{if(n.context!==this.context)return;const a=n.contextTarget??n.composedPath()[0];a!==this.host&&(n.stopPropagation(),this.addCallback(n.callback,a,n.subscribe))},this.onProviderRequest=n=>{if(n.context!==this.context||(n.contextTarget??n.composedPath()[0])===this.host)return;const a=new Set;for(const[s,{consumerHost:i}]of this.subscriptions)a.has(s)||(a.add(s),i.dispatchEvent(new Ke(this.context,i,s,!0)));n.stopPropagation()},this.host=t,o.context!==void 0?this.context=o.context:this.context=o,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new jt(this.context,this.host))}};/**
 * @license
 * Copyright 2022 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function Ze({context:e,subscribe:t}){return(o,r)=>{typeof r=="object"?r.addInitializer((function(){new Me(this,{context:e,callback:n=>{o.set.call(this,n)},subscribe:t})})):o.constructor.addInitializer((n=>{new Me(n,{context:e,callback:a=>{n[r]=a},subscribe:t})}))}}const Ht=/\{[^{}]+\}/g,Lt=()=>typeof process=="object"&&Number.parseInt(process?.versions?.node?.substring(0,2))>=18&&process.versions.undici;function Bt(){return Math.random().toString(36).slice(2,11)}function qt(e){let{baseUrl:t="",Request:o=globalThis.Request,fetch:r=globalThis.fetch,querySerializer:n,bodySerializer:a,pathSerializer:s,headers:i,requestInitExt:p=void 0,...M}={...e};p=Lt()?p:void 0,t=je(t);const T=[];async function _(u,h){const{baseUrl:I,fetch:Pe=r,Request:Ce=o,headers:Ne,params:U={},parseAs:te="json",querySerializer:oe,bodySerializer:Re=a??Ft,pathSerializer:At,body:Oe,middleware:St=[],...pe}=h||{};let ge=t;I&&(ge=je(I)??t);let me=typeof n=="function"?n:We(n);oe&&(me=typeof oe=="function"?oe:We({...typeof n=="object"?n:{},...oe}));const Ee=At||s||Ut,fe=Oe===void 0?void 0:Re(Oe,ze(i,Ne,U.header)),Pt=ze(fe===void 0||fe instanceof FormData?{}:{"Content-Type":"application/json"},i,Ne,U.header),N=[...T,...St],Ct={redirect:"follow",...M,...pe,body:fe,headers:Pt};let ne,re,R=new Ce(Gt(u,{baseUrl:ge,params:U,querySerializer:me,pathSerializer:Ee}),Ct),g;for(const v in pe)v in R||(R[v]=pe[v]);if(N.length){ne=Bt(),re=Object.freeze({baseUrl:ge,fetch:Pe,parseAs:te,querySerializer:me,bodySerializer:Re,pathSerializer:Ee});for(const v of N)if(v&&typeof v=="object"&&typeof v.onRequest=="function"){const m=await v.onRequest({request:R,schemaPath:u,params:U,options:re,id:ne});if(m)if(m instanceof Ce)R=m;else if(m instanceof Response){g=m;break}else throw new Error("onRequest: must return new Request() or Response() when modifying the request")}}if(!g){try{g=await Pe(R,p)}catch(v){let m=v;if(N.length)for(let W=N.length-1;W>=0;W--){const ae=N[W];if(ae&&typeof ae=="object"&&typeof ae.onError=="function"){const J=await ae.onError({request:R,error:m,schemaPath:u,params:U,options:re,id:ne});if(J){if(J instanceof Response){m=void 0,g=J;break}if(J instanceof Error){m=J;continue}throw new Error("onError: must return new Response() or instance of Error")}}}if(m)throw m}if(N.length)for(let v=N.length-1;v>=0;v--){const m=N[v];if(m&&typeof m=="object"&&typeof m.onResponse=="function"){const W=await m.onResponse({request:R,response:g,schemaPath:u,params:U,options:re,id:ne});if(W){if(!(W instanceof Response))throw new Error("onResponse: must return new Response() when modifying the response");g=W}}}}const De=g.headers.get("Content-Length");if(g.status===204||R.method==="HEAD"||De==="0"&&!g.headers.get("Transfer-Encoding")?.includes("chunked"))return g.ok?{data:void 0,response:g}:{error:void 0,response:g};if(g.ok)return{data:await(async()=>{if(te==="stream")return g.body;if(te==="json"&&!De){const m=await g.text();return m?JSON.parse(m):void 0}return await g[te]()})(),response:g};let ve=await g.text();try{ve=JSON.parse(ve)}catch{}return{error:ve,response:g}}return{request(u,h,I){return _(h,{...I,method:u.toUpperCase()})},GET(u,h){return _(u,{...h,method:"GET"})},PUT(u,h){return _(u,{...h,method:"PUT"})},POST(u,h){return _(u,{...h,method:"POST"})},DELETE(u,h){return _(u,{...h,method:"DELETE"})},OPTIONS(u,h){return _(u,{...h,method:"OPTIONS"})},HEAD(u,h){return _(u,{...h,method:"HEAD"})},PATCH(u,h){return _(u,{...h,method:"PATCH"})},TRACE(u,h){return _(u,{...h,method:"TRACE"})},use(...u){for(const h of u)if(h){if(typeof h!="object"||!("onRequest"in h||"onResponse"in h||"onError"in h))throw new Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");T.push(h)}},eject(...u){for(const h of u){const I=T.indexOf(h);I!==-1&&T.splice(I,1)}}}}function ue(e,t,o){if(t==null)return"";if(typeof t=="object")throw new Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");return`${e}=${o?.allowReserved===!0?t:encodeURIComponent(t)}`}function Je(e,t,o){if(!t||typeof t!="object")return"";const r=[],n={simple:",",label:".",matrix:";"}[o.style]||"&";if(o.style!=="deepObject"&&o.explode===!1){for(const i in t)r.push(i,o.allowReserved===!0?t[i]:encodeURIComponent(t[i]));const s=r.join(",");switch(o.style){case"form":return`${e}=${s}`;case"label":return`.${s}`;case"matrix":return`;${e}=${s}`;default:return s}}for(const s in t){const i=o.style==="deepObject"?`${e}[${s}]`:s;r.push(ue(i,t[s],o))}const a=r.join(n);return o.style==="label"||o.style==="matrix"?`${n}${a}`:a}function Qe(e,t,o){if(!Array.isArray(t))return"";if(o.explode===!1){const a={form:",",spaceDelimited:"%20",pipeDelimited:"|"}[o.style]||",",s=(o.allowReserved===!0?t:t.map(i=>encodeURIComponent(i))).join(a);switch(o.style){case"simple":return s;case"label":return`.${s}`;case"matrix":return`;${e}=${s}`;default:return`${e}=${s}`}}const r={simple:",",label:".",matrix:";"}[o.style]||"&",n=[];for(const a of t)o.style==="simple"||o.style==="label"?n.push(o.allowReserved===!0?a:encodeURIComponent(a)):n.push(ue(e,a,o));return o.style==="label"||o.style==="matrix"?`${r}${n.join(r)}`:n.join(r)}function We(e){return function(o){const r=[];if(o&&typeof o=="object")for(const n in o){const a=o[n];if(a!=null){if(Array.isArray(a)){if(a.length===0)continue;r.push(Qe(n,a,{style:"form",explode:!0,...e?.array,allowReserved:e?.allowReserved||!1}));continue}if(typeof a=="object"){r.push(Je(n,a,{style:"deepObject",explode:!0,...e?.object,allowReserved:e?.allowReserved||!1}));continue}r.push(ue(n,a,e))}}return r.join("&")}}function Ut(e,t){let o=e;for(const r of e.match(Ht)??[]){let n=r.substring(1,r.length-1),a=!1,s="simple";if(n.endsWith("*")&&(a=!0,n=n.substring(0,n.length-1)),n.startsWith(".")?(s="label",n=n.substring(1)):n.startsWith(";")&&(s="matrix",n=n.substring(1)),!t||t[n]===void 0||t[n]===null)continue;const i=t[n];if(Array.isArray(i)){o=o.replace(r,Qe(n,i,{style:s,explode:a}));continue}if(typeof i=="object"){o=o.replace(r,Je(n,i,{style:s,explode:a}));continue}if(s==="matrix"){o=o.replace(r,`;${ue(n,i)}`);continue}o=o.replace(r,s==="label"?`.${encodeURIComponent(i)}`:encodeURIComponent(i))}return o}function Ft(e,t){return e instanceof FormData?e:t&&(t.get instanceof Function?t.get("Content-Type")??t.get("content-type"):t["Content-Type"]??t["content-type"])==="application/x-www-form-urlencoded"?new URLSearchParams(e).toString():JSON.stringify(e)}function Gt(e,t){let o=`${t.baseUrl}${e}`;t.params?.path&&(o=t.pathSerializer(o,t.params.path));let r=t.querySerializer(t.params.query??{});return r.startsWith("?")&&(r=r.substring(1)),r&&(o+=`?${r}`),o}function ze(...e){const t=new Headers;for(const o of e){if(!o||typeof o!="object")continue;const r=o instanceof Headers?o.entries():Object.entries(o);for(const[n,a]of r)if(a===null)t.delete(n);else if(Array.isArray(a))for(const s of a)t.append(n,s);else a!==void 0&&t.set(n,a)}return t}function je(e){return e.endsWith("/")?e.substring(0,e.length-1):e}class E extends Error{name="ProblemError";status;type;detail;errors;request_id;problem;response;constructor(t,o){const n=o.headers.get("Content-Type")?.startsWith("application/problem+json")?t:{},a=n.detail??o.statusText;super(`${o.status}: ${a}`),this.status=o.status,this.type=n.type??"about:blank",this.detail=a,this.errors=n.errors??[],this.request_id=n.request_id??o.headers.get("X-Request-Id")??void 0,this.problem=n,this.response=o}}function Yt(e,{attempts:t=5,longestWait:o=3e4}){return async r=>{if(r.method!=="GET"&&!r.headers.has("Idempotency-Key"))return e(r);for(let n=1;n<t;n++){const a=100*2**n*(.5+Math.random());try{const s=await e(r.clone()),i=Vt(s,a);if(i===void 0||i>o)return s;await s.body?.cancel(),await He(i,r.signal)}catch(s){if(r.signal.aborted)throw s;await He(a,r.signal)}}return e(r)}}function Vt(e,t){const o=e.headers.get("Retry-After"),r=o!==null&&/^\d+$/.test(o)?Number(o)*1e3:t;switch(e.status){case 409:case 429:return o===null?void 0:r;case 502:case 503:case 504:return r;default:return}}function He(e,t){return new Promise((o,r)=>{const n=()=>{clearTimeout(a),r(t.reason)},a=setTimeout(()=>{t.removeEventListener("abort",n),o()},e);t.addEventListener("abort",n,{once:!0})})}function Kt({baseUrl:e,token:t,retries:o={}}){const r=qt({baseUrl:e,fetch:Yt(a=>fetch(a),o),bodySerializer:a=>typeof a=="string"?a:JSON.stringify(a)});r.use({async onRequest({request:a}){a.headers.set("Authorization",`Bearer ${typeof t=="string"?t:await t()}`),a.method==="POST"&&!a.headers.has("Idempotency-Key")&&a.headers.set("Idempotency-Key",crypto.randomUUID())}});const n=a=>async(s,i)=>{const{data:p,error:M,response:T}=await r.request(a,s,i);if(!T.ok)throw new E(M,T);return{data:p,etag:T.headers.get("ETag")??void 0,response:T}};return{GET:n("get"),POST:n("post"),PUT:n("put"),PATCH:n("patch"),DELETE:n("delete")}}class Xe extends Error{constructor(){super(...arguments),this.name="SignInNeeded"}}class Zt{#e;#t;constructor(t,o){this.#e=t,this.#t=o}token(){return this.#e()}async renew(){await this.#e({renew:!0})}async signInAgain(){throw this.#t(),new Xe("the page around this component has to sign the person in")}async signOut(){}}const et=Symbol.for("groundwork-api");class Jt{constructor(t,o){this.askToSignIn=()=>this.session.signInAgain(),this.session=o;const r=Kt({baseUrl:t,token:()=>o.token()});this.GET=this.#n(r.GET),this.POST=this.#n(r.POST),this.PUT=this.#n(r.PUT),this.PATCH=this.#n(r.PATCH),this.DELETE=this.#n(r.DELETE)}#e;#t;me(){return this.#e??=this.#o().catch(t=>{throw this.#e=void 0,t}),this.#e}async#o(){const{data:t}=await this.GET("/v1/me");if(t.person===null||t.person===void 0)return{person:void 0,isHrAdmin:t.roles.includes("hr_admin"),hasTeam:!1};const{person:o}=t,r={person_id:o.id},n=await this.GET("/v1/people/{person_id}/team-progress",{params:{path:r,query:{limit:1}}});return{person:o,isHrAdmin:t.roles.includes("hr_admin"),hasTeam:n.data.totals.people>0||t.delegate_of.length>0}}#n(t){const o=t;return async(...n)=>{try{return await o(...n)}catch(a){if(!be(a))throw a}try{return await this.session.renew(),await o(...n)}catch(a){if(!be(a))throw a}return await this.signInAgain(),o(...n)}}signInAgain(){return this.#t??=this.askToSignIn().finally(()=>this.#t=void 0),this.#t}}function be(e){return e instanceof Xe||e instanceof E&&e.status===401}async function on(e){try{const{data:t,etag:o}=await e;return{changed:!0,data:t,etag:o}}catch(t){if(t instanceof E&&t.status===412)return{changed:!1};throw t}}function tt(e,{common:{errors:t}}){const o=(n,a,s)=>({kind:n,title:a,text:s,fields:e instanceof E?e.errors.map(({pointer:i,detail:p})=>({pointer:i,detail:p})):[],retryAfter:e instanceof E?Le(e):void 0,requestId:e instanceof E?e.request_id:void 0});if(be(e))return o("signed-out",t.signedOut,t.signedOutText);if(!(e instanceof E))return e instanceof TypeError?o("offline",t.offline,t.offlineText):o("server",t.server,t.serverText);const r=Qt(e.detail);switch(e.status){case 400:case 422:return o("invalid",t.invalid,r);case 403:return o("forbidden",t.forbidden,r);case 404:return o("missing",t.missing,t.missingText);case 409:return o("refused",t.notNow,r);case 412:return o("conflict",t.conflict,t.conflictText);case 429:case 503:return o("busy",t.busy,t.busyText(Le(e)??10));default:return e.status<500?o("refused",t.notNow,r):o("server",t.server,t.serverText)}}function Le(e){const t=e.response.headers.get("Retry-After");return t!==null&&/^\d+$/.test(t)?Number(t):void 0}function Qt(e){const t=e.charAt(0).toUpperCase()+e.slice(1);return/[.!?]$/.test(t)?t:`${t}.`}async function nn(e){try{return await e}catch(t){if(t instanceof E&&(t.status===403||t.status===404))return;throw t}}function V(e){const t=new Intl.PluralRules(e),o=new Intl.NumberFormat(e);return(r,n)=>(n[t.select(r)]??n.other).replaceAll("#",o.format(r))}const we=/^\d{4}-\d{2}-\d{2}$/,Xt=[["year",31557600],["month",2629800],["week",604800],["day",86400],["hour",3600],["minute",60]];class ot{#e;#t;constructor(t,o){this.#e=t,this.#t=o}number(t){return new Intl.NumberFormat(this.#e).format(t)}percent(t){return new Intl.NumberFormat(this.#e,{style:"percent",maximumFractionDigits:0}).format(t/100)}list(t,o="conjunction"){return new Intl.ListFormat(this.#e,{type:o}).format(t)}date(t,o={dateStyle:"medium"}){const r=we.test(t)?"UTC":this.#t;return new Intl.DateTimeFormat(this.#e,{...o,...r&&{timeZone:r}}).format(new Date(t))}time(t){return this.date(t,{dateStyle:"medium",timeStyle:"short"})}relative(t,o=new Date){const r=new Intl.RelativeTimeFormat(this.#e,{numeric:"auto"}),n=we.test(t)?Date.parse(this.today(o)):o.getTime(),a=Math.round((Date.parse(t)-n)/1e3);for(const[s,i]of Xt)if(Math.abs(a)>=i)return r.format(Math.trunc(a/i),s);return r.format(0,we.test(t)?"day":"minute")}today(t=new Date){const o={year:"numeric",month:"2-digit",day:"2-digit",...this.#t&&{timeZone:this.#t}};return new Intl.DateTimeFormat("en-CA",o).format(t)}startOf(t,o=0){const r=Date.parse(t)+o*864e5,n=r-this.#o(r);return new Date(r-this.#o(n)).toISOString()}#o(t){const o=new Intl.DateTimeFormat("en-GB",{dateStyle:"short",timeStyle:"medium",...this.#t&&{timeZone:this.#t}}),r=Object.fromEntries(o.formatToParts(t).map(({type:T,value:_})=>[T,Number(_)])),{year:n=0,month:a=1,day:s=1,hour:i=0,minute:p=0,second:M=0}=r;return Date.UTC(n,a-1,s,i,p,M)-Math.trunc(t/1e3)*1e3}}const eo=V("en"),to={close:"Close",cancel:"Cancel",save:"Save",saved:"Saved",back:"Back",more:"More",required:"required",optional:"optional",loading:"Loading…",tryAgain:"Try again",showMore:"Show more",choose:"Type at least two letters",notFound:"No matching name",progress:"Progress",before:"Before",after:"After",planStatus:{draft:"Draft",shared:"Shared",agreed:"Agreed",completed:"Completed",archived:"Archived"},itemStatus:{not_started:"Not started",in_progress:"In progress",blocked:"Blocked",done:"Done",cancelled:"Cancelled"},verdict:{yes:"Yes",partly:"Partly",no:"No"},errors:{offline:"You are offline",offlineText:"What you typed is still here. We try again as soon as the connection is back.",missing:"Nothing here",missingText:"It may have been removed, or you may not be allowed to see it.",forbidden:"Not yours to open",conflict:"Changed somewhere else",conflictText:"This was changed since you opened it, perhaps in another window. Nothing was overwritten.",invalid:"Please check what you entered",notNow:"Not possible right now",signedOut:"You are signed out",signedOutText:"Sign in again to go on. What you typed is still here.",busy:"Very busy right now",busyText:e=>eo(e,{one:"Please try again in # second.",other:"Please try again in # seconds."}),server:"That did not work",serverText:"The service has a problem. Nothing of yours is lost. Please try again in a moment.",reference:e=>`Reference for support: ${e}`}},oo=V("en"),no={title:"Feedback",respondTo:e=>`Your response to ${e}`,feedbackFor:e=>`Feedback for ${e}`,version:e=>`Version ${e}`,wholePlan:"See the whole plan",wantedUntil:e=>`wanted by ${e}`,writes:e=>`${e} writes`,stepsLabel:"Steps of your response",given:"answered",steps:{objectives:"Objectives",strengths:"Strengths and growth",actions:"Actions",closing:"In a few words",review:"Review"},stepText:{objectives:e=>`Are these the right objectives for ${e}, and within reach?`,strengths:e=>`What do you see in ${e}? Agree, put it differently, or add what is missing.`,actions:e=>`Which of these will you support, and what will you do for ${e} yourself?`,closing:e=>`What should ${e} take away from all this?`,review:e=>`This is what ${e} will read. Once it is sent, it cannot be changed.`},next:e=>`Next: ${e}`,toReview:"Review",submit:"Send response",submitted:e=>`Sent to ${e}`,saving:"Saving…",notSaved:"Not saved yet. It is still here.",partlySaved:"Saved, but for what has no name yet",carriedOver:e=>`${e} has shared a newer version since you began. What you wrote is still here: check that it fits the new text.`,conflictText:"This response was changed in another window. Nothing was overwritten, and what you wrote here is still here.",keepMine:"Keep what is here",takeTheirs:"Take the other version",horizon:{short_term:"Within 12 months",long_term:"In the long run"},objective:{short_term:"the 12-month objective",long_term:"the long-term objective"},kind:{new_assignment:"A new assignment",current_role_plus:"The current role, with added duties"},withinYears:e=>oo(e,{one:"within # year",other:"within # years"}),until:e=>`by ${e}`,leadsTo:e=>`Serves ${e}`,worksOn:e=>`works on “${e}”`,asksFor:"Support asked for",mission:"Personal mission",values:"Values",motivators:"What gives energy",basics:e=>`What moves ${e}`,reasonable:"Reasonable?",achievable:"Achievable?",comment:"Comment",counterProposal:"Suggest another wording",counterProposalLabel:"Suggested instead",counterProposalHint:e=>`${e} decides whether to take it over.`,clear:"Clear this answer",lists:{strengths:"Strengths",development_areas:"Development areas"},stanceLabel:{strengths:"Do you see this strength?",development_areas:"Is this the right area?"},stance:{agree:"Agree",adjust:"Put it differently",add:"Added"},betterName:"How would you put it?",nameNeeded:"Give it a name, so that it can be saved.",add:{strengths:"Add a strength",development_areas:"Add a development area"},addLabel:{strengths:"A strength that you see",development_areas:"An area to grow in"},remove:"Remove",insteadOf:e=>`instead of “${e}”`,supportLabel:"Will you support this?",decision:{supported:"Yes",modified:"Yes, differently",declined:"No"},promise:"Promise something",promiseTitle:"What will you do?",promiseHint:"It becomes an action of yours in the plan, and you both see how it goes.",promiseDue:"By when?",promiseNeeded:"Say what you will do, so that it can be saved.",noPromise:"Promise nothing here",promised:"Promised",summaryLabel:"Your summary",summaryHint:e=>`${e} reads this first.`,summary:"Summary",privateLabel:"Private note",privateHint:"Only you can read it, ever. Good for preparing the talk.",earlierItem:"From an earlier version",nothingYet:"Nothing to send yet",nothingYetText:"Say something in one of the steps. A private note alone is not a response.",gaps:"Something has no name yet and would not be sent. Name it, or remove it:",silent:"You have said nothing here, which is fine:",none:"No feedback yet",noneText:"When someone has responded to what you shared, you read it here.",noneSentText:"Responses appear here once they are sent.",respond:"Respond",respondToVersion:e=>`Respond to version ${e}`,yours:"Your response",by:e=>`From ${e}`,unread:"Not acknowledged yet",acknowledged:"Acknowledged",sentOn:e=>`sent ${e}`,acknowledgedOn:e=>`acknowledged ${e}`,agreeTitle:"Do you agree to this plan?",agreeText:e=>`With your agreement and that of ${e}, the plan holds, and you both track it.`,ownerAgreed:e=>`${e} has agreed. With your agreement the plan holds, and you both track it.`,agree:"Agree",agreed:e=>`You have agreed to the plan of ${e}`,agreedOn:e=>`Agreed by the manager on ${e}`},C=V("en"),ro={title:"HR",navigation:"HR",people:"People",cycles:"Cycles",audit:"Audit log",shown:e=>C(e,{one:"# shown",other:"# shown"}),noMatch:"Nothing matches",noMatchText:"Try other filters, or fewer of them.",clear:"Clear filters",remove:e=>`Remove ${e}`,department:"Department",anyDepartment:"All departments",noDepartment:"No department",manager:"Manager",noManager:"No manager",name:"Name",state:"State",list:{show:"Show",directory:"Directory",conversations:"Conversations",search:"Search by name",searchHint:"Finds active people. At most 25 are shown.",status:"In the directory",active:"Active",inactive:"No longer active",everyone:"Active or not",empty:"No one here yet",emptyText:"People come from your HR system, by SCIM or by an import. Once they are in, they show here.",below:"Everyone below",chooseHead:"Below whom?",chooseHeadText:"Choose a manager above. You will then see how far everyone below this person is.",plan:"Plan",anyPlan:"All",noPlan:"No plan yet",progress:"Progress",waits:"Waits for",awaiting:{share:"sharing",feedback:"feedback",acknowledgement:"reading the feedback",owner_agreement:"the owner’s agreement",manager_agreement:"the manager’s agreement"},totals:(e,t,o,r)=>`${C(e,{one:"# person",other:"# people"})} · ${C(t,{one:"# with a plan",other:"# with a plan"})} · ${C(o,{one:"# shared",other:"# shared"})} · ${C(r,{one:"# agreed",other:"# agreed"})}`,draftNote:"Of a draft you see that it exists, and nothing else. What is in it is its owner’s alone."},person:{overview:"Overview",relations:"Relations",data:"Identity and data",inactive:"No longer active",erased:e=>`Erased on ${e}`,directory:"In the directory",userName:"User name",externalId:"ID in the HR system",email:"Email",timeZone:"Time zone",changed:"Changed",source:{import:"by an import",scim:"by SCIM"},none:"Not given",directoryNote:"These come from your HR system. Change them there.",plans:"Plans",noPlans:"Nothing is shared",noPlansText:"Plans show here once their owner has shared them. Drafts are their owner’s alone, so there may be one.",period:(e,t)=>`${e} to ${t}`,sharedOn:e=>`Shared on ${e}`,audit:"Show in the audit log"},relation:{title:"Relations besides the manager",text:"Each relation gives another person rights, from its first to its last day and not longer.",reportsTo:"Reports to",empty:"No other relations",emptyText:"An acting manager, a matrix manager, an HR partner or a delegate would be listed here.",add:"Add a relation",kind:"Kind",person:"Person",period:"Period",from:"First day",until:"Last day",untilHint:"Leave empty if it has no end",forGood:e=>`From ${e}`,now:"now",later:"later",over:"over",end:"Remove",endTitle:"Remove this relation?",endText:(e,t)=>`${e} will lose the rights of this relation (${t}) at once.`,added:"Relation added",removed:"Relation removed",choosePerson:"Choose a person from the list.",chooseDay:"Enter the first day.",wrongDays:"The last day must not be before the first.",kinds:{acting:"Acting manager",matrix:"Matrix manager",hr_partner:"HR partner",delegate:"Delegate"},about:{acting:"Has the manager’s rights beside the manager, while it lasts",matrix:"Reads the parts that the owner chooses, and may give feedback and promise support",hr_partner:"Reads shared plans and sees coverage of this person",delegate:"Acts in this person’s name as a manager, without reading private notes"}},notOneself:"Another HR admin must do this for you.",identity:{title:"Sign-in",text:"If this person has a new account and cannot sign in with it, unlink the old one.",unlink:"Unlink identity",confirmTitle:e=>`Unlink the identity of ${e}?`,effects:["The old account can no longer sign in as this person.","The next matching account becomes this person’s.","Drafts, unshared changes, unsent feedback and private notes are set aside. The new account cannot read them, and neither can you. Only the operator of the service can give them back."],reason:"Reason",reasonHint:"The person reads this, with your name.",reasonMissing:"Say why.",done:"Identity unlinked"},export:{title:"Export",text:"Everything that is stored about this person, but what is private: drafts, unshared changes, unsent feedback and private notes are only counted. The person sees in the access log that you exported it.",page:"Page to read (HTML)",data:"Data (JSON)",done:"Export downloaded"},hold:{title:"Legal hold",none:"There is no legal hold. With one, nothing of this person can be erased or deleted.",since:e=>`Since ${e}`,active:"On hold",place:"Place a legal hold",change:"Change the reason",release:"Release",releaseTitle:"Release the legal hold?",releaseText:"From then on this person’s data can be erased and deleted again.",reason:"Reason",reasonHint:"HR admins read it, and the person does in an export of their own data.",reasonMissing:"Say why the data must be kept.",placed:"Legal hold placed",released:"Legal hold released"},erase:{title:"Erase",text:"Removes everything personal for good, when the law asks for it (GDPR, article 17).",button:"Erase this person",held:"Not possible: there is a legal hold. Release it first.",gone:"This person was erased. Nothing personal is left.",confirmTitle:e=>`Erase ${e}?`,removes:"What is removed",removesText:"Names, plans, answers, notes, identities, and what others wrote on this person’s plans.",stays:"What stays",staysText:"What this person submitted on the plans of others, under a pseudonym, and ids, states and numbers.",cannot:"What it cannot do",cannotText:"It cannot be undone by anyone. Backups, and copies that other systems made, are not touched. An import with the old ID adds a new person: tell your HR system first.",reason:"Legal reason",chooseReason:"Choose a reason",reasons:{no_longer_necessary:"The data is no longer needed",consent_withdrawn:"Consent was withdrawn",objection:"The person objects",unlawful_processing:"The processing was unlawful",legal_obligation:"A law requires it"},type:e=>`Type ${e} to confirm`,reasonMissing:"Choose the legal reason.",nameWrong:e=>`Type exactly: ${e}`,confirm:"Erase for good",done:"Erased",proof:"Proof of erasure",proofText:(e,t)=>`Number ${e}, ${t}. Keep it: it has no personal data.`},cycle:{create:"New cycle",empty:"No cycles yet",emptyText:"A cycle is a campaign with four dates: for these people, by when to prepare, share, respond and talk.",open:"Open",closed:"Closed",dates:"Dates",next:"Next date",nothingNext:"All dates are past",participants:"Participants",departmentCount:e=>C(e,{one:"# department",other:"# departments"}),personCount:e=>C(e,{one:"# person by name",other:"# people by name"}),nobody:"No one yet",steps:{prepare_by:"Prepare by",share_by:"Share by",respond_by:"Respond by",discuss_by:"Talk by"},stepHints:{prepare_by:"Plans are ready",share_by:"Plans are shared",respond_by:"Managers have responded",discuss_by:"Both have talked"},edit:"Edit",editTitle:"Edit cycle",close:"Close cycle",reopen:"Open again",closeText:"A closed cycle takes no further plans and sends no reminders. It can be opened again.",closeTitle:"Close this cycle?",delete:"Delete cycle",deleteTitle:"Delete this cycle?",deleteText:"Drafts that belong to it stay with their owners, and then belong to no cycle.",deleted:"Cycle deleted",saved:"Cycle saved",created:"Cycle created",nameHint:"Everyone who takes part reads it",nameMissing:"Give the cycle a name.",dateMissing:"Enter a date.",dateOrder:"Must not be before the date above.",departments:"Departments",departmentsHint:"All active people of these departments take part, also those who join later",addDepartment:"Add a department",byName:"People by name",byNameHint:"Besides the departments",addPerson:"Add a person",others:e=>C(e,{one:"# more person is on the list and stays there.",other:"# more people are on the list and stay there."}),saveChanges:"Save changes",unsaved:"What you entered before is still here, and not saved yet.",discard:"Discard it",reload:"Take over their version",coverage:"How far the departments are",coverageAsOf:e=>`As of ${e}`,coverageEmpty:"No one takes part yet",coverageEmptyText:"Add departments or people to see how far they are.",people:"People",prepared:"Prepared",shared:"Shared",answered:"Answered",discussed:"Talked",agreed:"Agreed",withheld:"Withheld",withheldText:"“Prepared” counts drafts that are ready. Where it could tell something about one person’s draft, the number is withheld: there are fewer than five people or drafts, all or none are ready, or the list differs little from an earlier cycle. There are no totals, because a withheld number could be computed from them.",of:(e,t)=>`${e} of ${t}`},log:{intro:"Who changed what, and who read the plans of others. Looking at the log is recorded too.",actor:"Done by",subject:"About",subjectHint:"A person, or an ID of anything",action:"Action",anyAction:"All actions",from:"From",to:"To",at:"When",who:"Who",what:"What",how:"In which role",itself:"Groundwork itself",service:e=>`Service ${e}`,times:e=>C(e,{one:"once",other:"# times"}),export:"Export (NDJSON)",exported:"Audit log downloaded",empty:"Nothing recorded",emptyText:"There are no records for these filters.",sealed:"Sealed",notSealed:"Not sealed yet",seal:"Seal",roles:{owner:"owner",manager:"manager",acting:"acting manager",delegate:"delegate",reviewer:"reviewer",matrix:"matrix manager",hr_admin:"HR",hr_partner:"HR partner",service:"service",senior_manager:"manager above",author:"author"},things:{plan:"Plan",feedback:"Feedback",feedback_request:"Feedback request",comment:"Comment",proposal:"Proposal",action_item:"Action item",discussion:"Talk",cycle:"Cycle",person:"Person",audit:"Audit log",audit_log:"Audit log",questionnaire:"Questionnaire",action_template:"Action template",webhook:"Webhook"},deeds:{read:"read",listed:"seen in a list",exported:"exported",exported_with_person:"exported with the person",brief_read:"brief read",shared:"shared",withdrawn:"withdrawn",agreement_given:"agreement given",agreed:"agreed",earlier_revisions_asked:"asked about earlier revisions",completed:"completed",archived:"archived",requested:"requested",submitted:"submitted",acknowledged:"acknowledged",created:"created",updated:"changed",changed:"changed",deleted:"deleted",accepted:"accepted",declined:"declined",taken_over:"taken over",progressed:"progress recorded",blocked:"blocked",planned:"planned",held:"held",cancelled:"cancelled",manager_changed:"manager changed",relations_changed:"relations changed",deactivated:"deactivated",identity_linked:"identity linked",identity_moved:"identity moved to another issuer",identity_unlinked:"identity unlinked",identity_restored:"identity restored",legal_hold_placed:"legal hold placed",legal_hold_released:"legal hold released",calendar_address_created:"calendar address made",calendar_address_revoked:"calendar address revoked",erased:"erased",published:"published",disabled:"disabled",tested:"tested",secret_rotated:"secret replaced"}}},S=V("en"),ao={title:"My plan",planOf:e=>`Plan of ${e}`,period:(e,t)=>`${e} – ${t}`,tabs:{label:"Parts of the plan",plan:"Plan",actions:"Actions",feedback:"Feedback",talk:"Talk",history:"History"},beginTitle:"Where do you want to be in a year?",beginText:"Eight questions in three parts help you find out: what matters to you, where you want to go, and what you will do about it. Half an hour is enough for a first version.",beginPrivate:"Until you share it, no one but you sees a word of it.",beginParts:{basic:["What drives you","Your mission, your values, what gives you energy"],deeper:["Where you want to go","In the next 12 months, and in the long run"],planning:["How you get there","Strengths, areas to develop, and concrete actions"]},beginNameValue:e=>`My plan ${e}`,begin:"Begin my plan",section:{basic:"What drives you",deeper:"Where you want to go",planning:"How you get there"},part:(e,t)=>`${e}. ${t}`,titleLabel:"Title of the plan",notAnswered:"No answer yet",of:(e,t)=>`${e} of ${t}`,end:(e,t)=>`${e}: ${t}`,item:{values:"Value",motivators:"Motivator",strengths:"Strength",development_areas:"Development area"},itemNumber:(e,t)=>`${e} ${t}`,itemPlaceholder:{values:"A value, such as honesty",motivators:"What gives you energy",strengths:"A strength",development_areas:"An area to develop"},remove:e=>`Remove ${e}`,addNote:e=>`Add a note to ${e}`,noteOf:e=>`Note on ${e}`,objectiveKind:"It is",newAssignment:"A new assignment",currentRolePlus:"My current role, with added duties",summary:"In one sentence",detailNew:"Which assignment?",detailCurrent:"Which duties?",target:"By when",horizonYears:"In how many years",years:e=>S(e,{one:"in # year",other:"in # years"}),by:e=>`by ${e}`,edit:"Change the plan",editDone:"Done",editHint:e=>`${e} sees your changes when you share again.`,yourManager:"Your manager",short_term:"Short-term objective",long_term:"Long-term objective",short:"Short term",long:"Long term",alignment:"What hangs together",alignmentText:"Link each value, motivator, strength and development area to the objective it serves.",alignmentRead:"What leads to which objective.",alignmentEmpty:"As soon as you have written values, motivators and objectives, you can link them here.",groups:{values:"Values",motivators:"Motivators",strengths:"Strengths",development_areas:"Development areas"},leadsTo:(e,t)=>`${e} leads to the objective: ${t}`,leadsNowhere:"leads nowhere yet",noAction:"no action yet",leadHere:e=>S(e,{one:"# leads here",other:"# lead here"}),allLead:"Everything leads to an objective.",someLead:e=>S(e,{one:"# leads to no objective yet.",other:"# lead to no objective yet."}),connect:"Link it",save:{saved:"Saved",typing:"Not saved yet",saving:"Saving…",offline:"Not saved: no connection. What you typed stays here, and is saved when the connection is back.",failed:"Not saved",conflict:e=>S(e,{one:"# answer was also changed elsewhere: choose",other:"# answers were also changed elsewhere: choose"})},conflictTitle:"Changed here and on another device",conflictMine:"Here",conflictTheirs:"On the other device",keepMine:"Keep this one",keepTheirs:"Take the other",readiness:"How far the plan is",answered:(e,t)=>`${e} of ${t} answered`,advice:e=>S(e,{one:"# suggestion",other:"# suggestions"}),findings:{question_unanswered:()=>"This question has no answer yet.",target_too_late:()=>"The target is more than 12 months after the plan begins. Choose an earlier day.",no_action_item:()=>"Add at least one action: something concrete to do in the next 12 months.",fewer_than_five_values:()=>"Five values give a fuller picture of what matters to you.",value_unaligned:e=>`“${e}” leads to no objective yet.`,motivator_unaligned:e=>`“${e}” leads to no objective yet.`,development_area_unaligned:e=>`“${e}” leads to no objective yet.`,development_area_without_action:e=>`No action works on “${e}” yet.`,action_without_due_date:e=>`“${e}” has no due date.`,action_due_outside_plan:e=>`“${e}” is due outside the 12 months of the plan.`,action_tied_to_nothing:e=>`“${e}” serves no development area and no objective.`},unfinishedObjective:"One sentence and the detail are both needed.",next:{label:"What now",write:"Write your plan",writeText:"Answer in any order. It saves by itself, and only you see it.",continue:e=>`Go on: ${e}`,share:e=>`Ready to share with ${e}`,shareAlone:"Ready to share",shareText:"Your plan is complete. The conversation begins when you share it.",shareButton:"Share",again:"You have changed the plan",againText:"Others still read the version that you shared. Share again to show them this one; it asks for agreement again.",againButton:"Share again",wait:e=>`${e} is reading`,waitText:e=>`${e===void 0?"Shared":`Shared ${e}`}. You hear here what comes back. Meanwhile, plan when to talk.`,feedback:e=>`${e} has answered`,feedbackText:"Read what was said to each point, and take over what convinces you.",feedbackButton:"Read the feedback",agree:"Do you agree on the plan?",agreeText:e=>`If it stands for you as it is shared, agree. ${e} does the same.`,agreeAloneText:"If it stands for you as it is shared, agree.",agreeButton:"Agree",waitAgree:e=>`${e} still has to agree`,waitAgreeText:"You have agreed. Nothing is left to do for you right now.",act:"Keep going",actText:(e,t)=>`Next: ${e}, due ${t}.`,actNoDate:"Record what has moved. Two clicks are enough.",late:e=>S(e,{one:"# action is overdue",other:"# actions are overdue"}),actButton:"Record progress",allDone:"Everything is done",allDoneText:"Look back at what became of it, and complete the plan.",completeButton:"Complete the plan",completed:"What comes next?",completedText:"A next plan begins with your answers and what is still open.",renewButton:"Begin the next plan",archived:"This plan is archived",archivedText:"It can be read, and not changed any more.",reader:e=>`${e} has shared this with you`,readerText:"You read the version that was shared last.",respond:"Give feedback"},share:e=>`Share with ${e}?`,shareText:e=>`${e} reads this version, and is asked: are the objectives reasonable and achievable, which strengths and development areas, and which support. What you change later stays yours until you share again.`,shareNobody:"Share the plan?",shareNobodyText:"You have no manager in the directory, so no one is asked. HR can read what you share.",shareNote:"A word to go with it",shareNow:"Share",shared:"Shared",notReady:"Before you can share, these points are needed:",agreed:"You have agreed",withdraw:"Withdraw",withdrawTitle:"Withdraw the plan?",withdrawText:"It becomes a draft that only you see. What was shared so far is closed to others for good, also after you share again.",withdrawn:"Withdrawn. Only you see it now.",complete:"Complete",completeTitle:"Complete the plan",completeText:"Look back before you close it. Your manager reads this too.",reflection:"What have you learnt?",outcome:"What became of the objectives?",outcomes:{reached:"Reached",partly:"Partly reached",not_reached:"Not reached",changed_course:"Changed course"},completed:"Completed",archive:"Archive",archiveTitle:"Archive the plan?",archiveText:"It can be read after that, and never changed again.",archived:"Archived",renew:"Next plan",renewTitle:"Begin the next plan",renewText:"It takes over your answers and the open actions. The plan you have stays as it is.",renewed:"Here is your next plan",delete:"Delete",deleteTitle:"Delete this draft?",deleteText:"No one else has seen it. It is gone for good.",deleted:"Deleted",print:"Print for the talk",download:"Download as text",printBlocked:"The browser did not open a page to print, so here is the text.",actions:{title:"Actions",mine:"What you do",theirs:e=>`What ${e} does`,support:"Support that was promised",done:e=>S(e,{one:"# done or cancelled",other:"# done or cancelled"}),empty:"No actions yet",emptyText:"Small, concrete steps for the next 12 months: what, by when, and what for.",add:"Add an action",form:"New action",formEdit:"Change the action",name:"What will you do?",due:"Due on",area:"Works on",noArea:"No development area",advances:"Advances",supportNeeded:"Support you need",links:"Links",link:e=>`Link ${e}`,linkKind:"Leads to",linkKinds:{course:"A course",document:"A document",evidence:"Evidence"},linkUrl:"Address",linkTitle:"Name",linkWrong:"Begin with https://",addLink:"Add a link",removeLink:e=>`Remove the link ${e}`,template:"Begin with a template",templateText:"It fills in what is empty. Change what you like.",description:"More about it",record:"Record progress",recordOf:e=>`Record progress: ${e}`,howFar:"How far is it?",note:"Note",doneButton:"Done",blockedButton:"Blocked",noteOnly:"Only the note",edit:"Change",delete:"Delete",deleteTitle:e=>`Delete “${e}”?`,deleteText:"Its history of progress goes with it. To keep that, cancel the action instead.",cancelAction:"Cancel the action",history:"History",noHistory:"No progress recorded yet.",menu:e=>`More about ${e}`,dueOn:e=>`Due ${e}`,overdue:"Overdue",noDue:"No due date",worksOn:e=>`Works on: ${e}`,advancesTo:e=>`Advances: ${e}`,needs:e=>`Needs: ${e}`,by:e=>`By ${e}`,supports:e=>`For: ${e}`,progressOf:e=>`Progress of ${e}`},feedback:{empty:"No feedback yet",emptyText:e=>`As soon as ${e} has answered, you read here what was said to each point, beside what you wrote.`,emptyDraft:"Feedback comes after you have shared the plan.",from:e=>`Feedback from ${e}`,about:(e,t)=>`${e}, on version ${t}`,wrote:"What you wrote",wroteOf:e=>`What ${e} wrote`,says:e=>`${e} says`,reasonable:"Reasonable",achievable:"Achievable",proposal:"Proposal",stance:{agree:"Agrees",adjust:"Would put it differently",add:"Adds"},notInPlan:"Not in the plan",decision:{supported:"Supports it",modified:"Supports it in another way",declined:"Does not support it"},commitment:e=>`Promises: ${e}`,takeOver:"Take over into my plan",confirm:"Confirm as read",confirmWith:e=>S(e,{one:"Take over # suggestion",other:"Take over # suggestions"}),confirmHint:"What you take over changes your working copy. Share again to show it.",confirmed:"Confirmed as read",taken:e=>S(e,{one:"# suggestion taken over",other:"# suggestions taken over"}),read:e=>`Read on ${e}`},history:{versions:"Versions you shared",versionsOf:"Versions that were shared",version:e=>`Version ${e}`,none:"Nothing has been shared yet.",changes:"What changed since the version before",first:"The first version",same:"No differences.",kind:{added:"Added",removed:"Removed",changed:"Changed"},nothing:"nothing",readers:"Who has read my plan",noReaders:"No one besides you.",times:e=>S(e,{one:"once",other:"# times"}),plans:"Your plans",openPlan:"Open",right:{manager:"as your manager",acting:"as acting manager",delegate:"as delegate of your manager",matrix:"as matrix manager",reviewer:"whom you asked for feedback",author:"who promised you support",hr_admin:"for HR",hr_partner:"as HR partner",service:"as a system"}},reference:{add:e=>`Link ${e} to a skill or role`,form:e=>`Skill or role of ${e}`,name:"Skill or role",uri:"Its address",uriHint:"Begins with https:// or urn:",framework:"Catalogue, such as ESCO",level:"Level now",target:"Level to reach",levelNow:e=>`level ${e}`,levelWanted:e=>`to reach: level ${e}`,remove:"Remove this link"},invite:{title:"Who is asked",text:"Invite a mentor or a colleague. They read the parts that you choose, and no more.",add:"Invite someone",form:"Invite someone to give feedback",person:"Who",personMissing:"Choose a person.",sections:"What they may read",sectionsMissing:"Choose at least one part.",message:"A word to them",due:"Wanted by",send:"Invite",sent:e=>`${e} is invited`,takeBack:"Take back",takeBackOf:e=>`Take back the invitation of ${e}`,takenBack:e=>`${e} can no longer read the plan`,byShare:"Your manager, asked by sharing",reads:e=>`Reads: ${e}`,wantedBy:e=>`wanted by ${e}`,status:{open:"Not answered yet",answered:"Has answered"}},comments:"Comments"},so={product:"Groundwork",skip:"Skip to content",navigation:"Main",plan:"My plan",team:"Team",hr:"HR",language:"Language",signOut:"Sign out",account:e=>`Account of ${e}`,title:e=>`${e} · Groundwork`,signIn:"Sign in",signInTitle:"An honest conversation about your career",signInText:"Think about where you want to go, share it with your manager, and keep track of what you both promised.",signInAgain:"Sign in to go on",signInButton:"Sign in with your company account",signInFailed:"Signing in did not work",demoTitle:"Look around as",demoText:"This is a demo. The people are invented, and everything you change is gone when it stops.",demoPerson:{employee:"Has a career plan, and follows what was agreed",manager:"Leads a team of eight, and answers their plans",hr_admin:"Looks after people, cycles and questions"},demoRole:{employee:"Employee",manager:"Manager",hr_admin:"HR"},notFound:"There is no such page",notFoundText:"The address may be mistyped, or the page may have moved.",home:"To the start",unavailable:"The board cannot reach the service",notBuilt:"This page comes soon",notBuiltText:"Until then, everything is in the API."},z=V("en"),io={title:"Conversations",toPlan:"To the plan",noTalk:"No conversation planned yet",noTalkText:"Set aside an hour to go through the plan together. The agenda is made from it.",noTalkClosed:"Conversations can be planned while the plan is shared or agreed.",shareFirst:"Share the plan first. Then you can plan a conversation about it.",plan:"Plan a conversation",planAnother:"Plan another",planIt:"Plan it",planned:"The conversation is planned",day:"Day",dayMissing:"Choose a day.",time:"Time",timeMissing:"Choose a time.",inZone:e=>`In your time zone, ${e}`,length:"Length",minutes:e=>z(e,{one:"# minute",other:"# minutes"}),place:"Place",placeHint:"A room, or the link of a call",rhythmLabel:"Again",rhythm:{none:"Only once",monthly:"Every month",every_6_weeks:"Every 6 weeks",quarterly:"Every 3 months",half_yearly:"Every 6 months"},next:"Next conversation",alsoPlanned:e=>`Also planned: ${e}`,change:"Change",changeIt:"Change the conversation",moved:"The conversation is changed",toCalendar:"Add to calendar",cancelIt:"Cancel the conversation",keepIt:"Keep it",cancelTitle:"Cancel this conversation?",cancelText:"It stays in the list and in calendars, marked as cancelled.",cancelRhythmText:"The rhythm ends with it. To keep the rhythm, change the day instead. It stays in the list and in calendars, marked as cancelled.",cancelMessage:"A word to the other",cancelled:"The conversation is cancelled",timesOnly:"You see when it is, not what it is about.",agenda:"Agenda",emptyAgenda:"Nothing in the plan asks to be talked about. Add what matters to you.",noAgenda:"There was no agenda.",source:{verdict:"Objectives seen differently",stance:"Strengths and development areas",support:"Support",overdue:"Overdue",blocked:"Blocked",comment:"From comments",added:"Added by you both"},line:{judged:(e,t)=>`${e}: ${t.join("; ")}`,both:e=>e.join(", "),reasonable:{partly:"partly reasonable",no:"not reasonable"},achievable:{partly:"partly achievable",no:"not achievable"},instead:e=>`proposed instead: ${e}`,strength_added:e=>`Strength to add: ${e}`,strength_renamed:e=>`Strength, another name: ${e}`,development_area_added:e=>`Development area to add: ${e}`,development_area_renamed:e=>`Development area, another name: ${e}`,support_modified:e=>`Support in another form: ${e}`,support_declined:e=>`Support declined: ${e}`,support_needed:e=>`Support needed: ${e}`,plan_commented:e=>`Comment on the plan: ${e}`,commented:(e,t)=>`Comment on ${e}: ${t}`,because:(e,t)=>`${e} (${t})`,question:{mission_statement:"Personal mission",values:"Values",motivators:"Motivators",short_term_objective:"Short-term objective",long_term_objective:"Long-term objective",strengths:"Strengths",development_areas:"Development areas",action_items:"Action plan"}},addPoint:"A point of your own",add:"Add",removePoint:e=>`Remove “${e}”`,pointRemoved:e=>`Removed: ${e}`,discussed:"talked about",notDiscussed:"not talked about",waiting:"not saved yet",discard:"Discard what was not saved",notes:"Notes",sharedNotes:"Shared notes",sharedNotesHint:"You both read and write these.",privateNote:"My private note",onlyMe:"Only you",privateNoteHint:"Only you can read this, now and later.",noteState:{empty:"Saved while you type",saved:"Saved",typing:"Typing…",saving:"Saving…",failed:"Not saved yet. We keep trying.",conflict:"Not saved: changed somewhere else"},conflict:"Two versions of the notes",conflictText:"These notes were changed while you were writing. Nothing was overwritten.",theirs:"Saved meanwhile",mine:"What you wrote",emptyNote:"(empty)",keepBoth:"Keep both",keepMine:"Keep mine",takeTheirs:"Take the other",writeNotes:"Write notes",outcomes:"What comes of it",noOutcomes:"Nothing was written down.",newOutcome:"Add an outcome",outcome:"What did you agree?",outcomeHint:"With a name on it, it becomes an action item.",whoDoes:"Who does it?",nobody:"Just an agreement",agreement:"Agreement",due:"Due",dueOn:e=>`due ${e}`,addOutcome:"Add outcome",removeOutcome:e=>`Remove “${e}”`,outcomeRemoved:"Removed",finish:"Finish the conversation",finishHint:"When you have talked: you look at what came of it, and at when the next one is.",finishTitle:"You have talked",nothingCame:"You have written down no outcome. That is fine too.",becomeItems:e=>z(e,{one:"# of them becomes an action item.",other:"# of them become action items."}),openPoints:e=>z(e,{one:"# point of the agenda is not ticked.",other:"# points of the agenda are not ticked."}),nextRhythm:"When is the next one?",nextRhythmHint:"It is planned at the same time of day.",goOn:"Go on talking",result:"What came of it",nextTalk:"The next conversation",noNext:"None is planned yet.",toNext:"To the next one",past:"Earlier conversations",cameOf:e=>z(e,{one:"# outcome",other:"# outcomes"}),wasCancelled:"Cancelled",notAll:"There are more than are shown here.",calendar:"Calendar",calendarAddress:"See your conversations in your own calendar",calendarText:"An address to subscribe to in your calendar program. It shows all your conversations, and follows when one is moved.",calendarWarning:"Anyone who has the address sees their titles and times, without signing in. Treat it like a password.",makeAddress:"Make my address",address:"Your address",addressOnce:"Copy it now: it is shown only this once.",addressMade:e=>`You have an address, made on ${e}. It is not shown again.`,copy:"Copy",copied:"Copied",copyByHand:"Copying is not possible here. Select the address instead.",newAddress:"Make a new one instead",revoke:"Revoke the address",revokeTitle:"Revoke the address?",revokeText:"Calendars that use it stop showing your conversations.",revoked:"The address no longer works",comments:"Comments",noComments:"No comments.",commentOn:e=>`Comment on ${e}`,commentsOn:(e,t)=>z(e,{one:"# comment",other:"# comments"})+` on ${t}`,onItem:e=>`on “${e}”`,notInPlan:"on something that is no longer in the plan",comment:"Comment",reply:"Add a comment",yourComment:"Your comment",commentHint:"Type @ and a name to mention someone. That does not let them see more than they may.",colleagues:"Colleagues",noOneFound:"No one found",found:e=>z(e,{one:"# person found. Arrow keys to choose, Enter to take.",other:"# people found. Arrow keys to choose, Enter to take."}),send:"Send",sent:"Comment sent",takeBack:"Take back",tookBack:"Taken back. Your text is in the field again.",deleted:"Comment deleted",openProposals:"Proposed actions",noProposals:"No one has proposed an action.",noProposalsYet:"No proposal is open.",proposeAction:"Propose an action",proposeText:e=>`${e} decides whether it comes into the plan.`,action:"Action",actionHint:"Something specific to do in the next months",actionMissing:"Say what the action is.",why:"What it is about",area:"Works on",noArea:"No development area",propose:"Propose",proposed:"Proposed",accept:"Accept",accepted:"It is one of the action items now",adapt:"Change and accept",decline:"Decline",declined:"Declined",declineWord:e=>`A word to ${e}`,withdraw:"Withdraw",withdrawn:"Withdrawn",decided:e=>z(e,{one:"# decided proposal",other:"# decided proposals"}),by:e=>`by ${e}`,worksOn:e=>`works on ${e}`,proposalStatus:{proposed:"Open",accepted:"Accepted",declined:"Declined",withdrawn:"Withdrawn"}},j=V("en"),lo={title:"Team",people:"People",tabs:"Parts of the team’s page",promises:"My promises",history:"Over time",download:"Spreadsheet",downloaded:"Spreadsheet downloaded",file:"team-progress.csv",waiting:e=>j(e,{one:"# plan waits for you",other:"# plans wait for you"}),nobodyWaits:"No one waits for you",allWaiting:e=>j(e,{one:"Show it",other:"Show all #"}),respond:"Respond",agree:"Agree",respondTo:e=>`Respond to ${e}`,agreeWith:e=>`Agree to the plan of ${e}`,awaitsResponse:"Waits for your response",awaitsAgreement:"Waits for your agreement",awaited:{share:"to be shared",feedback:"waits for a response",acknowledgement:"response not acknowledged yet",owner_agreement:"waits for the owner’s agreement",manager_agreement:"waits for the manager’s agreement"},totals:"The team in numbers",withPlan:"With a plan",agreed:"Agreed",of:e=>`of ${e}`,done:"Actions done",overdue:"Overdue",blocked:"Blocked",progress:"Progress",name:"Name",state:"Plan",nextDue:"Next due",open:"Late, blocked",lastProgress:"Last progress",noPlan:"No plan",none:"–",nothing:"none",late:e=>j(e,{one:"# late",other:"# late"}),stuck:e=>j(e,{one:"# blocked",other:"# blocked"}),figuresOnly:"Figures only",reportsTo:e=>`reports to ${e}`,progressOf:e=>`Progress of ${e}`,more:e=>`More about ${e}`,openPlan:"Open the plan",openFeedback:"Feedback",takeOver:"Take over from the former manager",filters:"Filters",filter:{awaiting_me:"Waits for me",late:"Late",blocked:"Blocked"},moreFilters:"More filters",status:"Status of the plan",anyStatus:"Any",statusNone:"No plan",department:"Department",anyDepartment:"All",silent:"No progress for",anySilent:"Any time",days:e=>j(e,{one:"# day or more",other:"# days or more"}),scope:"Who",scopes:{reports:"Direct reports",subtree:"Everybody below"},sort:"Order",sorts:{"-overdue":"Most overdue first",name:"Name",progress:"Least progress first","-progress":"Most progress first",next_due:"Next due first",last_progress:"Longest without progress","-last_progress":"Latest progress first",overdue:"Least overdue first","-name":"Name, backwards","-next_due":"Next due last"},clear:"Clear filters",found:e=>j(e,{one:"# person",other:"# people"}),previous:"Previous",next:"Next",range:(e,t)=>`${e} to ${t}`,caption:"People of the team, with the state of their plans",nobody:"No team yet",nobodyText:"People who report to you in the directory appear here, with the progress of their plans.",noPlans:"No plans yet",noPlansText:"As soon as someone shares a plan, you see here how far it is and what waits for you.",noneFits:"No one fits these filters",noneFitsText:"Try fewer of them.",interval:"By",intervals:{week:"Week",month:"Month"},historyText:"How many actions were due by then, done, and overdue. The team is that of today.",historyCaption:"Actions of the team at the end of each period",historyEmpty:"Nothing to compare yet",historyEmptyText:"Once plans have been shared for a while, you see here how they progress.",period:"Until",planned:"Due by then",finished:"Done",chart:"Chart of the table below: actions due, done and overdue over time",promisesText:"Support that you promised to others.",noPromises:"You have promised nothing yet",noPromisesText:"What you promise in a response to a plan appears here, with its due date.",promisesDone:e=>j(e,{one:"# done or cancelled",other:"# done or cancelled"}),promisedTo:e=>`for ${e}`,due:e=>`by ${e}`,noDue:"no date",overdueSince:e=>`overdue since ${e}`,record:"Record progress",recordOn:e=>`Progress on “${e}”`,itemStatus:"Where does it stand?",percent:"Done, in percent",note:"A word about it",recorded:"Progress recorded",handover:"To take over",handoverOf:e=>`To take over for ${e}`,handoverText:"What the former manager promised or planned and left behind. Take it over, or decline it with a word.",handoverNone:"Nothing to take over",handoverNoneText:"No promise or talk of a former manager is left open.",handoverKind:{commitment:"Promise",discussion:"Conversation"},promisedBy:e=>`by ${e}`,take:"Take over",decline:"Decline",undecided:"Decide later",decideOn:e=>`What about “${e}”?`,why:"A word to the owner of the plan",whyNeeded:"Say why, so that the owner of the plan knows.",decide:"Save decisions",decided:"Saved"},nt={common:to,shell:so,plan:ao,team:lo,feedback:no,talk:io,hr:ro},co={en:"English",de:"Deutsch",es:"Español",fr:"Français",ja:"日本語"},ho={de:()=>se(()=>import("./de-CbXBzCLG.js"),[]),es:()=>se(()=>import("./es-BGcvwO8E.js"),[]),fr:()=>se(()=>import("./fr-CLalhAGz.js"),[]),ja:()=>se(()=>import("./ja-BicQCvLY.js"),[])},uo={language:"en",t:nt,format:new ot("en",void 0)},rt=Symbol.for("groundwork-locale");async function po(e,t){const o=ke([e]),r=o==="en"?nt:(await ho[o]()).default,n=e.toLowerCase().startsWith(o)?e:o;return{language:o,t:r,format:new ot(n,t)}}function ke(e){for(const t of e){const o=t.toLowerCase().split("-")[0]??"";if(Object.hasOwn(co,o))return o}return"en"}const go=new Set(["ar","fa","he","ur"]);function rn(e){return go.has(e)?"rtl":"ltr"}const at="groundwork-language";function an(){return localStorage.getItem(at)??navigator.languages.find(t=>ke([t])===ke(navigator.languages))??"en"}function sn(e){localStorage.setItem(at,e)}var mo=Object.defineProperty,q=(e,t,o,r)=>{for(var n=void 0,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=s(t,o,n)||n);return n&&mo(t,o,n),n};function $(e){return t=>{customElements.get(e)===void 0&&customElements.define(e,t)}}const fo="button, card, cell, control, dialog, error, heading, hint, label, menu, option, row, state, tab, tabs, table";class y extends Ot{constructor(){super(...arguments),this.inherited=uo}get locale(){return this.inherited}get t(){return this.locale.t}connectedCallback(){Et(),super.connectedCallback(),this.localName.startsWith("gw-")&&!this.hasAttribute("exportparts")&&this.setAttribute("exportparts",fo)}emit(t,o){this.dispatchEvent(new CustomEvent(t,{detail:o,bubbles:!0,composed:!0}))}}q([Ze({context:rt,subscribe:!0}),B()],y.prototype,"inherited");const vo=w`
  :host {
    color: var(--groundwork-text) !important;
    font: 400 var(--groundwork-text-m) / var(--groundwork-leading) var(--groundwork-font) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    visibility: visible !important;
    cursor: auto !important;
  }
`;class K extends y{constructor(){super(...arguments),this.baseUrl="",this.lang=""}#e;#t;get api(){const t=this.ownApi??this.inheritedApi;if(t===void 0)throw new Error("set `api` and `getToken` before using this element");return t}get connected(){return(this.ownApi??this.inheritedApi)!==void 0&&(this.lang===""||this.ownLocale!==void 0)}get locale(){return this.ownLocale??this.inherited}static finalizeStyles(t){return[...super.finalizeStyles(t),vo]}willUpdate(t){if((t.has("getToken")||t.has("baseUrl"))&&this.getToken!==void 0){const o=new Zt(this.getToken,()=>this.emit("groundwork-sign-in-needed"));this.ownApi=new Jt(this.baseUrl,o),this.#e??=new Ie(this,{context:et}),this.#e.setValue(this.ownApi)}t.has("lang")&&this.lang!==""&&this.#o(this.lang)}async#o(t){const o=async n=>{const a=await po(t,n);this.lang===t&&(this.ownLocale=a,this.#t??=new Ie(this,{context:rt}),this.#t.setValue(a))};await o();const r=await this.ownApi?.me().catch(()=>{});r?.person?.time_zone&&await o(r.person.time_zone)}render(){return this.connected?this.view():void 0}view(){}}q([d({attribute:"api"})],K.prototype,"baseUrl");q([d({attribute:!1})],K.prototype,"getToken");q([d({reflect:!0})],K.prototype,"lang");q([Ze({context:et,subscribe:!0}),B()],K.prototype,"inheritedApi");q([B()],K.prototype,"ownApi");q([B()],K.prototype,"ownLocale");function dn(e,t,o="positive"){e.dispatchEvent(new CustomEvent("groundwork-toast",{detail:{text:t,tone:o},bubbles:!0,composed:!0}))}/**
 * @license
 * Copyright 2018 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const ye=e=>e??f;var wo=Object.defineProperty,yo=Object.getOwnPropertyDescriptor,st=(e,t,o,r)=>{for(var n=r>1?void 0:r?yo(t,o):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(r?s(t,o,n):s(n))||n);return r&&n&&wo(t,o,n),n};const bo={alert:l`<path d="M12 8v5m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z"/>`,"arrow-left":l`<path d="M19 12H5m6-6-6 6 6 6"/>`,"arrow-right":l`<path d="M5 12h14m-6-6 6 6-6 6"/>`,blocked:l`<circle cx="12" cy="12" r="9"/><path d="m6 6 12 12"/>`,calendar:l`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4m8-4v4"/>`,chart:l`<path d="M4 20V4m0 16h16M8 16l4-5 3 3 5-7"/>`,check:l`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,"check-circle":l`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.8"/>`,"chevron-down":l`<path d="m6 9 6 6 6-6"/>`,"chevron-right":l`<path d="m9 6 6 6-6 6"/>`,circle:l`<circle cx="12" cy="12" r="9"/>`,clock:l`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,close:l`<path d="M6 6l12 12M18 6 6 18"/>`,cloud:l`<path d="M4 4l16 16M9 6.5A6 6 0 0 1 18 10a4 4 0 0 1 2.6 6.7M7 8.5A5 5 0 0 0 7 19h10"/>`,download:l`<path d="M12 4v11m-5-4.5 5 5 5-5M5 20h14"/>`,edit:l`<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16v4Z"/>`,eye:l`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,flag:l`<path d="M5 21V4h12l-2 4.5 2 4.5H5"/>`,globe:l`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,half:l`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor"/>`,info:l`<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8.5v.01"/>`,link:l`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.300L12 17"/>`,lock:l`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,message:l`<path d="M4 6.500A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.500v9a1.5 1.5 0 0 1-1.5 1.500H10l-5 3.500V17a1 1 0 0 1-1-1Z"/>`,more:l`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.6"/>`,plus:l`<path d="M12 5v14M5 12h14"/>`,search:l`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,share:l`<path d="M12 15V4M7.5 8 12 3.5 16.5 8M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5"/>`,"sign-out":l`<path d="M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8m-4-8h11m-4-4 4 4-4 4"/>`,target:l`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="5"/><circle cx="12" cy="12" r="1"/>`,trash:l`<path d="M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7"/>`,user:l`<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4 3.8-6 8-6s7.4 2 8 6"/>`,users:l`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-3.6 3-5.5 6.5-5.500s6 1.9 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 15c2 .7 3.2 2.4 3.5 5"/>`};let le=class extends y{constructor(){super(...arguments),this.name="circle"}render(){return c`<svg viewBox="0 0 24 24" aria-hidden="true">${bo[this.name]}</svg>`}};le.styles=w`
    :host {
      display: inline-block;
      inline-size: 1.25em;
      block-size: 1.25em;
      flex: none;
      vertical-align: -0.25em;
    }
    :host([hidden]) {
      display: none;
    }
    :host([name^="arrow"]:dir(rtl)),
    :host([name="chevron-right"]:dir(rtl)) {
      scale: -1 1;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;st([d()],le.prototype,"name",2);le=st([$("gw-icon")],le);var ko=Object.defineProperty,xo=Object.getOwnPropertyDescriptor,it=e=>{throw TypeError(e)},P=(e,t,o,r)=>{for(var n=r>1?void 0:r?xo(t,o):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(r?s(t,o,n):s(n))||n);return r&&n&&ko(t,o,n),n},dt=(e,t,o)=>t.has(e)||it("Cannot "+o),$o=(e,t,o)=>(dt(e,t,"read from private field"),t.get(e)),Be=(e,t,o)=>t.has(e)?it("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),To=(e,t,o)=>(dt(e,t,"access private method"),o),_e,xe,lt;let b=class extends y{constructor(){super(...arguments),Be(this,xe),this.variant="secondary",this.size="medium",this.type="button",this.disabled=!1,this.busy=!1,Be(this,_e,this.attachInternals())}render(){const e=this.busy?c`<span class="spinner"></span>`:this.icon===void 0?f:c`<gw-icon name=${this.icon}></gw-icon>`,t=c`${e}<slot></slot>`,r=this.label!==void 0&&this.textContent?.trim()===""?"button bare":"button";return this.href===void 0?c`<button
          part="button"
          class=${r}
          type="button"
          aria-label=${ye(this.label)}
          aria-busy=${this.busy?"true":"false"}
          aria-expanded=${ye(this.expanded)}
          ?disabled=${this.disabled}
          @click=${To(this,xe,lt)}
        >
          ${t}
        </button>`:c`<a part="button" class=${r} href=${this.href} aria-label=${ye(this.label)}>${t}</a>`}};_e=new WeakMap;xe=new WeakSet;lt=function(e){this.busy?e.stopPropagation():this.type==="submit"&&$o(this,_e).form?.requestSubmit()};b.formAssociated=!0;b.shadowRootOptions={...y.shadowRootOptions,delegatesFocus:!0};b.styles=[A,w`
      :host {
        display: inline-block;
        max-inline-size: 100%;
      }
      .button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: var(--groundwork-space-2);
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.5rem 1.125rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        color: var(--groundwork-text);
        font-weight: 560;
        line-height: 1.25;
        text-decoration: none;
        cursor: pointer;
        transition: background var(--groundwork-motion), border-color var(--groundwork-motion);
      }
      .button:hover {
        background: var(--groundwork-sunken);
        color: var(--groundwork-text);
      }
      .button:active {
        translate: 0 1px;
      }
      .button:focus-visible {
        border-radius: var(--groundwork-radius-m);
      }
      :host([variant="primary"]) .button {
        background: var(--groundwork-accent);
        border-color: var(--groundwork-accent);
        color: var(--groundwork-on-accent);
      }
      :host([variant="primary"]) .button:hover {
        background: var(--groundwork-accent-strong);
        border-color: var(--groundwork-accent-strong);
      }
      :host([variant="quiet"]) .button {
        background: transparent;
        border-color: transparent;
        color: var(--groundwork-accent);
      }
      :host([variant="quiet"]) .button:hover {
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent-strong);
      }
      :host([variant="danger"]) .button {
        border-color: var(--groundwork-critical);
        color: var(--groundwork-critical);
      }
      :host([variant="danger"]) .button:hover {
        background: var(--groundwork-critical-soft);
      }
      :host([size="small"]) .button {
        min-block-size: 2.25rem;
        padding: 0.25rem 0.75rem;
        font-size: var(--groundwork-text-s);
      }
      .button.bare {
        padding-inline: 0;
        aspect-ratio: 1;
      }
      .button:disabled {
        cursor: default;
        opacity: 0.55;
      }
      :host([busy]) .button {
        cursor: progress;
      }
      .spinner {
        inline-size: 1em;
        block-size: 1em;
        border: 2px solid currentColor;
        border-inline-end-color: transparent;
        border-radius: 50%;
        animation: turn 0.8s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 1turn;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation-duration: 3s;
        }
      }
      @media (forced-colors: active) {
        .button {
          border-color: ButtonBorder !important;
        }
      }
    `];P([d({reflect:!0})],b.prototype,"variant",2);P([d({reflect:!0})],b.prototype,"size",2);P([d()],b.prototype,"icon",2);P([d()],b.prototype,"label",2);P([d()],b.prototype,"href",2);P([d()],b.prototype,"type",2);P([d({type:Boolean,reflect:!0})],b.prototype,"disabled",2);P([d({type:Boolean,reflect:!0})],b.prototype,"busy",2);P([d()],b.prototype,"expanded",2);b=P([$("gw-button")],b);var _o=Object.defineProperty,Ao=Object.getOwnPropertyDescriptor,ct=e=>{throw TypeError(e)},x=(e,t,o,r)=>{for(var n=r>1?void 0:r?Ao(t,o):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(r?s(t,o,n):s(n))||n);return r&&n&&_o(t,o,n),n},Ae=(e,t,o)=>t.has(e)||ct("Cannot "+o),So=(e,t,o)=>(Ae(e,t,"read from private field"),o?o.call(e):t.get(e)),ht=(e,t,o)=>t.has(e)?ct("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),Po=(e,t,o,r)=>(Ae(e,t,"write to private field"),t.set(e,o),o),Co=(e,t,o)=>(Ae(e,t,"access private method"),o),No=(e,t,o,r)=>({set _(n){Po(e,t,n)},get _(){return So(e,t,r)}}),$e,ut,Te;let ce=class extends y{constructor(){super(...arguments),this.lines=3}render(){return c`<span class="visually-hidden" role="status">${this.t.common.loading}</span>
      ${Array.from({length:this.lines},()=>c`<div class="line" aria-hidden="true"></div>`)}`}};ce.styles=[A,w`
      :host {
        display: grid;
        gap: var(--groundwork-space-3);
        animation: appear 200ms 150ms both;
      }
      .line {
        block-size: 1rem;
        border-radius: var(--groundwork-radius-s);
        background: var(--groundwork-sunken);
        animation: breathe 1.6s ease-in-out infinite;
      }
      .line:first-of-type {
        block-size: 1.75rem;
        inline-size: 45%;
      }
      .line:last-of-type {
        inline-size: 70%;
      }
      @keyframes breathe {
        50% {
          opacity: 0.5;
        }
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .line {
          animation: none;
        }
      }
    `];x([d({type:Number})],ce.prototype,"lines",2);ce=x([$("gw-skeleton")],ce);const pt=w`
  .state {
    display: grid;
    justify-items: center;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-7) var(--groundwork-space-4);
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin-block-end: var(--groundwork-space-2);
    border-radius: 50%;
    background: var(--groundwork-accent-soft);
    color: var(--groundwork-accent);
    font-size: 1.25rem;
  }
  h2 {
    font-size: var(--groundwork-text-xl);
  }
  p {
    max-inline-size: 30rem;
    color: var(--groundwork-text-muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--groundwork-space-3);
    margin-block-start: var(--groundwork-space-3);
  }
  .reference {
    font-size: var(--groundwork-text-xs);
    user-select: all;
  }
`;let F=class extends y{constructor(){super(...arguments),this.heading="",this.icon="target"}render(){return c`<div class="state" part="state">
      <div class="sign" part="sign"><gw-icon name=${this.icon}></gw-icon></div>
      <h2 part="heading">${this.heading}</h2>
      ${this.text?c`<p>${this.text}</p>`:f}
      <div class="actions"><slot></slot></div>
    </div>`}};F.styles=[A,pt];x([d()],F.prototype,"heading",2);x([d()],F.prototype,"text",2);x([d()],F.prototype,"icon",2);F=x([$("gw-empty")],F);const qe={offline:"cloud","signed-out":"lock",forbidden:"lock",missing:"search",conflict:"users",invalid:"alert",refused:"info",busy:"clock",server:"alert"};let H=class extends y{constructor(){super(...arguments),ht(this,$e),this.inline=!1,this.noRetry=!1,this.waiting=!1}render(){if(this.error===void 0||this.error===null)return f;const{kind:e,title:t,text:o,fields:r,requestId:n}=tt(this.error,this.t),s=this.noRetry||e==="missing"||e==="forbidden"||e==="invalid"?f:c`<gw-button size=${this.inline?"small":"medium"} ?busy=${this.waiting} @click=${Co(this,$e,ut)}>
          ${this.t.common.tryAgain}
        </gw-button>`;return this.inline?c`<div class="line" part="line" role="alert">
        <gw-icon name=${qe[e]}></gw-icon>
        <div>
          <strong>${t}.</strong> ${r.length>0?f:o}
          ${r.length>0?c`<ul>${r.map(({detail:i})=>c`<li>${i}</li>`)}</ul>`:f}
        </div>
        ${s}
      </div>`:c`<div class="state" part="state" role="alert">
      <div class="sign" part="sign"><gw-icon name=${qe[e]}></gw-icon></div>
      <h2 part="heading">${t}</h2>
      <p>${o}</p>
      <div class="actions">${s}<slot></slot></div>
      ${e==="server"&&n?c`<p class="reference">${this.t.common.errors.reference(n)}</p>`:f}
    </div>`}};$e=new WeakSet;ut=async function(){const{retryAfter:e}=tt(this.error,this.t);e!==void 0&&(this.waiting=!0,await new Promise(t=>setTimeout(t,Math.min(e,30)*1e3)),this.waiting=!1),this.dispatchEvent(new Event("retry"))};H.styles=[A,pt,w`
      .sign {
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-caution-soft);
      }
      .line gw-icon {
        color: var(--groundwork-caution);
      }
      .line div {
        flex: 1 1 14rem;
      }
      .line ul {
        margin: 0;
        padding-inline-start: 1.25rem;
      }
    `];x([d({attribute:!1})],H.prototype,"error",2);x([d({type:Boolean,reflect:!0})],H.prototype,"inline",2);x([d({type:Boolean,attribute:"no-retry"})],H.prototype,"noRetry",2);x([B()],H.prototype,"waiting",2);H=x([$("gw-error")],H);let he=class extends y{constructor(){super(...arguments),this.messages=[],ht(this,Te,1)}render(){return c`<div class="messages" role="status" aria-live="polite">
      ${this.messages.map(({text:e,tone:t})=>c`<div class="message" part="message">
          <gw-icon name=${t==="critical"?"alert":t==="positive"?"check":"info"}></gw-icon>${e}
        </div>`)}
    </div>`}show(e,t){const o={id:No(this,Te)._++,text:e,tone:t};this.messages=[...this.messages.slice(-2),o],setTimeout(()=>{this.messages=this.messages.filter(({id:r})=>r!==o.id)},4e3+e.length*50)}};Te=new WeakMap;he.styles=[A,w`
      :host {
        position: fixed;
        z-index: 50;
        inset-block-end: var(--groundwork-space-5);
        inset-inline: var(--groundwork-space-4);
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .messages {
        display: grid;
        justify-items: center;
        gap: var(--groundwork-space-2);
      }
      .message {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-text);
        color: var(--groundwork-canvas);
        box-shadow: var(--groundwork-shadow-raised);
        font-size: var(--groundwork-text-s);
        animation: rise var(--groundwork-motion);
      }
      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 0.5rem;
        }
      }
    `];x([B()],he.prototype,"messages",2);he=x([$("gw-toasts")],he);function ln(e,t){for(const o of e){const r=Ro(o.path,t);if(r!==void 0)return{route:o,params:r}}}function Ro(e,t){const[o,r]=[e.split("/"),t.split("/")];if(o.length!==r.length)return;const n={};for(const[a,s]of o.entries()){const i=r[a]??"";if(s.startsWith(":")&&i!=="")n[s.slice(1)]=Oo(i);else if(s!==i)return}return n}function Oo(e){try{return decodeURIComponent(e)}catch{return e}}function cn(){return location.hash.slice(1).split("?")[0]||"/"}function hn(e,t){e.dispatchEvent(new CustomEvent("groundwork-title",{detail:t,bubbles:!0,composed:!0}))}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const un={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4},gt=e=>(...t)=>({_$litDirective$:e,values:t});let mt=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,o,r){this._$Ct=t,this._$AM=o,this._$Ci=r}_$AS(t,o){return this.update(t,o)}update(t,o){return this.render(...o)}};class Eo extends mt{render(t){return f}update(t,[o]){const{style:r}=t.element;for(const[n,a]of Object.entries(o))r.setProperty(n,String(a));return f}}const Do=gt(Eo);var Mo=Object.defineProperty,Io=Object.getOwnPropertyDescriptor,k=(e,t,o,r)=>{for(var n=r>1?void 0:r?Io(t,o):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(r?s(t,o,n):s(n))||n);return r&&n&&Mo(t,o,n),n};let Q=class extends y{constructor(){super(...arguments),this.tone="neutral"}render(){return c`${this.icon===void 0?f:c`<gw-icon name=${this.icon}></gw-icon>`}<slot></slot>`}};Q.styles=[A,w`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
        padding: 0.125rem 0.625rem;
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      :host([tone="info"]) {
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
      :host([tone="positive"]) {
        background: var(--groundwork-positive-soft);
        color: var(--groundwork-positive);
      }
      :host([tone="caution"]) {
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
      }
      :host([tone="critical"]) {
        background: var(--groundwork-critical-soft);
        color: var(--groundwork-critical);
      }
      :host([tone="accent"]) {
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      gw-icon {
        inline-size: 1.1em;
        block-size: 1.1em;
      }
    `];k([d({reflect:!0})],Q.prototype,"tone",2);k([d()],Q.prototype,"icon",2);Q=k([$("gw-pill")],Q);const Wo={draft:["neutral","edit"],shared:["info","share"],agreed:["positive","check-circle"],completed:["accent","flag"],archived:["neutral","lock"]},zo={not_started:["neutral","circle"],in_progress:["info","half"],blocked:["critical","blocked"],done:["positive","check-circle"],cancelled:["neutral","close"]};let X=class extends y{render(){const{planStatus:e,itemStatus:t}=this.t.common;if(this.plan!==void 0){const[o,r]=Wo[this.plan];return c`<gw-pill tone=${o} icon=${r}>${e[this.plan]}</gw-pill>`}if(this.item!==void 0){const[o,r]=zo[this.item];return c`<gw-pill tone=${o} icon=${r}>${t[this.item]}</gw-pill>`}return f}};X.styles=[A,w`
      :host {
        display: inline-block;
      }
    `];k([d()],X.prototype,"plan",2);k([d()],X.prototype,"item",2);X=k([$("gw-status")],X);let G=class extends y{constructor(){super(...arguments),this.value=0,this.showValue=!1}render(){const e=this.locale.format.percent(this.value);return c`<div
        class="track"
        part="track"
        role="progressbar"
        aria-label=${this.label??this.t.common.progress}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${this.value}
        aria-valuetext=${e}
      >
        <div class="bar" part="bar" ${Do({"--value":Math.min(100,Math.max(0,this.value))})}></div>
      </div>
      ${this.showValue?c`<span class="value" aria-hidden="true">${e}</span>`:f}`}};G.styles=[A,w`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 6rem;
      }
      .track {
        flex: 1;
        block-size: 0.5rem;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-sunken);
        box-shadow: inset 0 0 0 1px var(--groundwork-line);
        overflow: hidden;
      }
      .bar {
        block-size: 100%;
        inline-size: calc(var(--value) * 1%);
        border-radius: inherit;
        background: var(--groundwork-accent);
        transition: inline-size 400ms;
      }
      .value {
        min-inline-size: 3.2ch;
        font-size: var(--groundwork-text-s);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      @media (prefers-reduced-motion: reduce) {
        .bar {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .track {
          outline: 1px solid CanvasText;
        }
        .bar {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `];k([d({type:Number})],G.prototype,"value",2);k([d()],G.prototype,"label",2);k([d({type:Boolean,attribute:"show-value"})],G.prototype,"showValue",2);G=k([$("gw-progress")],G);let Y=class extends y{constructor(){super(...arguments),this.name="",this.labelled=!1,this.size="medium"}render(){return this.labelled?c`<span part="avatar" role="img" aria-label=${this.name}>${Ue(this.name)}</span>`:c`<span part="avatar" aria-hidden="true">${Ue(this.name)}</span>`}};Y.styles=[A,w`
      :host {
        display: inline-grid;
        flex: none;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        font-size: var(--groundwork-text-xs);
      }
      :host([size="small"]) {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        font-size: 0.6875rem;
      }
      :host([size="large"]) {
        inline-size: 3.25rem;
        block-size: 3.25rem;
        font-size: var(--groundwork-text-m);
      }
      span {
        display: grid;
        place-items: center;
        border: 1px solid transparent;
        border-radius: 50%;
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
        font-weight: 600;
        letter-spacing: 0.02em;
        line-height: 1;
        user-select: none;
      }
    `];k([d()],Y.prototype,"name",2);k([d({type:Boolean})],Y.prototype,"labelled",2);k([d({reflect:!0})],Y.prototype,"size",2);Y=k([$("gw-avatar")],Y);function Ue(e){const t=e.trim().split(/\s+/u),[o,r]=[t[0],t.length>1?t.at(-1):void 0];return[o,r].map(n=>[...n??""][0]??"").join("").toLocaleUpperCase()}var jo=Object.defineProperty,Ho=Object.getOwnPropertyDescriptor,ft=e=>{throw TypeError(e)},ee=(e,t,o,r)=>{for(var n=r>1?void 0:r?Ho(t,o):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(r?s(t,o,n):s(n))||n);return r&&n&&jo(t,o,n),n},Lo=(e,t,o)=>t.has(e)||ft("Cannot "+o),Bo=(e,t,o)=>t.has(e)?ft("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),Fe=(e,t,o)=>(Lo(e,t,"access private method"),o),de,vt,wt;let L=class extends y{constructor(){super(...arguments),Bo(this,de),this.heading="",this.open=!1,this.insistent=!1}render(){return c`<dialog part="dialog" aria-labelledby="heading" @close=${Fe(this,de,wt)} @cancel=${Fe(this,de,vt)}>
      <header part="header">
        <h2 id="heading">${this.heading}</h2>
        <gw-button
          class="close"
          variant="quiet"
          size="small"
          icon="close"
          label=${this.t.common.close}
          ?hidden=${this.insistent}
          @click=${()=>this.dialog.close()}
        ></gw-button>
      </header>
      <div class="body" part="body"><slot></slot></div>
      <footer part="footer"><slot name="footer"></slot></footer>
    </dialog>`}updated(e){!e.has("open")||this.open===this.dialog.open||(this.open?this.dialog.showModal():this.dialog.close())}};de=new WeakSet;vt=function(e){this.insistent&&e.preventDefault()};wt=function(){this.open&&(this.open=!1,this.dispatchEvent(new Event("close")))};L.styles=[A,w`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(34rem, calc(100vi - 2rem));
        max-block-size: calc(100dvb - 2rem);
        padding: 0;
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        color: inherit;
        box-shadow: var(--groundwork-shadow-raised);
      }
      dialog::backdrop {
        background: rgb(12 16 14 / 45%);
      }
      dialog:focus-visible {
        outline: none;
        border-radius: var(--groundwork-radius-l);
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--groundwork-space-3);
        padding: var(--groundwork-space-5) var(--groundwork-space-5) 0;
      }
      .body {
        display: grid;
        gap: var(--groundwork-space-4);
        padding: var(--groundwork-space-4) var(--groundwork-space-5) var(--groundwork-space-5);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--groundwork-space-3);
        padding: 0 var(--groundwork-space-5) var(--groundwork-space-5);
      }
      .close {
        margin: -0.5rem;
        margin-block-end: 0;
      }
    `];ee([d()],L.prototype,"heading",2);ee([d({type:Boolean,reflect:!0})],L.prototype,"open",2);ee([d({type:Boolean})],L.prototype,"insistent",2);ee([Ve("dialog")],L.prototype,"dialog",2);L=ee([$("gw-dialog")],L);/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const{I:qo}=Dt,Ge=e=>e,gn=e=>e.strings===void 0,Ye=()=>document.createComment(""),mn=(e,t,o)=>{const r=e._$AA.parentNode,n=t===void 0?e._$AB:t._$AA;if(o===void 0){const a=r.insertBefore(Ye(),n),s=r.insertBefore(Ye(),n);o=new qo(a,s,e,e.options)}else{const a=o._$AB.nextSibling,s=o._$AM,i=s!==e;if(i){let p;o._$AQ?.(e),o._$AM=e,o._$AP!==void 0&&(p=e._$AU)!==s._$AU&&o._$AP(p)}if(a!==n||i){let p=o._$AA;for(;p!==a;){const M=Ge(p).nextSibling;Ge(r).insertBefore(p,n),p=M}}}return o},fn=(e,t,o=e)=>(e._$AI(t,o),e),Uo={},Fo=(e,t=Uo)=>e._$AH=t,vn=e=>e._$AH,wn=e=>{e._$AR(),e._$AA.remove()};var Go=Object.defineProperty,Yo=Object.getOwnPropertyDescriptor,yt=e=>{throw TypeError(e)},Z=(e,t,o,r)=>{for(var n=r>1?void 0:r?Yo(t,o):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(r?s(t,o,n):s(n))||n);return r&&n&&Go(t,o,n),n},bt=(e,t,o)=>t.has(e)||yt("Cannot "+o),kt=(e,t,o)=>(bt(e,t,"read from private field"),o?o.call(e):t.get(e)),Vo=(e,t,o)=>t.has(e)?yt("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),ie=(e,t,o)=>(bt(e,t,"access private method"),o),O,Se,xt,$t,Tt,_t;let D=class extends y{constructor(){super(...arguments),Vo(this,O),this.label="",this.icon="more",this.items=[],this.open=!1}render(){return c`<button
        class="opener"
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open?"true":"false"}
        aria-label=${this.label}
        @click=${ie(this,O,xt)}
      >
        <slot><gw-icon name=${this.icon}></gw-icon></slot>
      </button>
      ${this.open?c`<div role="menu" part="menu" aria-label=${this.label} @keydown=${ie(this,O,_t)} @focusout=${ie(this,O,Tt)}>
            ${this.items.map(({id:e,label:t,icon:o})=>c`<button role="menuitem" type="button" tabindex="-1" @click=${()=>ie(this,O,$t).call(this,e)}>
                ${o===void 0?f:c`<gw-icon name=${o}></gw-icon>`}${t}
              </button>`)}
          </div>`:f}`}};O=new WeakSet;Se=function(){return[...this.renderRoot.querySelectorAll("[role=menuitem]")]};xt=async function(){this.open=!this.open,await this.updateComplete,kt(this,O,Se)[0]?.focus()};$t=function(e){this.open=!1,this.opener.focus(),this.dispatchEvent(new CustomEvent("select",{detail:e}))};Tt=function({relatedTarget:e}){e instanceof Node&&this.renderRoot.contains(e)||(this.open=!1)};_t=function(e){const t=kt(this,O,Se),o=t.findIndex(n=>n.matches(":focus")),r={ArrowDown:o+1,ArrowUp:o-1,Home:0,End:t.length-1}[e.key];e.key==="Escape"?(e.stopPropagation(),this.open=!1,this.opener.focus()):r!==void 0&&(e.preventDefault(),t[(r+t.length)%t.length]?.focus())};D.styles=[A,w`
      :host {
        position: relative;
        display: inline-block;
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-block-size: 2.5rem;
        padding: 0.375rem 0.75rem;
        border: 0;
        border-radius: var(--groundwork-radius-s);
        background: none;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover,
      [role="menuitem"]:focus-visible {
        background: var(--groundwork-sunken);
      }
      .opener {
        padding: 0.375rem;
        border-radius: var(--groundwork-radius-m);
      }
      [role="menu"] {
        position: absolute;
        z-index: 20;
        inset-block-start: calc(100% + 4px);
        inset-inline-end: 0;
        display: grid;
        min-inline-size: 12rem;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
    `];Z([d()],D.prototype,"label",2);Z([d()],D.prototype,"icon",2);Z([d({attribute:!1})],D.prototype,"items",2);Z([B()],D.prototype,"open",2);Z([Ve("button")],D.prototype,"opener",2);D=Z([$("gw-menu")],D);/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const yn=gt(class extends mt{constructor(){super(...arguments),this.key=f}render(e,t){return this.key=e,t}update(e,[t,o]){return t!==this.key&&(Fo(e),this.key=t),o}});export{Jt as A,on as B,nn as C,gt as D,mt as E,un as F,K as G,fn as H,mn as I,wn as J,Fo as K,gn as L,vn as M,E as P,Xe as S,y as a,A as b,co as c,cn as d,$ as e,uo as f,rt as g,et as h,Ie as i,yn as j,sn as k,Zo as l,po as m,d as n,rn as o,an as p,ln as q,B as r,Ve as s,dn as t,tt as u,Ze as v,Do as w,ye as x,V as y,hn as z};
