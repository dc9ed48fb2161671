import type { GiveOutcome, PersonRef } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, toast } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/icon.js";
import { outcomesOf } from "./document.js";
import { ownWords } from "./texts.js";
import { TalkPart } from "./part.js";

interface Typed {
  text: string;
  responsible: string;
  due: string;
}

const nothingTyped: Typed = { text: "", responsible: "", due: "" };

/** What was agreed, and who does what until when. `people` may be responsible. `read-only` for a talk that is over. */
@element("gw-talk-outcomes")
export class GwTalkOutcomes extends TalkPart {
  @property({ attribute: false }) people: readonly PersonRef[] = [];
  @property({ type: Boolean, attribute: "read-only" }) readOnly = false;

  static override styles = [
    base,
    layout,
    ownWords,
    css`
      li {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-3);
        padding-block: var(--groundwork-space-3);
        border-block-end: 1px solid var(--groundwork-line);
      }
      li > gw-icon {
        margin-block-start: 0.15em;
        color: var(--groundwork-accent);
      }
      .what {
        flex: 1;
        min-inline-size: 0;
      }
      .text {
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      .who {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      .form {
        display: grid;
        gap: var(--groundwork-space-4);
        padding: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .due {
        inline-size: min(12rem, 100%);
      }
    `,
  ];

  get #place(): string {
    return `outcome ${this.document?.talk.id}`;
  }

  get #typed(): Typed {
    return this.document?.drafts.get<Typed>(this.#place) ?? nothingTyped;
  }

  #type(change: Partial<Typed>): void {
    const typed = { ...this.#typed, ...change };
    this.document?.drafts.keep(this.#place, typed.text === "" ? undefined : typed);
    this.requestUpdate();
  }

  /** Adds what is still in the form. Resolves when that is saved, or known not to be. */
  async addTyped(): Promise<void> {
    const { responsible, due, text: typed } = this.#typed;
    const text = typed.trim();
    if (text === "" || this.document === undefined) {
      return;
    }
    const title = text.length > 200 ? `${text.slice(0, 199)}…` : text;
    const item = { title, responsible_id: responsible, due_on: due || null };
    this.#type(nothingTyped);
    await this.document.addOutcome({ text, action_item: responsible === "" ? null : item });
  }

  protected override render() {
    const { document } = this;
    if (document === undefined) {
      return nothing;
    }
    const { talk } = this.t;
    const saved = outcomesOf(document.talk);
    if (saved.length + document.outcomes.length === 0 && this.readOnly) {
      return html`<p class="muted">${talk.noOutcomes}</p>`;
    }
    return html`<div class="stack">
      ${saved.length + document.outcomes.length === 0
        ? nothing
        : html`<ul role="list">
            ${saved.map((outcome, index) => {
              const item = document.talk.outcomes[index]?.action_item;
              return this.#outcome(outcome, item?.responsible.display_name, false);
            })}
            ${document.outcomes.map((outcome) => this.#outcome(outcome, this.#nameOf(outcome), true))}
          </ul>`}
      ${this.readOnly ? nothing : this.#form()}
    </div>`;
  }

  #nameOf({ action_item: item }: GiveOutcome): string | undefined {
    return this.people.find(({ id }) => id === item?.responsible_id)?.display_name;
  }

  #outcome(outcome: GiveOutcome, name: string | undefined, waiting: boolean) {
    const { talk } = this.t;
    const { text, action_item: item } = outcome;
    const due = item?.due_on ? talk.dueOn(this.locale.format.date(item.due_on)) : undefined;
    const who = [name, due].filter((part) => part !== undefined).join(" · ");
    return html`<li>
      <gw-icon name=${waiting ? "clock" : item ? "target" : "check"}></gw-icon>
      <div class="what">
        <p class="text">${text}</p>
        ${item && item.title !== text && !text.startsWith(item.title.replace(/…$/, ""))
          ? html`<p class="text small">${item.title}</p>`
          : nothing}
        <p class="who">${item ? who : talk.agreement}${waiting ? html` · ${talk.waiting}` : nothing}</p>
      </div>
      ${this.readOnly || waiting
        ? nothing
        : html`<gw-button
            variant="quiet"
            size="small"
            icon="close"
            label=${talk.removeOutcome(text)}
            @click=${() => void this.#remove(outcome)}
          ></gw-button>`}
    </li>`;
  }

  #form() {
    const { talk } = this.t;
    const { text, responsible, due } = this.#typed;
    const people = this.people.map(({ id, display_name }) => ({ value: id, label: display_name }));
    return html`<div class="form" role="group" aria-label=${talk.newOutcome}>
      <gw-text-field
        multiline
        rows="2"
        label=${talk.outcome}
        hint=${talk.outcomeHint}
        maxlength="1000"
        .value=${text}
        @input=${(event: Event) => this.#type({ text: (event.target as HTMLInputElement).value })}
      ></gw-text-field>
      <gw-choice
        label=${talk.whoDoes}
        .options=${[...people, { value: "", label: talk.nobody }]}
        .value=${responsible}
        @change=${(event: Event) => this.#type({ responsible: (event.target as HTMLInputElement).value })}
      ></gw-choice>
      ${responsible === ""
        ? nothing
        : html`<gw-text-field
            class="due"
            type="date"
            label=${talk.due}
            .value=${due}
            @input=${(event: Event) => this.#type({ due: (event.target as HTMLInputElement).value })}
          ></gw-text-field>`}
      <div class="row"><gw-button icon="plus" @click=${this.#add}>${talk.addOutcome}</gw-button></div>
    </div>`;
  }

  #add(): void {
    void this.addTyped();
    this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
  }

  async #remove(outcome: GiveOutcome): Promise<void> {
    try {
      await this.document?.removeOutcome(outcome);
      toast(this, this.t.talk.outcomeRemoved);
      this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
    } catch (error) {
      toast(this, explain(error, this.t).title, "critical");
    }
  }
}
