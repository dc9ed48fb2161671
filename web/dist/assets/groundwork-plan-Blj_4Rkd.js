import{i as j,A as d,b as o,w as ks,_ as ce}from"./tokens-BHm-NQ-a.js";import{b as N,l as L,n as g,w as Ot,h as St,r as m,t as ke,a as J,z as Ke,e as I,u as jt,v as Qe,P as te,G as xs,C as Ts}from"./keyed-Do4O5M2M.js";import{L as de}from"./loading-BU4JZjhQ.js";import"./field-D2fG7fMb.js";import"./tabs-CRyVSMxp.js";import{c as Ye}from"./repeat-B_8P3B5Z.js";import"./disclosure-BTAz3aSI.js";import"./card-BEFpIOtP.js";import{d as Ps}from"./download-Dy9FgwXI.js";var Os=Object.defineProperty,Ss=Object.getOwnPropertyDescriptor,Xe=t=>{throw TypeError(t)},U=(t,e,i,s)=>{for(var a=s>1?void 0:s?Ss(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Os(e,i,a),a},xe=(t,e,i)=>e.has(t)||Xe("Cannot "+i),ct=(t,e,i)=>(xe(t,e,"read from private field"),i?i.call(t):e.get(t)),Ct=(t,e,i)=>e.has(t)?Xe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Jt=(t,e,i,s)=>(xe(t,e,"write to private field"),e.set(t,i),i),Rt=(t,e,i)=>(xe(t,e,"access private method"),i),dt,qt,_t,ge,ve,It,Ze,ti;function ei(t,e){return{title:t?.title??"",due_on:t===void 0?e:t.due_on??"",development_area_id:t?.development_area_id??"",advances:t?.advances??[],support_needed:t?.support_needed??"",description:t?.description??""}}let z=class extends J{constructor(){super(...arguments),Ct(this,_t),this.planId="",this.areas=[],this.from="",this.until="",this.saving=!1,this.conflict=!1,Ct(this,dt),Ct(this,qt),Ct(this,ve,t=>{t.key==="Enter"&&!t.isComposing&&ct(this,It).call(this,t)}),Ct(this,It,async t=>{t.preventDefault(),t.stopPropagation();const{written:e}=this;if(this.saving||e===void 0||e.title.trim()===""){this.first.focus();return}this.saving=!0,this.error=void 0,this.conflict=!1;try{(this.item===void 0?await Rt(this,_t,Ze).call(this,e):await Rt(this,_t,ti).call(this,this.item,e))?(Jt(this,dt,e),this.dispatchEvent(new Event("saved"))):(this.conflict=!0,await Rt(this,_t,ge).call(this))}catch(i){this.error=i}finally{this.saving=!1}})}willUpdate(){this.written===void 0&&(this.written=ei(this.item,""),Jt(this,dt,this.written),this.item!==void 0&&Rt(this,_t,ge).call(this))}async firstUpdated(){await this.first.updateComplete,this.first.focus()}get dirty(){return JSON.stringify(this.written)!==JSON.stringify(ct(this,dt))}render(){const{actions:t,short:e,long:i}=this.t.plan,{written:s}=this;if(s===void 0)return d;const a=n=>l=>this.written={...s,...this.written,[n]:l.target.value},r=this.item?.kind!=="support";return o`<form class="stack" @submit=${ct(this,It)} aria-label=${this.item===void 0?t.form:t.formEdit}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.conflict?o`<p role="alert">${this.t.common.errors.conflictText}</p>`:d}
      <gw-text-field required maxlength="200" label=${t.name} .value=${s.title} @input=${a("title")} @keydown=${ct(this,ve)}></gw-text-field>
      <div class="pair">
        <gw-text-field type="date" label=${t.due} min=${this.from} max=${this.until} .value=${s.due_on} @change=${a("due_on")}></gw-text-field>
        ${r?o`<gw-select
              label=${t.area}
              .options=${[{value:"",label:t.noArea},...this.areas.map(({id:n,name:l})=>({value:n,label:l}))]}
              .value=${s.development_area_id}
              @change=${a("development_area_id")}
            ></gw-select>`:d}
      </div>
      ${r?o`<gw-choice
              multiple
              label=${t.advances}
              .options=${[{value:"short_term",label:e},{value:"long_term",label:i}]}
              .values=${s.advances}
              @change=${n=>this.written={...s,advances:n.target.values}}
            ></gw-choice>
            <gw-text-field maxlength="2000" label=${t.supportNeeded} .value=${s.support_needed} @input=${a("support_needed")}></gw-text-field>`:d}
      <gw-text-field multiline rows="2" maxlength="4000" label=${t.description} .value=${s.description} @input=${a("description")}></gw-text-field>
      <div class="row">
        <gw-button type="submit" variant="primary" ?busy=${this.saving}>${this.t.common.save}</gw-button>
        <gw-button @click=${()=>this.dispatchEvent(new Event("cancel"))}>${this.t.common.cancel}</gw-button>
      </div>
    </form>`}};dt=new WeakMap;qt=new WeakMap;_t=new WeakSet;ge=async function(){const t=this.item?.id??"";try{const{data:e,etag:i}=await this.api.GET("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:t}}}),s=this.dirty;Jt(this,dt,ei(e,"")),Jt(this,qt,i),s||(this.written=ct(this,dt))}catch(e){this.error=e}};ve=new WeakMap;It=new WeakMap;Ze=async function(t){const e={title:t.title,advances:[...t.advances]};for(const i of["due_on","development_area_id","support_needed","description"])t[i]!==""&&(e[i]=t[i]);return await this.api.POST("/v1/plans/{plan_id}/action-items",{params:{path:{plan_id:this.planId}},body:e}),!0};ti=async function(t,e){const i=ct(this,dt)??e,s={};e.title!==i.title&&(s.title=e.title),JSON.stringify(e.advances)!==JSON.stringify(i.advances)&&(s.advances=[...e.advances]);for(const n of["due_on","development_area_id","support_needed","description"])e[n]!==i[n]&&(s[n]=e[n]===""?null:e[n]);const a=ct(this,qt)===void 0?{}:{"If-Match":ct(this,qt)};return(await Ke(this.api.PATCH("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:t.id},header:a},body:s}))).changed};z.styles=[N,L,j`
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
    `];U([g({attribute:"plan-id"})],z.prototype,"planId",2);U([g({attribute:!1})],z.prototype,"item",2);U([g({attribute:!1})],z.prototype,"areas",2);U([g()],z.prototype,"from",2);U([g()],z.prototype,"until",2);U([Ot({context:St,subscribe:!0})],z.prototype,"api",2);U([m()],z.prototype,"written",2);U([m()],z.prototype,"saving",2);U([m()],z.prototype,"error",2);U([m()],z.prototype,"conflict",2);U([ke("gw-text-field")],z.prototype,"first",2);z=U([I("gw-action-form")],z);var Es=Object.defineProperty,Cs=Object.getOwnPropertyDescriptor,ii=t=>{throw TypeError(t)},H=(t,e,i,s)=>{for(var a=s>1?void 0:s?Cs(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Es(e,i,a),a},zs=(t,e,i)=>e.has(t)||ii("Cannot "+i),si=(t,e,i)=>e.has(t)?ii("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),fe=(t,e,i)=>(zs(t,e,"access private method"),i),we,ai,Ut,me;const qs=[25,50,75];let ht=class extends J{constructor(){super(...arguments),si(this,we),this.note="",this.busy=""}render(){const{actions:t}=this.t.plan,e=(i,s,a)=>o`<gw-button size="small" ?busy=${this.busy===i} @click=${()=>void fe(this,we,ai).call(this,i,a)}>${s}</gw-button>`;return o`<div class="stack tight" role="group" aria-label=${t.recordOf(this.item.title)}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <span class="label" aria-hidden="true">${t.howFar}</span>
      <div class="row">
        ${qs.map(i=>e(String(i),this.locale.format.percent(i),{progress_percent:i,status:"in_progress"}))}
        ${e("done",t.doneButton,{status:"done"})} ${e("blocked",t.blockedButton,{status:"blocked"})}
      </div>
      <gw-text-field
        multiline
        rows="1"
        maxlength="2000"
        label="${t.note} (${this.t.common.optional})"
        .value=${this.note}
        @input=${i=>this.note=i.target.value}
      ></gw-text-field>
      ${this.note.trim()===""?d:o`<div>${e("note",t.noteOnly,{})}</div>`}
    </div>`}};we=new WeakSet;ai=async function(t,e){if(this.busy===""){this.busy=t,this.error=void 0;try{await this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:this.item.id}},body:{...e,...this.note.trim()!==""&&{note:this.note}}}),this.note="",this.dispatchEvent(new Event("recorded"))}catch(i){this.error=i}finally{this.busy=""}}};ht.styles=[N,L,j`
      :host {
        padding: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .label {
        font-weight: 560;
        font-size: var(--groundwork-text-s);
      }
    `];H([g({attribute:!1})],ht.prototype,"item",2);H([Ot({context:St,subscribe:!0})],ht.prototype,"api",2);H([m()],ht.prototype,"note",2);H([m()],ht.prototype,"busy",2);H([m()],ht.prototype,"error",2);ht=H([I("gw-action-progress")],ht);let pt=class extends J{constructor(){super(...arguments),si(this,Ut),this.itemId="",this.version=""}willUpdate(t){(t.has("itemId")||t.has("version"))&&fe(this,Ut,me).call(this)}render(){const{actions:t}=this.t.plan;return this.error!==void 0?o`<gw-error inline .error=${this.error} @retry=${()=>void fe(this,Ut,me).call(this)}></gw-error>`:this.updates===void 0?o`<gw-skeleton lines="2"></gw-skeleton>`:this.updates.length===0?o`<p class="small muted">${t.noHistory}</p>`:o`<ol role="list" aria-label=${t.history}>
          ${this.updates.map(({status:e,progress_percent:i,note:s,recorded_at:a,author:r})=>o`<li>
              <div class="row">
                <gw-status item=${e}></gw-status>
                <span>${this.locale.format.percent(i)}</span>
                <span class="muted">${[r?.display_name,this.locale.format.time(a)].filter(Boolean).join(" · ")}</span>
              </div>
              ${s?o`<p class="said" dir="auto">${s}</p>`:d}
            </li>`)}
        </ol>`}};Ut=new WeakSet;me=async function(){this.error=void 0;try{const{data:t}=await this.api.GET("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:this.itemId},query:{limit:100}}});this.updates=t.items.toReversed()}catch(t){this.error=t}};pt.styles=[N,L,j`
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
    `];H([g({attribute:"item-id"})],pt.prototype,"itemId",2);H([g()],pt.prototype,"version",2);H([Ot({context:St,subscribe:!0})],pt.prototype,"api",2);H([m()],pt.prototype,"updates",2);H([m()],pt.prototype,"error",2);pt=H([I("gw-action-history")],pt);const Te=["values","motivators","strengths","development_areas"],As=["mission_statement","values","motivators","short_term_objective","long_term_objective","strengths","development_areas"],Le=["title",...As,"extra"],Kt=["basic","deeper","planning"],mt=["short_term","long_term"],Gs={values:5,motivators:20,strengths:20,development_areas:20};function ee(t){return Te.includes(t)}function Ms({title:t,answers:e}){return structuredClone({title:t,...e,extra:e.extra??[]})}function js(){return{id:crypto.randomUUID(),name:"",note:null,aligned_with:[]}}function $e(t,e){const i=e[t];if(t==="title")return i;if(ee(t))return e[t].filter(({name:n})=>n.trim()!=="").map(n=>({...n,note:n.note||null,aligned_with:mt.filter(l=>n.aligned_with.includes(l))}));if(t==="extra")return e.extra.filter(({value:n})=>n!=="").map(({question_id:n,section:l,value:h})=>({question_id:n,section:l,value:h}));if(t==="mission_statement")return i||null;const s={...i};for(const[n,l]of Object.entries(s))(l===""||l===null||l===void 0)&&delete s[n];const{id:a,...r}=s;return Object.keys(r).length===0?null:s}function Nt(t,e,i){return Ie($e(t,e))===Ie($e(t,i))}function Ie(t){return JSON.stringify(t,(e,i)=>{if(i!==null&&typeof i=="object"&&!Array.isArray(i)){const s=Object.entries(i).filter(([a])=>a!=="id"||"aligned_with"in i);return Object.fromEntries(s.sort(([a],[r])=>a<r?-1:1))}return i})}function Ds(t,e){const i=$e(t,e);return t==="extra"?{extra:i.map(({question_id:s,value:a})=>({question_id:s,value:a}))}:t==="short_term_objective"&&i!==null?{short_term_objective:{summary:null,kind:null,detail:null,target_on:null,...i}}:t==="long_term_objective"&&i!==null?{long_term_objective:{summary:null,horizon_years:null,...i}}:{[t]:i}}function Ws(t){const e=t.split("/").at(-1)??"";return/^\d+$/.test(e)?Number(e):void 0}function at({status:t}){return t==="draft"||t==="shared"||t==="agreed"}function Bs(t){const e=[...t].sort((i,s)=>s.created_at.localeCompare(i.created_at));return e.find(at)??e.find(({status:i})=>i==="completed")??e[0]}function ni({questions:t,own_questions:e},i){return t.find(s=>s.key===i)?.title??e.find(({id:s})=>s===i)?.title??""}var Rs=Object.defineProperty,Ns=Object.getOwnPropertyDescriptor,ri=t=>{throw TypeError(t)},A=(t,e,i,s)=>{for(var a=s>1?void 0:s?Ns(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Rs(e,i,a),a},oi=(t,e,i)=>e.has(t)||ri("Cannot "+i),_e=(t,e,i)=>(oi(t,e,"read from private field"),i?i.call(t):e.get(t)),Ls=(t,e,i)=>e.has(t)?ri("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),C=(t,e,i)=>(oi(t,e,"access private method"),i),O,Qt,li,Ht,ci,di,hi,pi,ui,Pe,ie;const Yt=["done","cancelled"];let E=class extends J{constructor(){super(...arguments),Ls(this,O),this.items=[],this.areas=[],this.person="",this.brief=!1,this.adding=!1,this.editing="",this.recording="",this.unfolded=new Set,this.busy=!1}render(){const{actions:t}=this.t.plan,e=this.items.filter(({kind:n})=>n==="development"),i=this.items.filter(({kind:n})=>n==="support"),s=e.filter(({status:n})=>!Yt.includes(n)).sort(Ue),a=e.filter(({status:n})=>Yt.includes(n)),r=_e(this,O,Qt)&&at(this.plan);return o`<div class="stack">
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.items.length===0&&!this.adding&&!this.brief?o`<gw-empty icon="flag" heading=${t.empty} text=${t.emptyText}></gw-empty>`:d}
      ${s.length===0?d:o`<section>
            ${this.brief?d:o`<h3>${_e(this,O,Qt)?t.mine:t.theirs(this.plan.owner.display_name)}</h3>`}${C(this,O,Ht).call(this,s)}
          </section>`}
      ${r?C(this,O,li).call(this):d}
      ${i.length===0?d:o`<section><h3>${t.support}</h3>${C(this,O,Ht).call(this,i.sort(Ue))}</section>`}
      ${a.length===0?d:o`<gw-disclosure label=${t.done(a.length)} ?open=${s.length===0}>${C(this,O,Ht).call(this,a)}</gw-disclosure>`}
      ${C(this,O,ui).call(this)}
    </div>`}async add(){this.adding=!0,await this.updateComplete}};O=new WeakSet;Qt=function(){return this.plan.owner_id===this.person};li=function(){const{actions:t}=this.t.plan;return this.adding?o`<gw-action-form
          plan-id=${this.plan.id}
          .areas=${this.areas}
          from=${this.plan.starts_on}
          until=${this.plan.ends_on}
          @saved=${()=>C(this,O,ie).call(this,()=>this.adding=!1)}
          @cancel=${()=>this.adding=!1}
        ></gw-action-form>`:o`<div><gw-button icon="plus" @click=${()=>void this.add()}>${t.add}</gw-button></div>`};Ht=function(t){return o`<ul role="list">
      ${Ye(t,({id:e})=>e,e=>o`<li>${this.editing===e.id?C(this,O,ci).call(this,e):C(this,O,di).call(this,e)}</li>`)}
    </ul>`};ci=function(t){return o`<gw-action-form
      plan-id=${this.plan.id}
      .item=${t}
      .areas=${this.areas}
      from=${this.plan.starts_on}
      until=${this.plan.ends_on}
      @saved=${()=>C(this,O,ie).call(this,()=>this.editing="")}
      @cancel=${()=>this.editing=""}
    ></gw-action-form>`};di=function(t){const{actions:e}=this.t.plan,i=at(this.plan)&&(_e(this,O,Qt)||t.responsible_id===this.person),s=this.recording===t.id;return o`<article class="item" aria-labelledby="title-${t.id}">
      <div class="head">
        <div>
          <h4 id="title-${t.id}" dir="auto">${t.title}</h4>
          <div class="facts">${C(this,O,hi).call(this,t)}</div>
        </div>
        <gw-menu
          label=${e.menu(t.title)}
          .items=${[...i?[{id:"edit",label:e.edit,icon:"edit"}]:[],{id:"history",label:e.history,icon:"clock"},...i&&!Yt.includes(t.status)?[{id:"cancel",label:e.cancelAction,icon:"close"}]:[],...i?[{id:"delete",label:e.delete,icon:"trash"}]:[]]}
          @select=${a=>void C(this,O,pi).call(this,t,a.detail)}
        ></gw-menu>
      </div>
      ${t.description?o`<p class="said small" dir="auto">${t.description}</p>`:d}
      ${this.brief?d:o`<div class="foot">
            <gw-status item=${t.status}></gw-status>
            <gw-progress show-value value=${t.progress_percent} label=${e.progressOf(t.title)}></gw-progress>
            ${i&&!Yt.includes(t.status)?o`<gw-button
                  size="small"
                  expanded=${s?"true":"false"}
                  @click=${()=>this.recording=s?"":t.id}
                  >${e.record}</gw-button
                >`:d}
          </div>`}
      ${s?o`<gw-action-progress
            .item=${t}
            @recorded=${()=>C(this,O,ie).call(this,()=>this.recording="")}
          ></gw-action-progress>`:d}
      ${this.unfolded.has(t.id)?o`<gw-action-history item-id=${t.id} version=${t.version}></gw-action-history>`:d}
    </article>`};hi=function(t){const{actions:e,short_term:i,long_term:s}=this.t.plan,{format:a}=this.locale,r=this.areas.find(({id:h})=>h===t.development_area_id)?.name,n=this.items.find(({id:h})=>h===t.supports_action_item_id)?.title,l=t.advances.map(h=>h==="short_term"?i:s);return o`${t.overdue?o`<gw-pill tone="critical" icon="clock">${e.overdue}</gw-pill>`:d}
      <span>${t.due_on===null?e.noDue:e.dueOn(a.date(t.due_on))}</span>
      ${t.kind==="support"||t.responsible_id!==this.plan.owner_id?o`<span dir="auto">${e.by(t.responsible.display_name)}</span>`:d}
      ${r?o`<span>${e.worksOn(r)}</span>`:d}
      ${l.length>0?o`<span>${e.advancesTo(a.list(l))}</span>`:d}
      ${n?o`<span>${e.supports(n)}</span>`:d}
      ${t.support_needed?o`<span>${e.needs(t.support_needed)}</span>`:d}`};pi=async function(t,e){switch(e){case"edit":this.editing=t.id;return;case"history":{const i=new Set(this.unfolded);this.unfolded=i.delete(t.id)?i:i.add(t.id);return}case"delete":this.deleting=t;return;default:await C(this,O,Pe).call(this,()=>this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:t.id}},body:{status:"cancelled"}}))}};ui=function(){const{actions:t}=this.t.plan,e=this.deleting;return o`<gw-dialog
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
        @click=${async()=>{e!==void 0&&await C(this,O,Pe).call(this,()=>this.api.DELETE("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:e.id}}})),this.deleting=void 0}}
        >${t.delete}</gw-button
      >
    </gw-dialog>`};Pe=async function(t){this.busy=!0,this.error=void 0;try{await t(),this.dispatchEvent(new Event("changed"))}catch(e){this.error=e}finally{this.busy=!1}};ie=function(t){t(),jt(this,this.t.common.saved),this.dispatchEvent(new Event("changed"))};E.styles=[N,L,j`
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
      .head gw-menu {
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
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
      }
    `];A([g({attribute:!1})],E.prototype,"plan",2);A([g({attribute:!1})],E.prototype,"items",2);A([g({attribute:!1})],E.prototype,"areas",2);A([g()],E.prototype,"person",2);A([g({type:Boolean})],E.prototype,"brief",2);A([Ot({context:St,subscribe:!0})],E.prototype,"api",2);A([m()],E.prototype,"adding",2);A([m()],E.prototype,"editing",2);A([m()],E.prototype,"recording",2);A([m()],E.prototype,"unfolded",2);A([m()],E.prototype,"deleting",2);A([m()],E.prototype,"busy",2);A([m()],E.prototype,"error",2);E=A([I("gw-plan-actions")],E);function Ue(t,e){return(t.due_on??"9999").localeCompare(e.due_on??"9999")}var Is=Object.defineProperty,Us=Object.getOwnPropertyDescriptor,gi=t=>{throw TypeError(t)},Et=(t,e,i,s)=>{for(var a=s>1?void 0:s?Us(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Is(e,i,a),a},vi=(t,e,i)=>e.has(t)||gi("Cannot "+i),He=(t,e,i)=>(vi(t,e,"read from private field"),i?i.call(t):e.get(t)),Ve=(t,e,i)=>e.has(t)?gi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),lt=(t,e,i)=>(vi(t,e,"access private method"),i),Vt,X,Oe,fi,wi,mi,$i,be;let ut=class extends J{constructor(){super(...arguments),Ve(this,X),this.editing=!1,this.lines=[],this.looked="",Ve(this,Vt,new ResizeObserver(()=>lt(this,X,be).call(this)))}connectedCallback(){super.connectedCallback(),He(this,Vt).observe(this)}disconnectedCallback(){super.disconnectedCallback(),He(this,Vt).disconnect()}render(){const{plan:t}=this.t,e=Te.map(a=>[a,lt(this,X,Oe).call(this,a)]).filter(([,a])=>a.length>0);if(e.length===0)return o`<p class="muted">${t.alignmentEmpty}</p>`;const i=e.flatMap(([,a])=>a),s=i.filter(({aligned_with:a})=>a.length===0);return o`<div class="stack">
      <p class="sum ${s.length===0?"whole":""}">
        <gw-icon name=${s.length===0?"check-circle":"info"}></gw-icon>
        <span>${s.length===0?t.allLead:t.someLead(s.length)}</span>
      </p>
      <div class="drawing ${this.looked===""?"":"looking"}">
        <svg aria-hidden="true">
          ${this.lines.map(({id:a,horizon:r,path:n})=>{const l=this.looked===a||this.looked===r;return ks`<path class="${r} ${l?"on":""}" d=${n}></path>`})}
        </svg>
        <div class="from">${e.map(([a,r])=>lt(this,X,fi).call(this,a,r))}</div>
        <div class="to">${mt.map(a=>lt(this,X,$i).call(this,a,i))}</div>
      </div>
    </div>`}updated(){lt(this,X,be).call(this)}};Vt=new WeakMap;X=new WeakSet;Oe=function(t){return this.fields[t].filter(({name:e})=>e.trim()!=="")};fi=function(t,e){const{plan:i}=this.t;return o`<div>
      <h3 id="group-${t}">${i.groups[t]}</h3>
      <ul role="list" aria-labelledby="group-${t}">
        ${e.map(s=>o`<li
            data-id=${s.id}
            @pointerenter=${()=>this.looked=s.id}
            @pointerleave=${()=>this.looked=""}
          >
            <span class="name" dir="auto">${s.name}</span>
            ${t==="development_areas"&&this.items!==void 0&&!this.items.some(a=>a.development_area_id===s.id)?o`<gw-pill tone="caution" icon="info">${i.noAction}</gw-pill>`:d}
            <span class="ends">${this.editing?mt.map(a=>lt(this,X,wi).call(this,t,s,a)):lt(this,X,mi).call(this,s)}</span>
          </li>`)}
      </ul>
    </div>`};wi=function(t,e,i){const{plan:s}=this.t,a=e.aligned_with.includes(i),r=()=>{const n=mt.filter(h=>h===i?!a:e.aligned_with.includes(h)),l=this.fields[t].map(h=>h.id===e.id?{...h,aligned_with:n}:h);this.dispatchEvent(new CustomEvent("field",{detail:{key:t,value:l}}))};return o`<button
      type="button"
      class="end ${i}"
      aria-pressed=${a?"true":"false"}
      aria-label=${s.leadsTo(e.name,s[i])}
      @click=${r}
    >
      <gw-icon name=${a?"check":"plus"}></gw-icon>${i==="short_term"?s.short:s.long}
    </button>`};mi=function({aligned_with:t}){const{plan:e}=this.t;return t.length===0?o`<gw-pill tone="caution" icon="info">${e.leadsNowhere}</gw-pill>`:mt.filter(i=>t.includes(i)).map(i=>o`<span class="end ${i}">${i==="short_term"?e.short:e.long}</span>`)};$i=function(t,e){const{plan:i}=this.t,s=t==="short_term"?this.fields.short_term_objective?.summary:this.fields.long_term_objective?.summary,a=e.filter(({aligned_with:r})=>r.includes(t)).length;return o`<div
      class="objective ${t}"
      data-id=${t}
      @pointerenter=${()=>this.looked=t}
      @pointerleave=${()=>this.looked=""}
    >
      <h3>${i[t]}</h3>
      <p dir="auto">${s||i.notAnswered}</p>
      <span class="small muted">${i.leadHere(a)}</span>
    </div>`};be=function(){const t=this.renderRoot.querySelector(".drawing");if(t===null||this.fields===void 0)return;const e=t.getBoundingClientRect(),i=n=>t.querySelector(`[data-id="${CSS.escape(n)}"]`)?.getBoundingClientRect(),s=this.matches(":dir(rtl)"),a=Te.flatMap(n=>lt(this,X,Oe).call(this,n)),r=mt.flatMap(n=>{const l=a.filter(({aligned_with:h})=>h.includes(n));return l.flatMap(({id:h},v)=>{const[c,w]=[i(h),i(n)];if(c===void 0||w===void 0)return[];const $=(s?c.left:c.right)-e.left,T=(s?w.right:w.left)-e.left,y=c.top+c.height/2-e.top+(n==="short_term"?-2:2),P=w.top-e.top+w.height*(v+1)/(l.length+1),D=($+T)/2,[it,ft,Re,Ne,bs]=[$,y,D,P,T].map(ys=>ys.toFixed(1));return[{id:h,horizon:n,path:`M${it} ${ft}C${Re} ${ft} ${Re} ${Ne} ${bs} ${Ne}`}]})});JSON.stringify(r)!==JSON.stringify(this.lines)&&(this.lines=r)};ut.styles=[N,L,j`
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
    `];Et([g({attribute:!1})],ut.prototype,"fields",2);Et([g({attribute:!1})],ut.prototype,"items",2);Et([g({type:Boolean})],ut.prototype,"editing",2);Et([m()],ut.prototype,"lines",2);Et([m()],ut.prototype,"looked",2);ut=Et([I("gw-plan-alignment")],ut);const Hs=j`
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
    align-items: center;
    gap: var(--groundwork-space-1);
  }
  .line gw-text-field {
    flex: 1;
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
`;function Dt(t){const[,e,i]=t.split("/");return e==="answers"?i??"":e??""}function _i({pointer:t},e,i){const s=Dt(t),a=Ws(t);return a===void 0?"":(ee(s)?e[s].map(({name:n})=>n).filter(n=>n.trim()!==""):i)[a]??""}function Vs({code:t,pointer:e},i){const s=i.short_term_objective;return t==="question_unanswered"&&Dt(e)==="short_term_objective"&&!!(s?.summary||s?.detail)}var Fs=Object.defineProperty,Js=Object.getOwnPropertyDescriptor,bi=t=>{throw TypeError(t)},tt=(t,e,i,s)=>{for(var a=s>1?void 0:s?Js(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Fs(e,i,a),a},yi=(t,e,i)=>e.has(t)||bi("Cannot "+i),Lt=(t,e,i)=>(yi(t,e,"read from private field"),i?i.call(t):e.get(t)),he=(t,e,i)=>e.has(t)?bi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),k=(t,e,i)=>(yi(t,e,"access private method"),i),zt,b,ki,Se,xi,Ti,Pi,Oi,Si,Ei,Ci,zi,qi,Ee,Ai,bt,Ce,nt;let B=class extends J{constructor(){super(...arguments),he(this,b),this.findings=[],this.conflicts=new Map,this.editing=!1,this.startsOn="",this.actionTitles=[],this.shown=Kt,this.noted=new Set,he(this,zt,new Map),he(this,Ee,t=>{if(t.key!=="Enter"||t.isComposing)return;t.preventDefault(),t.target.closest("li")?.nextElementSibling?.querySelector("gw-text-field")?.focus()})}render(){const{plan:t}=this.t;return Kt.filter(e=>this.shown.includes(e)).map((e,i)=>{const s=this.questionnaire.own_questions.filter(a=>a.section===e);return o`<section class="part" aria-labelledby="part-${e}">
          <h2 id="part-${e}">${t.part(this.locale.format.number(i+1),t.section[e])}</h2>
          ${this.questionnaire.questions.filter(a=>a.section===e).map(a=>k(this,b,ki).call(this,a))}
          ${s.map(a=>k(this,b,Ai).call(this,a))}
        </section>`})}async goTo(t){await this.updateComplete;const e=this.renderRoot.querySelector(`[data-key="${CSS.escape(t)}"]`),i=e?.querySelector("gw-text-field, gw-choice, gw-button, slot");e?.scrollIntoView({block:"start",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),(i?.localName.startsWith("gw-")?i:e?.querySelector("h3"))?.focus({preventScroll:!0})}};zt=new WeakMap;b=new WeakSet;ki=function(t){const{key:e,title:i,guidance:s}=t,a=e==="action_items"?o`<slot name="actions"></slot>`:k(this,b,Pi).call(this,e,i);return k(this,b,Se).call(this,e,i,s,a,e==="action_items"?void 0:e)};Se=function(t,e,i,s,a){const r=this.editing?this.findings.filter(({pointer:l,question_id:h})=>(h??Dt(l))===t):[],n=a===void 0?void 0:this.conflicts.get(a);return o`<article class="question" data-key=${t}>
      <div class="about">
        <h3 tabindex="-1">${e}</h3>
        ${this.editing?o`<p class="guidance">${i}</p>`:d}
      </div>
      <div class="answer">
        ${n===void 0||a===void 0?d:k(this,b,Ti).call(this,a,n)}${s}
        ${r.length===0?d:o`<ul class="findings" role="list">${r.map(l=>k(this,b,xi).call(this,l))}</ul>`}
      </div>
    </article>`};xi=function(t){const{plan:e}=this.t,i=Vs(t,this.fields)?e.unfinishedObjective:e.findings[t.code](_i(t,this.fields,this.actionTitles)),s=t.severity==="blocker";return o`<li class=${t.severity}>
      <gw-icon name=${s?"alert":"info"}></gw-icon><span>${i}</span>
      ${t.code.endsWith("_unaligned")?o`<button type="button" class="link" @click=${()=>this.emit("link")}>${e.connect}</button>`:d}
    </li>`};Ti=function(t,e){const{plan:i}=this.t,s=(a,r,n,l)=>o`<div slot=${a} class="stack tight">
      ${k(this,b,Ce).call(this,t,r)}
      <div><gw-button size="small" @click=${()=>this.emit("choose",{key:t,which:n})}>${l}</gw-button></div>
    </div>`;return o`<div class="conflict" role="alert">
      <h4>${i.conflictTitle}</h4>
      <gw-compare before-label=${i.conflictMine} after-label=${i.conflictTheirs}>
        ${s("before",this.fields,"mine",i.keepMine)}${s("after",e,"theirs",i.keepTheirs)}
      </gw-compare>
    </div>`};Pi=function(t,e){if(!this.editing)return k(this,b,Ce).call(this,t,this.fields);if(ee(t))return k(this,b,Ei).call(this,t);switch(t){case"mission_statement":return o`<gw-text-field
          multiline
          rows="3"
          label=${e}
          label-hidden
          maxlength="4000"
          .value=${this.fields.mission_statement??""}
          @input=${i=>k(this,b,nt).call(this,t,i.target.value)}
        ></gw-text-field>`;case"short_term_objective":return k(this,b,Oi).call(this);case"long_term_objective":return k(this,b,Si).call(this);default:return d}};Oi=function(){const{plan:t}=this.t,e=this.fields.short_term_objective,i=s=>a=>k(this,b,nt).call(this,"short_term_objective",{...e,[s]:a.target.value});return o`<div class="stack tight">
      <gw-text-field label=${t.summary} multiline rows="2" maxlength="2000" .value=${e?.summary??""} @input=${i("summary")}></gw-text-field>
      <gw-choice
        label=${t.objectiveKind}
        .options=${[{value:"new_assignment",label:t.newAssignment},{value:"current_role_plus",label:t.currentRolePlus}]}
        .value=${e?.kind??""}
        @change=${s=>k(this,b,nt).call(this,"short_term_objective",{...e,kind:s.target.value})}
      ></gw-choice>
      <gw-text-field
        label=${e?.kind==="new_assignment"?t.detailNew:t.detailCurrent}
        multiline
        rows="2"
        maxlength="2000"
        .value=${e?.detail??""}
        @input=${i("detail")}
      ></gw-text-field>
      <gw-text-field class="date" type="date" label=${t.target} min=${this.startsOn} .value=${e?.target_on??""} @change=${i("target_on")}></gw-text-field>
    </div>`};Si=function(){const{plan:t}=this.t,e=this.fields.long_term_objective,i=s=>{const a=Math.round(Number(s.target.value));k(this,b,nt).call(this,"long_term_objective",{...e,horizon_years:a>=1&&a<=60?a:null})};return o`<div class="stack tight">
      <gw-text-field
        label=${t.summary}
        multiline
        rows="2"
        maxlength="2000"
        .value=${e?.summary??""}
        @input=${s=>k(this,b,nt).call(this,"long_term_objective",{...e,summary:s.target.value})}
      ></gw-text-field>
      <gw-text-field class="date" type="number" min="1" max="60" label=${t.horizonYears} .value=${String(e?.horizon_years??"")} @change=${i}></gw-text-field>
    </div>`};Ei=function(t){const{plan:e}=this.t,i=this.fields[t],s=i.at(-1),a=i.length>=Gs[t]||s!==void 0&&s.name.trim()==="",r=Lt(this,zt).get(t);(r===void 0||i.some(({id:l})=>l===r.id))&&Lt(this,zt).set(t,js());const n=a?i:[...i,Lt(this,zt).get(t)];return o`<ol class="items" role="list">
      ${Ye(n,({id:l})=>l,(l,h)=>{const v=l.name.trim()!==""?l.name:e.itemNumber(e.item[t],this.locale.format.number(h+1)),c=w=>k(this,b,Ci).call(this,t,{...l,...w});return o`<li>
            <div class="line">
              <gw-text-field
                label=${e.itemNumber(e.item[t],this.locale.format.number(h+1))}
                label-hidden
                maxlength="200"
                placeholder=${e.itemPlaceholder[t]}
                .value=${l.name}
                @input=${w=>c({name:w.target.value})}
                @keydown=${Lt(this,Ee)}
              ></gw-text-field>
              ${i.includes(l)?o`${l.note!==null||this.noted.has(l.id)?d:o`<gw-button variant="quiet" icon="message" label=${e.addNote(v)} @click=${()=>void k(this,b,qi).call(this,l.id)}></gw-button>`}
                    <gw-button variant="quiet" icon="close" label=${e.remove(v)} @click=${()=>k(this,b,zi).call(this,t,l.id)}></gw-button>`:d}
            </div>
            ${l.note!==null||this.noted.has(l.id)?o`<gw-text-field
                  class="note"
                  data-note=${l.id}
                  multiline
                  rows="1"
                  maxlength="2000"
                  label=${e.noteOf(v)}
                  label-hidden
                  placeholder=${this.t.plan.actions.note}
                  .value=${l.note??""}
                  @input=${w=>c({note:w.target.value})}
                ></gw-text-field>`:d}
          </li>`})}
    </ol>`};Ci=function(t,e){const i=this.fields[t],s=i.some(({id:a})=>a===e.id);k(this,b,nt).call(this,t,s?i.map(a=>a.id===e.id?e:a):[...i,e])};zi=function(t,e){k(this,b,nt).call(this,t,this.fields[t].filter(i=>i.id!==e)),this.goTo(t)};qi=async function(t){this.noted=new Set([...this.noted,t]),await this.updateComplete,this.renderRoot.querySelector(`[data-note="${CSS.escape(t)}"]`)?.focus()};Ee=new WeakMap;Ai=function(t){const{id:e,title:i,guidance:s,kind:a,options:r,scale:n,section:l}=t,h=this.fields.extra.find(({question_id:T})=>T===e)?.value??"",v=T=>k(this,b,nt).call(this,"extra",[...this.fields.extra.filter(({question_id:y})=>y!==e),{question_id:e,section:l,value:T}]),c=n==null?r.map(({value:T,label:y})=>({value:T,label:y})):Array.from({length:n.maximum-n.minimum+1},(T,y)=>{const P=n.minimum+y,D=P===n.minimum?n.minimum_label:P===n.maximum?n.maximum_label:null;return{value:String(P),label:this.locale.format.number(P),...D&&{hint:D}}}),w=c.find(({value:T})=>T===String(h))?.label??String(h),$=this.editing?a==="text"?o`<gw-text-field multiline label=${i} label-hidden maxlength="4000" .value=${String(h)} @input=${T=>v(T.target.value)}></gw-text-field>`:o`<gw-choice label=${i} label-hidden .options=${c} .value=${String(h)} @change=${T=>{const{value:y}=T.target;v(a==="scale"?Number(y):y)}}></gw-choice>`:k(this,b,bt).call(this,w);return k(this,b,Se).call(this,e,i,s,$,void 0)};bt=function(t){return t?o`<p class="said" dir="auto">${t}</p>`:o`<p class="muted">${this.t.plan.notAnswered}</p>`};Ce=function(t,e){const{plan:i}=this.t,{format:s}=this.locale;if(ee(t)){const a=e[t].filter(({name:r})=>r.trim()!=="");return a.length===0?k(this,b,bt).call(this,null):o`<ul class="read" role="list">
            ${a.map(({name:r,note:n})=>o`<li><span class="name" dir="auto">${r}</span>${n?o`<p class="said small muted" dir="auto">${n}</p>`:d}</li>`)}
          </ul>`}if(t==="short_term_objective"){const a=e.short_term_objective,r=a?.kind==="new_assignment"?i.newAssignment:a?.kind==="current_role_plus"?i.currentRolePlus:"";return o`${k(this,b,bt).call(this,a?.summary)}${a?.detail?o`<p class="said" dir="auto">${a.detail}</p>`:d}
        <p class="small muted">${[r,a?.target_on?i.by(s.date(a.target_on)):""].filter(Boolean).join(" · ")}</p>`}if(t==="long_term_objective"){const a=e.long_term_objective;return o`${k(this,b,bt).call(this,a?.summary)}
        ${a?.horizon_years?o`<p class="small muted">${i.years(a.horizon_years)}</p>`:d}`}return k(this,b,bt).call(this,t==="title"?e.title:e.mission_statement)};nt=function(t,e){this.dispatchEvent(new CustomEvent("field",{detail:{key:t,value:e}}))};B.styles=[N,L,Hs,j`:host { container-type: inline-size; }`];tt([g({attribute:!1})],B.prototype,"fields",2);tt([g({attribute:!1})],B.prototype,"questionnaire",2);tt([g({attribute:!1})],B.prototype,"findings",2);tt([g({attribute:!1})],B.prototype,"conflicts",2);tt([g({type:Boolean})],B.prototype,"editing",2);tt([g()],B.prototype,"startsOn",2);tt([g({attribute:!1})],B.prototype,"actionTitles",2);tt([g({attribute:!1})],B.prototype,"shown",2);tt([m()],B.prototype,"noted",2);B=tt([I("gw-plan-answers")],B);var Ks=Object.defineProperty,Qs=Object.getOwnPropertyDescriptor,Gi=t=>{throw TypeError(t)},se=(t,e,i,s)=>{for(var a=s>1?void 0:s?Qs(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Ks(e,i,a),a},Ys=(t,e,i)=>e.has(t)||Gi("Cannot "+i),Xs=(t,e,i)=>e.has(t)?Gi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),Fe=(t,e,i)=>(Ys(t,e,"access private method"),i),Ft,ye;let xt=class extends J{constructor(){super(...arguments),Xs(this,Ft),this.busy=!1}render(){const{plan:t}=this.t;return o`<div class="begin">
      <h1>${t.beginTitle}</h1>
      <p class="lead">${t.beginText}</p>
      <ol role="list">
        ${Kt.map((e,i)=>{const[s,a]=t.beginParts[e];return o`<li>
            <span class="number" aria-hidden="true">${this.locale.format.number(i+1)}</span>
            <h2>${s}</h2>
            <p>${a}</p>
          </li>`})}
      </ol>
      ${this.error===void 0?d:o`<gw-error inline .error=${this.error} @retry=${()=>void Fe(this,Ft,ye).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" icon="arrow-right" ?busy=${this.busy} @click=${()=>void Fe(this,Ft,ye).call(this)}>${t.begin}</gw-button>
        <span class="private"><gw-icon name="lock"></gw-icon>${t.beginPrivate}</span>
      </div>
    </div>`}};Ft=new WeakSet;ye=async function(){if(!this.busy){this.busy=!0,this.error=void 0;try{const t=this.t.plan.beginNameValue(this.locale.format.today().slice(0,4)),{data:e,etag:i}=await this.api.POST("/v1/plans",{body:{title:t}});this.dispatchEvent(new CustomEvent("begun",{detail:{plan:e,etag:i}}))}catch(t){this.error=t}finally{this.busy=!1}}};xt.styles=[N,L,j`
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
    `];se([Ot({context:St,subscribe:!0})],xt.prototype,"api",2);se([m()],xt.prototype,"busy",2);se([m()],xt.prototype,"error",2);xt=se([I("gw-plan-begin")],xt);const pe=new Map,Je=700,Zs=8e3;class ta{constructor(e,i,s){this.state="saved",this.conflicts=new Map,this.#a=Promise.resolve(),this.#l=()=>{this.dirty&&this.flush()},this.#c=a=>{(this.dirty||this.conflicts.size>0)&&(a.preventDefault(),this.flush())},this.#i=e,this.#r=i,this.#d=s,e.addController(this)}#i;#r;#d;#t;#s;#e;#a;hostConnected(){window.addEventListener("online",this.#l),window.addEventListener("beforeunload",this.#c)}hostDisconnected(){window.removeEventListener("online",this.#l),window.removeEventListener("beforeunload",this.#c),this.flush().then(e=>{clearTimeout(this.#e),!e&&this.plan!==void 0&&this.fields!==void 0&&this.#t!==void 0&&pe.set(this.plan.id,{fields:this.fields,base:this.#t})})}take(e,i){const s=Ms(e);if(this.plan?.id!==e.id||this.fields===void 0||this.#t===void 0){clearTimeout(this.#e),this.fields=s,this.state="saved",this.error=void 0,this.conflicts=new Map;const a=pe.get(e.id);a!==void 0&&(pe.delete(e.id),this.fields=a.fields,this.#h(s,a.base),this.#e=setTimeout(()=>void this.flush(),Je))}else this.#h(s,this.#t);this.plan=e,this.#t=structuredClone(s),this.#s=i,this.#i.requestUpdate()}get dirty(){return this.#o().length>0}change(e,i){this.fields!==void 0&&(this.fields={...this.fields,[e]:i},(this.state==="saved"||this.state==="failed")&&(this.state="typing"),clearTimeout(this.#e),this.#e=setTimeout(()=>void this.flush(),Je),this.#i.requestUpdate())}choose(e,i){const s=this.conflicts.get(e);if(s===void 0||this.fields===void 0)return;const a=new Map(this.conflicts);a.delete(e),this.conflicts=a,i==="theirs"&&(this.fields={...this.fields,[e]:s[e]}),this.#i.requestUpdate(),this.flush()}async flush(){return clearTimeout(this.#e),this.#a=this.#a.then(()=>this.#p()),await this.#a,!this.dirty&&this.conflicts.size===0}get etag(){return this.#s}async#p(){for(let e=0;e<3;e++){const i=this.#o().filter(r=>!this.conflicts.has(r)),{plan:s,fields:a}=this;if(s===void 0||a===void 0||i.length===0){this.state!=="saved"&&this.#n("saved");return}this.#n("saving");try{if(await this.#u(s,a,i))break}catch(r){this.error=r;const{kind:n}=Qe(r,this.#i.locale.t);this.#n(n==="offline"?"offline":"failed");const l=r instanceof te&&r.status>=429;(n==="offline"||l)&&(clearTimeout(this.#e),this.#e=setTimeout(()=>void this.flush(),Zs));return}}this.error=void 0,this.#n(this.#o().some(e=>!this.conflicts.has(e))?"typing":"saved")}async#u(e,i,s){const a={plan_id:e.id},r={};for(const v of s)v!=="title"&&Object.assign(r,Ds(v,i));const n={...s.includes("title")&&{title:i.title},...Object.keys(r).length>0&&{answers:r}},l=this.#s===void 0?{changed:!1}:await Ke(this.#r().PATCH("/v1/plans/{plan_id}",{params:{path:a,header:{"If-Match":this.#s}},body:n,keepalive:!0}));if(this.plan?.id!==e.id)return!0;if(!l.changed){const{data:v,etag:c}=await this.#r().GET("/v1/plans/{plan_id}",{params:{path:a}});return this.take(v,c),!1}const h={...this.#t};for(const v of s)Object.assign(h,{[v]:structuredClone(i[v])});return this.#t=h,this.#s=l.etag,this.plan=l.data,this.#d(l.data),!0}#h(e,i){const s=this.fields,a={...s},r=new Map(this.conflicts);for(const n of Le)Nt(n,e,i)||Nt(n,e,s)||(Nt(n,s,i)?Object.assign(a,{[n]:e[n]}):r.set(n,e));this.fields=a,this.conflicts=r}#o(){const{fields:e}=this,i=this.#t;return e===void 0||i===void 0?[]:Le.filter(s=>!Nt(s,e,i)&&!(s==="title"&&e.title.trim()===""))}#n(e){this.state=e,this.#i.requestUpdate()}#l;#c}var ea=Object.defineProperty,ia=Object.getOwnPropertyDescriptor,Mi=t=>{throw TypeError(t)},rt=(t,e,i,s)=>{for(var a=s>1?void 0:s?ia(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&ea(e,i,a),a},ji=(t,e,i)=>e.has(t)||Mi("Cannot "+i),ze=(t,e,i)=>(ji(t,e,"read from private field"),i?i.call(t):e.get(t)),sa=(t,e,i)=>e.has(t)?Mi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),S=(t,e,i)=>(ji(t,e,"access private method"),i),x,Di,ae,ne,Wi,Bi,Ri,re,Tt,qe;const aa={yes:"positive",partly:"caution",no:"critical"};let F=class extends J{constructor(){super(...arguments),sa(this,x),this.feedback=[],this.items=[],this.revisions=[],this.person="",this.manager="",this.busy="",this.accepted=new Map}render(){const{feedback:t}=this.t.plan,e=this.feedback.filter(({status:i})=>i!=="draft").toReversed();if(e.length===0){const i=this.plan.status==="draft"?t.emptyDraft:t.emptyText(this.manager);return o`<gw-empty icon="message" heading=${t.empty} text=${i}></gw-empty>`}return e.map(i=>S(this,x,Di).call(this,i))}};x=new WeakSet;Di=function(t){const{feedback:e,groups:i,actions:s}=this.t.plan,{format:a}=this.locale,r=t.author.display_name,n=this.revisions.find(({number:c})=>c===t.revision)?.answers??this.plan.answers,l=t.status==="submitted"&&ze(this,x,ae),h=(c,w)=>w.length===0?d:o`<section><h4>${c}</h4>${w}</section>`,v=this.accepted.get(t.id)??new Set;return o`<article aria-label=${e.from(r)}>
      <gw-card>
        <div class="stack">
          <div class="head">
            <gw-avatar name=${r}></gw-avatar>
            <div>
              <h3 dir="auto">${r}</h3>
              <p class="small muted">${e.about(a.date(t.submitted_at??t.updated_at),a.number(t.revision))}</p>
            </div>
          </div>
          ${t.summary?o`<p class="summary said" dir="auto">${t.summary}</p>`:d}
          ${mt.map(c=>{const w=t.objectives[c];return w?S(this,x,Wi).call(this,t,c,w,n):d})}
          ${["strengths","development_areas"].map(c=>h(i[c],t[c].map((w,$)=>S(this,x,Bi).call(this,t,c,$,w,n))))}
          ${h(s.title,t.support.map(c=>S(this,x,Ri).call(this,t,c)))}
          ${t.acknowledged_at?o`<p class="small muted">${e.read(a.date(t.acknowledged_at))}</p>`:d}
          ${l?o`<div class="stack tight">
                <div>
                  <gw-button
                    variant="primary"
                    icon="check"
                    ?busy=${this.busy===t.id}
                    @click=${()=>this.dispatchEvent(new CustomEvent("acknowledge",{detail:{feedback:t,accept:[...v]}}))}
                    >${v.size===0?e.confirm:e.confirmWith(v.size)}</gw-button
                  >
                </div>
                <p class="small muted">${e.confirmHint}</p>
              </div>`:d}
        </div>
      </gw-card>
    </article>`};ae=function(){return this.plan.owner_id===this.person};ne=function(t,e,i){const{feedback:s}=this.t.plan,a=ze(this,x,ae)?s.wrote:s.wroteOf(this.plan.owner.display_name);return o`<div class="point">
      <gw-compare before-label=${a} after-label=${s.says(t.author.display_name)}>
        <div slot="before">${e}</div>
        <div slot="after" class="stack tight">${i}</div>
      </gw-compare>
    </div>`};Wi=function(t,e,i,s){const{plan:a,common:r}=this.t,n=e==="short_term"?s.short_term_objective:s.long_term_objective,l=(v,c)=>c?o`<gw-pill tone=${aa[c]}>${v}: ${r.verdict[c]}</gw-pill>`:d,h=o`<div class="row">
        ${l(a.feedback.reasonable,i.reasonable)}${l(a.feedback.achievable,i.achievable)}
      </div>
      ${S(this,x,Tt).call(this,i.comment)}
      ${i.counter_proposal?o`<div><strong>${a.feedback.proposal}</strong>${S(this,x,Tt).call(this,i.counter_proposal)}</div>
            ${S(this,x,qe).call(this,t,`/objectives/${e}/counter_proposal`)}`:d}`;return o`<section>
      <h4>${a[e]}</h4>
      ${S(this,x,ne).call(this,t,S(this,x,re).call(this,n?.summary),h)}
    </section>`};Bi=function(t,e,i,s,a){const{feedback:r}=this.t.plan,{stance:n,name:l,comment:h,item_id:v}=s,c=[...a[e],...this.plan.answers[e]].find(({id:T})=>T===v),w=(n==="add"||n==="adjust")&&!!l,$=o`<div class="row">
        <gw-pill tone=${n==="agree"?"positive":"info"} icon=${n==="agree"?"check":n==="add"?"plus":"edit"}>
          ${r.stance[n]}
        </gw-pill>
      </div>
      ${l?o`<p class="wrote" dir="auto">${l}</p>`:d}${S(this,x,Tt).call(this,h)}
      ${w?S(this,x,qe).call(this,t,`/${e}/${i}`):d}`;return S(this,x,ne).call(this,t,c===void 0?o`<p class="muted">${r.notInPlan}</p>`:o`${S(this,x,re).call(this,c.name)}${S(this,x,Tt).call(this,c.note)}`,$)};Ri=function(t,{action_item_id:e,decision:i,comment:s,commitment:a}){const{feedback:r,actions:n}=this.t.plan,l=this.items.find(({id:w})=>w===e),h=i==="supported"?"positive":i==="modified"?"info":"caution",v=a?.due_on?` · ${n.dueOn(this.locale.format.date(a.due_on))}`:"",c=o`<div class="row"><gw-pill tone=${h}>${r.decision[i]}</gw-pill></div>
      ${S(this,x,Tt).call(this,s)}
      ${a?o`<p class="said" dir="auto"><strong>${r.commitment(a.title)}</strong>${v}</p>`:d}`;return S(this,x,ne).call(this,t,S(this,x,re).call(this,l?.title),c)};re=function(t){return t?o`<p class="wrote said" dir="auto">${t}</p>`:o`<p class="muted">${this.t.plan.notAnswered}</p>`};Tt=function(t){return t?o`<p class="said" dir="auto">${t}</p>`:d};qe=function(t,e){if(t.status!=="submitted"||!ze(this,x,ae))return d;const i=this.accepted.get(t.id)??new Set,s=r=>{const n=r.target.values.length>0,l=new Set(i);n?l.add(e):l.delete(e),this.accepted=new Map(this.accepted).set(t.id,l)},{takeOver:a}=this.t.plan.feedback;return o`<gw-choice
      multiple
      label=${a}
      label-hidden
      .options=${[{value:e,label:a}]}
      .values=${i.has(e)?[e]:[]}
      @change=${s}
    ></gw-choice>`};F.styles=[N,L,j`
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
    `];rt([g({attribute:!1})],F.prototype,"plan",2);rt([g({attribute:!1})],F.prototype,"feedback",2);rt([g({attribute:!1})],F.prototype,"items",2);rt([g({attribute:!1})],F.prototype,"revisions",2);rt([g()],F.prototype,"person",2);rt([g()],F.prototype,"manager",2);rt([g()],F.prototype,"busy",2);rt([m()],F.prototype,"accepted",2);F=rt([I("gw-plan-feedback")],F);var na=Object.defineProperty,ra=Object.getOwnPropertyDescriptor,Ni=t=>{throw TypeError(t)},et=(t,e,i,s)=>{for(var a=s>1?void 0:s?ra(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&na(e,i,a),a},oa=(t,e,i)=>e.has(t)||Ni("Cannot "+i),la=(t,e,i)=>e.has(t)?Ni("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),st=(t,e,i)=>(oa(t,e,"access private method"),i),V,Li,Ii,Ui,Xt,Hi,Vi,Fi;let R=class extends J{constructor(){super(...arguments),la(this,V),this.revisions=[],this.plans=[],this.changes=new Map}render(){const{history:t}=this.t.plan;return o`<div class="stack">
      <section>
        <h3>${this.readers===void 0?t.versionsOf:t.versions}</h3>
        ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
        ${this.revisions.length===0?o`<p class="muted">${t.none}</p>`:o`<ol role="list">${this.revisions.toReversed().map(e=>st(this,V,Li).call(this,e))}</ol>`}
      </section>
      ${this.readers===void 0?d:st(this,V,Vi).call(this,this.readers)}
      ${this.plans.length<2?d:st(this,V,Fi).call(this)}
    </div>`}};V=new WeakSet;Li=function({number:t,shared_at:e,note:i}){const{history:s}=this.t.plan,a=this.revisions.filter(n=>n.number<t).at(-1),r=this.changes.get(t);return o`<li class="revision">
      <div class="row"><strong>${s.version(this.locale.format.number(t))}</strong><span class="muted">${this.locale.format.time(e)}</span></div>
      ${i?o`<p class="said" dir="auto">${i}</p>`:d}
      ${a===void 0?o`<p class="small muted">${s.first}</p>`:r===void 0?o`<gw-button size="small" variant="quiet" ?busy=${this.loading===t} @click=${()=>void st(this,V,Hi).call(this,t,a.number)}>${s.changes}</gw-button>`:r.length===0?o`<p class="small muted">${s.same}</p>`:o`<ul class="changes" role="list" aria-label=${s.changes}>${r.map(n=>st(this,V,Ii).call(this,n))}</ul>`}
    </li>`};Ii=function({kind:t,pointer:e,before:i,after:s}){const{history:a}=this.t.plan,[r,n]=[st(this,V,Xt).call(this,i),st(this,V,Xt).call(this,s)];return o`<li>
      <div class="row"><gw-pill>${a.kind[t]}</gw-pill><strong>${st(this,V,Ui).call(this,e)}</strong></div>
      ${r===""?d:o`<p><del class="said" dir="auto">${r}</del></p>`}
      ${n===""?d:o`<p><ins class="said" dir="auto">${n}</ins></p>`}
    </li>`};Ui=function(t){const{plan:e}=this.t,[,i,s]=t.split("/"),a=i==="answers"?s:i;return this.questionnaire.questions.find(r=>r.key===a)?.title??(a==="title"?e.titleLabel:e.tabs.plan)};Xt=function(t){const{plan:e,common:i}=this.t;if(t==null)return"";if(Array.isArray(t))return t.length===0?e.history.nothing:this.locale.format.list(t.map(a=>st(this,V,Xt).call(this,a)));if(typeof t=="object"){const{name:a,title:r,summary:n,note:l}=t;return[a??r??n,l].filter(h=>typeof h=="string").join(`
`)}const s=String(t);return s==="short_term"||s==="long_term"?e[s]:s==="new_assignment"||s==="current_role_plus"?s==="new_assignment"?e.newAssignment:e.currentRolePlus:Object.hasOwn(i.itemStatus,s)?i.itemStatus[s]:/^\d{4}-\d{2}-\d{2}$/.test(s)?this.locale.format.date(s):s};Hi=async function(t,e){this.loading=t,this.error=void 0;try{const{data:i}=await this.api.GET("/v1/plans/{plan_id}/revisions/{number}/changes",{params:{path:{plan_id:this.plan.id,number:t},query:{since:e}}});this.changes=new Map(this.changes).set(t,i.changes)}catch(i){this.error=i}finally{this.loading=void 0}};Vi=function(t){const{history:e}=this.t.plan,i=e.right;return o`<section>
      <h3>${e.readers}</h3>
      ${t.length===0?o`<p class="muted">${e.noReaders}</p>`:o`<ul role="list">
            ${t.map(({reader:s,right:a,at:r,count:n,text:l})=>o`<li class="row">
                <gw-avatar size="small" name=${s?.display_name??"?"}></gw-avatar>
                <div>
                  <div dir="auto">${s===null?l:o`${s.display_name}${i[a]?`, ${i[a]}`:""}`}</div>
                  <div class="small muted">${this.locale.format.time(r)} · ${e.times(n)}</div>
                </div>
              </li>`)}
          </ul>`}
    </section>`};Fi=function(){const{history:t}=this.t.plan;return o`<section>
      <h3>${t.plans}</h3>
      <ul role="list">
        ${this.plans.map(({id:e,title:i,status:s,starts_on:a,ends_on:r})=>o`<li class="row spread">
            <div>
              <div dir="auto">${i}</div>
              <div class="small muted">${this.t.plan.period(this.locale.format.date(a),this.locale.format.date(r))}</div>
            </div>
            <div class="row">
              <gw-status plan=${s}></gw-status>
              ${e===this.plan.id?d:o`<gw-button size="small" label="${t.openPlan}: ${i}" @click=${()=>this.dispatchEvent(new CustomEvent("open",{detail:e}))}
                    >${t.openPlan}</gw-button
                  >`}
            </div>
          </li>`)}
      </ul>
    </section>`};R.styles=[N,L,j`
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
    `];et([g({attribute:!1})],R.prototype,"plan",2);et([g({attribute:!1})],R.prototype,"questionnaire",2);et([g({attribute:!1})],R.prototype,"revisions",2);et([g({attribute:!1})],R.prototype,"readers",2);et([g({attribute:!1})],R.prototype,"plans",2);et([Ot({context:St,subscribe:!0})],R.prototype,"api",2);et([m()],R.prototype,"changes",2);et([m()],R.prototype,"loading",2);et([m()],R.prototype,"error",2);R=et([I("gw-plan-history")],R);function ca({plan:t,owns:e,manager:i,readiness:s,items:a,feedback:r,questionnaire:n,asked:l},{t:h,format:v}){const{next:c}=h.plan,w=i?.display_name??h.plan.yourManager;if(!e)return{heading:c.reader(t.owner.display_name),text:c.readerText,...l&&{step:"respond",button:c.respond}};switch(t.status){case"draft":{if(s?.ready)return{heading:i===null?c.shareAlone:c.share(w),text:c.shareText,step:"share",button:c.shareButton};const y=s?.questions.find(({answered:D})=>!D)?.key,P=n.questions.find(({key:D})=>D===y)?.title;return{heading:c.write,text:c.writeText,...P!==void 0&&{step:"continue",button:c.continue(P)}}}case"shared":case"agreed":{const y=r.find(({status:P})=>P==="submitted");return y!==void 0?{heading:c.feedback(y.author.display_name),text:c.feedbackText,step:"feedback",button:c.feedbackButton}:t.has_unshared_changes?{heading:c.again,text:c.againText,step:"share",button:c.againButton}:t.status==="shared"?$():T()}case"completed":return{heading:c.completed,text:c.completedText,step:"renew",button:c.renewButton};case"archived":return{heading:c.archived,text:c.archivedText,step:"renew",button:c.renewButton}}function $(){if(t.owner_agreed_at!==null)return{heading:c.waitAgree(w),text:c.waitAgreeText};if(r.some(({revision:P})=>P===t.latest_revision)||i===null){const P=i===null?c.agreeAloneText:c.agreeText(w);return{heading:c.agree,text:P,step:"agree",button:c.agreeButton}}return{heading:c.wait(w),text:c.waitText(t.latest_revision===1&&t.shared_at!==null?v.relative(t.shared_at):void 0),other:{step:"agree",button:c.agreeButton}}}function T(){const y=a.filter(({kind:it,status:ft})=>it==="development"&&ft!=="done"&&ft!=="cancelled");if(y.length===0&&a.length>0)return{heading:c.allDone,text:c.allDoneText,step:"complete",button:c.completeButton};const P=y.filter(({overdue:it})=>it).length,D=y.filter(({due_on:it})=>it!==null).sort((it,ft)=>it.due_on.localeCompare(ft.due_on))[0];return{heading:P>0?c.late(P):c.act,text:D===void 0?c.actNoDate:c.actText(D.title,v.date(D.due_on)),step:"act",button:c.actButton}}}const da=j`
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
`;async function ha(t,e,i){const s=window.open("about:blank");if(s===null)return!1;try{const a=await Ki(t,e,"text/html",i),r=[...a.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([,h])=>h??"").join(`
`),n=URL.createObjectURL(new Blob([a.replaceAll(/<style>[\s\S]*?<\/style>/g,"")],{type:"text/html;charset=utf-8"}));s.location.replace(n),await pa(s,n);const l=new s.CSSStyleSheet;return l.replaceSync(r),s.document.adoptedStyleSheets=[l],s.print(),URL.revokeObjectURL(n),!0}catch(a){throw s.close(),a}}async function Ji(t,e,i){const s=await Ki(t,e,"text/markdown",i);Ps(new Blob([s],{type:"text/markdown;charset=utf-8"}),"plan.md")}async function Ki(t,e,i,s){const{data:a}=await t.GET("/v1/plans/{plan_id}/brief",{params:{path:{plan_id:e}},headers:{Accept:i,"Accept-Language":s},parseAs:"text"});return a}async function pa(t,e){const i=Date.now()+5e3;for(;t.location.href!==e||t.document.readyState!=="complete";){if(Date.now()>i)throw new Error("the page to print did not open");await new Promise(s=>setTimeout(s,30))}}async function ua(t,e,i,s){const a=await t.me(),r=$=>t.GET("/v1/questionnaire",{params:{query:$===void 0?{}:{version:$}},headers:{"Accept-Language":i},signal:s}),n=e===""?Qi(t,a.person?.id??"",s).then($=>({data:Bs($),etag:void 0})):t.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:e}},signal:s}),[{data:l,etag:h},v]=await Promise.all([n,r()]),w=l!==void 0&&l.questionnaire_version!==v.data.version?(await r(l.questionnaire_version)).data:v.data;return{me:a,plan:l,etag:h,questionnaire:w}}async function Qi(t,e,i){const{data:s}=await t.GET("/v1/plans",{params:{query:{owner_id:e,sort:"-created_at",limit:50}},signal:i});return s.items}async function ga(t,e,i,s){const a={path:{plan_id:e.id},query:{limit:100}},r=e.latest_revision!==null,[n,l,h,v]=await Promise.all([ue(t.GET("/v1/plans/{plan_id}/action-items",{params:a,signal:s})),r?ue(t.GET("/v1/plans/{plan_id}/feedback",{params:a,signal:s})):void 0,i?void 0:ue(t.GET("/v1/plans/{plan_id}/feedback-requests",{params:a,signal:s})),i&&at(e)?Yi(t,e.id):void 0]);return{items:n?.data.items??[],feedback:l?.data.items??[],requests:h?.data.items??[],readiness:v}}async function ue(t){try{return await t}catch(e){if(e instanceof te&&(e.status===403||e.status===404))return;throw e}}async function Yi(t,e){return(await t.GET("/v1/plans/{plan_id}/readiness",{params:{path:{plan_id:e}}})).data}async function va(t,e,i,s){const a={path:{plan_id:e.id},query:{limit:100}},[r,n,l]=await Promise.all([t.GET("/v1/plans/{plan_id}/revisions",{params:a,signal:s}),i?t.GET("/v1/plans/{plan_id}/access-log",{params:a,signal:s}):void 0,i?Qi(t,e.owner_id,s):[]]);return{revisions:r.data.items,readers:n?.data.items,plans:l}}async function fa(t,e,i,{step:s,text:a,outcome:r}){const n={plan_id:e.id},l={path:n,header:i===void 0?{}:{"If-Match":i}};switch(s){case"share":return t.POST("/v1/plans/{plan_id}/share",{params:l,body:a===""?{}:{note:a}});case"withdraw":return t.POST("/v1/plans/{plan_id}/withdraw",{params:l,body:{}});case"archive":return t.POST("/v1/plans/{plan_id}/archive",{params:l,body:{}});case"complete":return t.POST("/v1/plans/{plan_id}/complete",{params:l,body:{reflection:a,...r!==void 0&&{outcome:r}}});case"renew":return t.POST("/v1/plans/{plan_id}/renew",{params:{path:n},body:{}});case"delete":await t.DELETE("/v1/plans/{plan_id}",{params:l});return}}var wa=Object.defineProperty,ma=Object.getOwnPropertyDescriptor,Xi=t=>{throw TypeError(t)},vt=(t,e,i,s)=>{for(var a=s>1?void 0:s?ma(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&wa(e,i,a),a},$a=(t,e,i)=>e.has(t)||Xi("Cannot "+i),_a=(t,e,i)=>e.has(t)?Xi("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),ot=(t,e,i)=>($a(t,e,"access private method"),i),Y,Zi,ts,es,yt;let Z=class extends J{constructor(){super(...arguments),_a(this,Y),this.owns=!1,this.busy=""}render(){const{plan:t}=this.t,{next:e}=this,i=s=>()=>ot(this,Y,yt).call(this,"step",s);return o`<gw-card tone="accent">
        <div class="stack tight">
          <p class="eyebrow">${t.next.label}</p>
          <h2>${e.heading}</h2>
          <p class="small" dir="auto">${e.text}</p>
          ${e.step===void 0?d:o`<div><gw-button variant="primary" ?busy=${this.busy===e.step} @click=${i(e.step)}>${e.button}</gw-button></div>`}
          ${e.other===void 0?d:o`<div><gw-button size="small" ?busy=${this.busy===e.other.step} @click=${i(e.other.step)}>${e.other.button}</gw-button></div>`}
        </div>
      </gw-card>
      ${this.saving===void 0?d:ot(this,Y,ts).call(this,this.saving)}
      ${this.saving===void 0||this.readiness===void 0?d:ot(this,Y,es).call(this,this.readiness)}
      <div class="row">
        <gw-button size="small" icon="download" ?busy=${this.busy==="print"} @click=${()=>ot(this,Y,yt).call(this,"print")}>${t.print}</gw-button>
        <gw-menu
          label=${this.t.common.more}
          .items=${ot(this,Y,Zi).call(this)}
          @select=${({detail:s})=>ot(this,Y,yt).call(this,"pick",s)}
        ></gw-menu>
      </div>`}};Y=new WeakSet;Zi=function(){const{plan:t}=this.t,{status:e,latest_revision:i}=this.plan,s=[{id:"download",label:t.download,icon:"download"}];return this.owns&&(e==="agreed"&&s.push({id:"complete",label:t.complete,icon:"flag"}),(e==="agreed"||e==="completed")&&s.push({id:"renew",label:t.renew,icon:"arrow-right"}),e==="shared"&&s.push({id:"withdraw",label:t.withdraw,icon:"arrow-left"}),e==="draft"&&i===null?s.push({id:"delete",label:t.delete,icon:"trash"}):e!=="archived"&&s.push({id:"archive",label:t.archive,icon:"lock"})),s};ts=function({state:t,conflicts:e,error:i}){const{save:s}=this.t.plan,a=t==="offline"||t==="failed"||e>0,r=Qe(i,this.t),n=[`${s.failed}.`,r.text,...r.fields.map(({detail:v})=>v)].join(" "),l=e>0?s.conflict(e):t==="failed"?n:s[t],h=!a&&(t==="typing"||t==="saving");return o`<div class="save ${a?"bad":""}">
      <gw-icon name=${a?"alert":h?"clock":"check"}></gw-icon>
      <span aria-hidden="true" ?hidden=${!h}>${l}</span>
      <span role="status" data-save=${e>0?"conflict":t}>${h?"":l}</span>
      ${t==="failed"?o`<gw-button size="small" @click=${()=>ot(this,Y,yt).call(this,"retry")}>${this.t.common.tryAgain}</gw-button>`:d}
    </div>`};es=function({answered:t,total:e,questions:i,findings:s}){const{plan:a}=this.t,{format:r}=this.locale;return o`<section class="readiness" part="readiness" aria-label=${a.readiness}>
      <gw-progress value=${100*t/e} label=${a.readiness}></gw-progress>
      <p class="small muted">${a.answered(r.number(t),r.number(e))}</p>
      <ul role="list">
        ${i.map(n=>{const{key:l}=n,h=s.filter(({pointer:v,severity:c})=>c==="advice"&&Dt(v)===l).length;return o`<li class=${n.answered?"answered":""}>
            <button type="button" @click=${()=>ot(this,Y,yt).call(this,"go",l)}>
              <gw-icon name=${n.answered?"check-circle":"circle"}></gw-icon>${ni(this.questionnaire,l)}
              ${n.answered?d:o`<span class="visually-hidden">(${a.notAnswered})</span>`}
              ${h===0?d:o`<span class="hint" aria-hidden="true">${r.number(h)}</span><span class="visually-hidden">, ${a.advice(h)}</span>`}
            </button>
          </li>`})}
      </ul>
    </section>`};yt=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))};Z.styles=[N,L,j`
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
    `];vt([g({attribute:!1})],Z.prototype,"plan",2);vt([g({attribute:!1})],Z.prototype,"questionnaire",2);vt([g({attribute:!1})],Z.prototype,"next",2);vt([g({type:Boolean})],Z.prototype,"owns",2);vt([g({attribute:!1})],Z.prototype,"saving",2);vt([g({attribute:!1})],Z.prototype,"readiness",2);vt([g()],Z.prototype,"busy",2);Z=vt([I("gw-plan-side")],Z);var ba=Object.defineProperty,ya=Object.getOwnPropertyDescriptor,is=t=>{throw TypeError(t)},K=(t,e,i,s)=>{for(var a=s>1?void 0:s?ya(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&ba(e,i,a),a},ka=(t,e,i)=>e.has(t)||is("Cannot "+i),xa=(t,e,i)=>e.has(t)?is("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),At=(t,e,i)=>(ka(t,e,"access private method"),i),wt,ss,as,Ae,ns;let M=class extends J{constructor(){super(...arguments),xa(this,wt),this.manager=null,this.busy=!1,this.blockers=[],this.questionTitle=()=>"",this.text=""}clear(){this.text="",this.outcome=void 0}render(){const{plan:t,common:e}=this.t,[i,s,a,r]=At(this,wt,ss).call(this);return o`<gw-dialog heading=${i} ?open=${this.step!==void 0} @close=${()=>this.dispatchEvent(new Event("close"))}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.blockers.length===0?d:o`<div role="alert" class="stack tight">
            <strong>${t.notReady}</strong>
            <ul class="blockers">
              ${this.blockers.map(n=>o`<li>
                    <strong>${this.questionTitle(n.question_id??Dt(n.pointer))}:</strong>
                    ${t.findings[n.code](_i(n,this.fields,[]))}
                  </li>`)}
            </ul>
          </div>`}
      ${a}
      <gw-button slot="footer" @click=${()=>this.dispatchEvent(new Event("close"))}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant=${r?"danger":"primary"} ?busy=${this.busy} @click=${At(this,wt,ns)}>${s}</gw-button>
    </gw-dialog>`}};wt=new WeakSet;ss=function(){const{plan:t}=this.t,e=i=>o`<p>${i}</p>`;switch(this.step){case"withdraw":return[t.withdrawTitle,t.withdraw,e(t.withdrawText),!0];case"archive":return[t.archiveTitle,t.archive,e(t.archiveText),!0];case"delete":return[t.deleteTitle,t.delete,e(t.deleteText),!0];case"renew":return[t.renewTitle,t.next.renewButton,e(t.renewText)];case"complete":return[t.completeTitle,t.complete,At(this,wt,as).call(this)];default:{const i=this.manager?.display_name;return[i===void 0?t.shareNobody:t.share(i),t.shareNow,o`<p>${i===void 0?t.shareNobodyText:t.shareText(i)}</p>
            ${At(this,wt,Ae).call(this,t.shareNote,2e3,!0)}`]}}};as=function(){const{plan:t}=this.t,e=["reached","partly","not_reached","changed_course"].map(i=>({value:i,label:t.outcomes[i]}));return o`<p>${t.completeText}</p>
      <gw-choice
        label=${t.outcome}
        .options=${e}
        .value=${this.outcome??""}
        @change=${i=>this.outcome=i.target.value}
      ></gw-choice>
      ${At(this,wt,Ae).call(this,t.reflection,4e3,!1)}`};Ae=function(t,e,i){return o`<gw-text-field
      multiline
      rows="3"
      maxlength=${e}
      label=${i?`${t} (${this.t.common.optional})`:t}
      ?required=${!i}
      .value=${this.text}
      @input=${s=>this.text=s.target.value}
    ></gw-text-field>`};ns=function(){if(this.step==="complete"&&this.text.trim()===""){this.renderRoot.querySelector("gw-text-field")?.focus();return}if(this.step!==void 0){const t={step:this.step,text:this.text.trim(),outcome:this.outcome};this.dispatchEvent(new CustomEvent("confirm",{detail:t}))}};M.styles=[N,L,j`
      .blockers {
        display: grid;
        gap: var(--groundwork-space-2);
        padding-inline-start: 1.25rem;
      }
    `];K([g({attribute:!1})],M.prototype,"step",2);K([g({attribute:!1})],M.prototype,"plan",2);K([g({attribute:!1})],M.prototype,"fields",2);K([g({attribute:!1})],M.prototype,"manager",2);K([g({type:Boolean})],M.prototype,"busy",2);K([g({attribute:!1})],M.prototype,"error",2);K([g({attribute:!1})],M.prototype,"blockers",2);K([g({attribute:!1})],M.prototype,"questionTitle",2);K([m()],M.prototype,"text",2);K([m()],M.prototype,"outcome",2);M=K([I("gw-plan-step")],M);var Ta=Object.defineProperty,Pa=Object.getOwnPropertyDescriptor,rs=t=>{throw TypeError(t)},Q=(t,e,i,s)=>{for(var a=s>1?void 0:s?Pa(e,i):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(s?n(e,i,a):n(a))||a);return s&&a&&Ta(e,i,a),a},Ge=(t,e,i)=>e.has(t)||rs("Cannot "+i),p=(t,e,i)=>(Ge(t,e,"read from private field"),i?i.call(t):e.get(t)),$t=(t,e,i)=>e.has(t)?rs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),os=(t,e,i,s)=>(Ge(t,e,"write to private field"),e.set(t,i),i),f=(t,e,i)=>(Ge(t,e,"access private method"),i),_,Gt,Pt,W,Zt,u,ls,gt,G,kt,Mt,oe,cs,ds,hs,ps,Me,us,je,le,gs,vs,fs,ws,ms,Wt,De,Bt,$s,_s,We;const Be={items:[],feedback:[],requests:[],readiness:void 0};let q=class extends xs{constructor(){super(...arguments),$t(this,u),this.planId="",this.writing=!1,this.busy="",this.blockers=[],$t(this,_,new ta(this,()=>this.api,()=>void f(this,u,$s).call(this))),$t(this,Gt),$t(this,Pt,new de(this,()=>[this.planId,this.locale.language],async([t,e],i)=>{const s=await ua(this.api,t,e,i);return s.plan!==void 0&&!i.aborted&&(os(this,Gt,s.me.person?.id),p(this,_).take(s.plan,s.etag),t!==""&&Ts(this,s.plan.title)),s})),$t(this,W,new de(this,()=>[p(this,_).plan?.id??""],async(t,e)=>{const{plan:i}=p(this,_);return i===void 0?Be:ga(this.api,i,f(this,u,Mt).call(this,i),e)})),$t(this,Zt,new de(this,()=>[p(this,_).plan?.id??"",p(this,_).plan?.latest_revision??0,p(this,u,G)==="history"||p(this,u,G)==="feedback"],async([,,t],e)=>{const{plan:i}=p(this,_);return t&&i!==void 0?va(this.api,i,f(this,u,Mt).call(this,i),e):void 0}))}updated(){p(this,u,G)==="talk"?(ce(()=>import("./groundwork-talk-DRxlYtWs.js"),[]),ce(()=>import("./groundwork-comments-JZr5HZCe.js"),[])):p(this,u,G)==="actions"&&ce(()=>import("./groundwork-proposals-DTubDCrC.js"),[])}view(){return p(this,Pt).show(t=>{const{plan:e,fields:i}=p(this,_);return t.plan===void 0||e===void 0||i===void 0?o`<gw-plan-begin
          @begun=${({detail:s})=>f(this,u,_s).call(this,t,s.plan,s.etag)}
        ></gw-plan-begin>`:f(this,u,ls).call(this,t,e,i)})}};_=new WeakMap;Gt=new WeakMap;Pt=new WeakMap;W=new WeakMap;Zt=new WeakMap;u=new WeakSet;ls=function({me:t,questionnaire:e},i,s){const{plan:a}=this.t,{format:r}=this.locale,n=f(this,u,Mt).call(this,i);return o`<div class="page-head">
        <div class="row">
          <gw-status plan=${i.status}></gw-status>
          <span>${a.period(r.date(i.starts_on),r.date(i.ends_on))}</span>
          ${i.outcome===null?d:o`<span>${a.outcomes[i.outcome]}</span>`}
        </div>
        ${p(this,u,kt)?o`<h1 class="visually-hidden">${s.title}</h1>
              <gw-text-field
                class="title-field"
                maxlength="200"
                label=${a.titleLabel}
                .value=${s.title}
                @input=${l=>p(this,_).change("title",l.target.value)}
              ></gw-text-field>`:o`<h1 dir="auto">${s.title}</h1>`}
        ${n?d:o`<p dir="auto">${a.planOf(i.owner.display_name)}</p>`}
      </div>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="frame">
        <aside aria-label=${a.next.label}>${f(this,u,cs).call(this,t,e,i,n)}</aside>
        <div class="content">${f(this,u,ds).call(this,t,e,i,s,n)}</div>
      </div>
      <gw-plan-step
        .step=${this.asked}
        .plan=${i}
        .fields=${s}
        .manager=${f(this,u,oe).call(this,t)}
        .error=${this.stepError}
        .blockers=${this.blockers}
        .questionTitle=${l=>ni(e,l)}
        ?busy=${this.busy!==""}
        @close=${()=>this.asked=void 0}
        @confirm=${({detail:l})=>void f(this,u,gs).call(this,i,l)}
      ></gw-plan-step>`};gt=function(){return p(this,W).value??Be};G=function(){if(this.tab!==void 0)return this.tab;const t=p(this,_).plan;return p(this,u,gt).feedback.some(({status:e})=>e==="submitted")&&t!==void 0&&at(t)?"feedback":t?.status==="agreed"?"actions":"plan"};kt=function(){const{plan:t}=p(this,_);return t!==void 0&&f(this,u,Mt).call(this,t)&&(t.status==="draft"||this.writing&&at(t))};Mt=function(t){return t.owner_id===p(this,Gt)};oe=function(t){return t.person?.manager??null};cs=function(t,e,i,s){const{items:a,feedback:r,requests:n,readiness:l}=p(this,u,gt),{state:h,conflicts:v,error:c}=p(this,_),w=n.some(({reviewer_id:y,status:P})=>y===t.person?.id&&P==="open"),$=ca({plan:i,owns:s,manager:f(this,u,oe).call(this,t),readiness:l,items:a,feedback:r,questionnaire:e,asked:w},this.locale),T=$.step==="feedback"&&p(this,u,G)==="feedback"||$.step==="act"&&p(this,u,G)==="actions";return o`<gw-plan-side
      .plan=${i}
      .questionnaire=${e}
      .next=${T?{heading:$.heading,text:$.text}:$}
      .saving=${p(this,u,kt)?{state:h,conflicts:v.size,error:c}:void 0}
      .readiness=${l}
      ?owns=${s}
      busy=${this.busy}
      @step=${({detail:y})=>void f(this,u,us).call(this,y,i,l)}
      @go=${({detail:y})=>void f(this,u,le).call(this,y)}
      @retry=${()=>void p(this,_).flush()}
      @print=${()=>void f(this,u,ws).call(this,i)}
      @pick=${({detail:y})=>y==="download"?void f(this,u,ms).call(this,i):f(this,u,je).call(this,y)}
    ></gw-plan-side>`};ds=function(t,e,i,s,a){const{tabs:r}=this.t.plan,{items:n,feedback:l}=p(this,u,gt),h=l.filter(({status:c})=>c!=="draft").length,v=n.filter(({status:c})=>c!=="done"&&c!=="cancelled").length;return o`<gw-tabs
      label=${r.label}
      .selected=${p(this,u,G)}
      .tabs=${[{id:"plan",label:r.plan},{id:"actions",label:r.actions,...v>0&&{count:v}},{id:"feedback",label:r.feedback,...h>0&&{count:h}},...i.status==="draft"?[]:[{id:"talk",label:r.talk}],{id:"history",label:r.history}]}
      @select=${c=>this.tab=c.target.selected}
    >
      <div slot=${p(this,u,G)}>
        ${p(this,u,G)==="plan"||p(this,u,G)==="talk"?d:o`<h2 class="visually-hidden">${r[p(this,u,G)]}</h2>`}
        ${f(this,u,hs).call(this,t,e,i,s,a)}
      </div>
    </gw-tabs>`};hs=function(t,e,i,s,a){const{plan:r}=this.t,{items:n,feedback:l}=p(this,u,gt),h=t.person?.id??"",v=f(this,u,oe).call(this,t)?.display_name??r.yourManager;if(this.tab===void 0&&i.status==="shared"&&p(this,u,gt)===Be)return p(this,W).show(()=>o`<gw-skeleton lines="5"></gw-skeleton>`);switch(p(this,u,G)){case"actions":return p(this,W).show(()=>o`<div class="stack">
            ${f(this,u,Me).call(this,i,s,h,!1)}
            ${i.latest_revision!==null&&at(i)&&i.status!=="draft"?o`<groundwork-proposals
                  plan-id=${i.id}
                  @groundwork-plan-changed=${()=>void f(this,u,Bt).call(this)}
                ></groundwork-proposals>`:d}
          </div>`);case"feedback":return p(this,W).show(()=>o`<gw-plan-feedback
            .plan=${i}
            .feedback=${l}
            .items=${n}
            .revisions=${p(this,Zt).value?.revisions??[]}
            person=${h}
            manager=${a?v:""}
            busy=${this.busy}
            @acknowledge=${({detail:c})=>void f(this,u,fs).call(this,c.feedback,c.accept)}
          ></gw-plan-feedback>`);case"talk":return o`<div class="stack">
          <groundwork-talk embedded plan-id=${i.id}></groundwork-talk>
          <section class="stack tight">
            <h2>${r.comments}</h2>
            <groundwork-comments plan-id=${i.id} ?closed=${!at(i)}></groundwork-comments>
          </section>
        </div>`;case"history":return p(this,Zt).show(c=>c===void 0?o`<gw-skeleton></gw-skeleton>`:o`<gw-plan-history
                .plan=${i}
                .questionnaire=${e}
                .revisions=${c.revisions}
                .readers=${c.readers}
                .plans=${c.plans}
                @open=${({detail:w})=>f(this,u,We).call(this,w)}
              ></gw-plan-history>`);default:return f(this,u,ps).call(this,e,i,s,h,a)}};ps=function(t,e,i,s,a){const{plan:r}=this.t,{items:n,readiness:l,requests:h}=p(this,u,gt),v=e.progress_percent===null?h.find(({reviewer_id:$})=>$===s):void 0,c=({detail:$})=>p(this,_).change($.key,$.value),w=p(this,Pt).value?.me.person?.manager?.display_name??r.yourManager;return o`<div class="stack">
      ${e.reflection?o`<p class="reflection" dir="auto">${e.reflection}</p>`:d}
      ${a&&e.status!=="draft"&&at(e)?o`<div class="row">
            <gw-button size="small" icon=${this.writing?"check":"edit"} @click=${()=>this.writing=!this.writing}>
              ${this.writing?r.editDone:r.edit}
            </gw-button>
            ${this.writing?o`<span class="small muted">${r.editHint(w)}</span>`:d}
          </div>`:d}
      <gw-plan-answers
        .fields=${i}
        .questionnaire=${t}
        .findings=${l?.findings??[]}
        .conflicts=${p(this,_).conflicts}
        .actionTitles=${n.map(({title:$})=>$)}
        ?editing=${p(this,u,kt)}
        startsOn=${e.starts_on}
        .shown=${v?.sections??Kt}
        @field=${c}
        @choose=${({detail:$})=>p(this,_).choose($.key,$.which)}
        @link=${()=>this.renderRoot.querySelector(".alignment")?.scrollIntoView({block:"start"})}
      >
        <div slot="actions">${f(this,u,Me).call(this,e,i,s,!0)}</div>
      </gw-plan-answers>
      <section class="alignment" aria-labelledby="alignment">
        <h2 id="alignment">${r.alignment}</h2>
        <p>${p(this,u,kt)?r.alignmentText:r.alignmentRead}</p>
        <gw-plan-alignment .fields=${i} .items=${p(this,W).value?.items} ?editing=${p(this,u,kt)} @field=${c}></gw-plan-alignment>
      </section>
    </div>`};Me=function(t,e,i,s){return o`<gw-plan-actions
      .plan=${t}
      .items=${p(this,u,gt).items}
      .areas=${e.development_areas.filter(({name:a})=>a.trim()!=="")}
      person=${i}
      ?brief=${s}
      @changed=${()=>void f(this,u,Bt).call(this)}
    ></gw-plan-actions>`};us=async function(t,e,i){switch(t){case"continue":return f(this,u,le).call(this,i?.questions.find(({answered:s})=>!s)?.key??"");case"feedback":this.tab="feedback";return;case"act":this.tab="actions";return;case"agree":return f(this,u,vs).call(this,e);case"respond":location.hash=`/feedback/${e.id}`;return;default:f(this,u,je).call(this,t)}};je=function(t){this.stepError=void 0,this.blockers=[],this.asked=t};le=async function(t){this.tab="plan",this.writing||=p(this,_).plan?.status!=="draft",await this.updateComplete,await this.answers?.goTo(t)};gs=async function(t,e){const{plan:i}=this.t,{step:s}=e;this.busy=s,this.stepError=void 0,this.blockers=[];try{if(s!=="delete"&&!await p(this,_).flush())throw p(this,_).error??new TypeError("not saved");const a=await fa(this.api,t,p(this,_).etag,e);this.dialog.clear(),this.asked=void 0,this.writing=!1;const r={share:i.shared,withdraw:i.withdrawn,complete:i.completed,archive:i.archived,renew:i.renewed,delete:i.deleted};if(jt(this,r[s]),a===void 0||s==="renew"){f(this,u,We).call(this,a?.data.id??"");return}this.tab=void 0,p(this,_).take(a.data,a.etag),await p(this,W).reload()}catch(a){a instanceof te&&a.problem.findings!==void 0?this.blockers=a.problem.findings.filter(({severity:r})=>r==="blocker"):(this.stepError=a,await f(this,u,De).call(this,a))}finally{this.busy=""}};vs=async function(t){await f(this,u,Wt).call(this,"agree",async()=>{const{data:e,etag:i}=await this.api.POST("/v1/plans/{plan_id}/agree",{params:{path:{plan_id:t.id}},body:t.latest_revision===null?{}:{revision:t.latest_revision}});p(this,_).take(e,i),jt(this,this.t.plan.agreed)})};fs=async function(t,e){await f(this,u,Wt).call(this,t.id,async()=>{await p(this,_).flush(),await this.api.POST("/v1/feedback/{feedback_id}/acknowledge",{params:{path:{feedback_id:t.id}},body:e.length===0?{}:{accept:[...e]}}),this.tab="feedback",jt(this,e.length===0?this.t.plan.feedback.confirmed:this.t.plan.feedback.taken(e.length)),await f(this,u,Bt).call(this)})};ws=async function(t){await f(this,u,Wt).call(this,"print",async()=>{await p(this,_).flush(),await ha(this.api,t.id,this.locale.language)||(jt(this,this.t.plan.printBlocked,"neutral"),await Ji(this.api,t.id,this.locale.language))})};ms=async function(t){await f(this,u,Wt).call(this,"download",async()=>{await p(this,_).flush(),await Ji(this.api,t.id,this.locale.language)})};Wt=async function(t,e){if(this.busy===""){this.busy=t,this.error=void 0;try{await e()}catch(i){this.error=i,await f(this,u,De).call(this,i)}finally{this.busy=""}}};De=async function(t){t instanceof te&&(t.status===409||t.status===412)&&await f(this,u,Bt).call(this).catch(()=>{})};Bt=async function(){const t=p(this,_).plan?.id??"",[{data:e,etag:i}]=await Promise.all([this.api.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:t}}}),p(this,W).reload()]);p(this,_).take(e,i)};$s=async function(){const t=p(this,_).plan?.id??"",e=await Yi(this.api,t).catch(()=>{});e!==void 0&&p(this,W).value!==void 0&&p(this,_).plan?.id===t&&(p(this,W).value={...p(this,W).value,readiness:e})};_s=function(t,e,i){os(this,Gt,e.owner_id),p(this,_).take(e,i),p(this,Pt).value={...t,plan:e},this.updateComplete.then(()=>f(this,u,le).call(this,"mission_statement"))};We=function(t){this.getToken===void 0?location.hash=t===""?"/plan":`/plan/${t}`:this.planId=t,this.tab=void 0,this.writing=!1,t===this.planId&&p(this,Pt).reload()};q.styles=[N,L,da];Q([g({attribute:"plan-id"})],q.prototype,"planId",2);Q([m()],q.prototype,"tab",2);Q([m()],q.prototype,"writing",2);Q([m()],q.prototype,"asked",2);Q([m()],q.prototype,"busy",2);Q([m()],q.prototype,"error",2);Q([m()],q.prototype,"stepError",2);Q([m()],q.prototype,"blockers",2);Q([ke("gw-plan-answers")],q.prototype,"answers",2);Q([ke("gw-plan-step")],q.prototype,"dialog",2);q=Q([I("groundwork-plan")],q);const ja=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkPlan(){return q}},Symbol.toStringTag,{value:"Module"}));export{q as G,Bs as c,ja as g};
