import{i as g,A as l,b as d}from"./tokens-BHm-NQ-a.js";import{b as u,n as p,a as w,e as v}from"./keyed-SI92q3s9.js";const h=g`
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
  .back {
    display: inline-flex;
    align-items: center;
    gap: var(--groundwork-space-1);
    min-block-size: 2.75rem;
    font-size: var(--groundwork-text-s);
    font-weight: 560;
    text-decoration: none;
  }
`;var m=Object.defineProperty,k=Object.getOwnPropertyDescriptor,c=(a,r,t,o)=>{for(var e=o>1?void 0:o?k(r,t):r,i=a.length-1,s;i>=0;i--)(s=a[i])&&(e=(o?s(r,t,e):s(e))||e);return o&&e&&m(r,t,e),e};const f=["people","cycles","audit"];let n=class extends w{constructor(){super(...arguments),this.current="people"}render(){const{hr:a}=this.t;return d`<nav aria-label=${a.navigation}>
      <ul role="list">
        ${f.map(r=>d`<li>
            <a href="#/hr/${r}" aria-current=${r===this.current?"page":l}>${a[r]}</a>
          </li>`)}
      </ul>
    </nav>`}};n.styles=[u,g`
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
    `];c([p()],n.prototype,"current",2);n=c([v("gw-hr-navigation")],n);export{h};
