import{i as b,_ as Ye,b as n,A as p}from"./tokens-BHm-NQ-a.js";import{b as k,l as V,n as u,G as B,e as x,a as J,r as v,t as re,d as fe}from"./keyed-B3djp2YV.js";import"./tabs-BHaaiGr6.js";import{L as oe}from"./loading-C0IjG4Yb.js";import"./card-BMW0A7DP.js";import"./field-CFRL2lVk.js";import{d as Ze}from"./download-Dy9FgwXI.js";import"./table-XbN706N-.js";import"./disclosure-Qm-eBJ5U.js";const ke=["people","promises","history"],xe=["none","draft","shared","agreed","completed"],qe=["-overdue","next_due","progress","-progress","last_progress","-last_progress","name","-name","overdue","-next_due"],Pe=["awaiting_me","late","blocked"],je=["reports","subtree"],et=["week","month"];function C(e){const t=new URLSearchParams(e),s=(a,o)=>o.find(i=>i===t.get(a)),r=Number(t.get("silent_days"));return{view:s("view",ke)??"people",scope:s("scope",je)??"reports",sort:s("sort",qe)??"-overdue",interval:s("interval",et)??"week",status:s("status",xe),department:t.get("department")||void 0,silent_days:Number.isInteger(r)&&r>0&&r<=3650?r:void 0,awaiting_me:t.get("awaiting_me")==="true",late:t.get("late")==="true",blocked:t.get("blocked")==="true"}}const tt=C("");function st(e){const t=new URLSearchParams;for(const[s,r]of Object.entries(e))r!==void 0&&r!==tt[s]&&t.set(s,String(r));return t.toString()}function ie({scope:e,sort:t,status:s,department:r,silent_days:a,...o}){return{scope:e,sort:t,status:s,department:r,silent_days:a,awaiting_me:o.awaiting_me||void 0,late:o.late||void 0,blocked:o.blocked||void 0}}const at=e=>Pe.some(t=>e[t])||[e.status,e.department,e.silent_days].some(t=>t!==void 0),U={awaiting_me:!1,late:!1,blocked:!1,status:void 0,department:void 0,silent_days:void 0};var rt=Object.defineProperty,ot=Object.getOwnPropertyDescriptor,Oe=e=>{throw TypeError(e)},ne=(e,t,s,r)=>{for(var a=r>1?void 0:r?ot(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&rt(t,s,a),a},Te=(e,t,s)=>t.has(e)||Oe("Cannot "+s),it=(e,t,s)=>(Te(e,t,"read from private field"),s?s.call(e):t.get(e)),_e=(e,t,s)=>t.has(e)?Oe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),nt=(e,t,s)=>(Te(e,t,"access private method"),s),Y,Z,Ce;let G=class extends B{constructor(){super(...arguments),_e(this,Z),this.personId="",this.query=C(""),_e(this,Y,new oe(this,()=>[this.personId,this.query.interval,this.query.scope],async([e,t,s],r)=>{const a=e||(await this.api.me()).person?.id;if(a===void 0)return;const o={path:{person_id:a},query:{interval:t,scope:s}},[{data:i}]=await Promise.all([this.api.GET("/v1/people/{person_id}/team-progress/history",{params:o,signal:r}),Ye(()=>import("./chart-VSR8b82t.js"),[])]);return i}))}view(){const{team:e}=this.t,t=s=>r=>this.dispatchEvent(new CustomEvent("query",{detail:{[s]:r.target.value}}));return n`<div class="stack">
      <div class="row spread head">
        <p>${e.historyText}</p>
        <div class="selects">
          <gw-select
            label=${e.interval}
            .options=${["week","month"].map(s=>({value:s,label:e.intervals[s]}))}
            .value=${this.query.interval}
            @change=${t("interval")}
          ></gw-select>
          <gw-select
            label=${e.scope}
            .options=${["reports","subtree"].map(s=>({value:s,label:e.scopes[s]}))}
            .value=${this.query.scope}
            @change=${t("scope")}
          ></gw-select>
        </div>
      </div>
      ${it(this,Y).show(s=>nt(this,Z,Ce).call(this,s))}
    </div>`}};Y=new WeakMap;Z=new WeakSet;Ce=function(e){const{team:t}=this.t,{format:s}=this.locale,r=e?.items??[];return r.every(({total:a})=>a===0)?n`<gw-empty icon="chart" heading=${t.historyEmpty} text=${t.historyEmptyText}></gw-empty>`:n`<gw-card>
      <div class="stack">
        <gw-team-chart .items=${r}></gw-team-chart>
        <div class="figures" role="region" aria-label=${t.historyCaption} tabindex="0">
          <table>
            <caption class="visually-hidden">${t.historyCaption}</caption>
            <thead>
              <tr>
                <th scope="col">${t.period}</th>
                <th scope="col">${t.planned}</th>
                <th scope="col">${t.finished}</th>
                <th scope="col">${t.overdue}</th>
                <th scope="col">${t.progress}</th>
              </tr>
            </thead>
            <tbody>
              ${r.toReversed().map(({to:a,planned:o,done:i,overdue:l,progress_percent:h})=>n`<tr>
                  <th scope="row">${s.date(a,{day:"numeric",month:"short"})}</th>
                  <td>${s.number(o)}</td>
                  <td>${s.number(i)}</td>
                  <td>${s.number(l)}</td>
                  <td>${s.percent(h)}</td>
                </tr>`)}
            </tbody>
          </table>
        </div>
      </div>
    </gw-card>`};G.styles=[k,V,b`
      :host {
        container-type: inline-size;
      }
      .head p {
        max-inline-size: var(--groundwork-measure);
        color: var(--groundwork-text-muted);
      }
      .selects {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-4);
      }
      gw-select {
        inline-size: 10rem;
      }
      /* Words of some languages are too long for a telephone. */
      .figures {
        overflow-x: auto;
      }
      tbody th {
        white-space: nowrap;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--groundwork-text-s);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--groundwork-space-2);
        border-block-end: 1px solid var(--groundwork-line);
        font-weight: 400;
        text-align: end;
      }
      th:first-child {
        padding-inline-start: 0;
        text-align: start;
      }
      td:last-child,
      th:last-child {
        padding-inline-end: 0;
      }
      thead th {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        vertical-align: bottom;
      }
      @container (inline-size < 28rem) {
        th,
        td {
          padding-inline: var(--groundwork-space-1);
        }
      }
    `];ne([u({attribute:"person-id"})],G.prototype,"personId",2);ne([u({attribute:!1})],G.prototype,"query",2);G=ne([x("gw-team-history")],G);var lt=Object.defineProperty,ct=Object.getOwnPropertyDescriptor,q=(e,t,s,r)=>{for(var a=r>1?void 0:r?ct(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&lt(t,s,a),a};function L({awaiting:e}){return e.includes("feedback")?"feedback":"manager_agreement"}let M=class extends J{constructor(){super(...arguments),this.base=""}render(){const{person:e,plan_id:t,manager:s,figures_only:r}=this.row,{team:a}=this.t,o=e.display_name;return n`<gw-avatar name=${o}></gw-avatar>
      <div>
        ${t===null?n`<bdi class="name">${o}</bdi>`:n`<a class="name" href="${this.base}#/plan/${t}"><bdi>${o}</bdi></a>`}
        ${e.title?n`<bdi class="small muted">${e.title}</bdi>`:p}
        ${r&&s?n`<span class="small muted">
              <a href="${this.base}#/team/${s.id}">${a.reportsTo(s.display_name)}</a>
            </span>`:p}
      </div>`}};M.styles=[k,b`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 0;
      }
      div {
        min-inline-size: 0;
        max-inline-size: 20rem;
      }
      .name {
        font-weight: 560;
        overflow-wrap: anywhere;
      }
      a.name {
        color: var(--groundwork-text);
        text-decoration-color: var(--groundwork-line-strong);
      }
      a.name:hover {
        color: var(--groundwork-accent);
      }
      .small {
        display: block;
        overflow-wrap: anywhere;
        font-weight: 400;
      }
    `];q([u({attribute:!1})],M.prototype,"row",2);q([u()],M.prototype,"base",2);M=q([x("gw-team-name")],M);let W=class extends J{constructor(){super(...arguments),this.mine=!1}render(){const{plan_status:e,awaiting:t,figures_only:s}=this.row,{team:r}=this.t,[a]=t,o=L(this.row)==="feedback"?r.awaitsResponse:r.awaitsAgreement,i=this.mine?o:a&&r.awaited[a];return n`${e===null?n`<gw-pill>${r.noPlan}</gw-pill>`:n`<gw-status plan=${e}></gw-status>`}
    ${i&&e!=="draft"?n`<span class="small ${this.mine?"mine":"muted"}">${i}</span>`:p}
    ${s?n`<span class="small muted">${r.figuresOnly}</span>`:p}`}};W.styles=[k,b`
      :host {
        display: grid;
        justify-items: start;
        gap: var(--groundwork-space-1);
      }
      .small {
        max-inline-size: 14rem;
      }
      .mine {
        color: var(--groundwork-accent);
        font-weight: 560;
      }
      @container (inline-size < 40rem) {
        :host {
          justify-items: end;
          text-align: end;
        }
      }
    `];q([u({attribute:!1})],W.prototype,"row",2);q([u({type:Boolean})],W.prototype,"mine",2);W=q([x("gw-team-state")],W);let H=class extends J{render(){const{overdue:e,blocked:t}=this.row.action_items,{team:s}=this.t;return n`${e>0?n`<gw-pill tone="critical" icon="clock">${s.late(e)}</gw-pill>`:p}
    ${t>0?n`<gw-pill tone="caution" icon="blocked">${s.stuck(t)}</gw-pill>`:p}
    ${e+t===0?n`<span class="small muted">${s.nothing}</span>`:p}`}};H.styles=[k,b`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1);
      }
      @container (inline-size < 40rem) {
        :host {
          justify-content: end;
        }
      }
    `];q([u({attribute:!1})],H.prototype,"row",2);H=q([x("gw-team-open")],H);var dt=Object.defineProperty,pt=Object.getOwnPropertyDescriptor,Se=e=>{throw TypeError(e)},le=(e,t,s,r)=>{for(var a=r>1?void 0:r?pt(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&dt(t,s,a),a},ht=(e,t,s)=>t.has(e)||Se("Cannot "+s),ut=(e,t,s)=>t.has(e)?Se("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),ye=(e,t,s)=>(ht(e,t,"access private method"),s),R,j;let D=class extends J{constructor(){super(...arguments),ut(this,R),this.query=C(""),this.departments=[]}render(){const{query:e}=this,{team:t,common:s}=this.t,r=l=>h=>{const{value:g}=h.target;ye(this,R,j).call(this,{[l]:g===""?void 0:l==="silent_days"?Number(g):g})},a=[...new Set([...this.departments,...e.department===void 0?[]:[e.department]])],o=[...new Set([14,30,60,90,...e.silent_days===void 0?[]:[e.silent_days]])].sort((l,h)=>l-h),i=[e.status,e.department,e.silent_days].some(l=>l!==void 0)||e.scope!=="reports";return n`<div class="chips" role="group" aria-label=${t.filters}>
        ${Pe.map(l=>n`<button
            type="button"
            class="chip"
            aria-pressed=${e[l]?"true":"false"}
            @click=${()=>ye(this,R,j).call(this,{[l]:!e[l]})}
          >
            ${t.filter[l]}
          </button>`)}
      </div>
      <gw-disclosure label=${t.moreFilters} ?open=${i}>
        <div class="selects">
          <gw-select
            label=${t.status}
            .options=${[{value:"",label:t.anyStatus},...xe.map(l=>({value:l,label:l==="none"?t.statusNone:s.planStatus[l]}))]}
            .value=${e.status??""}
            @change=${r("status")}
          ></gw-select>
          <gw-select
            label=${t.silent}
            .options=${[{value:"",label:t.anySilent},...o.map(l=>({value:String(l),label:t.days(l)}))]}
            .value=${String(e.silent_days??"")}
            @change=${r("silent_days")}
          ></gw-select>
          ${a.length>1||e.department!==void 0?n`<gw-select
                label=${t.department}
                .options=${[{value:"",label:t.anyDepartment},...a.map(l=>({value:l,label:l}))]}
                .value=${e.department??""}
                @change=${r("department")}
              ></gw-select>`:p}
          <gw-select
            label=${t.scope}
            .options=${["reports","subtree"].map(l=>({value:l,label:t.scopes[l]}))}
            .value=${e.scope}
            @change=${r("scope")}
          ></gw-select>
          <gw-select
            label=${t.sort}
            .options=${qe.map(l=>({value:l,label:t.sorts[l]}))}
            .value=${e.sort}
            @change=${r("sort")}
          ></gw-select>
        </div>
      </gw-disclosure>`}};R=new WeakSet;j=function(e){this.dispatchEvent(new CustomEvent("query",{detail:e}))};D.styles=[k,b`
      :host {
        display: grid;
        gap: var(--groundwork-space-2);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.25rem;
        padding: 0.25rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-surface);
        font-size: var(--groundwork-text-s);
        cursor: pointer;
      }
      .chip:hover {
        background: var(--groundwork-sunken);
      }
      .chip[aria-pressed="true"] {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        box-shadow: inset 0 0 0 1px var(--groundwork-accent);
      }
      @media (forced-colors: active) {
        .chip[aria-pressed="true"] {
          border-color: Highlight;
          background: Highlight;
          color: HighlightText;
          forced-color-adjust: none;
        }
      }
      .chip:focus-visible {
        border-radius: var(--groundwork-radius-full);
      }
      .selects {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: var(--groundwork-space-4);
      }
    `];le([u({attribute:!1})],D.prototype,"query",2);le([u({attribute:!1})],D.prototype,"departments",2);D=le([x("gw-team-filters")],D);var gt=Object.defineProperty,mt=Object.getOwnPropertyDescriptor,Ee=e=>{throw TypeError(e)},f=(e,t,s,r)=>{for(var a=r>1?void 0:r?mt(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&gt(t,s,a),a},ze=(e,t,s)=>t.has(e)||Ee("Cannot "+s),T=(e,t,s)=>(ze(e,t,"read from private field"),s?s.call(e):t.get(e)),F=(e,t,s)=>t.has(e)?Ee("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),d=(e,t,s)=>(ze(e,t,"access private method"),s),K,E,c,ce,Ge,Me,We,De,Ie,Ae,Fe,Le,de,O,pe,ee,Re;const he=50;let w=class extends B{constructor(){super(...arguments),F(this,c),this.personId="",this.query=C(""),this.base="",this.cursors=[],this.turning=!1,this.downloading=!1,this.refreshing=!1,F(this,K,new Set),F(this,E,new oe(this,()=>[this.personId],async([e],t)=>{const s=e||(await this.api.me()).person?.id;if(s===void 0)return;const r=ie(this.query),a=l=>this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:s},query:l},signal:t}),[{data:o},{data:i}]=await Promise.all([a({...r,limit:he}),a({awaiting_me:!0,sort:"next_due",limit:100})]);this.page=void 0,this.cursors=[],this.error=void 0;for(const{department:l}of[...o.items,...i.items])l&&T(this,K).add(l);return{team:o,waiting:i}})),F(this,de,e=>d(this,c,O).call(this,e.detail))}willUpdate(e){super.willUpdate(e),e.has("query")&&T(this,E).value!==void 0&&(this.refreshing=!0,T(this,E).reload().finally(()=>this.refreshing=!1))}view(){return T(this,E).show(e=>e===void 0?d(this,c,ce).call(this):d(this,c,Ge).call(this,e),()=>n`<gw-skeleton lines="8"></gw-skeleton>`)}};K=new WeakMap;E=new WeakMap;c=new WeakSet;ce=function(){const{team:e}=this.t;return n`<gw-empty icon="users" heading=${e.nobody} text=${e.nobodyText}></gw-empty>`};Ge=function({team:e,waiting:t}){const s=at(this.query);return!s&&e.totals.people===0?d(this,c,ce).call(this):n`<div class="stack">
      ${d(this,c,Me).call(this,t)}${d(this,c,De).call(this,e,s)}
      <section class="stack tight" aria-label=${this.t.team.people} aria-busy=${this.refreshing||this.turning?"true":"false"}><gw-team-filters .query=${this.query} .departments=${[...T(this,K)]} @query=${T(this,de)}></gw-team-filters>${d(this,c,Ie).call(this,e,t,s)}</section>
    </div>`};Me=function({items:e,totals:t}){const{t:s}=this;if(e.length===0)return n`<p class="quiet"><gw-icon name="check-circle"></gw-icon>${s.team.nobodyWaits}</p>`;const r=Math.max(t.people,e.length),a=[...e].sort((o,i)=>L(o).localeCompare(L(i))).slice(0,5);return n`<gw-card tone="accent" heading=${s.team.waiting(r)}>
      ${r>5?n`<gw-button slot="actions" variant="quiet" size="small" @click=${()=>d(this,c,O).call(this,{...U,awaiting_me:!0})}>
            ${s.team.allWaiting(r)}
          </gw-button>`:p}
      <ul role="list" class="waiting">
        ${a.map(o=>{const i=L(o)==="manager_agreement";return n`<li>
            <gw-avatar name=${o.person.display_name}></gw-avatar>
            <div class="who">
              <bdi>${o.person.display_name}</bdi>
              <span class="small muted">${i?s.team.awaitsAgreement:s.team.awaitsResponse}</span>
            </div>
            ${d(this,c,We).call(this,o,i,a[0]===o?"primary":"secondary")}
          </li>`})}
      </ul>
    </gw-card>`};We=function({plan_id:e,person:t},s,r){const{team:a}=this.t,o=`${this.base}#/feedback/${e}${s?"":"?step=next"}`;return n`<gw-button
      size="small"
      variant=${r}
      href=${o}
      label=${s?a.agreeWith(t.display_name):a.respondTo(t.display_name)}
    >
      ${s?a.agree:a.respond}
    </gw-button>`};De=function({totals:e},t){const{team:s}=this.t,{format:r}=this.locale,{action_items:a}=e,o=(l,h,g)=>n`<span class="small muted">${h}</span>
      <span class="number">${r.number(l)}${g===void 0?p:n` <small>${s.of(r.number(g))}</small>`}</span>`,i=(l,h,g,$e)=>h===0||t?n`<div class="total ${h===0?"":$e}">${o(h,g)}</div>`:n`<a
            class="total ${$e}"
            href="${this.base}#/team${this.personId&&`/${this.personId}`}?${l}=true"
            @click=${Xe=>d(this,c,Le).call(this,Xe,{...U,[l]:!0})}
            >${o(h,g)}</a
          >`;return n`<div class="totals" role="group" aria-label=${s.totals}>
      <div class="total">${o(e.with_plan,s.withPlan,e.people)}</div>
      <div class="total">${o(e.agreed,s.agreed,e.people)}</div>
      <div class="total">
        <span class="small muted">${s.progress}</span>
        <span class="number">${r.percent(e.progress_percent)}</span>
      </div>
      <div class="total">${o(a.done,s.done,a.total)}</div>
      ${i("late",a.overdue,s.overdue,"critical")}
      ${i("blocked",a.blocked,s.blocked,"caution")}
    </div>`};Ie=function(e,t,s){const{t:r}=this,{format:a}=this.locale,{items:o,next_cursor:i}=this.page??e,l=this.cursors.length*he,h=new Set(t.items.map(({plan_id:g})=>g));return n`<div class="row spread found">
        <span class="muted small" role="status">${r.team.found(e.totals.people)}</span>
        <div class="row">
          ${s?n`<gw-button size="small" variant="quiet" icon="close" @click=${()=>d(this,c,O).call(this,U)}>${r.team.clear}</gw-button>`:p}
          <gw-button size="small" variant="quiet" icon="download" ?busy=${this.downloading} @click=${()=>void d(this,c,Re).call(this)}>
            ${r.team.download}
          </gw-button>
        </div>
      </div>
      ${o.length===0?n`<gw-empty icon="search" heading=${r.team.noneFits} text=${r.team.noneFitsText}>
            <gw-button @click=${()=>d(this,c,O).call(this,U)}>${r.team.clear}</gw-button>
          </gw-empty>`:n`${!s&&e.totals.with_plan===0?n`<gw-empty icon="target" heading=${r.team.noPlans} text=${r.team.noPlansText}></gw-empty>`:p}
            <gw-table
              caption=${r.team.caption}
              .columns=${d(this,c,Ae).call(this,h)}
              .rows=${o}
              sort=${this.query.sort}
              @sort=${g=>d(this,c,O).call(this,{sort:g.detail})}
            ></gw-table>`}
      ${this.error===void 0?p:n`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${l===0&&i===null?p:n`<div class="row">
            <gw-button ?disabled=${l===0} @click=${()=>void d(this,c,ee).call(this,this.cursors.slice(0,-1))}>
              ${r.team.previous}
            </gw-button>
            <gw-button ?disabled=${i===null} @click=${()=>void d(this,c,ee).call(this,[...this.cursors,i??""])}>
              ${r.team.next}
            </gw-button>
            <span class="muted small" role="status">${r.team.range(a.number(l+1),a.number(l+o.length))}</span>
          </div>`}`};Ae=function(e){const{team:t,common:s}=this.t,{format:r}=this.locale;return[{id:"name",label:t.name,sortable:!0,cell:a=>n`<gw-team-name .row=${a} base=${this.base}></gw-team-name>`},{id:"state",label:t.state,cell:a=>n`<gw-team-state .row=${a} ?mine=${a.plan_id!==null&&e.has(a.plan_id)}></gw-team-state>`},{id:"progress",label:t.progress,sortable:!0,cell:a=>a.action_items.total===0?t.none:n`<gw-progress show-value value=${a.progress_percent} label=${t.progressOf(a.person.display_name)}></gw-progress>`},{id:"overdue",label:t.open,sortable:!0,cell:a=>n`<gw-team-open .row=${a}></gw-team-open>`},{id:"next_due",label:t.nextDue,sortable:!0,short:!0,cell:a=>a.next_due_on===null?t.none:r.date(a.next_due_on)},{id:"last_progress",label:t.lastProgress,sortable:!0,cell:a=>a.last_progress_at===null?t.none:r.relative(a.last_progress_at)},{id:"actions",label:s.more,align:"end",cell:a=>a.figures_only?p:n`<gw-menu
                label=${t.more(a.person.display_name)}
                .items=${[...a.plan_id===null?[]:[{id:"plan",label:t.openPlan,icon:"target"},{id:"feedback",label:t.openFeedback,icon:"message"}],{id:"handover",label:t.takeOver,icon:"flag"}]}
                @select=${o=>d(this,c,Fe).call(this,o.detail,a)}
              ></gw-menu>`}]};Fe=function(e,{plan_id:t,person:s}){const r=e==="handover"?`/team/${s.id}/handover`:`/${e}/${t}`;location.assign(`${this.base}#${r}`)};Le=function(e,t){const{ctrlKey:s,metaKey:r,shiftKey:a}=e;!s&&!r&&!a&&(e.preventDefault(),d(this,c,O).call(this,t))};de=new WeakMap;O=function(e){this.dispatchEvent(new CustomEvent("query",{detail:e}))};pe=async function(){return{person_id:this.personId||((await this.api.me()).person?.id??"")}};ee=async function(e){if(this.turning)return;const t=this.query;this.turning=!0,this.error=void 0;try{const s={...ie(t),limit:he,cursor:e.at(-1)},{data:r}=await this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:await d(this,c,pe).call(this),query:s}});t===this.query&&(this.page=r,this.cursors=e,await this.updateComplete,this.renderRoot.querySelector(".found")?.scrollIntoView({block:"start"}))}catch(s){this.error=s}finally{this.turning=!1}};Re=async function(){this.downloading=!0;try{const{data:e}=await this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:await d(this,c,pe).call(this),query:ie(this.query)},headers:{Accept:"text/csv"},parseAs:"blob"});Ze(e,this.t.team.file),re(this,this.t.team.downloaded)}catch(e){this.error=e}finally{this.downloading=!1}};w.styles=[k,V,b`
      .totals {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
        gap: var(--groundwork-space-3);
      }
      .totals > * {
        display: grid;
        align-content: start;
        gap: var(--groundwork-space-1);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        color: inherit;
        text-decoration: none;
      }
      a.total:hover {
        border-color: var(--groundwork-line-strong);
        color: inherit;
      }
      .total .number {
        font-size: var(--groundwork-text-2xl);
        font-weight: 620;
        line-height: 1.15;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .total .number small {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        font-weight: 450;
        letter-spacing: 0;
      }
      .total.critical .number {
        color: var(--groundwork-critical);
      }
      .total.caution .number {
        color: var(--groundwork-caution);
      }
      .waiting {
        display: grid;
        gap: var(--groundwork-space-1);
      }
      .waiting li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        padding-block: var(--groundwork-space-2);
      }
      .waiting li + li {
        border-block-start: 1px solid var(--groundwork-line);
      }
      .who {
        flex: 1 1 8rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .who bdi {
        font-weight: 560;
      }
      .who span {
        display: block;
      }
      .quiet {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
      }
      .quiet gw-icon {
        color: var(--groundwork-positive);
      }
      .found {
        scroll-margin-block-start: 5rem;
        min-block-size: 2.25rem;
      }
      gw-table::part(cell) {
        min-inline-size: 0;
      }
    `];f([u({attribute:"person-id"})],w.prototype,"personId",2);f([u({attribute:!1})],w.prototype,"query",2);f([u()],w.prototype,"base",2);f([v()],w.prototype,"page",2);f([v()],w.prototype,"cursors",2);f([v()],w.prototype,"turning",2);f([v()],w.prototype,"error",2);f([v()],w.prototype,"downloading",2);f([v()],w.prototype,"refreshing",2);w=f([x("gw-team-people")],w);var wt=Object.defineProperty,vt=Object.getOwnPropertyDescriptor,Ne=e=>{throw TypeError(e)},S=(e,t,s,r)=>{for(var a=r>1?void 0:r?vt(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&wt(t,s,a),a},Ue=(e,t,s)=>t.has(e)||Ne("Cannot "+s),ue=(e,t,s)=>(Ue(e,t,"read from private field"),s?s.call(e):t.get(e)),be=(e,t,s)=>t.has(e)?Ne("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),$=(e,t,s)=>(Ue(e,t,"access private method"),s),I,m,He,te,Ke,Ve,se,ge,Be;let y=class extends B{constructor(){super(...arguments),be(this,m),this.base="",this.sending=!1,this.loadingMore=!1,be(this,I,new oe(this,()=>[],async(e,t)=>{const s=(await this.api.me()).person;if(s===void 0)return{items:[],owners:new Map,next:null};const[r,a]=await Promise.all([$(this,m,ge).call(this,s.id,void 0,t),this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:s.id},query:{limit:100}},signal:t})]),o=new Map(a.data.items.flatMap(({plan_id:i,person:l})=>i===null?[]:[[i,l]]));return{items:r.data.items,owners:o,next:r.data.next_cursor}}))}view(){return ue(this,I).show(e=>$(this,m,He).call(this,e))}};I=new WeakMap;m=new WeakSet;He=function(e){const{t}=this;if(e.items.length===0)return n`<gw-empty icon="flag" heading=${t.team.noPromises} text=${t.team.noPromisesText}></gw-empty>`;const s=i=>i.status==="done"||i.status==="cancelled",r=i=>i.due_on??"9999",a=e.items.filter(i=>!s(i)).sort((i,l)=>r(i).localeCompare(r(l))),o=e.items.filter(s);return n`<div class="stack">
        <p class="intro">${t.team.promisesText}</p>
        <ul role="list">
          ${a.map(i=>$(this,m,te).call(this,i,e.owners.get(i.plan_id)))}
        </ul>
        ${e.next===null?p:n`<div><gw-button ?busy=${this.loadingMore} @click=${()=>void $(this,m,Be).call(this,e)}>${t.common.showMore}</gw-button></div>`}
        ${o.length===0?p:n`<gw-disclosure label=${t.team.promisesDone(o.length)}>
              <ul role="list">
                ${o.map(i=>$(this,m,te).call(this,i,e.owners.get(i.plan_id)))}
              </ul>
            </gw-disclosure>`}
      </div>
      ${$(this,m,Ke).call(this)}`};te=function(e,t){const{team:s}=this.t,{format:r}=this.locale,a=e.due_on===null?s.noDue:(e.overdue?s.overdueSince:s.due)(r.date(e.due_on));return n`<li>
      <div class="what">
        <strong dir="auto">${e.title}</strong>
        <div class="small muted">
          <span class=${e.overdue?"late":""}>${a}</span> ·
          <a href="${this.base}#/plan/${e.plan_id}">${t===void 0?s.openPlan:s.promisedTo(t.display_name)}</a>
        </div>
      </div>
      <div class="how">
        <gw-status item=${e.status}></gw-status>
        <gw-progress show-value value=${e.progress_percent} label=${s.progressOf(e.title)}></gw-progress>
        <gw-button size="small" variant="quiet" @click=${()=>$(this,m,Ve).call(this,e)}>
          ${s.record}<span class="visually-hidden">: ${e.title}</span>
        </gw-button>
      </div>
    </li>`};Ke=function(){const{t:e}=this,{recording:t}=this,s=a=>{this.recording=t&&{...t,...a}},r=["not_started","in_progress","blocked","done"];return n`<gw-dialog heading=${e.team.recordOn(t?.item.title??"")} ?open=${t!==void 0} @close=${()=>this.recording=void 0}>
      ${t===void 0?p:n`<gw-choice
              label=${e.team.itemStatus}
              .options=${r.map(a=>({value:a,label:e.common.itemStatus[a]}))}
              .value=${t.status}
              @change=${a=>{const o=a.target.value;s({status:o,percent:o==="done"?"100":t.percent})}}
            ></gw-choice>
            <gw-text-field
              type="number"
              min="0"
              max="100"
              label=${e.team.percent}
              .value=${t.percent}
              ?disabled=${t.status==="done"}
              @input=${a=>s({percent:a.target.value})}
            ></gw-text-field>
            <gw-text-field
              multiline
              rows="2"
              maxlength="4000"
              label=${e.team.note}
              .value=${t.note}
              @input=${a=>s({note:a.target.value})}
            ></gw-text-field>
            ${this.error===void 0?p:n`<gw-error inline .error=${this.error} @retry=${()=>void $(this,m,se).call(this)}></gw-error>`}`}
      <gw-button slot="footer" @click=${()=>this.recording=void 0}>${e.common.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.sending} @click=${()=>void $(this,m,se).call(this)}>${e.common.save}</gw-button>
    </gw-dialog>`};Ve=function(e){this.error=void 0,this.recording={item:e,status:e.status,percent:String(e.progress_percent),note:""}};se=async function(){const{recording:e}=this;if(e===void 0)return;const{item:t,status:s,percent:r,note:a}=e;this.sending=!0,this.error=void 0;try{const o={action_item_id:t.id};await this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:o},body:{status:s,progress_percent:Number(r),note:a.trim()||null}}),this.recording=void 0,re(this,this.t.team.recorded),await ue(this,I).reload()}catch(o){this.error=o}finally{this.sending=!1}};ge=function(e,t,s){const r={kind:"support",responsible_id:e,sort:"-created_at",limit:100,cursor:t};return this.api.GET("/v1/action-items",{params:{query:r},...s&&{signal:s}})};Be=async function({items:e,owners:t,next:s}){const r=(await this.api.me()).person;if(!(s===null||r===void 0)){this.loadingMore=!0;try{const{data:a}=await $(this,m,ge).call(this,r.id,s);ue(this,I).value={items:[...e,...a.items],owners:t,next:a.next_cursor}}catch{re(this,this.t.common.errors.server,"critical")}finally{this.loadingMore=!1}}};y.styles=[k,V,b`
      .intro {
        color: var(--groundwork-text-muted);
      }
      li {
        display: grid;
        gap: var(--groundwork-space-2) var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
        align-items: center;
        padding-block: var(--groundwork-space-4);
        border-block-end: 1px solid var(--groundwork-line);
      }
      li:first-child {
        border-block-start: 1px solid var(--groundwork-line);
      }
      .what {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .what strong {
        font-weight: 560;
      }
      .late {
        color: var(--groundwork-critical);
        font-weight: 560;
      }
      .how {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-3);
      }
      .how gw-progress {
        flex: 1 1 8rem;
      }
      @media (min-width: 48rem) {
        li {
          grid-template-columns: minmax(0, 1fr) minmax(0, 24rem);
        }
      }
    `];S([u()],y.prototype,"base",2);S([v()],y.prototype,"recording",2);S([v()],y.prototype,"sending",2);S([v()],y.prototype,"error",2);S([v()],y.prototype,"loadingMore",2);y=S([x("gw-team-promises")],y);var $t=Object.defineProperty,ft=Object.getOwnPropertyDescriptor,Je=e=>{throw TypeError(e)},me=(e,t,s,r)=>{for(var a=r>1?void 0:r?ft(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&$t(t,s,a),a},we=(e,t,s)=>t.has(e)||Je("Cannot "+s),P=(e,t,s)=>(we(e,t,"read from private field"),s?s.call(e):t.get(e)),X=(e,t,s)=>t.has(e)?Je("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),_t=(e,t,s,r)=>(we(e,t,"write to private field"),t.set(e,s),s),ae=(e,t,s)=>(we(e,t,"access private method"),s),N,_,Q,z,Qe,ve;let A=class extends B{constructor(){super(...arguments),X(this,_),this.personId="",this.query=C(""),X(this,N,""),X(this,z,()=>{!P(this,_,Q)&&fe()===P(this,N)&&(this.query=C(location.hash.split("?")[1]??""))})}connectedCallback(){super.connectedCallback(),_t(this,N,fe()),window.addEventListener("hashchange",P(this,z)),P(this,z).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",P(this,z))}view(){const{team:e}=this.t,t={people:e.people,promises:e.promises,history:e.history},s=ke.filter(r=>r!=="promises"||this.personId==="");return n`<div class="page-head"><h1>${e.title}</h1></div>
      <gw-tabs
        label=${e.tabs}
        .tabs=${s.map(r=>({id:r,label:t[r]}))}
        selected=${this.query.view}
        @select=${r=>ae(this,_,ve).call(this,{view:r.target.selected})}
      >
        ${ae(this,_,Qe).call(this)}
      </gw-tabs>`}};N=new WeakMap;_=new WeakSet;Q=function(){return this.getToken!==void 0||this.baseUrl!==""};z=new WeakMap;Qe=function(){const{query:e}=this,t=P(this,_,Q)?`${this.baseUrl}/board/`:"",s=r=>ae(this,_,ve).call(this,r.detail);switch(e.view){case"people":return n`<gw-team-people slot="people" person-id=${this.personId} base=${t} .query=${e} @query=${s}></gw-team-people>`;case"promises":return this.personId===""?n`<gw-team-promises slot="promises" base=${t}></gw-team-promises>`:p;case"history":return n`<gw-team-history slot="history" person-id=${this.personId} .query=${e} @query=${s}></gw-team-history>`}};ve=function(e){if(this.query={...this.query,...e},!P(this,_,Q)){const[t]=location.hash.split("?"),s=st(this.query);history.replaceState(null,"",s===""?t:`${t}?${s}`)}};A.styles=[k,V,b`
      .page-head {
        margin-block-end: var(--groundwork-space-4);
      }
    `];me([u({attribute:"person-id"})],A.prototype,"personId",2);me([v()],A.prototype,"query",2);A=me([x("groundwork-team")],A);export{A as GroundworkTeam};
