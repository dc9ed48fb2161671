import type { ActionItem, ActionItemStatus, ProgressUpdate } from "@groundwork/client";
import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { apiContext, type Api } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/field.js";
import "../ui/states.js";
import "../ui/status.js";

const steps = [25, 50, 75] as const;

/** Records how far an action is, with one click; a note goes with it if one was written. Event `recorded`. */
@element("gw-action-progress")
export class GwActionProgress extends GroundworkElement {
  @property({ attribute: false }) item!: ActionItem;

  @consume({ context: apiContext, subscribe: true })
  private api!: Api;

  @state() private note = "";
  @state() private busy = "";
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    css`
      :host {
        padding: var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-sunken);
      }
      .label {
        font-weight: 560;
        font-size: var(--groundwork-text-s);
      }
    `,
  ];

  protected override render() {
    const { actions } = this.t.plan;
    const button = (id: string, label: string, body: { status?: ActionItemStatus; progress_percent?: number }) =>
      html`<gw-button size="small" ?busy=${this.busy === id} @click=${() => void this.#record(id, body)}>${label}</gw-button>`;
    return html`<div class="stack tight" role="group" aria-label=${actions.recordOf(this.item.title)}>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      <span class="label" aria-hidden="true">${actions.howFar}</span>
      <div class="row">
        ${steps.map((percent) => button(String(percent), this.locale.format.percent(percent), { progress_percent: percent, status: "in_progress" }))}
        ${button("done", actions.doneButton, { status: "done" })} ${button("blocked", actions.blockedButton, { status: "blocked" })}
      </div>
      <gw-text-field
        multiline
        rows="1"
        maxlength="2000"
        label="${actions.note} (${this.t.common.optional})"
        .value=${this.note}
        @input=${(event: Event) => (this.note = (event.target as HTMLElement & { value: string }).value)}
      ></gw-text-field>
      ${this.note.trim() === "" ? nothing : html`<div>${button("note", actions.noteOnly, {})}</div>`}
    </div>`;
  }

  async #record(id: string, body: { status?: ActionItemStatus; progress_percent?: number }): Promise<void> {
    if (this.busy !== "") {
      return;
    }
    this.busy = id;
    this.error = undefined;
    try {
      await this.api.POST("/v1/action-items/{action_item_id}/progress", {
        params: { path: { action_item_id: this.item.id } },
        body: { ...body, ...(this.note.trim() !== "" && { note: this.note }) },
      });
      this.note = "";
      this.dispatchEvent(new Event("recorded"));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = "";
    }
  }
}

/** What was recorded about an action, the latest first. */
@element("gw-action-history")
export class GwActionHistory extends GroundworkElement {
  @property({ attribute: "item-id" }) itemId = "";
  /** A new version has a new history. */
  @property() version = "";

  @consume({ context: apiContext, subscribe: true })
  private api!: Api;

  @state() private updates: readonly ProgressUpdate[] | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    css`
      ol {
        display: grid;
        gap: var(--groundwork-space-3);
        padding-inline-start: var(--groundwork-space-4);
        border-inline-start: 2px solid var(--groundwork-line);
        font-size: var(--groundwork-text-s);
      }
      .said {
        margin-block-start: var(--groundwork-space-1);
        white-space: pre-line;
        unicode-bidi: plaintext;
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("itemId") || changed.has("version")) {
      void this.#load();
    }
  }

  protected override render() {
    const { actions } = this.t.plan;
    if (this.error !== undefined) {
      return html`<gw-error inline .error=${this.error} @retry=${() => void this.#load()}></gw-error>`;
    }
    if (this.updates === undefined) {
      return html`<gw-skeleton lines="2"></gw-skeleton>`;
    }
    return this.updates.length === 0
      ? html`<p class="small muted">${actions.noHistory}</p>`
      : html`<ol role="list" aria-label=${actions.history}>
          ${this.updates.map(
            ({ status, progress_percent, note, recorded_at, author }) => html`<li>
              <div class="row">
                <gw-status item=${status}></gw-status>
                <span>${this.locale.format.percent(progress_percent)}</span>
                <span class="muted">${[author?.display_name, this.locale.format.time(recorded_at)].filter(Boolean).join(" · ")}</span>
              </div>
              ${note ? html`<p class="said" dir="auto">${note}</p>` : nothing}
            </li>`,
          )}
        </ol>`;
  }

  async #load(): Promise<void> {
    this.error = undefined;
    try {
      const { data } = await this.api.GET("/v1/action-items/{action_item_id}/progress", {
        params: { path: { action_item_id: this.itemId }, query: { limit: 100 } },
      });
      this.updates = data.items.toReversed();
    } catch (error) {
      this.error = error;
    }
  }
}
