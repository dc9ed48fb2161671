import type { Coverage, DepartmentCoverage } from "@groundwork/client";
import { css, html } from "lit";
import { property } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { variables } from "../design/variables.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/icon.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";

const counts = ["shared", "answered", "discussed", "agreed"] as const;

/** How far the departments of a cycle are. Without totals, from which a withheld number could be computed. */
@element("gw-hr-coverage")
export class GwHrCoverage extends GroundworkElement {
  @property({ attribute: false }) coverage!: Coverage;

  static override styles = [
    base,
    layout,
    css`
      .note {
        display: flex;
        gap: var(--groundwork-space-2);
        max-inline-size: var(--groundwork-measure);
        margin-block-start: var(--groundwork-space-4);
      }
    `,
  ];

  protected override render() {
    const { cycle } = this.t.hr;
    const { items, as_of } = this.coverage;
    return html`<gw-table caption=${cycle.coverage} .columns=${this.#columns()} .rows=${items}></gw-table>
      <p class="muted small note">
        <gw-icon name="lock"></gw-icon><span>${cycle.withheldText} ${cycle.coverageAsOf(this.locale.format.time(as_of))}.</span>
      </p>`;
  }

  #columns(): Column<DepartmentCoverage>[] {
    const { hr } = this.t;
    const { format } = this.locale;
    return [
      { id: "department", label: hr.department, cell: ({ department }) => department ?? hr.noDepartment },
      { id: "people", label: hr.cycle.people, align: "end", cell: ({ people }) => format.number(people) },
      {
        id: "prepared",
        label: hr.cycle.prepared,
        cell: ({ prepared, people }) =>
          prepared === null
            ? html`<span class="muted">${hr.cycle.withheld}</span>`
            : html`<gw-hr-bar value=${prepared} of=${people}></gw-hr-bar>`,
      },
      ...counts.map((count): Column<DepartmentCoverage> => ({
        id: count,
        label: hr.cycle[count],
        cell: (row) => html`<gw-hr-bar value=${row[count]} of=${row.people}></gw-hr-bar>`,
      })),
    ];
  }
}

/** A number of people, and a bar of how many of all that is. */
@element("gw-hr-bar")
export class GwHrBar extends GroundworkElement {
  @property({ type: Number }) value = 0;
  @property({ type: Number }) of = 0;

  static override styles = [
    base,
    css`
      :host {
        display: inline-grid;
        gap: var(--groundwork-space-1);
        min-inline-size: 4.5rem;
        font-variant-numeric: tabular-nums;
      }
      .track {
        block-size: 4px;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        overflow: hidden;
      }
      .bar {
        inline-size: calc(var(--share) * 1%);
        block-size: 100%;
        border-radius: inherit;
        background: var(--groundwork-accent);
      }
      @media (forced-colors: active) {
        .track {
          outline: 1px solid CanvasText;
        }
        .bar {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  protected override render() {
    const { format } = this.locale;
    // `prepared` is of this morning, the people are of now: it may be more.
    const share = this.of === 0 ? 0 : Math.min(100, (100 * this.value) / this.of);
    return html`<span>${this.t.hr.cycle.of(format.number(this.value), format.number(this.of))}</span>
      <div class="track"><div class="bar" ${variables({ "--share": share })}></div></div>`;
  }
}
