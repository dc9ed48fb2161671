import type { Comment, CommentSubject, CreateComment } from "@groundwork/client";

import type { Api } from "../api.js";
import type { Attempt } from "./attempt.js";

const pageSize = 100;
/** How long what was loaded serves elements that are added later. */
const fresh = 30_000;

/**
 * The comments on a plan and all in it. One for all elements that show a part of them, so that they are loaded once,
 * however many answers and action items are on the page.
 */
export class Comments extends EventTarget {
  readonly #api: Api;
  readonly #planId: string;
  #items: readonly Comment[] = [];
  #loading: Promise<void> | undefined;
  #loadedAt: number | undefined;
  error: unknown;

  constructor(api: Api, planId: string) {
    super();
    this.#api = api;
    this.#planId = planId;
  }

  /** Whether there is something to show. */
  get loaded(): boolean {
    return this.#loadedAt !== undefined;
  }

  /** Comments on some parts of a plan; with `elsewhere`, also those on answers and their items that are not in it. */
  on(kind: string, ids: readonly string[], elsewhere?: ReadonlySet<string>): readonly Comment[] {
    const isLeft = ({ kind, id }: CommentSubject) => kind === "answer" && elsewhere !== undefined && !elsewhere.has(id);
    return this.#items.filter(({ subject }) => (subject.kind === kind && ids.includes(subject.id)) || isLeft(subject));
  }

  /** Loads them, unless that is under way, or was done a moment ago. */
  async load(): Promise<void> {
    if (this.error === undefined && this.#loadedAt !== undefined && Date.now() - this.#loadedAt < fresh) {
      return;
    }
    this.#loading ??= this.#read().finally(() => (this.#loading = undefined));
    await this.#loading;
  }

  /** Reads all of them: a part of a plan says how many are on it. */
  async #read(): Promise<void> {
    try {
      const items: Comment[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const params = { path: { plan_id: this.#planId }, query: { limit: pageSize, cursor } };
        const { data } = await this.#api.GET("/v1/plans/{plan_id}/comments", { params });
        items.push(...data.items);
        cursor = data.next_cursor ?? undefined;
        more = cursor !== undefined;
      }
      this.#items = items;
      this.#loadedAt = Date.now();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  async add(body: CreateComment, attempt: Attempt): Promise<void> {
    const params = { path: { plan_id: this.#planId }, header: attempt.header(body) };
    const { data } = await this.#api.POST("/v1/plans/{plan_id}/comments", { params, body });
    attempt.done();
    this.#items = [...this.#items.filter(({ id }) => id !== data.id), data];
    this.#changed();
  }

  async remove(comment: Comment): Promise<void> {
    await this.#api.DELETE("/v1/comments/{comment_id}", { params: { path: { comment_id: comment.id } } });
    this.#items = this.#items.filter(({ id }) => id !== comment.id);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

const known = new WeakMap<Api, Map<string, Comments>>();

/** The comments on a plan, as one person sees them. */
export function commentsOn(api: Api, planId: string): Comments {
  let plans = known.get(api);
  if (plans === undefined) {
    known.set(api, (plans = new Map()));
  }
  const comments = plans.get(planId) ?? new Comments(api, planId);
  plans.set(planId, comments);
  return comments;
}
