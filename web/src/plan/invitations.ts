import type { FeedbackRequest, Plan, RequestFeedback, Section } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { findPeople } from "../find.js";
import { Attempt } from "../talk/attempt.js";
import { focusSoon } from "../talk/focus.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/field.js";
import "../ui/states.js";
import "../ui/status.js";
import "../ui/suggest.js";
import type { Suggestion } from "../ui/suggest.js";
import { sections } from "./model.js";

interface Written {
  reviewer: Suggestion | undefined;
  sections: readonly Section[];
  message: string;
  due_on: string;
}

const nothingWritten: Written = { reviewer: undefined, sections, message: "", due_on: "" };

/** Whom the owner of a plan has asked for feedback, and a form to invite someone. Event `changed` after each change. */
@element("gw-plan-invitations")
export class GwPlanInvitations extends GroundworkView {
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) requests: readonly FeedbackRequest[] = [];

  @state() private written: Written | undefined;
  @state() private checked = false;
  @state() private busy = "";
  @state() private error: unknown;
  readonly #attempt = new Attempt();

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
      }
      section,
      gw-card .stack {
        --gap: var(--groundwork-space-4);
      }
      ul {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        align-items: start;
      }
      .who {
        overflow-wrap: anywhere;
      }
      .who strong {
        font-weight: 560;
      }
      .state {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2);
      }
      .state gw-button {
        margin-inline-start: calc(-1 * var(--groundwork-space-3));
      }
      .pair {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 30rem) {
        li {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }
        .state {
          grid-column: auto;
        }
        .state gw-button {
          margin-inline-start: 0;
        }
        .pair {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `,
  ];

  protected override view(): TemplateResult {
    const { invite } = this.t.plan;
    const goesOn = this.plan.status === "shared" || this.plan.status === "agreed";
    return html`<section class="stack" aria-labelledby="asked">
      <h3 id="asked">${invite.title}</h3>
      ${this.error === undefined || this.written !== undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.requests.length === 0 ? nothing : html`<ul role="list">${this.requests.map((request) => this.#request(request, goesOn))}</ul>`}
      ${!goesOn ? nothing : this.written === undefined ? this.#offer() : html`<gw-card heading=${invite.form}>${this.#form(this.written)}</gw-card>`}
    </section>`;
  }

  #request(request: FeedbackRequest, goesOn: boolean): TemplateResult {
    const { plan } = this.t;
    const { invite } = plan;
    const { id, reviewer, origin, due_on, status } = request;
    const facts = [
      origin === "share"
        ? invite.byShare
        : invite.reads(this.locale.format.list(sections.filter((section) => request.sections.includes(section)).map((section) => plan.section[section]))),
      due_on === null ? "" : invite.wantedBy(this.locale.format.date(due_on)),
    ];
    return html`<li>
      <gw-avatar name=${reviewer.display_name}></gw-avatar>
      <div class="who">
        <strong><bdi>${reviewer.display_name}</bdi></strong>
        <p class="small muted">${facts.filter(Boolean).join(" · ")}</p>
      </div>
      <div class="state">
        <gw-pill tone=${status === "answered" ? "positive" : "neutral"} icon=${status === "answered" ? "check" : "clock"}>${invite.status[status]}</gw-pill>
        ${origin === "invitation" && goesOn
          ? html`<gw-button
              size="small"
              variant="quiet"
              label=${invite.takeBackOf(reviewer.display_name)}
              ?busy=${this.busy === id}
              @click=${() => void this.#takeBack(request)}
              >${invite.takeBack}</gw-button
            >`
          : nothing}
      </div>
    </li>`;
  }

  #offer(): TemplateResult {
    const { invite } = this.t.plan;
    return html`<p class="muted small">${invite.text}</p>
      <div class="row">
        <gw-button class="add" size="small" icon="plus" @click=${() => this.#open()}>${invite.add}</gw-button>
      </div>`;
  }

  #form(written: Written): TemplateResult {
    const { invite, section } = this.t.plan;
    const set = (change: Partial<Written>) => (this.written = { ...(this.written ?? written), ...change });
    const textOf = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="stack">
      <div class="pair">
        <gw-suggest
          label=${invite.person}
          .find=${findPeople(this.api)}
          .value=${written.reviewer?.label ?? ""}
          .error=${this.checked && written.reviewer === undefined ? invite.personMissing : undefined}
          @pick=${({ detail }: CustomEvent<Suggestion | undefined>) => set({ reviewer: detail })}
        ></gw-suggest>
        <gw-text-field
          type="date"
          label=${invite.due}
          min=${this.locale.format.today()}
          .value=${written.due_on}
          @change=${(event: Event) => set({ due_on: textOf(event) })}
        ></gw-text-field>
      </div>
      <gw-choice
        multiple
        label=${invite.sections}
        .options=${sections.map((value) => ({ value, label: section[value] }))}
        .values=${written.sections}
        .error=${this.checked && written.sections.length === 0 ? invite.sectionsMissing : undefined}
        @change=${(event: Event) => set({ sections: (event.target as HTMLElement & { values: readonly Section[] }).values })}
      ></gw-choice>
      <gw-text-field
        multiline
        rows="2"
        maxlength="2000"
        label=${invite.message}
        hint=${this.t.common.optional}
        .value=${written.message}
        @input=${(event: Event) => set({ message: textOf(event) })}
      ></gw-text-field>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy === "invite"} @click=${() => void this.#invite()}>${invite.send}</gw-button>
        <gw-button @click=${() => this.#close()}>${this.t.common.cancel}</gw-button>
      </div>
    </div>`;
  }

  #open(): void {
    this.written = nothingWritten;
    this.checked = false;
    this.error = undefined;
    void focusSoon(this, "gw-suggest");
  }

  #close(): void {
    this.written = undefined;
    this.error = undefined;
    void focusSoon(this, ".add");
  }

  async #invite(): Promise<void> {
    const { reviewer, sections: chosen, message, due_on } = this.written ?? nothingWritten;
    this.checked = true;
    if (reviewer === undefined || chosen.length === 0) {
      void focusSoon(this, reviewer === undefined ? "gw-suggest" : "gw-choice");
      return;
    }
    const body: RequestFeedback = {
      reviewer_id: reviewer.id,
      sections: [...chosen],
      message: message.trim() || null,
      due_on: due_on || null,
    };
    await this.#try("invite", async () => {
      const params = { path: { plan_id: this.plan.id }, header: this.#attempt.header(body) };
      await this.api.POST("/v1/plans/{plan_id}/feedback-requests", { params, body });
      this.#attempt.done();
      this.#close();
      toast(this, this.t.plan.invite.sent(reviewer.label));
    });
  }

  async #takeBack({ id, reviewer }: FeedbackRequest): Promise<void> {
    await this.#try(id, async () => {
      await this.api.DELETE("/v1/feedback-requests/{feedback_request_id}", { params: { path: { feedback_request_id: id } } });
      toast(this, this.t.plan.invite.takenBack(reviewer.display_name));
      void focusSoon(this, ".add");
    });
  }

  async #try(busy: string, work: () => Promise<void>): Promise<void> {
    this.busy = busy;
    this.error = undefined;
    try {
      await work();
      this.dispatchEvent(new Event("changed"));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = "";
    }
  }
}
