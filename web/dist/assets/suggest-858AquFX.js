import{i as T,A as v,b as w}from"./tokens-BHm-NQ-a.js";import{n as u,r as b,s as A,x as R,e as U}from"./keyed-SI92q3s9.js";import{G as D,l as W}from"./field-fGGVLCRu.js";function I(t){return async(e,i)=>{const{data:s}=await t.GET("/v1/people/directory",{params:{query:{search:e}},signal:i});return s.items.map(({id:o,display_name:l,title:c})=>({id:o,label:l,detail:c}))}}const m=new WeakMap;function M(t){let e=m.get(t);return e===void 0&&(e=t.GET("/v1/people",{params:{query:{active:!0,limit:100}}}).then(({data:{items:i}})=>({departments:[...new Set(i.map(({department:s})=>s).filter(s=>s!==null))].sort(),head:i.find(({manager_id:s})=>s===null)})),e.catch(()=>m.delete(t)),m.set(t,e)),e}function N(t){return async e=>{const{departments:i}=await M(t),s=e.toLocaleLowerCase();return i.filter(o=>o.toLocaleLowerCase().includes(s)).map(o=>({id:o,label:o}))}}function V(t,e){const i=URL.createObjectURL(t),s=document.createElement("a");s.href=i,s.download=e,s.click(),setTimeout(()=>URL.revokeObjectURL(i),6e4)}var q=Object.defineProperty,z=Object.getOwnPropertyDescriptor,L=t=>{throw TypeError(t)},d=(t,e,i,s)=>{for(var o=s>1?void 0:s?z(e,i):e,l=t.length-1,c;l>=0;l--)(c=t[l])&&(o=(s?c(e,i,o):c(o))||o);return s&&o&&q(e,i,o),o},_=(t,e,i)=>e.has(t)||L("Cannot "+i),p=(t,e,i)=>(_(t,e,"read from private field"),i?i.call(t):e.get(t)),y=(t,e,i)=>e.has(t)?L("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,i),$=(t,e,i,s)=>(_(t,e,"write to private field"),e.set(t,i),i),r=(t,e,i)=>(_(t,e,"access private method"),i),h,f,a,G,x,O,C,P,g,k,E;let n=class extends D{constructor(){super(...arguments),y(this,a),this.free=!1,this.clears=!1,this.least=2,this.failed=!1,this.at=-1,y(this,h),y(this,f,!1)}focus(t){this.input.focus(t)}render(){const{hr:t,common:e}=this.t,i=this.found??[],s=i.length>0,o=this.failed?e.errors.server:this.free?void 0:t.notFound;return this.labelled(w`<div class="place">
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
        aria-describedby=${R(this.describedBy)}
        aria-invalid=${this.error?"true":"false"}
        placeholder=${this.placeholder??(this.least>0?t.choose:v)}
        ?disabled=${this.disabled}
        .value=${W(this.value)}
        @input=${r(this,a,G)}
        @focus=${()=>this.least===0&&void r(this,a,x).call(this,0)}
        @keydown=${r(this,a,O)}
        @blur=${r(this,a,P)}
      />
      <div id="options" class=${s?"popup":""} role="listbox" aria-label=${this.label} ?hidden=${!s}>
        ${i.map((l,c)=>w`<div
            id="option-${c}"
            role="option"
            aria-selected=${c===this.at?"true":"false"}
            @pointerdown=${S=>S.preventDefault()}
            @click=${()=>r(this,a,k).call(this,l)}
          >
            ${l.label}${l.detail?w`<div class="detail">${l.detail}</div>`:v}
          </div>`)}
      </div>
      <div role="status">
        ${this.found?.length===0&&o!==void 0?w`<div class="popup none">${o}</div>`:v}
      </div>
    </div>`)}};h=new WeakMap;f=new WeakMap;a=new WeakSet;G=function(t){this.take(t),$(this,f,!0),this.value.trim()===""&&!this.clears&&r(this,a,E).call(this,void 0),r(this,a,x).call(this,150)};x=async function(t){p(this,h)?.abort();const e=$(this,h,new AbortController),i=this.value.trim();if(this.at=-1,this.failed=!1,i.length<this.least){this.found=void 0;return}if(await new Promise(s=>setTimeout(s,t)),!e.signal.aborted)try{const s=await this.find(i,e.signal);e.signal.aborted||(this.found=s)}catch{e.signal.aborted||(this.failed=!0,this.found=[])}};O=function(t){const e=this.found??[],i={ArrowDown:1,ArrowUp:-1}[t.key];if(i!==void 0&&e.length>0)t.preventDefault(),this.at=(this.at+i+e.length)%e.length,this.updateComplete.then(()=>this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({block:"nearest"}));else if(t.key==="Enter"){const s=e[this.at]??(this.free?void 0:e.length===1?e[0]:void 0);(s!==void 0||this.free&&this.value.trim()!=="")&&(t.preventDefault(),r(this,a,k).call(this,s??p(this,a,C)))}else t.key==="Escape"&&this.found!==void 0&&(t.stopPropagation(),t.preventDefault(),r(this,a,g).call(this))};C=function(){const t=this.value.trim();return{id:t,label:t}};P=function(){r(this,a,g).call(this),this.free&&p(this,f)&&this.value.trim()!==""&&r(this,a,k).call(this,p(this,a,C))};g=function(){p(this,h)?.abort(),this.found=void 0,this.at=-1};k=function(t){r(this,a,g).call(this),$(this,f,!1),this.value=this.clears?"":t.label,r(this,a,E).call(this,t)};E=function(t){this.dispatchEvent(new CustomEvent("pick",{detail:t}))};n.styles=[...D.styles,T`
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
    `];d([u({attribute:!1})],n.prototype,"find",2);d([u({type:Boolean})],n.prototype,"free",2);d([u({type:Boolean})],n.prototype,"clears",2);d([u()],n.prototype,"placeholder",2);d([u({type:Number})],n.prototype,"least",2);d([b()],n.prototype,"found",2);d([b()],n.prototype,"failed",2);d([b()],n.prototype,"at",2);d([A("input")],n.prototype,"input",2);n=d([U("gw-hr-suggest")],n);export{N as a,V as d,I as f,M as s};
