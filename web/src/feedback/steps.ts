import type { ActionItemSnapshot, Answer, Answers, Assessment, Horizon, Stance, SupportDecision } from "@groundwork/client";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Locale } from "../i18n/locale.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import type { GwChoice, GwTextField } from "../ui/field.js";
import {
  observationOn,
  saidInVerdict,
  supportOf,
  type Draft,
  type ObservationDraft,
  type ObservationList,
  type SupportDraft,
  type VerdictDraft,
} from "./draft.js";
import { writtenAction, writtenAnswer, writtenObjective } from "./written.js";

/** What the steps work on. */
export interface Writing {
  locale: Locale;
  answers: Answers;
  /** The name of the plan's owner. */
  owner: string;
  draft: Draft;
  /** Objectives for which another wording is suggested: their field stays open while it is empty for a moment. */
  suggesting: ReadonlySet<Horizon>;
  edit: (change: Partial<Draft>) => void;
}

const valueOf = (event: Event): string => (event.target as GwTextField | GwChoice).value;

/** What was written, and the answer beside it. */
function pair(name: string, written: unknown, answer: unknown): TemplateResult {
  return html`<section class="pair" aria-label=${name}>
    <div class="sides"><div class="written">${written}</div><div class="answer">${answer}</div></div>
  </section>`;
}

function clear(shown: boolean, { locale }: Writing, name: string, undo: () => void) {
  const { feedback } = locale.t;
  return shown
    ? html`<div><gw-button variant="quiet" size="small" icon="close" @click=${undo}>
        ${feedback.clear}<span class="visually-hidden">: ${name}</span>
      </gw-button></div>`
    : nothing;
}

export function objectivesStep(writing: Writing): TemplateResult {
  const horizons: Horizon[] = ["short_term", "long_term"];
  return html`${horizons
    .filter((horizon) => writing.answers[`${horizon}_objective`] !== null)
    .map((horizon) => objective(horizon, writing))}`;
}

function objective(horizon: Horizon, writing: Writing): TemplateResult {
  const { locale, answers, draft, edit } = writing;
  const { feedback, common } = locale.t;
  const said = draft.objectives[horizon];
  const change = (change: Partial<VerdictDraft>) =>
    edit({ objectives: { ...writing.draft.objectives, [horizon]: { ...said, ...change } } });
  const options = (["yes", "partly", "no"] as const).map((value) => ({ value, label: common.verdict[value] }));
  const text = answers[`${horizon}_objective`]?.summary ?? "";
  return pair(
    feedback.horizon[horizon],
    writtenObjective(horizon, answers, locale),
    html`<gw-choice
        label=${feedback.reasonable}
        .options=${options}
        .value=${said.reasonable}
        @change=${(event: Event) => change({ reasonable: valueOf(event) as Assessment })}
      ></gw-choice>
      <gw-choice
        label=${feedback.achievable}
        .options=${options}
        .value=${said.achievable}
        @change=${(event: Event) => change({ achievable: valueOf(event) as Assessment })}
      ></gw-choice>
      <gw-text-field
        multiline
        rows="2"
        maxlength="2000"
        label=${feedback.comment}
        .value=${said.comment}
        @input=${(event: Event) => change({ comment: valueOf(event) })}
      ></gw-text-field>
      <gw-disclosure label=${feedback.counterProposal} ?open=${writing.suggesting.has(horizon)}>
        <gw-text-field
          multiline
          rows="2"
          maxlength="2000"
          label=${feedback.counterProposalLabel}
          hint=${feedback.counterProposalHint(writing.owner)}
          placeholder=${text}
          .value=${said.counter_proposal}
          @input=${(event: Event) => change({ counter_proposal: valueOf(event) })}
        ></gw-text-field>
      </gw-disclosure>
      ${clear(saidInVerdict(said), writing, feedback.horizon[horizon], () =>
        change({ reasonable: "", achievable: "", comment: "", counter_proposal: "" }),
      )}`,
  );
}

export function strengthsStep(writing: Writing): TemplateResult {
  const { feedback } = writing.locale.t;
  const lists: ObservationList[] = ["strengths", "development_areas"];
  return html`${lists.map(
    (list) => html`<div class="stack tight">
      <h3 class="group">${feedback.lists[list]}</h3>
      ${writing.answers[list].map((answer) => observation(list, answer, writing))}${added(list, writing)}
    </div>`,
  )}`;
}

function observation(list: ObservationList, answer: Answer, writing: Writing): TemplateResult {
  const { locale, draft, edit } = writing;
  const { feedback } = locale.t;
  const said = observationOn(draft, list, answer.id);
  const at = draft[list].indexOf(said);
  const change = (change: Partial<ObservationDraft>) => edit({ [list]: put(draft[list], at, { ...said, ...change }) });
  const stances: Stance[] = ["agree", "adjust"];
  return pair(
    answer.name,
    writtenAnswer(answer, locale),
    html`<gw-choice
        label=${feedback.stanceLabel[list]}
        .options=${stances.map((value) => ({ value, label: feedback.stance[value] }))}
        .value=${said.stance}
        @change=${(event: Event) => {
          const stance = valueOf(event) as Stance;
          change({ stance, name: said.name || (stance === "adjust" ? answer.name : "") });
        }}
      ></gw-choice>
      ${said.stance === "adjust"
        ? html`<gw-text-field
            required
            maxlength="200"
            label=${feedback.betterName}
            error=${said.name.trim() === "" ? feedback.nameNeeded : nothing}
            .value=${said.name}
            @input=${(event: Event) => change({ name: valueOf(event) })}
          ></gw-text-field>`
        : nothing}
      ${said.stance === ""
        ? nothing
        : html`${comment(said.comment, writing, (comment) => change({ comment }))}
          ${clear(true, writing, answer.name, () => edit({ [list]: draft[list].filter((other) => other !== said) }))}`}`,
  );
}

/** What the author sees and the owner has not named. */
function added(list: ObservationList, writing: Writing): TemplateResult {
  const { draft, edit, locale } = writing;
  const { feedback } = locale.t;
  const fresh: ObservationDraft = { item_id: null, stance: "add", name: "", comment: "" };
  return html`${draft[list].map((said, at) => {
      if (said.stance !== "add") {
        return nothing;
      }
      const change = (change: Partial<ObservationDraft>) => edit({ [list]: put(draft[list], at, { ...said, ...change }) });
      return html`<section class="added stack tight" aria-label=${feedback.add[list]}>
        <gw-text-field
          required
          maxlength="200"
          label=${feedback.addLabel[list]}
          error=${said.name.trim() === "" && said.comment.trim() !== "" ? feedback.nameNeeded : nothing}
          .value=${said.name}
          @input=${(event: Event) => change({ name: valueOf(event) })}
        ></gw-text-field>
        ${comment(said.comment, writing, (comment) => change({ comment }))}
        <div>
          <gw-button variant="quiet" size="small" icon="trash" @click=${() => edit({ [list]: draft[list].filter((_, other) => other !== at) })}>
            ${feedback.remove}<span class="visually-hidden">: ${said.name}</span>
          </gw-button>
        </div>
      </section>`;
    })}
    <div>
      <gw-button size="small" icon="plus" @click=${() => edit({ [list]: [...draft[list], fresh] })}>${feedback.add[list]}</gw-button>
    </div>`;
}

export function actionsStep(writing: Writing, items: readonly ActionItemSnapshot[]): TemplateResult {
  return html`${repeat(
    items,
    ({ id }) => id,
    (item) => support(item, writing),
  )}`;
}

function support(item: ActionItemSnapshot, writing: Writing): TemplateResult {
  const { locale, answers, draft, edit } = writing;
  const { feedback } = locale.t;
  const said = supportOf(draft, item.id);
  const at = draft.support.indexOf(said);
  const change = (change: Partial<SupportDraft>) => edit({ support: put(draft.support, at, { ...said, ...change }) });
  const decisions: SupportDecision[] = ["supported", "modified", "declined"];
  return pair(
    item.title,
    writtenAction(item, answers, locale),
    html`<gw-choice
        label=${feedback.supportLabel}
        .options=${decisions.map((value) => ({ value, label: feedback.decision[value] }))}
        .value=${said.decision}
        @change=${(event: Event) => change({ decision: valueOf(event) as SupportDecision })}
      ></gw-choice>
      ${said.decision === ""
        ? nothing
        : html`${comment(said.comment, writing, (comment) => change({ comment }))}
          ${said.decision === "declined" ? nothing : promise(item, said, change, writing)}
          ${clear(true, writing, item.title, () => edit({ support: draft.support.filter((other) => other !== said) }))}`}`,
  );
}

/** What the author will do for an action. */
function promise(item: ActionItemSnapshot, said: SupportDraft, change: (change: Partial<SupportDraft>) => void, { locale }: Writing) {
  const { feedback } = locale.t;
  if (!said.promises) {
    return html`<div>
      <gw-button size="small" icon="plus" @click=${() => change({ promises: true })}>
        ${feedback.promise}<span class="visually-hidden">: ${item.title}</span>
      </gw-button>
    </div>`;
  }
  return html`<div class="promise stack tight">
    <gw-text-field
      required
      maxlength="200"
      label=${feedback.promiseTitle}
      hint=${feedback.promiseHint}
      error=${said.title.trim() === "" && said.due_on !== "" ? feedback.promiseNeeded : nothing}
      .value=${said.title}
      @input=${(event: Event) => change({ title: valueOf(event) })}
    ></gw-text-field>
    <gw-text-field
      type="date"
      min=${locale.format.today()}
      label=${feedback.promiseDue}
      .value=${said.due_on}
      @change=${(event: Event) => change({ due_on: valueOf(event) })}
    ></gw-text-field>
    <div>
      <gw-button variant="quiet" size="small" icon="trash" @click=${() => change({ promises: false, title: "", due_on: "" })}>
        ${feedback.noPromise}
      </gw-button>
    </div>
  </div>`;
}

export function closingStep({ locale, owner, draft, edit }: Writing): TemplateResult {
  const { feedback } = locale.t;
  return html`<section class="closing stack">
    <gw-text-field
      multiline
      rows="5"
      maxlength="4000"
      label=${feedback.summaryLabel}
      hint=${feedback.summaryHint(owner)}
      .value=${draft.summary}
      @input=${(event: Event) => edit({ summary: valueOf(event) })}
    ></gw-text-field>
    <gw-text-field
      multiline
      rows="3"
      maxlength="4000"
      label=${feedback.privateLabel}
      hint=${feedback.privateHint}
      .value=${draft.private_note}
      @input=${(event: Event) => edit({ private_note: valueOf(event) })}
    ></gw-text-field>
  </section>`;
}

function comment(value: string, { locale }: Writing, change: (comment: string) => void) {
  return html`<gw-text-field
    multiline
    rows="2"
    maxlength="2000"
    label=${locale.t.feedback.comment}
    .value=${value}
    @input=${(event: Event) => change(valueOf(event))}
  ></gw-text-field>`;
}

/** The list with the entry in place of the one at `at`, or at its end. */
function put<Entry>(list: readonly Entry[], at: number, entry: Entry): Entry[] {
  return at < 0 ? [...list, entry] : list.map((other, index) => (index === at ? entry : other));
}
