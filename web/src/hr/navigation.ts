import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";

const parts = ["people", "cycles", "audit"] as const;

/** The parts of HR's pages. `current` is the one that is shown. */
@element("gw-hr-navigation")
export class GwHrNavigation extends GroundworkElement {
  @property() current: (typeof parts)[number] = "people";

  static override styles = [
    base,
    css`
      :host {
        margin-block-end: var(--groundwork-space-6);
      }
      ul {
        display: inline-flex;
        gap: var(--groundwork-space-1);
        padding: var(--groundwork-space-1);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      a {
        display: flex;
        align-items: center;
        min-block-size: 2.25rem;
        padding-inline: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-s);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        font-weight: 560;
        text-decoration: none;
      }
      a:hover {
        color: var(--groundwork-text);
      }
      a[aria-current="page"] {
        background: var(--groundwork-surface);
        color: var(--groundwork-text);
        box-shadow: var(--groundwork-shadow);
      }
      @media (forced-colors: active) {
        a[aria-current="page"] {
          text-decoration: underline;
        }
      }
    `,
  ];

  protected override render() {
    const { hr } = this.t;
    return html`<nav aria-label=${hr.navigation}>
      <ul role="list">
        ${parts.map(
          (part) => html`<li>
            <a href="#/hr/${part}" aria-current=${part === this.current ? "page" : nothing}>${hr[part]}</a>
          </li>`,
        )}
      </ul>
    </nav>`;
  }
}
