import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";

import { element } from "../element.js";
import { GwField } from "./field.js";

export interface Suggestion {
  id: string;
  label: string;
  detail?: string | null;
}

/**
 * A field that suggests while one types. `find` returns what fits; the event `pick` has the chosen suggestion as
 * `detail`, or undefined when the field was emptied. `free` takes texts that are not suggested, `clears` empties the field
 * after each choice, to choose several.
 */
@element("gw-suggest")
export class GwSuggest extends GwField {
  @property({ attribute: false }) find!: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  @property({ type: Boolean }) free = false;
  @property({ type: Boolean }) clears = false;
  @property() placeholder: string | undefined;
  /** Letters before it suggests; 0 suggests at once. */
  @property({ type: Number }) least = 2;

  @state() private found: readonly Suggestion[] | undefined;
  @state() private failed = false;
  @state() private at = -1;
  @query("input") private input!: HTMLInputElement;
  #asking: AbortController | undefined;
  /** Typed since the last choice. */
  #isTyped = false;

  static override styles = [
    ...GwField.styles,
    css`
      .place {
        position: relative;
      }
      .popup {
        position: absolute;
        z-index: 20;
        inset-inline: 0;
        inset-block-start: calc(100% + 4px);
        max-block-size: 18rem;
        overflow: auto;
        padding: var(--groundwork-space-1);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow-raised);
      }
      [role="option"] {
        padding: var(--groundwork-space-2) var(--groundwork-space-3);
        border-radius: var(--groundwork-radius-s);
        cursor: pointer;
      }
      [role="option"]:hover,
      [role="option"][aria-selected="true"] {
        background: var(--groundwork-accent-soft);
      }
      [role="option"][aria-selected="true"] {
        outline: 2px solid var(--groundwork-ring);
        outline-offset: -2px;
      }
      .detail,
      .none {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      .none {
        padding: var(--groundwork-space-2) var(--groundwork-space-3);
      }
    `,
  ];

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  protected override render() {
    const { common } = this.t;
    const options = this.found ?? [];
    const isOpen = options.length > 0;
    const nothingFound = this.failed ? common.errors.server : this.free ? undefined : common.notFound;
    return this.labelled(html`<div class="place">
      <input
        id="control"
        part="control"
        class="control"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-controls="options"
        aria-activedescendant=${isOpen && this.at >= 0 ? `option-${this.at}` : nothing}
        aria-describedby=${ifDefined(this.describedBy)}
        aria-invalid=${this.error ? "true" : "false"}
        placeholder=${this.placeholder ?? (this.least > 0 ? common.choose : nothing)}
        ?disabled=${this.disabled}
        .value=${live(this.value)}
        @input=${this.#typed}
        @focus=${() => this.least === 0 && void this.#ask(0)}
        @keydown=${this.#key}
        @blur=${this.#left}
      />
      <div id="options" class=${isOpen ? "popup" : ""} role="listbox" aria-label=${this.label} ?hidden=${!isOpen}>
        ${options.map(
          (option, index) => html`<div
            id="option-${index}"
            role="option"
            aria-selected=${index === this.at ? "true" : "false"}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#pick(option)}
          >
            ${option.label}${option.detail ? html`<div class="detail">${option.detail}</div>` : nothing}
          </div>`,
        )}
      </div>
      <div role="status">
        ${this.found?.length === 0 && nothingFound !== undefined ? html`<div class="popup none">${nothingFound}</div>` : nothing}
      </div>
    </div>`);
  }

  #typed(event: Event): void {
    this.take(event);
    this.#isTyped = true;
    if (this.value.trim() === "" && !this.clears) {
      this.#tell(undefined);
    }
    void this.#ask(150);
  }

  async #ask(delay: number): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    const text = this.value.trim();
    this.at = -1;
    this.failed = false;
    if (text.length < this.least) {
      this.found = undefined;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (asking.signal.aborted) {
      return;
    }
    try {
      const found = await this.find(text, asking.signal);
      if (!asking.signal.aborted) {
        this.found = found;
      }
    } catch {
      if (!asking.signal.aborted) {
        this.failed = true;
        this.found = [];
      }
    }
  }

  #key(event: KeyboardEvent): void {
    const options = this.found ?? [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + options.length) % options.length;
      void this.updateComplete.then(() => this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter") {
      const chosen = options[this.at] ?? (this.free ? undefined : options.length === 1 ? options[0] : undefined);
      if (chosen !== undefined || (this.free && this.value.trim() !== "")) {
        event.preventDefault();
        this.#pick(chosen ?? this.#typedText);
      }
    } else if (event.key === "Escape" && this.found !== undefined) {
      event.stopPropagation();
      event.preventDefault();
      this.#shut();
    }
  }

  get #typedText(): Suggestion {
    const label = this.value.trim();
    return { id: label, label };
  }

  #left(): void {
    this.#shut();
    if (this.free && this.#isTyped && this.value.trim() !== "") {
      this.#pick(this.#typedText);
    }
  }

  #shut(): void {
    this.#asking?.abort();
    this.found = undefined;
    this.at = -1;
  }

  #pick(chosen: Suggestion): void {
    this.#shut();
    this.#isTyped = false;
    this.value = this.clears ? "" : chosen.label;
    this.#tell(chosen);
  }

  #tell(detail: Suggestion | undefined): void {
    this.dispatchEvent(new CustomEvent("pick", { detail }));
  }
}
