import type { ActionItem, ActionItemStatus, TeamMember } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/button.js";
import "../ui/dialog.js";
import "../ui/disclosure.js";
import "../ui/field.js";
import type { GwChoice, GwTextField } from "../ui/field.js";
import "../ui/states.js";
import "../ui/status.js";

interface Promises {
  items: ActionItem[];
  /** Whose plan each is in, as far as they are in the team. */
  owners: ReadonlyMap<string, TeamMember>;
  next: string | null;
}

/** What is being recorded about an item. */
interface Recording {
  item: ActionItem;
  status: ActionItemStatus;
  percent: string;
  note: string;
}

/** The support that the person who is signed in has promised to others, and how it goes. */
@element("gw-team-promises")
export class GwTeamPromises extends GroundworkView {
  @property() base = "";
  @state() private recording: Recording | undefined;
  @state() private sending = false;
  @state() private error: unknown;
  @state() private loadingMore = false;

  readonly #promises = new Loading(this, () => [], async (_, signal): Promise<Promises> => {
    const me = (await this.api.me()).person;
    if (me === undefined) {
      return { items: [], owners: new Map(), next: null };
    }
    const [promised, team] = await Promise.all([
      this.#ask(me.id, undefined, signal),
      this.api.GET("/v1/people/{person_id}/team-progress", { params: { path: { person_id: me.id }, query: { limit: 100 } }, signal }),
    ]);
    const owners = new Map(team.data.items.flatMap(({ plan_id, person }) => (plan_id === null ? [] : [[plan_id, person] as const])));
    return { items: promised.data.items, owners, next: promised.data.next_cursor };
  });

  static override styles = [
    base,
    layout,
    css`
      .intro {
        color: var(--groundwork-text-muted);
      }
      li {
        display: grid;
        gap: var(--groundwork-space-2) var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
        align-items: center;
        padding-block: var(--groundwork-space-4);
        border-block-end: 1px solid var(--groundwork-line);
      }
      li:first-child {
        border-block-start: 1px solid var(--groundwork-line);
      }
      .what {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .what strong {
        font-weight: 560;
      }
      .late {
        color: var(--groundwork-critical);
        font-weight: 560;
      }
      .how {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-3);
      }
      .how gw-progress {
        flex: 1 1 8rem;
      }
      @media (min-width: 48rem) {
        li {
          grid-template-columns: minmax(0, 1fr) minmax(0, 24rem);
        }
      }
    `,
  ];

  protected override view() {
    return this.#promises.show((promises) => this.#shown(promises));
  }

  #shown(promises: Promises) {
    const { t } = this;
    if (promises.items.length === 0) {
      return html`<gw-empty icon="flag" heading=${t.team.noPromises} text=${t.team.noPromisesText}></gw-empty>`;
    }
    const ended = (item: ActionItem) => item.status === "done" || item.status === "cancelled";
    const due = (item: ActionItem) => item.due_on ?? "9999";
    const open = promises.items.filter((item) => !ended(item)).sort((a, b) => due(a).localeCompare(due(b)));
    const over = promises.items.filter(ended);
    return html`<div class="stack">
        <p class="intro">${t.team.promisesText}</p>
        <ul role="list">
          ${open.map((item) => this.#item(item, promises.owners.get(item.plan_id)))}
        </ul>
        ${promises.next === null
          ? nothing
          : html`<div><gw-button ?busy=${this.loadingMore} @click=${() => void this.#more(promises)}>${t.common.showMore}</gw-button></div>`}
        ${over.length === 0
          ? nothing
          : html`<gw-disclosure label=${t.team.promisesDone(over.length)}>
              <ul role="list">
                ${over.map((item) => this.#item(item, promises.owners.get(item.plan_id)))}
              </ul>
            </gw-disclosure>`}
      </div>
      ${this.#dialog()}`;
  }

  #item(item: ActionItem, owner: TeamMember | undefined): TemplateResult {
    const { team } = this.t;
    const { format } = this.locale;
    const due = item.due_on === null ? team.noDue : (item.overdue ? team.overdueSince : team.due)(format.date(item.due_on));
    return html`<li>
      <div class="what">
        <strong dir="auto">${item.title}</strong>
        <div class="small muted">
          <span class=${item.overdue ? "late" : ""}>${due}</span> ·
          <a href="${this.base}#/plan/${item.plan_id}">${owner === undefined ? team.openPlan : team.promisedTo(owner.display_name)}</a>
        </div>
      </div>
      <div class="how">
        <gw-status item=${item.status}></gw-status>
        <gw-progress show-value value=${item.progress_percent} label=${team.progressOf(item.title)}></gw-progress>
        <gw-button size="small" variant="quiet" @click=${() => this.#record(item)}>
          ${team.record}<span class="visually-hidden">: ${item.title}</span>
        </gw-button>
      </div>
    </li>`;
  }

  #dialog() {
    const { t } = this;
    const { recording } = this;
    const change = (change: Partial<Recording>) => {
      this.recording = recording && { ...recording, ...change };
    };
    const statuses: ActionItemStatus[] = ["not_started", "in_progress", "blocked", "done"];
    return html`<gw-dialog heading=${t.team.recordOn(recording?.item.title ?? "")} ?open=${recording !== undefined} @close=${() => (this.recording = undefined)}>
      ${recording === undefined
        ? nothing
        : html`<gw-choice
              label=${t.team.itemStatus}
              .options=${statuses.map((value) => ({ value, label: t.common.itemStatus[value] }))}
              .value=${recording.status}
              @change=${(event: Event) => {
                const status = (event.target as GwChoice).value as ActionItemStatus;
                change({ status, percent: status === "done" ? "100" : recording.percent });
              }}
            ></gw-choice>
            <gw-text-field
              type="number"
              min="0"
              max="100"
              label=${t.team.percent}
              .value=${recording.percent}
              ?disabled=${recording.status === "done"}
              @input=${(event: Event) => change({ percent: (event.target as GwTextField).value })}
            ></gw-text-field>
            <gw-text-field
              multiline
              rows="2"
              maxlength="4000"
              label=${t.team.note}
              .value=${recording.note}
              @input=${(event: Event) => change({ note: (event.target as GwTextField).value })}
            ></gw-text-field>
            ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => void this.#send()}></gw-error>`}`}
      <gw-button slot="footer" @click=${() => (this.recording = undefined)}>${t.common.cancel}</gw-button>
      <gw-button slot="footer" variant="primary" ?busy=${this.sending} @click=${() => void this.#send()}>${t.common.save}</gw-button>
    </gw-dialog>`;
  }

  #record(item: ActionItem): void {
    this.error = undefined;
    this.recording = { item, status: item.status, percent: String(item.progress_percent), note: "" };
  }

  async #send(): Promise<void> {
    const { recording } = this;
    if (recording === undefined) {
      return;
    }
    const { item, status, percent, note } = recording;
    this.sending = true;
    this.error = undefined;
    try {
      const path = { action_item_id: item.id };
      await this.api.POST("/v1/action-items/{action_item_id}/progress", {
        params: { path },
        body: { status, progress_percent: Number(percent), note: note.trim() || null },
      });
      this.recording = undefined;
      toast(this, this.t.team.recorded);
      await this.#promises.reload();
    } catch (error) {
      this.error = error;
    } finally {
      this.sending = false;
    }
  }

  #ask(id: string, cursor?: string, signal?: AbortSignal) {
    const query = { kind: "support", responsible_id: id, sort: "-created_at", limit: 100, cursor } as const;
    return this.api.GET("/v1/action-items", { params: { query }, ...(signal && { signal }) });
  }

  async #more({ items, owners, next }: Promises): Promise<void> {
    const me = (await this.api.me()).person;
    if (next === null || me === undefined) {
      return;
    }
    this.loadingMore = true;
    try {
      const { data } = await this.#ask(me.id, next);
      this.#promises.value = { items: [...items, ...data.items], owners, next: data.next_cursor };
    } catch {
      toast(this, this.t.common.errors.server, "critical");
    } finally {
      this.loadingMore = false;
    }
  }
}
