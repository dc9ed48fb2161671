import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "./icon.js";

export interface Column<Row> {
  id: string;
  label: string;
  /** What a cell shows. */
  cell: (row: Row) => unknown;
  align?: "start" | "end";
  /** What the cells show stays on one line. */
  short?: boolean;
  /** The column can be sorted by: see `sort`. */
  sortable?: boolean;
}

/**
 * Rows of the same kind; where it is narrow, each row becomes a card. The first column names the row.
 *
 * `columns`, `rows`, `caption` (for screen readers). Sorting is the service's: the event `sort` has the
 * new order as `detail`, such as `name` or `-name`. Cells are rendered in this element: give them elements, not classes,
 * or style them by `::part(cell)`.
 */
@element("gw-table")
export class GwTable<Row = unknown> extends GroundworkElement {
  @property({ attribute: false }) columns: readonly Column<Row>[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  @property() caption = "";
  @property() sort = "";

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        overflow-wrap: anywhere;
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border-block-end: 1px solid var(--groundwork-line);
        text-align: start;
        vertical-align: middle;
        font-weight: 400;
      }
      th:first-child,
      td:first-child {
        padding-inline-start: 0;
      }
      th:last-child,
      td:last-child {
        padding-inline-end: 0;
      }
      thead th {
        padding-block: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      tbody th {
        font-weight: 560;
      }
      .end {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .short {
        white-space: nowrap;
      }
      .label {
        display: none;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 0.25em;
        min-block-size: 1.75rem;
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        cursor: pointer;
      }
      button:hover,
      th[aria-sort] button {
        color: var(--groundwork-text);
      }
      th[aria-sort="ascending"] gw-icon {
        rotate: 180deg;
      }
      @container (inline-size < 40rem) {
        table,
        tbody {
          display: grid;
          gap: var(--groundwork-space-3);
        }
        thead {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        tbody tr {
          display: grid;
          gap: var(--groundwork-space-2);
          padding: var(--groundwork-space-4);
          border: 1px solid var(--groundwork-line);
          border-radius: var(--groundwork-radius-m);
          background: var(--groundwork-surface);
        }
        tbody th,
        tbody td {
          display: flex;
          justify-content: space-between;
          align-items: center;
          gap: var(--groundwork-space-4);
          padding: 0;
          border: 0;
          text-align: start;
        }
        tbody th {
          justify-content: start;
          gap: var(--groundwork-space-2);
          margin-block-end: var(--groundwork-space-1);
        }
        .label {
          display: block;
          color: var(--groundwork-text-muted);
          font-size: var(--groundwork-text-s);
        }
      }
    `,
  ];

  // The roles are those of a table anyway; browsers forget them when CSS makes cards of the rows.
  protected override render() {
    return html`<table role="table" part="table">
      <caption class="visually-hidden">${this.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${this.columns.map((column) => this.#head(column))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.rows.map(
          (row) => html`<tr role="row" part="row">
            ${this.columns.map((column, index) => {
              const content = column.cell(row);
              return index === 0
                ? html`<th role="rowheader" scope="row" part="cell">${content}</th>`
                : html`<td role="cell" part="cell" class="${column.align ?? "start"} ${column.short ? "short" : ""}">
                    <span class="label" aria-hidden="true">${column.label}</span>${content}
                  </td>`;
            })}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #head({ id, label, align, sortable }: Column<Row>) {
    if (!sortable) {
      return html`<th role="columnheader" scope="col" class=${align ?? "start"}>${label}</th>`;
    }
    const order = this.sort === id ? "ascending" : this.sort === `-${id}` ? "descending" : undefined;
    return html`<th role="columnheader" scope="col" class=${align ?? "start"} aria-sort=${order ?? nothing}>
      <button type="button" @click=${() => this.#sort(order === "ascending" ? `-${id}` : id)}>
        ${label}${order === undefined ? nothing : html`<gw-icon name="chevron-down"></gw-icon>`}
      </button>
    </th>`;
  }

  #sort(order: string): void {
    this.sort = order;
    this.dispatchEvent(new CustomEvent("sort", { detail: order }));
  }
}
