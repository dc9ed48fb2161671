import type { Plan, Questionnaire, Readiness } from "@groundwork/client";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";

import { explain } from "../api.js";
import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/card.js";
import "../ui/icon.js";
import "../ui/menu.js";
import type { MenuItem } from "../ui/menu.js";
import "../ui/status.js";
import type { SaveState } from "./draft.js";
import { questionOf } from "./findings.js";
import { titleOf } from "./model.js";
import type { Next } from "./next.js";

/** How the working copy is saved. */
export interface Saving {
  state: SaveState;
  conflicts: number;
  error: unknown;
}

/**
 * Beside the plan: what to do now, how it is saved, how far it is. Events `step` (a `Step`), `go` (a question), `retry`,
 * `print`, and `pick` (an entry of the menu).
 */
@element("gw-plan-side")
export class GwPlanSide extends GroundworkElement {
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) questionnaire!: Questionnaire;
  @property({ attribute: false }) next!: Next;
  @property({ type: Boolean }) owns = false;
  /** Missing while nothing is written. */
  @property({ attribute: false }) saving: Saving | undefined;
  @property({ attribute: false }) readiness: Readiness | undefined;
  /** The step that runs. */
  @property() busy = "";

  static override styles = [
    base,
    layout,
    css`
      :host {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h2 {
        font-size: var(--groundwork-text-l);
      }
      .readiness ul {
        display: grid;
        gap: var(--groundwork-space-1);
        margin-block-start: var(--groundwork-space-3);
      }
      .readiness button {
        display: flex;
        gap: var(--groundwork-space-2);
        align-items: center;
        inline-size: 100%;
        min-block-size: 2rem;
        padding: 0;
        border: 0;
        background: none;
        font-size: var(--groundwork-text-s);
        text-align: start;
        cursor: pointer;
      }
      .readiness button:hover {
        color: var(--groundwork-accent);
      }
      .readiness gw-icon {
        color: var(--groundwork-text-muted);
      }
      .readiness .answered gw-icon {
        color: var(--groundwork-positive);
      }
      .hint {
        margin-inline-start: auto;
        padding-inline: 0.4em;
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-neutral-soft);
        color: var(--groundwork-neutral);
        font-size: var(--groundwork-text-xs);
      }
      .save {
        display: flex;
        align-items: start;
        gap: var(--groundwork-space-2);
        min-block-size: 1.5rem;
        font-size: var(--groundwork-text-s);
        color: var(--groundwork-text-muted);
      }
      .save.bad {
        padding: var(--groundwork-space-3);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-text);
      }
    `,
  ];

  protected override render() {
    const { plan: texts } = this.t;
    const { next } = this;
    const step = (name: string) => () => this.#tell("step", name);
    return html`<gw-card tone="accent">
        <div class="stack tight">
          <p class="eyebrow">${texts.next.label}</p>
          <h2>${next.heading}</h2>
          <p class="small" dir="auto">${next.text}</p>
          ${next.step === undefined
            ? nothing
            : html`<div><gw-button variant="primary" ?busy=${this.busy === next.step} @click=${step(next.step)}>${next.button}</gw-button></div>`}
          ${next.other === undefined
            ? nothing
            : html`<div><gw-button size="small" ?busy=${this.busy === next.other.step} @click=${step(next.other.step)}>${next.other.button}</gw-button></div>`}
        </div>
      </gw-card>
      ${this.saving === undefined ? nothing : this.#saveState(this.saving)}
      ${this.saving === undefined || this.readiness === undefined ? nothing : this.#readiness(this.readiness)}
      <div class="row">
        <gw-button size="small" icon="download" ?busy=${this.busy === "print"} @click=${() => this.#tell("print")}>${texts.print}</gw-button>
        <gw-menu
          label=${this.t.common.more}
          .items=${this.#entries()}
          @select=${({ detail }: CustomEvent<string>) => this.#tell("pick", detail)}
        ></gw-menu>
      </div>`;
  }

  #entries(): MenuItem[] {
    const { plan: texts } = this.t;
    const { status, latest_revision } = this.plan;
    const entries: MenuItem[] = [{ id: "download", label: texts.download, icon: "download" }];
    if (!this.owns) {
      return entries;
    }
    if (status === "agreed") {
      entries.push({ id: "complete", label: texts.complete, icon: "flag" });
    }
    if (status === "agreed" || status === "completed") {
      entries.push({ id: "renew", label: texts.renew, icon: "arrow-right" });
    }
    if (status === "shared") {
      entries.push({ id: "withdraw", label: texts.withdraw, icon: "arrow-left" });
    }
    if (status === "draft" && latest_revision === null) {
      entries.push({ id: "delete", label: texts.delete, icon: "trash" });
    } else if (status !== "archived") {
      entries.push({ id: "archive", label: texts.archive, icon: "lock" });
    }
    return entries;
  }

  #saveState({ state, conflicts, error }: Saving): TemplateResult {
    const { save } = this.t.plan;
    const bad = state === "offline" || state === "failed" || conflicts > 0;
    const explained = explain(error, this.t);
    const failed = [`${save.failed}.`, explained.text, ...explained.fields.map(({ detail }) => detail)].join(" ");
    const says = conflicts > 0 ? save.conflict(conflicts) : state === "failed" ? failed : save[state];
    // Each key press is not worth reading aloud; that it is saved, or not, is.
    const quiet = !bad && (state === "typing" || state === "saving");
    return html`<div class="save ${bad ? "bad" : ""}">
      <gw-icon name=${bad ? "alert" : quiet ? "clock" : "check"}></gw-icon>
      <span aria-hidden="true" ?hidden=${!quiet}>${says}</span>
      <span role="status" data-save=${conflicts > 0 ? "conflict" : state}>${quiet ? "" : says}</span>
      ${state === "failed" ? html`<gw-button size="small" @click=${() => this.#tell("retry")}>${this.t.common.tryAgain}</gw-button>` : nothing}
    </div>`;
  }

  #readiness({ answered, total, questions, findings }: Readiness): TemplateResult {
    const { plan: texts } = this.t;
    const { format } = this.locale;
    return html`<section class="readiness" part="readiness" aria-label=${texts.readiness}>
      <gw-progress value=${(100 * answered) / total} label=${texts.readiness}></gw-progress>
      <p class="small muted">${texts.answered(format.number(answered), format.number(total))}</p>
      <ul role="list">
        ${questions.map((question) => {
          const { key } = question;
          const hints = findings.filter(({ pointer, severity }) => severity === "advice" && questionOf(pointer) === key).length;
          return html`<li class=${question.answered ? "answered" : ""}>
            <button type="button" @click=${() => this.#tell("go", key)}>
              <gw-icon name=${question.answered ? "check-circle" : "circle"}></gw-icon>${titleOf(this.questionnaire, key)}
              ${question.answered ? nothing : html`<span class="visually-hidden">(${texts.notAnswered})</span>`}
              ${hints === 0
                ? nothing
                : html`<span class="hint" aria-hidden="true">${format.number(hints)}</span><span class="visually-hidden">, ${texts.advice(hints)}</span>`}
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #tell(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
