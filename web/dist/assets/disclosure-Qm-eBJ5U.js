import{i as u,b as g}from"./tokens-BHm-NQ-a.js";import{b as m,n as l,a as v,e as f}from"./keyed-B3djp2YV.js";var b=Object.defineProperty,k=Object.getOwnPropertyDescriptor,w=e=>{throw TypeError(e)},a=(e,r,t,i)=>{for(var o=i>1?void 0:i?k(r,t):r,d=e.length-1,c;d>=0;d--)(c=e[d])&&(o=(i?c(r,t,o):c(o))||o);return i&&o&&b(r,t,o),o},y=(e,r,t)=>r.has(e)||w("Cannot "+t),_=(e,r,t)=>r.has(e)?w("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(e):r.set(e,t),x=(e,r,t)=>(y(e,r,"access private method"),t),p,h;let s=class extends v{constructor(){super(...arguments),_(this,p),this.label="",this.open=!1}render(){return g`<details part="details" ?open=${this.open} @toggle=${x(this,p,h)}>
      <summary part="summary"><gw-icon name="chevron-right"></gw-icon><slot name="summary">${this.label}</slot></summary>
      <div class="content" part="content"><slot></slot></div>
    </details>`}};p=new WeakSet;h=function(e){this.open=e.target.open};s.styles=[m,u`
      summary {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        font-weight: 560;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        color: var(--groundwork-accent);
      }
      gw-icon {
        transition: rotate var(--groundwork-motion);
        color: var(--groundwork-text-muted);
      }
      details[open] gw-icon {
        rotate: 90deg;
      }
      details[open] gw-icon:dir(rtl) {
        rotate: -90deg;
      }
      .content {
        padding-block: var(--groundwork-space-2) var(--groundwork-space-3);
      }
    `];a([l()],s.prototype,"label",2);a([l({type:Boolean,reflect:!0})],s.prototype,"open",2);s=a([f("gw-disclosure")],s);let n=class extends v{render(){const{before:e,after:r}=this.t.common;return g`<div class="sides">
      <section class="side" part="before"><h3>${this.beforeLabel??e}</h3><slot name="before"></slot></section>
      <section class="side after" part="after"><h3>${this.afterLabel??r}</h3><slot name="after"></slot></section>
    </div>`}};n.styles=[m,u`
      :host {
        container-type: inline-size;
      }
      .sides {
        display: grid;
        gap: var(--groundwork-space-3);
      }
      .side {
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
        min-inline-size: 0;
      }
      .after {
        background: var(--groundwork-accent-soft);
        border-color: transparent;
      }
      h3 {
        margin-block-end: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      @container (inline-size >= 34rem) {
        .sides {
          grid-template-columns: 1fr 1fr;
        }
      }
    `];a([l({attribute:"before-label"})],n.prototype,"beforeLabel",2);a([l({attribute:"after-label"})],n.prototype,"afterLabel",2);n=a([f("gw-compare")],n);
