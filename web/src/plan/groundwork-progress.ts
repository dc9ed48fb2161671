import type { ActionItem, Plan } from "@groundwork/client";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import type { Me } from "../api.js";
import { layout, base } from "../design/base.js";
import { element, GroundworkView } from "../element.js";
import { Loading } from "../loading.js";
import "../ui/states.js";
import "../ui/status.js";
import "./actions.js";
import { currentPlan } from "./model.js";
import { listPlans } from "./service.js";

interface Loaded {
  me: Me;
  plan: Plan | undefined;
  items: readonly ActionItem[];
}

/** The action items of a plan and how far they are. */
@element("groundwork-progress")
export class GroundworkProgress extends GroundworkView {
  /** The plan; without it the newest of the person who is signed in. */
  @property({ attribute: "plan-id" }) planId = "";

  static override styles = [
    base,
    layout,
    css`
      .whole {
        max-inline-size: 24rem;
      }
    `,
  ];

  readonly #loading = new Loading(this, () => [this.planId], ([planId], signal) => this.#load(planId, signal));

  protected override view() {
    const { plan: texts } = this.t;
    return this.#loading.show(({ plan, items, me }) => {
      if (plan === undefined) {
        return html`<gw-empty icon="flag" heading=${texts.actions.empty} text=${texts.actions.emptyText}></gw-empty>`;
      }
      return html`<div class="page-head">
          <h1>${texts.actions.title}</h1>
          <p dir="auto">${plan.title}</p>
          ${plan.progress_percent === null
            ? nothing
            : html`<gw-progress class="whole" show-value value=${plan.progress_percent}></gw-progress>`}
        </div>
        <gw-plan-actions
          .plan=${plan}
          .items=${items}
          .areas=${plan.answers.development_areas}
          .me=${me}
          @changed=${() => void this.#loading.reload()}
        ></gw-plan-actions>`;
    });
  }

  async #load(planId: string, signal: AbortSignal): Promise<Loaded> {
    const me = await this.api.me();
    const found =
      planId !== ""
        ? this.api.GET("/v1/plans/{plan_id}", { params: { path: { plan_id: planId } }, signal }).then(({ data }) => data)
        : listPlans(this.api, me.person?.id ?? "", signal).then(currentPlan);
    const itemsOf = (id: string) =>
      this.api.GET("/v1/plans/{plan_id}/action-items", { params: { path: { plan_id: id }, query: { limit: 100 } }, signal });
    if (planId !== "") {
      const [plan, { data }] = await Promise.all([found, itemsOf(planId)]);
      return { me, plan, items: data.items };
    }
    const plan = await found;
    return { me, plan, items: plan === undefined ? [] : (await itemsOf(plan.id)).data.items };
  }
}
