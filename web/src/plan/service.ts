import type { AccessLogEntry, ActionItem, Feedback, FeedbackRequest, Plan, Questionnaire, Readiness, Revision } from "@groundwork/client";

import { ifAllowed, type Api, type Me } from "../api.js";
import { requestsOn } from "../rights.js";
import { currentPlan, isOpen } from "./model.js";
import type { StepDetail } from "./step-dialog.js";

export interface Loaded {
  me: Me;
  /** Missing if the person has none yet. */
  plan: Plan | undefined;
  etag: string | undefined;
  questionnaire: Questionnaire;
}

/** What is around the plan: loaded once the plan is there to be read. */
export interface Around {
  items: readonly ActionItem[];
  feedback: readonly Feedback[];
  requests: readonly FeedbackRequest[];
  readiness: Readiness | undefined;
}

export interface Past {
  revisions: readonly Revision[];
  /** Missing for those who may not know. */
  readers: readonly AccessLogEntry[] | undefined;
  plans: readonly Plan[];
}

export async function loadPlan(api: Api, planId: string, language: string, signal: AbortSignal): Promise<Loaded> {
  const me = await api.me();
  const questions = (version?: number) =>
    api.GET("/v1/questionnaire", {
      params: { query: version === undefined ? {} : { version } },
      headers: { "Accept-Language": language },
      signal,
    });
  const one =
    planId === ""
      ? listPlans(api, me.person?.id ?? "", signal).then((plans) => ({ data: currentPlan(plans), etag: undefined }))
      : api.GET("/v1/plans/{plan_id}", { params: { path: { plan_id: planId } }, signal });
  const [{ data: plan, etag }, current] = await Promise.all([one, questions()]);
  // HR may have published other questions since the plan was begun.
  const older = plan !== undefined && plan.questionnaire_version !== current.data.version;
  const questionnaire = older ? (await questions(plan.questionnaire_version)).data : current.data;
  return { me, plan, etag, questionnaire };
}

export async function listPlans(api: Api, owner: string, signal: AbortSignal): Promise<readonly Plan[]> {
  const { data } = await api.GET("/v1/plans", { params: { query: { owner_id: owner, sort: "-created_at", limit: 50 } }, signal });
  return data.items;
}

export async function loadAround(api: Api, plan: Plan, owns: boolean, signal: AbortSignal): Promise<Around> {
  const params = { path: { plan_id: plan.id }, query: { limit: 100 } };
  const shared = plan.latest_revision !== null;
  const [items, feedback, requests, readiness] = await Promise.all([
    ifAllowed(api.GET("/v1/plans/{plan_id}/action-items", { params, signal })),
    shared ? ifAllowed(api.GET("/v1/plans/{plan_id}/feedback", { params, signal })) : undefined,
    shared ? requestsOn(api, plan.id, signal) : [],
    owns && isOpen(plan) ? loadReadiness(api, plan.id) : undefined,
  ]);
  return {
    items: items?.data.items ?? [],
    feedback: feedback?.data.items ?? [],
    requests,
    readiness,
  };
}

export async function loadReadiness(api: Api, planId: string): Promise<Readiness> {
  return (await api.GET("/v1/plans/{plan_id}/readiness", { params: { path: { plan_id: planId } } })).data;
}

export async function loadPast(api: Api, plan: Plan, owns: boolean, signal: AbortSignal): Promise<Past> {
  const params = { path: { plan_id: plan.id }, query: { limit: 100 } };
  const [revisions, readers, plans] = await Promise.all([
    api.GET("/v1/plans/{plan_id}/revisions", { params, signal }),
    owns ? api.GET("/v1/plans/{plan_id}/access-log", { params, signal }) : undefined,
    owns ? listPlans(api, plan.owner_id, signal) : [],
  ]);
  return { revisions: revisions.data.items, readers: readers?.data.items, plans };
}

/** Takes a step in the life of a plan: the plan as it is then, or the next one; nothing if it is deleted. */
export async function takeStep(
  api: Api,
  plan: Plan,
  etag: string | undefined,
  { step, text, outcome }: StepDetail,
): Promise<{ data: Plan; etag: string | undefined } | undefined> {
  const path = { plan_id: plan.id };
  const params = { path, header: etag === undefined ? {} : { "If-Match": etag } };
  switch (step) {
    case "share":
      return api.POST("/v1/plans/{plan_id}/share", { params, body: text === "" ? {} : { note: text } });
    case "withdraw":
      return api.POST("/v1/plans/{plan_id}/withdraw", { params, body: {} });
    case "archive":
      return api.POST("/v1/plans/{plan_id}/archive", { params, body: {} });
    case "complete":
      return api.POST("/v1/plans/{plan_id}/complete", { params, body: { reflection: text, ...(outcome !== undefined && { outcome }) } });
    case "renew":
      return api.POST("/v1/plans/{plan_id}/renew", { params: { path }, body: {} });
    case "delete":
      await api.DELETE("/v1/plans/{plan_id}", { params });
      return undefined;
  }
}
