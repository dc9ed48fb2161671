import type { Person, PersonRef } from "@groundwork/client";
import { html, nothing } from "lit";
import { state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/field.js";
import "../ui/suggest.js";
import type { Suggestion } from "../ui/suggest.js";
import "../ui/table.js";
import type { Column } from "../ui/table.js";
import { findDepartments } from "./find.js";
import "./name.js";
import { Paged } from "./paged.js";
import { hrStyles } from "./styles.js";

const states = ["active", "inactive", "everyone"] as const;

const none = { search: "", department: "", status: "active" as (typeof states)[number] };

/** Kept while the board is open, so that one comes back from a person to the same list. */
let lastFilters = none;

/** The search of the directory returns no more than a reference. */
type Row = PersonRef & Partial<Person>;

/** Everyone in the directory, by department and state, or by name. */
@element("gw-hr-directory")
export class GwHrDirectory extends GroundworkView {
  @state() private filters = lastFilters;
  /** What is searched for: a moment after it was typed. */
  @state() private search = lastFilters.search.trim();
  #pause: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, layout, hrStyles];

  readonly #people = new Paged<{ items: Row[]; next_cursor: string | null }, [string, string, string]>(
    this,
    () => [this.search, this.filters.department, this.filters.status],
    async ([search, department, status], cursor, signal) => {
      const options = { ...(signal && { signal }) };
      if (isName(search)) {
        const { data } = await this.api.GET("/v1/people/directory", { params: { query: { search } }, ...options });
        return { data: { ...data, next_cursor: null } };
      }
      const query = {
        ...(department && { department }),
        ...(status !== "everyone" && { active: status === "active" }),
        ...(cursor && { cursor }),
      };
      return this.api.GET("/v1/people", { params: { query }, ...options });
    },
  );

  protected override view() {
    const { hr, common } = this.t;
    const { search, department, status } = this.filters;
    const byName = isName(this.search);
    return html`<div class="filters">
        <gw-text-field
          type="search"
          label=${hr.list.search}
          value=${search}
          placeholder=${common.choose}
          @input=${(event: Event) => this.#searched(valueOf(event))}
        ></gw-text-field>
        <gw-suggest
          label=${hr.department}
          free
          least="0"
          ?disabled=${byName}
          value=${department}
          placeholder=${hr.anyDepartment}
          .find=${findDepartments(this.api)}
          @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => this.#filter({ department: detail?.label ?? "" })}
        ></gw-suggest>
        <gw-select
          label=${hr.list.status}
          ?disabled=${byName}
          .options=${states.map((value) => ({ value, label: hr.list[value] }))}
          value=${status}
          @change=${(event: Event) => this.#filter({ status: valueOf(event) as typeof status })}
        ></gw-select>
      </div>
      ${byName ? html`<p class="muted small note">${hr.list.searchHint}</p>` : nothing}
      ${this.#people.show(({ items }) =>
        items.length > 0
          ? html`<gw-table caption=${hr.people} .columns=${this.#columns(byName)} .rows=${items}></gw-table>`
          : byName || department !== "" || status === "inactive"
            ? html`<gw-empty icon="search" heading=${hr.noMatch} text=${hr.noMatchText}>
                <gw-button @click=${this.#clear}>${hr.clear}</gw-button>
              </gw-empty>`
            : html`<gw-empty icon="users" heading=${hr.list.empty} text=${hr.list.emptyText}></gw-empty>`,
      )}`;
  }

  #columns(byName: boolean): Column<Row>[] {
    const { hr } = this.t;
    const name: Column<Row> = {
      id: "name",
      label: hr.name,
      cell: (person) => html`<gw-hr-name .person=${person}>${this.#gone(person)}</gw-hr-name>`,
    };
    return byName
      ? [name]
      : [
          name,
          { id: "department", label: hr.department, cell: ({ department }) => department ?? "–" },
          { id: "manager", label: hr.manager, cell: ({ manager }) => manager?.display_name ?? "–" },
        ];
  }

  #gone({ active, erased_at }: Row) {
    const { person } = this.t.hr;
    if (erased_at) {
      return html`<gw-pill icon="trash">${person.erased(this.locale.format.date(erased_at))}</gw-pill>`;
    }
    return active === false ? html`<gw-pill icon="lock">${person.inactive}</gw-pill>` : nothing;
  }

  #searched(search: string): void {
    this.#filter({ search });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.search = search.trim()), 200);
  }

  #filter(change: Partial<typeof none>): void {
    this.filters = lastFilters = { ...this.filters, ...change };
  }

  readonly #clear = (): void => {
    this.#filter(none);
    this.search = "";
  };
}

/** The directory is searched by two letters or more. */
function isName(text: string): boolean {
  return text.length >= 2;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
