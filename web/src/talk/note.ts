import { mayPass, type TalkDocument } from "./document.js";

const pause = 1_000;
const pauseAfterFailure = 10_000;

export type NoteState = "empty" | "saved" | "typing" | "saving" | "failed" | "conflict";

/** Both have written: `theirs` is what the service has. */
class Conflict extends Error {
  readonly theirs: string;

  constructor(theirs: string) {
    super("changed by someone else");
    this.theirs = theirs;
  }
}

/** A note of a talk that is saved while it is typed. */
export class Note {
  readonly #document: TalkDocument;
  readonly #field: "shared_notes" | "private_note";
  /** What the service had when the person began to type. */
  #base: string;
  #text: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #state: NoteState;

  /** What someone else has written meanwhile. */
  theirs: string | undefined;
  /** Why it could not be saved. */
  error: unknown;

  constructor(document: TalkDocument, field: "shared_notes" | "private_note") {
    this.#document = document;
    this.#field = field;
    this.#base = this.#text = document.talk[field] ?? "";
    this.#state = this.#text === "" ? "empty" : "saved";
    window.addEventListener("online", () => void (this.#state === "failed" && this.save()));
  }

  get text(): string {
    return this.#text;
  }

  get state(): NoteState {
    return this.#state;
  }

  get unsaved(): boolean {
    return this.#state !== "saved" && this.#state !== "empty";
  }

  /** The person has typed. */
  write(text: string): void {
    this.#text = text;
    this.#become(this.theirs === undefined ? "typing" : "conflict");
    if (this.theirs === undefined) {
      this.#saveIn(pause);
    }
  }

  /** The service has this text. */
  take(text: string): void {
    if (this.#text === this.#base) {
      this.#base = this.#text = text;
      this.#state = text === "" ? "empty" : "saved";
    }
  }

  /** Settles a conflict: with this text instead of both. */
  settle(text: string): void {
    this.#base = this.theirs ?? this.#base;
    this.theirs = undefined;
    this.#text = text;
    this.#become("typing");
    void this.save();
  }

  /** Saves until nothing is left to save, or that fails. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving === undefined && this.unsaved && this.#state !== "conflict") {
      this.#saving = this.#send().finally(() => (this.#saving = undefined));
    }
    await this.#saving;
    if (this.#state === "typing") {
      await this.save();
    }
  }

  async #send(): Promise<void> {
    const text = this.#text;
    this.#become("saving");
    try {
      await this.#document.change((talk) => {
        const theirs = talk[this.#field] ?? "";
        if (theirs !== text && theirs !== this.#base) {
          throw new Conflict(theirs);
        }
        return theirs === text ? undefined : { [this.#field]: text || null };
      });
      this.#base = text;
      this.error = undefined;
      this.#become(this.#text === text ? (text === "" ? "empty" : "saved") : "typing");
    } catch (error) {
      if (error instanceof Conflict) {
        this.theirs = error.theirs;
        this.#become("conflict");
      } else {
        this.error = error;
        this.#become("failed");
        if (mayPass(error)) {
          this.#saveIn(pauseAfterFailure);
        }
      }
    }
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  #become(state: NoteState): void {
    this.#state = state;
    this.#document.announce();
  }
}
