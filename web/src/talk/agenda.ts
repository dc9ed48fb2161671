import type { AgendaLine, AgendaSource } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, toast } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/icon.js";
import { saidIn } from "./agenda-line.js";
import type { TalkDocument } from "./document.js";
import { TalkPart } from "./part.js";
import { ownWords } from "./texts.js";

const sources: readonly AgendaSource[] = ["verdict", "stance", "support", "overdue", "blocked", "comment", "added"];

/** What to talk about, by where it comes from: to tick off, and to add to. `read-only` for a talk that is over. */
@element("gw-talk-agenda")
export class GwTalkAgenda extends TalkPart {
  @property({ type: Boolean, attribute: "read-only" }) readOnly = false;

  static override styles = [
    base,
    layout,
    ownWords,
    css`
      .group {
        display: grid;
        gap: var(--groundwork-space-1);
      }
      h3 {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      li {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-2);
      }
      label,
      .line {
        flex: 1;
        min-inline-size: 0;
        display: flex;
        gap: var(--groundwork-space-3);
        padding-block: 0.5rem;
        min-block-size: 2.5rem;
      }
      label {
        cursor: pointer;
      }
      .text {
        min-inline-size: 0;
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      .done .text {
        color: var(--groundwork-text-muted);
        text-decoration: line-through;
      }
      .line gw-icon {
        margin-block-start: 0.2em;
        color: var(--groundwork-text-muted);
      }
      input {
        flex: none;
        inline-size: 1.25rem;
        block-size: 1.25rem;
        margin: 0.15rem 0 0;
        accent-color: var(--groundwork-accent);
      }
      .form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      .form gw-text-field {
        flex: 1 1 14rem;
        min-inline-size: 0;
      }
    `,
  ];

  protected override render() {
    const { document } = this;
    if (document === undefined) {
      return nothing;
    }
    const { talk } = this.t;
    const { agenda } = document.talk;
    const groups = sources.map((source) => ({ source, lines: agenda.filter((line) => line.source === source) }));
    const empty = agenda.length + document.points.length === 0;
    return html`<div class="stack">
      ${empty ? html`<p class="muted">${this.readOnly ? talk.noAgenda : talk.emptyAgenda}</p>` : nothing}
      ${groups.map(({ source, lines }) => {
        const waiting = source === "added" ? document.points : [];
        return lines.length + waiting.length === 0
          ? nothing
          : html`<section class="group">
              <h3 id=${source}>${talk.source[source]}</h3>
              <ul role="list" aria-labelledby=${source}>
                ${repeat(lines, ({ id }) => id, (line) => this.#line(document, line))}
                ${waiting.map((text) => this.#point(text))}
              </ul>
            </section>`;
      })}
      ${this.readOnly ? nothing : this.#form()}
    </div>`;
  }

  #line(document: TalkDocument, line: AgendaLine) {
    const { talk } = this.t;
    const done = document.ticks.get(line.id) ?? line.done;
    const text = html`<span class="text">${saidIn(this.t, line)}</span>`;
    if (this.readOnly) {
      return html`<li class=${done ? "done" : ""}>
        <span class="line">
          <gw-icon name=${done ? "check-circle" : "circle"}></gw-icon>
          ${text}<span class="visually-hidden">${done ? talk.discussed : talk.notDiscussed}</span>
        </span>
      </li>`;
    }
    return html`<li class=${done ? "done" : ""}>
      <label>
        <input
          type="checkbox"
          .checked=${live(done)}
          @change=${(event: Event) => void document.tick(line.id, (event.target as HTMLInputElement).checked)}
        />
        ${text}
      </label>
      ${line.source === "added"
        ? html`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${talk.removePoint(line.text)}
            @click=${() => void this.#remove(document, line)}
          ></gw-button>`
        : nothing}
    </li>`;
  }

  #point(text: string) {
    return html`<li>
      <span class="line"><gw-icon name="clock"></gw-icon><span class="text">${text} <span class="muted small">${this.t.talk.waiting}</span></span></span>
    </li>`;
  }

  #form() {
    const { talk } = this.t;
    return html`<div class="form">
      <gw-text-field
        label=${talk.addPoint}
        maxlength="500"
        .value=${this.#typed}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => event.key === "Enter" && !event.isComposing && this.#add(event)}
      ></gw-text-field>
      <gw-button icon="plus" @click=${this.#add}>${talk.add}</gw-button>
    </div>`;
  }

  get #place(): string {
    return `point ${this.document?.talk.id}`;
  }

  get #typed(): string {
    return this.document?.drafts.get<string>(this.#place) ?? "";
  }

  #type(text: string): void {
    this.document?.drafts.keep(this.#place, text || undefined);
    this.requestUpdate();
  }

  #add(event: Event): void {
    event.preventDefault();
    const text = this.#typed.trim();
    if (text !== "") {
      this.#type("");
      void this.document?.addPoint(text);
    }
    this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
  }

  async #remove(document: TalkDocument, { id, text }: AgendaLine): Promise<void> {
    try {
      await document.removePoint(id);
      toast(this, this.t.talk.pointRemoved(text));
      this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
    } catch (error) {
      toast(this, explain(error, this.t).title, "critical");
    }
  }
}
