import type { PlanStatus, TeamMemberProgress, TeamProgress } from "@groundwork/client";
import { html } from "lit";
import { state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { findPeople } from "../find.js";
import "../ui/field.js";
import "../ui/status.js";
import "../ui/suggest.js";
import type { Suggestion } from "../ui/suggest.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";
import { findDepartments, sample } from "./find.js";
import "./name.js";
import { Paged } from "./paged.js";
import { hrStyles } from "./styles.js";

type PlanFilter = "" | "none" | Exclude<PlanStatus, "archived">;
type Order = "name" | "-name" | "progress" | "-progress";

/** Whose team; the head of the company until someone is chosen. */
type Head = Suggestion | "guess" | undefined;

const none = { department: "", plan: "" as PlanFilter };

/** Kept while the board is open, so that one comes back from a person to the same list. */
let last = { ...none, head: "guess" as Head, order: "name" as Order };

/** How far everyone below a manager is. Of a draft it shows that there is one. */
@element("gw-hr-conversations")
export class GwHrConversations extends GroundworkView {
  @state() private filters = last;

  static override styles = [base, layout, hrStyles];

  readonly #team = new Paged<TeamProgress | { items: []; next_cursor: null; head: undefined }, [string, string, PlanFilter, Order]>(
    this,
    () => [headId(this.filters.head), this.filters.department, this.filters.plan, this.filters.order],
    async ([chosen, department, status, sort], cursor, signal) => {
      const person_id = chosen === "guess" ? (await this.#guess())?.id : chosen;
      if (!person_id) {
        return { data: { items: [], next_cursor: null, head: undefined } };
      }
      const query = {
        scope: "subtree" as const,
        sort,
        ...(department && { department }),
        ...(status && { status }),
        ...(cursor && { cursor }),
      };
      return this.api.GET("/v1/people/{person_id}/team-progress", {
        params: { path: { person_id }, query },
        ...(signal && { signal }),
      });
    },
  );

  @state() private guessed = "";

  async #guess() {
    const { head } = await sample(this.api);
    this.guessed = head?.display_name ?? "";
    return head;
  }

  protected override view() {
    const { hr } = this.t;
    const { head, department, plan, order } = this.filters;
    return html`<div class="filters">
        <gw-suggest
          label=${hr.list.below}
          value=${head === "guess" ? this.guessed : (head?.label ?? "")}
          .find=${findPeople(this.api)}
          @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => this.#filter({ head: detail })}
        ></gw-suggest>
        <gw-suggest
          label=${hr.department}
          free
          least="0"
          value=${department}
          placeholder=${hr.anyDepartment}
          .find=${findDepartments(this.api)}
          @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => this.#filter({ department: detail?.label ?? "" })}
        ></gw-suggest>
        <gw-select
          label=${hr.list.plan}
          .options=${this.#planOptions()}
          value=${plan}
          @change=${(event: Event) => this.#filter({ plan: (event.target as HTMLInputElement).value as PlanFilter })}
        ></gw-select>
      </div>
      ${this.#team.show((team) => {
        if (!("totals" in team)) {
          return html`<gw-empty icon="users" heading=${hr.list.chooseHead} text=${hr.list.chooseHeadText}></gw-empty>`;
        }
        if (team.items.length === 0) {
          return html`<gw-empty icon="search" heading=${hr.noMatch} text=${hr.noMatchText}>
            <gw-button @click=${() => this.#filter(none)}>${hr.clear}</gw-button>
          </gw-empty>`;
        }
        const { people, with_plan, shared, agreed } = team.totals;
        return html`<p class="totals">${hr.list.totals(people, with_plan, shared, agreed)}</p>
          <gw-table
            caption=${hr.list.conversations}
            .columns=${this.#columns()}
            .rows=${team.items}
            sort=${order}
            @sort=${(event: CustomEvent<Order>) => this.#filter({ order: event.detail })}
          ></gw-table>
          <p class="muted small note">${hr.list.draftNote}</p>`;
      })}`;
  }

  #planOptions() {
    const { hr, common } = this.t;
    const { draft, shared, agreed, completed } = common.planStatus;
    const labels: Record<PlanFilter, string> = { "": hr.list.anyPlan, none: hr.list.noPlan, draft, shared, agreed, completed };
    return Object.entries(labels).map(([value, label]) => ({ value, label }));
  }

  #columns(): Column<TeamMemberProgress>[] {
    const { hr } = this.t;
    const { format } = this.locale;
    return [
      { id: "name", label: hr.name, sortable: true, cell: ({ person }) => html`<gw-hr-name .person=${person}></gw-hr-name>` },
      { id: "department", label: hr.department, cell: ({ department }) => department ?? "–" },
      { id: "manager", label: hr.manager, cell: ({ manager }) => manager?.display_name ?? "–" },
      {
        id: "plan",
        label: hr.list.plan,
        cell: ({ plan_status }) =>
          plan_status === null
            ? html`<gw-pill icon="circle">${hr.list.noPlan}</gw-pill>`
            : html`<gw-status plan=${plan_status}></gw-status>`,
      },
      {
        id: "progress",
        label: hr.list.progress,
        sortable: true,
        cell: ({ plan_status, progress_percent, person }) =>
          plan_status === null || plan_status === "draft"
            ? "–"
            : html`<gw-progress
                show-value
                value=${progress_percent}
                label=${`${hr.list.progress}: ${person.display_name}`}
              ></gw-progress>`,
      },
      {
        id: "waits",
        label: hr.list.waits,
        cell: ({ awaiting }) =>
          awaiting.length === 0 ? "–" : format.list(awaiting.map((step) => hr.list.awaiting[step])),
      },
    ];
  }

  #filter(change: Partial<typeof last>): void {
    this.filters = last = { ...this.filters, ...change };
  }
}

function headId(head: Head): string {
  return typeof head === "object" ? head.id : (head ?? "");
}
