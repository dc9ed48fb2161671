import{i as J,A as h,b as p}from"./tokens-BHm-NQ-a.js";import{b as K,l as Q,n as x,r as C,G as X,e as Z,u as I,v as $t}from"./keyed-Do4O5M2M.js";import{c as R}from"./repeat-B_8P3B5Z.js";import{L as j}from"./loading-BU4JZjhQ.js";import"./disclosure-BTAz3aSI.js";import"./field-D2fG7fMb.js";import{d as m,A as _t}from"./drafts-Dt5FOsVL.js";import{o as tt,f as D,d as yt}from"./zone-CzuCXWKs.js";var kt=Object.defineProperty,bt=Object.getOwnPropertyDescriptor,et=t=>{throw TypeError(t)},$=(t,e,s,i)=>{for(var a=i>1?void 0:i?bt(e,s):e,r=t.length-1,c;r>=0;r--)(c=t[r])&&(a=(i?c(e,s,a):c(a))||a);return i&&a&&kt(e,s,a),a},st=(t,e,s)=>e.has(t)||et("Cannot "+s),z=(t,e,s)=>(st(t,e,"read from private field"),s?s.call(t):e.get(t)),V=(t,e,s)=>e.has(t)?et("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),u=(t,e,s)=>(st(t,e,"access private method"),s),B,d,A,y,it,at,rt,L;const Y={title:"",description:"",area:"",due:"",template:""};let v=class extends X{constructor(){super(...arguments),V(this,d),this.mode="propose",this.areas=[],this.place="",this.busy=!1,this.missing=!1,V(this,B,new j(this,()=>[this.mode],async([t],e)=>{if(t==="accept")return[];const{data:s}=await this.api.GET("/v1/action-templates",{params:{query:{limit:100}},signal:e});return s.items}))}view(){const{talk:t,common:e}=this.t,{title:s,description:i,area:a,due:r}=z(this,d,A),c=this.mode==="accept",{proposal:f}=this,_=c&&f?.development_area_id&&a!==""?[]:[{value:"",label:t.noArea}],w=n=>n.target.value;return p`<div class="stack">
      <div class="fields">
        ${u(this,d,it).call(this)}
        <gw-text-field
          class="wide"
          label=${t.action}
          hint=${c?void 0:t.actionHint}
          maxlength="200"
          .value=${s}
          .error=${this.missing?t.actionMissing:void 0}
          @input=${n=>u(this,d,y).call(this,{title:w(n)})}
        ></gw-text-field>
        ${c?h:p`<gw-text-field
              class="wide"
              multiline
              rows="2"
              label=${t.why}
              maxlength="4000"
              .value=${i}
              @input=${n=>u(this,d,y).call(this,{description:w(n)})}
            ></gw-text-field>`}
        <gw-select
          label=${t.area}
          .options=${[..._,...this.areas.map(({id:n,name:W})=>({value:n,label:W}))]}
          .value=${a}
          @change=${n=>u(this,d,y).call(this,{area:w(n)})}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${t.due}
          min=${this.locale.format.today()}
          .value=${r}
          @input=${n=>u(this,d,y).call(this,{due:w(n)})}
        ></gw-text-field>
      </div>
      ${this.error===void 0?h:p`<gw-error inline .error=${this.error} @retry=${()=>u(this,d,L).call(this)}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" size="small" ?busy=${this.busy} @click=${()=>u(this,d,L).call(this)}>
          ${c?t.accept:t.propose}
        </gw-button>
        <gw-button variant="quiet" size="small" @click=${()=>u(this,d,rt).call(this)}>${e.cancel}</gw-button>
      </div>
    </div>`}firstUpdated(){D(this,"gw-text-field")}};B=new WeakMap;d=new WeakSet;A=function(){const{proposal:t}=this,e=t&&{...Y,title:t.title,area:this.areas.some(({id:s})=>s===t.development_area_id)?t.development_area_id??"":"",due:t.due_on??""};return m(this.api).get(this.place)??e??Y};y=function(t){m(this.api).keep(this.place,{...z(this,d,A),...t}),this.missing=!1,this.requestUpdate()};it=function(){const{talk:t}=this.t,e=z(this,B).value??[];return e.length===0?h:p`<gw-select
          class="wide"
          label=${t.template}
          .options=${[{value:"",label:t.noTemplate},...e.map(({id:s,title:i})=>({value:s,label:i}))]}
          .value=${z(this,d,A).template}
          @change=${s=>u(this,d,at).call(this,e.find(({id:i})=>i===s.target.value))}
        ></gw-select>`};at=function(t){if(t===void 0){u(this,d,y).call(this,{template:""});return}const{id:e,title:s,description:i,due_after_days:a}=t,r=a===null?"":yt(this.locale.format.today(),a);u(this,d,y).call(this,{template:e,title:s,description:i??"",due:r})};rt=function(){m(this.api).keep(this.place),this.dispatchEvent(new Event("leave"))};L=function(){const{title:t,description:e,area:s,due:i,template:a}=z(this,d,A);if(this.missing=t.trim()==="",this.missing){this.renderRoot.querySelector("gw-text-field")?.focus();return}const r={title:t.trim(),development_area_id:s||null,due_on:i||null,...this.mode==="propose"&&{description:e.trim()||null,template_id:a||null}};this.dispatchEvent(new CustomEvent("send",{detail:r}))};v.styles=[K,Q,tt,J`
      :host {
        container-type: inline-size;
      }
      .stack {
        max-inline-size: var(--groundwork-measure);
      }
      .fields {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        .fields {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `];$([x()],v.prototype,"mode",2);$([x({attribute:!1})],v.prototype,"proposal",2);$([x({attribute:!1})],v.prototype,"areas",2);$([x()],v.prototype,"place",2);$([x({type:Boolean})],v.prototype,"busy",2);$([x({attribute:!1})],v.prototype,"error",2);$([C()],v.prototype,"missing",2);v=$([Z("gw-propose")],v);var xt=Object.defineProperty,Pt=Object.getOwnPropertyDescriptor,ot=t=>{throw TypeError(t)},S=(t,e,s,i)=>{for(var a=i>1?void 0:i?Pt(e,s):e,r=t.length-1,c;r>=0;r--)(c=t[r])&&(a=(i?c(e,s,a):c(a))||a);return i&&a&&xt(e,s,a),a},H=(t,e,s)=>e.has(t)||ot("Cannot "+s),g=(t,e,s)=>(H(t,e,"read from private field"),s?s.call(t):e.get(t)),q=(t,e,s)=>e.has(t)?ot("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),F=(t,e,s,i)=>(H(t,e,"write to private field"),e.set(t,s),s),l=(t,e,s)=>(H(t,e,"access private method"),s),T,P,o,nt,lt,O,pt,ct,dt,k,ht,U,ut,wt,M,E,G;const zt={proposed:["info","message"],accepted:["positive","check-circle"],declined:["neutral","close"],withdrawn:["neutral","arrow-left"]};let b=class extends X{constructor(){super(...arguments),q(this,o),this.planId="",this.busy="",q(this,T,new _t),q(this,P,new j(this,()=>[this.planId],async([t],e)=>{const s={plan_id:t},[i,a,r]=await Promise.all([this.api.me(),this.api.GET("/v1/plans/{plan_id}",{params:{path:s},signal:e}),this.api.GET("/v1/plans/{plan_id}/proposals",{params:{path:s,query:{limit:100}},signal:e})]);return{me:i,plan:a.data,proposals:r.data.items,more:r.data.next_cursor!==null}})),q(this,O,"")}view(){return g(this,P).show(t=>l(this,o,nt).call(this,t),()=>p`<gw-skeleton lines="2"></gw-skeleton>`)}};T=new WeakMap;P=new WeakMap;o=new WeakSet;nt=function(t){const{talk:e}=this.t,{plan:s,me:i,proposals:a}=t,r=s.owner_id===i.person?.id,c=({status:n})=>n==="proposed",f=a.filter(c),_=a.filter(n=>!c(n)).reverse(),w=n=>l(this,o,lt).call(this,t,n,r);return p`<div class="stack">
      ${f.length===0?p`<p class="muted">${r?e.noProposals:e.noProposalsYet}</p>`:p`<ul role="list" class="list" aria-label=${e.openProposals}>
            ${R(f,({id:n})=>n,w)}
          </ul>`}
      ${r||!(s.status==="shared"||s.status==="agreed")?h:l(this,o,dt).call(this,t)}
      ${_.length===0?h:p`<gw-disclosure label=${e.decided(_.length)}>
            <ul role="list" class="list">
              ${R(_,({id:n})=>n,w)}
            </ul>
          </gw-disclosure>`}
      ${t.more?p`<p class="muted small">${e.notAll}</p>`:h}
    </div>`};lt=function(t,e,s){const{talk:i}=this.t,{id:a,title:r,description:c,author:f,development_area_id:_,due_on:w,status:n,answer:W}=e,N=t.plan.answers.development_areas.find(gt=>gt.id===_),[vt,mt]=zt[n],ft=e.author_id===t.me.person?.id;return p`<li class="proposal" id="p-${a}">
      <div class="head">
        <h3>${r}</h3>
        ${n==="proposed"&&s?h:p`<gw-pill tone=${vt} icon=${mt}>${i.proposalStatus[n]}</gw-pill>`}
      </div>
      ${c?p`<p class="text" dir="auto">${c}</p>`:h}
      <p class="facts">
        <span>${i.by(f.display_name)}</span>
        ${N?p`<span>${i.worksOn(N.name)}</span>`:h}
        ${w?p`<span>${i.dueOn(this.locale.format.date(w))}</span>`:h}
      </p>
      ${W?p`<p class="text answer" dir="auto">${W}</p>`:h}
      ${n==="proposed"?l(this,o,pt).call(this,t,e,s,ft):h}
      ${this.error!==void 0&&g(this,O)===a&&(this.doing===void 0||n!=="proposed")?p`<gw-error inline no-retry .error=${this.error}></gw-error>`:h}
    </li>`};O=new WeakMap;pt=function(t,e,s,i){const{talk:a}=this.t,{id:r}=e,c=this.doing?.id===r?this.doing.what:void 0;return c==="adapt"?p`<gw-propose
        mode="accept"
        place="accept ${r}"
        .proposal=${e}
        .areas=${t.plan.answers.development_areas}
        ?busy=${this.busy===r}
        .error=${this.error}
        @send=${f=>void l(this,o,U).call(this,e,f.detail)}
        @leave=${()=>l(this,o,k).call(this,void 0)}
      ></gw-propose>`:c==="decline"?l(this,o,ct).call(this,e):s?p`<div class="row">
        <gw-button size="small" icon="check" ?busy=${this.busy===r} @click=${()=>void l(this,o,U).call(this,e,{})}>
          ${a.accept}
        </gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>l(this,o,k).call(this,{what:"adapt",id:r})}>${a.adapt}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>l(this,o,k).call(this,{what:"decline",id:r})}>${a.decline}</gw-button>
      </div>`:i?p`<div class="row">
          <gw-button size="small" variant="quiet" ?busy=${this.busy===r} @click=${()=>void l(this,o,wt).call(this,e)}>
            ${a.withdraw}
          </gw-button>
        </div>`:h};ct=function(t){const{talk:e,common:s}=this.t,i=`decline ${t.id}`,a=m(this.api);return p`<div class="stack tight">
      <gw-text-field
        class="word"
        multiline
        rows="2"
        maxlength="2000"
        label=${e.declineWord(t.author.display_name)}
        hint=${s.optional}
        .value=${a.get(i)??""}
        @input=${r=>a.keep(i,r.target.value||void 0)}
      ></gw-text-field>
      ${this.error===void 0?h:p`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy===t.id} @click=${()=>void l(this,o,ut).call(this,t)}>${e.decline}</gw-button>
        <gw-button size="small" variant="quiet" @click=${()=>l(this,o,k).call(this,void 0)}>${s.cancel}</gw-button>
      </div>
    </div>`};dt=function({plan:t}){const{talk:e}=this.t,s=`proposal ${t.id}`;return this.doing?.what!=="propose"&&m(this.api).get(s)===void 0?p`<div class="row">
        <gw-button class="propose" size="small" icon="plus" @click=${()=>l(this,o,k).call(this,{what:"propose",id:""})}>${e.proposeAction}</gw-button>
      </div>`:p`<section class="form">
      <h3>${e.proposeAction}</h3>
      <p class="muted small">${e.proposeText(t.owner.display_name)}</p>
      <gw-propose
        place=${s}
        .areas=${t.answers.development_areas}
        ?busy=${this.busy==="propose"}
        .error=${this.error}
        @send=${i=>void l(this,o,ht).call(this,i.detail,s)}
        @leave=${()=>l(this,o,k).call(this,void 0)}
      ></gw-propose>
    </section>`};k=function(t){const e=this.doing;this.doing=t,this.error=void 0,t?.what==="decline"?D(this,".word"):t===void 0&&e!==void 0&&D(this,e.what==="propose"?".propose":`#p-${e.id} gw-button`)};ht=function(t,e){return l(this,o,G).call(this,"propose",async()=>{const s={path:{plan_id:this.planId},header:g(this,T).header(t)},{data:i}=await this.api.POST("/v1/plans/{plan_id}/proposals",{params:s,body:t});m(this.api).keep(e),l(this,o,E).call(this,i),I(this,this.t.talk.proposed)})};U=function(t,e){return l(this,o,G).call(this,t.id,async()=>{const s=l(this,o,M).call(this,t,["accept",e]),{data:i}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/accept",{params:s,body:e});m(this.api).keep(`accept ${t.id}`),l(this,o,E).call(this,i),this.emit("groundwork-plan-changed",{planId:this.planId}),I(this,this.t.talk.accepted)})};ut=function(t){const e=`decline ${t.id}`;return l(this,o,G).call(this,t.id,async()=>{const s={answer:m(this.api).get(e)?.trim()||null},i=l(this,o,M).call(this,t,["decline",s]),{data:a}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/decline",{params:i,body:s});m(this.api).keep(e),l(this,o,E).call(this,a),I(this,this.t.talk.declined)})};wt=function(t){return l(this,o,G).call(this,t.id,async()=>{const e=l(this,o,M).call(this,t,["withdraw"]),{data:s}=await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/withdraw",{params:e,body:{}});l(this,o,E).call(this,s),I(this,this.t.talk.withdrawn)})};M=function({id:t},e){return{path:{plan_id:this.planId,proposal_id:t},header:g(this,T).header([t,e])}};E=function(t){const{value:e}=g(this,P);if(e!==void 0){const{proposals:s}=e,i=!s.some(({id:r})=>r===t.id),a=s.map(r=>r.id===t.id?t:r);g(this,P).value={...e,proposals:i?[...a,t]:a}}};G=async function(t,e){this.busy=t,this.error=void 0,F(this,O,"");try{await e(),g(this,T).done(),this.doing=void 0}catch(s){F(this,O,t),this.error=s;const{kind:i}=$t(s,this.t);(i==="refused"||i==="missing"||i==="conflict")&&g(this,P).reload()}finally{this.busy=""}};b.styles=[K,Q,tt,J`
      .list {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
      }
      .proposal,
      .form {
        display: grid;
        gap: var(--groundwork-space-3);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
      }
      h3 {
        flex: 1 1 12rem;
        min-inline-size: 0;
        font-size: var(--groundwork-text-m);
        unicode-bidi: plaintext;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--groundwork-space-4);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        overflow-wrap: anywhere;
      }
      .answer {
        padding-inline-start: var(--groundwork-space-3);
        border-inline-start: 3px solid var(--groundwork-line);
      }
    `];S([x({attribute:"plan-id"})],b.prototype,"planId",2);S([C()],b.prototype,"doing",2);S([C()],b.prototype,"busy",2);S([C()],b.prototype,"error",2);b=S([Z("groundwork-proposals")],b);export{b as GroundworkProposals};
