import{i as V,A as d,b as r}from"./tokens-BHm-NQ-a.js";import{b as it,n as O,a as bt,e as nt,l as $t,r as D,t as kt,P as Ut,G as Vt,z as Yt}from"./keyed-B3djp2YV.js";import{L as gt}from"./loading-C0IjG4Yb.js";import{c as Jt,a as Kt,r as _t,w as Qt}from"./repeat-BZTTzpD0.js";import"./card-BMW0A7DP.js";import"./disclosure-Qm-eBJ5U.js";import"./field-CFRL2lVk.js";import{l as Xt,a as Zt,r as Q}from"./reference-nE9eMWhB.js";const ft=()=>({reasonable:"",achievable:"",comment:"",counter_proposal:""});function mt(){return{objectives:{short_term:ft(),long_term:ft()},strengths:[],development_areas:[],support:[],summary:"",private_note:""}}function I(t){const e=i=>{const a=t.objectives[i];return{reasonable:a?.reasonable??"",achievable:a?.achievable??"",comment:a?.comment??"",counter_proposal:a?.counter_proposal??""}},s=i=>t[i].map(({item_id:a,stance:n,name:c,comment:o})=>({item_id:a??null,stance:n,name:c??"",comment:o??""}));return{objectives:{short_term:e("short_term"),long_term:e("long_term")},strengths:s("strengths"),development_areas:s("development_areas"),support:t.support.map(({action_item_id:i,decision:a,comment:n,commitment:c})=>({action_item_id:i,decision:a,comment:n??"",promises:c!=null,title:c?.title??"",due_on:c?.due_on??""})),summary:t.summary??"",private_note:t.private_note??""}}function te(t,e){const s=i=>t[i].map(a=>a.item_id!==null&&!e[i].has(a.item_id)?{...a,item_id:null,stance:"add"}:a);return{...t,strengths:s("strengths"),development_areas:s("development_areas")}}const k=t=>t.trim()===""?null:t;function W(t){const e=[],s=o=>(e.push(o),[]),i=({reasonable:o,achievable:l,comment:p,counter_proposal:h})=>({reasonable:o||null,achievable:l||null,comment:k(p),counter_proposal:k(h)}),a=o=>t[o].flatMap(({item_id:l,stance:p,name:h,comment:u})=>{if(p==="")return[];const v=p!=="agree";return v&&k(h)===null?l===null&&k(u)===null?[]:s(o):[{item_id:l,stance:p,name:v?k(h):null,comment:k(u)}]}),n=t.support.flatMap(({action_item_id:o,decision:l,comment:p,promises:h,title:u,due_on:v})=>{if(l==="")return[];const F=h&&l!=="declined",vt=F&&k(u)!==null;F&&!vt&&v!==""&&s("support");const Rt=vt?{title:u,due_on:k(v)}:null;return[{action_item_id:o,decision:l,comment:k(p),commitment:Rt}]});return{body:{objectives:{short_term:i(t.objectives.short_term),long_term:i(t.objectives.long_term)},strengths:a("strengths"),development_areas:a("development_areas"),support:n,summary:k(t.summary),private_note:k(t.private_note)},gaps:e}}function ee(t,e,s){return t[e].find(({item_id:a})=>a===s)??{item_id:s,stance:"",name:"",comment:""}}function se(t,e){return t.support.find(({action_item_id:i})=>i===e)??{action_item_id:e,decision:"",comment:"",promises:!1,title:"",due_on:""}}const rt=t=>Object.values(t).some(e=>e!=="");function yt(t){const{strengths:e,development_areas:s,support:i}=W(t).body;return[e,s,i].some(n=>(n?.length??0)>0)||t.summary.trim()!==""||Object.values(t.objectives).some(rt)}const ae=V`
  :host {
    scroll-margin-block-start: 5rem;
  }
  .wrap {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  nav ol {
    display: flex;
    flex-wrap: wrap;
    gap: var(--groundwork-space-2);
  }
  nav button {
    display: flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-block-size: 2.75rem;
    padding: 0 var(--groundwork-space-3) 0 var(--groundwork-space-2);
    border: 1px solid transparent;
    border-radius: var(--groundwork-radius-full);
    background: none;
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
    font-weight: 560;
    cursor: pointer;
  }
  nav button:hover {
    background: var(--groundwork-sunken);
    color: var(--groundwork-text);
  }
  nav button[aria-current] {
    border-color: var(--groundwork-line);
    background: var(--groundwork-surface);
    color: var(--groundwork-text);
  }
  .number {
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 1px solid var(--groundwork-line-strong);
    border-radius: 50%;
    font-variant-numeric: tabular-nums;
  }
  .given .number {
    border-color: transparent;
    background: var(--groundwork-accent-soft);
    color: var(--groundwork-accent);
  }
  [aria-current] .number {
    border-color: transparent;
    background: var(--groundwork-accent);
    color: var(--groundwork-on-accent);
  }
  @media (forced-colors: active) {
    nav button {
      border-color: Canvas;
    }
    nav button[aria-current] {
      border-color: Highlight;
    }
  }
  @media (max-width: 48rem) {
    nav li:not(:has([aria-current])) .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    nav ol {
      gap: 0;
      justify-content: space-between;
    }
    nav button {
      padding-inline: var(--groundwork-space-2);
    }
  }
  .bar {
    position: sticky;
    z-index: 5;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--groundwork-space-3);
    padding-block: var(--groundwork-space-4);
    border-block-start: 1px solid var(--groundwork-line);
    background: var(--groundwork-canvas);
  }
  .saved {
    display: inline-flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-block-size: 1.5em;
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .step-head {
    display: grid;
    gap: var(--groundwork-space-2);
  }
  .step-head h2:focus {
    outline: none;
  }
  .step-head p {
    max-inline-size: var(--groundwork-measure);
    color: var(--groundwork-text-muted);
  }
  .group {
    margin-block-start: var(--groundwork-space-3);
  }
  .added,
  .promise {
    padding: var(--groundwork-space-4);
    border-inline-start: 3px solid var(--groundwork-accent);
    border-radius: var(--groundwork-radius-s);
    background: var(--groundwork-accent-soft);
  }
  .closing,
  .sheet {
    max-inline-size: var(--groundwork-measure);
  }
  .basics {
    display: grid;
    gap: var(--groundwork-space-4);
  }
  .basics ul {
    padding-inline-start: 1.25rem;
  }
  .notice {
    display: flex;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-3) var(--groundwork-space-4);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-info-soft);
  }
  .notice gw-icon {
    color: var(--groundwork-info);
  }
  .conflict {
    display: grid;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-4);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-caution-soft);
  }
  .edit {
    display: flex;
    flex-wrap: wrap;
    gap: var(--groundwork-space-2);
  }
`;var ie=Object.defineProperty,ne=Object.getOwnPropertyDescriptor,xt=t=>{throw TypeError(t)},Y=(t,e,s,i)=>{for(var a=i>1?void 0:i?ne(e,s):e,n=t.length-1,c;n>=0;n--)(c=t[n])&&(a=(i?c(e,s,a):c(a))||a);return i&&a&&ie(e,s,a),a},re=(t,e,s)=>e.has(t)||xt("Cannot "+s),oe=(t,e,s)=>e.has(t)?xt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),B=(t,e,s)=>(re(t,e,"access private method"),s),E,Ot,X,jt;const R={yes:"positive",partly:"caution",no:"critical",agree:"positive",adjust:"caution",add:"accent",supported:"positive",modified:"caution",declined:"critical"};let M=class extends bt{constructor(){super(...arguments),oe(this,E),this.actions=[]}render(){const{feedback:t}=this,{feedback:e}=this.t;return t===void 0?d:r`
      ${t.summary?r`<section><h3>${e.summary}</h3><p dir="auto">${t.summary}</p></section>`:d}
      ${B(this,E,Ot).call(this,t)}${B(this,E,X).call(this,"strengths",t)}${B(this,E,X).call(this,"development_areas",t)}
      ${B(this,E,jt).call(this,t)}
      ${t.private_note?r`<div class="private">
            <gw-icon name="lock"></gw-icon>
            <div><strong>${e.privateLabel}</strong><p dir="auto">${t.private_note}</p></div>
          </div>`:d}
    `}};E=new WeakSet;Ot=function({objectives:t}){const{feedback:e,common:s}=this.t,a=["short_term","long_term"].flatMap(n=>{const c=t[n],{reasonable:o,achievable:l,comment:p,counter_proposal:h}=c??{};return!o&&!l&&!p&&!h?[]:r`<div class="entry">
        <h4 dir="auto">${this.answers?.[`${n}_objective`]?.summary??e.horizon[n]}</h4>
        <div class="pills">
          ${o?r`<gw-pill tone=${R[o]}>${e.reasonable} ${s.verdict[o]}</gw-pill>`:d}
          ${l?r`<gw-pill tone=${R[l]}>${e.achievable} ${s.verdict[l]}</gw-pill>`:d}
        </div>
        ${p?r`<p dir="auto">${p}</p>`:d}
        ${h?r`<div class="proposal">
              <gw-icon name="edit"></gw-icon>
              <div><strong>${e.counterProposalLabel}</strong><p dir="auto">${h}</p></div>
            </div>`:d}
      </div>`});return a.length===0?d:r`<section><h3>${e.steps.objectives}</h3>${a}</section>`};X=function(t,e){const{feedback:s}=this.t;return e[t].length===0?d:r`<section>
      <h3>${s.lists[t]}</h3>
      ${e[t].map(({item_id:i,stance:a,name:n,comment:c})=>{const o=this.answers?.[t].find(({id:l})=>l===i)?.name;return r`<div class="entry">
          <h4 dir="auto">${a==="agree"?o??s.earlierItem:n}</h4>
          <div class="pills">
            <gw-pill tone=${R[a]}>${s.stance[a]}</gw-pill>
            ${a==="adjust"&&o!==void 0?r`<span class="muted small">${s.insteadOf(o)}</span>`:d}
          </div>
          ${c?r`<p dir="auto">${c}</p>`:d}
        </div>`})}
    </section>`};jt=function({support:t}){const{feedback:e}=this.t;return t.length===0?d:r`<section>
      <h3>${e.steps.actions}</h3>
      ${t.map(({action_item_id:s,decision:i,comment:a,commitment:n})=>{const c=this.actions.find(({id:o})=>o===s);return r`<div class="entry">
          <h4 dir="auto">${c?.title??e.earlierItem}</h4>
          <div class="pills"><gw-pill tone=${R[i]}>${e.decision[i]}</gw-pill></div>
          ${a?r`<p dir="auto">${a}</p>`:d}
          ${n?r`<div class="proposal">
                <gw-icon name="flag"></gw-icon>
                <div>
                  <strong>${e.promised}</strong>
                  <p dir="auto">${n.title}</p>
                  ${n.due_on?r`<p class="muted small">${e.until(this.locale.format.date(n.due_on))}</p>`:d}
                </div>
              </div>`:d}
        </div>`})}
    </section>`};M.styles=[it,V`
      :host {
        display: grid;
        gap: var(--groundwork-space-5);
      }
      section,
      .entry {
        display: grid;
        gap: var(--groundwork-space-2);
        justify-items: start;
        min-inline-size: 0;
      }
      section {
        gap: var(--groundwork-space-3);
      }
      h3 {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 600;
        letter-spacing: 0.02em;
      }
      h4 {
        font-weight: 560;
      }
      p {
        white-space: pre-line;
        max-inline-size: var(--groundwork-measure);
      }
      .pills {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      .entry + .entry {
        padding-block-start: var(--groundwork-space-3);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .entry {
        inline-size: 100%;
      }
      .proposal,
      .private {
        display: flex;
        gap: var(--groundwork-space-2);
        padding: var(--groundwork-space-3);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-accent-soft);
      }
      .private {
        background: var(--groundwork-sunken);
      }
      .proposal div,
      .private div {
        min-inline-size: 0;
      }
    `];Y([O({attribute:!1})],M.prototype,"feedback",2);Y([O({attribute:!1})],M.prototype,"answers",2);Y([O({attribute:!1})],M.prototype,"actions",2);M=Y([nt("gw-feedback-said")],M);const Tt=V`
  ${Xt}
  .pair {
    container-type: inline-size;
    border: 1px solid var(--groundwork-line);
    border-radius: var(--groundwork-radius-l);
    background: var(--groundwork-surface);
    box-shadow: var(--groundwork-shadow);
    overflow: clip;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .written,
  .answer {
    display: grid;
    align-content: start;
    gap: var(--groundwork-space-4);
    min-inline-size: 0;
    padding: clamp(var(--groundwork-space-4), 3vi, var(--groundwork-space-5));
  }
  .written {
    gap: var(--groundwork-space-2);
    background: var(--groundwork-sunken);
  }
  @container (inline-size >= 44rem) {
    .sides {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  .written p {
    white-space: pre-line;
  }
  .label {
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-xs);
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--groundwork-space-4);
    border-inline-start: 3px solid var(--groundwork-accent);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .asks {
    padding: var(--groundwork-space-3);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-accent-soft);
  }
`;function ce(t,e,s){const{t:i,format:a}=s,{feedback:n}=i;if(t==="long_term"){const{summary:u,horizon_years:v,reference:F}=e.long_term_objective??{};return r`<span class="label">${n.horizon.long_term}</span>
      <h3 dir="auto">${u}</h3>
      ${v?r`<p class="muted small">${n.withinYears(v)}</p>`:d}
      ${Q(F,s)}`}const{summary:c,kind:o,detail:l,target_on:p,reference:h}=e.short_term_objective??{};return r`<span class="label">${n.horizon.short_term}</span>
    <h3 dir="auto">${c}</h3>
    ${l?r`<p dir="auto">${l}</p>`:d}
    ${o||p?r`<p class="muted small">
          ${[o?n.kind[o]:"",p?n.until(a.date(p)):""].filter(Boolean).join(" · ")}
        </p>`:d}
    ${Q(h,s)}`}function de({name:t,note:e,reference:s,aligned_with:i},a){const{t:n,format:c}=a,{feedback:o}=n;return r`<h3 dir="auto">${t}</h3>
    ${e?r`<p dir="auto">${e}</p>`:d}${Q(s,a)}
    ${i.length===0?d:r`<p class="muted small">${o.leadsTo(c.list(i.map(l=>o.objective[l])))}</p>`}`}function le(t,e,s){const{t:i,format:a}=s,{feedback:n}=i,c=e.development_areas.find(({id:l})=>l===t.development_area_id),o=[t.due_on?n.until(a.date(t.due_on)):"",c?n.worksOn(c.name):""];return r`<h3 dir="auto">${t.title}</h3>
    ${t.description?r`<p dir="auto">${t.description}</p>`:d}${Zt(t.links,s)}
    ${o.some(Boolean)?r`<p class="muted small">${o.filter(Boolean).join(" · ")}</p>`:d}
    ${t.support_needed?r`<div class="asks"><span class="label">${n.asksFor}</span><p dir="auto">${t.support_needed}</p></div>`:d}`}function ue(t,{t:e}){const{feedback:s}=e,i=(a,n)=>n.length===0?d:r`<div>
          <span class="label">${a}</span>
          <ul>
            ${n.map(({name:c,note:o})=>r`<li dir="auto">${c}${o?r` <span class="muted">${o}</span>`:d}</li>`)}
          </ul>
        </div>`;return r`${t.mission_statement?r`<div><span class="label">${s.mission}</span><p dir="auto">${t.mission_statement}</p></div>`:d}
  ${i(s.values,t.values)}${i(s.motivators,t.motivators)}`}const pe=({mission_statement:t,values:e,motivators:s})=>!!t||e.length+s.length>0,he=t=>t.action_items.filter(({kind:e,status:s})=>e==="development"&&s!=="cancelled"),$=t=>t.target.value;function ot(t,e,s){return r`<section class="pair" aria-label=${t}>
    <div class="sides"><div class="written">${e}</div><div class="answer">${s}</div></div>
  </section>`}function ct(t,{locale:e},s,i){const{feedback:a}=e.t;return t?r`<div><gw-button variant="quiet" size="small" icon="close" @click=${i}>
        ${a.clear}<span class="visually-hidden">: ${s}</span>
      </gw-button></div>`:d}function ve(t){return r`${["short_term","long_term"].filter(s=>t.answers[`${s}_objective`]!==null).map(s=>ge(s,t))}`}function ge(t,e){const{locale:s,answers:i,draft:a,edit:n}=e,{feedback:c,common:o}=s.t,l=a.objectives[t],p=v=>n({objectives:{...e.draft.objectives,[t]:{...l,...v}}}),h=["yes","partly","no"].map(v=>({value:v,label:o.verdict[v]})),u=i[`${t}_objective`]?.summary??"";return ot(c.horizon[t],ce(t,i,s),r`<gw-choice
        label=${c.reasonable}
        .options=${h}
        .value=${l.reasonable}
        @change=${v=>p({reasonable:$(v)})}
      ></gw-choice>
      <gw-choice
        label=${c.achievable}
        .options=${h}
        .value=${l.achievable}
        @change=${v=>p({achievable:$(v)})}
      ></gw-choice>
      <gw-text-field
        multiline
        rows="2"
        maxlength="2000"
        label=${c.comment}
        .value=${l.comment}
        @input=${v=>p({comment:$(v)})}
      ></gw-text-field>
      <gw-disclosure label=${c.counterProposal} ?open=${e.suggesting.has(t)}>
        <gw-text-field
          multiline
          rows="2"
          maxlength="2000"
          label=${c.counterProposalLabel}
          hint=${c.counterProposalHint(e.owner)}
          placeholder=${u}
          .value=${l.counter_proposal}
          @input=${v=>p({counter_proposal:$(v)})}
        ></gw-text-field>
      </gw-disclosure>
      ${ct(rt(l),e,c.horizon[t],()=>p({reasonable:"",achievable:"",comment:"",counter_proposal:""}))}`)}function fe(t){const{feedback:e}=t.locale.t;return r`${["strengths","development_areas"].map(i=>r`<div class="stack tight">
      <h3 class="group">${e.lists[i]}</h3>
      ${t.answers[i].map(a=>me(i,a,t))}${we(i,t)}
    </div>`)}`}function me(t,e,s){const{locale:i,draft:a,edit:n}=s,{feedback:c}=i.t,o=ee(a,t,e.id),l=a[t].indexOf(o),p=u=>n({[t]:lt(a[t],l,{...o,...u})}),h=["agree","adjust"];return ot(e.name,de(e,i),r`<gw-choice
        label=${c.stanceLabel[t]}
        .options=${h.map(u=>({value:u,label:c.stance[u]}))}
        .value=${o.stance}
        @change=${u=>{const v=$(u);p({stance:v,name:o.name||(v==="adjust"?e.name:"")})}}
      ></gw-choice>
      ${o.stance==="adjust"?r`<gw-text-field
            required
            maxlength="200"
            label=${c.betterName}
            error=${o.name.trim()===""?c.nameNeeded:d}
            .value=${o.name}
            @input=${u=>p({name:$(u)})}
          ></gw-text-field>`:d}
      ${o.stance===""?d:r`${dt(o.comment,s,u=>p({comment:u}))}
          ${ct(!0,s,e.name,()=>n({[t]:a[t].filter(u=>u!==o)}))}`}`)}function we(t,e){const{draft:s,edit:i,locale:a}=e,{feedback:n}=a.t,c={item_id:null,stance:"add",name:"",comment:""};return r`${s[t].map((o,l)=>{if(o.stance!=="add")return d;const p=h=>i({[t]:lt(s[t],l,{...o,...h})});return r`<section class="added stack tight" aria-label=${n.add[t]}>
        <gw-text-field
          required
          maxlength="200"
          label=${n.addLabel[t]}
          error=${o.name.trim()===""&&o.comment.trim()!==""?n.nameNeeded:d}
          .value=${o.name}
          @input=${h=>p({name:$(h)})}
        ></gw-text-field>
        ${dt(o.comment,e,h=>p({comment:h}))}
        <div>
          <gw-button variant="quiet" size="small" icon="trash" @click=${()=>i({[t]:s[t].filter((h,u)=>u!==l)})}>
            ${n.remove}<span class="visually-hidden">: ${o.name}</span>
          </gw-button>
        </div>
      </section>`})}
    <div>
      <gw-button size="small" icon="plus" @click=${()=>i({[t]:[...s[t],c]})}>${n.add[t]}</gw-button>
    </div>`}function be(t,e){return r`${Jt(e,({id:s})=>s,s=>$e(s,t))}`}function $e(t,e){const{locale:s,answers:i,draft:a,edit:n}=e,{feedback:c}=s.t,o=se(a,t.id),l=a.support.indexOf(o),p=u=>n({support:lt(a.support,l,{...o,...u})}),h=["supported","modified","declined"];return ot(t.title,le(t,i,s),r`<gw-choice
        label=${c.supportLabel}
        .options=${h.map(u=>({value:u,label:c.decision[u]}))}
        .value=${o.decision}
        @change=${u=>p({decision:$(u)})}
      ></gw-choice>
      ${o.decision===""?d:r`${dt(o.comment,e,u=>p({comment:u}))}
          ${o.decision==="declined"?d:ke(t,o,p,e)}
          ${ct(!0,e,t.title,()=>n({support:a.support.filter(u=>u!==o)}))}`}`)}function ke(t,e,s,{locale:i}){const{feedback:a}=i.t;return e.promises?r`<div class="promise stack tight">
    <gw-text-field
      required
      maxlength="200"
      label=${a.promiseTitle}
      hint=${a.promiseHint}
      error=${e.title.trim()===""&&e.due_on!==""?a.promiseNeeded:d}
      .value=${e.title}
      @input=${n=>s({title:$(n)})}
    ></gw-text-field>
    <gw-text-field
      type="date"
      min=${i.format.today()}
      label=${a.promiseDue}
      .value=${e.due_on}
      @change=${n=>s({due_on:$(n)})}
    ></gw-text-field>
    <div>
      <gw-button variant="quiet" size="small" icon="trash" @click=${()=>s({promises:!1,title:"",due_on:""})}>
        ${a.noPromise}
      </gw-button>
    </div>
  </div>`:r`<div>
      <gw-button size="small" icon="plus" @click=${()=>s({promises:!0})}>
        ${a.promise}<span class="visually-hidden">: ${t.title}</span>
      </gw-button>
    </div>`}function _e({locale:t,owner:e,draft:s,edit:i}){const{feedback:a}=t.t;return r`<section class="closing stack">
    <gw-text-field
      multiline
      rows="5"
      maxlength="4000"
      label=${a.summaryLabel}
      hint=${a.summaryHint(e)}
      .value=${s.summary}
      @input=${n=>i({summary:$(n)})}
    ></gw-text-field>
    <gw-text-field
      multiline
      rows="3"
      maxlength="4000"
      label=${a.privateLabel}
      hint=${a.privateHint}
      .value=${s.private_note}
      @input=${n=>i({private_note:$(n)})}
    ></gw-text-field>
  </section>`}function dt(t,{locale:e},s){return r`<gw-text-field
    multiline
    rows="2"
    maxlength="2000"
    label=${e.t.feedback.comment}
    .value=${t}
    @input=${i=>s($(i))}
  ></gw-text-field>`}function lt(t,e,s){return e<0?[...t,s]:t.map((i,a)=>a===e?s:i)}var ye=Object.defineProperty,xe=Object.getOwnPropertyDescriptor,St=t=>{throw TypeError(t)},z=(t,e,s,i)=>{for(var a=i>1?void 0:i?xe(e,s):e,n=t.length-1,c;n>=0;n--)(c=t[n])&&(a=(i?c(e,s,a):c(a))||a);return i&&a&&ye(e,s,a),a},zt=(t,e,s)=>e.has(t)||St("Cannot "+s),_=(t,e,s)=>(zt(t,e,"read from private field"),s?s.call(t):e.get(t)),K=(t,e,s)=>e.has(t)?St("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),b=(t,e,s)=>(zt(t,e,"access private method"),s),U,g,q,Z,P,H,Et,Pt,Ct,Mt,C,qt;let x=class extends bt{constructor(){super(...arguments),K(this,g),this.carried=!1,this.step="",this.submitting=!1,K(this,U,new Set),K(this,H,()=>{document.visibilityState==="hidden"&&this.saving.flush()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",_(this,H))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",_(this,H)),this.saving.notify=()=>{},this.saving.flush()}willUpdate(t){t.has("saving")&&(this.saving.notify=()=>this.requestUpdate(),this.step=_(this,g,Z));for(const[e,{counter_proposal:s}]of Object.entries(this.saving.draft.objectives))s!==""&&_(this,U).add(e)}render(){const{feedback:t}=this.t,e=_(this,g,q),s=_(this,g,Z),i=e.indexOf(s),a=e[i+1],n=e[i-1];return r`<div class="stack">
      <nav aria-label=${t.stepsLabel}>
        <ol role="list">
          ${e.map((c,o)=>r`<li>
              <button
                type="button"
                class=${b(this,g,P).call(this,c)?"given":""}
                aria-current=${c===s?"step":d}
                @click=${()=>b(this,g,C).call(this,c)}
              >
                <span class="number">
                  ${b(this,g,P).call(this,c)&&c!==s?r`<gw-icon name="check"></gw-icon>`:this.locale.format.number(o+1)}
                </span>
                <span class="name">${t.steps[c]}${b(this,g,P).call(this,c)?r`<span class="visually-hidden">, ${t.given}</span>`:d}</span>
              </button>
            </li>`)}
        </ol>
      </nav>
      ${this.carried?r`<div class="notice"><gw-icon name="info"></gw-icon><p>${t.carriedOver(this.plan.owner.display_name)}</p></div>`:d}
      ${b(this,g,Mt).call(this)}
      <div class="step-head">
        <h2 tabindex="-1">${t.steps[s]}</h2>
        <p>${t.stepText[s](this.plan.owner.display_name)}</p>
      </div>
      ${b(this,g,Et).call(this,s)}
      <div class="bar">
        ${b(this,g,Ct).call(this)}
        <div class="row">
          ${n===void 0?d:r`<gw-button variant="quiet" @click=${()=>b(this,g,C).call(this,n)}>${this.t.common.back}</gw-button>`}
          ${a===void 0?r`<gw-button
                variant="primary"
                icon="share"
                ?busy=${this.submitting}
                ?disabled=${!yt(this.saving.draft)||this.saving.gaps.length>0}
                @click=${()=>void b(this,g,qt).call(this)}
              >
                ${t.submit}
              </gw-button>`:r`<gw-button variant="primary" @click=${()=>b(this,g,C).call(this,a)}>
                ${a==="review"?t.toReview:t.next(t.steps[a])}
              </gw-button>`}
        </div>
      </div>
    </div>`}};U=new WeakMap;g=new WeakSet;q=function(){const{answers:t}=this.plan,e=t.short_term_objective!==null||t.long_term_objective!==null,s=t.strengths.length+t.development_areas.length>0;return[...e?["objectives"]:[],...s?["strengths","actions"]:[],"closing","review"]};Z=function(){const t=_(this,g,q);return t.find(s=>s===this.step)??t.find(s=>!b(this,g,P).call(this,s))??"review"};P=function(t){const{draft:e}=this.saving;switch(t){case"objectives":return Object.values(e.objectives).some(rt);case"strengths":return e.strengths.length+e.development_areas.length>0;case"actions":return e.support.length>0;case"closing":return e.summary.trim()!=="";case"review":return!1}};H=new WeakMap;Et=function(t){const{answers:e}=this.plan,{feedback:s}=this.t,i={locale:this.locale,answers:e,owner:this.plan.owner.display_name,draft:this.saving.draft,suggesting:_(this,U),edit:n=>this.saving.edit(n)},a=pe(e)?r`<gw-disclosure ?open=${!_(this,g,q).includes("objectives")}>
          <span slot="summary" class="wrap">${s.basics(this.plan.owner.display_name)}</span>
          <div class="basics">${ue(e,this.locale)}</div>
        </gw-disclosure>`:d;switch(t){case"objectives":return r`${a}${ve(i)}`;case"strengths":return fe(i);case"actions":return this.revision===void 0?r`<gw-skeleton lines="6"></gw-skeleton>`:be(i,he(this.revision));case"closing":return r`${_(this,g,q).includes("objectives")?d:a}${_e(i)}`;case"review":return b(this,g,Pt).call(this)}};Pt=function(){const{feedback:t}=this.t,{draft:e,gaps:s}=this.saving,i=_(this,g,q).filter(a=>a!=="review"&&!b(this,g,P).call(this,a));return yt(e)?r`<div class="sheet stack">
      ${s.length>0?r`<div class="conflict" role="alert">
            <p>${t.gaps}</p>
            <div class="edit">
              ${["strengths","actions"].filter(a=>s.some(n=>n==="support"==(a==="actions"))).map(a=>r`<gw-button size="small" @click=${()=>b(this,g,C).call(this,a)}>${t.steps[a]}</gw-button>`)}
            </div>
          </div>`:d}
      <gw-card>
        <gw-feedback-said
          .feedback=${W(e).body}
          .answers=${this.plan.answers}
          .actions=${this.revision?.action_items??[]}
        ></gw-feedback-said>
      </gw-card>
      ${i.length>0?r`<div class="stack tight">
            <p class="muted">${t.silent}</p>
            <div class="edit">
              ${i.map(a=>r`<gw-button size="small" variant="quiet" icon="edit" @click=${()=>b(this,g,C).call(this,a)}>${t.steps[a]}</gw-button>`)}
            </div>
          </div>`:d}
    </div>`:r`<gw-empty icon="message" heading=${t.nothingYet} text=${t.nothingYetText}></gw-empty>`};Ct=function(){const{feedback:t,common:e}=this.t,{state:s,gaps:i}=this.saving,a={untouched:["",""],waiting:["",t.saving],saving:["",t.saving],saved:i.length>0?["alert",t.partlySaved]:["check",e.saved],failed:["alert",t.notSaved],conflict:["alert",t.notSaved]},[n,c]=a[s];return r`<div class="saved" role="status">${n===""?d:r`<gw-icon name=${n}></gw-icon>`}<span>${c}</span></div>`};Mt=function(){const{feedback:t,common:e}=this.t,{saving:s}=this;if(s.state==="failed")return r`<gw-error inline .error=${s.error} @retry=${()=>void s.flush()}></gw-error>`;if(s.state!=="conflict")return d;const i=()=>{s.takeTheirs(),this.dispatchEvent(new Event("reload"))};return r`<div class="conflict" role="alert">
      <p><strong>${e.errors.conflict}.</strong> ${t.conflictText}</p>
      <div class="row">
        <gw-button size="small" @click=${()=>void s.keepMine()}>${t.keepMine}</gw-button>
        <gw-button size="small" @click=${i}>${t.takeTheirs}</gw-button>
      </div>
    </div>`};C=async function(t){this.step=t,this.dispatchEvent(new CustomEvent("step",{detail:t})),this.saving.flush(),await this.updateComplete,this.renderRoot.querySelector(".step-head h2")?.focus({preventScroll:!0}),this.scrollIntoView({block:"start"})};qt=async function(){this.submitting=!0;const t=await this.saving.submit();this.submitting=!1,t!==void 0&&(kt(this,this.t.feedback.submitted(this.plan.owner.display_name)),this.dispatchEvent(new CustomEvent("submitted",{detail:t})))};x.styles=[it,$t,Tt,ae];z([O({attribute:!1})],x.prototype,"plan",2);z([O({attribute:!1})],x.prototype,"revision",2);z([O({attribute:!1})],x.prototype,"saving",2);z([O({type:Boolean})],x.prototype,"carried",2);z([O()],x.prototype,"step",2);z([D()],x.prototype,"submitting",2);x=z([nt("gw-feedback-respond")],x);const tt=new WeakMap;function Oe(t,e){const s=tt.get(t)??new Map;tt.set(t,s);const i=s.get(e)??new je(t,e);return s.set(e,i),i}class je{constructor(e,s){this.draft=mt(),this.state="untouched",this.notify=()=>{},this.#d=0,this.#i=[],this.#s=!1,this.#h=i=>i.preventDefault(),this.#v=()=>void(this.state==="failed"&&this.flush()),this.#e=e,this.#c=s}#e;#c;#d;#t;#a;#l;#r;#i;#s;#u;#o;get gaps(){return W(this.draft).gaps}get unsaved(){return this.#s||this.state!=="untouched"&&this.gaps.length>0}open(e,s,i){this.unsaved||this.#o!==void 0||(this.#d=e,this.#t=s?.id,this.#a=void 0,this.#l=i?.from.id,this.draft=s===void 0?i?.draft??mt():I(s),this.#i=s===void 0?[]:[N(s)],this.#n("untouched"))}edit(e){this.draft={...this.draft,...e},this.#s=!0,window.addEventListener("beforeunload",this.#h),window.addEventListener("online",this.#v),this.state!=="conflict"&&(this.#n(this.state==="saving"?"saving":"waiting"),this.#p(800))}flush(){return clearTimeout(this.#u),!this.#s||this.state==="conflict"?this.#o??Promise.resolve():(this.#o??=this.#$().finally(()=>this.#o=void 0),this.#o)}async keepMine(){this.#t=this.#r?.feedback.id??this.#t,this.#a=this.#r?.etag,this.#r=void 0,this.#s=!0,this.#n("waiting"),await this.flush()}takeTheirs(){const{feedback:e,etag:s}=this.#r??{};e!==void 0&&(this.#w(e,s),this.draft=I(e),this.#b())}async submit(){if(await this.flush(),!(this.unsaved||this.#t===void 0))try{const{data:e}=await this.#e.POST("/v1/feedback/{feedback_id}/submit",{params:{path:{feedback_id:this.#t},header:{"If-Match":await this.#g(this.#t)}},body:{}});return tt.get(this.#e)?.delete(this.#c),e}catch(e){await this.#f(e);return}}#p(e){clearTimeout(this.#u),this.#u=setTimeout(()=>void this.flush(),e)}async#$(){for(;this.#s;){this.#s=!1,this.#n("saving");const{body:e}=W(this.draft),s=JSON.stringify(e);this.#i=[...this.#i,s];try{await this.#k(e),this.#i=[s]}catch(i){this.#s=!0,await this.#f(i);return}}this.#b()}async#k(e){if(this.#t!==void 0){const{etag:a}=await this.#e.PATCH("/v1/feedback/{feedback_id}",{params:{path:{feedback_id:this.#t},header:{"If-Match":await this.#g(this.#t)}},body:e});this.#a=a;return}const{data:s,etag:i}=await this.#e.POST("/v1/plans/{plan_id}/feedback",{params:{path:{plan_id:this.#c}},body:{...e,revision:this.#d}});if(this.#t=s.id,this.#a=i,this.#l!==void 0){const a={feedback_id:this.#l};this.#l=void 0,await this.#e.DELETE("/v1/feedback/{feedback_id}",{params:{path:a}}).catch(()=>{})}}async#g(e){if(this.#a===void 0){const{data:s,etag:i}=await this.#e.GET("/v1/feedback/{feedback_id}",{params:{path:{feedback_id:e}}});if(!this.#i.includes(N(s)))throw new wt(s,i);this.#a=i}return this.#a??"*"}async#f(e){const s=e instanceof Ut?e.status:void 0;try{if(e instanceof wt){this.#m(e.feedback,e.etag);return}const i=s===409&&this.#t===void 0?await this.#_():void 0;if(s===412||i!==void 0){const a={feedback_id:i?.id??this.#t??""},{data:n,etag:c}=await this.#e.GET("/v1/feedback/{feedback_id}",{params:{path:a}});this.#m(n,c);return}}catch(i){e=i}this.error=e,this.#n("failed"),(e instanceof TypeError||s===429||(s??0)>=500)&&this.#p(1e4)}#m(e,s){e.status==="draft"&&this.#i.includes(N(e))?(this.#w(e,s),this.#p(0)):(this.#r={feedback:e,etag:s},this.#n("conflict"))}#w(e,s){this.#t=e.id,this.#a=s,this.#r=void 0,this.#i=[N(e)]}async#_(){const e={plan_id:this.#c},[s,{data:i}]=await Promise.all([this.#e.me(),this.#e.GET("/v1/plans/{plan_id}/feedback",{params:{path:e,query:{limit:100}}})]);return i.items.find(({author_id:a,revision:n})=>a===s.person?.id&&n===this.#d)}#b(){this.error=void 0,this.#s=!1,this.#n("saved"),this.gaps.length===0&&(window.removeEventListener("beforeunload",this.#h),window.removeEventListener("online",this.#v))}#n(e){this.state=e,this.notify()}#h;#v}class wt extends Error{constructor(e,s){super("the draft was changed meanwhile"),this.feedback=e,this.etag=s}}function N(t){return JSON.stringify(W(I(t)).body)}var Te=Object.defineProperty,Se=Object.getOwnPropertyDescriptor,Lt=t=>{throw TypeError(t)},L=(t,e,s,i)=>{for(var a=i>1?void 0:i?Se(e,s):e,n=t.length-1,c;n>=0;n--)(c=t[n])&&(a=(i?c(e,s,a):c(a))||a);return i&&a&&Te(e,s,a),a},ut=(t,e,s)=>e.has(t)||Lt("Cannot "+s),f=(t,e,s)=>(ut(t,e,"read from private field"),s?s.call(t):e.get(t)),G=(t,e,s)=>e.has(t)?Lt("Cannot add the same private member more than once"):e instanceof WeakSet?e.add(t):e.set(t,s),Gt=(t,e,s,i)=>(ut(t,e,"write to private field"),e.set(t,s),s),w=(t,e,s)=>(ut(t,e,"access private method"),s),T,y,S,m,Wt,At,pt,et,Dt,Ft,Bt,Nt,A,st,Ht,ht,It,J,at;let j=class extends Vt{constructor(){super(...arguments),G(this,m),this.planId="",this.writing=!1,this.step="",this.agreeing=!1,G(this,T),G(this,y,new gt(this,()=>[this.planId],async([t],e)=>{const s=await this.api.me(),i=t||await w(this,m,It).call(this,s);if(i===void 0)return;const a={plan_id:i},[{data:n},{data:c}]=await Promise.all([this.api.GET("/v1/plans/{plan_id}",{params:{path:a},signal:e}),this.api.GET("/v1/plans/{plan_id}/feedback",{params:{path:a,query:{limit:100}},signal:e})]);return{plan:n,feedback:c.items,me:s}})),G(this,S,new gt(this,()=>[f(this,y).value?.plan.id??"",f(this,y).value?.plan.latest_revision??0],async([t,e],s)=>{if(e===0)return;const[i,a]=await Promise.all([this.api.GET("/v1/plans/{plan_id}/revisions/{number}",{params:{path:{plan_id:t,number:e}},signal:s}),Kt(this.api,t,s)]);return{revision:i.data,requests:a}})),G(this,A,()=>{this.writing=!0})}connectedCallback(){super.connectedCallback();const t=f(this,m,J)?"":ze();this.writing=t!=="",this.step=t==="next"?"":t}updated(t){super.updated(t);const e=f(this,y).value?.plan.owner.display_name;e!==void 0&&Yt(this,this.t.feedback.feedbackFor(e))}view(){return f(this,y).show(t=>t===void 0?w(this,m,Wt).call(this):w(this,m,At).call(this,t),()=>r`<gw-skeleton lines="6"></gw-skeleton>`)}};T=new WeakMap;y=new WeakMap;S=new WeakMap;m=new WeakSet;Wt=function(){const{feedback:t}=this.t;return r`<div class="page-head"><h1>${t.title}</h1></div>
      <gw-empty icon="message" heading=${t.none} text=${t.noneText}></gw-empty>`};At=function(t){const{plan:e,feedback:s,me:i}=t,a=s.filter(({author_id:h})=>h===i.person?.id),n=w(this,m,pt).call(this,t)!==void 0,c=a.some(({status:h,revision:u})=>h!=="draft"&&u===e.latest_revision),o=_t(e,i).responds&&!c,l=a.some(({status:h})=>h==="draft"),p=a.some(({status:h})=>h!=="draft");return o&&(l||this.writing||n&&!p)?r`${w(this,m,et).call(this,t,this.t.feedback.respondTo(e.owner.display_name))}${w(this,m,Dt).call(this,t,a)}`:r`${w(this,m,et).call(this,t,this.t.feedback.feedbackFor(e.owner.display_name))}${w(this,m,Ft).call(this,t,o)}`};pt=function({me:t}){return Qt(t,f(this,S).value?.requests??[])};et=function(t,e){const{plan:s,me:i}=t,{feedback:a}=this.t,{format:n}=this.locale,c=f(this,S).value?.revision.note,o=w(this,m,pt).call(this,t),l=o?.message??c,p=f(this,S).value?.revision.shared_at;return r`<div class="page-head">
        ${i.hasTeam?r`<a class="back" href=${w(this,m,at).call(this,"/team")}><gw-icon name="arrow-left"></gw-icon>${this.t.team.title}</a>`:d}
        <h1 dir="auto">${e}</h1>
        <div class="facts">
          <gw-status plan=${s.status}></gw-status>
          ${s.latest_revision===null?d:r`<span>${a.version(s.latest_revision)}${p?`, ${n.relative(p)}`:""}</span>`}
          ${o?.due_on?r`<span>${a.wantedUntil(n.date(o.due_on))}</span>`:d}
          <a href=${w(this,m,at).call(this,`/plan/${s.id}`)}>${a.wholePlan}</a>
        </div>
      </div>
      ${l?r`<div class="note stack tight">
            <span class="label">${a.writes(s.owner.display_name)}</span>
            <blockquote dir="auto">${l}</blockquote>
          </div>`:d}`};Dt=function({plan:t},e){const s=t.latest_revision??1,i=e.find(n=>n.status==="draft"&&n.revision===s),a=e.findLast(n=>n.status==="draft"&&n.revision!==s);if(f(this,T)===void 0){Gt(this,T,Oe(this.api,t.id));const n={strengths:new Set(t.answers.strengths.map(({id:o})=>o)),development_areas:new Set(t.answers.development_areas.map(({id:o})=>o))},c=a===void 0?void 0:{draft:te(I(a),n),from:a};f(this,T).open(s,i,c)}return r`<gw-feedback-respond
      .plan=${t}
      .revision=${f(this,S).value?.revision}
      .saving=${f(this,T)}
      ?carried=${i===void 0&&a!==void 0}
      step=${this.step}
      @step=${n=>w(this,m,ht).call(this,n.detail)}
      @submitted=${n=>w(this,m,Ht).call(this,n.detail)}
      @reload=${()=>void f(this,y).reload()}
    ></gw-feedback-respond>`};Ft=function(t,e){const{plan:s,feedback:i,me:a}=t,{t:n,locale:c}=this,o=f(this,S).value,l=i.filter(({status:v})=>v!=="draft").toReversed(),{owns:p,agrees:h}=_t(s,a),u=h&&!p;return r`<div class="sheet stack">
      ${u?w(this,m,Bt).call(this,s,e):d}
      ${!u&&s.manager_agreed_at!==null&&s.status!=="draft"?r`<div><gw-pill tone="positive" icon="check-circle">${n.feedback.agreedOn(c.format.date(s.manager_agreed_at))}</gw-pill></div>`:d}
      ${l.length===0?r`<gw-empty icon="message" heading=${n.feedback.none} text=${p?n.feedback.noneText:n.feedback.noneSentText}>
            ${e&&!u?r`<gw-button variant="primary" @click=${f(this,A)}>${n.feedback.respond}</gw-button>`:d}
          </gw-empty>`:r`${e&&!u?r`<div><gw-button icon="message" @click=${f(this,A)}>${n.feedback.respondToVersion(s.latest_revision??1)}</gw-button></div>`:d}
          ${l.map(v=>w(this,m,Nt).call(this,v,s,o?.revision.action_items??[],a))}`}
    </div>`};Bt=function(t,e){const{feedback:s}=this.t,i=t.owner.display_name;return r`<gw-card tone="accent" heading=${s.agreeTitle}>
      <div class="stack tight">
        <p>${t.owner_agreed_at===null?s.agreeText(i):s.ownerAgreed(i)}</p>
        ${this.agreeError===void 0?d:r`<gw-error inline .error=${this.agreeError} @retry=${()=>void w(this,m,st).call(this,t)}></gw-error>`}
        <div class="row">
          <gw-button variant="primary" icon="check" ?busy=${this.agreeing} @click=${()=>void w(this,m,st).call(this,t)}>
            ${s.agree}
          </gw-button>
          ${e?r`<gw-button icon="message" @click=${f(this,A)}>${s.respondToVersion(t.latest_revision??1)}</gw-button>`:d}
        </div>
      </div>
    </gw-card>`};Nt=function(t,e,s,i){const{t:a,locale:n}=this,c=t.author_id===i.person?.id,o=t.status==="acknowledged"?a.feedback.acknowledged:a.feedback.unread;return r`<gw-card heading=${c?a.feedback.yours:a.feedback.by(t.author.display_name)}>
      <gw-avatar slot="lead" name=${t.author.display_name}></gw-avatar>
      <gw-pill slot="actions" tone=${t.status==="acknowledged"?"positive":"neutral"} icon=${t.status==="acknowledged"?"check":"clock"}>
        ${o}
      </gw-pill>
      <div class="stack">
        <p class="muted small">
          ${[a.feedback.version(t.revision),t.submitted_at?a.feedback.sentOn(n.format.date(t.submitted_at)):"",t.acknowledged_at?a.feedback.acknowledgedOn(n.format.date(t.acknowledged_at)):""].filter(Boolean).join(" · ")}
        </p>
        <gw-feedback-said .feedback=${t} .answers=${e.answers} .actions=${s}></gw-feedback-said>
      </div>
    </gw-card>`};A=new WeakMap;st=async function(t){this.agreeing=!0,this.agreeError=void 0;try{const{data:e}=await this.api.POST("/v1/plans/{plan_id}/agree",{params:{path:{plan_id:t.id}},body:{revision:t.latest_revision}}),s=f(this,y).value;s!==void 0&&(f(this,y).value={...s,plan:e}),kt(this,this.t.feedback.agreed(t.owner.display_name))}catch(e){this.agreeError=e}finally{this.agreeing=!1}};Ht=function(t){Gt(this,T,void 0),this.writing=!1,w(this,m,ht).call(this,"");const e=f(this,y).value;e!==void 0&&(f(this,y).value={...e,feedback:[...e.feedback.filter(({id:s})=>s!==t.id),t]}),window.scrollTo(0,0)};ht=function(t){if(this.step=t,!f(this,m,J)){const[e]=location.hash.split("?");history.replaceState(null,"",t===""?e:`${e}?step=${t}`)}};It=async function(t){if(t.person===void 0)return;const e={owner_id:t.person.id,sort:"-updated_at",limit:1},{data:s}=await this.api.GET("/v1/plans",{params:{query:e}});return s.items[0]?.id};J=function(){return this.getToken!==void 0||this.baseUrl!==""};at=function(t){return f(this,m,J)?`${this.baseUrl}/board/#${t}`:`#${t}`};j.styles=[it,$t,Tt,V`
      .page-head .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        font-size: var(--groundwork-text-s);
        color: var(--groundwork-text-muted);
      }
      .sheet {
        max-inline-size: var(--groundwork-measure);
      }
      .note {
        margin-block-end: var(--groundwork-space-5);
        max-inline-size: var(--groundwork-measure);
      }
    `];L([O({attribute:"plan-id"})],j.prototype,"planId",2);L([D()],j.prototype,"writing",2);L([D()],j.prototype,"step",2);L([D()],j.prototype,"agreeing",2);L([D()],j.prototype,"agreeError",2);j=L([nt("groundwork-feedback")],j);function ze(){const t=new URLSearchParams(location.hash.split("?")[1]??"").get("step");return["objectives","strengths","actions","closing","review","next"].find(e=>e===t)??""}export{j as GroundworkFeedback};
