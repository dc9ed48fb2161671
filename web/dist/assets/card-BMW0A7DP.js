import{i,b as c,A as g}from"./tokens-BHm-NQ-a.js";import{b as u,n as p,a as w,e as h}from"./keyed-B3djp2YV.js";var v=Object.defineProperty,f=Object.getOwnPropertyDescriptor,l=(e,a,s,t)=>{for(var r=t>1?void 0:t?f(a,s):a,n=e.length-1,d;n>=0;n--)(d=e[n])&&(r=(t?d(a,s,r):d(r))||r);return t&&r&&v(a,s,r),r};let o=class extends w{constructor(){super(...arguments),this.tone="plain"}render(){const e=c`<header part="header">
      <slot name="lead"></slot>
      <h2 part="heading">${this.heading}</h2>
      <slot name="actions"></slot>
    </header>`;return c`<section class="card" part="card">
      ${this.heading===void 0?g:e}<slot></slot><slot name="footer"></slot>
    </section>`}};o.styles=[u,i`
      .card {
        padding: clamp(var(--groundwork-space-4), 3vi, var(--groundwork-space-5));
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow);
      }
      :host([tone="accent"]) .card {
        border-color: transparent;
        background: var(--groundwork-accent-soft);
        box-shadow: none;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        margin-block-end: var(--groundwork-space-4);
      }
      h2 {
        flex: 1;
        font-size: var(--groundwork-text-l);
      }
      ::slotted([slot="footer"]) {
        display: block;
        margin-block-start: var(--groundwork-space-4);
      }
    `];l([p()],o.prototype,"heading",2);l([p({reflect:!0})],o.prototype,"tone",2);o=l([h("gw-card")],o);
