import { ProblemError, type GiveAnswers, type Plan } from "@groundwork/client";
import type { ReactiveController } from "lit";

import { explain, unlessChanged, type Api } from "../api.js";
import type { GroundworkView } from "../element.js";
import { fieldKeys, fieldsOf, same, toSend, type FieldKey, type Fields } from "./model.js";

/** What could not be saved before its view was left, by plan: in memory only. */
const unsaved = new Map<string, { fields: Fields; base: Fields }>();

export type SaveState = "saved" | "typing" | "saving" | "offline" | "failed";

/** Milliseconds without a key press before what was typed is saved. */
const pause = 700;
/** Milliseconds until saving is tried again after the connection was lost. */
const again = 8_000;

/**
 * The owner's working copy: what is typed, and what of it the service has. Saves by itself, and never puts what the
 * service has over what was typed: where another device changed the same field, `conflicts` has its version until the
 * person chooses.
 */
export class Draft implements ReactiveController {
  readonly #host: GroundworkView;
  readonly #api: () => Api;
  readonly #saved: (plan: Plan) => void;

  plan: Plan | undefined;
  fields: Fields | undefined;
  state: SaveState = "saved";
  error: unknown;
  /** Fields that were changed here and on another device, as they are there. */
  conflicts: ReadonlyMap<FieldKey, Fields> = new Map();

  /** What the service has, as far as we know. */
  #base: Fields | undefined;
  #etag: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(host: GroundworkView, api: () => Api, saved: (plan: Plan) => void) {
    this.#host = host;
    this.#api = api;
    this.#saved = saved;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("online", this.#online);
    window.addEventListener("beforeunload", this.#leaving);
  }

  hostDisconnected(): void {
    window.removeEventListener("online", this.#online);
    window.removeEventListener("beforeunload", this.#leaving);
    void this.flush().then((saved) => {
      clearTimeout(this.#timer);
      if (!saved && this.plan !== undefined && this.fields !== undefined && this.#base !== undefined) {
        unsaved.set(this.plan.id, { fields: this.fields, base: this.#base });
      }
    });
  }

  /** Takes a plan as the service has it; what was typed since stays. */
  take(plan: Plan, etag: string | undefined): void {
    const fields = fieldsOf(plan);
    if (this.plan?.id !== plan.id || this.fields === undefined || this.#base === undefined) {
      clearTimeout(this.#timer);
      this.fields = fields;
      this.state = "saved";
      this.error = undefined;
      this.conflicts = new Map();
      const kept = unsaved.get(plan.id);
      if (kept !== undefined) {
        unsaved.delete(plan.id);
        this.fields = kept.fields;
        this.#merge(fields, kept.base);
        this.#timer = setTimeout(() => void this.flush(), pause);
      }
    } else {
      this.#merge(fields, this.#base);
    }
    this.plan = plan;
    this.#base = structuredClone(fields);
    this.#etag = etag;
    this.#host.requestUpdate();
  }

  get dirty(): boolean {
    return this.#changed().length > 0;
  }

  change<Key extends FieldKey>(key: Key, value: Fields[Key]): void {
    if (this.fields === undefined) {
      return;
    }
    this.fields = { ...this.fields, [key]: value };
    if (this.state === "saved" || this.state === "failed") {
      this.state = "typing";
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
    this.#host.requestUpdate();
  }

  /** Ends a conflict: with what was typed here, or with what another device wrote. */
  choose(key: FieldKey, which: "mine" | "theirs"): void {
    const theirs = this.conflicts.get(key);
    if (theirs === undefined || this.fields === undefined) {
      return;
    }
    const conflicts = new Map(this.conflicts);
    conflicts.delete(key);
    this.conflicts = conflicts;
    if (which === "theirs") {
      this.fields = { ...this.fields, [key]: theirs[key] };
    }
    this.#host.requestUpdate();
    void this.flush();
  }

  /** Saves what is not saved yet. True if everything is, afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#save());
    await this.#running;
    return !this.dirty && this.conflicts.size === 0;
  }

  /** The version to send with a step, such as sharing. */
  get etag(): string | undefined {
    return this.#etag;
  }

  async #save(): Promise<void> {
    // A second time after another device was first; more often is a conflict that goes on.
    for (let attempt = 0; attempt < 3; attempt++) {
      const keys = this.#changed().filter((key) => !this.conflicts.has(key));
      const { plan, fields } = this;
      if (plan === undefined || fields === undefined || keys.length === 0) {
        if (this.state !== "saved") {
          this.#show("saved");
        }
        return;
      }
      this.#show("saving");
      try {
        if (await this.#send(plan, fields, keys)) {
          break;
        }
      } catch (error) {
        this.error = error;
        const { kind } = explain(error, this.#host.locale.t);
        this.#show(kind === "offline" ? "offline" : "failed");
        const passes = error instanceof ProblemError && error.status >= 429;
        if (kind === "offline" || passes) {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => void this.flush(), again);
        }
        return;
      }
    }
    this.error = undefined;
    // More was typed meanwhile: its own timer runs.
    this.#show(this.#changed().some((key) => !this.conflicts.has(key)) ? "typing" : "saved");
  }

  /** False if another device was first: then `fields` and `conflicts` know it. */
  async #send(plan: Plan, fields: Fields, keys: readonly FieldKey[]): Promise<boolean> {
    const path = { plan_id: plan.id };
    const answers: GiveAnswers = {};
    for (const key of keys) {
      if (key !== "title") {
        Object.assign(answers, toSend(key, fields));
      }
    }
    const body = {
      ...(keys.includes("title") && { title: fields.title }),
      ...(Object.keys(answers).length > 0 && { answers }),
    };
    const change =
      this.#etag === undefined
        ? ({ changed: false } as const)
        : await unlessChanged(
            this.#api().PATCH("/v1/plans/{plan_id}", { params: { path, header: { "If-Match": this.#etag } }, body, keepalive: true }),
          );
    if (this.plan?.id !== plan.id) {
      return true;
    }
    if (!change.changed) {
      const { data, etag } = await this.#api().GET("/v1/plans/{plan_id}", { params: { path } });
      this.take(data, etag);
      return false;
    }
    const base = { ...(this.#base as Fields) };
    for (const key of keys) {
      Object.assign(base, { [key]: structuredClone(fields[key]) });
    }
    this.#base = base;
    this.#etag = change.etag;
    this.plan = change.data;
    this.#saved(change.data);
    return true;
  }

  #merge(theirs: Fields, base: Fields): void {
    const mine = this.fields as Fields;
    const merged: Fields = { ...mine };
    const conflicts = new Map(this.conflicts);
    for (const key of fieldKeys) {
      if (same(key, theirs, base) || same(key, theirs, mine)) {
        continue;
      }
      if (same(key, mine, base)) {
        Object.assign(merged, { [key]: theirs[key] });
      } else {
        conflicts.set(key, theirs);
      }
    }
    this.fields = merged;
    this.conflicts = conflicts;
  }

  #changed(): FieldKey[] {
    const { fields } = this;
    const base = this.#base;
    if (fields === undefined || base === undefined) {
      return [];
    }
    return fieldKeys.filter((key) => !same(key, fields, base) && !(key === "title" && fields.title.trim() === ""));
  }

  #show(state: SaveState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  readonly #online = (): void => {
    if (this.dirty) {
      void this.flush();
    }
  };

  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.dirty || this.conflicts.size > 0) {
      event.preventDefault();
      void this.flush();
    }
  };
}
