import { ProblemError, type Erasure, type LegalHold, type Person } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { download } from "../download.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/card.js";
import "../ui/dialog.js";
import "../ui/field.js";
import "../ui/status.js";
import "./erase-dialog.js";

type Question = "unlink" | "hold" | "release" | "erase";

/** Sign-in, export, legal hold and erasure of a person. The event `changed` says that the person is another now. */
@element("gw-hr-person-data")
export class GwHrPersonData extends GroundworkView {
  @property({ attribute: false }) person!: Person;

  @state() private asked: Question | undefined;
  /** What was typed, by question: it survives a closed dialog and a failed request. */
  @state() private reasons: Readonly<Record<"unlink" | "hold", string>> = { unlink: "", hold: "" };
  @state() private isReasonMissing = false;
  @state() private busy = false;
  @state() private exporting = false;
  @state() private exportError: unknown;
  @state() private error: unknown;
  @state() private proof: Erasure | undefined;

  static override styles = [
    base,
    layout,
    css`
      ul {
        padding-inline-start: 1.25rem;
      }
      li + li {
        margin-block-start: var(--groundwork-space-2);
      }
      .action {
        margin-block-start: var(--groundwork-space-4);
      }
      gw-pill {
        margin-block-end: var(--groundwork-space-3);
      }
    `,
  ];

  readonly #data = new Loading(this, () => [this.person.id], async ([person_id], signal) => {
    const [hold, me] = await Promise.all([this.#readHold(person_id, signal), this.api.me()]);
    return { hold, isOneself: me.person?.id === person_id };
  });

  async #readHold(person_id: string, signal: AbortSignal): Promise<LegalHold | undefined> {
    try {
      return (await this.api.GET("/v1/people/{person_id}/legal-hold", { params: { path: { person_id } }, signal })).data;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  }

  protected override view() {
    if (this.person.erased_at !== null) {
      return this.#erased();
    }
    return this.#data.show(
      ({ hold, isOneself }) => html`<div class="stack">
          ${this.#identity(isOneself)} ${this.#export()} ${this.#hold(hold)} ${this.#erase(hold, isOneself)}
        </div>
        ${this.#reasonDialog("unlink")} ${this.#reasonDialog("hold")} ${this.#releaseDialog()}
        <gw-hr-erase-dialog
          .person=${this.person}
          ?open=${this.asked === "erase"}
          @close=${() => (this.asked = undefined)}
          @erased=${this.#wasErased}
        ></gw-hr-erase-dialog>`,
    );
  }

  #erased() {
    const { erase } = this.t.hr;
    const { proof } = this;
    return html`<gw-card heading=${erase.title}>
      <p>${erase.gone}</p>
      ${proof === undefined
        ? nothing
        : html`<p class="action" role="status">
            <strong>${erase.proof}.</strong> ${erase.proofText(proof.id, this.locale.format.time(proof.erased_at))}
          </p>`}
    </gw-card>`;
  }

  #identity(isOneself: boolean) {
    const { identity, notOneself } = this.t.hr;
    return html`<gw-card heading=${identity.title}>
      <p class="muted">${identity.text}</p>
      ${isOneself
        ? this.#obstacle(notOneself)
        : html`<gw-button class="action" @click=${() => this.#ask("unlink")}>${identity.unlink}</gw-button>`}
    </gw-card>`;
  }

  #obstacle(text: string) {
    return html`<p class="action"><gw-icon name="lock"></gw-icon> ${text}</p>`;
  }

  #export() {
    const texts = this.t.hr.export;
    return html`<gw-card heading=${texts.title}>
      <p class="muted">${texts.text}</p>
      <div class="row action">
        <gw-button icon="download" ?busy=${this.exporting} @click=${() => this.#download("application/json")}>
          ${texts.data}
        </gw-button>
        <gw-button icon="download" ?busy=${this.exporting} @click=${() => this.#download("text/html")}>${texts.page}</gw-button>
      </div>
      ${this.exportError === undefined ? nothing : html`<gw-error class="action" inline no-retry .error=${this.exportError}></gw-error>`}
    </gw-card>`;
  }

  #hold(hold: LegalHold | undefined) {
    const texts = this.t.hr.hold;
    return html`<gw-card heading=${texts.title}>
      ${hold === undefined
        ? html`<p class="muted">${texts.none}</p>
            <gw-button class="action" @click=${() => this.#ask("hold")}>${texts.place}</gw-button>`
        : html`<gw-pill slot="lead" tone="caution" icon="lock">${texts.active}</gw-pill>
            <p>${hold.reason}</p>
            <p class="muted small">${texts.since(this.locale.format.date(hold.placed_at))}</p>
            <div class="row action">
              <gw-button @click=${() => this.#ask("hold", hold.reason)}>${texts.change}</gw-button>
              <gw-button variant="danger" @click=${() => this.#ask("release")}>${texts.release}</gw-button>
            </div>`}
    </gw-card>`;
  }

  #erase(hold: LegalHold | undefined, isOneself: boolean) {
    const { erase, notOneself } = this.t.hr;
    const obstacle = isOneself ? notOneself : hold === undefined ? undefined : erase.held;
    return html`<gw-card heading=${erase.title}>
      <p class="muted">${erase.text}</p>
      ${obstacle === undefined
        ? html`<gw-button class="action" variant="danger" icon="trash" @click=${() => this.#ask("erase")}>${erase.button}</gw-button>`
        : this.#obstacle(obstacle)}
    </gw-card>`;
  }

  #reasonDialog(question: "unlink" | "hold") {
    const { hr, common } = this.t;
    const texts =
      question === "unlink"
        ? { ...hr.identity, heading: hr.identity.confirmTitle(this.person.display_name), submit: hr.identity.unlink }
        : { ...hr.hold, heading: hr.hold.title, submit: hr.hold.place, effects: [] };
    return html`<gw-dialog heading=${texts.heading} ?open=${this.asked === question} @close=${() => (this.asked = undefined)}>
      ${texts.effects.length === 0 ? nothing : html`<ul>${texts.effects.map((effect) => html`<li>${effect}</li>`)}</ul>`}
      <gw-text-field
        multiline
        required
        maxlength="1000"
        label=${texts.reason}
        hint=${texts.reasonHint}
        .error=${this.isReasonMissing ? texts.reasonMissing : undefined}
        value=${this.reasons[question]}
        @input=${(event: Event) => (this.reasons = { ...this.reasons, [question]: (event.target as HTMLInputElement).value })}
      ></gw-text-field>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${() => (this.asked = undefined)}>${common.cancel}</gw-button>
      <gw-button
        slot="footer"
        variant=${question === "unlink" ? "danger" : "primary"}
        ?busy=${this.busy}
        @click=${question === "unlink" ? this.#unlink : this.#place}
        >${texts.submit}</gw-button
      >
    </gw-dialog>`;
  }

  #releaseDialog() {
    const { hr, common } = this.t;
    return html`<gw-dialog heading=${hr.hold.releaseTitle} ?open=${this.asked === "release"} @close=${() => (this.asked = undefined)}>
      <p>${hr.hold.releaseText}</p>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${() => (this.asked = undefined)}>${common.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${this.#release}>${hr.hold.release}</gw-button>
    </gw-dialog>`;
  }

  #ask(question: Question, reason?: string): void {
    this.asked = question;
    this.error = undefined;
    this.isReasonMissing = false;
    if (reason !== undefined && this.reasons.hold === "") {
      this.reasons = { ...this.reasons, hold: reason };
    }
  }

  get #path() {
    return { path: { person_id: this.person.id } };
  }

  readonly #unlink = (): Promise<void> =>
    this.#change(this.reasons.unlink, this.t.hr.identity.done, async (reason) => {
      await this.api.POST("/v1/people/{person_id}/unlink-identity", { params: this.#path, body: { reason } });
      this.reasons = { ...this.reasons, unlink: "" };
      this.dispatchEvent(new Event("changed"));
    });

  readonly #place = (): Promise<void> =>
    this.#change(this.reasons.hold, this.t.hr.hold.placed, async (reason) => {
      const { data } = await this.api.PUT("/v1/people/{person_id}/legal-hold", { params: this.#path, body: { reason } });
      this.reasons = { ...this.reasons, hold: "" };
      this.#holds(data);
    });

  readonly #release = (): Promise<void> =>
    this.#change(undefined, this.t.hr.hold.released, async () => {
      await this.api.DELETE("/v1/people/{person_id}/legal-hold", { params: this.#path });
      this.#holds(undefined);
    });

  #holds(hold: LegalHold | undefined): void {
    this.#data.value = { isOneself: this.#data.value?.isOneself ?? false, hold };
  }

  async #change(reason: string | undefined, done: string, send: (reason: string) => Promise<void>): Promise<void> {
    this.isReasonMissing = reason?.trim() === "";
    if (this.busy || this.isReasonMissing) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await send(reason ?? "");
      this.asked = undefined;
      toast(this, done);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  async #download(accept: "application/json" | "text/html"): Promise<void> {
    if (this.exporting) {
      return;
    }
    this.exporting = true;
    this.exportError = undefined;
    try {
      const { data } = await this.api.POST("/v1/people/{person_id}/export", {
        params: this.#path,
        headers: { Accept: accept },
        body: {},
        parseAs: "blob",
      });
      download(data, `${this.person.external_id}.${accept === "text/html" ? "html" : "json"}`);
      toast(this, this.t.hr.export.done);
    } catch (error) {
      this.exportError = error;
    } finally {
      this.exporting = false;
    }
  }

  readonly #wasErased = (event: CustomEvent<Erasure>): void => {
    this.asked = undefined;
    this.proof = event.detail;
    this.person = { ...this.person, erased_at: event.detail.erased_at };
    toast(this, this.t.hr.erase.done);
    this.dispatchEvent(new Event("changed"));
  };
}
