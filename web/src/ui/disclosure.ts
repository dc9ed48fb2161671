import { css, html } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "./icon.js";

/** Details for those who want them. `label`, or the slot `summary`. */
@element("gw-disclosure")
export class GwDisclosure extends GroundworkElement {
  @property() label = "";
  @property({ type: Boolean, reflect: true }) open = false;

  static override styles = [
    base,
    css`
      summary {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        font-weight: 560;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        color: var(--groundwork-accent);
      }
      gw-icon {
        transition: rotate var(--groundwork-motion);
        color: var(--groundwork-text-muted);
      }
      details[open] gw-icon {
        rotate: 90deg;
      }
      details[open] gw-icon:dir(rtl) {
        rotate: -90deg;
      }
      .content {
        padding-block: var(--groundwork-space-2) var(--groundwork-space-3);
      }
    `,
  ];

  protected override render() {
    return html`<details part="details" ?open=${this.open} @toggle=${this.#toggle}>
      <summary part="summary"><gw-icon name="chevron-right"></gw-icon><slot name="summary">${this.label}</slot></summary>
      <div class="content" part="content"><slot></slot></div>
    </details>`;
  }

  #toggle(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }
}

/** Two versions side by side, one below the other where it is narrow. Slots `before` and `after`. */
@element("gw-compare")
export class GwCompare extends GroundworkElement {
  @property({ attribute: "before-label" }) beforeLabel: string | undefined;
  @property({ attribute: "after-label" }) afterLabel: string | undefined;

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      .sides {
        display: grid;
        gap: var(--groundwork-space-3);
      }
      .side {
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
        min-inline-size: 0;
      }
      .after {
        background: var(--groundwork-accent-soft);
        border-color: transparent;
      }
      h3 {
        margin-block-end: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      @container (inline-size >= 34rem) {
        .sides {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  protected override render() {
    const { before, after } = this.t.common;
    return html`<div class="sides">
      <section class="side" part="before"><h3>${this.beforeLabel ?? before}</h3><slot name="before"></slot></section>
      <section class="side after" part="after"><h3>${this.afterLabel ?? after}</h3><slot name="after"></slot></section>
    </div>`;
  }
}
