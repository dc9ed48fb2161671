import { ProblemError, type Cycle, type CycleParticipant, type GiveParticipants } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { unlessChanged } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { findPeople } from "../find.js";
import { Loading } from "../loading.js";
import "../ui/card.js";
import "../ui/field.js";
import type { GwTextField } from "../ui/field.js";
import "../ui/suggest.js";
import type { Suggestion } from "../ui/suggest.js";
import "./chips.js";
import { findDepartments } from "./find.js";
import "./navigation.js";
import { steps, type Step } from "./steps.js";
import { hrStyles } from "./styles.js";

interface Draft extends Record<Step, string> {
  name: string;
  departments: readonly string[];
  people: readonly Suggestion[];
  /** People on the list whose names are not known here. */
  others: readonly string[];
}

const empty: Draft = {
  name: "",
  prepare_by: "",
  share_by: "",
  respond_by: "",
  discuss_by: "",
  departments: [],
  people: [],
  others: [],
};

/** What was entered and not saved, by cycle, so that it is still there after leaving the page. */
const unsaved = new Map<string, Draft>();

window.addEventListener("beforeunload", (event) => {
  if (unsaved.size > 0) {
    event.preventDefault();
  }
});

type Faults = Partial<Record<Step | "name", string>>;

/** Makes a cycle, or changes it. */
@element("groundwork-hr-cycle-form")
export class GroundworkHrCycleForm extends GroundworkView {
  /** Empty for a new cycle. */
  @property({ attribute: "cycle-id" }) cycleId = "";

  @state() private draft: Draft | undefined;
  @state() private wasKept = false;
  @state() private faults: Faults = {};
  @state() private busy = false;
  @state() private error: unknown;
  @state() private isOutdated = false;
  #etag: string | undefined;

  static override styles = [
    base,
    layout,
    hrStyles,
    css`
      .form {
        max-inline-size: var(--groundwork-measure);
      }
      .dates {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: var(--groundwork-space-4);
      }
      .kept {
        padding: var(--groundwork-space-2) var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
    `,
  ];

  readonly #loading = new Loading(this, () => [this.cycleId], async ([cycle_id], signal) => {
    const saved = cycle_id === "" ? empty : await this.#read(cycle_id, signal);
    const kept = unsaved.get(cycle_id);
    this.wasKept = kept !== undefined;
    this.draft = kept ?? saved;
    return saved;
  });

  async #read(cycle_id: string, signal: AbortSignal): Promise<Draft> {
    const path = { cycle_id };
    const [cycle, participants] = await Promise.all([
      this.api.GET("/v1/cycles/{cycle_id}", { params: { path }, signal }),
      this.api.GET("/v1/cycles/{cycle_id}/participants", { params: { path, query: { limit: 100 } }, signal }),
    ]);
    this.#etag = cycle.etag;
    return draftOf(cycle.data, participants.data.items);
  }

  protected override view() {
    const { hr } = this.t;
    const isNew = this.cycleId === "";
    const back = isNew ? "#/hr/cycles" : `#/hr/cycles/${this.cycleId}`;
    return html`<gw-hr-navigation current="cycles"></gw-hr-navigation>
      <a class="back" href=${back}><gw-icon name="arrow-left"></gw-icon>${this.t.common.back}</a>
      <div class="page-head"><h1>${isNew ? hr.cycle.create : hr.cycle.editTitle}</h1></div>
      ${this.#loading.show(() => (this.draft === undefined ? nothing : this.#form(this.draft, back)))}`;
  }

  #form(draft: Draft, back: string) {
    const { hr, common } = this.t;
    return html`<form class="form stack" novalidate @submit=${this.#submit}>
      ${this.wasKept
        ? html`<div class="kept row spread small" role="status">
            ${hr.cycle.unsaved}
            <gw-button size="small" variant="quiet" @click=${this.#discard}>${hr.cycle.discard}</gw-button>
          </div>`
        : nothing}
      <gw-card>
        <div class="stack">
          <gw-text-field
            label=${hr.name}
            hint=${hr.cycle.nameHint}
            required
            maxlength="200"
            value=${draft.name}
            .error=${this.faults.name}
            @input=${(event: Event) => this.#enter({ name: valueOf(event) })}
          ></gw-text-field>
          <div class="dates">
            ${steps.map(
              (step) => html`<gw-text-field
                type="date"
                required
                label=${hr.cycle.steps[step]}
                hint=${hr.cycle.stepHints[step]}
                value=${draft[step]}
                .error=${this.faults[step]}
                @change=${(event: Event) => this.#enter({ [step]: valueOf(event) })}
              ></gw-text-field>`,
            )}
          </div>
        </div>
      </gw-card>
      <gw-card heading=${hr.cycle.participants}>
        <div class="stack">${this.#departments(draft)} ${this.#people(draft)}</div>
      </gw-card>
      ${this.isOutdated
        ? html`<div class="kept row spread small" role="alert">
            ${common.errors.conflictText}
            <gw-button size="small" variant="quiet" @click=${this.#discard}>${hr.cycle.reload}</gw-button>
          </div>`
        : nothing}
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <div class="row">
        <gw-button type="submit" variant="primary" ?busy=${this.busy}>
          ${this.cycleId === "" ? hr.cycle.create : hr.cycle.saveChanges}
        </gw-button>
        <gw-button href=${back}>${common.cancel}</gw-button>
      </div>
    </form>`;
  }

  #departments({ departments }: Draft) {
    const { hr } = this.t;
    const add = ({ detail }: CustomEvent<Suggestion | undefined>) =>
      detail && this.#enter({ departments: [...new Set([...departments, detail.label])] });
    return html`<div class="stack tight">
      <gw-suggest
        label=${hr.cycle.addDepartment}
        hint=${hr.cycle.departmentsHint}
        free
        clears
        least="0"
        .find=${findDepartments(this.api)}
        @pick=${add}
      ></gw-suggest>
      <gw-hr-chips
        label=${hr.cycle.departments}
        .items=${departments.map((name) => ({ id: name, label: name }))}
        @remove=${({ detail }: CustomEvent<string>) =>
          this.#enter({ departments: departments.filter((name) => name !== detail) })}
      ></gw-hr-chips>
    </div>`;
  }

  #people({ people, others }: Draft) {
    const { hr } = this.t;
    const add = ({ detail }: CustomEvent<Suggestion | undefined>) =>
      detail && this.#enter({ people: [...people.filter(({ id }) => id !== detail.id), detail] });
    return html`<div class="stack tight">
      <gw-suggest
        label=${hr.cycle.addPerson}
        hint=${hr.cycle.byNameHint}
        clears
        .find=${findPeople(this.api)}
        @pick=${add}
      ></gw-suggest>
      <gw-hr-chips
        label=${hr.cycle.byName}
        .items=${people}
        @remove=${({ detail }: CustomEvent<string>) => this.#enter({ people: people.filter(({ id }) => id !== detail) })}
      ></gw-hr-chips>
      ${others.length === 0 ? nothing : html`<p class="muted small">${hr.cycle.others(others.length)}</p>`}
    </div>`;
  }

  #enter(change: Partial<Draft>): void {
    if (this.draft !== undefined) {
      this.draft = { ...this.draft, ...change };
      unsaved.set(this.cycleId, this.draft);
    }
  }

  /** Begins again from what is saved. */
  readonly #discard = async (): Promise<void> => {
    unsaved.delete(this.cycleId);
    this.isOutdated = false;
    this.faults = {};
    this.error = undefined;
    await this.#loading.reload();
  };

  #check(draft: Draft): Faults {
    const texts = this.t.hr.cycle;
    const faults: Faults = draft.name.trim() === "" ? { name: texts.nameMissing } : {};
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      if (draft[step] === "") {
        faults[step] = texts.dateMissing;
      } else if (before !== undefined && draft[step] < draft[before]) {
        faults[step] = texts.dateOrder;
      }
    }
    return faults;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (draft === undefined || this.busy) {
      return;
    }
    this.faults = this.#check(draft);
    this.error = undefined;
    if (Object.keys(this.faults).length > 0) {
      await this.updateComplete;
      this.#focusFault();
      return;
    }
    this.busy = true;
    try {
      const saved = await this.#save(draft);
      if (saved === undefined) {
        this.isOutdated = true;
      } else {
        unsaved.delete(this.cycleId);
        toast(this, this.cycleId === "" ? this.t.hr.cycle.created : this.t.hr.cycle.saved);
        location.hash = `#/hr/cycles/${saved.id}`;
      }
    } catch (error) {
      this.error = error;
      if (error instanceof ProblemError) {
        for (const { pointer, detail } of error.errors) {
          const field = pointer.slice(1);
          if (field === "name" || steps.some((step) => step === field)) {
            this.faults = { ...this.faults, [field]: detail };
          }
        }
      }
    } finally {
      this.busy = false;
    }
  };

  /** The cycle as it is now; undefined if someone else has changed it meanwhile. */
  async #save({ departments, people, others, ...fields }: Draft): Promise<Cycle | undefined> {
    const participants: GiveParticipants = {
      departments: [...departments],
      person_ids: [...people.map(({ id }) => id), ...others],
    };
    const body = { ...fields, name: fields.name.trim(), participants };
    if (this.cycleId === "") {
      return (await this.api.POST("/v1/cycles", { body })).data;
    }
    const params = { path: { cycle_id: this.cycleId }, header: { ...(this.#etag && { "If-Match": this.#etag }) } };
    const result = await unlessChanged<Cycle>(this.api.PATCH("/v1/cycles/{cycle_id}", { params, body }));
    return result.changed ? result.data : undefined;
  }

  #focusFault(): void {
    const faulty = [...this.renderRoot.querySelectorAll<GwTextField>("gw-text-field")].find(({ error }) => error !== undefined);
    faulty?.focus();
  }
}

function draftOf({ name, participants, ...cycle }: Cycle, known: readonly CycleParticipant[]): Draft {
  const names = new Map(known.map(({ person }) => [person.id, person]));
  const { prepare_by, share_by, respond_by, discuss_by } = cycle;
  return {
    name,
    prepare_by,
    share_by,
    respond_by,
    discuss_by,
    departments: participants.departments,
    people: participants.person_ids.flatMap((id) => {
      const person = names.get(id);
      return person === undefined ? [] : [{ id, label: person.display_name, detail: person.title }];
    }),
    others: participants.person_ids.filter((id) => !names.has(id)),
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
