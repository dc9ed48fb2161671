import type { Person, Relation, RelationKind, Relations, SetRelation } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { unlessChanged } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { findPeople } from "../find.js";
import { Loading } from "../loading.js";
import "../ui/card.js";
import "../ui/dialog.js";
import "../ui/field.js";
import "../ui/suggest.js";
import type { Suggestion } from "../ui/suggest.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";
import "./name.js";

const kinds = ["acting", "matrix", "hr_partner", "delegate"] as const satisfies readonly RelationKind[];

interface Draft {
  kind: RelationKind;
  person: Suggestion | undefined;
  from: string;
  until: string;
}

interface Faults {
  person?: string;
  from?: string;
  until?: string;
}

/** The relations of a person besides the manager: who else has rights, and how long. */
@element("gw-hr-person-relations")
export class GwHrPersonRelations extends GroundworkView {
  @property({ attribute: false }) person!: Person;

  @state() private draft: Draft | undefined;
  @state() private faults: Faults = {};
  @state() private ending: Relation | undefined;
  @state() private busy = false;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    css`
      .manager {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
        margin-block: var(--groundwork-space-3) var(--groundwork-space-5);
      }
      .days {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: var(--groundwork-space-4);
      }
    `,
  ];

  readonly #relations = new Loading(this, () => [this.person.id], ([person_id], signal) =>
    this.api.GET("/v1/people/{person_id}/relations", { params: { path: { person_id } }, signal }),
  );

  protected override view() {
    const { hr } = this.t;
    const { manager } = this.person;
    return html`<gw-card heading=${hr.relation.title}>
        <gw-button slot="actions" size="small" icon="plus" ?disabled=${this.person.erased_at !== null} @click=${this.#begin}>
          ${hr.relation.add}
        </gw-button>
        <p class="muted small">${hr.relation.text}</p>
        <p class="manager">
          <span class="muted">${hr.relation.reportsTo}</span>
          ${manager === null ? hr.noManager : html`<a href="#/hr/people/${manager.id}">${manager.display_name}</a>`}
        </p>
        ${this.#relations.show(({ data: { items } }) =>
          items.length === 0
            ? html`<p><strong>${hr.relation.empty}.</strong> <span class="muted">${hr.relation.emptyText}</span></p>`
            : html`<gw-table caption=${hr.relation.title} .columns=${this.#columns()} .rows=${items}></gw-table>`,
        )}
      </gw-card>
      ${this.#addDialog()} ${this.#endDialog()}`;
  }

  #columns(): Column<Relation>[] {
    const { relation } = this.t.hr;
    return [
      { id: "person", label: relation.person, cell: ({ person }) => html`<gw-hr-name .person=${person}></gw-hr-name>` },
      { id: "kind", label: relation.kind, cell: ({ kind }) => relation.kinds[kind] },
      { id: "period", label: relation.period, cell: (row) => this.#period(row) },
      {
        id: "end",
        label: "",
        align: "end",
        cell: (row) =>
          html`<gw-button
            size="small"
            variant="quiet"
            label=${`${relation.end}: ${row.person.display_name}, ${relation.kinds[row.kind]}`}
            @click=${() => this.#open({ ending: row })}
            >${relation.end}</gw-button
          >`,
      },
    ];
  }

  #period({ starts_at, ends_at }: Relation) {
    const { hr } = this.t;
    const { format } = this.locale;
    const now = Date.now();
    const [tone, word] =
      ends_at !== null && Date.parse(ends_at) <= now
        ? (["neutral", hr.relation.over] as const)
        : Date.parse(starts_at) > now
          ? (["info", hr.relation.later] as const)
          : (["positive", hr.relation.now] as const);
    const text =
      ends_at === null
        ? hr.relation.forGood(format.date(starts_at))
        : hr.person.period(format.date(starts_at), format.date(lastInstant(ends_at)));
    return html`${text} <gw-pill tone=${tone}>${word}</gw-pill>`;
  }

  #addDialog() {
    const { hr, common } = this.t;
    const { draft } = this;
    const change = (part: Partial<Draft>) => (this.draft = draft && { ...draft, ...part });
    return html`<gw-dialog heading=${hr.relation.add} ?open=${draft !== undefined} @close=${() => (this.draft = undefined)}>
      ${draft === undefined
        ? nothing
        : html`<gw-select
              label=${hr.relation.kind}
              hint=${hr.relation.about[draft.kind]}
              .options=${kinds.map((value) => ({ value, label: hr.relation.kinds[value] }))}
              value=${draft.kind}
              @change=${(event: Event) => change({ kind: valueOf(event) as RelationKind })}
            ></gw-select>
            <gw-suggest
              label=${hr.relation.person}
              value=${draft.person?.label ?? ""}
              .error=${this.faults.person}
              .find=${findPeople(this.api)}
              @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => change({ person: detail })}
            ></gw-suggest>
            <div class="days">
              <gw-text-field
                type="date"
                label=${hr.relation.from}
                value=${draft.from}
                .error=${this.faults.from}
                @change=${(event: Event) => change({ from: valueOf(event) })}
              ></gw-text-field>
              <gw-text-field
                type="date"
                label=${hr.relation.until}
                hint=${hr.relation.untilHint}
                value=${draft.until}
                .error=${this.faults.until}
                @change=${(event: Event) => change({ until: valueOf(event) })}
              ></gw-text-field>
            </div>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${() => (this.draft = undefined)}>${common.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy} @click=${this.#add}>${hr.relation.add}</gw-button>
    </gw-dialog>`;
  }

  #endDialog() {
    const { hr, common } = this.t;
    const { ending } = this;
    return html`<gw-dialog
      heading=${hr.relation.endTitle}
      ?open=${ending !== undefined}
      @close=${() => (this.ending = undefined)}
    >
      ${ending === undefined
        ? nothing
        : html`<p>${hr.relation.endText(ending.person.display_name, hr.relation.kinds[ending.kind])}</p>
            <gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${() => (this.ending = undefined)}>${common.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${this.#end}>${hr.relation.end}</gw-button>
    </gw-dialog>`;
  }

  readonly #begin = (): void => {
    this.faults = {};
    this.#open({ draft: { kind: "acting", person: undefined, from: this.locale.format.today(), until: "" } });
  };

  #open(what: { draft?: Draft; ending?: Relation }): void {
    this.error = undefined;
    this.draft = what.draft;
    this.ending = what.ending;
  }

  readonly #add = async (): Promise<void> => {
    const { draft } = this;
    const texts = this.t.hr.relation;
    if (draft === undefined) {
      return;
    }
    const { kind, person, from, until } = draft;
    this.faults = {
      ...(person === undefined && { person: texts.choosePerson }),
      ...(from === "" && { from: texts.chooseDay }),
      ...(until !== "" && until < from && { until: texts.wrongDays }),
    };
    if (person !== undefined && Object.keys(this.faults).length === 0) {
      const { format } = this.locale;
      const period = { starts_at: format.startOf(from), ends_at: until === "" ? null : format.startOf(until, 1) };
      await this.#set((items) => [...items, { kind, person_id: person.id, ...period }], texts.added);
    }
  };

  readonly #end = (): Promise<void> => {
    const { ending } = this;
    const isOther = ({ kind, person_id, starts_at }: SetRelation) =>
      kind !== ending?.kind || person_id !== ending.person_id || starts_at !== ending.starts_at;
    return this.#set((items) => items.filter(isOther), this.t.hr.relation.removed);
  };

  /** Replaces all relations; someone else's change is loaded, and nothing overwritten. */
  async #set(change: (items: SetRelation[]) => SetRelation[], done: string): Promise<void> {
    const loaded = this.#relations.value;
    if (loaded === undefined || this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    const items = loaded.data.items.map(({ kind, person_id, starts_at, ends_at }) => ({ kind, person_id, starts_at, ends_at }));
    const header = { ...(loaded.etag && { "If-Match": loaded.etag }) };
    try {
      const sent = this.api.PUT("/v1/people/{person_id}/relations", {
        params: { path: { person_id: this.person.id }, header },
        body: { items: change(items) },
      });
      const result = await unlessChanged<Relations>(sent);
      if (result.changed) {
        this.#relations.value = { data: result.data, etag: result.etag, response: loaded.response };
        this.#open({});
        toast(this, done);
      } else {
        await this.#relations.reload();
        toast(this, this.t.common.errors.conflictText, "neutral");
      }
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

/** Periods are half-open: an instant of the last day before the end. */
function lastInstant(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
