import { createGroundworkClient, itemsOf, ProblemError, type Plan } from "@groundwork/client";

/** Creates a plan with an action item, tries to share it, and returns what is missing. */
export async function beginPlan(baseUrl: string, token: string): Promise<string[]> {
  const groundwork = createGroundworkClient({ baseUrl, token });

  const begun = await groundwork.POST("/v1/plans", { body: { title: "From researcher to lead" } });
  const plan: Plan = begun.data;
  const path = { plan_id: plan.id };
  await groundwork.POST("/v1/plans/{plan_id}/action-items", {
    params: { path },
    body: { title: "Run the spring study", advances: ["short_term"] },
  });

  // Fails with a ProblemError of status 412 if the plan has changed since it was read.
  await groundwork.PATCH("/v1/plans/{plan_id}", {
    params: { path, header: { "If-Match": begun.etag } },
    body: { answers: { mission_statement: "Let products be shaped by the people who use them" } },
  });

  for await (const item of itemsOf((cursor) =>
    groundwork.GET("/v1/plans/{plan_id}/action-items", { params: { path, query: { cursor } } }),
  )) {
    console.log(item.title, item.status);
  }

  try {
    await groundwork.POST("/v1/plans/{plan_id}/share", { params: { path } });
    return [];
  } catch (error) {
    if (error instanceof ProblemError && error.type.endsWith("/problems/plan-not-ready")) {
      return error.problem.findings?.map((finding) => finding.message) ?? [];
    }
    throw error;
  }
}
