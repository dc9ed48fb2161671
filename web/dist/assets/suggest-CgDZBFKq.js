import{i as O,A as v,b as w}from"./tokens-BHm-NQ-a.js";import{n as u,r as _,t as W,y as L,e as M}from"./keyed-Do4O5M2M.js";import{G as E,l as q}from"./field-D2fG7fMb.js";function R(t){return async(e,i)=>{const{data:s}=await t.GET("/v1/people/directory",{params:{query:{search:e}},signal:i});return s.items.map(({id:o,display_name:l,title:p})=>({id:o,label:l,detail:p}))}}const k=new WeakMap;function z(t){let e=k.get(t);return e===void 0&&(e=t.GET("/v1/people",{params:{query:{active:!0,limit:100}}}).then(({data:{items:i}})=>({departments:[...new Set(i.map(({department:s})=>s).filter(s=>s!==null))].sort(),head:i.find(({manager_id:s})=>s===null)})),e.catch(()=>k.delete(t)),k.set(t,e)),e}function U(t){return async e=>{const{departments:i}=await z(t),s=e.toLocaleLowerCase();return i.filter(o=>o.toLocaleLowerCase().includes(s)).map(o=>({id:o,label:o}))}}var B=Object.defineProperty,F=Object.getOwnPropertyDescriptor,G=t=>{throw TypeError(t)},d=(t,e,i,s)=>{for(var o=s>1?void 0:s?F(e,i):e,l=t.length-1,p;l>=0;l--)(p=t[l])&&(o=(s?p(e,i,o):p(o))||o);return s&&o&&B(e,i,o),o},b=(t,e,i)=>e.has(t)||G("Cannot "+i),h=(t,e,i)=>(b(t,e,"read from private field"),i?i.call(t):e.get(t)),m=(t,e,i)=>e.has(t)?G("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),$=(t,e,i,s)=>(b(t,e,"write to private field"),e.set(t,i),i),r=(t,e,i)=>(b(t,e,"access private method"),i),c,f,a,P,x,S,C,T,g,y,D;let n=class extends E{constructor(){super(...arguments),m(this,a),this.free=!1,this.clears=!1,this.least=2,this.failed=!1,this.at=-1,m(this,c),m(this,f,!1)}focus(t){this.input.focus(t)}render(){const{hr:t,common:e}=this.t,i=this.found??[],s=i.length>0,o=this.failed?e.errors.server:this.free?void 0:t.notFound;return this.labelled(w`<div class="place">
      <input
        id="control"
        part="control"
        class="control"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${s?"true":"false"}
        aria-controls="options"
        aria-activedescendant=${s&&this.at>=0?`option-${this.at}`:v}
        aria-describedby=${L(this.describedBy)}
        aria-invalid=${this.error?"true":"false"}
        placeholder=${this.placeholder??(this.least>0?t.choose:v)}
        ?disabled=${this.disabled}
        .value=${q(this.value)}
        @input=${r(this,a,P)}
        @focus=${()=>this.least===0&&void r(this,a,x).call(this,0)}
        @keydown=${r(this,a,S)}
        @blur=${r(this,a,T)}
      />
      <div id="options" class=${s?"popup":""} role="listbox" aria-label=${this.label} ?hidden=${!s}>
        ${i.map((l,p)=>w`<div
            id="option-${p}"
            role="option"
            aria-selected=${p===this.at?"true":"false"}
            @pointerdown=${A=>A.preventDefault()}
            @click=${()=>r(this,a,y).call(this,l)}
          >
            ${l.label}${l.detail?w`<div class="detail">${l.detail}</div>`:v}
          </div>`)}
      </div>
      <div role="status">
        ${this.found?.length===0&&o!==void 0?w`<div class="popup none">${o}</div>`:v}
      </div>
    </div>`)}};c=new WeakMap;f=new WeakMap;a=new WeakSet;P=function(t){this.take(t),$(this,f,!0),this.value.trim()===""&&!this.clears&&r(this,a,D).call(this,void 0),r(this,a,x).call(this,150)};x=async function(t){h(this,c)?.abort();const e=$(this,c,new AbortController),i=this.value.trim();if(this.at=-1,this.failed=!1,i.length<this.least){this.found=void 0;return}if(await new Promise(s=>setTimeout(s,t)),!e.signal.aborted)try{const s=await this.find(i,e.signal);e.signal.aborted||(this.found=s)}catch{e.signal.aborted||(this.failed=!0,this.found=[])}};S=function(t){const e=this.found??[],i={ArrowDown:1,ArrowUp:-1}[t.key];if(i!==void 0&&e.length>0)t.preventDefault(),this.at=(this.at+i+e.length)%e.length,this.updateComplete.then(()=>this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({block:"nearest"}));else if(t.key==="Enter"){const s=e[this.at]??(this.free?void 0:e.length===1?e[0]:void 0);(s!==void 0||this.free&&this.value.trim()!=="")&&(t.preventDefault(),r(this,a,y).call(this,s??h(this,a,C)))}else t.key==="Escape"&&this.found!==void 0&&(t.stopPropagation(),t.preventDefault(),r(this,a,g).call(this))};C=function(){const t=this.value.trim();return{id:t,label:t}};T=function(){r(this,a,g).call(this),this.free&&h(this,f)&&this.value.trim()!==""&&r(this,a,y).call(this,h(this,a,C))};g=function(){h(this,c)?.abort(),this.found=void 0,this.at=-1};y=function(t){r(this,a,g).call(this),$(this,f,!1),this.value=this.clears?"":t.label,r(this,a,D).call(this,t)};D=function(t){this.dispatchEvent(new CustomEvent("pick",{detail:t}))};n.styles=[...E.styles,O`
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
    `];d([u({attribute:!1})],n.prototype,"find",2);d([u({type:Boolean})],n.prototype,"free",2);d([u({type:Boolean})],n.prototype,"clears",2);d([u()],n.prototype,"placeholder",2);d([u({type:Number})],n.prototype,"least",2);d([_()],n.prototype,"found",2);d([_()],n.prototype,"failed",2);d([_()],n.prototype,"at",2);d([W("input")],n.prototype,"input",2);n=d([M("gw-hr-suggest")],n);export{U as a,R as f,z as s};
