import type { AcceptProposal, CreateProposal, Plan, Proposal, ProposalStatus } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { explain, type Me } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import { rightsOn, type Rights } from "../rights.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import type { IconName } from "../ui/icon.js";
import "../ui/icon.js";
import "../ui/states.js";
import type { Tone } from "../ui/status.js";
import "../ui/status.js";
import { Attempt } from "./attempt.js";
import { draftsOf } from "./drafts.js";
import { focusSoon } from "./focus.js";
import "./propose.js";
import { ownWords } from "./texts.js";

interface Loaded {
  plan: Plan;
  proposals: readonly Proposal[];
  more: boolean;
  me: Me;
  rights: Rights;
}

const looks: Record<ProposalStatus, readonly [Tone, IconName]> = {
  proposed: ["info", "message"],
  accepted: ["positive", "check-circle"],
  declined: ["neutral", "close"],
  withdrawn: ["neutral", "arrow-left"],
};

/**
 * Actions that others propose for a plan: the owner accepts or declines them, others propose and withdraw. Emits
 * `groundwork-plan-changed` when one becomes an action item.
 */
@element("groundwork-proposals")
export class GroundworkProposals extends GroundworkView {
  @property({ attribute: "plan-id" }) planId = "";

  /** What the person does, and with which proposal. */
  @state() private doing: { what: "propose" | "adapt" | "decline"; id: string } | undefined;
  @state() private busy = "";
  @state() private error: unknown;
  readonly #attempt = new Attempt();

  readonly #loaded = new Loading(this, () => [this.planId], async ([id], signal): Promise<Loaded> => {
    const path = { plan_id: id };
    const [me, plan, proposals] = await Promise.all([
      this.api.me(),
      this.api.GET("/v1/plans/{plan_id}", { params: { path }, signal }),
      this.api.GET("/v1/plans/{plan_id}/proposals", { params: { path, query: { limit: 100 } }, signal }),
    ]);
    return { me, rights: rightsOn(plan.data, me), plan: plan.data, proposals: proposals.data.items, more: proposals.data.next_cursor !== null };
  });

  static override styles = [
    base,
    layout,
    ownWords,
    css`
      .list {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
      }
      .proposal,
      .form {
        display: grid;
        gap: var(--groundwork-space-3);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
      }
      h3 {
        flex: 1 1 12rem;
        min-inline-size: 0;
        font-size: var(--groundwork-text-m);
        unicode-bidi: plaintext;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--groundwork-space-4);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        overflow-wrap: anywhere;
      }
      .answer {
        padding-inline-start: var(--groundwork-space-3);
        border-inline-start: 3px solid var(--groundwork-line);
      }
    `,
  ];

  protected override view() {
    return this.#loaded.show((loaded) => this.#list(loaded), () => html`<gw-skeleton lines="2"></gw-skeleton>`);
  }

  #list(loaded: Loaded) {
    const { talk } = this.t;
    const { proposals, rights } = loaded;
    const isOwner = rights.owns;
    const isOpen = ({ status }: Proposal) => status === "proposed";
    const open = proposals.filter(isOpen);
    const decided = proposals.filter((proposal) => !isOpen(proposal)).reverse();
    const one = (proposal: Proposal) => this.#proposal(loaded, proposal, isOwner);
    return html`<div class="stack">
      ${open.length === 0
        ? html`<p class="muted">${isOwner ? talk.noProposals : talk.noProposalsYet}</p>`
        : html`<ul role="list" class="list" aria-label=${talk.openProposals}>
            ${repeat(open, ({ id }) => id, one)}
          </ul>`}
      ${rights.proposes ? this.#proposing(loaded) : nothing}
      ${decided.length === 0
        ? nothing
        : html`<gw-disclosure label=${talk.decided(decided.length)}>
            <ul role="list" class="list">
              ${repeat(decided, ({ id }) => id, one)}
            </ul>
          </gw-disclosure>`}
      ${loaded.more ? html`<p class="muted small">${talk.notAll}</p>` : nothing}
    </div>`;
  }

  #proposal(loaded: Loaded, proposal: Proposal, isOwner: boolean) {
    const { talk } = this.t;
    const { id, title, description, author, development_area_id, due_on, status, answer } = proposal;
    const area = loaded.plan.answers.development_areas.find((known) => known.id === development_area_id);
    const [tone, icon] = looks[status];
    const isAuthor = proposal.author_id === loaded.me.person?.id;
    return html`<li class="proposal" id="p-${id}">
      <div class="head">
        <h3>${title}</h3>
        ${status === "proposed" && isOwner
          ? nothing
          : html`<gw-pill tone=${tone} icon=${icon}>${talk.proposalStatus[status]}</gw-pill>`}
      </div>
      ${description ? html`<p class="text" dir="auto">${description}</p>` : nothing}
      <p class="facts">
        <span>${talk.by(author.display_name)}</span>
        ${area ? html`<span>${talk.worksOn(area.name)}</span>` : nothing}
        ${due_on ? html`<span>${talk.dueOn(this.locale.format.date(due_on))}</span>` : nothing}
      </p>
      ${answer ? html`<p class="text answer" dir="auto">${answer}</p>` : nothing}
      ${status === "proposed" ? this.#decision(loaded, proposal, isOwner, isAuthor) : nothing}
      ${this.error !== undefined && this.#failed === id && (this.doing === undefined || status !== "proposed")
        ? html`<gw-error inline no-retry .error=${this.error}></gw-error>`
        : nothing}
    </li>`;
  }

  #failed = "";

  #decision(loaded: Loaded, proposal: Proposal, isOwner: boolean, isAuthor: boolean) {
    const { talk } = this.t;
    const { id } = proposal;
    const doing = this.doing?.id === id ? this.doing.what : undefined;
    if (doing === "adapt") {
      return html`<gw-propose
        mode="accept"
        place="accept ${id}"
        .proposal=${proposal}
        .areas=${loaded.plan.answers.development_areas}
        ?busy=${this.busy === id}
        .error=${this.error}
        @send=${(event: CustomEvent<AcceptProposal>) => void this.#accept(proposal, event.detail)}
        @leave=${() => this.#do(undefined)}
      ></gw-propose>`;
    }
    if (doing === "decline") {
      return this.#declining(proposal);
    }
    if (isOwner) {
      return html`<div class="row">
        <gw-button size="small" icon="check" ?busy=${this.busy === id} @click=${() => void this.#accept(proposal, {})}>
          ${talk.accept}
        </gw-button>
        <gw-button size="small" variant="quiet" @click=${() => this.#do({ what: "adapt", id })}>${talk.adapt}</gw-button>
        <gw-button size="small" variant="quiet" @click=${() => this.#do({ what: "decline", id })}>${talk.decline}</gw-button>
      </div>`;
    }
    return isAuthor
      ? html`<div class="row">
          <gw-button size="small" variant="quiet" ?busy=${this.busy === id} @click=${() => void this.#withdraw(proposal)}>
            ${talk.withdraw}
          </gw-button>
        </div>`
      : nothing;
  }

  #declining(proposal: Proposal) {
    const { talk, common } = this.t;
    const place = `decline ${proposal.id}`;
    const drafts = draftsOf(this.api);
    return html`<div class="stack tight">
      <gw-text-field
        class="word"
        multiline
        rows="2"
        maxlength="2000"
        label=${talk.declineWord(proposal.author.display_name)}
        hint=${common.optional}
        .value=${drafts.get<string>(place) ?? ""}
        @input=${(event: Event) => drafts.keep(place, (event.target as HTMLInputElement).value || undefined)}
      ></gw-text-field>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy === proposal.id} @click=${() => void this.#decline(proposal)}>${talk.decline}</gw-button>
        <gw-button size="small" variant="quiet" @click=${() => this.#do(undefined)}>${common.cancel}</gw-button>
      </div>
    </div>`;
  }

  #proposing({ plan }: Loaded) {
    const { talk } = this.t;
    const place = `proposal ${plan.id}`;
    if (this.doing?.what !== "propose" && draftsOf(this.api).get(place) === undefined) {
      return html`<div class="row">
        <gw-button class="propose" size="small" icon="plus" @click=${() => this.#do({ what: "propose", id: "" })}>${talk.proposeAction}</gw-button>
      </div>`;
    }
    return html`<section class="form">
      <h3>${talk.proposeAction}</h3>
      <p class="muted small">${talk.proposeText(plan.owner.display_name)}</p>
      <gw-propose
        place=${place}
        .areas=${plan.answers.development_areas}
        ?busy=${this.busy === "propose"}
        .error=${this.error}
        @send=${(event: CustomEvent<CreateProposal>) => void this.#propose(event.detail, place)}
        @leave=${() => this.#do(undefined)}
      ></gw-propose>
    </section>`;
  }

  #do(doing: { what: "propose" | "adapt" | "decline"; id: string } | undefined): void {
    const before = this.doing;
    this.doing = doing;
    this.error = undefined;
    if (doing?.what === "decline") {
      void focusSoon(this, ".word");
    } else if (doing === undefined && before !== undefined) {
      void focusSoon(this, before.what === "propose" ? ".propose" : `#p-${before.id} gw-button`);
    }
  }

  #propose(body: CreateProposal, place: string): Promise<void> {
    return this.#try("propose", async () => {
      const params = { path: { plan_id: this.planId }, header: this.#attempt.header(body) };
      const { data } = await this.api.POST("/v1/plans/{plan_id}/proposals", { params, body });
      draftsOf(this.api).keep(place);
      this.#replace(data);
      toast(this, this.t.talk.proposed);
    });
  }

  #accept(proposal: Proposal, body: AcceptProposal): Promise<void> {
    return this.#try(proposal.id, async () => {
      const params = this.#params(proposal, ["accept", body]);
      const { data } = await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/accept", { params, body });
      draftsOf(this.api).keep(`accept ${proposal.id}`);
      this.#replace(data);
      this.emit("groundwork-plan-changed", { planId: this.planId });
      toast(this, this.t.talk.accepted);
    });
  }

  #decline(proposal: Proposal): Promise<void> {
    const place = `decline ${proposal.id}`;
    return this.#try(proposal.id, async () => {
      const body = { answer: draftsOf(this.api).get<string>(place)?.trim() || null };
      const params = this.#params(proposal, ["decline", body]);
      const { data } = await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/decline", { params, body });
      draftsOf(this.api).keep(place);
      this.#replace(data);
      toast(this, this.t.talk.declined);
    });
  }

  #withdraw(proposal: Proposal): Promise<void> {
    return this.#try(proposal.id, async () => {
      const params = this.#params(proposal, ["withdraw"]);
      const { data } = await this.api.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/withdraw", { params, body: {} });
      this.#replace(data);
      toast(this, this.t.talk.withdrawn);
    });
  }

  #params({ id }: Proposal, content: unknown) {
    return { path: { plan_id: this.planId, proposal_id: id }, header: this.#attempt.header([id, content]) };
  }

  #replace(proposal: Proposal): void {
    const { value } = this.#loaded;
    if (value !== undefined) {
      const { proposals } = value;
      const isNew = !proposals.some(({ id }) => id === proposal.id);
      const replaced = proposals.map((known) => (known.id === proposal.id ? proposal : known));
      this.#loaded.value = { ...value, proposals: isNew ? [...replaced, proposal] : replaced };
    }
  }

  async #try(what: string, work: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.error = undefined;
    this.#failed = "";
    try {
      await work();
      this.#attempt.done();
      this.doing = undefined;
    } catch (error) {
      this.#failed = what;
      this.error = error;
      const { kind } = explain(error, this.t);
      if (kind === "refused" || kind === "missing" || kind === "conflict") {
        // It was decided elsewhere: shown as it is now.
        void this.#loaded.reload();
      }
    } finally {
      this.busy = "";
    }
  }
}
