import type { Discussion, Rhythm } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/states.js";
import type { Drafts } from "./drafts.js";
import { focusSoon } from "./focus.js";
import { ownWords } from "./texts.js";
import { daysAfter, instantOf, localTimeOf } from "./zone.js";

export const rhythms = ["none", "monthly", "every_6_weeks", "quarterly", "half_yearly"] as const satisfies readonly Rhythm[];

/** When and where a talk is. */
export interface Schedule {
  starts_at: string;
  ends_at: string;
  location: string | null;
  rhythm: Rhythm;
}

interface Typed {
  day: string;
  time: string;
  minutes: number;
  location: string;
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
  /** Keeps what is typed, under this name. */
  @property({ attribute: false }) drafts: Drafts | undefined;
  @property() place = "";

  @state() private missing: "day" | "time" | undefined;

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

  protected override firstUpdated(): void {
    void focusSoon(this, "gw-text-field");
  }

  /** What the form says: what was typed, or else the talk as it is, or a good guess. */
  get #typed(): Typed {
    const { talk, zone } = this;
    const typed = this.drafts?.get<Typed>(this.place);
    if (typed !== undefined) {
      return typed;
    }
    if (talk === undefined) {
      const day = daysAfter(localTimeOf(new Date(), zone).day, 7);
      return { day, time: "10:00", minutes: 60, location: "", rhythm: "none" };
    }
    const start = new Date(talk.starts_at);
    const minutes = Math.round((Date.parse(talk.ends_at) - start.getTime()) / 60_000);
    return { ...localTimeOf(start, zone), minutes, location: talk.location ?? "", rhythm: talk.rhythm };
  }

  #type(change: Partial<Typed>): void {
    this.drafts?.keep(this.place, { ...this.#typed, ...change });
    this.missing = undefined;
    this.requestUpdate();
  }

  protected override render() {
    const { talk, common } = this.t;
    const wrong = explain(this.error, this.t);
    const fault = (pointer: string) =>
      this.error === undefined ? undefined : wrong.fields.find((field) => field.pointer === pointer)?.detail;
    const { day, time, minutes, location, rhythm } = this.#typed;
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    const lengths = [...new Set([30, 45, 60, 90, 120, minutes])].sort((one, other) => one - other);
    return html`<div class="stack">
      <div class="fields">
        <gw-text-field
          type="date"
          label=${talk.day}
          .value=${day}
          .error=${this.missing === "day" ? talk.dayMissing : fault("/starts_at")}
          @input=${(event: Event) => this.#type({ day: value(event) })}
        ></gw-text-field>
        <gw-text-field
          type="time"
          label=${talk.time}
          .value=${time}
          .error=${this.missing === "time" ? talk.timeMissing : undefined}
          @input=${(event: Event) => this.#type({ time: value(event) })}
        ></gw-text-field>
        <p class="muted small wide">${talk.inZone(this.zone.replaceAll("_", " "))}</p>
        <gw-select
          label=${talk.length}
          .options=${lengths.map((length) => ({ value: String(length), label: talk.minutes(length) }))}
          .value=${String(minutes)}
          @change=${(event: Event) => this.#type({ minutes: Number(value(event)) })}
        ></gw-select>
        <gw-select
          label=${talk.rhythmLabel}
          .options=${rhythms.map((one) => ({ value: one, label: talk.rhythm[one] }))}
          .value=${rhythm}
          @change=${(event: Event) => this.#type({ rhythm: value(event) as Rhythm })}
        ></gw-select>
        <gw-text-field
          class="wide"
          label=${talk.place}
          hint=${talk.placeHint}
          maxlength="200"
          .value=${location}
          .error=${fault("/location")}
          @input=${(event: Event) => this.#type({ location: value(event) })}
        ></gw-text-field>
      </div>
      ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => this.submit()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" ?busy=${this.busy} @click=${() => this.submit()}>
          ${this.talk === undefined ? talk.planIt : common.save}
        </gw-button>
        <gw-button variant="quiet" @click=${() => this.#leave()}>${common.cancel}</gw-button>
      </div>
    </div>`;
  }

  #leave(): void {
    this.drafts?.keep(this.place);
    this.dispatchEvent(new Event("leave"));
  }

  submit(): void {
    const { day, time, minutes, location, rhythm } = this.#typed;
    this.missing = day === "" ? "day" : time === "" ? "time" : undefined;
    if (this.missing !== undefined) {
      return;
    }
    const starts = instantOf({ day, time }, this.zone);
    const schedule: Schedule = {
      starts_at: starts.toISOString(),
      ends_at: new Date(starts.getTime() + minutes * 60_000).toISOString(),
      location: location.trim() || null,
      rhythm,
    };
    this.dispatchEvent(new CustomEvent("schedule", { detail: schedule }));
  }
}
