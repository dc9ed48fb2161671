import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import type { GwSelect } from "../ui/field.js";
import { flags, queryOf, sorts, statuses, type TeamQuery } from "./query.js";

/** Whom of a team one sees, and in which order. The event `query` has what is to change. */
@element("gw-team-filters")
export class GwTeamFilters extends GroundworkElement {
  @property({ attribute: false }) query: TeamQuery = queryOf("");
  /** The departments that are known so far. */
  @property({ attribute: false }) departments: readonly string[] = [];

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--groundwork-space-2);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.25rem;
        padding: 0.25rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-surface);
        font-size: var(--groundwork-text-s);
        cursor: pointer;
      }
      .chip:hover {
        background: var(--groundwork-sunken);
      }
      .chip[aria-pressed="true"] {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        box-shadow: inset 0 0 0 1px var(--groundwork-accent);
      }
      @media (forced-colors: active) {
        .chip[aria-pressed="true"] {
          border-color: Highlight;
          background: Highlight;
          color: HighlightText;
          forced-color-adjust: none;
        }
      }
      .chip:focus-visible {
        border-radius: var(--groundwork-radius-full);
      }
      .selects {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: var(--groundwork-space-4);
      }
    `,
  ];

  protected override render() {
    const { query } = this;
    const { team, common } = this.t;
    const pick = (name: string) => (event: Event) => {
      const { value } = event.target as GwSelect;
      this.#ask({ [name]: value === "" ? undefined : name === "silent_days" ? Number(value) : value });
    };
    const departments = [...new Set([...this.departments, ...(query.department === undefined ? [] : [query.department])])];
    const days = [...new Set([14, 30, 60, 90, ...(query.silent_days === undefined ? [] : [query.silent_days])])].sort((a, b) => a - b);
    const more = [query.status, query.department, query.silent_days].some((value) => value !== undefined) || query.scope !== "reports";
    return html`<div class="chips" role="group" aria-label=${team.filters}>
        ${flags.map(
          (flag) => html`<button
            type="button"
            class="chip"
            aria-pressed=${query[flag] ? "true" : "false"}
            @click=${() => this.#ask({ [flag]: !query[flag] })}
          >
            ${team.filter[flag]}
          </button>`,
        )}
      </div>
      <gw-disclosure label=${team.moreFilters} ?open=${more}>
        <div class="selects">
          <gw-select
            label=${team.status}
            .options=${[
              { value: "", label: team.anyStatus },
              ...statuses.map((value) => ({ value, label: value === "none" ? team.statusNone : common.planStatus[value] })),
            ]}
            .value=${query.status ?? ""}
            @change=${pick("status")}
          ></gw-select>
          <gw-select
            label=${team.silent}
            .options=${[{ value: "", label: team.anySilent }, ...days.map((value) => ({ value: String(value), label: team.days(value) }))]}
            .value=${String(query.silent_days ?? "")}
            @change=${pick("silent_days")}
          ></gw-select>
          ${departments.length > 1 || query.department !== undefined
            ? html`<gw-select
                label=${team.department}
                .options=${[{ value: "", label: team.anyDepartment }, ...departments.map((value) => ({ value, label: value }))]}
                .value=${query.department ?? ""}
                @change=${pick("department")}
              ></gw-select>`
            : nothing}
          <gw-select
            label=${team.scope}
            .options=${(["reports", "subtree"] as const).map((value) => ({ value, label: team.scopes[value] }))}
            .value=${query.scope}
            @change=${pick("scope")}
          ></gw-select>
          <gw-select
            label=${team.sort}
            .options=${sorts.map((value) => ({ value, label: team.sorts[value] }))}
            .value=${query.sort}
            @change=${pick("sort")}
          ></gw-select>
        </div>
      </gw-disclosure>`;
  }

  #ask(change: Partial<TeamQuery>): void {
    this.dispatchEvent(new CustomEvent("query", { detail: change }));
  }
}
