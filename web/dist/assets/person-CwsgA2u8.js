import{i as z,b as o,A as u}from"./tokens-BHm-NQ-a.js";import{b as B,l as L,n as G,r as h,G as N,e as U,t as D,P as Gt,B as St,z as Ht}from"./keyed-BQU6DYIj.js";import{L as st}from"./loading-5ZtkC9Uh.js";import"./card-Dd3ArcMb.js";import"./tabs-D4kXjF71.js";import{h as Rt}from"./navigation-DBy1loaO.js";import{d as At}from"./download-Dy9FgwXI.js";import"./field-Ffi_UcKu.js";import{f as It}from"./suggest-DFyUjhEI.js";import"./table-DgvKWY99.js";import"./name-CeYHR7AF.js";var zt=Object.defineProperty,Bt=Object.getOwnPropertyDescriptor,ht=t=>{throw TypeError(t)},m=(t,e,s,a)=>{for(var r=a>1?void 0:a?Bt(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&zt(e,s,r),r},Lt=(t,e,s)=>e.has(t)||ht("Cannot "+s),E=(t,e,s)=>(Lt(t,e,"read from private field"),s?s.call(t):e.get(t)),q=(t,e,s)=>e.has(t)?ht("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),S,J,H,K;let $=class extends N{constructor(){super(...arguments),q(this,S),this.open=!1,this.reason="",this.typed="",this.wasTried=!1,this.busy=!1,q(this,H,()=>{this.typed="",this.wasTried=!1,this.error=void 0,this.dispatchEvent(new Event("close"))}),q(this,K,async()=>{const{reason:t}=this;if(this.wasTried=!0,!(t===""||!E(this,S,J)||this.busy)){this.busy=!0,this.error=void 0;try{const{data:e}=await this.api.POST("/v1/people/{person_id}/erase",{params:{path:{person_id:this.person.id}},body:{reason:t,confirm:this.typed.trim()}});this.dispatchEvent(new CustomEvent("erased",{detail:e}))}catch(e){this.error=e}finally{this.busy=!1}}})}view(){const{common:t,hr:e}=this.t,s=e.erase,a=Object.entries(s.reasons).map(([i,n])=>({value:i,label:n})),{user_name:r}=this.person;return o`<gw-dialog heading=${s.confirmTitle(this.person.display_name)} ?open=${this.open} @close=${E(this,H)}>
      <dl>
        <dt>${s.removes}</dt>
        <dd>${s.removesText}</dd>
        <dt>${s.stays}</dt>
        <dd>${s.staysText}</dd>
        <dt>${s.cannot}</dt>
        <dd>${s.cannotText}</dd>
      </dl>
      <gw-select
        label=${s.reason}
        required
        .options=${[{value:"",label:s.chooseReason},...a]}
        value=${this.reason}
        .error=${this.wasTried&&this.reason===""?s.reasonMissing:void 0}
        @change=${i=>this.reason=i.target.value}
      ></gw-select>
      <gw-text-field
        label=${s.type(r)}
        required
        value=${this.typed}
        .error=${this.wasTried&&!E(this,S,J)?s.nameWrong(r):void 0}
        @input=${i=>this.typed=i.target.value}
      ></gw-text-field>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${E(this,H)}>${t.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" icon="trash" ?busy=${this.busy} @click=${E(this,K)}>${s.confirm}</gw-button>
    </gw-dialog>`}};S=new WeakSet;J=function(){return this.typed.trim()===this.person.user_name};H=new WeakMap;K=new WeakMap;$.styles=[B,L,z`
      dt {
        font-weight: 600;
      }
      dd + dt {
        margin-block-start: var(--groundwork-space-3);
      }
    `];m([G({attribute:!1})],$.prototype,"person",2);m([G({type:Boolean})],$.prototype,"open",2);m([h()],$.prototype,"reason",2);m([h()],$.prototype,"typed",2);m([h()],$.prototype,"wasTried",2);m([h()],$.prototype,"busy",2);m([h()],$.prototype,"error",2);$=m([U("gw-hr-erase-dialog")],$);var Nt=Object.defineProperty,Ut=Object.getOwnPropertyDescriptor,ct=t=>{throw TypeError(t)},w=(t,e,s,a)=>{for(var r=a>1?void 0:a?Ut(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Nt(e,s,r),r},pt=(t,e,s)=>e.has(t)||ct("Cannot "+s),g=(t,e,s)=>(pt(t,e,"read from private field"),s?s.call(t):e.get(t)),b=(t,e,s)=>e.has(t)?ct("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),d=(t,e,s)=>(pt(t,e,"access private method"),s),W,l,gt,ut,$t,wt,ft,vt,Q,mt,k,M,at,rt,it,X,R,Y,j;let c=class extends N{constructor(){super(...arguments),b(this,l),this.reasons={unlink:"",hold:""},this.isReasonMissing=!1,this.busy=!1,this.exporting=!1,b(this,W,new st(this,()=>[this.person.id],async([t],e)=>{const[s,a]=await Promise.all([d(this,l,gt).call(this,t,e),this.api.me()]);return{hold:s,isOneself:a.person?.id===t}})),b(this,at,()=>d(this,l,R).call(this,this.reasons.unlink,this.t.hr.identity.done,async t=>{await this.api.POST("/v1/people/{person_id}/unlink-identity",{params:g(this,l,M),body:{reason:t}}),this.reasons={...this.reasons,unlink:""},this.dispatchEvent(new Event("changed"))})),b(this,rt,()=>d(this,l,R).call(this,this.reasons.hold,this.t.hr.hold.placed,async t=>{const{data:e}=await this.api.PUT("/v1/people/{person_id}/legal-hold",{params:g(this,l,M),body:{reason:t}});this.reasons={...this.reasons,hold:""},d(this,l,X).call(this,e)})),b(this,it,()=>d(this,l,R).call(this,void 0,this.t.hr.hold.released,async()=>{await this.api.DELETE("/v1/people/{person_id}/legal-hold",{params:g(this,l,M)}),d(this,l,X).call(this,void 0)})),b(this,j,t=>{this.asked=void 0,this.proof=t.detail,this.person={...this.person,erased_at:t.detail.erased_at},D(this,this.t.hr.erase.done),this.dispatchEvent(new Event("changed"))})}view(){return this.person.erased_at!==null?d(this,l,ut).call(this):g(this,W).show(({hold:t,isOneself:e})=>o`<div class="stack">
          ${d(this,l,$t).call(this)} ${d(this,l,wt).call(this)} ${d(this,l,ft).call(this,t)} ${d(this,l,vt).call(this,t,e)}
        </div>
        ${d(this,l,Q).call(this,"unlink")} ${d(this,l,Q).call(this,"hold")} ${d(this,l,mt).call(this)}
        <gw-hr-erase-dialog
          .person=${this.person}
          ?open=${this.asked==="erase"}
          @close=${()=>this.asked=void 0}
          @erased=${g(this,j)}
        ></gw-hr-erase-dialog>`)}};W=new WeakMap;l=new WeakSet;gt=async function(t,e){try{return(await this.api.GET("/v1/people/{person_id}/legal-hold",{params:{path:{person_id:t}},signal:e})).data}catch(s){if(s instanceof Gt&&s.status===404)return;throw s}};ut=function(){const{erase:t}=this.t.hr,{proof:e}=this;return o`<gw-card heading=${t.title}>
      <p>${t.gone}</p>
      ${e===void 0?u:o`<p class="action" role="status">
            <strong>${t.proof}.</strong> ${t.proofText(e.id,this.locale.format.time(e.erased_at))}
          </p>`}
    </gw-card>`};$t=function(){const{identity:t}=this.t.hr;return o`<gw-card heading=${t.title}>
      <p class="muted">${t.text}</p>
      <gw-button class="action" @click=${()=>d(this,l,k).call(this,"unlink")}>${t.unlink}</gw-button>
    </gw-card>`};wt=function(){const t=this.t.hr.export;return o`<gw-card heading=${t.title}>
      <p class="muted">${t.text}</p>
      <div class="row action">
        <gw-button icon="download" ?busy=${this.exporting} @click=${()=>d(this,l,Y).call(this,"application/json")}>
          ${t.data}
        </gw-button>
        <gw-button icon="download" ?busy=${this.exporting} @click=${()=>d(this,l,Y).call(this,"text/html")}>${t.page}</gw-button>
      </div>
      ${this.exportError===void 0?u:o`<gw-error class="action" inline no-retry .error=${this.exportError}></gw-error>`}
    </gw-card>`};ft=function(t){const e=this.t.hr.hold;return o`<gw-card heading=${e.title}>
      ${t===void 0?o`<p class="muted">${e.none}</p>
            <gw-button class="action" @click=${()=>d(this,l,k).call(this,"hold")}>${e.place}</gw-button>`:o`<gw-pill slot="lead" tone="caution" icon="lock">${e.active}</gw-pill>
            <p>${t.reason}</p>
            <p class="muted small">${e.since(this.locale.format.date(t.placed_at))}</p>
            <div class="row action">
              <gw-button @click=${()=>d(this,l,k).call(this,"hold",t.reason)}>${e.change}</gw-button>
              <gw-button variant="danger" @click=${()=>d(this,l,k).call(this,"release")}>${e.release}</gw-button>
            </div>`}
    </gw-card>`};vt=function(t,e){const{erase:s}=this.t.hr,a=e?s.own:t===void 0?void 0:s.held;return o`<gw-card heading=${s.title}>
      <p class="muted">${s.text}</p>
      ${a===void 0?o`<gw-button class="action" variant="danger" icon="trash" @click=${()=>d(this,l,k).call(this,"erase")}>${s.button}</gw-button>`:o`<p class="action"><gw-icon name="lock"></gw-icon> ${a}</p>`}
    </gw-card>`};Q=function(t){const{hr:e,common:s}=this.t,a=t==="unlink"?{...e.identity,heading:e.identity.confirmTitle(this.person.display_name),submit:e.identity.unlink}:{...e.hold,heading:e.hold.title,submit:e.hold.place,effects:[]};return o`<gw-dialog heading=${a.heading} ?open=${this.asked===t} @close=${()=>this.asked=void 0}>
      ${a.effects.length===0?u:o`<ul>${a.effects.map(r=>o`<li>${r}</li>`)}</ul>`}
      <gw-text-field
        multiline
        required
        maxlength="1000"
        label=${a.reason}
        hint=${a.reasonHint}
        .error=${this.isReasonMissing?a.reasonMissing:void 0}
        value=${this.reasons[t]}
        @input=${r=>this.reasons={...this.reasons,[t]:r.target.value}}
      ></gw-text-field>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${()=>this.asked=void 0}>${s.cancel}</gw-button>
      <gw-button
        slot="footer"
        variant=${t==="unlink"?"danger":"primary"}
        ?busy=${this.busy}
        @click=${t==="unlink"?g(this,at):g(this,rt)}
        >${a.submit}</gw-button
      >
    </gw-dialog>`};mt=function(){const{hr:t,common:e}=this.t;return o`<gw-dialog heading=${t.hold.releaseTitle} ?open=${this.asked==="release"} @close=${()=>this.asked=void 0}>
      <p>${t.hold.releaseText}</p>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${()=>this.asked=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${g(this,it)}>${t.hold.release}</gw-button>
    </gw-dialog>`};k=function(t,e){this.asked=t,this.error=void 0,this.isReasonMissing=!1,e!==void 0&&this.reasons.hold===""&&(this.reasons={...this.reasons,hold:e})};M=function(){return{path:{person_id:this.person.id}}};at=new WeakMap;rt=new WeakMap;it=new WeakMap;X=function(t){g(this,W).value={isOneself:g(this,W).value?.isOneself??!1,hold:t}};R=async function(t,e,s){if(this.isReasonMissing=t?.trim()==="",!(this.busy||this.isReasonMissing)){this.busy=!0,this.error=void 0;try{await s(t??""),this.asked=void 0,D(this,e)}catch(a){this.error=a}finally{this.busy=!1}}};Y=async function(t){if(!this.exporting){this.exporting=!0,this.exportError=void 0;try{const{data:e}=await this.api.POST("/v1/people/{person_id}/export",{params:g(this,l,M),headers:{Accept:t},body:{},parseAs:"blob"});At(e,`${this.person.external_id}.${t==="text/html"?"html":"json"}`),D(this,this.t.hr.export.done)}catch(e){this.exportError=e}finally{this.exporting=!1}}};j=new WeakMap;c.styles=[B,L,z`
      ul {
        padding-inline-start: 1.25rem;
      }
      li + li {
        margin-block-start: var(--groundwork-space-2);
      }
      .action {
        margin-block-start: var(--groundwork-space-4);
      }
      gw-pill {
        margin-block-end: var(--groundwork-space-3);
      }
    `];w([G({attribute:!1})],c.prototype,"person",2);w([h()],c.prototype,"asked",2);w([h()],c.prototype,"reasons",2);w([h()],c.prototype,"isReasonMissing",2);w([h()],c.prototype,"busy",2);w([h()],c.prototype,"exporting",2);w([h()],c.prototype,"exportError",2);w([h()],c.prototype,"error",2);w([h()],c.prototype,"proof",2);c=w([U("gw-hr-person-data")],c);var Vt=Object.defineProperty,Zt=Object.getOwnPropertyDescriptor,yt=t=>{throw TypeError(t)},_=(t,e,s,a)=>{for(var r=a>1?void 0:a?Zt(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Vt(e,s,r),r},_t=(t,e,s)=>e.has(t)||yt("Cannot "+s),y=(t,e,s)=>(_t(t,e,"read from private field"),s?s.call(t):e.get(t)),O=(t,e,s)=>e.has(t)?yt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),f=(t,e,s)=>(_t(t,e,"access private method"),s),x,p,bt,kt,xt,Pt,tt,V,ot,nt,et;const qt=["acting","matrix","hr_partner","delegate"];let v=class extends N{constructor(){super(...arguments),O(this,p),this.faults={},this.busy=!1,O(this,x,new st(this,()=>[this.person.id],([t],e)=>this.api.GET("/v1/people/{person_id}/relations",{params:{path:{person_id:t}},signal:e}))),O(this,tt,()=>{this.faults={},f(this,p,V).call(this,{draft:{kind:"acting",person:void 0,from:this.locale.format.today(),until:""}})}),O(this,ot,async()=>{const{draft:t}=this,e=this.t.hr.relation;if(t===void 0)return;const{kind:s,person:a,from:r,until:i}=t;if(this.faults={...a===void 0&&{person:e.choosePerson},...r===""&&{from:e.chooseDay},...i!==""&&i<r&&{until:e.wrongDays}},a!==void 0&&Object.keys(this.faults).length===0){const{format:n}=this.locale,T={starts_at:n.startOf(r),ends_at:i===""?null:n.startOf(i,1)};await f(this,p,et).call(this,Z=>[...Z,{kind:s,person_id:a.id,...T}],e.added)}}),O(this,nt,()=>{const{ending:t}=this,e=({kind:s,person_id:a,starts_at:r})=>s!==t?.kind||a!==t.person_id||r!==t.starts_at;return f(this,p,et).call(this,s=>s.filter(e),this.t.hr.relation.removed)})}view(){const{hr:t}=this.t,{manager:e}=this.person;return o`<gw-card heading=${t.relation.title}>
        <gw-button slot="actions" size="small" icon="plus" ?disabled=${this.person.erased_at!==null} @click=${y(this,tt)}>
          ${t.relation.add}
        </gw-button>
        <p class="muted small">${t.relation.text}</p>
        <p class="manager">
          <span class="muted">${t.relation.reportsTo}</span>
          ${e===null?t.noManager:o`<a href="#/hr/people/${e.id}">${e.display_name}</a>`}
        </p>
        ${y(this,x).show(({data:{items:s}})=>s.length===0?o`<p><strong>${t.relation.empty}.</strong> <span class="muted">${t.relation.emptyText}</span></p>`:o`<gw-table caption=${t.relation.title} .columns=${f(this,p,bt).call(this)} .rows=${s}></gw-table>`)}
      </gw-card>
      ${f(this,p,xt).call(this)} ${f(this,p,Pt).call(this)}`}};x=new WeakMap;p=new WeakSet;bt=function(){const{relation:t}=this.t.hr;return[{id:"person",label:t.person,cell:({person:e})=>o`<gw-hr-name .person=${e}></gw-hr-name>`},{id:"kind",label:t.kind,cell:({kind:e})=>t.kinds[e]},{id:"period",label:t.period,cell:e=>f(this,p,kt).call(this,e)},{id:"end",label:"",align:"end",cell:e=>o`<gw-button
            size="small"
            variant="quiet"
            label=${`${t.end}: ${e.person.display_name}, ${t.kinds[e.kind]}`}
            @click=${()=>f(this,p,V).call(this,{ending:e})}
            >${t.end}</gw-button
          >`}]};kt=function({starts_at:t,ends_at:e}){const{hr:s}=this.t,{format:a}=this.locale,r=Date.now(),[i,n]=e!==null&&Date.parse(e)<=r?["neutral",s.relation.over]:Date.parse(t)>r?["info",s.relation.later]:["positive",s.relation.now],T=e===null?s.relation.forGood(a.date(t)):s.person.period(a.date(t),a.date(Ft(e)));return o`${T} <gw-pill tone=${i}>${n}</gw-pill>`};xt=function(){const{hr:t,common:e}=this.t,{draft:s}=this,a=r=>this.draft=s&&{...s,...r};return o`<gw-dialog heading=${t.relation.add} ?open=${s!==void 0} @close=${()=>this.draft=void 0}>
      ${s===void 0?u:o`<gw-select
              label=${t.relation.kind}
              hint=${t.relation.about[s.kind]}
              .options=${qt.map(r=>({value:r,label:t.relation.kinds[r]}))}
              value=${s.kind}
              @change=${r=>a({kind:F(r)})}
            ></gw-select>
            <gw-suggest
              label=${t.relation.person}
              value=${s.person?.label??""}
              .error=${this.faults.person}
              .find=${It(this.api)}
              @pick=${({detail:r})=>a({person:r})}
            ></gw-suggest>
            <div class="days">
              <gw-text-field
                type="date"
                label=${t.relation.from}
                value=${s.from}
                .error=${this.faults.from}
                @change=${r=>a({from:F(r)})}
              ></gw-text-field>
              <gw-text-field
                type="date"
                label=${t.relation.until}
                hint=${t.relation.untilHint}
                value=${s.until}
                .error=${this.faults.until}
                @change=${r=>a({until:F(r)})}
              ></gw-text-field>
            </div>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>this.draft=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy} @click=${y(this,ot)}>${t.relation.add}</gw-button>
    </gw-dialog>`};Pt=function(){const{hr:t,common:e}=this.t,{ending:s}=this;return o`<gw-dialog
      heading=${t.relation.endTitle}
      ?open=${s!==void 0}
      @close=${()=>this.ending=void 0}
    >
      ${s===void 0?u:o`<p>${t.relation.endText(s.person.display_name,t.relation.kinds[s.kind])}</p>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>this.ending=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${y(this,nt)}>${t.relation.end}</gw-button>
    </gw-dialog>`};tt=new WeakMap;V=function(t){this.error=void 0,this.draft=t.draft,this.ending=t.ending};ot=new WeakMap;nt=new WeakMap;et=async function(t,e){const s=y(this,x).value;if(s===void 0||this.busy)return;this.busy=!0,this.error=void 0;const a=s.data.items.map(({kind:i,person_id:n,starts_at:T,ends_at:Z})=>({kind:i,person_id:n,starts_at:T,ends_at:Z})),r={...s.etag&&{"If-Match":s.etag}};try{const i=this.api.PUT("/v1/people/{person_id}/relations",{params:{path:{person_id:this.person.id},header:r},body:{items:t(a)}}),n=await St(i);n.changed?(y(this,x).value={data:n.data,etag:n.etag,response:s.response},f(this,p,V).call(this,{}),D(this,e)):(await y(this,x).reload(),D(this,this.t.common.errors.conflictText,"neutral"))}catch(i){this.error=i}finally{this.busy=!1}};v.styles=[B,L,z`
      .manager {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
        margin-block: var(--groundwork-space-3) var(--groundwork-space-5);
      }
      .days {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: var(--groundwork-space-4);
      }
    `];_([G({attribute:!1})],v.prototype,"person",2);_([h()],v.prototype,"draft",2);_([h()],v.prototype,"faults",2);_([h()],v.prototype,"ending",2);_([h()],v.prototype,"busy",2);_([h()],v.prototype,"error",2);v=_([U("gw-hr-person-relations")],v);function Ft(t){return new Date(Date.parse(t)-1).toISOString()}function F(t){return t.target.value}var Jt=Object.defineProperty,Kt=Object.getOwnPropertyDescriptor,Tt=t=>{throw TypeError(t)},lt=(t,e,s,a)=>{for(var r=a>1?void 0:a?Kt(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Jt(e,s,r),r},Et=(t,e,s)=>e.has(t)||Tt("Cannot "+s),Ot=(t,e,s)=>(Et(t,e,"read from private field"),s?s.call(t):e.get(t)),dt=(t,e,s)=>e.has(t)?Tt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),A=(t,e,s)=>(Et(t,e,"access private method"),s),I,P,Mt,Dt,Wt,Ct;let C=class extends N{constructor(){super(...arguments),dt(this,P),this.personId="",this.tab="overview",dt(this,I,new st(this,()=>[this.personId],async([t],e)=>{const[s,a]=await Promise.all([this.api.GET("/v1/people/{person_id}",{params:{path:{person_id:t}},signal:e}),this.api.GET("/v1/plans",{params:{query:{owner_id:t,limit:100}},signal:e})]);return Ht(this,s.data.display_name),{person:s.data,plans:a.data.items.filter(({status:r})=>r!=="draft")}}))}view(){const{hr:t}=this.t;return o`<gw-hr-navigation current="people"></gw-hr-navigation>
      <a class="back" href="#/hr/people"><gw-icon name="arrow-left"></gw-icon>${t.people}</a>
      ${Ot(this,I).show(({person:e,plans:s})=>A(this,P,Mt).call(this,e,s))}`}};I=new WeakMap;P=new WeakSet;Mt=function(t,e){const s=this.t.hr.person,a=["overview","relations","data"].map(i=>({id:i,label:s[i]})),r=[t.title,t.department].filter(Boolean).join(" · ");return o`<div class="person">
        <gw-avatar size="large" name=${t.display_name}></gw-avatar>
        <div>
          <h1>${t.display_name}</h1>
          ${r===""?u:o`<p class="muted">${r}</p>`}
          ${A(this,P,Dt).call(this,t)}
        </div>
      </div>
      <gw-tabs
        label=${t.display_name}
        .tabs=${a}
        selected=${this.tab}
        @select=${i=>this.tab=i.target.selected}
      >
        <div slot="overview" class="stack">${A(this,P,Wt).call(this,t)} ${A(this,P,Ct).call(this,e)}</div>
        ${this.tab==="relations"?o`<gw-hr-person-relations slot="relations" .person=${t}></gw-hr-person-relations>`:u}
        ${this.tab==="data"?o`<gw-hr-person-data slot="data" .person=${t} @changed=${()=>void Ot(this,I).reload()}></gw-hr-person-data>`:u}
      </gw-tabs>`};Dt=function({active:t,erased_at:e}){const{person:s}=this.t.hr;return e!==null?o`<gw-pill icon="trash">${s.erased(this.locale.format.date(e))}</gw-pill>`:t?u:o`<gw-pill icon="lock">${s.inactive}</gw-pill>`};Wt=function(t){const{hr:e}=this.t,s=e.person,a=(i,n)=>o`<div><dt>${i}</dt><dd>${n??s.none}</dd></div>`,r=t.manager===null?e.noManager:o`<a href="#/hr/people/${t.manager.id}">${t.manager.display_name}</a>`;return o`<gw-card heading=${s.directory}>
      <dl class="facts">
        ${a(e.manager,r)} ${a(e.department,t.department)} ${a(s.userName,t.user_name)}
        ${a(s.externalId,t.external_id)} ${a(s.email,t.email)} ${a(s.timeZone,t.time_zone)}
        ${a(s.changed,`${this.locale.format.date(t.updated_at)}, ${s.source[t.source]}`)}
      </dl>
      <div slot="footer" class="row spread small">
        <span class="muted">${s.directoryNote}</span>
        <a href="#/hr/audit/${t.id}">${s.audit}</a>
      </div>
    </gw-card>`};Ct=function(t){const{hr:e}=this.t,{format:s}=this.locale;return o`<gw-card heading=${e.person.plans}>
      ${t.length===0?o`<p><strong>${e.person.noPlans}.</strong> <span class="muted">${e.person.noPlansText}</span></p>`:t.map(a=>o`<div class="plan">
              <div>
                <a href="#/plan/${a.id}">${a.title}</a>
                <p class="muted small">
                  ${e.person.period(s.date(a.starts_on),s.date(a.ends_on))}${a.shared_at===null?u:` · ${e.person.sharedOn(s.date(a.shared_at))}`}
                </p>
              </div>
              <gw-status plan=${a.status}></gw-status>
              <gw-progress show-value value=${a.progress_percent??0} label=${`${e.list.progress}: ${a.title}`}></gw-progress>
            </div>`)}
    </gw-card>`};C.styles=[B,L,Rt,z`
      .person {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-4);
        margin-block: var(--groundwork-space-2) var(--groundwork-space-5);
      }
      .plan {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-4);
        padding-block: var(--groundwork-space-4);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .plan:first-of-type {
        border-block-start: 0;
        padding-block-start: 0;
      }
      .plan gw-progress {
        grid-column: 1 / -1;
      }
    `];lt([G({attribute:"person-id"})],C.prototype,"personId",2);lt([h()],C.prototype,"tab",2);C=lt([U("groundwork-hr-person")],C);export{C as GroundworkHrPerson};
