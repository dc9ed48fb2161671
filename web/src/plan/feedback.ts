import type { ActionItem, Answers, Feedback, Horizon, Observation, Plan, Revision, Support, Verdict } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";

import type { Me } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import { rightsOn, type Rights } from "../rights.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import "../ui/states.js";
import "../ui/status.js";
import type { Tone } from "../ui/status.js";
import { horizons } from "./model.js";

const verdictTone: Record<"yes" | "partly" | "no", Tone> = { yes: "positive", partly: "caution", no: "critical" };

/**
 * What others said, point by point beside what the owner wrote. Event `acknowledge` (`{ feedback, accept }`) once the
 * owner has read it, with pointers to what to take over.
 */
@element("gw-plan-feedback")
export class GwPlanFeedback extends GroundworkElement {
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) feedback: readonly Feedback[] = [];
  @property({ attribute: false }) items: readonly ActionItem[] = [];
  /** What was shared, for the words of the version that a feedback is about. */
  @property({ attribute: false }) revisions: readonly Revision[] = [];
  @property({ attribute: false }) me!: Me;
  @property() manager = "";
  /** Id of the feedback that is being acknowledged. */
  @property() busy = "";
  @state() private accepted: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  static override styles = [
    base,
    layout,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
      }
      .summary {
        padding-inline-start: var(--groundwork-space-4);
        border-inline-start: 3px solid var(--groundwork-accent);
        font-size: var(--groundwork-text-l);
      }
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
        overflow-wrap: anywhere;
      }
      h4 {
        margin-block-end: var(--groundwork-space-2);
      }
      .wrote {
        font-weight: 540;
      }
      .point + .point {
        margin-block-start: var(--groundwork-space-3);
      }
      article + article {
        margin-block-start: var(--groundwork-space-5);
      }
    `,
  ];

  protected override render() {
    const { feedback: texts } = this.t.plan;
    const submitted = this.feedback.filter(({ status }) => status !== "draft").toReversed();
    if (submitted.length === 0) {
      const text = this.plan.status === "draft" ? texts.emptyDraft : texts.emptyText(this.manager);
      return html`<gw-empty icon="message" heading=${texts.empty} text=${text}></gw-empty>`;
    }
    return submitted.map((feedback) => this.#one(feedback));
  }

  #one(feedback: Feedback): TemplateResult {
    const { feedback: texts, groups, actions } = this.t.plan;
    const { format } = this.locale;
    const name = feedback.author.display_name;
    const answers = this.revisions.find(({ number }) => number === feedback.revision)?.answers ?? this.plan.answers;
    const open = feedback.status === "submitted" && this.#rights.writes;
    const section = (heading: string, points: unknown[]) =>
      points.length === 0 ? nothing : html`<section><h4>${heading}</h4>${points}</section>`;
    const accepted = this.accepted.get(feedback.id) ?? new Set<string>();
    return html`<article aria-label=${texts.from(name)}>
      <gw-card>
        <div class="stack">
          <div class="head">
            <gw-avatar name=${name}></gw-avatar>
            <div>
              <h3 dir="auto">${name}</h3>
              <p class="small muted">${texts.about(format.date(feedback.submitted_at ?? feedback.updated_at), format.number(feedback.revision))}</p>
            </div>
          </div>
          ${feedback.summary ? html`<p class="summary said" dir="auto">${feedback.summary}</p>` : nothing}
          ${horizons.map((horizon) => {
            const verdict = feedback.objectives[horizon];
            return verdict ? this.#verdict(feedback, horizon, verdict, answers) : nothing;
          })}
          ${(["strengths", "development_areas"] as const).map((key) =>
            section(groups[key], feedback[key].map((point, at) => this.#observation(feedback, key, at, point, answers))),
          )}
          ${section(actions.title, feedback.support.map((support) => this.#support(feedback, support)))}
          ${feedback.acknowledged_at
            ? html`<p class="small muted">${texts.read(format.date(feedback.acknowledged_at))}</p>`
            : nothing}
          ${open
            ? html`<div class="stack tight">
                <div>
                  <gw-button
                    variant="primary"
                    icon="check"
                    ?busy=${this.busy === feedback.id}
                    @click=${() => this.dispatchEvent(new CustomEvent("acknowledge", { detail: { feedback, accept: [...accepted] } }))}
                    >${accepted.size === 0 ? texts.confirm : texts.confirmWith(accepted.size)}</gw-button
                  >
                </div>
                <p class="small muted">${texts.confirmHint}</p>
              </div>`
            : nothing}
        </div>
      </gw-card>
    </article>`;
  }

  get #rights(): Rights {
    return rightsOn(this.plan, this.me);
  }

  #beside(feedback: Feedback, wrote: unknown, says: unknown): TemplateResult {
    const { feedback: texts } = this.t.plan;
    const before = this.#rights.owns ? texts.wrote : texts.wroteOf(this.plan.owner.display_name);
    return html`<div class="point">
      <gw-compare before-label=${before} after-label=${texts.says(feedback.author.display_name)}>
        <div slot="before">${wrote}</div>
        <div slot="after" class="stack tight">${says}</div>
      </gw-compare>
    </div>`;
  }

  #verdict(feedback: Feedback, horizon: Horizon, verdict: Verdict, answers: Answers): TemplateResult {
    const { plan, common } = this.t;
    const objective = horizon === "short_term" ? answers.short_term_objective : answers.long_term_objective;
    const pill = (label: string, value: Verdict["reasonable"]) =>
      value ? html`<gw-pill tone=${verdictTone[value]}>${label}: ${common.verdict[value]}</gw-pill>` : nothing;
    const says = html`<div class="row">
        ${pill(plan.feedback.reasonable, verdict.reasonable)}${pill(plan.feedback.achievable, verdict.achievable)}
      </div>
      ${this.#said(verdict.comment)}
      ${verdict.counter_proposal
        ? html`<div><strong>${plan.feedback.proposal}</strong>${this.#said(verdict.counter_proposal)}</div>
            ${this.#accept(feedback, `/objectives/${horizon}/counter_proposal`)}`
        : nothing}`;
    return html`<section>
      <h4>${plan[horizon]}</h4>
      ${this.#beside(feedback, this.#wrote(objective?.summary), says)}
    </section>`;
  }

  #observation(feedback: Feedback, key: "strengths" | "development_areas", at: number, point: Observation, answers: Answers): TemplateResult {
    const { feedback: texts } = this.t.plan;
    const { stance, name, comment, item_id } = point;
    const written = [...answers[key], ...this.plan.answers[key]].find(({ id }) => id === item_id);
    const suggests = (stance === "add" || stance === "adjust") && Boolean(name);
    const says = html`<div class="row">
        <gw-pill tone=${stance === "agree" ? "positive" : "info"} icon=${stance === "agree" ? "check" : stance === "add" ? "plus" : "edit"}>
          ${texts.stance[stance]}
        </gw-pill>
      </div>
      ${name ? html`<p class="wrote" dir="auto">${name}</p>` : nothing}${this.#said(comment)}
      ${suggests ? this.#accept(feedback, `/${key}/${at}`) : nothing}`;
    return this.#beside(
      feedback,
      written === undefined ? html`<p class="muted">${texts.notInPlan}</p>` : html`${this.#wrote(written.name)}${this.#said(written.note)}`,
      says,
    );
  }

  #support(feedback: Feedback, { action_item_id, decision, comment, commitment }: Support): TemplateResult {
    const { feedback: texts, actions } = this.t.plan;
    const item = this.items.find(({ id }) => id === action_item_id);
    const tone: Tone = decision === "supported" ? "positive" : decision === "modified" ? "info" : "caution";
    const due = commitment?.due_on ? ` · ${actions.dueOn(this.locale.format.date(commitment.due_on))}` : "";
    const says = html`<div class="row"><gw-pill tone=${tone}>${texts.decision[decision]}</gw-pill></div>
      ${this.#said(comment)}
      ${commitment ? html`<p class="said" dir="auto"><strong>${texts.commitment(commitment.title)}</strong>${due}</p>` : nothing}`;
    return this.#beside(feedback, this.#wrote(item?.title), says);
  }

  #wrote(text: string | null | undefined): TemplateResult {
    return text ? html`<p class="wrote said" dir="auto">${text}</p>` : html`<p class="muted">${this.t.plan.notAnswered}</p>`;
  }

  #said(text: string | null | undefined): unknown {
    return text ? html`<p class="said" dir="auto">${text}</p>` : nothing;
  }

  #accept(feedback: Feedback, pointer: string): unknown {
    if (feedback.status !== "submitted" || !this.#rights.writes) {
      return nothing;
    }
    const accepted = this.accepted.get(feedback.id) ?? new Set<string>();
    const take = (event: Event) => {
      const on = (event.target as HTMLElement & { values: readonly string[] }).values.length > 0;
      const pointers = new Set(accepted);
      if (on) {
        pointers.add(pointer);
      } else {
        pointers.delete(pointer);
      }
      this.accepted = new Map(this.accepted).set(feedback.id, pointers);
    };
    const { takeOver } = this.t.plan.feedback;
    return html`<gw-choice
      multiple
      label=${takeOver}
      label-hidden
      .options=${[{ value: pointer, label: takeOver }]}
      .values=${accepted.has(pointer) ? [pointer] : []}
      @change=${take}
    ></gw-choice>`;
  }
}
