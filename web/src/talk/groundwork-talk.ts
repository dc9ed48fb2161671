import type { Discussion, PersonRef, Plan } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";

import type { Me } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import { rightsOn, type Rights } from "../rights.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/icon.js";
import "../ui/states.js";
import { Attempt } from "./attempt.js";
import "./calendar.js";
import { documentOf, type TalkDocument } from "./document.js";
import { draftsOf } from "./drafts.js";
import { focusSoon } from "./focus.js";
import "./outcomes.js";
import "./past.js";
import "./planned.js";
import type { Schedule } from "./schedule.js";
import "./schedule.js";
import { dayOf, downloadCalendar, hoursOf } from "./when.js";
import { zoneOr } from "./zone.js";

interface Loaded {
  plan: Plan;
  talks: readonly TalkDocument[];
  more: boolean;
  me: Me;
  rights: Rights;
}

const pastShown = 5;

/**
 * The talks about a plan: the next one with its agenda and notes, how it ends, and those that were. `embedded` leaves out
 * the page's head and the calendar address, for a place in another view.
 */
@element("groundwork-talk")
export class GroundworkTalk extends GroundworkView {
  @property({ attribute: "plan-id" }) planId = "";
  @property({ type: Boolean }) embedded = false;

  @state() private planning = false;
  @state() private busy = false;
  @state() private error: unknown;
  /** The talk that is shown, if that is not the next one. */
  @state() private chosen = "";
  /** The talk that was just held. */
  @state() private held: TalkDocument | undefined;
  @state() private allPast = false;
  @state() private calendarOpen = false;
  readonly #attempt = new Attempt();

  readonly #loaded = new Loading(this, () => [this.planId], async ([id], signal): Promise<Loaded> => {
    const path = { plan_id: id };
    const [me, plan, talks] = await Promise.all([
      this.api.me(),
      this.api.GET("/v1/plans/{plan_id}", { params: { path }, signal }),
      this.api.GET("/v1/plans/{plan_id}/discussions", { params: { path, query: { limit: 100 } }, signal }),
    ]);
    const documents = talks.data.items.map((talk) => documentOf(this.api, talk));
    return { plan: plan.data, talks: documents, more: talks.data.next_cursor !== null, me, rights: rightsOn(plan.data, me) };
  });

  static override styles = [
    base,
    layout,
    css`
      .page-head a {
        justify-self: start;
      }
      .past {
        border-block-start: 1px solid var(--groundwork-line);
      }
      .result:focus-visible {
        outline: none;
      }
      .panel {
        margin-block-start: var(--groundwork-space-4);
      }
      .next {
        display: grid;
        gap: var(--groundwork-space-2);
        padding-block-start: var(--groundwork-space-4);
      }
      .sections {
        display: grid;
        gap: var(--groundwork-space-6);
        grid-template-columns: minmax(0, 1fr);
      }
      h2 {
        margin-block-end: var(--groundwork-space-3);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#seenAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#seenAgain);
  }

  /** The other one may have written meanwhile. */
  readonly #seenAgain = (): void => {
    if (document.visibilityState === "visible" && this.#loaded.value !== undefined) {
      void this.#loaded.reload();
    }
  };

  protected override view() {
    const { talk, plan: words } = this.t;
    const inBoard = this.getToken === undefined;
    const owner = this.#loaded.value?.plan.owner.display_name;
    return html`${this.embedded
      ? nothing
      : html`<div class="page-head">
          ${inBoard ? html`<a href="#/plan/${this.planId}">${talk.toPlan}</a>` : nothing}
          <h1>${talk.title}</h1>
          ${owner ? html`<p>${this.#loaded.value?.plan.title} · <bdi>${owner}</bdi></p>` : html`<p>${words.title}</p>`}
        </div>`}
    ${this.#loaded.show((loaded) => this.#page(loaded))}`;
  }

  #page(loaded: Loaded) {
    const { talk } = this.t;
    const planned = loaded.talks
      .filter((document) => document.talk.status === "planned")
      .sort((one, other) => one.talk.starts_at.localeCompare(other.talk.starts_at));
    const past = loaded.talks
      .filter((document) => document.talk.status !== "planned")
      .sort((one, other) => other.talk.starts_at.localeCompare(one.talk.starts_at));
    const shown = planned.find((document) => document.talk.id === this.chosen) ?? planned[0];
    return html`<div class="sections">
      ${this.#first(loaded, planned, shown)}
      ${this.held === undefined ? this.#others(loaded, planned, shown) : nothing}
      ${past.length === 0
        ? nothing
        : html`<section>
            <h2 id="past">${talk.past}</h2>
            <div class="past">
              ${repeat(
                this.allPast ? past : past.slice(0, pastShown),
                (document) => document.talk.id,
                (document) => html`<gw-talk-past .document=${document} ?read-only=${this.#readOnly(loaded, document)}></gw-talk-past>`,
              )}
            </div>
            ${past.length > pastShown && !this.allPast
              ? html`<gw-button variant="quiet" @click=${() => (this.allPast = true)}>${this.t.common.showMore}</gw-button>`
              : nothing}
            ${loaded.more ? html`<p class="muted small">${talk.notAll}</p>` : nothing}
          </section>`}
      ${this.embedded
        ? nothing
        : html`<section>
            <h2>${talk.calendar}</h2>
            <div class="row">
              <gw-button
                icon="calendar"
                expanded=${this.calendarOpen ? "true" : "false"}
                @click=${() => (this.calendarOpen = !this.calendarOpen)}
              >
                ${talk.calendarAddress}
              </gw-button>
            </div>
            ${this.calendarOpen ? html`<gw-talk-calendar class="panel" .service=${this.baseUrl}></gw-talk-calendar>` : nothing}
          </section>`}
    </div>`;
  }

  /** What comes first: what came of the talk just held, the form, the next talk, or how to begin. */
  #first(loaded: Loaded, planned: readonly TalkDocument[], shown: TalkDocument | undefined) {
    const { talk } = this.t;
    if (this.held !== undefined) {
      return this.#result(this.held, planned);
    }
    if (this.planning) {
      return html`<gw-card heading=${talk.plan}>
        <gw-talk-schedule
          zone=${zoneOr(loaded.me.person?.time_zone)}
          ?busy=${this.busy}
          .error=${this.error}
          .drafts=${draftsOf(this.api)}
          place="plan ${this.planId}"
          @schedule=${(event: CustomEvent<Schedule>) => void this.#create(event.detail, loaded)}
          @leave=${() => this.#leavePlanning()}
        ></gw-talk-schedule>
      </gw-card>`;
    }
    if (shown !== undefined) {
      return keyed(
        shown.talk.id,
        html`<gw-talk-planned
          .document=${shown}
          .people=${peopleOf(loaded, shown.talk)}
          .me=${loaded.me.person?.id ?? ""}
          zone=${zoneOr(loaded.me.person?.time_zone)}
          ?read-only=${this.#readOnly(loaded, shown)}
          @change=${() => void this.#loaded.reload()}
          @held=${() => void this.#ended(shown)}
        ></gw-talk-planned>`,
      );
    }
    const may = loaded.rights.planTalks;
    const { status } = loaded.plan;
    const closed = status === "completed" || status === "archived" ? talk.noTalkClosed : "";
    const text = status === "draft" ? talk.shareFirst : may ? talk.noTalkText : closed;
    return html`<gw-empty icon="calendar" heading=${talk.noTalk} text=${text}>
      ${may
        ? html`<gw-button class="plan" variant=${this.embedded ? "secondary" : "primary"} icon="calendar" @click=${() => this.#plan(true)}>
            ${talk.plan}
          </gw-button>`
        : nothing}
    </gw-empty>`;
  }

  #others(loaded: Loaded, planned: readonly TalkDocument[], shown: TalkDocument | undefined) {
    const { talk } = this.t;
    const others = planned.filter((document) => document !== shown);
    if (this.planning || shown === undefined) {
      return nothing;
    }
    return html`<div class="row">
      ${others.map(
        (document) => html`<gw-button size="small" icon="calendar" @click=${() => (this.chosen = document.talk.id)}>
          ${talk.alsoPlanned(dayOf(document.talk, this.locale))}
        </gw-button>`,
      )}
      ${loaded.rights.planTalks
        ? html`<gw-button class="plan" size="small" variant="quiet" icon="plus" @click=${() => this.#plan(true)}>${talk.planAnother}</gw-button>`
        : nothing}
    </div>`;
  }

  #result(held: TalkDocument, planned: readonly TalkDocument[]) {
    const { talk } = this.t;
    const next = planned.find((document) => document.talk.previous_discussion_id === held.talk.id) ?? planned[0];
    return html`<gw-card class="result" tabindex="-1" heading=${talk.result}>
      <gw-talk-outcomes read-only .document=${held}></gw-talk-outcomes>
      <div class="next">
        <h3>${talk.nextTalk}</h3>
        ${next === undefined
          ? html`<p class="muted">${talk.noNext}</p>`
          : html`<p><strong>${dayOf(next.talk, this.locale)}</strong>, ${hoursOf(next.talk, this.locale)}</p>`}
        <div class="row">
          <gw-button variant="primary" @click=${() => this.#close(next === undefined)}>
            ${next === undefined ? talk.plan : talk.toNext}
          </gw-button>
          ${next === undefined
            ? html`<gw-button variant="quiet" @click=${() => this.#close(false)}>${this.t.common.close}</gw-button>`
            : html`<gw-button icon="download" @click=${() => void this.#download(next.talk)}>${talk.toCalendar}</gw-button>`}
        </div>
      </div>
    </gw-card>`;
  }

  #close(planNext: boolean): void {
    this.held = undefined;
    this.chosen = "";
    this.#plan(planNext);
  }

  #plan(planning: boolean): void {
    this.planning = planning;
    this.error = undefined;
  }

  #leavePlanning(): void {
    this.#plan(false);
    void focusSoon(this, ".plan");
  }

  async #ended(document: TalkDocument): Promise<void> {
    this.held = document;
    this.emit("groundwork-plan-changed", { planId: this.planId });
    await this.#loaded.reload();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".result")?.focus();
  }

  async #create(schedule: Schedule, { me }: Loaded): Promise<void> {
    const body = { ...schedule, time_zone: zoneOr(me.person?.time_zone) };
    const params = { path: { plan_id: this.planId }, header: this.#attempt.header(body) };
    this.busy = true;
    this.error = undefined;
    try {
      const { data } = await this.api.POST("/v1/plans/{plan_id}/discussions", { params, body });
      this.#attempt.done();
      draftsOf(this.api).keep(`plan ${this.planId}`);
      this.chosen = data.id;
      await this.#loaded.reload();
      this.planning = false;
      toast(this, this.t.talk.planned);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  async #download(talk: Discussion): Promise<void> {
    try {
      await downloadCalendar(this.api, talk);
    } catch {
      toast(this, this.t.common.errors.server, "critical");
    }
  }

  /** HR reads when talks are, and nothing of what they are about. */
  #readOnly({ me, rights }: Loaded, { talk }: TalkDocument): boolean {
    return !rights.owns && !rights.comments && me.person?.id !== talk.manager_id;
  }
}

/** Whom an outcome may name: owner, manager, and the person who is signed in. */
function peopleOf({ plan, me }: Loaded, { manager }: Discussion): PersonRef[] {
  const people = [plan.owner, ...(manager === null ? [] : [manager])];
  const { person } = me;
  if (person !== undefined && !people.some(({ id }) => id === person.id)) {
    people.push({ id: person.id, display_name: person.display_name, title: person.title });
  }
  return people;
}
