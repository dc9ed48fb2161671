import type { Coverage, Cycle, UpdateCycle } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { unlessChanged } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import { setTitle } from "../router.js";
import "../ui/card.js";
import "../ui/dialog.js";
import "../ui/menu.js";
import "./coverage.js";
import { participantsIn } from "./cycles.js";
import "./navigation.js";
import { steps } from "./steps.js";
import { hrStyles } from "./styles.js";

/** A cycle: its dates, who takes part, and how far the departments are. */
@element("groundwork-hr-cycle")
export class GroundworkHrCycle extends GroundworkView {
  @property({ attribute: "cycle-id" }) cycleId = "";
  @state() private asked: "close" | "delete" | undefined;
  @state() private busy = false;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    hrStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: var(--groundwork-space-4);
      }
      li {
        padding-block-start: var(--groundwork-space-3);
        border-block-start: 3px solid var(--groundwork-line);
      }
      li.over {
        border-color: var(--groundwork-accent);
      }
      .day {
        font-size: var(--groundwork-text-l);
        font-weight: 600;
      }
      .participants {
        margin-block-start: var(--groundwork-space-5);
      }
      h1 + gw-pill {
        margin-block-start: var(--groundwork-space-2);
      }
    `,
  ];

  readonly #loading = new Loading(this, () => [this.cycleId], async ([cycle_id], signal) => {
    const options = { params: { path: { cycle_id } }, signal };
    const [cycle, coverage] = await Promise.all([
      this.api.GET("/v1/cycles/{cycle_id}", options),
      this.api.GET("/v1/cycles/{cycle_id}/coverage", options),
    ]);
    setTitle(this, cycle.data.name);
    return { cycle: cycle.data, etag: cycle.etag, coverage: coverage.data };
  });

  protected override view() {
    const { hr } = this.t;
    return html`<gw-hr-navigation current="cycles"></gw-hr-navigation>
      <a class="back" href="#/hr/cycles"><gw-icon name="arrow-left"></gw-icon>${hr.cycles}</a>
      ${this.#loading.show(({ cycle, coverage }) => this.#cycle(cycle, coverage))} ${this.#dialog()}`;
  }

  #cycle(cycle: Cycle, coverage: Coverage) {
    const { hr, common } = this.t;
    const isOpen = cycle.status === "open";
    const items = [
      isOpen ? { id: "close", label: hr.cycle.close, icon: "lock" as const } : { id: "open", label: hr.cycle.reopen },
      { id: "delete", label: hr.cycle.delete, icon: "trash" as const },
    ];
    return html`<div class="head">
        <div>
          <h1>${cycle.name}</h1>
          <gw-pill tone=${isOpen ? "positive" : "neutral"} icon=${isOpen ? "clock" : "lock"}>${hr.cycle[cycle.status]}</gw-pill>
        </div>
        <div class="row">
          <gw-button icon="edit" href="#/hr/cycles/${cycle.id}/edit">${hr.cycle.edit}</gw-button>
          <gw-menu label=${common.more} .items=${items} @select=${(event: CustomEvent<string>) => this.#picked(event.detail)}></gw-menu>
        </div>
      </div>
      <div class="stack">
        <gw-card heading=${hr.cycle.dates}>
          ${this.#dates(cycle)}
          <p class="participants"><span class="muted">${hr.cycle.participants}:</span> ${this.#participants(cycle)}</p>
        </gw-card>
        <gw-card heading=${hr.cycle.coverage}>
          ${coverage.items.length === 0
            ? html`<gw-empty icon="users" heading=${hr.cycle.coverageEmpty} text=${hr.cycle.coverageEmptyText}>
                <gw-button href="#/hr/cycles/${cycle.id}/edit">${hr.cycle.edit}</gw-button>
              </gw-empty>`
            : html`<gw-hr-coverage .coverage=${coverage}></gw-hr-coverage>`}
        </gw-card>
      </div>`;
  }

  #dates(cycle: Cycle) {
    const texts = this.t.hr.cycle;
    const { format } = this.locale;
    return html`<ol role="list">
      ${steps.map(
        (step) => html`<li class=${cycle[step] < format.today() ? "over" : ""}>
          <div class="muted small">${texts.steps[step]}</div>
          <div class="day">${format.date(cycle[step])}</div>
          <div class="muted small">${format.relative(cycle[step])}</div>
        </li>`,
      )}
    </ol>`;
  }

  #participants({ participants }: Cycle) {
    const { cycle } = this.t.hr;
    const { departments, person_ids } = participants;
    const named = departments.length > 0 && departments.length <= 12 ? this.locale.format.list(departments) : undefined;
    const others = person_ids.length > 0 ? cycle.personCount(person_ids.length) : undefined;
    return named === undefined ? participantsIn(cycle, participants) : html`${named}${others === undefined ? nothing : ` · ${others}`}`;
  }

  #dialog() {
    const { hr, common } = this.t;
    const isClose = this.asked === "close";
    const [heading, text, button] = isClose
      ? [hr.cycle.closeTitle, hr.cycle.closeText, hr.cycle.close]
      : [hr.cycle.deleteTitle, hr.cycle.deleteText, hr.cycle.delete];
    return html`<gw-dialog heading=${heading} ?open=${this.asked !== undefined} @close=${() => (this.asked = undefined)}>
      <p>${text}</p>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${() => (this.asked = undefined)}>${common.cancel}</gw-button>
      <gw-button
        slot="footer"
        variant=${isClose ? "primary" : "danger"}
        ?busy=${this.busy}
        @click=${() => (isClose ? this.#setStatus("closed") : this.#delete())}
        >${button}</gw-button
      >
    </gw-dialog>`;
  }

  #picked(id: string): void {
    this.error = undefined;
    if (id === "open") {
      void this.#setStatus("open");
    } else {
      this.asked = id as "close" | "delete";
    }
  }

  get #version() {
    const etag = this.#loading.value?.etag;
    return { path: { cycle_id: this.cycleId }, header: { ...(etag && { "If-Match": etag }) } };
  }

  #setStatus(status: NonNullable<UpdateCycle["status"]>): Promise<void> {
    return this.#change(async () => {
      const sent = this.api.PATCH("/v1/cycles/{cycle_id}", { params: this.#version, body: { status } });
      const result = await unlessChanged<Cycle>(sent);
      const before = this.#loading.value;
      if (result.changed && before !== undefined) {
        this.#loading.value = { ...before, cycle: result.data, etag: result.etag };
        toast(this, this.t.hr.cycle.saved);
      } else {
        await this.#loading.reload();
        toast(this, this.t.common.errors.conflictText, "neutral");
      }
    });
  }

  #delete(): Promise<void> {
    return this.#change(async () => {
      await this.api.DELETE("/v1/cycles/{cycle_id}", { params: this.#version });
      toast(this, this.t.hr.cycle.deleted);
      location.hash = "#/hr/cycles";
    });
  }

  async #change(send: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await send();
      this.asked = undefined;
    } catch (error) {
      this.error = error;
      // Opening again asks nothing before, so there is no dialog to show the error in.
      if (this.asked === undefined) {
        toast(this, this.t.common.errors.notNow, "critical");
      }
    } finally {
      this.busy = false;
    }
  }
}
