import{b as S,n as I,a as V,e as D,G as J,t as Q,P as U,B as X,l as Y,r as v}from"./keyed-B3djp2YV.js";import{i as T,A as w,b as l}from"./tokens-BHm-NQ-a.js";import{f as Z}from"./suggest-DxvjzHf3.js";import{L as j}from"./loading-C0IjG4Yb.js";import"./card-BMW0A7DP.js";import"./field-CFRL2lVk.js";import{f as tt}from"./find-B21sa0WO.js";import{h as et}from"./navigation-0DuyBDoS.js";import{s as k}from"./steps-j39BMjaC.js";var st=Object.defineProperty,rt=Object.getOwnPropertyDescriptor,W=t=>{throw TypeError(t)},M=(t,e,s,a)=>{for(var r=a>1?void 0:a?rt(e,s):e,i=t.length-1,o;i>=0;i--)(o=t[i])&&(r=(a?o(e,s,r):o(r))||r);return a&&r&&st(e,s,r),r},at=(t,e,s)=>e.has(t)||W("Cannot "+s),it=(t,e,s)=>e.has(t)?W("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),nt=(t,e,s)=>(at(t,e,"access private method"),s),P,z;let g=class extends V{constructor(){super(...arguments),it(this,P),this.label="",this.items=[]}render(){return this.items.length===0?w:l`<ul role="list" aria-label=${this.label}>
          ${this.items.map(({id:t,label:e})=>l`<li>
              ${e}
              <button type="button" aria-label=${this.t.hr.remove(e)} @click=${()=>nt(this,P,z).call(this,t)}>
                <gw-icon name="close"></gw-icon>
              </button>
            </li>`)}
        </ul>`}};P=new WeakSet;z=function(t){this.dispatchEvent(new CustomEvent("remove",{detail:t}))};g.styles=[S,T`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      li {
        display: inline-flex;
        align-items: center;
        padding-inline-start: var(--groundwork-space-3);
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        font-size: var(--groundwork-text-s);
      }
      button {
        display: inline-grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        border: 0;
        border-radius: var(--groundwork-radius-full);
        background: transparent;
        cursor: pointer;
      }
      button:hover {
        background: var(--groundwork-line);
      }
    `];M([I()],g.prototype,"label",2);M([I({attribute:!1})],g.prototype,"items",2);g=M([D("gw-hr-chips")],g);var ot=Object.defineProperty,ct=Object.getOwnPropertyDescriptor,q=t=>{throw TypeError(t)},h=(t,e,s,a)=>{for(var r=a>1?void 0:a?ct(e,s):e,i=t.length-1,o;i>=0;i--)(o=t[i])&&(r=(a?o(e,s,r):o(r))||r);return a&&r&&ot(e,s,r),r},E=(t,e,s)=>e.has(t)||q("Cannot "+s),u=(t,e,s)=>(E(t,e,"read from private field"),s?s.call(t):e.get(t)),m=(t,e,s)=>e.has(t)?q("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),lt=(t,e,s,a)=>(E(t,e,"write to private field"),e.set(t,s),s),c=(t,e,s)=>(E(t,e,"access private method"),s),_,b,n,A,K,F,L,f,x,N,G,B,R;const dt={name:"",prepare_by:"",share_by:"",respond_by:"",discuss_by:"",departments:[],people:[],others:[]},y=new Map;window.addEventListener("beforeunload",t=>{y.size>0&&t.preventDefault()});let d=class extends J{constructor(){super(...arguments),m(this,n),this.cycleId="",this.wasKept=!1,this.faults={},this.busy=!1,this.isOutdated=!1,m(this,_),m(this,b,new j(this,()=>[this.cycleId],async([t],e)=>{const s=t===""?dt:await c(this,n,A).call(this,t,e),a=y.get(t);return this.wasKept=a!==void 0,this.draft=a??s,s})),m(this,x,async()=>{y.delete(this.cycleId),this.isOutdated=!1,this.faults={},this.error=void 0,await u(this,b).reload()}),m(this,G,async t=>{t.preventDefault();const{draft:e}=this;if(!(e===void 0||this.busy)){if(this.faults=c(this,n,N).call(this,e),this.error=void 0,Object.keys(this.faults).length>0){await this.updateComplete,c(this,n,R).call(this);return}this.busy=!0;try{const s=await c(this,n,B).call(this,e);s===void 0?this.isOutdated=!0:(y.delete(this.cycleId),Q(this,this.cycleId===""?this.t.hr.cycle.created:this.t.hr.cycle.saved),location.hash=`#/hr/cycles/${s.id}`)}catch(s){if(this.error=s,s instanceof U)for(const{pointer:a,detail:r}of s.errors){const i=a.slice(1);(i==="name"||k.some(o=>o===i))&&(this.faults={...this.faults,[i]:r})}}finally{this.busy=!1}}})}view(){const{hr:t}=this.t,e=this.cycleId==="",s=e?"#/hr/cycles":`#/hr/cycles/${this.cycleId}`;return l`<gw-hr-navigation current="cycles"></gw-hr-navigation>
      <a class="back" href=${s}><gw-icon name="arrow-left"></gw-icon>${this.t.common.back}</a>
      <div class="page-head"><h1>${e?t.cycle.create:t.cycle.editTitle}</h1></div>
      ${u(this,b).show(()=>this.draft===void 0?w:c(this,n,K).call(this,this.draft,s))}`}};_=new WeakMap;b=new WeakMap;n=new WeakSet;A=async function(t,e){const s={cycle_id:t},[a,r]=await Promise.all([this.api.GET("/v1/cycles/{cycle_id}",{params:{path:s},signal:e}),this.api.GET("/v1/cycles/{cycle_id}/participants",{params:{path:s,query:{limit:100}},signal:e})]);return lt(this,_,a.etag),ht(a.data,r.data.items)};K=function(t,e){const{hr:s,common:a}=this.t;return l`<form class="form stack" novalidate @submit=${u(this,G)}>
      ${this.wasKept?l`<div class="kept row spread small" role="status">
            ${s.cycle.unsaved}
            <gw-button size="small" variant="quiet" @click=${u(this,x)}>${s.cycle.discard}</gw-button>
          </div>`:w}
      <gw-card>
        <div class="stack">
          <gw-text-field
            label=${s.name}
            hint=${s.cycle.nameHint}
            required
            maxlength="200"
            value=${t.name}
            .error=${this.faults.name}
            @input=${r=>c(this,n,f).call(this,{name:H(r)})}
          ></gw-text-field>
          <div class="dates">
            ${k.map(r=>l`<gw-text-field
                type="date"
                required
                label=${s.cycle.steps[r]}
                hint=${s.cycle.stepHints[r]}
                value=${t[r]}
                .error=${this.faults[r]}
                @change=${i=>c(this,n,f).call(this,{[r]:H(i)})}
              ></gw-text-field>`)}
          </div>
        </div>
      </gw-card>
      <gw-card heading=${s.cycle.participants}>
        <div class="stack">${c(this,n,F).call(this,t)} ${c(this,n,L).call(this,t)}</div>
      </gw-card>
      ${this.isOutdated?l`<div class="kept row spread small" role="alert">
            ${a.errors.conflictText}
            <gw-button size="small" variant="quiet" @click=${u(this,x)}>${s.cycle.reload}</gw-button>
          </div>`:w}
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <div class="row">
        <gw-button type="submit" variant="primary" ?busy=${this.busy}>
          ${this.cycleId===""?s.cycle.create:s.cycle.saveChanges}
        </gw-button>
        <gw-button href=${e}>${a.cancel}</gw-button>
      </div>
    </form>`};F=function({departments:t}){const{hr:e}=this.t,s=({detail:a})=>a&&c(this,n,f).call(this,{departments:[...new Set([...t,a.label])]});return l`<div class="stack tight">
      <gw-suggest
        label=${e.cycle.addDepartment}
        hint=${e.cycle.departmentsHint}
        free
        clears
        least="0"
        .find=${tt(this.api)}
        @pick=${s}
      ></gw-suggest>
      <gw-hr-chips
        label=${e.cycle.departments}
        .items=${t.map(a=>({id:a,label:a}))}
        @remove=${({detail:a})=>c(this,n,f).call(this,{departments:t.filter(r=>r!==a)})}
      ></gw-hr-chips>
    </div>`};L=function({people:t,others:e}){const{hr:s}=this.t,a=({detail:r})=>r&&c(this,n,f).call(this,{people:[...t.filter(({id:i})=>i!==r.id),r]});return l`<div class="stack tight">
      <gw-suggest
        label=${s.cycle.addPerson}
        hint=${s.cycle.byNameHint}
        clears
        .find=${Z(this.api)}
        @pick=${a}
      ></gw-suggest>
      <gw-hr-chips
        label=${s.cycle.byName}
        .items=${t}
        @remove=${({detail:r})=>c(this,n,f).call(this,{people:t.filter(({id:i})=>i!==r)})}
      ></gw-hr-chips>
      ${e.length===0?w:l`<p class="muted small">${s.cycle.others(e.length)}</p>`}
    </div>`};f=function(t){this.draft!==void 0&&(this.draft={...this.draft,...t},y.set(this.cycleId,this.draft))};x=new WeakMap;N=function(t){const e=this.t.hr.cycle,s=t.name.trim()===""?{name:e.nameMissing}:{};for(const[a,r]of k.entries()){const i=k[a-1];t[r]===""?s[r]=e.dateMissing:i!==void 0&&t[r]<t[i]&&(s[r]=e.dateOrder)}return s};G=new WeakMap;B=async function({departments:t,people:e,others:s,...a}){const r={departments:[...t],person_ids:[...e.map(({id:O})=>O),...s]},i={...a,name:a.name.trim(),participants:r};if(this.cycleId==="")return(await this.api.POST("/v1/cycles",{body:i})).data;const o={path:{cycle_id:this.cycleId},header:{...u(this,_)&&{"If-Match":u(this,_)}}},$=await X(this.api.PATCH("/v1/cycles/{cycle_id}",{params:o,body:i}));return $.changed?$.data:void 0};R=function(){[...this.renderRoot.querySelectorAll("gw-text-field")].find(({error:e})=>e!==void 0)?.focus()};d.styles=[S,Y,et,T`
      .form {
        max-inline-size: var(--groundwork-measure);
      }
      .dates {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: var(--groundwork-space-4);
      }
      .kept {
        padding: var(--groundwork-space-2) var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
    `];h([I({attribute:"cycle-id"})],d.prototype,"cycleId",2);h([v()],d.prototype,"draft",2);h([v()],d.prototype,"wasKept",2);h([v()],d.prototype,"faults",2);h([v()],d.prototype,"busy",2);h([v()],d.prototype,"error",2);h([v()],d.prototype,"isOutdated",2);d=h([D("groundwork-hr-cycle-form")],d);function ht({name:t,participants:e,...s},a){const r=new Map(a.map(({person:p})=>[p.id,p])),{prepare_by:i,share_by:o,respond_by:$,discuss_by:O}=s;return{name:t,prepare_by:i,share_by:o,respond_by:$,discuss_by:O,departments:e.departments,people:e.person_ids.flatMap(p=>{const C=r.get(p);return C===void 0?[]:[{id:p,label:C.display_name,detail:C.title}]}),others:e.person_ids.filter(p=>!r.has(p))}}function H(t){return t.target.value}export{d as GroundworkHrCycleForm};
