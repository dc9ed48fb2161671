import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/status.js";

/** Name and title of a person, with a picture; leads to the person's page. */
@element("gw-hr-name")
export class GwHrName extends GroundworkElement {
  @property({ attribute: false }) person!: { id: string; display_name: string; title?: string | null };

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 0;
      }
      a {
        font-weight: 560;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
      }
      .title {
        font-weight: 400;
      }
    `,
  ];

  protected override render() {
    const { id, display_name, title } = this.person;
    return html`<gw-avatar size="small" name=${display_name}></gw-avatar>
      <div>
        <a href="#/hr/people/${id}">${display_name}</a> <slot></slot>
        ${title ? html`<div class="title muted small">${title}</div>` : nothing}
      </div>`;
  }
}
