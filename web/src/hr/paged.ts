import { html, nothing } from "lit";

import type { GroundworkView } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/button.js";
import "../ui/states.js";

interface Page {
  items: readonly unknown[];
  next_cursor: string | null;
}

/** A list that is loaded page by page: the first when the arguments change, as `Loading` does, and the others on demand. */
export class Paged<P extends Page, Args extends readonly unknown[]> {
  readonly #host: GroundworkView;
  readonly #args: () => readonly [...Args];
  readonly #load: (args: readonly [...Args], cursor: string | undefined, signal?: AbortSignal) => Promise<{ data: P }>;
  readonly #pages: Loading<P, Args>;
  #busy = false;
  #error: unknown;

  constructor(
    host: GroundworkView,
    args: () => readonly [...Args],
    load: (args: readonly [...Args], cursor: string | undefined, signal?: AbortSignal) => Promise<{ data: P }>,
  ) {
    this.#host = host;
    this.#args = args;
    this.#load = load;
    this.#pages = new Loading<P, Args>(host, args, async (asked, signal) => {
      this.#error = undefined;
      return (await load(asked, undefined, signal)).data;
    });
  }

  get value(): P | undefined {
    return this.#pages.value;
  }

  /** Renders all pages that are loaded, how many rows they have, and the way to the next page. */
  show(ready: (pages: P) => unknown): unknown {
    const { hr, common } = this.#host.locale.t;
    return this.#pages.show(
      (pages) => html`${ready(pages)}
        ${this.#error === undefined ? nothing : html`<gw-error inline .error=${this.#error} @retry=${this.#more}></gw-error>`}
        <div class="row spread paging" ?hidden=${pages.items.length === 0}>
          <span class="muted small" role="status">${hr.shown(pages.items.length)}</span>
          ${pages.next_cursor === null
            ? nothing
            : html`<gw-button size="small" ?busy=${this.#busy} @click=${this.#more}>${common.showMore}</gw-button>`}
        </div>`,
    );
  }

  readonly #more = async (): Promise<void> => {
    const pages = this.#pages.value;
    if (pages === undefined || pages.next_cursor === null || this.#busy) {
      return;
    }
    this.#busy = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const { data } = await this.#load(this.#args(), pages.next_cursor);
      // Unless other filters were chosen meanwhile.
      if (this.#pages.value === pages) {
        this.#pages.value = { ...data, items: [...pages.items, ...data.items] };
      }
    } catch (error) {
      this.#error = error;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  };
}
