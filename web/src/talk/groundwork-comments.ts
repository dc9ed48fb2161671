import type { Comment, CommentSubjectKind, PersonRef } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/button.js";
import "../ui/states.js";
import "../ui/status.js";
import { Attempt } from "./attempt.js";
import { commentsOn, type Comments } from "./comments.js";
import { Following } from "./document.js";
import { draftsOf } from "./drafts.js";
import type { GwMentionField } from "./mention-field.js";
import "./mention-field.js";

interface Typed {
  text: string;
  picked: readonly PersonRef[];
}

const nothingTyped: Typed = { text: "", picked: [] };

/** How long an author may take a comment back. */
const deletableFor = 15 * 60_000;

/**
 * The comments on a plan, or on one answer or action item of it (`subject-kind`, `subject-id`), and a field for another.
 * `closed` leaves the field out. Many of them for one plan load its comments once.
 */
@element("groundwork-comments")
export class GroundworkComments extends GroundworkView {
  @property({ attribute: "plan-id" }) planId = "";
  @property({ attribute: "subject-kind" }) subjectKind: CommentSubjectKind = "plan";
  /** The question's key, the id of an item of an answer, or that of an action item; not needed for `plan`. */
  @property({ attribute: "subject-id" }) subjectId = "";
  /** Names of the items of the answer by their ids: the comments on them are shown too. */
  @property({ attribute: false }) items: ReadonlyMap<string, string> = new Map();
  /** For `plan`, what of it is shown elsewhere, with its comments: those on any other part of an answer are shown here. */
  @property({ attribute: false }) elsewhere: ReadonlySet<string> | undefined;
  @property({ type: Boolean }) closed = false;
  /** Opens the field at once. */
  @property({ type: Boolean }) open = false;

  @state() private sending = false;
  @state() private error: unknown;
  readonly #attempt = new Attempt();
  #tooLate: ReturnType<typeof setTimeout> | undefined;

  @query("gw-mention-field") private field!: GwMentionField | null;
  @query(".begin") private begin!: HTMLElement | null;

  readonly #me = new Loading(this, () => [this.planId], async () => {
    // The comments have states of their own, which all elements of the plan share.
    void this.#comments.load();
    return this.api.me();
  });

  constructor() {
    super();
    new Following(this, () => (this.connected ? this.#comments : undefined));
  }

  static override styles = [
    base,
    layout,
    css`
      :host {
        --gap: var(--groundwork-space-4);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--groundwork-space-2) var(--groundwork-space-3);
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--groundwork-space-2);
        overflow-wrap: anywhere;
      }
      .who strong {
        font-weight: 600;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: var(--groundwork-measure);
      }
      .mention {
        color: var(--groundwork-accent);
        font-weight: 560;
      }
      .composer {
        max-inline-size: var(--groundwork-measure);
      }
      .list {
        display: grid;
        gap: var(--groundwork-space-4);
      }
    `,
  ];

  get #comments(): Comments {
    return commentsOn(this.api, this.planId);
  }

  get #subject(): { kind: CommentSubjectKind; id: string } {
    return { kind: this.subjectKind, id: this.subjectKind === "plan" ? this.planId : this.subjectId };
  }

  get #place(): string {
    const { kind, id } = this.#subject;
    return `comment ${this.planId} ${kind} ${id}`;
  }

  get #typed(): Typed {
    return draftsOf(this.api).get<Typed>(this.#place) ?? nothingTyped;
  }

  #type(typed: Typed): void {
    draftsOf(this.api).keep(this.#place, typed.text === "" ? undefined : typed);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tooLate);
  }

  protected override view() {
    const { talk } = this.t;
    const comments = this.#comments;
    const { kind, id } = this.#subject;
    const list = comments.on(kind, [id, ...this.items.keys()], this.elsewhere);
    this.#renderAgainWhenTooLate(list);
    if (!comments.loaded) {
      return comments.error === undefined
        ? html`<gw-skeleton lines="2"></gw-skeleton>`
        : html`<gw-error inline .error=${comments.error} @retry=${() => void comments.load()}></gw-error>`;
    }
    return html`<div class="stack">
      ${list.length === 0
        ? nothing
        : html`<ul role="list" class="list" aria-label=${talk.comments}>
            ${repeat(list, (comment) => comment.id, (comment) => this.#comment(comment))}
          </ul>`}
      ${comments.error === undefined
        ? nothing
        : html`<gw-error inline .error=${comments.error} @retry=${() => void comments.load()}></gw-error>`}
      ${this.closed ? (list.length === 0 ? html`<p class="muted small">${talk.noComments}</p>` : nothing) : this.#composer(list.length)}
    </div>`;
  }

  #comment(comment: Comment) {
    const { talk } = this.t;
    const { author, created_at } = comment;
    const mine = this.#me.value?.person?.id === comment.author_id;
    const item = this.items.get(comment.subject.id);
    const about = item !== undefined ? talk.onItem(item) : comment.subject.kind === this.subjectKind ? undefined : talk.notInPlan;
    const young = Date.now() - Date.parse(created_at) < deletableFor;
    return html`<li>
      <gw-avatar size="small" name=${author.display_name}></gw-avatar>
      <div>
        <p class="who">
          <strong><bdi>${author.display_name}</bdi></strong>
          <time class="muted small" datetime=${created_at} title=${this.locale.format.time(created_at)}>
            ${this.locale.format.relative(created_at)}
          </time>
          ${about === undefined ? nothing : html`<span class="muted small">${about}</span>`}
        </p>
        <p class="text" dir="auto">${this.#marked(comment)}</p>
        ${mine && young
          ? html`<gw-button size="small" variant="quiet" @click=${() => void this.#takeBack(comment)}>${talk.takeBack}</gw-button>`
          : nothing}
      </div>
    </li>`;
  }

  /** The text with the names of mentioned people marked. */
  #marked({ text, mentioned }: Comment) {
    const names = mentioned
      .map(({ display_name }) => display_name)
      .filter((name) => name !== "")
      .sort((one, other) => other.length - one.length)
      .map((name) => `@${name}`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    if (names.length === 0) {
      return text;
    }
    const parts = text.split(new RegExp(`(${names.join("|")})`, "u"));
    return parts.map((part, index) => (index % 2 === 1 ? html`<span class="mention">${part}</span>` : part));
  }

  #composer(count: number) {
    const { talk, common } = this.t;
    const { text, picked } = this.#typed;
    if (!this.open && text === "") {
      return html`<div class="row">
        <gw-button class="begin" size="small" variant="quiet" icon="message" @click=${() => void this.#open()}>
          ${count === 0 ? talk.comment : talk.reply}
        </gw-button>
      </div>`;
    }
    return html`<div class="stack tight composer" @keydown=${this.#key}>
      <gw-mention-field
        label=${talk.yourComment}
        hint=${talk.commentHint}
        .value=${text}
        .picked=${picked}
        @input=${({ target }: Event) => {
          const { value, mentioned } = target as GwMentionField;
          this.#type({ text: value, picked: mentioned });
        }}
      ></gw-mention-field>
      ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => void this.#send()}></gw-error>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.sending} @click=${() => void this.#send()}>${talk.send}</gw-button>
        ${text.trim() === ""
          ? html`<gw-button size="small" variant="quiet" @click=${() => void this.#close()}>${common.cancel}</gw-button>`
          : nothing}
      </div>
    </div>`;
  }

  async #open(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    await this.field?.updateComplete;
    this.field?.focus();
  }

  async #close(): Promise<void> {
    this.open = false;
    this.#type(nothingTyped);
    this.error = undefined;
    await this.updateComplete;
    this.begin?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#send();
    }
  }

  async #send(): Promise<void> {
    const typed = this.#typed;
    const text = typed.text.trim();
    if (text === "" || this.sending) {
      this.field?.focus();
      return;
    }
    this.sending = true;
    this.error = undefined;
    try {
      const mentions = typed.picked.map(({ id }) => id);
      await this.#comments.add({ subject: this.#subject, text, mentions }, this.#attempt);
      await this.#close();
      toast(this, this.t.talk.sent);
    } catch (error) {
      this.error = error;
    } finally {
      this.sending = false;
    }
  }

  /** Deletes the comment. Its text comes back into the field, unless another is being written. */
  async #takeBack(comment: Comment): Promise<void> {
    const { talk } = this.t;
    try {
      await this.#comments.remove(comment);
      if (this.#typed.text.trim() === "" && !this.closed) {
        this.#type({ text: comment.text, picked: comment.mentioned });
        await this.#open();
        toast(this, talk.tookBack);
      } else {
        toast(this, talk.deleted);
      }
    } catch (error) {
      toast(this, explain(error, this.t).text, "critical");
    }
  }

  #renderAgainWhenTooLate(list: readonly Comment[]): void {
    clearTimeout(this.#tooLate);
    const ends = list.map(({ created_at }) => Date.parse(created_at) + deletableFor - Date.now()).filter((left) => left > 0);
    if (ends.length > 0) {
      this.#tooLate = setTimeout(() => this.requestUpdate(), Math.min(...ends) + 500);
    }
  }
}
