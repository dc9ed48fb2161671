import{i as w,A as g,b}from"./tokens-BHm-NQ-a.js";import{b as m,n as u,a as k,e as _}from"./keyed-B3djp2YV.js";var x=Object.defineProperty,y=Object.getOwnPropertyDescriptor,v=t=>{throw TypeError(t)},c=(t,e,r,a)=>{for(var o=a>1?void 0:a?y(e,r):e,s=t.length-1,l;s>=0;s--)(l=t[s])&&(o=(a?l(e,r,o):l(o))||o);return a&&o&&x(e,r,o),o},$=(t,e,r)=>e.has(t)||v("Cannot "+r),C=(t,e,r)=>e.has(t)?v("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,r),d=(t,e,r)=>($(t,e,"access private method"),r),n,h,p,f;let i=class extends k{constructor(){super(...arguments),C(this,n),this.tabs=[],this.selected="",this.label=""}render(){const t=d(this,n,h).call(this);return b`
      <div role="tablist" part="tabs" aria-label=${this.label} @keydown=${d(this,n,f)}>
        ${this.tabs.map(({id:e,label:r,count:a})=>b`<button
            role="tab"
            type="button"
            id="tab-${e}"
            part="tab"
            aria-selected=${e===t?"true":"false"}
            aria-controls="panel"
            tabindex=${e===t?0:-1}
            @click=${()=>d(this,n,p).call(this,e)}
          >
            ${r}${a===void 0?g:b`<span class="count">${this.locale.format.number(a)}</span>`}
          </button>`)}
      </div>
      <div role="tabpanel" id="panel" part="panel" aria-labelledby="tab-${t}"><slot name=${t}></slot></div>
    `}};n=new WeakSet;h=function(){return this.tabs.some(({id:t})=>t===this.selected)?this.selected:this.tabs[0]?.id??""};p=function(t){t!==this.selected&&(this.selected=t,this.dispatchEvent(new Event("select")))};f=async function(t){const e=this.matches(":dir(rtl)")?"ArrowLeft":"ArrowRight",r=this.matches(":dir(rtl)")?"ArrowRight":"ArrowLeft",a=this.tabs.findIndex(({id:l})=>l===d(this,n,h).call(this)),o={[e]:a+1,[r]:a-1,Home:0,End:this.tabs.length-1}[t.key],s=o===void 0?void 0:this.tabs[(o+this.tabs.length)%this.tabs.length];s!==void 0&&(t.preventDefault(),d(this,n,p).call(this,s.id),await this.updateComplete,this.renderRoot.querySelector(`#tab-${CSS.escape(s.id)}`)?.focus())};i.styles=[m,w`
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
      @media (forced-colors: active) {
        button {
          border-color: Canvas;
        }
        button[aria-selected="true"] {
          border-color: Highlight;
        }
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
    `];c([u({attribute:!1})],i.prototype,"tabs",2);c([u()],i.prototype,"selected",2);c([u()],i.prototype,"label",2);i=c([_("gw-tabs")],i);
