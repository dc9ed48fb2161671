import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";

export interface Tab {
  id: string;
  label: string;
  count?: number;
}

/** Parts of one thing. The content of a tab is in the slot of its id. Event `select`, then `selected` is the id. */
@element("gw-tabs")
export class GwTabs extends GroundworkElement {
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() selected = "";
  @property() label = "";

  static override styles = [
    base,
    css`
      [role="tablist"] {
        display: flex;
        gap: var(--groundwork-space-5);
        overflow-x: auto;
        border-block-end: 1px solid var(--groundwork-line);
        scrollbar-width: none;
      }
      button {
        display: inline-flex;
        gap: var(--groundwork-space-2);
        align-items: center;
        min-block-size: 2.75rem;
        padding: 0;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        color: var(--groundwork-text-muted);
        font-weight: 560;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        color: var(--groundwork-text);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      button[aria-selected="true"] {
        border-color: var(--groundwork-accent);
        color: var(--groundwork-text);
      }
      @media (forced-colors: active) {
        button {
          border-color: Canvas;
        }
        button[aria-selected="true"] {
          border-color: Highlight;
        }
      }
      .count {
        padding: 0 0.45em;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
        font-variant-numeric: tabular-nums;
      }
      [role="tabpanel"] {
        padding-block-start: var(--groundwork-space-5);
      }
    `,
  ];

  protected override render() {
    const selected = this.#selected();
    return html`
      <div role="tablist" part="tabs" aria-label=${this.label} @keydown=${this.#move}>
        ${this.tabs.map(
          ({ id, label, count }) => html`<button
            role="tab"
            type="button"
            id="tab-${id}"
            part="tab"
            aria-selected=${id === selected ? "true" : "false"}
            aria-controls="panel"
            tabindex=${id === selected ? 0 : -1}
            @click=${() => this.#select(id)}
          >
            ${label}${count === undefined ? nothing : html`<span class="count">${this.locale.format.number(count)}</span>`}
          </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" part="panel" aria-labelledby="tab-${selected}"><slot name=${selected}></slot></div>
    `;
  }

  #selected(): string {
    return this.tabs.some(({ id }) => id === this.selected) ? this.selected : (this.tabs[0]?.id ?? "");
  }

  #select(id: string): void {
    if (id !== this.selected) {
      this.selected = id;
      this.dispatchEvent(new Event("select"));
    }
  }

  async #move(event: KeyboardEvent): Promise<void> {
    const forward = this.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
    const backward = this.matches(":dir(rtl)") ? "ArrowRight" : "ArrowLeft";
    const at = this.tabs.findIndex(({ id }) => id === this.#selected());
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: this.tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : this.tabs[(to + this.tabs.length) % this.tabs.length];
    if (tab !== undefined) {
      event.preventDefault();
      this.#select(tab.id);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`#tab-${CSS.escape(tab.id)}`)?.focus();
    }
  }
}
