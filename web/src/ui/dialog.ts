import { css, html, type PropertyValues } from "lit";
import { property, query } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "./button.js";

/**
 * A question that has to be answered before going on. `open` shows it; the event `close` says that the person has left
 * it. Slot `footer` for the buttons: the main one last.
 */
@element("gw-dialog")
export class GwDialog extends GroundworkElement {
  @property() heading = "";
  @property({ type: Boolean, reflect: true }) open = false;
  /** Cannot be closed without an answer. */
  @property({ type: Boolean }) insistent = false;

  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(34rem, calc(100vi - 2rem));
        max-block-size: calc(100dvb - 2rem);
        padding: 0;
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        color: inherit;
        box-shadow: var(--groundwork-shadow-raised);
      }
      dialog::backdrop {
        background: rgb(12 16 14 / 45%);
      }
      dialog:focus-visible {
        outline: none;
        border-radius: var(--groundwork-radius-l);
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--groundwork-space-3);
        padding: var(--groundwork-space-5) var(--groundwork-space-5) 0;
      }
      .body {
        display: grid;
        gap: var(--groundwork-space-4);
        padding: var(--groundwork-space-4) var(--groundwork-space-5) var(--groundwork-space-5);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--groundwork-space-3);
        padding: 0 var(--groundwork-space-5) var(--groundwork-space-5);
      }
      .close {
        margin: -0.5rem;
        margin-block-end: 0;
      }
    `,
  ];

  protected override render() {
    return html`<dialog part="dialog" aria-labelledby="heading" @close=${this.#closed} @cancel=${this.#cancel}>
      <header part="header">
        <h2 id="heading">${this.heading}</h2>
        <gw-button
          class="close"
          variant="quiet"
          size="small"
          icon="close"
          label=${this.t.common.close}
          ?hidden=${this.insistent}
          @click=${() => this.dialog.close()}
        ></gw-button>
      </header>
      <div class="body" part="body"><slot></slot></div>
      <footer part="footer"><slot name="footer"></slot></footer>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("open") || this.open === this.dialog.open) {
      return;
    }
    if (this.open) {
      this.dialog.showModal();
    } else {
      this.dialog.close();
    }
  }

  #cancel(event: Event): void {
    if (this.insistent) {
      event.preventDefault();
    }
  }

  #closed(): void {
    if (this.open) {
      this.open = false;
      this.dispatchEvent(new Event("close"));
    }
  }
}
