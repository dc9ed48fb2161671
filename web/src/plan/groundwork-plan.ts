import { ProblemError, type Feedback, type Finding, type Plan, type Questionnaire, type Readiness } from "@groundwork/client";
import { html, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";

import type { Me } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import { rightsOn, waitingFor } from "../rights.js";
import { setTitle } from "../router.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/states.js";
import "../ui/status.js";
import "../ui/tabs.js";
import "./actions.js";
import "./alignment.js";
import "./answers.js";
import type { GwPlanAnswers } from "./answers.js";
import "./begin.js";
import { Draft } from "./draft.js";
import "./feedback.js";
import "./history.js";
import "./invitations.js";
import { isOpen, partsOf, sections, titleOf, type FieldKey, type Fields } from "./model.js";
import { nextStep, type Step } from "./next.js";
import { planStyles } from "./plan-styles.js";
import { downloadBrief, printBrief } from "./print.js";
import { loadAround, loadPast, loadPlan, loadReadiness, takeStep, type Around, type Loaded } from "./service.js";
import "./side.js";
import "./step-dialog.js";
import type { DialogStep, GwPlanStep, StepDetail } from "./step-dialog.js";

const nothingAround: Around = { items: [], feedback: [], requests: [], readiness: undefined };

/** A career plan: its answers, what is still missing, and its action items. */
@element("groundwork-plan")
export class GroundworkPlan extends GroundworkView {
  /** The plan; without it the newest of the person who is signed in. */
  @property({ attribute: "plan-id" }) planId = "";

  @state() private tab: string | undefined;
  @state() private writing = false;
  @state() private asked: DialogStep | undefined;
  @state() private busy = "";
  @state() private error: unknown;
  @state() private stepError: unknown;
  @state() private blockers: readonly Finding[] = [];

  @query("gw-plan-answers") private answers: GwPlanAnswers | undefined;
  @query("gw-plan-step") private dialog!: GwPlanStep;

  static override styles = [base, layout, planStyles];

  readonly #draft = new Draft(
    this,
    () => this.api,
    () => void this.#refreshReadiness(),
  );
  /** Id of the person who is signed in, from before the plan is taken. */
  #person: string | undefined;
  readonly #loading = new Loading(this, () => [this.planId, this.locale.language], async ([id, language], signal) => {
    const loaded = await loadPlan(this.api, id, language, signal);
    if (loaded.plan !== undefined && !signal.aborted) {
      this.#person = loaded.me.person?.id;
      this.#draft.take(loaded.plan, loaded.etag);
      if (id !== "") {
        setTitle(this, loaded.plan.title);
      }
    }
    return loaded;
  });
  readonly #around = new Loading(this, () => [this.#draft.plan?.id ?? ""], async (_, signal): Promise<Around> => {
    const { plan } = this.#draft;
    return plan === undefined ? nothingAround : loadAround(this.api, plan, this.#owns(plan), signal);
  });
  readonly #past = new Loading(
    this,
    () => [this.#draft.plan?.id ?? "", this.#draft.plan?.latest_revision ?? 0, this.#tab === "history" || this.#tab === "feedback"],
    async ([, , wanted], signal) => {
      const { plan } = this.#draft;
      return wanted && plan !== undefined ? loadPast(this.api, plan, this.#owns(plan), signal) : undefined;
    },
  );

  /** The conversation about a plan is loaded once it is opened. */
  protected override updated(): void {
    if (this.#tab === "talk") {
      void import("../talk/groundwork-talk.js");
      void import("../talk/groundwork-comments.js");
    } else if (this.#tab === "actions") {
      void import("../talk/groundwork-proposals.js");
    }
  }

  protected override view() {
    return this.#loading.show((loaded) => {
      const { plan, fields } = this.#draft;
      if (loaded.plan === undefined || plan === undefined || fields === undefined) {
        return html`<gw-plan-begin
          @begun=${({ detail }: CustomEvent<{ plan: Plan; etag: string | undefined }>) => this.#begun(loaded, detail.plan, detail.etag)}
        ></gw-plan-begin>`;
      }
      return this.#page(loaded, plan, fields);
    });
  }

  #page({ me, questionnaire }: Loaded, plan: Plan, fields: Fields): TemplateResult {
    const { plan: texts } = this.t;
    const { format } = this.locale;
    const owns = this.#owns(plan);
    return html`<div class="page-head">
        <div class="row">
          <gw-status plan=${plan.status}></gw-status>
          <span>${texts.period(format.date(plan.starts_on), format.date(plan.ends_on))}</span>
          ${plan.outcome === null ? nothing : html`<span>${texts.outcomes[plan.outcome]}</span>`}
        </div>
        ${this.#editing
          ? html`<h1 class="visually-hidden">${fields.title}</h1>
              <gw-text-field
                class="title-field"
                maxlength="200"
                label=${texts.titleLabel}
                .value=${fields.title}
                @input=${(event: Event) => this.#draft.change("title", (event.target as HTMLElement & { value: string }).value)}
              ></gw-text-field>`
          : html`<h1 dir="auto">${fields.title}</h1>`}
        ${owns ? nothing : html`<p dir="auto">${texts.planOf(plan.owner.display_name)}</p>`}
      </div>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="frame">
        <aside aria-label=${texts.next.label}>${this.#side(me, questionnaire, plan, owns)}</aside>
        <div class="content">${this.#tabs(me, questionnaire, plan, fields, owns)}</div>
      </div>
      <gw-plan-step
        .step=${this.asked}
        .plan=${plan}
        .fields=${fields}
        .manager=${this.#manager(me)}
        .error=${this.stepError}
        .blockers=${this.blockers}
        .questionTitle=${(key: string) => titleOf(questionnaire, key)}
        ?busy=${this.busy !== ""}
        @close=${() => (this.asked = undefined)}
        @confirm=${({ detail }: CustomEvent<StepDetail>) => void this.#take(plan, detail)}
      ></gw-plan-step>`;
  }

  get #beside(): Around {
    return this.#around.value ?? nothingAround;
  }

  get #tab(): string {
    if (this.tab !== undefined) {
      return this.tab;
    }
    const plan = this.#draft.plan;
    if (this.#beside.feedback.some(({ status }) => status === "submitted") && plan !== undefined && isOpen(plan)) {
      return "feedback";
    }
    return plan?.status === "agreed" ? "actions" : "plan";
  }

  /** Drafts are written at once; what was shared, after a click. */
  get #editing(): boolean {
    const { plan } = this.#draft;
    return plan !== undefined && this.#owns(plan) && (plan.status === "draft" || (this.writing && isOpen(plan)));
  }

  #owns(plan: Plan): boolean {
    return plan.owner_id === this.#person;
  }

  #manager(me: Me) {
    return me.person?.manager ?? null;
  }

  #side(me: Me, questionnaire: Questionnaire, plan: Plan, owns: boolean): TemplateResult {
    const { items, feedback, readiness } = this.#beside;
    const { state, conflicts, error } = this.#draft;
    const asked = waitingFor(me, this.#beside.requests) !== undefined;
    const next = nextStep({ plan, owns, manager: this.#manager(me), readiness, items, feedback, questionnaire, asked }, this.locale);
    // What is in sight needs no button to go there.
    const here = (next.step === "feedback" && this.#tab === "feedback") || (next.step === "act" && this.#tab === "actions");
    return html`<gw-plan-side
      .plan=${plan}
      .questionnaire=${questionnaire}
      .next=${here ? { heading: next.heading, text: next.text } : next}
      .saving=${this.#editing ? { state, conflicts: conflicts.size, error } : undefined}
      .readiness=${readiness}
      ?owns=${owns}
      busy=${this.busy}
      @step=${({ detail }: CustomEvent<Step>) => void this.#run(detail, plan, readiness)}
      @go=${({ detail }: CustomEvent<string>) => void this.#goTo(detail)}
      @retry=${() => void this.#draft.flush()}
      @print=${() => void this.#print(plan)}
      @pick=${({ detail }: CustomEvent<string>) => (detail === "download" ? void this.#download(plan) : this.#ask(detail as DialogStep))}
    ></gw-plan-side>`;
  }

  #tabs(me: Me, questionnaire: Questionnaire, plan: Plan, fields: Fields, owns: boolean): TemplateResult {
    const { tabs } = this.t.plan;
    const { items, feedback } = this.#beside;
    const said = feedback.filter(({ status }) => status !== "draft").length;
    const open = items.filter(({ status }) => status !== "done" && status !== "cancelled").length;
    return html`<gw-tabs
      label=${tabs.label}
      .selected=${this.#tab}
      .tabs=${[
        { id: "plan", label: tabs.plan },
        { id: "actions", label: tabs.actions, ...(open > 0 && { count: open }) },
        { id: "feedback", label: tabs.feedback, ...(said > 0 && { count: said }) },
        ...(plan.status === "draft" || rightsOn(plan, me).invited ? [] : [{ id: "talk", label: tabs.talk }]),
        { id: "history", label: tabs.history },
      ]}
      @select=${(event: Event) => (this.tab = (event.target as HTMLElement & { selected: string }).selected)}
    >
      <div slot=${this.#tab}>
        ${this.#tab === "plan" || this.#tab === "talk" ? nothing : html`<h2 class="visually-hidden">${tabs[this.#tab as "actions"]}</h2>`}
        ${this.#panel(me, questionnaire, plan, fields, owns)}
      </div>
    </gw-tabs>`;
  }

  #panel(me: Me, questionnaire: Questionnaire, plan: Plan, fields: Fields, owns: boolean): unknown {
    const { plan: texts } = this.t;
    const { items, feedback, requests } = this.#beside;
    const { comments } = rightsOn(plan, me);
    const manager = this.#manager(me)?.display_name ?? texts.yourManager;
    if (this.tab === undefined && plan.status === "shared" && this.#beside === nothingAround) {
      // Whether feedback has come decides what is shown first.
      return this.#around.show(() => html`<gw-skeleton lines="5"></gw-skeleton>`);
    }
    switch (this.#tab) {
      case "actions":
        return this.#around.show(
          () => html`<div class="stack">
            ${this.#actions(me, plan, fields, false)}
            ${plan.latest_revision !== null && isOpen(plan) && plan.status !== "draft"
              ? html`<groundwork-proposals
                  plan-id=${plan.id}
                  @groundwork-plan-changed=${() => void this.#refresh()}
                ></groundwork-proposals>`
              : nothing}
          </div>`,
        );
      case "feedback":
        return this.#around.show(
          () => html`<div class="stack"><gw-plan-feedback
            .plan=${plan}
            .feedback=${feedback}
            .items=${items}
            .revisions=${this.#past.value?.revisions ?? []}
            .me=${me}
            manager=${owns ? manager : ""}
            busy=${this.busy}
            @acknowledge=${({ detail }: CustomEvent<{ feedback: Feedback; accept: string[] }>) => void this.#acknowledge(detail.feedback, detail.accept)}
          ></gw-plan-feedback>
          ${owns && plan.status !== "draft"
            ? html`<gw-plan-invitations .plan=${plan} .requests=${requests} @changed=${() => void this.#refresh()}></gw-plan-invitations>`
            : nothing}</div>`,
        );
      case "talk":
        return html`<div class="stack">
          <groundwork-talk embedded plan-id=${plan.id}></groundwork-talk>
          <section class="stack tight">
            <h2>${texts.comments}</h2>
            <groundwork-comments plan-id=${plan.id} .elsewhere=${partsOf(questionnaire, fields)} ?closed=${!comments}></groundwork-comments>
          </section>
        </div>`;
      case "history":
        return this.#past.show((past) =>
          past === undefined
            ? html`<gw-skeleton></gw-skeleton>`
            : html`<gw-plan-history
                .plan=${plan}
                .questionnaire=${questionnaire}
                .revisions=${past.revisions}
                .readers=${past.readers}
                .plans=${past.plans}
                @open=${({ detail }: CustomEvent<string>) => this.#open(detail)}
              ></gw-plan-history>`,
        );
      default:
        return this.#document(me, questionnaire, plan, fields, owns);
    }
  }

  #document(me: Me, questionnaire: Questionnaire, plan: Plan, fields: Fields, owns: boolean): TemplateResult {
    const { plan: texts } = this.t;
    const { items, readiness, requests } = this.#beside;
    const { comments, invited } = rightsOn(plan, me);
    const asked = requests.find(({ reviewer_id }) => invited && reviewer_id === me.person?.id);
    const change = ({ detail }: CustomEvent<{ key: FieldKey; value: never }>) => this.#draft.change(detail.key, detail.value);
    const manager = this.#manager(me)?.display_name ?? texts.yourManager;
    return html`<div class="stack">
      ${plan.reflection ? html`<p class="reflection" dir="auto">${plan.reflection}</p>` : nothing}
      ${owns && plan.status !== "draft" && isOpen(plan)
        ? html`<div class="row">
            <gw-button size="small" icon=${this.writing ? "check" : "edit"} @click=${() => (this.writing = !this.writing)}>
              ${this.writing ? texts.editDone : texts.edit}
            </gw-button>
            ${this.writing ? html`<span class="small muted">${texts.editHint(manager)}</span>` : nothing}
          </div>`
        : nothing}
      <gw-plan-answers
        .fields=${fields}
        .questionnaire=${questionnaire}
        .findings=${readiness?.findings ?? []}
        .conflicts=${this.#draft.conflicts}
        .actionTitles=${items.map(({ title }) => title)}
        ?editing=${this.#editing}
        startsOn=${plan.starts_on}
        .shown=${asked?.sections ?? sections}
        plan-id=${plan.latest_revision === null ? "" : plan.id}
        ?may-comment=${comments}
        @field=${change}
        @choose=${({ detail }: CustomEvent<{ key: FieldKey; which: "mine" | "theirs" }>) => this.#draft.choose(detail.key, detail.which)}
        @link=${() => this.renderRoot.querySelector(".alignment")?.scrollIntoView({ block: "start" })}
      >
        <div slot="actions">${this.#actions(me, plan, fields, true)}</div>
      </gw-plan-answers>
      <section class="alignment" aria-labelledby="alignment">
        <h2 id="alignment">${texts.alignment}</h2>
        <p>${this.#editing ? texts.alignmentText : texts.alignmentRead}</p>
        <gw-plan-alignment .fields=${fields} .items=${this.#around.value?.items} ?editing=${this.#editing} @field=${change}></gw-plan-alignment>
      </section>
    </div>`;
  }

  #actions(me: Me, plan: Plan, fields: Fields, brief: boolean): TemplateResult {
    return html`<gw-plan-actions
      .plan=${plan}
      .items=${this.#beside.items}
      .areas=${fields.development_areas.filter(({ name }) => name.trim() !== "")}
      .me=${me}
      ?brief=${brief}
      @changed=${() => void this.#refresh()}
    ></gw-plan-actions>`;
  }

  async #run(step: Step, plan: Plan, readiness: Readiness | undefined): Promise<void> {
    switch (step) {
      case "continue":
        return this.#goTo(readiness?.questions.find(({ answered }) => !answered)?.key ?? "");
      case "feedback":
        this.tab = "feedback";
        return;
      case "act":
        this.tab = "actions";
        return;
      case "agree":
        return this.#agree(plan);
      case "respond":
        location.hash = `/feedback/${plan.id}`;
        return;
      default:
        this.#ask(step);
    }
  }

  #ask(step: DialogStep): void {
    this.stepError = undefined;
    this.blockers = [];
    this.asked = step;
  }

  async #goTo(key: string): Promise<void> {
    this.tab = "plan";
    this.writing ||= this.#draft.plan?.status !== "draft";
    await this.updateComplete;
    await this.answers?.goTo(key);
  }

  async #take(plan: Plan, detail: StepDetail): Promise<void> {
    const { plan: texts } = this.t;
    const { step } = detail;
    this.busy = step;
    this.stepError = undefined;
    this.blockers = [];
    try {
      // What is shared must be what the person sees.
      if (step !== "delete" && !(await this.#draft.flush())) {
        throw this.#draft.error ?? new TypeError("not saved");
      }
      const taken = await takeStep(this.api, plan, this.#draft.etag, detail);
      this.dialog.clear();
      this.asked = undefined;
      this.writing = false;
      const said = { share: texts.shared, withdraw: texts.withdrawn, complete: texts.completed, archive: texts.archived, renew: texts.renewed, delete: texts.deleted };
      toast(this, said[step]);
      if (taken === undefined || step === "renew") {
        this.#open(taken?.data.id ?? "");
        return;
      }
      this.tab = undefined;
      this.#draft.take(taken.data, taken.etag);
      await this.#around.reload();
    } catch (error) {
      if (error instanceof ProblemError && error.problem.findings !== undefined) {
        this.blockers = error.problem.findings.filter(({ severity }) => severity === "blocker");
      } else {
        this.stepError = error;
        await this.#catchUp(error);
      }
    } finally {
      this.busy = "";
    }
  }

  async #agree(plan: Plan): Promise<void> {
    await this.#attempt("agree", async () => {
      const { data, etag } = await this.api.POST("/v1/plans/{plan_id}/agree", {
        params: { path: { plan_id: plan.id } },
        body: plan.latest_revision === null ? {} : { revision: plan.latest_revision },
      });
      this.#draft.take(data, etag);
      toast(this, this.t.plan.agreed);
    });
  }

  async #acknowledge(feedback: Feedback, accept: readonly string[]): Promise<void> {
    await this.#attempt(feedback.id, async () => {
      await this.#draft.flush();
      await this.api.POST("/v1/feedback/{feedback_id}/acknowledge", {
        params: { path: { feedback_id: feedback.id } },
        body: accept.length === 0 ? {} : { accept: [...accept] },
      });
      this.tab = "feedback";
      toast(this, accept.length === 0 ? this.t.plan.feedback.confirmed : this.t.plan.feedback.taken(accept.length));
      await this.#refresh();
    });
  }

  async #print(plan: Plan): Promise<void> {
    await this.#attempt("print", async () => {
      await this.#draft.flush();
      if (!(await printBrief(this.api, plan.id, this.locale.language))) {
        toast(this, this.t.plan.printBlocked, "neutral");
        await downloadBrief(this.api, plan.id, this.locale.language);
      }
    });
  }

  async #download(plan: Plan): Promise<void> {
    await this.#attempt("download", async () => {
      await this.#draft.flush();
      await downloadBrief(this.api, plan.id, this.locale.language);
    });
  }

  async #attempt(busy: string, call: () => Promise<void>): Promise<void> {
    if (this.busy !== "") {
      return;
    }
    this.busy = busy;
    this.error = undefined;
    try {
      await call();
    } catch (error) {
      this.error = error;
      await this.#catchUp(error);
    } finally {
      this.busy = "";
    }
  }

  /** After a step that another device or person was first with, shows what is so now. */
  async #catchUp(error: unknown): Promise<void> {
    if (error instanceof ProblemError && (error.status === 409 || error.status === 412)) {
      await this.#refresh().catch(() => undefined);
    }
  }

  /** Reads again what an action or a feedback may have changed. */
  async #refresh(): Promise<void> {
    const id = this.#draft.plan?.id ?? "";
    const [{ data, etag }] = await Promise.all([
      this.api.GET("/v1/plans/{plan_id}", { params: { path: { plan_id: id } } }),
      this.#around.reload(),
    ]);
    this.#draft.take(data, etag);
  }

  async #refreshReadiness(): Promise<void> {
    const id = this.#draft.plan?.id ?? "";
    const readiness = await loadReadiness(this.api, id).catch(() => undefined);
    if (readiness !== undefined && this.#around.value !== undefined && this.#draft.plan?.id === id) {
      this.#around.value = { ...this.#around.value, readiness };
    }
  }

  #begun(loaded: Loaded, plan: Plan, etag: string | undefined): void {
    this.#person = plan.owner_id;
    this.#draft.take(plan, etag);
    this.#loading.value = { ...loaded, plan };
    void this.updateComplete.then(() => this.#goTo("mission_statement"));
  }

  /** Inside the board an address of its own; in a portal, in place. */
  #open(planId: string): void {
    if (this.getToken === undefined) {
      location.hash = planId === "" ? "/plan" : `/plan/${planId}`;
    } else {
      this.planId = planId;
    }
    this.tab = undefined;
    this.writing = false;
    if (planId === this.planId) {
      void this.#loading.reload();
    }
  }
}
