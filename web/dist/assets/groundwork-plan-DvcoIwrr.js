import{i as E,A as d,b as o,_ as Ut,w as Mn}from"./tokens-BHm-NQ-a.js";import{b as z,n as v,v as Pt,h as Tt,a as N,e as q,l as G,r as $,G as Je,s as be,B as Ws,t as Et,u as Bs,P as Ke,C as xs,z as Dn}from"./keyed-B3djp2YV.js";import{L as re}from"./loading-C0IjG4Yb.js";import{r as Zt,c as Is,a as Wn,w as Bn}from"./repeat-BZTTzpD0.js";import"./field-CFRL2lVk.js";import"./tabs-BHaaiGr6.js";import{F as In,d as Rn,A as Ln,f as ye}from"./focus-BCs-FBp8.js";import"./disclosure-Qm-eBJ5U.js";import{i as Nn,l as Un,a as Fn,r as oe}from"./reference-nE9eMWhB.js";import"./card-BMW0A7DP.js";import{f as Hn}from"./suggest-DxvjzHf3.js";import{d as Jn}from"./download-Dy9FgwXI.js";const Kn=100,Vn=3e4;class Qn extends EventTarget{#e;#r;#n=[];#t;#s;constructor(e,s){super(),this.#e=e,this.#r=s}get loaded(){return this.#s!==void 0}on(e,s,i){const n=({kind:a,id:r})=>a==="answer"&&i!==void 0&&!i.has(r);return this.#n.filter(({subject:a})=>a.kind===e&&s.includes(a.id)||n(a))}async load(){this.error===void 0&&this.#s!==void 0&&Date.now()-this.#s<Vn||(this.#t??=this.#i().finally(()=>this.#t=void 0),await this.#t)}async#i(){try{const e=[];for(let s,i=!0;i;){const n={path:{plan_id:this.#r},query:{limit:Kn,cursor:s}},{data:a}=await this.#e.GET("/v1/plans/{plan_id}/comments",{params:n});e.push(...a.items),s=a.next_cursor??void 0,i=s!==void 0}this.#n=e,this.#s=Date.now(),this.error=void 0}catch(e){this.error=e}this.#a()}async add(e,s){const i={path:{plan_id:this.#r},header:s.header(e)},{data:n}=await this.#e.POST("/v1/plans/{plan_id}/comments",{params:i,body:e});s.done(),this.#n=[...this.#n.filter(({id:a})=>a!==n.id),n],this.#a()}async remove(e){await this.#e.DELETE("/v1/comments/{comment_id}",{params:{path:{comment_id:e.id}}}),this.#n=this.#n.filter(({id:s})=>s!==e.id),this.#a()}#a(){this.dispatchEvent(new Event("change"))}}const Os=new WeakMap;function Yn(t,e){let s=Os.get(t);s===void 0&&Os.set(t,s=new Map);const i=s.get(e)??new Qn(t,e);return s.set(e,i),i}var Xn=Object.defineProperty,Zn=Object.getOwnPropertyDescriptor,Rs=t=>{throw TypeError(t)},_t=(t,e,s,i)=>{for(var n=i>1?void 0:i?Zn(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Xn(e,s,n),n},ta=(t,e,s)=>e.has(t)||Rs("Cannot "+s),qe=(t,e,s)=>(ta(t,e,"read from private field"),s?s.call(t):e.get(t)),ea=(t,e,s)=>e.has(t)?Rs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Nt,le;let it=class extends N{constructor(){super(),ea(this,Nt),this.planId="",this.subjectKind="answer",this.subjects=[],this.name="",this.may=!1,this.open=!1,new In(this,()=>qe(this,Nt,le))}willUpdate(t){t.has("planId")&&qe(this,Nt,le)?.load()}render(){const{talk:t}=this.t,e=qe(this,Nt,le)?.on(this.subjectKind,this.subjects).length??0;return e===0&&!this.may?d:o`<gw-button
      size="small"
      variant="quiet"
      icon="message"
      label=${e===0?t.commentOn(this.name):t.commentsOn(e,this.name)}
      expanded=${this.open?"true":"false"}
      @click=${()=>this.dispatchEvent(new Event("toggle"))}
      >${e===0?d:this.locale.format.number(e)}</gw-button
    >`}};Nt=new WeakSet;le=function(){return this.api&&Yn(this.api,this.planId)};it.styles=[z,E`
      :host {
        display: flex;
        align-items: center;
        justify-content: end;
        block-size: 2.25rem;
      }
    `];_t([v({attribute:"plan-id"})],it.prototype,"planId",2);_t([v({attribute:"subject-kind"})],it.prototype,"subjectKind",2);_t([v({attribute:!1})],it.prototype,"subjects",2);_t([v()],it.prototype,"name",2);_t([v({type:Boolean})],it.prototype,"may",2);_t([v({type:Boolean})],it.prototype,"open",2);_t([Pt({context:Tt,subscribe:!0})],it.prototype,"api",2);it=_t([q("gw-comment-button")],it);var sa=Object.defineProperty,ia=Object.getOwnPropertyDescriptor,Ls=t=>{throw TypeError(t)},Ve=(t,e,s,i)=>{for(var n=i>1?void 0:i?ia(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&sa(e,s,n),n},na=(t,e,s)=>e.has(t)||Ls("Cannot "+s),aa=(t,e,s)=>e.has(t)?Ls("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ft=(t,e,s)=>(na(t,e,"access private method"),s),et,Qe,Ns,Us,Fs,ke;const ra=["course","document","evidence"],oa=10;function la(t){const e=t.trim();return e===""||/^[a-z][a-z\d+.-]*:/i.test(e)?e:`https://${e}`}function Ge(t){return t.filter(({url:e})=>e!=="").map(e=>({...e,title:e.title||null}))}let Ht=class extends N{constructor(){super(...arguments),aa(this,et),this.value=[],this.known=[]}focusWrong(){const t=this.value.findIndex(({url:e})=>ft(this,et,Qe).call(this,e));return this.renderRoot.querySelectorAll("[type=url]")[t]?.focus(),t>=0}render(){const{actions:t}=this.t.plan;return o`<fieldset>
      ${this.value.length===0?d:o`<legend>${t.links}</legend>`}
      <div class="stack tight">
        ${this.value.map((e,s)=>ft(this,et,Ns).call(this,e,s))}
        ${this.value.length>=oa?d:o`<div>
              <gw-button class="add" size="small" variant="quiet" icon="link" @click=${()=>void ft(this,et,Us).call(this)}>${t.addLink}</gw-button>
            </div>`}
      </div>
    </fieldset>`}};et=new WeakSet;Qe=function(t){return t!==""&&!Nn(t)&&!this.known.some(({url:e})=>e===t)};Ns=function(t,e){const{actions:s}=this.t.plan,i=s.link(this.locale.format.number(e+1)),n=r=>ft(this,et,ke).call(this,this.value.map((l,h)=>h===e?{...l,...r}:l)),a=r=>r.target.value;return o`<div class="link" role="group" aria-label=${i}>
      <gw-text-field
        type="url"
        maxlength="2000"
        label=${s.linkUrl}
        placeholder="https://"
        .value=${t.url}
        .error=${ft(this,et,Qe).call(this,t.url)?s.linkWrong:void 0}
        @change=${r=>n({url:la(a(r))})}
      ></gw-text-field>
      <div class="about">
        <gw-text-field maxlength="200" label=${s.linkTitle} .value=${t.title??""} @input=${r=>n({title:a(r)})}></gw-text-field>
        <gw-select
          label=${s.linkKind}
          .options=${ra.map(r=>({value:r,label:s.linkKinds[r]}))}
          .value=${t.kind}
          @change=${r=>n({kind:a(r)})}
        ></gw-select>
      </div>
      <gw-button variant="quiet" icon="close" label=${s.removeLink(t.title||i)} @click=${()=>void ft(this,et,Fs).call(this,e)}></gw-button>
    </div>`};Us=async function(){ft(this,et,ke).call(this,[...this.value,{url:"",kind:"course",title:null}]),await this.updateComplete,[...this.renderRoot.querySelectorAll(".link [type=url]")].at(-1)?.focus()};Fs=async function(t){ft(this,et,ke).call(this,this.value.filter((e,s)=>s!==t)),await this.updateComplete,this.renderRoot.querySelector(".add")?.focus()};ke=function(t){this.value=t,this.dispatchEvent(new Event("change"))};Ht.styles=[z,G,E`
      :host {
        container-type: inline-size;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        margin-block-end: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
        font-weight: 560;
      }
      .link {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--groundwork-space-2);
        align-items: end;
      }
      .link + .link {
        padding-block-start: var(--groundwork-space-3);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .link > :first-child {
        grid-column: 1 / -1;
      }
      .about {
        display: grid;
        gap: var(--groundwork-space-2);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 24rem) {
        .about {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `];Ve([v({attribute:!1})],Ht.prototype,"value",2);Ve([v({attribute:!1})],Ht.prototype,"known",2);Ht=Ve([q("gw-links-field")],Ht);var ca=Object.defineProperty,da=Object.getOwnPropertyDescriptor,Hs=t=>{throw TypeError(t)},xe=(t,e,s,i)=>{for(var n=i>1?void 0:i?da(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&ca(e,s,n),n},Js=(t,e,s)=>e.has(t)||Hs("Cannot "+s),Ks=(t,e,s)=>(Js(t,e,"read from private field"),s?s.call(t):e.get(t)),Ss=(t,e,s)=>e.has(t)?Hs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ha=(t,e,s)=>(Js(t,e,"access private method"),s),ge,Me,Vs;const Ps=4;let Mt=class extends Je{constructor(){super(...arguments),Ss(this,Me),this.value="",this.areas=[],this.all=!1,Ss(this,ge,new re(this,()=>[],async(t,e)=>{const{data:s}=await this.api.GET("/v1/action-templates",{params:{query:{limit:100}},signal:e});return s.items}))}view(){const{actions:t}=this.t.plan,e=Ks(this,ge).value??[],s=n=>Qs(n,this.areas)!==void 0,i=[...e.filter(s),...e.filter(n=>!s(n))];return i.length===0?d:o`<section class="stack tight" aria-labelledby="offered">
      <div>
        <h4 id="offered">${t.template}</h4>
        <p class="small muted">${t.templateText}</p>
      </div>
      <ul role="list">
        ${i.slice(0,this.all?i.length:Ps).map(n=>{const a=n.id===this.value;return o`<li>
            <button class="template" type="button" dir="auto" aria-pressed=${a?"true":"false"} @click=${()=>ha(this,Me,Vs).call(this,a?void 0:n)}>
              ${a?o`<gw-icon name="check"></gw-icon>`:d}${n.title}
            </button>
          </li>`})}
        ${i.length>Ps&&!this.all?o`<li><gw-button size="small" variant="quiet" @click=${()=>this.all=!0}>${this.t.common.showMore}</gw-button></li>`:d}
      </ul>
    </section>`}};ge=new WeakMap;Me=new WeakSet;Vs=function(t){const e=Ks(this,ge).value?.find(({id:s})=>s===this.value);this.dispatchEvent(new CustomEvent("pick",{detail:{before:e,after:t}}))};Mt.styles=[z,G,E`
      h4 {
        font-size: var(--groundwork-text-s);
        font-weight: 560;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      li {
        min-inline-size: 0;
      }
      .template {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.25rem;
        padding: 0.25rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-surface);
        font-size: var(--groundwork-text-s);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      .template:hover {
        background: var(--groundwork-sunken);
      }
      .template[aria-pressed="true"] {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      .template:focus-visible {
        border-radius: var(--groundwork-radius-full);
      }
    `];xe([v()],Mt.prototype,"value",2);xe([v({attribute:!1})],Mt.prototype,"areas",2);xe([$()],Mt.prototype,"all",2);Mt=xe([q("gw-templates")],Mt);function Qs({reference:t},e){return e.find(s=>t&&s.reference?.uri===t.uri)}function ua(t,e,s,i="9999"){const{title:n="",description:a,due_after_days:r,links:l=[]}=t??{},h=r?Rn(s,r):"";return{template_id:t?.id??"",title:n,description:a??"",due_on:h>i?i:h,development_area_id:(t&&Qs(t,e)?.id)??"",links:l}}function pa(t,e,s){const i=a=>JSON.stringify(a),n=Object.entries(s).filter(([a])=>{const r=a;return['""',"[]",i(e[r])].includes(i(t[r]))});return{...t,...Object.fromEntries(n)}}var ga=Object.defineProperty,va=Object.getOwnPropertyDescriptor,Ys=t=>{throw TypeError(t)},U=(t,e,s,i)=>{for(var n=i>1?void 0:i?va(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&ga(e,s,n),n},Ye=(t,e,s)=>e.has(t)||Ys("Cannot "+s),gt=(t,e,s)=>(Ye(t,e,"read from private field"),s?s.call(t):e.get(t)),Rt=(t,e,s)=>e.has(t)?Ys("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ve=(t,e,s,i)=>(Ye(t,e,"write to private field"),e.set(t,s),s),Lt=(t,e,s)=>(Ye(t,e,"access private method"),s),vt,Jt,xt,Xs,De,We,ce,Zs,ti;function ei(t,e){return{title:t?.title??"",due_on:t===void 0?e:t.due_on??"",development_area_id:t?.development_area_id??"",advances:t?.advances??[],support_needed:t?.support_needed??"",description:t?.description??"",links:t?.links??[],template_id:t?.template_id??""}}let j=class extends N{constructor(){super(...arguments),Rt(this,xt),this.planId="",this.areas=[],this.from="",this.until="",this.saving=!1,this.conflict=!1,Rt(this,vt),Rt(this,Jt),Rt(this,We,t=>{t.key==="Enter"&&!t.isComposing&&gt(this,ce).call(this,t)}),Rt(this,ce,async t=>{t.preventDefault(),t.stopPropagation();const{written:e}=this;if(this.saving||e===void 0||e.title.trim()===""){this.first.focus();return}if(!this.links.focusWrong()){this.saving=!0,this.error=void 0,this.conflict=!1;try{(this.item===void 0?await Lt(this,xt,Zs).call(this,e):await Lt(this,xt,ti).call(this,this.item,e))?(ve(this,vt,e),this.dispatchEvent(new Event("saved"))):(this.conflict=!0,await Lt(this,xt,De).call(this))}catch(s){this.error=s}finally{this.saving=!1}}})}willUpdate(){this.written===void 0&&(this.written=ei(this.item,""),ve(this,vt,this.written),this.item!==void 0&&Lt(this,xt,De).call(this))}async firstUpdated(){await this.first.updateComplete,this.first.focus()}get dirty(){return JSON.stringify(this.written)!==JSON.stringify(gt(this,vt))}render(){const{actions:t,short:e,long:s}=this.t.plan,{written:i}=this;if(i===void 0)return d;const n=r=>l=>this.written={...i,...this.written,[r]:l.target.value},a=this.item?.kind!=="support";return o`<form class="stack" @submit=${gt(this,ce)} aria-label=${this.item===void 0?t.form:t.formEdit}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.conflict?o`<p role="alert">${this.t.common.errors.conflictText}</p>`:d}
      ${this.item===void 0?o`<gw-templates .areas=${this.areas} value=${i.template_id} @pick=${({detail:r})=>Lt(this,xt,Xs).call(this,r)}></gw-templates>`:d}
      <gw-text-field required maxlength="200" label=${t.name} .value=${i.title} @input=${n("title")} @keydown=${gt(this,We)}></gw-text-field>
      <div class="pair">
        <gw-text-field type="date" label=${t.due} min=${this.from} max=${this.until} .value=${i.due_on} @change=${n("due_on")}></gw-text-field>
        ${a?o`<gw-select
              label=${t.area}
              .options=${[{value:"",label:t.noArea},...this.areas.map(({id:r,name:l})=>({value:r,label:l}))]}
              .value=${i.development_area_id}
              @change=${n("development_area_id")}
            ></gw-select>`:d}
      </div>
      ${a?o`<gw-choice
              multiple
              label=${t.advances}
              .options=${[{value:"short_term",label:e},{value:"long_term",label:s}]}
              .values=${i.advances}
              @change=${r=>this.written={...i,advances:r.target.values}}
            ></gw-choice>
            <gw-text-field maxlength="2000" label=${t.supportNeeded} .value=${i.support_needed} @input=${n("support_needed")}></gw-text-field>`:d}
      <gw-text-field multiline rows="2" maxlength="4000" label=${t.description} .value=${i.description} @input=${n("description")}></gw-text-field>
      <gw-links-field
        .value=${i.links}
        .known=${this.item?.links??[]}
        @change=${r=>this.written={...i,...this.written,links:r.target.value}}
      ></gw-links-field>
      <div class="row">
        <gw-button type="submit" variant="primary" ?busy=${this.saving}>${this.t.common.save}</gw-button>
        <gw-button @click=${()=>this.dispatchEvent(new Event("cancel"))}>${this.t.common.cancel}</gw-button>
      </div>
    </form>`}};vt=new WeakMap;Jt=new WeakMap;xt=new WeakSet;Xs=function({before:t,after:e}){if(this.written!==void 0){const s=this.locale.format.today(),i=n=>ua(n,this.areas,s>this.from?s:this.from,this.until);this.written=pa(this.written,i(t),i(e))}};De=async function(){const t=this.item?.id??"";try{const{data:e,etag:s}=await this.api.GET("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:t}}}),i=this.dirty;ve(this,vt,ei(e,"")),ve(this,Jt,s),i||(this.written=gt(this,vt))}catch(e){this.error=e}};We=new WeakMap;ce=new WeakMap;Zs=async function(t){const e={title:t.title,advances:[...t.advances],links:Ge(t.links)};for(const s of["due_on","development_area_id","support_needed","description","template_id"])t[s]!==""&&(e[s]=t[s]);return await this.api.POST("/v1/plans/{plan_id}/action-items",{params:{path:{plan_id:this.planId}},body:e}),!0};ti=async function(t,e){const s=gt(this,vt)??e,i={};e.title!==s.title&&(i.title=e.title),JSON.stringify(e.advances)!==JSON.stringify(s.advances)&&(i.advances=[...e.advances]);const n=Ge(e.links);JSON.stringify(n)!==JSON.stringify(Ge(s.links))&&(i.links=n);for(const l of["due_on","development_area_id","support_needed","description"])e[l]!==s[l]&&(i[l]=e[l]===""?null:e[l]);const a=gt(this,Jt)===void 0?{}:{"If-Match":gt(this,Jt)};return(await Ws(this.api.PATCH("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:t.id},header:a},body:i}))).changed};j.styles=[z,G,E`
      :host {
        container-type: inline-size;
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .pair {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        .pair {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `];U([v({attribute:"plan-id"})],j.prototype,"planId",2);U([v({attribute:!1})],j.prototype,"item",2);U([v({attribute:!1})],j.prototype,"areas",2);U([v()],j.prototype,"from",2);U([v()],j.prototype,"until",2);U([Pt({context:Tt,subscribe:!0})],j.prototype,"api",2);U([$()],j.prototype,"written",2);U([$()],j.prototype,"saving",2);U([$()],j.prototype,"error",2);U([$()],j.prototype,"conflict",2);U([be("gw-text-field")],j.prototype,"first",2);U([be("gw-links-field")],j.prototype,"links",2);j=U([q("gw-action-form")],j);var fa=Object.defineProperty,ma=Object.getOwnPropertyDescriptor,si=t=>{throw TypeError(t)},K=(t,e,s,i)=>{for(var n=i>1?void 0:i?ma(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&fa(e,s,n),n},wa=(t,e,s)=>e.has(t)||si("Cannot "+s),ii=(t,e,s)=>e.has(t)?si("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Be=(t,e,s)=>(wa(t,e,"access private method"),s),Ie,ni,de,Re;const $a=[25,50,75];let mt=class extends N{constructor(){super(...arguments),ii(this,Ie),this.note="",this.busy=""}render(){const{actions:t}=this.t.plan,e=(s,i,n)=>o`<gw-button size="small" ?busy=${this.busy===s} @click=${()=>void Be(this,Ie,ni).call(this,s,n)}>${i}</gw-button>`;return o`<div class="stack tight" role="group" aria-label=${t.recordOf(this.item.title)}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <span class="label" aria-hidden="true">${t.howFar}</span>
      <div class="row">
        ${$a.map(s=>e(String(s),this.locale.format.percent(s),{progress_percent:s,status:"in_progress"}))}
        ${e("done",t.doneButton,{status:"done"})} ${e("blocked",t.blockedButton,{status:"blocked"})}
      </div>
      <gw-text-field
        multiline
        rows="1"
        maxlength="2000"
        label="${t.note} (${this.t.common.optional})"
        .value=${this.note}
        @input=${s=>this.note=s.target.value}
      ></gw-text-field>
      ${this.note.trim()===""?d:o`<div>${e("note",t.noteOnly,{})}</div>`}
    </div>`}};Ie=new WeakSet;ni=async function(t,e){if(this.busy===""){this.busy=t,this.error=void 0;try{await this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:this.item.id}},body:{...e,...this.note.trim()!==""&&{note:this.note}}}),this.note="",this.dispatchEvent(new Event("recorded"))}catch(s){this.error=s}finally{this.busy=""}}};mt.styles=[z,G,E`
      :host {
        padding: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .label {
        font-weight: 560;
        font-size: var(--groundwork-text-s);
      }
    `];K([v({attribute:!1})],mt.prototype,"item",2);K([Pt({context:Tt,subscribe:!0})],mt.prototype,"api",2);K([$()],mt.prototype,"note",2);K([$()],mt.prototype,"busy",2);K([$()],mt.prototype,"error",2);mt=K([q("gw-action-progress")],mt);let wt=class extends N{constructor(){super(...arguments),ii(this,de),this.itemId="",this.version=""}willUpdate(t){(t.has("itemId")||t.has("version"))&&Be(this,de,Re).call(this)}render(){const{actions:t}=this.t.plan;return this.error!==void 0?o`<gw-error inline .error=${this.error} @retry=${()=>void Be(this,de,Re).call(this)}></gw-error>`:this.updates===void 0?o`<gw-skeleton lines="2"></gw-skeleton>`:this.updates.length===0?o`<p class="small muted">${t.noHistory}</p>`:o`<ol role="list" aria-label=${t.history}>
          ${this.updates.map(({status:e,progress_percent:s,note:i,recorded_at:n,author:a})=>o`<li>
              <div class="row">
                <gw-status item=${e}></gw-status>
                <span>${this.locale.format.percent(s)}</span>
                <span class="muted">${[a?.display_name,this.locale.format.time(n)].filter(Boolean).join(" · ")}</span>
              </div>
              ${i?o`<p class="said" dir="auto">${i}</p>`:d}
            </li>`)}
        </ol>`}};de=new WeakSet;Re=async function(){this.error=void 0;try{const{data:t}=await this.api.GET("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:this.itemId},query:{limit:100}}});this.updates=t.items.toReversed()}catch(t){this.error=t}};wt.styles=[z,G,E`
      ol {
        display: grid;
        gap: var(--groundwork-space-3);
        padding-inline-start: var(--groundwork-space-4);
        border-inline-start: 2px solid var(--groundwork-line);
        font-size: var(--groundwork-text-s);
      }
      .said {
        margin-block-start: var(--groundwork-space-1);
        white-space: pre-line;
        unicode-bidi: plaintext;
      }
    `];K([v({attribute:"item-id"})],wt.prototype,"itemId",2);K([v()],wt.prototype,"version",2);K([Pt({context:Tt,subscribe:!0})],wt.prototype,"api",2);K([$()],wt.prototype,"updates",2);K([$()],wt.prototype,"error",2);wt=K([q("gw-action-history")],wt);const Oe=["values","motivators","strengths","development_areas"],_a=["mission_statement","values","motivators","short_term_objective","long_term_objective","strengths","development_areas"],Ts=["title",..._a,"extra"],St=["basic","deeper","planning"],Ct=["short_term","long_term"],ba={values:5,motivators:20,strengths:20,development_areas:20};function te(t){return Oe.includes(t)}function ya({title:t,answers:e}){return structuredClone({title:t,...e,extra:e.extra??[]})}function ka(){return{id:crypto.randomUUID(),name:"",note:null,aligned_with:[]}}function Le(t,e){const s=e[t];if(t==="title")return s;if(te(t))return e[t].filter(({name:r})=>r.trim()!=="").map(r=>({...r,note:r.note||null,aligned_with:Ct.filter(l=>r.aligned_with.includes(l))}));if(t==="extra")return e.extra.filter(({value:r})=>r!=="").map(({question_id:r,section:l,value:h})=>({question_id:r,section:l,value:h}));if(t==="mission_statement")return s||null;const i={...s};for(const[r,l]of Object.entries(i))(l===""||l===null||l===void 0)&&delete i[r];const{id:n,...a}=i;return Object.keys(a).length===0?null:i}function ne(t,e,s){return Es(Le(t,e))===Es(Le(t,s))}function Es(t){return JSON.stringify(t,(e,s)=>{if(s!==null&&typeof s=="object"&&!Array.isArray(s)){const i=Object.entries(s).filter(([n])=>n!=="id"||"aligned_with"in s);return Object.fromEntries(i.sort(([n],[a])=>n<a?-1:1))}return s})}function xa(t,e){const s=Le(t,e);return t==="extra"?{extra:s.map(({question_id:i,value:n})=>({question_id:i,value:n}))}:t==="short_term_objective"&&s!==null?{short_term_objective:{summary:null,kind:null,detail:null,target_on:null,reference:null,...s}}:t==="long_term_objective"&&s!==null?{long_term_objective:{summary:null,horizon_years:null,reference:null,...s}}:{[t]:s}}function Oa(t){const e=t.split("/").at(-1)??"";return/^\d+$/.test(e)?Number(e):void 0}function bt({status:t}){return t==="draft"||t==="shared"||t==="agreed"}function Sa(t){const e=[...t].sort((s,i)=>i.created_at.localeCompare(s.created_at));return e.find(bt)??e.find(({status:s})=>s==="completed")??e[0]}function Pa({questions:t},e){const s=Oe.flatMap(i=>e[i]);return new Set([...t.map(({key:i})=>i),...s.map(({id:i})=>i)])}function Xe({questions:t,own_questions:e},s){return t.find(i=>i.key===s)?.title??e.find(({id:i})=>i===s)?.title??""}var Ta=Object.defineProperty,Ea=Object.getOwnPropertyDescriptor,ai=t=>{throw TypeError(t)},M=(t,e,s,i)=>{for(var n=i>1?void 0:i?Ea(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Ta(e,s,n),n},ri=(t,e,s)=>e.has(t)||ai("Cannot "+s),fe=(t,e,s)=>(ri(t,e,"read from private field"),s?s.call(t):e.get(t)),Ca=(t,e,s)=>e.has(t)?ai("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),A=(t,e,s)=>(ri(t,e,"access private method"),s),O,Kt,oi,he,li,ci,di,hi,ui,pi,Ze,Se;const me=["done","cancelled"];let T=class extends N{constructor(){super(...arguments),Ca(this,O),this.items=[],this.areas=[],this.brief=!1,this.adding=!1,this.editing="",this.recording="",this.unfolded=new Set,this.discussed=new Set,this.busy=!1}render(){const{actions:t}=this.t.plan,e=this.items.filter(({kind:h})=>h==="development"),s=this.items.filter(({kind:h})=>h==="support"),i=e.filter(({status:h})=>!me.includes(h)).sort(Cs),n=e.filter(({status:h})=>me.includes(h)),{owns:a,writes:r}=fe(this,O,Kt),l=r&&bt(this.plan);return o`<div class="stack">
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.items.length===0&&!this.adding&&!this.brief?o`<gw-empty icon="flag" heading=${t.empty} text=${t.emptyText}></gw-empty>`:d}
      ${i.length===0?d:o`<section>
            ${this.brief?d:o`<h3>${a?t.mine:t.theirs(this.plan.owner.display_name)}</h3>`}${A(this,O,he).call(this,i)}
          </section>`}
      ${l?A(this,O,oi).call(this):d}
      ${s.length===0?d:o`<section><h3>${t.support}</h3>${A(this,O,he).call(this,s.sort(Cs))}</section>`}
      ${n.length===0?d:o`<gw-disclosure label=${t.done(n.length)} ?open=${i.length===0}>${A(this,O,he).call(this,n)}</gw-disclosure>`}
      ${A(this,O,pi).call(this)}
    </div>`}async add(){this.adding=!0,await this.updateComplete}};O=new WeakSet;Kt=function(){return Zt(this.plan,this.me)};oi=function(){const{actions:t}=this.t.plan;return this.adding?o`<gw-action-form
          plan-id=${this.plan.id}
          .areas=${this.areas}
          from=${this.plan.starts_on}
          until=${this.plan.ends_on}
          @saved=${()=>A(this,O,Se).call(this,()=>this.adding=!1)}
          @cancel=${()=>this.adding=!1}
        ></gw-action-form>`:o`<div><gw-button icon="plus" @click=${()=>void this.add()}>${t.add}</gw-button></div>`};he=function(t){return o`<ul role="list">
      ${Is(t,({id:e})=>e,e=>o`<li>${this.editing===e.id?A(this,O,li).call(this,e):A(this,O,ci).call(this,e)}</li>`)}
    </ul>`};li=function(t){return o`<gw-action-form
      plan-id=${this.plan.id}
      .item=${t}
      .areas=${this.areas}
      from=${this.plan.starts_on}
      until=${this.plan.ends_on}
      @saved=${()=>A(this,O,Se).call(this,()=>this.editing="")}
      @cancel=${()=>this.editing=""}
    ></gw-action-form>`};ci=function(t){const{actions:e}=this.t.plan,s=bt(this.plan)&&(fe(this,O,Kt).writes||t.responsible_id===this.me.person?.id),i=this.recording===t.id;return o`<article class="item" aria-labelledby="title-${t.id}">
      <div class="head">
        <div>
          <h4 id="title-${t.id}" dir="auto">${t.title}</h4>
          <div class="facts">${A(this,O,hi).call(this,t)}</div>
        </div>
        ${A(this,O,di).call(this,t)}
        <gw-menu
          label=${e.menu(t.title)}
          .items=${[...s?[{id:"edit",label:e.edit,icon:"edit"}]:[],{id:"history",label:e.history,icon:"clock"},...s&&!me.includes(t.status)?[{id:"cancel",label:e.cancelAction,icon:"close"}]:[],...s?[{id:"delete",label:e.delete,icon:"trash"}]:[]]}
          @select=${n=>void A(this,O,ui).call(this,t,n.detail)}
        ></gw-menu>
      </div>
      ${t.description?o`<p class="said small" dir="auto">${t.description}</p>`:d}
      ${Fn(t.links,this.locale)}
      ${this.brief?d:o`<div class="foot">
            <gw-status item=${t.status}></gw-status>
            <gw-progress show-value value=${t.progress_percent} label=${e.progressOf(t.title)}></gw-progress>
            ${s&&!me.includes(t.status)?o`<gw-button
                  size="small"
                  expanded=${i?"true":"false"}
                  @click=${()=>this.recording=i?"":t.id}
                  >${e.record}</gw-button
                >`:d}
          </div>`}
      ${i?o`<gw-action-progress
            .item=${t}
            @recorded=${()=>A(this,O,Se).call(this,()=>this.recording="")}
          ></gw-action-progress>`:d}
      ${this.unfolded.has(t.id)?o`<gw-action-history item-id=${t.id} version=${t.version}></gw-action-history>`:d}
      ${this.discussed.has(t.id)?o`<groundwork-comments
            open
            plan-id=${this.plan.id}
            subject-kind="action_item"
            subject-id=${t.id}
            ?closed=${!fe(this,O,Kt).comments}
          ></groundwork-comments>`:d}
    </article>`};di=function({id:t,title:e}){if(this.plan.latest_revision===null)return d;const s=()=>{const i=new Set(this.discussed);this.discussed=i.delete(t)?i:i.add(t),Ut(()=>import("./groundwork-comments-IIWezkHp.js"),[])};return o`<gw-comment-button
      plan-id=${this.plan.id}
      subject-kind="action_item"
      .subjects=${[t]}
      name=${e}
      ?may=${fe(this,O,Kt).comments}
      ?open=${this.discussed.has(t)}
      @toggle=${s}
    ></gw-comment-button>`};hi=function(t){const{actions:e,short_term:s,long_term:i}=this.t.plan,{format:n}=this.locale,a=this.areas.find(({id:h})=>h===t.development_area_id)?.name,r=this.items.find(({id:h})=>h===t.supports_action_item_id)?.title,l=t.advances.map(h=>h==="short_term"?s:i);return o`${t.overdue?o`<gw-pill tone="critical" icon="clock">${e.overdue}</gw-pill>`:d}
      <span>${t.due_on===null?e.noDue:e.dueOn(n.date(t.due_on))}</span>
      ${t.kind==="support"||t.responsible_id!==this.plan.owner_id?o`<span dir="auto">${e.by(t.responsible.display_name)}</span>`:d}
      ${a?o`<span>${e.worksOn(a)}</span>`:d}
      ${l.length>0?o`<span>${e.advancesTo(n.list(l))}</span>`:d}
      ${r?o`<span>${e.supports(r)}</span>`:d}
      ${t.support_needed?o`<span>${e.needs(t.support_needed)}</span>`:d}`};ui=async function(t,e){switch(e){case"edit":this.editing=t.id;return;case"history":{const s=new Set(this.unfolded);this.unfolded=s.delete(t.id)?s:s.add(t.id);return}case"delete":this.deleting=t;return;default:await A(this,O,Ze).call(this,()=>this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:t.id}},body:{status:"cancelled"}}))}};pi=function(){const{actions:t}=this.t.plan,e=this.deleting;return o`<gw-dialog
      heading=${t.deleteTitle(e?.title??"")}
      ?open=${e!==void 0}
      @close=${()=>this.deleting=void 0}
    >
      <p>${t.deleteText}</p>
      <gw-button slot="footer" @click=${()=>this.deleting=void 0}>${this.t.common.cancel}</gw-button>
      <gw-button
        slot="footer"
        variant="danger"
        ?busy=${this.busy}
        @click=${async()=>{e!==void 0&&await A(this,O,Ze).call(this,()=>this.api.DELETE("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:e.id}}})),this.deleting=void 0}}
        >${t.delete}</gw-button
      >
    </gw-dialog>`};Ze=async function(t){this.busy=!0,this.error=void 0;try{await t(),this.dispatchEvent(new Event("changed"))}catch(e){this.error=e}finally{this.busy=!1}};Se=function(t){t(),Et(this,this.t.common.saved),this.dispatchEvent(new Event("changed"))};T.styles=[z,G,Un,E`
      :host {
        container-type: inline-size;
      }
      ul {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
      }
      h3 {
        margin-block-end: var(--groundwork-space-3);
        font-size: var(--groundwork-text-m);
      }
      .item {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .head {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-2);
      }
      .head > div {
        flex: 1;
        min-inline-size: 0;
      }
      .head gw-menu,
      .head gw-comment-button {
        flex: none;
        margin: -0.4rem;
      }
      h4 {
        font-weight: 580;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1) var(--groundwork-space-4);
        margin-block-start: var(--groundwork-space-1);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        overflow-wrap: anywhere;
      }
      .facts > * {
        min-inline-size: 0;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-4);
      }
      .foot gw-progress {
        flex: 1 1 10rem;
      }
      groundwork-comments {
        padding-block-start: var(--groundwork-space-4);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
      }
    `];M([v({attribute:!1})],T.prototype,"plan",2);M([v({attribute:!1})],T.prototype,"items",2);M([v({attribute:!1})],T.prototype,"areas",2);M([v({attribute:!1})],T.prototype,"me",2);M([v({type:Boolean})],T.prototype,"brief",2);M([Pt({context:Tt,subscribe:!0})],T.prototype,"api",2);M([$()],T.prototype,"adding",2);M([$()],T.prototype,"editing",2);M([$()],T.prototype,"recording",2);M([$()],T.prototype,"unfolded",2);M([$()],T.prototype,"discussed",2);M([$()],T.prototype,"deleting",2);M([$()],T.prototype,"busy",2);M([$()],T.prototype,"error",2);T=M([q("gw-plan-actions")],T);function Cs(t,e){return(t.due_on??"9999").localeCompare(e.due_on??"9999")}var za=Object.defineProperty,qa=Object.getOwnPropertyDescriptor,gi=t=>{throw TypeError(t)},It=(t,e,s,i)=>{for(var n=i>1?void 0:i?qa(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&za(e,s,n),n},vi=(t,e,s)=>e.has(t)||gi("Cannot "+s),zs=(t,e,s)=>(vi(t,e,"read from private field"),s?s.call(t):e.get(t)),qs=(t,e,s)=>e.has(t)?gi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),pt=(t,e,s)=>(vi(t,e,"access private method"),s),ue,tt,ts,fi,mi,wi,$i,Ne;let $t=class extends N{constructor(){super(...arguments),qs(this,tt),this.editing=!1,this.lines=[],this.looked="",qs(this,ue,new ResizeObserver(()=>pt(this,tt,Ne).call(this)))}connectedCallback(){super.connectedCallback(),zs(this,ue).observe(this)}disconnectedCallback(){super.disconnectedCallback(),zs(this,ue).disconnect()}render(){const{plan:t}=this.t,e=Oe.map(n=>[n,pt(this,tt,ts).call(this,n)]).filter(([,n])=>n.length>0);if(e.length===0)return o`<p class="muted">${t.alignmentEmpty}</p>`;const s=e.flatMap(([,n])=>n),i=s.filter(({aligned_with:n})=>n.length===0);return o`<div class="stack">
      <p class="sum ${i.length===0?"whole":""}">
        <gw-icon name=${i.length===0?"check-circle":"info"}></gw-icon>
        <span>${i.length===0?t.allLead:t.someLead(i.length)}</span>
      </p>
      <div class="drawing ${this.looked===""?"":"looking"}">
        <svg aria-hidden="true">
          ${this.lines.map(({id:n,horizon:a,path:r})=>{const l=this.looked===n||this.looked===a;return Mn`<path class="${a} ${l?"on":""}" d=${r}></path>`})}
        </svg>
        <div class="from">${e.map(([n,a])=>pt(this,tt,fi).call(this,n,a))}</div>
        <div class="to">${Ct.map(n=>pt(this,tt,$i).call(this,n,s))}</div>
      </div>
    </div>`}updated(){pt(this,tt,Ne).call(this)}};ue=new WeakMap;tt=new WeakSet;ts=function(t){return this.fields[t].filter(({name:e})=>e.trim()!=="")};fi=function(t,e){const{plan:s}=this.t;return o`<div>
      <h3 id="group-${t}">${s.groups[t]}</h3>
      <ul role="list" aria-labelledby="group-${t}">
        ${e.map(i=>o`<li
            data-id=${i.id}
            @pointerenter=${()=>this.looked=i.id}
            @pointerleave=${()=>this.looked=""}
          >
            <span class="name" dir="auto">${i.name}</span>
            ${t==="development_areas"&&this.items!==void 0&&!this.items.some(n=>n.development_area_id===i.id)?o`<gw-pill tone="caution" icon="info">${s.noAction}</gw-pill>`:d}
            <span class="ends">${this.editing?Ct.map(n=>pt(this,tt,mi).call(this,t,i,n)):pt(this,tt,wi).call(this,i)}</span>
          </li>`)}
      </ul>
    </div>`};mi=function(t,e,s){const{plan:i}=this.t,n=e.aligned_with.includes(s),a=()=>{const r=Ct.filter(h=>h===s?!n:e.aligned_with.includes(h)),l=this.fields[t].map(h=>h.id===e.id?{...h,aligned_with:r}:h);this.dispatchEvent(new CustomEvent("field",{detail:{key:t,value:l}}))};return o`<button
      type="button"
      class="end ${s}"
      aria-pressed=${n?"true":"false"}
      aria-label=${i.leadsTo(e.name,i[s])}
      @click=${a}
    >
      <gw-icon name=${n?"check":"plus"}></gw-icon>${s==="short_term"?i.short:i.long}
    </button>`};wi=function({aligned_with:t}){const{plan:e}=this.t;return t.length===0?o`<gw-pill tone="caution" icon="info">${e.leadsNowhere}</gw-pill>`:Ct.filter(s=>t.includes(s)).map(s=>o`<span class="end ${s}">${s==="short_term"?e.short:e.long}</span>`)};$i=function(t,e){const{plan:s}=this.t,i=t==="short_term"?this.fields.short_term_objective?.summary:this.fields.long_term_objective?.summary,n=e.filter(({aligned_with:a})=>a.includes(t)).length;return o`<div
      class="objective ${t}"
      data-id=${t}
      @pointerenter=${()=>this.looked=t}
      @pointerleave=${()=>this.looked=""}
    >
      <h3>${s[t]}</h3>
      <p dir="auto">${i||s.notAnswered}</p>
      <span class="small muted">${s.leadHere(n)}</span>
    </div>`};Ne=function(){const t=this.renderRoot.querySelector(".drawing");if(t===null||this.fields===void 0)return;const e=t.getBoundingClientRect(),s=r=>t.querySelector(`[data-id="${CSS.escape(r)}"]`)?.getBoundingClientRect(),i=this.matches(":dir(rtl)"),n=Oe.flatMap(r=>pt(this,tt,ts).call(this,r)),a=Ct.flatMap(r=>{const l=n.filter(({aligned_with:h})=>h.includes(r));return l.flatMap(({id:h},g)=>{const[c,f]=[s(h),s(r)];if(c===void 0||f===void 0)return[];const k=(i?c.left:c.right)-e.left,S=(i?f.right:f.left)-e.left,x=c.top+c.height/2-e.top+(r==="short_term"?-2:2),B=f.top-e.top+f.height*(g+1)/(l.length+1),ot=(k+S)/2,[lt,kt,ys,ks,jn]=[k,x,ot,B,S].map(Gn=>Gn.toFixed(1));return[{id:h,horizon:r,path:`M${lt} ${kt}C${ys} ${kt} ${ys} ${ks} ${jn} ${ks}`}]})});JSON.stringify(a)!==JSON.stringify(this.lines)&&(this.lines=a)};$t.styles=[z,G,E`
      :host {
        container-type: inline-size;
      }
      .drawing {
        position: relative;
        display: grid;
        gap: var(--groundwork-space-5);
        grid-template-columns: minmax(0, 1fr);
      }
      svg {
        display: none;
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
        pointer-events: none;
        fill: none;
        stroke-width: 2;
      }
      path {
        stroke: var(--groundwork-accent);
        opacity: 0.75;
        transition: opacity var(--groundwork-motion);
      }
      path.long_term {
        stroke: var(--groundwork-info);
        stroke-dasharray: 6 4;
      }
      @media (forced-colors: active) {
        path,
        path.long_term {
          stroke: CanvasText;
        }
      }
      .looking path:not(.on) {
        opacity: 0.12;
      }
      .looking path.on {
        opacity: 1;
        stroke-width: 2.5;
      }
      .from {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h3 {
        margin-block-end: var(--groundwork-space-1);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-1) var(--groundwork-space-2);
        padding: var(--groundwork-space-1) var(--groundwork-space-2);
        border-radius: var(--groundwork-radius-s);
      }
      li:hover {
        background: var(--groundwork-sunken);
      }
      .name {
        flex: 1 1 8rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
        font-weight: 500;
      }
      .ends {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1);
      }
      .end {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
        min-block-size: 1.75rem;
        padding: 0 0.6rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-surface);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      button.end {
        cursor: pointer;
      }
      .end[aria-pressed="true"],
      span.end {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      .end.long_term[aria-pressed="true"],
      span.end.long_term {
        border-color: var(--groundwork-info);
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
      .end gw-icon {
        inline-size: 1em;
        block-size: 1em;
      }
      .to {
        display: grid;
        align-content: space-around;
        gap: var(--groundwork-space-4);
      }
      .objective {
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-inline-start: 4px solid var(--groundwork-accent);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .objective.long_term {
        border-inline-start-color: var(--groundwork-info);
      }
      .objective p {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        font-weight: 540;
      }
      .sum {
        display: flex;
        gap: var(--groundwork-space-2);
        align-items: start;
      }
      .sum gw-icon {
        color: var(--groundwork-caution);
      }
      .sum.whole gw-icon {
        color: var(--groundwork-positive);
      }
      @container (inline-size >= 40rem) {
        .drawing {
          grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
          column-gap: 6rem;
        }
        svg {
          display: block;
        }
      }
    `];It([v({attribute:!1})],$t.prototype,"fields",2);It([v({attribute:!1})],$t.prototype,"items",2);It([v({type:Boolean})],$t.prototype,"editing",2);It([$()],$t.prototype,"lines",2);It([$()],$t.prototype,"looked",2);$t=It([q("gw-plan-alignment")],$t);const Aa=E`
  .part + .part {
    margin-block-start: var(--groundwork-space-7);
  }
  .part > h2 {
    margin-block-end: var(--groundwork-space-2);
  }
  .question {
    display: grid;
    gap: var(--groundwork-space-3);
    padding-block: var(--groundwork-space-5);
    border-block-start: 1px solid var(--groundwork-line);
    scroll-margin-block-start: 5rem;
  }
  h2 + .question {
    border-block-start: 0;
  }
  h3 {
    font-size: var(--groundwork-text-m);
  }
  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--groundwork-space-2);
  }
  .head gw-comment-button {
    flex: none;
    margin-block: -0.5rem;
  }
  groundwork-comments {
    margin-block-start: var(--groundwork-space-2);
    padding-inline-start: var(--groundwork-space-4);
    border-inline-start: 2px solid var(--groundwork-line);
  }
  h3:focus {
    outline: none;
  }
  .guidance {
    margin-block-start: var(--groundwork-space-1);
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .answer {
    display: grid;
    gap: var(--groundwork-space-3);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .said {
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .date {
    max-inline-size: 13rem;
  }
  .items,
  .read {
    display: grid;
    gap: var(--groundwork-space-2);
    grid-template-columns: minmax(0, 1fr);
  }
  .read .name {
    font-weight: 540;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--groundwork-space-1);
  }
  .line gw-text-field {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }
  .note {
    margin-block: var(--groundwork-space-1) var(--groundwork-space-2);
    margin-inline-start: var(--groundwork-space-5);
  }
  .findings {
    display: grid;
    gap: var(--groundwork-space-2);
    font-size: var(--groundwork-text-s);
  }
  .findings li {
    display: flex;
    gap: var(--groundwork-space-2);
    color: var(--groundwork-text-muted);
  }
  .findings .blocker gw-icon {
    color: var(--groundwork-caution);
  }
  .findings span {
    overflow-wrap: anywhere;
    min-inline-size: 0;
  }
  .link {
    flex: none;
    align-self: start;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--groundwork-accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .conflict {
    display: grid;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-4);
    border: 1px solid var(--groundwork-caution);
    border-radius: var(--groundwork-radius-m);
  }
  @container (inline-size >= 42rem) {
    .question {
      grid-template-columns: 13rem minmax(0, 1fr);
      gap: var(--groundwork-space-6);
    }
    h2 + .question {
      padding-block-start: var(--groundwork-space-4);
    }
  }
`;function ee(t){const[,e,s]=t.split("/");return e==="answers"?s??"":e??""}function _i({pointer:t},e,s){const i=ee(t),n=Oa(t);return n===void 0?"":(te(i)?e[i].map(({name:r})=>r).filter(r=>r.trim()!==""):s)[n]??""}function ja({code:t,pointer:e},s){const i=s.short_term_objective;return t==="question_unanswered"&&ee(e)==="short_term_objective"&&!!(i?.summary||i?.detail)}function Ga({options:t,scale:e},{format:s}){if(!e)return t.map(({value:l,label:h})=>({value:l,label:h}));const{minimum:i,maximum:n,minimum_label:a,maximum_label:r}=e;return Array.from({length:n-i+1},(l,h)=>{const g=i+h,c=g===i?a:g===n?r:null;return{value:String(g),label:s.number(g),...c&&{hint:c}}})}function bi(t,e,{t:s,format:i}){const{scale:n,options:a}=t;if(!n||typeof e!="number")return{text:a.find(l=>l.value===e)?.label??String(e),ends:""};const r=[[n.minimum,n.minimum_label],[n.maximum,n.maximum_label]].filter(([,l])=>l).map(([l,h])=>s.plan.end(i.number(l),h));return{text:s.plan.of(i.number(e),i.number(n.maximum)),ends:r.join(" · ")}}var Ma=Object.defineProperty,Da=Object.getOwnPropertyDescriptor,yi=t=>{throw TypeError(t)},W=(t,e,s,i)=>{for(var n=i>1?void 0:i?Da(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Ma(e,s,n),n},ki=(t,e,s)=>e.has(t)||yi("Cannot "+s),ae=(t,e,s)=>(ki(t,e,"read from private field"),s?s.call(t):e.get(t)),Ae=(t,e,s)=>e.has(t)?yi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),w=(t,e,s)=>(ki(t,e,"access private method"),s),Ft,m,xi,es,ss,Oi,Si,Pi,Ti,Ei,Ci,zi,qi,is,ns,as,rs,Ue,Ai,ji,os,Gi,ls,At,cs,nt;let C=class extends N{constructor(){super(...arguments),Ae(this,m),this.findings=[],this.conflicts=new Map,this.editing=!1,this.startsOn="",this.actionTitles=[],this.shown=St,this.planId="",this.mayComment=!1,this.noted=new Set,this.referring=new Set,this.discussed=new Set,Ae(this,Ft,new Map),Ae(this,os,t=>{if(t.key!=="Enter"||t.isComposing)return;t.preventDefault(),t.target.closest("li")?.nextElementSibling?.querySelector("gw-text-field")?.focus()})}render(){const{plan:t}=this.t;return St.filter(e=>this.shown.includes(e)).map((e,s)=>{const i=this.questionnaire.own_questions.filter(n=>n.section===e);return o`<section class="part" aria-labelledby="part-${e}">
          <h2 id="part-${e}">${t.part(this.locale.format.number(s+1),t.section[e])}</h2>
          ${this.questionnaire.questions.filter(n=>n.section===e).map(n=>w(this,m,xi).call(this,n))}
          ${i.map(n=>w(this,m,Gi).call(this,n))}
        </section>`})}async goTo(t){await this.updateComplete;const e=this.renderRoot.querySelector(`[data-key="${CSS.escape(t)}"]`),s=e?.querySelector("gw-text-field, gw-choice, gw-button, slot");e?.scrollIntoView({block:"start",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),(s?.localName.startsWith("gw-")?s:e?.querySelector("h3"))?.focus({preventScroll:!0})}};Ft=new WeakMap;m=new WeakSet;xi=function(t){const{key:e,title:s,guidance:i}=t,n=e==="action_items"?o`<slot name="actions"></slot>`:w(this,m,Ei).call(this,e,s);return w(this,m,es).call(this,e,s,i,n,e==="action_items"?void 0:e)};es=function(t,e,s,i,n){const a=this.editing?this.findings.filter(({pointer:g,question_id:c})=>(c??ee(g))===t):[],r=n===void 0?void 0:this.conflicts.get(n),l=this.questionnaire.own_questions.find(({id:g})=>g===t),h=r!==void 0&&(l===void 0||we(l,r)!==we(l,this.fields));return o`<article class="question" data-key=${t}>
      <div class="about">
        <div class="head"><h3 tabindex="-1">${e}</h3>${n===void 0||l!==void 0?d:w(this,m,Oi).call(this,n,e)}</div>
        ${this.editing?o`<p class="guidance">${s}</p>`:d}
      </div>
      <div class="answer">
        ${h?w(this,m,Ti).call(this,n,r,l):d}${i}
        ${a.length===0?d:o`<ul class="findings" role="list">${a.map(g=>w(this,m,Pi).call(this,g))}</ul>`}
        ${n!==void 0&&this.discussed.has(n)?w(this,m,Si).call(this,n):d}
      </div>
    </article>`};ss=function(t){return new Map(te(t)?this.fields[t].map(({id:e,name:s})=>[e,s]):[])};Oi=function(t,e){if(this.planId==="")return d;const s=()=>{const i=new Set(this.discussed);this.discussed=i.delete(t)?i:i.add(t),Ut(()=>import("./groundwork-comments-IIWezkHp.js"),[])};return o`<gw-comment-button
      plan-id=${this.planId}
      .subjects=${[t,...w(this,m,ss).call(this,t).keys()]}
      name=${e}
      ?may=${this.mayComment}
      ?open=${this.discussed.has(t)}
      @toggle=${s}
    ></gw-comment-button>`};Si=function(t){return o`<groundwork-comments
      open
      plan-id=${this.planId}
      subject-kind="answer"
      subject-id=${t}
      .items=${w(this,m,ss).call(this,t)}
      ?closed=${!this.mayComment}
    ></groundwork-comments>`};Pi=function(t){const{plan:e}=this.t,s=ja(t,this.fields)?e.unfinishedObjective:e.findings[t.code](_i(t,this.fields,this.actionTitles)),i=t.severity==="blocker";return o`<li class=${t.severity}>
      <gw-icon name=${i?"alert":"info"}></gw-icon><span>${s}</span>
      ${t.code.endsWith("_unaligned")?o`<button type="button" class="link" @click=${()=>this.emit("link")}>${e.connect}</button>`:d}
    </li>`};Ti=function(t,e,s){const{plan:i}=this.t,n=(a,r,l,h)=>o`<div slot=${a} class="stack tight">
      ${s===void 0?w(this,m,cs).call(this,t,r):w(this,m,ls).call(this,s,we(s,r))}
      <div><gw-button size="small" @click=${()=>this.emit("choose",{key:t,which:l})}>${h}</gw-button></div>
    </div>`;return o`<div class="conflict" role="alert">
      <h4>${i.conflictTitle}</h4>
      <gw-compare before-label=${i.conflictMine} after-label=${i.conflictTheirs}>
        ${n("before",this.fields,"mine",i.keepMine)}${n("after",e,"theirs",i.keepTheirs)}
      </gw-compare>
    </div>`};Ei=function(t,e){if(!this.editing)return w(this,m,cs).call(this,t,this.fields);if(te(t))return w(this,m,qi).call(this,t);switch(t){case"mission_statement":return o`<gw-text-field
          multiline
          rows="3"
          label=${e}
          label-hidden
          maxlength="4000"
          .value=${this.fields.mission_statement??""}
          @input=${s=>w(this,m,nt).call(this,t,s.target.value)}
        ></gw-text-field>`;case"short_term_objective":return w(this,m,Ci).call(this);case"long_term_objective":return w(this,m,zi).call(this);default:return d}};Ci=function(){const{plan:t}=this.t,e=this.fields.short_term_objective,s=i=>n=>w(this,m,nt).call(this,"short_term_objective",{...e,[i]:n.target.value});return o`<div class="stack tight">
      <gw-text-field label=${t.summary} multiline rows="2" maxlength="2000" .value=${e?.summary??""} @input=${s("summary")}></gw-text-field>
      <gw-choice
        label=${t.objectiveKind}
        .options=${[{value:"new_assignment",label:t.newAssignment},{value:"current_role_plus",label:t.currentRolePlus}]}
        .value=${e?.kind??""}
        @change=${i=>w(this,m,nt).call(this,"short_term_objective",{...e,kind:i.target.value})}
      ></gw-choice>
      <gw-text-field
        label=${e?.kind==="new_assignment"?t.detailNew:t.detailCurrent}
        multiline
        rows="2"
        maxlength="2000"
        .value=${e?.detail??""}
        @input=${s("detail")}
      ></gw-text-field>
      <gw-text-field class="date" type="date" label=${t.target} min=${this.startsOn} .value=${e?.target_on??""} @change=${s("target_on")}></gw-text-field>
      ${w(this,m,rs).call(this,"short_term_objective")}
    </div>`};zi=function(){const{plan:t}=this.t,e=this.fields.long_term_objective,s=i=>{const n=Math.round(Number(i.target.value));w(this,m,nt).call(this,"long_term_objective",{...e,horizon_years:n>=1&&n<=60?n:null})};return o`<div class="stack tight">
      <gw-text-field
        label=${t.summary}
        multiline
        rows="2"
        maxlength="2000"
        .value=${e?.summary??""}
        @input=${i=>w(this,m,nt).call(this,"long_term_objective",{...e,summary:i.target.value})}
      ></gw-text-field>
      <gw-text-field class="date" type="number" min="1" max="60" label=${t.horizonYears} .value=${String(e?.horizon_years??"")} @change=${s}></gw-text-field>
      ${w(this,m,rs).call(this,"long_term_objective")}
    </div>`};qi=function(t){const{plan:e}=this.t,s=this.fields[t],i=s.at(-1),n=s.length>=ba[t]||i!==void 0&&i.name.trim()==="",a=ae(this,Ft).get(t);(a===void 0||s.some(({id:l})=>l===a.id))&&ae(this,Ft).set(t,ka());const r=n?s:[...s,ae(this,Ft).get(t)];return o`<ol class="items" role="list">
      ${Is(r,({id:l})=>l,(l,h)=>{const g=l.name.trim()!==""?l.name:e.itemNumber(e.item[t],this.locale.format.number(h+1)),c=f=>w(this,m,Ue).call(this,t,{...l,...f});return o`<li>
            <div class="line">
              <gw-text-field
                label=${e.itemNumber(e.item[t],this.locale.format.number(h+1))}
                label-hidden
                maxlength="200"
                placeholder=${e.itemPlaceholder[t]}
                .value=${l.name}
                @input=${f=>c({name:f.target.value})}
                @keydown=${ae(this,os)}
              ></gw-text-field>
              ${s.includes(l)?o`${As(t)?w(this,m,is).call(this,l.id,g,"medium"):d}
                    ${l.note!==null||this.noted.has(l.id)?d:o`<gw-button variant="quiet" icon="edit" label=${e.addNote(g)} @click=${()=>void w(this,m,ji).call(this,l.id)}></gw-button>`}
                    <gw-button variant="quiet" icon="close" label=${e.remove(g)} @click=${()=>w(this,m,Ai).call(this,t,l.id)}></gw-button>`:d}
            </div>
            ${l.note!==null||this.noted.has(l.id)?o`<gw-text-field
                  class="note"
                  data-note=${l.id}
                  multiline
                  rows="1"
                  maxlength="2000"
                  label=${e.noteOf(g)}
                  label-hidden
                  placeholder=${this.t.plan.actions.note}
                  .value=${l.note??""}
                  @input=${f=>c({note:f.target.value})}
                ></gw-text-field>`:d}
            ${As(t)?w(this,m,ns).call(this,l.id,g,l.reference,f=>{const{reference:k,...S}=l;w(this,m,Ue).call(this,t,f===null?S:{...S,reference:f})}):d}
          </li>`})}
    </ol>`};is=function(t,e,s){const{reference:i}=this.t.plan;return o`<gw-button
      size=${s}
      variant="quiet"
      icon="link"
      label=${i.add(e)}
      expanded=${this.referring.has(t)?"true":"false"}
      @click=${()=>void w(this,m,as).call(this,t,!this.referring.has(t))}
      >${s==="small"?i.name:d}</gw-button
    >`};ns=function(t,e,s,i){return this.referring.has(t)?o`<gw-reference-field
      class="note"
      data-reference=${t}
      .value=${s??null}
      name=${e}
      @change=${({detail:n})=>{n===null&&w(this,m,as).call(this,t,!1),i(n)}}
    ></gw-reference-field>`:s?o`<div class="note">${oe(s,this.locale)}</div>`:d};as=async function(t,e){this.referring=new Set([...this.referring].filter(i=>i!==t).concat(e?t:[])),await this.updateComplete;const s=this.renderRoot.querySelector(`[data-reference="${CSS.escape(t)}"]`);await s?.updateComplete,s?.focus()};rs=function(t){const{plan:e}=this.t,s=this.fields[t],i=t==="short_term_objective"?e.short_term:e.long_term;return o`<div>
      ${w(this,m,is).call(this,t,i,"small")}
      ${w(this,m,ns).call(this,t,i,s?.reference,n=>w(this,m,nt).call(this,t,{...s,reference:n}))}
    </div>`};Ue=function(t,e){const s=this.fields[t],i=s.some(({id:n})=>n===e.id);w(this,m,nt).call(this,t,i?s.map(n=>n.id===e.id?e:n):[...s,e])};Ai=function(t,e){w(this,m,nt).call(this,t,this.fields[t].filter(s=>s.id!==e)),this.goTo(t)};ji=async function(t){this.noted=new Set([...this.noted,t]),await this.updateComplete,this.renderRoot.querySelector(`[data-note="${CSS.escape(t)}"]`)?.focus()};os=new WeakMap;Gi=function(t){const{id:e,title:s,guidance:i,kind:n,section:a}=t,r=we(t,this.fields),l=c=>w(this,m,nt).call(this,"extra",[...this.fields.extra.filter(({question_id:f})=>f!==e),{question_id:e,section:a,value:c}]),h=Ga(t,this.locale),g=this.editing?n==="text"?o`<gw-text-field multiline label=${s} label-hidden maxlength="4000" .value=${String(r)} @input=${c=>l(c.target.value)}></gw-text-field>`:o`<gw-choice label=${s} label-hidden .options=${h} .value=${String(r)} @change=${c=>{const{value:f}=c.target;l(n==="scale"?Number(f):f)}}></gw-choice>`:w(this,m,ls).call(this,t,r);return w(this,m,es).call(this,e,s,i,g,"extra")};ls=function(t,e){const{text:s,ends:i}=bi(t,e,this.locale);return o`${w(this,m,At).call(this,s)}${e===""||i===""?d:o`<p class="small muted" dir="auto">${i}</p>`}`};At=function(t){return t?o`<p class="said" dir="auto">${t}</p>`:o`<p class="muted">${this.t.plan.notAnswered}</p>`};cs=function(t,e){const{plan:s}=this.t,{format:i}=this.locale;if(te(t)){const n=e[t].filter(({name:a})=>a.trim()!=="");return n.length===0?w(this,m,At).call(this,null):o`<ul class="read" role="list">
            ${n.map(({name:a,note:r,reference:l})=>o`<li>
                <span class="name" dir="auto">${a}</span>${r?o`<p class="said small muted" dir="auto">${r}</p>`:d}${oe(l,this.locale)}
              </li>`)}
          </ul>`}if(t==="short_term_objective"){const n=e.short_term_objective,a=n?.kind==="new_assignment"?s.newAssignment:n?.kind==="current_role_plus"?s.currentRolePlus:"";return o`${w(this,m,At).call(this,n?.summary)}${n?.detail?o`<p class="said" dir="auto">${n.detail}</p>`:d}
        <p class="small muted">${[a,n?.target_on?s.by(i.date(n.target_on)):""].filter(Boolean).join(" · ")}</p>
        ${oe(n?.reference,this.locale)}`}if(t==="long_term_objective"){const n=e.long_term_objective;return o`${w(this,m,At).call(this,n?.summary)}
        ${n?.horizon_years?o`<p class="small muted">${s.years(n.horizon_years)}</p>`:d}
        ${oe(n?.reference,this.locale)}`}return w(this,m,At).call(this,t==="title"?e.title:e.mission_statement)};nt=function(t,e){this.dispatchEvent(new CustomEvent("field",{detail:{key:t,value:e}}))};C.styles=[z,G,Aa,E`:host { container-type: inline-size; }`];W([v({attribute:!1})],C.prototype,"fields",2);W([v({attribute:!1})],C.prototype,"questionnaire",2);W([v({attribute:!1})],C.prototype,"findings",2);W([v({attribute:!1})],C.prototype,"conflicts",2);W([v({type:Boolean})],C.prototype,"editing",2);W([v()],C.prototype,"startsOn",2);W([v({attribute:!1})],C.prototype,"actionTitles",2);W([v({attribute:!1})],C.prototype,"shown",2);W([v({attribute:"plan-id"})],C.prototype,"planId",2);W([v({type:Boolean,attribute:"may-comment"})],C.prototype,"mayComment",2);W([$()],C.prototype,"noted",2);W([$()],C.prototype,"referring",2);W([$()],C.prototype,"discussed",2);C=W([q("gw-plan-answers")],C);function As(t){return t==="strengths"||t==="development_areas"}function we({id:t},{extra:e}){return e.find(({question_id:s})=>s===t)?.value??""}var Wa=Object.defineProperty,Ba=Object.getOwnPropertyDescriptor,Mi=t=>{throw TypeError(t)},Pe=(t,e,s,i)=>{for(var n=i>1?void 0:i?Ba(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Wa(e,s,n),n},Ia=(t,e,s)=>e.has(t)||Mi("Cannot "+s),Ra=(t,e,s)=>e.has(t)?Mi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),js=(t,e,s)=>(Ia(t,e,"access private method"),s),pe,Fe;let Dt=class extends N{constructor(){super(...arguments),Ra(this,pe),this.busy=!1}render(){const{plan:t}=this.t;return o`<div class="begin">
      <h1>${t.beginTitle}</h1>
      <p class="lead">${t.beginText}</p>
      <ol role="list">
        ${St.map((e,s)=>{const[i,n]=t.beginParts[e];return o`<li>
            <span class="number" aria-hidden="true">${this.locale.format.number(s+1)}</span>
            <h2>${i}</h2>
            <p>${n}</p>
          </li>`})}
      </ol>
      ${this.error===void 0?d:o`<gw-error inline .error=${this.error} @retry=${()=>void js(this,pe,Fe).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" icon="arrow-right" ?busy=${this.busy} @click=${()=>void js(this,pe,Fe).call(this)}>${t.begin}</gw-button>
        <span class="private"><gw-icon name="lock"></gw-icon>${t.beginPrivate}</span>
      </div>
    </div>`}};pe=new WeakSet;Fe=async function(){if(!this.busy){this.busy=!0,this.error=void 0;try{const t=this.t.plan.beginNameValue(this.locale.format.today().slice(0,4)),{data:e,etag:s}=await this.api.POST("/v1/plans",{body:{title:t}});this.dispatchEvent(new CustomEvent("begun",{detail:{plan:e,etag:s}}))}catch(t){this.error=t}finally{this.busy=!1}}};Dt.styles=[z,G,E`
      :host {
        container-type: inline-size;
      }
      .begin {
        display: grid;
        gap: var(--groundwork-space-6);
        max-inline-size: 46rem;
        padding-block: var(--groundwork-space-5);
      }
      h1 {
        font-size: clamp(2rem, 1.3rem + 3vi, 3rem);
        line-height: 1.1;
      }
      .lead {
        max-inline-size: 38rem;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-l);
      }
      ol {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--groundwork-space-3);
      }
      .number {
        grid-row: span 2;
        display: grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        border-radius: 50%;
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
        font-weight: 620;
      }
      h2 {
        font-size: var(--groundwork-text-m);
      }
      li p {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      .private {
        display: flex;
        gap: var(--groundwork-space-2);
        align-items: center;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      @container (inline-size >= 42rem) {
        ol {
          grid-template-columns: repeat(3, 1fr);
        }
        li {
          grid-template-columns: 1fr;
          gap: var(--groundwork-space-1);
          align-content: start;
        }
        .number {
          margin-block-end: var(--groundwork-space-2);
        }
      }
    `];Pe([Pt({context:Tt,subscribe:!0})],Dt.prototype,"api",2);Pe([$()],Dt.prototype,"busy",2);Pe([$()],Dt.prototype,"error",2);Dt=Pe([q("gw-plan-begin")],Dt);const je=new Map,Gs=700,La=8e3;class Na{constructor(e,s,i){this.state="saved",this.conflicts=new Map,this.#a=Promise.resolve(),this.#c=()=>{this.dirty&&this.flush()},this.#d=n=>{(this.dirty||this.conflicts.size>0)&&(n.preventDefault(),this.flush())},this.#e=e,this.#r=s,this.#n=i,e.addController(this)}#e;#r;#n;#t;#s;#i;#a;hostConnected(){window.addEventListener("online",this.#c),window.addEventListener("beforeunload",this.#d)}hostDisconnected(){window.removeEventListener("online",this.#c),window.removeEventListener("beforeunload",this.#d),this.flush().then(e=>{clearTimeout(this.#i),!e&&this.plan!==void 0&&this.fields!==void 0&&this.#t!==void 0&&je.set(this.plan.id,{fields:this.fields,base:this.#t})})}take(e,s){const i=ya(e);if(this.plan?.id!==e.id||this.fields===void 0||this.#t===void 0){clearTimeout(this.#i),this.fields=i,this.state="saved",this.error=void 0,this.conflicts=new Map;const n=je.get(e.id);n!==void 0&&(je.delete(e.id),this.fields=n.fields,this.#h(i,n.base),this.#i=setTimeout(()=>void this.flush(),Gs))}else this.#h(i,this.#t);this.plan=e,this.#t=structuredClone(i),this.#s=s,this.#e.requestUpdate()}get dirty(){return this.#l().length>0}change(e,s){this.fields!==void 0&&(this.fields={...this.fields,[e]:s},(this.state==="saved"||this.state==="failed")&&(this.state="typing"),clearTimeout(this.#i),this.#i=setTimeout(()=>void this.flush(),Gs),this.#e.requestUpdate())}choose(e,s){const i=this.conflicts.get(e);if(i===void 0||this.fields===void 0)return;const n=new Map(this.conflicts);n.delete(e),this.conflicts=n,s==="theirs"&&(this.fields={...this.fields,[e]:i[e]}),this.#e.requestUpdate(),this.flush()}async flush(){return clearTimeout(this.#i),this.#a=this.#a.then(()=>this.#u()),await this.#a,!this.dirty&&this.conflicts.size===0}get etag(){return this.#s}async#u(){for(let e=0;e<3;e++){const s=this.#l().filter(a=>!this.conflicts.has(a)),{plan:i,fields:n}=this;if(i===void 0||n===void 0||s.length===0){this.state!=="saved"&&this.#o("saved");return}this.#o("saving");try{if(await this.#p(i,n,s))break}catch(a){this.error=a;const{kind:r}=Bs(a,this.#e.locale.t);this.#o(r==="offline"?"offline":"failed");const l=a instanceof Ke&&a.status>=429;(r==="offline"||l)&&(clearTimeout(this.#i),this.#i=setTimeout(()=>void this.flush(),La));return}}this.error=void 0,this.#o(this.#l().some(e=>!this.conflicts.has(e))?"typing":"saved")}async#p(e,s,i){const n={plan_id:e.id},a={};for(const g of i)g!=="title"&&Object.assign(a,xa(g,s));const r={...i.includes("title")&&{title:s.title},...Object.keys(a).length>0&&{answers:a}},l=this.#s===void 0?{changed:!1}:await Ws(this.#r().PATCH("/v1/plans/{plan_id}",{params:{path:n,header:{"If-Match":this.#s}},body:r,keepalive:!0}));if(this.plan?.id!==e.id)return!0;if(!l.changed){const{data:g,etag:c}=await this.#r().GET("/v1/plans/{plan_id}",{params:{path:n}});return this.take(g,c),!1}const h={...this.#t};for(const g of i)Object.assign(h,{[g]:structuredClone(s[g])});return this.#t=h,this.#s=l.etag,this.plan=l.data,this.#n(l.data),!0}#h(e,s){const i=this.fields,n={...i},a=new Map(this.conflicts);for(const r of Ts)ne(r,e,s)||ne(r,e,i)||(ne(r,i,s)?Object.assign(n,{[r]:e[r]}):a.set(r,e));this.fields=n,this.conflicts=a}#l(){const{fields:e}=this,s=this.#t;return e===void 0||s===void 0?[]:Ts.filter(i=>!ne(i,e,s)&&!(i==="title"&&e.title.trim()===""))}#o(e){this.state=e,this.#e.requestUpdate()}#c;#d}var Ua=Object.defineProperty,Fa=Object.getOwnPropertyDescriptor,Di=t=>{throw TypeError(t)},ht=(t,e,s,i)=>{for(var n=i>1?void 0:i?Fa(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Ua(e,s,n),n},Wi=(t,e,s)=>e.has(t)||Di("Cannot "+s),ds=(t,e,s)=>(Wi(t,e,"read from private field"),s?s.call(t):e.get(t)),Ha=(t,e,s)=>e.has(t)?Di("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),P=(t,e,s)=>(Wi(t,e,"access private method"),s),y,Bi,Te,Ee,Ii,Ri,Li,Ce,Wt,hs;const Ja={yes:"positive",partly:"caution",no:"critical"};let Q=class extends N{constructor(){super(...arguments),Ha(this,y),this.feedback=[],this.items=[],this.revisions=[],this.manager="",this.busy="",this.accepted=new Map}render(){const{feedback:t}=this.t.plan,e=this.feedback.filter(({status:s})=>s!=="draft").toReversed();if(e.length===0){const s=this.plan.status==="draft"?t.emptyDraft:t.emptyText(this.manager);return o`<gw-empty icon="message" heading=${t.empty} text=${s}></gw-empty>`}return e.map(s=>P(this,y,Bi).call(this,s))}};y=new WeakSet;Bi=function(t){const{feedback:e,groups:s,actions:i}=this.t.plan,{format:n}=this.locale,a=t.author.display_name,r=this.revisions.find(({number:c})=>c===t.revision)?.answers??this.plan.answers,l=t.status==="submitted"&&ds(this,y,Te).writes,h=(c,f)=>f.length===0?d:o`<section><h4>${c}</h4>${f}</section>`,g=this.accepted.get(t.id)??new Set;return o`<article aria-label=${e.from(a)}>
      <gw-card>
        <div class="stack">
          <div class="head">
            <gw-avatar name=${a}></gw-avatar>
            <div>
              <h3 dir="auto">${a}</h3>
              <p class="small muted">${e.about(n.date(t.submitted_at??t.updated_at),n.number(t.revision))}</p>
            </div>
          </div>
          ${t.summary?o`<p class="summary said" dir="auto">${t.summary}</p>`:d}
          ${Ct.map(c=>{const f=t.objectives[c];return f?P(this,y,Ii).call(this,t,c,f,r):d})}
          ${["strengths","development_areas"].map(c=>h(s[c],t[c].map((f,k)=>P(this,y,Ri).call(this,t,c,k,f,r))))}
          ${h(i.title,t.support.map(c=>P(this,y,Li).call(this,t,c)))}
          ${t.acknowledged_at?o`<p class="small muted">${e.read(n.date(t.acknowledged_at))}</p>`:d}
          ${l?o`<div class="stack tight">
                <div>
                  <gw-button
                    variant="primary"
                    icon="check"
                    ?busy=${this.busy===t.id}
                    @click=${()=>this.dispatchEvent(new CustomEvent("acknowledge",{detail:{feedback:t,accept:[...g]}}))}
                    >${g.size===0?e.confirm:e.confirmWith(g.size)}</gw-button
                  >
                </div>
                <p class="small muted">${e.confirmHint}</p>
              </div>`:d}
        </div>
      </gw-card>
    </article>`};Te=function(){return Zt(this.plan,this.me)};Ee=function(t,e,s){const{feedback:i}=this.t.plan,n=ds(this,y,Te).owns?i.wrote:i.wroteOf(this.plan.owner.display_name);return o`<div class="point">
      <gw-compare before-label=${n} after-label=${i.says(t.author.display_name)}>
        <div slot="before">${e}</div>
        <div slot="after" class="stack tight">${s}</div>
      </gw-compare>
    </div>`};Ii=function(t,e,s,i){const{plan:n,common:a}=this.t,r=e==="short_term"?i.short_term_objective:i.long_term_objective,l=(g,c)=>c?o`<gw-pill tone=${Ja[c]}>${g}: ${a.verdict[c]}</gw-pill>`:d,h=o`<div class="row">
        ${l(n.feedback.reasonable,s.reasonable)}${l(n.feedback.achievable,s.achievable)}
      </div>
      ${P(this,y,Wt).call(this,s.comment)}
      ${s.counter_proposal?o`<div><strong>${n.feedback.proposal}</strong>${P(this,y,Wt).call(this,s.counter_proposal)}</div>
            ${P(this,y,hs).call(this,t,`/objectives/${e}/counter_proposal`)}`:d}`;return o`<section>
      <h4>${n[e]}</h4>
      ${P(this,y,Ee).call(this,t,P(this,y,Ce).call(this,r?.summary),h)}
    </section>`};Ri=function(t,e,s,i,n){const{feedback:a}=this.t.plan,{stance:r,name:l,comment:h,item_id:g}=i,c=[...n[e],...this.plan.answers[e]].find(({id:S})=>S===g),f=(r==="add"||r==="adjust")&&!!l,k=o`<div class="row">
        <gw-pill tone=${r==="agree"?"positive":"info"} icon=${r==="agree"?"check":r==="add"?"plus":"edit"}>
          ${a.stance[r]}
        </gw-pill>
      </div>
      ${l?o`<p class="wrote" dir="auto">${l}</p>`:d}${P(this,y,Wt).call(this,h)}
      ${f?P(this,y,hs).call(this,t,`/${e}/${s}`):d}`;return P(this,y,Ee).call(this,t,c===void 0?o`<p class="muted">${a.notInPlan}</p>`:o`${P(this,y,Ce).call(this,c.name)}${P(this,y,Wt).call(this,c.note)}`,k)};Li=function(t,{action_item_id:e,decision:s,comment:i,commitment:n}){const{feedback:a,actions:r}=this.t.plan,l=this.items.find(({id:f})=>f===e),h=s==="supported"?"positive":s==="modified"?"info":"caution",g=n?.due_on?` · ${r.dueOn(this.locale.format.date(n.due_on))}`:"",c=o`<div class="row"><gw-pill tone=${h}>${a.decision[s]}</gw-pill></div>
      ${P(this,y,Wt).call(this,i)}
      ${n?o`<p class="said" dir="auto"><strong>${a.commitment(n.title)}</strong>${g}</p>`:d}`;return P(this,y,Ee).call(this,t,P(this,y,Ce).call(this,l?.title),c)};Ce=function(t){return t?o`<p class="wrote said" dir="auto">${t}</p>`:o`<p class="muted">${this.t.plan.notAnswered}</p>`};Wt=function(t){return t?o`<p class="said" dir="auto">${t}</p>`:d};hs=function(t,e){if(t.status!=="submitted"||!ds(this,y,Te).writes)return d;const s=this.accepted.get(t.id)??new Set,i=a=>{const r=a.target.values.length>0,l=new Set(s);r?l.add(e):l.delete(e),this.accepted=new Map(this.accepted).set(t.id,l)},{takeOver:n}=this.t.plan.feedback;return o`<gw-choice
      multiple
      label=${n}
      label-hidden
      .options=${[{value:e,label:n}]}
      .values=${s.has(e)?[e]:[]}
      @change=${i}
    ></gw-choice>`};Q.styles=[z,G,E`
      .head {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
      }
      .summary {
        padding-inline-start: var(--groundwork-space-4);
        border-inline-start: 3px solid var(--groundwork-accent);
        font-size: var(--groundwork-text-l);
      }
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
        overflow-wrap: anywhere;
      }
      h4 {
        margin-block-end: var(--groundwork-space-2);
      }
      .wrote {
        font-weight: 540;
      }
      .point + .point {
        margin-block-start: var(--groundwork-space-3);
      }
      article + article {
        margin-block-start: var(--groundwork-space-5);
      }
    `];ht([v({attribute:!1})],Q.prototype,"plan",2);ht([v({attribute:!1})],Q.prototype,"feedback",2);ht([v({attribute:!1})],Q.prototype,"items",2);ht([v({attribute:!1})],Q.prototype,"revisions",2);ht([v({attribute:!1})],Q.prototype,"me",2);ht([v()],Q.prototype,"manager",2);ht([v()],Q.prototype,"busy",2);ht([$()],Q.prototype,"accepted",2);Q=ht([q("gw-plan-feedback")],Q);var Ka=Object.defineProperty,Va=Object.getOwnPropertyDescriptor,Ni=t=>{throw TypeError(t)},rt=(t,e,s,i)=>{for(var n=i>1?void 0:i?Va(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Ka(e,s,n),n},Qa=(t,e,s)=>e.has(t)||Ni("Cannot "+s),Ya=(t,e,s)=>e.has(t)?Ni("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),V=(t,e,s)=>(Qa(t,e,"access private method"),s),R,Ui,Fi,Hi,Ji,us,He,Ki,Vi,Qi;let J=class extends N{constructor(){super(...arguments),Ya(this,R),this.revisions=[],this.plans=[],this.changes=new Map}render(){const{history:t}=this.t.plan;return o`<div class="stack">
      <section>
        <h3>${this.readers===void 0?t.versionsOf:t.versions}</h3>
        ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
        ${this.revisions.length===0?o`<p class="muted">${t.none}</p>`:o`<ol role="list">${this.revisions.toReversed().map(e=>V(this,R,Ui).call(this,e))}</ol>`}
      </section>
      ${this.readers===void 0?d:V(this,R,Vi).call(this,this.readers)}
      ${this.plans.length<2?d:V(this,R,Qi).call(this)}
    </div>`}};R=new WeakSet;Ui=function({number:t,shared_at:e,note:s}){const{history:i}=this.t.plan,n=this.revisions.filter(r=>r.number<t).at(-1),a=this.changes.get(t);return o`<li class="revision">
      <div class="row"><strong>${i.version(this.locale.format.number(t))}</strong><span class="muted">${this.locale.format.time(e)}</span></div>
      ${s?o`<p class="said" dir="auto">${s}</p>`:d}
      ${n===void 0?o`<p class="small muted">${i.first}</p>`:a===void 0?o`<gw-button size="small" variant="quiet" ?busy=${this.loading===t} @click=${()=>void V(this,R,Ki).call(this,t,n.number)}>${i.changes}</gw-button>`:a.length===0?o`<p class="small muted">${i.same}</p>`:o`<ul class="changes" role="list" aria-label=${i.changes}>${a.map(r=>V(this,R,Fi).call(this,r))}</ul>`}
    </li>`};Fi=function({kind:t,pointer:e,before:s,after:i}){const{history:n}=this.t.plan,a=V(this,R,us).call(this,e),r=g=>a===void 0?V(this,R,He).call(this,g):V(this,R,Hi).call(this,a,g),[l,h]=[r(s),r(i)];return o`<li>
      <div class="row"><gw-pill>${n.kind[t]}</gw-pill><strong>${V(this,R,Ji).call(this,e)}</strong></div>
      ${l===""?d:o`<p><del class="said" dir="auto">${l}</del></p>`}
      ${h===""?d:o`<p><ins class="said" dir="auto">${h}</ins></p>`}
    </li>`};Hi=function(t,e){const s=e?.value??e;return typeof s=="string"||typeof s=="number"?bi(t,s,this.locale).text:""};Ji=function(t){const{plan:e}=this.t,[,s,i]=t.split("/"),n=s==="answers"?i:s;return Xe(this.questionnaire,V(this,R,us).call(this,t)?.id??n??"")||(n==="title"?e.titleLabel:e.tabs.plan)};us=function(t){return this.questionnaire.own_questions.find(({id:e})=>t.startsWith(`/answers/extra/${e}`))};He=function(t){const{plan:e,common:s}=this.t;if(t==null)return"";if(Array.isArray(t))return t.length===0?e.history.nothing:this.locale.format.list(t.map(n=>V(this,R,He).call(this,n)));if(typeof t=="object"){const{name:n,title:a,summary:r,url:l,note:h}=t;return[n??a??r??l,h].filter(g=>typeof g=="string").join(`
`)}const i=String(t);return i==="short_term"||i==="long_term"?e[i]:i==="new_assignment"||i==="current_role_plus"?i==="new_assignment"?e.newAssignment:e.currentRolePlus:Object.hasOwn(s.itemStatus,i)?s.itemStatus[i]:/^\d{4}-\d{2}-\d{2}$/.test(i)?this.locale.format.date(i):i};Ki=async function(t,e){this.loading=t,this.error=void 0;try{const{data:s}=await this.api.GET("/v1/plans/{plan_id}/revisions/{number}/changes",{params:{path:{plan_id:this.plan.id,number:t},query:{since:e}}});this.changes=new Map(this.changes).set(t,s.changes)}catch(s){this.error=s}finally{this.loading=void 0}};Vi=function(t){const{history:e}=this.t.plan,s=e.right;return o`<section>
      <h3>${e.readers}</h3>
      ${t.length===0?o`<p class="muted">${e.noReaders}</p>`:o`<ul role="list">
            ${t.map(({reader:i,right:n,at:a,count:r,text:l})=>o`<li class="row">
                <gw-avatar size="small" name=${i?.display_name??"?"}></gw-avatar>
                <div>
                  <div dir="auto">${i===null?l:o`${i.display_name}${s[n]?`, ${s[n]}`:""}`}</div>
                  <div class="small muted">${this.locale.format.time(a)} · ${e.times(r)}</div>
                </div>
              </li>`)}
          </ul>`}
    </section>`};Qi=function(){const{history:t}=this.t.plan;return o`<section>
      <h3>${t.plans}</h3>
      <ul role="list">
        ${this.plans.map(({id:e,title:s,status:i,starts_on:n,ends_on:a})=>o`<li class="row spread">
            <div>
              <div dir="auto">${s}</div>
              <div class="small muted">${this.t.plan.period(this.locale.format.date(n),this.locale.format.date(a))}</div>
            </div>
            <div class="row">
              <gw-status plan=${i}></gw-status>
              ${e===this.plan.id?d:o`<gw-button size="small" label="${t.openPlan}: ${s}" @click=${()=>this.dispatchEvent(new CustomEvent("open",{detail:e}))}
                    >${t.openPlan}</gw-button
                  >`}
            </div>
          </li>`)}
      </ul>
    </section>`};J.styles=[z,G,E`
      ul,
      ol {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h3 {
        margin-block-end: var(--groundwork-space-3);
      }
      .revision {
        padding-inline-start: var(--groundwork-space-4);
        border-inline-start: 2px solid var(--groundwork-line);
      }
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
        overflow-wrap: anywhere;
      }
      .changes {
        margin-block-start: var(--groundwork-space-3);
        gap: var(--groundwork-space-3);
        font-size: var(--groundwork-text-s);
      }
      del {
        color: var(--groundwork-text-muted);
      }
      ins {
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
    `];rt([v({attribute:!1})],J.prototype,"plan",2);rt([v({attribute:!1})],J.prototype,"questionnaire",2);rt([v({attribute:!1})],J.prototype,"revisions",2);rt([v({attribute:!1})],J.prototype,"readers",2);rt([v({attribute:!1})],J.prototype,"plans",2);rt([Pt({context:Tt,subscribe:!0})],J.prototype,"api",2);rt([$()],J.prototype,"changes",2);rt([$()],J.prototype,"loading",2);rt([$()],J.prototype,"error",2);J=rt([q("gw-plan-history")],J);var Xa=Object.defineProperty,Za=Object.getOwnPropertyDescriptor,Yi=t=>{throw TypeError(t)},zt=(t,e,s,i)=>{for(var n=i>1?void 0:i?Za(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&Xa(e,s,n),n},Xi=(t,e,s)=>e.has(t)||Yi("Cannot "+s),Ms=(t,e,s)=>(Xi(t,e,"read from private field"),s?s.call(t):e.get(t)),Ds=(t,e,s)=>e.has(t)?Yi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),st=(t,e,s)=>(Xi(t,e,"access private method"),s),$e,F,Zi,tn,en,sn,ps,nn,an,gs;const rn={reviewer:void 0,sections:St,message:"",due_on:""};let ct=class extends Je{constructor(){super(...arguments),Ds(this,F),this.requests=[],this.checked=!1,this.busy="",Ds(this,$e,new Ln)}view(){const{invite:t}=this.t.plan,e=this.plan.status==="shared"||this.plan.status==="agreed";return o`<section class="stack" aria-labelledby="asked">
      <h3 id="asked">${t.title}</h3>
      ${this.error===void 0||this.written!==void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.requests.length===0?d:o`<ul role="list">${this.requests.map(s=>st(this,F,Zi).call(this,s,e))}</ul>`}
      ${e?this.written===void 0?st(this,F,tn).call(this):o`<gw-card heading=${t.form}>${st(this,F,en).call(this,this.written)}</gw-card>`:d}
    </section>`}};$e=new WeakMap;F=new WeakSet;Zi=function(t,e){const{plan:s}=this.t,{invite:i}=s,{id:n,reviewer:a,origin:r,due_on:l,status:h}=t,g=[r==="share"?i.byShare:i.reads(this.locale.format.list(St.filter(c=>t.sections.includes(c)).map(c=>s.section[c]))),l===null?"":i.wantedBy(this.locale.format.date(l))];return o`<li>
      <gw-avatar name=${a.display_name}></gw-avatar>
      <div class="who">
        <strong><bdi>${a.display_name}</bdi></strong>
        <p class="small muted">${g.filter(Boolean).join(" · ")}</p>
      </div>
      <div class="state">
        <gw-pill tone=${h==="answered"?"positive":"neutral"} icon=${h==="answered"?"check":"clock"}>${i.status[h]}</gw-pill>
        ${r==="invitation"&&e?o`<gw-button
              size="small"
              variant="quiet"
              label=${i.takeBackOf(a.display_name)}
              ?busy=${this.busy===n}
              @click=${()=>void st(this,F,an).call(this,t)}
              >${i.takeBack}</gw-button
            >`:d}
      </div>
    </li>`};tn=function(){const{invite:t}=this.t.plan;return o`<p class="muted small">${t.text}</p>
      <div class="row">
        <gw-button class="add" size="small" icon="plus" @click=${()=>st(this,F,sn).call(this)}>${t.add}</gw-button>
      </div>`};en=function(t){const{invite:e,section:s}=this.t.plan,i=a=>this.written={...this.written??t,...a},n=a=>a.target.value;return o`<div class="stack">
      <div class="pair">
        <gw-suggest
          label=${e.person}
          .find=${Hn(this.api)}
          .value=${t.reviewer?.label??""}
          .error=${this.checked&&t.reviewer===void 0?e.personMissing:void 0}
          @pick=${({detail:a})=>i({reviewer:a})}
        ></gw-suggest>
        <gw-text-field
          type="date"
          label=${e.due}
          min=${this.locale.format.today()}
          .value=${t.due_on}
          @change=${a=>i({due_on:n(a)})}
        ></gw-text-field>
      </div>
      <gw-choice
        multiple
        label=${e.sections}
        .options=${St.map(a=>({value:a,label:s[a]}))}
        .values=${t.sections}
        .error=${this.checked&&t.sections.length===0?e.sectionsMissing:void 0}
        @change=${a=>i({sections:a.target.values})}
      ></gw-choice>
      <gw-text-field
        multiline
        rows="2"
        maxlength="2000"
        label=${e.message}
        hint=${this.t.common.optional}
        .value=${t.message}
        @input=${a=>i({message:n(a)})}
      ></gw-text-field>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy==="invite"} @click=${()=>void st(this,F,nn).call(this)}>${e.send}</gw-button>
        <gw-button @click=${()=>st(this,F,ps).call(this)}>${this.t.common.cancel}</gw-button>
      </div>
    </div>`};sn=function(){this.written=rn,this.checked=!1,this.error=void 0,ye(this,"gw-suggest")};ps=function(){this.written=void 0,this.error=void 0,ye(this,".add")};nn=async function(){const{reviewer:t,sections:e,message:s,due_on:i}=this.written??rn;if(this.checked=!0,t===void 0||e.length===0){ye(this,t===void 0?"gw-suggest":"gw-choice");return}const n={reviewer_id:t.id,sections:[...e],message:s.trim()||null,due_on:i||null};await st(this,F,gs).call(this,"invite",async()=>{const a={path:{plan_id:this.plan.id},header:Ms(this,$e).header(n)};await this.api.POST("/v1/plans/{plan_id}/feedback-requests",{params:a,body:n}),Ms(this,$e).done(),st(this,F,ps).call(this),Et(this,this.t.plan.invite.sent(t.label))})};an=async function({id:t,reviewer:e}){await st(this,F,gs).call(this,t,async()=>{await this.api.DELETE("/v1/feedback-requests/{feedback_request_id}",{params:{path:{feedback_request_id:t}}}),Et(this,this.t.plan.invite.takenBack(e.display_name)),ye(this,".add")})};gs=async function(t,e){this.busy=t,this.error=void 0;try{await e(),this.dispatchEvent(new Event("changed"))}catch(s){this.error=s}finally{this.busy=""}};ct.styles=[z,G,E`
      :host {
        container-type: inline-size;
      }
      section,
      gw-card .stack {
        --gap: var(--groundwork-space-4);
      }
      ul {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        align-items: start;
      }
      .who {
        overflow-wrap: anywhere;
      }
      .who strong {
        font-weight: 560;
      }
      .state {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2);
      }
      .state gw-button {
        margin-inline-start: calc(-1 * var(--groundwork-space-3));
      }
      .pair {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        li {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }
        .state {
          grid-column: auto;
        }
        .state gw-button {
          margin-inline-start: 0;
        }
        .pair {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `];zt([v({attribute:!1})],ct.prototype,"plan",2);zt([v({attribute:!1})],ct.prototype,"requests",2);zt([$()],ct.prototype,"written",2);zt([$()],ct.prototype,"checked",2);zt([$()],ct.prototype,"busy",2);zt([$()],ct.prototype,"error",2);ct=zt([q("gw-plan-invitations")],ct);function tr({plan:t,owns:e,manager:s,readiness:i,items:n,feedback:a,questionnaire:r,asked:l},{t:h,format:g}){const{next:c}=h.plan,f=s?.display_name??h.plan.yourManager;if(!e)return{heading:c.reader(t.owner.display_name),text:c.readerText,...l&&{step:"respond",button:c.respond}};switch(t.status){case"draft":{if(i?.ready)return{heading:s===null?c.shareAlone:c.share(f),text:c.shareText,step:"share",button:c.shareButton};const x=i?.questions.find(({answered:ot})=>!ot)?.key,B=r.questions.find(({key:ot})=>ot===x)?.title;return{heading:c.write,text:c.writeText,...B!==void 0&&{step:"continue",button:c.continue(B)}}}case"shared":case"agreed":{const x=a.find(({status:B})=>B==="submitted");return x!==void 0?{heading:c.feedback(x.author.display_name),text:c.feedbackText,step:"feedback",button:c.feedbackButton}:t.has_unshared_changes?{heading:c.again,text:c.againText,step:"share",button:c.againButton}:t.status==="shared"?k():S()}case"completed":return{heading:c.completed,text:c.completedText,step:"renew",button:c.renewButton};case"archived":return{heading:c.archived,text:c.archivedText,step:"renew",button:c.renewButton}}function k(){if(t.owner_agreed_at!==null)return{heading:c.waitAgree(f),text:c.waitAgreeText};if(t.manager_agreed_at!==null||a.some(({revision:B})=>B===t.latest_revision)||s===null){const B=s===null?c.agreeAloneText:c.agreeText(f);return{heading:c.agree,text:B,step:"agree",button:c.agreeButton}}return{heading:c.wait(f),text:c.waitText(t.latest_revision===1&&t.shared_at!==null?g.relative(t.shared_at):void 0),other:{step:"agree",button:c.agreeButton}}}function S(){const x=n.filter(({kind:lt,status:kt})=>lt==="development"&&kt!=="done"&&kt!=="cancelled");if(x.length===0&&n.length>0)return{heading:c.allDone,text:c.allDoneText,step:"complete",button:c.completeButton};const B=x.filter(({overdue:lt})=>lt).length,ot=x.filter(({due_on:lt})=>lt!==null).sort((lt,kt)=>lt.due_on.localeCompare(kt.due_on))[0];return{heading:B>0?c.late(B):c.act,text:ot===void 0?c.actNoDate:c.actText(ot.title,g.date(ot.due_on)),step:"act",button:c.actButton}}}const er=E`
  :host {
    container-type: inline-size;
  }
  .page-head .row {
    --gap: var(--groundwork-space-2) var(--groundwork-space-3);
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .title-field {
    max-inline-size: 36rem;
  }
  .frame {
    display: grid;
    gap: var(--groundwork-space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .alignment {
    margin-block-start: var(--groundwork-space-7);
    scroll-margin-block-start: 5rem;
  }
  .alignment > p {
    margin-block: var(--groundwork-space-2) var(--groundwork-space-5);
    color: var(--groundwork-text-muted);
  }
  .reflection {
    padding-inline-start: var(--groundwork-space-4);
    border-inline-start: 3px solid var(--groundwork-accent);
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  @container (inline-size >= 56rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 17.5rem;
      column-gap: var(--groundwork-space-7);
    }
    aside {
      grid-column: 2;
      grid-row: 1;
      position: sticky;
      inset-block-start: 5.5rem;
      max-block-size: calc(100dvb - 7rem);
      overflow-y: auto;
    }
    .content {
      grid-column: 1;
      grid-row: 1;
    }
  }
  @container (inline-size < 56rem) {
    gw-plan-side::part(readiness) {
      display: none;
    }
  }
`;async function sr(t,e,s){const i=window.open("about:blank");if(i===null)return!1;try{const n=await ln(t,e,"text/html",s),a=[...n.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([,h])=>h??"").join(`
`),r=URL.createObjectURL(new Blob([n.replaceAll(/<style>[\s\S]*?<\/style>/g,"")],{type:"text/html;charset=utf-8"}));i.location.replace(r),await ir(i,r);const l=new i.CSSStyleSheet;return l.replaceSync(a),i.document.adoptedStyleSheets=[l],i.print(),URL.revokeObjectURL(r),!0}catch(n){throw i.close(),n}}async function on(t,e,s){const i=await ln(t,e,"text/markdown",s);Jn(new Blob([i],{type:"text/markdown;charset=utf-8"}),"plan.md")}async function ln(t,e,s,i){const{data:n}=await t.GET("/v1/plans/{plan_id}/brief",{params:{path:{plan_id:e}},headers:{Accept:s,"Accept-Language":i},parseAs:"text"});return n}async function ir(t,e){const s=Date.now()+5e3;for(;t.location.href!==e||t.document.readyState!=="complete";){if(Date.now()>s)throw new Error("the page to print did not open");await new Promise(i=>setTimeout(i,30))}}async function nr(t,e,s,i){const n=await t.me(),a=k=>t.GET("/v1/questionnaire",{params:{query:k===void 0?{}:{version:k}},headers:{"Accept-Language":s},signal:i}),r=e===""?cn(t,n.person?.id??"",i).then(k=>({data:Sa(k),etag:void 0})):t.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:e}},signal:i}),[{data:l,etag:h},g]=await Promise.all([r,a()]),f=l!==void 0&&l.questionnaire_version!==g.data.version?(await a(l.questionnaire_version)).data:g.data;return{me:n,plan:l,etag:h,questionnaire:f}}async function cn(t,e,s){const{data:i}=await t.GET("/v1/plans",{params:{query:{owner_id:e,sort:"-created_at",limit:50}},signal:s});return i.items}async function ar(t,e,s,i){const n={path:{plan_id:e.id},query:{limit:100}},a=e.latest_revision!==null,[r,l,h,g]=await Promise.all([xs(t.GET("/v1/plans/{plan_id}/action-items",{params:n,signal:i})),a?xs(t.GET("/v1/plans/{plan_id}/feedback",{params:n,signal:i})):void 0,a?Wn(t,e.id,i):[],s&&bt(e)?dn(t,e.id):void 0]);return{items:r?.data.items??[],feedback:l?.data.items??[],requests:h,readiness:g}}async function dn(t,e){return(await t.GET("/v1/plans/{plan_id}/readiness",{params:{path:{plan_id:e}}})).data}async function rr(t,e,s,i){const n={path:{plan_id:e.id},query:{limit:100}},[a,r,l]=await Promise.all([t.GET("/v1/plans/{plan_id}/revisions",{params:n,signal:i}),s?t.GET("/v1/plans/{plan_id}/access-log",{params:n,signal:i}):void 0,s?cn(t,e.owner_id,i):[]]);return{revisions:a.data.items,readers:r?.data.items,plans:l}}async function or(t,e,s,{step:i,text:n,outcome:a}){const r={plan_id:e.id},l={path:r,header:s===void 0?{}:{"If-Match":s}};switch(i){case"share":return t.POST("/v1/plans/{plan_id}/share",{params:l,body:n===""?{}:{note:n}});case"withdraw":return t.POST("/v1/plans/{plan_id}/withdraw",{params:l,body:{}});case"archive":return t.POST("/v1/plans/{plan_id}/archive",{params:l,body:{}});case"complete":return t.POST("/v1/plans/{plan_id}/complete",{params:l,body:{reflection:n,...a!==void 0&&{outcome:a}}});case"renew":return t.POST("/v1/plans/{plan_id}/renew",{params:{path:r},body:{}});case"delete":await t.DELETE("/v1/plans/{plan_id}",{params:l});return}}var lr=Object.defineProperty,cr=Object.getOwnPropertyDescriptor,hn=t=>{throw TypeError(t)},yt=(t,e,s,i)=>{for(var n=i>1?void 0:i?cr(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&lr(e,s,n),n},dr=(t,e,s)=>e.has(t)||hn("Cannot "+s),hr=(t,e,s)=>e.has(t)?hn("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ut=(t,e,s)=>(dr(t,e,"access private method"),s),Z,un,pn,gn,jt;let at=class extends N{constructor(){super(...arguments),hr(this,Z),this.owns=!1,this.busy=""}render(){const{plan:t}=this.t,{next:e}=this,s=i=>()=>ut(this,Z,jt).call(this,"step",i);return o`<gw-card tone="accent">
        <div class="stack tight">
          <p class="eyebrow">${t.next.label}</p>
          <h2>${e.heading}</h2>
          <p class="small" dir="auto">${e.text}</p>
          ${e.step===void 0?d:o`<div><gw-button variant="primary" ?busy=${this.busy===e.step} @click=${s(e.step)}>${e.button}</gw-button></div>`}
          ${e.other===void 0?d:o`<div><gw-button size="small" ?busy=${this.busy===e.other.step} @click=${s(e.other.step)}>${e.other.button}</gw-button></div>`}
        </div>
      </gw-card>
      ${this.saving===void 0?d:ut(this,Z,pn).call(this,this.saving)}
      ${this.saving===void 0||this.readiness===void 0?d:ut(this,Z,gn).call(this,this.readiness)}
      <div class="row">
        <gw-button size="small" icon="download" ?busy=${this.busy==="print"} @click=${()=>ut(this,Z,jt).call(this,"print")}>${t.print}</gw-button>
        <gw-menu
          label=${this.t.common.more}
          .items=${ut(this,Z,un).call(this)}
          @select=${({detail:i})=>ut(this,Z,jt).call(this,"pick",i)}
        ></gw-menu>
      </div>`}};Z=new WeakSet;un=function(){const{plan:t}=this.t,{status:e,latest_revision:s}=this.plan,i=[{id:"download",label:t.download,icon:"download"}];return this.owns&&(e==="agreed"&&i.push({id:"complete",label:t.complete,icon:"flag"}),(e==="agreed"||e==="completed")&&i.push({id:"renew",label:t.renew,icon:"arrow-right"}),e==="shared"&&i.push({id:"withdraw",label:t.withdraw,icon:"arrow-left"}),e==="draft"&&s===null?i.push({id:"delete",label:t.delete,icon:"trash"}):e!=="archived"&&i.push({id:"archive",label:t.archive,icon:"lock"})),i};pn=function({state:t,conflicts:e,error:s}){const{save:i}=this.t.plan,n=t==="offline"||t==="failed"||e>0,a=Bs(s,this.t),r=[`${i.failed}.`,a.text,...a.fields.map(({detail:g})=>g)].join(" "),l=e>0?i.conflict(e):t==="failed"?r:i[t],h=!n&&(t==="typing"||t==="saving");return o`<div class="save ${n?"bad":""}">
      <gw-icon name=${n?"alert":h?"clock":"check"}></gw-icon>
      <span aria-hidden="true" ?hidden=${!h}>${l}</span>
      <span role="status" data-save=${e>0?"conflict":t}>${h?"":l}</span>
      ${t==="failed"?o`<gw-button size="small" @click=${()=>ut(this,Z,jt).call(this,"retry")}>${this.t.common.tryAgain}</gw-button>`:d}
    </div>`};gn=function({answered:t,total:e,questions:s,findings:i}){const{plan:n}=this.t,{format:a}=this.locale;return o`<section class="readiness" part="readiness" aria-label=${n.readiness}>
      <gw-progress value=${100*t/e} label=${n.readiness}></gw-progress>
      <p class="small muted">${n.answered(a.number(t),a.number(e))}</p>
      <ul role="list">
        ${s.map(r=>{const{key:l}=r,h=i.filter(({pointer:g,severity:c})=>c==="advice"&&ee(g)===l).length;return o`<li class=${r.answered?"answered":""}>
            <button type="button" @click=${()=>ut(this,Z,jt).call(this,"go",l)}>
              <gw-icon name=${r.answered?"check-circle":"circle"}></gw-icon>${Xe(this.questionnaire,l)}
              ${r.answered?d:o`<span class="visually-hidden">(${n.notAnswered})</span>`}
              ${h===0?d:o`<span class="hint" aria-hidden="true">${a.number(h)}</span><span class="visually-hidden">, ${n.advice(h)}</span>`}
            </button>
          </li>`})}
      </ul>
    </section>`};jt=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))};at.styles=[z,G,E`
      :host {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h2 {
        font-size: var(--groundwork-text-l);
      }
      .readiness ul {
        display: grid;
        gap: var(--groundwork-space-1);
        margin-block-start: var(--groundwork-space-3);
      }
      .readiness button {
        display: flex;
        gap: var(--groundwork-space-2);
        align-items: center;
        inline-size: 100%;
        min-block-size: 2rem;
        padding: 0;
        border: 0;
        background: none;
        font-size: var(--groundwork-text-s);
        text-align: start;
        cursor: pointer;
      }
      .readiness button:hover {
        color: var(--groundwork-accent);
      }
      .readiness gw-icon {
        color: var(--groundwork-text-muted);
      }
      .readiness .answered gw-icon {
        color: var(--groundwork-positive);
      }
      .hint {
        margin-inline-start: auto;
        padding-inline: 0.4em;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
      }
      .save {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-2);
        min-block-size: 1.5rem;
        font-size: var(--groundwork-text-s);
        color: var(--groundwork-text-muted);
      }
      .save.bad {
        padding: var(--groundwork-space-3);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-text);
      }
    `];yt([v({attribute:!1})],at.prototype,"plan",2);yt([v({attribute:!1})],at.prototype,"questionnaire",2);yt([v({attribute:!1})],at.prototype,"next",2);yt([v({type:Boolean})],at.prototype,"owns",2);yt([v({attribute:!1})],at.prototype,"saving",2);yt([v({attribute:!1})],at.prototype,"readiness",2);yt([v()],at.prototype,"busy",2);at=yt([q("gw-plan-side")],at);var ur=Object.defineProperty,pr=Object.getOwnPropertyDescriptor,vn=t=>{throw TypeError(t)},Y=(t,e,s,i)=>{for(var n=i>1?void 0:i?pr(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&ur(e,s,n),n},gr=(t,e,s)=>e.has(t)||vn("Cannot "+s),vr=(t,e,s)=>e.has(t)?vn("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Vt=(t,e,s)=>(gr(t,e,"access private method"),s),Ot,fn,mn,vs,wn;let L=class extends N{constructor(){super(...arguments),vr(this,Ot),this.manager=null,this.busy=!1,this.blockers=[],this.questionTitle=()=>"",this.text=""}clear(){this.text="",this.outcome=void 0}render(){const{plan:t,common:e}=this.t,[s,i,n,a]=Vt(this,Ot,fn).call(this);return o`<gw-dialog heading=${s} ?open=${this.step!==void 0} @close=${()=>this.dispatchEvent(new Event("close"))}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.blockers.length===0?d:o`<div role="alert" class="stack tight">
            <strong>${t.notReady}</strong>
            <ul class="blockers">
              ${this.blockers.map(r=>o`<li>
                    <strong>${this.questionTitle(r.question_id??ee(r.pointer))}:</strong>
                    ${t.findings[r.code](_i(r,this.fields,[]))}
                  </li>`)}
            </ul>
          </div>`}
      ${n}
      <gw-button slot="footer" @click=${()=>this.dispatchEvent(new Event("close"))}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant=${a?"danger":"primary"} ?busy=${this.busy} @click=${Vt(this,Ot,wn)}>${i}</gw-button>
    </gw-dialog>`}};Ot=new WeakSet;fn=function(){const{plan:t}=this.t,e=s=>o`<p>${s}</p>`;switch(this.step){case"withdraw":return[t.withdrawTitle,t.withdraw,e(t.withdrawText),!0];case"archive":return[t.archiveTitle,t.archive,e(t.archiveText),!0];case"delete":return[t.deleteTitle,t.delete,e(t.deleteText),!0];case"renew":return[t.renewTitle,t.next.renewButton,e(t.renewText)];case"complete":return[t.completeTitle,t.complete,Vt(this,Ot,mn).call(this)];default:{const s=this.manager?.display_name;return[s===void 0?t.shareNobody:t.share(s),t.shareNow,o`<p>${s===void 0?t.shareNobodyText:t.shareText(s)}</p>
            ${Vt(this,Ot,vs).call(this,t.shareNote,2e3,!0)}`]}}};mn=function(){const{plan:t}=this.t,e=["reached","partly","not_reached","changed_course"].map(s=>({value:s,label:t.outcomes[s]}));return o`<p>${t.completeText}</p>
      <gw-choice
        label=${t.outcome}
        .options=${e}
        .value=${this.outcome??""}
        @change=${s=>this.outcome=s.target.value}
      ></gw-choice>
      ${Vt(this,Ot,vs).call(this,t.reflection,4e3,!1)}`};vs=function(t,e,s){return o`<gw-text-field
      multiline
      rows="3"
      maxlength=${e}
      label=${s?`${t} (${this.t.common.optional})`:t}
      ?required=${!s}
      .value=${this.text}
      @input=${i=>this.text=i.target.value}
    ></gw-text-field>`};wn=function(){if(this.step==="complete"&&this.text.trim()===""){this.renderRoot.querySelector("gw-text-field")?.focus();return}if(this.step!==void 0){const t={step:this.step,text:this.text.trim(),outcome:this.outcome};this.dispatchEvent(new CustomEvent("confirm",{detail:t}))}};L.styles=[z,G,E`
      .blockers {
        display: grid;
        gap: var(--groundwork-space-2);
        padding-inline-start: 1.25rem;
      }
    `];Y([v({attribute:!1})],L.prototype,"step",2);Y([v({attribute:!1})],L.prototype,"plan",2);Y([v({attribute:!1})],L.prototype,"fields",2);Y([v({attribute:!1})],L.prototype,"manager",2);Y([v({type:Boolean})],L.prototype,"busy",2);Y([v({attribute:!1})],L.prototype,"error",2);Y([v({attribute:!1})],L.prototype,"blockers",2);Y([v({attribute:!1})],L.prototype,"questionTitle",2);Y([$()],L.prototype,"text",2);Y([$()],L.prototype,"outcome",2);L=Y([q("gw-plan-step")],L);var fr=Object.defineProperty,mr=Object.getOwnPropertyDescriptor,$n=t=>{throw TypeError(t)},X=(t,e,s,i)=>{for(var n=i>1?void 0:i?mr(e,s):e,a=t.length-1,r;a>=0;a--)(r=t[a])&&(n=(i?r(e,s,n):r(n))||n);return i&&n&&fr(e,s,n),n},fs=(t,e,s)=>e.has(t)||$n("Cannot "+s),u=(t,e,s)=>(fs(t,e,"read from private field"),s?s.call(t):e.get(t)),qt=(t,e,s)=>e.has(t)?$n("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),_n=(t,e,s,i)=>(fs(t,e,"write to private field"),e.set(t,s),s),_=(t,e,s)=>(fs(t,e,"access private method"),s),b,Qt,Yt,H,_e,p,bn,dt,I,Gt,Xt,se,yn,kn,xn,On,ms,Sn,ws,ze,Pn,Tn,En,Cn,zn,ie,$s,Bt,qn,An,_s;const bs={items:[],feedback:[],requests:[],readiness:void 0};let D=class extends Je{constructor(){super(...arguments),qt(this,p),this.planId="",this.writing=!1,this.busy="",this.blockers=[],qt(this,b,new Na(this,()=>this.api,()=>void _(this,p,qn).call(this))),qt(this,Qt),qt(this,Yt,new re(this,()=>[this.planId,this.locale.language],async([t,e],s)=>{const i=await nr(this.api,t,e,s);return i.plan!==void 0&&!s.aborted&&(_n(this,Qt,i.me.person?.id),u(this,b).take(i.plan,i.etag),t!==""&&Dn(this,i.plan.title)),i})),qt(this,H,new re(this,()=>[u(this,b).plan?.id??""],async(t,e)=>{const{plan:s}=u(this,b);return s===void 0?bs:ar(this.api,s,_(this,p,Xt).call(this,s),e)})),qt(this,_e,new re(this,()=>[u(this,b).plan?.id??"",u(this,b).plan?.latest_revision??0,u(this,p,I)==="history"||u(this,p,I)==="feedback"],async([,,t],e)=>{const{plan:s}=u(this,b);return t&&s!==void 0?rr(this.api,s,_(this,p,Xt).call(this,s),e):void 0}))}updated(){u(this,p,I)==="talk"?(Ut(()=>import("./groundwork-talk-BHbf3wOB.js"),[]),Ut(()=>import("./groundwork-comments-IIWezkHp.js"),[])):u(this,p,I)==="actions"&&Ut(()=>import("./groundwork-proposals-SyVLxTA3.js"),[])}view(){return u(this,Yt).show(t=>{const{plan:e,fields:s}=u(this,b);return t.plan===void 0||e===void 0||s===void 0?o`<gw-plan-begin
          @begun=${({detail:i})=>_(this,p,An).call(this,t,i.plan,i.etag)}
        ></gw-plan-begin>`:_(this,p,bn).call(this,t,e,s)})}};b=new WeakMap;Qt=new WeakMap;Yt=new WeakMap;H=new WeakMap;_e=new WeakMap;p=new WeakSet;bn=function({me:t,questionnaire:e},s,i){const{plan:n}=this.t,{format:a}=this.locale,r=_(this,p,Xt).call(this,s);return o`<div class="page-head">
        <div class="row">
          <gw-status plan=${s.status}></gw-status>
          <span>${n.period(a.date(s.starts_on),a.date(s.ends_on))}</span>
          ${s.outcome===null?d:o`<span>${n.outcomes[s.outcome]}</span>`}
        </div>
        ${u(this,p,Gt)?o`<h1 class="visually-hidden">${i.title}</h1>
              <gw-text-field
                class="title-field"
                maxlength="200"
                label=${n.titleLabel}
                .value=${i.title}
                @input=${l=>u(this,b).change("title",l.target.value)}
              ></gw-text-field>`:o`<h1 dir="auto">${i.title}</h1>`}
        ${r?d:o`<p dir="auto">${n.planOf(s.owner.display_name)}</p>`}
      </div>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="frame">
        <aside aria-label=${n.next.label}>${_(this,p,yn).call(this,t,e,s,r)}</aside>
        <div class="content">${_(this,p,kn).call(this,t,e,s,i,r)}</div>
      </div>
      <gw-plan-step
        .step=${this.asked}
        .plan=${s}
        .fields=${i}
        .manager=${_(this,p,se).call(this,t)}
        .error=${this.stepError}
        .blockers=${this.blockers}
        .questionTitle=${l=>Xe(e,l)}
        ?busy=${this.busy!==""}
        @close=${()=>this.asked=void 0}
        @confirm=${({detail:l})=>void _(this,p,Pn).call(this,s,l)}
      ></gw-plan-step>`};dt=function(){return u(this,H).value??bs};I=function(){if(this.tab!==void 0)return this.tab;const t=u(this,b).plan;return u(this,p,dt).feedback.some(({status:e})=>e==="submitted")&&t!==void 0&&bt(t)?"feedback":t?.status==="agreed"?"actions":"plan"};Gt=function(){const{plan:t}=u(this,b);return t!==void 0&&_(this,p,Xt).call(this,t)&&(t.status==="draft"||this.writing&&bt(t))};Xt=function(t){return t.owner_id===u(this,Qt)};se=function(t){return t.person?.manager??null};yn=function(t,e,s,i){const{items:n,feedback:a,readiness:r}=u(this,p,dt),{state:l,conflicts:h,error:g}=u(this,b),c=Bn(t,u(this,p,dt).requests)!==void 0,f=tr({plan:s,owns:i,manager:_(this,p,se).call(this,t),readiness:r,items:n,feedback:a,questionnaire:e,asked:c},this.locale),k=f.step==="feedback"&&u(this,p,I)==="feedback"||f.step==="act"&&u(this,p,I)==="actions";return o`<gw-plan-side
      .plan=${s}
      .questionnaire=${e}
      .next=${k?{heading:f.heading,text:f.text}:f}
      .saving=${u(this,p,Gt)?{state:l,conflicts:h.size,error:g}:void 0}
      .readiness=${r}
      ?owns=${i}
      busy=${this.busy}
      @step=${({detail:S})=>void _(this,p,Sn).call(this,S,s,r)}
      @go=${({detail:S})=>void _(this,p,ze).call(this,S)}
      @retry=${()=>void u(this,b).flush()}
      @print=${()=>void _(this,p,Cn).call(this,s)}
      @pick=${({detail:S})=>S==="download"?void _(this,p,zn).call(this,s):_(this,p,ws).call(this,S)}
    ></gw-plan-side>`};kn=function(t,e,s,i,n){const{tabs:a}=this.t.plan,{items:r,feedback:l}=u(this,p,dt),h=l.filter(({status:c})=>c!=="draft").length,g=r.filter(({status:c})=>c!=="done"&&c!=="cancelled").length;return o`<gw-tabs
      label=${a.label}
      .selected=${u(this,p,I)}
      .tabs=${[{id:"plan",label:a.plan},{id:"actions",label:a.actions,...g>0&&{count:g}},{id:"feedback",label:a.feedback,...h>0&&{count:h}},...s.status==="draft"||Zt(s,t).invited?[]:[{id:"talk",label:a.talk}],{id:"history",label:a.history}]}
      @select=${c=>this.tab=c.target.selected}
    >
      <div slot=${u(this,p,I)}>
        ${u(this,p,I)==="plan"||u(this,p,I)==="talk"?d:o`<h2 class="visually-hidden">${a[u(this,p,I)]}</h2>`}
        ${_(this,p,xn).call(this,t,e,s,i,n)}
      </div>
    </gw-tabs>`};xn=function(t,e,s,i,n){const{plan:a}=this.t,{items:r,feedback:l,requests:h}=u(this,p,dt),{comments:g}=Zt(s,t),c=_(this,p,se).call(this,t)?.display_name??a.yourManager;if(this.tab===void 0&&s.status==="shared"&&u(this,p,dt)===bs)return u(this,H).show(()=>o`<gw-skeleton lines="5"></gw-skeleton>`);switch(u(this,p,I)){case"actions":return u(this,H).show(()=>o`<div class="stack">
            ${_(this,p,ms).call(this,t,s,i,!1)}
            ${s.latest_revision!==null&&bt(s)&&s.status!=="draft"?o`<groundwork-proposals
                  plan-id=${s.id}
                  @groundwork-plan-changed=${()=>void _(this,p,Bt).call(this)}
                ></groundwork-proposals>`:d}
          </div>`);case"feedback":return u(this,H).show(()=>o`<div class="stack"><gw-plan-feedback
            .plan=${s}
            .feedback=${l}
            .items=${r}
            .revisions=${u(this,_e).value?.revisions??[]}
            .me=${t}
            manager=${n?c:""}
            busy=${this.busy}
            @acknowledge=${({detail:f})=>void _(this,p,En).call(this,f.feedback,f.accept)}
          ></gw-plan-feedback>
          ${n&&s.status!=="draft"?o`<gw-plan-invitations .plan=${s} .requests=${h} @changed=${()=>void _(this,p,Bt).call(this)}></gw-plan-invitations>`:d}</div>`);case"talk":return o`<div class="stack">
          <groundwork-talk embedded plan-id=${s.id}></groundwork-talk>
          <section class="stack tight">
            <h2>${a.comments}</h2>
            <groundwork-comments plan-id=${s.id} .elsewhere=${Pa(e,i)} ?closed=${!g}></groundwork-comments>
          </section>
        </div>`;case"history":return u(this,_e).show(f=>f===void 0?o`<gw-skeleton></gw-skeleton>`:o`<gw-plan-history
                .plan=${s}
                .questionnaire=${e}
                .revisions=${f.revisions}
                .readers=${f.readers}
                .plans=${f.plans}
                @open=${({detail:k})=>_(this,p,_s).call(this,k)}
              ></gw-plan-history>`);default:return _(this,p,On).call(this,t,e,s,i,n)}};On=function(t,e,s,i,n){const{plan:a}=this.t,{items:r,readiness:l,requests:h}=u(this,p,dt),{comments:g,invited:c}=Zt(s,t),f=h.find(({reviewer_id:x})=>c&&x===t.person?.id),k=({detail:x})=>u(this,b).change(x.key,x.value),S=_(this,p,se).call(this,t)?.display_name??a.yourManager;return o`<div class="stack">
      ${s.reflection?o`<p class="reflection" dir="auto">${s.reflection}</p>`:d}
      ${n&&s.status!=="draft"&&bt(s)?o`<div class="row">
            <gw-button size="small" icon=${this.writing?"check":"edit"} @click=${()=>this.writing=!this.writing}>
              ${this.writing?a.editDone:a.edit}
            </gw-button>
            ${this.writing?o`<span class="small muted">${a.editHint(S)}</span>`:d}
          </div>`:d}
      <gw-plan-answers
        .fields=${i}
        .questionnaire=${e}
        .findings=${l?.findings??[]}
        .conflicts=${u(this,b).conflicts}
        .actionTitles=${r.map(({title:x})=>x)}
        ?editing=${u(this,p,Gt)}
        startsOn=${s.starts_on}
        .shown=${f?.sections??St}
        plan-id=${s.latest_revision===null?"":s.id}
        ?may-comment=${g}
        @field=${k}
        @choose=${({detail:x})=>u(this,b).choose(x.key,x.which)}
        @link=${()=>this.renderRoot.querySelector(".alignment")?.scrollIntoView({block:"start"})}
      >
        <div slot="actions">${_(this,p,ms).call(this,t,s,i,!0)}</div>
      </gw-plan-answers>
      <section class="alignment" aria-labelledby="alignment">
        <h2 id="alignment">${a.alignment}</h2>
        <p>${u(this,p,Gt)?a.alignmentText:a.alignmentRead}</p>
        <gw-plan-alignment .fields=${i} .items=${u(this,H).value?.items} ?editing=${u(this,p,Gt)} @field=${k}></gw-plan-alignment>
      </section>
    </div>`};ms=function(t,e,s,i){return o`<gw-plan-actions
      .plan=${e}
      .items=${u(this,p,dt).items}
      .areas=${s.development_areas.filter(({name:n})=>n.trim()!=="")}
      .me=${t}
      ?brief=${i}
      @changed=${()=>void _(this,p,Bt).call(this)}
    ></gw-plan-actions>`};Sn=async function(t,e,s){switch(t){case"continue":return _(this,p,ze).call(this,s?.questions.find(({answered:i})=>!i)?.key??"");case"feedback":this.tab="feedback";return;case"act":this.tab="actions";return;case"agree":return _(this,p,Tn).call(this,e);case"respond":location.hash=`/feedback/${e.id}`;return;default:_(this,p,ws).call(this,t)}};ws=function(t){this.stepError=void 0,this.blockers=[],this.asked=t};ze=async function(t){this.tab="plan",this.writing||=u(this,b).plan?.status!=="draft",await this.updateComplete,await this.answers?.goTo(t)};Pn=async function(t,e){const{plan:s}=this.t,{step:i}=e;this.busy=i,this.stepError=void 0,this.blockers=[];try{if(i!=="delete"&&!await u(this,b).flush())throw u(this,b).error??new TypeError("not saved");const n=await or(this.api,t,u(this,b).etag,e);this.dialog.clear(),this.asked=void 0,this.writing=!1;const a={share:s.shared,withdraw:s.withdrawn,complete:s.completed,archive:s.archived,renew:s.renewed,delete:s.deleted};if(Et(this,a[i]),n===void 0||i==="renew"){_(this,p,_s).call(this,n?.data.id??"");return}this.tab=void 0,u(this,b).take(n.data,n.etag),await u(this,H).reload()}catch(n){n instanceof Ke&&n.problem.findings!==void 0?this.blockers=n.problem.findings.filter(({severity:a})=>a==="blocker"):(this.stepError=n,await _(this,p,$s).call(this,n))}finally{this.busy=""}};Tn=async function(t){await _(this,p,ie).call(this,"agree",async()=>{const{data:e,etag:s}=await this.api.POST("/v1/plans/{plan_id}/agree",{params:{path:{plan_id:t.id}},body:t.latest_revision===null?{}:{revision:t.latest_revision}});u(this,b).take(e,s),Et(this,this.t.plan.agreed)})};En=async function(t,e){await _(this,p,ie).call(this,t.id,async()=>{await u(this,b).flush(),await this.api.POST("/v1/feedback/{feedback_id}/acknowledge",{params:{path:{feedback_id:t.id}},body:e.length===0?{}:{accept:[...e]}}),this.tab="feedback",Et(this,e.length===0?this.t.plan.feedback.confirmed:this.t.plan.feedback.taken(e.length)),await _(this,p,Bt).call(this)})};Cn=async function(t){await _(this,p,ie).call(this,"print",async()=>{await u(this,b).flush(),await sr(this.api,t.id,this.locale.language)||(Et(this,this.t.plan.printBlocked,"neutral"),await on(this.api,t.id,this.locale.language))})};zn=async function(t){await _(this,p,ie).call(this,"download",async()=>{await u(this,b).flush(),await on(this.api,t.id,this.locale.language)})};ie=async function(t,e){if(this.busy===""){this.busy=t,this.error=void 0;try{await e()}catch(s){this.error=s,await _(this,p,$s).call(this,s)}finally{this.busy=""}}};$s=async function(t){t instanceof Ke&&(t.status===409||t.status===412)&&await _(this,p,Bt).call(this).catch(()=>{})};Bt=async function(){const t=u(this,b).plan?.id??"",[{data:e,etag:s}]=await Promise.all([this.api.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:t}}}),u(this,H).reload()]);u(this,b).take(e,s)};qn=async function(){const t=u(this,b).plan?.id??"",e=await dn(this.api,t).catch(()=>{});e!==void 0&&u(this,H).value!==void 0&&u(this,b).plan?.id===t&&(u(this,H).value={...u(this,H).value,readiness:e})};An=function(t,e,s){_n(this,Qt,e.owner_id),u(this,b).take(e,s),u(this,Yt).value={...t,plan:e},this.updateComplete.then(()=>_(this,p,ze).call(this,"mission_statement"))};_s=function(t){this.getToken===void 0?location.hash=t===""?"/plan":`/plan/${t}`:this.planId=t,this.tab=void 0,this.writing=!1,t===this.planId&&u(this,Yt).reload()};D.styles=[z,G,er];X([v({attribute:"plan-id"})],D.prototype,"planId",2);X([$()],D.prototype,"tab",2);X([$()],D.prototype,"writing",2);X([$()],D.prototype,"asked",2);X([$()],D.prototype,"busy",2);X([$()],D.prototype,"error",2);X([$()],D.prototype,"stepError",2);X([$()],D.prototype,"blockers",2);X([be("gw-plan-answers")],D.prototype,"answers",2);X([be("gw-plan-step")],D.prototype,"dialog",2);D=X([q("groundwork-plan")],D);const Cr=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkPlan(){return D}},Symbol.toStringTag,{value:"Module"}));export{D as G,Yn as a,Sa as c,ua as f,Cr as g,cn as l,pa as r};
