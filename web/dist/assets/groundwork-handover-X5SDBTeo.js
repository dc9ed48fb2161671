import{b as d,A as m,i as b}from"./tokens-BHm-NQ-a.js";import{G as x,z as M,t as O,b as G,l as T,n as P,r as u,e as C}from"./keyed-B3djp2YV.js";import{L as E}from"./loading-C0IjG4Yb.js";import"./card-BMW0A7DP.js";import"./field-CFRL2lVk.js";var z=Object.defineProperty,D=Object.getOwnPropertyDescriptor,_=e=>{throw TypeError(e)},c=(e,t,s,a)=>{for(var i=a>1?void 0:a?D(t,s):t,o=e.length-1,r;o>=0;o--)(r=e[o])&&(i=(a?r(t,s,i):r(i))||i);return a&&i&&z(t,s,i),i},$=(e,t,s)=>t.has(e)||_("Cannot "+s),v=(e,t,s)=>($(e,t,"read from private field"),s?s.call(e):t.get(e)),g=(e,t,s)=>t.has(e)?_("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),p=(e,t,s)=>($(e,t,"access private method"),s),h,l,y,k,f;let n=class extends x{constructor(){super(...arguments),g(this,l),this.personId="",this.decisions=new Map,this.sending=!1,this.tried=!1,g(this,h,new E(this,()=>[this.personId],async([e],t)=>{const s={person_id:e},[{data:a},{data:i}]=await Promise.all([this.api.GET("/v1/plans",{params:{query:{owner_id:e,limit:1}},signal:t}),this.api.GET("/v1/people/{person_id}/handover",{params:{path:s},signal:t})]);return{name:a.items[0]?.owner.display_name??"",items:i.items}}))}view(){return v(this,h).show(({name:e,items:t})=>p(this,l,y).call(this,e,t))}updated(){const e=v(this,h).value?.name;e&&M(this,this.t.team.handoverOf(e))}};h=new WeakMap;l=new WeakSet;y=function(e,t){const{team:s}=this.t;return d`<div class="page-head">
        <a class="back" href="#/team"><gw-icon name="arrow-left"></gw-icon>${s.title}</a>
        <h1 dir="auto">${e===""?s.handover:s.handoverOf(e)}</h1>
        <p>${s.handoverText}</p>
      </div>
      ${t.length===0?d`<gw-empty icon="check-circle" heading=${s.handoverNone} text=${s.handoverNoneText}></gw-empty>`:d`<div class="sheet stack">
            ${t.map(a=>p(this,l,k).call(this,a))}
            ${this.error===void 0?m:d`<gw-error inline .error=${this.error} @retry=${()=>void p(this,l,f).call(this)}></gw-error>`}
            <div>
              <gw-button variant="primary" ?busy=${this.sending} ?disabled=${this.decisions.size===0} @click=${()=>void p(this,l,f).call(this)}>
                ${s.decide}
              </gw-button>
            </div>
          </div>`}`};k=function(e){const{team:t}=this.t,s=this.decisions.get(e.id),a=e.due_on===null?t.noDue:t.due(this.locale.format.date(e.due_on)),i=r=>{const w=new Map(this.decisions);r===""?w.delete(e.id):w.set(e.id,{take:r==="take",message:s?.message??""}),this.decisions=w},o=r=>{this.decisions=new Map(this.decisions).set(e.id,{take:!1,message:r})};return d`<gw-card heading=${e.title}>
      <div class="stack tight">
        <p class="muted small">${t.handoverKind[e.kind]} · ${t.promisedBy(e.responsible.display_name)} · ${a}</p>
        <gw-choice
          label-hidden
          label=${t.decideOn(e.title)}
          .options=${[{value:"take",label:t.take},{value:"decline",label:t.decline},{value:"",label:t.undecided}]}
          .value=${s===void 0?"":s.take?"take":"decline"}
          @change=${r=>i(r.target.value)}
        ></gw-choice>
        ${s?.take===!1?d`<gw-text-field
              multiline
              required
              rows="2"
              maxlength="2000"
              label=${t.why}
              error=${this.tried&&s.message.trim()===""?t.whyNeeded:m}
              .value=${s.message}
              @input=${r=>o(r.target.value)}
            ></gw-text-field>`:m}
      </div>
    </gw-card>`};f=async function(){const e=[...this.decisions];if(this.tried=!0,!e.some(([,{take:t,message:s}])=>!t&&s.trim()==="")){this.sending=!0,this.error=void 0;try{const{data:t}=await this.api.POST("/v1/people/{person_id}/handover",{params:{path:{person_id:this.personId}},body:{take:e.flatMap(([a,{take:i}])=>i?[a]:[]),decline:e.flatMap(([a,{take:i,message:o}])=>i?[]:[{id:a,message:o}])}}),s=v(this,h).value;s!==void 0&&(v(this,h).value={...s,items:t.items}),this.decisions=new Map,this.tried=!1,O(this,this.t.team.decided)}catch(t){this.error=t}finally{this.sending=!1}}};n.styles=[G,T,b`
      .sheet {
        max-inline-size: var(--groundwork-measure);
      }
    `];c([P({attribute:"person-id"})],n.prototype,"personId",2);c([u()],n.prototype,"decisions",2);c([u()],n.prototype,"sending",2);c([u()],n.prototype,"tried",2);c([u()],n.prototype,"error",2);n=c([C("groundwork-handover")],n);export{n as GroundworkHandover};
