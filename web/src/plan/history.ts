import type { AccessLogEntry, Change, OwnQuestion, Plan, Questionnaire, Revision } from "@groundwork/client";
import { consume } from "@lit/context";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";

import { apiContext, type Api } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/disclosure.js";
import "../ui/states.js";
import "../ui/status.js";
import { titleOf } from "./model.js";
import { saidOf } from "./own-answer.js";

/** What was shared and what changed between, who has read the plan, and the other plans. Event `open` (a plan's id). */
@element("gw-plan-history")
export class GwPlanHistory extends GroundworkElement {
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) questionnaire!: Questionnaire;
  @property({ attribute: false }) revisions: readonly Revision[] = [];
  /** Missing for those who may not know. */
  @property({ attribute: false }) readers: readonly AccessLogEntry[] | undefined;
  @property({ attribute: false }) plans: readonly Plan[] = [];

  @consume({ context: apiContext, subscribe: true })
  private api!: Api;

  @state() private changes: ReadonlyMap<number, readonly Change[]> = new Map();
  @state() private loading: number | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    css`
      ul,
      ol {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h3 {
        margin-block-end: var(--groundwork-space-3);
      }
      .revision {
        padding-inline-start: var(--groundwork-space-4);
        border-inline-start: 2px solid var(--groundwork-line);
      }
      .said {
        white-space: pre-line;
        unicode-bidi: plaintext;
        overflow-wrap: anywhere;
      }
      .changes {
        margin-block-start: var(--groundwork-space-3);
        gap: var(--groundwork-space-3);
        font-size: var(--groundwork-text-s);
      }
      del {
        color: var(--groundwork-text-muted);
      }
      ins {
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  protected override render() {
    const { history } = this.t.plan;
    return html`<div class="stack">
      <section>
        <h3>${this.readers === undefined ? history.versionsOf : history.versions}</h3>
        ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
        ${this.revisions.length === 0
          ? html`<p class="muted">${history.none}</p>`
          : html`<ol role="list">${this.revisions.toReversed().map((revision) => this.#revision(revision))}</ol>`}
      </section>
      ${this.readers === undefined ? nothing : this.#readers(this.readers)}
      ${this.plans.length < 2 ? nothing : this.#plans()}
    </div>`;
  }

  #revision({ number, shared_at, note }: Revision): TemplateResult {
    const { history } = this.t.plan;
    const before = this.revisions.filter((other) => other.number < number).at(-1);
    const changes = this.changes.get(number);
    return html`<li class="revision">
      <div class="row"><strong>${history.version(this.locale.format.number(number))}</strong><span class="muted">${this.locale.format.time(shared_at)}</span></div>
      ${note ? html`<p class="said" dir="auto">${note}</p>` : nothing}
      ${before === undefined
        ? html`<p class="small muted">${history.first}</p>`
        : changes === undefined
          ? html`<gw-button size="small" variant="quiet" ?busy=${this.loading === number} @click=${() => void this.#compare(number, before.number)}>${history.changes}</gw-button>`
          : changes.length === 0
            ? html`<p class="small muted">${history.same}</p>`
            : html`<ul class="changes" role="list" aria-label=${history.changes}>${changes.map((change) => this.#change(change))}</ul>`}
    </li>`;
  }

  #change({ kind, pointer, before, after }: Change): TemplateResult {
    const { history } = this.t.plan;
    const own = this.#own(pointer);
    const words = (value: unknown) => (own === undefined ? this.#words(value) : this.#ownWords(own, value));
    const [was, is] = [words(before), words(after)];
    return html`<li>
      <div class="row"><gw-pill>${history.kind[kind]}</gw-pill><strong>${this.#place(pointer)}</strong></div>
      ${was === "" ? nothing : html`<p><del class="said" dir="auto">${was}</del></p>`}
      ${is === "" ? nothing : html`<p><ins class="said" dir="auto">${is}</ins></p>`}
    </li>`;
  }

  /** An answer to a question of HR's own: the whole of it, or its value. */
  #ownWords(question: OwnQuestion, given: unknown): string {
    const value = (given as { value?: string | number } | null)?.value ?? given;
    return typeof value === "string" || typeof value === "number" ? saidOf(question, value, this.locale).text : "";
  }

  /** The question that a pointer is in. */
  #place(pointer: string): string {
    const { plan } = this.t;
    const [, first, second] = pointer.split("/");
    const key = first === "answers" ? second : first;
    return titleOf(this.questionnaire, this.#own(pointer)?.id ?? key ?? "") || (key === "title" ? plan.titleLabel : plan.tabs.plan);
  }

  /** The question of HR's own that a pointer is in. */
  #own(pointer: string): OwnQuestion | undefined {
    return this.questionnaire.own_questions.find(({ id }) => pointer.startsWith(`/answers/extra/${id}`));
  }

  /** A value of a change in words: texts and names, not the fields around them. */
  #words(value: unknown): string {
    const { plan, common } = this.t;
    if (value === null || value === undefined) {
      return "";
    }
    if (Array.isArray(value)) {
      return value.length === 0 ? plan.history.nothing : this.locale.format.list(value.map((part) => this.#words(part)));
    }
    if (typeof value === "object") {
      const { name, title, summary, url, note } = value as Record<string, unknown>;
      return [name ?? title ?? summary ?? url, note].filter((part) => typeof part === "string").join("\n");
    }
    const text = String(value);
    if (text === "short_term" || text === "long_term") {
      return plan[text];
    }
    if (text === "new_assignment" || text === "current_role_plus") {
      return text === "new_assignment" ? plan.newAssignment : plan.currentRolePlus;
    }
    if (Object.hasOwn(common.itemStatus, text)) {
      return common.itemStatus[text as keyof typeof common.itemStatus];
    }
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? this.locale.format.date(text) : text;
  }

  async #compare(number: number, since: number): Promise<void> {
    this.loading = number;
    this.error = undefined;
    try {
      const { data } = await this.api.GET("/v1/plans/{plan_id}/revisions/{number}/changes", {
        params: { path: { plan_id: this.plan.id, number }, query: { since } },
      });
      this.changes = new Map(this.changes).set(number, data.changes);
    } catch (error) {
      this.error = error;
    } finally {
      this.loading = undefined;
    }
  }

  #readers(readers: readonly AccessLogEntry[]): TemplateResult {
    const { history } = this.t.plan;
    const rights: Readonly<Record<string, string>> = history.right;
    return html`<section>
      <h3>${history.readers}</h3>
      ${readers.length === 0
        ? html`<p class="muted">${history.noReaders}</p>`
        : html`<ul role="list">
            ${readers.map(
              ({ reader, right, at, count, text }) => html`<li class="row">
                <gw-avatar size="small" name=${reader?.display_name ?? "?"}></gw-avatar>
                <div>
                  <div dir="auto">${reader === null ? text : html`${reader.display_name}${rights[right] ? `, ${rights[right]}` : ""}`}</div>
                  <div class="small muted">${this.locale.format.time(at)} · ${history.times(count)}</div>
                </div>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  #plans(): TemplateResult {
    const { history } = this.t.plan;
    return html`<section>
      <h3>${history.plans}</h3>
      <ul role="list">
        ${this.plans.map(
          ({ id, title, status, starts_on, ends_on }) => html`<li class="row spread">
            <div>
              <div dir="auto">${title}</div>
              <div class="small muted">${this.t.plan.period(this.locale.format.date(starts_on), this.locale.format.date(ends_on))}</div>
            </div>
            <div class="row">
              <gw-status plan=${status}></gw-status>
              ${id === this.plan.id
                ? nothing
                : html`<gw-button size="small" label="${history.openPlan}: ${title}" @click=${() => this.dispatchEvent(new CustomEvent("open", { detail: id }))}
                    >${history.openPlan}</gw-button
                  >`}
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}
