import { ProblemError, type Discussion, type GiveAgendaLine, type GiveOutcome, type UpdateDiscussion } from "@groundwork/client";
import type { ReactiveController, ReactiveControllerHost } from "lit";

import { unlessChanged, type Api } from "../api.js";
import { Attempt } from "./attempt.js";
import { draftsOf, type Drafts } from "./drafts.js";
import { Note } from "./note.js";

const pauseAfterFailure = 10_000;

/**
 * A talk that two people write at the same time. It outlives the elements that show it, so that nothing typed is lost when
 * a view is left before it was saved.
 *
 * Changes are sent one after the other, each as what it does to the talk as it is now: if someone else has changed the
 * talk meanwhile, the change is made again to theirs.
 */
export class TalkDocument extends EventTarget {
  readonly #api: Api;
  #talk: Discussion;
  #etag: string | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #attempt = new Attempt();

  /** What is typed and not added yet. */
  readonly drafts: Drafts;
  readonly sharedNotes: Note;
  readonly privateNote: Note;

  /** Ticks, points and outcomes that are not saved yet. */
  ticks: ReadonlyMap<string, boolean> = new Map();
  points: readonly string[] = [];
  outcomes: readonly GiveOutcome[] = [];
  /** Why they could not be saved. */
  error: unknown;

  constructor(api: Api, talk: Discussion) {
    super();
    this.#api = api;
    this.#talk = talk;
    this.drafts = draftsOf(api);
    this.sharedNotes = new Note(this, "shared_notes");
    this.privateNote = new Note(this, "private_note");
    window.addEventListener("online", () => void this.saveLists());
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved) {
        event.preventDefault();
      }
    });
  }

  get talk(): Discussion {
    return this.#talk;
  }

  get unsaved(): boolean {
    const lists = this.ticks.size + this.points.length + this.outcomes.length;
    return lists > 0 || this.sharedNotes.unsaved || this.privateNote.unsaved;
  }

  /** Takes what a list of talks says, unless a change is on its way: its answer is newer. */
  refresh(talk: Discussion): void {
    if (this.#waiting === 0 && talk.version >= this.#talk.version) {
      this.#take(talk, undefined);
    }
  }

  /** Reads the talk as it is now. */
  reload(): Promise<void> {
    return this.#enqueue(() => this.#read());
  }

  /** Saves what `change` makes of the talk as it is now; nothing if it returns nothing. */
  change(change: (talk: Discussion) => UpdateDiscussion | undefined): Promise<void> {
    return this.#enqueue(() => this.#apply(change));
  }

  async #apply(change: (talk: Discussion) => UpdateDiscussion | undefined): Promise<void> {
    const path = { discussion_id: this.#talk.id };
    // Someone else may change it just now, but not all the time.
    for (let attempt = 0; attempt < 8; attempt++) {
      if (this.#etag === undefined) {
        await this.#read();
      }
      const body = change(this.#talk);
      if (body === undefined) {
        return;
      }
      const header = { "If-Match": this.#etag };
      const sent = this.#api.PATCH("/v1/discussions/{discussion_id}", { params: { path, header }, body });
      const saved = await unlessChanged(sent);
      if (saved.changed) {
        this.#take(saved.data, saved.etag);
        return;
      }
      this.#etag = undefined;
    }
    throw new TypeError("the talk changes all the time");
  }

  hold(): Promise<void> {
    return this.#step("hold", {});
  }

  cancel(message: string): Promise<void> {
    return this.#step("cancel", { message: message.trim() || null });
  }

  /** A step of the talk as it was seen; fails with 412, and takes the newer one, if someone else has changed it. */
  #step(step: "hold" | "cancel", body: { message?: string | null }): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#etag === undefined) {
        await this.#read();
      }
      const path = { discussion_id: this.#talk.id };
      const header = { "If-Match": this.#etag, ...this.#attempt.header([step, body, this.#etag]) };
      try {
        const { data, etag } = await this.#api.POST(`/v1/discussions/{discussion_id}/${step}`, {
          params: { path, header },
          body,
        });
        this.#take(data, etag);
      } catch (error) {
        this.#etag = undefined;
        await this.#read().catch(() => undefined);
        throw error;
      }
    });
  }

  tick(id: string, done: boolean): Promise<void> {
    this.ticks = new Map([...this.ticks, [id, done]]);
    return this.saveLists();
  }

  addPoint(text: string): Promise<void> {
    this.points = [...this.points, text];
    return this.saveLists();
  }

  addOutcome(outcome: GiveOutcome): Promise<void> {
    this.outcomes = [...this.outcomes, outcome];
    return this.saveLists();
  }

  removePoint(id: string): Promise<void> {
    return this.change(({ agenda }) => ({ agenda: agenda.filter((line) => line.id !== id) }));
  }

  removeOutcome(gone: GiveOutcome): Promise<void> {
    return this.change((talk) => {
      const given = outcomesOf(talk);
      const at = given.findIndex((outcome) => JSON.stringify(outcome) === JSON.stringify(gone));
      return at < 0 ? undefined : { outcomes: given.filter((_, index) => index !== at) };
    });
  }

  /** Sends what was ticked and added. Keeps it, and tries again, if that fails. */
  async saveLists(): Promise<void> {
    clearTimeout(this.#retry);
    this.#changed();
    try {
      await this.#enqueue(() => this.#sendLists());
      this.error = undefined;
    } catch (error) {
      this.error = error;
      if (mayPass(error)) {
        this.#retry = setTimeout(() => void this.saveLists(), pauseAfterFailure);
      }
    }
    this.#changed();
  }

  async #sendLists(): Promise<void> {
    const { ticks, points, outcomes } = this;
    if (ticks.size + points.length + outcomes.length === 0) {
      return;
    }
    await this.#apply((talk) => {
      const change: UpdateDiscussion = {};
      if (ticks.size + points.length > 0) {
        const lines = talk.agenda.map((line): GiveAgendaLine => ({ ...line, done: ticks.get(line.id) ?? line.done }));
        change.agenda = [...lines, ...points.map((text) => ({ text }))];
      }
      if (outcomes.length > 0) {
        change.outcomes = [...outcomesOf(talk), ...outcomes];
      }
      return change;
    });
    // What came meanwhile is still to be sent.
    this.ticks = new Map([...this.ticks].filter(([id, done]) => ticks.get(id) !== done));
    this.points = this.points.slice(points.length);
    this.outcomes = this.outcomes.slice(outcomes.length);
  }

  /** Throws away what could not be saved: the person has seen why. */
  discardLists(): void {
    this.ticks = new Map();
    this.points = [];
    this.outcomes = [];
    this.error = undefined;
    this.#changed();
  }

  /** Saves all that was typed. Fails if something could not be. */
  async flush(): Promise<void> {
    await Promise.all([this.saveLists(), this.sharedNotes.save(), this.privateNote.save()]);
    if (this.unsaved) {
      throw this.error ?? this.sharedNotes.error ?? this.privateNote.error ?? new TypeError("not saved");
    }
  }

  announce(): void {
    this.#changed();
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const done = this.#queue.then(work).finally(() => (this.#waiting -= 1));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<void> {
    const path = { discussion_id: this.#talk.id };
    const { data, etag } = await this.#api.GET("/v1/discussions/{discussion_id}", { params: { path } });
    this.#take(data, etag);
  }

  #take(talk: Discussion, etag: string | undefined): void {
    this.#talk = talk;
    this.#etag = etag;
    this.sharedNotes.take(talk.shared_notes ?? "");
    this.privateNote.take(talk.private_note ?? "");
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** Whether the same may work a little later. */
export function mayPass(error: unknown): boolean {
  return error instanceof ProblemError ? error.status >= 500 || error.status === 429 : error instanceof TypeError;
}

/** The outcomes as they are sent back. */
export function outcomesOf({ outcomes }: Discussion): GiveOutcome[] {
  return outcomes.map(({ text, action_item: item }) => ({
    text,
    action_item: item && { title: item.title, responsible_id: item.responsible_id, due_on: item.due_on },
  }));
}

const documents = new WeakMap<Api, Map<string, TalkDocument>>();

/** The one document of a talk, with what a list of talks says about it. */
export function documentOf(api: Api, talk: Discussion): TalkDocument {
  let known = documents.get(api);
  if (known === undefined) {
    documents.set(api, (known = new Map()));
  }
  const document = known.get(talk.id) ?? new TalkDocument(api, talk);
  known.set(talk.id, document);
  document.refresh(talk);
  return document;
}

/** Renders an element again whenever the document that it shows changes. */
export class Following implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #document: () => EventTarget | undefined;
  #followed: EventTarget | undefined;

  constructor(host: ReactiveControllerHost, document: () => EventTarget | undefined) {
    this.#host = host;
    this.#document = document;
    host.addController(this);
  }

  readonly #changed = (): void => this.#host.requestUpdate();

  hostConnected(): void {
    this.#follow(this.#document());
  }

  hostUpdate(): void {
    this.#follow(this.#document());
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(document: EventTarget | undefined): void {
    if (document !== this.#followed) {
      this.#followed?.removeEventListener("change", this.#changed);
      document?.addEventListener("change", this.#changed);
      this.#followed = document;
    }
  }
}
