import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element } from "../element.js";
import type { IconName } from "../ui/icon.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import "../ui/icon.js";
import "../ui/states.js";
import type { Note, NoteState } from "./note.js";
import { ownWords } from "./texts.js";
import { TalkPart } from "./part.js";

const icons: Record<NoteState, IconName> = {
  empty: "edit",
  saved: "check",
  typing: "edit",
  saving: "clock",
  failed: "cloud",
  conflict: "users",
};

/** What is read aloud by itself: not that someone types. */
const spoken: ReadonlySet<NoteState> = new Set(["saved", "failed", "conflict"]);

/** A note of a talk: saved while it is typed, and honest about it. `kind`: `shared`, or `private` (read by no one else). */
@element("gw-talk-note")
export class GwTalkNote extends TalkPart {
  @property({ reflect: true }) kind: "shared" | "private" = "shared";

  static override styles = [
    base,
    layout,
    ownWords,
    css`
      :host {
        --gap: var(--groundwork-space-3);
      }
      .private {
        padding: var(--groundwork-space-4);
        border: 1px dashed var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .only {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
      }
      .state {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 1.5rem;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
      }
      .state.failed,
      .state.conflict {
        color: var(--groundwork-caution);
      }
      .theirs {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#note?.save();
  }

  get #note(): Note | undefined {
    return this.kind === "shared" ? this.document?.sharedNotes : this.document?.privateNote;
  }

  protected override render() {
    const note = this.#note;
    if (note === undefined) {
      return nothing;
    }
    const { talk } = this.t;
    const isShared = this.kind === "shared";
    return html`<div class="stack ${this.kind}">
      ${isShared ? nothing : html`<p class="only"><gw-icon name="lock"></gw-icon>${talk.onlyMe}</p>`}
      <gw-text-field
        multiline
        rows=${isShared ? 5 : 2}
        label=${isShared ? talk.sharedNotes : talk.privateNote}
        hint=${isShared ? talk.sharedNotesHint : talk.privateNoteHint}
        maxlength=${isShared ? 10_000 : 4_000}
        .value=${note.text}
        @input=${(event: Event) => note.write((event.target as HTMLInputElement).value)}
        @change=${() => void note.save()}
      ></gw-text-field>
      <div class="state ${note.state}" aria-hidden="true">
        <gw-icon name=${icons[note.state]} ?hidden=${note.state === "empty"}></gw-icon>${talk.noteState[note.state]}
      </div>
      <div class="visually-hidden" role="status">${spoken.has(note.state) ? talk.noteState[note.state] : nothing}</div>
      ${note.state === "failed"
        ? html`<gw-error inline .error=${note.error} @retry=${() => void note.save()}></gw-error>`
        : nothing}
      ${note.theirs === undefined ? nothing : this.#conflict(note, note.theirs)}
    </div>`;
  }

  #conflict(note: Note, theirs: string) {
    const { talk } = this.t;
    const both = [theirs, note.text].filter((text) => text.trim() !== "").join("\n\n");
    return html`<div class="stack" role="group" aria-label=${talk.conflict}>
      <p>${talk.conflictText}</p>
      <gw-compare before-label=${talk.theirs} after-label=${talk.mine}>
        <p slot="before" class="theirs" dir="auto">${theirs || talk.emptyNote}</p>
        <p slot="after" class="theirs" dir="auto">${note.text || talk.emptyNote}</p>
      </gw-compare>
      <div class="row">
        <gw-button size="small" @click=${() => this.#settle(note, both)}>${talk.keepBoth}</gw-button>
        <gw-button size="small" @click=${() => this.#settle(note, note.text)}>${talk.keepMine}</gw-button>
        <gw-button size="small" @click=${() => this.#settle(note, theirs)}>${talk.takeTheirs}</gw-button>
      </div>
    </div>`;
  }

  #settle(note: Note, text: string): void {
    note.settle(text);
    this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
  }
}
