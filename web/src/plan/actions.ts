import type { ActionItem, ActionItemStatus, Answer, Plan } from "@groundwork/client";
import { consume } from "@lit/context";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { apiContext, type Api, type Me } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement, toast } from "../element.js";
import { rightsOn, type Rights } from "../rights.js";
import "../talk/comment-button.js";
import "../ui/button.js";
import "../ui/dialog.js";
import "../ui/disclosure.js";
import "../ui/menu.js";
import "../ui/states.js";
import "../ui/status.js";
import "./action-form.js";
import "./action-progress.js";
import { linksOf, linksStyles } from "./links.js";
import { isOpen } from "./model.js";

const ended: readonly ActionItemStatus[] = ["done", "cancelled"];

/** The actions of a plan: what is due next comes first. Event `changed` after each change. */
@element("gw-plan-actions")
export class GwPlanActions extends GroundworkElement {
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) items: readonly ActionItem[] = [];
  /** Development areas, as they are written now. */
  @property({ attribute: false }) areas: readonly Answer[] = [];
  @property({ attribute: false }) me!: Me;
  /** Only what is planned, inside the document: no progress. */
  @property({ type: Boolean }) brief = false;

  @consume({ context: apiContext, subscribe: true })
  private api!: Api;

  @state() private adding = false;
  @state() private editing = "";
  @state() private recording = "";
  @state() private unfolded: ReadonlySet<string> = new Set();
  /** Actions whose comments are shown. */
  @state() private discussed: ReadonlySet<string> = new Set();
  @state() private deleting: ActionItem | undefined;
  @state() private busy = false;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    linksStyles,
    css`
      :host {
        container-type: inline-size;
      }
      ul {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
      }
      h3 {
        margin-block-end: var(--groundwork-space-3);
        font-size: var(--groundwork-text-m);
      }
      .item {
        display: grid;
        gap: var(--groundwork-space-3);
        grid-template-columns: minmax(0, 1fr);
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .head {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-2);
      }
      .head > div {
        flex: 1;
        min-inline-size: 0;
      }
      .head gw-menu,
      .head gw-comment-button {
        flex: none;
        margin: -0.4rem;
      }
      h4 {
        font-weight: 580;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1) var(--groundwork-space-4);
        margin-block-start: var(--groundwork-space-1);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        overflow-wrap: anywhere;
      }
      .facts > * {
        min-inline-size: 0;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-2) var(--groundwork-space-4);
      }
      .foot gw-progress {
        flex: 1 1 10rem;
      }
      groundwork-comments {
        padding-block-start: var(--groundwork-space-4);
        border-block-start: 1px solid var(--groundwork-line);
      }
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
      }
    `,
  ];

  protected override render() {
    const { actions } = this.t.plan;
    const mine = this.items.filter(({ kind }) => kind === "development");
    const support = this.items.filter(({ kind }) => kind === "support");
    const open = mine.filter(({ status }) => !ended.includes(status)).sort(byDue);
    const closed = mine.filter(({ status }) => ended.includes(status));
    const { owns, writes } = this.#rights;
    const mayAdd = writes && isOpen(this.plan);
    return html`<div class="stack">
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.items.length === 0 && !this.adding && !this.brief
        ? html`<gw-empty icon="flag" heading=${actions.empty} text=${actions.emptyText}></gw-empty>`
        : nothing}
      ${open.length === 0
        ? nothing
        : html`<section>
            ${this.brief ? nothing : html`<h3>${owns ? actions.mine : actions.theirs(this.plan.owner.display_name)}</h3>`}${this.#list(open)}
          </section>`}
      ${mayAdd ? this.#add() : nothing}
      ${support.length === 0 ? nothing : html`<section><h3>${actions.support}</h3>${this.#list(support.sort(byDue))}</section>`}
      ${closed.length === 0
        ? nothing
        : html`<gw-disclosure label=${actions.done(closed.length)} ?open=${open.length === 0}>${this.#list(closed)}</gw-disclosure>`}
      ${this.#deleteDialog()}
    </div>`;
  }

  /** Opens the form of a new action. */
  async add(): Promise<void> {
    this.adding = true;
    await this.updateComplete;
  }

  get #rights(): Rights {
    return rightsOn(this.plan, this.me);
  }

  #add(): TemplateResult {
    const { actions } = this.t.plan;
    return this.adding
      ? html`<gw-action-form
          plan-id=${this.plan.id}
          .areas=${this.areas}
          from=${this.plan.starts_on}
          until=${this.plan.ends_on}
          @saved=${() => this.#done(() => (this.adding = false))}
          @cancel=${() => (this.adding = false)}
        ></gw-action-form>`
      : html`<div><gw-button icon="plus" @click=${() => void this.add()}>${actions.add}</gw-button></div>`;
  }

  #list(items: readonly ActionItem[]): TemplateResult {
    return html`<ul role="list">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => html`<li>${this.editing === item.id ? this.#form(item) : this.#item(item)}</li>`,
      )}
    </ul>`;
  }

  #form(item: ActionItem): TemplateResult {
    return html`<gw-action-form
      plan-id=${this.plan.id}
      .item=${item}
      .areas=${this.areas}
      from=${this.plan.starts_on}
      until=${this.plan.ends_on}
      @saved=${() => this.#done(() => (this.editing = ""))}
      @cancel=${() => (this.editing = "")}
    ></gw-action-form>`;
  }

  #item(item: ActionItem): TemplateResult {
    const { actions } = this.t.plan;
    const may = isOpen(this.plan) && (this.#rights.writes || item.responsible_id === this.me.person?.id);
    const recording = this.recording === item.id;
    return html`<article class="item" aria-labelledby="title-${item.id}">
      <div class="head">
        <div>
          <h4 id="title-${item.id}" dir="auto">${item.title}</h4>
          <div class="facts">${this.#facts(item)}</div>
        </div>
        ${this.#commentButton(item)}
        <gw-menu
          label=${actions.menu(item.title)}
          .items=${[
            ...(may ? [{ id: "edit", label: actions.edit, icon: "edit" as const }] : []),
            { id: "history", label: actions.history, icon: "clock" as const },
            ...(may && !ended.includes(item.status) ? [{ id: "cancel", label: actions.cancelAction, icon: "close" as const }] : []),
            ...(may ? [{ id: "delete", label: actions.delete, icon: "trash" as const }] : []),
          ]}
          @select=${(event: CustomEvent<string>) => void this.#pick(item, event.detail)}
        ></gw-menu>
      </div>
      ${item.description ? html`<p class="said small" dir="auto">${item.description}</p>` : nothing}
      ${linksOf(item.links, this.locale)}
      ${this.brief
        ? nothing
        : html`<div class="foot">
            <gw-status item=${item.status}></gw-status>
            <gw-progress show-value value=${item.progress_percent} label=${actions.progressOf(item.title)}></gw-progress>
            ${may && !ended.includes(item.status)
              ? html`<gw-button
                  size="small"
                  expanded=${recording ? "true" : "false"}
                  @click=${() => (this.recording = recording ? "" : item.id)}
                  >${actions.record}</gw-button
                >`
              : nothing}
          </div>`}
      ${recording
        ? html`<gw-action-progress
            .item=${item}
            @recorded=${() => this.#done(() => (this.recording = ""))}
          ></gw-action-progress>`
        : nothing}
      ${this.unfolded.has(item.id) ? html`<gw-action-history item-id=${item.id} version=${item.version}></gw-action-history>` : nothing}
      ${this.discussed.has(item.id)
        ? html`<groundwork-comments
            open
            plan-id=${this.plan.id}
            subject-kind="action_item"
            subject-id=${item.id}
            ?closed=${!this.#rights.comments}
          ></groundwork-comments>`
        : nothing}
    </article>`;
  }

  #commentButton({ id, title }: ActionItem): unknown {
    if (this.plan.latest_revision === null) {
      return nothing;
    }
    const toggle = () => {
      const discussed = new Set(this.discussed);
      this.discussed = discussed.delete(id) ? discussed : discussed.add(id);
      void import("../talk/groundwork-comments.js");
    };
    return html`<gw-comment-button
      plan-id=${this.plan.id}
      subject-kind="action_item"
      .subjects=${[id]}
      name=${title}
      ?may=${this.#rights.comments}
      ?open=${this.discussed.has(id)}
      @toggle=${toggle}
    ></gw-comment-button>`;
  }

  #facts(item: ActionItem): unknown {
    const { actions, short_term, long_term } = this.t.plan;
    const { format } = this.locale;
    const area = this.areas.find(({ id }) => id === item.development_area_id)?.name;
    const supported = this.items.find(({ id }) => id === item.supports_action_item_id)?.title;
    const advances = item.advances.map((horizon) => (horizon === "short_term" ? short_term : long_term));
    return html`${item.overdue ? html`<gw-pill tone="critical" icon="clock">${actions.overdue}</gw-pill>` : nothing}
      <span>${item.due_on === null ? actions.noDue : actions.dueOn(format.date(item.due_on))}</span>
      ${item.kind === "support" || item.responsible_id !== this.plan.owner_id ? html`<span dir="auto">${actions.by(item.responsible.display_name)}</span>` : nothing}
      ${area ? html`<span>${actions.worksOn(area)}</span>` : nothing}
      ${advances.length > 0 ? html`<span>${actions.advancesTo(format.list(advances))}</span>` : nothing}
      ${supported ? html`<span>${actions.supports(supported)}</span>` : nothing}
      ${item.support_needed ? html`<span>${actions.needs(item.support_needed)}</span>` : nothing}`;
  }

  async #pick(item: ActionItem, id: string): Promise<void> {
    switch (id) {
      case "edit":
        this.editing = item.id;
        return;
      case "history": {
        const unfolded = new Set(this.unfolded);
        this.unfolded = unfolded.delete(item.id) ? unfolded : unfolded.add(item.id);
        return;
      }
      case "delete":
        this.deleting = item;
        return;
      default:
        await this.#attempt(() =>
          this.api.POST("/v1/action-items/{action_item_id}/progress", {
            params: { path: { action_item_id: item.id } },
            body: { status: "cancelled" },
          }),
        );
    }
  }

  #deleteDialog(): TemplateResult {
    const { actions } = this.t.plan;
    const item = this.deleting;
    return html`<gw-dialog
      heading=${actions.deleteTitle(item?.title ?? "")}
      ?open=${item !== undefined}
      @close=${() => (this.deleting = undefined)}
    >
      <p>${actions.deleteText}</p>
      <gw-button slot="footer" @click=${() => (this.deleting = undefined)}>${this.t.common.cancel}</gw-button>
      <gw-button
        slot="footer"
        variant="danger"
        ?busy=${this.busy}
        @click=${async () => {
          if (item !== undefined) {
            await this.#attempt(() => this.api.DELETE("/v1/action-items/{action_item_id}", { params: { path: { action_item_id: item.id } } }));
          }
          this.deleting = undefined;
        }}
        >${actions.delete}</gw-button
      >
    </gw-dialog>`;
  }

  async #attempt(call: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.error = undefined;
    try {
      await call();
      this.dispatchEvent(new Event("changed"));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  #done(close: () => void): void {
    close();
    toast(this, this.t.common.saved);
    this.dispatchEvent(new Event("changed"));
  }
}

/** What is due first comes first; what has no date, last. */
function byDue(one: ActionItem, other: ActionItem): number {
  return (one.due_on ?? "9999").localeCompare(other.due_on ?? "9999");
}
