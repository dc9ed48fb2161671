import{f as Pt,u as St,i as b,_ as re,c as Ct,a as Et,A as f,w as c,b as l,j as Ot}from"./tokens-BHm-NQ-a.js";import{S as Rt,P as zt}from"./session-R_ExtKmI.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Mt={attribute:!0,type:String,converter:St,reflect:!1,hasChanged:Pt},Nt=(e=Mt,t,o)=>{const{kind:n,metadata:r}=o;let s=globalThis.litPropertyMetadata.get(r);if(s===void 0&&globalThis.litPropertyMetadata.set(r,s=new Map),n==="setter"&&((e=Object.create(e)).wrapped=!0),s.set(o.name,e),n==="accessor"){const{name:a}=o;return{set(i){const p=t.get.call(this);t.set.call(this,i),this.requestUpdate(a,p,e,!0,i)},init(i){return i!==void 0&&this.C(a,void 0,e,i),i}}}if(n==="setter"){const{name:a}=o;return function(i){const p=this[a];t.call(this,i),this.requestUpdate(a,p,e,!0,i)}}throw Error("Unsupported decorator location: "+n)};function d(e){return(t,o)=>typeof o=="object"?Nt(e,t,o):((n,r,s)=>{const a=r.hasOwnProperty(s);return r.constructor.createProperty(s,n),a?Object.getOwnPropertyDescriptor(r,s):void 0})(e,t,o)}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function j(e){return d({...e,state:!0,attribute:!1})}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const It=(e,t,o)=>(o.configurable=!0,o.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(e,t,o),o);/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function Ge(e,t){return(o,n,r)=>{const s=a=>a.renderRoot?.querySelector(e)??null;return It(o,n,{get(){return s(this)}})}}const T=b`
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
`,Vo=b`
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
`;/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let Ve=class extends Event{constructor(t,o,n,r){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=o,this.callback=n,this.subscribe=r??!1}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 *//**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let ze=class{constructor(t,o,n,r){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(s,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=s,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(s,a)),this.unsubscribe=a},this.host=t,o.context!==void 0){const s=o;this.context=s.context,this.callback=s.callback,this.subscribe=s.subscribe??!1}else this.context=o,this.callback=n,this.subscribe=r??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Ve(this.context,this.host,this.t,this.subscribe))}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let Dt=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,o=!1){const n=o||!Object.is(t,this.o);this.o=t,n&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(const[o,{disposer:n}]of this.subscriptions)o(this.o,n)},t!==void 0&&(this.value=t)}addCallback(t,o,n){if(!n)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:o});const{disposer:r}=this.subscriptions.get(t);t(this.value,r)}clearCallbacks(){this.subscriptions.clear()}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let jt=class extends Event{constructor(t,o){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=o}},Me=class extends Dt{constructor(t,o,n){super(o.context!==void 0?o.initialValue:n),this.onContextRequest=r=>{if(r.context!==this.context)return;const s=r.contextTarget??r.composedPath()[0];s!==this.host&&(r.stopPropagation(),this.addCallback(r.callback,s,r.subscribe))},this.onProviderRequest=r=>{if(r.context!==this.context||(r.contextTarget??r.composedPath()[0])===this.host)return;const s=new Set;for(const[a,{consumerHost:i}]of this.subscriptions)s.has(a)||(s.add(a),i.dispatchEvent(new Ve(this.context,i,a,!0)));r.stopPropagation()},this.host=t,o.context!==void 0?this.context=o.context:this.context=o,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new jt(this.context,this.host))}};/**
 * @license
 * Copyright 2022 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function Ye({context:e,subscribe:t}){return(o,n)=>{typeof n=="object"?n.addInitializer((function(){new ze(this,{context:e,callback:r=>{o.set.call(this,r)},subscribe:t})})):o.constructor.addInitializer((r=>{new ze(r,{context:e,callback:s=>{r[n]=s},subscribe:t})}))}}const Lt=/\{[^{}]+\}/g,Wt=()=>typeof process=="object"&&Number.parseInt(process?.versions?.node?.substring(0,2))>=18&&process.versions.undici;function Ht(){return Math.random().toString(36).slice(2,11)}function Ut(e){let{baseUrl:t="",Request:o=globalThis.Request,fetch:n=globalThis.fetch,querySerializer:r,bodySerializer:s,pathSerializer:a,headers:i,requestInitExt:p=void 0,...V}={...e};p=Wt()?p:void 0,t=De(t);const A=[];async function P(u,h){const{baseUrl:R,fetch:Ae=n,Request:Pe=o,headers:Se,params:W={},parseAs:Q="json",querySerializer:X,bodySerializer:Ce=s??qt,pathSerializer:$t,body:Ee,middleware:Tt=[],...he}=h||{};let ue=t;R&&(ue=De(R)??t);let pe=typeof r=="function"?r:Ne(r);X&&(pe=typeof X=="function"?X:Ne({...typeof r=="object"?r:{},...X}));const Oe=$t||a||Bt,ge=Ee===void 0?void 0:Ce(Ee,Ie(i,Se,W.header)),_t=Ie(ge===void 0||ge instanceof FormData?{}:{"Content-Type":"application/json"},i,Se,W.header),S=[...A,...Tt],At={redirect:"follow",...V,...he,body:ge,headers:_t};let ee,te,C=new Pe(Ft(u,{baseUrl:ue,params:W,querySerializer:pe,pathSerializer:Oe}),At),g;for(const v in he)v in C||(C[v]=he[v]);if(S.length){ee=Ht(),te=Object.freeze({baseUrl:ue,fetch:Ae,parseAs:Q,querySerializer:pe,bodySerializer:Ce,pathSerializer:Oe});for(const v of S)if(v&&typeof v=="object"&&typeof v.onRequest=="function"){const m=await v.onRequest({request:C,schemaPath:u,params:W,options:te,id:ee});if(m)if(m instanceof Pe)C=m;else if(m instanceof Response){g=m;break}else throw new Error("onRequest: must return new Request() or Response() when modifying the request")}}if(!g){try{g=await Ae(C,p)}catch(v){let m=v;if(S.length)for(let z=S.length-1;z>=0;z--){const oe=S[z];if(oe&&typeof oe=="object"&&typeof oe.onError=="function"){const Y=await oe.onError({request:C,error:m,schemaPath:u,params:W,options:te,id:ee});if(Y){if(Y instanceof Response){m=void 0,g=Y;break}if(Y instanceof Error){m=Y;continue}throw new Error("onError: must return new Response() or instance of Error")}}}if(m)throw m}if(S.length)for(let v=S.length-1;v>=0;v--){const m=S[v];if(m&&typeof m=="object"&&typeof m.onResponse=="function"){const z=await m.onResponse({request:C,response:g,schemaPath:u,params:W,options:te,id:ee});if(z){if(!(z instanceof Response))throw new Error("onResponse: must return new Response() when modifying the response");g=z}}}}const Re=g.headers.get("Content-Length");if(g.status===204||C.method==="HEAD"||Re==="0"&&!g.headers.get("Transfer-Encoding")?.includes("chunked"))return g.ok?{data:void 0,response:g}:{error:void 0,response:g};if(g.ok)return{data:await(async()=>{if(Q==="stream")return g.body;if(Q==="json"&&!Re){const m=await g.text();return m?JSON.parse(m):void 0}return await g[Q]()})(),response:g};let me=await g.text();try{me=JSON.parse(me)}catch{}return{error:me,response:g}}return{request(u,h,R){return P(h,{...R,method:u.toUpperCase()})},GET(u,h){return P(u,{...h,method:"GET"})},PUT(u,h){return P(u,{...h,method:"PUT"})},POST(u,h){return P(u,{...h,method:"POST"})},DELETE(u,h){return P(u,{...h,method:"DELETE"})},OPTIONS(u,h){return P(u,{...h,method:"OPTIONS"})},HEAD(u,h){return P(u,{...h,method:"HEAD"})},PATCH(u,h){return P(u,{...h,method:"PATCH"})},TRACE(u,h){return P(u,{...h,method:"TRACE"})},use(...u){for(const h of u)if(h){if(typeof h!="object"||!("onRequest"in h||"onResponse"in h||"onError"in h))throw new Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");A.push(h)}},eject(...u){for(const h of u){const R=A.indexOf(h);R!==-1&&A.splice(R,1)}}}}function ce(e,t,o){if(t==null)return"";if(typeof t=="object")throw new Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");return`${e}=${o?.allowReserved===!0?t:encodeURIComponent(t)}`}function Ke(e,t,o){if(!t||typeof t!="object")return"";const n=[],r={simple:",",label:".",matrix:";"}[o.style]||"&";if(o.style!=="deepObject"&&o.explode===!1){for(const i in t)n.push(i,o.allowReserved===!0?t[i]:encodeURIComponent(t[i]));const a=n.join(",");switch(o.style){case"form":return`${e}=${a}`;case"label":return`.${a}`;case"matrix":return`;${e}=${a}`;default:return a}}for(const a in t){const i=o.style==="deepObject"?`${e}[${a}]`:a;n.push(ce(i,t[a],o))}const s=n.join(r);return o.style==="label"||o.style==="matrix"?`${r}${s}`:s}function Ze(e,t,o){if(!Array.isArray(t))return"";if(o.explode===!1){const s={form:",",spaceDelimited:"%20",pipeDelimited:"|"}[o.style]||",",a=(o.allowReserved===!0?t:t.map(i=>encodeURIComponent(i))).join(s);switch(o.style){case"simple":return a;case"label":return`.${a}`;case"matrix":return`;${e}=${a}`;default:return`${e}=${a}`}}const n={simple:",",label:".",matrix:";"}[o.style]||"&",r=[];for(const s of t)o.style==="simple"||o.style==="label"?r.push(o.allowReserved===!0?s:encodeURIComponent(s)):r.push(ce(e,s,o));return o.style==="label"||o.style==="matrix"?`${n}${r.join(n)}`:r.join(n)}function Ne(e){return function(o){const n=[];if(o&&typeof o=="object")for(const r in o){const s=o[r];if(s!=null){if(Array.isArray(s)){if(s.length===0)continue;n.push(Ze(r,s,{style:"form",explode:!0,...e?.array,allowReserved:e?.allowReserved||!1}));continue}if(typeof s=="object"){n.push(Ke(r,s,{style:"deepObject",explode:!0,...e?.object,allowReserved:e?.allowReserved||!1}));continue}n.push(ce(r,s,e))}}return n.join("&")}}function Bt(e,t){let o=e;for(const n of e.match(Lt)??[]){let r=n.substring(1,n.length-1),s=!1,a="simple";if(r.endsWith("*")&&(s=!0,r=r.substring(0,r.length-1)),r.startsWith(".")?(a="label",r=r.substring(1)):r.startsWith(";")&&(a="matrix",r=r.substring(1)),!t||t[r]===void 0||t[r]===null)continue;const i=t[r];if(Array.isArray(i)){o=o.replace(n,Ze(r,i,{style:a,explode:s}));continue}if(typeof i=="object"){o=o.replace(n,Ke(r,i,{style:a,explode:s}));continue}if(a==="matrix"){o=o.replace(n,`;${ce(r,i)}`);continue}o=o.replace(n,a==="label"?`.${encodeURIComponent(i)}`:encodeURIComponent(i))}return o}function qt(e,t){return e instanceof FormData?e:t&&(t.get instanceof Function?t.get("Content-Type")??t.get("content-type"):t["Content-Type"]??t["content-type"])==="application/x-www-form-urlencoded"?new URLSearchParams(e).toString():JSON.stringify(e)}function Ft(e,t){let o=`${t.baseUrl}${e}`;t.params?.path&&(o=t.pathSerializer(o,t.params.path));let n=t.querySerializer(t.params.query??{});return n.startsWith("?")&&(n=n.substring(1)),n&&(o+=`?${n}`),o}function Ie(...e){const t=new Headers;for(const o of e){if(!o||typeof o!="object")continue;const n=o instanceof Headers?o.entries():Object.entries(o);for(const[r,s]of n)if(s===null)t.delete(r);else if(Array.isArray(s))for(const a of s)t.append(r,a);else s!==void 0&&t.set(r,s)}return t}function De(e){return e.endsWith("/")?e.substring(0,e.length-1):e}class N extends Error{name="ProblemError";status;type;detail;errors;request_id;problem;response;constructor(t,o){const r=o.headers.get("Content-Type")?.startsWith("application/problem+json")?t:{},s=r.detail??o.statusText;super(`${o.status}: ${s}`),this.status=o.status,this.type=r.type??"about:blank",this.detail=s,this.errors=r.errors??[],this.request_id=r.request_id??o.headers.get("X-Request-Id")??void 0,this.problem=r,this.response=o}}function Gt(e,{attempts:t=5,longestWait:o=3e4}){return async n=>{if(n.method!=="GET"&&!n.headers.has("Idempotency-Key"))return e(n);for(let r=1;r<t;r++){const s=100*2**r*(.5+Math.random());try{const a=await e(n.clone()),i=Vt(a,s);if(i===void 0||i>o)return a;await a.body?.cancel(),await je(i,n.signal)}catch(a){if(n.signal.aborted)throw a;await je(s,n.signal)}}return e(n)}}function Vt(e,t){const o=e.headers.get("Retry-After"),n=o!==null&&/^\d+$/.test(o)?Number(o)*1e3:t;switch(e.status){case 409:case 429:return o===null?void 0:n;case 502:case 503:case 504:return n;default:return}}function je(e,t){return new Promise((o,n)=>{const r=()=>{clearTimeout(s),n(t.reason)},s=setTimeout(()=>{t.removeEventListener("abort",r),o()},e);t.addEventListener("abort",r,{once:!0})})}function Yt({baseUrl:e,token:t,retries:o={}}){const n=Ut({baseUrl:e,fetch:Gt(s=>fetch(s),o),bodySerializer:s=>typeof s=="string"?s:JSON.stringify(s)});n.use({async onRequest({request:s}){s.headers.set("Authorization",`Bearer ${typeof t=="string"?t:await t()}`),s.method==="POST"&&!s.headers.has("Idempotency-Key")&&s.headers.set("Idempotency-Key",crypto.randomUUID())}});const r=s=>async(a,i)=>{const{data:p,error:V,response:A}=await n.request(s,a,i);if(!A.ok)throw new N(V,A);return{data:p,etag:A.headers.get("ETag")??void 0,response:A}};return{GET:r("get"),POST:r("post"),PUT:r("put"),PATCH:r("patch"),DELETE:r("delete")}}const Je=Symbol.for("groundwork-api");class Kt{constructor(t,o){this.askToSignIn=()=>this.session.signInAgain(),this.session=o;const n=Yt({baseUrl:t,token:()=>o.token()});this.GET=this.#o(n.GET),this.POST=this.#o(n.POST),this.PUT=this.#o(n.PUT),this.PATCH=this.#o(n.PATCH),this.DELETE=this.#o(n.DELETE)}#e;#t;me(){return this.#e??=this.#r().catch(t=>{throw this.#e=void 0,t}),this.#e}async#r(){const{data:t}=await this.GET("/v1/me");if(t.person===null||t.person===void 0)return{person:void 0,isHrAdmin:t.roles.includes("hr_admin"),hasTeam:!1};const{person:o}=t,n={person_id:o.id},r=await this.GET("/v1/people/{person_id}/team-progress",{params:{path:n,query:{limit:1}}});return{person:o,isHrAdmin:t.roles.includes("hr_admin"),hasTeam:r.data.totals.people>0||t.delegate_of.length>0}}#o(t){const o=t;return async(...r)=>{try{return await o(...r)}catch(s){if(!we(s))throw s}try{return await this.session.renew(),await o(...r)}catch(s){if(!we(s))throw s}return await this.signInAgain(),o(...r)}}signInAgain(){return this.#t??=this.askToSignIn().finally(()=>this.#t=void 0),this.#t}}function we(e){return e instanceof Rt||e instanceof N&&e.status===401}async function Xo(e){try{const{data:t,etag:o}=await e;return{changed:!0,data:t,etag:o}}catch(t){if(t instanceof N&&t.status===412)return{changed:!1};throw t}}function Qe(e,{common:{errors:t}}){const o=(r,s,a)=>({kind:r,title:s,text:a,fields:e instanceof N?e.errors.map(({pointer:i,detail:p})=>({pointer:i,detail:p})):[],retryAfter:e instanceof N?Le(e):void 0,requestId:e instanceof N?e.request_id:void 0});if(we(e))return o("signed-out",t.signedOut,t.signedOutText);if(!(e instanceof N))return e instanceof TypeError?o("offline",t.offline,t.offlineText):o("server",t.server,t.serverText);const n=Zt(e.detail);switch(e.status){case 400:case 422:return o("invalid",t.invalid,n);case 403:return o("forbidden",t.forbidden,n);case 404:return o("missing",t.missing,t.missingText);case 409:return o("refused",t.notNow,n);case 412:return o("conflict",t.conflict,t.conflictText);case 429:case 503:return o("busy",t.busy,t.busyText(Le(e)??10));default:return e.status<500?o("refused",t.notNow,n):o("server",t.server,t.serverText)}}function Le(e){const t=e.response.headers.get("Retry-After");return t!==null&&/^\d+$/.test(t)?Number(t):void 0}function Zt(e){const t=e.charAt(0).toUpperCase()+e.slice(1);return/[.!?]$/.test(t)?t:`${t}.`}function le(e){const t=new Intl.PluralRules(e),o=new Intl.NumberFormat(e);return(n,r)=>(r[t.select(n)]??r.other).replaceAll("#",o.format(n))}const fe=/^\d{4}-\d{2}-\d{2}$/,Jt=[["year",31557600],["month",2629800],["week",604800],["day",86400],["hour",3600],["minute",60]];class Xe{#e;#t;constructor(t,o){this.#e=t,this.#t=o}number(t){return new Intl.NumberFormat(this.#e).format(t)}percent(t){return new Intl.NumberFormat(this.#e,{style:"percent",maximumFractionDigits:0}).format(t/100)}list(t,o="conjunction"){return new Intl.ListFormat(this.#e,{type:o}).format(t)}date(t,o={dateStyle:"medium"}){const n=fe.test(t)?"UTC":this.#t;return new Intl.DateTimeFormat(this.#e,{...o,...n&&{timeZone:n}}).format(new Date(t))}time(t){return this.date(t,{dateStyle:"medium",timeStyle:"short"})}relative(t,o=new Date){const n=new Intl.RelativeTimeFormat(this.#e,{numeric:"auto"}),r=fe.test(t)?Date.parse(this.today(o)):o.getTime(),s=Math.round((Date.parse(t)-r)/1e3);for(const[a,i]of Jt)if(Math.abs(s)>=i)return n.format(Math.trunc(s/i),a);return n.format(0,fe.test(t)?"day":"minute")}today(t=new Date){const o={year:"numeric",month:"2-digit",day:"2-digit",...this.#t&&{timeZone:this.#t}};return new Intl.DateTimeFormat("en-CA",o).format(t)}}const Qt=le("en"),Xt={close:"Close",cancel:"Cancel",save:"Save",saved:"Saved",back:"Back",more:"More",required:"required",optional:"optional",loading:"Loading…",tryAgain:"Try again",showMore:"Show more",progress:"Progress",before:"Before",after:"After",planStatus:{draft:"Draft",shared:"Shared",agreed:"Agreed",completed:"Completed",archived:"Archived"},itemStatus:{not_started:"Not started",in_progress:"In progress",blocked:"Blocked",done:"Done",cancelled:"Cancelled"},verdict:{yes:"Yes",partly:"Partly",no:"No"},errors:{offline:"You are offline",offlineText:"What you typed is still here. We try again as soon as the connection is back.",missing:"Nothing here",missingText:"It may have been removed, or you may not be allowed to see it.",forbidden:"Not yours to open",conflict:"Changed somewhere else",conflictText:"This was changed since you opened it, perhaps in another window. Nothing was overwritten.",invalid:"Please check what you entered",notNow:"Not possible right now",signedOut:"You are signed out",signedOutText:"Sign in again to go on. What you typed is still here.",busy:"Very busy right now",busyText:e=>Qt(e,{one:"Please try again in # second.",other:"Please try again in # seconds."}),server:"That did not work",serverText:"The service has a problem. Nothing of yours is lost. Please try again in a moment.",reference:e=>`Reference for support: ${e}`}},eo=le("en"),to={title:"Feedback",respondTo:e=>`Your response to ${e}`,feedbackFor:e=>`Feedback for ${e}`,version:e=>`Version ${e}`,wholePlan:"See the whole plan",wantedUntil:e=>`wanted by ${e}`,writes:e=>`${e} writes`,stepsLabel:"Steps of your response",given:"answered",steps:{objectives:"Objectives",strengths:"Strengths and growth",actions:"Actions",closing:"In a few words",review:"Review"},stepText:{objectives:e=>`Are these the right objectives for ${e}, and within reach?`,strengths:e=>`What do you see in ${e}? Agree, put it differently, or add what is missing.`,actions:e=>`Which of these will you support, and what will you do for ${e} yourself?`,closing:e=>`What should ${e} take away from all this?`,review:e=>`This is what ${e} will read. Once it is sent, it cannot be changed.`},next:e=>`Next: ${e}`,toReview:"Review",submit:"Send response",submitted:e=>`Sent to ${e}`,saving:"Saving…",notSaved:"Not saved yet. It is still here.",partlySaved:"Saved, but for what has no name yet",carriedOver:e=>`${e} has shared a newer version since you began. What you wrote is still here: check that it fits the new text.`,conflictText:"This response was changed in another window. Nothing was overwritten, and what you wrote here is still here.",keepMine:"Keep what is here",takeTheirs:"Take the other version",horizon:{short_term:"Within 12 months",long_term:"In the long run"},objective:{short_term:"the 12-month objective",long_term:"the long-term objective"},kind:{new_assignment:"A new assignment",current_role_plus:"The current role, with added duties"},withinYears:e=>eo(e,{one:"within # year",other:"within # years"}),until:e=>`by ${e}`,leadsTo:e=>`Serves ${e}`,worksOn:e=>`works on “${e}”`,asksFor:"Support asked for",mission:"Personal mission",values:"Values",motivators:"What gives energy",basics:e=>`What moves ${e}`,reasonable:"Reasonable?",achievable:"Achievable?",comment:"Comment",counterProposal:"Suggest another wording",counterProposalLabel:"Suggested instead",counterProposalHint:e=>`${e} decides whether to take it over.`,clear:"Clear this answer",lists:{strengths:"Strengths",development_areas:"Development areas"},stanceLabel:{strengths:"Do you see this strength?",development_areas:"Is this the right area?"},stance:{agree:"Agree",adjust:"Put it differently",add:"Added"},betterName:"How would you put it?",nameNeeded:"Give it a name, so that it can be saved.",add:{strengths:"Add a strength",development_areas:"Add a development area"},addLabel:{strengths:"A strength that you see",development_areas:"An area to grow in"},remove:"Remove",insteadOf:e=>`instead of “${e}”`,supportLabel:"Will you support this?",decision:{supported:"Yes",modified:"Yes, differently",declined:"No"},promise:"Promise something",promiseTitle:"What will you do?",promiseHint:"It becomes an action of yours in the plan, and you both see how it goes.",promiseDue:"By when?",promiseNeeded:"Say what you will do, so that it can be saved.",noPromise:"Promise nothing here",promised:"Promised",summaryLabel:"Your summary",summaryHint:e=>`${e} reads this first.`,summary:"Summary",privateLabel:"Private note",privateHint:"Only you can read it, ever. Good for preparing the talk.",earlierItem:"From an earlier version",nothingYet:"Nothing to send yet",nothingYetText:"Say something in one of the steps. A private note alone is not a response.",gaps:"Something has no name yet and would not be sent. Name it, or remove it:",silent:"You have said nothing here, which is fine:",none:"No feedback yet",noneText:"When somebody has responded to what you shared, you read it here.",noneSentText:"Responses appear here once they are sent.",respond:"Respond",respondToVersion:e=>`Respond to version ${e}`,yours:"Your response",by:e=>`From ${e}`,unread:"Not acknowledged yet",acknowledged:"Acknowledged",sentOn:e=>`sent ${e}`,acknowledgedOn:e=>`acknowledged ${e}`,agreeTitle:"Do you agree to this plan?",agreeText:e=>`With your agreement and that of ${e}, the plan holds, and you both track it.`,ownerAgreed:e=>`${e} has agreed. With your agreement the plan holds, and you both track it.`,agree:"Agree",agreed:e=>`You have agreed to the plan of ${e}`,agreedOn:e=>`Agreed by the manager on ${e}`},oo={title:"HR"},ro={title:"My plan"},no={product:"Groundwork",skip:"Skip to content",navigation:"Main",plan:"My plan",team:"Team",hr:"HR",language:"Language",signOut:"Sign out",account:e=>`Account of ${e}`,title:e=>`${e} · Groundwork`,signIn:"Sign in",signInTitle:"An honest conversation about your career",signInText:"Think about where you want to go, share it with your manager, and keep track of what you both promised.",signInAgain:"Sign in to go on",signInButton:"Sign in with your company account",signInFailed:"Signing in did not work",demoTitle:"Look around as",demoText:"This is a demo. The people are invented, and everything you change is gone when it stops.",demoPerson:{employee:"Has a career plan, and follows what was agreed",manager:"Leads a team of eight, and answers their plans",hr_admin:"Looks after people, cycles and questions"},demoRole:{employee:"Employee",manager:"Manager",hr_admin:"HR"},notFound:"There is no such page",notFoundText:"The address may be mistyped, or the page may have moved.",home:"To the start",unavailable:"The board cannot reach the service",notBuilt:"This page comes soon",notBuiltText:"Until then, everything is in the API."},H=le("en"),so={title:"Conversations",toPlan:"To the plan",noTalk:"No conversation planned yet",noTalkText:"Set aside an hour to go through the plan together. The agenda is made from it.",noTalkClosed:"Conversations can be planned while the plan is shared or agreed.",shareFirst:"Share the plan first. Then you can plan a conversation about it.",plan:"Plan a conversation",planAnother:"Plan another",planIt:"Plan it",planned:"The conversation is planned",day:"Day",dayMissing:"Choose a day.",time:"Time",timeMissing:"Choose a time.",inZone:e=>`In your time zone, ${e}`,length:"Length",minutes:e=>H(e,{one:"# minute",other:"# minutes"}),place:"Place",placeHint:"A room, or the link of a call",rhythmLabel:"Again",rhythm:{none:"Only once",monthly:"Every month",every_6_weeks:"Every 6 weeks",quarterly:"Every 3 months",half_yearly:"Every 6 months"},next:"Next conversation",alsoPlanned:e=>`Also planned: ${e}`,change:"Change",changeIt:"Change the conversation",moved:"The conversation is changed",toCalendar:"Add to calendar",cancelIt:"Cancel the conversation",keepIt:"Keep it",cancelTitle:"Cancel this conversation?",cancelText:"It stays in the list and in calendars, marked as cancelled.",cancelRhythmText:"The rhythm ends with it. To keep the rhythm, change the day instead. It stays in the list and in calendars, marked as cancelled.",cancelMessage:"A word to the other",cancelled:"The conversation is cancelled",timesOnly:"You see when it is, not what it is about.",agenda:"Agenda",emptyAgenda:"Nothing in the plan asks to be talked about. Add what matters to you.",noAgenda:"There was no agenda.",source:{verdict:"Objectives seen differently",stance:"Strengths and development areas",support:"Support",overdue:"Overdue",blocked:"Blocked",comment:"From comments",added:"Added by you both"},addPoint:"A point of your own",add:"Add",removePoint:e=>`Remove “${e}”`,pointRemoved:e=>`Removed: ${e}`,discussed:"talked about",notDiscussed:"not talked about",waiting:"not saved yet",discard:"Discard what was not saved",notes:"Notes",sharedNotes:"Shared notes",sharedNotesHint:"You both read and write these.",privateNote:"My private note",onlyMe:"Only you",privateNoteHint:"Only you can read this, now and later.",noteState:{empty:"Saved while you type",saved:"Saved",typing:"Typing…",saving:"Saving…",failed:"Not saved yet. We keep trying.",conflict:"Not saved: changed somewhere else"},conflict:"Two versions of the notes",conflictText:"These notes were changed while you were writing. Nothing was overwritten.",theirs:"Saved meanwhile",mine:"What you wrote",emptyNote:"(empty)",keepBoth:"Keep both",keepMine:"Keep mine",takeTheirs:"Take the other",writeNotes:"Write notes",outcomes:"What comes of it",noOutcomes:"Nothing was written down.",newOutcome:"Add an outcome",outcome:"What did you agree?",outcomeHint:"With a name on it, it becomes an action item.",whoDoes:"Who does it?",nobody:"Just an agreement",agreement:"Agreement",due:"Due",dueOn:e=>`due ${e}`,addOutcome:"Add outcome",removeOutcome:e=>`Remove “${e}”`,outcomeRemoved:"Removed",finish:"Finish the conversation",finishHint:"When you have talked: you look at what came of it, and at when the next one is.",finishTitle:"You have talked",nothingCame:"You have written down no outcome. That is fine too.",becomeItems:e=>H(e,{one:"# of them becomes an action item.",other:"# of them become action items."}),openPoints:e=>H(e,{one:"# point of the agenda is not ticked.",other:"# points of the agenda are not ticked."}),nextRhythm:"When is the next one?",nextRhythmHint:"It is planned at the same time of day.",goOn:"Go on talking",result:"What came of it",nextTalk:"The next conversation",noNext:"None is planned yet.",toNext:"To the next one",past:"Earlier conversations",cameOf:e=>H(e,{one:"# outcome",other:"# outcomes"}),wasCancelled:"Cancelled",notAll:"There are more than are shown here.",calendar:"Calendar",calendarAddress:"See your conversations in your own calendar",calendarText:"An address to subscribe to in your calendar program. It shows all your conversations, and follows when one is moved.",calendarWarning:"Whoever has the address sees their titles and times, without signing in. Treat it like a password.",makeAddress:"Make my address",address:"Your address",addressOnce:"Copy it now: it is shown only this once.",addressMade:e=>`You have an address, made on ${e}. It is not shown again.`,copy:"Copy",copied:"Copied",copyByHand:"Copying is not possible here. Select the address instead.",newAddress:"Make a new one instead",revoke:"Revoke the address",revokeTitle:"Revoke the address?",revokeText:"Calendars that use it stop showing your conversations.",revoked:"The address no longer works",comments:"Comments",noComments:"No comments.",comment:"Comment",reply:"Add a comment",yourComment:"Your comment",commentHint:"Type @ and a name to mention somebody. That does not let them see more than they may.",colleagues:"Colleagues",noOneFound:"Nobody found",found:e=>H(e,{one:"# person found. Arrow keys to choose, Enter to take.",other:"# people found. Arrow keys to choose, Enter to take."}),send:"Send",sent:"Comment sent",takeBack:"Take back",tookBack:"Taken back. Your text is in the field again.",deleted:"Comment deleted",openProposals:"Proposed actions",noProposals:"Nobody has proposed an action.",noProposalsYet:"No proposal is open.",proposeAction:"Propose an action",proposeText:e=>`${e} decides whether it comes into the plan.`,action:"Action",actionHint:"Something specific to do in the next months",actionMissing:"Say what the action is.",why:"What it is about",area:"Works on",noArea:"No development area",template:"Begin with a template",noTemplate:"None",propose:"Propose",proposed:"Proposed",accept:"Accept",accepted:"It is one of the action items now",adapt:"Change and accept",decline:"Decline",declined:"Declined",declineWord:e=>`A word to ${e}`,withdraw:"Withdraw",withdrawn:"Withdrawn",decided:e=>H(e,{one:"# decided proposal",other:"# decided proposals"}),by:e=>`by ${e}`,worksOn:e=>`works on ${e}`,proposalStatus:{proposed:"Open",accepted:"Accepted",declined:"Declined",withdrawn:"Withdrawn"}},M=le("en"),ao={title:"Team",people:"People",tabs:"Parts of the team’s page",promises:"My promises",history:"Over time",download:"Spreadsheet",downloaded:"Spreadsheet downloaded",file:"team-progress.csv",waiting:e=>M(e,{one:"# plan waits for you",other:"# plans wait for you"}),nobodyWaits:"Nobody waits for you",allWaiting:e=>M(e,{one:"Show it",other:"Show all #"}),respond:"Respond",agree:"Agree",respondTo:e=>`Respond to ${e}`,agreeWith:e=>`Agree to the plan of ${e}`,awaitsResponse:"Waits for your response",awaitsAgreement:"Waits for your agreement",awaited:{share:"to be shared",feedback:"waits for a response",acknowledgement:"response not acknowledged yet",owner_agreement:"waits for the owner’s agreement",manager_agreement:"waits for the manager’s agreement"},totals:"The team in numbers",withPlan:"With a plan",agreed:"Agreed",of:e=>`of ${e}`,done:"Actions done",overdue:"Overdue",blocked:"Blocked",progress:"Progress",name:"Name",state:"Plan",nextDue:"Next due",open:"Late, blocked",lastProgress:"Last progress",noPlan:"No plan",none:"–",nothing:"none",late:e=>M(e,{one:"# late",other:"# late"}),stuck:e=>M(e,{one:"# blocked",other:"# blocked"}),figuresOnly:"Figures only",reportsTo:e=>`reports to ${e}`,progressOf:e=>`Progress of ${e}`,more:e=>`More about ${e}`,openPlan:"Open the plan",openFeedback:"Feedback",takeOver:"Take over from the former manager",filters:"Filters",filter:{awaiting_me:"Waits for me",late:"Late",blocked:"Blocked"},moreFilters:"More filters",status:"Status of the plan",anyStatus:"Any",statusNone:"No plan",department:"Department",anyDepartment:"All",silent:"No progress for",anySilent:"Any time",days:e=>M(e,{one:"# day or more",other:"# days or more"}),scope:"Who",scopes:{reports:"Direct reports",subtree:"Everybody below"},sort:"Order",sorts:{"-overdue":"Most overdue first",name:"Name",progress:"Least progress first","-progress":"Most progress first",next_due:"Next due first",last_progress:"Longest without progress","-last_progress":"Latest progress first",overdue:"Least overdue first","-name":"Name, backwards","-next_due":"Next due last"},clear:"Clear filters",found:e=>M(e,{one:"# person",other:"# people"}),previous:"Previous",next:"Next",range:(e,t)=>`${e} to ${t}`,caption:"People of the team, with the state of their plans",nobody:"No team yet",nobodyText:"People who report to you in the directory appear here, with the progress of their plans.",noPlans:"No plans yet",noPlansText:"As soon as somebody shares a plan, you see here how far it is and what waits for you.",noneFits:"Nobody fits these filters",noneFitsText:"Try fewer of them.",interval:"By",intervals:{week:"Week",month:"Month"},historyText:"How many actions were due by then, done, and overdue. The team is that of today.",historyCaption:"Actions of the team at the end of each period",historyEmpty:"Nothing to compare yet",historyEmptyText:"Once plans have been shared for a while, you see here how they progress.",period:"Until",planned:"Due by then",finished:"Done",chart:"Chart of the table below: actions due, done and overdue over time",promisesText:"Support that you promised to others.",noPromises:"You have promised nothing yet",noPromisesText:"What you promise in a response to a plan appears here, with its due date.",promisesDone:e=>M(e,{one:"# done or cancelled",other:"# done or cancelled"}),promisedTo:e=>`for ${e}`,due:e=>`by ${e}`,noDue:"no date",overdueSince:e=>`overdue since ${e}`,record:"Record progress",recordOn:e=>`Progress on “${e}”`,itemStatus:"Where does it stand?",percent:"Done, in percent",note:"A word about it",recorded:"Progress recorded",handover:"To take over",handoverOf:e=>`To take over for ${e}`,handoverText:"What the former manager promised or planned and left behind. Take it over, or decline it with a word.",handoverNone:"Nothing to take over",handoverNoneText:"No promise or talk of a former manager is left open.",handoverKind:{commitment:"Promise",discussion:"Conversation"},promisedBy:e=>`by ${e}`,take:"Take over",decline:"Decline",undecided:"Decide later",decideOn:e=>`What about “${e}”?`,why:"A word to the owner of the plan",whyNeeded:"Say why, so that the owner of the plan knows.",decide:"Save decisions",decided:"Saved"},et={common:Xt,shell:no,plan:ro,team:ao,feedback:to,talk:so,hr:oo},io={en:"English",de:"Deutsch",es:"Español",fr:"Français",ja:"日本語"},co={de:()=>re(()=>import("./de-DB_HCTTD.js"),[]),es:()=>re(()=>import("./es-C0HoSA-y.js"),[]),fr:()=>re(()=>import("./fr-D05rZ7Hw.js"),[]),ja:()=>re(()=>import("./ja-B8nhMpZv.js"),[])},lo={language:"en",t:et,format:new Xe("en",void 0)},tt=Symbol.for("groundwork-locale");async function ho(e,t){const o=ye([e]),n=o==="en"?et:(await co[o]()).default,r=e.toLowerCase().startsWith(o)?e:o;return{language:o,t:n,format:new Xe(r,t)}}function ye(e){for(const t of e){const o=t.toLowerCase().split("-")[0]??"";if(Object.hasOwn(io,o))return o}return"en"}const uo=new Set(["ar","fa","he","ur"]);function er(e){return uo.has(e)?"rtl":"ltr"}const ot="groundwork-language";function tr(){return localStorage.getItem(ot)??navigator.languages.find(t=>ye([t])===ye(navigator.languages))??"en"}function or(e){localStorage.setItem(ot,e)}var po=Object.defineProperty,L=(e,t,o,n)=>{for(var r=void 0,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=a(t,o,r)||r);return r&&po(t,o,r),r};function $(e){return t=>{customElements.get(e)===void 0&&customElements.define(e,t)}}class w extends Ct{constructor(){super(...arguments),this.inherited=lo}get locale(){return this.inherited}get t(){return this.locale.t}connectedCallback(){Et(),super.connectedCallback()}emit(t,o){this.dispatchEvent(new CustomEvent(t,{detail:o,bubbles:!0,composed:!0}))}}L([Ye({context:tt,subscribe:!0}),j()],w.prototype,"inherited");class F extends w{constructor(){super(...arguments),this.baseUrl="",this.lang=""}#e;#t;get api(){const t=this.ownApi??this.inheritedApi;if(t===void 0)throw new Error("set `api` and `getToken` before using this element");return t}get connected(){return(this.ownApi??this.inheritedApi)!==void 0&&(this.lang===""||this.ownLocale!==void 0)}get locale(){return this.ownLocale??this.inherited}willUpdate(t){if((t.has("getToken")||t.has("baseUrl"))&&this.getToken!==void 0){const o=new zt(this.getToken,()=>this.emit("groundwork-sign-in-needed"));this.ownApi=new Kt(this.baseUrl,o),this.#e??=new Me(this,{context:Je}),this.#e.setValue(this.ownApi)}t.has("lang")&&this.lang!==""&&this.#r(this.lang)}async#r(t){const o=async r=>{const s=await ho(t,r);this.lang===t&&(this.ownLocale=s,this.#t??=new Me(this,{context:tt}),this.#t.setValue(s))};await o();const n=await this.ownApi?.me().catch(()=>{});n?.person?.time_zone&&await o(n.person.time_zone)}render(){return this.connected?this.view():void 0}view(){}}L([d({attribute:"api"})],F.prototype,"baseUrl");L([d({attribute:!1})],F.prototype,"getToken");L([d({reflect:!0})],F.prototype,"lang");L([Ye({context:Je,subscribe:!0}),j()],F.prototype,"inheritedApi");L([j()],F.prototype,"ownApi");L([j()],F.prototype,"ownLocale");function rr(e,t,o="positive"){e.dispatchEvent(new CustomEvent("groundwork-toast",{detail:{text:t,tone:o},bubbles:!0,composed:!0}))}/**
 * @license
 * Copyright 2018 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const ve=e=>e??f;var go=Object.defineProperty,mo=Object.getOwnPropertyDescriptor,rt=(e,t,o,n)=>{for(var r=n>1?void 0:n?mo(t,o):t,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=(n?a(t,o,r):a(r))||r);return n&&r&&go(t,o,r),r};const fo={alert:c`<path d="M12 8v5m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z"/>`,"arrow-left":c`<path d="M19 12H5m6-6-6 6 6 6"/>`,"arrow-right":c`<path d="M5 12h14m-6-6 6 6-6 6"/>`,blocked:c`<circle cx="12" cy="12" r="9"/><path d="m6 6 12 12"/>`,calendar:c`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4m8-4v4"/>`,chart:c`<path d="M4 20V4m0 16h16M8 16l4-5 3 3 5-7"/>`,check:c`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,"check-circle":c`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.8"/>`,"chevron-down":c`<path d="m6 9 6 6 6-6"/>`,"chevron-right":c`<path d="m9 6 6 6-6 6"/>`,circle:c`<circle cx="12" cy="12" r="9"/>`,clock:c`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,close:c`<path d="M6 6l12 12M18 6 6 18"/>`,cloud:c`<path d="M4 4l16 16M9 6.5A6 6 0 0 1 18 10a4 4 0 0 1 2.6 6.7M7 8.5A5 5 0 0 0 7 19h10"/>`,download:c`<path d="M12 4v11m-5-4.5 5 5 5-5M5 20h14"/>`,edit:c`<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16v4Z"/>`,eye:c`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,flag:c`<path d="M5 21V4h12l-2 4.5 2 4.5H5"/>`,globe:c`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,half:c`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor"/>`,info:c`<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8.5v.01"/>`,link:c`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.300L12 17"/>`,lock:c`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,message:c`<path d="M4 6.500A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.500v9a1.5 1.5 0 0 1-1.5 1.500H10l-5 3.500V17a1 1 0 0 1-1-1Z"/>`,more:c`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.6"/>`,plus:c`<path d="M12 5v14M5 12h14"/>`,search:c`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,share:c`<path d="M12 15V4M7.5 8 12 3.5 16.5 8M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5"/>`,"sign-out":c`<path d="M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8m-4-8h11m-4-4 4 4-4 4"/>`,target:c`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="5"/><circle cx="12" cy="12" r="1"/>`,trash:c`<path d="M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7"/>`,user:c`<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4 3.8-6 8-6s7.4 2 8 6"/>`,users:c`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-3.6 3-5.5 6.5-5.500s6 1.9 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 15c2 .7 3.2 2.4 3.5 5"/>`};let ae=class extends w{constructor(){super(...arguments),this.name="circle"}render(){return l`<svg viewBox="0 0 24 24" aria-hidden="true">${fo[this.name]}</svg>`}};ae.styles=b`
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
  `;rt([d()],ae.prototype,"name",2);ae=rt([$("gw-icon")],ae);var vo=Object.defineProperty,wo=Object.getOwnPropertyDescriptor,nt=e=>{throw TypeError(e)},_=(e,t,o,n)=>{for(var r=n>1?void 0:n?wo(t,o):t,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=(n?a(t,o,r):a(r))||r);return n&&r&&vo(t,o,r),r},st=(e,t,o)=>t.has(e)||nt("Cannot "+o),yo=(e,t,o)=>(st(e,t,"read from private field"),t.get(e)),We=(e,t,o)=>t.has(e)?nt("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),bo=(e,t,o)=>(st(e,t,"access private method"),o),$e,be,at;let y=class extends w{constructor(){super(...arguments),We(this,be),this.variant="secondary",this.size="medium",this.type="button",this.disabled=!1,this.busy=!1,We(this,$e,this.attachInternals())}render(){const e=this.busy?l`<span class="spinner"></span>`:this.icon===void 0?f:l`<gw-icon name=${this.icon}></gw-icon>`,t=l`${e}<slot></slot>`,n=this.label!==void 0&&this.textContent?.trim()===""?"button bare":"button";return this.href===void 0?l`<button
          part="button"
          class=${n}
          type="button"
          aria-label=${ve(this.label)}
          aria-busy=${this.busy?"true":"false"}
          aria-expanded=${ve(this.expanded)}
          ?disabled=${this.disabled}
          @click=${bo(this,be,at)}
        >
          ${t}
        </button>`:l`<a part="button" class=${n} href=${this.href} aria-label=${ve(this.label)}>${t}</a>`}};$e=new WeakMap;be=new WeakSet;at=function(e){this.busy?e.stopPropagation():this.type==="submit"&&yo(this,$e).form?.requestSubmit()};y.formAssociated=!0;y.shadowRootOptions={...w.shadowRootOptions,delegatesFocus:!0};y.styles=[T,b`
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
    `];_([d({reflect:!0})],y.prototype,"variant",2);_([d({reflect:!0})],y.prototype,"size",2);_([d()],y.prototype,"icon",2);_([d()],y.prototype,"label",2);_([d()],y.prototype,"href",2);_([d()],y.prototype,"type",2);_([d({type:Boolean,reflect:!0})],y.prototype,"disabled",2);_([d({type:Boolean,reflect:!0})],y.prototype,"busy",2);_([d()],y.prototype,"expanded",2);y=_([$("gw-button")],y);var ko=Object.defineProperty,xo=Object.getOwnPropertyDescriptor,it=e=>{throw TypeError(e)},x=(e,t,o,n)=>{for(var r=n>1?void 0:n?xo(t,o):t,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=(n?a(t,o,r):a(r))||r);return n&&r&&ko(t,o,r),r},Te=(e,t,o)=>t.has(e)||it("Cannot "+o),$o=(e,t,o)=>(Te(e,t,"read from private field"),o?o.call(e):t.get(e)),dt=(e,t,o)=>t.has(e)?it("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),To=(e,t,o,n)=>(Te(e,t,"write to private field"),t.set(e,o),o),_o=(e,t,o)=>(Te(e,t,"access private method"),o),Ao=(e,t,o,n)=>({set _(r){To(e,t,r)},get _(){return $o(e,t,n)}}),ke,ct,xe;let ie=class extends w{constructor(){super(...arguments),this.lines=3}render(){return l`<span class="visually-hidden" role="status">${this.t.common.loading}</span>
      ${Array.from({length:this.lines},()=>l`<div class="line" aria-hidden="true"></div>`)}`}};ie.styles=[T,b`
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
    `];x([d({type:Number})],ie.prototype,"lines",2);ie=x([$("gw-skeleton")],ie);const lt=b`
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
`;let U=class extends w{constructor(){super(...arguments),this.heading="",this.icon="target"}render(){return l`<div class="state" part="state">
      <div class="sign" part="sign"><gw-icon name=${this.icon}></gw-icon></div>
      <h2 part="heading">${this.heading}</h2>
      ${this.text?l`<p>${this.text}</p>`:f}
      <div class="actions"><slot></slot></div>
    </div>`}};U.styles=[T,lt];x([d()],U.prototype,"heading",2);x([d()],U.prototype,"text",2);x([d()],U.prototype,"icon",2);U=x([$("gw-empty")],U);const He={offline:"cloud","signed-out":"lock",forbidden:"lock",missing:"search",conflict:"users",invalid:"alert",refused:"info",busy:"clock",server:"alert"};let I=class extends w{constructor(){super(...arguments),dt(this,ke),this.inline=!1,this.noRetry=!1,this.waiting=!1}render(){if(this.error===void 0||this.error===null)return f;const{kind:e,title:t,text:o,fields:n,requestId:r}=Qe(this.error,this.t),a=this.noRetry||e==="missing"||e==="forbidden"||e==="invalid"?f:l`<gw-button size=${this.inline?"small":"medium"} ?busy=${this.waiting} @click=${_o(this,ke,ct)}>
          ${this.t.common.tryAgain}
        </gw-button>`;return this.inline?l`<div class="line" part="line" role="alert">
        <gw-icon name=${He[e]}></gw-icon>
        <div>
          <strong>${t}.</strong> ${n.length>0?f:o}
          ${n.length>0?l`<ul>${n.map(({detail:i})=>l`<li>${i}</li>`)}</ul>`:f}
        </div>
        ${a}
      </div>`:l`<div class="state" part="state" role="alert">
      <div class="sign" part="sign"><gw-icon name=${He[e]}></gw-icon></div>
      <h2 part="heading">${t}</h2>
      <p>${o}</p>
      <div class="actions">${a}<slot></slot></div>
      ${e==="server"&&r?l`<p class="reference">${this.t.common.errors.reference(r)}</p>`:f}
    </div>`}};ke=new WeakSet;ct=async function(){const{retryAfter:e}=Qe(this.error,this.t);e!==void 0&&(this.waiting=!0,await new Promise(t=>setTimeout(t,Math.min(e,30)*1e3)),this.waiting=!1),this.dispatchEvent(new Event("retry"))};I.styles=[T,lt,b`
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
    `];x([d({attribute:!1})],I.prototype,"error",2);x([d({type:Boolean,reflect:!0})],I.prototype,"inline",2);x([d({type:Boolean,attribute:"no-retry"})],I.prototype,"noRetry",2);x([j()],I.prototype,"waiting",2);I=x([$("gw-error")],I);let de=class extends w{constructor(){super(...arguments),this.messages=[],dt(this,xe,1)}render(){return l`<div class="messages" role="status" aria-live="polite">
      ${this.messages.map(({text:e,tone:t})=>l`<div class="message" part="message">
          <gw-icon name=${t==="critical"?"alert":t==="positive"?"check":"info"}></gw-icon>${e}
        </div>`)}
    </div>`}show(e,t){const o={id:Ao(this,xe)._++,text:e,tone:t};this.messages=[...this.messages.slice(-2),o],setTimeout(()=>{this.messages=this.messages.filter(({id:n})=>n!==o.id)},4e3+e.length*50)}};xe=new WeakMap;de.styles=[T,b`
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
    `];x([j()],de.prototype,"messages",2);de=x([$("gw-toasts")],de);function nr(e,t){for(const o of e){const n=Po(o.path,t);if(n!==void 0)return{route:o,params:n}}}function Po(e,t){const[o,n]=[e.split("/"),t.split("/")];if(o.length!==n.length)return;const r={};for(const[s,a]of o.entries()){const i=n[s]??"";if(a.startsWith(":")&&i!=="")r[a.slice(1)]=So(i);else if(a!==i)return}return r}function So(e){try{return decodeURIComponent(e)}catch{return e}}function sr(){return location.hash.slice(1).split("?")[0]||"/"}function ar(e,t){e.dispatchEvent(new CustomEvent("groundwork-title",{detail:t,bubbles:!0,composed:!0}))}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const ir={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4},ht=e=>(...t)=>({_$litDirective$:e,values:t});let ut=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,o,n){this._$Ct=t,this._$AM=o,this._$Ci=n}_$AS(t,o){return this.update(t,o)}update(t,o){return this.render(...o)}};class Co extends ut{render(t){return f}update(t,[o]){const{style:n}=t.element;for(const[r,s]of Object.entries(o))n.setProperty(r,String(s));return f}}const Eo=ht(Co);var Oo=Object.defineProperty,Ro=Object.getOwnPropertyDescriptor,k=(e,t,o,n)=>{for(var r=n>1?void 0:n?Ro(t,o):t,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=(n?a(t,o,r):a(r))||r);return n&&r&&Oo(t,o,r),r};let K=class extends w{constructor(){super(...arguments),this.tone="neutral"}render(){return l`${this.icon===void 0?f:l`<gw-icon name=${this.icon}></gw-icon>`}<slot></slot>`}};K.styles=[T,b`
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
    `];k([d({reflect:!0})],K.prototype,"tone",2);k([d()],K.prototype,"icon",2);K=k([$("gw-pill")],K);const zo={draft:["neutral","edit"],shared:["info","share"],agreed:["positive","check-circle"],completed:["accent","flag"],archived:["neutral","lock"]},Mo={not_started:["neutral","circle"],in_progress:["info","half"],blocked:["critical","blocked"],done:["positive","check-circle"],cancelled:["neutral","close"]};let Z=class extends w{render(){const{planStatus:e,itemStatus:t}=this.t.common;if(this.plan!==void 0){const[o,n]=zo[this.plan];return l`<gw-pill tone=${o} icon=${n}>${e[this.plan]}</gw-pill>`}if(this.item!==void 0){const[o,n]=Mo[this.item];return l`<gw-pill tone=${o} icon=${n}>${t[this.item]}</gw-pill>`}return f}};Z.styles=[T,b`
      :host {
        display: inline-block;
      }
    `];k([d()],Z.prototype,"plan",2);k([d()],Z.prototype,"item",2);Z=k([$("gw-status")],Z);let B=class extends w{constructor(){super(...arguments),this.value=0,this.showValue=!1}render(){const e=this.locale.format.percent(this.value);return l`<div
        class="track"
        part="track"
        role="progressbar"
        aria-label=${this.label??this.t.common.progress}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${this.value}
        aria-valuetext=${e}
      >
        <div class="bar" part="bar" ${Eo({"--value":Math.min(100,Math.max(0,this.value))})}></div>
      </div>
      ${this.showValue?l`<span class="value" aria-hidden="true">${e}</span>`:f}`}};B.styles=[T,b`
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
        .bar {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `];k([d({type:Number})],B.prototype,"value",2);k([d()],B.prototype,"label",2);k([d({type:Boolean,attribute:"show-value"})],B.prototype,"showValue",2);B=k([$("gw-progress")],B);let q=class extends w{constructor(){super(...arguments),this.name="",this.labelled=!1,this.size="medium"}render(){return this.labelled?l`<span part="avatar" role="img" aria-label=${this.name}>${Ue(this.name)}</span>`:l`<span part="avatar" aria-hidden="true">${Ue(this.name)}</span>`}};q.styles=[T,b`
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
    `];k([d()],q.prototype,"name",2);k([d({type:Boolean})],q.prototype,"labelled",2);k([d({reflect:!0})],q.prototype,"size",2);q=k([$("gw-avatar")],q);function Ue(e){const t=e.trim().split(/\s+/u),[o,n]=[t[0],t.length>1?t.at(-1):void 0];return[o,n].map(r=>[...r??""][0]??"").join("").toLocaleUpperCase()}var No=Object.defineProperty,Io=Object.getOwnPropertyDescriptor,pt=e=>{throw TypeError(e)},J=(e,t,o,n)=>{for(var r=n>1?void 0:n?Io(t,o):t,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=(n?a(t,o,r):a(r))||r);return n&&r&&No(t,o,r),r},Do=(e,t,o)=>t.has(e)||pt("Cannot "+o),jo=(e,t,o)=>t.has(e)?pt("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),Be=(e,t,o)=>(Do(e,t,"access private method"),o),se,gt,mt;let D=class extends w{constructor(){super(...arguments),jo(this,se),this.heading="",this.open=!1,this.insistent=!1}render(){return l`<dialog part="dialog" aria-labelledby="heading" @close=${Be(this,se,mt)} @cancel=${Be(this,se,gt)}>
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
    </dialog>`}updated(e){!e.has("open")||this.open===this.dialog.open||(this.open?this.dialog.showModal():this.dialog.close())}};se=new WeakSet;gt=function(e){this.insistent&&e.preventDefault()};mt=function(){this.open&&(this.open=!1,this.dispatchEvent(new Event("close")))};D.styles=[T,b`
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
    `];J([d()],D.prototype,"heading",2);J([d({type:Boolean,reflect:!0})],D.prototype,"open",2);J([d({type:Boolean})],D.prototype,"insistent",2);J([Ge("dialog")],D.prototype,"dialog",2);D=J([$("gw-dialog")],D);/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const{I:Lo}=Ot,qe=e=>e,cr=e=>e.strings===void 0,Fe=()=>document.createComment(""),lr=(e,t,o)=>{const n=e._$AA.parentNode,r=t===void 0?e._$AB:t._$AA;if(o===void 0){const s=n.insertBefore(Fe(),r),a=n.insertBefore(Fe(),r);o=new Lo(s,a,e,e.options)}else{const s=o._$AB.nextSibling,a=o._$AM,i=a!==e;if(i){let p;o._$AQ?.(e),o._$AM=e,o._$AP!==void 0&&(p=e._$AU)!==a._$AU&&o._$AP(p)}if(s!==r||i){let p=o._$AA;for(;p!==s;){const V=qe(p).nextSibling;qe(n).insertBefore(p,r),p=V}}}return o},hr=(e,t,o=e)=>(e._$AI(t,o),e),Wo={},Ho=(e,t=Wo)=>e._$AH=t,ur=e=>e._$AH,pr=e=>{e._$AR(),e._$AA.remove()};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const gr=ht(class extends ut{constructor(){super(...arguments),this.key=f}render(e,t){return this.key=e,t}update(e,[t,o]){return t!==this.key&&(Ho(e),this.key=t),o}});var Uo=Object.defineProperty,Bo=Object.getOwnPropertyDescriptor,ft=e=>{throw TypeError(e)},G=(e,t,o,n)=>{for(var r=n>1?void 0:n?Bo(t,o):t,s=e.length-1,a;s>=0;s--)(a=e[s])&&(r=(n?a(t,o,r):a(r))||r);return n&&r&&Uo(t,o,r),r},vt=(e,t,o)=>t.has(e)||ft("Cannot "+o),wt=(e,t,o)=>(vt(e,t,"read from private field"),o?o.call(e):t.get(e)),qo=(e,t,o)=>t.has(e)?ft("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,o),ne=(e,t,o)=>(vt(e,t,"access private method"),o),E,_e,yt,bt,kt,xt;let O=class extends w{constructor(){super(...arguments),qo(this,E),this.label="",this.icon="more",this.items=[],this.open=!1}render(){return l`<button
        class="opener"
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open?"true":"false"}
        aria-label=${this.label}
        @click=${ne(this,E,yt)}
      >
        <slot><gw-icon name=${this.icon}></gw-icon></slot>
      </button>
      ${this.open?l`<div role="menu" part="menu" aria-label=${this.label} @keydown=${ne(this,E,xt)} @focusout=${ne(this,E,kt)}>
            ${this.items.map(({id:e,label:t,icon:o})=>l`<button role="menuitem" type="button" tabindex="-1" @click=${()=>ne(this,E,bt).call(this,e)}>
                ${o===void 0?f:l`<gw-icon name=${o}></gw-icon>`}${t}
              </button>`)}
          </div>`:f}`}};E=new WeakSet;_e=function(){return[...this.renderRoot.querySelectorAll("[role=menuitem]")]};yt=async function(){this.open=!this.open,await this.updateComplete,wt(this,E,_e)[0]?.focus()};bt=function(e){this.open=!1,this.opener.focus(),this.dispatchEvent(new CustomEvent("select",{detail:e}))};kt=function({relatedTarget:e}){e instanceof Node&&this.renderRoot.contains(e)||(this.open=!1)};xt=function(e){const t=wt(this,E,_e),o=t.findIndex(r=>r.matches(":focus")),n={ArrowDown:o+1,ArrowUp:o-1,Home:0,End:t.length-1}[e.key];e.key==="Escape"?(e.stopPropagation(),this.open=!1,this.opener.focus()):n!==void 0&&(e.preventDefault(),t[(n+t.length)%t.length]?.focus())};O.styles=[T,b`
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
    `];G([d()],O.prototype,"label",2);G([d()],O.prototype,"icon",2);G([d({attribute:!1})],O.prototype,"items",2);G([j()],O.prototype,"open",2);G([Ge("button")],O.prototype,"opener",2);O=G([$("gw-menu")],O);export{Kt as A,Xo as B,ht as C,ut as D,ir as E,hr as F,F as G,lr as H,pr as I,Ho as J,cr as K,ur as M,N as P,Je as a,T as b,Ye as c,Ge as d,$ as e,Qe as f,w as g,io as h,sr as i,Me as j,lo as k,Vo as l,tt as m,d as n,ve as o,tr as p,gr as q,j as r,or as s,rr as t,ho as u,Eo as v,er as w,nr as x,le as y,ar as z};
