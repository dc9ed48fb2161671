import { ProblemError, type Feedback, type UpdateFeedback } from "@groundwork/client";

import type { Api } from "../api.js";
import { draftOf, emptyDraft, sendable, type Draft, type Gap } from "./draft.js";

/**
 * `untouched`: nothing was written here. `waiting`: written, and saved in a moment. `failed`: see `error`; what was
 * written is still here. `conflict`: someone else, or another window, has changed the same draft.
 */
export type SaveState = "untouched" | "waiting" | "saving" | "saved" | "failed" | "conflict";

const opened = new WeakMap<Api, Map<string, DraftSaving>>();

/**
 * The response to a plan that is being written. It outlives the view, so that a text that could not be saved is still
 * there when the person comes back, and is saved as soon as that is possible.
 */
export function draftOn(api: Api, planId: string): DraftSaving {
  const drafts = opened.get(api) ?? new Map<string, DraftSaving>();
  opened.set(api, drafts);
  const saving = drafts.get(planId) ?? new DraftSaving(api, planId);
  drafts.set(planId, saving);
  return saving;
}

/** Saves a draft by itself, a moment after each change. */
export class DraftSaving {
  draft: Draft = emptyDraft();
  state: SaveState = "untouched";
  error: unknown;
  /** Called when any of these has changed. */
  notify: () => void = () => {};

  readonly #api: Api;
  readonly #planId: string;
  #revision = 0;
  #id: string | undefined;
  #etag: string | undefined;
  /** The draft about an older revision that this one goes on with: deleted once this one is saved. */
  #replaces: string | undefined;
  /** What someone else has saved meanwhile. */
  #theirs: { feedback: Feedback; etag: string | undefined } | undefined;
  /** What the service had, and what was sent since without an answer: any of it may be there now. */
  #known: readonly string[] = [];
  #unsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(api: Api, planId: string) {
    this.#api = api;
    this.#planId = planId;
  }

  /** Texts that cannot be saved before something is added. */
  get gaps(): Gap[] {
    return sendable(this.draft).gaps;
  }

  /** Whether something would be lost with the page. */
  get unsaved(): boolean {
    return this.#unsaved || (this.state !== "untouched" && this.gaps.length > 0);
  }

  /** Begins with what the service has, unless something here is newer. */
  open(revision: number, saved: Feedback | undefined, carried?: { draft: Draft; from: Feedback }): void {
    if (this.unsaved || this.#running !== undefined) {
      return;
    }
    this.#revision = revision;
    this.#id = saved?.id;
    this.#etag = undefined;
    this.#replaces = carried?.from.id;
    this.draft = saved === undefined ? (carried?.draft ?? emptyDraft()) : draftOf(saved);
    this.#known = saved === undefined ? [] : [asSent(saved)];
    this.#set("untouched");
  }

  edit(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    this.#unsaved = true;
    window.addEventListener("beforeunload", this.#warn);
    window.addEventListener("online", this.#again);
    if (this.state !== "conflict") {
      this.#set(this.state === "saving" ? "saving" : "waiting");
      this.#saveIn(800);
    }
  }

  /** Saves now what is not saved yet. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#unsaved || this.state === "conflict") {
      return this.#running ?? Promise.resolve();
    }
    this.#running ??= this.#save().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** After a conflict: overwrites what someone else has saved. */
  async keepMine(): Promise<void> {
    this.#id = this.#theirs?.feedback.id ?? this.#id;
    this.#etag = this.#theirs?.etag;
    this.#theirs = undefined;
    this.#unsaved = true;
    this.#set("waiting");
    await this.flush();
  }

  /** After a conflict: goes on with what someone else has saved. */
  takeTheirs(): void {
    const { feedback, etag } = this.#theirs ?? {};
    if (feedback !== undefined) {
      this.#adopt(feedback, etag);
      this.draft = draftOf(feedback);
      this.#settled();
    }
  }

  /** Sends the response to the owner of the plan. Undefined if it could not be saved before: see `state`. */
  async submit(): Promise<Feedback | undefined> {
    await this.flush();
    if (this.unsaved || this.#id === undefined) {
      return undefined;
    }
    try {
      const { data } = await this.#api.POST("/v1/feedback/{feedback_id}/submit", {
        params: { path: { feedback_id: this.#id }, header: { "If-Match": await this.#version(this.#id) } },
        body: {},
      });
      opened.get(this.#api)?.delete(this.#planId);
      return data;
    } catch (error) {
      await this.#failed(error);
      return undefined;
    }
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #save(): Promise<void> {
    while (this.#unsaved) {
      this.#unsaved = false;
      this.#set("saving");
      const { body } = sendable(this.draft);
      const sent = JSON.stringify(body);
      this.#known = [...this.#known, sent];
      try {
        await this.#send(body);
        this.#known = [sent];
      } catch (error) {
        this.#unsaved = true;
        await this.#failed(error);
        return;
      }
    }
    this.#settled();
  }

  async #send(body: UpdateFeedback): Promise<void> {
    if (this.#id !== undefined) {
      const { etag } = await this.#api.PATCH("/v1/feedback/{feedback_id}", {
        params: { path: { feedback_id: this.#id }, header: { "If-Match": await this.#version(this.#id) } },
        body,
      });
      this.#etag = etag;
      return;
    }
    const { data, etag } = await this.#api.POST("/v1/plans/{plan_id}/feedback", {
      params: { path: { plan_id: this.#planId } },
      body: { ...body, revision: this.#revision },
    });
    this.#id = data.id;
    this.#etag = etag;
    if (this.#replaces !== undefined) {
      const path = { feedback_id: this.#replaces };
      this.#replaces = undefined;
      // The older draft is of no use any more, and in no one's way if it stays.
      await this.#api.DELETE("/v1/feedback/{feedback_id}", { params: { path } }).catch(() => undefined);
    }
  }

  /** The version to change. A list does not say it, so that it is asked for before the first change. */
  async #version(id: string): Promise<string> {
    if (this.#etag === undefined) {
      const { data, etag } = await this.#api.GET("/v1/feedback/{feedback_id}", { params: { path: { feedback_id: id } } });
      if (!this.#known.includes(asSent(data))) {
        throw new ChangedMeanwhile(data, etag);
      }
      this.#etag = etag;
    }
    return this.#etag ?? "*";
  }

  async #failed(error: unknown): Promise<void> {
    const status = error instanceof ProblemError ? error.status : undefined;
    try {
      if (error instanceof ChangedMeanwhile) {
        this.#meet(error.feedback, error.etag);
        return;
      }
      const begun = status === 409 && this.#id === undefined ? await this.#findMine() : undefined;
      if (status === 412 || begun !== undefined) {
        const path = { feedback_id: begun?.id ?? this.#id ?? "" };
        const { data, etag } = await this.#api.GET("/v1/feedback/{feedback_id}", { params: { path } });
        this.#meet(data, etag);
        return;
      }
    } catch (another) {
      error = another;
    }
    this.error = error;
    this.#set("failed");
    // What was sent is not the reason: it is tried again. `online` may come too early, or not at all.
    if (error instanceof TypeError || status === 429 || (status ?? 0) >= 500) {
      this.#saveIn(10_000);
    }
  }

  /** The draft was changed: by this page, whose answer was lost, or by someone else. */
  #meet(feedback: Feedback, etag: string | undefined): void {
    if (feedback.status === "draft" && this.#known.includes(asSent(feedback))) {
      this.#adopt(feedback, etag);
      this.#saveIn(0);
    } else {
      this.#theirs = { feedback, etag };
      this.#set("conflict");
    }
  }

  #adopt(feedback: Feedback, etag: string | undefined): void {
    this.#id = feedback.id;
    this.#etag = etag;
    this.#theirs = undefined;
    this.#known = [asSent(feedback)];
  }

  /** My draft on this revision, begun in another window or by a request whose answer was lost. */
  async #findMine(): Promise<Feedback | undefined> {
    const path = { plan_id: this.#planId };
    const [me, { data }] = await Promise.all([
      this.#api.me(),
      this.#api.GET("/v1/plans/{plan_id}/feedback", { params: { path, query: { limit: 100 } } }),
    ]);
    return data.items.find(({ author_id, revision }) => author_id === me.person?.id && revision === this.#revision);
  }

  #settled(): void {
    this.error = undefined;
    this.#unsaved = false;
    this.#set("saved");
    if (this.gaps.length === 0) {
      window.removeEventListener("beforeunload", this.#warn);
      window.removeEventListener("online", this.#again);
    }
  }

  #set(state: SaveState): void {
    this.state = state;
    this.notify();
  }

  readonly #warn = (event: Event): void => event.preventDefault();
  readonly #again = (): void => void (this.state === "failed" && this.flush());
}

class ChangedMeanwhile extends Error {
  constructor(
    readonly feedback: Feedback,
    readonly etag: string | undefined,
  ) {
    super("the draft was changed meanwhile");
  }
}

/** A feedback as this page would send it. */
function asSent(feedback: Feedback): string {
  return JSON.stringify(sendable(draftOf(feedback)).body);
}
