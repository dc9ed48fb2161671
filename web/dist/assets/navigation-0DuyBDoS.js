import{i as g,A as c,b as d}from"./tokens-BHm-NQ-a.js";import{b as l,n as p,a as w,e as v}from"./keyed-B3djp2YV.js";const x=g`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    align-items: end;
    gap: var(--groundwork-space-4);
    margin-block-end: var(--groundwork-space-5);
  }
  .paging {
    margin-block-start: var(--groundwork-space-4);
  }
  .totals {
    margin-block-end: var(--groundwork-space-3);
    font-weight: 560;
  }
  .note {
    margin-block: var(--groundwork-space-4);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--groundwork-space-4) var(--groundwork-space-5);
  }
  .facts dt {
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--groundwork-space-4);
    margin-block-end: var(--groundwork-space-6);
  }
`;var m=Object.defineProperty,k=Object.getOwnPropertyDescriptor,u=(e,r,t,o)=>{for(var a=o>1?void 0:o?k(r,t):r,s=e.length-1,i;s>=0;s--)(i=e[s])&&(a=(o?i(r,t,a):i(a))||a);return o&&a&&m(r,t,a),a};const f=["people","cycles","audit"];let n=class extends w{constructor(){super(...arguments),this.current="people"}render(){const{hr:e}=this.t;return d`<nav aria-label=${e.navigation}>
      <ul role="list">
        ${f.map(r=>d`<li>
            <a href="#/hr/${r}" aria-current=${r===this.current?"page":c}>${e[r]}</a>
          </li>`)}
      </ul>
    </nav>`}};n.styles=[l,g`
      :host {
        margin-block-end: var(--groundwork-space-6);
      }
      ul {
        display: inline-flex;
        gap: var(--groundwork-space-1);
        padding: var(--groundwork-space-1);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      a {
        display: flex;
        align-items: center;
        min-block-size: 2.25rem;
        padding-inline: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-s);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        font-weight: 560;
        text-decoration: none;
      }
      a:hover {
        color: var(--groundwork-text);
      }
      a[aria-current="page"] {
        background: var(--groundwork-surface);
        color: var(--groundwork-text);
        box-shadow: var(--groundwork-shadow);
      }
      @media (forced-colors: active) {
        a[aria-current="page"] {
          text-decoration: underline;
        }
      }
    `];u([p()],n.prototype,"current",2);n=u([v("gw-hr-navigation")],n);export{x as h};
