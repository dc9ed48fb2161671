import type { ActionTemplate, Answer, CreateProposal, Proposal } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/states.js";
import { draftsOf } from "./drafts.js";
import { focusSoon } from "./focus.js";
import { ownWords } from "./texts.js";
import { daysAfter } from "./zone.js";

/** What a form of a proposal says. */
export interface ProposalDraft {
  title: string;
  description: string;
  area: string;
  due: string;
  template: string;
}

const nothingTyped: ProposalDraft = { title: "", description: "", area: "", due: "", template: "" };

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

  readonly #templates = new Loading(this, () => [this.mode], async ([mode], signal): Promise<readonly ActionTemplate[]> => {
    if (mode === "accept") {
      return [];
    }
    const { data } = await this.api.GET("/v1/action-templates", { params: { query: { limit: 100 } }, signal });
    return data.items;
  });

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
      area: this.areas.some(({ id }) => id === proposal.development_area_id) ? (proposal.development_area_id ?? "") : "",
      due: proposal.due_on ?? "",
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
    const { title, description, area, due } = this.#typed;
    const accepting = this.mode === "accept";
    const { proposal } = this;
    // An area or a day that was proposed can be changed, not taken away.
    const noArea = accepting && proposal?.development_area_id && area !== "" ? [] : [{ value: "", label: talk.noArea }];
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="stack">
      <div class="fields">
        ${this.#template()}
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
          @change=${(event: Event) => this.#type({ area: value(event) })}
        ></gw-select>
        <gw-text-field
          type="date"
          label=${talk.due}
          min=${this.locale.format.today()}
          .value=${due}
          @input=${(event: Event) => this.#type({ due: value(event) })}
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

  #template() {
    const { talk } = this.t;
    const templates = this.#templates.value ?? [];
    return templates.length === 0
      ? nothing
      : html`<gw-select
          class="wide"
          label=${talk.template}
          .options=${[{ value: "", label: talk.noTemplate }, ...templates.map(({ id, title }) => ({ value: id, label: title }))]}
          .value=${this.#typed.template}
          @change=${(event: Event) => this.#take(templates.find(({ id }) => id === (event.target as HTMLInputElement).value))}
        ></gw-select>`;
  }

  #take(template: ActionTemplate | undefined): void {
    if (template === undefined) {
      this.#type({ template: "" });
      return;
    }
    const { id, title, description, due_after_days: days } = template;
    const due = days === null ? "" : daysAfter(this.locale.format.today(), days);
    this.#type({ template: id, title, description: description ?? "", due });
  }

  #leave(): void {
    draftsOf(this.api).keep(this.place);
    this.dispatchEvent(new Event("leave"));
  }

  #send(): void {
    const { title, description, area, due, template } = this.#typed;
    this.missing = title.trim() === "";
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>("gw-text-field")?.focus();
      return;
    }
    const content: CreateProposal = {
      title: title.trim(),
      development_area_id: area || null,
      due_on: due || null,
      ...(this.mode === "propose" && { description: description.trim() || null, template_id: template || null }),
    };
    this.dispatchEvent(new CustomEvent("send", { detail: content }));
  }
}
