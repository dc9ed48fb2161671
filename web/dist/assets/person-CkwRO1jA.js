import{i as R,A as g,b as o}from"./tokens-CJCdtVT4.js";import{b as I,n as m,g as Bt,e as z,l as V,r as h,G as Z,t as S,P as Nt,x as Ut}from"./menu-oLYlwzUy.js";import{L as ot}from"./loading-DPKWGxZQ.js";import{s as qt}from"./board-Bp-gjfrj.js";import"./card-KF2Afm_M.js";import{h as Vt}from"./navigation-DUs7WSnR.js";import"./field-BzxLhcae.js";import{d as Zt,f as Ft}from"./suggest-Cye45Agd.js";import"./table-B9w356Fv.js";import"./name-Sn9ibPGE.js";import"./session--EGqrJQM.js";var Jt=Object.defineProperty,Kt=Object.getOwnPropertyDescriptor,$t=t=>{throw TypeError(t)},F=(t,e,s,a)=>{for(var r=a>1?void 0:a?Kt(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Jt(e,s,r),r},Qt=(t,e,s)=>e.has(t)||$t("Cannot "+s),Xt=(t,e,s)=>e.has(t)?$t("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),W=(t,e,s)=>(Qt(t,e,"access private method"),s),_,nt,lt,ft;let O=class extends Bt{constructor(){super(...arguments),Xt(this,_),this.tabs=[],this.selected="",this.label=""}render(){const t=W(this,_,nt).call(this);return o`
      <div role="tablist" part="tabs" aria-label=${this.label} @keydown=${W(this,_,ft)}>
        ${this.tabs.map(({id:e,label:s,count:a})=>o`<button
            role="tab"
            type="button"
            id="tab-${e}"
            part="tab"
            aria-selected=${e===t?"true":"false"}
            aria-controls="panel"
            tabindex=${e===t?0:-1}
            @click=${()=>W(this,_,lt).call(this,e)}
          >
            ${s}${a===void 0?g:o`<span class="count">${this.locale.format.number(a)}</span>`}
          </button>`)}
      </div>
      <div role="tabpanel" id="panel" part="panel" aria-labelledby="tab-${t}"><slot name=${t}></slot></div>
    `}};_=new WeakSet;nt=function(){return this.tabs.some(({id:t})=>t===this.selected)?this.selected:this.tabs[0]?.id??""};lt=function(t){t!==this.selected&&(this.selected=t,this.dispatchEvent(new Event("select")))};ft=async function(t){const e=this.matches(":dir(rtl)")?"ArrowLeft":"ArrowRight",s=this.matches(":dir(rtl)")?"ArrowRight":"ArrowLeft",a=this.tabs.findIndex(({id:n})=>n===W(this,_,nt).call(this)),r={[e]:a+1,[s]:a-1,Home:0,End:this.tabs.length-1}[t.key],i=r===void 0?void 0:this.tabs[(r+this.tabs.length)%this.tabs.length];i!==void 0&&(t.preventDefault(),W(this,_,lt).call(this,i.id),await this.updateComplete,this.renderRoot.querySelector(`#tab-${CSS.escape(i.id)}`)?.focus())};O.styles=[I,R`
      [role="tablist"] {
        display: flex;
        gap: var(--groundwork-space-5);
        overflow-x: auto;
        border-block-end: 1px solid var(--groundwork-line);
        scrollbar-width: none;
      }
      button {
        display: inline-flex;
        gap: var(--groundwork-space-2);
        align-items: center;
        min-block-size: 2.75rem;
        padding: 0;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        color: var(--groundwork-text-muted);
        font-weight: 560;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        color: var(--groundwork-text);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      button[aria-selected="true"] {
        border-color: var(--groundwork-accent);
        color: var(--groundwork-text);
      }
      .count {
        padding: 0 0.45em;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
        font-variant-numeric: tabular-nums;
      }
      [role="tabpanel"] {
        padding-block-start: var(--groundwork-space-5);
      }
    `];F([m({attribute:!1})],O.prototype,"tabs",2);F([m()],O.prototype,"selected",2);F([m()],O.prototype,"label",2);O=F([z("gw-tabs")],O);var Yt=Object.defineProperty,jt=Object.getOwnPropertyDescriptor,vt=t=>{throw TypeError(t)},b=(t,e,s,a)=>{for(var r=a>1?void 0:a?jt(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&Yt(e,s,r),r},te=(t,e,s)=>e.has(t)||vt("Cannot "+s),M=(t,e,s)=>(te(t,e,"read from private field"),s?s.call(t):e.get(t)),Q=(t,e,s)=>e.has(t)?vt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),L,Y,B,j;let w=class extends Z{constructor(){super(...arguments),Q(this,L),this.open=!1,this.reason="",this.typed="",this.wasTried=!1,this.busy=!1,Q(this,B,()=>{this.typed="",this.wasTried=!1,this.error=void 0,this.dispatchEvent(new Event("close"))}),Q(this,j,async()=>{const{reason:t}=this;if(this.wasTried=!0,!(t===""||!M(this,L,Y)||this.busy)){this.busy=!0,this.error=void 0;try{const{data:e}=await this.api.POST("/v1/people/{person_id}/erase",{params:{path:{person_id:this.person.id}},body:{reason:t,confirm:this.typed.trim()}});this.dispatchEvent(new CustomEvent("erased",{detail:e}))}catch(e){this.error=e}finally{this.busy=!1}}})}view(){const{common:t,hr:e}=this.t,s=e.erase,a=Object.entries(s.reasons).map(([i,n])=>({value:i,label:n})),{user_name:r}=this.person;return o`<gw-dialog heading=${s.confirmTitle(this.person.display_name)} ?open=${this.open} @close=${M(this,B)}>
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
        .error=${this.wasTried&&!M(this,L,Y)?s.nameWrong(r):void 0}
        @input=${i=>this.typed=i.target.value}
      ></gw-text-field>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${M(this,B)}>${t.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" icon="trash" ?busy=${this.busy} @click=${M(this,j)}>${s.confirm}</gw-button>
    </gw-dialog>`}};L=new WeakSet;Y=function(){return this.typed.trim()===this.person.user_name};B=new WeakMap;j=new WeakMap;w.styles=[I,V,R`
      dt {
        font-weight: 600;
      }
      dd + dt {
        margin-block-start: var(--groundwork-space-3);
      }
    `];b([m({attribute:!1})],w.prototype,"person",2);b([m({type:Boolean})],w.prototype,"open",2);b([h()],w.prototype,"reason",2);b([h()],w.prototype,"typed",2);b([h()],w.prototype,"wasTried",2);b([h()],w.prototype,"busy",2);b([h()],w.prototype,"error",2);w=b([z("gw-hr-erase-dialog")],w);var ee=Object.defineProperty,se=Object.getOwnPropertyDescriptor,mt=t=>{throw TypeError(t)},$=(t,e,s,a)=>{for(var r=a>1?void 0:a?se(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&ee(e,s,r),r},bt=(t,e,s)=>e.has(t)||mt("Cannot "+s),u=(t,e,s)=>(bt(t,e,"read from private field"),s?s.call(t):e.get(t)),x=(t,e,s)=>e.has(t)?mt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),d=(t,e,s)=>(bt(t,e,"access private method"),s),A,l,_t,yt,kt,xt,Pt,Et,tt,Tt,P,G,dt,ht,ct,et,N,st,at;let c=class extends Z{constructor(){super(...arguments),x(this,l),this.reasons={unlink:"",hold:""},this.isReasonMissing=!1,this.busy=!1,this.exporting=!1,x(this,A,new ot(this,()=>[this.person.id],async([t],e)=>{const[s,a]=await Promise.all([d(this,l,_t).call(this,t,e),this.api.me()]);return{hold:s,isOneself:a.person?.id===t}})),x(this,dt,()=>d(this,l,N).call(this,this.reasons.unlink,this.t.hr.identity.done,async t=>{await this.api.POST("/v1/people/{person_id}/unlink-identity",{params:u(this,l,G),body:{reason:t}}),this.reasons={...this.reasons,unlink:""},this.dispatchEvent(new Event("changed"))})),x(this,ht,()=>d(this,l,N).call(this,this.reasons.hold,this.t.hr.hold.placed,async t=>{const{data:e}=await this.api.PUT("/v1/people/{person_id}/legal-hold",{params:u(this,l,G),body:{reason:t}});this.reasons={...this.reasons,hold:""},d(this,l,et).call(this,e)})),x(this,ct,()=>d(this,l,N).call(this,void 0,this.t.hr.hold.released,async()=>{await this.api.DELETE("/v1/people/{person_id}/legal-hold",{params:u(this,l,G)}),d(this,l,et).call(this,void 0)})),x(this,at,t=>{this.asked=void 0,this.proof=t.detail,this.person={...this.person,erased_at:t.detail.erased_at},S(this,this.t.hr.erase.done),this.dispatchEvent(new Event("changed"))})}view(){return this.person.erased_at!==null?d(this,l,yt).call(this):u(this,A).show(({hold:t,isOneself:e})=>o`<div class="stack">
          ${d(this,l,kt).call(this)} ${d(this,l,xt).call(this)} ${d(this,l,Pt).call(this,t)} ${d(this,l,Et).call(this,t,e)}
        </div>
        ${d(this,l,tt).call(this,"unlink")} ${d(this,l,tt).call(this,"hold")} ${d(this,l,Tt).call(this)}
        <gw-hr-erase-dialog
          .person=${this.person}
          ?open=${this.asked==="erase"}
          @close=${()=>this.asked=void 0}
          @erased=${u(this,at)}
        ></gw-hr-erase-dialog>`)}};A=new WeakMap;l=new WeakSet;_t=async function(t,e){try{return(await this.api.GET("/v1/people/{person_id}/legal-hold",{params:{path:{person_id:t}},signal:e})).data}catch(s){if(s instanceof Nt&&s.status===404)return;throw s}};yt=function(){const{erase:t}=this.t.hr,{proof:e}=this;return o`<gw-card heading=${t.title}>
      <p>${t.gone}</p>
      ${e===void 0?g:o`<p class="action" role="status">
            <strong>${t.proof}.</strong> ${t.proofText(e.id,this.locale.format.time(e.erased_at))}
          </p>`}
    </gw-card>`};kt=function(){const{identity:t}=this.t.hr;return o`<gw-card heading=${t.title}>
      <p class="muted">${t.text}</p>
      <gw-button class="action" @click=${()=>d(this,l,P).call(this,"unlink")}>${t.unlink}</gw-button>
    </gw-card>`};xt=function(){const t=this.t.hr.export;return o`<gw-card heading=${t.title}>
      <p class="muted">${t.text}</p>
      <div class="row action">
        <gw-button icon="download" ?busy=${this.exporting} @click=${()=>d(this,l,st).call(this,"application/json")}>
          ${t.data}
        </gw-button>
        <gw-button icon="download" ?busy=${this.exporting} @click=${()=>d(this,l,st).call(this,"text/html")}>${t.page}</gw-button>
      </div>
      ${this.exportError===void 0?g:o`<gw-error class="action" inline no-retry .error=${this.exportError}></gw-error>`}
    </gw-card>`};Pt=function(t){const e=this.t.hr.hold;return o`<gw-card heading=${e.title}>
      ${t===void 0?o`<p class="muted">${e.none}</p>
            <gw-button class="action" @click=${()=>d(this,l,P).call(this,"hold")}>${e.place}</gw-button>`:o`<gw-pill slot="lead" tone="caution" icon="lock">${e.active}</gw-pill>
            <p>${t.reason}</p>
            <p class="muted small">${e.since(this.locale.format.date(t.placed_at))}</p>
            <div class="row action">
              <gw-button @click=${()=>d(this,l,P).call(this,"hold",t.reason)}>${e.change}</gw-button>
              <gw-button variant="danger" @click=${()=>d(this,l,P).call(this,"release")}>${e.release}</gw-button>
            </div>`}
    </gw-card>`};Et=function(t,e){const{erase:s}=this.t.hr,a=e?s.own:t===void 0?void 0:s.held;return o`<gw-card heading=${s.title}>
      <p class="muted">${s.text}</p>
      ${a===void 0?o`<gw-button class="action" variant="danger" icon="trash" @click=${()=>d(this,l,P).call(this,"erase")}>${s.button}</gw-button>`:o`<p class="action"><gw-icon name="lock"></gw-icon> ${a}</p>`}
    </gw-card>`};tt=function(t){const{hr:e,common:s}=this.t,a=t==="unlink"?{...e.identity,heading:e.identity.confirmTitle(this.person.display_name),submit:e.identity.unlink}:{...e.hold,heading:e.hold.title,submit:e.hold.place,effects:[]};return o`<gw-dialog heading=${a.heading} ?open=${this.asked===t} @close=${()=>this.asked=void 0}>
      ${a.effects.length===0?g:o`<ul>${a.effects.map(r=>o`<li>${r}</li>`)}</ul>`}
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
        @click=${t==="unlink"?u(this,dt):u(this,ht)}
        >${a.submit}</gw-button
      >
    </gw-dialog>`};Tt=function(){const{hr:t,common:e}=this.t;return o`<gw-dialog heading=${t.hold.releaseTitle} ?open=${this.asked==="release"} @close=${()=>this.asked=void 0}>
      <p>${t.hold.releaseText}</p>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${()=>this.asked=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${u(this,ct)}>${t.hold.release}</gw-button>
    </gw-dialog>`};P=function(t,e){this.asked=t,this.error=void 0,this.isReasonMissing=!1,e!==void 0&&this.reasons.hold===""&&(this.reasons={...this.reasons,hold:e})};G=function(){return{path:{person_id:this.person.id}}};dt=new WeakMap;ht=new WeakMap;ct=new WeakMap;et=function(t){u(this,A).value={isOneself:u(this,A).value?.isOneself??!1,hold:t}};N=async function(t,e,s){if(this.isReasonMissing=t?.trim()==="",!(this.busy||this.isReasonMissing)){this.busy=!0,this.error=void 0;try{await s(t??""),this.asked=void 0,S(this,e)}catch(a){this.error=a}finally{this.busy=!1}}};st=async function(t){if(!this.exporting){this.exporting=!0,this.exportError=void 0;try{const{data:e}=await this.api.POST("/v1/people/{person_id}/export",{params:u(this,l,G),headers:{Accept:t},body:{},parseAs:"blob"});Zt(e,`${this.person.external_id}.${t==="text/html"?"html":"json"}`),S(this,this.t.hr.export.done)}catch(e){this.exportError=e}finally{this.exporting=!1}}};at=new WeakMap;c.styles=[I,V,R`
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
    `];$([m({attribute:!1})],c.prototype,"person",2);$([h()],c.prototype,"asked",2);$([h()],c.prototype,"reasons",2);$([h()],c.prototype,"isReasonMissing",2);$([h()],c.prototype,"busy",2);$([h()],c.prototype,"exporting",2);$([h()],c.prototype,"exportError",2);$([h()],c.prototype,"error",2);$([h()],c.prototype,"proof",2);c=$([z("gw-hr-person-data")],c);var ae=Object.defineProperty,re=Object.getOwnPropertyDescriptor,Ot=t=>{throw TypeError(t)},k=(t,e,s,a)=>{for(var r=a>1?void 0:a?re(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&ae(e,s,r),r},Dt=(t,e,s)=>e.has(t)||Ot("Cannot "+s),y=(t,e,s)=>(Dt(t,e,"read from private field"),s?s.call(t):e.get(t)),C=(t,e,s)=>e.has(t)?Ot("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),f=(t,e,s)=>(Dt(t,e,"access private method"),s),E,p,Mt,Ct,Wt,Gt,rt,J,pt,ut,it;const ie=["acting","matrix","hr_partner","delegate"];let v=class extends Z{constructor(){super(...arguments),C(this,p),this.faults={},this.busy=!1,C(this,E,new ot(this,()=>[this.person.id],([t],e)=>this.api.GET("/v1/people/{person_id}/relations",{params:{path:{person_id:t}},signal:e}))),C(this,rt,()=>{this.faults={},f(this,p,J).call(this,{draft:{kind:"acting",person:void 0,from:this.locale.format.today(),until:""}})}),C(this,pt,async()=>{const{draft:t}=this,e=this.t.hr.relation;if(t===void 0)return;const{kind:s,person:a,from:r,until:i}=t;if(this.faults={...a===void 0&&{person:e.choosePerson},...r===""&&{from:e.chooseDay},...i!==""&&i<r&&{until:e.wrongDays}},a!==void 0&&Object.keys(this.faults).length===0){const{format:n}=this.locale,D={starts_at:n.startOf(r),ends_at:i===""?null:n.startOf(i,1)};await f(this,p,it).call(this,K=>[...K,{kind:s,person_id:a.id,...D}],e.added)}}),C(this,ut,()=>{const{ending:t}=this,e=({kind:s,person_id:a,starts_at:r})=>s!==t?.kind||a!==t.person_id||r!==t.starts_at;return f(this,p,it).call(this,s=>s.filter(e),this.t.hr.relation.removed)})}view(){const{hr:t}=this.t,{manager:e}=this.person;return o`<gw-card heading=${t.relation.title}>
        <gw-button slot="actions" size="small" icon="plus" ?disabled=${this.person.erased_at!==null} @click=${y(this,rt)}>
          ${t.relation.add}
        </gw-button>
        <p class="muted small">${t.relation.text}</p>
        <p class="manager">
          <span class="muted">${t.relation.reportsTo}</span>
          ${e===null?t.noManager:o`<a href="#/hr/people/${e.id}">${e.display_name}</a>`}
        </p>
        ${y(this,E).show(({data:{items:s}})=>s.length===0?o`<p><strong>${t.relation.empty}.</strong> <span class="muted">${t.relation.emptyText}</span></p>`:o`<gw-table caption=${t.relation.title} .columns=${f(this,p,Mt).call(this)} .rows=${s}></gw-table>`)}
      </gw-card>
      ${f(this,p,Wt).call(this)} ${f(this,p,Gt).call(this)}`}};E=new WeakMap;p=new WeakSet;Mt=function(){const{relation:t}=this.t.hr;return[{id:"person",label:t.person,cell:({person:e})=>o`<gw-hr-name .person=${e}></gw-hr-name>`},{id:"kind",label:t.kind,cell:({kind:e})=>t.kinds[e]},{id:"period",label:t.period,cell:e=>f(this,p,Ct).call(this,e)},{id:"end",label:"",align:"end",cell:e=>o`<gw-button
            size="small"
            variant="quiet"
            label=${`${t.end}: ${e.person.display_name}, ${t.kinds[e.kind]}`}
            @click=${()=>f(this,p,J).call(this,{ending:e})}
            >${t.end}</gw-button
          >`}]};Ct=function({starts_at:t,ends_at:e}){const{hr:s}=this.t,{format:a}=this.locale,r=Date.now(),[i,n]=e!==null&&Date.parse(e)<=r?["neutral",s.relation.over]:Date.parse(t)>r?["info",s.relation.later]:["positive",s.relation.now],D=e===null?s.relation.forGood(a.date(t)):s.person.period(a.date(t),a.date(oe(e)));return o`${D} <gw-pill tone=${i}>${n}</gw-pill>`};Wt=function(){const{hr:t,common:e}=this.t,{draft:s}=this,a=r=>this.draft=s&&{...s,...r};return o`<gw-dialog heading=${t.relation.add} ?open=${s!==void 0} @close=${()=>this.draft=void 0}>
      ${s===void 0?g:o`<gw-select
              label=${t.relation.kind}
              hint=${t.relation.about[s.kind]}
              .options=${ie.map(r=>({value:r,label:t.relation.kinds[r]}))}
              value=${s.kind}
              @change=${r=>a({kind:X(r)})}
            ></gw-select>
            <gw-hr-suggest
              label=${t.relation.person}
              value=${s.person?.label??""}
              .error=${this.faults.person}
              .find=${Ft(this.api)}
              @pick=${({detail:r})=>a({person:r})}
            ></gw-hr-suggest>
            <div class="days">
              <gw-text-field
                type="date"
                label=${t.relation.from}
                value=${s.from}
                .error=${this.faults.from}
                @change=${r=>a({from:X(r)})}
              ></gw-text-field>
              <gw-text-field
                type="date"
                label=${t.relation.until}
                hint=${t.relation.untilHint}
                value=${s.until}
                .error=${this.faults.until}
                @change=${r=>a({until:X(r)})}
              ></gw-text-field>
            </div>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>this.draft=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy} @click=${y(this,pt)}>${t.relation.add}</gw-button>
    </gw-dialog>`};Gt=function(){const{hr:t,common:e}=this.t,{ending:s}=this;return o`<gw-dialog
      heading=${t.relation.endTitle}
      ?open=${s!==void 0}
      @close=${()=>this.ending=void 0}
    >
      ${s===void 0?g:o`<p>${t.relation.endText(s.person.display_name,t.relation.kinds[s.kind])}</p>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${()=>this.ending=void 0}>${e.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${y(this,ut)}>${t.relation.end}</gw-button>
    </gw-dialog>`};rt=new WeakMap;J=function(t){this.error=void 0,this.draft=t.draft,this.ending=t.ending};pt=new WeakMap;ut=new WeakMap;it=async function(t,e){const s=y(this,E).value;if(s===void 0||this.busy)return;this.busy=!0,this.error=void 0;const a=s.data.items.map(({kind:i,person_id:n,starts_at:D,ends_at:K})=>({kind:i,person_id:n,starts_at:D,ends_at:K})),r={...s.etag&&{"If-Match":s.etag}};try{const i=this.api.PUT("/v1/people/{person_id}/relations",{params:{path:{person_id:this.person.id},header:r},body:{items:t(a)}}),n=await Ut(i);n.changed?(y(this,E).value={data:n.data,etag:n.etag,response:s.response},f(this,p,J).call(this,{}),S(this,e)):(await y(this,E).reload(),S(this,this.t.common.errors.conflictText,"neutral"))}catch(i){this.error=i}finally{this.busy=!1}};v.styles=[I,V,R`
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
    `];k([m({attribute:!1})],v.prototype,"person",2);k([h()],v.prototype,"draft",2);k([h()],v.prototype,"faults",2);k([h()],v.prototype,"ending",2);k([h()],v.prototype,"busy",2);k([h()],v.prototype,"error",2);v=k([z("gw-hr-person-relations")],v);function oe(t){return new Date(Date.parse(t)-1).toISOString()}function X(t){return t.target.value}var ne=Object.defineProperty,le=Object.getOwnPropertyDescriptor,St=t=>{throw TypeError(t)},gt=(t,e,s,a)=>{for(var r=a>1?void 0:a?le(e,s):e,i=t.length-1,n;i>=0;i--)(n=t[i])&&(r=(a?n(e,s,r):n(r))||r);return a&&r&&ne(e,s,r),r},At=(t,e,s)=>e.has(t)||St("Cannot "+s),Ht=(t,e,s)=>(At(t,e,"read from private field"),s?s.call(t):e.get(t)),wt=(t,e,s)=>e.has(t)?St("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),U=(t,e,s)=>(At(t,e,"access private method"),s),q,T,Rt,It,zt,Lt;let H=class extends Z{constructor(){super(...arguments),wt(this,T),this.personId="",this.tab="overview",wt(this,q,new ot(this,()=>[this.personId],async([t],e)=>{const[s,a]=await Promise.all([this.api.GET("/v1/people/{person_id}",{params:{path:{person_id:t}},signal:e}),this.api.GET("/v1/plans",{params:{query:{owner_id:t,limit:100}},signal:e})]);return qt(this,s.data.display_name),{person:s.data,plans:a.data.items.filter(({status:r})=>r!=="draft")}}))}view(){const{hr:t}=this.t;return o`<gw-hr-navigation current="people"></gw-hr-navigation>
      <a class="back" href="#/hr/people"><gw-icon name="arrow-left"></gw-icon>${t.people}</a>
      ${Ht(this,q).show(({person:e,plans:s})=>U(this,T,Rt).call(this,e,s))}`}};q=new WeakMap;T=new WeakSet;Rt=function(t,e){const s=this.t.hr.person,a=["overview","relations","data"].map(i=>({id:i,label:s[i]})),r=[t.title,t.department].filter(Boolean).join(" · ");return o`<div class="person">
        <gw-avatar size="large" name=${t.display_name}></gw-avatar>
        <div>
          <h1>${t.display_name}</h1>
          ${r===""?g:o`<p class="muted">${r}</p>`}
          ${U(this,T,It).call(this,t)}
        </div>
      </div>
      <gw-tabs
        label=${t.display_name}
        .tabs=${a}
        selected=${this.tab}
        @select=${i=>this.tab=i.target.selected}
      >
        <div slot="overview" class="stack">${U(this,T,zt).call(this,t)} ${U(this,T,Lt).call(this,e)}</div>
        ${this.tab==="relations"?o`<gw-hr-person-relations slot="relations" .person=${t}></gw-hr-person-relations>`:g}
        ${this.tab==="data"?o`<gw-hr-person-data slot="data" .person=${t} @changed=${()=>void Ht(this,q).reload()}></gw-hr-person-data>`:g}
      </gw-tabs>`};It=function({active:t,erased_at:e}){const{person:s}=this.t.hr;return e!==null?o`<gw-pill icon="trash">${s.erased(this.locale.format.date(e))}</gw-pill>`:t?g:o`<gw-pill icon="lock">${s.inactive}</gw-pill>`};zt=function(t){const{hr:e}=this.t,s=e.person,a=(i,n)=>o`<div><dt>${i}</dt><dd>${n??s.none}</dd></div>`,r=t.manager===null?e.noManager:o`<a href="#/hr/people/${t.manager.id}">${t.manager.display_name}</a>`;return o`<gw-card heading=${s.directory}>
      <dl class="facts">
        ${a(e.manager,r)} ${a(e.department,t.department)} ${a(s.userName,t.user_name)}
        ${a(s.externalId,t.external_id)} ${a(s.email,t.email)} ${a(s.timeZone,t.time_zone)}
        ${a(s.changed,`${this.locale.format.date(t.updated_at)}, ${s.source[t.source]}`)}
      </dl>
      <div slot="footer" class="row spread small">
        <span class="muted">${s.directoryNote}</span>
        <a href="#/hr/audit/${t.id}">${s.audit}</a>
      </div>
    </gw-card>`};Lt=function(t){const{hr:e}=this.t,{format:s}=this.locale;return o`<gw-card heading=${e.person.plans}>
      ${t.length===0?o`<p><strong>${e.person.noPlans}.</strong> <span class="muted">${e.person.noPlansText}</span></p>`:t.map(a=>o`<div class="plan">
              <div>
                <a href="#/plan/${a.id}">${a.title}</a>
                <p class="muted small">
                  ${e.person.period(s.date(a.starts_on),s.date(a.ends_on))}${a.shared_at===null?g:` · ${e.person.sharedOn(s.date(a.shared_at))}`}
                </p>
              </div>
              <gw-status plan=${a.status}></gw-status>
              <gw-progress show-value value=${a.progress_percent??0} label=${`${e.list.progress}: ${a.title}`}></gw-progress>
            </div>`)}
    </gw-card>`};H.styles=[I,V,Vt,R`
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
    `];gt([m({attribute:"person-id"})],H.prototype,"personId",2);gt([h()],H.prototype,"tab",2);H=gt([z("groundwork-hr-person")],H);export{H as GroundworkHrPerson};
