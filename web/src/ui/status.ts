import type { ActionItemStatus, PlanStatus } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { variables } from "../design/variables.js";
import { element, GroundworkElement } from "../element.js";
import type { IconName } from "./icon.js";
import "./icon.js";

export type Tone = "neutral" | "info" | "positive" | "caution" | "critical" | "accent";

/** A state in a word, with a picture, so that the colour only repeats what both say. */
@element("gw-pill")
export class GwPill extends GroundworkElement {
  @property({ reflect: true }) tone: Tone = "neutral";
  @property() icon: IconName | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
        padding: 0.125rem 0.625rem;
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      :host([tone="info"]) {
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
      :host([tone="positive"]) {
        background: var(--groundwork-positive-soft);
        color: var(--groundwork-positive);
      }
      :host([tone="caution"]) {
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
      }
      :host([tone="critical"]) {
        background: var(--groundwork-critical-soft);
        color: var(--groundwork-critical);
      }
      :host([tone="accent"]) {
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      gw-icon {
        inline-size: 1.1em;
        block-size: 1.1em;
      }
    `,
  ];

  protected override render() {
    return html`${this.icon === undefined ? nothing : html`<gw-icon name=${this.icon}></gw-icon>`}<slot></slot>`;
  }
}

type Look = readonly [Tone, IconName];

const plans: Record<PlanStatus, Look> = {
  draft: ["neutral", "edit"],
  shared: ["info", "share"],
  agreed: ["positive", "check-circle"],
  completed: ["accent", "flag"],
  archived: ["neutral", "lock"],
};

const items: Record<ActionItemStatus, Look> = {
  not_started: ["neutral", "circle"],
  in_progress: ["info", "half"],
  blocked: ["critical", "blocked"],
  done: ["positive", "check-circle"],
  cancelled: ["neutral", "close"],
};

/** The status of a plan (`plan`) or of an action item (`item`), in words. */
@element("gw-status")
export class GwStatus extends GroundworkElement {
  @property() plan: PlanStatus | undefined;
  @property() item: ActionItemStatus | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  protected override render() {
    const { planStatus, itemStatus } = this.t.common;
    if (this.plan !== undefined) {
      const [tone, icon] = plans[this.plan];
      return html`<gw-pill tone=${tone} icon=${icon}>${planStatus[this.plan]}</gw-pill>`;
    }
    if (this.item !== undefined) {
      const [tone, icon] = items[this.item];
      return html`<gw-pill tone=${tone} icon=${icon}>${itemStatus[this.item]}</gw-pill>`;
    }
    return nothing;
  }
}

/** How far something is: `value` of 100. `label` says what; `show-value` prints the number beside the bar. */
@element("gw-progress")
export class GwProgress extends GroundworkElement {
  @property({ type: Number }) value = 0;
  @property() label: string | undefined;
  @property({ type: Boolean, attribute: "show-value" }) showValue = false;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 6rem;
      }
      .track {
        flex: 1;
        block-size: 0.5rem;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-sunken);
        box-shadow: inset 0 0 0 1px var(--groundwork-line);
        overflow: hidden;
      }
      .bar {
        block-size: 100%;
        inline-size: calc(var(--value) * 1%);
        border-radius: inherit;
        background: var(--groundwork-accent);
        transition: inline-size 400ms;
      }
      .value {
        min-inline-size: 3.2ch;
        font-size: var(--groundwork-text-s);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      @media (prefers-reduced-motion: reduce) {
        .bar {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .track {
          outline: 1px solid CanvasText;
        }
        .bar {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  protected override render() {
    const said = this.locale.format.percent(this.value);
    return html`<div
        class="track"
        part="track"
        role="progressbar"
        aria-label=${this.label ?? this.t.common.progress}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${this.value}
        aria-valuetext=${said}
      >
        <div class="bar" part="bar" ${variables({ "--value": Math.min(100, Math.max(0, this.value)) })}></div>
      </div>
      ${this.showValue ? html`<span class="value" aria-hidden="true">${said}</span>` : nothing}`;
  }
}

/** A person by initials. Decoration beside the name; where there is no name, `labelled` has it read aloud. */
@element("gw-avatar")
export class GwAvatar extends GroundworkElement {
  @property() name = "";
  @property({ type: Boolean }) labelled = false;
  @property({ reflect: true }) size: "small" | "medium" | "large" = "medium";

  static override styles = [
    base,
    css`
      :host {
        display: inline-grid;
        flex: none;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        font-size: var(--groundwork-text-xs);
      }
      :host([size="small"]) {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        font-size: 0.6875rem;
      }
      :host([size="large"]) {
        inline-size: 3.25rem;
        block-size: 3.25rem;
        font-size: var(--groundwork-text-m);
      }
      span {
        display: grid;
        place-items: center;
        border: 1px solid transparent;
        border-radius: 50%;
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
        font-weight: 600;
        letter-spacing: 0.02em;
        line-height: 1;
        user-select: none;
      }
    `,
  ];

  protected override render() {
    return this.labelled
      ? html`<span part="avatar" role="img" aria-label=${this.name}>${initials(this.name)}</span>`
      : html`<span part="avatar" aria-hidden="true">${initials(this.name)}</span>`;
  }
}

/** First letters of the first and the last name; for names without spaces the first character. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => [...(word ?? "")][0] ?? "").join("").toLocaleUpperCase();
}
