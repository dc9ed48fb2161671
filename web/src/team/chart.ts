import type { TeamHistoryItem } from "@groundwork/client";
import { css, html, unsafeCSS, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import uPlot from "uplot";
import plotStyles from "uplot/dist/uPlot.min.css?inline";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";

const height = 240;

/**
 * The history of a team as lines. A picture only: the table beside it says the same. It is drawn again when it gets
 * another width, and when the page turns dark or light.
 */
@element("gw-team-chart")
export class GwTeamChart extends GroundworkElement {
  @property({ attribute: false }) items: readonly TeamHistoryItem[] = [];

  #plot: uPlot | undefined;
  readonly #resized = new ResizeObserver(() => this.#resize());
  readonly #looks = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));

  static override styles = [
    base,
    unsafeCSS(plotStyles),
    css`
      :host {
        min-block-size: 240px;
      }
      .plot {
        min-inline-size: 0;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1) var(--groundwork-space-4);
        margin-block-end: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
      }
      .legend svg {
        inline-size: 1.75rem;
        block-size: 0.5rem;
        fill: none;
        stroke: currentColor;
        stroke-width: 2.5;
      }
      .done {
        color: var(--groundwork-accent);
      }
      .planned {
        color: var(--groundwork-text-muted);
      }
      .overdue {
        color: var(--groundwork-critical);
      }
      .line {
        color: var(--groundwork-line);
      }
      .legend b {
        color: var(--groundwork-text);
        font-weight: 450;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    for (const look of this.#looks) {
      look.addEventListener("change", this.#draw);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    for (const look of this.#looks) {
      look.removeEventListener("change", this.#draw);
    }
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  // A line of a series is told from the others by its dashes as well as by its colour.
  protected override render() {
    const { team } = this.t;
    const key = (name: string, label: string, dash: string) => html`<span class=${name}>
      <svg viewBox="0 0 28 8" aria-hidden="true"><path d="M0 4h28" stroke-dasharray=${dash} /></svg><b>${label}</b>
    </span>`;
    return html`<div role="img" aria-label=${team.chart}>
      <div class="legend" aria-hidden="true">
        ${key("done", team.finished, "")}${key("planned", team.planned, "7 4")}${key("overdue", team.overdue, "2 3")}
      </div>
      <div class="plot" aria-hidden="true"></div>
      <span class="line"></span>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("items") || changed.has("inherited")) {
      this.#draw();
    }
  }

  readonly #draw = (): void => {
    this.#plot?.destroy();
    const place = this.renderRoot.querySelector<HTMLElement>(".plot");
    if (place === null || this.items.length === 0) {
      return;
    }
    const colour = (name: string) => getComputedStyle(this.renderRoot.querySelector(`.${name}`) ?? this).color;
    const { format } = this.locale;
    const text = getComputedStyle(this).color;
    const font = `13px ${getComputedStyle(this).fontFamily}`;
    const axis = { stroke: text, font, ticks: { show: false } };
    this.#plot = new uPlot(
      {
        width: Math.max(this.clientWidth, 200),
        height,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false }, y: { range: (_plot, _least, most) => [0, Math.max(most, 4)] } },
        axes: [
          {
            ...axis,
            grid: { show: false },
            space: 80,
            incrs: [1, 2, 3, 4, 6, 12, 26, 52],
            values: (_plot, places) =>
              places.map((place) => {
                const item = this.items[place];
                return item === undefined ? "" : format.date(item.to, { month: "short", day: "numeric" });
              }),
          },
          {
            ...axis,
            grid: { stroke: colour("line"), width: 1 },
            space: 40,
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
            values: (_plot, places) => places.map((place) => format.number(place)),
          },
        ],
        series: [
          {},
          { stroke: colour("planned"), width: 2, dash: [7, 4], points: { show: false } },
          { stroke: colour("overdue"), width: 2, dash: [2, 3], points: { show: false } },
          { stroke: colour("done"), width: 3, points: { show: this.items.length < 3 } },
        ],
      },
      [
        this.items.map((_, at) => at),
        this.items.map(({ planned }) => planned),
        this.items.map(({ overdue }) => overdue),
        this.items.map(({ done }) => done),
      ],
      place,
    );
  };

  #resize(): void {
    if (this.#plot !== undefined && this.#plot.width !== this.clientWidth && this.clientWidth > 0) {
      this.#plot.setSize({ width: this.clientWidth, height });
    }
  }
}
