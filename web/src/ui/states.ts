import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { explain } from "../api.js";
import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import type { IconName } from "./icon.js";
import "./button.js";
import "./icon.js";

/** Where a text will be, while it loads. */
@element("gw-skeleton")
export class GwSkeleton extends GroundworkElement {
  @property({ type: Number }) lines = 3;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--groundwork-space-3);
        animation: appear 200ms 150ms both;
      }
      .line {
        block-size: 1rem;
        border-radius: var(--groundwork-radius-s);
        background: var(--groundwork-sunken);
        animation: breathe 1.6s ease-in-out infinite;
      }
      .line:first-of-type {
        block-size: 1.75rem;
        inline-size: 45%;
      }
      .line:last-of-type {
        inline-size: 70%;
      }
      @keyframes breathe {
        50% {
          opacity: 0.5;
        }
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .line {
          animation: none;
        }
      }
    `,
  ];

  protected override render() {
    return html`<span class="visually-hidden" role="status">${this.t.common.loading}</span>
      ${Array.from({ length: this.lines }, () => html`<div class="line" aria-hidden="true"></div>`)}`;
  }
}

const stateStyles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-7) var(--groundwork-space-4);
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin-block-end: var(--groundwork-space-2);
    border-radius: 50%;
    background: var(--groundwork-accent-soft);
    color: var(--groundwork-accent);
    font-size: 1.25rem;
  }
  h2 {
    font-size: var(--groundwork-text-xl);
  }
  p {
    max-inline-size: 30rem;
    color: var(--groundwork-text-muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--groundwork-space-3);
    margin-block-start: var(--groundwork-space-3);
  }
  .reference {
    font-size: var(--groundwork-text-xs);
    user-select: all;
  }
`;

/** Nothing there yet: what will be here, and in the slot the way to begin. */
@element("gw-empty")
export class GwEmpty extends GroundworkElement {
  @property() heading = "";
  @property() text: string | undefined;
  @property() icon: IconName = "target";

  static override styles = [base, stateStyles];

  protected override render() {
    return html`<div class="state" part="state">
      <div class="sign" part="sign"><gw-icon name=${this.icon}></gw-icon></div>
      <h2 part="heading">${this.heading}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <div class="actions"><slot></slot></div>
    </div>`;
  }
}

const signs: Record<ReturnType<typeof explain>["kind"], IconName> = {
  offline: "cloud",
  "signed-out": "lock",
  forbidden: "lock",
  missing: "search",
  conflict: "users",
  invalid: "alert",
  refused: "info",
  busy: "clock",
  server: "alert",
};

/**
 * An error (`error`: what was thrown) in kind words, with a way on: the event `retry`. `inline` for a line above what
 * could not be saved; otherwise it takes the place of what could not be loaded.
 */
@element("gw-error")
export class GwError extends GroundworkElement {
  @property({ attribute: false }) error: unknown;
  @property({ type: Boolean, reflect: true }) inline = false;
  /** There is nothing to try again. */
  @property({ type: Boolean, attribute: "no-retry" }) noRetry = false;
  @state() private waiting = false;

  static override styles = [
    base,
    stateStyles,
    css`
      .sign {
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-caution-soft);
      }
      .line gw-icon {
        color: var(--groundwork-caution);
      }
      .line div {
        flex: 1 1 14rem;
      }
      .line ul {
        margin: 0;
        padding-inline-start: 1.25rem;
      }
    `,
  ];

  protected override render() {
    if (this.error === undefined || this.error === null) {
      return nothing;
    }
    const { kind, title, text, fields, requestId } = explain(this.error, this.t);
    const pointless = this.noRetry || kind === "missing" || kind === "forbidden" || kind === "invalid";
    const retry = pointless
      ? nothing
      : html`<gw-button size=${this.inline ? "small" : "medium"} ?busy=${this.waiting} @click=${this.#retry}>
          ${this.t.common.tryAgain}
        </gw-button>`;
    if (this.inline) {
      return html`<div class="line" part="line" role="alert">
        <gw-icon name=${signs[kind]}></gw-icon>
        <div>
          <strong>${title}.</strong> ${fields.length > 0 ? nothing : text}
          ${fields.length > 0 ? html`<ul>${fields.map(({ detail }) => html`<li>${detail}</li>`)}</ul>` : nothing}
        </div>
        ${retry}
      </div>`;
    }
    return html`<div class="state" part="state" role="alert">
      <div class="sign" part="sign"><gw-icon name=${signs[kind]}></gw-icon></div>
      <h2 part="heading">${title}</h2>
      <p>${text}</p>
      <div class="actions">${retry}<slot></slot></div>
      ${kind === "server" && requestId ? html`<p class="reference">${this.t.common.errors.reference(requestId)}</p>` : nothing}
    </div>`;
  }

  /** After as many seconds as the service asked for. */
  async #retry(): Promise<void> {
    const { retryAfter } = explain(this.error, this.t);
    if (retryAfter !== undefined) {
      this.waiting = true;
      await new Promise((resolve) => setTimeout(resolve, Math.min(retryAfter, 30) * 1000));
      this.waiting = false;
    }
    this.dispatchEvent(new Event("retry"));
  }
}

interface Message {
  id: number;
  text: string;
  tone: "positive" | "critical" | "neutral";
}

/** Where `toast()` shows its messages: in the board once, in a portal's component by itself. */
@element("gw-toasts")
export class GwToasts extends GroundworkElement {
  @state() private messages: readonly Message[] = [];
  #next = 1;

  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        z-index: 50;
        inset-block-end: var(--groundwork-space-5);
        inset-inline: var(--groundwork-space-4);
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .messages {
        display: grid;
        justify-items: center;
        gap: var(--groundwork-space-2);
      }
      .message {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-text);
        color: var(--groundwork-canvas);
        box-shadow: var(--groundwork-shadow-raised);
        font-size: var(--groundwork-text-s);
        animation: rise var(--groundwork-motion);
      }
      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 0.5rem;
        }
      }
    `,
  ];

  protected override render() {
    return html`<div class="messages" role="status" aria-live="polite">
      ${this.messages.map(
        ({ text, tone }) => html`<div class="message" part="message">
          <gw-icon name=${tone === "critical" ? "alert" : tone === "positive" ? "check" : "info"}></gw-icon>${text}
        </div>`,
      )}
    </div>`;
  }

  show(text: string, tone: Message["tone"]): void {
    const message = { id: this.#next++, text, tone };
    this.messages = [...this.messages.slice(-2), message];
    // Long texts stay longer.
    setTimeout(() => {
      this.messages = this.messages.filter(({ id }) => id !== message.id);
    }, 4000 + text.length * 50);
  }
}
