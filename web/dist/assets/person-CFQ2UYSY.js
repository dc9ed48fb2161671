import{i as z,b as i,A as u}from"./tokens-BHm-NQ-a.js";import{b as B,l as L,n as G,r as h,G as N,e as U,t as D,P as St,B as Ht,z as Rt}from"./keyed-B3djp2YV.js";import{L as st}from"./loading-C0IjG4Yb.js";import"./card-BMW0A7DP.js";import"./tabs-BHaaiGr6.js";import{h as At}from"./navigation-0DuyBDoS.js";import{d as It}from"./download-Dy9FgwXI.js";import"./field-CFRL2lVk.js";import{f as zt}from"./suggest-DxvjzHf3.js";import"./table-XbN706N-.js";import"./name-Cd8oimBS.js";var Bt=Object.defineProperty,Lt=Object.getOwnPropertyDescriptor,ct=t=>{throw TypeError(t)},m=(t,e,s,a)=>{for(var r=a>1?void 0:a?Lt(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Bt(e,s,r),r},Nt=(t,e,s)=>e.has(t)||ct("Cannot "+s),E=(t,e,s)=>(Nt(t,e,"read from private field"),s?s.call(t):e.get(t)),q=(t,e,s)=>e.has(t)?ct("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),S,J,H,K;let $=class extends N{constructor(){super(...arguments),q(this,S),this.open=!1,this.reason="",this.typed="",this.wasTried=!1,this.busy=!1,q(this,H,()=>{this.typed="",this.wasTried=!1,this.error=void 0,this.dispatchEvent(new Event("close"))}),q(this,K,async()=>{const{reason:t}=this;if(this.wasTried=!0,!(t===""||!E(this,S,J)||this.busy)){this.busy=!0,this.error=void 0;try{const{data:e}=await this.api.POST("/v1/people/{person_id}/erase",{params:{path:{person_id:this.person.id}},body:{reason:t,confirm:this.typed.trim()}});this.dispatchEvent(new CustomEvent("erased",{detail:e}))}catch(e){this.error=e}finally{this.busy=!1}}})}view(){const{common:t,hr:e}=this.t,s=e.erase,a=Object.entries(s.reasons).map(([o,n])=>({value:o,label:n})),{user_name:r}=this.person;return i`<gw-dialog heading=${s.confirmTitle(this.person.display_name)} ?open=${this.open} @close=${E(this,H)}>
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
        @change=${o=>this.reason=o.target.value}
      ></gw-select>
      <gw-text-field
        label=${s.type(r)}
        required
        value=${this.typed}
        .error=${this.wasTried&&!E(this,S,J)?s.nameWrong(r):void 0}
        @input=${o=>this.typed=o.target.value}
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
    `];m([G({attribute:!1})],$.prototype,"person",2);m([G({type:Boolean})],$.prototype,"open",2);m([h()],$.prototype,"reason",2);m([h()],$.prototype,"typed",2);m([h()],$.prototype,"wasTried",2);m([h()],$.prototype,"busy",2);m([h()],$.prototype,"error",2);$=m([U("gw-hr-erase-dialog")],$);var Ut=Object.defineProperty,Vt=Object.getOwnPropertyDescriptor,pt=t=>{throw TypeError(t)},w=(t,e,s,a)=>{for(var r=a>1?void 0:a?Vt(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Ut(e,s,r),r},gt=(t,e,s)=>e.has(t)||pt("Cannot "+s),g=(t,e,s)=>(gt(t,e,"read from private field"),s?s.call(t):e.get(t)),b=(t,e,s)=>e.has(t)?pt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),d=(t,e,s)=>(gt(t,e,"access private method"),s),W,l,ut,$t,wt,at,ft,vt,mt,Q,_t,k,M,rt,it,ot,X,R,Y,j;let c=class extends N{constructor(){super(...arguments),b(this,l),this.reasons={unlink:"",hold:""},this.isReasonMissing=!1,this.busy=!1,this.exporting=!1,b(this,W,new st(this,()=>[this.person.id],async([t],e)=>{const[s,a]=await Promise.all([d(this,l,ut).call(this,t,e),this.api.me()]);return{hold:s,isOneself:a.person?.id===t}})),b(this,rt,()=>d(this,l,R).call(this,this.reasons.unlink,this.t.hr.identity.done,async t=>{await this.api.POST("/v1/people/{person_id}/unlink-identity",{params:g(this,l,M),body:{reason:t}}),this.reasons={...this.reasons,unlink:""},this.dispatchEvent(new Event("changed"))})),b(this,it,()=>d(this,l,R).call(this,this.reasons.hold,this.t.hr.hold.placed,async t=>{const{data:e}=await this.api.PUT("/v1/people/{person_id}/legal-hold",{params:g(this,l,M),body:{reason:t}});this.reasons={...this.reasons,hold:""},d(this,l,X).call(this,e)})),b(this,ot,()=>d(this,l,R).call(this,void 0,this.t.hr.hold.released,async()=>{await this.api.DELETE("/v1/people/{person_id}/legal-hold",{params:g(this,l,M)}),d(this,l,X).call(this,void 0)})),b(this,j,t=>{this.asked=void 0,this.proof=t.detail,this.person={...this.person,erased_at:t.detail.erased_at},D(this,this.t.hr.erase.done),this.dispatchEvent(new Event("changed"))})}view(){return this.person.erased_at!==null?d(this,l,$t).call(this):g(this,W).show(({hold:t,isOneself:e})=>i`<div class="stack">
          ${d(this,l,wt).call(this,e)} ${d(this,l,ft).call(this)} ${d(this,l,vt).call(this,t)} ${d(this,l,mt).call(this,t,e)}
        </div>
        ${d(this,l,Q).call(this,"unlink")} ${d(this,l,Q).call(this,"hold")} ${d(this,l,_t).call(this)}
        <gw-hr-erase-dialog
          .person=${this.person}
          ?open=${this.asked==="erase"}
          @close=${()=>this.asked=void 0}
          @erased=${g(this,j)}
        ></gw-hr-erase-dialog>`)}};W=new WeakMap;l=new WeakSet;ut=async function(t,e){try{return(await this.api.GET("/v1/people/{person_id}/legal-hold",{params:{path:{person_id:t}},signal:e})).data}catch(s){if(s instanceof St&&s.status===404)return;throw s}};$t=function(){const{erase:t}=this.t.hr,{proof:e}=this;return i`<gw-card heading=${t.title}>
      <p>${t.gone}</p>
      ${e===void 0?u:i`<p class="action" role="status">
            <strong>${t.proof}.</strong> ${t.proofText(e.id,this.locale.format.time(e.erased_at))}
          </p>`}
    </gw-card>`};wt=function(t){const{identity:e,notOneself:s}=this.t.hr;return i`<gw-card heading=${e.title}>
      <p class="muted">${e.text}</p>
      ${t?d(this,l,at).call(this,s):i`<gw-button class="action" @click=${()=>d(this,l,k).call(this,"unlink")}>${e.unlink}</gw-button>`}
    </gw-card>`};at=function(t){return i`<p class="action"><gw-icon name="lock"></gw-icon> ${t}</p>`};ft=function(){const t=this.t.hr.export;return i`<gw-card heading=${t.title}>
      <p class="muted">${t.text}</p>
      <div class="row action">
        <gw-button icon="download" ?busy=${this.exporting} @click=${()=>d(this,l,Y).call(this,"application/json")}>
          ${t.data}
        </gw-button>
        <gw-button icon="download" ?busy=${this.exporting} @click=${()=>d(this,l,Y).call(this,"text/html")}>${t.page}</gw-button>
      </div>
      ${this.exportError===void 0?u:i`<gw-error class="action" inline no-retry .error=${this.exportError}></gw-error>`}
    </gw-card>`};vt=function(t){const e=this.t.hr.hold;return i`<gw-card heading=${e.title}>
      ${t===void 0?i`<p class="muted">${e.none}</p>
            <gw-button class="action" @click=${()=>d(this,l,k).call(this,"hold")}>${e.place}</gw-button>`:i`<gw-pill slot="lead" tone="caution" icon="lock">${e.active}</gw-pill>
            <p>${t.reason}</p>
            <p class="muted small">${e.since(this.locale.format.date(t.placed_at))}</p>
            <div class="row action">
              <gw-button @click=${()=>d(this,l,k).call(this,"hold",t.reason)}>${e.change}</gw-button>
              <gw-button variant="danger" @click=${()=>d(this,l,k).call(this,"release")}>${e.release}</gw-button>
            </div>`}
    </gw-card>`};mt=function(t,e){const{erase:s,notOneself:a}=this.t.hr,r=e?a:t===void 0?void 0:s.held;return i`<gw-card heading=${s.title}>
      <p class="muted">${s.text}</p>
      ${r===void 0?i`<gw-button class="action" variant="danger" icon="trash" @click=${()=>d(this,l,k).call(this,"erase")}>${s.button}</gw-button>`:d(this,l,at).call(this,r)}
    </gw-card>`};Q=function(t){const{hr:e,common:s}=this.t,a=t==="unlink"?{...e.identity,heading:e.identity.confirmTitle(this.person.display_name),submit:e.identity.unlink}:{...e.hold,heading:e.hold.title,submit:e.hold.place,effects:[]};return i`<gw-dialog heading=${a.heading} ?open=${this.asked===t} @close=${()=>this.asked=void 0}>
      ${a.effects.length===0?u:i`<ul>${a.effects.map(r=>i`<li>${r}</li>`)}</ul>`}
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
        @click=${t==="unlink"?g(this,rt):g(this,it)}
        >${a.submit}</gw-button
      >
    </gw-dialog>`};_t=function(){const{hr:t,common:e}=this.t;return i`<gw-dialog heading=${t.hold.releaseTitle} ?open=${this.asked==="release"} @close=${()=>this.asked=void 0}>
      <p>${t.hold.releaseText}</p>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${()=>this.asked=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${g(this,ot)}>${t.hold.release}</gw-button>
    </gw-dialog>`};k=function(t,e){this.asked=t,this.error=void 0,this.isReasonMissing=!1,e!==void 0&&this.reasons.hold===""&&(this.reasons={...this.reasons,hold:e})};M=function(){return{path:{person_id:this.person.id}}};rt=new WeakMap;it=new WeakMap;ot=new WeakMap;X=function(t){g(this,W).value={isOneself:g(this,W).value?.isOneself??!1,hold:t}};R=async function(t,e,s){if(this.isReasonMissing=t?.trim()==="",!(this.busy||this.isReasonMissing)){this.busy=!0,this.error=void 0;try{await s(t??""),this.asked=void 0,D(this,e)}catch(a){this.error=a}finally{this.busy=!1}}};Y=async function(t){if(!this.exporting){this.exporting=!0,this.exportError=void 0;try{const{data:e}=await this.api.POST("/v1/people/{person_id}/export",{params:g(this,l,M),headers:{Accept:t},body:{},parseAs:"blob"});It(e,`${this.person.external_id}.${t==="text/html"?"html":"json"}`),D(this,this.t.hr.export.done)}catch(e){this.exportError=e}finally{this.exporting=!1}}};j=new WeakMap;c.styles=[B,L,z`
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
    `];w([G({attribute:!1})],c.prototype,"person",2);w([h()],c.prototype,"asked",2);w([h()],c.prototype,"reasons",2);w([h()],c.prototype,"isReasonMissing",2);w([h()],c.prototype,"busy",2);w([h()],c.prototype,"exporting",2);w([h()],c.prototype,"exportError",2);w([h()],c.prototype,"error",2);w([h()],c.prototype,"proof",2);c=w([U("gw-hr-person-data")],c);var Zt=Object.defineProperty,qt=Object.getOwnPropertyDescriptor,yt=t=>{throw TypeError(t)},y=(t,e,s,a)=>{for(var r=a>1?void 0:a?qt(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Zt(e,s,r),r},bt=(t,e,s)=>e.has(t)||yt("Cannot "+s),_=(t,e,s)=>(bt(t,e,"read from private field"),s?s.call(t):e.get(t)),O=(t,e,s)=>e.has(t)?yt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),f=(t,e,s)=>(bt(t,e,"access private method"),s),x,p,kt,xt,Pt,Tt,tt,V,nt,lt,et;const Ft=["acting","matrix","hr_partner","delegate"];let v=class extends N{constructor(){super(...arguments),O(this,p),this.faults={},this.busy=!1,O(this,x,new st(this,()=>[this.person.id],([t],e)=>this.api.GET("/v1/people/{person_id}/relations",{params:{path:{person_id:t}},signal:e}))),O(this,tt,()=>{this.faults={},f(this,p,V).call(this,{draft:{kind:"acting",person:void 0,from:this.locale.format.today(),until:""}})}),O(this,nt,async()=>{const{draft:t}=this,e=this.t.hr.relation;if(t===void 0)return;const{kind:s,person:a,from:r,until:o}=t;if(this.faults={...a===void 0&&{person:e.choosePerson},...r===""&&{from:e.chooseDay},...o!==""&&o<r&&{until:e.wrongDays}},a!==void 0&&Object.keys(this.faults).length===0){const{format:n}=this.locale,T={starts_at:n.startOf(r),ends_at:o===""?null:n.startOf(o,1)};await f(this,p,et).call(this,Z=>[...Z,{kind:s,person_id:a.id,...T}],e.added)}}),O(this,lt,()=>{const{ending:t}=this,e=({kind:s,person_id:a,starts_at:r})=>s!==t?.kind||a!==t.person_id||r!==t.starts_at;return f(this,p,et).call(this,s=>s.filter(e),this.t.hr.relation.removed)})}view(){const{hr:t}=this.t,{manager:e}=this.person;return i`<gw-card heading=${t.relation.title}>
        <gw-button slot="actions" size="small" icon="plus" ?disabled=${this.person.erased_at!==null} @click=${_(this,tt)}>
          ${t.relation.add}
        </gw-button>
        <p class="muted small">${t.relation.text}</p>
        <p class="manager">
          <span class="muted">${t.relation.reportsTo}</span>
          ${e===null?t.noManager:i`<a href="#/hr/people/${e.id}">${e.display_name}</a>`}
        </p>
        ${_(this,x).show(({data:{items:s}})=>s.length===0?i`<p><strong>${t.relation.empty}.</strong> <span class="muted">${t.relation.emptyText}</span></p>`:i`<gw-table caption=${t.relation.title} .columns=${f(this,p,kt).call(this)} .rows=${s}></gw-table>`)}
      </gw-card>
      ${f(this,p,Pt).call(this)} ${f(this,p,Tt).call(this)}`}};x=new WeakMap;p=new WeakSet;kt=function(){const{relation:t}=this.t.hr;return[{id:"person",label:t.person,cell:({person:e})=>i`<gw-hr-name .person=${e}></gw-hr-name>`},{id:"kind",label:t.kind,cell:({kind:e})=>t.kinds[e]},{id:"period",label:t.period,cell:e=>f(this,p,xt).call(this,e)},{id:"end",label:"",align:"end",cell:e=>i`<gw-button
            size="small"
            variant="quiet"
            label=${`${t.end}: ${e.person.display_name}, ${t.kinds[e.kind]}`}
            @click=${()=>f(this,p,V).call(this,{ending:e})}
            >${t.end}</gw-button
          >`}]};xt=function({starts_at:t,ends_at:e}){const{hr:s}=this.t,{format:a}=this.locale,r=Date.now(),[o,n]=e!==null&&Date.parse(e)<=r?["neutral",s.relation.over]:Date.parse(t)>r?["info",s.relation.later]:["positive",s.relation.now],T=e===null?s.relation.forGood(a.date(t)):s.person.period(a.date(t),a.date(Jt(e)));return i`${T} <gw-pill tone=${o}>${n}</gw-pill>`};Pt=function(){const{hr:t,common:e}=this.t,{draft:s}=this,a=r=>this.draft=s&&{...s,...r};return i`<gw-dialog heading=${t.relation.add} ?open=${s!==void 0} @close=${()=>this.draft=void 0}>
      ${s===void 0?u:i`<gw-select
              label=${t.relation.kind}
              hint=${t.relation.about[s.kind]}
              .options=${Ft.map(r=>({value:r,label:t.relation.kinds[r]}))}
              value=${s.kind}
              @change=${r=>a({kind:F(r)})}
            ></gw-select>
            <gw-suggest
              label=${t.relation.person}
              value=${s.person?.label??""}
              .error=${this.faults.person}
              .find=${zt(this.api)}
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
      <gw-button slot="footer" variant="primary" ?busy=${this.busy} @click=${_(this,nt)}>${t.relation.add}</gw-button>
    </gw-dialog>`};Tt=function(){const{hr:t,common:e}=this.t,{ending:s}=this;return i`<gw-dialog
      heading=${t.relation.endTitle}
      ?open=${s!==void 0}
      @close=${()=>this.ending=void 0}
    >
      ${s===void 0?u:i`<p>${t.relation.endText(s.person.display_name,t.relation.kinds[s.kind])}</p>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>this.ending=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${_(this,lt)}>${t.relation.end}</gw-button>
    </gw-dialog>`};tt=new WeakMap;V=function(t){this.error=void 0,this.draft=t.draft,this.ending=t.ending};nt=new WeakMap;lt=new WeakMap;et=async function(t,e){const s=_(this,x).value;if(s===void 0||this.busy)return;this.busy=!0,this.error=void 0;const a=s.data.items.map(({kind:o,person_id:n,starts_at:T,ends_at:Z})=>({kind:o,person_id:n,starts_at:T,ends_at:Z})),r={...s.etag&&{"If-Match":s.etag}};try{const o=this.api.PUT("/v1/people/{person_id}/relations",{params:{path:{person_id:this.person.id},header:r},body:{items:t(a)}}),n=await Ht(o);n.changed?(_(this,x).value={data:n.data,etag:n.etag,response:s.response},f(this,p,V).call(this,{}),D(this,e)):(await _(this,x).reload(),D(this,this.t.common.errors.conflictText,"neutral"))}catch(o){this.error=o}finally{this.busy=!1}};v.styles=[B,L,z`
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
    `];y([G({attribute:!1})],v.prototype,"person",2);y([h()],v.prototype,"draft",2);y([h()],v.prototype,"faults",2);y([h()],v.prototype,"ending",2);y([h()],v.prototype,"busy",2);y([h()],v.prototype,"error",2);v=y([U("gw-hr-person-relations")],v);function Jt(t){return new Date(Date.parse(t)-1).toISOString()}function F(t){return t.target.value}var Kt=Object.defineProperty,Qt=Object.getOwnPropertyDescriptor,Et=t=>{throw TypeError(t)},dt=(t,e,s,a)=>{for(var r=a>1?void 0:a?Qt(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Kt(e,s,r),r},Ot=(t,e,s)=>e.has(t)||Et("Cannot "+s),Mt=(t,e,s)=>(Ot(t,e,"read from private field"),s?s.call(t):e.get(t)),ht=(t,e,s)=>e.has(t)?Et("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),A=(t,e,s)=>(Ot(t,e,"access private method"),s),I,P,Dt,Wt,Ct,Gt;let C=class extends N{constructor(){super(...arguments),ht(this,P),this.personId="",this.tab="overview",ht(this,I,new st(this,()=>[this.personId],async([t],e)=>{const[s,a]=await Promise.all([this.api.GET("/v1/people/{person_id}",{params:{path:{person_id:t}},signal:e}),this.api.GET("/v1/plans",{params:{query:{owner_id:t,limit:100}},signal:e})]);return Rt(this,s.data.display_name),{person:s.data,plans:a.data.items.filter(({status:r})=>r!=="draft")}}))}view(){const{hr:t}=this.t;return i`<gw-hr-navigation current="people"></gw-hr-navigation>
      <a class="back" href="#/hr/people"><gw-icon name="arrow-left"></gw-icon>${t.people}</a>
      ${Mt(this,I).show(({person:e,plans:s})=>A(this,P,Dt).call(this,e,s))}`}};I=new WeakMap;P=new WeakSet;Dt=function(t,e){const s=this.t.hr.person,a=["overview","relations","data"].map(o=>({id:o,label:s[o]})),r=[t.title,t.department].filter(Boolean).join(" · ");return i`<div class="person">
        <gw-avatar size="large" name=${t.display_name}></gw-avatar>
        <div>
          <h1>${t.display_name}</h1>
          ${r===""?u:i`<p class="muted">${r}</p>`}
          ${A(this,P,Wt).call(this,t)}
        </div>
      </div>
      <gw-tabs
        label=${t.display_name}
        .tabs=${a}
        selected=${this.tab}
        @select=${o=>this.tab=o.target.selected}
      >
        <div slot="overview" class="stack">${A(this,P,Ct).call(this,t)} ${A(this,P,Gt).call(this,e)}</div>
        ${this.tab==="relations"?i`<gw-hr-person-relations slot="relations" .person=${t}></gw-hr-person-relations>`:u}
        ${this.tab==="data"?i`<gw-hr-person-data slot="data" .person=${t} @changed=${()=>void Mt(this,I).reload()}></gw-hr-person-data>`:u}
      </gw-tabs>`};Wt=function({active:t,erased_at:e}){const{person:s}=this.t.hr;return e!==null?i`<gw-pill icon="trash">${s.erased(this.locale.format.date(e))}</gw-pill>`:t?u:i`<gw-pill icon="lock">${s.inactive}</gw-pill>`};Ct=function(t){const{hr:e}=this.t,s=e.person,a=(o,n)=>i`<div><dt>${o}</dt><dd>${n??s.none}</dd></div>`,r=t.manager===null?e.noManager:i`<a href="#/hr/people/${t.manager.id}">${t.manager.display_name}</a>`;return i`<gw-card heading=${s.directory}>
      <dl class="facts">
        ${a(e.manager,r)} ${a(e.department,t.department)} ${a(s.userName,t.user_name)}
        ${a(s.externalId,t.external_id)} ${a(s.email,t.email)} ${a(s.timeZone,t.time_zone)}
        ${a(s.changed,`${this.locale.format.date(t.updated_at)}, ${s.source[t.source]}`)}
      </dl>
      <div slot="footer" class="row spread small">
        <span class="muted">${s.directoryNote}</span>
        <a href="#/hr/audit/${t.id}">${s.audit}</a>
      </div>
    </gw-card>`};Gt=function(t){const{hr:e}=this.t,{format:s}=this.locale;return i`<gw-card heading=${e.person.plans}>
      ${t.length===0?i`<p><strong>${e.person.noPlans}.</strong> <span class="muted">${e.person.noPlansText}</span></p>`:t.map(a=>i`<div class="plan">
              <div>
                <a href="#/plan/${a.id}">${a.title}</a>
                <p class="muted small">
                  ${e.person.period(s.date(a.starts_on),s.date(a.ends_on))}${a.shared_at===null?u:` · ${e.person.sharedOn(s.date(a.shared_at))}`}
                </p>
              </div>
              <gw-status plan=${a.status}></gw-status>
              <gw-progress show-value value=${a.progress_percent??0} label=${`${e.list.progress}: ${a.title}`}></gw-progress>
            </div>`)}
    </gw-card>`};C.styles=[B,L,At,z`
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
    `];dt([G({attribute:"person-id"})],C.prototype,"personId",2);dt([h()],C.prototype,"tab",2);C=dt([U("groundwork-hr-person")],C);export{C as GroundworkHrPerson};
