import type { FeedbackRequest, Plan, PlanAction } from "@groundwork/client";

import { ifAllowed, type Api, type Me } from "./api.js";

/** What is offered to a person on a plan: what the service says that they may do with it. */
export interface Rights {
  owns: boolean;
  /** Reads only the sections that the owner has chosen. */
  invited: boolean;
  /** Writes the plan and its action items. */
  writes: boolean;
  agrees: boolean;
  responds: boolean;
  comments: boolean;
  proposes: boolean;
  planTalks: boolean;
}

export function rightsOn(plan: Plan, me: Me): Rights {
  const may = (action: PlanAction) => plan.may.includes(action);
  const owns = plan.owner_id === me.person?.id;
  return {
    owns,
    // The progress of a plan is not for invited reviewers.
    invited: !owns && plan.progress_percent === null,
    writes: may("update"),
    agrees: may("agree"),
    responds: may("give_feedback"),
    comments: may("comment"),
    proposes: may("propose"),
    planTalks: may("plan_discussion"),
  };
}

/** The request that waits for the person's feedback. */
export function waitingFor(me: Me, requests: readonly FeedbackRequest[]): FeedbackRequest | undefined {
  return requests.find(({ reviewer_id, status }) => reviewer_id === me.person?.id && status === "open");
}

/** The requests for feedback on a plan; none for those who may not know of them. */
export async function requestsOn(api: Api, planId: string, signal: AbortSignal): Promise<readonly FeedbackRequest[]> {
  const params = { path: { plan_id: planId }, query: { limit: 100 } };
  return (await ifAllowed(api.GET("/v1/plans/{plan_id}/feedback-requests", { params, signal })))?.data.items ?? [];
}
