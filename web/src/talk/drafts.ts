import type { Api } from "../api.js";

/**
 * What was typed and not sent yet, by the place where it was typed. It outlives the elements, so that nothing is lost when
 * a view is left and opened again; before the page itself is left, the browser asks.
 */
export class Drafts {
  readonly #drafts = new Map<string, unknown>();

  constructor() {
    window.addEventListener("beforeunload", (event) => {
      if (this.#drafts.size > 0) {
        event.preventDefault();
      }
    });
  }

  get<Draft>(place: string): Draft | undefined {
    return this.#drafts.get(place) as Draft | undefined;
  }

  /** Without a draft there is nothing to keep. */
  keep(place: string, draft?: unknown): void {
    if (draft === undefined) {
      this.#drafts.delete(place);
    } else {
      this.#drafts.set(place, draft);
    }
  }
}

const drafts = new WeakMap<Api, Drafts>();

/** The drafts of the person who is signed in. */
export function draftsOf(api: Api): Drafts {
  const known = drafts.get(api) ?? new Drafts();
  drafts.set(api, known);
  return known;
}
