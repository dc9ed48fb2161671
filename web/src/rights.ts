import type { FeedbackRequest, Plan } from "@groundwork/client";

import { ifAllowed, type Api, type Me } from "./api.js";

/** What is offered to a person on a plan. The service decides; this keeps away what it would refuse. */
export interface Rights {
  owns: boolean;
  /** The manager, an acting manager, or a delegate of the manager. */
  manages: boolean;
  /** Reads only the sections that the owner has chosen. */
  invited: boolean;
  /** The request that waits for the person's feedback. */
  asked: FeedbackRequest | undefined;
  responds: boolean;
  comments: boolean;
  proposes: boolean;
  planTalks: boolean;
}

/**
 * Who a person is for a plan: `requests` are its requests for feedback, as far as the person may read them. HR admins read
 * every shared plan, and take part only in those of people whose manager they are, or who have asked them. Everyone else
 * reads a whole plan because they take part: nothing else tells an acting manager, who is asked for nothing.
 */
export function rightsOn(plan: Plan, me: Me, requests: readonly FeedbackRequest[]): Rights {
  const person = me.person?.id;
  const goesOn = plan.status === "shared" || plan.status === "agreed";
  const owns = plan.owner_id === person;
  // The progress of a plan is not for invited reviewers.
  const invited = !owns && plan.progress_percent === null;
  const mine = requests.filter(({ reviewer_id }) => reviewer_id === person);
  const isAskedBySharing = ({ origin, reviewer_id }: FeedbackRequest) =>
    origin === "share" && (reviewer_id === person || me.delegateOf.includes(reviewer_id));
  const manages = !owns && !invited && (!me.isHrAdmin || requests.some(isAskedBySharing));
  const responds = goesOn && !owns && (manages || mine.length > 0);
  return {
    owns,
    manages,
    invited,
    asked: mine.find(({ status }) => status === "open"),
    responds,
    comments: goesOn && (owns || responds),
    proposes: responds && (manages || mine.some(({ sections }) => sections.includes("planning"))),
    planTalks: goesOn && (owns || manages),
  };
}

/** The requests for feedback on a plan; none for those who may not know of them. */
export async function requestsOn(api: Api, planId: string, signal: AbortSignal): Promise<readonly FeedbackRequest[]> {
  const params = { path: { plan_id: planId }, query: { limit: 100 } };
  return (await ifAllowed(api.GET("/v1/plans/{plan_id}/feedback-requests", { params, signal })))?.data.items ?? [];
}
