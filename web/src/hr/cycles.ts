import type { Cycle, CyclePage } from "@groundwork/client";
import { html } from "lit";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/button.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";
import "./navigation.js";
import { Paged } from "./paged.js";
import { hrStyles } from "./styles.js";
import { steps } from "./steps.js";

/** All cycles, and what comes next in each. */
@element("groundwork-hr-cycles")
export class GroundworkHrCycles extends GroundworkView {
  static override styles = [base, layout, hrStyles];

  readonly #cycles = new Paged<CyclePage, []>(
    this,
    () => [],
    (_, cursor, signal) =>
      this.api.GET("/v1/cycles", { params: { query: { limit: 100, ...(cursor && { cursor }) } }, ...(signal && { signal }) }),
  );

  protected override view() {
    const { hr } = this.t;
    const create = html`<gw-button variant="primary" icon="plus" href="#/hr/cycles/new">${hr.cycle.create}</gw-button>`;
    return html`<gw-hr-navigation current="cycles"></gw-hr-navigation>
      <div class="head">
        <h1>${hr.cycles}</h1>
        ${this.#cycles.value?.items.length === 0 ? "" : create}
      </div>
      ${this.#cycles.show(({ items }) =>
        items.length === 0
          ? html`<gw-empty icon="calendar" heading=${hr.cycle.empty} text=${hr.cycle.emptyText}>${create}</gw-empty>`
          : html`<gw-table caption=${hr.cycles} .columns=${this.#columns()} .rows=${[...items].reverse()}></gw-table>`,
      )}`;
  }

  #columns(): Column<Cycle>[] {
    const { cycle, name } = this.t.hr;
    const { format } = this.locale;
    return [
      { id: "name", label: name, cell: ({ id, name }) => html`<a href="#/hr/cycles/${id}">${name}</a>` },
      {
        id: "status",
        label: this.t.hr.state,
        cell: ({ status }) =>
          html`<gw-pill tone=${status === "open" ? "positive" : "neutral"} icon=${status === "open" ? "clock" : "lock"}
            >${cycle[status]}</gw-pill
          >`,
      },
      {
        id: "next",
        label: cycle.next,
        cell: (row) => {
          const next = row.status === "open" ? steps.find((step) => row[step] >= format.today()) : undefined;
          return next === undefined
            ? html`<span class="muted">${row.status === "open" ? cycle.nothingNext : "–"}</span>`
            : html`<div>
                ${cycle.steps[next]} ${format.date(row[next])}
                <div class="muted small">${format.relative(row[next])}</div>
              </div>`;
        },
      },
      { id: "participants", label: cycle.participants, cell: ({ participants }) => participantsIn(this.t.hr.cycle, participants) },
    ];
  }
}

/** "2 departments · 3 people by name" */
export function participantsIn(
  texts: { departmentCount: (count: number) => string; personCount: (count: number) => string; nobody: string },
  { departments, person_ids }: Cycle["participants"],
): string {
  const parts = [
    ...(departments.length > 0 ? [texts.departmentCount(departments.length)] : []),
    ...(person_ids.length > 0 ? [texts.personCount(person_ids.length)] : []),
  ];
  return parts.length === 0 ? texts.nobody : parts.join(" · ");
}
