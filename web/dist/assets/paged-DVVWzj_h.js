import{A as o,b as e}from"./tokens-BHm-NQ-a.js";import{L as h}from"./loading-C0IjG4Yb.js";import"./keyed-B3djp2YV.js";class d{#i;#e;#o;#t;#r=!1;#s;constructor(t,s,r){this.#i=t,this.#e=s,this.#o=r,this.#t=new h(t,s,async(i,a)=>(this.#s=void 0,(await r(i,void 0,a)).data))}get value(){return this.#t.value}show(t){const{hr:s,common:r}=this.#i.locale.t;return this.#t.show(i=>e`${t(i)}
        ${this.#s===void 0?o:e`<gw-error inline .error=${this.#s} @retry=${this.#a}></gw-error>`}
        <div class="row spread paging" ?hidden=${i.items.length===0}>
          <span class="muted small" role="status">${s.shown(i.items.length)}</span>
          ${i.next_cursor===null?o:e`<gw-button size="small" ?busy=${this.#r} @click=${this.#a}>${r.showMore}</gw-button>`}
        </div>`)}#a=async()=>{const t=this.#t.value;if(!(t===void 0||t.next_cursor===null||this.#r)){this.#r=!0,this.#s=void 0,this.#i.requestUpdate();try{const{data:s}=await this.#o(this.#e(),t.next_cursor);this.#t.value===t&&(this.#t.value={...s,items:[...t.items,...s.items]})}catch(s){this.#s=s}finally{this.#r=!1,this.#i.requestUpdate()}}}}export{d as P};
