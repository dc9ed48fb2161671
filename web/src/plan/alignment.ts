import type { ActionItem, Answer, Horizon } from "@groundwork/client";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/icon.js";
import "../ui/status.js";
import { horizons, listKeys, type FieldKey, type Fields, type ListKey } from "./model.js";

interface Line {
  id: string;
  horizon: Horizon;
  path: string;
}

/**
 * What leads to which objective: items on one side, the two objectives on the other, and lines between them. The same is
 * said by a switch beside each item (`editing`), or in words. Event `field`, as of the answers.
 */
@element("gw-plan-alignment")
export class GwPlanAlignment extends GroundworkElement {
  @property({ attribute: false }) fields!: Fields;
  @property({ attribute: false }) items: readonly ActionItem[] | undefined;
  @property({ type: Boolean }) editing = false;
  @state() private lines: readonly Line[] = [];
  @state() private looked = "";

  readonly #resized = new ResizeObserver(() => this.#draw());

  static override styles = [
    base,
    layout,
    css`
      :host {
        container-type: inline-size;
      }
      .drawing {
        position: relative;
        display: grid;
        gap: var(--groundwork-space-5);
        grid-template-columns: minmax(0, 1fr);
      }
      svg {
        display: none;
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
        pointer-events: none;
        fill: none;
        stroke-width: 2;
      }
      path {
        stroke: var(--groundwork-accent);
        opacity: 0.75;
        transition: opacity var(--groundwork-motion);
      }
      path.long_term {
        stroke: var(--groundwork-info);
        stroke-dasharray: 6 4;
      }
      @media (forced-colors: active) {
        path,
        path.long_term {
          stroke: CanvasText;
        }
      }
      .looking path:not(.on) {
        opacity: 0.12;
      }
      .looking path.on {
        opacity: 1;
        stroke-width: 2.5;
      }
      .from {
        display: grid;
        gap: var(--groundwork-space-4);
        grid-template-columns: minmax(0, 1fr);
      }
      h3 {
        margin-block-end: var(--groundwork-space-1);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        letter-spacing: 0.02em;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--groundwork-space-1) var(--groundwork-space-2);
        padding: var(--groundwork-space-1) var(--groundwork-space-2);
        border-radius: var(--groundwork-radius-s);
      }
      li:hover {
        background: var(--groundwork-sunken);
      }
      .name {
        flex: 1 1 8rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
        font-weight: 500;
      }
      .ends {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1);
      }
      .end {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
        min-block-size: 1.75rem;
        padding: 0 0.6rem;
        border: 1px solid var(--groundwork-line-strong);
        border-radius: var(--groundwork-radius-full);
        background: var(--groundwork-surface);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        white-space: nowrap;
      }
      button.end {
        cursor: pointer;
      }
      .end[aria-pressed="true"],
      span.end {
        border-color: var(--groundwork-accent);
        background: var(--groundwork-accent-soft);
        color: var(--groundwork-accent);
      }
      .end.long_term[aria-pressed="true"],
      span.end.long_term {
        border-color: var(--groundwork-info);
        background: var(--groundwork-info-soft);
        color: var(--groundwork-info);
      }
      .end gw-icon {
        inline-size: 1em;
        block-size: 1em;
      }
      .to {
        display: grid;
        align-content: space-around;
        gap: var(--groundwork-space-4);
      }
      .objective {
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-inline-start: 4px solid var(--groundwork-accent);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-surface);
      }
      .objective.long_term {
        border-inline-start-color: var(--groundwork-info);
      }
      .objective p {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        font-weight: 540;
      }
      .sum {
        display: flex;
        gap: var(--groundwork-space-2);
        align-items: start;
      }
      .sum gw-icon {
        color: var(--groundwork-caution);
      }
      .sum.whole gw-icon {
        color: var(--groundwork-positive);
      }
      @container (inline-size >= 40rem) {
        .drawing {
          grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
          column-gap: 6rem;
        }
        svg {
          display: block;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override render() {
    const { plan } = this.t;
    const groups = listKeys.map((key) => [key, this.#named(key)] as const).filter(([, items]) => items.length > 0);
    if (groups.length === 0) {
      return html`<p class="muted">${plan.alignmentEmpty}</p>`;
    }
    const all = groups.flatMap(([, items]) => items);
    const loose = all.filter(({ aligned_with }) => aligned_with.length === 0);
    return html`<div class="stack">
      <p class="sum ${loose.length === 0 ? "whole" : ""}">
        <gw-icon name=${loose.length === 0 ? "check-circle" : "info"}></gw-icon>
        <span>${loose.length === 0 ? plan.allLead : plan.someLead(loose.length)}</span>
      </p>
      <div class="drawing ${this.looked === "" ? "" : "looking"}">
        <svg aria-hidden="true">
          ${this.lines.map(({ id, horizon, path }) => {
            const on = this.looked === id || this.looked === horizon;
            return svg`<path class="${horizon} ${on ? "on" : ""}" d=${path}></path>`;
          })}
        </svg>
        <div class="from">${groups.map(([key, items]) => this.#group(key, items))}</div>
        <div class="to">${horizons.map((horizon) => this.#objective(horizon, all))}</div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    this.#draw();
  }

  #named(key: ListKey): Answer[] {
    return this.fields[key].filter(({ name }) => name.trim() !== "");
  }

  #group(key: ListKey, items: readonly Answer[]): TemplateResult {
    const { plan } = this.t;
    return html`<div>
      <h3 id="group-${key}">${plan.groups[key]}</h3>
      <ul role="list" aria-labelledby="group-${key}">
        ${items.map(
          (item) => html`<li
            data-id=${item.id}
            @pointerenter=${() => (this.looked = item.id)}
            @pointerleave=${() => (this.looked = "")}
          >
            <span class="name" dir="auto">${item.name}</span>
            ${key === "development_areas" && this.items !== undefined && !this.items.some((action) => action.development_area_id === item.id)
              ? html`<gw-pill tone="caution" icon="info">${plan.noAction}</gw-pill>`
              : nothing}
            <span class="ends">${this.editing ? horizons.map((horizon) => this.#switch(key, item, horizon)) : this.#words(item)}</span>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #switch(key: ListKey, item: Answer, horizon: Horizon): TemplateResult {
    const { plan } = this.t;
    const on = item.aligned_with.includes(horizon);
    const toggle = () => {
      const aligned_with = horizons.filter((other) => (other === horizon ? !on : item.aligned_with.includes(other)));
      const value = this.fields[key].map((other) => (other.id === item.id ? { ...other, aligned_with } : other));
      this.dispatchEvent(new CustomEvent<{ key: FieldKey; value: Answer[] }>("field", { detail: { key, value } }));
    };
    return html`<button
      type="button"
      class="end ${horizon}"
      aria-pressed=${on ? "true" : "false"}
      aria-label=${plan.leadsTo(item.name, plan[horizon])}
      @click=${toggle}
    >
      <gw-icon name=${on ? "check" : "plus"}></gw-icon>${horizon === "short_term" ? plan.short : plan.long}
    </button>`;
  }

  #words({ aligned_with }: Answer): unknown {
    const { plan } = this.t;
    return aligned_with.length === 0
      ? html`<gw-pill tone="caution" icon="info">${plan.leadsNowhere}</gw-pill>`
      : horizons
          .filter((horizon) => aligned_with.includes(horizon))
          .map((horizon) => html`<span class="end ${horizon}">${horizon === "short_term" ? plan.short : plan.long}</span>`);
  }

  #objective(horizon: Horizon, all: readonly Answer[]): TemplateResult {
    const { plan } = this.t;
    const summary = horizon === "short_term" ? this.fields.short_term_objective?.summary : this.fields.long_term_objective?.summary;
    const count = all.filter(({ aligned_with }) => aligned_with.includes(horizon)).length;
    return html`<div
      class="objective ${horizon}"
      data-id=${horizon}
      @pointerenter=${() => (this.looked = horizon)}
      @pointerleave=${() => (this.looked = "")}
    >
      <h3>${plan[horizon]}</h3>
      <p dir="auto">${summary || plan.notAnswered}</p>
      <span class="small muted">${plan.leadHere(count)}</span>
    </div>`;
  }

  /** From the end of an item's row to the side of its objective, in steps that leave room between the lines. */
  #draw(): void {
    const drawing = this.renderRoot.querySelector(".drawing");
    if (drawing === null || this.fields === undefined) {
      return;
    }
    const frame = drawing.getBoundingClientRect();
    const place = (id: string) => drawing.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const backwards = this.matches(":dir(rtl)");
    const all = listKeys.flatMap((key) => this.#named(key));
    const lines = horizons.flatMap((horizon) => {
      const leading = all.filter(({ aligned_with }) => aligned_with.includes(horizon));
      return leading.flatMap(({ id }, index): Line[] => {
        const [from, to] = [place(id), place(horizon)];
        if (from === undefined || to === undefined) {
          return [];
        }
        const x1 = (backwards ? from.left : from.right) - frame.left;
        const x2 = (backwards ? to.right : to.left) - frame.left;
        const y1 = from.top + from.height / 2 - frame.top + (horizon === "short_term" ? -2 : 2);
        const y2 = to.top - frame.top + (to.height * (index + 1)) / (leading.length + 1);
        const middle = (x1 + x2) / 2;
        const [a, b, m, c, d] = [x1, y1, middle, y2, x2].map((number) => number.toFixed(1));
        return [{ id, horizon, path: `M${a} ${b}C${m} ${b} ${m} ${c} ${d} ${c}` }];
      });
    });
    if (JSON.stringify(lines) !== JSON.stringify(this.lines)) {
      this.lines = lines;
    }
  }
}
