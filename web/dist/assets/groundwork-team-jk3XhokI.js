import{i as b,_ as Qe,b as n,A as p}from"./tokens-BHm-NQ-a.js";import{b as k,l as V,n as h,G as H,e as x,a as B,r as v,u as se}from"./keyed-Do4O5M2M.js";import"./tabs-CRyVSMxp.js";import{L as ae}from"./loading-BU4JZjhQ.js";import"./card-BEFpIOtP.js";import"./field-D2fG7fMb.js";import{d as Xe}from"./download-Dy9FgwXI.js";import"./table-CuQWp8rK.js";import"./disclosure-BTAz3aSI.js";const _e=["people","promises","history"],ye=["none","draft","shared","agreed","completed"],be=["-overdue","next_due","progress","-progress","last_progress","-last_progress","name","-name","overdue","-next_due"],ke=["awaiting_me","late","blocked"],Ye=["reports","subtree"],Ze=["week","month"];function C(e){const t=new URLSearchParams(e),s=(a,o)=>o.find(i=>i===t.get(a)),r=Number(t.get("silent_days"));return{view:s("view",_e)??"people",scope:s("scope",Ye)??"reports",sort:s("sort",be)??"-overdue",interval:s("interval",Ze)??"week",status:s("status",ye),department:t.get("department")||void 0,silent_days:Number.isInteger(r)&&r>0&&r<=3650?r:void 0,awaiting_me:t.get("awaiting_me")==="true",late:t.get("late")==="true",blocked:t.get("blocked")==="true"}}const je=C("");function et(e){const t=new URLSearchParams;for(const[s,r]of Object.entries(e))r!==void 0&&r!==je[s]&&t.set(s,String(r));return t.toString()}function re({scope:e,sort:t,status:s,department:r,silent_days:a,...o}){return{scope:e,sort:t,status:s,department:r,silent_days:a,awaiting_me:o.awaiting_me||void 0,late:o.late||void 0,blocked:o.blocked||void 0}}const tt=e=>ke.some(t=>e[t])||[e.status,e.department,e.silent_days].some(t=>t!==void 0),N={awaiting_me:!1,late:!1,blocked:!1,status:void 0,department:void 0,silent_days:void 0};var st=Object.defineProperty,at=Object.getOwnPropertyDescriptor,xe=e=>{throw TypeError(e)},oe=(e,t,s,r)=>{for(var a=r>1?void 0:r?at(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&st(t,s,a),a},qe=(e,t,s)=>t.has(e)||xe("Cannot "+s),rt=(e,t,s)=>(qe(e,t,"read from private field"),s?s.call(e):t.get(e)),we=(e,t,s)=>t.has(e)?xe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),ot=(e,t,s)=>(qe(e,t,"access private method"),s),Q,X,Pe;let z=class extends H{constructor(){super(...arguments),we(this,X),this.personId="",this.query=C(""),we(this,Q,new ae(this,()=>[this.personId,this.query.interval,this.query.scope],async([e,t,s],r)=>{const a=e||(await this.api.me()).person?.id;if(a===void 0)return;const o={path:{person_id:a},query:{interval:t,scope:s}},[{data:i}]=await Promise.all([this.api.GET("/v1/people/{person_id}/team-progress/history",{params:o,signal:r}),Qe(()=>import("./chart-8wOOX7M6.js"),[])]);return i}))}view(){const{team:e}=this.t,t=s=>r=>this.dispatchEvent(new CustomEvent("query",{detail:{[s]:r.target.value}}));return n`<div class="stack">
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
      ${rt(this,Q).show(s=>ot(this,X,Pe).call(this,s))}
    </div>`}};Q=new WeakMap;X=new WeakSet;Pe=function(e){const{team:t}=this.t,{format:s}=this.locale,r=e?.items??[];return r.every(({total:a})=>a===0)?n`<gw-empty icon="chart" heading=${t.historyEmpty} text=${t.historyEmptyText}></gw-empty>`:n`<gw-card>
      <div class="stack">
        <gw-team-chart .items=${r}></gw-team-chart>
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
            ${r.toReversed().map(({to:a,planned:o,done:i,overdue:l,progress_percent:u})=>n`<tr>
                <th scope="row">${s.date(a,{day:"numeric",month:"short"})}</th>
                <td>${s.number(o)}</td>
                <td>${s.number(i)}</td>
                <td>${s.number(l)}</td>
                <td>${s.percent(u)}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    </gw-card>`};z.styles=[k,V,b`
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
    `];oe([h({attribute:"person-id"})],z.prototype,"personId",2);oe([h({attribute:!1})],z.prototype,"query",2);z=oe([x("gw-team-history")],z);var it=Object.defineProperty,nt=Object.getOwnPropertyDescriptor,q=(e,t,s,r)=>{for(var a=r>1?void 0:r?nt(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&it(t,s,a),a};function L({awaiting:e}){return e.includes("feedback")?"feedback":"manager_agreement"}let M=class extends B{constructor(){super(...arguments),this.base=""}render(){const{person:e,plan_id:t,manager:s,figures_only:r}=this.row,{team:a}=this.t,o=e.display_name;return n`<gw-avatar name=${o}></gw-avatar>
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
    `];q([h({attribute:!1})],M.prototype,"row",2);q([h()],M.prototype,"base",2);M=q([x("gw-team-name")],M);let W=class extends B{constructor(){super(...arguments),this.mine=!1}render(){const{plan_status:e,awaiting:t,figures_only:s}=this.row,{team:r}=this.t,[a]=t,o=L(this.row)==="feedback"?r.awaitsResponse:r.awaitsAgreement,i=this.mine?o:a&&r.awaited[a];return n`${e===null?n`<gw-pill>${r.noPlan}</gw-pill>`:n`<gw-status plan=${e}></gw-status>`}
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
    `];q([h({attribute:!1})],W.prototype,"row",2);q([h({type:Boolean})],W.prototype,"mine",2);W=q([x("gw-team-state")],W);let U=class extends B{render(){const{overdue:e,blocked:t}=this.row.action_items,{team:s}=this.t;return n`${e>0?n`<gw-pill tone="critical" icon="clock">${s.late(e)}</gw-pill>`:p}
    ${t>0?n`<gw-pill tone="caution" icon="blocked">${s.stuck(t)}</gw-pill>`:p}
    ${e+t===0?n`<span class="small muted">${s.nothing}</span>`:p}`}};U.styles=[k,b`
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
    `];q([h({attribute:!1})],U.prototype,"row",2);U=q([x("gw-team-open")],U);var lt=Object.defineProperty,ct=Object.getOwnPropertyDescriptor,Oe=e=>{throw TypeError(e)},ie=(e,t,s,r)=>{for(var a=r>1?void 0:r?ct(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&lt(t,s,a),a},dt=(e,t,s)=>t.has(e)||Oe("Cannot "+s),pt=(e,t,s)=>t.has(e)?Oe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),ve=(e,t,s)=>(dt(e,t,"access private method"),s),R,Y;let D=class extends B{constructor(){super(...arguments),pt(this,R),this.query=C(""),this.departments=[]}render(){const{query:e}=this,{team:t,common:s}=this.t,r=l=>u=>{const{value:g}=u.target;ve(this,R,Y).call(this,{[l]:g===""?void 0:l==="silent_days"?Number(g):g})},a=[...new Set([...this.departments,...e.department===void 0?[]:[e.department]])],o=[...new Set([14,30,60,90,...e.silent_days===void 0?[]:[e.silent_days]])].sort((l,u)=>l-u),i=[e.status,e.department,e.silent_days].some(l=>l!==void 0)||e.scope!=="reports";return n`<div class="chips" role="group" aria-label=${t.filters}>
        ${ke.map(l=>n`<button
            type="button"
            class="chip"
            aria-pressed=${e[l]?"true":"false"}
            @click=${()=>ve(this,R,Y).call(this,{[l]:!e[l]})}
          >
            ${t.filter[l]}
          </button>`)}
      </div>
      <gw-disclosure label=${t.moreFilters} ?open=${i}>
        <div class="selects">
          <gw-select
            label=${t.status}
            .options=${[{value:"",label:t.anyStatus},...ye.map(l=>({value:l,label:l==="none"?t.statusNone:s.planStatus[l]}))]}
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
            .options=${be.map(l=>({value:l,label:t.sorts[l]}))}
            .value=${e.sort}
            @change=${r("sort")}
          ></gw-select>
        </div>
      </gw-disclosure>`}};R=new WeakSet;Y=function(e){this.dispatchEvent(new CustomEvent("query",{detail:e}))};D.styles=[k,b`
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
      .chip:focus-visible {
        border-radius: var(--groundwork-radius-full);
      }
      .selects {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: var(--groundwork-space-4);
      }
    `];ie([h({attribute:!1})],D.prototype,"query",2);ie([h({attribute:!1})],D.prototype,"departments",2);D=ie([x("gw-team-filters")],D);var ut=Object.defineProperty,ht=Object.getOwnPropertyDescriptor,Te=e=>{throw TypeError(e)},f=(e,t,s,r)=>{for(var a=r>1?void 0:r?ht(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&ut(t,s,a),a},Ce=(e,t,s)=>t.has(e)||Te("Cannot "+s),O=(e,t,s)=>(Ce(e,t,"read from private field"),s?s.call(e):t.get(e)),F=(e,t,s)=>t.has(e)?Te("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),d=(e,t,s)=>(Ce(e,t,"access private method"),s),K,E,c,ne,Se,Ee,Ge,ze,Me,We,De,Ie,le,P,ce,Z,Ae;const de=50;let w=class extends H{constructor(){super(...arguments),F(this,c),this.personId="",this.query=C(""),this.base="",this.cursors=[],this.turning=!1,this.downloading=!1,this.refreshing=!1,F(this,K,new Set),F(this,E,new ae(this,()=>[this.personId],async([e],t)=>{const s=e||(await this.api.me()).person?.id;if(s===void 0)return;const r=re(this.query),a=l=>this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:s},query:l},signal:t}),[{data:o},{data:i}]=await Promise.all([a({...r,limit:de}),a({awaiting_me:!0,sort:"next_due",limit:100})]);this.page=void 0,this.cursors=[],this.error=void 0;for(const{department:l}of[...o.items,...i.items])l&&O(this,K).add(l);return{team:o,waiting:i}})),F(this,le,e=>d(this,c,P).call(this,e.detail))}willUpdate(e){super.willUpdate(e),e.has("query")&&O(this,E).value!==void 0&&(this.refreshing=!0,O(this,E).reload().finally(()=>this.refreshing=!1))}view(){return O(this,E).show(e=>e===void 0?d(this,c,ne).call(this):d(this,c,Se).call(this,e),()=>n`<gw-skeleton lines="8"></gw-skeleton>`)}};K=new WeakMap;E=new WeakMap;c=new WeakSet;ne=function(){const{team:e}=this.t;return n`<gw-empty icon="users" heading=${e.nobody} text=${e.nobodyText}></gw-empty>`};Se=function({team:e,waiting:t}){const s=tt(this.query);return!s&&e.totals.people===0?d(this,c,ne).call(this):n`<div class="stack">
      ${d(this,c,Ee).call(this,t)}${d(this,c,ze).call(this,e,s)}
      <section class="stack tight" aria-label=${this.t.team.people} aria-busy=${this.refreshing||this.turning?"true":"false"}><gw-team-filters .query=${this.query} .departments=${[...O(this,K)]} @query=${O(this,le)}></gw-team-filters>${d(this,c,Me).call(this,e,t,s)}</section>
    </div>`};Ee=function({items:e,totals:t}){const{t:s}=this;if(e.length===0)return n`<p class="quiet"><gw-icon name="check-circle"></gw-icon>${s.team.nobodyWaits}</p>`;const r=Math.max(t.people,e.length),a=[...e].sort((o,i)=>L(o).localeCompare(L(i))).slice(0,5);return n`<gw-card tone="accent" heading=${s.team.waiting(r)}>
      ${r>5?n`<gw-button slot="actions" variant="quiet" size="small" @click=${()=>d(this,c,P).call(this,{...N,awaiting_me:!0})}>
            ${s.team.allWaiting(r)}
          </gw-button>`:p}
      <ul role="list" class="waiting">
        ${a.map(o=>{const i=L(o)==="manager_agreement";return n`<li>
            <gw-avatar name=${o.person.display_name}></gw-avatar>
            <div class="who">
              <bdi>${o.person.display_name}</bdi>
              <span class="small muted">${i?s.team.awaitsAgreement:s.team.awaitsResponse}</span>
            </div>
            ${d(this,c,Ge).call(this,o,i,a[0]===o?"primary":"secondary")}
          </li>`})}
      </ul>
    </gw-card>`};Ge=function({plan_id:e,person:t},s,r){const{team:a}=this.t,o=`${this.base}#/feedback/${e}${s?"":"?step=next"}`;return n`<gw-button
      size="small"
      variant=${r}
      href=${o}
      label=${s?a.agreeWith(t.display_name):a.respondTo(t.display_name)}
    >
      ${s?a.agree:a.respond}
    </gw-button>`};ze=function({totals:e},t){const{team:s}=this.t,{format:r}=this.locale,{action_items:a}=e,o=(l,u,g)=>n`<span class="small muted">${u}</span>
      <span class="number">${r.number(l)}${g===void 0?p:n` <small>${s.of(r.number(g))}</small>`}</span>`,i=(l,u,g,me)=>u===0||t?n`<div class="total ${u===0?"":me}">${o(u,g)}</div>`:n`<a
            class="total ${me}"
            href="${this.base}#/team${this.personId&&`/${this.personId}`}?${l}=true"
            @click=${Je=>d(this,c,Ie).call(this,Je,{...N,[l]:!0})}
            >${o(u,g)}</a
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
    </div>`};Me=function(e,t,s){const{t:r}=this,{format:a}=this.locale,{items:o,next_cursor:i}=this.page??e,l=this.cursors.length*de,u=new Set(t.items.map(({plan_id:g})=>g));return n`<div class="row spread found">
        <span class="muted small" role="status">${r.team.found(e.totals.people)}</span>
        <div class="row">
          ${s?n`<gw-button size="small" variant="quiet" icon="close" @click=${()=>d(this,c,P).call(this,N)}>${r.team.clear}</gw-button>`:p}
          <gw-button size="small" variant="quiet" icon="download" ?busy=${this.downloading} @click=${()=>void d(this,c,Ae).call(this)}>
            ${r.team.download}
          </gw-button>
        </div>
      </div>
      ${o.length===0?n`<gw-empty icon="search" heading=${r.team.noneFits} text=${r.team.noneFitsText}>
            <gw-button @click=${()=>d(this,c,P).call(this,N)}>${r.team.clear}</gw-button>
          </gw-empty>`:n`${!s&&e.totals.with_plan===0?n`<gw-empty icon="target" heading=${r.team.noPlans} text=${r.team.noPlansText}></gw-empty>`:p}
            <gw-table
              caption=${r.team.caption}
              .columns=${d(this,c,We).call(this,u)}
              .rows=${o}
              sort=${this.query.sort}
              @sort=${g=>d(this,c,P).call(this,{sort:g.detail})}
            ></gw-table>`}
      ${this.error===void 0?p:n`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${l===0&&i===null?p:n`<div class="row">
            <gw-button ?disabled=${l===0} @click=${()=>void d(this,c,Z).call(this,this.cursors.slice(0,-1))}>
              ${r.team.previous}
            </gw-button>
            <gw-button ?disabled=${i===null} @click=${()=>void d(this,c,Z).call(this,[...this.cursors,i??""])}>
              ${r.team.next}
            </gw-button>
            <span class="muted small" role="status">${r.team.range(a.number(l+1),a.number(l+o.length))}</span>
          </div>`}`};We=function(e){const{team:t,common:s}=this.t,{format:r}=this.locale;return[{id:"name",label:t.name,sortable:!0,cell:a=>n`<gw-team-name .row=${a} base=${this.base}></gw-team-name>`},{id:"state",label:t.state,cell:a=>n`<gw-team-state .row=${a} ?mine=${a.plan_id!==null&&e.has(a.plan_id)}></gw-team-state>`},{id:"progress",label:t.progress,sortable:!0,cell:a=>a.action_items.total===0?t.none:n`<gw-progress show-value value=${a.progress_percent} label=${t.progressOf(a.person.display_name)}></gw-progress>`},{id:"overdue",label:t.open,sortable:!0,cell:a=>n`<gw-team-open .row=${a}></gw-team-open>`},{id:"next_due",label:t.nextDue,sortable:!0,cell:a=>a.next_due_on===null?t.none:r.date(a.next_due_on).replaceAll(" "," ")},{id:"last_progress",label:t.lastProgress,sortable:!0,cell:a=>a.last_progress_at===null?t.none:r.relative(a.last_progress_at)},{id:"actions",label:s.more,align:"end",cell:a=>a.figures_only?p:n`<gw-menu
                label=${t.more(a.person.display_name)}
                .items=${[...a.plan_id===null?[]:[{id:"plan",label:t.openPlan,icon:"target"},{id:"feedback",label:t.openFeedback,icon:"message"}],{id:"handover",label:t.takeOver,icon:"flag"}]}
                @select=${o=>d(this,c,De).call(this,o.detail,a)}
              ></gw-menu>`}]};De=function(e,{plan_id:t,person:s}){const r=e==="handover"?`/team/${s.id}/handover`:`/${e}/${t}`;location.assign(`${this.base}#${r}`)};Ie=function(e,t){const{ctrlKey:s,metaKey:r,shiftKey:a}=e;!s&&!r&&!a&&(e.preventDefault(),d(this,c,P).call(this,t))};le=new WeakMap;P=function(e){this.dispatchEvent(new CustomEvent("query",{detail:e}))};ce=async function(){return{person_id:this.personId||((await this.api.me()).person?.id??"")}};Z=async function(e){if(this.turning)return;const t=this.query;this.turning=!0,this.error=void 0;try{const s={...re(t),limit:de,cursor:e.at(-1)},{data:r}=await this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:await d(this,c,ce).call(this),query:s}});t===this.query&&(this.page=r,this.cursors=e,await this.updateComplete,this.renderRoot.querySelector(".found")?.scrollIntoView({block:"start"}))}catch(s){this.error=s}finally{this.turning=!1}};Ae=async function(){this.downloading=!0;try{const{data:e}=await this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:await d(this,c,ce).call(this),query:re(this.query)},headers:{Accept:"text/csv"},parseAs:"blob"});Xe(e,this.t.team.file),se(this,this.t.team.downloaded)}catch(e){this.error=e}finally{this.downloading=!1}};w.styles=[k,V,b`
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
    `];f([h({attribute:"person-id"})],w.prototype,"personId",2);f([h({attribute:!1})],w.prototype,"query",2);f([h()],w.prototype,"base",2);f([v()],w.prototype,"page",2);f([v()],w.prototype,"cursors",2);f([v()],w.prototype,"turning",2);f([v()],w.prototype,"error",2);f([v()],w.prototype,"downloading",2);f([v()],w.prototype,"refreshing",2);w=f([x("gw-team-people")],w);var gt=Object.defineProperty,mt=Object.getOwnPropertyDescriptor,Fe=e=>{throw TypeError(e)},S=(e,t,s,r)=>{for(var a=r>1?void 0:r?mt(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&gt(t,s,a),a},Le=(e,t,s)=>t.has(e)||Fe("Cannot "+s),pe=(e,t,s)=>(Le(e,t,"read from private field"),s?s.call(e):t.get(e)),$e=(e,t,s)=>t.has(e)?Fe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),$=(e,t,s)=>(Le(e,t,"access private method"),s),I,m,Re,j,Ne,Ue,ee,ue,Ke;let y=class extends H{constructor(){super(...arguments),$e(this,m),this.base="",this.sending=!1,this.loadingMore=!1,$e(this,I,new ae(this,()=>[],async(e,t)=>{const s=(await this.api.me()).person;if(s===void 0)return{items:[],owners:new Map,next:null};const[r,a]=await Promise.all([$(this,m,ue).call(this,s.id,void 0,t),this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:s.id},query:{limit:100}},signal:t})]),o=new Map(a.data.items.flatMap(({plan_id:i,person:l})=>i===null?[]:[[i,l]]));return{items:r.data.items,owners:o,next:r.data.next_cursor}}))}view(){return pe(this,I).show(e=>$(this,m,Re).call(this,e))}};I=new WeakMap;m=new WeakSet;Re=function(e){const{t}=this;if(e.items.length===0)return n`<gw-empty icon="flag" heading=${t.team.noPromises} text=${t.team.noPromisesText}></gw-empty>`;const s=i=>i.status==="done"||i.status==="cancelled",r=i=>i.due_on??"9999",a=e.items.filter(i=>!s(i)).sort((i,l)=>r(i).localeCompare(r(l))),o=e.items.filter(s);return n`<div class="stack">
        <p class="intro">${t.team.promisesText}</p>
        <ul role="list">
          ${a.map(i=>$(this,m,j).call(this,i,e.owners.get(i.plan_id)))}
        </ul>
        ${e.next===null?p:n`<div><gw-button ?busy=${this.loadingMore} @click=${()=>void $(this,m,Ke).call(this,e)}>${t.common.showMore}</gw-button></div>`}
        ${o.length===0?p:n`<gw-disclosure label=${t.team.promisesDone(o.length)}>
              <ul role="list">
                ${o.map(i=>$(this,m,j).call(this,i,e.owners.get(i.plan_id)))}
              </ul>
            </gw-disclosure>`}
      </div>
      ${$(this,m,Ne).call(this)}`};j=function(e,t){const{team:s}=this.t,{format:r}=this.locale,a=e.due_on===null?s.noDue:(e.overdue?s.overdueSince:s.due)(r.date(e.due_on));return n`<li>
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
        <gw-button size="small" variant="quiet" @click=${()=>$(this,m,Ue).call(this,e)}>
          ${s.record}<span class="visually-hidden">: ${e.title}</span>
        </gw-button>
      </div>
    </li>`};Ne=function(){const{t:e}=this,{recording:t}=this,s=a=>{this.recording=t&&{...t,...a}},r=["not_started","in_progress","blocked","done"];return n`<gw-dialog heading=${e.team.recordOn(t?.item.title??"")} ?open=${t!==void 0} @close=${()=>this.recording=void 0}>
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
            ${this.error===void 0?p:n`<gw-error inline .error=${this.error} @retry=${()=>void $(this,m,ee).call(this)}></gw-error>`}`}
      <gw-button slot="footer" @click=${()=>this.recording=void 0}>${e.common.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.sending} @click=${()=>void $(this,m,ee).call(this)}>${e.common.save}</gw-button>
    </gw-dialog>`};Ue=function(e){this.error=void 0,this.recording={item:e,status:e.status,percent:String(e.progress_percent),note:""}};ee=async function(){const{recording:e}=this;if(e===void 0)return;const{item:t,status:s,percent:r,note:a}=e;this.sending=!0,this.error=void 0;try{const o={action_item_id:t.id};await this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:o},body:{status:s,progress_percent:Number(r),note:a.trim()||null}}),this.recording=void 0,se(this,this.t.team.recorded),await pe(this,I).reload()}catch(o){this.error=o}finally{this.sending=!1}};ue=function(e,t,s){const r={kind:"support",responsible_id:e,sort:"-created_at",limit:100,cursor:t};return this.api.GET("/v1/action-items",{params:{query:r},...s&&{signal:s}})};Ke=async function({items:e,owners:t,next:s}){const r=(await this.api.me()).person;if(!(s===null||r===void 0)){this.loadingMore=!0;try{const{data:a}=await $(this,m,ue).call(this,r.id,s);pe(this,I).value={items:[...e,...a.items],owners:t,next:a.next_cursor}}catch{se(this,this.t.common.errors.server,"critical")}finally{this.loadingMore=!1}}};y.styles=[k,V,b`
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
    `];S([h()],y.prototype,"base",2);S([v()],y.prototype,"recording",2);S([v()],y.prototype,"sending",2);S([v()],y.prototype,"error",2);S([v()],y.prototype,"loadingMore",2);y=S([x("gw-team-promises")],y);var wt=Object.defineProperty,vt=Object.getOwnPropertyDescriptor,Ve=e=>{throw TypeError(e)},he=(e,t,s,r)=>{for(var a=r>1?void 0:r?vt(t,s):t,o=e.length-1,i;o>=0;o--)(i=e[o])&&(a=(r?i(t,s,a):i(a))||a);return r&&a&&wt(t,s,a),a},He=(e,t,s)=>t.has(e)||Ve("Cannot "+s),T=(e,t,s)=>(He(e,t,"read from private field"),s?s.call(e):t.get(e)),fe=(e,t,s)=>t.has(e)?Ve("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),te=(e,t,s)=>(He(e,t,"access private method"),s),_,J,G,Be,ge;let A=class extends H{constructor(){super(...arguments),fe(this,_),this.personId="",this.query=C(""),fe(this,G,()=>{T(this,_,J)||(this.query=C(location.hash.split("?")[1]??""))})}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",T(this,G)),T(this,G).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",T(this,G))}view(){const{team:e}=this.t,t={people:e.people,promises:e.promises,history:e.history},s=_e.filter(r=>r!=="promises"||this.personId==="");return n`<div class="page-head"><h1>${e.title}</h1></div>
      <gw-tabs
        label=${e.tabs}
        .tabs=${s.map(r=>({id:r,label:t[r]}))}
        selected=${this.query.view}
        @select=${r=>te(this,_,ge).call(this,{view:r.target.selected})}
      >
        ${te(this,_,Be).call(this)}
      </gw-tabs>`}};_=new WeakSet;J=function(){return this.getToken!==void 0||this.baseUrl!==""};G=new WeakMap;Be=function(){const{query:e}=this,t=T(this,_,J)?`${this.baseUrl}/board/`:"",s=r=>te(this,_,ge).call(this,r.detail);switch(e.view){case"people":return n`<gw-team-people slot="people" person-id=${this.personId} base=${t} .query=${e} @query=${s}></gw-team-people>`;case"promises":return this.personId===""?n`<gw-team-promises slot="promises" base=${t}></gw-team-promises>`:p;case"history":return n`<gw-team-history slot="history" person-id=${this.personId} .query=${e} @query=${s}></gw-team-history>`}};ge=function(e){if(this.query={...this.query,...e},!T(this,_,J)){const[t]=location.hash.split("?"),s=et(this.query);history.replaceState(null,"",s===""?t:`${t}?${s}`)}};A.styles=[k,V,b`
      .page-head {
        margin-block-end: var(--groundwork-space-4);
      }
    `];he([h({attribute:"person-id"})],A.prototype,"personId",2);he([v()],A.prototype,"query",2);A=he([x("groundwork-team")],A);export{A as GroundworkTeam};
