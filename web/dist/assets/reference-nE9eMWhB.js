import{i as h,A as p,b as l}from"./tokens-BHm-NQ-a.js";import{b,l as x,n as g,r as w,a as O,e as S}from"./keyed-B3djp2YV.js";import"./field-CFRL2lVk.js";function z(e){return/^https:\/\/\S+$/.test(e)&&URL.canParse(e)}function $(e,t){return z(e)?l`<a href=${e} target="_blank" rel="noopener noreferrer"><bdi>${t}</bdi></a>`:l`<bdi>${t}</bdi>`}const W=h`
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--groundwork-space-1) var(--groundwork-space-4);
    font-size: var(--groundwork-text-s);
  }
  .links li {
    display: flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-inline-size: 0;
    min-block-size: 1.5rem;
    overflow-wrap: anywhere;
  }
  .links gw-icon {
    color: var(--groundwork-text-muted);
  }
`;function j(e,{t}){const{actions:r}=t.plan,i=({title:n,url:a})=>n||(URL.canParse(a)?new URL(a).host:a);return e?.length?l`<ul class="links" role="list" aria-label=${r.links}>
        ${e.map(n=>l`<li title=${r.linkKinds[n.kind]}><gw-icon name="link"></gw-icon>${$(n.url,i(n))}</li>`)}
      </ul>`:p}var P=Object.defineProperty,R=Object.getOwnPropertyDescriptor,k=e=>{throw TypeError(e)},u=(e,t,r,i)=>{for(var n=i>1?void 0:i?R(t,r):t,a=e.length-1,s;a>=0;a--)(s=e[a])&&(n=(i?s(t,r,n):s(n))||n);return i&&n&&P(t,r,n),n},C=(e,t,r)=>t.has(e)||k("Cannot "+r),E=(e,t,r)=>t.has(e)?k("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,r),f=(e,t,r)=>(C(e,t,"access private method"),r),c,y,d;function q(e,{t}){if(!e)return p;const{reference:r}=t.plan,{uri:i,name:n,framework:a,level:s,target_level:v}=e,m=[s?r.levelNow(s):"",v?r.levelWanted(v):""].filter(Boolean);return l`<p class="small muted reference">
    ${$(i,n)}${a?l` (<bdi>${a}</bdi>)`:p}${m.length===0?p:l`<span dir="auto">, ${m.join(", ")}</span>`}
  </p>`}function _(e){return/^(https?:\/\/|urn:)\S+$/.test(e)}let o=class extends O{constructor(){super(...arguments),E(this,c),this.value=null,this.name="",this.left=!1}willUpdate(e){e.has("value")&&this.value?.uri!==this.typed?.uri&&(this.typed=void 0)}render(){const{reference:e}=this.t.plan,t=this.typed??this.value??{uri:"",name:""},r=(i,n,a)=>l`<gw-text-field
      class=${i}
      label=${n}
      maxlength=${a}
      placeholder=${i==="name"?this.name:""}
      hint=${i==="uri"?e.uriHint:""}
      .value=${t[i]??""}
      .error=${i==="uri"&&this.left&&t.uri!==""&&!_(t.uri)?e.uriHint:void 0}
      @input=${s=>f(this,c,y).call(this,{...t,[i]:s.target.value})}
      @change=${()=>this.left=!0}
    ></gw-text-field>`;return l`<div class="reference" role="group" aria-label=${e.form(this.name)}>
      ${r("uri",e.uri,500)}${r("name",e.name,200)}${r("framework",e.framework,100)}
      ${r("level",e.level,100)}${r("target_level",e.target,100)}
      <gw-button class="end" size="small" variant="quiet" icon="close" @click=${()=>f(this,c,d).call(this,null)}>${e.remove}</gw-button>
    </div>`}focus(){this.renderRoot.querySelector(".uri")?.focus()}};c=new WeakSet;y=function(e){this.typed=e;const{uri:t,name:r,framework:i,level:n,target_level:a}=e;_(t.trim())&&(r||this.name).trim()!==""&&f(this,c,d).call(this,{uri:t.trim(),name:r||this.name,framework:i||null,level:n||null,target_level:a||null})};d=function(e){this.dispatchEvent(new CustomEvent("change",{detail:e}))};o.styles=[b,x,h`
      :host {
        container-type: inline-size;
      }
      .reference {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border-inline-start: 2px solid var(--groundwork-line);
      }
      .end {
        justify-self: start;
      }
      @container (inline-size >= 26rem) {
        .reference {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .uri,
        .end {
          grid-column: 1 / -1;
        }
      }
    `];u([g({attribute:!1})],o.prototype,"value",2);u([g()],o.prototype,"name",2);u([w()],o.prototype,"typed",2);u([w()],o.prototype,"left",2);o=u([S("gw-reference-field")],o);export{j as a,z as i,W as l,q as r};
