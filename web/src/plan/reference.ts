import type { Reference } from "@groundwork/client";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import type { Locale } from "../i18n/locale.js";
import "../ui/button.js";
import "../ui/field.js";
import { linkTo } from "./links.js";

type Value = HTMLElement & { value: string };

/** What the taxonomy calls it, and the levels in its words. */
export function referenceOf(reference: Reference | null | undefined, { t }: Locale) {
  if (!reference) {
    return nothing;
  }
  const { reference: texts } = t.plan;
  const { uri, name, framework, level, target_level } = reference;
  const levels = [level ? texts.levelNow(level) : "", target_level ? texts.levelWanted(target_level) : ""].filter(Boolean);
  return html`<p class="small muted reference">
    ${linkTo(uri, name)}${framework ? html` (<bdi>${framework}</bdi>)` : nothing}${levels.length === 0
      ? nothing
      : html`<span dir="auto">, ${levels.join(", ")}</span>`}
  </p>`;
}

/** What the service takes as the identity of a skill or a role. */
function isIdentity(uri: string): boolean {
  return /^(https?:\/\/|urn:)\S+$/.test(uri);
}

/**
 * The skill or role that an answer stands for, to write. Event `change` with the reference as `detail`, or null when it is
 * removed; not before it is whole.
 */
@element("gw-reference-field")
export class GwReferenceField extends GroundworkElement {
  @property({ attribute: false }) value: Reference | null = null;
  /** Name of the answer, which is that of the skill too unless another is typed. */
  @property() name = "";
  @state() private typed: Reference | undefined;
  @state() private left = false;

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
      }
      .reference {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
        padding: var(--groundwork-space-3) var(--groundwork-space-4);
        border-inline-start: 2px solid var(--groundwork-line);
      }
      .end {
        justify-self: start;
      }
      @container (inline-size >= 26rem) {
        .reference {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .uri,
        .end {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    // Another device was first, and the person has chosen what it wrote.
    if (changed.has("value") && this.value?.uri !== this.typed?.uri) {
      this.typed = undefined;
    }
  }

  protected override render() {
    const { reference } = this.t.plan;
    const typed = this.typed ?? this.value ?? { uri: "", name: "" };
    const field = (name: keyof Reference, label: string, most: number) => html`<gw-text-field
      class=${name}
      label=${label}
      maxlength=${most}
      placeholder=${name === "name" ? this.name : ""}
      hint=${name === "uri" ? reference.uriHint : ""}
      .value=${typed[name] ?? ""}
      .error=${name === "uri" && this.left && typed.uri !== "" && !isIdentity(typed.uri) ? reference.uriHint : undefined}
      @input=${(event: Event) => this.#type({ ...typed, [name]: (event.target as Value).value })}
      @change=${() => (this.left = true)}
    ></gw-text-field>`;
    return html`<div class="reference" role="group" aria-label=${reference.form(this.name)}>
      ${field("uri", reference.uri, 500)}${field("name", reference.name, 200)}${field("framework", reference.framework, 100)}
      ${field("level", reference.level, 100)}${field("target_level", reference.target, 100)}
      <gw-button class="end" size="small" variant="quiet" icon="close" @click=${() => this.#tell(null)}>${reference.remove}</gw-button>
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".uri")?.focus();
  }

  #type(typed: Reference): void {
    this.typed = typed;
    const { uri, name, framework, level, target_level } = typed;
    if (isIdentity(uri.trim()) && (name || this.name).trim() !== "") {
      this.#tell({
        uri: uri.trim(),
        name: name || this.name,
        framework: framework || null,
        level: level || null,
        target_level: target_level || null,
      });
    }
  }

  #tell(detail: Reference | null): void {
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }
}
