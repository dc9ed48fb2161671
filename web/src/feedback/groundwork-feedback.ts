import type { Feedback, FeedbackRequest, Plan } from "@groundwork/client";
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";

import type { Me } from "../api.js";
import { layout, base } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import { requestsOn, rightsOn, waitingFor } from "../rights.js";
import { setTitle } from "../router.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/states.js";
import "../ui/status.js";
import { carriedOver, draftOf } from "./draft.js";
import "./respond.js";
import type { Step } from "./respond.js";
import "./said.js";
import { draftOn, type DraftSaving } from "./saving.js";
import { writtenStyles } from "./written.js";

interface Page {
  plan: Plan;
  feedback: readonly Feedback[];
  me: Me;
}

/**
 * Feedback on the latest shared revision of a plan: writes one's own, or shows what was written. Without `plan-id` it is
 * the newest plan of the person who is signed in.
 */
@element("groundwork-feedback")
export class GroundworkFeedback extends GroundworkView {
  @property({ attribute: "plan-id" }) planId = "";
  @state() private writing = false;
  @state() private step: Step | "" = "";
  @state() private agreeing = false;
  @state() private agreeError: unknown;

  #saving: DraftSaving | undefined;

  readonly #page = new Loading(this, () => [this.planId], async ([planId], signal): Promise<Page | undefined> => {
    const me = await this.api.me();
    const id = planId || (await this.#newestOf(me));
    if (id === undefined) {
      return undefined;
    }
    const path = { plan_id: id };
    const [{ data: plan }, { data: feedback }] = await Promise.all([
      this.api.GET("/v1/plans/{plan_id}", { params: { path }, signal }),
      this.api.GET("/v1/plans/{plan_id}/feedback", { params: { path, query: { limit: 100 } }, signal }),
    ]);
    return { plan, feedback: feedback.items, me };
  });

  /** What the first screen can do without: the actions, the owner's note, and who was asked. */
  readonly #shared = new Loading(
    this,
    () => [this.#page.value?.plan.id ?? "", this.#page.value?.plan.latest_revision ?? 0],
    async ([planId, number], signal) => {
      if (number === 0) {
        return undefined;
      }
      const [revision, requests] = await Promise.all([
        this.api.GET("/v1/plans/{plan_id}/revisions/{number}", { params: { path: { plan_id: planId, number } }, signal }),
        requestsOn(this.api, planId, signal),
      ]);
      return { revision: revision.data, requests };
    },
  );

  static override styles = [
    base,
    layout,
    writtenStyles,
    css`
      .page-head .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
        font-size: var(--groundwork-text-s);
        color: var(--groundwork-text-muted);
      }
      .sheet {
        max-inline-size: var(--groundwork-measure);
      }
      .note {
        margin-block-end: var(--groundwork-space-5);
        max-inline-size: var(--groundwork-measure);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const step = this.#portal ? "" : stepOfAddress();
    this.writing = step !== "";
    this.step = step === "next" ? "" : step;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const name = this.#page.value?.plan.owner.display_name;
    if (name !== undefined) {
      setTitle(this, this.t.feedback.feedbackFor(name));
    }
  }

  protected override view() {
    return this.#page.show(
      (page) => (page === undefined ? this.#nothing() : this.#opened(page)),
      () => html`<gw-skeleton lines="6"></gw-skeleton>`,
    );
  }

  #nothing() {
    const { feedback } = this.t;
    return html`<div class="page-head"><h1>${feedback.title}</h1></div>
      <gw-empty icon="message" heading=${feedback.none} text=${feedback.noneText}></gw-empty>`;
  }

  #opened(page: Page) {
    const { plan, feedback, me } = page;
    const mine = feedback.filter(({ author_id }) => author_id === me.person?.id);
    const asked = this.#asked(page) !== undefined;
    const answered = mine.some(({ status, revision }) => status !== "draft" && revision === plan.latest_revision);
    const may = rightsOn(plan, me).responds && !answered;
    const begun = mine.some(({ status }) => status === "draft");
    const earlier = mine.some(({ status }) => status !== "draft");
    if (may && (begun || this.writing || (asked && !earlier))) {
      return html`${this.#head(page, this.t.feedback.respondTo(plan.owner.display_name))}${this.#respond(page, mine)}`;
    }
    return html`${this.#head(page, this.t.feedback.feedbackFor(plan.owner.display_name))}${this.#read(page, may)}`;
  }

  #asked({ me }: Page): FeedbackRequest | undefined {
    return waitingFor(me, this.#shared.value?.requests ?? []);
  }

  #head(page: Page, heading: string) {
    const { plan, me } = page;
    const { feedback } = this.t;
    const { format } = this.locale;
    const note = this.#shared.value?.revision.note;
    const request = this.#asked(page);
    const words = request?.message ?? note;
    const sharedAt = this.#shared.value?.revision.shared_at;
    return html`<div class="page-head">
        ${me.hasTeam
          ? html`<a class="back" href=${this.#board("/team")}><gw-icon name="arrow-left"></gw-icon>${this.t.team.title}</a>`
          : nothing}
        <h1 dir="auto">${heading}</h1>
        <div class="facts">
          <gw-status plan=${plan.status}></gw-status>
          ${plan.latest_revision === null
            ? nothing
            : html`<span>${feedback.version(plan.latest_revision)}${sharedAt ? `, ${format.relative(sharedAt)}` : ""}</span>`}
          ${request?.due_on ? html`<span>${feedback.wantedUntil(format.date(request.due_on))}</span>` : nothing}
          <a href=${this.#board(`/plan/${plan.id}`)}>${feedback.wholePlan}</a>
        </div>
      </div>
      ${words
        ? html`<div class="note stack tight">
            <span class="label">${feedback.writes(plan.owner.display_name)}</span>
            <blockquote dir="auto">${words}</blockquote>
          </div>`
        : nothing}`;
  }

  #respond({ plan }: Page, mine: readonly Feedback[]) {
    const revision = plan.latest_revision ?? 1;
    const saved = mine.find((one) => one.status === "draft" && one.revision === revision);
    const older = mine.findLast((one) => one.status === "draft" && one.revision !== revision);
    if (this.#saving === undefined) {
      this.#saving = draftOn(this.api, plan.id);
      const items = {
        strengths: new Set(plan.answers.strengths.map(({ id }) => id)),
        development_areas: new Set(plan.answers.development_areas.map(({ id }) => id)),
      };
      const carried = older === undefined ? undefined : { draft: carriedOver(draftOf(older), items), from: older };
      this.#saving.open(revision, saved, carried);
    }
    return html`<gw-feedback-respond
      .plan=${plan}
      .revision=${this.#shared.value?.revision}
      .saving=${this.#saving}
      ?carried=${saved === undefined && older !== undefined}
      step=${this.step}
      @step=${(event: CustomEvent<Step>) => this.#stepTo(event.detail)}
      @submitted=${(event: CustomEvent<Feedback>) => this.#submitted(event.detail)}
      @reload=${() => void this.#page.reload()}
    ></gw-feedback-respond>`;
  }

  #read(page: Page, may: boolean) {
    const { plan, feedback, me } = page;
    const { t, locale } = this;
    const shared = this.#shared.value;
    const sent = feedback.filter(({ status }) => status !== "draft").toReversed();
    const { owns, agrees } = rightsOn(plan, me);
    // The owner agrees beside the plan.
    const agree = agrees && !owns;
    return html`<div class="sheet stack">
      ${agree ? this.#agree(plan, may) : nothing}
      ${!agree && plan.manager_agreed_at !== null && plan.status !== "draft"
        ? html`<div><gw-pill tone="positive" icon="check-circle">${t.feedback.agreedOn(locale.format.date(plan.manager_agreed_at))}</gw-pill></div>`
        : nothing}
      ${sent.length === 0
        ? html`<gw-empty icon="message" heading=${t.feedback.none} text=${owns ? t.feedback.noneText : t.feedback.noneSentText}>
            ${may && !agree ? html`<gw-button variant="primary" @click=${this.#begin}>${t.feedback.respond}</gw-button>` : nothing}
          </gw-empty>`
        : html`${may && !agree
            ? html`<div><gw-button icon="message" @click=${this.#begin}>${t.feedback.respondToVersion(plan.latest_revision ?? 1)}</gw-button></div>`
            : nothing}
          ${sent.map((one) => this.#one(one, plan, shared?.revision.action_items ?? [], me))}`}
    </div>`;
  }

  #agree(plan: Plan, may: boolean) {
    const { feedback } = this.t;
    const name = plan.owner.display_name;
    return html`<gw-card tone="accent" heading=${feedback.agreeTitle}>
      <div class="stack tight">
        <p>${plan.owner_agreed_at === null ? feedback.agreeText(name) : feedback.ownerAgreed(name)}</p>
        ${this.agreeError === undefined
          ? nothing
          : html`<gw-error inline .error=${this.agreeError} @retry=${() => void this.#giveAgreement(plan)}></gw-error>`}
        <div class="row">
          <gw-button variant="primary" icon="check" ?busy=${this.agreeing} @click=${() => void this.#giveAgreement(plan)}>
            ${feedback.agree}
          </gw-button>
          ${may
            ? html`<gw-button icon="message" @click=${this.#begin}>${feedback.respondToVersion(plan.latest_revision ?? 1)}</gw-button>`
            : nothing}
        </div>
      </div>
    </gw-card>`;
  }

  #one(one: Feedback, plan: Plan, actions: readonly object[], me: Me) {
    const { t, locale } = this;
    const mine = one.author_id === me.person?.id;
    const state = one.status === "acknowledged" ? t.feedback.acknowledged : t.feedback.unread;
    return html`<gw-card heading=${mine ? t.feedback.yours : t.feedback.by(one.author.display_name)}>
      <gw-avatar slot="lead" name=${one.author.display_name}></gw-avatar>
      <gw-pill slot="actions" tone=${one.status === "acknowledged" ? "positive" : "neutral"} icon=${one.status === "acknowledged" ? "check" : "clock"}>
        ${state}
      </gw-pill>
      <div class="stack">
        <p class="muted small">
          ${[
            t.feedback.version(one.revision),
            one.submitted_at ? t.feedback.sentOn(locale.format.date(one.submitted_at)) : "",
            one.acknowledged_at ? t.feedback.acknowledgedOn(locale.format.date(one.acknowledged_at)) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <gw-feedback-said .feedback=${one} .answers=${plan.answers} .actions=${actions}></gw-feedback-said>
      </div>
    </gw-card>`;
  }

  readonly #begin = (): void => {
    this.writing = true;
  };

  async #giveAgreement(plan: Plan): Promise<void> {
    this.agreeing = true;
    this.agreeError = undefined;
    try {
      const { data } = await this.api.POST("/v1/plans/{plan_id}/agree", {
        params: { path: { plan_id: plan.id } },
        body: { revision: plan.latest_revision },
      });
      const page = this.#page.value;
      if (page !== undefined) {
        this.#page.value = { ...page, plan: data };
      }
      toast(this, this.t.feedback.agreed(plan.owner.display_name));
    } catch (error) {
      this.agreeError = error;
    } finally {
      this.agreeing = false;
    }
  }

  #submitted(feedback: Feedback): void {
    this.#saving = undefined;
    this.writing = false;
    this.#stepTo("");
    const page = this.#page.value;
    if (page !== undefined) {
      this.#page.value = { ...page, feedback: [...page.feedback.filter(({ id }) => id !== feedback.id), feedback] };
    }
    window.scrollTo(0, 0);
  }

  /** The step is in the address, so that a reload goes on where one was; not in that of a portal. */
  #stepTo(step: Step | ""): void {
    this.step = step;
    if (!this.#portal) {
      const [address] = location.hash.split("?");
      history.replaceState(null, "", step === "" ? address : `${address}?step=${step}`);
    }
  }

  async #newestOf(me: Me): Promise<string | undefined> {
    if (me.person === undefined) {
      return undefined;
    }
    const query = { owner_id: me.person.id, sort: "-updated_at", limit: 1 } as const;
    const { data } = await this.api.GET("/v1/plans", { params: { query } });
    return data.items[0]?.id;
  }

  get #portal(): boolean {
    return this.getToken !== undefined || this.baseUrl !== "";
  }

  #board(address: string): string {
    return this.#portal ? `${this.baseUrl}/board/#${address}` : `#${address}`;
  }
}

/** The step that the address names; `next` is the first without an answer. */
function stepOfAddress(): Step | "next" | "" {
  const step = new URLSearchParams(location.hash.split("?")[1] ?? "").get("step");
  return (["objectives", "strengths", "actions", "closing", "review", "next"] as const).find((known) => known === step) ?? "";
}
