import type { Answer, Finding, OwnQuestion, Question, Questionnaire, Section } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import "../ui/icon.js";
import "../ui/status.js";
import { answersStyles } from "./answers-styles.js";
import { isListKey, limits, newAnswer, sections, type FieldKey, type Fields, type ListKey } from "./model.js";
import { isUnfinished, namedBy, questionOf } from "./findings.js";

type Value = HTMLElement & { value: string };

/**
 * The questions and answers of a plan, as a document or, with `editing`, to write. Events: `field` (`{ key, value }`),
 * `choose` (`{ key, which }`), `left` when a field is left, and `link` to go to the alignment.
 */
@element("gw-plan-answers")
export class GwPlanAnswers extends GroundworkElement {
  @property({ attribute: false }) fields!: Fields;
  @property({ attribute: false }) questionnaire!: Questionnaire;
  @property({ attribute: false }) findings: readonly Finding[] = [];
  @property({ attribute: false }) conflicts: ReadonlyMap<FieldKey, Fields> = new Map();
  @property({ type: Boolean }) editing = false;
  @property() startsOn = "";
  /** Names of the action items, for findings that point at them. */
  @property({ attribute: false }) actionTitles: readonly string[] = [];
  /** Sections that the reader may see; all unless said. */
  @property({ attribute: false }) shown: readonly Section[] = sections;

  @state() private noted: ReadonlySet<string> = new Set();
  /** The empty row after the last item of a list, before someone writes in it. */
  #blank = new Map<ListKey, Answer>();

  static override styles = [base, layout, answersStyles, css`:host { container-type: inline-size; }`];

  protected override render() {
    const { plan } = this.t;
    return sections
      .filter((section) => this.shown.includes(section))
      .map((section, index) => {
        const own = this.questionnaire.own_questions.filter((question) => question.section === section);
        return html`<section class="part" aria-labelledby="part-${section}">
          <h2 id="part-${section}">${plan.part(this.locale.format.number(index + 1), plan.section[section])}</h2>
          ${this.questionnaire.questions
            .filter((question) => question.section === section)
            .map((question) => this.#question(question))}
          ${own.map((question) => this.#ownQuestion(question))}
        </section>`;
      });
  }

  /** Puts the focus on a question's first field, or on its heading. */
  async goTo(key: string): Promise<void> {
    await this.updateComplete;
    const question = this.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    const field = question?.querySelector<HTMLElement>("gw-text-field, gw-choice, gw-button, slot");
    question?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    (field?.localName.startsWith("gw-") ? field : question?.querySelector<HTMLElement>("h3"))?.focus({ preventScroll: true });
  }

  #question(question: Question): TemplateResult {
    const { key, title, guidance } = question;
    const answer = key === "action_items" ? html`<slot name="actions"></slot>` : this.#answer(key as FieldKey, title);
    return this.#frame(key, title, guidance, answer, key === "action_items" ? undefined : (key as FieldKey));
  }

  #frame(key: string, title: string, guidance: string, answer: unknown, field: FieldKey | undefined): TemplateResult {
    const findings = this.editing ? this.findings.filter(({ pointer, question_id }) => (question_id ?? questionOf(pointer)) === key) : [];
    const theirs = field === undefined ? undefined : this.conflicts.get(field);
    return html`<article class="question" data-key=${key}>
      <div class="about">
        <h3 tabindex="-1">${title}</h3>
        ${this.editing ? html`<p class="guidance">${guidance}</p>` : nothing}
      </div>
      <div class="answer">
        ${theirs === undefined || field === undefined ? nothing : this.#conflict(field, theirs)}${answer}
        ${findings.length === 0 ? nothing : html`<ul class="findings" role="list">${findings.map((finding) => this.#finding(finding))}</ul>`}
      </div>
    </article>`;
  }

  #finding(finding: Finding): TemplateResult {
    const { plan } = this.t;
    const says = isUnfinished(finding, this.fields)
      ? plan.unfinishedObjective
      : plan.findings[finding.code](namedBy(finding, this.fields, this.actionTitles));
    const blocker = finding.severity === "blocker";
    return html`<li class=${finding.severity}>
      <gw-icon name=${blocker ? "alert" : "info"}></gw-icon><span>${says}</span>
      ${finding.code.endsWith("_unaligned")
        ? html`<button type="button" class="link" @click=${() => this.emit("link")}>${plan.connect}</button>`
        : nothing}
    </li>`;
  }

  #conflict(key: FieldKey, theirs: Fields): TemplateResult {
    const { plan } = this.t;
    const side = (slot: "before" | "after", fields: Fields, which: "mine" | "theirs", label: string) => html`<div slot=${slot} class="stack tight">
      ${this.#read(key, fields)}
      <div><gw-button size="small" @click=${() => this.emit("choose", { key, which })}>${label}</gw-button></div>
    </div>`;
    return html`<div class="conflict" role="alert">
      <h4>${plan.conflictTitle}</h4>
      <gw-compare before-label=${plan.conflictMine} after-label=${plan.conflictTheirs}>
        ${side("before", this.fields, "mine", plan.keepMine)}${side("after", theirs, "theirs", plan.keepTheirs)}
      </gw-compare>
    </div>`;
  }

  #answer(key: FieldKey, title: string): unknown {
    if (!this.editing) {
      return this.#read(key, this.fields);
    }
    if (isListKey(key)) {
      return this.#list(key);
    }
    switch (key) {
      case "mission_statement":
        return html`<gw-text-field
          multiline
          rows="3"
          label=${title}
          label-hidden
          maxlength="4000"
          .value=${this.fields.mission_statement ?? ""}
          @input=${(event: Event) => this.#change(key, (event.target as Value).value)}
        ></gw-text-field>`;
      case "short_term_objective":
        return this.#shortTerm();
      case "long_term_objective":
        return this.#longTerm();
      default:
        return nothing;
    }
  }

  #shortTerm(): TemplateResult {
    const { plan } = this.t;
    const objective = this.fields.short_term_objective;
    const set = (name: "summary" | "detail" | "target_on") => (event: Event) =>
      this.#change("short_term_objective", { ...objective, [name]: (event.target as Value).value });
    return html`<div class="stack tight">
      <gw-text-field label=${plan.summary} multiline rows="2" maxlength="2000" .value=${objective?.summary ?? ""} @input=${set("summary")}></gw-text-field>
      <gw-choice
        label=${plan.objectiveKind}
        .options=${[
          { value: "new_assignment", label: plan.newAssignment },
          { value: "current_role_plus", label: plan.currentRolePlus },
        ]}
        .value=${objective?.kind ?? ""}
        @change=${(event: Event) =>
          this.#change("short_term_objective", { ...objective, kind: (event.target as Value).value as "new_assignment" })}
      ></gw-choice>
      <gw-text-field
        label=${objective?.kind === "new_assignment" ? plan.detailNew : plan.detailCurrent}
        multiline
        rows="2"
        maxlength="2000"
        .value=${objective?.detail ?? ""}
        @input=${set("detail")}
      ></gw-text-field>
      <gw-text-field class="date" type="date" label=${plan.target} min=${this.startsOn} .value=${objective?.target_on ?? ""} @change=${set("target_on")}></gw-text-field>
    </div>`;
  }

  #longTerm(): TemplateResult {
    const { plan } = this.t;
    const objective = this.fields.long_term_objective;
    const years = (event: Event) => {
      const count = Math.round(Number((event.target as Value).value));
      this.#change("long_term_objective", { ...objective, horizon_years: count >= 1 && count <= 60 ? count : null });
    };
    return html`<div class="stack tight">
      <gw-text-field
        label=${plan.summary}
        multiline
        rows="2"
        maxlength="2000"
        .value=${objective?.summary ?? ""}
        @input=${(event: Event) => this.#change("long_term_objective", { ...objective, summary: (event.target as Value).value })}
      ></gw-text-field>
      <gw-text-field class="date" type="number" min="1" max="60" label=${plan.horizonYears} .value=${String(objective?.horizon_years ?? "")} @change=${years}></gw-text-field>
    </div>`;
  }

  #list(key: ListKey): TemplateResult {
    const { plan } = this.t;
    const items = this.fields[key];
    const last = items.at(-1);
    const full = items.length >= limits[key] || (last !== undefined && last.name.trim() === "");
    const blank = this.#blank.get(key);
    if (blank === undefined || items.some(({ id }) => id === blank.id)) {
      this.#blank.set(key, newAnswer());
    }
    const rows = full ? items : [...items, this.#blank.get(key) as Answer];
    return html`<ol class="items" role="list">
      ${repeat(
        rows,
        ({ id }) => id,
        (item, index) => {
          const named = item.name.trim() !== "" ? item.name : plan.itemNumber(plan.item[key], this.locale.format.number(index + 1));
          const set = (change: Partial<Answer>) => this.#setItem(key, { ...item, ...change });
          return html`<li>
            <div class="line">
              <gw-text-field
                label=${plan.itemNumber(plan.item[key], this.locale.format.number(index + 1))}
                label-hidden
                maxlength="200"
                placeholder=${plan.itemPlaceholder[key]}
                .value=${item.name}
                @input=${(event: Event) => set({ name: (event.target as Value).value })}
                @keydown=${this.#nextRow}
              ></gw-text-field>
              ${items.includes(item)
                ? html`${item.note !== null || this.noted.has(item.id)
                      ? nothing
                      : html`<gw-button variant="quiet" icon="message" label=${plan.addNote(named)} @click=${() => void this.#addNote(item.id)}></gw-button>`}
                    <gw-button variant="quiet" icon="close" label=${plan.remove(named)} @click=${() => this.#removeItem(key, item.id)}></gw-button>`
                : nothing}
            </div>
            ${item.note !== null || this.noted.has(item.id)
              ? html`<gw-text-field
                  class="note"
                  data-note=${item.id}
                  multiline
                  rows="1"
                  maxlength="2000"
                  label=${plan.noteOf(named)}
                  label-hidden
                  placeholder=${this.t.plan.actions.note}
                  .value=${item.note ?? ""}
                  @input=${(event: Event) => set({ note: (event.target as Value).value })}
                ></gw-text-field>`
              : nothing}
          </li>`;
        },
      )}
    </ol>`;
  }

  #setItem(key: ListKey, item: Answer): void {
    const items = this.fields[key];
    const known = items.some(({ id }) => id === item.id);
    this.#change(key, known ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item]);
  }

  #removeItem(key: ListKey, id: string): void {
    this.#change(key, this.fields[key].filter((item) => item.id !== id));
    void this.goTo(key);
  }

  async #addNote(id: string): Promise<void> {
    this.noted = new Set([...this.noted, id]);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)?.focus();
  }

  /** Enter goes to the next row of a list, as a list is written on paper. */
  readonly #nextRow = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) {
      return;
    }
    event.preventDefault();
    const row = (event.target as HTMLElement).closest("li");
    row?.nextElementSibling?.querySelector<HTMLElement>("gw-text-field")?.focus();
  };

  #ownQuestion(question: OwnQuestion): TemplateResult {
    const { id, title, guidance, kind, options, scale, section } = question;
    const given = this.fields.extra.find(({ question_id }) => question_id === id)?.value ?? "";
    const set = (value: string | number) =>
      this.#change("extra", [...this.fields.extra.filter(({ question_id }) => question_id !== id), { question_id: id, section, value }]);
    const choices =
      scale === null || scale === undefined
        ? options.map(({ value, label }) => ({ value, label }))
        : Array.from({ length: scale.maximum - scale.minimum + 1 }, (_, at) => {
            const value = scale.minimum + at;
            const end = value === scale.minimum ? scale.minimum_label : value === scale.maximum ? scale.maximum_label : null;
            return { value: String(value), label: this.locale.format.number(value), ...(end && { hint: end }) };
          });
    const read = choices.find(({ value }) => value === String(given))?.label ?? String(given);
    const answer = !this.editing
      ? this.#text(read)
      : kind === "text"
        ? html`<gw-text-field multiline label=${title} label-hidden maxlength="4000" .value=${String(given)} @input=${(event: Event) => set((event.target as Value).value)}></gw-text-field>`
        : html`<gw-choice label=${title} label-hidden .options=${choices} .value=${String(given)} @change=${(event: Event) => {
            const { value } = event.target as Value;
            set(kind === "scale" ? Number(value) : value);
          }}></gw-choice>`;
    return this.#frame(id, title, guidance, answer, undefined);
  }

  /** A text of a person: always text, in its own direction, with its lines. */
  #text(text: string | null | undefined): TemplateResult {
    return text ? html`<p class="said" dir="auto">${text}</p>` : html`<p class="muted">${this.t.plan.notAnswered}</p>`;
  }

  #read(key: FieldKey, fields: Fields): unknown {
    const { plan } = this.t;
    const { format } = this.locale;
    if (isListKey(key)) {
      const items = fields[key].filter(({ name }) => name.trim() !== "");
      return items.length === 0
        ? this.#text(null)
        : html`<ul class="read" role="list">
            ${items.map(
              ({ name, note }) => html`<li><span class="name" dir="auto">${name}</span>${note ? html`<p class="said small muted" dir="auto">${note}</p>` : nothing}</li>`,
            )}
          </ul>`;
    }
    if (key === "short_term_objective") {
      const objective = fields.short_term_objective;
      const kind = objective?.kind === "new_assignment" ? plan.newAssignment : objective?.kind === "current_role_plus" ? plan.currentRolePlus : "";
      return html`${this.#text(objective?.summary)}${objective?.detail ? html`<p class="said" dir="auto">${objective.detail}</p>` : nothing}
        <p class="small muted">${[kind, objective?.target_on ? plan.by(format.date(objective.target_on)) : ""].filter(Boolean).join(" · ")}</p>`;
    }
    if (key === "long_term_objective") {
      const objective = fields.long_term_objective;
      return html`${this.#text(objective?.summary)}
        ${objective?.horizon_years ? html`<p class="small muted">${plan.years(objective.horizon_years)}</p>` : nothing}`;
    }
    return this.#text(key === "title" ? fields.title : fields.mission_statement);
  }

  #change<Key extends FieldKey>(key: Key, value: Fields[Key]): void {
    this.dispatchEvent(new CustomEvent("field", { detail: { key, value } }));
  }
}
