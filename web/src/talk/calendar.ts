import type { CalendarAddress } from "@groundwork/client";
import { ProblemError } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView, toast } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/button.js";
import "../ui/dialog.js";
import "../ui/field.js";
import "../ui/states.js";
import { Attempt } from "./attempt.js";

/** The person's own calendar address: made, copied and revoked here. `base-url`: where the service is. */
@element("gw-talk-calendar")
export class GwTalkCalendar extends GroundworkView {
  /** Where the service is, if that is not where the page is. */
  @property({ attribute: false }) service = "";

  @state() private address = "";
  @state() private busy = false;
  @state() private error: unknown;
  @state() private asking = false;
  readonly #attempt = new Attempt();

  readonly #made = new Loading(this, () => [], async (): Promise<CalendarAddress | undefined> => {
    try {
      return (await this.api.GET("/v1/me/calendar")).data;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  });

  static override styles = [
    base,
    layout,
    css`
      .address {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--groundwork-space-3);
      }
      p {
        max-inline-size: var(--groundwork-measure);
      }
    `,
  ];

  protected override view() {
    const { talk } = this.t;
    return html`<div class="stack tight">
      <p>${talk.calendarText}</p>
      <p>${talk.calendarWarning}</p>
      ${this.#made.show((made) => this.#address(made), () => html`<gw-skeleton lines="2"></gw-skeleton>`)}
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
    </div>`;
  }

  #address(made: CalendarAddress | undefined) {
    const { talk, common } = this.t;
    if (made === undefined) {
      return html`<div class="row">
        <gw-button icon="link" ?busy=${this.busy} @click=${() => void this.#make()}>${talk.makeAddress}</gw-button>
      </div>`;
    }
    const { format } = this.locale;
    return html`
      ${this.address === ""
        ? html`<p>${talk.addressMade(format.date(made.created_at))}</p>`
        : html`<div class="address">
              <gw-text-field label=${talk.address} hint=${talk.addressOnce} .value=${this.address}></gw-text-field>
              <gw-button icon="link" @click=${() => void this.#copy()}>${talk.copy}</gw-button>
            </div>`}
      <div class="row">
        <gw-button size="small" ?busy=${this.busy} @click=${() => void this.#make()}>${talk.newAddress}</gw-button>
        <gw-button size="small" variant="danger" @click=${() => (this.asking = true)}>${talk.revoke}</gw-button>
      </div>
      <gw-dialog heading=${talk.revokeTitle} ?open=${this.asking} @close=${() => (this.asking = false)}>
        <p>${talk.revokeText}</p>
        <gw-button slot="footer" @click=${() => (this.asking = false)}>${common.cancel}</gw-button>
        <gw-button slot="footer" variant="danger" ?busy=${this.busy} @click=${() => void this.#revoke()}>${talk.revoke}</gw-button>
      </gw-dialog>
    `;
  }

  async #make(): Promise<void> {
    await this.#try(async () => {
      const { data } = await this.api.POST("/v1/me/calendar", { params: { header: this.#attempt.header({}) }, body: {} });
      this.#attempt.done();
      // A path, if the service does not know its own URL.
      this.address = new URL(data.address ?? "", this.service || location.href).href;
      this.#made.value = data;
    });
  }

  async #revoke(): Promise<void> {
    await this.#try(async () => {
      await this.api.DELETE("/v1/me/calendar");
      this.address = "";
      this.#made.value = undefined;
      toast(this, this.t.talk.revoked);
    });
    this.asking = false;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address);
      toast(this, this.t.talk.copied);
    } catch {
      toast(this, this.t.talk.copyByHand, "neutral");
    }
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = undefined;
    try {
      await work();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}
