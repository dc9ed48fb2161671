import{i as A,A as v,b as g}from"./tokens-BHm-NQ-a.js";import{n as u,r as _,s as O,x as T,e as W}from"./keyed-B3djp2YV.js";import{G as D,l as z}from"./field-CFRL2lVk.js";function N(t){return async(e,i)=>{const{data:s}=await t.GET("/v1/people/directory",{params:{query:{search:e}},signal:i});return s.items.map(({id:a,display_name:d,title:h})=>({id:a,label:d,detail:h}))}}var B=Object.defineProperty,F=Object.getOwnPropertyDescriptor,E=t=>{throw TypeError(t)},l=(t,e,i,s)=>{for(var a=s>1?void 0:s?F(e,i):e,d=t.length-1,h;d>=0;d--)(h=t[d])&&(a=(s?h(e,i,a):h(a))||a);return s&&a&&B(e,i,a),a},b=(t,e,i)=>e.has(t)||E("Cannot "+i),p=(t,e,i)=>(b(t,e,"read from private field"),i?i.call(t):e.get(t)),k=(t,e,i)=>e.has(t)?E("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),m=(t,e,i,s)=>(b(t,e,"write to private field"),e.set(t,i),i),r=(t,e,i)=>(b(t,e,"access private method"),i),c,f,o,P,$,G,x,S,w,y,C;let n=class extends D{constructor(){super(...arguments),k(this,o),this.free=!1,this.clears=!1,this.least=2,this.failed=!1,this.at=-1,k(this,c),k(this,f,!1)}focus(t){this.input.focus(t)}render(){const{common:t}=this.t,e=this.found??[],i=e.length>0,s=this.failed?t.errors.server:this.free?void 0:t.notFound;return this.labelled(g`<div class="place">
      <input
        id="control"
        part="control"
        class="control"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${i?"true":"false"}
        aria-controls="options"
        aria-activedescendant=${i&&this.at>=0?`option-${this.at}`:v}
        aria-describedby=${T(this.describedBy)}
        aria-invalid=${this.error?"true":"false"}
        placeholder=${this.placeholder??(this.least>0?t.choose:v)}
        ?disabled=${this.disabled}
        .value=${z(this.value)}
        @input=${r(this,o,P)}
        @focus=${()=>this.least===0&&void r(this,o,$).call(this,0)}
        @keydown=${r(this,o,G)}
        @blur=${r(this,o,S)}
      />
      <div id="options" class=${i?"popup":""} role="listbox" aria-label=${this.label} ?hidden=${!i}>
        ${e.map((a,d)=>g`<div
            id="option-${d}"
            role="option"
            aria-selected=${d===this.at?"true":"false"}
            @pointerdown=${h=>h.preventDefault()}
            @click=${()=>r(this,o,y).call(this,a)}
          >
            ${a.label}${a.detail?g`<div class="detail">${a.detail}</div>`:v}
          </div>`)}
      </div>
      <div role="status">
        ${this.found?.length===0&&s!==void 0?g`<div class="popup none">${s}</div>`:v}
      </div>
    </div>`)}};c=new WeakMap;f=new WeakMap;o=new WeakSet;P=function(t){this.take(t),m(this,f,!0),this.value.trim()===""&&!this.clears&&r(this,o,C).call(this,void 0),r(this,o,$).call(this,150)};$=async function(t){p(this,c)?.abort();const e=m(this,c,new AbortController),i=this.value.trim();if(this.at=-1,this.failed=!1,i.length<this.least){this.found=void 0;return}if(await new Promise(s=>setTimeout(s,t)),!e.signal.aborted)try{const s=await this.find(i,e.signal);e.signal.aborted||(this.found=s)}catch{e.signal.aborted||(this.failed=!0,this.found=[])}};G=function(t){const e=this.found??[],i={ArrowDown:1,ArrowUp:-1}[t.key];if(i!==void 0&&e.length>0)t.preventDefault(),this.at=(this.at+i+e.length)%e.length,this.updateComplete.then(()=>this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({block:"nearest"}));else if(t.key==="Enter"){const s=e[this.at]??(this.free?void 0:e.length===1?e[0]:void 0);(s!==void 0||this.free&&this.value.trim()!=="")&&(t.preventDefault(),r(this,o,y).call(this,s??p(this,o,x)))}else t.key==="Escape"&&this.found!==void 0&&(t.stopPropagation(),t.preventDefault(),r(this,o,w).call(this))};x=function(){const t=this.value.trim();return{id:t,label:t}};S=function(){r(this,o,w).call(this),this.free&&p(this,f)&&this.value.trim()!==""&&r(this,o,y).call(this,p(this,o,x))};w=function(){p(this,c)?.abort(),this.found=void 0,this.at=-1};y=function(t){r(this,o,w).call(this),m(this,f,!1),this.value=this.clears?"":t.label,r(this,o,C).call(this,t)};C=function(t){this.dispatchEvent(new CustomEvent("pick",{detail:t}))};n.styles=[...D.styles,A`
      .place {
        position: relative;
      }
      .popup {
        position: absolute;
        z-index: 20;
        inset-inline: 0;
        inset-block-start: calc(100% + 4px);
        max-block-size: 18rem;
        overflow: auto;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
      [role="option"] {
        padding: var(--groundwork-space-2) var(--groundwork-space-3);
        border-radius: var(--groundwork-radius-s);
        cursor: pointer;
      }
      [role="option"]:hover,
      [role="option"][aria-selected="true"] {
        background: var(--groundwork-accent-soft);
      }
      [role="option"][aria-selected="true"] {
        outline: 2px solid var(--groundwork-ring);
        outline-offset: -2px;
      }
      .detail,
      .none {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      .none {
        padding: var(--groundwork-space-2) var(--groundwork-space-3);
      }
    `];l([u({attribute:!1})],n.prototype,"find",2);l([u({type:Boolean})],n.prototype,"free",2);l([u({type:Boolean})],n.prototype,"clears",2);l([u()],n.prototype,"placeholder",2);l([u({type:Number})],n.prototype,"least",2);l([_()],n.prototype,"found",2);l([_()],n.prototype,"failed",2);l([_()],n.prototype,"at",2);l([O("input")],n.prototype,"input",2);n=l([W("gw-suggest")],n);export{N as f};
