import{i as $,b as c,A as N}from"./tokens-BHm-NQ-a.js";import{b,l as G,n as w,a as O,w as B,e as _,G as V,z as q,B as F,t as m,r as k}from"./keyed-B3djp2YV.js";import{L as J}from"./loading-C0IjG4Yb.js";import"./card-BMW0A7DP.js";import"./table-XbN706N-.js";import{participantsIn as K}from"./cycles-CD6ruXUP.js";import{h as Q}from"./navigation-0DuyBDoS.js";import{s as R}from"./steps-j39BMjaC.js";import"./paged-DVVWzj_h.js";var U=Object.defineProperty,X=Object.getOwnPropertyDescriptor,P=e=>{throw TypeError(e)},v=(e,r,t,a)=>{for(var s=a>1?void 0:a?X(r,t):r,o=e.length-1,n;o>=0;o--)(n=e[o])&&(s=(a?n(r,t,s):n(s))||s);return a&&s&&U(r,t,s),s},Y=(e,r,t)=>r.has(e)||P("Cannot "+t),Z=(e,r,t)=>r.has(e)?P("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(e):r.set(e,t),j=(e,r,t)=>(Y(e,r,"access private method"),t),f,z;const ee=["shared","answered","discussed","agreed"];let y=class extends O{constructor(){super(...arguments),Z(this,f)}render(){const{cycle:e}=this.t.hr,{items:r,as_of:t}=this.coverage;return c`<gw-table caption=${e.coverage} .columns=${j(this,f,z).call(this)} .rows=${r}></gw-table>
      <p class="muted small note">
        <gw-icon name="lock"></gw-icon><span>${e.withheldText} ${e.coverageAsOf(this.locale.format.time(t))}.</span>
      </p>`}};f=new WeakSet;z=function(){const{hr:e}=this.t,{format:r}=this.locale;return[{id:"department",label:e.department,cell:({department:t})=>t??e.noDepartment},{id:"people",label:e.cycle.people,align:"end",cell:({people:t})=>r.number(t)},{id:"prepared",label:e.cycle.prepared,cell:({prepared:t,people:a})=>t===null?c`<span class="muted">${e.cycle.withheld}</span>`:c`<gw-hr-bar value=${t} of=${a}></gw-hr-bar>`},...ee.map(t=>({id:t,label:e.cycle[t],cell:a=>c`<gw-hr-bar value=${a[t]} of=${a.people}></gw-hr-bar>`}))]};y.styles=[b,G,$`
      .note {
        display: flex;
        gap: var(--groundwork-space-2);
        max-inline-size: var(--groundwork-measure);
        margin-block-start: var(--groundwork-space-4);
      }
    `];v([w({attribute:!1})],y.prototype,"coverage",2);y=v([_("gw-hr-coverage")],y);let u=class extends O{constructor(){super(...arguments),this.value=0,this.of=0}render(){const{format:e}=this.locale,r=this.of===0?0:Math.min(100,100*this.value/this.of);return c`<span>${this.t.hr.cycle.of(e.number(this.value),e.number(this.of))}</span>
      <div class="track"><div class="bar" ${B({"--share":r})}></div></div>`}};u.styles=[b,$`
      :host {
        display: inline-grid;
        gap: var(--groundwork-space-1);
        min-inline-size: 4.5rem;
        font-variant-numeric: tabular-nums;
      }
      .track {
        block-size: 4px;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        overflow: hidden;
      }
      .bar {
        inline-size: calc(var(--share) * 1%);
        block-size: 100%;
        border-radius: inherit;
        background: var(--groundwork-accent);
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
    `];v([w({type:Number})],u.prototype,"value",2);v([w({type:Number})],u.prototype,"of",2);u=v([_("gw-hr-bar")],u);var te=Object.defineProperty,re=Object.getOwnPropertyDescriptor,H=e=>{throw TypeError(e)},g=(e,r,t,a)=>{for(var s=a>1?void 0:a?re(r,t):r,o=e.length-1,n;o>=0;o--)(n=e[o])&&(s=(a?n(r,t,s):n(s))||s);return a&&s&&te(r,t,s),s},D=(e,r,t)=>r.has(e)||H("Cannot "+t),d=(e,r,t)=>(D(e,r,"read from private field"),t?t.call(e):r.get(e)),E=(e,r,t)=>r.has(e)?H("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(e):r.set(e,t),l=(e,r,t)=>(D(e,r,"access private method"),t),h,i,I,S,A,M,W,x,C,L,T;let p=class extends V{constructor(){super(...arguments),E(this,i),this.cycleId="",this.busy=!1,E(this,h,new J(this,()=>[this.cycleId],async([e],r)=>{const t={params:{path:{cycle_id:e}},signal:r},[a,s]=await Promise.all([this.api.GET("/v1/cycles/{cycle_id}",t),this.api.GET("/v1/cycles/{cycle_id}/coverage",t)]);return q(this,a.data.name),{cycle:a.data,etag:a.etag,coverage:s.data}}))}view(){const{hr:e}=this.t;return c`<gw-hr-navigation current="cycles"></gw-hr-navigation>
      <a class="back" href="#/hr/cycles"><gw-icon name="arrow-left"></gw-icon>${e.cycles}</a>
      ${d(this,h).show(({cycle:r,coverage:t})=>l(this,i,I).call(this,r,t))} ${l(this,i,M).call(this)}`}};h=new WeakMap;i=new WeakSet;I=function(e,r){const{hr:t,common:a}=this.t,s=e.status==="open",o=[s?{id:"close",label:t.cycle.close,icon:"lock"}:{id:"open",label:t.cycle.reopen},{id:"delete",label:t.cycle.delete,icon:"trash"}];return c`<div class="head">
        <div>
          <h1>${e.name}</h1>
          <gw-pill tone=${s?"positive":"neutral"} icon=${s?"clock":"lock"}>${t.cycle[e.status]}</gw-pill>
        </div>
        <div class="row">
          <gw-button icon="edit" href="#/hr/cycles/${e.id}/edit">${t.cycle.edit}</gw-button>
          <gw-menu label=${a.more} .items=${o} @select=${n=>l(this,i,W).call(this,n.detail)}></gw-menu>
        </div>
      </div>
      <div class="stack">
        <gw-card heading=${t.cycle.dates}>
          ${l(this,i,S).call(this,e)}
          <p class="participants"><span class="muted">${t.cycle.participants}:</span> ${l(this,i,A).call(this,e)}</p>
        </gw-card>
        <gw-card heading=${t.cycle.coverage}>
          ${r.items.length===0?c`<gw-empty icon="users" heading=${t.cycle.coverageEmpty} text=${t.cycle.coverageEmptyText}>
                <gw-button href="#/hr/cycles/${e.id}/edit">${t.cycle.edit}</gw-button>
              </gw-empty>`:c`<gw-hr-coverage .coverage=${r}></gw-hr-coverage>`}
        </gw-card>
      </div>`};S=function(e){const r=this.t.hr.cycle,{format:t}=this.locale;return c`<ol role="list">
      ${R.map(a=>c`<li class=${e[a]<t.today()?"over":""}>
          <div class="muted small">${r.steps[a]}</div>
          <div class="day">${t.date(e[a])}</div>
          <div class="muted small">${t.relative(e[a])}</div>
        </li>`)}
    </ol>`};A=function({participants:e}){const{cycle:r}=this.t.hr,{departments:t,person_ids:a}=e,s=t.length>0&&t.length<=12?this.locale.format.list(t):void 0,o=a.length>0?r.personCount(a.length):void 0;return s===void 0?K(r,e):c`${s}${o===void 0?N:` · ${o}`}`};M=function(){const{hr:e,common:r}=this.t,t=this.asked==="close",[a,s,o]=t?[e.cycle.closeTitle,e.cycle.closeText,e.cycle.close]:[e.cycle.deleteTitle,e.cycle.deleteText,e.cycle.delete];return c`<gw-dialog heading=${a} ?open=${this.asked!==void 0} @close=${()=>this.asked=void 0}>
      <p>${s}</p>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${()=>this.asked=void 0}>${r.cancel}</gw-button>
      <gw-button
        slot="footer"
        variant=${t?"primary":"danger"}
        ?busy=${this.busy}
        @click=${()=>t?l(this,i,C).call(this,"closed"):l(this,i,L).call(this)}
        >${o}</gw-button
      >
    </gw-dialog>`};W=function(e){this.error=void 0,e==="open"?l(this,i,C).call(this,"open"):this.asked=e};x=function(){const e=d(this,h).value?.etag;return{path:{cycle_id:this.cycleId},header:{...e&&{"If-Match":e}}}};C=function(e){return l(this,i,T).call(this,async()=>{const r=this.api.PATCH("/v1/cycles/{cycle_id}",{params:d(this,i,x),body:{status:e}}),t=await F(r),a=d(this,h).value;t.changed&&a!==void 0?(d(this,h).value={...a,cycle:t.data,etag:t.etag},m(this,this.t.hr.cycle.saved)):(await d(this,h).reload(),m(this,this.t.common.errors.conflictText,"neutral"))})};L=function(){return l(this,i,T).call(this,async()=>{await this.api.DELETE("/v1/cycles/{cycle_id}",{params:d(this,i,x)}),m(this,this.t.hr.cycle.deleted),location.hash="#/hr/cycles"})};T=async function(e){if(!this.busy){this.busy=!0,this.error=void 0;try{await e(),this.asked=void 0}catch(r){this.error=r,this.asked===void 0&&m(this,this.t.common.errors.notNow,"critical")}finally{this.busy=!1}}};p.styles=[b,G,Q,$`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: var(--groundwork-space-4);
      }
      li {
        padding-block-start: var(--groundwork-space-3);
        border-block-start: 3px solid var(--groundwork-line);
      }
      li.over {
        border-color: var(--groundwork-accent);
      }
      .day {
        font-size: var(--groundwork-text-l);
        font-weight: 600;
      }
      .participants {
        margin-block-start: var(--groundwork-space-5);
      }
      h1 + gw-pill {
        margin-block-start: var(--groundwork-space-2);
      }
    `];g([w({attribute:"cycle-id"})],p.prototype,"cycleId",2);g([k()],p.prototype,"asked",2);g([k()],p.prototype,"busy",2);g([k()],p.prototype,"error",2);p=g([_("groundwork-hr-cycle")],p);export{p as GroundworkHrCycle};
