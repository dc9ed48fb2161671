import type { ActionItemLink, LinkKind } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import { isSafe } from "./links.js";

const kinds = ["course", "document", "evidence"] as const satisfies readonly LinkKind[];
/** How many links an action may have. */
const most = 10;

type Value = HTMLElement & { value: string };

/** What was typed or pasted as an address: without a scheme it is one of the web. */
export function addressOf(text: string): string {
  const address = text.trim();
  return address === "" || /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`;
}

/** Links that can be sent: those with an address. */
export function written(links: readonly ActionItemLink[]): ActionItemLink[] {
  return links.filter(({ url }) => url !== "").map((link) => ({ ...link, title: link.title || null }));
}

/** The links of an action, to write. Event `change`: `value` has them, also those without an address yet. */
@element("gw-links-field")
export class GwLinksField extends GroundworkElement {
  @property({ attribute: false }) value: readonly ActionItemLink[] = [];
  /** What the action has: an address that another program gave stays as it is. */
  @property({ attribute: false }) known: readonly ActionItemLink[] = [];

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        margin-block-end: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
        font-weight: 560;
      }
      .link {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--groundwork-space-2);
        align-items: end;
      }
      .link + .link {
        padding-block-start: var(--groundwork-space-3);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .link > :first-child {
        grid-column: 1 / -1;
      }
      .about {
        display: grid;
        gap: var(--groundwork-space-2);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 24rem) {
        .about {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `,
  ];

  /** Puts the focus on the first address that should not be saved, and returns whether there is one. */
  focusWrong(): boolean {
    const at = this.value.findIndex(({ url }) => this.#isWrong(url));
    this.renderRoot.querySelectorAll<HTMLElement>("[type=url]")[at]?.focus();
    return at >= 0;
  }

  #isWrong(address: string): boolean {
    return address !== "" && !isSafe(address) && !this.known.some(({ url }) => url === address);
  }

  protected override render() {
    const { actions } = this.t.plan;
    return html`<fieldset>
      ${this.value.length === 0 ? nothing : html`<legend>${actions.links}</legend>`}
      <div class="stack tight">
        ${this.value.map((link, at) => this.#link(link, at))}
        ${this.value.length >= most
          ? nothing
          : html`<div>
              <gw-button class="add" size="small" variant="quiet" icon="link" @click=${() => void this.#add()}>${actions.addLink}</gw-button>
            </div>`}
      </div>
    </fieldset>`;
  }

  #link(link: ActionItemLink, at: number) {
    const { actions } = this.t.plan;
    const name = actions.link(this.locale.format.number(at + 1));
    const set = (change: Partial<ActionItemLink>) =>
      this.#change(this.value.map((other, index) => (index === at ? { ...other, ...change } : other)));
    const textOf = (event: Event) => (event.target as Value).value;
    return html`<div class="link" role="group" aria-label=${name}>
      <gw-text-field
        type="url"
        maxlength="2000"
        label=${actions.linkUrl}
        placeholder="https://"
        .value=${link.url}
        .error=${this.#isWrong(link.url) ? actions.linkWrong : undefined}
        @change=${(event: Event) => set({ url: addressOf(textOf(event)) })}
      ></gw-text-field>
      <div class="about">
        <gw-text-field maxlength="200" label=${actions.linkTitle} .value=${link.title ?? ""} @input=${(event: Event) => set({ title: textOf(event) })}></gw-text-field>
        <gw-select
          label=${actions.linkKind}
          .options=${kinds.map((kind) => ({ value: kind, label: actions.linkKinds[kind] }))}
          .value=${link.kind}
          @change=${(event: Event) => set({ kind: textOf(event) as LinkKind })}
        ></gw-select>
      </div>
      <gw-button variant="quiet" icon="close" label=${actions.removeLink(link.title || name)} @click=${() => void this.#remove(at)}></gw-button>
    </div>`;
  }

  async #add(): Promise<void> {
    this.#change([...this.value, { url: "", kind: "course", title: null }]);
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>(".link [type=url]")].at(-1)?.focus();
  }

  async #remove(at: number): Promise<void> {
    this.#change(this.value.filter((_, index) => index !== at));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".add")?.focus();
  }

  #change(value: readonly ActionItemLink[]): void {
    this.value = value;
    this.dispatchEvent(new Event("change"));
  }
}
