import{i as m,A as v,b as l}from"./tokens-BHm-NQ-a.js";import{b as d,n as f,a as w,e as c}from"./keyed-B3djp2YV.js";var h=Object.defineProperty,g=Object.getOwnPropertyDescriptor,p=(a,e,r,s)=>{for(var t=s>1?void 0:s?g(e,r):e,i=a.length-1,o;i>=0;i--)(o=a[i])&&(t=(s?o(e,r,t):o(t))||t);return s&&t&&h(e,r,t),t};let n=class extends w{render(){const{id:a,display_name:e,title:r}=this.person;return l`<gw-avatar size="small" name=${e}></gw-avatar>
      <div>
        <a href="#/hr/people/${a}">${e}</a> <slot></slot>
        ${r?l`<div class="title muted small">${r}</div>`:v}
      </div>`}};n.styles=[d,m`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 0;
      }
      a {
        font-weight: 560;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
      }
      .title {
        font-weight: 400;
      }
    `];p([f({attribute:!1})],n.prototype,"person",2);n=p([c("gw-hr-name")],n);
