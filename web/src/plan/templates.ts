import type { ActionTemplate, Answer } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { Loading } from "../loading.js";
import { daysAfter } from "../talk/zone.js";
import "../ui/button.js";
import "../ui/icon.js";

const shown = 4;

/** A choice: the template that it ends, and the one that it begins. */
export interface Picked {
  before: ActionTemplate | undefined;
  after: ActionTemplate | undefined;
}

/**
 * Templates of actions, offered: one click begins with one, another click ends that. Event `pick` (`Picked`). Nothing is
 * shown where there are none, or while they cannot be loaded: an offer is no reason for an error.
 */
@element("gw-templates")
export class GwTemplates extends GroundworkView {
  /** Id of the template that was chosen. */
  @property() value = "";
  /** Development areas of the plan: what develops one of them comes first. */
  @property({ attribute: false }) areas: readonly Answer[] = [];
  @state() private all = false;

  readonly #templates = new Loading(this, () => [], async (_, signal): Promise<readonly ActionTemplate[]> => {
    const { data } = await this.api.GET("/v1/action-templates", { params: { query: { limit: 100 } }, signal });
    return data.items;
  });

  static override styles = [
    base,
    layout,
    css`
      h4 {
        font-size: var(--groundwork-text-s);
        font-weight: 560;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      li {
        min-inline-size: 0;
      }
      .template {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.25rem;
        padding: 0.25rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-surface);
        font-size: var(--groundwork-text-s);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      .template:hover {
        background: var(--groundwork-sunken);
      }
      .template[aria-pressed="true"] {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      .template:focus-visible {
        border-radius: var(--groundwork-radius-full);
      }
    `,
  ];

  protected override view() {
    const { actions } = this.t.plan;
    const loaded = this.#templates.value ?? [];
    const fits = (template: ActionTemplate) => areaOf(template, this.areas) !== undefined;
    const templates = [...loaded.filter(fits), ...loaded.filter((template) => !fits(template))];
    if (templates.length === 0) {
      return nothing;
    }
    return html`<section class="stack tight" aria-labelledby="offered">
      <div>
        <h4 id="offered">${actions.template}</h4>
        <p class="small muted">${actions.templateText}</p>
      </div>
      <ul role="list">
        ${templates.slice(0, this.all ? templates.length : shown).map((template) => {
          const on = template.id === this.value;
          return html`<li>
            <button class="template" type="button" dir="auto" aria-pressed=${on ? "true" : "false"} @click=${() => this.#pick(on ? undefined : template)}>
              ${on ? html`<gw-icon name="check"></gw-icon>` : nothing}${template.title}
            </button>
          </li>`;
        })}
        ${templates.length > shown && !this.all
          ? html`<li><gw-button size="small" variant="quiet" @click=${() => (this.all = true)}>${this.t.common.showMore}</gw-button></li>`
          : nothing}
      </ul>
    </section>`;
  }

  #pick(after: ActionTemplate | undefined): void {
    const before = this.#templates.value?.find(({ id }) => id === this.value);
    this.dispatchEvent(new CustomEvent<Picked>("pick", { detail: { before, after } }));
  }
}

/** The development area that a template develops: both stand for the same skill. */
function areaOf({ reference }: ActionTemplate, areas: readonly Answer[]): Answer | undefined {
  return areas.find((area) => reference && area.reference?.uri === reference.uri);
}

/** What an action is that begins with a template; empty without one. It is due no later than `until`. */
export function filledBy(template: ActionTemplate | undefined, areas: readonly Answer[], today: string, until = "9999") {
  const { title = "", description, due_after_days: days, links = [] } = template ?? {};
  const due_on = days ? daysAfter(today, days) : "";
  return {
    template_id: template?.id ?? "",
    title,
    description: description ?? "",
    due_on: due_on > until ? until : due_on,
    development_area_id: (template && areaOf(template, areas)?.id) ?? "",
    links,
  };
}

/** Replaces what is empty or what the template before has filled. What the person wrote stays. */
export function refill<Written extends object>(written: Written, before: Partial<Written>, after: Partial<Written>): Written {
  const text = (value: unknown) => JSON.stringify(value);
  const filled = Object.entries(after).filter(([key]) => {
    const name = key as keyof Written;
    return ['""', "[]", text(before[name])].includes(text(written[name]));
  });
  return { ...written, ...Object.fromEntries(filled) };
}
