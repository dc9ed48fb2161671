import type { Erasure, ErasureReason, Person } from "@groundwork/client";
import { css, html } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/dialog.js";
import "../ui/field.js";

/** Asks for the reason and for the name before it erases a person. Events `close` and `erased` (with the proof). */
@element("gw-hr-erase-dialog")
export class GwHrEraseDialog extends GroundworkView {
  @property({ attribute: false }) person!: Person;
  @property({ type: Boolean }) open = false;

  @state() private reason: ErasureReason | "" = "";
  @state() private typed = "";
  @state() private wasTried = false;
  @state() private busy = false;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    css`
      dt {
        font-weight: 600;
      }
      dd + dt {
        margin-block-start: var(--groundwork-space-3);
      }
    `,
  ];

  protected override view() {
    const { common, hr } = this.t;
    const texts = hr.erase;
    const reasons = Object.entries(texts.reasons).map(([value, label]) => ({ value, label }));
    const { user_name } = this.person;
    return html`<gw-dialog heading=${texts.confirmTitle(this.person.display_name)} ?open=${this.open} @close=${this.#close}>
      <dl>
        <dt>${texts.removes}</dt>
        <dd>${texts.removesText}</dd>
        <dt>${texts.stays}</dt>
        <dd>${texts.staysText}</dd>
        <dt>${texts.cannot}</dt>
        <dd>${texts.cannotText}</dd>
      </dl>
      <gw-select
        label=${texts.reason}
        required
        .options=${[{ value: "", label: texts.chooseReason }, ...reasons]}
        value=${this.reason}
        .error=${this.wasTried && this.reason === "" ? texts.reasonMissing : undefined}
        @change=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value as ErasureReason)}
      ></gw-select>
      <gw-text-field
        label=${texts.type(user_name)}
        required
        value=${this.typed}
        .error=${this.wasTried && !this.#isConfirmed ? texts.nameWrong(user_name) : undefined}
        @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
      ></gw-text-field>
      <gw-error inline no-retry .error=${this.error}></gw-error>
      <gw-button slot="footer" @click=${this.#close}>${common.cancel}</gw-button>
      <gw-button slot="footer" variant="danger" icon="trash" ?busy=${this.busy} @click=${this.#erase}>${texts.confirm}</gw-button>
    </gw-dialog>`;
  }

  get #isConfirmed(): boolean {
    return this.typed.trim() === this.person.user_name;
  }

  readonly #close = (): void => {
    this.typed = "";
    this.wasTried = false;
    this.error = undefined;
    this.dispatchEvent(new Event("close"));
  };

  readonly #erase = async (): Promise<void> => {
    const { reason } = this;
    this.wasTried = true;
    if (reason === "" || !this.#isConfirmed || this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      const { data } = await this.api.POST("/v1/people/{person_id}/erase", {
        params: { path: { person_id: this.person.id } },
        body: { reason, confirm: this.typed.trim() },
      });
      this.dispatchEvent(new CustomEvent<Erasure>("erased", { detail: data }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };
}
