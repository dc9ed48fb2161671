import { css, html } from "lit";
import { state } from "lit/decorators.js";

import { base, layout } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/field.js";
import "./conversations.js";
import "./directory.js";
import "./navigation.js";

type List = "directory" | "conversations";

/** Kept while the board is open, so that one comes back from a person to the same list. */
let lastShown: List = "directory";

/** The people of the company: the directory, and how far their conversations are. */
@element("groundwork-hr-people")
export class GroundworkHrPeople extends GroundworkView {
  @state() private shown = lastShown;

  static override styles = [
    base,
    layout,
    css`
      gw-choice {
        margin-block-end: var(--groundwork-space-5);
      }
    `,
  ];

  protected override view() {
    const { hr } = this.t;
    const lists: readonly List[] = ["directory", "conversations"];
    return html`<gw-hr-navigation current="people"></gw-hr-navigation>
      <div class="page-head"><h1>${hr.people}</h1></div>
      <gw-choice
        label=${hr.list.show}
        label-hidden
        .options=${lists.map((value) => ({ value, label: hr.list[value] }))}
        value=${this.shown}
        @change=${(event: Event) => (this.shown = lastShown = (event.target as HTMLInputElement).value as List)}
      ></gw-choice>
      ${this.shown === "directory"
        ? html`<gw-hr-directory></gw-hr-directory>`
        : html`<gw-hr-conversations></gw-hr-conversations>`}`;
  }
}
