import { css, html, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";

import { base } from "../design/base.js";
import { variables } from "../design/variables.js";
import { element, GroundworkElement } from "../element.js";
import "./icon.js";

/**
 * What all fields have: `label`, `hint`, `error` (what is wrong, and how to put it right), `value`. Events `input` (each
 * change) and `change` (when it is left); `event.target.value` is the value.
 */
export abstract class GwField extends GroundworkElement {
  static override shadowRootOptions = { ...GroundworkElement.shadowRootOptions, delegatesFocus: true };

  @property() label = "";
  @property() hint: string | undefined;
  @property() error: string | undefined;
  @property() name = "";
  @property() value = "";
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;
  /** The label is there for screen readers only: where the surroundings show it. */
  @property({ type: Boolean, attribute: "label-hidden" }) labelHidden = false;

  static override styles = [
    base,
    css`
      .field {
        display: grid;
        gap: var(--groundwork-space-2);
        border: 0;
        margin: 0;
        padding: 0;
        min-inline-size: 0;
      }
      label,
      legend {
        font-weight: 560;
        font-size: var(--groundwork-text-s);
        padding: 0;
      }
      /* The gap of the grid does not reach a legend. */
      legend {
        margin-block-end: var(--groundwork-space-2);
      }
      .hint {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        font-weight: 400;
      }
      .error {
        display: flex;
        gap: var(--groundwork-space-2);
        color: var(--groundwork-critical);
        font-size: var(--groundwork-text-s);
      }
      .control {
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.625rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        transition: border-color var(--groundwork-motion);
      }
      .control:hover:not(:disabled) {
        border-color: var(--groundwork-text-muted);
      }
      .control:focus-visible {
        outline-offset: -1px;
        border-radius: var(--groundwork-radius-m);
      }
      .control[aria-invalid="true"] {
        border-color: var(--groundwork-critical);
      }
      .control:disabled {
        background: var(--groundwork-sunken);
        color: var(--groundwork-text-muted);
      }
      .control::placeholder {
        color: var(--groundwork-text-muted);
      }
      textarea.control {
        resize: vertical;
        field-sizing: content;
        min-block-size: calc(var(--rows) * 1lh + 1.375rem);
        max-block-size: 28rem;
      }
    `,
  ];

  protected get describedBy(): string | undefined {
    const ids = [this.hint && "hint", this.error && "error"].filter(Boolean).join(" ");
    return ids === "" ? undefined : ids;
  }

  protected hinted(): TemplateResult {
    return html`${this.hint ? html`<div class="hint" id="hint" part="hint">${this.hint}</div>` : nothing}`;
  }

  protected fault(): TemplateResult {
    return html`<div class="error" id="error" part="error" role="alert" ?hidden=${!this.error}>
      <gw-icon name="alert"></gw-icon><span>${this.error}</span>
    </div>`;
  }

  protected labelled(control: TemplateResult): TemplateResult {
    return html`<div class="field" part="field">
      <label for="control" part="label" class=${this.labelHidden ? "visually-hidden" : ""}>${this.label}</label>
      ${this.hinted()}${control}${this.fault()}
    </div>`;
  }

  /** `change` does not leave a shadow tree by itself. */
  protected changed(event: Event): void {
    this.take(event);
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  protected take(event: Event): void {
    this.value = (event.target as HTMLInputElement).value;
  }
}

/** A text of one line, or of several (`multiline`), where the field grows with it. `type`: `text`, `date`, `time`, `number`, `search`, `email`, `url`. */
@element("gw-text-field")
export class GwTextField extends GwField {
  @property() type: "text" | "date" | "time" | "number" | "search" | "email" | "url" = "text";
  @property({ type: Boolean }) multiline = false;
  @property({ type: Number }) rows = 3;
  @property({ type: Number }) maxlength: number | undefined;
  @property() placeholder: string | undefined;
  @property() min: string | undefined;
  @property() max: string | undefined;
  @property() autocomplete: AutoFill = "off";

  @query("#control") private control!: HTMLElement;

  override focus(options?: FocusOptions): void {
    this.control.focus(options);
  }

  protected override render() {
    const invalid = this.error ? "true" : "false";
    if (this.multiline) {
      return this.labelled(html`<textarea
        id="control"
        part="control"
        class="control"
        name=${this.name}
        rows=${this.rows}
        ${variables({ "--rows": this.rows })}
        maxlength=${ifDefined(this.maxlength)}
        placeholder=${ifDefined(this.placeholder)}
        aria-describedby=${ifDefined(this.describedBy)}
        aria-invalid=${invalid}
        ?required=${this.required}
        ?disabled=${this.disabled}
        .value=${live(this.value)}
        @input=${this.take}
        @change=${this.changed}
      ></textarea>`);
    }
    return this.labelled(html`<input
      id="control"
      part="control"
      class="control"
      type=${this.type}
      name=${this.name}
      maxlength=${ifDefined(this.maxlength)}
      min=${ifDefined(this.min)}
      max=${ifDefined(this.max)}
      placeholder=${ifDefined(this.placeholder)}
      autocomplete=${this.autocomplete}
      aria-describedby=${ifDefined(this.describedBy)}
      aria-invalid=${invalid}
      ?required=${this.required}
      ?disabled=${this.disabled}
      .value=${live(this.value)}
      @input=${this.take}
      @change=${this.changed}
    />`);
  }
}

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

/** One of many. */
@element("gw-select")
export class GwSelect extends GwField {
  @property({ attribute: false }) options: readonly Option[] = [];

  protected override render() {
    return this.labelled(html`<select
      id="control"
      part="control"
      class="control"
      name=${this.name}
      aria-describedby=${ifDefined(this.describedBy)}
      aria-invalid=${this.error ? "true" : "false"}
      ?required=${this.required}
      ?disabled=${this.disabled}
      @change=${this.changed}
    >
      ${this.options.map(
        ({ value, label }) => html`<option value=${value} ?selected=${value === this.value}>${label}</option>`,
      )}
    </select>`);
  }
}

/** One of few, all in sight (radio buttons), or several of few (`multiple`: checkboxes, see `values`). */
@element("gw-choice")
export class GwChoice extends GwField {
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ type: Boolean }) multiple = false;
  /** What is chosen if `multiple`. */
  @property({ attribute: false }) values: readonly string[] = [];

  static override styles = [
    ...GwField.styles,
    css`
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-2);
      }
      .option {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        padding: 0.5rem 0.875rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
        font-weight: 450;
        font-size: var(--groundwork-text-m);
        cursor: pointer;
      }
      .option:hover {
        background: var(--groundwork-sunken);
      }
      .option:has(:checked) {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        box-shadow: inset 0 0 0 1px var(--groundwork-accent);
      }
      .option:has(:focus-visible) {
        outline: 2px solid var(--groundwork-ring);
        outline-offset: 2px;
      }
      .option:has(:disabled) {
        color: var(--groundwork-text-muted);
        cursor: default;
      }
      input {
        margin: 0;
        inline-size: 1.125rem;
        block-size: 1.125rem;
        accent-color: var(--groundwork-accent);
        outline: none;
      }
      .text {
        display: grid;
      }
    `,
  ];

  protected override render() {
    const type = this.multiple ? "checkbox" : "radio";
    const chosen = (value: string) => (this.multiple ? this.values.includes(value) : value === this.value);
    return html`<fieldset class="field" part="field" aria-describedby=${ifDefined(this.describedBy)} ?disabled=${this.disabled}>
      <legend part="label" class=${this.labelHidden ? "visually-hidden" : ""}>${this.label}</legend>
      ${this.hinted()}
      <div class="options" part="options">
        ${this.options.map(
          ({ value, label, hint }) => html`<label class="option" part="option">
            <input
              type=${type}
              name="choice"
              value=${value}
              ?required=${this.required && !this.multiple}
              .checked=${live(chosen(value))}
              @change=${this.#choose}
            />
            <span class="text">${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
          </label>`,
        )}
      </div>
      ${this.fault()}
    </fieldset>`;
  }

  #choose(event: Event): void {
    const { value, checked } = event.target as HTMLInputElement;
    if (this.multiple) {
      this.values = checked ? [...this.values, value] : this.values.filter((other) => other !== value);
    } else {
      this.value = value;
    }
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
