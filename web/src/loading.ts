import { Task } from "@lit/task";
import { html, nothing, type TemplateResult } from "lit";

import type { GroundworkView } from "./element.js";
import "./ui/states.js";

/**
 * What a view loads, and how that looks meanwhile.
 *
 * ```ts
 * readonly #plan = new Loading(this, () => [this.planId], ([id], signal) =>
 *   this.api.GET("/v1/plans/{plan_id}", { params: { path: { plan_id: id } }, signal }));
 *
 * view() {
 *   return this.#plan.show(({ data: plan, etag }) => html`<h1>${plan.title}</h1>`);
 * }
 * ```
 *
 * Load all that a view shows in one or two calls (`Promise.all`), never in a loop over what was loaded. It loads again
 * when the arguments change (texts and numbers), on `reload()`, and after an error by itself when the connection is back. While the
 * same is loaded again, the last value stays visible.
 */
export class Loading<Value, Args extends readonly unknown[]> {
  readonly #host: GroundworkView;
  readonly #task: Task<[boolean, ...Args], Value>;
  #last: Value | undefined;
  #wasLoaded = false;
  #error: unknown;
  #loadedFor = "";

  constructor(
    host: GroundworkView,
    args: () => readonly [...Args],
    load: (args: readonly [...Args], signal: AbortSignal) => Promise<Value>,
  ) {
    this.#host = host;
    this.#task = new Task<[boolean, ...Args], Value>(host, {
      args: () => [host.connected, ...args()] as const,
      task: async ([connected, ...rest], { signal }) => {
        if (!connected) {
          return new Promise<never>(() => {});
        }
        const asked = JSON.stringify(rest);
        this.#wasLoaded &&= this.#loadedFor === asked;
        this.#loadedFor = asked;
        this.#error = undefined;
        return load(rest as unknown as readonly [...Args], signal);
      },
      onComplete: (value) => {
        this.#last = value;
        this.#wasLoaded = true;
        this.#error = undefined;
      },
      onError: (error) => {
        this.#error = error;
      },
    });
    const online = () => this.#error !== undefined && this.reload();
    host.addController({
      hostConnected: () => window.addEventListener("online", online),
      hostDisconnected: () => window.removeEventListener("online", online),
    });
  }

  /** The last value that was loaded. */
  get value(): Value | undefined {
    return this.#last;
  }

  /** Replaces the value by what a change returned, instead of loading it again. */
  set value(value: Value) {
    this.#last = value;
    this.#wasLoaded = true;
    this.#host.requestUpdate();
  }

  reload(): Promise<void> {
    return this.#task.run();
  }

  /** Renders the value; before that a skeleton, and an error with a way to try again. */
  show(ready: (value: Value) => unknown, loading: () => TemplateResult = () => html`<gw-skeleton lines="5"></gw-skeleton>`): unknown {
    const error =
      this.#error === undefined
        ? nothing
        : html`<gw-error .error=${this.#error} @retry=${() => void this.reload()}></gw-error>`;
    if (this.#wasLoaded) {
      return html`${error}${ready(this.#last as Value)}`;
    }
    return error === nothing ? loading() : error;
  }
}
