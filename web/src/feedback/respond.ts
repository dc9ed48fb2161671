import type { Feedback, Horizon, Plan, Revision } from "@groundwork/client";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement, toast } from "../element.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/dialog.js";
import "../ui/disclosure.js";
import "../ui/states.js";
import { sendable, saidInVerdict, saysSomething } from "./draft.js";
import { respondStyles } from "./respond-styles.js";
import "./said.js";
import type { DraftSaving } from "./saving.js";
import { actionsStep, closingStep, objectivesStep, strengthsStep, type Writing } from "./steps.js";
import { actionsOf, hasBasics, writtenBasics, writtenStyles } from "./written.js";

export type Step = "objectives" | "strengths" | "actions" | "closing" | "review";

/**
 * Responding to a plan, step by step, beside what its owner wrote. Events: `step` (the new one), `submitted` (the
 * feedback), `reload` (what someone else has saved was chosen).
 */
@element("gw-feedback-respond")
export class GwFeedbackRespond extends GroundworkElement {
  @property({ attribute: false }) plan!: Plan;
  /** What was shared; missing while it loads. */
  @property({ attribute: false }) revision: Revision | undefined;
  @property({ attribute: false }) saving!: DraftSaving;
  /** Whether it goes on with what was written about an earlier revision. */
  @property({ type: Boolean }) carried = false;
  @property() step: Step | "" = "";
  @state() private submitting = false;

  readonly #suggesting = new Set<Horizon>();

  static override styles = [
    base,
    layout,
    writtenStyles,
    respondStyles,
  ];

  /** The steps that there are something to answer in. */
  get #steps(): Step[] {
    const { answers } = this.plan;
    const deeper = answers.short_term_objective !== null || answers.long_term_objective !== null;
    const planning = answers.strengths.length + answers.development_areas.length > 0;
    return [
      ...(deeper ? (["objectives"] as const) : []),
      ...(planning ? (["strengths", "actions"] as const) : []),
      "closing",
      "review",
    ];
  }

  get #current(): Step {
    const steps = this.#steps;
    const wanted = steps.find((step) => step === this.step);
    return wanted ?? steps.find((step) => !this.#given(step)) ?? "review";
  }

  /** Whether something was said in a step. */
  #given(step: Step): boolean {
    const { draft } = this.saving;
    switch (step) {
      case "objectives":
        return Object.values(draft.objectives).some(saidInVerdict);
      case "strengths":
        return draft.strengths.length + draft.development_areas.length > 0;
      case "actions":
        return draft.support.length > 0;
      case "closing":
        return draft.summary.trim() !== "";
      case "review":
        return false;
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#hidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#hidden);
    this.saving.notify = () => {};
    void this.saving.flush();
  }

  readonly #hidden = (): void => {
    if (document.visibilityState === "hidden") {
      void this.saving.flush();
    }
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("saving")) {
      this.saving.notify = () => this.requestUpdate();
      // Kept: the step must not change while it is being answered.
      this.step = this.#current;
    }
    for (const [horizon, { counter_proposal }] of Object.entries(this.saving.draft.objectives)) {
      if (counter_proposal !== "") {
        this.#suggesting.add(horizon as Horizon);
      }
    }
  }

  protected override render() {
    const { feedback } = this.t;
    const steps = this.#steps;
    const current = this.#current;
    const at = steps.indexOf(current);
    const next = steps[at + 1];
    const before = steps[at - 1];
    return html`<div class="stack">
      <nav aria-label=${feedback.stepsLabel}>
        <ol role="list">
          ${steps.map(
            (step, index) => html`<li>
              <button
                type="button"
                class=${this.#given(step) ? "given" : ""}
                aria-current=${step === current ? "step" : nothing}
                @click=${() => this.#go(step)}
              >
                <span class="number">
                  ${this.#given(step) && step !== current ? html`<gw-icon name="check"></gw-icon>` : this.locale.format.number(index + 1)}
                </span>
                <span class="name">${feedback.steps[step]}${this.#given(step) ? html`<span class="visually-hidden">, ${feedback.given}</span>` : nothing}</span>
              </button>
            </li>`,
          )}
        </ol>
      </nav>
      ${this.carried
        ? html`<div class="notice"><gw-icon name="info"></gw-icon><p>${feedback.carriedOver(this.plan.owner.display_name)}</p></div>`
        : nothing}
      ${this.#trouble()}
      <div class="step-head">
        <h2 tabindex="-1">${feedback.steps[current]}</h2>
        <p>${feedback.stepText[current](this.plan.owner.display_name)}</p>
      </div>
      ${this.#step(current)}
      <div class="bar">
        ${this.#saveState()}
        <div class="row">
          ${before === undefined ? nothing : html`<gw-button variant="quiet" @click=${() => this.#go(before)}>${this.t.common.back}</gw-button>`}
          ${next === undefined
            ? html`<gw-button
                variant="primary"
                icon="share"
                ?busy=${this.submitting}
                ?disabled=${!saysSomething(this.saving.draft) || this.saving.gaps.length > 0}
                @click=${() => void this.#submit()}
              >
                ${feedback.submit}
              </gw-button>`
            : html`<gw-button variant="primary" @click=${() => this.#go(next)}>
                ${next === "review" ? feedback.toReview : feedback.next(feedback.steps[next])}
              </gw-button>`}
        </div>
      </div>
    </div>`;
  }

  #step(step: Step) {
    const { answers } = this.plan;
    const { feedback } = this.t;
    const writing: Writing = {
      locale: this.locale,
      answers,
      owner: this.plan.owner.display_name,
      draft: this.saving.draft,
      suggesting: this.#suggesting,
      edit: (change) => this.saving.edit(change),
    };
    const basics = hasBasics(answers)
      ? html`<gw-disclosure ?open=${!this.#steps.includes("objectives")}>
          <span slot="summary" class="wrap">${feedback.basics(this.plan.owner.display_name)}</span>
          <div class="basics">${writtenBasics(answers, this.locale)}</div>
        </gw-disclosure>`
      : nothing;
    switch (step) {
      case "objectives":
        return html`${basics}${objectivesStep(writing)}`;
      case "strengths":
        return strengthsStep(writing);
      case "actions":
        return this.revision === undefined ? html`<gw-skeleton lines="6"></gw-skeleton>` : actionsStep(writing, actionsOf(this.revision));
      case "closing":
        return html`${this.#steps.includes("objectives") ? nothing : basics}${closingStep(writing)}`;
      case "review":
        return this.#review();
    }
  }

  #review() {
    const { feedback } = this.t;
    const { draft, gaps } = this.saving;
    const silent = this.#steps.filter((step) => step !== "review" && !this.#given(step));
    if (!saysSomething(draft)) {
      return html`<gw-empty icon="message" heading=${feedback.nothingYet} text=${feedback.nothingYetText}></gw-empty>`;
    }
    return html`<div class="sheet stack">
      ${gaps.length > 0
        ? html`<div class="conflict" role="alert">
            <p>${feedback.gaps}</p>
            <div class="edit">
              ${(["strengths", "actions"] as const)
                .filter((step) => gaps.some((part) => (part === "support") === (step === "actions")))
                .map(
                (step) => html`<gw-button size="small" @click=${() => this.#go(step)}>${feedback.steps[step]}</gw-button>`,
              )}
            </div>
          </div>`
        : nothing}
      <gw-card>
        <gw-feedback-said
          .feedback=${sendable(draft).body as Feedback}
          .answers=${this.plan.answers}
          .actions=${this.revision?.action_items ?? []}
        ></gw-feedback-said>
      </gw-card>
      ${silent.length > 0
        ? html`<div class="stack tight">
            <p class="muted">${feedback.silent}</p>
            <div class="edit">
              ${silent.map((step) => html`<gw-button size="small" variant="quiet" icon="edit" @click=${() => this.#go(step)}>${feedback.steps[step]}</gw-button>`)}
            </div>
          </div>`
        : nothing}
    </div>`;
  }

  /** Honest about what is saved: nothing is said before something was written. */
  #saveState() {
    const { feedback, common } = this.t;
    const { state, gaps } = this.saving;
    const say = {
      untouched: ["", ""],
      waiting: ["", feedback.saving],
      saving: ["", feedback.saving],
      saved: gaps.length > 0 ? ["alert", feedback.partlySaved] : ["check", common.saved],
      failed: ["alert", feedback.notSaved],
      conflict: ["alert", feedback.notSaved],
    } as const;
    const [icon, text] = say[state];
    return html`<div class="saved" role="status">${icon === "" ? nothing : html`<gw-icon name=${icon}></gw-icon>`}<span>${text}</span></div>`;
  }

  #trouble() {
    const { feedback, common } = this.t;
    const { saving } = this;
    if (saving.state === "failed") {
      return html`<gw-error inline .error=${saving.error} @retry=${() => void saving.flush()}></gw-error>`;
    }
    if (saving.state !== "conflict") {
      return nothing;
    }
    const takeTheirs = () => {
      saving.takeTheirs();
      this.dispatchEvent(new Event("reload"));
    };
    return html`<div class="conflict" role="alert">
      <p><strong>${common.errors.conflict}.</strong> ${feedback.conflictText}</p>
      <div class="row">
        <gw-button size="small" @click=${() => void saving.keepMine()}>${feedback.keepMine}</gw-button>
        <gw-button size="small" @click=${takeTheirs}>${feedback.takeTheirs}</gw-button>
      </div>
    </div>`;
  }

  async #go(step: Step): Promise<void> {
    this.step = step;
    this.dispatchEvent(new CustomEvent("step", { detail: step }));
    void this.saving.flush();
    await this.updateComplete;
    const head = this.renderRoot.querySelector<HTMLElement>(".step-head h2");
    head?.focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
  }

  async #submit(): Promise<void> {
    this.submitting = true;
    const submitted = await this.saving.submit();
    this.submitting = false;
    if (submitted !== undefined) {
      toast(this, this.t.feedback.submitted(this.plan.owner.display_name));
      this.dispatchEvent(new CustomEvent("submitted", { detail: submitted }));
    }
  }
}
