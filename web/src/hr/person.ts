import type { Person, Plan } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { Loading } from "../loading.js";
import { setTitle } from "../router.js";
import "../ui/card.js";
import "../ui/status.js";
import "../ui/tabs.js";
import "./navigation.js";
import "./person-data.js";
import "./person-relations.js";
import { hrStyles } from "./styles.js";

/** A person, as HR sees them: never what a draft says. */
@element("groundwork-hr-person")
export class GroundworkHrPerson extends GroundworkView {
  @property({ attribute: "person-id" }) personId = "";
  @state() private tab = "overview";

  static override styles = [
    base,
    layout,
    hrStyles,
    css`
      .person {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-4);
        margin-block: var(--groundwork-space-2) var(--groundwork-space-5);
      }
      .plan {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-4);
        padding-block: var(--groundwork-space-4);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .plan:first-of-type {
        border-block-start: 0;
        padding-block-start: 0;
      }
      .plan gw-progress {
        grid-column: 1 / -1;
      }
    `,
  ];

  readonly #loading = new Loading(this, () => [this.personId], async ([person_id], signal) => {
    const [person, plans] = await Promise.all([
      this.api.GET("/v1/people/{person_id}", { params: { path: { person_id } }, signal }),
      this.api.GET("/v1/plans", { params: { query: { owner_id: person_id, limit: 100 } }, signal }),
    ]);
    setTitle(this, person.data.display_name);
    // The caller's own drafts are no matter of HR.
    return { person: person.data, plans: plans.data.items.filter(({ status }) => status !== "draft") };
  });

  protected override view() {
    const { hr } = this.t;
    return html`<gw-hr-navigation current="people"></gw-hr-navigation>
      <a class="back" href="#/hr/people"><gw-icon name="arrow-left"></gw-icon>${hr.people}</a>
      ${this.#loading.show(({ person, plans }) => this.#person(person, plans))}`;
  }

  #person(person: Person, plans: Plan[]) {
    const texts = this.t.hr.person;
    const tabs = (["overview", "relations", "data"] as const).map((id) => ({ id, label: texts[id] }));
    const about = [person.title, person.department].filter(Boolean).join(" · ");
    return html`<div class="person">
        <gw-avatar size="large" name=${person.display_name}></gw-avatar>
        <div>
          <h1>${person.display_name}</h1>
          ${about === "" ? nothing : html`<p class="muted">${about}</p>`}
          ${this.#gone(person)}
        </div>
      </div>
      <gw-tabs
        label=${person.display_name}
        .tabs=${tabs}
        selected=${this.tab}
        @select=${(event: Event) => (this.tab = (event.target as HTMLElement & { selected: string }).selected)}
      >
        <div slot="overview" class="stack">${this.#directory(person)} ${this.#plans(plans)}</div>
        ${this.tab === "relations"
          ? html`<gw-hr-person-relations slot="relations" .person=${person}></gw-hr-person-relations>`
          : nothing}
        ${this.tab === "data"
          ? html`<gw-hr-person-data slot="data" .person=${person} @changed=${() => void this.#loading.reload()}></gw-hr-person-data>`
          : nothing}
      </gw-tabs>`;
  }

  #gone({ active, erased_at }: Person) {
    const { person } = this.t.hr;
    if (erased_at !== null) {
      return html`<gw-pill icon="trash">${person.erased(this.locale.format.date(erased_at))}</gw-pill>`;
    }
    return active ? nothing : html`<gw-pill icon="lock">${person.inactive}</gw-pill>`;
  }

  #directory(person: Person) {
    const { hr } = this.t;
    const texts = hr.person;
    const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value ?? texts.none}</dd></div>`;
    const manager = person.manager === null ? hr.noManager : html`<a href="#/hr/people/${person.manager.id}">${person.manager.display_name}</a>`;
    return html`<gw-card heading=${texts.directory}>
      <dl class="facts">
        ${fact(hr.manager, manager)} ${fact(hr.department, person.department)} ${fact(texts.userName, person.user_name)}
        ${fact(texts.externalId, person.external_id)} ${fact(texts.email, person.email)} ${fact(texts.timeZone, person.time_zone)}
        ${fact(texts.changed, `${this.locale.format.date(person.updated_at)}, ${texts.source[person.source]}`)}
      </dl>
      <div slot="footer" class="row spread small">
        <span class="muted">${texts.directoryNote}</span>
        <a href="#/hr/audit/${person.id}">${texts.audit}</a>
      </div>
    </gw-card>`;
  }

  #plans(plans: Plan[]) {
    const { hr } = this.t;
    const { format } = this.locale;
    return html`<gw-card heading=${hr.person.plans}>
      ${plans.length === 0
        ? html`<p><strong>${hr.person.noPlans}.</strong> <span class="muted">${hr.person.noPlansText}</span></p>`
        : plans.map(
            (plan) => html`<div class="plan">
              <div>
                <a href="#/plan/${plan.id}">${plan.title}</a>
                <p class="muted small">
                  ${hr.person.period(format.date(plan.starts_on), format.date(plan.ends_on))}${plan.shared_at === null
                    ? nothing
                    : ` · ${hr.person.sharedOn(format.date(plan.shared_at))}`}
                </p>
              </div>
              <gw-status plan=${plan.status}></gw-status>
              <gw-progress show-value value=${plan.progress_percent ?? 0} label=${`${hr.list.progress}: ${plan.title}`}></gw-progress>
            </div>`,
          )}
    </gw-card>`;
  }
}
