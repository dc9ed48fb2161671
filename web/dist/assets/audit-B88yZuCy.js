import{b as n,A as q,i as S}from"./tokens-BHm-NQ-a.js";import{G as M,t as W,b as C,l as T,n as D,r as b,e as H}from"./keyed-B3djp2YV.js";import{d as J}from"./download-Dy9FgwXI.js";import{f as y}from"./suggest-DxvjzHf3.js";import"./field-CFRL2lVk.js";import"./table-XbN706N-.js";import{h as N}from"./navigation-0DuyBDoS.js";import{P as z}from"./paged-DVVWzj_h.js";import"./loading-C0IjG4Yb.js";const V={plan:["read","listed","exported","exported_with_person","brief_read","shared","withdrawn","agreement_given","agreed","earlier_revisions_asked","completed","archived"],feedback:["read","requested","submitted","acknowledged"],feedback_request:["deleted"],comment:["read","created","deleted"],proposal:["read","created","accepted","declined","withdrawn"],action_item:["read","listed","exported","created","updated","deleted","taken_over","declined","progressed","completed","blocked"],discussion:["read","planned","changed","held","cancelled","deleted","taken_over"],cycle:["created","updated","deleted"],person:["created","updated","manager_changed","relations_changed","deactivated","identity_linked","identity_unlinked","identity_restored","identity_moved","exported","legal_hold_placed","legal_hold_released","calendar_address_created","calendar_address_revoked","erased"],questionnaire:["published"],action_template:["created","changed","deleted"],webhook:["created","updated","deleted","disabled","tested","secret_rotated"],audit_log:["listed","exported"]};function B(e){return Object.entries(V).flatMap(([r,t])=>t.map(a=>{const i=`${r}.${a}`,s=k(e,i);return{code:i,label:`${s.thing} · ${s.deed}`}}))}function k({things:e,deeds:r},t){const[a="",i=""]=t.split(".");return{thing:e[a]??a,deed:r[i]??i}}var F=Object.defineProperty,I=Object.getOwnPropertyDescriptor,j=e=>{throw TypeError(e)},g=(e,r,t,a)=>{for(var i=a>1?void 0:a?I(r,t):r,s=e.length-1,c;s>=0;s--)(c=e[s])&&(i=(a?c(r,t,i):c(i))||i);return a&&i&&F(r,t,i),i},O=(e,r,t)=>r.has(e)||j("Cannot "+t),u=(e,r,t)=>(O(e,r,"read from private field"),t?t.call(e):r.get(e)),f=(e,r,t)=>r.has(e)?j("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(e):r.set(e,t),d=(e,r,t)=>(O(e,r,"access private method"),t),m,l,$,E,A,G,p,v,_;const x={actor:void 0,subject:void 0,action:"",from:"",to:""};let h=class extends M{constructor(){super(...arguments),f(this,l),this.subject="",this.filters=x,this.exporting=!1,f(this,m,new z(this,()=>[JSON.stringify(u(this,l,$))],([e],r,t)=>this.api.GET("/v1/audit-log",{params:{query:{limit:50,...JSON.parse(e),...r&&{cursor:r}}},...t&&{signal:t}}))),f(this,v,()=>{this.subject="",this.filters=x}),f(this,_,async()=>{if(!this.exporting){this.exporting=!0,this.exportError=void 0;try{const{data:e}=await this.api.GET("/v1/audit-log/export",{params:{query:u(this,l,$)},parseAs:"blob"});J(e,`audit-log-${this.locale.format.today()}.ndjson`),W(this,this.t.hr.log.exported)}catch(e){this.exportError=e}finally{this.exporting=!1}}})}view(){const{hr:e}=this.t,{actor:r,subject:t,action:a,from:i,to:s}=this.filters,c=B(e.log).map(({code:o,label:P})=>({value:o,label:P}));return n`<gw-hr-navigation current="audit"></gw-hr-navigation>
      <div class="head">
        <div>
          <h1>${e.audit}</h1>
          <p class="intro">${e.log.intro}</p>
        </div>
        <gw-button icon="download" ?busy=${this.exporting} @click=${u(this,_)}>${e.log.export}</gw-button>
      </div>
      <gw-error inline no-retry .error=${this.exportError}></gw-error>
      <div class="filters">
        <gw-suggest
          label=${e.log.actor}
          value=${r?.label??""}
          .find=${y(this.api)}
          @pick=${({detail:o})=>d(this,l,p).call(this,{actor:o})}
        ></gw-suggest>
        <gw-suggest
          label=${e.log.subject}
          placeholder=${e.log.subjectHint}
          free
          value=${t?.label??this.subject}
          .find=${y(this.api)}
          @pick=${({detail:o})=>{this.subject="",d(this,l,p).call(this,{subject:o})}}
        ></gw-suggest>
        <gw-select
          label=${e.log.action}
          .options=${[{value:"",label:e.log.anyAction},...c]}
          value=${a}
          @change=${o=>d(this,l,p).call(this,{action:w(o)})}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${e.log.from}
          value=${i}
          max=${s}
          @change=${o=>d(this,l,p).call(this,{from:w(o)})}
        ></gw-text-field>
        <gw-text-field
          type="date"
          label=${e.log.to}
          value=${s}
          min=${i}
          @change=${o=>d(this,l,p).call(this,{to:w(o)})}
        ></gw-text-field>
      </div>
      ${u(this,m).show(({items:o})=>o.length===0?n`<gw-empty icon="search" heading=${e.log.empty} text=${e.log.emptyText}>
              <gw-button @click=${u(this,v)}>${e.clear}</gw-button>
            </gw-empty>`:n`<gw-table caption=${e.audit} .columns=${d(this,l,E).call(this)} .rows=${o}></gw-table>`)}`}};m=new WeakMap;l=new WeakSet;$=function(){const{actor:e,action:r,from:t,to:a}=this.filters,{format:i}=this.locale,s=this.filters.subject?.id??this.subject;return{...e&&{actor_id:e.id},...s&&{subject_id:s},...r&&{action:r},...t&&{from:i.startOf(t)},...a&&{to:i.startOf(a,1)}}};E=function(){const{log:e}=this.t.hr,{format:r}=this.locale;return[{id:"at",label:e.at,cell:({at:t})=>r.time(t)},{id:"who",label:e.who,cell:t=>d(this,l,A).call(this,t)},{id:"what",label:e.what,cell:t=>d(this,l,G).call(this,t)},{id:"how",label:e.how,cell:({right:t,count:a})=>{const i=t===null?"–":e.roles[t]??t;return n`${i}${a>1?n`<div class="muted small">${e.times(a)}</div>`:q}`}},{id:"seal",label:e.seal,cell:({digest:t})=>t===null?n`<span class="muted small">${e.notSealed}</span>`:n`<gw-pill icon="lock" title=${t}>${e.sealed}</gw-pill>`}]};A=function({actor_id:e,actor:r,client:t}){const{log:a}=this.t.hr;return e!==null?n`<a href="#/hr/people/${e}">${r?.display_name??e}</a>`:t===null?a.itself:a.service(t)};G=function({action:e,subject:r}){const[t="",a=""]=r.split("/"),i={people:`#/hr/people/${a}`,cycles:`#/hr/cycles/${a}`,plans:`#/plan/${a}`}[t],{thing:s,deed:c}=k(this.t.hr.log,e),o=i===void 0||a===""?s:n`<a href=${i}>${s}</a>`;return n`<span title=${`${e} ${r}`}>${o} · ${c}</span>`};p=function(e){this.filters={...this.filters,...e}};v=new WeakMap;_=new WeakMap;h.styles=[C,T,N,S`
      .intro {
        max-inline-size: var(--groundwork-measure);
        margin-block-start: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
      }
    `];g([D()],h.prototype,"subject",2);g([b()],h.prototype,"filters",2);g([b()],h.prototype,"exporting",2);g([b()],h.prototype,"exportError",2);h=g([H("groundwork-hr-audit")],h);function w(e){return e.target.value}export{h as GroundworkHrAudit};
