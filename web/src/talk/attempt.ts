/**
 * The `Idempotency-Key` of something that the person sends: the same for the same content, so that it is carried out once
 * even if the answer to the first attempt was lost.
 */
export class Attempt {
  #content = "";
  #key = "";

  header(content: unknown): { "Idempotency-Key": string } {
    const json = JSON.stringify(content);
    if (this.#key === "" || this.#content !== json) {
      this.#content = json;
      this.#key = crypto.randomUUID();
    }
    return { "Idempotency-Key": this.#key };
  }

  /** It was carried out: the same content is something new from now on. */
  done(): void {
    this.#key = "";
  }
}
