import type { Finding, PersonRef, Plan, PlanOutcome } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/dialog.js";
import "../ui/field.js";
import "../ui/states.js";
import { namedBy, questionOf } from "./findings.js";
import type { Fields } from "./model.js";

export type DialogStep = "share" | "withdraw" | "complete" | "archive" | "renew" | "delete";

/** What the person wrote in the dialog of a step. */
export interface StepDetail {
  step: DialogStep;
  text: string;
  outcome: PlanOutcome | undefined;
}

type Value = HTMLElement & { value: string };

/** Asks before a step in the life of a plan. Events `confirm` (`StepDetail`) and `close`; what was typed stays. */
@element("gw-plan-step")
export class GwPlanStep extends GroundworkElement {
  @property({ attribute: false }) step: DialogStep | undefined;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) fields!: Fields;
  @property({ attribute: false }) manager: PersonRef | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) error: unknown;
  /** Blockers that the service found when it was asked to share. */
  @property({ attribute: false }) blockers: readonly Finding[] = [];
  @property({ attribute: false }) questionTitle: (key: string) => string = () => "";
  @state() private text = "";
  @state() private outcome: PlanOutcome | undefined;

  static override styles = [
    base,
    layout,
    css`
      .blockers {
        display: grid;
        gap: var(--groundwork-space-2);
        padding-inline-start: 1.25rem;
      }
    `,
  ];

  /** Forgets what was typed, once it has been sent. */
  clear(): void {
    this.text = "";
    this.outcome = undefined;
  }

  protected override render() {
    const { plan, common } = this.t;
    const [heading, button, content, danger] = this.#content();
    return html`<gw-dialog heading=${heading} ?open=${this.step !== undefined} @close=${() => this.dispatchEvent(new Event("close"))}>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.blockers.length === 0
        ? nothing
        : html`<div role="alert" class="stack tight">
            <strong>${plan.notReady}</strong>
            <ul class="blockers">
              ${this.blockers.map(
                (finding) =>
                  html`<li>
                    <strong>${this.questionTitle(finding.question_id ?? questionOf(finding.pointer))}:</strong>
                    ${plan.findings[finding.code](namedBy(finding, this.fields, []))}
                  </li>`,
              )}
            </ul>
          </div>`}
      ${content}
      <gw-button slot="footer" @click=${() => this.dispatchEvent(new Event("close"))}>${common.cancel}</gw-button>
      <gw-button slot="footer" variant=${danger ? "danger" : "primary"} ?busy=${this.busy} @click=${this.#confirm}>${button}</gw-button>
    </gw-dialog>`;
  }

  #content(): [heading: string, button: string, content: TemplateResult, danger?: boolean] {
    const { plan } = this.t;
    const paragraph = (text: string) => html`<p>${text}</p>`;
    switch (this.step) {
      case "withdraw":
        return [plan.withdrawTitle, plan.withdraw, paragraph(plan.withdrawText), true];
      case "archive":
        return [plan.archiveTitle, plan.archive, paragraph(plan.archiveText), true];
      case "delete":
        return [plan.deleteTitle, plan.delete, paragraph(plan.deleteText), true];
      case "renew":
        return [plan.renewTitle, plan.next.renewButton, paragraph(plan.renewText)];
      case "complete":
        return [plan.completeTitle, plan.complete, this.#completing()];
      default: {
        const name = this.manager?.display_name;
        return [
          name === undefined ? plan.shareNobody : plan.share(name),
          plan.shareNow,
          html`<p>${name === undefined ? plan.shareNobodyText : plan.shareText(name)}</p>
            ${this.#field(plan.shareNote, 2000, true)}`,
        ];
      }
    }
  }

  #completing(): TemplateResult {
    const { plan } = this.t;
    const options = (["reached", "partly", "not_reached", "changed_course"] as const).map((value) => ({ value, label: plan.outcomes[value] }));
    return html`<p>${plan.completeText}</p>
      <gw-choice
        label=${plan.outcome}
        .options=${options}
        .value=${this.outcome ?? ""}
        @change=${(event: Event) => (this.outcome = (event.target as Value).value as PlanOutcome)}
      ></gw-choice>
      ${this.#field(plan.reflection, 4000, false)}`;
  }

  #field(label: string, maxlength: number, optional: boolean): TemplateResult {
    return html`<gw-text-field
      multiline
      rows="3"
      maxlength=${maxlength}
      label=${optional ? `${label} (${this.t.common.optional})` : label}
      ?required=${!optional}
      .value=${this.text}
      @input=${(event: Event) => (this.text = (event.target as Value).value)}
    ></gw-text-field>`;
  }

  #confirm(): void {
    if (this.step === "complete" && this.text.trim() === "") {
      this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
      return;
    }
    if (this.step !== undefined) {
      const detail: StepDetail = { step: this.step, text: this.text.trim(), outcome: this.outcome };
      this.dispatchEvent(new CustomEvent("confirm", { detail }));
    }
  }
}
