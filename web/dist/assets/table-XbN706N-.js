import{i as v,b as n,A as h}from"./tokens-BHm-NQ-a.js";import{b as f,n as d,a as m,e as y}from"./keyed-B3djp2YV.js";var k=Object.defineProperty,_=Object.getOwnPropertyDescriptor,u=t=>{throw TypeError(t)},i=(t,r,e,a)=>{for(var o=a>1?void 0:a?_(r,e):r,c=t.length-1,p;c>=0;c--)(p=t[c])&&(o=(a?p(r,e,o):p(o))||o);return a&&o&&k(r,e,o),o},$=(t,r,e)=>r.has(t)||u("Cannot "+e),x=(t,r,e)=>r.has(t)?u("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(t):r.set(t,e),g=(t,r,e)=>($(t,r,"access private method"),e),l,w,b;let s=class extends m{constructor(){super(...arguments),x(this,l),this.columns=[],this.rows=[],this.caption="",this.sort=""}render(){return n`<table role="table" part="table">
      <caption class="visually-hidden">${this.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${this.columns.map(t=>g(this,l,w).call(this,t))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.rows.map(t=>n`<tr role="row" part="row">
            ${this.columns.map((r,e)=>{const a=r.cell(t);return e===0?n`<th role="rowheader" scope="row" part="cell">${a}</th>`:n`<td role="cell" part="cell" class="${r.align??"start"} ${r.short?"short":""}">
                    <span class="label" aria-hidden="true">${r.label}</span>${a}
                  </td>`})}
          </tr>`)}
      </tbody>
    </table>`}};l=new WeakSet;w=function({id:t,label:r,align:e,sortable:a}){if(!a)return n`<th role="columnheader" scope="col" class=${e??"start"}>${r}</th>`;const o=this.sort===t?"ascending":this.sort===`-${t}`?"descending":void 0;return n`<th role="columnheader" scope="col" class=${e??"start"} aria-sort=${o??h}>
      <button type="button" @click=${()=>g(this,l,b).call(this,o==="ascending"?`-${t}`:t)}>
        ${r}${o===void 0?h:n`<gw-icon name="chevron-down"></gw-icon>`}
      </button>
    </th>`};b=function(t){this.sort=t,this.dispatchEvent(new CustomEvent("sort",{detail:t}))};s.styles=[f,v`
      :host {
        container-type: inline-size;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        overflow-wrap: anywhere;
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
      .short {
        white-space: nowrap;
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
    `];i([d({attribute:!1})],s.prototype,"columns",2);i([d({attribute:!1})],s.prototype,"rows",2);i([d()],s.prototype,"caption",2);i([d()],s.prototype,"sort",2);s=i([y("gw-table")],s);
