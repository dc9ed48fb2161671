import type { TeamHistory } from "@groundwork/client";
import { css, html } from "lit";
import { property } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/card.js";
import "../ui/field.js";
import type { GwSelect } from "../ui/field.js";
import "../ui/states.js";
import { queryOf, type TeamQuery } from "./query.js";

/** How the progress of a team has come about: a chart, and the same as a table. Event `query`. */
@element("gw-team-history")
export class GwTeamHistory extends GroundworkView {
  @property({ attribute: "person-id" }) personId = "";
  @property({ attribute: false }) query: TeamQuery = queryOf("");

  readonly #history = new Loading(
    this,
    () => [this.personId, this.query.interval, this.query.scope],
    async ([personId, interval, scope], signal): Promise<TeamHistory | undefined> => {
      const id = personId || (await this.api.me()).person?.id;
      if (id === undefined) {
        return undefined;
      }
      const params = { path: { person_id: id }, query: { interval, scope } };
      // The library of the chart comes with the figures, and only here.
      const [{ data }] = await Promise.all([
        this.api.GET("/v1/people/{person_id}/team-progress/history", { params, signal }),
        import("./chart.js"),
      ]);
      return data;
    },
  );

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
      }
      .head p {
        max-inline-size: var(--groundwork-measure);
        color: var(--groundwork-text-muted);
      }
      .selects {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-4);
      }
      gw-select {
        inline-size: 10rem;
      }
      /* Words of some languages are too long for a telephone. */
      .figures {
        overflow-x: auto;
      }
      tbody th {
        white-space: nowrap;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--groundwork-text-s);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--groundwork-space-2);
        border-block-end: 1px solid var(--groundwork-line);
        font-weight: 400;
        text-align: end;
      }
      th:first-child {
        padding-inline-start: 0;
        text-align: start;
      }
      td:last-child,
      th:last-child {
        padding-inline-end: 0;
      }
      thead th {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        vertical-align: bottom;
      }
      @container (inline-size < 28rem) {
        th,
        td {
          padding-inline: var(--groundwork-space-1);
        }
      }
    `,
  ];

  protected override view() {
    const { team } = this.t;
    const pick = (name: "interval" | "scope") => (event: Event) =>
      this.dispatchEvent(new CustomEvent("query", { detail: { [name]: (event.target as GwSelect).value } }));
    return html`<div class="stack">
      <div class="row spread head">
        <p>${team.historyText}</p>
        <div class="selects">
          <gw-select
            label=${team.interval}
            .options=${(["week", "month"] as const).map((value) => ({ value, label: team.intervals[value] }))}
            .value=${this.query.interval}
            @change=${pick("interval")}
          ></gw-select>
          <gw-select
            label=${team.scope}
            .options=${(["reports", "subtree"] as const).map((value) => ({ value, label: team.scopes[value] }))}
            .value=${this.query.scope}
            @change=${pick("scope")}
          ></gw-select>
        </div>
      </div>
      ${this.#history.show((history) => this.#shown(history))}
    </div>`;
  }

  #shown(history: TeamHistory | undefined) {
    const { team } = this.t;
    const { format } = this.locale;
    const items = history?.items ?? [];
    if (items.every(({ total }) => total === 0)) {
      return html`<gw-empty icon="chart" heading=${team.historyEmpty} text=${team.historyEmptyText}></gw-empty>`;
    }
    return html`<gw-card>
      <div class="stack">
        <gw-team-chart .items=${items}></gw-team-chart>
        <div class="figures" role="region" aria-label=${team.historyCaption} tabindex="0">
          <table>
            <caption class="visually-hidden">${team.historyCaption}</caption>
            <thead>
              <tr>
                <th scope="col">${team.period}</th>
                <th scope="col">${team.planned}</th>
                <th scope="col">${team.finished}</th>
                <th scope="col">${team.overdue}</th>
                <th scope="col">${team.progress}</th>
              </tr>
            </thead>
            <tbody>
              ${items.toReversed().map(
                ({ to, planned, done, overdue, progress_percent }) => html`<tr>
                  <th scope="row">${format.date(to, { day: "numeric", month: "short" })}</th>
                  <td>${format.number(planned)}</td>
                  <td>${format.number(done)}</td>
                  <td>${format.number(overdue)}</td>
                  <td>${format.percent(progress_percent)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>
    </gw-card>`;
  }
}
