import type { PersonRef, Rhythm } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/dialog.js";
import "../ui/field.js";
import "../ui/icon.js";
import "../ui/menu.js";
import "../ui/states.js";
import "../ui/status.js";
import "./agenda.js";
import { Following, type TalkDocument } from "./document.js";
import { focusSoon } from "./focus.js";
import "./note-field.js";
import type { GwTalkOutcomes } from "./outcomes.js";
import "./outcomes.js";
import { rhythms, type Schedule } from "./schedule.js";
import "./schedule.js";
import { ownWords } from "./texts.js";
import { dayOf, downloadCalendar, hoursOf, untilStart } from "./when.js";

const hour = 3_600_000;
/** Between two looks at what the other has written. */
const pause = 20_000;

/** Whether the talk begins soon, or has begun: finishing it is then the one thing to do. */
function isTime(starts_at: string): boolean {
  return Date.parse(starts_at) - Date.now() < hour / 4;
}

/** A link to a call is one to follow; anything else is a text. */
function place(location: string) {
  return /^https:\/\/\S+$/.test(location)
    ? html`<a href=${location} target="_blank" rel="noopener noreferrer"><bdi>${location}</bdi></a>`
    : html`<bdi>${location}</bdi>`;
}

/**
 * A talk to come: prepared, changed, cancelled and held here. Events `change` (it was moved or cancelled) and `held`.
 */
@element("gw-talk-planned")
export class GwTalkPlanned extends GroundworkView {
  @property({ attribute: false }) document: TalkDocument | undefined;
  /** Who takes part, and may be responsible for what comes out. */
  @property({ attribute: false }) people: readonly PersonRef[] = [];
  /** The person who is signed in. */
  @property({ attribute: false }) me = "";
  @property() zone = "UTC";
  @property({ type: Boolean, attribute: "read-only" }) readOnly = false;

  @state() private asks: "change" | "cancel" | "finish" | undefined;
  @state() private busy: "change" | "cancel" | "finish" | "calendar" | undefined;
  @state() private error: unknown;
  @state() private rhythm: Rhythm = "none";

  @query("gw-talk-outcomes") private outcomes!: GwTalkOutcomes;

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Following(this, () => this.document);
  }

  static override styles = [
    base,
    layout,
    ownWords,
    css`
      :host {
        container-type: inline-size;
      }
      .when {
        display: grid;
        gap: var(--groundwork-space-2);
      }
      .when h2 {
        font-size: var(--groundwork-text-2xl);
      }
      .when .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1) var(--groundwork-space-4);
        overflow-wrap: anywhere;
      }
      .facts span {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-inline-size: 0;
      }
      .actions {
        margin-block-start: var(--groundwork-space-3);
      }
      .parts {
        display: grid;
        gap: var(--groundwork-space-5);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (inline-size >= 52rem) {
        /* Two versions of the notes stand side by side across the whole width. */
        .parts:not(.conflict) {
          grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
          align-items: start;
        }
      }
      .end {
        display: grid;
        justify-items: start;
        gap: var(--groundwork-space-2);
      }
      ul.came {
        padding-inline-start: 1.25rem;
      }
      li,
      .came {
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override view() {
    const { document } = this;
    if (document === undefined) {
      return nothing;
    }
    const { talk } = this.t;
    const error = document.error;
    return html`<div class="stack">
      ${this.#head(document)}
      ${error === undefined
        ? nothing
        : html`<div class="stack tight">
            <gw-error inline .error=${error} @retry=${() => void document.saveLists()}></gw-error>
            <div class="row"><gw-button size="small" variant="quiet" @click=${() => document.discardLists()}>${talk.discard}</gw-button></div>
          </div>`}
      ${this.readOnly
        ? html`<p class="muted">${talk.timesOnly}</p>`
        : html`<div class="parts ${document.sharedNotes.theirs === undefined ? "" : "conflict"}">
              <gw-card heading=${talk.agenda}><gw-talk-agenda .document=${document}></gw-talk-agenda></gw-card>
              <gw-card heading=${talk.notes}>
                <div class="stack">
                  <gw-talk-note kind="shared" .document=${document}></gw-talk-note>
                  <gw-talk-note kind="private" .document=${document}></gw-talk-note>
                </div>
              </gw-card>
            </div>
            <gw-card heading=${talk.outcomes}>
              <gw-talk-outcomes .document=${document} .people=${this.people}></gw-talk-outcomes>
            </gw-card>
            ${this.#end(document)} ${this.#cancelDialog(document)} ${this.#finishDialog(document)}`}
    </div>`;
  }

  #head(document: TalkDocument) {
    const { talk, common } = this.t;
    const it = document.talk;
    if (this.asks === "change") {
      return html`<gw-card heading=${talk.changeIt}>
        <gw-talk-schedule
          .talk=${it}
          zone=${this.zone}
          ?busy=${this.busy === "change"}
          .error=${this.error}
          .drafts=${document.drafts}
          place="change ${it.id}"
          @schedule=${(event: CustomEvent<Schedule>) => void this.#move(document, event.detail)}
          @leave=${() => this.#leaveChange()}
        ></gw-talk-schedule>
      </gw-card>`;
    }
    const others = this.people.filter(({ id }) => id !== this.me).map(({ display_name }) => display_name);
    const pick = (event: CustomEvent<string>) => this.#ask(event.detail as "cancel");
    return html`<gw-card tone="accent">
      <div class="when">
        <p class="eyebrow">${talk.next} · ${untilStart(it, this.locale, this.zone)}</p>
        <h2>${dayOf(it, this.locale)}</h2>
        <p class="facts">
          <span><gw-icon name="clock"></gw-icon>${hoursOf(it, this.locale)}</span>
          ${others.length > 0
            ? html`<span><gw-icon name="users"></gw-icon><bdi>${this.locale.format.list(others)}</bdi></span>`
            : nothing}
          ${it.location ? html`<span><gw-icon name="flag"></gw-icon>${place(it.location)}</span>` : nothing}
          ${it.rhythm === "none"
            ? nothing
            : html`<span><gw-icon name="calendar"></gw-icon>${talk.rhythm[it.rhythm]}</span>`}
        </p>
        ${it.time_zone === this.zone ? nothing : html`<p class="muted small">${talk.inZone(this.zone.replaceAll("_", " "))}</p>`}
        ${this.readOnly
          ? nothing
          : html`<div class="row actions">
              <gw-button class="change" size="small" icon="edit" @click=${() => this.#ask("change")}>${talk.change}</gw-button>
              <gw-button
                size="small"
                icon="download"
                ?busy=${this.busy === "calendar"}
                @click=${() => void this.#download(document)}
              >
                ${talk.toCalendar}
              </gw-button>
              <gw-menu
                label=${common.more}
                .items=${[{ id: "cancel", label: talk.cancelIt, icon: "close" as const }]}
                @select=${pick}
              ></gw-menu>
            </div>`}
      </div>
    </gw-card>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#lookAgain(), pause);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** While they talk, each sees what the other ticks and writes. */
  #lookAgain(): void {
    const { document: talk } = this;
    const isNow = talk !== undefined && isTime(talk.talk.starts_at) && Date.parse(talk.talk.ends_at) > Date.now() - hour;
    if (isNow && document.visibilityState === "visible" && navigator.onLine) {
      // It is looked at again soon anyway.
      talk.reload().catch(() => undefined);
    }
  }

  #end({ talk: { starts_at } }: TalkDocument) {
    const { talk } = this.t;
    return html`<div class="end">
      ${this.error !== undefined && this.asks === undefined
        ? html`<gw-error inline no-retry .error=${this.error}></gw-error>`
        : nothing}
      <gw-button
        variant=${isTime(starts_at) ? "primary" : "secondary"}
        icon="check"
        ?busy=${this.busy === "finish" && this.asks === undefined}
        @click=${() => void this.#askToFinish()}
      >
        ${talk.finish}
      </gw-button>
      <p class="muted small">${talk.finishHint}</p>
    </div>`;
  }

  #cancelDialog(document: TalkDocument) {
    const { talk } = this.t;
    const place = `cancel ${document.talk.id}`;
    return html`<gw-dialog heading=${talk.cancelTitle} ?open=${this.asks === "cancel"} @close=${() => this.#ask(undefined)}>
      <p>${document.talk.rhythm === "none" ? talk.cancelText : talk.cancelRhythmText}</p>
      <gw-text-field
        multiline
        rows="2"
        label=${talk.cancelMessage}
        maxlength="2000"
        .value=${document.drafts.get<string>(place) ?? ""}
        @input=${(event: Event) => document.drafts.keep(place, (event.target as HTMLInputElement).value || undefined)}
      ></gw-text-field>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${() => this.#ask(undefined)}>${talk.keepIt}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy === "cancel"} @click=${() => void this.#cancel(document)}>
        ${talk.cancelIt}
      </gw-button>
    </gw-dialog>`;
  }

  #finishDialog(document: TalkDocument) {
    const { talk } = this.t;
    const { outcomes, agenda } = document.talk;
    const items = outcomes.filter(({ action_item }) => action_item !== null).length;
    const open = agenda.filter(({ done }) => !done).length;
    return html`<gw-dialog heading=${talk.finishTitle} ?open=${this.asks === "finish"} @close=${() => this.#ask(undefined)}>
      ${outcomes.length === 0
        ? html`<p>${talk.nothingCame}</p>`
        : html`<div class="stack tight">
            <ul class="came">${outcomes.map(({ text }) => html`<li dir="auto">${text}</li>`)}</ul>
            ${items > 0 ? html`<p class="muted">${talk.becomeItems(items)}</p>` : nothing}
          </div>`}
      ${open > 0 ? html`<p class="muted">${talk.openPoints(open)}</p>` : nothing}
      <gw-select
        label=${talk.nextRhythm}
        hint=${talk.nextRhythmHint}
        .options=${rhythms.map((rhythm) => ({ value: rhythm, label: talk.rhythm[rhythm] }))}
        .value=${this.rhythm}
        @change=${(event: Event) => (this.rhythm = (event.target as HTMLInputElement).value as Rhythm)}
      ></gw-select>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <gw-button slot="footer" @click=${() => this.#ask(undefined)}>${talk.goOn}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.busy === "finish"} @click=${() => void this.#finish(document)}>
        ${talk.finish}
      </gw-button>
    </gw-dialog>`;
  }

  #ask(what: "change" | "cancel" | "finish" | undefined): void {
    this.asks = what;
    this.error = undefined;
  }

  #leaveChange(): void {
    this.#ask(undefined);
    void focusSoon(this, ".change");
  }

  async #askToFinish(): Promise<void> {
    const { document } = this;
    if (document === undefined) {
      return;
    }
    await this.#try("finish", async () => {
      await this.outcomes.addTyped();
      await document.flush();
      // So that what is confirmed is what is there.
      await document.reload();
      this.rhythm = document.talk.rhythm;
      this.#ask("finish");
    });
  }

  async #finish(document: TalkDocument): Promise<void> {
    const { rhythm } = this;
    await this.#try("finish", async () => {
      if (document.talk.rhythm !== rhythm) {
        await document.change(() => ({ rhythm }));
      }
      await document.hold();
      this.#ask(undefined);
      this.dispatchEvent(new Event("held"));
    });
  }

  async #move(document: TalkDocument, { starts_at, ends_at, location, rhythm }: Schedule): Promise<void> {
    await this.#try("change", async () => {
      await document.change(() => ({ starts_at, ends_at, location, rhythm }));
      document.drafts.keep(`change ${document.talk.id}`);
      this.#leaveChange();
      toast(this, this.t.talk.moved);
      this.dispatchEvent(new Event("change"));
    });
  }

  async #cancel(document: TalkDocument): Promise<void> {
    await this.#try("cancel", async () => {
      await document.flush();
      const place = `cancel ${document.talk.id}`;
      await document.cancel(document.drafts.get<string>(place) ?? "");
      document.drafts.keep(place);
      this.#ask(undefined);
      toast(this, this.t.talk.cancelled);
      this.dispatchEvent(new Event("change"));
    });
  }

  async #download(document: TalkDocument): Promise<void> {
    await this.#try("calendar", () => downloadCalendar(this.api, document.talk));
    if (this.error !== undefined) {
      toast(this, explain(this.error, this.t).title, "critical");
      this.error = undefined;
    }
  }

  async #try(what: "change" | "cancel" | "finish" | "calendar", work: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.error = undefined;
    try {
      await work();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = undefined;
    }
  }
}
