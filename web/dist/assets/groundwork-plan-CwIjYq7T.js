import{i as j,A as d,b as o,w as ki,_ as ce}from"./tokens-BHm-NQ-a.js";import{b as L,l as N,n as g,v as Ot,h as St,r as m,s as ke,a as J,y as Ke,e as I,t as jt,u as Qe,P as te,G as xi,B as Ti}from"./keyed-SI92q3s9.js";import{L as de}from"./loading-s5JW45s3.js";import"./field-fGGVLCRu.js";import"./tabs-BeJL2Bs2.js";import{c as Ye}from"./repeat-qE7AaohM.js";import"./disclosure-CSIHtITU.js";import"./card-DgzzlqcI.js";var Pi=Object.defineProperty,Oi=Object.getOwnPropertyDescriptor,Xe=t=>{throw TypeError(t)},U=(t,e,s,i)=>{for(var a=i>1?void 0:i?Oi(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&Pi(e,s,a),a},xe=(t,e,s)=>e.has(t)||Xe("Cannot "+s),ct=(t,e,s)=>(xe(t,e,"read from private field"),s?s.call(t):e.get(t)),Ct=(t,e,s)=>e.has(t)?Xe("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Jt=(t,e,s,i)=>(xe(t,e,"write to private field"),e.set(t,s),s),Rt=(t,e,s)=>(xe(t,e,"access private method"),s),dt,qt,_t,ge,ve,It,Ze,ts;function es(t,e){return{title:t?.title??"",due_on:t===void 0?e:t.due_on??"",development_area_id:t?.development_area_id??"",advances:t?.advances??[],support_needed:t?.support_needed??"",description:t?.description??""}}let z=class extends J{constructor(){super(...arguments),Ct(this,_t),this.planId="",this.areas=[],this.from="",this.until="",this.saving=!1,this.conflict=!1,Ct(this,dt),Ct(this,qt),Ct(this,ve,t=>{t.key==="Enter"&&!t.isComposing&&ct(this,It).call(this,t)}),Ct(this,It,async t=>{t.preventDefault(),t.stopPropagation();const{written:e}=this;if(this.saving||e===void 0||e.title.trim()===""){this.first.focus();return}this.saving=!0,this.error=void 0,this.conflict=!1;try{(this.item===void 0?await Rt(this,_t,Ze).call(this,e):await Rt(this,_t,ts).call(this,this.item,e))?(Jt(this,dt,e),this.dispatchEvent(new Event("saved"))):(this.conflict=!0,await Rt(this,_t,ge).call(this))}catch(s){this.error=s}finally{this.saving=!1}})}willUpdate(){this.written===void 0&&(this.written=es(this.item,""),Jt(this,dt,this.written),this.item!==void 0&&Rt(this,_t,ge).call(this))}async firstUpdated(){await this.first.updateComplete,this.first.focus()}get dirty(){return JSON.stringify(this.written)!==JSON.stringify(ct(this,dt))}render(){const{actions:t,short:e,long:s}=this.t.plan,{written:i}=this;if(i===void 0)return d;const a=n=>l=>this.written={...i,...this.written,[n]:l.target.value},r=this.item?.kind!=="support";return o`<form class="stack" @submit=${ct(this,It)} aria-label=${this.item===void 0?t.form:t.formEdit}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.conflict?o`<p role="alert">${this.t.common.errors.conflictText}</p>`:d}
      <gw-text-field required maxlength="200" label=${t.name} .value=${i.title} @input=${a("title")} @keydown=${ct(this,ve)}></gw-text-field>
      <div class="pair">
        <gw-text-field type="date" label=${t.due} min=${this.from} max=${this.until} .value=${i.due_on} @change=${a("due_on")}></gw-text-field>
        ${r?o`<gw-select
              label=${t.area}
              .options=${[{value:"",label:t.noArea},...this.areas.map(({id:n,name:l})=>({value:n,label:l}))]}
              .value=${i.development_area_id}
              @change=${a("development_area_id")}
            ></gw-select>`:d}
      </div>
      ${r?o`<gw-choice
              multiple
              label=${t.advances}
              .options=${[{value:"short_term",label:e},{value:"long_term",label:s}]}
              .values=${i.advances}
              @change=${n=>this.written={...i,advances:n.target.values}}
            ></gw-choice>
            <gw-text-field maxlength="2000" label=${t.supportNeeded} .value=${i.support_needed} @input=${a("support_needed")}></gw-text-field>`:d}
      <gw-text-field multiline rows="2" maxlength="4000" label=${t.description} .value=${i.description} @input=${a("description")}></gw-text-field>
      <div class="row">
        <gw-button type="submit" variant="primary" ?busy=${this.saving}>${this.t.common.save}</gw-button>
        <gw-button @click=${()=>this.dispatchEvent(new Event("cancel"))}>${this.t.common.cancel}</gw-button>
      </div>
    </form>`}};dt=new WeakMap;qt=new WeakMap;_t=new WeakSet;ge=async function(){const t=this.item?.id??"";try{const{data:e,etag:s}=await this.api.GET("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:t}}}),i=this.dirty;Jt(this,dt,es(e,"")),Jt(this,qt,s),i||(this.written=ct(this,dt))}catch(e){this.error=e}};ve=new WeakMap;It=new WeakMap;Ze=async function(t){const e={title:t.title,advances:[...t.advances]};for(const s of["due_on","development_area_id","support_needed","description"])t[s]!==""&&(e[s]=t[s]);return await this.api.POST("/v1/plans/{plan_id}/action-items",{params:{path:{plan_id:this.planId}},body:e}),!0};ts=async function(t,e){const s=ct(this,dt)??e,i={};e.title!==s.title&&(i.title=e.title),JSON.stringify(e.advances)!==JSON.stringify(s.advances)&&(i.advances=[...e.advances]);for(const n of["due_on","development_area_id","support_needed","description"])e[n]!==s[n]&&(i[n]=e[n]===""?null:e[n]);const a=ct(this,qt)===void 0?{}:{"If-Match":ct(this,qt)};return(await Ke(this.api.PATCH("/v1/action-items/{action_item_id}",{params:{path:{action_item_id:t.id},header:a},body:i}))).changed};z.styles=[L,N,j`
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
    `];U([g({attribute:"plan-id"})],z.prototype,"planId",2);U([g({attribute:!1})],z.prototype,"item",2);U([g({attribute:!1})],z.prototype,"areas",2);U([g()],z.prototype,"from",2);U([g()],z.prototype,"until",2);U([Ot({context:St,subscribe:!0})],z.prototype,"api",2);U([m()],z.prototype,"written",2);U([m()],z.prototype,"saving",2);U([m()],z.prototype,"error",2);U([m()],z.prototype,"conflict",2);U([ke("gw-text-field")],z.prototype,"first",2);z=U([I("gw-action-form")],z);var Si=Object.defineProperty,Ei=Object.getOwnPropertyDescriptor,ss=t=>{throw TypeError(t)},H=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ei(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&Si(e,s,a),a},Ci=(t,e,s)=>e.has(t)||ss("Cannot "+s),is=(t,e,s)=>e.has(t)?ss("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),fe=(t,e,s)=>(Ci(t,e,"access private method"),s),we,as,Ut,me;const zi=[25,50,75];let ht=class extends J{constructor(){super(...arguments),is(this,we),this.note="",this.busy=""}render(){const{actions:t}=this.t.plan,e=(s,i,a)=>o`<gw-button size="small" ?busy=${this.busy===s} @click=${()=>void fe(this,we,as).call(this,s,a)}>${i}</gw-button>`;return o`<div class="stack tight" role="group" aria-label=${t.recordOf(this.item.title)}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <span class="label" aria-hidden="true">${t.howFar}</span>
      <div class="row">
        ${zi.map(s=>e(String(s),this.locale.format.percent(s),{progress_percent:s,status:"in_progress"}))}
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
    </div>`}};we=new WeakSet;as=async function(t,e){if(this.busy===""){this.busy=t,this.error=void 0;try{await this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:this.item.id}},body:{...e,...this.note.trim()!==""&&{note:this.note}}}),this.note="",this.dispatchEvent(new Event("recorded"))}catch(s){this.error=s}finally{this.busy=""}}};ht.styles=[L,N,j`
      :host {
        padding: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .label {
        font-weight: 560;
        font-size: var(--groundwork-text-s);
      }
    `];H([g({attribute:!1})],ht.prototype,"item",2);H([Ot({context:St,subscribe:!0})],ht.prototype,"api",2);H([m()],ht.prototype,"note",2);H([m()],ht.prototype,"busy",2);H([m()],ht.prototype,"error",2);ht=H([I("gw-action-progress")],ht);let pt=class extends J{constructor(){super(...arguments),is(this,Ut),this.itemId="",this.version=""}willUpdate(t){(t.has("itemId")||t.has("version"))&&fe(this,Ut,me).call(this)}render(){const{actions:t}=this.t.plan;return this.error!==void 0?o`<gw-error inline .error=${this.error} @retry=${()=>void fe(this,Ut,me).call(this)}></gw-error>`:this.updates===void 0?o`<gw-skeleton lines="2"></gw-skeleton>`:this.updates.length===0?o`<p class="small muted">${t.noHistory}</p>`:o`<ol role="list" aria-label=${t.history}>
          ${this.updates.map(({status:e,progress_percent:s,note:i,recorded_at:a,author:r})=>o`<li>
              <div class="row">
                <gw-status item=${e}></gw-status>
                <span>${this.locale.format.percent(s)}</span>
                <span class="muted">${[r?.display_name,this.locale.format.time(a)].filter(Boolean).join(" · ")}</span>
              </div>
              ${i?o`<p class="said" dir="auto">${i}</p>`:d}
            </li>`)}
        </ol>`}};Ut=new WeakSet;me=async function(){this.error=void 0;try{const{data:t}=await this.api.GET("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:this.itemId},query:{limit:100}}});this.updates=t.items.toReversed()}catch(t){this.error=t}};pt.styles=[L,N,j`
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
    `];H([g({attribute:"item-id"})],pt.prototype,"itemId",2);H([g()],pt.prototype,"version",2);H([Ot({context:St,subscribe:!0})],pt.prototype,"api",2);H([m()],pt.prototype,"updates",2);H([m()],pt.prototype,"error",2);pt=H([I("gw-action-history")],pt);const Te=["values","motivators","strengths","development_areas"],qi=["mission_statement","values","motivators","short_term_objective","long_term_objective","strengths","development_areas"],Ne=["title",...qi,"extra"],Kt=["basic","deeper","planning"],mt=["short_term","long_term"],Ai={values:5,motivators:20,strengths:20,development_areas:20};function ee(t){return Te.includes(t)}function Gi({title:t,answers:e}){return structuredClone({title:t,...e,extra:e.extra??[]})}function Mi(){return{id:crypto.randomUUID(),name:"",note:null,aligned_with:[]}}function $e(t,e){const s=e[t];if(t==="title")return s;if(ee(t))return e[t].filter(({name:n})=>n.trim()!=="").map(n=>({...n,note:n.note||null,aligned_with:mt.filter(l=>n.aligned_with.includes(l))}));if(t==="extra")return e.extra.filter(({value:n})=>n!=="").map(({question_id:n,section:l,value:h})=>({question_id:n,section:l,value:h}));if(t==="mission_statement")return s||null;const i={...s};for(const[n,l]of Object.entries(i))(l===""||l===null||l===void 0)&&delete i[n];const{id:a,...r}=i;return Object.keys(r).length===0?null:i}function Lt(t,e,s){return Ie($e(t,e))===Ie($e(t,s))}function Ie(t){return JSON.stringify(t,(e,s)=>{if(s!==null&&typeof s=="object"&&!Array.isArray(s)){const i=Object.entries(s).filter(([a])=>a!=="id"||"aligned_with"in s);return Object.fromEntries(i.sort(([a],[r])=>a<r?-1:1))}return s})}function ji(t,e){const s=$e(t,e);return t==="extra"?{extra:s.map(({question_id:i,value:a})=>({question_id:i,value:a}))}:t==="short_term_objective"&&s!==null?{short_term_objective:{summary:null,kind:null,detail:null,target_on:null,...s}}:t==="long_term_objective"&&s!==null?{long_term_objective:{summary:null,horizon_years:null,...s}}:{[t]:s}}function Di(t){const e=t.split("/").at(-1)??"";return/^\d+$/.test(e)?Number(e):void 0}function at({status:t}){return t==="draft"||t==="shared"||t==="agreed"}function Wi(t){const e=[...t].sort((s,i)=>i.created_at.localeCompare(s.created_at));return e.find(at)??e.find(({status:s})=>s==="completed")??e[0]}function ns({questions:t,own_questions:e},s){return t.find(i=>i.key===s)?.title??e.find(({id:i})=>i===s)?.title??""}var Bi=Object.defineProperty,Ri=Object.getOwnPropertyDescriptor,rs=t=>{throw TypeError(t)},A=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ri(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&Bi(e,s,a),a},os=(t,e,s)=>e.has(t)||rs("Cannot "+s),_e=(t,e,s)=>(os(t,e,"read from private field"),s?s.call(t):e.get(t)),Li=(t,e,s)=>e.has(t)?rs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),C=(t,e,s)=>(os(t,e,"access private method"),s),O,Qt,ls,Ht,cs,ds,hs,ps,us,Pe,se;const Yt=["done","cancelled"];let E=class extends J{constructor(){super(...arguments),Li(this,O),this.items=[],this.areas=[],this.person="",this.brief=!1,this.adding=!1,this.editing="",this.recording="",this.unfolded=new Set,this.busy=!1}render(){const{actions:t}=this.t.plan,e=this.items.filter(({kind:n})=>n==="development"),s=this.items.filter(({kind:n})=>n==="support"),i=e.filter(({status:n})=>!Yt.includes(n)).sort(Ue),a=e.filter(({status:n})=>Yt.includes(n)),r=_e(this,O,Qt)&&at(this.plan);return o`<div class="stack">
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.items.length===0&&!this.adding&&!this.brief?o`<gw-empty icon="flag" heading=${t.empty} text=${t.emptyText}></gw-empty>`:d}
      ${i.length===0?d:o`<section>
            ${this.brief?d:o`<h3>${_e(this,O,Qt)?t.mine:t.theirs(this.plan.owner.display_name)}</h3>`}${C(this,O,Ht).call(this,i)}
          </section>`}
      ${r?C(this,O,ls).call(this):d}
      ${s.length===0?d:o`<section><h3>${t.support}</h3>${C(this,O,Ht).call(this,s.sort(Ue))}</section>`}
      ${a.length===0?d:o`<gw-disclosure label=${t.done(a.length)} ?open=${i.length===0}>${C(this,O,Ht).call(this,a)}</gw-disclosure>`}
      ${C(this,O,us).call(this)}
    </div>`}async add(){this.adding=!0,await this.updateComplete}};O=new WeakSet;Qt=function(){return this.plan.owner_id===this.person};ls=function(){const{actions:t}=this.t.plan;return this.adding?o`<gw-action-form
          plan-id=${this.plan.id}
          .areas=${this.areas}
          from=${this.plan.starts_on}
          until=${this.plan.ends_on}
          @saved=${()=>C(this,O,se).call(this,()=>this.adding=!1)}
          @cancel=${()=>this.adding=!1}
        ></gw-action-form>`:o`<div><gw-button icon="plus" @click=${()=>void this.add()}>${t.add}</gw-button></div>`};Ht=function(t){return o`<ul role="list">
      ${Ye(t,({id:e})=>e,e=>o`<li>${this.editing===e.id?C(this,O,cs).call(this,e):C(this,O,ds).call(this,e)}</li>`)}
    </ul>`};cs=function(t){return o`<gw-action-form
      plan-id=${this.plan.id}
      .item=${t}
      .areas=${this.areas}
      from=${this.plan.starts_on}
      until=${this.plan.ends_on}
      @saved=${()=>C(this,O,se).call(this,()=>this.editing="")}
      @cancel=${()=>this.editing=""}
    ></gw-action-form>`};ds=function(t){const{actions:e}=this.t.plan,s=at(this.plan)&&(_e(this,O,Qt)||t.responsible_id===this.person),i=this.recording===t.id;return o`<article class="item" aria-labelledby="title-${t.id}">
      <div class="head">
        <div>
          <h4 id="title-${t.id}" dir="auto">${t.title}</h4>
          <div class="facts">${C(this,O,hs).call(this,t)}</div>
        </div>
        <gw-menu
          label=${e.menu(t.title)}
          .items=${[...s?[{id:"edit",label:e.edit,icon:"edit"}]:[],{id:"history",label:e.history,icon:"clock"},...s&&!Yt.includes(t.status)?[{id:"cancel",label:e.cancelAction,icon:"close"}]:[],...s?[{id:"delete",label:e.delete,icon:"trash"}]:[]]}
          @select=${a=>void C(this,O,ps).call(this,t,a.detail)}
        ></gw-menu>
      </div>
      ${t.description?o`<p class="said small" dir="auto">${t.description}</p>`:d}
      ${this.brief?d:o`<div class="foot">
            <gw-status item=${t.status}></gw-status>
            <gw-progress show-value value=${t.progress_percent} label=${e.progressOf(t.title)}></gw-progress>
            ${s&&!Yt.includes(t.status)?o`<gw-button
                  size="small"
                  expanded=${i?"true":"false"}
                  @click=${()=>this.recording=i?"":t.id}
                  >${e.record}</gw-button
                >`:d}
          </div>`}
      ${i?o`<gw-action-progress
            .item=${t}
            @recorded=${()=>C(this,O,se).call(this,()=>this.recording="")}
          ></gw-action-progress>`:d}
      ${this.unfolded.has(t.id)?o`<gw-action-history item-id=${t.id} version=${t.version}></gw-action-history>`:d}
    </article>`};hs=function(t){const{actions:e,short_term:s,long_term:i}=this.t.plan,{format:a}=this.locale,r=this.areas.find(({id:h})=>h===t.development_area_id)?.name,n=this.items.find(({id:h})=>h===t.supports_action_item_id)?.title,l=t.advances.map(h=>h==="short_term"?s:i);return o`${t.overdue?o`<gw-pill tone="critical" icon="clock">${e.overdue}</gw-pill>`:d}
      <span>${t.due_on===null?e.noDue:e.dueOn(a.date(t.due_on))}</span>
      ${t.kind==="support"||t.responsible_id!==this.plan.owner_id?o`<span dir="auto">${e.by(t.responsible.display_name)}</span>`:d}
      ${r?o`<span>${e.worksOn(r)}</span>`:d}
      ${l.length>0?o`<span>${e.advancesTo(a.list(l))}</span>`:d}
      ${n?o`<span>${e.supports(n)}</span>`:d}
      ${t.support_needed?o`<span>${e.needs(t.support_needed)}</span>`:d}`};ps=async function(t,e){switch(e){case"edit":this.editing=t.id;return;case"history":{const s=new Set(this.unfolded);this.unfolded=s.delete(t.id)?s:s.add(t.id);return}case"delete":this.deleting=t;return;default:await C(this,O,Pe).call(this,()=>this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:{action_item_id:t.id}},body:{status:"cancelled"}}))}};us=function(){const{actions:t}=this.t.plan,e=this.deleting;return o`<gw-dialog
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
    </gw-dialog>`};Pe=async function(t){this.busy=!0,this.error=void 0;try{await t(),this.dispatchEvent(new Event("changed"))}catch(e){this.error=e}finally{this.busy=!1}};se=function(t){t(),jt(this,this.t.common.saved),this.dispatchEvent(new Event("changed"))};E.styles=[L,N,j`
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
    `];A([g({attribute:!1})],E.prototype,"plan",2);A([g({attribute:!1})],E.prototype,"items",2);A([g({attribute:!1})],E.prototype,"areas",2);A([g()],E.prototype,"person",2);A([g({type:Boolean})],E.prototype,"brief",2);A([Ot({context:St,subscribe:!0})],E.prototype,"api",2);A([m()],E.prototype,"adding",2);A([m()],E.prototype,"editing",2);A([m()],E.prototype,"recording",2);A([m()],E.prototype,"unfolded",2);A([m()],E.prototype,"deleting",2);A([m()],E.prototype,"busy",2);A([m()],E.prototype,"error",2);E=A([I("gw-plan-actions")],E);function Ue(t,e){return(t.due_on??"9999").localeCompare(e.due_on??"9999")}var Ni=Object.defineProperty,Ii=Object.getOwnPropertyDescriptor,gs=t=>{throw TypeError(t)},Et=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ii(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&Ni(e,s,a),a},vs=(t,e,s)=>e.has(t)||gs("Cannot "+s),He=(t,e,s)=>(vs(t,e,"read from private field"),s?s.call(t):e.get(t)),Ve=(t,e,s)=>e.has(t)?gs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),lt=(t,e,s)=>(vs(t,e,"access private method"),s),Vt,X,Oe,fs,ws,ms,$s,be;let ut=class extends J{constructor(){super(...arguments),Ve(this,X),this.editing=!1,this.lines=[],this.looked="",Ve(this,Vt,new ResizeObserver(()=>lt(this,X,be).call(this)))}connectedCallback(){super.connectedCallback(),He(this,Vt).observe(this)}disconnectedCallback(){super.disconnectedCallback(),He(this,Vt).disconnect()}render(){const{plan:t}=this.t,e=Te.map(a=>[a,lt(this,X,Oe).call(this,a)]).filter(([,a])=>a.length>0);if(e.length===0)return o`<p class="muted">${t.alignmentEmpty}</p>`;const s=e.flatMap(([,a])=>a),i=s.filter(({aligned_with:a})=>a.length===0);return o`<div class="stack">
      <p class="sum ${i.length===0?"whole":""}">
        <gw-icon name=${i.length===0?"check-circle":"info"}></gw-icon>
        <span>${i.length===0?t.allLead:t.someLead(i.length)}</span>
      </p>
      <div class="drawing ${this.looked===""?"":"looking"}">
        <svg aria-hidden="true">
          ${this.lines.map(({id:a,horizon:r,path:n})=>{const l=this.looked===a||this.looked===r;return ki`<path class="${r} ${l?"on":""}" d=${n}></path>`})}
        </svg>
        <div class="from">${e.map(([a,r])=>lt(this,X,fs).call(this,a,r))}</div>
        <div class="to">${mt.map(a=>lt(this,X,$s).call(this,a,s))}</div>
      </div>
    </div>`}updated(){lt(this,X,be).call(this)}};Vt=new WeakMap;X=new WeakSet;Oe=function(t){return this.fields[t].filter(({name:e})=>e.trim()!=="")};fs=function(t,e){const{plan:s}=this.t;return o`<div>
      <h3 id="group-${t}">${s.groups[t]}</h3>
      <ul role="list" aria-labelledby="group-${t}">
        ${e.map(i=>o`<li
            data-id=${i.id}
            @pointerenter=${()=>this.looked=i.id}
            @pointerleave=${()=>this.looked=""}
          >
            <span class="name" dir="auto">${i.name}</span>
            ${t==="development_areas"&&this.items!==void 0&&!this.items.some(a=>a.development_area_id===i.id)?o`<gw-pill tone="caution" icon="info">${s.noAction}</gw-pill>`:d}
            <span class="ends">${this.editing?mt.map(a=>lt(this,X,ws).call(this,t,i,a)):lt(this,X,ms).call(this,i)}</span>
          </li>`)}
      </ul>
    </div>`};ws=function(t,e,s){const{plan:i}=this.t,a=e.aligned_with.includes(s),r=()=>{const n=mt.filter(h=>h===s?!a:e.aligned_with.includes(h)),l=this.fields[t].map(h=>h.id===e.id?{...h,aligned_with:n}:h);this.dispatchEvent(new CustomEvent("field",{detail:{key:t,value:l}}))};return o`<button
      type="button"
      class="end ${s}"
      aria-pressed=${a?"true":"false"}
      aria-label=${i.leadsTo(e.name,i[s])}
      @click=${r}
    >
      <gw-icon name=${a?"check":"plus"}></gw-icon>${s==="short_term"?i.short:i.long}
    </button>`};ms=function({aligned_with:t}){const{plan:e}=this.t;return t.length===0?o`<gw-pill tone="caution" icon="info">${e.leadsNowhere}</gw-pill>`:mt.filter(s=>t.includes(s)).map(s=>o`<span class="end ${s}">${s==="short_term"?e.short:e.long}</span>`)};$s=function(t,e){const{plan:s}=this.t,i=t==="short_term"?this.fields.short_term_objective?.summary:this.fields.long_term_objective?.summary,a=e.filter(({aligned_with:r})=>r.includes(t)).length;return o`<div
      class="objective ${t}"
      data-id=${t}
      @pointerenter=${()=>this.looked=t}
      @pointerleave=${()=>this.looked=""}
    >
      <h3>${s[t]}</h3>
      <p dir="auto">${i||s.notAnswered}</p>
      <span class="small muted">${s.leadHere(a)}</span>
    </div>`};be=function(){const t=this.renderRoot.querySelector(".drawing");if(t===null||this.fields===void 0)return;const e=t.getBoundingClientRect(),s=n=>t.querySelector(`[data-id="${CSS.escape(n)}"]`)?.getBoundingClientRect(),i=this.matches(":dir(rtl)"),a=Te.flatMap(n=>lt(this,X,Oe).call(this,n)),r=mt.flatMap(n=>{const l=a.filter(({aligned_with:h})=>h.includes(n));return l.flatMap(({id:h},v)=>{const[c,w]=[s(h),s(n)];if(c===void 0||w===void 0)return[];const $=(i?c.left:c.right)-e.left,T=(i?w.right:w.left)-e.left,y=c.top+c.height/2-e.top+(n==="short_term"?-2:2),P=w.top-e.top+w.height*(v+1)/(l.length+1),D=($+T)/2,[st,ft,Re,Le,bi]=[$,y,D,P,T].map(yi=>yi.toFixed(1));return[{id:h,horizon:n,path:`M${st} ${ft}C${Re} ${ft} ${Re} ${Le} ${bi} ${Le}`}]})});JSON.stringify(r)!==JSON.stringify(this.lines)&&(this.lines=r)};ut.styles=[L,N,j`
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
    `];Et([g({attribute:!1})],ut.prototype,"fields",2);Et([g({attribute:!1})],ut.prototype,"items",2);Et([g({type:Boolean})],ut.prototype,"editing",2);Et([m()],ut.prototype,"lines",2);Et([m()],ut.prototype,"looked",2);ut=Et([I("gw-plan-alignment")],ut);const Ui=j`
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
`;function Dt(t){const[,e,s]=t.split("/");return e==="answers"?s??"":e??""}function _s({pointer:t},e,s){const i=Dt(t),a=Di(t);return a===void 0?"":(ee(i)?e[i].map(({name:n})=>n).filter(n=>n.trim()!==""):s)[a]??""}function Hi({code:t,pointer:e},s){const i=s.short_term_objective;return t==="question_unanswered"&&Dt(e)==="short_term_objective"&&!!(i?.summary||i?.detail)}var Vi=Object.defineProperty,Fi=Object.getOwnPropertyDescriptor,bs=t=>{throw TypeError(t)},tt=(t,e,s,i)=>{for(var a=i>1?void 0:i?Fi(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&Vi(e,s,a),a},ys=(t,e,s)=>e.has(t)||bs("Cannot "+s),Nt=(t,e,s)=>(ys(t,e,"read from private field"),s?s.call(t):e.get(t)),he=(t,e,s)=>e.has(t)?bs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),k=(t,e,s)=>(ys(t,e,"access private method"),s),zt,b,ks,Se,xs,Ts,Ps,Os,Ss,Es,Cs,zs,qs,Ee,As,bt,Ce,nt;let B=class extends J{constructor(){super(...arguments),he(this,b),this.findings=[],this.conflicts=new Map,this.editing=!1,this.startsOn="",this.actionTitles=[],this.shown=Kt,this.noted=new Set,he(this,zt,new Map),he(this,Ee,t=>{if(t.key!=="Enter"||t.isComposing)return;t.preventDefault(),t.target.closest("li")?.nextElementSibling?.querySelector("gw-text-field")?.focus()})}render(){const{plan:t}=this.t;return Kt.filter(e=>this.shown.includes(e)).map((e,s)=>{const i=this.questionnaire.own_questions.filter(a=>a.section===e);return o`<section class="part" aria-labelledby="part-${e}">
          <h2 id="part-${e}">${t.part(this.locale.format.number(s+1),t.section[e])}</h2>
          ${this.questionnaire.questions.filter(a=>a.section===e).map(a=>k(this,b,ks).call(this,a))}
          ${i.map(a=>k(this,b,As).call(this,a))}
        </section>`})}async goTo(t){await this.updateComplete;const e=this.renderRoot.querySelector(`[data-key="${CSS.escape(t)}"]`),s=e?.querySelector("gw-text-field, gw-choice, gw-button, slot");e?.scrollIntoView({block:"start",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),(s?.localName.startsWith("gw-")?s:e?.querySelector("h3"))?.focus({preventScroll:!0})}};zt=new WeakMap;b=new WeakSet;ks=function(t){const{key:e,title:s,guidance:i}=t,a=e==="action_items"?o`<slot name="actions"></slot>`:k(this,b,Ps).call(this,e,s);return k(this,b,Se).call(this,e,s,i,a,e==="action_items"?void 0:e)};Se=function(t,e,s,i,a){const r=this.editing?this.findings.filter(({pointer:l,question_id:h})=>(h??Dt(l))===t):[],n=a===void 0?void 0:this.conflicts.get(a);return o`<article class="question" data-key=${t}>
      <div class="about">
        <h3 tabindex="-1">${e}</h3>
        ${this.editing?o`<p class="guidance">${s}</p>`:d}
      </div>
      <div class="answer">
        ${n===void 0||a===void 0?d:k(this,b,Ts).call(this,a,n)}${i}
        ${r.length===0?d:o`<ul class="findings" role="list">${r.map(l=>k(this,b,xs).call(this,l))}</ul>`}
      </div>
    </article>`};xs=function(t){const{plan:e}=this.t,s=Hi(t,this.fields)?e.unfinishedObjective:e.findings[t.code](_s(t,this.fields,this.actionTitles)),i=t.severity==="blocker";return o`<li class=${t.severity}>
      <gw-icon name=${i?"alert":"info"}></gw-icon><span>${s}</span>
      ${t.code.endsWith("_unaligned")?o`<button type="button" class="link" @click=${()=>this.emit("link")}>${e.connect}</button>`:d}
    </li>`};Ts=function(t,e){const{plan:s}=this.t,i=(a,r,n,l)=>o`<div slot=${a} class="stack tight">
      ${k(this,b,Ce).call(this,t,r)}
      <div><gw-button size="small" @click=${()=>this.emit("choose",{key:t,which:n})}>${l}</gw-button></div>
    </div>`;return o`<div class="conflict" role="alert">
      <h4>${s.conflictTitle}</h4>
      <gw-compare before-label=${s.conflictMine} after-label=${s.conflictTheirs}>
        ${i("before",this.fields,"mine",s.keepMine)}${i("after",e,"theirs",s.keepTheirs)}
      </gw-compare>
    </div>`};Ps=function(t,e){if(!this.editing)return k(this,b,Ce).call(this,t,this.fields);if(ee(t))return k(this,b,Es).call(this,t);switch(t){case"mission_statement":return o`<gw-text-field
          multiline
          rows="3"
          label=${e}
          label-hidden
          maxlength="4000"
          .value=${this.fields.mission_statement??""}
          @input=${s=>k(this,b,nt).call(this,t,s.target.value)}
        ></gw-text-field>`;case"short_term_objective":return k(this,b,Os).call(this);case"long_term_objective":return k(this,b,Ss).call(this);default:return d}};Os=function(){const{plan:t}=this.t,e=this.fields.short_term_objective,s=i=>a=>k(this,b,nt).call(this,"short_term_objective",{...e,[i]:a.target.value});return o`<div class="stack tight">
      <gw-text-field label=${t.summary} multiline rows="2" maxlength="2000" .value=${e?.summary??""} @input=${s("summary")}></gw-text-field>
      <gw-choice
        label=${t.objectiveKind}
        .options=${[{value:"new_assignment",label:t.newAssignment},{value:"current_role_plus",label:t.currentRolePlus}]}
        .value=${e?.kind??""}
        @change=${i=>k(this,b,nt).call(this,"short_term_objective",{...e,kind:i.target.value})}
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
    </div>`};Ss=function(){const{plan:t}=this.t,e=this.fields.long_term_objective,s=i=>{const a=Math.round(Number(i.target.value));k(this,b,nt).call(this,"long_term_objective",{...e,horizon_years:a>=1&&a<=60?a:null})};return o`<div class="stack tight">
      <gw-text-field
        label=${t.summary}
        multiline
        rows="2"
        maxlength="2000"
        .value=${e?.summary??""}
        @input=${i=>k(this,b,nt).call(this,"long_term_objective",{...e,summary:i.target.value})}
      ></gw-text-field>
      <gw-text-field class="date" type="number" min="1" max="60" label=${t.horizonYears} .value=${String(e?.horizon_years??"")} @change=${s}></gw-text-field>
    </div>`};Es=function(t){const{plan:e}=this.t,s=this.fields[t],i=s.at(-1),a=s.length>=Ai[t]||i!==void 0&&i.name.trim()==="",r=Nt(this,zt).get(t);(r===void 0||s.some(({id:l})=>l===r.id))&&Nt(this,zt).set(t,Mi());const n=a?s:[...s,Nt(this,zt).get(t)];return o`<ol class="items" role="list">
      ${Ye(n,({id:l})=>l,(l,h)=>{const v=l.name.trim()!==""?l.name:e.itemNumber(e.item[t],this.locale.format.number(h+1)),c=w=>k(this,b,Cs).call(this,t,{...l,...w});return o`<li>
            <div class="line">
              <gw-text-field
                label=${e.itemNumber(e.item[t],this.locale.format.number(h+1))}
                label-hidden
                maxlength="200"
                placeholder=${e.itemPlaceholder[t]}
                .value=${l.name}
                @input=${w=>c({name:w.target.value})}
                @keydown=${Nt(this,Ee)}
              ></gw-text-field>
              ${s.includes(l)?o`${l.note!==null||this.noted.has(l.id)?d:o`<gw-button variant="quiet" icon="message" label=${e.addNote(v)} @click=${()=>void k(this,b,qs).call(this,l.id)}></gw-button>`}
                    <gw-button variant="quiet" icon="close" label=${e.remove(v)} @click=${()=>k(this,b,zs).call(this,t,l.id)}></gw-button>`:d}
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
    </ol>`};Cs=function(t,e){const s=this.fields[t],i=s.some(({id:a})=>a===e.id);k(this,b,nt).call(this,t,i?s.map(a=>a.id===e.id?e:a):[...s,e])};zs=function(t,e){k(this,b,nt).call(this,t,this.fields[t].filter(s=>s.id!==e)),this.goTo(t)};qs=async function(t){this.noted=new Set([...this.noted,t]),await this.updateComplete,this.renderRoot.querySelector(`[data-note="${CSS.escape(t)}"]`)?.focus()};Ee=new WeakMap;As=function(t){const{id:e,title:s,guidance:i,kind:a,options:r,scale:n,section:l}=t,h=this.fields.extra.find(({question_id:T})=>T===e)?.value??"",v=T=>k(this,b,nt).call(this,"extra",[...this.fields.extra.filter(({question_id:y})=>y!==e),{question_id:e,section:l,value:T}]),c=n==null?r.map(({value:T,label:y})=>({value:T,label:y})):Array.from({length:n.maximum-n.minimum+1},(T,y)=>{const P=n.minimum+y,D=P===n.minimum?n.minimum_label:P===n.maximum?n.maximum_label:null;return{value:String(P),label:this.locale.format.number(P),...D&&{hint:D}}}),w=c.find(({value:T})=>T===String(h))?.label??String(h),$=this.editing?a==="text"?o`<gw-text-field multiline label=${s} label-hidden maxlength="4000" .value=${String(h)} @input=${T=>v(T.target.value)}></gw-text-field>`:o`<gw-choice label=${s} label-hidden .options=${c} .value=${String(h)} @change=${T=>{const{value:y}=T.target;v(a==="scale"?Number(y):y)}}></gw-choice>`:k(this,b,bt).call(this,w);return k(this,b,Se).call(this,e,s,i,$,void 0)};bt=function(t){return t?o`<p class="said" dir="auto">${t}</p>`:o`<p class="muted">${this.t.plan.notAnswered}</p>`};Ce=function(t,e){const{plan:s}=this.t,{format:i}=this.locale;if(ee(t)){const a=e[t].filter(({name:r})=>r.trim()!=="");return a.length===0?k(this,b,bt).call(this,null):o`<ul class="read" role="list">
            ${a.map(({name:r,note:n})=>o`<li><span class="name" dir="auto">${r}</span>${n?o`<p class="said small muted" dir="auto">${n}</p>`:d}</li>`)}
          </ul>`}if(t==="short_term_objective"){const a=e.short_term_objective,r=a?.kind==="new_assignment"?s.newAssignment:a?.kind==="current_role_plus"?s.currentRolePlus:"";return o`${k(this,b,bt).call(this,a?.summary)}${a?.detail?o`<p class="said" dir="auto">${a.detail}</p>`:d}
        <p class="small muted">${[r,a?.target_on?s.by(i.date(a.target_on)):""].filter(Boolean).join(" · ")}</p>`}if(t==="long_term_objective"){const a=e.long_term_objective;return o`${k(this,b,bt).call(this,a?.summary)}
        ${a?.horizon_years?o`<p class="small muted">${s.years(a.horizon_years)}</p>`:d}`}return k(this,b,bt).call(this,t==="title"?e.title:e.mission_statement)};nt=function(t,e){this.dispatchEvent(new CustomEvent("field",{detail:{key:t,value:e}}))};B.styles=[L,N,Ui,j`:host { container-type: inline-size; }`];tt([g({attribute:!1})],B.prototype,"fields",2);tt([g({attribute:!1})],B.prototype,"questionnaire",2);tt([g({attribute:!1})],B.prototype,"findings",2);tt([g({attribute:!1})],B.prototype,"conflicts",2);tt([g({type:Boolean})],B.prototype,"editing",2);tt([g()],B.prototype,"startsOn",2);tt([g({attribute:!1})],B.prototype,"actionTitles",2);tt([g({attribute:!1})],B.prototype,"shown",2);tt([m()],B.prototype,"noted",2);B=tt([I("gw-plan-answers")],B);var Ji=Object.defineProperty,Ki=Object.getOwnPropertyDescriptor,Gs=t=>{throw TypeError(t)},ie=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ki(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&Ji(e,s,a),a},Qi=(t,e,s)=>e.has(t)||Gs("Cannot "+s),Yi=(t,e,s)=>e.has(t)?Gs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Fe=(t,e,s)=>(Qi(t,e,"access private method"),s),Ft,ye;let xt=class extends J{constructor(){super(...arguments),Yi(this,Ft),this.busy=!1}render(){const{plan:t}=this.t;return o`<div class="begin">
      <h1>${t.beginTitle}</h1>
      <p class="lead">${t.beginText}</p>
      <ol role="list">
        ${Kt.map((e,s)=>{const[i,a]=t.beginParts[e];return o`<li>
            <span class="number" aria-hidden="true">${this.locale.format.number(s+1)}</span>
            <h2>${i}</h2>
            <p>${a}</p>
          </li>`})}
      </ol>
      ${this.error===void 0?d:o`<gw-error inline .error=${this.error} @retry=${()=>void Fe(this,Ft,ye).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" icon="arrow-right" ?busy=${this.busy} @click=${()=>void Fe(this,Ft,ye).call(this)}>${t.begin}</gw-button>
        <span class="private"><gw-icon name="lock"></gw-icon>${t.beginPrivate}</span>
      </div>
    </div>`}};Ft=new WeakSet;ye=async function(){if(!this.busy){this.busy=!0,this.error=void 0;try{const t=this.t.plan.beginNameValue(this.locale.format.today().slice(0,4)),{data:e,etag:s}=await this.api.POST("/v1/plans",{body:{title:t}});this.dispatchEvent(new CustomEvent("begun",{detail:{plan:e,etag:s}}))}catch(t){this.error=t}finally{this.busy=!1}}};xt.styles=[L,N,j`
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
    `];ie([Ot({context:St,subscribe:!0})],xt.prototype,"api",2);ie([m()],xt.prototype,"busy",2);ie([m()],xt.prototype,"error",2);xt=ie([I("gw-plan-begin")],xt);const pe=new Map,Je=700,Xi=8e3;class Zi{constructor(e,s,i){this.state="saved",this.conflicts=new Map,this.#a=Promise.resolve(),this.#l=()=>{this.dirty&&this.flush()},this.#c=a=>{(this.dirty||this.conflicts.size>0)&&(a.preventDefault(),this.flush())},this.#s=e,this.#r=s,this.#d=i,e.addController(this)}#s;#r;#d;#t;#i;#e;#a;hostConnected(){window.addEventListener("online",this.#l),window.addEventListener("beforeunload",this.#c)}hostDisconnected(){window.removeEventListener("online",this.#l),window.removeEventListener("beforeunload",this.#c),this.flush().then(e=>{clearTimeout(this.#e),!e&&this.plan!==void 0&&this.fields!==void 0&&this.#t!==void 0&&pe.set(this.plan.id,{fields:this.fields,base:this.#t})})}take(e,s){const i=Gi(e);if(this.plan?.id!==e.id||this.fields===void 0||this.#t===void 0){clearTimeout(this.#e),this.fields=i,this.state="saved",this.error=void 0,this.conflicts=new Map;const a=pe.get(e.id);a!==void 0&&(pe.delete(e.id),this.fields=a.fields,this.#h(i,a.base),this.#e=setTimeout(()=>void this.flush(),Je))}else this.#h(i,this.#t);this.plan=e,this.#t=structuredClone(i),this.#i=s,this.#s.requestUpdate()}get dirty(){return this.#o().length>0}change(e,s){this.fields!==void 0&&(this.fields={...this.fields,[e]:s},(this.state==="saved"||this.state==="failed")&&(this.state="typing"),clearTimeout(this.#e),this.#e=setTimeout(()=>void this.flush(),Je),this.#s.requestUpdate())}choose(e,s){const i=this.conflicts.get(e);if(i===void 0||this.fields===void 0)return;const a=new Map(this.conflicts);a.delete(e),this.conflicts=a,s==="theirs"&&(this.fields={...this.fields,[e]:i[e]}),this.#s.requestUpdate(),this.flush()}async flush(){return clearTimeout(this.#e),this.#a=this.#a.then(()=>this.#p()),await this.#a,!this.dirty&&this.conflicts.size===0}get etag(){return this.#i}async#p(){for(let e=0;e<3;e++){const s=this.#o().filter(r=>!this.conflicts.has(r)),{plan:i,fields:a}=this;if(i===void 0||a===void 0||s.length===0){this.state!=="saved"&&this.#n("saved");return}this.#n("saving");try{if(await this.#u(i,a,s))break}catch(r){this.error=r;const{kind:n}=Qe(r,this.#s.locale.t);this.#n(n==="offline"?"offline":"failed");const l=r instanceof te&&r.status>=429;(n==="offline"||l)&&(clearTimeout(this.#e),this.#e=setTimeout(()=>void this.flush(),Xi));return}}this.error=void 0,this.#n(this.#o().some(e=>!this.conflicts.has(e))?"typing":"saved")}async#u(e,s,i){const a={plan_id:e.id},r={};for(const v of i)v!=="title"&&Object.assign(r,ji(v,s));const n={...i.includes("title")&&{title:s.title},...Object.keys(r).length>0&&{answers:r}},l=this.#i===void 0?{changed:!1}:await Ke(this.#r().PATCH("/v1/plans/{plan_id}",{params:{path:a,header:{"If-Match":this.#i}},body:n,keepalive:!0}));if(this.plan?.id!==e.id)return!0;if(!l.changed){const{data:v,etag:c}=await this.#r().GET("/v1/plans/{plan_id}",{params:{path:a}});return this.take(v,c),!1}const h={...this.#t};for(const v of i)Object.assign(h,{[v]:structuredClone(s[v])});return this.#t=h,this.#i=l.etag,this.plan=l.data,this.#d(l.data),!0}#h(e,s){const i=this.fields,a={...i},r=new Map(this.conflicts);for(const n of Ne)Lt(n,e,s)||Lt(n,e,i)||(Lt(n,i,s)?Object.assign(a,{[n]:e[n]}):r.set(n,e));this.fields=a,this.conflicts=r}#o(){const{fields:e}=this,s=this.#t;return e===void 0||s===void 0?[]:Ne.filter(i=>!Lt(i,e,s)&&!(i==="title"&&e.title.trim()===""))}#n(e){this.state=e,this.#s.requestUpdate()}#l;#c}var ta=Object.defineProperty,ea=Object.getOwnPropertyDescriptor,Ms=t=>{throw TypeError(t)},rt=(t,e,s,i)=>{for(var a=i>1?void 0:i?ea(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&ta(e,s,a),a},js=(t,e,s)=>e.has(t)||Ms("Cannot "+s),ze=(t,e,s)=>(js(t,e,"read from private field"),s?s.call(t):e.get(t)),sa=(t,e,s)=>e.has(t)?Ms("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),S=(t,e,s)=>(js(t,e,"access private method"),s),x,Ds,ae,ne,Ws,Bs,Rs,re,Tt,qe;const ia={yes:"positive",partly:"caution",no:"critical"};let F=class extends J{constructor(){super(...arguments),sa(this,x),this.feedback=[],this.items=[],this.revisions=[],this.person="",this.manager="",this.busy="",this.accepted=new Map}render(){const{feedback:t}=this.t.plan,e=this.feedback.filter(({status:s})=>s!=="draft").toReversed();if(e.length===0){const s=this.plan.status==="draft"?t.emptyDraft:t.emptyText(this.manager);return o`<gw-empty icon="message" heading=${t.empty} text=${s}></gw-empty>`}return e.map(s=>S(this,x,Ds).call(this,s))}};x=new WeakSet;Ds=function(t){const{feedback:e,groups:s,actions:i}=this.t.plan,{format:a}=this.locale,r=t.author.display_name,n=this.revisions.find(({number:c})=>c===t.revision)?.answers??this.plan.answers,l=t.status==="submitted"&&ze(this,x,ae),h=(c,w)=>w.length===0?d:o`<section><h4>${c}</h4>${w}</section>`,v=this.accepted.get(t.id)??new Set;return o`<article aria-label=${e.from(r)}>
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
          ${mt.map(c=>{const w=t.objectives[c];return w?S(this,x,Ws).call(this,t,c,w,n):d})}
          ${["strengths","development_areas"].map(c=>h(s[c],t[c].map((w,$)=>S(this,x,Bs).call(this,t,c,$,w,n))))}
          ${h(i.title,t.support.map(c=>S(this,x,Rs).call(this,t,c)))}
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
    </article>`};ae=function(){return this.plan.owner_id===this.person};ne=function(t,e,s){const{feedback:i}=this.t.plan,a=ze(this,x,ae)?i.wrote:i.wroteOf(this.plan.owner.display_name);return o`<div class="point">
      <gw-compare before-label=${a} after-label=${i.says(t.author.display_name)}>
        <div slot="before">${e}</div>
        <div slot="after" class="stack tight">${s}</div>
      </gw-compare>
    </div>`};Ws=function(t,e,s,i){const{plan:a,common:r}=this.t,n=e==="short_term"?i.short_term_objective:i.long_term_objective,l=(v,c)=>c?o`<gw-pill tone=${ia[c]}>${v}: ${r.verdict[c]}</gw-pill>`:d,h=o`<div class="row">
        ${l(a.feedback.reasonable,s.reasonable)}${l(a.feedback.achievable,s.achievable)}
      </div>
      ${S(this,x,Tt).call(this,s.comment)}
      ${s.counter_proposal?o`<div><strong>${a.feedback.proposal}</strong>${S(this,x,Tt).call(this,s.counter_proposal)}</div>
            ${S(this,x,qe).call(this,t,`/objectives/${e}/counter_proposal`)}`:d}`;return o`<section>
      <h4>${a[e]}</h4>
      ${S(this,x,ne).call(this,t,S(this,x,re).call(this,n?.summary),h)}
    </section>`};Bs=function(t,e,s,i,a){const{feedback:r}=this.t.plan,{stance:n,name:l,comment:h,item_id:v}=i,c=[...a[e],...this.plan.answers[e]].find(({id:T})=>T===v),w=(n==="add"||n==="adjust")&&!!l,$=o`<div class="row">
        <gw-pill tone=${n==="agree"?"positive":"info"} icon=${n==="agree"?"check":n==="add"?"plus":"edit"}>
          ${r.stance[n]}
        </gw-pill>
      </div>
      ${l?o`<p class="wrote" dir="auto">${l}</p>`:d}${S(this,x,Tt).call(this,h)}
      ${w?S(this,x,qe).call(this,t,`/${e}/${s}`):d}`;return S(this,x,ne).call(this,t,c===void 0?o`<p class="muted">${r.notInPlan}</p>`:o`${S(this,x,re).call(this,c.name)}${S(this,x,Tt).call(this,c.note)}`,$)};Rs=function(t,{action_item_id:e,decision:s,comment:i,commitment:a}){const{feedback:r,actions:n}=this.t.plan,l=this.items.find(({id:w})=>w===e),h=s==="supported"?"positive":s==="modified"?"info":"caution",v=a?.due_on?` · ${n.dueOn(this.locale.format.date(a.due_on))}`:"",c=o`<div class="row"><gw-pill tone=${h}>${r.decision[s]}</gw-pill></div>
      ${S(this,x,Tt).call(this,i)}
      ${a?o`<p class="said" dir="auto"><strong>${r.commitment(a.title)}</strong>${v}</p>`:d}`;return S(this,x,ne).call(this,t,S(this,x,re).call(this,l?.title),c)};re=function(t){return t?o`<p class="wrote said" dir="auto">${t}</p>`:o`<p class="muted">${this.t.plan.notAnswered}</p>`};Tt=function(t){return t?o`<p class="said" dir="auto">${t}</p>`:d};qe=function(t,e){if(t.status!=="submitted"||!ze(this,x,ae))return d;const s=this.accepted.get(t.id)??new Set,i=r=>{const n=r.target.values.length>0,l=new Set(s);n?l.add(e):l.delete(e),this.accepted=new Map(this.accepted).set(t.id,l)},{takeOver:a}=this.t.plan.feedback;return o`<gw-choice
      multiple
      label=${a}
      label-hidden
      .options=${[{value:e,label:a}]}
      .values=${s.has(e)?[e]:[]}
      @change=${i}
    ></gw-choice>`};F.styles=[L,N,j`
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
    `];rt([g({attribute:!1})],F.prototype,"plan",2);rt([g({attribute:!1})],F.prototype,"feedback",2);rt([g({attribute:!1})],F.prototype,"items",2);rt([g({attribute:!1})],F.prototype,"revisions",2);rt([g()],F.prototype,"person",2);rt([g()],F.prototype,"manager",2);rt([g()],F.prototype,"busy",2);rt([m()],F.prototype,"accepted",2);F=rt([I("gw-plan-feedback")],F);var aa=Object.defineProperty,na=Object.getOwnPropertyDescriptor,Ls=t=>{throw TypeError(t)},et=(t,e,s,i)=>{for(var a=i>1?void 0:i?na(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&aa(e,s,a),a},ra=(t,e,s)=>e.has(t)||Ls("Cannot "+s),oa=(t,e,s)=>e.has(t)?Ls("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),it=(t,e,s)=>(ra(t,e,"access private method"),s),V,Ns,Is,Us,Xt,Hs,Vs,Fs;let R=class extends J{constructor(){super(...arguments),oa(this,V),this.revisions=[],this.plans=[],this.changes=new Map}render(){const{history:t}=this.t.plan;return o`<div class="stack">
      <section>
        <h3>${this.readers===void 0?t.versionsOf:t.versions}</h3>
        ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
        ${this.revisions.length===0?o`<p class="muted">${t.none}</p>`:o`<ol role="list">${this.revisions.toReversed().map(e=>it(this,V,Ns).call(this,e))}</ol>`}
      </section>
      ${this.readers===void 0?d:it(this,V,Vs).call(this,this.readers)}
      ${this.plans.length<2?d:it(this,V,Fs).call(this)}
    </div>`}};V=new WeakSet;Ns=function({number:t,shared_at:e,note:s}){const{history:i}=this.t.plan,a=this.revisions.filter(n=>n.number<t).at(-1),r=this.changes.get(t);return o`<li class="revision">
      <div class="row"><strong>${i.version(this.locale.format.number(t))}</strong><span class="muted">${this.locale.format.time(e)}</span></div>
      ${s?o`<p class="said" dir="auto">${s}</p>`:d}
      ${a===void 0?o`<p class="small muted">${i.first}</p>`:r===void 0?o`<gw-button size="small" variant="quiet" ?busy=${this.loading===t} @click=${()=>void it(this,V,Hs).call(this,t,a.number)}>${i.changes}</gw-button>`:r.length===0?o`<p class="small muted">${i.same}</p>`:o`<ul class="changes" role="list" aria-label=${i.changes}>${r.map(n=>it(this,V,Is).call(this,n))}</ul>`}
    </li>`};Is=function({kind:t,pointer:e,before:s,after:i}){const{history:a}=this.t.plan,[r,n]=[it(this,V,Xt).call(this,s),it(this,V,Xt).call(this,i)];return o`<li>
      <div class="row"><gw-pill>${a.kind[t]}</gw-pill><strong>${it(this,V,Us).call(this,e)}</strong></div>
      ${r===""?d:o`<p><del class="said" dir="auto">${r}</del></p>`}
      ${n===""?d:o`<p><ins class="said" dir="auto">${n}</ins></p>`}
    </li>`};Us=function(t){const{plan:e}=this.t,[,s,i]=t.split("/"),a=s==="answers"?i:s;return this.questionnaire.questions.find(r=>r.key===a)?.title??(a==="title"?e.titleLabel:e.tabs.plan)};Xt=function(t){const{plan:e,common:s}=this.t;if(t==null)return"";if(Array.isArray(t))return t.length===0?e.history.nothing:this.locale.format.list(t.map(a=>it(this,V,Xt).call(this,a)));if(typeof t=="object"){const{name:a,title:r,summary:n,note:l}=t;return[a??r??n,l].filter(h=>typeof h=="string").join(`
`)}const i=String(t);return i==="short_term"||i==="long_term"?e[i]:i==="new_assignment"||i==="current_role_plus"?i==="new_assignment"?e.newAssignment:e.currentRolePlus:Object.hasOwn(s.itemStatus,i)?s.itemStatus[i]:/^\d{4}-\d{2}-\d{2}$/.test(i)?this.locale.format.date(i):i};Hs=async function(t,e){this.loading=t,this.error=void 0;try{const{data:s}=await this.api.GET("/v1/plans/{plan_id}/revisions/{number}/changes",{params:{path:{plan_id:this.plan.id,number:t},query:{since:e}}});this.changes=new Map(this.changes).set(t,s.changes)}catch(s){this.error=s}finally{this.loading=void 0}};Vs=function(t){const{history:e}=this.t.plan,s=e.right;return o`<section>
      <h3>${e.readers}</h3>
      ${t.length===0?o`<p class="muted">${e.noReaders}</p>`:o`<ul role="list">
            ${t.map(({reader:i,right:a,at:r,count:n,text:l})=>o`<li class="row">
                <gw-avatar size="small" name=${i?.display_name??"?"}></gw-avatar>
                <div>
                  <div dir="auto">${i===null?l:o`${i.display_name}${s[a]?`, ${s[a]}`:""}`}</div>
                  <div class="small muted">${this.locale.format.time(r)} · ${e.times(n)}</div>
                </div>
              </li>`)}
          </ul>`}
    </section>`};Fs=function(){const{history:t}=this.t.plan;return o`<section>
      <h3>${t.plans}</h3>
      <ul role="list">
        ${this.plans.map(({id:e,title:s,status:i,starts_on:a,ends_on:r})=>o`<li class="row spread">
            <div>
              <div dir="auto">${s}</div>
              <div class="small muted">${this.t.plan.period(this.locale.format.date(a),this.locale.format.date(r))}</div>
            </div>
            <div class="row">
              <gw-status plan=${i}></gw-status>
              ${e===this.plan.id?d:o`<gw-button size="small" label="${t.openPlan}: ${s}" @click=${()=>this.dispatchEvent(new CustomEvent("open",{detail:e}))}
                    >${t.openPlan}</gw-button
                  >`}
            </div>
          </li>`)}
      </ul>
    </section>`};R.styles=[L,N,j`
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
    `];et([g({attribute:!1})],R.prototype,"plan",2);et([g({attribute:!1})],R.prototype,"questionnaire",2);et([g({attribute:!1})],R.prototype,"revisions",2);et([g({attribute:!1})],R.prototype,"readers",2);et([g({attribute:!1})],R.prototype,"plans",2);et([Ot({context:St,subscribe:!0})],R.prototype,"api",2);et([m()],R.prototype,"changes",2);et([m()],R.prototype,"loading",2);et([m()],R.prototype,"error",2);R=et([I("gw-plan-history")],R);function la({plan:t,owns:e,manager:s,readiness:i,items:a,feedback:r,questionnaire:n,asked:l},{t:h,format:v}){const{next:c}=h.plan,w=s?.display_name??h.plan.yourManager;if(!e)return{heading:c.reader(t.owner.display_name),text:c.readerText,...l&&{step:"respond",button:c.respond}};switch(t.status){case"draft":{if(i?.ready)return{heading:s===null?c.shareAlone:c.share(w),text:c.shareText,step:"share",button:c.shareButton};const y=i?.questions.find(({answered:D})=>!D)?.key,P=n.questions.find(({key:D})=>D===y)?.title;return{heading:c.write,text:c.writeText,...P!==void 0&&{step:"continue",button:c.continue(P)}}}case"shared":case"agreed":{const y=r.find(({status:P})=>P==="submitted");return y!==void 0?{heading:c.feedback(y.author.display_name),text:c.feedbackText,step:"feedback",button:c.feedbackButton}:t.has_unshared_changes?{heading:c.again,text:c.againText,step:"share",button:c.againButton}:t.status==="shared"?$():T()}case"completed":return{heading:c.completed,text:c.completedText,step:"renew",button:c.renewButton};case"archived":return{heading:c.archived,text:c.archivedText,step:"renew",button:c.renewButton}}function $(){if(t.owner_agreed_at!==null)return{heading:c.waitAgree(w),text:c.waitAgreeText};if(r.some(({revision:P})=>P===t.latest_revision)||s===null){const P=s===null?c.agreeAloneText:c.agreeText(w);return{heading:c.agree,text:P,step:"agree",button:c.agreeButton}}return{heading:c.wait(w),text:c.waitText(t.latest_revision===1&&t.shared_at!==null?v.relative(t.shared_at):void 0),other:{step:"agree",button:c.agreeButton}}}function T(){const y=a.filter(({kind:st,status:ft})=>st==="development"&&ft!=="done"&&ft!=="cancelled");if(y.length===0&&a.length>0)return{heading:c.allDone,text:c.allDoneText,step:"complete",button:c.completeButton};const P=y.filter(({overdue:st})=>st).length,D=y.filter(({due_on:st})=>st!==null).sort((st,ft)=>st.due_on.localeCompare(ft.due_on))[0];return{heading:P>0?c.late(P):c.act,text:D===void 0?c.actNoDate:c.actText(D.title,v.date(D.due_on)),step:"act",button:c.actButton}}}const ca=j`
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
`;async function da(t,e,s){const i=window.open("about:blank");if(i===null)return!1;try{const a=await Ks(t,e,"text/html",s),r=[...a.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([,h])=>h??"").join(`
`),n=URL.createObjectURL(new Blob([a.replaceAll(/<style>[\s\S]*?<\/style>/g,"")],{type:"text/html;charset=utf-8"}));i.location.replace(n),await ha(i,n);const l=new i.CSSStyleSheet;return l.replaceSync(r),i.document.adoptedStyleSheets=[l],i.print(),URL.revokeObjectURL(n),!0}catch(a){throw i.close(),a}}async function Js(t,e,s){const i=await Ks(t,e,"text/markdown",s),a=URL.createObjectURL(new Blob([i],{type:"text/markdown;charset=utf-8"})),r=document.createElement("a");r.href=a,r.download="plan.md",r.click(),URL.revokeObjectURL(a)}async function Ks(t,e,s,i){const{data:a}=await t.GET("/v1/plans/{plan_id}/brief",{params:{path:{plan_id:e}},headers:{Accept:s,"Accept-Language":i},parseAs:"text"});return a}async function ha(t,e){const s=Date.now()+5e3;for(;t.location.href!==e||t.document.readyState!=="complete";){if(Date.now()>s)throw new Error("the page to print did not open");await new Promise(i=>setTimeout(i,30))}}async function pa(t,e,s,i){const a=await t.me(),r=$=>t.GET("/v1/questionnaire",{params:{query:$===void 0?{}:{version:$}},headers:{"Accept-Language":s},signal:i}),n=e===""?Qs(t,a.person?.id??"",i).then($=>({data:Wi($),etag:void 0})):t.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:e}},signal:i}),[{data:l,etag:h},v]=await Promise.all([n,r()]),w=l!==void 0&&l.questionnaire_version!==v.data.version?(await r(l.questionnaire_version)).data:v.data;return{me:a,plan:l,etag:h,questionnaire:w}}async function Qs(t,e,s){const{data:i}=await t.GET("/v1/plans",{params:{query:{owner_id:e,sort:"-created_at",limit:50}},signal:s});return i.items}async function ua(t,e,s,i){const a={path:{plan_id:e.id},query:{limit:100}},r=e.latest_revision!==null,[n,l,h,v]=await Promise.all([ue(t.GET("/v1/plans/{plan_id}/action-items",{params:a,signal:i})),r?ue(t.GET("/v1/plans/{plan_id}/feedback",{params:a,signal:i})):void 0,s?void 0:ue(t.GET("/v1/plans/{plan_id}/feedback-requests",{params:a,signal:i})),s&&at(e)?Ys(t,e.id):void 0]);return{items:n?.data.items??[],feedback:l?.data.items??[],requests:h?.data.items??[],readiness:v}}async function ue(t){try{return await t}catch(e){if(e instanceof te&&(e.status===403||e.status===404))return;throw e}}async function Ys(t,e){return(await t.GET("/v1/plans/{plan_id}/readiness",{params:{path:{plan_id:e}}})).data}async function ga(t,e,s,i){const a={path:{plan_id:e.id},query:{limit:100}},[r,n,l]=await Promise.all([t.GET("/v1/plans/{plan_id}/revisions",{params:a,signal:i}),s?t.GET("/v1/plans/{plan_id}/access-log",{params:a,signal:i}):void 0,s?Qs(t,e.owner_id,i):[]]);return{revisions:r.data.items,readers:n?.data.items,plans:l}}async function va(t,e,s,{step:i,text:a,outcome:r}){const n={plan_id:e.id},l={path:n,header:s===void 0?{}:{"If-Match":s}};switch(i){case"share":return t.POST("/v1/plans/{plan_id}/share",{params:l,body:a===""?{}:{note:a}});case"withdraw":return t.POST("/v1/plans/{plan_id}/withdraw",{params:l,body:{}});case"archive":return t.POST("/v1/plans/{plan_id}/archive",{params:l,body:{}});case"complete":return t.POST("/v1/plans/{plan_id}/complete",{params:l,body:{reflection:a,...r!==void 0&&{outcome:r}}});case"renew":return t.POST("/v1/plans/{plan_id}/renew",{params:{path:n},body:{}});case"delete":await t.DELETE("/v1/plans/{plan_id}",{params:l});return}}var fa=Object.defineProperty,wa=Object.getOwnPropertyDescriptor,Xs=t=>{throw TypeError(t)},vt=(t,e,s,i)=>{for(var a=i>1?void 0:i?wa(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&fa(e,s,a),a},ma=(t,e,s)=>e.has(t)||Xs("Cannot "+s),$a=(t,e,s)=>e.has(t)?Xs("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ot=(t,e,s)=>(ma(t,e,"access private method"),s),Y,Zs,ti,ei,yt;let Z=class extends J{constructor(){super(...arguments),$a(this,Y),this.owns=!1,this.busy=""}render(){const{plan:t}=this.t,{next:e}=this,s=i=>()=>ot(this,Y,yt).call(this,"step",i);return o`<gw-card tone="accent">
        <div class="stack tight">
          <p class="eyebrow">${t.next.label}</p>
          <h2>${e.heading}</h2>
          <p class="small" dir="auto">${e.text}</p>
          ${e.step===void 0?d:o`<div><gw-button variant="primary" ?busy=${this.busy===e.step} @click=${s(e.step)}>${e.button}</gw-button></div>`}
          ${e.other===void 0?d:o`<div><gw-button size="small" ?busy=${this.busy===e.other.step} @click=${s(e.other.step)}>${e.other.button}</gw-button></div>`}
        </div>
      </gw-card>
      ${this.saving===void 0?d:ot(this,Y,ti).call(this,this.saving)}
      ${this.saving===void 0||this.readiness===void 0?d:ot(this,Y,ei).call(this,this.readiness)}
      <div class="row">
        <gw-button size="small" icon="download" ?busy=${this.busy==="print"} @click=${()=>ot(this,Y,yt).call(this,"print")}>${t.print}</gw-button>
        <gw-menu
          label=${this.t.common.more}
          .items=${ot(this,Y,Zs).call(this)}
          @select=${({detail:i})=>ot(this,Y,yt).call(this,"pick",i)}
        ></gw-menu>
      </div>`}};Y=new WeakSet;Zs=function(){const{plan:t}=this.t,{status:e,latest_revision:s}=this.plan,i=[{id:"download",label:t.download,icon:"download"}];return this.owns&&(e==="agreed"&&i.push({id:"complete",label:t.complete,icon:"flag"}),(e==="agreed"||e==="completed")&&i.push({id:"renew",label:t.renew,icon:"arrow-right"}),e==="shared"&&i.push({id:"withdraw",label:t.withdraw,icon:"arrow-left"}),e==="draft"&&s===null?i.push({id:"delete",label:t.delete,icon:"trash"}):e!=="archived"&&i.push({id:"archive",label:t.archive,icon:"lock"})),i};ti=function({state:t,conflicts:e,error:s}){const{save:i}=this.t.plan,a=t==="offline"||t==="failed"||e>0,r=Qe(s,this.t),n=[`${i.failed}.`,r.text,...r.fields.map(({detail:v})=>v)].join(" "),l=e>0?i.conflict(e):t==="failed"?n:i[t],h=!a&&(t==="typing"||t==="saving");return o`<div class="save ${a?"bad":""}">
      <gw-icon name=${a?"alert":h?"clock":"check"}></gw-icon>
      <span aria-hidden="true" ?hidden=${!h}>${l}</span>
      <span role="status" data-save=${e>0?"conflict":t}>${h?"":l}</span>
      ${t==="failed"?o`<gw-button size="small" @click=${()=>ot(this,Y,yt).call(this,"retry")}>${this.t.common.tryAgain}</gw-button>`:d}
    </div>`};ei=function({answered:t,total:e,questions:s,findings:i}){const{plan:a}=this.t,{format:r}=this.locale;return o`<section class="readiness" part="readiness" aria-label=${a.readiness}>
      <gw-progress value=${100*t/e} label=${a.readiness}></gw-progress>
      <p class="small muted">${a.answered(r.number(t),r.number(e))}</p>
      <ul role="list">
        ${s.map(n=>{const{key:l}=n,h=i.filter(({pointer:v,severity:c})=>c==="advice"&&Dt(v)===l).length;return o`<li class=${n.answered?"answered":""}>
            <button type="button" @click=${()=>ot(this,Y,yt).call(this,"go",l)}>
              <gw-icon name=${n.answered?"check-circle":"circle"}></gw-icon>${ns(this.questionnaire,l)}
              ${n.answered?d:o`<span class="visually-hidden">(${a.notAnswered})</span>`}
              ${h===0?d:o`<span class="hint" aria-hidden="true">${r.number(h)}</span><span class="visually-hidden">, ${a.advice(h)}</span>`}
            </button>
          </li>`})}
      </ul>
    </section>`};yt=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))};Z.styles=[L,N,j`
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
    `];vt([g({attribute:!1})],Z.prototype,"plan",2);vt([g({attribute:!1})],Z.prototype,"questionnaire",2);vt([g({attribute:!1})],Z.prototype,"next",2);vt([g({type:Boolean})],Z.prototype,"owns",2);vt([g({attribute:!1})],Z.prototype,"saving",2);vt([g({attribute:!1})],Z.prototype,"readiness",2);vt([g()],Z.prototype,"busy",2);Z=vt([I("gw-plan-side")],Z);var _a=Object.defineProperty,ba=Object.getOwnPropertyDescriptor,si=t=>{throw TypeError(t)},K=(t,e,s,i)=>{for(var a=i>1?void 0:i?ba(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&_a(e,s,a),a},ya=(t,e,s)=>e.has(t)||si("Cannot "+s),ka=(t,e,s)=>e.has(t)?si("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),At=(t,e,s)=>(ya(t,e,"access private method"),s),wt,ii,ai,Ae,ni;let M=class extends J{constructor(){super(...arguments),ka(this,wt),this.manager=null,this.busy=!1,this.blockers=[],this.questionTitle=()=>"",this.text=""}clear(){this.text="",this.outcome=void 0}render(){const{plan:t,common:e}=this.t,[s,i,a,r]=At(this,wt,ii).call(this);return o`<gw-dialog heading=${s} ?open=${this.step!==void 0} @close=${()=>this.dispatchEvent(new Event("close"))}>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.blockers.length===0?d:o`<div role="alert" class="stack tight">
            <strong>${t.notReady}</strong>
            <ul class="blockers">
              ${this.blockers.map(n=>o`<li>
                    <strong>${this.questionTitle(n.question_id??Dt(n.pointer))}:</strong>
                    ${t.findings[n.code](_s(n,this.fields,[]))}
                  </li>`)}
            </ul>
          </div>`}
      ${a}
      <gw-button slot="footer" @click=${()=>this.dispatchEvent(new Event("close"))}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant=${r?"danger":"primary"} ?busy=${this.busy} @click=${At(this,wt,ni)}>${i}</gw-button>
    </gw-dialog>`}};wt=new WeakSet;ii=function(){const{plan:t}=this.t,e=s=>o`<p>${s}</p>`;switch(this.step){case"withdraw":return[t.withdrawTitle,t.withdraw,e(t.withdrawText),!0];case"archive":return[t.archiveTitle,t.archive,e(t.archiveText),!0];case"delete":return[t.deleteTitle,t.delete,e(t.deleteText),!0];case"renew":return[t.renewTitle,t.next.renewButton,e(t.renewText)];case"complete":return[t.completeTitle,t.complete,At(this,wt,ai).call(this)];default:{const s=this.manager?.display_name;return[s===void 0?t.shareNobody:t.share(s),t.shareNow,o`<p>${s===void 0?t.shareNobodyText:t.shareText(s)}</p>
            ${At(this,wt,Ae).call(this,t.shareNote,2e3,!0)}`]}}};ai=function(){const{plan:t}=this.t,e=["reached","partly","not_reached","changed_course"].map(s=>({value:s,label:t.outcomes[s]}));return o`<p>${t.completeText}</p>
      <gw-choice
        label=${t.outcome}
        .options=${e}
        .value=${this.outcome??""}
        @change=${s=>this.outcome=s.target.value}
      ></gw-choice>
      ${At(this,wt,Ae).call(this,t.reflection,4e3,!1)}`};Ae=function(t,e,s){return o`<gw-text-field
      multiline
      rows="3"
      maxlength=${e}
      label=${s?`${t} (${this.t.common.optional})`:t}
      ?required=${!s}
      .value=${this.text}
      @input=${i=>this.text=i.target.value}
    ></gw-text-field>`};ni=function(){if(this.step==="complete"&&this.text.trim()===""){this.renderRoot.querySelector("gw-text-field")?.focus();return}if(this.step!==void 0){const t={step:this.step,text:this.text.trim(),outcome:this.outcome};this.dispatchEvent(new CustomEvent("confirm",{detail:t}))}};M.styles=[L,N,j`
      .blockers {
        display: grid;
        gap: var(--groundwork-space-2);
        padding-inline-start: 1.25rem;
      }
    `];K([g({attribute:!1})],M.prototype,"step",2);K([g({attribute:!1})],M.prototype,"plan",2);K([g({attribute:!1})],M.prototype,"fields",2);K([g({attribute:!1})],M.prototype,"manager",2);K([g({type:Boolean})],M.prototype,"busy",2);K([g({attribute:!1})],M.prototype,"error",2);K([g({attribute:!1})],M.prototype,"blockers",2);K([g({attribute:!1})],M.prototype,"questionTitle",2);K([m()],M.prototype,"text",2);K([m()],M.prototype,"outcome",2);M=K([I("gw-plan-step")],M);var xa=Object.defineProperty,Ta=Object.getOwnPropertyDescriptor,ri=t=>{throw TypeError(t)},Q=(t,e,s,i)=>{for(var a=i>1?void 0:i?Ta(e,s):e,r=t.length-1,n;r>=0;r--)(n=t[r])&&(a=(i?n(e,s,a):n(a))||a);return i&&a&&xa(e,s,a),a},Ge=(t,e,s)=>e.has(t)||ri("Cannot "+s),p=(t,e,s)=>(Ge(t,e,"read from private field"),s?s.call(t):e.get(t)),$t=(t,e,s)=>e.has(t)?ri("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),oi=(t,e,s,i)=>(Ge(t,e,"write to private field"),e.set(t,s),s),f=(t,e,s)=>(Ge(t,e,"access private method"),s),_,Gt,Pt,W,Zt,u,li,gt,G,kt,Mt,oe,ci,di,hi,pi,Me,ui,je,le,gi,vi,fi,wi,mi,Wt,De,Bt,$i,_i,We;const Be={items:[],feedback:[],requests:[],readiness:void 0};let q=class extends xi{constructor(){super(...arguments),$t(this,u),this.planId="",this.writing=!1,this.busy="",this.blockers=[],$t(this,_,new Zi(this,()=>this.api,()=>void f(this,u,$i).call(this))),$t(this,Gt),$t(this,Pt,new de(this,()=>[this.planId,this.locale.language],async([t,e],s)=>{const i=await pa(this.api,t,e,s);return i.plan!==void 0&&!s.aborted&&(oi(this,Gt,i.me.person?.id),p(this,_).take(i.plan,i.etag),t!==""&&Ti(this,i.plan.title)),i})),$t(this,W,new de(this,()=>[p(this,_).plan?.id??""],async(t,e)=>{const{plan:s}=p(this,_);return s===void 0?Be:ua(this.api,s,f(this,u,Mt).call(this,s),e)})),$t(this,Zt,new de(this,()=>[p(this,_).plan?.id??"",p(this,_).plan?.latest_revision??0,p(this,u,G)==="history"||p(this,u,G)==="feedback"],async([,,t],e)=>{const{plan:s}=p(this,_);return t&&s!==void 0?ga(this.api,s,f(this,u,Mt).call(this,s),e):void 0}))}updated(){p(this,u,G)==="talk"?(ce(()=>import("./groundwork-talk-Br9UCIuZ.js"),[]),ce(()=>import("./groundwork-comments-D1j6ELLZ.js"),[])):p(this,u,G)==="actions"&&ce(()=>import("./groundwork-proposals-C8Jxe1aJ.js"),[])}view(){return p(this,Pt).show(t=>{const{plan:e,fields:s}=p(this,_);return t.plan===void 0||e===void 0||s===void 0?o`<gw-plan-begin
          @begun=${({detail:i})=>f(this,u,_i).call(this,t,i.plan,i.etag)}
        ></gw-plan-begin>`:f(this,u,li).call(this,t,e,s)})}};_=new WeakMap;Gt=new WeakMap;Pt=new WeakMap;W=new WeakMap;Zt=new WeakMap;u=new WeakSet;li=function({me:t,questionnaire:e},s,i){const{plan:a}=this.t,{format:r}=this.locale,n=f(this,u,Mt).call(this,s);return o`<div class="page-head">
        <div class="row">
          <gw-status plan=${s.status}></gw-status>
          <span>${a.period(r.date(s.starts_on),r.date(s.ends_on))}</span>
          ${s.outcome===null?d:o`<span>${a.outcomes[s.outcome]}</span>`}
        </div>
        ${p(this,u,kt)?o`<h1 class="visually-hidden">${i.title}</h1>
              <gw-text-field
                class="title-field"
                maxlength="200"
                label=${a.titleLabel}
                .value=${i.title}
                @input=${l=>p(this,_).change("title",l.target.value)}
              ></gw-text-field>`:o`<h1 dir="auto">${i.title}</h1>`}
        ${n?d:o`<p dir="auto">${a.planOf(s.owner.display_name)}</p>`}
      </div>
      ${this.error===void 0?d:o`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="frame">
        <aside aria-label=${a.next.label}>${f(this,u,ci).call(this,t,e,s,n)}</aside>
        <div class="content">${f(this,u,di).call(this,t,e,s,i,n)}</div>
      </div>
      <gw-plan-step
        .step=${this.asked}
        .plan=${s}
        .fields=${i}
        .manager=${f(this,u,oe).call(this,t)}
        .error=${this.stepError}
        .blockers=${this.blockers}
        .questionTitle=${l=>ns(e,l)}
        ?busy=${this.busy!==""}
        @close=${()=>this.asked=void 0}
        @confirm=${({detail:l})=>void f(this,u,gi).call(this,s,l)}
      ></gw-plan-step>`};gt=function(){return p(this,W).value??Be};G=function(){if(this.tab!==void 0)return this.tab;const t=p(this,_).plan;return p(this,u,gt).feedback.some(({status:e})=>e==="submitted")&&t!==void 0&&at(t)?"feedback":t?.status==="agreed"?"actions":"plan"};kt=function(){const{plan:t}=p(this,_);return t!==void 0&&f(this,u,Mt).call(this,t)&&(t.status==="draft"||this.writing&&at(t))};Mt=function(t){return t.owner_id===p(this,Gt)};oe=function(t){return t.person?.manager??null};ci=function(t,e,s,i){const{items:a,feedback:r,requests:n,readiness:l}=p(this,u,gt),{state:h,conflicts:v,error:c}=p(this,_),w=n.some(({reviewer_id:y,status:P})=>y===t.person?.id&&P==="open"),$=la({plan:s,owns:i,manager:f(this,u,oe).call(this,t),readiness:l,items:a,feedback:r,questionnaire:e,asked:w},this.locale),T=$.step==="feedback"&&p(this,u,G)==="feedback"||$.step==="act"&&p(this,u,G)==="actions";return o`<gw-plan-side
      .plan=${s}
      .questionnaire=${e}
      .next=${T?{heading:$.heading,text:$.text}:$}
      .saving=${p(this,u,kt)?{state:h,conflicts:v.size,error:c}:void 0}
      .readiness=${l}
      ?owns=${i}
      busy=${this.busy}
      @step=${({detail:y})=>void f(this,u,ui).call(this,y,s,l)}
      @go=${({detail:y})=>void f(this,u,le).call(this,y)}
      @retry=${()=>void p(this,_).flush()}
      @print=${()=>void f(this,u,wi).call(this,s)}
      @pick=${({detail:y})=>y==="download"?void f(this,u,mi).call(this,s):f(this,u,je).call(this,y)}
    ></gw-plan-side>`};di=function(t,e,s,i,a){const{tabs:r}=this.t.plan,{items:n,feedback:l}=p(this,u,gt),h=l.filter(({status:c})=>c!=="draft").length,v=n.filter(({status:c})=>c!=="done"&&c!=="cancelled").length;return o`<gw-tabs
      label=${r.label}
      .selected=${p(this,u,G)}
      .tabs=${[{id:"plan",label:r.plan},{id:"actions",label:r.actions,...v>0&&{count:v}},{id:"feedback",label:r.feedback,...h>0&&{count:h}},...s.status==="draft"?[]:[{id:"talk",label:r.talk}],{id:"history",label:r.history}]}
      @select=${c=>this.tab=c.target.selected}
    >
      <div slot=${p(this,u,G)}>
        ${p(this,u,G)==="plan"||p(this,u,G)==="talk"?d:o`<h2 class="visually-hidden">${r[p(this,u,G)]}</h2>`}
        ${f(this,u,hi).call(this,t,e,s,i,a)}
      </div>
    </gw-tabs>`};hi=function(t,e,s,i,a){const{plan:r}=this.t,{items:n,feedback:l}=p(this,u,gt),h=t.person?.id??"",v=f(this,u,oe).call(this,t)?.display_name??r.yourManager;if(this.tab===void 0&&s.status==="shared"&&p(this,u,gt)===Be)return p(this,W).show(()=>o`<gw-skeleton lines="5"></gw-skeleton>`);switch(p(this,u,G)){case"actions":return p(this,W).show(()=>o`<div class="stack">
            ${f(this,u,Me).call(this,s,i,h,!1)}
            ${s.latest_revision!==null&&at(s)&&s.status!=="draft"?o`<groundwork-proposals
                  plan-id=${s.id}
                  @groundwork-plan-changed=${()=>void f(this,u,Bt).call(this)}
                ></groundwork-proposals>`:d}
          </div>`);case"feedback":return p(this,W).show(()=>o`<gw-plan-feedback
            .plan=${s}
            .feedback=${l}
            .items=${n}
            .revisions=${p(this,Zt).value?.revisions??[]}
            person=${h}
            manager=${a?v:""}
            busy=${this.busy}
            @acknowledge=${({detail:c})=>void f(this,u,fi).call(this,c.feedback,c.accept)}
          ></gw-plan-feedback>`);case"talk":return o`<div class="stack">
          <groundwork-talk embedded plan-id=${s.id}></groundwork-talk>
          <section class="stack tight">
            <h2>${r.comments}</h2>
            <groundwork-comments plan-id=${s.id} ?closed=${!at(s)}></groundwork-comments>
          </section>
        </div>`;case"history":return p(this,Zt).show(c=>c===void 0?o`<gw-skeleton></gw-skeleton>`:o`<gw-plan-history
                .plan=${s}
                .questionnaire=${e}
                .revisions=${c.revisions}
                .readers=${c.readers}
                .plans=${c.plans}
                @open=${({detail:w})=>f(this,u,We).call(this,w)}
              ></gw-plan-history>`);default:return f(this,u,pi).call(this,e,s,i,h,a)}};pi=function(t,e,s,i,a){const{plan:r}=this.t,{items:n,readiness:l,requests:h}=p(this,u,gt),v=e.progress_percent===null?h.find(({reviewer_id:$})=>$===i):void 0,c=({detail:$})=>p(this,_).change($.key,$.value),w=p(this,Pt).value?.me.person?.manager?.display_name??r.yourManager;return o`<div class="stack">
      ${e.reflection?o`<p class="reflection" dir="auto">${e.reflection}</p>`:d}
      ${a&&e.status!=="draft"&&at(e)?o`<div class="row">
            <gw-button size="small" icon=${this.writing?"check":"edit"} @click=${()=>this.writing=!this.writing}>
              ${this.writing?r.editDone:r.edit}
            </gw-button>
            ${this.writing?o`<span class="small muted">${r.editHint(w)}</span>`:d}
          </div>`:d}
      <gw-plan-answers
        .fields=${s}
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
        <div slot="actions">${f(this,u,Me).call(this,e,s,i,!0)}</div>
      </gw-plan-answers>
      <section class="alignment" aria-labelledby="alignment">
        <h2 id="alignment">${r.alignment}</h2>
        <p>${p(this,u,kt)?r.alignmentText:r.alignmentRead}</p>
        <gw-plan-alignment .fields=${s} .items=${p(this,W).value?.items} ?editing=${p(this,u,kt)} @field=${c}></gw-plan-alignment>
      </section>
    </div>`};Me=function(t,e,s,i){return o`<gw-plan-actions
      .plan=${t}
      .items=${p(this,u,gt).items}
      .areas=${e.development_areas.filter(({name:a})=>a.trim()!=="")}
      person=${s}
      ?brief=${i}
      @changed=${()=>void f(this,u,Bt).call(this)}
    ></gw-plan-actions>`};ui=async function(t,e,s){switch(t){case"continue":return f(this,u,le).call(this,s?.questions.find(({answered:i})=>!i)?.key??"");case"feedback":this.tab="feedback";return;case"act":this.tab="actions";return;case"agree":return f(this,u,vi).call(this,e);case"respond":location.hash=`/feedback/${e.id}`;return;default:f(this,u,je).call(this,t)}};je=function(t){this.stepError=void 0,this.blockers=[],this.asked=t};le=async function(t){this.tab="plan",this.writing||=p(this,_).plan?.status!=="draft",await this.updateComplete,await this.answers?.goTo(t)};gi=async function(t,e){const{plan:s}=this.t,{step:i}=e;this.busy=i,this.stepError=void 0,this.blockers=[];try{if(i!=="delete"&&!await p(this,_).flush())throw p(this,_).error??new TypeError("not saved");const a=await va(this.api,t,p(this,_).etag,e);this.dialog.clear(),this.asked=void 0,this.writing=!1;const r={share:s.shared,withdraw:s.withdrawn,complete:s.completed,archive:s.archived,renew:s.renewed,delete:s.deleted};if(jt(this,r[i]),a===void 0||i==="renew"){f(this,u,We).call(this,a?.data.id??"");return}this.tab=void 0,p(this,_).take(a.data,a.etag),await p(this,W).reload()}catch(a){a instanceof te&&a.problem.findings!==void 0?this.blockers=a.problem.findings.filter(({severity:r})=>r==="blocker"):(this.stepError=a,await f(this,u,De).call(this,a))}finally{this.busy=""}};vi=async function(t){await f(this,u,Wt).call(this,"agree",async()=>{const{data:e,etag:s}=await this.api.POST("/v1/plans/{plan_id}/agree",{params:{path:{plan_id:t.id}},body:t.latest_revision===null?{}:{revision:t.latest_revision}});p(this,_).take(e,s),jt(this,this.t.plan.agreed)})};fi=async function(t,e){await f(this,u,Wt).call(this,t.id,async()=>{await p(this,_).flush(),await this.api.POST("/v1/feedback/{feedback_id}/acknowledge",{params:{path:{feedback_id:t.id}},body:e.length===0?{}:{accept:[...e]}}),this.tab="feedback",jt(this,e.length===0?this.t.plan.feedback.confirmed:this.t.plan.feedback.taken(e.length)),await f(this,u,Bt).call(this)})};wi=async function(t){await f(this,u,Wt).call(this,"print",async()=>{await p(this,_).flush(),await da(this.api,t.id,this.locale.language)||(jt(this,this.t.plan.printBlocked,"neutral"),await Js(this.api,t.id,this.locale.language))})};mi=async function(t){await f(this,u,Wt).call(this,"download",async()=>{await p(this,_).flush(),await Js(this.api,t.id,this.locale.language)})};Wt=async function(t,e){if(this.busy===""){this.busy=t,this.error=void 0;try{await e()}catch(s){this.error=s,await f(this,u,De).call(this,s)}finally{this.busy=""}}};De=async function(t){t instanceof te&&(t.status===409||t.status===412)&&await f(this,u,Bt).call(this).catch(()=>{})};Bt=async function(){const t=p(this,_).plan?.id??"",[{data:e,etag:s}]=await Promise.all([this.api.GET("/v1/plans/{plan_id}",{params:{path:{plan_id:t}}}),p(this,W).reload()]);p(this,_).take(e,s)};$i=async function(){const t=p(this,_).plan?.id??"",e=await Ys(this.api,t).catch(()=>{});e!==void 0&&p(this,W).value!==void 0&&p(this,_).plan?.id===t&&(p(this,W).value={...p(this,W).value,readiness:e})};_i=function(t,e,s){oi(this,Gt,e.owner_id),p(this,_).take(e,s),p(this,Pt).value={...t,plan:e},this.updateComplete.then(()=>f(this,u,le).call(this,"mission_statement"))};We=function(t){this.getToken===void 0?location.hash=t===""?"/plan":`/plan/${t}`:this.planId=t,this.tab=void 0,this.writing=!1,t===this.planId&&p(this,Pt).reload()};q.styles=[L,N,ca];Q([g({attribute:"plan-id"})],q.prototype,"planId",2);Q([m()],q.prototype,"tab",2);Q([m()],q.prototype,"writing",2);Q([m()],q.prototype,"asked",2);Q([m()],q.prototype,"busy",2);Q([m()],q.prototype,"error",2);Q([m()],q.prototype,"stepError",2);Q([m()],q.prototype,"blockers",2);Q([ke("gw-plan-answers")],q.prototype,"answers",2);Q([ke("gw-plan-step")],q.prototype,"dialog",2);q=Q([I("groundwork-plan")],q);const Ga=Object.freeze(Object.defineProperty({__proto__:null,get GroundworkPlan(){return q}},Symbol.toStringTag,{value:"Module"}));export{q as G,Wi as c,Ga as g};
