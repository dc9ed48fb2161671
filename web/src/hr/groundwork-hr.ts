import { html } from "lit";

import { layout, base } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/states.js";

/** What HR looks after: people, cycles, questionnaires. */
@element("groundwork-hr")
export class GroundworkHr extends GroundworkView {
  static override styles = [base, layout];

  protected override view() {
    const { shell, hr } = this.t;
    return html`<div class="page-head"><h1>${hr.title}</h1></div>
      <gw-empty icon="clock" heading=${shell.notBuilt} text=${shell.notBuiltText}></gw-empty>`;
  }
}
