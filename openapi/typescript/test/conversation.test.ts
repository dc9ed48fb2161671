import assert from "node:assert/strict";
import { test } from "node:test";

import {
  createGroundworkClient,
  itemsOf,
  ProblemError,
  type AgendaLine,
  type Comment,
  type CreateCycle,
  type DepartmentCoverage,
  type Discussion,
  type GiveOutcome,
  type Plan,
  type Proposal,
  type SetRelation,
  type TeamHistoryItem,
} from "@groundwork/client";

const clara = caller("GROUNDWORK_TOKEN");
const mei = caller("GROUNDWORK_MANAGER_TOKEN");
const hanna = caller("GROUNDWORK_HR_TOKEN");

function caller(name: string) {
  const [baseUrl, token] = [process.env["GROUNDWORK_URL"], process.env[name]];
  assert.ok(baseUrl && token, `${name} is missing: scripts/judge typescript starts a service and sets it`);
  return createGroundworkClient({ baseUrl, token });
}

async function idOf(who: typeof clara): Promise<string> {
  const { data: me } = await who.GET("/v1/me");
  assert.ok(me.person);
  return me.person.id;
}

/** A plan of Clara's that Mei has answered, with one action item. */
async function answeredPlan(cycle?: string): Promise<Plan> {
  const answer = [{ name: "Listening" }];
  const { data: plan } = await clara.POST("/v1/plans", {
    body: {
      title: "From researcher to lead",
      cycle_id: cycle,
      answers: {
        mission_statement: "Let products be shaped by the people who use them",
        values: answer,
        motivators: answer,
        strengths: answer,
        development_areas: answer,
        short_term_objective: { summary: "Lead a study", kind: "current_role_plus", detail: "The next one" },
        long_term_objective: { summary: "Build a research department" },
      },
    },
  });
  const path = { plan_id: plan.id };
  await clara.POST("/v1/plans/{plan_id}/action-items", { params: { path }, body: { title: "Run the spring study" } });
  await clara.POST("/v1/plans/{plan_id}/share", { params: { path } });
  const { data: feedback } = await mei.POST("/v1/plans/{plan_id}/feedback", {
    params: { path },
    body: { objectives: { short_term: { reasonable: "yes", achievable: "partly", comment: "Begin smaller" } } },
  });
  await mei.POST("/v1/feedback/{feedback_id}/submit", { params: { path: { feedback_id: feedback.id } } });
  return plan;
}

test("a talk has an agenda from the plan, becomes action items, and is followed by the next one", async () => {
  const path = { plan_id: (await answeredPlan()).id };

  const planned = await mei.POST("/v1/plans/{plan_id}/discussions", {
    params: { path },
    body: { starts_at: new Date().toISOString(), rhythm: "quarterly" },
  });
  const talk: Discussion = planned.data;
  const agenda: AgendaLine[] = talk.agenda;
  assert.deepEqual(agenda.map((line) => line.source), ["verdict"]);

  const outcomes: GiveOutcome[] = [
    {
      text: "Begin with five interviews",
      action_item: { title: "Choose five people", responsible_id: await idOf(clara) },
    },
  ];
  const params = { path: { discussion_id: talk.id } };
  const body = { shared_notes: "Begin smaller", agenda: agenda.map((line) => ({ ...line, done: true })), outcomes };
  const written = await clara.PATCH("/v1/discussions/{discussion_id}", {
    params: { ...params, header: { "If-Match": planned.etag } },
    body,
  });
  assert.equal(written.data.agenda[0]?.done, true);
  const { data: held } = await mei.POST("/v1/discussions/{discussion_id}/hold", { params });
  assert.equal(held.status, "held");
  assert.ok(held.outcomes[0]?.action_item?.action_item_id);

  const { data: talks } = await clara.GET("/v1/plans/{plan_id}/discussions", { params: { path } });
  assert.deepEqual(talks.items.map((each) => each.status), ["held", "planned"]);
  const calendar = await clara.GET("/v1/discussions/{discussion_id}/calendar.ics", { params, parseAs: "text" });
  assert.match(calendar.data, /^BEGIN:VCALENDAR/);
  const brief = await clara.GET("/v1/plans/{plan_id}/brief", { params: { path }, parseAs: "text" });
  assert.match(brief.data, /^# From researcher to lead\n[^]*Choose five people/);
});

test("a comment mentions people, and a proposal waits for the owner's word", async () => {
  const path = { plan_id: (await answeredPlan()).id };

  await clara.POST("/v1/plans/{plan_id}/comments", {
    params: { path },
    body: {
      subject: { kind: "answer", id: "short_term_objective" },
      text: "Would spring be early enough?",
      mentions: [await idOf(mei)],
    },
  });
  const comments: Comment[] = [];
  for await (const comment of itemsOf((cursor) =>
    mei.GET("/v1/plans/{plan_id}/comments", { params: { path, query: { cursor } } }),
  )) {
    comments.push(comment);
  }
  assert.deepEqual(comments.flatMap((each) => each.mentioned.map((person) => person.display_name)), ["Mei Tanaka"]);

  const { data: offered } = await mei.GET("/v1/action-templates");
  const template = offered.items[0];
  assert.ok(template);
  const made = await mei.POST("/v1/plans/{plan_id}/proposals", {
    params: { path },
    body: { title: template.title, template_id: template.id },
  });
  const proposal: Proposal = made.data;
  const { data: accepted } = await clara.POST("/v1/plans/{plan_id}/proposals/{proposal_id}/accept", {
    params: { path: { ...path, proposal_id: proposal.id } },
    body: { title: "My own words" },
  });
  assert.equal(accepted.status, "accepted");
  assert.ok(accepted.action_item_id);
});

test("a cycle has participants and a coverage, and a plan is renewed into the next one", async () => {
  const cycle: CreateCycle = {
    name: "Career plans",
    prepare_by: "2030-02-01",
    share_by: "2030-02-15",
    respond_by: "2030-03-01",
    discuss_by: "2030-03-20",
    participants: { departments: ["Design"] },
  };
  const { data: made } = await hanna.POST("/v1/cycles", { body: cycle });
  const cyclePath = { cycle_id: made.id };
  const plan = await answeredPlan(made.id);

  const { data: participants } = await hanna.GET("/v1/cycles/{cycle_id}/participants", { params: { path: cyclePath } });
  assert.equal(participants.items.length, 6);
  const { data: coverage } = await hanna.GET("/v1/cycles/{cycle_id}/coverage", { params: { path: cyclePath } });
  const design: DepartmentCoverage | undefined = coverage.items[0];
  assert.ok(design);
  assert.deepEqual([design.people, design.shared, design.answered, design.discussed], [6, 1, 1, 0]);

  const params = { path: { plan_id: plan.id } };
  for (const who of [clara, mei]) {
    await who.POST("/v1/plans/{plan_id}/agree", { params });
  }
  const { data: next } = await clara.POST("/v1/plans/{plan_id}/renew", {
    params,
    body: { title: "The year after", cycle_id: made.id },
  });
  assert.deepEqual([next.previous_plan_id, next.status], [plan.id, "draft"]);
  const { data: left } = await clara.GET("/v1/plans/{plan_id}/action-items", { params: { path: { plan_id: next.id } } });
  assert.deepEqual(left.items.map((item) => item.title), ["Run the spring study"]);
});

test("a team has a history, and a person relations for a time", async () => {
  const { data: history } = await mei.GET("/v1/people/{person_id}/team-progress/history", {
    params: { path: { person_id: await idOf(mei) }, query: { interval: "month" } },
  });
  const months: TeamHistoryItem[] = history.items;
  assert.equal(months.length, 12);
  assert.ok((months.at(-1)?.done ?? 0) > 0);

  const params = { path: { person_id: await idOf(clara) } };
  const partner: SetRelation = { kind: "hr_partner", person_id: await idOf(mei), starts_at: "2030-01-01T00:00:00Z" };
  const { data: relations } = await hanna.PUT("/v1/people/{person_id}/relations", {
    params,
    body: { items: [partner] },
  });
  assert.deepEqual(relations.items.map((relation) => relation.person.display_name), ["Mei Tanaka"]);
  await assert.rejects(clara.PUT("/v1/people/{person_id}/relations", { params, body: { items: [] } }), ProblemError);
});
