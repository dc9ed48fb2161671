import{f as Ze,u as Je,i as E,_ as B,c as Ke,a as Qe,A as $,w as c,b as f}from"./tokens-Bm7sD29N.js";import{S as Ye,P as Xe}from"./session-Ccz1QV9H.js";/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const et={attribute:!0,type:String,converter:Je,reflect:!1,hasChanged:Ze},tt=(r=et,e,t)=>{const{kind:o,metadata:n}=t;let s=globalThis.litPropertyMetadata.get(n);if(s===void 0&&globalThis.litPropertyMetadata.set(n,s=new Map),o==="setter"&&((r=Object.create(r)).wrapped=!0),s.set(t.name,r),o==="accessor"){const{name:i}=t;return{set(a){const w=e.get.call(this);e.set.call(this,a),this.requestUpdate(i,w,r,!0,a)},init(a){return a!==void 0&&this.C(i,void 0,r,a),a}}}if(o==="setter"){const{name:i}=t;return function(a){const w=this[i];e.call(this,a),this.requestUpdate(i,w,r,!0,a)}}throw Error("Unsupported decorator location: "+o)};function u(r){return(e,t)=>typeof t=="object"?tt(r,e,t):((o,n,s)=>{const i=n.hasOwnProperty(s);return n.constructor.createProperty(s,o),i?Object.getOwnPropertyDescriptor(n,s):void 0})(r,e,t)}/**
 * @license
 * Copyright 2017 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function O(r){return u({...r,state:!0,attribute:!1})}const q=E`
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
`,Wt=E`
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
 */let Ee=class extends Event{constructor(e,t,o,n){super("context-request",{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=t,this.callback=o,this.subscribe=n??!1}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 *//**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */let ve=class{constructor(e,t,o,n){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(s,i)=>{this.unsubscribe&&(this.unsubscribe!==i&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=s,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(s,i)),this.unsubscribe=i},this.host=e,t.context!==void 0){const s=t;this.context=s.context,this.callback=s.callback,this.subscribe=s.subscribe??!1}else this.context=t,this.callback=o,this.subscribe=n??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Ee(this.context,this.host,this.t,this.subscribe))}};/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */class rt{get value(){return this.o}set value(e){this.setValue(e)}setValue(e,t=!1){const o=t||!Object.is(e,this.o);this.o=e,o&&this.updateObservers()}constructor(e){this.subscriptions=new Map,this.updateObservers=()=>{for(const[t,{disposer:o}]of this.subscriptions)t(this.o,o)},e!==void 0&&(this.value=e)}addCallback(e,t,o){if(!o)return void e(this.value);this.subscriptions.has(e)||this.subscriptions.set(e,{disposer:()=>{this.subscriptions.delete(e)},consumerHost:t});const{disposer:n}=this.subscriptions.get(e);e(this.value,n)}clearCallbacks(){this.subscriptions.clear()}}/**
 * @license
 * Copyright 2021 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */class nt extends Event{constructor(e,t){super("context-provider",{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=t}}class we extends rt{constructor(e,t,o){super(t.context!==void 0?t.initialValue:o),this.onContextRequest=n=>{if(n.context!==this.context)return;const s=n.contextTarget??n.composedPath()[0];s!==this.host&&(n.stopPropagation(),this.addCallback(n.callback,s,n.subscribe))},this.onProviderRequest=n=>{if(n.context!==this.context||(n.contextTarget??n.composedPath()[0])===this.host)return;const s=new Set;for(const[i,{consumerHost:a}]of this.subscriptions)s.has(i)||(s.add(i),a.dispatchEvent(new Ee(this.context,a,i,!0)));n.stopPropagation()},this.host=e,t.context!==void 0?this.context=t.context:this.context=t,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new nt(this.context,this.host))}}/**
 * @license
 * Copyright 2022 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */function Se({context:r,subscribe:e}){return(t,o)=>{typeof o=="object"?o.addInitializer((function(){new ve(this,{context:r,callback:n=>{t.set.call(this,n)},subscribe:e})})):t.constructor.addInitializer((n=>{new ve(n,{context:r,callback:s=>{n[o]=s},subscribe:e})}))}}const ot=/\{[^{}]+\}/g,st=()=>typeof process=="object"&&Number.parseInt(process?.versions?.node?.substring(0,2))>=18&&process.versions.undici;function it(){return Math.random().toString(36).slice(2,11)}function at(r){let{baseUrl:e="",Request:t=globalThis.Request,fetch:o=globalThis.fetch,querySerializer:n,bodySerializer:s,pathSerializer:i,headers:a,requestInitExt:w=void 0,...J}={...r};w=st()?w:void 0,e=ke(e);const y=[];async function k(d,l){const{baseUrl:S,fetch:de=o,Request:ue=t,headers:he,params:M={},parseAs:D="json",querySerializer:U,bodySerializer:pe=s??lt,pathSerializer:Be,body:fe,middleware:Fe=[],...K}=l||{};let Q=e;S&&(Q=ke(S)??e);let Y=typeof n=="function"?n:be(n);U&&(Y=typeof U=="function"?U:be({...typeof n=="object"?n:{},...U}));const ge=Be||i||ct,X=fe===void 0?void 0:pe(fe,ye(a,he,M.header)),Ve=ye(X===void 0||X instanceof FormData?{}:{"Content-Type":"application/json"},a,he,M.header),T=[...y,...Fe],We={redirect:"follow",...J,...K,body:X,headers:Ve};let H,N,_=new ue(dt(d,{baseUrl:Q,params:M,querySerializer:Y,pathSerializer:ge}),We),h;for(const g in K)g in _||(_[g]=K[g]);if(T.length){H=it(),N=Object.freeze({baseUrl:Q,fetch:de,parseAs:D,querySerializer:Y,bodySerializer:pe,pathSerializer:ge});for(const g of T)if(g&&typeof g=="object"&&typeof g.onRequest=="function"){const p=await g.onRequest({request:_,schemaPath:d,params:M,options:N,id:H});if(p)if(p instanceof ue)_=p;else if(p instanceof Response){h=p;break}else throw new Error("onRequest: must return new Request() or Response() when modifying the request")}}if(!h){try{h=await de(_,w)}catch(g){let p=g;if(T.length)for(let A=T.length-1;A>=0;A--){const G=T[A];if(G&&typeof G=="object"&&typeof G.onError=="function"){const L=await G.onError({request:_,error:p,schemaPath:d,params:M,options:N,id:H});if(L){if(L instanceof Response){p=void 0,h=L;break}if(L instanceof Error){p=L;continue}throw new Error("onError: must return new Response() or instance of Error")}}}if(p)throw p}if(T.length)for(let g=T.length-1;g>=0;g--){const p=T[g];if(p&&typeof p=="object"&&typeof p.onResponse=="function"){const A=await p.onResponse({request:_,response:h,schemaPath:d,params:M,options:N,id:H});if(A){if(!(A instanceof Response))throw new Error("onResponse: must return new Response() when modifying the response");h=A}}}}const me=h.headers.get("Content-Length");if(h.status===204||_.method==="HEAD"||me==="0"&&!h.headers.get("Transfer-Encoding")?.includes("chunked"))return h.ok?{data:void 0,response:h}:{error:void 0,response:h};if(h.ok)return{data:await(async()=>{if(D==="stream")return h.body;if(D==="json"&&!me){const p=await h.text();return p?JSON.parse(p):void 0}return await h[D]()})(),response:h};let ee=await h.text();try{ee=JSON.parse(ee)}catch{}return{error:ee,response:h}}return{request(d,l,S){return k(l,{...S,method:d.toUpperCase()})},GET(d,l){return k(d,{...l,method:"GET"})},PUT(d,l){return k(d,{...l,method:"PUT"})},POST(d,l){return k(d,{...l,method:"POST"})},DELETE(d,l){return k(d,{...l,method:"DELETE"})},OPTIONS(d,l){return k(d,{...l,method:"OPTIONS"})},HEAD(d,l){return k(d,{...l,method:"HEAD"})},PATCH(d,l){return k(d,{...l,method:"PATCH"})},TRACE(d,l){return k(d,{...l,method:"TRACE"})},use(...d){for(const l of d)if(l){if(typeof l!="object"||!("onRequest"in l||"onResponse"in l||"onError"in l))throw new Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");y.push(l)}},eject(...d){for(const l of d){const S=y.indexOf(l);S!==-1&&y.splice(S,1)}}}}function Z(r,e,t){if(e==null)return"";if(typeof e=="object")throw new Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");return`${r}=${t?.allowReserved===!0?e:encodeURIComponent(e)}`}function Ae(r,e,t){if(!e||typeof e!="object")return"";const o=[],n={simple:",",label:".",matrix:";"}[t.style]||"&";if(t.style!=="deepObject"&&t.explode===!1){for(const a in e)o.push(a,t.allowReserved===!0?e[a]:encodeURIComponent(e[a]));const i=o.join(",");switch(t.style){case"form":return`${r}=${i}`;case"label":return`.${i}`;case"matrix":return`;${r}=${i}`;default:return i}}for(const i in e){const a=t.style==="deepObject"?`${r}[${i}]`:i;o.push(Z(a,e[i],t))}const s=o.join(n);return t.style==="label"||t.style==="matrix"?`${n}${s}`:s}function Re(r,e,t){if(!Array.isArray(e))return"";if(t.explode===!1){const s={form:",",spaceDelimited:"%20",pipeDelimited:"|"}[t.style]||",",i=(t.allowReserved===!0?e:e.map(a=>encodeURIComponent(a))).join(s);switch(t.style){case"simple":return i;case"label":return`.${i}`;case"matrix":return`;${r}=${i}`;default:return`${r}=${i}`}}const o={simple:",",label:".",matrix:";"}[t.style]||"&",n=[];for(const s of e)t.style==="simple"||t.style==="label"?n.push(t.allowReserved===!0?s:encodeURIComponent(s)):n.push(Z(r,s,t));return t.style==="label"||t.style==="matrix"?`${o}${n.join(o)}`:n.join(o)}function be(r){return function(t){const o=[];if(t&&typeof t=="object")for(const n in t){const s=t[n];if(s!=null){if(Array.isArray(s)){if(s.length===0)continue;o.push(Re(n,s,{style:"form",explode:!0,...r?.array,allowReserved:r?.allowReserved||!1}));continue}if(typeof s=="object"){o.push(Ae(n,s,{style:"deepObject",explode:!0,...r?.object,allowReserved:r?.allowReserved||!1}));continue}o.push(Z(n,s,r))}}return o.join("&")}}function ct(r,e){let t=r;for(const o of r.match(ot)??[]){let n=o.substring(1,o.length-1),s=!1,i="simple";if(n.endsWith("*")&&(s=!0,n=n.substring(0,n.length-1)),n.startsWith(".")?(i="label",n=n.substring(1)):n.startsWith(";")&&(i="matrix",n=n.substring(1)),!e||e[n]===void 0||e[n]===null)continue;const a=e[n];if(Array.isArray(a)){t=t.replace(o,Re(n,a,{style:i,explode:s}));continue}if(typeof a=="object"){t=t.replace(o,Ae(n,a,{style:i,explode:s}));continue}if(i==="matrix"){t=t.replace(o,`;${Z(n,a)}`);continue}t=t.replace(o,i==="label"?`.${encodeURIComponent(a)}`:encodeURIComponent(a))}return t}function lt(r,e){return r instanceof FormData?r:e&&(e.get instanceof Function?e.get("Content-Type")??e.get("content-type"):e["Content-Type"]??e["content-type"])==="application/x-www-form-urlencoded"?new URLSearchParams(r).toString():JSON.stringify(r)}function dt(r,e){let t=`${e.baseUrl}${r}`;e.params?.path&&(t=e.pathSerializer(t,e.params.path));let o=e.querySerializer(e.params.query??{});return o.startsWith("?")&&(o=o.substring(1)),o&&(t+=`?${o}`),t}function ye(...r){const e=new Headers;for(const t of r){if(!t||typeof t!="object")continue;const o=t instanceof Headers?t.entries():Object.entries(t);for(const[n,s]of o)if(s===null)e.delete(n);else if(Array.isArray(s))for(const i of s)e.append(n,i);else s!==void 0&&e.set(n,s)}return e}function ke(r){return r.endsWith("/")?r.substring(0,r.length-1):r}class P extends Error{name="ProblemError";status;type;detail;errors;request_id;problem;response;constructor(e,t){const n=t.headers.get("Content-Type")?.startsWith("application/problem+json")?e:{},s=n.detail??t.statusText;super(`${t.status}: ${s}`),this.status=t.status,this.type=n.type??"about:blank",this.detail=s,this.errors=n.errors??[],this.request_id=n.request_id??t.headers.get("X-Request-Id")??void 0,this.problem=n,this.response=t}}function ut(r,{attempts:e=5,longestWait:t=3e4}){return async o=>{if(o.method!=="GET"&&!o.headers.has("Idempotency-Key"))return r(o);for(let n=1;n<e;n++){const s=100*2**n*(.5+Math.random());try{const i=await r(o.clone()),a=ht(i,s);if(a===void 0||a>t)return i;await i.body?.cancel(),await xe(a,o.signal)}catch(i){if(o.signal.aborted)throw i;await xe(s,o.signal)}}return r(o)}}function ht(r,e){const t=r.headers.get("Retry-After"),o=t!==null&&/^\d+$/.test(t)?Number(t)*1e3:e;switch(r.status){case 409:case 429:return t===null?void 0:o;case 502:case 503:case 504:return o;default:return}}function xe(r,e){return new Promise((t,o)=>{const n=()=>{clearTimeout(s),o(e.reason)},s=setTimeout(()=>{e.removeEventListener("abort",n),t()},r);e.addEventListener("abort",n,{once:!0})})}function pt({baseUrl:r,token:e,retries:t={}}){const o=at({baseUrl:r,fetch:ut(s=>fetch(s),t),bodySerializer:s=>typeof s=="string"?s:JSON.stringify(s)});o.use({async onRequest({request:s}){s.headers.set("Authorization",`Bearer ${typeof e=="string"?e:await e()}`),s.method==="POST"&&!s.headers.has("Idempotency-Key")&&s.headers.set("Idempotency-Key",crypto.randomUUID())}});const n=s=>async(i,a)=>{const{data:w,error:J,response:y}=await o.request(s,i,a);if(!y.ok)throw new P(J,y);return{data:w,etag:y.headers.get("ETag")??void 0,response:y}};return{GET:n("get"),POST:n("post"),PATCH:n("patch"),DELETE:n("delete")}}const ze=Symbol.for("groundwork-api");class ft{constructor(e,t){this.askToSignIn=()=>this.session.signInAgain(),this.session=t;const o=pt({baseUrl:e,token:()=>t.token()});this.GET=this.#r(o.GET),this.POST=this.#r(o.POST),this.PATCH=this.#r(o.PATCH),this.DELETE=this.#r(o.DELETE)}#e;#t;me(){return this.#e??=this.#n().catch(e=>{throw this.#e=void 0,e}),this.#e}async#n(){const{data:e}=await this.GET("/v1/me");if(e.person===null||e.person===void 0)return{person:void 0,isHrAdmin:e.roles.includes("hr_admin"),hasTeam:!1};const{person:t}=e,o={person_id:t.id},n=await this.GET("/v1/people/{person_id}/team-progress",{params:{path:o,query:{limit:1}}});return{person:t,isHrAdmin:e.roles.includes("hr_admin"),hasTeam:n.data.totals.people>0||e.delegate_of.length>0}}#r(e){const t=e;return async(...n)=>{try{return await t(...n)}catch(s){if(!ne(s))throw s}try{return await this.session.renew(),await t(...n)}catch(s){if(!ne(s))throw s}return await this.signInAgain(),t(...n)}}signInAgain(){return this.#t??=this.askToSignIn().finally(()=>this.#t=void 0),this.#t}}function ne(r){return r instanceof Ye||r instanceof P&&r.status===401}function Me(r,{common:{errors:e}}){const t=(n,s,i)=>({kind:n,title:s,text:i,fields:r instanceof P?r.errors.map(({pointer:a,detail:w})=>({pointer:a,detail:w})):[],retryAfter:r instanceof P?Te(r):void 0,requestId:r instanceof P?r.request_id:void 0});if(ne(r))return t("signed-out",e.signedOut,e.signedOutText);if(!(r instanceof P))return r instanceof TypeError?t("offline",e.offline,e.offlineText):t("server",e.server,e.serverText);const o=gt(r.detail);switch(r.status){case 400:case 422:return t("invalid",e.invalid,o);case 403:return t("forbidden",e.forbidden,o);case 404:return t("missing",e.missing,e.missingText);case 409:return t("refused",e.notNow,o);case 412:return t("conflict",e.conflict,e.conflictText);case 429:case 503:return t("busy",e.busy,e.busyText(Te(r)??10));default:return r.status<500?t("refused",e.notNow,o):t("server",e.server,e.serverText)}}function Te(r){const e=r.response.headers.get("Retry-After");return e!==null&&/^\d+$/.test(e)?Number(e):void 0}function gt(r){const e=r.charAt(0).toUpperCase()+r.slice(1);return/[.!?]$/.test(e)?e:`${e}.`}function mt(r){const e=new Intl.PluralRules(r),t=new Intl.NumberFormat(r);return(o,n)=>(n[e.select(o)]??n.other).replaceAll("#",t.format(o))}const te=/^\d{4}-\d{2}-\d{2}$/,vt=[["year",31557600],["month",2629800],["week",604800],["day",86400],["hour",3600],["minute",60]];class Pe{#e;#t;constructor(e,t){this.#e=e,this.#t=t}number(e){return new Intl.NumberFormat(this.#e).format(e)}percent(e){return new Intl.NumberFormat(this.#e,{style:"percent",maximumFractionDigits:0}).format(e/100)}list(e,t="conjunction"){return new Intl.ListFormat(this.#e,{type:t}).format(e)}date(e,t={dateStyle:"medium"}){const o=te.test(e)?"UTC":this.#t;return new Intl.DateTimeFormat(this.#e,{...t,...o&&{timeZone:o}}).format(new Date(e))}time(e){return this.date(e,{dateStyle:"medium",timeStyle:"short"})}relative(e,t=new Date){const o=new Intl.RelativeTimeFormat(this.#e,{numeric:"auto"}),n=te.test(e)?Date.parse(this.today(t)):t.getTime(),s=Math.round((Date.parse(e)-n)/1e3);for(const[i,a]of vt)if(Math.abs(s)>=a)return o.format(Math.trunc(s/a),i);return o.format(0,te.test(e)?"day":"minute")}today(e=new Date){const t={year:"numeric",month:"2-digit",day:"2-digit",...this.#t&&{timeZone:this.#t}};return new Intl.DateTimeFormat("en-CA",t).format(e)}}const wt=mt("en"),bt={close:"Close",cancel:"Cancel",save:"Save",saved:"Saved",back:"Back",more:"More",required:"required",optional:"optional",loading:"Loading…",tryAgain:"Try again",showMore:"Show more",progress:"Progress",before:"Before",after:"After",planStatus:{draft:"Draft",shared:"Shared",agreed:"Agreed",completed:"Completed",archived:"Archived"},itemStatus:{not_started:"Not started",in_progress:"In progress",blocked:"Blocked",done:"Done",cancelled:"Cancelled"},verdict:{yes:"Yes",partly:"Partly",no:"No"},errors:{offline:"You are offline",offlineText:"What you typed is still here. We try again as soon as the connection is back.",missing:"Nothing here",missingText:"It may have been removed, or you may not be allowed to see it.",forbidden:"Not yours to open",conflict:"Changed somewhere else",conflictText:"This was changed since you opened it, perhaps in another window. Nothing was overwritten.",invalid:"Please check what you entered",notNow:"Not possible right now",signedOut:"You are signed out",signedOutText:"Sign in again to go on. What you typed is still here.",busy:"Very busy right now",busyText:r=>wt(r,{one:"Please try again in # second.",other:"Please try again in # seconds."}),server:"That did not work",serverText:"The service has a problem. Nothing of yours is lost. Please try again in a moment.",reference:r=>`Reference for support: ${r}`}},yt={title:"Feedback"},kt={title:"HR"},xt={title:"My plan"},Tt={product:"Groundwork",skip:"Skip to content",navigation:"Main",plan:"My plan",team:"Team",hr:"HR",language:"Language",signOut:"Sign out",account:r=>`Account of ${r}`,title:r=>`${r} · Groundwork`,signIn:"Sign in",signInTitle:"An honest conversation about your career",signInText:"Think about where you want to go, share it with your manager, and keep track of what you both promised.",signInAgain:"Sign in to go on",signInButton:"Sign in with your company account",signInFailed:"Signing in did not work",demoTitle:"Look around as",demoText:"This is a demo. The people are invented, and everything you change is gone when it stops.",demoPerson:{employee:"Has a career plan, and follows what was agreed",manager:"Leads a team of eight, and answers their plans",hr_admin:"Looks after people, cycles and questions"},demoRole:{employee:"Employee",manager:"Manager",hr_admin:"HR"},notFound:"There is no such page",notFoundText:"The address may be mistyped, or the page may have moved.",home:"To the start",unavailable:"The board cannot reach the service",notBuilt:"This page comes soon",notBuiltText:"Until then, everything is in the API."},_t={title:"Conversation"},$t={title:"Team"},Ce={common:bt,shell:Tt,plan:xt,team:$t,feedback:yt,talk:_t,hr:kt},Et={en:"English",de:"Deutsch",es:"Español",fr:"Français",ja:"日本語"},St={de:()=>B(()=>import("./de-yfXX2HYl.js"),[]),es:()=>B(()=>import("./es-BtbNHNqb.js"),[]),fr:()=>B(()=>import("./fr-DhupOy_q.js"),[]),ja:()=>B(()=>import("./ja-C_iefNtT.js"),[])},At={language:"en",t:Ce,format:new Pe("en",void 0)},Oe=Symbol.for("groundwork-locale");async function Rt(r,e){const t=oe([r]),o=t==="en"?Ce:(await St[t]()).default,n=r.toLowerCase().startsWith(t)?r:t;return{language:t,t:o,format:new Pe(n,e)}}function oe(r){for(const e of r){const t=e.toLowerCase().split("-")[0]??"";if(Object.hasOwn(Et,t))return t}return"en"}const zt=new Set(["ar","fa","he","ur"]);function Kt(r){return zt.has(r)?"rtl":"ltr"}const Ie="groundwork-language";function Qt(){return localStorage.getItem(Ie)??navigator.languages.find(e=>oe([e])===oe(navigator.languages))??"en"}function Yt(r){localStorage.setItem(Ie,r)}var Mt=Object.defineProperty,z=(r,e,t,o)=>{for(var n=void 0,s=r.length-1,i;s>=0;s--)(i=r[s])&&(n=i(e,t,n)||n);return n&&Mt(e,t,n),n};function I(r){return e=>{customElements.get(r)===void 0&&customElements.define(r,e)}}class x extends Ke{constructor(){super(...arguments),this.inherited=At}get locale(){return this.inherited}get t(){return this.locale.t}connectedCallback(){Qe(),super.connectedCallback()}emit(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0}))}}z([Se({context:Oe,subscribe:!0}),O()],x.prototype,"inherited");class j extends x{constructor(){super(...arguments),this.baseUrl="",this.lang=""}#e;#t;get api(){const e=this.ownApi??this.inheritedApi;if(e===void 0)throw new Error("set `api` and `getToken` before using this element");return e}get connected(){return(this.ownApi??this.inheritedApi)!==void 0&&(this.lang===""||this.ownLocale!==void 0)}get locale(){return this.ownLocale??this.inherited}willUpdate(e){if((e.has("getToken")||e.has("baseUrl"))&&this.getToken!==void 0){const t=new Xe(this.getToken,()=>this.emit("groundwork-sign-in-needed"));this.ownApi=new ft(this.baseUrl,t),this.#e??=new we(this,{context:ze}),this.#e.setValue(this.ownApi)}e.has("lang")&&this.lang!==""&&this.#n(this.lang)}async#n(e){const t=async n=>{const s=await Rt(e,n);this.lang===e&&(this.ownLocale=s,this.#t??=new we(this,{context:Oe}),this.#t.setValue(s))};await t();const o=await this.ownApi?.me().catch(()=>{});o?.person?.time_zone&&await t(o.person.time_zone)}render(){return this.connected?this.view():void 0}view(){}}z([u({attribute:"api"})],j.prototype,"baseUrl");z([u({attribute:!1})],j.prototype,"getToken");z([u({reflect:!0})],j.prototype,"lang");z([Se({context:ze,subscribe:!0}),O()],j.prototype,"inheritedApi");z([O()],j.prototype,"ownApi");z([O()],j.prototype,"ownLocale");/**
 * @license
 * Copyright 2018 Google LLC
 * SPDX-License-Identifier: BSD-3-Clause
 */const re=r=>r??$;var Pt=Object.defineProperty,Ct=Object.getOwnPropertyDescriptor,je=(r,e,t,o)=>{for(var n=o>1?void 0:o?Ct(e,t):e,s=r.length-1,i;s>=0;s--)(i=r[s])&&(n=(o?i(e,t,n):i(n))||n);return o&&n&&Pt(e,t,n),n};const Ot={alert:c`<path d="M12 8v5m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z"/>`,"arrow-left":c`<path d="M19 12H5m6-6-6 6 6 6"/>`,"arrow-right":c`<path d="M5 12h14m-6-6 6 6-6 6"/>`,blocked:c`<circle cx="12" cy="12" r="9"/><path d="m6 6 12 12"/>`,calendar:c`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4m8-4v4"/>`,chart:c`<path d="M4 20V4m0 16h16M8 16l4-5 3 3 5-7"/>`,check:c`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,"check-circle":c`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.8"/>`,"chevron-down":c`<path d="m6 9 6 6 6-6"/>`,"chevron-right":c`<path d="m9 6 6 6-6 6"/>`,circle:c`<circle cx="12" cy="12" r="9"/>`,clock:c`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,close:c`<path d="M6 6l12 12M18 6 6 18"/>`,cloud:c`<path d="M4 4l16 16M9 6.5A6 6 0 0 1 18 10a4 4 0 0 1 2.6 6.7M7 8.5A5 5 0 0 0 7 19h10"/>`,download:c`<path d="M12 4v11m-5-4.5 5 5 5-5M5 20h14"/>`,edit:c`<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16v4Z"/>`,eye:c`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,flag:c`<path d="M5 21V4h12l-2 4.5 2 4.5H5"/>`,globe:c`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,half:c`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor"/>`,info:c`<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8.5v.01"/>`,link:c`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.300L12 17"/>`,lock:c`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,message:c`<path d="M4 6.500A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.500v9a1.5 1.5 0 0 1-1.5 1.500H10l-5 3.500V17a1 1 0 0 1-1-1Z"/>`,more:c`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.6"/>`,plus:c`<path d="M12 5v14M5 12h14"/>`,search:c`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,share:c`<path d="M12 15V4M7.5 8 12 3.5 16.5 8M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5"/>`,"sign-out":c`<path d="M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8m-4-8h11m-4-4 4 4-4 4"/>`,target:c`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="5"/><circle cx="12" cy="12" r="1"/>`,trash:c`<path d="M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7"/>`,user:c`<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4 3.8-6 8-6s7.4 2 8 6"/>`,users:c`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-3.6 3-5.5 6.5-5.500s6 1.9 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 15c2 .7 3.2 2.4 3.5 5"/>`};let F=class extends x{constructor(){super(...arguments),this.name="circle"}render(){return f`<svg viewBox="0 0 24 24" aria-hidden="true">${Ot[this.name]}</svg>`}};F.styles=E`
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
  `;je([u()],F.prototype,"name",2);F=je([I("gw-icon")],F);var It=Object.defineProperty,jt=Object.getOwnPropertyDescriptor,Le=r=>{throw TypeError(r)},b=(r,e,t,o)=>{for(var n=o>1?void 0:o?jt(e,t):e,s=r.length-1,i;s>=0;s--)(i=r[s])&&(n=(o?i(e,t,n):i(n))||n);return o&&n&&It(e,t,n),n},qe=(r,e,t)=>e.has(r)||Le("Cannot "+t),Lt=(r,e,t)=>(qe(r,e,"read from private field"),e.get(r)),_e=(r,e,t)=>e.has(r)?Le("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(r):e.set(r,t),qt=(r,e,t)=>(qe(r,e,"access private method"),t),ce,se,De;let m=class extends x{constructor(){super(...arguments),_e(this,se),this.variant="secondary",this.size="medium",this.type="button",this.disabled=!1,this.busy=!1,_e(this,ce,this.attachInternals())}render(){const r=this.busy?f`<span class="spinner"></span>`:this.icon===void 0?$:f`<gw-icon name=${this.icon}></gw-icon>`,e=f`${r}<slot></slot>`,o=this.label!==void 0&&this.textContent?.trim()===""?"button bare":"button";return this.href===void 0?f`<button
          part="button"
          class=${o}
          type="button"
          aria-label=${re(this.label)}
          aria-busy=${this.busy?"true":"false"}
          aria-expanded=${re(this.expanded)}
          ?disabled=${this.disabled}
          @click=${qt(this,se,De)}
        >
          ${e}
        </button>`:f`<a part="button" class=${o} href=${this.href} aria-label=${re(this.label)}>${e}</a>`}};ce=new WeakMap;se=new WeakSet;De=function(r){this.busy?r.stopPropagation():this.type==="submit"&&Lt(this,ce).form?.requestSubmit()};m.formAssociated=!0;m.shadowRootOptions={...x.shadowRootOptions,delegatesFocus:!0};m.styles=[q,E`
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
    `];b([u({reflect:!0})],m.prototype,"variant",2);b([u({reflect:!0})],m.prototype,"size",2);b([u()],m.prototype,"icon",2);b([u()],m.prototype,"label",2);b([u()],m.prototype,"href",2);b([u()],m.prototype,"type",2);b([u({type:Boolean,reflect:!0})],m.prototype,"disabled",2);b([u({type:Boolean,reflect:!0})],m.prototype,"busy",2);b([u()],m.prototype,"expanded",2);m=b([I("gw-button")],m);var Dt=Object.defineProperty,Ut=Object.getOwnPropertyDescriptor,Ue=r=>{throw TypeError(r)},v=(r,e,t,o)=>{for(var n=o>1?void 0:o?Ut(e,t):e,s=r.length-1,i;s>=0;s--)(i=r[s])&&(n=(o?i(e,t,n):i(n))||n);return o&&n&&Dt(e,t,n),n},le=(r,e,t)=>e.has(r)||Ue("Cannot "+t),Ht=(r,e,t)=>(le(r,e,"read from private field"),t?t.call(r):e.get(r)),He=(r,e,t)=>e.has(r)?Ue("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(r):e.set(r,t),Nt=(r,e,t,o)=>(le(r,e,"write to private field"),e.set(r,t),t),Gt=(r,e,t)=>(le(r,e,"access private method"),t),Bt=(r,e,t,o)=>({set _(n){Nt(r,e,n)},get _(){return Ht(r,e,o)}}),ie,Ne,ae;let V=class extends x{constructor(){super(...arguments),this.lines=3}render(){return f`<span class="visually-hidden" role="status">${this.t.common.loading}</span>
      ${Array.from({length:this.lines},()=>f`<div class="line" aria-hidden="true"></div>`)}`}};V.styles=[q,E`
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
    `];v([u({type:Number})],V.prototype,"lines",2);V=v([I("gw-skeleton")],V);const Ge=E`
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
`;let C=class extends x{constructor(){super(...arguments),this.heading="",this.icon="target"}render(){return f`<div class="state" part="state">
      <div class="sign" part="sign"><gw-icon name=${this.icon}></gw-icon></div>
      <h2 part="heading">${this.heading}</h2>
      ${this.text?f`<p>${this.text}</p>`:$}
      <div class="actions"><slot></slot></div>
    </div>`}};C.styles=[q,Ge];v([u()],C.prototype,"heading",2);v([u()],C.prototype,"text",2);v([u()],C.prototype,"icon",2);C=v([I("gw-empty")],C);const $e={offline:"cloud","signed-out":"lock",forbidden:"lock",missing:"search",conflict:"users",invalid:"alert",refused:"info",busy:"clock",server:"alert"};let R=class extends x{constructor(){super(...arguments),He(this,ie),this.inline=!1,this.noRetry=!1,this.waiting=!1}render(){if(this.error===void 0||this.error===null)return $;const{kind:r,title:e,text:t,fields:o,requestId:n}=Me(this.error,this.t),i=this.noRetry||r==="missing"||r==="forbidden"||r==="invalid"?$:f`<gw-button size=${this.inline?"small":"medium"} ?busy=${this.waiting} @click=${Gt(this,ie,Ne)}>
          ${this.t.common.tryAgain}
        </gw-button>`;return this.inline?f`<div class="line" part="line" role="alert">
        <gw-icon name=${$e[r]}></gw-icon>
        <div>
          <strong>${e}.</strong> ${o.length>0?$:t}
          ${o.length>0?f`<ul>${o.map(({detail:a})=>f`<li>${a}</li>`)}</ul>`:$}
        </div>
        ${i}
      </div>`:f`<div class="state" part="state" role="alert">
      <div class="sign" part="sign"><gw-icon name=${$e[r]}></gw-icon></div>
      <h2 part="heading">${e}</h2>
      <p>${t}</p>
      <div class="actions">${i}<slot></slot></div>
      ${r==="server"&&n?f`<p class="reference">${this.t.common.errors.reference(n)}</p>`:$}
    </div>`}};ie=new WeakSet;Ne=async function(){const{retryAfter:r}=Me(this.error,this.t);r!==void 0&&(this.waiting=!0,await new Promise(e=>setTimeout(e,Math.min(r,30)*1e3)),this.waiting=!1),this.dispatchEvent(new Event("retry"))};R.styles=[q,Ge,E`
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
    `];v([u({attribute:!1})],R.prototype,"error",2);v([u({type:Boolean,reflect:!0})],R.prototype,"inline",2);v([u({type:Boolean,attribute:"no-retry"})],R.prototype,"noRetry",2);v([O()],R.prototype,"waiting",2);R=v([I("gw-error")],R);let W=class extends x{constructor(){super(...arguments),this.messages=[],He(this,ae,1)}render(){return f`<div class="messages" role="status" aria-live="polite">
      ${this.messages.map(({text:r,tone:e})=>f`<div class="message" part="message">
          <gw-icon name=${e==="critical"?"alert":e==="positive"?"check":"info"}></gw-icon>${r}
        </div>`)}
    </div>`}show(r,e){const t={id:Bt(this,ae)._++,text:r,tone:e};this.messages=[...this.messages.slice(-2),t],setTimeout(()=>{this.messages=this.messages.filter(({id:o})=>o!==t.id)},4e3+r.length*50)}};ae=new WeakMap;W.styles=[q,E`
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
    `];v([O()],W.prototype,"messages",2);W=v([I("gw-toasts")],W);export{ft as A,j as G,x as a,q as b,Et as c,At as d,I as e,Oe as f,ze as g,Rt as h,we as i,Kt as j,Yt as k,Wt as l,mt as m,u as n,Qt as p,O as r};
