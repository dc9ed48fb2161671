import type { Answer, Finding, OwnQuestion, Question, Questionnaire, Reference, Section } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import "../ui/icon.js";
import "../talk/comment-button.js";
import "../ui/status.js";
import { answersStyles } from "./answers-styles.js";
import { isListKey, limits, newAnswer, sections, type FieldKey, type Fields, type ListKey } from "./model.js";
import { isUnfinished, namedBy, questionOf } from "./findings.js";
import { choicesOf, saidOf } from "./own-answer.js";
import "./reference.js";
import { referenceOf, type GwReferenceField } from "./reference.js";

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

  /** The plan, if it is shared, so that there may be comments on it. */
  @property({ attribute: "plan-id" }) planId = "";
  @property({ type: Boolean, attribute: "may-comment" }) mayComment = false;

  @state() private noted: ReadonlySet<string> = new Set();
  /** Items and objectives whose skill or role is being written. */
  @state() private referring: ReadonlySet<string> = new Set();
  /** Questions whose comments are shown. */
  @state() private discussed: ReadonlySet<string> = new Set();
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
    const own = this.questionnaire.own_questions.find(({ id }) => id === key);
    const differs = theirs !== undefined && (own === undefined || givenTo(own, theirs) !== givenTo(own, this.fields));
    return html`<article class="question" data-key=${key}>
      <div class="about">
        <div class="head"><h3 tabindex="-1">${title}</h3>${field === undefined || own !== undefined ? nothing : this.#commentButton(field, title)}</div>
        ${this.editing ? html`<p class="guidance">${guidance}</p>` : nothing}
      </div>
      <div class="answer">
        ${differs ? this.#conflict(field as FieldKey, theirs, own) : nothing}${answer}
        ${findings.length === 0 ? nothing : html`<ul class="findings" role="list">${findings.map((finding) => this.#finding(finding))}</ul>`}
        ${field !== undefined && this.discussed.has(field) ? this.#comments(field) : nothing}
      </div>
    </article>`;
  }

  /** Names of the items of an answer, on which there may be comments of their own. */
  #itemsOf(field: FieldKey): ReadonlyMap<string, string> {
    return new Map(isListKey(field) ? this.fields[field].map(({ id, name }) => [id, name]) : []);
  }

  #commentButton(field: FieldKey, title: string): unknown {
    if (this.planId === "") {
      return nothing;
    }
    const toggle = () => {
      const discussed = new Set(this.discussed);
      this.discussed = discussed.delete(field) ? discussed : discussed.add(field);
      void import("../talk/groundwork-comments.js");
    };
    return html`<gw-comment-button
      plan-id=${this.planId}
      .subjects=${[field, ...this.#itemsOf(field).keys()]}
      name=${title}
      ?may=${this.mayComment}
      ?open=${this.discussed.has(field)}
      @toggle=${toggle}
    ></gw-comment-button>`;
  }

  #comments(field: FieldKey): TemplateResult {
    return html`<groundwork-comments
      open
      plan-id=${this.planId}
      subject-kind="answer"
      subject-id=${field}
      .items=${this.#itemsOf(field)}
      ?closed=${!this.mayComment}
    ></groundwork-comments>`;
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

  #conflict(key: FieldKey, theirs: Fields, own: OwnQuestion | undefined): TemplateResult {
    const { plan } = this.t;
    const side = (slot: "before" | "after", fields: Fields, which: "mine" | "theirs", label: string) => html`<div slot=${slot} class="stack tight">
      ${own === undefined ? this.#read(key, fields) : this.#ownSaid(own, givenTo(own, fields))}
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
      ${this.#objectiveReference("short_term_objective")}
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
      ${this.#objectiveReference("long_term_objective")}
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
                ? html`${refers(key) ? this.#referButton(item.id, named, "medium") : nothing}
                    ${item.note !== null || this.noted.has(item.id)
                      ? nothing
                      : html`<gw-button variant="quiet" icon="edit" label=${plan.addNote(named)} @click=${() => void this.#addNote(item.id)}></gw-button>`}
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
            ${refers(key)
              ? this.#reference(item.id, named, item.reference, (reference) => {
                  const { reference: _, ...rest } = item;
                  this.#setItem(key, reference === null ? rest : { ...rest, reference });
                })
              : nothing}
          </li>`;
        },
      )}
    </ol>`;
  }

  #referButton(id: string, name: string, size: "small" | "medium"): TemplateResult {
    const { reference } = this.t.plan;
    return html`<gw-button
      size=${size}
      variant="quiet"
      icon="link"
      label=${reference.add(name)}
      expanded=${this.referring.has(id) ? "true" : "false"}
      @click=${() => void this.#refer(id, !this.referring.has(id))}
      >${size === "small" ? reference.name : nothing}</gw-button
    >`;
  }

  /** The skill or role of an item or an objective: a line, or the fields of it. */
  #reference(id: string, name: string, value: Reference | null | undefined, set: (reference: Reference | null) => void): unknown {
    if (!this.referring.has(id)) {
      return value ? html`<div class="note">${referenceOf(value, this.locale)}</div>` : nothing;
    }
    return html`<gw-reference-field
      class="note"
      data-reference=${id}
      .value=${value ?? null}
      name=${name}
      @change=${({ detail }: CustomEvent<Reference | null>) => {
        if (detail === null) {
          void this.#refer(id, false);
        }
        set(detail);
      }}
    ></gw-reference-field>`;
  }

  async #refer(id: string, open: boolean): Promise<void> {
    this.referring = new Set([...this.referring].filter((other) => other !== id).concat(open ? id : []));
    await this.updateComplete;
    const field = this.renderRoot.querySelector<GwReferenceField>(`[data-reference="${CSS.escape(id)}"]`);
    await field?.updateComplete;
    field?.focus();
  }

  /** The role or the skill of an objective. */
  #objectiveReference(key: "short_term_objective" | "long_term_objective"): TemplateResult {
    const { plan } = this.t;
    const objective = this.fields[key];
    const name = key === "short_term_objective" ? plan.short_term : plan.long_term;
    return html`<div>
      ${this.#referButton(key, name, "small")}
      ${this.#reference(key, name, objective?.reference, (reference) => this.#change(key, { ...objective, reference }))}
    </div>`;
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
    const { id, title, guidance, kind, section } = question;
    const given = givenTo(question, this.fields);
    const set = (value: string | number) =>
      this.#change("extra", [...this.fields.extra.filter(({ question_id }) => question_id !== id), { question_id: id, section, value }]);
    const choices = choicesOf(question, this.locale);
    const answer = !this.editing
      ? this.#ownSaid(question, given)
      : kind === "text"
        ? html`<gw-text-field multiline label=${title} label-hidden maxlength="4000" .value=${String(given)} @input=${(event: Event) => set((event.target as Value).value)}></gw-text-field>`
        : html`<gw-choice label=${title} label-hidden .options=${choices} .value=${String(given)} @change=${(event: Event) => {
            const { value } = event.target as Value;
            set(kind === "scale" ? Number(value) : value);
          }}></gw-choice>`;
    return this.#frame(id, title, guidance, answer, "extra");
  }

  #ownSaid(question: OwnQuestion, given: string | number): TemplateResult {
    const { text, ends } = saidOf(question, given, this.locale);
    return html`${this.#text(text)}${given === "" || ends === "" ? nothing : html`<p class="small muted" dir="auto">${ends}</p>`}`;
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
              ({ name, note, reference }) => html`<li>
                <span class="name" dir="auto">${name}</span>${note ? html`<p class="said small muted" dir="auto">${note}</p>` : nothing}${referenceOf(reference, this.locale)}
              </li>`,
            )}
          </ul>`;
    }
    if (key === "short_term_objective") {
      const objective = fields.short_term_objective;
      const kind = objective?.kind === "new_assignment" ? plan.newAssignment : objective?.kind === "current_role_plus" ? plan.currentRolePlus : "";
      return html`${this.#text(objective?.summary)}${objective?.detail ? html`<p class="said" dir="auto">${objective.detail}</p>` : nothing}
        <p class="small muted">${[kind, objective?.target_on ? plan.by(format.date(objective.target_on)) : ""].filter(Boolean).join(" · ")}</p>
        ${referenceOf(objective?.reference, this.locale)}`;
    }
    if (key === "long_term_objective") {
      const objective = fields.long_term_objective;
      return html`${this.#text(objective?.summary)}
        ${objective?.horizon_years ? html`<p class="small muted">${plan.years(objective.horizon_years)}</p>` : nothing}
        ${referenceOf(objective?.reference, this.locale)}`;
    }
    return this.#text(key === "title" ? fields.title : fields.mission_statement);
  }

  #change<Key extends FieldKey>(key: Key, value: Fields[Key]): void {
    this.dispatchEvent(new CustomEvent("field", { detail: { key, value } }));
  }
}

/** Whether the items of an answer may stand for skills. */
function refers(key: ListKey): boolean {
  return key === "strengths" || key === "development_areas";
}

/** The answer to a question of HR's own; an empty text if there is none. */
function givenTo({ id }: OwnQuestion, { extra }: Fields): string | number {
  return extra.find(({ question_id }) => question_id === id)?.value ?? "";
}
