import{b as n,A as N,i as ae}from"./tokens-BHm-NQ-a.js";import{b as C,l as D,r as m,G as T,e as M}from"./keyed-B3djp2YV.js";import"./field-CFRL2lVk.js";import{f as re}from"./suggest-DxvjzHf3.js";import"./table-XbN706N-.js";import{f as F,s as ie}from"./find-B21sa0WO.js";import"./name-Cd8oimBS.js";import{P as I}from"./paged-DVVWzj_h.js";import{h as V}from"./navigation-0DuyBDoS.js";import"./loading-C0IjG4Yb.js";var le=Object.defineProperty,ne=Object.getOwnPropertyDescriptor,z=e=>{throw TypeError(e)},H=(e,s,t,a)=>{for(var r=a>1?void 0:a?ne(s,t):s,i=e.length-1,l;i>=0;i--)(l=e[i])&&(r=(a?l(s,t,r):l(r))||r);return a&&r&&le(s,t,r),r},B=(e,s,t)=>s.has(e)||z("Cannot "+t),oe=(e,s,t)=>(B(e,s,"read from private field"),t?t.call(e):s.get(e)),E=(e,s,t)=>s.has(e)?z("Cannot add the same private member more than once"):s instanceof WeakSet?s.add(e):s.set(e,t),h=(e,s,t)=>(B(e,s,"access private method"),t),b,o,J,K,L,g;const Q={department:"",plan:""};let R={...Q,head:"guess",order:"name"},w=class extends T{constructor(){super(...arguments),E(this,o),this.filters=R,E(this,b,new I(this,()=>[ce(this.filters.head),this.filters.department,this.filters.plan,this.filters.order],async([e,s,t,a],r,i)=>{const l=e==="guess"?(await h(this,o,J).call(this))?.id:e;if(!l)return{data:{items:[],next_cursor:null,head:void 0}};const p={scope:"subtree",sort:a,...s&&{department:s},...t&&{status:t},...r&&{cursor:r}};return this.api.GET("/v1/people/{person_id}/team-progress",{params:{path:{person_id:l},query:p},...i&&{signal:i}})})),this.guessed=""}view(){const{hr:e}=this.t,{head:s,department:t,plan:a,order:r}=this.filters;return n`<div class="filters">
        <gw-suggest
          label=${e.list.below}
          value=${s==="guess"?this.guessed:s?.label??""}
          .find=${re(this.api)}
          @pick=${({detail:i})=>h(this,o,g).call(this,{head:i})}
        ></gw-suggest>
        <gw-suggest
          label=${e.department}
          free
          least="0"
          value=${t}
          placeholder=${e.anyDepartment}
          .find=${F(this.api)}
          @pick=${({detail:i})=>h(this,o,g).call(this,{department:i?.label??""})}
        ></gw-suggest>
        <gw-select
          label=${e.list.plan}
          .options=${h(this,o,K).call(this)}
          value=${a}
          @change=${i=>h(this,o,g).call(this,{plan:i.target.value})}
        ></gw-select>
      </div>
      ${oe(this,b).show(i=>{if(!("totals"in i))return n`<gw-empty icon="users" heading=${e.list.chooseHead} text=${e.list.chooseHeadText}></gw-empty>`;if(i.items.length===0)return n`<gw-empty icon="search" heading=${e.noMatch} text=${e.noMatchText}>
            <gw-button @click=${()=>h(this,o,g).call(this,Q)}>${e.clear}</gw-button>
          </gw-empty>`;const{people:l,with_plan:p,shared:y,agreed:te}=i.totals;return n`<p class="totals">${e.list.totals(l,p,y,te)}</p>
          <gw-table
            caption=${e.list.conversations}
            .columns=${h(this,o,L).call(this)}
            .rows=${i.items}
            sort=${r}
            @sort=${se=>h(this,o,g).call(this,{order:se.detail})}
          ></gw-table>
          <p class="muted small note">${e.list.draftNote}</p>`})}`}};b=new WeakMap;o=new WeakSet;J=async function(){const{head:e}=await ie(this.api);return this.guessed=e?.display_name??"",e};K=function(){const{hr:e,common:s}=this.t,{draft:t,shared:a,agreed:r,completed:i}=s.planStatus,l={"":e.list.anyPlan,none:e.list.noPlan,draft:t,shared:a,agreed:r,completed:i};return Object.entries(l).map(([p,y])=>({value:p,label:y}))};L=function(){const{hr:e}=this.t,{format:s}=this.locale;return[{id:"name",label:e.name,sortable:!0,cell:({person:t})=>n`<gw-hr-name .person=${t}></gw-hr-name>`},{id:"department",label:e.department,cell:({department:t})=>t??"–"},{id:"manager",label:e.manager,cell:({manager:t})=>t?.display_name??"–"},{id:"plan",label:e.list.plan,cell:({plan_status:t})=>t===null?n`<gw-pill icon="circle">${e.list.noPlan}</gw-pill>`:n`<gw-status plan=${t}></gw-status>`},{id:"progress",label:e.list.progress,sortable:!0,cell:({plan_status:t,progress_percent:a,person:r})=>t===null||t==="draft"?"–":n`<gw-progress
                show-value
                value=${a}
                label=${`${e.list.progress}: ${r.display_name}`}
              ></gw-progress>`},{id:"waits",label:e.list.waits,cell:({awaiting:t})=>t.length===0?"–":s.list(t.map(a=>e.list.awaiting[a]))}]};g=function(e){this.filters=R={...this.filters,...e}};w.styles=[C,D,V];H([m()],w.prototype,"filters",2);H([m()],w.prototype,"guessed",2);w=H([M("gw-hr-conversations")],w);function ce(e){return typeof e=="object"?e.id:e??""}var he=Object.defineProperty,pe=Object.getOwnPropertyDescriptor,U=e=>{throw TypeError(e)},S=(e,s,t,a)=>{for(var r=a>1?void 0:a?pe(s,t):s,i=e.length-1,l;i>=0;i--)(l=e[i])&&(r=(a?l(s,t,r):l(r))||r);return a&&r&&he(s,t,r),r},W=(e,s,t)=>s.has(e)||U("Cannot "+t),P=(e,s,t)=>(W(e,s,"read from private field"),t?t.call(e):s.get(e)),v=(e,s,t)=>s.has(e)?U("Cannot add the same private member more than once"):s instanceof WeakSet?s.add(e):s.set(e,t),de=(e,s,t,a)=>(W(e,s,"write to private field"),s.set(e,t),t),d=(e,s,t)=>(W(e,s,"access private method"),t),$,x,c,X,Y,Z,u,O;const ge=["active","inactive","everyone"],j={search:"",department:"",status:"active"};let G=j,f=class extends T{constructor(){super(...arguments),v(this,c),this.filters=G,this.search=G.search.trim(),v(this,$),v(this,x,new I(this,()=>[this.search,this.filters.department,this.filters.status],async([e,s,t],a,r)=>{const i={...r&&{signal:r}};if(k(e)){const{data:p}=await this.api.GET("/v1/people/directory",{params:{query:{search:e}},...i});return{data:{...p,next_cursor:null}}}const l={...s&&{department:s},...t!=="everyone"&&{active:t==="active"},...a&&{cursor:a}};return this.api.GET("/v1/people",{params:{query:l},...i})})),v(this,O,()=>{d(this,c,u).call(this,j),this.search=""})}view(){const{hr:e,common:s}=this.t,{search:t,department:a,status:r}=this.filters,i=k(this.search);return n`<div class="filters">
        <gw-text-field
          type="search"
          label=${e.list.search}
          value=${t}
          placeholder=${s.choose}
          @input=${l=>d(this,c,Z).call(this,q(l))}
        ></gw-text-field>
        <gw-suggest
          label=${e.department}
          free
          least="0"
          ?disabled=${i}
          value=${a}
          placeholder=${e.anyDepartment}
          .find=${F(this.api)}
          @pick=${({detail:l})=>d(this,c,u).call(this,{department:l?.label??""})}
        ></gw-suggest>
        <gw-select
          label=${e.list.status}
          ?disabled=${i}
          .options=${ge.map(l=>({value:l,label:e.list[l]}))}
          value=${r}
          @change=${l=>d(this,c,u).call(this,{status:q(l)})}
        ></gw-select>
      </div>
      ${i?n`<p class="muted small note">${e.list.searchHint}</p>`:N}
      ${P(this,x).show(({items:l})=>l.length>0?n`<gw-table caption=${e.people} .columns=${d(this,c,X).call(this,i)} .rows=${l}></gw-table>`:i||a!==""||r==="inactive"?n`<gw-empty icon="search" heading=${e.noMatch} text=${e.noMatchText}>
                <gw-button @click=${P(this,O)}>${e.clear}</gw-button>
              </gw-empty>`:n`<gw-empty icon="users" heading=${e.list.empty} text=${e.list.emptyText}></gw-empty>`)}`}};$=new WeakMap;x=new WeakMap;c=new WeakSet;X=function(e){const{hr:s}=this.t,t={id:"name",label:s.name,cell:a=>n`<gw-hr-name .person=${a}>${d(this,c,Y).call(this,a)}</gw-hr-name>`};return e?[t]:[t,{id:"department",label:s.department,cell:({department:a})=>a??"–"},{id:"manager",label:s.manager,cell:({manager:a})=>a?.display_name??"–"}]};Y=function({active:e,erased_at:s}){const{person:t}=this.t.hr;return s?n`<gw-pill icon="trash">${t.erased(this.locale.format.date(s))}</gw-pill>`:e===!1?n`<gw-pill icon="lock">${t.inactive}</gw-pill>`:N};Z=function(e){d(this,c,u).call(this,{search:e}),clearTimeout(P(this,$)),de(this,$,setTimeout(()=>this.search=e.trim(),200))};u=function(e){this.filters=G={...this.filters,...e}};O=new WeakMap;f.styles=[C,D,V];S([m()],f.prototype,"filters",2);S([m()],f.prototype,"search",2);f=S([M("gw-hr-directory")],f);function k(e){return e.length>=2}function q(e){return e.target.value}var ue=Object.defineProperty,we=Object.getOwnPropertyDescriptor,ee=(e,s,t,a)=>{for(var r=a>1?void 0:a?we(s,t):s,i=e.length-1,l;i>=0;i--)(l=e[i])&&(r=(a?l(s,t,r):l(r))||r);return a&&r&&ue(s,t,r),r};let A="directory",_=class extends T{constructor(){super(...arguments),this.shown=A}view(){const{hr:e}=this.t,s=["directory","conversations"];return n`<gw-hr-navigation current="people"></gw-hr-navigation>
      <div class="page-head"><h1>${e.people}</h1></div>
      <gw-choice
        label=${e.list.show}
        label-hidden
        .options=${s.map(t=>({value:t,label:e.list[t]}))}
        value=${this.shown}
        @change=${t=>this.shown=A=t.target.value}
      ></gw-choice>
      ${this.shown==="directory"?n`<gw-hr-directory></gw-hr-directory>`:n`<gw-hr-conversations></gw-hr-conversations>`}`}};_.styles=[C,D,ae`
      gw-choice {
        margin-block-end: var(--groundwork-space-5);
      }
    `];ee([m()],_.prototype,"shown",2);_=ee([M("groundwork-hr-people")],_);export{_ as GroundworkHrPeople};
