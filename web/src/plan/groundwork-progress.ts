import { html } from "lit";
import { property } from "lit/decorators.js";

import { layout, base } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/states.js";

/** The action items of a plan and how far they are. */
@element("groundwork-progress")
export class GroundworkProgress extends GroundworkView {
  /** The plan; without it the newest of the person who is signed in. */
  @property({ attribute: "plan-id" }) planId = "";

  static override styles = [base, layout];

  protected override view() {
    const { shell, plan } = this.t;
    return html`<div class="page-head"><h1>${plan.title}</h1></div>
      <gw-empty icon="clock" heading=${shell.notBuilt} text=${shell.notBuiltText}></gw-empty>`;
  }
}
