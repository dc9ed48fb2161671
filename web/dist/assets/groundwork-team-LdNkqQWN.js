import{i as $,A as d,b as i,_ as de}from"./tokens-BHm-NQ-a.js";import{b,n as h,g as G,e as _,l as Y,G as Z,r as v,t as ct}from"./menu-BfZtRc2U.js";import{L as dt}from"./field-DuvusWF0.js";import"./disclosure-UPVAyh5U.js";import"./session-R_ExtKmI.js";var pe=Object.defineProperty,he=Object.getOwnPropertyDescriptor,Tt=t=>{throw TypeError(t)},tt=(t,e,s,r)=>{for(var a=r>1?void 0:r?he(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&pe(e,s,a),a},ue=(t,e,s)=>e.has(t)||Tt("Cannot "+s),ge=(t,e,s)=>e.has(t)?Tt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),I=(t,e,s)=>(ue(t,e,"access private method"),s),O,pt,ht,Et;let S=class extends G{constructor(){super(...arguments),ge(this,O),this.tabs=[],this.selected="",this.label=""}render(){const t=I(this,O,pt).call(this);return i`
      <div role="tablist" part="tabs" aria-label=${this.label} @keydown=${I(this,O,Et)}>
        ${this.tabs.map(({id:e,label:s,count:r})=>i`<button
            role="tab"
            type="button"
            id="tab-${e}"
            part="tab"
            aria-selected=${e===t?"true":"false"}
            aria-controls="panel"
            tabindex=${e===t?0:-1}
            @click=${()=>I(this,O,ht).call(this,e)}
          >
            ${s}${r===void 0?d:i`<span class="count">${this.locale.format.number(r)}</span>`}
          </button>`)}
      </div>
      <div role="tabpanel" id="panel" part="panel" aria-labelledby="tab-${t}"><slot name=${t}></slot></div>
    `}};O=new WeakSet;pt=function(){return this.tabs.some(({id:t})=>t===this.selected)?this.selected:this.tabs[0]?.id??""};ht=function(t){t!==this.selected&&(this.selected=t,this.dispatchEvent(new Event("select")))};Et=async function(t){const e=this.matches(":dir(rtl)")?"ArrowLeft":"ArrowRight",s=this.matches(":dir(rtl)")?"ArrowRight":"ArrowLeft",r=this.tabs.findIndex(({id:n})=>n===I(this,O,pt).call(this)),a={[e]:r+1,[s]:r-1,Home:0,End:this.tabs.length-1}[t.key],o=a===void 0?void 0:this.tabs[(a+this.tabs.length)%this.tabs.length];o!==void 0&&(t.preventDefault(),I(this,O,ht).call(this,o.id),await this.updateComplete,this.renderRoot.querySelector(`#tab-${CSS.escape(o.id)}`)?.focus())};S.styles=[b,$`
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
    `];tt([h({attribute:!1})],S.prototype,"tabs",2);tt([h()],S.prototype,"selected",2);tt([h()],S.prototype,"label",2);S=tt([_("gw-tabs")],S);const St=["people","promises","history"],zt=["none","draft","shared","agreed","completed"],Gt=["-overdue","next_due","progress","-progress","last_progress","-last_progress","name","-name","overdue","-next_due"],Dt=["awaiting_me","late","blocked"],we=["reports","subtree"],me=["week","month"];function z(t){const e=new URLSearchParams(t),s=(a,o)=>o.find(n=>n===e.get(a)),r=Number(e.get("silent_days"));return{view:s("view",St)??"people",scope:s("scope",we)??"reports",sort:s("sort",Gt)??"-overdue",interval:s("interval",me)??"week",status:s("status",zt),department:e.get("department")||void 0,silent_days:Number.isInteger(r)&&r>0&&r<=3650?r:void 0,awaiting_me:e.get("awaiting_me")==="true",late:e.get("late")==="true",blocked:e.get("blocked")==="true"}}const ve=z("");function fe(t){const e=new URLSearchParams;for(const[s,r]of Object.entries(t))r!==void 0&&r!==ve[s]&&e.set(s,String(r));return e.toString()}function ut({scope:t,sort:e,status:s,department:r,silent_days:a,...o}){return{scope:t,sort:e,status:s,department:r,silent_days:a,awaiting_me:o.awaiting_me||void 0,late:o.late||void 0,blocked:o.blocked||void 0}}const $e=t=>Dt.some(e=>t[e])||[t.status,t.department,t.silent_days].some(e=>e!==void 0),B={awaiting_me:!1,late:!1,blocked:!1,status:void 0,department:void 0,silent_days:void 0};var be=Object.defineProperty,_e=Object.getOwnPropertyDescriptor,Mt=t=>{throw TypeError(t)},gt=(t,e,s,r)=>{for(var a=r>1?void 0:r?_e(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&be(e,s,a),a},Wt=(t,e,s)=>e.has(t)||Mt("Cannot "+s),ye=(t,e,s)=>(Wt(t,e,"read from private field"),s?s.call(t):e.get(t)),Pt=(t,e,s)=>e.has(t)?Mt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),ke=(t,e,s)=>(Wt(t,e,"access private method"),s),st,at,It;let A=class extends Z{constructor(){super(...arguments),Pt(this,at),this.personId="",this.query=z(""),Pt(this,st,new dt(this,()=>[this.personId,this.query.interval,this.query.scope],async([t,e,s],r)=>{const a=t||(await this.api.me()).person?.id;if(a===void 0)return;const o={path:{person_id:a},query:{interval:e,scope:s}},[{data:n}]=await Promise.all([this.api.GET("/v1/people/{person_id}/team-progress/history",{params:o,signal:r}),de(()=>import("./chart-BUgzk6Ba.js"),[])]);return n}))}view(){const{team:t}=this.t,e=s=>r=>this.dispatchEvent(new CustomEvent("query",{detail:{[s]:r.target.value}}));return i`<div class="stack">
      <div class="row spread head">
        <p>${t.historyText}</p>
        <div class="selects">
          <gw-select
            label=${t.interval}
            .options=${["week","month"].map(s=>({value:s,label:t.intervals[s]}))}
            .value=${this.query.interval}
            @change=${e("interval")}
          ></gw-select>
          <gw-select
            label=${t.scope}
            .options=${["reports","subtree"].map(s=>({value:s,label:t.scopes[s]}))}
            .value=${this.query.scope}
            @change=${e("scope")}
          ></gw-select>
        </div>
      </div>
      ${ye(this,st).show(s=>ke(this,at,It).call(this,s))}
    </div>`}};st=new WeakMap;at=new WeakSet;It=function(t){const{team:e}=this.t,{format:s}=this.locale,r=t?.items??[];return r.every(({total:a})=>a===0)?i`<gw-empty icon="chart" heading=${e.historyEmpty} text=${e.historyEmptyText}></gw-empty>`:i`<gw-card>
      <div class="stack">
        <gw-team-chart .items=${r}></gw-team-chart>
        <table>
          <caption class="visually-hidden">${e.historyCaption}</caption>
          <thead>
            <tr>
              <th scope="col">${e.period}</th>
              <th scope="col">${e.planned}</th>
              <th scope="col">${e.finished}</th>
              <th scope="col">${e.overdue}</th>
              <th scope="col">${e.progress}</th>
            </tr>
          </thead>
          <tbody>
            ${r.toReversed().map(({to:a,planned:o,done:n,overdue:l,progress_percent:u})=>i`<tr>
                <th scope="row">${s.date(a,{day:"numeric",month:"short"})}</th>
                <td>${s.number(o)}</td>
                <td>${s.number(n)}</td>
                <td>${s.number(l)}</td>
                <td>${s.percent(u)}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    </gw-card>`};A.styles=[b,Y,$`
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
    `];gt([h({attribute:"person-id"})],A.prototype,"personId",2);gt([h({attribute:!1})],A.prototype,"query",2);A=gt([_("gw-team-history")],A);var xe=Object.defineProperty,Pe=Object.getOwnPropertyDescriptor,At=t=>{throw TypeError(t)},H=(t,e,s,r)=>{for(var a=r>1?void 0:r?Pe(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&xe(e,s,a),a},Oe=(t,e,s)=>e.has(t)||At("Cannot "+s),qe=(t,e,s)=>e.has(t)?At("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Rt=(t,e,s)=>(Oe(t,e,"access private method"),s),J,Lt,Ut;let C=class extends G{constructor(){super(...arguments),qe(this,J),this.columns=[],this.rows=[],this.caption="",this.sort=""}render(){return i`<table role="table" part="table">
      <caption class="visually-hidden">${this.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${this.columns.map(t=>Rt(this,J,Lt).call(this,t))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.rows.map(t=>i`<tr role="row" part="row">
            ${this.columns.map((e,s)=>{const r=e.cell(t);return s===0?i`<th role="rowheader" scope="row" part="cell">${r}</th>`:i`<td role="cell" part="cell" class=${e.align??"start"}>
                    <span class="label" aria-hidden="true">${e.label}</span>${r}
                  </td>`})}
          </tr>`)}
      </tbody>
    </table>`}};J=new WeakSet;Lt=function({id:t,label:e,align:s,sortable:r}){if(!r)return i`<th role="columnheader" scope="col" class=${s??"start"}>${e}</th>`;const a=this.sort===t?"ascending":this.sort===`-${t}`?"descending":void 0;return i`<th role="columnheader" scope="col" class=${s??"start"} aria-sort=${a??d}>
      <button type="button" @click=${()=>Rt(this,J,Ut).call(this,a==="ascending"?`-${t}`:t)}>
        ${e}${a===void 0?d:i`<gw-icon name="chevron-down"></gw-icon>`}
      </button>
    </th>`};Ut=function(t){this.sort=t,this.dispatchEvent(new CustomEvent("sort",{detail:t}))};C.styles=[b,$`
      :host {
        container-type: inline-size;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border-block-end: 1px solid var(--groundwork-line);
        text-align: start;
        vertical-align: middle;
        font-weight: 400;
      }
      th:first-child,
      td:first-child {
        padding-inline-start: 0;
      }
      th:last-child,
      td:last-child {
        padding-inline-end: 0;
      }
      thead th {
        padding-block: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      tbody th {
        font-weight: 560;
      }
      .end {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .label {
        display: none;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 0.25em;
        min-block-size: 1.75rem;
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        cursor: pointer;
      }
      button:hover,
      th[aria-sort] button {
        color: var(--groundwork-text);
      }
      th[aria-sort="ascending"] gw-icon {
        rotate: 180deg;
      }
      @container (inline-size < 40rem) {
        table,
        tbody {
          display: grid;
          gap: var(--groundwork-space-3);
        }
        thead {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        tbody tr {
          display: grid;
          gap: var(--groundwork-space-2);
          padding: var(--groundwork-space-4);
          border: 1px solid var(--groundwork-line);
          border-radius: var(--groundwork-radius-m);
          background: var(--groundwork-surface);
        }
        tbody th,
        tbody td {
          display: flex;
          justify-content: space-between;
          align-items: center;
          gap: var(--groundwork-space-4);
          padding: 0;
          border: 0;
          text-align: start;
        }
        tbody th {
          justify-content: start;
          gap: var(--groundwork-space-2);
          margin-block-end: var(--groundwork-space-1);
        }
        .label {
          display: block;
          color: var(--groundwork-text-muted);
          font-size: var(--groundwork-text-s);
        }
      }
    `];H([h({attribute:!1})],C.prototype,"columns",2);H([h({attribute:!1})],C.prototype,"rows",2);H([h()],C.prototype,"caption",2);H([h()],C.prototype,"sort",2);C=H([_("gw-table")],C);var Ce=Object.defineProperty,Te=Object.getOwnPropertyDescriptor,P=(t,e,s,r)=>{for(var a=r>1?void 0:r?Te(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&Ce(e,s,a),a};function V({awaiting:t}){return t.includes("feedback")?"feedback":"manager_agreement"}let R=class extends G{constructor(){super(...arguments),this.base=""}render(){const{person:t,plan_id:e,manager:s,figures_only:r}=this.row,{team:a}=this.t,o=t.display_name;return i`<gw-avatar name=${o}></gw-avatar>
      <div>
        ${e===null?i`<bdi class="name">${o}</bdi>`:i`<a class="name" href="${this.base}#/plan/${e}"><bdi>${o}</bdi></a>`}
        ${t.title?i`<bdi class="small muted">${t.title}</bdi>`:d}
        ${r&&s?i`<span class="small muted">
              <a href="${this.base}#/team/${s.id}">${a.reportsTo(s.display_name)}</a>
            </span>`:d}
      </div>`}};R.styles=[b,$`
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
    `];P([h({attribute:!1})],R.prototype,"row",2);P([h()],R.prototype,"base",2);R=P([_("gw-team-name")],R);let L=class extends G{constructor(){super(...arguments),this.mine=!1}render(){const{plan_status:t,awaiting:e,figures_only:s}=this.row,{team:r}=this.t,[a]=e,o=V(this.row)==="feedback"?r.awaitsResponse:r.awaitsAgreement,n=this.mine?o:a&&r.awaited[a];return i`${t===null?i`<gw-pill>${r.noPlan}</gw-pill>`:i`<gw-status plan=${t}></gw-status>`}
    ${n&&t!=="draft"?i`<span class="small ${this.mine?"mine":"muted"}">${n}</span>`:d}
    ${s?i`<span class="small muted">${r.figuresOnly}</span>`:d}`}};L.styles=[b,$`
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
    `];P([h({attribute:!1})],L.prototype,"row",2);P([h({type:Boolean})],L.prototype,"mine",2);L=P([_("gw-team-state")],L);let Q=class extends G{render(){const{overdue:t,blocked:e}=this.row.action_items,{team:s}=this.t;return i`${t>0?i`<gw-pill tone="critical" icon="clock">${s.late(t)}</gw-pill>`:d}
    ${e>0?i`<gw-pill tone="caution" icon="blocked">${s.stuck(e)}</gw-pill>`:d}
    ${t+e===0?i`<span class="small muted">${s.nothing}</span>`:d}`}};Q.styles=[b,$`
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
    `];P([h({attribute:!1})],Q.prototype,"row",2);Q=P([_("gw-team-open")],Q);var Ee=Object.defineProperty,Se=Object.getOwnPropertyDescriptor,Ft=t=>{throw TypeError(t)},wt=(t,e,s,r)=>{for(var a=r>1?void 0:r?Se(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&Ee(e,s,a),a},ze=(t,e,s)=>e.has(t)||Ft("Cannot "+s),Ge=(t,e,s)=>e.has(t)?Ft("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Ot=(t,e,s)=>(ze(t,e,"access private method"),s),j,rt;let U=class extends G{constructor(){super(...arguments),Ge(this,j),this.query=z(""),this.departments=[]}render(){const{query:t}=this,{team:e,common:s}=this.t,r=l=>u=>{const{value:g}=u.target;Ot(this,j,rt).call(this,{[l]:g===""?void 0:l==="silent_days"?Number(g):g})},a=[...new Set([...this.departments,...t.department===void 0?[]:[t.department]])],o=[...new Set([14,30,60,90,...t.silent_days===void 0?[]:[t.silent_days]])].sort((l,u)=>l-u),n=[t.status,t.department,t.silent_days].some(l=>l!==void 0)||t.scope!=="reports";return i`<div class="chips" role="group" aria-label=${e.filters}>
        ${Dt.map(l=>i`<button
            type="button"
            class="chip"
            aria-pressed=${t[l]?"true":"false"}
            @click=${()=>Ot(this,j,rt).call(this,{[l]:!t[l]})}
          >
            ${e.filter[l]}
          </button>`)}
      </div>
      <gw-disclosure label=${e.moreFilters} ?open=${n}>
        <div class="selects">
          <gw-select
            label=${e.status}
            .options=${[{value:"",label:e.anyStatus},...zt.map(l=>({value:l,label:l==="none"?e.statusNone:s.planStatus[l]}))]}
            .value=${t.status??""}
            @change=${r("status")}
          ></gw-select>
          <gw-select
            label=${e.silent}
            .options=${[{value:"",label:e.anySilent},...o.map(l=>({value:String(l),label:e.days(l)}))]}
            .value=${String(t.silent_days??"")}
            @change=${r("silent_days")}
          ></gw-select>
          ${a.length>1||t.department!==void 0?i`<gw-select
                label=${e.department}
                .options=${[{value:"",label:e.anyDepartment},...a.map(l=>({value:l,label:l}))]}
                .value=${t.department??""}
                @change=${r("department")}
              ></gw-select>`:d}
          <gw-select
            label=${e.scope}
            .options=${["reports","subtree"].map(l=>({value:l,label:e.scopes[l]}))}
            .value=${t.scope}
            @change=${r("scope")}
          ></gw-select>
          <gw-select
            label=${e.sort}
            .options=${Gt.map(l=>({value:l,label:e.sorts[l]}))}
            .value=${t.sort}
            @change=${r("sort")}
          ></gw-select>
        </div>
      </gw-disclosure>`}};j=new WeakSet;rt=function(t){this.dispatchEvent(new CustomEvent("query",{detail:t}))};U.styles=[b,$`
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
    `];wt([h({attribute:!1})],U.prototype,"query",2);wt([h({attribute:!1})],U.prototype,"departments",2);U=wt([_("gw-team-filters")],U);var De=Object.defineProperty,Me=Object.getOwnPropertyDescriptor,Nt=t=>{throw TypeError(t)},y=(t,e,s,r)=>{for(var a=r>1?void 0:r?Me(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&De(e,s,a),a},Ht=(t,e,s)=>e.has(t)||Nt("Cannot "+s),T=(t,e,s)=>(Ht(t,e,"read from private field"),s?s.call(t):e.get(t)),K=(t,e,s)=>e.has(t)?Nt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),p=(t,e,s)=>(Ht(t,e,"access private method"),s),X,M,c,mt,Kt,Vt,jt,Bt,Jt,Qt,Xt,Yt,vt,q,ft,ot,Zt;const $t=50;let m=class extends Z{constructor(){super(...arguments),K(this,c),this.personId="",this.query=z(""),this.base="",this.cursors=[],this.turning=!1,this.downloading=!1,this.refreshing=!1,K(this,X,new Set),K(this,M,new dt(this,()=>[this.personId],async([t],e)=>{const s=t||(await this.api.me()).person?.id;if(s===void 0)return;const r=ut(this.query),a=l=>this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:s},query:l},signal:e}),[{data:o},{data:n}]=await Promise.all([a({...r,limit:$t}),a({awaiting_me:!0,sort:"next_due",limit:100})]);this.page=void 0,this.cursors=[],this.error=void 0;for(const{department:l}of[...o.items,...n.items])l&&T(this,X).add(l);return{team:o,waiting:n}})),K(this,vt,t=>p(this,c,q).call(this,t.detail))}willUpdate(t){super.willUpdate(t),t.has("query")&&T(this,M).value!==void 0&&(this.refreshing=!0,T(this,M).reload().finally(()=>this.refreshing=!1))}view(){return T(this,M).show(t=>t===void 0?p(this,c,mt).call(this):p(this,c,Kt).call(this,t),()=>i`<gw-skeleton lines="8"></gw-skeleton>`)}};X=new WeakMap;M=new WeakMap;c=new WeakSet;mt=function(){const{team:t}=this.t;return i`<gw-empty icon="users" heading=${t.nobody} text=${t.nobodyText}></gw-empty>`};Kt=function({team:t,waiting:e}){const s=$e(this.query);return!s&&t.totals.people===0?p(this,c,mt).call(this):i`<div class="stack">
      ${p(this,c,Vt).call(this,e)}${p(this,c,Bt).call(this,t,s)}
      <section class="stack tight" aria-label=${this.t.team.people} aria-busy=${this.refreshing||this.turning?"true":"false"}><gw-team-filters .query=${this.query} .departments=${[...T(this,X)]} @query=${T(this,vt)}></gw-team-filters>${p(this,c,Jt).call(this,t,e,s)}</section>
    </div>`};Vt=function({items:t,totals:e}){const{t:s}=this;if(t.length===0)return i`<p class="quiet"><gw-icon name="check-circle"></gw-icon>${s.team.nobodyWaits}</p>`;const r=Math.max(e.people,t.length),a=[...t].sort((o,n)=>V(o).localeCompare(V(n))).slice(0,5);return i`<gw-card tone="accent" heading=${s.team.waiting(r)}>
      ${r>5?i`<gw-button slot="actions" variant="quiet" size="small" @click=${()=>p(this,c,q).call(this,{...B,awaiting_me:!0})}>
            ${s.team.allWaiting(r)}
          </gw-button>`:d}
      <ul role="list" class="waiting">
        ${a.map(o=>{const n=V(o)==="manager_agreement";return i`<li>
            <gw-avatar name=${o.person.display_name}></gw-avatar>
            <div class="who">
              <bdi>${o.person.display_name}</bdi>
              <span class="small muted">${n?s.team.awaitsAgreement:s.team.awaitsResponse}</span>
            </div>
            ${p(this,c,jt).call(this,o,n,a[0]===o?"primary":"secondary")}
          </li>`})}
      </ul>
    </gw-card>`};jt=function({plan_id:t,person:e},s,r){const{team:a}=this.t,o=`${this.base}#/feedback/${t}${s?"":"?step=next"}`;return i`<gw-button
      size="small"
      variant=${r}
      href=${o}
      label=${s?a.agreeWith(e.display_name):a.respondTo(e.display_name)}
    >
      ${s?a.agree:a.respond}
    </gw-button>`};Bt=function({totals:t},e){const{team:s}=this.t,{format:r}=this.locale,{action_items:a}=t,o=(l,u,g)=>i`<span class="small muted">${u}</span>
      <span class="number">${r.number(l)}${g===void 0?d:i` <small>${s.of(r.number(g))}</small>`}</span>`,n=(l,u,g,xt)=>u===0||e?i`<div class="total ${u===0?"":xt}">${o(u,g)}</div>`:i`<a
            class="total ${xt}"
            href="${this.base}#/team${this.personId&&`/${this.personId}`}?${l}=true"
            @click=${ce=>p(this,c,Yt).call(this,ce,{...B,[l]:!0})}
            >${o(u,g)}</a
          >`;return i`<div class="totals" role="group" aria-label=${s.totals}>
      <div class="total">${o(t.with_plan,s.withPlan,t.people)}</div>
      <div class="total">${o(t.agreed,s.agreed,t.people)}</div>
      <div class="total">
        <span class="small muted">${s.progress}</span>
        <span class="number">${r.percent(t.progress_percent)}</span>
      </div>
      <div class="total">${o(a.done,s.done,a.total)}</div>
      ${n("late",a.overdue,s.overdue,"critical")}
      ${n("blocked",a.blocked,s.blocked,"caution")}
    </div>`};Jt=function(t,e,s){const{t:r}=this,{format:a}=this.locale,{items:o,next_cursor:n}=this.page??t,l=this.cursors.length*$t,u=new Set(e.items.map(({plan_id:g})=>g));return i`<div class="row spread found">
        <span class="muted small" role="status">${r.team.found(t.totals.people)}</span>
        <div class="row">
          ${s?i`<gw-button size="small" variant="quiet" icon="close" @click=${()=>p(this,c,q).call(this,B)}>${r.team.clear}</gw-button>`:d}
          <gw-button size="small" variant="quiet" icon="download" ?busy=${this.downloading} @click=${()=>void p(this,c,Zt).call(this)}>
            ${r.team.download}
          </gw-button>
        </div>
      </div>
      ${o.length===0?i`<gw-empty icon="search" heading=${r.team.noneFits} text=${r.team.noneFitsText}>
            <gw-button @click=${()=>p(this,c,q).call(this,B)}>${r.team.clear}</gw-button>
          </gw-empty>`:i`${!s&&t.totals.with_plan===0?i`<gw-empty icon="target" heading=${r.team.noPlans} text=${r.team.noPlansText}></gw-empty>`:d}
            <gw-table
              caption=${r.team.caption}
              .columns=${p(this,c,Qt).call(this,u)}
              .rows=${o}
              sort=${this.query.sort}
              @sort=${g=>p(this,c,q).call(this,{sort:g.detail})}
            ></gw-table>`}
      ${this.error===void 0?d:i`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${l===0&&n===null?d:i`<div class="row">
            <gw-button ?disabled=${l===0} @click=${()=>void p(this,c,ot).call(this,this.cursors.slice(0,-1))}>
              ${r.team.previous}
            </gw-button>
            <gw-button ?disabled=${n===null} @click=${()=>void p(this,c,ot).call(this,[...this.cursors,n??""])}>
              ${r.team.next}
            </gw-button>
            <span class="muted small" role="status">${r.team.range(a.number(l+1),a.number(l+o.length))}</span>
          </div>`}`};Qt=function(t){const{team:e,common:s}=this.t,{format:r}=this.locale;return[{id:"name",label:e.name,sortable:!0,cell:a=>i`<gw-team-name .row=${a} base=${this.base}></gw-team-name>`},{id:"state",label:e.state,cell:a=>i`<gw-team-state .row=${a} ?mine=${a.plan_id!==null&&t.has(a.plan_id)}></gw-team-state>`},{id:"progress",label:e.progress,sortable:!0,cell:a=>a.action_items.total===0?e.none:i`<gw-progress show-value value=${a.progress_percent} label=${e.progressOf(a.person.display_name)}></gw-progress>`},{id:"overdue",label:e.open,sortable:!0,cell:a=>i`<gw-team-open .row=${a}></gw-team-open>`},{id:"next_due",label:e.nextDue,sortable:!0,cell:a=>a.next_due_on===null?e.none:r.date(a.next_due_on).replaceAll(" "," ")},{id:"last_progress",label:e.lastProgress,sortable:!0,cell:a=>a.last_progress_at===null?e.none:r.relative(a.last_progress_at)},{id:"actions",label:s.more,align:"end",cell:a=>a.figures_only?d:i`<gw-menu
                label=${e.more(a.person.display_name)}
                .items=${[...a.plan_id===null?[]:[{id:"plan",label:e.openPlan,icon:"target"},{id:"feedback",label:e.openFeedback,icon:"message"}],{id:"handover",label:e.takeOver,icon:"flag"}]}
                @select=${o=>p(this,c,Xt).call(this,o.detail,a)}
              ></gw-menu>`}]};Xt=function(t,{plan_id:e,person:s}){const r=t==="handover"?`/team/${s.id}/handover`:`/${t}/${e}`;location.assign(`${this.base}#${r}`)};Yt=function(t,e){const{ctrlKey:s,metaKey:r,shiftKey:a}=t;!s&&!r&&!a&&(t.preventDefault(),p(this,c,q).call(this,e))};vt=new WeakMap;q=function(t){this.dispatchEvent(new CustomEvent("query",{detail:t}))};ft=async function(){return{person_id:this.personId||((await this.api.me()).person?.id??"")}};ot=async function(t){if(this.turning)return;const e=this.query;this.turning=!0,this.error=void 0;try{const s={...ut(e),limit:$t,cursor:t.at(-1)},{data:r}=await this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:await p(this,c,ft).call(this),query:s}});e===this.query&&(this.page=r,this.cursors=t,await this.updateComplete,this.renderRoot.querySelector(".found")?.scrollIntoView({block:"start"}))}catch(s){this.error=s}finally{this.turning=!1}};Zt=async function(){this.downloading=!0;try{const{data:t}=await this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:await p(this,c,ft).call(this),query:ut(this.query)},headers:{Accept:"text/csv"},parseAs:"blob"}),e=URL.createObjectURL(t),s=document.createElement("a");s.href=e,s.download=this.t.team.file,s.click(),URL.revokeObjectURL(e),ct(this,this.t.team.downloaded)}catch(t){this.error=t}finally{this.downloading=!1}};m.styles=[b,Y,$`
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
    `];y([h({attribute:"person-id"})],m.prototype,"personId",2);y([h({attribute:!1})],m.prototype,"query",2);y([h()],m.prototype,"base",2);y([v()],m.prototype,"page",2);y([v()],m.prototype,"cursors",2);y([v()],m.prototype,"turning",2);y([v()],m.prototype,"error",2);y([v()],m.prototype,"downloading",2);y([v()],m.prototype,"refreshing",2);m=y([_("gw-team-people")],m);var We=Object.defineProperty,Ie=Object.getOwnPropertyDescriptor,te=t=>{throw TypeError(t)},D=(t,e,s,r)=>{for(var a=r>1?void 0:r?Ie(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&We(e,s,a),a},ee=(t,e,s)=>e.has(t)||te("Cannot "+s),bt=(t,e,s)=>(ee(t,e,"read from private field"),s?s.call(t):e.get(t)),qt=(t,e,s)=>e.has(t)?te("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),f=(t,e,s)=>(ee(t,e,"access private method"),s),F,w,se,nt,ae,re,it,_t,oe;let x=class extends Z{constructor(){super(...arguments),qt(this,w),this.base="",this.sending=!1,this.loadingMore=!1,qt(this,F,new dt(this,()=>[],async(t,e)=>{const s=(await this.api.me()).person;if(s===void 0)return{items:[],owners:new Map,next:null};const[r,a]=await Promise.all([f(this,w,_t).call(this,s.id,void 0,e),this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:s.id},query:{limit:100}},signal:e})]),o=new Map(a.data.items.flatMap(({plan_id:n,person:l})=>n===null?[]:[[n,l]]));return{items:r.data.items,owners:o,next:r.data.next_cursor}}))}view(){return bt(this,F).show(t=>f(this,w,se).call(this,t))}};F=new WeakMap;w=new WeakSet;se=function(t){const{t:e}=this;if(t.items.length===0)return i`<gw-empty icon="flag" heading=${e.team.noPromises} text=${e.team.noPromisesText}></gw-empty>`;const s=n=>n.status==="done"||n.status==="cancelled",r=n=>n.due_on??"9999",a=t.items.filter(n=>!s(n)).sort((n,l)=>r(n).localeCompare(r(l))),o=t.items.filter(s);return i`<div class="stack">
        <p class="intro">${e.team.promisesText}</p>
        <ul role="list">
          ${a.map(n=>f(this,w,nt).call(this,n,t.owners.get(n.plan_id)))}
        </ul>
        ${t.next===null?d:i`<div><gw-button ?busy=${this.loadingMore} @click=${()=>void f(this,w,oe).call(this,t)}>${e.common.showMore}</gw-button></div>`}
        ${o.length===0?d:i`<gw-disclosure label=${e.team.promisesDone(o.length)}>
              <ul role="list">
                ${o.map(n=>f(this,w,nt).call(this,n,t.owners.get(n.plan_id)))}
              </ul>
            </gw-disclosure>`}
      </div>
      ${f(this,w,ae).call(this)}`};nt=function(t,e){const{team:s}=this.t,{format:r}=this.locale,a=t.due_on===null?s.noDue:(t.overdue?s.overdueSince:s.due)(r.date(t.due_on));return i`<li>
      <div class="what">
        <strong dir="auto">${t.title}</strong>
        <div class="small muted">
          <span class=${t.overdue?"late":""}>${a}</span> ·
          <a href="${this.base}#/plan/${t.plan_id}">${e===void 0?s.openPlan:s.promisedTo(e.display_name)}</a>
        </div>
      </div>
      <div class="how">
        <gw-status item=${t.status}></gw-status>
        <gw-progress show-value value=${t.progress_percent} label=${s.progressOf(t.title)}></gw-progress>
        <gw-button size="small" variant="quiet" @click=${()=>f(this,w,re).call(this,t)}>
          ${s.record}<span class="visually-hidden">: ${t.title}</span>
        </gw-button>
      </div>
    </li>`};ae=function(){const{t}=this,{recording:e}=this,s=a=>{this.recording=e&&{...e,...a}},r=["not_started","in_progress","blocked","done"];return i`<gw-dialog heading=${t.team.recordOn(e?.item.title??"")} ?open=${e!==void 0} @close=${()=>this.recording=void 0}>
      ${e===void 0?d:i`<gw-choice
              label=${t.team.itemStatus}
              .options=${r.map(a=>({value:a,label:t.common.itemStatus[a]}))}
              .value=${e.status}
              @change=${a=>{const o=a.target.value;s({status:o,percent:o==="done"?"100":e.percent})}}
            ></gw-choice>
            <gw-text-field
              type="number"
              min="0"
              max="100"
              label=${t.team.percent}
              .value=${e.percent}
              ?disabled=${e.status==="done"}
              @input=${a=>s({percent:a.target.value})}
            ></gw-text-field>
            <gw-text-field
              multiline
              rows="2"
              maxlength="4000"
              label=${t.team.note}
              .value=${e.note}
              @input=${a=>s({note:a.target.value})}
            ></gw-text-field>
            ${this.error===void 0?d:i`<gw-error inline .error=${this.error} @retry=${()=>void f(this,w,it).call(this)}></gw-error>`}`}
      <gw-button slot="footer" @click=${()=>this.recording=void 0}>${t.common.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.sending} @click=${()=>void f(this,w,it).call(this)}>${t.common.save}</gw-button>
    </gw-dialog>`};re=function(t){this.error=void 0,this.recording={item:t,status:t.status,percent:String(t.progress_percent),note:""}};it=async function(){const{recording:t}=this;if(t===void 0)return;const{item:e,status:s,percent:r,note:a}=t;this.sending=!0,this.error=void 0;try{const o={action_item_id:e.id};await this.api.POST("/v1/action-items/{action_item_id}/progress",{params:{path:o},body:{status:s,progress_percent:Number(r),note:a.trim()||null}}),this.recording=void 0,ct(this,this.t.team.recorded),await bt(this,F).reload()}catch(o){this.error=o}finally{this.sending=!1}};_t=function(t,e,s){const r={kind:"support",responsible_id:t,sort:"-created_at",limit:100,cursor:e};return this.api.GET("/v1/action-items",{params:{query:r},...s&&{signal:s}})};oe=async function({items:t,owners:e,next:s}){const r=(await this.api.me()).person;if(!(s===null||r===void 0)){this.loadingMore=!0;try{const{data:a}=await f(this,w,_t).call(this,r.id,s);bt(this,F).value={items:[...t,...a.items],owners:e,next:a.next_cursor}}catch{ct(this,this.t.common.errors.server,"critical")}finally{this.loadingMore=!1}}};x.styles=[b,Y,$`
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
    `];D([h()],x.prototype,"base",2);D([v()],x.prototype,"recording",2);D([v()],x.prototype,"sending",2);D([v()],x.prototype,"error",2);D([v()],x.prototype,"loadingMore",2);x=D([_("gw-team-promises")],x);var Ae=Object.defineProperty,Re=Object.getOwnPropertyDescriptor,ne=t=>{throw TypeError(t)},yt=(t,e,s,r)=>{for(var a=r>1?void 0:r?Re(e,s):e,o=t.length-1,n;o>=0;o--)(n=t[o])&&(a=(r?n(e,s,a):n(a))||a);return r&&a&&Ae(e,s,a),a},ie=(t,e,s)=>e.has(t)||ne("Cannot "+s),E=(t,e,s)=>(ie(t,e,"read from private field"),s?s.call(t):e.get(t)),Ct=(t,e,s)=>e.has(t)?ne("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),lt=(t,e,s)=>(ie(t,e,"access private method"),s),k,et,W,le,kt;let N=class extends Z{constructor(){super(...arguments),Ct(this,k),this.personId="",this.query=z(""),Ct(this,W,()=>{E(this,k,et)||(this.query=z(location.hash.split("?")[1]??""))})}connectedCallback(){super.connectedCallback(),window.addEventListener("hashchange",E(this,W)),E(this,W).call(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("hashchange",E(this,W))}view(){const{team:t}=this.t,e={people:t.people,promises:t.promises,history:t.history},s=St.filter(r=>r!=="promises"||this.personId==="");return i`<div class="page-head"><h1>${t.title}</h1></div>
      <gw-tabs
        label=${t.tabs}
        .tabs=${s.map(r=>({id:r,label:e[r]}))}
        selected=${this.query.view}
        @select=${r=>lt(this,k,kt).call(this,{view:r.target.selected})}
      >
        ${lt(this,k,le).call(this)}
      </gw-tabs>`}};k=new WeakSet;et=function(){return this.getToken!==void 0||this.baseUrl!==""};W=new WeakMap;le=function(){const{query:t}=this,e=E(this,k,et)?`${this.baseUrl}/board/`:"",s=r=>lt(this,k,kt).call(this,r.detail);switch(t.view){case"people":return i`<gw-team-people slot="people" person-id=${this.personId} base=${e} .query=${t} @query=${s}></gw-team-people>`;case"promises":return this.personId===""?i`<gw-team-promises slot="promises" base=${e}></gw-team-promises>`:d;case"history":return i`<gw-team-history slot="history" person-id=${this.personId} .query=${t} @query=${s}></gw-team-history>`}};kt=function(t){if(this.query={...this.query,...t},!E(this,k,et)){const[e]=location.hash.split("?"),s=fe(this.query);history.replaceState(null,"",s===""?e:`${e}?${s}`)}};N.styles=[b,Y,$`
      .page-head {
        margin-block-end: var(--groundwork-space-4);
      }
    `];yt([h({attribute:"person-id"})],N.prototype,"personId",2);yt([v()],N.prototype,"query",2);N=yt([_("groundwork-team")],N);export{N as GroundworkTeam};
