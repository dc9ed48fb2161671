import type { PersonRef } from "@groundwork/client";
import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";

import { apiContext, type Api } from "../api.js";
import { variables } from "../design/variables.js";
import { element } from "../element.js";
import { GwField } from "../ui/field.js";
import "../ui/status.js";

const pause = 200;
/** As many as a comment may mention. */
const most = 10;

/**
 * A text in which `@` and two letters offer colleagues to mention. The list is chosen from with the arrow keys and Enter
 * while the focus stays in the text. `mentioned` is who is mentioned in it.
 */
@element("gw-mention-field")
export class GwMentionField extends GwField {
  @property({ type: Number }) maxlength = 2000;
  /** Who was picked so far. */
  @property({ attribute: false }) picked: readonly PersonRef[] = [];

  @consume({ context: apiContext, subscribe: true })
  @state()
  private api: Api | undefined;

  @state() private found: readonly PersonRef[] = [];
  @state() private active = 0;
  @state() private searched = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search: AbortController | undefined;

  @query("textarea") private control!: HTMLTextAreaElement;

  static override styles = [
    ...GwField.styles,
    css`
      .place {
        position: relative;
      }
      [role="listbox"] {
        position: absolute;
        z-index: 20;
        inset-block-start: calc(100% + 4px);
        inset-inline: 0;
        display: grid;
        max-inline-size: 24rem;
        max-block-size: 18rem;
        overflow-y: auto;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
      [role="option"] {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-block-size: 2.75rem;
        padding: 0.25rem 0.75rem;
        border-radius: var(--groundwork-radius-s);
        cursor: pointer;
      }
      [role="option"] > span {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      [role="option"][aria-selected="true"] {
        background: var(--groundwork-accent-soft);
        outline: 1px solid var(--groundwork-ring);
        outline-offset: -1px;
      }
      .title {
        display: block;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
      }
    `,
  ];

  /** People whose names stand in the text after an `@`. */
  get mentioned(): readonly PersonRef[] {
    return this.picked.filter(({ display_name }) => this.value.includes(`@${display_name}`)).slice(0, most);
  }

  override focus(): void {
    this.control.focus();
  }

  protected override render() {
    const open = this.found.length > 0;
    const { talk } = this.t;
    return html`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden ? "visually-hidden" : ""}>${this.label}</label>
      ${this.hinted()}
      <div class="place">
        <textarea
          id="control"
          part="control"
          class="control"
          dir="auto"
          rows="2"
          ${variables({ "--rows": 2 })}
          maxlength=${this.maxlength}
          aria-describedby=${ifDefined(this.describedBy)}
          aria-invalid=${this.error ? "true" : "false"}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${ifDefined(open ? "people" : undefined)}
          aria-activedescendant=${ifDefined(open ? `person-${this.active}` : undefined)}
          ?disabled=${this.disabled}
          .value=${live(this.value)}
          @input=${this.#typed}
          @keydown=${this.#key}
          @blur=${this.#leave}
        ></textarea>
        ${open
          ? html`<div role="listbox" id="people" part="people" aria-label=${talk.colleagues}>
              ${this.found.map((person, index) => this.#option(person, index))}
            </div>`
          : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.#foundText()}</div>
      ${this.fault()}
    </div>`;
  }

  #foundText(): string {
    const { talk } = this.t;
    if (this.searched === "") {
      return "";
    }
    return this.found.length === 0 ? talk.noOneFound : talk.found(this.found.length);
  }

  #option(person: PersonRef, index: number) {
    return html`<div
      role="option"
      id="person-${index}"
      part="person"
      aria-selected=${index === this.active ? "true" : "false"}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#pick(person)}
    >
      <gw-avatar size="small" name=${person.display_name}></gw-avatar>
      <span>
        <bdi>${person.display_name}</bdi>
        ${person.title ? html`<span class="title"><bdi>${person.title}</bdi></span>` : nothing}
      </span>
    </div>`;
  }

  /** What is typed after the last `@` before the caret, if that may be the beginning of a name. */
  #beginning(): string | undefined {
    const before = this.control.value.slice(0, this.control.selectionStart);
    return /(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(before)?.[1];
  }

  #typed(event: Event): void {
    this.take(event);
    clearTimeout(this.#timer);
    const name = this.#beginning();
    if (name === undefined || [...name].length < 2) {
      this.#leave();
    } else {
      this.#timer = setTimeout(() => void this.#find(name), pause);
    }
  }

  async #find(name: string): Promise<void> {
    this.#search?.abort();
    const search = new AbortController();
    this.#search = search;
    try {
      const params = { query: { search: name } };
      const found = await this.api?.GET("/v1/people/directory", { params, signal: search.signal });
      if (!search.signal.aborted && this.#beginning() === name) {
        this.found = found?.data.items.slice(0, 8) ?? [];
        this.active = 0;
        this.searched = name;
      }
    } catch {
      // Without the list a name stays plain text: nothing to bother with while writing.
      if (!search.signal.aborted) {
        this.#leave();
      }
    }
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#search?.abort();
    this.found = [];
    this.searched = "";
  }

  #key(event: KeyboardEvent): void {
    if (this.found.length === 0 || event.isComposing) {
      return;
    }
    const { length } = this.found;
    const person = this.found[this.active];
    switch (event.key) {
      case "ArrowDown":
        this.active = (this.active + 1) % length;
        break;
      case "ArrowUp":
        this.active = (this.active + length - 1) % length;
        break;
      case "Enter":
      case "Tab":
        if (person !== undefined) {
          this.#pick(person);
        }
        break;
      case "Escape":
        this.#leave();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #pick(person: PersonRef): void {
    const caret = this.control.selectionStart;
    const name = this.#beginning() ?? "";
    const start = caret - name.length;
    const inserted = `${person.display_name} `;
    this.control.setRangeText(inserted, start, caret, "end");
    this.value = this.control.value;
    this.picked = [...this.picked.filter(({ id }) => id !== person.id), person];
    this.#leave();
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }
}
