import type { HandoverItem } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { layout, base } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import { setTitle } from "../router.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/field.js";
import type { GwChoice, GwTextField } from "../ui/field.js";
import "../ui/states.js";

interface Decision {
  take: boolean;
  message: string;
}

/** What a former manager has left behind, for the new one to take over or to decline. */
@element("groundwork-handover")
export class GroundworkHandover extends GroundworkView {
  /** The owner of the plans. */
  @property({ attribute: "person-id" }) personId = "";
  @state() private decisions: ReadonlyMap<string, Decision> = new Map();
  @state() private sending = false;
  @state() private tried = false;
  @state() private error: unknown;

  readonly #handover = new Loading(this, () => [this.personId], async ([personId], signal) => {
    const path = { person_id: personId };
    // A manager may not read a person of the directory, but the owner of a plan is in it.
    const [{ data: plans }, { data: handover }] = await Promise.all([
      this.api.GET("/v1/plans", { params: { query: { owner_id: personId, limit: 1 } }, signal }),
      this.api.GET("/v1/people/{person_id}/handover", { params: { path }, signal }),
    ]);
    return { name: plans.items[0]?.owner.display_name ?? "", items: handover.items };
  });

  static override styles = [
    base,
    layout,
    css`
      .sheet {
        max-inline-size: var(--groundwork-measure);
      }
    `,
  ];

  protected override view() {
    return this.#handover.show(({ name, items }) => this.#shown(name, items));
  }

  protected override updated(): void {
    const name = this.#handover.value?.name;
    if (name) {
      setTitle(this, this.t.team.handoverOf(name));
    }
  }

  #shown(name: string, items: readonly HandoverItem[]) {
    const { team } = this.t;
    return html`<div class="page-head">
        <a class="back" href="#/team"><gw-icon name="arrow-left"></gw-icon>${team.title}</a>
        <h1 dir="auto">${name === "" ? team.handover : team.handoverOf(name)}</h1>
        <p>${team.handoverText}</p>
      </div>
      ${items.length === 0
        ? html`<gw-empty icon="check-circle" heading=${team.handoverNone} text=${team.handoverNoneText}></gw-empty>`
        : html`<div class="sheet stack">
            ${items.map((item) => this.#item(item))}
            ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => void this.#decide()}></gw-error>`}
            <div>
              <gw-button variant="primary" ?busy=${this.sending} ?disabled=${this.decisions.size === 0} @click=${() => void this.#decide()}>
                ${team.decide}
              </gw-button>
            </div>
          </div>`}`;
  }

  #item(item: HandoverItem) {
    const { team } = this.t;
    const decision = this.decisions.get(item.id);
    const due = item.due_on === null ? team.noDue : team.due(this.locale.format.date(item.due_on));
    const choose = (value: string) => {
      const decisions = new Map(this.decisions);
      if (value === "") {
        decisions.delete(item.id);
      } else {
        decisions.set(item.id, { take: value === "take", message: decision?.message ?? "" });
      }
      this.decisions = decisions;
    };
    const say = (message: string) => {
      this.decisions = new Map(this.decisions).set(item.id, { take: false, message });
    };
    return html`<gw-card heading=${item.title}>
      <div class="stack tight">
        <p class="muted small">${team.handoverKind[item.kind]} · ${team.promisedBy(item.responsible.display_name)} · ${due}</p>
        <gw-choice
          label-hidden
          label=${team.decideOn(item.title)}
          .options=${[
            { value: "take", label: team.take },
            { value: "decline", label: team.decline },
            { value: "", label: team.undecided },
          ]}
          .value=${decision === undefined ? "" : decision.take ? "take" : "decline"}
          @change=${(event: Event) => choose((event.target as GwChoice).value)}
        ></gw-choice>
        ${decision?.take === false
          ? html`<gw-text-field
              multiline
              required
              rows="2"
              maxlength="2000"
              label=${team.why}
              error=${this.tried && decision.message.trim() === "" ? team.whyNeeded : nothing}
              .value=${decision.message}
              @input=${(event: Event) => say((event.target as GwTextField).value)}
            ></gw-text-field>`
          : nothing}
      </div>
    </gw-card>`;
  }

  async #decide(): Promise<void> {
    const decisions = [...this.decisions];
    this.tried = true;
    if (decisions.some(([, { take, message }]) => !take && message.trim() === "")) {
      return;
    }
    this.sending = true;
    this.error = undefined;
    try {
      const { data } = await this.api.POST("/v1/people/{person_id}/handover", {
        params: { path: { person_id: this.personId } },
        body: {
          take: decisions.flatMap(([id, { take }]) => (take ? [id] : [])),
          decline: decisions.flatMap(([id, { take, message }]) => (take ? [] : [{ id, message }])),
        },
      });
      const loaded = this.#handover.value;
      if (loaded !== undefined) {
        this.#handover.value = { ...loaded, items: data.items };
      }
      this.decisions = new Map();
      this.tried = false;
      toast(this, this.t.team.decided);
    } catch (error) {
      this.error = error;
    } finally {
      this.sending = false;
    }
  }
}
