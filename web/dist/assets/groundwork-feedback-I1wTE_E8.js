import{i as Y,A as d,b as r}from"./tokens-BHm-NQ-a.js";import{b as ie,n as j,a as fe,e as ne,l as we,r as B,u as be,P as Ne,G as Ie,C as Re}from"./keyed-Do4O5M2M.js";import{L as he}from"./loading-BU4JZjhQ.js";import"./card-BEFpIOtP.js";import"./disclosure-BTAz3aSI.js";import{c as Ue}from"./repeat-B_8P3B5Z.js";import"./field-D2fG7fMb.js";const ve=()=>({reasonable:"",achievable:"",comment:"",counter_proposal:""});function ge(){return{objectives:{short_term:ve(),long_term:ve()},strengths:[],development_areas:[],support:[],summary:"",private_note:""}}function R(e){const t=i=>{const a=e.objectives[i];return{reasonable:a?.reasonable??"",achievable:a?.achievable??"",comment:a?.comment??"",counter_proposal:a?.counter_proposal??""}},s=i=>e[i].map(({item_id:a,stance:n,name:o,comment:c})=>({item_id:a??null,stance:n,name:o??"",comment:c??""}));return{objectives:{short_term:t("short_term"),long_term:t("long_term")},strengths:s("strengths"),development_areas:s("development_areas"),support:e.support.map(({action_item_id:i,decision:a,comment:n,commitment:o})=>({action_item_id:i,decision:a,comment:n??"",promises:o!=null,title:o?.title??"",due_on:o?.due_on??""})),summary:e.summary??"",private_note:e.private_note??""}}function Ve(e,t){const s=i=>e[i].map(a=>a.item_id!==null&&!t[i].has(a.item_id)?{...a,item_id:null,stance:"add"}:a);return{...e,strengths:s("strengths"),development_areas:s("development_areas")}}const y=e=>e.trim()===""?null:e;function D(e){const t=[],s=c=>(t.push(c),[]),i=({reasonable:c,achievable:l,comment:p,counter_proposal:h})=>({reasonable:c||null,achievable:l||null,comment:y(p),counter_proposal:y(h)}),a=c=>e[c].flatMap(({item_id:l,stance:p,name:h,comment:u})=>{if(p==="")return[];const v=p!=="agree";return v&&y(h)===null?l===null&&y(u)===null?[]:s(c):[{item_id:l,stance:p,name:v?y(h):null,comment:y(u)}]}),n=e.support.flatMap(({action_item_id:c,decision:l,comment:p,promises:h,title:u,due_on:v})=>{if(l==="")return[];const $=h&&l!=="declined",P=$&&y(u)!==null;$&&!P&&v!==""&&s("support");const He=P?{title:u,due_on:y(v)}:null;return[{action_item_id:c,decision:l,comment:y(p),commitment:He}]});return{body:{objectives:{short_term:i(e.objectives.short_term),long_term:i(e.objectives.long_term)},strengths:a("strengths"),development_areas:a("development_areas"),support:n,summary:y(e.summary),private_note:y(e.private_note)},gaps:t}}function Ye(e,t,s){return e[t].find(({item_id:a})=>a===s)??{item_id:s,stance:"",name:"",comment:""}}function Je(e,t){return e.support.find(({action_item_id:i})=>i===t)??{action_item_id:t,decision:"",comment:"",promises:!1,title:"",due_on:""}}const re=e=>Object.values(e).some(t=>t!=="");function $e(e){const{strengths:t,development_areas:s,support:i}=D(e).body;return[t,s,i].some(n=>(n?.length??0)>0)||e.summary.trim()!==""||Object.values(e.objectives).some(re)}const Ke=Y`
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
`;var Qe=Object.defineProperty,Xe=Object.getOwnPropertyDescriptor,ke=e=>{throw TypeError(e)},J=(e,t,s,i)=>{for(var a=i>1?void 0:i?Xe(t,s):t,n=e.length-1,o;n>=0;n--)(o=e[n])&&(a=(i?o(t,s,a):o(a))||a);return i&&a&&Qe(t,s,a),a},Ze=(e,t,s)=>t.has(e)||ke("Cannot "+s),et=(e,t,s)=>t.has(e)?ke("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),H=(e,t,s)=>(Ze(e,t,"access private method"),s),q,_e,X,ye;const U={yes:"positive",partly:"caution",no:"critical",agree:"positive",adjust:"caution",add:"accent",supported:"positive",modified:"caution",declined:"critical"};let L=class extends fe{constructor(){super(...arguments),et(this,q),this.actions=[]}render(){const{feedback:e}=this,{feedback:t}=this.t;return e===void 0?d:r`
      ${e.summary?r`<section><h3>${t.summary}</h3><p dir="auto">${e.summary}</p></section>`:d}
      ${H(this,q,_e).call(this,e)}${H(this,q,X).call(this,"strengths",e)}${H(this,q,X).call(this,"development_areas",e)}
      ${H(this,q,ye).call(this,e)}
      ${e.private_note?r`<div class="private">
            <gw-icon name="lock"></gw-icon>
            <div><strong>${t.privateLabel}</strong><p dir="auto">${e.private_note}</p></div>
          </div>`:d}
    `}};q=new WeakSet;_e=function({objectives:e}){const{feedback:t,common:s}=this.t,a=["short_term","long_term"].flatMap(n=>{const o=e[n],{reasonable:c,achievable:l,comment:p,counter_proposal:h}=o??{};return!c&&!l&&!p&&!h?[]:r`<div class="entry">
        <h4 dir="auto">${this.answers?.[`${n}_objective`]?.summary??t.horizon[n]}</h4>
        <div class="pills">
          ${c?r`<gw-pill tone=${U[c]}>${t.reasonable} ${s.verdict[c]}</gw-pill>`:d}
          ${l?r`<gw-pill tone=${U[l]}>${t.achievable} ${s.verdict[l]}</gw-pill>`:d}
        </div>
        ${p?r`<p dir="auto">${p}</p>`:d}
        ${h?r`<div class="proposal">
              <gw-icon name="edit"></gw-icon>
              <div><strong>${t.counterProposalLabel}</strong><p dir="auto">${h}</p></div>
            </div>`:d}
      </div>`});return a.length===0?d:r`<section><h3>${t.steps.objectives}</h3>${a}</section>`};X=function(e,t){const{feedback:s}=this.t;return t[e].length===0?d:r`<section>
      <h3>${s.lists[e]}</h3>
      ${t[e].map(({item_id:i,stance:a,name:n,comment:o})=>{const c=this.answers?.[e].find(({id:l})=>l===i)?.name;return r`<div class="entry">
          <h4 dir="auto">${a==="agree"?c??s.earlierItem:n}</h4>
          <div class="pills">
            <gw-pill tone=${U[a]}>${s.stance[a]}</gw-pill>
            ${a==="adjust"&&c!==void 0?r`<span class="muted small">${s.insteadOf(c)}</span>`:d}
          </div>
          ${o?r`<p dir="auto">${o}</p>`:d}
        </div>`})}
    </section>`};ye=function({support:e}){const{feedback:t}=this.t;return e.length===0?d:r`<section>
      <h3>${t.steps.actions}</h3>
      ${e.map(({action_item_id:s,decision:i,comment:a,commitment:n})=>{const o=this.actions.find(({id:c})=>c===s);return r`<div class="entry">
          <h4 dir="auto">${o?.title??t.earlierItem}</h4>
          <div class="pills"><gw-pill tone=${U[i]}>${t.decision[i]}</gw-pill></div>
          ${a?r`<p dir="auto">${a}</p>`:d}
          ${n?r`<div class="proposal">
                <gw-icon name="flag"></gw-icon>
                <div>
                  <strong>${t.promised}</strong>
                  <p dir="auto">${n.title}</p>
                  ${n.due_on?r`<p class="muted small">${t.until(this.locale.format.date(n.due_on))}</p>`:d}
                </div>
              </div>`:d}
        </div>`})}
    </section>`};L.styles=[ie,Y`
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
    `];J([j({attribute:!1})],L.prototype,"feedback",2);J([j({attribute:!1})],L.prototype,"answers",2);J([j({attribute:!1})],L.prototype,"actions",2);L=J([ne("gw-feedback-said")],L);const xe=Y`
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
`;function tt(e,t,{t:s,format:i}){const{feedback:a}=s;if(e==="long_term"){const{summary:p,horizon_years:h}=t.long_term_objective??{};return r`<span class="label">${a.horizon.long_term}</span>
      <h3 dir="auto">${p}</h3>
      ${h?r`<p class="muted small">${a.withinYears(h)}</p>`:d}`}const{summary:n,kind:o,detail:c,target_on:l}=t.short_term_objective??{};return r`<span class="label">${a.horizon.short_term}</span>
    <h3 dir="auto">${n}</h3>
    ${c?r`<p dir="auto">${c}</p>`:d}
    ${o||l?r`<p class="muted small">
          ${[o?a.kind[o]:"",l?a.until(i.date(l)):""].filter(Boolean).join(" · ")}
        </p>`:d}`}function st({name:e,note:t,aligned_with:s},{t:i,format:a}){const{feedback:n}=i;return r`<h3 dir="auto">${e}</h3>
    ${t?r`<p dir="auto">${t}</p>`:d}
    ${s.length===0?d:r`<p class="muted small">${n.leadsTo(a.list(s.map(o=>n.objective[o])))}</p>`}`}function at(e,t,{t:s,format:i}){const{feedback:a}=s,n=t.development_areas.find(({id:c})=>c===e.development_area_id),o=[e.due_on?a.until(i.date(e.due_on)):"",n?a.worksOn(n.name):""];return r`<h3 dir="auto">${e.title}</h3>
    ${e.description?r`<p dir="auto">${e.description}</p>`:d}
    ${o.some(Boolean)?r`<p class="muted small">${o.filter(Boolean).join(" · ")}</p>`:d}
    ${e.support_needed?r`<div class="asks"><span class="label">${a.asksFor}</span><p dir="auto">${e.support_needed}</p></div>`:d}`}function it(e,{t}){const{feedback:s}=t,i=(a,n)=>n.length===0?d:r`<div>
          <span class="label">${a}</span>
          <ul>
            ${n.map(({name:o,note:c})=>r`<li dir="auto">${o}${c?r` <span class="muted">${c}</span>`:d}</li>`)}
          </ul>
        </div>`;return r`${e.mission_statement?r`<div><span class="label">${s.mission}</span><p dir="auto">${e.mission_statement}</p></div>`:d}
  ${i(s.values,e.values)}${i(s.motivators,e.motivators)}`}const nt=({mission_statement:e,values:t,motivators:s})=>!!e||t.length+s.length>0,rt=e=>e.action_items.filter(({kind:t,status:s})=>t==="development"&&s!=="cancelled"),_=e=>e.target.value;function oe(e,t,s){return r`<section class="pair" aria-label=${e}>
    <div class="sides"><div class="written">${t}</div><div class="answer">${s}</div></div>
  </section>`}function ce(e,{locale:t},s,i){const{feedback:a}=t.t;return e?r`<div><gw-button variant="quiet" size="small" icon="close" @click=${i}>
        ${a.clear}<span class="visually-hidden">: ${s}</span>
      </gw-button></div>`:d}function ot(e){return r`${["short_term","long_term"].filter(s=>e.answers[`${s}_objective`]!==null).map(s=>ct(s,e))}`}function ct(e,t){const{locale:s,answers:i,draft:a,edit:n}=t,{feedback:o,common:c}=s.t,l=a.objectives[e],p=v=>n({objectives:{...t.draft.objectives,[e]:{...l,...v}}}),h=["yes","partly","no"].map(v=>({value:v,label:c.verdict[v]})),u=i[`${e}_objective`]?.summary??"";return oe(o.horizon[e],tt(e,i,s),r`<gw-choice
        label=${o.reasonable}
        .options=${h}
        .value=${l.reasonable}
        @change=${v=>p({reasonable:_(v)})}
      ></gw-choice>
      <gw-choice
        label=${o.achievable}
        .options=${h}
        .value=${l.achievable}
        @change=${v=>p({achievable:_(v)})}
      ></gw-choice>
      <gw-text-field
        multiline
        rows="2"
        maxlength="2000"
        label=${o.comment}
        .value=${l.comment}
        @input=${v=>p({comment:_(v)})}
      ></gw-text-field>
      <gw-disclosure label=${o.counterProposal} ?open=${t.suggesting.has(e)}>
        <gw-text-field
          multiline
          rows="2"
          maxlength="2000"
          label=${o.counterProposalLabel}
          hint=${o.counterProposalHint(t.owner)}
          placeholder=${u}
          .value=${l.counter_proposal}
          @input=${v=>p({counter_proposal:_(v)})}
        ></gw-text-field>
      </gw-disclosure>
      ${ce(re(l),t,o.horizon[e],()=>p({reasonable:"",achievable:"",comment:"",counter_proposal:""}))}`)}function dt(e){const{feedback:t}=e.locale.t;return r`${["strengths","development_areas"].map(i=>r`<div class="stack tight">
      <h3 class="group">${t.lists[i]}</h3>
      ${e.answers[i].map(a=>lt(i,a,e))}${ut(i,e)}
    </div>`)}`}function lt(e,t,s){const{locale:i,draft:a,edit:n}=s,{feedback:o}=i.t,c=Ye(a,e,t.id),l=a[e].indexOf(c),p=u=>n({[e]:le(a[e],l,{...c,...u})}),h=["agree","adjust"];return oe(t.name,st(t,i),r`<gw-choice
        label=${o.stanceLabel[e]}
        .options=${h.map(u=>({value:u,label:o.stance[u]}))}
        .value=${c.stance}
        @change=${u=>{const v=_(u);p({stance:v,name:c.name||(v==="adjust"?t.name:"")})}}
      ></gw-choice>
      ${c.stance==="adjust"?r`<gw-text-field
            required
            maxlength="200"
            label=${o.betterName}
            error=${c.name.trim()===""?o.nameNeeded:d}
            .value=${c.name}
            @input=${u=>p({name:_(u)})}
          ></gw-text-field>`:d}
      ${c.stance===""?d:r`${de(c.comment,s,u=>p({comment:u}))}
          ${ce(!0,s,t.name,()=>n({[e]:a[e].filter(u=>u!==c)}))}`}`)}function ut(e,t){const{draft:s,edit:i,locale:a}=t,{feedback:n}=a.t,o={item_id:null,stance:"add",name:"",comment:""};return r`${s[e].map((c,l)=>{if(c.stance!=="add")return d;const p=h=>i({[e]:le(s[e],l,{...c,...h})});return r`<section class="added stack tight" aria-label=${n.add[e]}>
        <gw-text-field
          required
          maxlength="200"
          label=${n.addLabel[e]}
          error=${c.name.trim()===""&&c.comment.trim()!==""?n.nameNeeded:d}
          .value=${c.name}
          @input=${h=>p({name:_(h)})}
        ></gw-text-field>
        ${de(c.comment,t,h=>p({comment:h}))}
        <div>
          <gw-button variant="quiet" size="small" icon="trash" @click=${()=>i({[e]:s[e].filter((h,u)=>u!==l)})}>
            ${n.remove}<span class="visually-hidden">: ${c.name}</span>
          </gw-button>
        </div>
      </section>`})}
    <div>
      <gw-button size="small" icon="plus" @click=${()=>i({[e]:[...s[e],o]})}>${n.add[e]}</gw-button>
    </div>`}function pt(e,t){return r`${Ue(t,({id:s})=>s,s=>ht(s,e))}`}function ht(e,t){const{locale:s,answers:i,draft:a,edit:n}=t,{feedback:o}=s.t,c=Je(a,e.id),l=a.support.indexOf(c),p=u=>n({support:le(a.support,l,{...c,...u})}),h=["supported","modified","declined"];return oe(e.title,at(e,i,s),r`<gw-choice
        label=${o.supportLabel}
        .options=${h.map(u=>({value:u,label:o.decision[u]}))}
        .value=${c.decision}
        @change=${u=>p({decision:_(u)})}
      ></gw-choice>
      ${c.decision===""?d:r`${de(c.comment,t,u=>p({comment:u}))}
          ${c.decision==="declined"?d:vt(e,c,p,t)}
          ${ce(!0,t,e.title,()=>n({support:a.support.filter(u=>u!==c)}))}`}`)}function vt(e,t,s,{locale:i}){const{feedback:a}=i.t;return t.promises?r`<div class="promise stack tight">
    <gw-text-field
      required
      maxlength="200"
      label=${a.promiseTitle}
      hint=${a.promiseHint}
      error=${t.title.trim()===""&&t.due_on!==""?a.promiseNeeded:d}
      .value=${t.title}
      @input=${n=>s({title:_(n)})}
    ></gw-text-field>
    <gw-text-field
      type="date"
      min=${i.format.today()}
      label=${a.promiseDue}
      .value=${t.due_on}
      @change=${n=>s({due_on:_(n)})}
    ></gw-text-field>
    <div>
      <gw-button variant="quiet" size="small" icon="trash" @click=${()=>s({promises:!1,title:"",due_on:""})}>
        ${a.noPromise}
      </gw-button>
    </div>
  </div>`:r`<div>
      <gw-button size="small" icon="plus" @click=${()=>s({promises:!0})}>
        ${a.promise}<span class="visually-hidden">: ${e.title}</span>
      </gw-button>
    </div>`}function gt({locale:e,owner:t,draft:s,edit:i}){const{feedback:a}=e.t;return r`<section class="closing stack">
    <gw-text-field
      multiline
      rows="5"
      maxlength="4000"
      label=${a.summaryLabel}
      hint=${a.summaryHint(t)}
      .value=${s.summary}
      @input=${n=>i({summary:_(n)})}
    ></gw-text-field>
    <gw-text-field
      multiline
      rows="3"
      maxlength="4000"
      label=${a.privateLabel}
      hint=${a.privateHint}
      .value=${s.private_note}
      @input=${n=>i({private_note:_(n)})}
    ></gw-text-field>
  </section>`}function de(e,{locale:t},s){return r`<gw-text-field
    multiline
    rows="2"
    maxlength="2000"
    label=${t.t.feedback.comment}
    .value=${e}
    @input=${i=>s(_(i))}
  ></gw-text-field>`}function le(e,t,s){return t<0?[...e,s]:e.map((i,a)=>a===t?s:i)}var mt=Object.defineProperty,ft=Object.getOwnPropertyDescriptor,Te=e=>{throw TypeError(e)},z=(e,t,s,i)=>{for(var a=i>1?void 0:i?ft(t,s):t,n=e.length-1,o;n>=0;n--)(o=e[n])&&(a=(i?o(t,s,a):o(a))||a);return i&&a&&mt(t,s,a),a},je=(e,t,s)=>t.has(e)||Te("Cannot "+s),x=(e,t,s)=>(je(e,t,"read from private field"),s?s.call(e):t.get(e)),Q=(e,t,s)=>t.has(e)?Te("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),b=(e,t,s)=>(je(e,t,"access private method"),s),V,m,G,Z,C,I,Oe,Ee,Se,ze,M,Pe;let T=class extends fe{constructor(){super(...arguments),Q(this,m),this.carried=!1,this.step="",this.submitting=!1,Q(this,V,new Set),Q(this,I,()=>{document.visibilityState==="hidden"&&this.saving.flush()})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",x(this,I))}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",x(this,I)),this.saving.notify=()=>{},this.saving.flush()}willUpdate(e){e.has("saving")&&(this.saving.notify=()=>this.requestUpdate(),this.step=x(this,m,Z));for(const[t,{counter_proposal:s}]of Object.entries(this.saving.draft.objectives))s!==""&&x(this,V).add(t)}render(){const{feedback:e}=this.t,t=x(this,m,G),s=x(this,m,Z),i=t.indexOf(s),a=t[i+1],n=t[i-1];return r`<div class="stack">
      <nav aria-label=${e.stepsLabel}>
        <ol role="list">
          ${t.map((o,c)=>r`<li>
              <button
                type="button"
                class=${b(this,m,C).call(this,o)?"given":""}
                aria-current=${o===s?"step":d}
                @click=${()=>b(this,m,M).call(this,o)}
              >
                <span class="number">
                  ${b(this,m,C).call(this,o)&&o!==s?r`<gw-icon name="check"></gw-icon>`:this.locale.format.number(c+1)}
                </span>
                <span class="name">${e.steps[o]}${b(this,m,C).call(this,o)?r`<span class="visually-hidden">, ${e.given}</span>`:d}</span>
              </button>
            </li>`)}
        </ol>
      </nav>
      ${this.carried?r`<div class="notice"><gw-icon name="info"></gw-icon><p>${e.carriedOver(this.plan.owner.display_name)}</p></div>`:d}
      ${b(this,m,ze).call(this)}
      <div class="step-head">
        <h2 tabindex="-1">${e.steps[s]}</h2>
        <p>${e.stepText[s](this.plan.owner.display_name)}</p>
      </div>
      ${b(this,m,Oe).call(this,s)}
      <div class="bar">
        ${b(this,m,Se).call(this)}
        <div class="row">
          ${n===void 0?d:r`<gw-button variant="quiet" @click=${()=>b(this,m,M).call(this,n)}>${this.t.common.back}</gw-button>`}
          ${a===void 0?r`<gw-button
                variant="primary"
                icon="share"
                ?busy=${this.submitting}
                ?disabled=${!$e(this.saving.draft)||this.saving.gaps.length>0}
                @click=${()=>void b(this,m,Pe).call(this)}
              >
                ${e.submit}
              </gw-button>`:r`<gw-button variant="primary" @click=${()=>b(this,m,M).call(this,a)}>
                ${a==="review"?e.toReview:e.next(e.steps[a])}
              </gw-button>`}
        </div>
      </div>
    </div>`}};V=new WeakMap;m=new WeakSet;G=function(){const{answers:e}=this.plan,t=e.short_term_objective!==null||e.long_term_objective!==null,s=e.strengths.length+e.development_areas.length>0;return[...t?["objectives"]:[],...s?["strengths","actions"]:[],"closing","review"]};Z=function(){const e=x(this,m,G);return e.find(s=>s===this.step)??e.find(s=>!b(this,m,C).call(this,s))??"review"};C=function(e){const{draft:t}=this.saving;switch(e){case"objectives":return Object.values(t.objectives).some(re);case"strengths":return t.strengths.length+t.development_areas.length>0;case"actions":return t.support.length>0;case"closing":return t.summary.trim()!=="";case"review":return!1}};I=new WeakMap;Oe=function(e){const{answers:t}=this.plan,{feedback:s}=this.t,i={locale:this.locale,answers:t,owner:this.plan.owner.display_name,draft:this.saving.draft,suggesting:x(this,V),edit:n=>this.saving.edit(n)},a=nt(t)?r`<gw-disclosure ?open=${!x(this,m,G).includes("objectives")}>
          <span slot="summary" class="wrap">${s.basics(this.plan.owner.display_name)}</span>
          <div class="basics">${it(t,this.locale)}</div>
        </gw-disclosure>`:d;switch(e){case"objectives":return r`${a}${ot(i)}`;case"strengths":return dt(i);case"actions":return this.revision===void 0?r`<gw-skeleton lines="6"></gw-skeleton>`:pt(i,rt(this.revision));case"closing":return r`${x(this,m,G).includes("objectives")?d:a}${gt(i)}`;case"review":return b(this,m,Ee).call(this)}};Ee=function(){const{feedback:e}=this.t,{draft:t,gaps:s}=this.saving,i=x(this,m,G).filter(a=>a!=="review"&&!b(this,m,C).call(this,a));return $e(t)?r`<div class="sheet stack">
      ${s.length>0?r`<div class="conflict" role="alert">
            <p>${e.gaps}</p>
            <div class="edit">
              ${["strengths","actions"].filter(a=>s.some(n=>n==="support"==(a==="actions"))).map(a=>r`<gw-button size="small" @click=${()=>b(this,m,M).call(this,a)}>${e.steps[a]}</gw-button>`)}
            </div>
          </div>`:d}
      <gw-card>
        <gw-feedback-said
          .feedback=${D(t).body}
          .answers=${this.plan.answers}
          .actions=${this.revision?.action_items??[]}
        ></gw-feedback-said>
      </gw-card>
      ${i.length>0?r`<div class="stack tight">
            <p class="muted">${e.silent}</p>
            <div class="edit">
              ${i.map(a=>r`<gw-button size="small" variant="quiet" icon="edit" @click=${()=>b(this,m,M).call(this,a)}>${e.steps[a]}</gw-button>`)}
            </div>
          </div>`:d}
    </div>`:r`<gw-empty icon="message" heading=${e.nothingYet} text=${e.nothingYetText}></gw-empty>`};Se=function(){const{feedback:e,common:t}=this.t,{state:s,gaps:i}=this.saving,a={untouched:["",""],waiting:["",e.saving],saving:["",e.saving],saved:i.length>0?["alert",e.partlySaved]:["check",t.saved],failed:["alert",e.notSaved],conflict:["alert",e.notSaved]},[n,o]=a[s];return r`<div class="saved" role="status">${n===""?d:r`<gw-icon name=${n}></gw-icon>`}<span>${o}</span></div>`};ze=function(){const{feedback:e,common:t}=this.t,{saving:s}=this;if(s.state==="failed")return r`<gw-error inline .error=${s.error} @retry=${()=>void s.flush()}></gw-error>`;if(s.state!=="conflict")return d;const i=()=>{s.takeTheirs(),this.dispatchEvent(new Event("reload"))};return r`<div class="conflict" role="alert">
      <p><strong>${t.errors.conflict}.</strong> ${e.conflictText}</p>
      <div class="row">
        <gw-button size="small" @click=${()=>void s.keepMine()}>${e.keepMine}</gw-button>
        <gw-button size="small" @click=${i}>${e.takeTheirs}</gw-button>
      </div>
    </div>`};M=async function(e){this.step=e,this.dispatchEvent(new CustomEvent("step",{detail:e})),this.saving.flush(),await this.updateComplete,this.renderRoot.querySelector(".step-head h2")?.focus({preventScroll:!0}),this.scrollIntoView({block:"start"})};Pe=async function(){this.submitting=!0;const e=await this.saving.submit();this.submitting=!1,e!==void 0&&(be(this,this.t.feedback.submitted(this.plan.owner.display_name)),this.dispatchEvent(new CustomEvent("submitted",{detail:e})))};T.styles=[ie,we,xe,Ke];z([j({attribute:!1})],T.prototype,"plan",2);z([j({attribute:!1})],T.prototype,"revision",2);z([j({attribute:!1})],T.prototype,"saving",2);z([j({type:Boolean})],T.prototype,"carried",2);z([j()],T.prototype,"step",2);z([B()],T.prototype,"submitting",2);T=z([ne("gw-feedback-respond")],T);const ee=new WeakMap;function wt(e,t){const s=ee.get(e)??new Map;ee.set(e,s);const i=s.get(t)??new bt(e,t);return s.set(t,i),i}class bt{constructor(t,s){this.draft=ge(),this.state="untouched",this.notify=()=>{},this.#d=0,this.#i=[],this.#s=!1,this.#h=i=>i.preventDefault(),this.#v=()=>void(this.state==="failed"&&this.flush()),this.#t=t,this.#c=s}#t;#c;#d;#e;#a;#l;#r;#i;#s;#u;#o;get gaps(){return D(this.draft).gaps}get unsaved(){return this.#s||this.state!=="untouched"&&this.gaps.length>0}open(t,s,i){this.unsaved||this.#o!==void 0||(this.#d=t,this.#e=s?.id,this.#a=void 0,this.#l=i?.from.id,this.draft=s===void 0?i?.draft??ge():R(s),this.#i=s===void 0?[]:[N(s)],this.#n("untouched"))}edit(t){this.draft={...this.draft,...t},this.#s=!0,window.addEventListener("beforeunload",this.#h),window.addEventListener("online",this.#v),this.state!=="conflict"&&(this.#n(this.state==="saving"?"saving":"waiting"),this.#p(800))}flush(){return clearTimeout(this.#u),!this.#s||this.state==="conflict"?this.#o??Promise.resolve():(this.#o??=this.#$().finally(()=>this.#o=void 0),this.#o)}async keepMine(){this.#e=this.#r?.feedback.id??this.#e,this.#a=this.#r?.etag,this.#r=void 0,this.#s=!0,this.#n("waiting"),await this.flush()}takeTheirs(){const{feedback:t,etag:s}=this.#r??{};t!==void 0&&(this.#w(t,s),this.draft=R(t),this.#b())}async submit(){if(await this.flush(),!(this.unsaved||this.#e===void 0))try{const{data:t}=await this.#t.POST("/v1/feedback/{feedback_id}/submit",{params:{path:{feedback_id:this.#e},header:{"If-Match":await this.#g(this.#e)}},body:{}});return ee.get(this.#t)?.delete(this.#c),t}catch(t){await this.#m(t);return}}#p(t){clearTimeout(this.#u),this.#u=setTimeout(()=>void this.flush(),t)}async#$(){for(;this.#s;){this.#s=!1,this.#n("saving");const{body:t}=D(this.draft),s=JSON.stringify(t);this.#i=[...this.#i,s];try{await this.#k(t),this.#i=[s]}catch(i){this.#s=!0,await this.#m(i);return}}this.#b()}async#k(t){if(this.#e!==void 0){const{etag:a}=await this.#t.PATCH("/v1/feedback/{feedback_id}",{params:{path:{feedback_id:this.#e},header:{"If-Match":await this.#g(this.#e)}},body:t});this.#a=a;return}const{data:s,etag:i}=await this.#t.POST("/v1/plans/{plan_id}/feedback",{params:{path:{plan_id:this.#c}},body:{...t,revision:this.#d}});if(this.#e=s.id,this.#a=i,this.#l!==void 0){const a={feedback_id:this.#l};this.#l=void 0,await this.#t.DELETE("/v1/feedback/{feedback_id}",{params:{path:a}}).catch(()=>{})}}async#g(t){if(this.#a===void 0){const{data:s,etag:i}=await this.#t.GET("/v1/feedback/{feedback_id}",{params:{path:{feedback_id:t}}});if(!this.#i.includes(N(s)))throw new me(s,i);this.#a=i}return this.#a??"*"}async#m(t){const s=t instanceof Ne?t.status:void 0;try{if(t instanceof me){this.#f(t.feedback,t.etag);return}const i=s===409&&this.#e===void 0?await this.#_():void 0;if(s===412||i!==void 0){const a={feedback_id:i?.id??this.#e??""},{data:n,etag:o}=await this.#t.GET("/v1/feedback/{feedback_id}",{params:{path:a}});this.#f(n,o);return}}catch(i){t=i}this.error=t,this.#n("failed"),(t instanceof TypeError||s===429||(s??0)>=500)&&this.#p(1e4)}#f(t,s){t.status==="draft"&&this.#i.includes(N(t))?(this.#w(t,s),this.#p(0)):(this.#r={feedback:t,etag:s},this.#n("conflict"))}#w(t,s){this.#e=t.id,this.#a=s,this.#r=void 0,this.#i=[N(t)]}async#_(){const t={plan_id:this.#c},[s,{data:i}]=await Promise.all([this.#t.me(),this.#t.GET("/v1/plans/{plan_id}/feedback",{params:{path:t,query:{limit:100}}})]);return i.items.find(({author_id:a,revision:n})=>a===s.person?.id&&n===this.#d)}#b(){this.error=void 0,this.#s=!1,this.#n("saved"),this.gaps.length===0&&(window.removeEventListener("beforeunload",this.#h),window.removeEventListener("online",this.#v))}#n(t){this.state=t,this.notify()}#h;#v}class me extends Error{constructor(t,s){super("the draft was changed meanwhile"),this.feedback=t,this.etag=s}}function N(e){return JSON.stringify(D(R(e)).body)}var $t=Object.defineProperty,kt=Object.getOwnPropertyDescriptor,qe=e=>{throw TypeError(e)},A=(e,t,s,i)=>{for(var a=i>1?void 0:i?kt(t,s):t,n=e.length-1,o;n>=0;n--)(o=e[n])&&(a=(i?o(t,s,a):o(a))||a);return i&&a&&$t(t,s,a),a},ue=(e,t,s)=>t.has(e)||qe("Cannot "+s),g=(e,t,s)=>(ue(e,t,"read from private field"),s?s.call(e):t.get(e)),W=(e,t,s)=>t.has(e)?qe("Cannot add the same private member more than once"):t instanceof WeakSet?t.add(e):t.set(e,s),Ce=(e,t,s,i)=>(ue(e,t,"write to private field"),t.set(e,s),s),w=(e,t,s)=>(ue(e,t,"access private method"),s),S,k,O,f,Me,Le,te,Ge,Ae,We,De,F,se,Fe,pe,Be,K,ae;let E=class extends Ie{constructor(){super(...arguments),W(this,f),this.planId="",this.writing=!1,this.step="",this.agreeing=!1,W(this,S),W(this,k,new he(this,()=>[this.planId],async([e],t)=>{const s=await this.api.me(),i=e||await w(this,f,Be).call(this,s);if(i===void 0)return;const a={plan_id:i},[{data:n},{data:o}]=await Promise.all([this.api.GET("/v1/plans/{plan_id}",{params:{path:a},signal:t}),this.api.GET("/v1/plans/{plan_id}/feedback",{params:{path:a,query:{limit:100}},signal:t})]);return{plan:n,feedback:o.items,me:s}})),W(this,O,new he(this,()=>[g(this,k).value?.plan.id??"",g(this,k).value?.plan.latest_revision??0],async([e,t],s)=>{if(t===0)return;const[i,a]=await Promise.all([this.api.GET("/v1/plans/{plan_id}/revisions/{number}",{params:{path:{plan_id:e,number:t}},signal:s}),this.api.GET("/v1/plans/{plan_id}/feedback-requests",{params:{path:{plan_id:e},query:{limit:100}},signal:s})]);return{revision:i.data,requests:a.data.items}})),W(this,F,()=>{this.writing=!0})}connectedCallback(){super.connectedCallback();const e=g(this,f,K)?"":_t();this.writing=e!=="",this.step=e==="next"?"":e}updated(e){super.updated(e);const t=g(this,k).value?.plan.owner.display_name;t!==void 0&&Re(this,this.t.feedback.feedbackFor(t))}view(){return g(this,k).show(e=>e===void 0?w(this,f,Me).call(this):w(this,f,Le).call(this,e),()=>r`<gw-skeleton lines="6"></gw-skeleton>`)}};S=new WeakMap;k=new WeakMap;O=new WeakMap;f=new WeakSet;Me=function(){const{feedback:e}=this.t;return r`<div class="page-head"><h1>${e.title}</h1></div>
      <gw-empty icon="message" heading=${e.none} text=${e.noneText}></gw-empty>`};Le=function(e){const{plan:t,feedback:s,me:i}=e,a=s.filter(({author_id:$})=>$===i.person?.id),n=g(this,O).value,o=t.owner_id===i.person?.id,c=t.status==="shared"||t.status==="agreed",l=a.some(({status:$,revision:P})=>$!=="draft"&&P===t.latest_revision),p=n?.requests.some(({reviewer_id:$,status:P})=>$===i.person?.id&&P==="open"),h=!o&&c&&!l&&(p===!0||!i.isHrAdmin),u=a.some(({status:$})=>$==="draft"),v=a.some(({status:$})=>$!=="draft");return h&&(u||this.writing||p&&!v)?r`${w(this,f,te).call(this,t,this.t.feedback.respondTo(t.owner.display_name))}${w(this,f,Ge).call(this,e,a)}`:r`${w(this,f,te).call(this,t,this.t.feedback.feedbackFor(t.owner.display_name))}${w(this,f,Ae).call(this,e,h,o)}`};te=function(e,t){const{feedback:s}=this.t,{format:i}=this.locale,a=g(this,O).value?.revision.note,n=g(this,O).value?.requests.find(({reviewer_id:l,status:p})=>l===g(this,k).value?.me.person?.id&&p==="open"),o=n?.message??a,c=g(this,O).value?.revision.shared_at;return r`<div class="page-head">
        ${g(this,k).value?.me.hasTeam?r`<a class="back" href=${w(this,f,ae).call(this,"/team")}><gw-icon name="arrow-left"></gw-icon>${this.t.team.title}</a>`:d}
        <h1 dir="auto">${t}</h1>
        <div class="facts">
          <gw-status plan=${e.status}></gw-status>
          ${e.latest_revision===null?d:r`<span>${s.version(e.latest_revision)}${c?`, ${i.relative(c)}`:""}</span>`}
          ${n?.due_on?r`<span>${s.wantedUntil(i.date(n.due_on))}</span>`:d}
          <a href=${w(this,f,ae).call(this,`/plan/${e.id}`)}>${s.wholePlan}</a>
        </div>
      </div>
      ${o?r`<div class="note stack tight">
            <span class="label">${s.writes(e.owner.display_name)}</span>
            <blockquote dir="auto">${o}</blockquote>
          </div>`:d}`};Ge=function({plan:e},t){const s=e.latest_revision??1,i=t.find(n=>n.status==="draft"&&n.revision===s),a=t.findLast(n=>n.status==="draft"&&n.revision!==s);if(g(this,S)===void 0){Ce(this,S,wt(this.api,e.id));const n={strengths:new Set(e.answers.strengths.map(({id:c})=>c)),development_areas:new Set(e.answers.development_areas.map(({id:c})=>c))},o=a===void 0?void 0:{draft:Ve(R(a),n),from:a};g(this,S).open(s,i,o)}return r`<gw-feedback-respond
      .plan=${e}
      .revision=${g(this,O).value?.revision}
      .saving=${g(this,S)}
      ?carried=${i===void 0&&a!==void 0}
      step=${this.step}
      @step=${n=>w(this,f,pe).call(this,n.detail)}
      @submitted=${n=>w(this,f,Fe).call(this,n.detail)}
      @reload=${()=>void g(this,k).reload()}
    ></gw-feedback-respond>`};Ae=function({plan:e,feedback:t,me:s},i,a){const{t:n,locale:o}=this,c=g(this,O).value,l=t.filter(({status:v})=>v!=="draft").toReversed(),p=c?.requests.some(({origin:v,reviewer_id:$})=>v==="share"&&$===s.person?.id),u=!a&&e.progress_percent!==null&&(p===!0||!s.isHrAdmin)&&e.status==="shared"&&e.manager_agreed_at===null;return r`<div class="sheet stack">
      ${u?w(this,f,We).call(this,e,i):d}
      ${!u&&e.manager_agreed_at!==null&&e.status!=="draft"?r`<div><gw-pill tone="positive" icon="check-circle">${n.feedback.agreedOn(o.format.date(e.manager_agreed_at))}</gw-pill></div>`:d}
      ${l.length===0?r`<gw-empty icon="message" heading=${n.feedback.none} text=${a?n.feedback.noneText:n.feedback.noneSentText}>
            ${i&&!u?r`<gw-button variant="primary" @click=${g(this,F)}>${n.feedback.respond}</gw-button>`:d}
          </gw-empty>`:r`${i&&!u?r`<div><gw-button icon="message" @click=${g(this,F)}>${n.feedback.respondToVersion(e.latest_revision??1)}</gw-button></div>`:d}
          ${l.map(v=>w(this,f,De).call(this,v,e,c?.revision.action_items??[],s))}`}
    </div>`};We=function(e,t){const{feedback:s}=this.t,i=e.owner.display_name;return r`<gw-card tone="accent" heading=${s.agreeTitle}>
      <div class="stack tight">
        <p>${e.owner_agreed_at===null?s.agreeText(i):s.ownerAgreed(i)}</p>
        ${this.agreeError===void 0?d:r`<gw-error inline .error=${this.agreeError} @retry=${()=>void w(this,f,se).call(this,e)}></gw-error>`}
        <div class="row">
          <gw-button variant="primary" icon="check" ?busy=${this.agreeing} @click=${()=>void w(this,f,se).call(this,e)}>
            ${s.agree}
          </gw-button>
          ${t?r`<gw-button icon="message" @click=${g(this,F)}>${s.respondToVersion(e.latest_revision??1)}</gw-button>`:d}
        </div>
      </div>
    </gw-card>`};De=function(e,t,s,i){const{t:a,locale:n}=this,o=e.author_id===i.person?.id,c=e.status==="acknowledged"?a.feedback.acknowledged:a.feedback.unread;return r`<gw-card heading=${o?a.feedback.yours:a.feedback.by(e.author.display_name)}>
      <gw-avatar slot="lead" name=${e.author.display_name}></gw-avatar>
      <gw-pill slot="actions" tone=${e.status==="acknowledged"?"positive":"neutral"} icon=${e.status==="acknowledged"?"check":"clock"}>
        ${c}
      </gw-pill>
      <div class="stack">
        <p class="muted small">
          ${[a.feedback.version(e.revision),e.submitted_at?a.feedback.sentOn(n.format.date(e.submitted_at)):"",e.acknowledged_at?a.feedback.acknowledgedOn(n.format.date(e.acknowledged_at)):""].filter(Boolean).join(" · ")}
        </p>
        <gw-feedback-said .feedback=${e} .answers=${t.answers} .actions=${s}></gw-feedback-said>
      </div>
    </gw-card>`};F=new WeakMap;se=async function(e){this.agreeing=!0,this.agreeError=void 0;try{const{data:t}=await this.api.POST("/v1/plans/{plan_id}/agree",{params:{path:{plan_id:e.id}},body:{revision:e.latest_revision}}),s=g(this,k).value;s!==void 0&&(g(this,k).value={...s,plan:t}),be(this,this.t.feedback.agreed(e.owner.display_name))}catch(t){this.agreeError=t}finally{this.agreeing=!1}};Fe=function(e){Ce(this,S,void 0),this.writing=!1,w(this,f,pe).call(this,"");const t=g(this,k).value;t!==void 0&&(g(this,k).value={...t,feedback:[...t.feedback.filter(({id:s})=>s!==e.id),e]}),window.scrollTo(0,0)};pe=function(e){if(this.step=e,!g(this,f,K)){const[t]=location.hash.split("?");history.replaceState(null,"",e===""?t:`${t}?step=${e}`)}};Be=async function(e){if(e.person===void 0)return;const t={owner_id:e.person.id,sort:"-updated_at",limit:1},{data:s}=await this.api.GET("/v1/plans",{params:{query:t}});return s.items[0]?.id};K=function(){return this.getToken!==void 0||this.baseUrl!==""};ae=function(e){return g(this,f,K)?`${this.baseUrl}/board/#${e}`:`#${e}`};E.styles=[ie,we,xe,Y`
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
    `];A([j({attribute:"plan-id"})],E.prototype,"planId",2);A([B()],E.prototype,"writing",2);A([B()],E.prototype,"step",2);A([B()],E.prototype,"agreeing",2);A([B()],E.prototype,"agreeError",2);E=A([ne("groundwork-feedback")],E);function _t(){const e=new URLSearchParams(location.hash.split("?")[1]??"").get("step");return["objectives","strengths","actions","closing","review","next"].find(t=>t===e)??""}export{E as GroundworkFeedback};
