import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/icon.js";
import type { Suggestion } from "../ui/suggest.js";

/** What was chosen, each with a way to remove it: the event `remove` has its id as `detail`. */
@element("gw-hr-chips")
export class GwHrChips extends GroundworkElement {
  @property() label = "";
  @property({ attribute: false }) items: readonly Suggestion[] = [];

  static override styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      li {
        display: inline-flex;
        align-items: center;
        padding-inline-start: var(--groundwork-space-3);
        border: 1px solid transparent;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        font-size: var(--groundwork-text-s);
      }
      button {
        display: inline-grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        border: 0;
        border-radius: var(--groundwork-radius-full);
        background: transparent;
        cursor: pointer;
      }
      button:hover {
        background: var(--groundwork-line);
      }
    `,
  ];

  protected override render() {
    return this.items.length === 0
      ? nothing
      : html`<ul role="list" aria-label=${this.label}>
          ${this.items.map(
            ({ id, label }) => html`<li>
              ${label}
              <button type="button" aria-label=${this.t.hr.remove(label)} @click=${() => this.#remove(id)}>
                <gw-icon name="close"></gw-icon>
              </button>
            </li>`,
          )}
        </ul>`;
  }

  #remove(id: string): void {
    this.dispatchEvent(new CustomEvent("remove", { detail: id }));
  }
}
