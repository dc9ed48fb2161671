import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element } from "../element.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/status.js";
import "./agenda.js";
import type { TalkDocument } from "./document.js";
import "./note-field.js";
import "./outcomes.js";
import { dayOf } from "./when.js";
import { TalkPart } from "./part.js";

/** A talk that is over, or was cancelled: folded to one line. */
@element("gw-talk-past")
export class GwTalkPast extends TalkPart {
  @property({ type: Boolean, attribute: "read-only" }) readOnly = false;
  @state() private writing = false;

  static override styles = [
    base,
    layout,
    css`
      :host {
        border-block-end: 1px solid var(--groundwork-line);
      }
      .summary {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--groundwork-space-1) var(--groundwork-space-3);
        padding-block: var(--groundwork-space-2);
        min-inline-size: 0;
      }
      h3 {
        margin-block-end: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
      }
      .note {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
    `,
  ];

  protected override render() {
    const { document } = this;
    if (document === undefined) {
      return nothing;
    }
    const { talk } = this.t;
    const it = document.talk;
    const held = it.status === "held";
    return html`<gw-disclosure>
      <span slot="summary" class="summary">
        <span>${dayOf(it, this.locale)}</span>
        <gw-pill tone=${held ? "positive" : "neutral"} icon=${held ? "check-circle" : "close"}>
          ${held ? talk.cameOf(it.outcomes.length) : talk.wasCancelled}
        </gw-pill>
      </span>
      ${this.readOnly ? html`<p class="muted">${talk.timesOnly}</p>` : this.#content(document, held)}
    </gw-disclosure>`;
  }

  #content(document: TalkDocument, held: boolean) {
    const { talk } = this.t;
    const it = document.talk;
    return html`<div class="stack">
      ${it.cancel_message ? html`<p class="note" dir="auto">${it.cancel_message}</p>` : nothing}
      ${held
        ? html`<section>
            <h3>${talk.outcomes}</h3>
            <gw-talk-outcomes read-only .document=${document}></gw-talk-outcomes>
          </section>`
        : nothing}
      ${it.agenda.length > 0
        ? html`<section>
            <h3>${talk.agenda}</h3>
            <gw-talk-agenda read-only .document=${document}></gw-talk-agenda>
          </section>`
        : nothing}
      ${this.writing
        ? html`${held ? html`<gw-talk-note kind="shared" .document=${document}></gw-talk-note>` : nothing}
            <gw-talk-note kind="private" .document=${document}></gw-talk-note>`
        : html`${this.#note(talk.sharedNotes, document.sharedNotes.text)}
            ${this.#note(talk.privateNote, document.privateNote.text)}
            <div class="row">
              <gw-button size="small" variant="quiet" icon="edit" @click=${() => (this.writing = true)}>${talk.writeNotes}</gw-button>
            </div>`}
    </div>`;
  }

  #note(heading: string, text: string) {
    return text === ""
      ? nothing
      : html`<section>
          <h3>${heading}</h3>
          <p class="note" dir="auto">${text}</p>
        </section>`;
  }
}
