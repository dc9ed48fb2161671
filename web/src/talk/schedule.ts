import type { Discussion, Rhythm } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/states.js";
import { daysAfter, instantOf, localTimeOf } from "./zone.js";

export const rhythms = ["none", "monthly", "every_6_weeks", "quarterly", "half_yearly"] as const satisfies readonly Rhythm[];

/** When and where a talk is. */
export interface Schedule {
  starts_at: string;
  ends_at: string;
  location: string | null;
  rhythm: Rhythm;
}

/** Asks when a talk is, in the person's zone (`zone`). Event `schedule` with a `Schedule`; `busy` and `error` come from outside. */
@element("gw-talk-schedule")
export class GwTalkSchedule extends GroundworkElement {
  /** The talk to change; a new one without. */
  @property({ attribute: false }) talk: Discussion | undefined;
  @property() zone = "UTC";
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) error: unknown;

  @state() private day = "";
  @state() private time = "";
  @state() private minutes = 60;
  @state() private location = "";
  @state() private rhythm: Rhythm = "none";
  @state() private missing: "day" | "time" | undefined;

  static override styles = [
    base,
    layout,
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
      }
      .fields > * {
        min-inline-size: 0;
      }
      @container (inline-size >= 26rem) {
        .fields {
          grid-template-columns: 1fr 1fr;
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const { talk } = this;
    if (talk !== undefined) {
      const start = new Date(talk.starts_at);
      ({ day: this.day, time: this.time } = localTimeOf(start, this.zone));
      this.minutes = Math.round((Date.parse(talk.ends_at) - start.getTime()) / 60_000);
      this.location = talk.location ?? "";
      this.rhythm = talk.rhythm;
    } else if (this.day === "") {
      this.day = daysAfter(localTimeOf(new Date(), this.zone).day, 7);
      this.time = "10:00";
    }
  }

  protected override render() {
    const { talk, common } = this.t;
    const wrong = explain(this.error, this.t);
    const fault = (pointer: string) =>
      this.error === undefined ? undefined : wrong.fields.find((field) => field.pointer === pointer)?.detail;
    const lengths = [...new Set([30, 45, 60, 90, 120, this.minutes])].sort((one, other) => one - other);
    return html`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${talk.day}
          .value=${this.day}
          .error=${this.missing === "day" ? talk.dayMissing : fault("/starts_at")}
          @input=${(event: Event) => (this.day = (event.target as HTMLInputElement).value)}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${talk.time}
          .value=${this.time}
          .error=${this.missing === "time" ? talk.timeMissing : undefined}
          @input=${(event: Event) => (this.time = (event.target as HTMLInputElement).value)}
        ></gw-text-field>
        <p class="muted small wide">${talk.inZone(this.zone.replaceAll("_", " "))}</p>
        <gw-select
          label=${talk.length}
          .options=${lengths.map((minutes) => ({ value: String(minutes), label: talk.minutes(minutes) }))}
          .value=${String(this.minutes)}
          @change=${(event: Event) => (this.minutes = Number((event.target as HTMLInputElement).value))}
        ></gw-select>
        <gw-select
          label=${talk.rhythmLabel}
          .options=${rhythms.map((rhythm) => ({ value: rhythm, label: talk.rhythm[rhythm] }))}
          .value=${this.rhythm}
          @change=${(event: Event) => (this.rhythm = (event.target as HTMLInputElement).value as Rhythm)}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${talk.place}
          hint=${talk.placeHint}
          maxlength="200"
          dir="auto"
          .value=${this.location}
          .error=${fault("/location")}
          @input=${(event: Event) => (this.location = (event.target as HTMLInputElement).value)}
        ></gw-text-field>
      </div>
      ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${() => this.submit()}>
          ${this.talk === undefined ? talk.planIt : common.save}
        </gw-button>
        <gw-button variant="quiet" @click=${() => this.dispatchEvent(new Event("leave"))}>${common.cancel}</gw-button>
      </div>
    </div>`;
  }

  submit(): void {
    this.missing = this.day === "" ? "day" : this.time === "" ? "time" : undefined;
    if (this.missing !== undefined) {
      return;
    }
    const starts = instantOf({ day: this.day, time: this.time }, this.zone);
    const schedule: Schedule = {
      starts_at: starts.toISOString(),
      ends_at: new Date(starts.getTime() + this.minutes * 60_000).toISOString(),
      location: this.location.trim() || null,
      rhythm: this.rhythm,
    };
    this.dispatchEvent(new CustomEvent("schedule", { detail: schedule }));
  }
}
