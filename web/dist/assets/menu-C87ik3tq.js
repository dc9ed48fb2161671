import{f as At,u as Et,i as b,_ as re,c as Ct,a as Pt,A as m,w as l,b as d,j as St}from"./tokens-CJCdtVT4.js";import{S as zt,P as Ot}from"./session-DJEN-dr7.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Rt={attribute:!0,type:String,converter:Et,reflect:!1,hasChanged:At},Mt=(t=Rt,e,r)=>{const{kind:n,metadata:o}=r;let s=globalThis.litPropertyMetadata.get(o);if(s===void 0&&globalThis.litPropertyMetadata.set(o,s=new Map),n==="setter"&&((t=Object.create(t)).wrapped=!0),s.set(r.name,t),n==="accessor"){const{name:a}=r;return{set(i){const p=e.get.call(this);e.set.call(this,i),this.requestUpdate(a,p,t,!0,i)},init(i){return i!==void 0&&this.C(a,void 0,t,i),i}}}if(n==="setter"){const{name:a}=r;return function(i){const p=this[a];e.call(this,i),this.requestUpdate(a,p,t,!0,i)}}throw Error("Unsupported decorator location: "+n)};function c(t){return(e,r)=>typeof r=="object"?Mt(t,e,r):((n,o,s)=>{const a=o.hasOwnProperty(s);return o.constructor.createProperty(s,n),a?Object.getOwnPropertyDescriptor(o,s):void 0})(t,e,r)}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function j(t){return c({...t,state:!0,attribute:!1})}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const It=(t,e,r)=>(r.configurable=!0,r.enumerable=!0,Reflect.decorate&&typeof e!="object"&&Object.defineProperty(t,e,r),r);/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function We(t,e){return(r,n,o)=>{const s=a=>a.renderRoot?.querySelector(t)??null;return It(r,n,{get(){return s(this)}})}}const _=b`
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
`,Ur=b`
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
 */let Ge=class extends Event{constructor(e,r,n,o){super("context-request",{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=r,this.callback=n,this.subscribe=o??!1}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 *//**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let ze=class{constructor(e,r,n,o){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(s,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=s,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(s,a)),this.unsubscribe=a},this.host=e,r.context!==void 0){const s=r;this.context=s.context,this.callback=s.callback,this.subscribe=s.subscribe??!1}else this.context=r,this.callback=n,this.subscribe=o??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Ge(this.context,this.host,this.t,this.subscribe))}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let Dt=class{get value(){return this.o}set value(e){this.setValue(e)}setValue(e,r=!1){const n=r||!Object.is(e,this.o);this.o=e,n&&this.updateObservers()}constructor(e){this.subscriptions=new Map,this.updateObservers=()=>{for(const[r,{disposer:n}]of this.subscriptions)r(this.o,n)},e!==void 0&&(this.value=e)}addCallback(e,r,n){if(!n)return void e(this.value);this.subscriptions.has(e)||this.subscriptions.set(e,{disposer:()=>{this.subscriptions.delete(e)},consumerHost:r});const{disposer:o}=this.subscriptions.get(e);e(this.value,o)}clearCallbacks(){this.subscriptions.clear()}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let jt=class extends Event{constructor(e,r){super("context-provider",{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=r}},Oe=class extends Dt{constructor(e,r,n){super(r.context!==void 0?r.initialValue:n),this.onContextRequest=o=>{if(o.context!==this.context)return;const s=o.contextTarget??o.composedPath()[0];s!==this.host&&(o.stopPropagation(),this.addCallback(o.callback,s,o.subscribe))},this.onProviderRequest=o=>{if(o.context!==this.context||(o.contextTarget??o.composedPath()[0])===this.host)return;const s=new Set;for(const[a,{consumerHost:i}]of this.subscriptions)s.has(a)||(s.add(a),i.dispatchEvent(new Ge(this.context,i,a,!0)));o.stopPropagation()},this.host=e,r.context!==void 0?this.context=r.context:this.context=r,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new jt(this.context,this.host))}};/**
 * @license
 * Copyright 2022 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function Fe({context:t,subscribe:e}){return(r,n)=>{typeof n=="object"?n.addInitializer((function(){new ze(this,{context:t,callback:o=>{r.set.call(this,o)},subscribe:e})})):r.constructor.addInitializer((o=>{new ze(o,{context:t,callback:s=>{o[n]=s},subscribe:e})}))}}const Nt=/\{[^{}]+\}/g,Lt=()=>typeof process=="object"&&Number.parseInt(process?.versions?.node?.substring(0,2))>=18&&process.versions.undici;function qt(){return Math.random().toString(36).slice(2,11)}function Ht(t){let{baseUrl:e="",Request:r=globalThis.Request,fetch:n=globalThis.fetch,querySerializer:o,bodySerializer:s,pathSerializer:a,headers:i,requestInitExt:p=void 0,...F}={...t};p=Lt()?p:void 0,e=Ie(e);const A=[];async function E(h,u){const{baseUrl:O,fetch:_e=n,Request:Te=r,headers:Ae,params:L={},parseAs:J="json",querySerializer:Q,bodySerializer:Ee=s??Bt,pathSerializer:xt,body:Ce,middleware:$t=[],...le}=u||{};let de=e;O&&(de=Ie(O)??e);let ue=typeof o=="function"?o:Re(o);Q&&(ue=typeof Q=="function"?Q:Re({...typeof o=="object"?o:{},...Q}));const Pe=xt||a||Ut,he=Ce===void 0?void 0:Ee(Ce,Me(i,Ae,L.header)),_t=Me(he===void 0||he instanceof FormData?{}:{"Content-Type":"application/json"},i,Ae,L.header),C=[...A,...$t],Tt={redirect:"follow",...F,...le,body:he,headers:_t};let X,ee,P=new Te(Wt(h,{baseUrl:de,params:L,querySerializer:ue,pathSerializer:Pe}),Tt),g;for(const v in le)v in P||(P[v]=le[v]);if(C.length){X=qt(),ee=Object.freeze({baseUrl:de,fetch:_e,parseAs:J,querySerializer:ue,bodySerializer:Ee,pathSerializer:Pe});for(const v of C)if(v&&typeof v=="object"&&typeof v.onRequest=="function"){const f=await v.onRequest({request:P,schemaPath:h,params:L,options:ee,id:X});if(f)if(f instanceof Te)P=f;else if(f instanceof Response){g=f;break}else throw new Error("onRequest: must return new Request() or Response() when modifying the request")}}if(!g){try{g=await _e(P,p)}catch(v){let f=v;if(C.length)for(let R=C.length-1;R>=0;R--){const te=C[R];if(te&&typeof te=="object"&&typeof te.onError=="function"){const V=await te.onError({request:P,error:f,schemaPath:h,params:L,options:ee,id:X});if(V){if(V instanceof Response){f=void 0,g=V;break}if(V instanceof Error){f=V;continue}throw new Error("onError: must return new Response() or instance of Error")}}}if(f)throw f}if(C.length)for(let v=C.length-1;v>=0;v--){const f=C[v];if(f&&typeof f=="object"&&typeof f.onResponse=="function"){const R=await f.onResponse({request:P,response:g,schemaPath:h,params:L,options:ee,id:X});if(R){if(!(R instanceof Response))throw new Error("onResponse: must return new Response() when modifying the response");g=R}}}}const Se=g.headers.get("Content-Length");if(g.status===204||P.method==="HEAD"||Se==="0"&&!g.headers.get("Transfer-Encoding")?.includes("chunked"))return g.ok?{data:void 0,response:g}:{error:void 0,response:g};if(g.ok)return{data:await(async()=>{if(J==="stream")return g.body;if(J==="json"&&!Se){const f=await g.text();return f?JSON.parse(f):void 0}return await g[J]()})(),response:g};let pe=await g.text();try{pe=JSON.parse(pe)}catch{}return{error:pe,response:g}}return{request(h,u,O){return E(u,{...O,method:h.toUpperCase()})},GET(h,u){return E(h,{...u,method:"GET"})},PUT(h,u){return E(h,{...u,method:"PUT"})},POST(h,u){return E(h,{...u,method:"POST"})},DELETE(h,u){return E(h,{...u,method:"DELETE"})},OPTIONS(h,u){return E(h,{...u,method:"OPTIONS"})},HEAD(h,u){return E(h,{...u,method:"HEAD"})},PATCH(h,u){return E(h,{...u,method:"PATCH"})},TRACE(h,u){return E(h,{...u,method:"TRACE"})},use(...h){for(const u of h)if(u){if(typeof u!="object"||!("onRequest"in u||"onResponse"in u||"onError"in u))throw new Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");A.push(u)}},eject(...h){for(const u of h){const O=A.indexOf(u);O!==-1&&A.splice(O,1)}}}}function ce(t,e,r){if(e==null)return"";if(typeof e=="object")throw new Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");return`${t}=${r?.allowReserved===!0?e:encodeURIComponent(e)}`}function Ve(t,e,r){if(!e||typeof e!="object")return"";const n=[],o={simple:",",label:".",matrix:";"}[r.style]||"&";if(r.style!=="deepObject"&&r.explode===!1){for(const i in e)n.push(i,r.allowReserved===!0?e[i]:encodeURIComponent(e[i]));const a=n.join(",");switch(r.style){case"form":return`${t}=${a}`;case"label":return`.${a}`;case"matrix":return`;${t}=${a}`;default:return a}}for(const a in e){const i=r.style==="deepObject"?`${t}[${a}]`:a;n.push(ce(i,e[a],r))}const s=n.join(o);return r.style==="label"||r.style==="matrix"?`${o}${s}`:s}function Ye(t,e,r){if(!Array.isArray(e))return"";if(r.explode===!1){const s={form:",",spaceDelimited:"%20",pipeDelimited:"|"}[r.style]||",",a=(r.allowReserved===!0?e:e.map(i=>encodeURIComponent(i))).join(s);switch(r.style){case"simple":return a;case"label":return`.${a}`;case"matrix":return`;${t}=${a}`;default:return`${t}=${a}`}}const n={simple:",",label:".",matrix:";"}[r.style]||"&",o=[];for(const s of e)r.style==="simple"||r.style==="label"?o.push(r.allowReserved===!0?s:encodeURIComponent(s)):o.push(ce(t,s,r));return r.style==="label"||r.style==="matrix"?`${n}${o.join(n)}`:o.join(n)}function Re(t){return function(r){const n=[];if(r&&typeof r=="object")for(const o in r){const s=r[o];if(s!=null){if(Array.isArray(s)){if(s.length===0)continue;n.push(Ye(o,s,{style:"form",explode:!0,...t?.array,allowReserved:t?.allowReserved||!1}));continue}if(typeof s=="object"){n.push(Ve(o,s,{style:"deepObject",explode:!0,...t?.object,allowReserved:t?.allowReserved||!1}));continue}n.push(ce(o,s,t))}}return n.join("&")}}function Ut(t,e){let r=t;for(const n of t.match(Nt)??[]){let o=n.substring(1,n.length-1),s=!1,a="simple";if(o.endsWith("*")&&(s=!0,o=o.substring(0,o.length-1)),o.startsWith(".")?(a="label",o=o.substring(1)):o.startsWith(";")&&(a="matrix",o=o.substring(1)),!e||e[o]===void 0||e[o]===null)continue;const i=e[o];if(Array.isArray(i)){r=r.replace(n,Ye(o,i,{style:a,explode:s}));continue}if(typeof i=="object"){r=r.replace(n,Ve(o,i,{style:a,explode:s}));continue}if(a==="matrix"){r=r.replace(n,`;${ce(o,i)}`);continue}r=r.replace(n,a==="label"?`.${encodeURIComponent(i)}`:encodeURIComponent(i))}return r}function Bt(t,e){return t instanceof FormData?t:e&&(e.get instanceof Function?e.get("Content-Type")??e.get("content-type"):e["Content-Type"]??e["content-type"])==="application/x-www-form-urlencoded"?new URLSearchParams(t).toString():JSON.stringify(t)}function Wt(t,e){let r=`${e.baseUrl}${t}`;e.params?.path&&(r=e.pathSerializer(r,e.params.path));let n=e.querySerializer(e.params.query??{});return n.startsWith("?")&&(n=n.substring(1)),n&&(r+=`?${n}`),r}function Me(...t){const e=new Headers;for(const r of t){if(!r||typeof r!="object")continue;const n=r instanceof Headers?r.entries():Object.entries(r);for(const[o,s]of n)if(s===null)e.delete(o);else if(Array.isArray(s))for(const a of s)e.append(o,a);else s!==void 0&&e.set(o,s)}return e}function Ie(t){return t.endsWith("/")?t.substring(0,t.length-1):t}class M extends Error{name="ProblemError";status;type;detail;errors;request_id;problem;response;constructor(e,r){const o=r.headers.get("Content-Type")?.startsWith("application/problem+json")?e:{},s=o.detail??r.statusText;super(`${r.status}: ${s}`),this.status=r.status,this.type=o.type??"about:blank",this.detail=s,this.errors=o.errors??[],this.request_id=o.request_id??r.headers.get("X-Request-Id")??void 0,this.problem=o,this.response=r}}function Gt(t,{attempts:e=5,longestWait:r=3e4}){return async n=>{if(n.method!=="GET"&&!n.headers.has("Idempotency-Key"))return t(n);for(let o=1;o<e;o++){const s=100*2**o*(.5+Math.random());try{const a=await t(n.clone()),i=Ft(a,s);if(i===void 0||i>r)return a;await a.body?.cancel(),await De(i,n.signal)}catch(a){if(n.signal.aborted)throw a;await De(s,n.signal)}}return t(n)}}function Ft(t,e){const r=t.headers.get("Retry-After"),n=r!==null&&/^\d+$/.test(r)?Number(r)*1e3:e;switch(t.status){case 409:case 429:return r===null?void 0:n;case 502:case 503:case 504:return n;default:return}}function De(t,e){return new Promise((r,n)=>{const o=()=>{clearTimeout(s),n(e.reason)},s=setTimeout(()=>{e.removeEventListener("abort",o),r()},t);e.addEventListener("abort",o,{once:!0})})}function Vt({baseUrl:t,token:e,retries:r={}}){const n=Ht({baseUrl:t,fetch:Gt(s=>fetch(s),r),bodySerializer:s=>typeof s=="string"?s:JSON.stringify(s)});n.use({async onRequest({request:s}){s.headers.set("Authorization",`Bearer ${typeof e=="string"?e:await e()}`),s.method==="POST"&&!s.headers.has("Idempotency-Key")&&s.headers.set("Idempotency-Key",crypto.randomUUID())}});const o=s=>async(a,i)=>{const{data:p,error:F,response:A}=await n.request(s,a,i);if(!A.ok)throw new M(F,A);return{data:p,etag:A.headers.get("ETag")??void 0,response:A}};return{GET:o("get"),POST:o("post"),PATCH:o("patch"),DELETE:o("delete")}}const Ze=Symbol.for("groundwork-api");class Yt{constructor(e,r){this.askToSignIn=()=>this.session.signInAgain(),this.session=r;const n=Vt({baseUrl:e,token:()=>r.token()});this.GET=this.#r(n.GET),this.POST=this.#r(n.POST),this.PATCH=this.#r(n.PATCH),this.DELETE=this.#r(n.DELETE)}#e;#t;me(){return this.#e??=this.#o().catch(e=>{throw this.#e=void 0,e}),this.#e}async#o(){const{data:e}=await this.GET("/v1/me");if(e.person===null||e.person===void 0)return{person:void 0,isHrAdmin:e.roles.includes("hr_admin"),hasTeam:!1};const{person:r}=e,n={person_id:r.id},o=await this.GET("/v1/people/{person_id}/team-progress",{params:{path:n,query:{limit:1}}});return{person:r,isHrAdmin:e.roles.includes("hr_admin"),hasTeam:o.data.totals.people>0||e.delegate_of.length>0}}#r(e){const r=e;return async(...o)=>{try{return await r(...o)}catch(s){if(!me(s))throw s}try{return await this.session.renew(),await r(...o)}catch(s){if(!me(s))throw s}return await this.signInAgain(),r(...o)}}signInAgain(){return this.#t??=this.askToSignIn().finally(()=>this.#t=void 0),this.#t}}function me(t){return t instanceof zt||t instanceof M&&t.status===401}async function Yr(t){try{const{data:e,etag:r}=await t;return{changed:!0,data:e,etag:r}}catch(e){if(e instanceof M&&e.status===412)return{changed:!1};throw e}}function Ke(t,{common:{errors:e}}){const r=(o,s,a)=>({kind:o,title:s,text:a,fields:t instanceof M?t.errors.map(({pointer:i,detail:p})=>({pointer:i,detail:p})):[],retryAfter:t instanceof M?je(t):void 0,requestId:t instanceof M?t.request_id:void 0});if(me(t))return r("signed-out",e.signedOut,e.signedOutText);if(!(t instanceof M))return t instanceof TypeError?r("offline",e.offline,e.offlineText):r("server",e.server,e.serverText);const n=Zt(t.detail);switch(t.status){case 400:case 422:return r("invalid",e.invalid,n);case 403:return r("forbidden",e.forbidden,n);case 404:return r("missing",e.missing,e.missingText);case 409:return r("refused",e.notNow,n);case 412:return r("conflict",e.conflict,e.conflictText);case 429:case 503:return r("busy",e.busy,e.busyText(je(t)??10));default:return t.status<500?r("refused",e.notNow,n):r("server",e.server,e.serverText)}}function je(t){const e=t.response.headers.get("Retry-After");return e!==null&&/^\d+$/.test(e)?Number(e):void 0}function Zt(t){const e=t.charAt(0).toUpperCase()+t.slice(1);return/[.!?]$/.test(e)?e:`${e}.`}function Je(t){const e=new Intl.PluralRules(t),r=new Intl.NumberFormat(t);return(n,o)=>(o[e.select(n)]??o.other).replaceAll("#",r.format(n))}const ge=/^\d{4}-\d{2}-\d{2}$/,Kt=[["year",31557600],["month",2629800],["week",604800],["day",86400],["hour",3600],["minute",60]];class Qe{#e;#t;constructor(e,r){this.#e=e,this.#t=r}number(e){return new Intl.NumberFormat(this.#e).format(e)}percent(e){return new Intl.NumberFormat(this.#e,{style:"percent",maximumFractionDigits:0}).format(e/100)}list(e,r="conjunction"){return new Intl.ListFormat(this.#e,{type:r}).format(e)}date(e,r={dateStyle:"medium"}){const n=ge.test(e)?"UTC":this.#t;return new Intl.DateTimeFormat(this.#e,{...r,...n&&{timeZone:n}}).format(new Date(e))}time(e){return this.date(e,{dateStyle:"medium",timeStyle:"short"})}relative(e,r=new Date){const n=new Intl.RelativeTimeFormat(this.#e,{numeric:"auto"}),o=ge.test(e)?Date.parse(this.today(r)):r.getTime(),s=Math.round((Date.parse(e)-o)/1e3);for(const[a,i]of Kt)if(Math.abs(s)>=i)return n.format(Math.trunc(s/i),a);return n.format(0,ge.test(e)?"day":"minute")}today(e=new Date){const r={year:"numeric",month:"2-digit",day:"2-digit",...this.#t&&{timeZone:this.#t}};return new Intl.DateTimeFormat("en-CA",r).format(e)}}const Jt=Je("en"),Qt={close:"Close",cancel:"Cancel",save:"Save",saved:"Saved",back:"Back",more:"More",required:"required",optional:"optional",loading:"Loading…",tryAgain:"Try again",showMore:"Show more",progress:"Progress",before:"Before",after:"After",planStatus:{draft:"Draft",shared:"Shared",agreed:"Agreed",completed:"Completed",archived:"Archived"},itemStatus:{not_started:"Not started",in_progress:"In progress",blocked:"Blocked",done:"Done",cancelled:"Cancelled"},verdict:{yes:"Yes",partly:"Partly",no:"No"},errors:{offline:"You are offline",offlineText:"What you typed is still here. We try again as soon as the connection is back.",missing:"Nothing here",missingText:"It may have been removed, or you may not be allowed to see it.",forbidden:"Not yours to open",conflict:"Changed somewhere else",conflictText:"This was changed since you opened it, perhaps in another window. Nothing was overwritten.",invalid:"Please check what you entered",notNow:"Not possible right now",signedOut:"You are signed out",signedOutText:"Sign in again to go on. What you typed is still here.",busy:"Very busy right now",busyText:t=>Jt(t,{one:"Please try again in # second.",other:"Please try again in # seconds."}),server:"That did not work",serverText:"The service has a problem. Nothing of yours is lost. Please try again in a moment.",reference:t=>`Reference for support: ${t}`}},Xt={title:"Feedback"},er={title:"HR"},tr={title:"My plan"},rr={product:"Groundwork",skip:"Skip to content",navigation:"Main",plan:"My plan",team:"Team",hr:"HR",language:"Language",signOut:"Sign out",account:t=>`Account of ${t}`,title:t=>`${t} · Groundwork`,signIn:"Sign in",signInTitle:"An honest conversation about your career",signInText:"Think about where you want to go, share it with your manager, and keep track of what you both promised.",signInAgain:"Sign in to go on",signInButton:"Sign in with your company account",signInFailed:"Signing in did not work",demoTitle:"Look around as",demoText:"This is a demo. The people are invented, and everything you change is gone when it stops.",demoPerson:{employee:"Has a career plan, and follows what was agreed",manager:"Leads a team of eight, and answers their plans",hr_admin:"Looks after people, cycles and questions"},demoRole:{employee:"Employee",manager:"Manager",hr_admin:"HR"},notFound:"There is no such page",notFoundText:"The address may be mistyped, or the page may have moved.",home:"To the start",unavailable:"The board cannot reach the service",notBuilt:"This page comes soon",notBuiltText:"Until then, everything is in the API."},q=Je("en"),or={title:"Conversations",toPlan:"To the plan",noTalk:"No conversation planned yet",noTalkText:"Set aside an hour to go through the plan together. The agenda is made from it.",noTalkClosed:"Conversations can be planned while the plan is shared or agreed.",shareFirst:"Share the plan first. Then you can plan a conversation about it.",plan:"Plan a conversation",planAnother:"Plan another",planIt:"Plan it",planned:"The conversation is planned",day:"Day",dayMissing:"Choose a day.",time:"Time",timeMissing:"Choose a time.",inZone:t=>`In your time zone, ${t}`,length:"Length",minutes:t=>q(t,{one:"# minute",other:"# minutes"}),place:"Place",placeHint:"A room, or the link of a call",rhythmLabel:"Again",rhythm:{none:"Only once",monthly:"Every month",every_6_weeks:"Every 6 weeks",quarterly:"Every 3 months",half_yearly:"Every 6 months"},next:"Next conversation",alsoPlanned:t=>`Also planned: ${t}`,change:"Change",changeIt:"Change the conversation",moved:"The conversation is changed",toCalendar:"Add to calendar",cancelIt:"Cancel the conversation",keepIt:"Keep it",cancelTitle:"Cancel this conversation?",cancelText:"It stays in the list and in calendars, marked as cancelled.",cancelRhythmText:"The rhythm ends with it. To keep the rhythm, change the day instead. It stays in the list and in calendars, marked as cancelled.",cancelMessage:"A word to the other",cancelled:"The conversation is cancelled",timesOnly:"You see when it is, not what it is about.",agenda:"Agenda",emptyAgenda:"Nothing in the plan asks to be talked about. Add what matters to you.",noAgenda:"There was no agenda.",source:{verdict:"Objectives seen differently",stance:"Strengths and development areas",support:"Support",overdue:"Overdue",blocked:"Blocked",comment:"From comments",added:"Added by you both"},addPoint:"A point of your own",add:"Add",removePoint:t=>`Remove “${t}”`,pointRemoved:t=>`Removed: ${t}`,discussed:"talked about",notDiscussed:"not talked about",waiting:"not saved yet",discard:"Discard what was not saved",notes:"Notes",sharedNotes:"Shared notes",sharedNotesHint:"You both read and write these.",privateNote:"My private note",onlyMe:"Only you",privateNoteHint:"Only you can read this, now and later.",noteState:{empty:"Saved while you type",saved:"Saved",typing:"Typing…",saving:"Saving…",failed:"Not saved yet. We keep trying.",conflict:"Not saved: changed somewhere else"},conflict:"Two versions of the notes",conflictText:"These notes were changed while you were writing. Nothing was overwritten.",theirs:"Saved meanwhile",mine:"What you wrote",emptyNote:"(empty)",keepBoth:"Keep both",keepMine:"Keep mine",takeTheirs:"Take the other",writeNotes:"Write notes",outcomes:"What comes of it",noOutcomes:"Nothing was written down.",newOutcome:"Add an outcome",outcome:"What did you agree?",outcomeHint:"With a name on it, it becomes an action item.",whoDoes:"Who does it?",nobody:"Just an agreement",agreement:"Agreement",due:"Due",dueOn:t=>`due ${t}`,addOutcome:"Add outcome",removeOutcome:t=>`Remove “${t}”`,outcomeRemoved:"Removed",finish:"Finish the conversation",finishHint:"When you have talked: you look at what came of it, and at when the next one is.",finishTitle:"You have talked",nothingCame:"You have written down no outcome. That is fine too.",becomeItems:t=>q(t,{one:"# of them becomes an action item.",other:"# of them become action items."}),openPoints:t=>q(t,{one:"# point of the agenda is not ticked.",other:"# points of the agenda are not ticked."}),nextRhythm:"When is the next one?",nextRhythmHint:"It is planned at the same time of day.",goOn:"Go on talking",result:"What came of it",nextTalk:"The next conversation",noNext:"None is planned yet.",toNext:"To the next one",past:"Earlier conversations",cameOf:t=>q(t,{one:"# outcome",other:"# outcomes"}),wasCancelled:"Cancelled",notAll:"There are more than are shown here.",calendar:"Calendar",calendarAddress:"See your conversations in your own calendar",calendarText:"An address to subscribe to in your calendar program. It shows all your conversations, and follows when one is moved.",calendarWarning:"Whoever has the address sees their titles and times, without signing in. Treat it like a password.",makeAddress:"Make my address",address:"Your address",addressOnce:"Copy it now: it is shown only this once.",addressMade:t=>`You have an address, made on ${t}. It is not shown again.`,copy:"Copy",copied:"Copied",copyByHand:"Copying is not possible here. Select the address instead.",newAddress:"Make a new one instead",revoke:"Revoke the address",revokeTitle:"Revoke the address?",revokeText:"Calendars that use it stop showing your conversations.",revoked:"The address no longer works",comments:"Comments",noComments:"No comments.",comment:"Comment",reply:"Add a comment",yourComment:"Your comment",commentHint:"Type @ and a name to mention somebody. That does not let them see more than they may.",colleagues:"Colleagues",noOneFound:"Nobody found",found:t=>q(t,{one:"# person found. Arrow keys to choose, Enter to take.",other:"# people found. Arrow keys to choose, Enter to take."}),send:"Send",sent:"Comment sent",takeBack:"Take back",tookBack:"Taken back. Your text is in the field again.",deleted:"Comment deleted",openProposals:"Proposed actions",noProposals:"Nobody has proposed an action.",noProposalsYet:"No proposal is open.",proposeAction:"Propose an action",proposeText:t=>`${t} decides whether it comes into the plan.`,action:"Action",actionHint:"Something specific to do in the next months",actionMissing:"Say what the action is.",why:"What it is about",area:"Works on",noArea:"No development area",template:"Begin with a template",noTemplate:"None",propose:"Propose",proposed:"Proposed",accept:"Accept",accepted:"It is one of the action items now",adapt:"Change and accept",decline:"Decline",declined:"Declined",declineWord:t=>`A word to ${t}`,withdraw:"Withdraw",withdrawn:"Withdrawn",decided:t=>q(t,{one:"# decided proposal",other:"# decided proposals"}),by:t=>`by ${t}`,worksOn:t=>`works on ${t}`,proposalStatus:{proposed:"Open",accepted:"Accepted",declined:"Declined",withdrawn:"Withdrawn"}},nr={title:"Team"},Xe={common:Qt,shell:rr,plan:tr,team:nr,feedback:Xt,talk:or,hr:er},sr={en:"English",de:"Deutsch",es:"Español",fr:"Français",ja:"日本語"},ar={de:()=>re(()=>import("./de-DGW9ktaN.js"),[]),es:()=>re(()=>import("./es-DaRWuqE6.js"),[]),fr:()=>re(()=>import("./fr-BLgHiZu4.js"),[]),ja:()=>re(()=>import("./ja-BqGKLCsF.js"),[])},ir={language:"en",t:Xe,format:new Qe("en",void 0)},et=Symbol.for("groundwork-locale");async function cr(t,e){const r=ve([t]),n=r==="en"?Xe:(await ar[r]()).default,o=t.toLowerCase().startsWith(r)?t:r;return{language:r,t:n,format:new Qe(o,e)}}function ve(t){for(const e of t){const r=e.toLowerCase().split("-")[0]??"";if(Object.hasOwn(sr,r))return r}return"en"}const lr=new Set(["ar","fa","he","ur"]);function Zr(t){return lr.has(t)?"rtl":"ltr"}const tt="groundwork-language";function Kr(){return localStorage.getItem(tt)??navigator.languages.find(e=>ve([e])===ve(navigator.languages))??"en"}function Jr(t){localStorage.setItem(tt,t)}var dr=Object.defineProperty,N=(t,e,r,n)=>{for(var o=void 0,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=a(e,r,o)||o);return o&&dr(e,r,o),o};function $(t){return e=>{customElements.get(t)===void 0&&customElements.define(t,e)}}class w extends Ct{constructor(){super(...arguments),this.inherited=ir}get locale(){return this.inherited}get t(){return this.locale.t}connectedCallback(){Pt(),super.connectedCallback()}emit(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0}))}}N([Fe({context:et,subscribe:!0}),j()],w.prototype,"inherited");class W extends w{constructor(){super(...arguments),this.baseUrl="",this.lang=""}#e;#t;get api(){const e=this.ownApi??this.inheritedApi;if(e===void 0)throw new Error("set `api` and `getToken` before using this element");return e}get connected(){return(this.ownApi??this.inheritedApi)!==void 0&&(this.lang===""||this.ownLocale!==void 0)}get locale(){return this.ownLocale??this.inherited}willUpdate(e){if((e.has("getToken")||e.has("baseUrl"))&&this.getToken!==void 0){const r=new Ot(this.getToken,()=>this.emit("groundwork-sign-in-needed"));this.ownApi=new Yt(this.baseUrl,r),this.#e??=new Oe(this,{context:Ze}),this.#e.setValue(this.ownApi)}e.has("lang")&&this.lang!==""&&this.#o(this.lang)}async#o(e){const r=async o=>{const s=await cr(e,o);this.lang===e&&(this.ownLocale=s,this.#t??=new Oe(this,{context:et}),this.#t.setValue(s))};await r();const n=await this.ownApi?.me().catch(()=>{});n?.person?.time_zone&&await r(n.person.time_zone)}render(){return this.connected?this.view():void 0}view(){}}N([c({attribute:"api"})],W.prototype,"baseUrl");N([c({attribute:!1})],W.prototype,"getToken");N([c({reflect:!0})],W.prototype,"lang");N([Fe({context:Ze,subscribe:!0}),j()],W.prototype,"inheritedApi");N([j()],W.prototype,"ownApi");N([j()],W.prototype,"ownLocale");function Qr(t,e,r="positive"){t.dispatchEvent(new CustomEvent("groundwork-toast",{detail:{text:e,tone:r},bubbles:!0,composed:!0}))}/**
 * @license
 * Copyright 2018 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const fe=t=>t??m;var ur=Object.defineProperty,hr=Object.getOwnPropertyDescriptor,rt=(t,e,r,n)=>{for(var o=n>1?void 0:n?hr(e,r):e,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=(n?a(e,r,o):a(o))||o);return n&&o&&ur(e,r,o),o};const pr={alert:l`<path d="M12 8v5m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z"/>`,"arrow-left":l`<path d="M19 12H5m6-6-6 6 6 6"/>`,"arrow-right":l`<path d="M5 12h14m-6-6 6 6-6 6"/>`,blocked:l`<circle cx="12" cy="12" r="9"/><path d="m6 6 12 12"/>`,calendar:l`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4m8-4v4"/>`,chart:l`<path d="M4 20V4m0 16h16M8 16l4-5 3 3 5-7"/>`,check:l`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,"check-circle":l`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.8"/>`,"chevron-down":l`<path d="m6 9 6 6 6-6"/>`,"chevron-right":l`<path d="m9 6 6 6-6 6"/>`,circle:l`<circle cx="12" cy="12" r="9"/>`,clock:l`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,close:l`<path d="M6 6l12 12M18 6 6 18"/>`,cloud:l`<path d="M4 4l16 16M9 6.5A6 6 0 0 1 18 10a4 4 0 0 1 2.6 6.7M7 8.5A5 5 0 0 0 7 19h10"/>`,download:l`<path d="M12 4v11m-5-4.5 5 5 5-5M5 20h14"/>`,edit:l`<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16v4Z"/>`,eye:l`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,flag:l`<path d="M5 21V4h12l-2 4.5 2 4.5H5"/>`,globe:l`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,half:l`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor"/>`,info:l`<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8.5v.01"/>`,link:l`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.300L12 17"/>`,lock:l`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,message:l`<path d="M4 6.500A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.500v9a1.5 1.5 0 0 1-1.5 1.500H10l-5 3.500V17a1 1 0 0 1-1-1Z"/>`,more:l`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.6"/>`,plus:l`<path d="M12 5v14M5 12h14"/>`,search:l`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,share:l`<path d="M12 15V4M7.5 8 12 3.5 16.5 8M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5"/>`,"sign-out":l`<path d="M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8m-4-8h11m-4-4 4 4-4 4"/>`,target:l`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="5"/><circle cx="12" cy="12" r="1"/>`,trash:l`<path d="M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7"/>`,user:l`<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4 3.8-6 8-6s7.4 2 8 6"/>`,users:l`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-3.6 3-5.5 6.5-5.500s6 1.9 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 15c2 .7 3.2 2.4 3.5 5"/>`};let se=class extends w{constructor(){super(...arguments),this.name="circle"}render(){return d`<svg viewBox="0 0 24 24" aria-hidden="true">${pr[this.name]}</svg>`}};se.styles=b`
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
  `;rt([c()],se.prototype,"name",2);se=rt([$("gw-icon")],se);var gr=Object.defineProperty,fr=Object.getOwnPropertyDescriptor,ot=t=>{throw TypeError(t)},T=(t,e,r,n)=>{for(var o=n>1?void 0:n?fr(e,r):e,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=(n?a(e,r,o):a(o))||o);return n&&o&&gr(e,r,o),o},nt=(t,e,r)=>e.has(t)||ot("Cannot "+r),mr=(t,e,r)=>(nt(t,e,"read from private field"),e.get(t)),Ne=(t,e,r)=>e.has(t)?ot("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,r),vr=(t,e,r)=>(nt(t,e,"access private method"),r),ke,we,st;let y=class extends w{constructor(){super(...arguments),Ne(this,we),this.variant="secondary",this.size="medium",this.type="button",this.disabled=!1,this.busy=!1,Ne(this,ke,this.attachInternals())}render(){const t=this.busy?d`<span class="spinner"></span>`:this.icon===void 0?m:d`<gw-icon name=${this.icon}></gw-icon>`,e=d`${t}<slot></slot>`,n=this.label!==void 0&&this.textContent?.trim()===""?"button bare":"button";return this.href===void 0?d`<button
          part="button"
          class=${n}
          type="button"
          aria-label=${fe(this.label)}
          aria-busy=${this.busy?"true":"false"}
          aria-expanded=${fe(this.expanded)}
          ?disabled=${this.disabled}
          @click=${vr(this,we,st)}
        >
          ${e}
        </button>`:d`<a part="button" class=${n} href=${this.href} aria-label=${fe(this.label)}>${e}</a>`}};ke=new WeakMap;we=new WeakSet;st=function(t){this.busy?t.stopPropagation():this.type==="submit"&&mr(this,ke).form?.requestSubmit()};y.formAssociated=!0;y.shadowRootOptions={...w.shadowRootOptions,delegatesFocus:!0};y.styles=[_,b`
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
    `];T([c({reflect:!0})],y.prototype,"variant",2);T([c({reflect:!0})],y.prototype,"size",2);T([c()],y.prototype,"icon",2);T([c()],y.prototype,"label",2);T([c()],y.prototype,"href",2);T([c()],y.prototype,"type",2);T([c({type:Boolean,reflect:!0})],y.prototype,"disabled",2);T([c({type:Boolean,reflect:!0})],y.prototype,"busy",2);T([c()],y.prototype,"expanded",2);y=T([$("gw-button")],y);var wr=Object.defineProperty,yr=Object.getOwnPropertyDescriptor,at=t=>{throw TypeError(t)},x=(t,e,r,n)=>{for(var o=n>1?void 0:n?yr(e,r):e,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=(n?a(e,r,o):a(o))||o);return n&&o&&wr(e,r,o),o},xe=(t,e,r)=>e.has(t)||at("Cannot "+r),br=(t,e,r)=>(xe(t,e,"read from private field"),r?r.call(t):e.get(t)),it=(t,e,r)=>e.has(t)?at("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,r),kr=(t,e,r,n)=>(xe(t,e,"write to private field"),e.set(t,r),r),xr=(t,e,r)=>(xe(t,e,"access private method"),r),$r=(t,e,r,n)=>({set _(o){kr(t,e,o)},get _(){return br(t,e,n)}}),ye,ct,be;let ae=class extends w{constructor(){super(...arguments),this.lines=3}render(){return d`<span class="visually-hidden" role="status">${this.t.common.loading}</span>
      ${Array.from({length:this.lines},()=>d`<div class="line" aria-hidden="true"></div>`)}`}};ae.styles=[_,b`
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
    `];x([c({type:Number})],ae.prototype,"lines",2);ae=x([$("gw-skeleton")],ae);const lt=b`
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
`;let H=class extends w{constructor(){super(...arguments),this.heading="",this.icon="target"}render(){return d`<div class="state" part="state">
      <div class="sign" part="sign"><gw-icon name=${this.icon}></gw-icon></div>
      <h2 part="heading">${this.heading}</h2>
      ${this.text?d`<p>${this.text}</p>`:m}
      <div class="actions"><slot></slot></div>
    </div>`}};H.styles=[_,lt];x([c()],H.prototype,"heading",2);x([c()],H.prototype,"text",2);x([c()],H.prototype,"icon",2);H=x([$("gw-empty")],H);const Le={offline:"cloud","signed-out":"lock",forbidden:"lock",missing:"search",conflict:"users",invalid:"alert",refused:"info",busy:"clock",server:"alert"};let I=class extends w{constructor(){super(...arguments),it(this,ye),this.inline=!1,this.noRetry=!1,this.waiting=!1}render(){if(this.error===void 0||this.error===null)return m;const{kind:t,title:e,text:r,fields:n,requestId:o}=Ke(this.error,this.t),a=this.noRetry||t==="missing"||t==="forbidden"||t==="invalid"?m:d`<gw-button size=${this.inline?"small":"medium"} ?busy=${this.waiting} @click=${xr(this,ye,ct)}>
          ${this.t.common.tryAgain}
        </gw-button>`;return this.inline?d`<div class="line" part="line" role="alert">
        <gw-icon name=${Le[t]}></gw-icon>
        <div>
          <strong>${e}.</strong> ${n.length>0?m:r}
          ${n.length>0?d`<ul>${n.map(({detail:i})=>d`<li>${i}</li>`)}</ul>`:m}
        </div>
        ${a}
      </div>`:d`<div class="state" part="state" role="alert">
      <div class="sign" part="sign"><gw-icon name=${Le[t]}></gw-icon></div>
      <h2 part="heading">${e}</h2>
      <p>${r}</p>
      <div class="actions">${a}<slot></slot></div>
      ${t==="server"&&o?d`<p class="reference">${this.t.common.errors.reference(o)}</p>`:m}
    </div>`}};ye=new WeakSet;ct=async function(){const{retryAfter:t}=Ke(this.error,this.t);t!==void 0&&(this.waiting=!0,await new Promise(e=>setTimeout(e,Math.min(t,30)*1e3)),this.waiting=!1),this.dispatchEvent(new Event("retry"))};I.styles=[_,lt,b`
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
    `];x([c({attribute:!1})],I.prototype,"error",2);x([c({type:Boolean,reflect:!0})],I.prototype,"inline",2);x([c({type:Boolean,attribute:"no-retry"})],I.prototype,"noRetry",2);x([j()],I.prototype,"waiting",2);I=x([$("gw-error")],I);let ie=class extends w{constructor(){super(...arguments),this.messages=[],it(this,be,1)}render(){return d`<div class="messages" role="status" aria-live="polite">
      ${this.messages.map(({text:t,tone:e})=>d`<div class="message" part="message">
          <gw-icon name=${e==="critical"?"alert":e==="positive"?"check":"info"}></gw-icon>${t}
        </div>`)}
    </div>`}show(t,e){const r={id:$r(this,be)._++,text:t,tone:e};this.messages=[...this.messages.slice(-2),r],setTimeout(()=>{this.messages=this.messages.filter(({id:n})=>n!==r.id)},4e3+t.length*50)}};be=new WeakMap;ie.styles=[_,b`
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
    `];x([j()],ie.prototype,"messages",2);ie=x([$("gw-toasts")],ie);/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const Xr={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4},dt=t=>(...e)=>({_$litDirective$:t,values:e});let ut=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,r,n){this._$Ct=e,this._$AM=r,this._$Ci=n}_$AS(e,r){return this.update(e,r)}update(e,r){return this.render(...r)}};/**
 * @license
 * Copyright 2020 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const{I:_r}=St,qe=t=>t,to=t=>t.strings===void 0,He=()=>document.createComment(""),ro=(t,e,r)=>{const n=t._$AA.parentNode,o=e===void 0?t._$AB:e._$AA;if(r===void 0){const s=n.insertBefore(He(),o),a=n.insertBefore(He(),o);r=new _r(s,a,t,t.options)}else{const s=r._$AB.nextSibling,a=r._$AM,i=a!==t;if(i){let p;r._$AQ?.(t),r._$AM=t,r._$AP!==void 0&&(p=t._$AU)!==a._$AU&&r._$AP(p)}if(s!==o||i){let p=r._$AA;for(;p!==s;){const F=qe(p).nextSibling;qe(n).insertBefore(p,o),p=F}}}return r},oo=(t,e,r=t)=>(t._$AI(e,r),t),Tr={},Ar=(t,e=Tr)=>t._$AH=e,no=t=>t._$AH,so=t=>{t._$AR(),t._$AA.remove()};class Er extends ut{render(e){return m}update(e,[r]){const{style:n}=e.element;for(const[o,s]of Object.entries(r))n.setProperty(o,String(s));return m}}const Cr=dt(Er);var Pr=Object.defineProperty,Sr=Object.getOwnPropertyDescriptor,k=(t,e,r,n)=>{for(var o=n>1?void 0:n?Sr(e,r):e,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=(n?a(e,r,o):a(o))||o);return n&&o&&Pr(e,r,o),o};let Y=class extends w{constructor(){super(...arguments),this.tone="neutral"}render(){return d`${this.icon===void 0?m:d`<gw-icon name=${this.icon}></gw-icon>`}<slot></slot>`}};Y.styles=[_,b`
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
    `];k([c({reflect:!0})],Y.prototype,"tone",2);k([c()],Y.prototype,"icon",2);Y=k([$("gw-pill")],Y);const zr={draft:["neutral","edit"],shared:["info","share"],agreed:["positive","check-circle"],completed:["accent","flag"],archived:["neutral","lock"]},Or={not_started:["neutral","circle"],in_progress:["info","half"],blocked:["critical","blocked"],done:["positive","check-circle"],cancelled:["neutral","close"]};let Z=class extends w{render(){const{planStatus:t,itemStatus:e}=this.t.common;if(this.plan!==void 0){const[r,n]=zr[this.plan];return d`<gw-pill tone=${r} icon=${n}>${t[this.plan]}</gw-pill>`}if(this.item!==void 0){const[r,n]=Or[this.item];return d`<gw-pill tone=${r} icon=${n}>${e[this.item]}</gw-pill>`}return m}};Z.styles=[_,b`
      :host {
        display: inline-block;
      }
    `];k([c()],Z.prototype,"plan",2);k([c()],Z.prototype,"item",2);Z=k([$("gw-status")],Z);let U=class extends w{constructor(){super(...arguments),this.value=0,this.showValue=!1}render(){const t=this.locale.format.percent(this.value);return d`<div
        class="track"
        part="track"
        role="progressbar"
        aria-label=${this.label??this.t.common.progress}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${this.value}
        aria-valuetext=${t}
      >
        <div class="bar" part="bar" ${Cr({"--value":Math.min(100,Math.max(0,this.value))})}></div>
      </div>
      ${this.showValue?d`<span class="value" aria-hidden="true">${t}</span>`:m}`}};U.styles=[_,b`
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
    `];k([c({type:Number})],U.prototype,"value",2);k([c()],U.prototype,"label",2);k([c({type:Boolean,attribute:"show-value"})],U.prototype,"showValue",2);U=k([$("gw-progress")],U);let B=class extends w{constructor(){super(...arguments),this.name="",this.labelled=!1,this.size="medium"}render(){return this.labelled?d`<span part="avatar" role="img" aria-label=${this.name}>${Ue(this.name)}</span>`:d`<span part="avatar" aria-hidden="true">${Ue(this.name)}</span>`}};B.styles=[_,b`
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
    `];k([c()],B.prototype,"name",2);k([c({type:Boolean})],B.prototype,"labelled",2);k([c({reflect:!0})],B.prototype,"size",2);B=k([$("gw-avatar")],B);function Ue(t){const e=t.trim().split(/\s+/u),[r,n]=[e[0],e.length>1?e.at(-1):void 0];return[r,n].map(o=>[...o??""][0]??"").join("").toLocaleUpperCase()}/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const ao=dt(class extends ut{constructor(){super(...arguments),this.key=m}render(t,e){return this.key=t,e}update(t,[e,r]){return e!==this.key&&(Ar(t),this.key=e),r}});var Rr=Object.defineProperty,Mr=Object.getOwnPropertyDescriptor,ht=t=>{throw TypeError(t)},K=(t,e,r,n)=>{for(var o=n>1?void 0:n?Mr(e,r):e,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=(n?a(e,r,o):a(o))||o);return n&&o&&Rr(e,r,o),o},Ir=(t,e,r)=>e.has(t)||ht("Cannot "+r),Dr=(t,e,r)=>e.has(t)?ht("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,r),Be=(t,e,r)=>(Ir(t,e,"access private method"),r),ne,pt,gt;let D=class extends w{constructor(){super(...arguments),Dr(this,ne),this.heading="",this.open=!1,this.insistent=!1}render(){return d`<dialog part="dialog" aria-labelledby="heading" @close=${Be(this,ne,gt)} @cancel=${Be(this,ne,pt)}>
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
    </dialog>`}updated(t){!t.has("open")||this.open===this.dialog.open||(this.open?this.dialog.showModal():this.dialog.close())}};ne=new WeakSet;pt=function(t){this.insistent&&t.preventDefault()};gt=function(){this.open&&(this.open=!1,this.dispatchEvent(new Event("close")))};D.styles=[_,b`
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
    `];K([c()],D.prototype,"heading",2);K([c({type:Boolean,reflect:!0})],D.prototype,"open",2);K([c({type:Boolean})],D.prototype,"insistent",2);K([We("dialog")],D.prototype,"dialog",2);D=K([$("gw-dialog")],D);var jr=Object.defineProperty,Nr=Object.getOwnPropertyDescriptor,ft=t=>{throw TypeError(t)},G=(t,e,r,n)=>{for(var o=n>1?void 0:n?Nr(e,r):e,s=t.length-1,a;s>=0;s--)(a=t[s])&&(o=(n?a(e,r,o):a(o))||o);return n&&o&&jr(e,r,o),o},mt=(t,e,r)=>e.has(t)||ft("Cannot "+r),vt=(t,e,r)=>(mt(t,e,"read from private field"),r?r.call(t):e.get(t)),Lr=(t,e,r)=>e.has(t)?ft("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,r),oe=(t,e,r)=>(mt(t,e,"access private method"),r),S,$e,wt,yt,bt,kt;let z=class extends w{constructor(){super(...arguments),Lr(this,S),this.label="",this.icon="more",this.items=[],this.open=!1}render(){return d`<button
        class="opener"
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open?"true":"false"}
        aria-label=${this.label}
        @click=${oe(this,S,wt)}
      >
        <slot><gw-icon name=${this.icon}></gw-icon></slot>
      </button>
      ${this.open?d`<div role="menu" part="menu" aria-label=${this.label} @keydown=${oe(this,S,kt)} @focusout=${oe(this,S,bt)}>
            ${this.items.map(({id:t,label:e,icon:r})=>d`<button role="menuitem" type="button" tabindex="-1" @click=${()=>oe(this,S,yt).call(this,t)}>
                ${r===void 0?m:d`<gw-icon name=${r}></gw-icon>`}${e}
              </button>`)}
          </div>`:m}`}};S=new WeakSet;$e=function(){return[...this.renderRoot.querySelectorAll("[role=menuitem]")]};wt=async function(){this.open=!this.open,await this.updateComplete,vt(this,S,$e)[0]?.focus()};yt=function(t){this.open=!1,this.opener.focus(),this.dispatchEvent(new CustomEvent("select",{detail:t}))};bt=function({relatedTarget:t}){t instanceof Node&&this.renderRoot.contains(t)||(this.open=!1)};kt=function(t){const e=vt(this,S,$e),r=e.findIndex(o=>o.matches(":focus")),n={ArrowDown:r+1,ArrowUp:r-1,Home:0,End:e.length-1}[t.key];t.key==="Escape"?(t.stopPropagation(),this.open=!1,this.opener.focus()):n!==void 0&&(t.preventDefault(),e[(n+e.length)%e.length]?.focus())};z.styles=[_,b`
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
    `];G([c()],z.prototype,"label",2);G([c()],z.prototype,"icon",2);G([c({attribute:!1})],z.prototype,"items",2);G([j()],z.prototype,"open",2);G([We("button")],z.prototype,"opener",2);z=G([$("gw-menu")],z);export{Yt as A,oo as B,ro as C,so as D,Ar as E,Yr as F,W as G,to as H,no as M,M as P,Ze as a,_ as b,Fe as c,We as d,$ as e,Ke as f,w as g,sr as h,Oe as i,ir as j,et as k,Ur as l,ao as m,c as n,fe as o,Kr as p,Jr as q,j as r,cr as s,Qr as t,Zr as u,Cr as v,Je as w,dt as x,ut as y,Xr as z};
