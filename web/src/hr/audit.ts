import type { AuditRecord, AuditRecordPage } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { download } from "../download.js";
import { element, GroundworkView, toast } from "../element.js";
import { findPeople } from "../find.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/status.js";
import "../ui/suggest.js";
import type { Suggestion } from "../ui/suggest.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";
import { actions, thingAndDeed } from "./audit-actions.js";
import "./navigation.js";
import { Paged } from "./paged.js";
import { hrStyles } from "./styles.js";

interface Filters {
  actor: Suggestion | undefined;
  subject: Suggestion | undefined;
  action: string;
  from: string;
  to: string;
}

const none: Filters = { actor: undefined, subject: undefined, action: "", from: "", to: "" };

type Query = { actor_id?: string; subject_id?: string; action?: string; from?: string; to?: string };

/** Who changed what, and who read the plans of others. */
@element("groundwork-hr-audit")
export class GroundworkHrAudit extends GroundworkView {
  /** An id to begin with, of what the records are about. */
  @property() subject = "";
  @state() private filters: Filters = none;
  @state() private exporting = false;
  @state() private exportError: unknown;

  static override styles = [
    base,
    layout,
    hrStyles,
    css`
      .intro {
        max-inline-size: var(--groundwork-measure);
        margin-block-start: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
      }
    `,
  ];

  readonly #records = new Paged<AuditRecordPage, [string]>(
    this,
    () => [JSON.stringify(this.#query)],
    ([query], cursor, signal) =>
      this.api.GET("/v1/audit-log", {
        params: { query: { limit: 50, ...(JSON.parse(query) as Query), ...(cursor && { cursor }) } },
        ...(signal && { signal }),
      }),
  );

  get #query(): Query {
    const { actor, action, from, to } = this.filters;
    const { format } = this.locale;
    const subject = this.filters.subject?.id ?? this.subject;
    return {
      ...(actor && { actor_id: actor.id }),
      ...(subject && { subject_id: subject }),
      ...(action && { action }),
      ...(from && { from: format.startOf(from) }),
      ...(to && { to: format.startOf(to, 1) }),
    };
  }

  protected override view() {
    const { hr } = this.t;
    const { actor, subject, action, from, to } = this.filters;
    const known = actions(hr.log).map(({ code, label }) => ({ value: code, label }));
    return html`<gw-hr-navigation current="audit"></gw-hr-navigation>
      <div class="head">
        <div>
          <h1>${hr.audit}</h1>
          <p class="intro">${hr.log.intro}</p>
        </div>
        <gw-button icon="download" ?busy=${this.exporting} @click=${this.#export}>${hr.log.export}</gw-button>
      </div>
      <gw-error inline no-retry .error=${this.exportError}></gw-error>
      <div class="filters">
        <gw-suggest
          label=${hr.log.actor}
          value=${actor?.label ?? ""}
          .find=${findPeople(this.api)}
          @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => this.#filter({ actor: detail })}
        ></gw-suggest>
        <gw-suggest
          label=${hr.log.subject}
          placeholder=${hr.log.subjectHint}
          free
          value=${subject?.label ?? this.subject}
          .find=${findPeople(this.api)}
          @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => {
            this.subject = "";
            this.#filter({ subject: detail });
          }}
        ></gw-suggest>
        <gw-select
          label=${hr.log.action}
          .options=${[{ value: "", label: hr.log.anyAction }, ...known]}
          value=${action}
          @change=${(event: Event) => this.#filter({ action: valueOf(event) })}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${hr.log.from}
          value=${from}
          max=${to}
          @change=${(event: Event) => this.#filter({ from: valueOf(event) })}
        ></gw-text-field>
        <gw-text-field
          type="date"
          label=${hr.log.to}
          value=${to}
          min=${from}
          @change=${(event: Event) => this.#filter({ to: valueOf(event) })}
        ></gw-text-field>
      </div>
      ${this.#records.show(({ items }) =>
        items.length === 0
          ? html`<gw-empty icon="search" heading=${hr.log.empty} text=${hr.log.emptyText}>
              <gw-button @click=${this.#clear}>${hr.clear}</gw-button>
            </gw-empty>`
          : html`<gw-table caption=${hr.audit} .columns=${this.#columns()} .rows=${items}></gw-table>`,
      )}`;
  }

  #columns(): Column<AuditRecord>[] {
    const { log } = this.t.hr;
    const { format } = this.locale;
    return [
      { id: "at", label: log.at, cell: ({ at }) => format.time(at) },
      { id: "who", label: log.who, cell: (record) => this.#who(record) },
      { id: "what", label: log.what, cell: (record) => this.#what(record) },
      {
        id: "how",
        label: log.how,
        cell: ({ right, count }) => {
          const role = right === null ? "–" : (log.roles[right] ?? right);
          return html`${role}${count > 1 ? html`<div class="muted small">${log.times(count)}</div>` : nothing}`;
        },
      },
      {
        id: "seal",
        label: log.seal,
        cell: ({ digest }) =>
          digest === null
            ? html`<span class="muted small">${log.notSealed}</span>`
            : html`<gw-pill icon="lock" title=${digest}>${log.sealed}</gw-pill>`,
      },
    ];
  }

  #who({ actor_id, actor, client }: AuditRecord) {
    const { log } = this.t.hr;
    if (actor_id !== null) {
      return html`<a href="#/hr/people/${actor_id}">${actor?.display_name ?? actor_id}</a>`;
    }
    return client === null ? log.itself : log.service(client);
  }

  #what({ action, subject }: AuditRecord) {
    const [kind = "", id = ""] = subject.split("/");
    const page = { people: `#/hr/people/${id}`, cycles: `#/hr/cycles/${id}`, plans: `#/plan/${id}` }[kind];
    const { thing, deed } = thingAndDeed(this.t.hr.log, action);
    const name = page === undefined || id === "" ? thing : html`<a href=${page}>${thing}</a>`;
    return html`<span title=${`${action} ${subject}`}>${name} · ${deed}</span>`;
  }

  #filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
  }

  readonly #clear = (): void => {
    this.subject = "";
    this.filters = none;
  };

  readonly #export = async (): Promise<void> => {
    if (this.exporting) {
      return;
    }
    this.exporting = true;
    this.exportError = undefined;
    try {
      const { data } = await this.api.GET("/v1/audit-log/export", { params: { query: this.#query }, parseAs: "blob" });
      download(data, `audit-log-${this.locale.format.today()}.ndjson`);
      toast(this, this.t.hr.log.exported);
    } catch (error) {
      this.exportError = error;
    } finally {
      this.exporting = false;
    }
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
