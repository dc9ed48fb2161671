import { css, html, svg } from "lit";
import { property } from "lit/decorators.js";

import { element, GroundworkElement } from "../element.js";

// Drawn on 24 × 24, with round lines.
const shapes = {
  alert: svg`<path d="M12 8v5m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z"/>`,
  "arrow-left": svg`<path d="M19 12H5m6-6-6 6 6 6"/>`,
  "arrow-right": svg`<path d="M5 12h14m-6-6 6 6-6 6"/>`,
  blocked: svg`<circle cx="12" cy="12" r="9"/><path d="m6 6 12 12"/>`,
  calendar: svg`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4m8-4v4"/>`,
  chart: svg`<path d="M4 20V4m0 16h16M8 16l4-5 3 3 5-7"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  "check-circle": svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.8"/>`,
  "chevron-down": svg`<path d="m6 9 6 6 6-6"/>`,
  "chevron-right": svg`<path d="m9 6 6 6-6 6"/>`,
  circle: svg`<circle cx="12" cy="12" r="9"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  cloud: svg`<path d="M4 4l16 16M9 6.5A6 6 0 0 1 18 10a4 4 0 0 1 2.6 6.7M7 8.5A5 5 0 0 0 7 19h10"/>`,
  download: svg`<path d="M12 4v11m-5-4.5 5 5 5-5M5 20h14"/>`,
  edit: svg`<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16v4Z"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,
  flag: svg`<path d="M5 21V4h12l-2 4.5 2 4.5H5"/>`,
  globe: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,
  half: svg`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8.5v.01"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.300L12 17"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  message: svg`<path d="M4 6.500A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.500v9a1.5 1.5 0 0 1-1.5 1.500H10l-5 3.500V17a1 1 0 0 1-1-1Z"/>`,
  more: svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.6"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  share: svg`<path d="M12 15V4M7.5 8 12 3.5 16.5 8M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5"/>`,
  "sign-out": svg`<path d="M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8m-4-8h11m-4-4 4 4-4 4"/>`,
  target: svg`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="5"/><circle cx="12" cy="12" r="1"/>`,
  trash: svg`<path d="M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7"/>`,
  user: svg`<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4 3.8-6 8-6s7.4 2 8 6"/>`,
  users: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-3.6 3-5.5 6.5-5.500s6 1.9 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 15c2 .7 3.2 2.4 3.5 5"/>`,
} as const;

export type IconName = keyof typeof shapes;

/** A picture beside a text. Decoration only: the text says the same. */
@element("gw-icon")
export class GwIcon extends GroundworkElement {
  @property() name: IconName = "circle";

  static override styles = css`
    :host {
      display: inline-block;
      inline-size: 1.25em;
      block-size: 1.25em;
      flex: none;
      vertical-align: -0.25em;
    }
    :host([hidden]) {
      display: none;
    }
    :host([name^="arrow"]:dir(rtl)),
    :host([name="chevron-right"]:dir(rtl)) {
      scale: -1 1;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  protected override render() {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">${shapes[this.name]}</svg>`;
  }
}
