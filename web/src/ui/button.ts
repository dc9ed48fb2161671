import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import type { IconName } from "./icon.js";
import "./icon.js";

/**
 * A button, or a link that looks like one (`href`). Without a text in it, `label` names it.
 *
 * One `primary` in a view at most. `busy` while what it started runs: it stays focused, and takes no second click.
 */
@element("gw-button")
export class GwButton extends GroundworkElement {
  static formAssociated = true;
  static override shadowRootOptions = { ...GroundworkElement.shadowRootOptions, delegatesFocus: true };

  @property({ reflect: true }) variant: "primary" | "secondary" | "quiet" | "danger" = "secondary";
  @property({ reflect: true }) size: "medium" | "small" = "medium";
  @property() icon: IconName | undefined;
  @property() label: string | undefined;
  @property() href: string | undefined;
  @property() type: "button" | "submit" = "button";
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, reflect: true }) busy = false;
  /** For buttons that show and hide something. */
  @property() expanded: "true" | "false" | undefined;

  readonly #internals = this.attachInternals();

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
      }
      .button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: var(--groundwork-space-2);
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.5rem 1.125rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        color: var(--groundwork-text);
        font-weight: 560;
        line-height: 1.25;
        text-decoration: none;
        cursor: pointer;
        transition: background var(--groundwork-motion), border-color var(--groundwork-motion);
      }
      .button:hover {
        background: var(--groundwork-sunken);
        color: var(--groundwork-text);
      }
      .button:active {
        translate: 0 1px;
      }
      .button:focus-visible {
        border-radius: var(--groundwork-radius-m);
      }
      :host([variant="primary"]) .button {
        background: var(--groundwork-accent);
        border-color: var(--groundwork-accent);
        color: var(--groundwork-on-accent);
      }
      :host([variant="primary"]) .button:hover {
        background: var(--groundwork-accent-strong);
        border-color: var(--groundwork-accent-strong);
      }
      :host([variant="quiet"]) .button {
        background: transparent;
        border-color: transparent;
        color: var(--groundwork-accent);
      }
      :host([variant="quiet"]) .button:hover {
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent-strong);
      }
      :host([variant="danger"]) .button {
        border-color: var(--groundwork-critical);
        color: var(--groundwork-critical);
      }
      :host([variant="danger"]) .button:hover {
        background: var(--groundwork-critical-soft);
      }
      :host([size="small"]) .button {
        min-block-size: 2.25rem;
        padding: 0.25rem 0.75rem;
        font-size: var(--groundwork-text-s);
      }
      .button.bare {
        padding-inline: 0;
        aspect-ratio: 1;
      }
      .button:disabled {
        cursor: default;
        opacity: 0.55;
      }
      :host([busy]) .button {
        cursor: progress;
      }
      .spinner {
        inline-size: 1em;
        block-size: 1em;
        border: 2px solid currentColor;
        border-inline-end-color: transparent;
        border-radius: 50%;
        animation: turn 0.8s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 1turn;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation-duration: 3s;
        }
      }
      @media (forced-colors: active) {
        .button {
          border-color: ButtonBorder !important;
        }
      }
    `,
  ];

  protected override render() {
    const before = this.busy
      ? html`<span class="spinner"></span>`
      : this.icon === undefined
        ? nothing
        : html`<gw-icon name=${this.icon}></gw-icon>`;
    const content = html`${before}<slot></slot>`;
    const bare = this.label !== undefined && this.textContent?.trim() === "";
    const style = bare ? "button bare" : "button";
    return this.href === undefined
      ? html`<button
          part="button"
          class=${style}
          type="button"
          aria-label=${ifDefined(this.label)}
          aria-busy=${this.busy ? "true" : "false"}
          aria-expanded=${ifDefined(this.expanded)}
          ?disabled=${this.disabled}
          @click=${this.#click}
        >
          ${content}
        </button>`
      : html`<a part="button" class=${style} href=${this.href} aria-label=${ifDefined(this.label)}>${content}</a>`;
  }

  #click(event: Event): void {
    if (this.busy) {
      event.stopPropagation();
    } else if (this.type === "submit") {
      this.#internals.form?.requestSubmit();
    }
  }
}
