import { html } from "lit";
import { property } from "lit/decorators.js";

import { layout, base } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import "../ui/states.js";

/** How the plans of a team progress. */
@element("groundwork-team")
export class GroundworkTeam extends GroundworkView {
  /** Whose team; without it that of the person who is signed in. */
  @property({ attribute: "person-id" }) personId = "";

  static override styles = [base, layout];

  protected override view() {
    const { shell, team } = this.t;
    return html`<div class="page-head"><h1>${team.title}</h1></div>
      <gw-empty icon="clock" heading=${shell.notBuilt} text=${shell.notBuiltText}></gw-empty>`;
  }
}
