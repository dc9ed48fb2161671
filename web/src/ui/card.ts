import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";

/** A surface that groups what belongs together. `heading`, and the slots `lead` (before it), `actions` and `footer`. */
@element("gw-card")
export class GwCard extends GroundworkElement {
  @property() heading: string | undefined;
  /** `accent` for the one card of a view that asks for something. */
  @property({ reflect: true }) tone: "plain" | "accent" = "plain";

  static override styles = [
    base,
    css`
      .card {
        padding: clamp(var(--groundwork-space-4), 3vi, var(--groundwork-space-5));
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow);
      }
      :host([tone="accent"]) .card {
        border-color: transparent;
        background: var(--groundwork-accent-soft);
        box-shadow: none;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        margin-block-end: var(--groundwork-space-4);
      }
      h2 {
        flex: 1;
        font-size: var(--groundwork-text-l);
      }
      ::slotted([slot="footer"]) {
        display: block;
        margin-block-start: var(--groundwork-space-4);
      }
    `,
  ];

  protected override render() {
    const header = html`<header part="header">
      <slot name="lead"></slot>
      <h2 part="heading">${this.heading}</h2>
      <slot name="actions"></slot>
    </header>`;
    return html`<section class="card" part="card">
      ${this.heading === undefined ? nothing : header}<slot></slot><slot name="footer"></slot>
    </section>`;
  }
}
