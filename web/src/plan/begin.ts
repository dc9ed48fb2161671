import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";

import { apiContext, type Api } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/icon.js";
import "../ui/states.js";
import { sections } from "./model.js";

/** The first screen of a person without a plan. Event `begun` with the new plan and its version. */
@element("gw-plan-begin")
export class GwPlanBegin extends GroundworkElement {
  @consume({ context: apiContext, subscribe: true })
  private api!: Api;

  @state() private busy = false;
  @state() private error: unknown;

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
      }
      .begin {
        display: grid;
        gap: var(--groundwork-space-6);
        max-inline-size: 46rem;
        padding-block: var(--groundwork-space-5);
      }
      h1 {
        font-size: clamp(2rem, 1.3rem + 3vi, 3rem);
        line-height: 1.1;
      }
      .lead {
        max-inline-size: 38rem;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-l);
      }
      ol {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--groundwork-space-3);
      }
      .number {
        grid-row: span 2;
        display: grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        border-radius: 50%;
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
        font-weight: 620;
      }
      h2 {
        font-size: var(--groundwork-text-m);
      }
      li p {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      .private {
        display: flex;
        gap: var(--groundwork-space-2);
        align-items: center;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
      @container (inline-size >= 42rem) {
        ol {
          grid-template-columns: repeat(3, 1fr);
        }
        li {
          grid-template-columns: 1fr;
          gap: var(--groundwork-space-1);
          align-content: start;
        }
        .number {
          margin-block-end: var(--groundwork-space-2);
        }
      }
    `,
  ];

  protected override render() {
    const { plan } = this.t;
    return html`<div class="begin">
      <h1>${plan.beginTitle}</h1>
      <p class="lead">${plan.beginText}</p>
      <ol role="list">
        ${sections.map((section, index) => {
          const [title, text] = plan.beginParts[section];
          return html`<li>
            <span class="number" aria-hidden="true">${this.locale.format.number(index + 1)}</span>
            <h2>${title}</h2>
            <p>${text}</p>
          </li>`;
        })}
      </ol>
      ${this.error === undefined ? nothing : html`<gw-error inline .error=${this.error} @retry=${() => void this.#begin()}></gw-error>`}
      <div class="row">
        <gw-button variant="primary" icon="arrow-right" ?busy=${this.busy} @click=${() => void this.#begin()}>${plan.begin}</gw-button>
        <span class="private"><gw-icon name="lock"></gw-icon>${plan.beginPrivate}</span>
      </div>
    </div>`;
  }

  async #begin(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      const title = this.t.plan.beginNameValue(this.locale.format.today().slice(0, 4));
      const { data, etag } = await this.api.POST("/v1/plans", { body: { title } });
      this.dispatchEvent(new CustomEvent("begun", { detail: { plan: data, etag } }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}
