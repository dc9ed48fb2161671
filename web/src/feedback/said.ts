import type { Answers, Feedback, Horizon, Revision } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/icon.js";
import "../ui/status.js";
import type { Tone } from "../ui/status.js";
import type { ObservationList } from "./draft.js";

type Content = Pick<Feedback, "objectives" | "strengths" | "development_areas" | "support" | "summary" | "private_note">;

const tones = {
  yes: "positive",
  partly: "caution",
  no: "critical",
  agree: "positive",
  adjust: "caution",
  add: "accent",
  supported: "positive",
  modified: "caution",
  declined: "critical",
} as const satisfies Record<string, Tone>;

/** What a feedback says, to read. `answers` and `actions` name what it is about. */
@element("gw-feedback-said")
export class GwFeedbackSaid extends GroundworkElement {
  @property({ attribute: false }) feedback: Content | undefined;
  @property({ attribute: false }) answers: Answers | undefined;
  @property({ attribute: false }) actions: Revision["action_items"] = [];

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--groundwork-space-5);
      }
      section,
      .entry {
        display: grid;
        gap: var(--groundwork-space-2);
        justify-items: start;
        min-inline-size: 0;
      }
      section {
        gap: var(--groundwork-space-3);
      }
      h3 {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 600;
        letter-spacing: 0.02em;
      }
      h4 {
        font-weight: 560;
      }
      p {
        white-space: pre-line;
        max-inline-size: var(--groundwork-measure);
      }
      .pills {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      .entry + .entry {
        padding-block-start: var(--groundwork-space-3);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .entry {
        inline-size: 100%;
      }
      .proposal,
      .private {
        display: flex;
        gap: var(--groundwork-space-2);
        padding: var(--groundwork-space-3);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-accent-soft);
      }
      .private {
        background: var(--groundwork-sunken);
      }
      .proposal div,
      .private div {
        min-inline-size: 0;
      }
    `,
  ];

  protected override render() {
    const { feedback: said } = this;
    const { feedback } = this.t;
    if (said === undefined) {
      return nothing;
    }
    return html`
      ${said.summary ? html`<section><h3>${feedback.summary}</h3><p dir="auto">${said.summary}</p></section>` : nothing}
      ${this.#objectives(said)}${this.#observations("strengths", said)}${this.#observations("development_areas", said)}
      ${this.#support(said)}
      ${said.private_note
        ? html`<div class="private">
            <gw-icon name="lock"></gw-icon>
            <div><strong>${feedback.privateLabel}</strong><p dir="auto">${said.private_note}</p></div>
          </div>`
        : nothing}
    `;
  }

  #objectives({ objectives }: Content) {
    const { feedback, common } = this.t;
    const horizons: Horizon[] = ["short_term", "long_term"];
    const entries = horizons.flatMap((horizon) => {
      const verdict = objectives[horizon];
      const { reasonable, achievable, comment, counter_proposal } = verdict ?? {};
      if (!reasonable && !achievable && !comment && !counter_proposal) {
        return [];
      }
      return html`<div class="entry">
        <h4 dir="auto">${this.answers?.[`${horizon}_objective`]?.summary ?? feedback.horizon[horizon]}</h4>
        <div class="pills">
          ${reasonable ? html`<gw-pill tone=${tones[reasonable]}>${feedback.reasonable} ${common.verdict[reasonable]}</gw-pill>` : nothing}
          ${achievable ? html`<gw-pill tone=${tones[achievable]}>${feedback.achievable} ${common.verdict[achievable]}</gw-pill>` : nothing}
        </div>
        ${comment ? html`<p dir="auto">${comment}</p>` : nothing}
        ${counter_proposal
          ? html`<div class="proposal">
              <gw-icon name="edit"></gw-icon>
              <div><strong>${feedback.counterProposalLabel}</strong><p dir="auto">${counter_proposal}</p></div>
            </div>`
          : nothing}
      </div>`;
    });
    return entries.length === 0 ? nothing : html`<section><h3>${feedback.steps.objectives}</h3>${entries}</section>`;
  }

  #observations(list: ObservationList, said: Content) {
    const { feedback } = this.t;
    if (said[list].length === 0) {
      return nothing;
    }
    return html`<section>
      <h3>${feedback.lists[list]}</h3>
      ${said[list].map(({ item_id, stance, name, comment }) => {
        const was = this.answers?.[list].find(({ id }) => id === item_id)?.name;
        return html`<div class="entry">
          <h4 dir="auto">${stance === "agree" ? (was ?? feedback.earlierItem) : name}</h4>
          <div class="pills">
            <gw-pill tone=${tones[stance]}>${feedback.stance[stance]}</gw-pill>
            ${stance === "adjust" && was !== undefined ? html`<span class="muted small">${feedback.insteadOf(was)}</span>` : nothing}
          </div>
          ${comment ? html`<p dir="auto">${comment}</p>` : nothing}
        </div>`;
      })}
    </section>`;
  }

  #support({ support }: Content) {
    const { feedback } = this.t;
    if (support.length === 0) {
      return nothing;
    }
    return html`<section>
      <h3>${feedback.steps.actions}</h3>
      ${support.map(({ action_item_id, decision, comment, commitment }) => {
        const action = this.actions.find(({ id }) => id === action_item_id);
        return html`<div class="entry">
          <h4 dir="auto">${action?.title ?? feedback.earlierItem}</h4>
          <div class="pills"><gw-pill tone=${tones[decision]}>${feedback.decision[decision]}</gw-pill></div>
          ${comment ? html`<p dir="auto">${comment}</p>` : nothing}
          ${commitment
            ? html`<div class="proposal">
                <gw-icon name="flag"></gw-icon>
                <div>
                  <strong>${feedback.promised}</strong>
                  <p dir="auto">${commitment.title}</p>
                  ${commitment.due_on ? html`<p class="muted small">${feedback.until(this.locale.format.date(commitment.due_on))}</p>` : nothing}
                </div>
              </div>`
            : nothing}
        </div>`;
      })}
    </section>`;
  }
}
