import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import type { IconName } from "./icon.js";
import "./button.js";

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
}

/** Things to do that are needed rarely. `label` names the button; the event `select` has the item's id as `detail`. */
@element("gw-menu")
export class GwMenu extends GroundworkElement {
  @property() label = "";
  @property() icon: IconName = "more";
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() private open = false;
  @query("button") private opener!: HTMLButtonElement;

  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-block-size: 2.5rem;
        padding: 0.375rem 0.75rem;
        border: 0;
        border-radius: var(--groundwork-radius-s);
        background: none;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover,
      [role="menuitem"]:focus-visible {
        background: var(--groundwork-sunken);
      }
      .opener {
        padding: 0.375rem;
        border-radius: var(--groundwork-radius-m);
      }
      [role="menu"] {
        position: absolute;
        z-index: 20;
        inset-block-start: calc(100% + 4px);
        inset-inline-end: 0;
        display: grid;
        min-inline-size: 12rem;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
    `,
  ];

  protected override render() {
    return html`<button
        class="opener"
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open ? "true" : "false"}
        aria-label=${this.label}
        @click=${this.#toggle}
      >
        <slot><gw-icon name=${this.icon}></gw-icon></slot>
      </button>
      ${this.open
        ? html`<div role="menu" part="menu" aria-label=${this.label} @keydown=${this.#move} @focusout=${this.#left}>
            ${this.items.map(
              ({ id, label, icon }) => html`<button role="menuitem" type="button" tabindex="-1" @click=${() => this.#pick(id)}>
                ${icon === undefined ? nothing : html`<gw-icon name=${icon}></gw-icon>`}${label}
              </button>`,
            )}
          </div>`
        : nothing}`;
  }

  get #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  async #toggle(): Promise<void> {
    this.open = !this.open;
    await this.updateComplete;
    this.#entries[0]?.focus();
  }

  #pick(id: string): void {
    this.open = false;
    this.opener.focus();
    this.dispatchEvent(new CustomEvent("select", { detail: id }));
  }

  #left({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget))) {
      this.open = false;
    }
  }

  #move(event: KeyboardEvent): void {
    const entries = this.#entries;
    const at = entries.findIndex((entry) => entry.matches(":focus"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      this.open = false;
      this.opener.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      entries[(to + entries.length) % entries.length]?.focus();
    }
  }
}
