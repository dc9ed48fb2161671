import type { TeamMemberProgress } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/status.js";

/** What a manager can do next for a plan that waits for them: respond first, then agree. */
export function stepOf({ awaiting }: TeamMemberProgress): "feedback" | "manager_agreement" {
  return awaiting.includes("feedback") ? "feedback" : "manager_agreement";
}

/** A person of a team, with a link to the plan if there is one to read. `base` comes before the address behind `#`. */
@element("gw-team-name")
export class GwTeamName extends GroundworkElement {
  @property({ attribute: false }) row!: TeamMemberProgress;
  @property() base = "";

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-3);
        min-inline-size: 0;
      }
      div {
        min-inline-size: 0;
        max-inline-size: 20rem;
      }
      .name {
        font-weight: 560;
        overflow-wrap: anywhere;
      }
      a.name {
        color: var(--groundwork-text);
        text-decoration-color: var(--groundwork-line-strong);
      }
      a.name:hover {
        color: var(--groundwork-accent);
      }
      .small {
        display: block;
        overflow-wrap: anywhere;
        font-weight: 400;
      }
    `,
  ];

  protected override render() {
    const { person, plan_id, manager, figures_only } = this.row;
    const { team } = this.t;
    const name = person.display_name;
    return html`<gw-avatar name=${name}></gw-avatar>
      <div>
        ${plan_id === null
          ? html`<bdi class="name">${name}</bdi>`
          : html`<a class="name" href="${this.base}#/plan/${plan_id}"><bdi>${name}</bdi></a>`}
        ${person.title ? html`<bdi class="small muted">${person.title}</bdi>` : nothing}
        ${figures_only && manager
          ? html`<span class="small muted">
              <a href="${this.base}#/team/${manager.id}">${team.reportsTo(manager.display_name)}</a>
            </span>`
          : nothing}
      </div>`;
  }
}

/** The state of a person's plan, and what it waits for. */
@element("gw-team-state")
export class GwTeamState extends GroundworkElement {
  @property({ attribute: false }) row!: TeamMemberProgress;
  /** Whether it waits for the person who looks at it. */
  @property({ type: Boolean }) mine = false;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: var(--groundwork-space-1);
      }
      .small {
        max-inline-size: 14rem;
      }
      .mine {
        color: var(--groundwork-accent);
        font-weight: 560;
      }
      @container (inline-size < 40rem) {
        :host {
          justify-items: end;
          text-align: end;
        }
      }
    `,
  ];

  protected override render() {
    const { plan_status, awaiting, figures_only } = this.row;
    const { team } = this.t;
    const [step] = awaiting;
    const mine = stepOf(this.row) === "feedback" ? team.awaitsResponse : team.awaitsAgreement;
    const text = this.mine ? mine : step && team.awaited[step];
    return html`${plan_status === null
      ? html`<gw-pill>${team.noPlan}</gw-pill>`
      : html`<gw-status plan=${plan_status}></gw-status>`}
    ${text && plan_status !== "draft" ? html`<span class="small ${this.mine ? "mine" : "muted"}">${text}</span>` : nothing}
    ${figures_only ? html`<span class="small muted">${team.figuresOnly}</span>` : nothing}`;
  }
}

/** How much is late or blocked. */
@element("gw-team-open")
export class GwTeamOpen extends GroundworkElement {
  @property({ attribute: false }) row!: TeamMemberProgress;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--groundwork-space-1);
      }
      @container (inline-size < 40rem) {
        :host {
          justify-content: end;
        }
      }
    `,
  ];

  protected override render() {
    const { overdue, blocked } = this.row.action_items;
    const { team } = this.t;
    return html`${overdue > 0 ? html`<gw-pill tone="critical" icon="clock">${team.late(overdue)}</gw-pill>` : nothing}
    ${blocked > 0 ? html`<gw-pill tone="caution" icon="blocked">${team.stuck(blocked)}</gw-pill>` : nothing}
    ${overdue + blocked === 0 ? html`<span class="small muted">${team.nothing}</span>` : nothing}`;
  }
}
