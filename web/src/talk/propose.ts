import type { Answer, CreateProposal, Proposal } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../plan/templates.js";
import { filledBy, refill, type Picked } from "../plan/templates.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/states.js";
import { draftsOf } from "./drafts.js";
import { focusSoon } from "./focus.js";
import { ownWords } from "./texts.js";

/** What a form of a proposal says. */
export interface ProposalDraft {
  title: string;
  description: string;
  development_area_id: string;
  due_on: string;
  template_id: string;
}

const nothingTyped: ProposalDraft = { title: "", description: "", development_area_id: "", due_on: "", template_id: "" };

/**
 * Asks for an action to propose (`mode="propose"`), or for what an accepted one is to be (`mode="accept"`, with
 * `proposal`). Events `send` with the content as `detail`, and `leave`.
 */
@element("gw-propose")
export class GwPropose extends GroundworkView {
  @property() mode: "propose" | "accept" = "propose";
  @property({ attribute: false }) proposal: Proposal | undefined;
  @property({ attribute: false }) areas: readonly Answer[] = [];
  /** Where what is typed is kept. */
  @property() place = "";
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) error: unknown;
  @state() private missing = false;

  static override styles = [
    base,
    layout,
    ownWords,
    css`
      :host {
        container-type: inline-size;
      }
      .stack {
        max-inline-size: var(--groundwork-measure);
      }
      .fields {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        .fields {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  get #typed(): ProposalDraft {
    const { proposal } = this;
    const proposed = proposal && {
      ...nothingTyped,
      title: proposal.title,
      // The area may have been removed from the plan since.
      development_area_id: this.areas.find(({ id }) => id === proposal.development_area_id)?.id ?? "",
      due_on: proposal.due_on ?? "",
    };
    return draftsOf(this.api).get<ProposalDraft>(this.place) ?? proposed ?? nothingTyped;
  }

  #type(change: Partial<ProposalDraft>): void {
    draftsOf(this.api).keep(this.place, { ...this.#typed, ...change });
    this.missing = false;
    this.requestUpdate();
  }

  protected override view() {
    const { talk, common } = this.t;
    const { title, description, development_area_id: area, due_on: due, template_id } = this.#typed;
    const accepting = this.mode === "accept";
    const { proposal } = this;
    // An area or a day that was proposed can be changed, not taken away.
    const noArea = accepting && proposal?.development_area_id && area !== "" ? [] : [{ value: "", label: talk.noArea }];
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="stack">
      <div class="fields">
        ${accepting
          ? nothing
          : html`<gw-templates
              class="wide"
              .areas=${this.areas}
              value=${template_id}
              @pick=${({ detail }: CustomEvent<Picked>) => this.#take(detail)}
            ></gw-templates>`}
        <gw-text-field
          class="wide"
          label=${talk.action}
          hint=${accepting ? undefined : talk.actionHint}
          maxlength="200"
          .value=${title}
          .error=${this.missing ? talk.actionMissing : undefined}
          @input=${(event: Event) => this.#type({ title: value(event) })}
        ></gw-text-field>
        ${accepting
          ? nothing
          : html`<gw-text-field
              class="wide"
              multiline
              rows="2"
              label=${talk.why}
              maxlength="4000"
              .value=${description}
              @input=${(event: Event) => this.#type({ description: value(event) })}
            ></gw-text-field>`}
        <gw-select
          label=${talk.area}
          .options=${[...noArea, ...this.areas.map(({ id, name }) => ({ value: id, label: name }))]}
          .value=${area}
          @change=${(event: Event) => this.#type({ development_area_id: value(event) })}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${talk.due}
          min=${this.locale.format.today()}
          .value=${due}
          @input=${(event: Event) => this.#type({ due_on: value(event) })}
        ></gw-text-field>
      </div>
      ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => this.#send()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" size="small" ?busy=${this.busy} @click=${() => this.#send()}>
          ${accepting ? talk.accept : talk.propose}
        </gw-button>
        <gw-button variant="quiet" size="small" @click=${() => this.#leave()}>${common.cancel}</gw-button>
      </div>
    </div>`;
  }

  protected override firstUpdated(): void {
    void focusSoon(this, "gw-text-field");
  }

  #take({ before, after }: Picked): void {
    const content = (template: Picked["after"]) => {
      const { links: _, ...filled } = filledBy(template, this.areas, this.locale.format.today());
      return filled;
    };
    this.#type(refill(this.#typed, content(before), content(after)));
  }

  #leave(): void {
    draftsOf(this.api).keep(this.place);
    this.dispatchEvent(new Event("leave"));
  }

  #send(): void {
    const { title, description, development_area_id, due_on, template_id } = this.#typed;
    this.missing = title.trim() === "";
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
      return;
    }
    const content: CreateProposal = {
      title: title.trim(),
      development_area_id: development_area_id || null,
      due_on: due_on || null,
      ...(this.mode === "propose" && { description: description.trim() || null, template_id: template_id || null }),
    };
    this.dispatchEvent(new CustomEvent("send", { detail: content }));
  }
}
