import type { Page } from "@playwright/test";

import { expect, expectAccessible, shot, signIn, test } from "./board.js";
import { board, call, callsOf, idOf, importPeople, signInAs } from "./service.js";

interface Plan {
  id: string;
  latest_revision: number;
  answers: { strengths: { id: string; name: string }[]; development_areas: { id: string; name: string }[] };
}

interface Given {
  id: string;
  author_id: string;
  revision: number;
  status: string;
  summary: string | null;
  private_note: string | null;
  objectives: { short_term: { reasonable: string; comment: string | null; counter_proposal: string | null } | null };
  strengths: { stance: string; name: string | null }[];
  support: { decision: string; commitment: { title: string; due_on: string | null } | null }[];
}

let made = 0;

/** A person of Ben's with a plan that was just shared. */
async function sharedPlan(name = "Nora Lang"): Promise<{ plan: Plan; owner: string }> {
  made += 1;
  const owner = `nora.lang.${made}`;
  await importPeople([[owner, name, "ben.okafor"]]);
  const item = (name: string) => ({ name, aligned_with: ["short_term"] });
  const { id } = await call<Plan>(owner, "POST", "/plans", {
    title: "Towards leading",
    answers: {
      mission_statement: "Help people do good work",
      values: ["Honesty", "Craft", "Family", "Health", "Fairness"].map(item),
      motivators: [item("Room to decide")],
      short_term_objective: { summary: "Lead the onboarding group", kind: "new_assignment", detail: "Of four people" },
      long_term_objective: { summary: "Run a department", horizon_years: 6 },
      strengths: [item("Clear writing"), item("Listening")],
      development_areas: [item("Delegating")],
    },
  });
  await call(owner, "POST", `/plans/${id}/action-items`, { title: "Take the course on coaching", support_needed: "Two days and the fee" });
  await call(owner, "POST", `/plans/${id}/action-items`, { title: "Lead the monthly review" });
  await call(owner, "POST", `/plans/${id}/share`, { note: "Tell me honestly about the short term." });
  return { plan: await call<Plan>(owner, "GET", `/plans/${id}`), owner };
}

async function given(plan: Plan, author = "ben.okafor"): Promise<Given | undefined> {
  const { items } = await call<{ items: Given[] }>(author, "GET", `/plans/${plan.id}/feedback`);
  return items.at(-1);
}

const step = (page: Page, name: string) => page.getByRole("navigation", { name: "Steps of your response" }).getByRole("button", { name });
const about = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const saved = (page: Page) => expect(page.locator(".saved")).toHaveText("Saved");

test("Ben finds who waits, responds in one flow, leaves in the middle, goes on, and sends it", async ({ page }) => {
  test.setTimeout(60_000);
  const { plan, owner } = await sharedPlan();
  await signIn(page, "ben", "/team?awaiting_me=true");
  const [address] = [`#/feedback/${plan.id}`];
  const calls = await callsOf(page, async () => {
    await page.goto(`${board()}/${address}`);
    await expect(page.getByRole("heading", { name: "Your response to Nora Lang" })).toBeVisible();
  });
  expect(calls.filter((call) => !/revisions|feedback-requests/.test(call))).toHaveLength(2);
  await expect(page.getByText("Tell me honestly about the short term.")).toBeVisible();

  // The objectives, beside what Nora wrote. Nothing is saved before something is said.
  expect(await given(plan)).toBeUndefined();
  const short = about(page, "Within 12 months");
  await expect(short).toContainText("Lead the onboarding group");
  await short.getByRole("group", { name: "Reasonable?" }).getByRole("radio", { name: "Yes" }).check();
  await short.getByRole("group", { name: "Achievable?" }).getByRole("radio", { name: "Partly" }).check();
  await short.getByRole("textbox", { name: "Comment" }).fill("Right, but not before spring.");
  await short.getByText("Suggest another wording").click();
  await short.getByRole("textbox", { name: "Suggested instead" }).fill("Lead it together with Tom first");
  await saved(page);
  await page.getByRole("button", { name: "Next: Strengths and growth" }).click();
  await expect(page.getByRole("heading", { name: "Strengths and growth" })).toBeFocused();

  // Strengths: agree, put differently, add.
  await about(page, "Clear writing").getByRole("radio", { name: "Agree" }).check();
  await about(page, "Listening").getByRole("radio", { name: "Put it differently" }).check();
  await about(page, "Listening").getByRole("textbox", { name: "How would you put it?" }).fill("Asking the right question");
  await page.getByRole("button", { name: "Add a strength" }).click();
  await page.getByRole("textbox", { name: "A strength that you see" }).fill("Patience with newcomers");
  await saved(page);

  // Away in the middle, and back: at the same step, with everything there.
  await page.getByRole("link", { name: "Team" }).first().click();
  await expect(page.getByRole("heading", { name: "Team", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Waits for me" }).click();
  await expect(page.getByRole("region", { name: "People" })).toHaveAttribute("aria-busy", "false");
  await page.getByRole("table").getByRole("row", { name: /Nora Lang/ }).first().getByRole("button", { name: /More about/ }).click();
  await page.getByRole("menuitem", { name: "Feedback" }).click();
  await expect(page.getByRole("heading", { name: "Actions", exact: true })).toBeVisible();
  await page.reload();
  await step(page, "Strengths and growth").click();
  await expect(about(page, "Listening").getByRole("textbox", { name: "How would you put it?" })).toHaveValue("Asking the right question");
  await expect(page.getByRole("textbox", { name: "A strength that you see" })).toHaveValue("Patience with newcomers");

  // Actions, with a promise of one's own.
  await page.getByRole("button", { name: "Next: Actions" }).click();
  const course = about(page, "Take the course on coaching");
  await expect(course).toContainText("Two days and the fee");
  await course.getByRole("radio", { name: "Yes", exact: true }).check();
  await course.getByRole("button", { name: /Promise something/ }).click();
  await course.getByRole("textbox", { name: "What will you do?" }).fill("Clear two days in March");
  await course.getByRole("textbox", { name: "By when?" }).fill("2027-03-31");
  await about(page, "Lead the monthly review").getByRole("radio", { name: "No" }).check();
  await page.getByRole("button", { name: "Next: In a few words" }).click();
  await page.getByRole("textbox", { name: "Your summary" }).fill("Gladly. Let us talk about the pace.");
  await page.getByRole("textbox", { name: "Private note" }).fill("Check the budget first.");
  await page.getByRole("button", { name: "Review" }).last().click();

  // All of it once more, then sent: afterwards it can only be read.
  const sheet = page.locator("gw-feedback-said");
  for (const text of ["Lead it together with Tom first", "Asking the right question", "Clear two days in March", "Gladly."]) {
    await expect(sheet).toContainText(text);
  }
  await page.getByRole("button", { name: "Send response" }).click();
  await expect(page.getByRole("heading", { name: "Your response", exact: true })).toBeVisible();
  await expect(page.getByText("Not acknowledged yet")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const sent = await given(plan);
  expect(sent).toMatchObject({ status: "submitted", summary: "Gladly. Let us talk about the pace.", private_note: "Check the budget first." });
  expect(sent?.objectives.short_term).toMatchObject({ reasonable: "yes", counter_proposal: "Lead it together with Tom first" });
  expect(sent?.strengths.map(({ stance }) => stance)).toEqual(["agree", "adjust", "add"]);
  expect(sent?.support).toMatchObject([
    { decision: "supported", commitment: { title: "Clear two days in March", due_on: "2027-03-31" } },
    { decision: "declined", commitment: null },
  ]);

  // And agreed to, in one click.
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(page.getByText(/Agreed by the manager on/)).toBeVisible();
  await call(owner, "POST", `/feedback/${sent?.id}/acknowledge`, {});
  await page.reload();
  await expect(page.getByText("Acknowledged", { exact: true })).toBeVisible();
});

for (const width of [360, 1280]) {
  test(`every step of a response at ${width} pixels`, async ({ page }) => {
    test.setTimeout(120_000);
    const { plan } = await sharedPlan("محمد 👩🏽‍🚀 <b onclick=alert(1)>Łukasiewicz-Wolfeschlegelsteinhausenbergerdorff</b>");
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, "ben", `/feedback/${plan.id}`);
    await expect(page.getByRole("heading", { name: /^Your response to محمد/ })).toBeVisible();
    await about(page, "Within 12 months").getByRole("radio", { name: "Partly" }).first().check();
    await saved(page);
    await shot(page, `feedback-objectives-${width}`);
    await expectAccessible(page);
    await step(page, "Strengths and growth").click();
    await about(page, "Listening").getByRole("radio", { name: "Put it differently" }).check();
    await page.getByRole("button", { name: "Add a development area" }).click();
    await page.getByRole("textbox", { name: "Comment" }).last().fill("More of this, please.");
    await shot(page, `feedback-strengths-${width}`);
    await expectAccessible(page);
    await step(page, "Actions").click();
    await about(page, "Take the course on coaching").getByRole("radio", { name: "Yes, differently" }).check();
    await page.getByRole("button", { name: /Promise something/ }).click();
    await shot(page, `feedback-actions-${width}`);
    await expectAccessible(page);
    await step(page, "In a few words").click();
    await page.getByRole("textbox", { name: "Your summary" }).fill("Yes.");
    await shot(page, `feedback-closing-${width}`);
    await expectAccessible(page);
    // What has no name yet is not sent in silence.
    await step(page, "Review").click();
    await expect(page.getByRole("alert")).toContainText("has no name yet");
    await expect(page.getByRole("button", { name: "Send response" })).toBeDisabled();
    await shot(page, `feedback-review-${width}`);
    await expectAccessible(page);
  });
}

test("a lost connection keeps what was typed, also when the view is left, and saves it later", async ({ page, context }) => {
  const { plan } = await sharedPlan();
  // Opened before, so that the view of the team is there without a connection.
  await signIn(page, "ben", "/team");
  await expect(page.getByRole("heading", { name: "Team", level: 1 })).toBeVisible();
  await page.goto(`${board()}/#/feedback/${plan.id}?step=closing`);
  const summary = page.getByRole("textbox", { name: "Your summary" });
  await summary.fill("First thoughts.");
  await saved(page);

  await context.setOffline(true);
  await summary.fill("First thoughts, and a second one.");
  await expect(page.getByRole("alert").filter({ hasText: "You are offline" })).toBeVisible({ timeout: 15_000 });
  await expect(page.locator(".saved")).toHaveText("Not saved yet. It is still here.");
  await page.evaluate(() => (location.hash = "#/team"));
  await expect(page.getByRole("heading", { name: "Team", level: 1 })).toBeVisible();
  expect((await given(plan))?.summary).toBe("First thoughts.");

  await context.setOffline(false);
  await expect.poll(async () => (await given(plan))?.summary, { timeout: 15_000 }).toBe("First thoughts, and a second one.");
  await page.goto(`${board()}/#/feedback/${plan.id}?step=closing`);
  await expect(summary).toHaveValue("First thoughts, and a second one.");
});

test("an answer that is lost on the way back is no conflict", async ({ page }) => {
  const { plan } = await sharedPlan();
  await signIn(page, "ben", `/feedback/${plan.id}?step=closing`);
  const summary = page.getByRole("textbox", { name: "Your summary" });
  await summary.fill("One.");
  await saved(page);
  let lost = 0;
  await page.route("**/v1/feedback/*", async (route) => {
    if (route.request().method() !== "PATCH" || lost > 0) {
      return route.continue();
    }
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await summary.fill("Two.");
  await expect(page.getByRole("alert")).toBeVisible();
  await summary.fill("Three.");
  await saved(page);
  expect((await given(plan))?.summary).toBe("Three.");
});

test("an expired token is renewed without losing a word", async ({ page }) => {
  const { plan } = await sharedPlan();
  await signIn(page, "ben", `/feedback/${plan.id}?step=closing`);
  let refused = 0;
  await page.route("**/v1/plans/*/feedback", async (route) => {
    const first = route.request().method() === "POST" && refused === 0;
    refused += Number(first);
    await (first ? route.fulfill({ status: 401, json: {} }) : route.continue());
  });
  await page.getByRole("textbox", { name: "Your summary" }).fill("Still here.");
  await saved(page);
  expect(refused).toBe(1);
  expect((await given(plan))?.summary).toBe("Still here.");
});

test("what was typed is kept while a token cannot be renewed, until the person has signed in again", async ({ page }) => {
  const { plan } = await sharedPlan();
  await signIn(page, "ben", `/feedback/${plan.id}?step=closing`);
  const summary = page.getByRole("textbox", { name: "Your summary" });
  await summary.fill("Begun.");
  await saved(page);
  await page.route("**/v1/**", (route) => route.fulfill({ status: 401, json: {} }));
  await page.route("**/board/demo/*", (route) => route.fulfill({ status: 401, json: {} }));
  await summary.fill("Begun, and gone on.");
  const dialog = page.locator("gw-dialog[open]");
  await expect(dialog).toContainText("What you typed is still here");

  // Not now: nothing is lost, and nothing is wrong but that.
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible();
  await expect(summary).toHaveValue("Begun, and gone on.");
  await summary.fill("Begun, gone on, and ended.");
  await expect(dialog).toContainText("Sign in");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Signing in did not work")).toBeVisible();

  await page.unroute("**/v1/**");
  await page.unroute("**/board/demo/*");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toHaveCount(0);
  await saved(page);
  await expect(summary).toHaveValue("Begun, gone on, and ended.");
  expect((await given(plan))?.summary).toBe("Begun, gone on, and ended.");
});

test("another window's change is not overwritten without asking", async ({ page }) => {
  const { plan } = await sharedPlan();
  await signIn(page, "ben", `/feedback/${plan.id}?step=closing`);
  const summary = page.getByRole("textbox", { name: "Your summary" });
  await summary.fill("Mine.");
  await saved(page);
  const draft = await given(plan);
  await call("ben.okafor", "PATCH", `/feedback/${draft?.id}`, { summary: "From the other window." });
  await summary.fill("Mine, longer.");
  await expect(page.getByRole("alert")).toContainText("Changed somewhere else");
  await expect(summary).toHaveValue("Mine, longer.");
  expect((await given(plan))?.summary).toBe("From the other window.");
  await shot(page, "feedback-conflict");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep what is here" }).click();
  await saved(page);
  expect((await given(plan))?.summary).toBe("Mine, longer.");

  await call("ben.okafor", "PATCH", `/feedback/${draft?.id}`, { summary: "Again from there." });
  await summary.fill("Mine, longest.");
  await page.getByRole("button", { name: "Take the other version" }).click();
  await expect(summary).toHaveValue("Again from there.");
});

test("what was begun on an earlier version is carried over to the newer one", async ({ page }) => {
  const { plan, owner } = await sharedPlan();
  await call("ben.okafor", "POST", `/plans/${plan.id}/feedback`, {
    summary: "Begun early.",
    strengths: [{ item_id: plan.answers.strengths[0]?.id, stance: "agree", comment: "Always." }],
  });
  await call(owner, "PATCH", `/plans/${plan.id}`, { answers: { mission_statement: "Help people do their best work" } });
  await call(owner, "POST", `/plans/${plan.id}/share`, {});
  await signIn(page, "ben", `/feedback/${plan.id}?step=closing`);
  await expect(page.getByText("Nora Lang has shared a newer version since you began.", { exact: false })).toBeVisible();
  const summary = page.getByRole("textbox", { name: "Your summary" });
  await expect(summary).toHaveValue("Begun early.");
  await summary.fill("Begun early, looked at again.");
  await saved(page);
  const { items } = await call<{ items: Given[] }>("ben.okafor", "GET", `/plans/${plan.id}/feedback`);
  expect(items).toMatchObject([{ revision: 2, summary: "Begun early, looked at again.", strengths: [{ stance: "agree" }] }]);
});

test("a reviewer sees and answers only the sections they were asked about", async ({ page }) => {
  const { plan, owner } = await sharedPlan();
  await call(owner, "POST", `/plans/${plan.id}/feedback-requests`, {
    reviewer_id: await idOf("mei.tanaka"),
    sections: ["deeper"],
    message: "Is this step within my reach?",
  });
  await signInAs(page, "mei.tanaka", `/feedback/${plan.id}`);
  await expect(page.getByText("Is this step within my reach?")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Steps of your response" }).getByRole("button")).toHaveText([
    /Objectives/,
    /In a few words/,
    /Review/,
  ]);
  await expect(page.getByText("Clear writing")).toHaveCount(0);
  await about(page, "In the long run").getByRole("radio", { name: "Yes" }).first().check();
  await saved(page);
  await step(page, "Review").click();
  await page.getByRole("button", { name: "Send response" }).click();
  await expect(page.getByRole("heading", { name: "Your response", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Agree" })).toHaveCount(0);
});

test("the owner and HR read what was sent, and write nothing", async ({ page }) => {
  const { plan, owner } = await sharedPlan();
  await signIn(page, "hanna", `/feedback/${plan.id}`);
  await expect(page.getByText("Tell me honestly about the short term.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Respond" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Agree" })).toHaveCount(0);
  await page.getByRole("button", { name: "Account of Hanna Weiss" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await signInAs(page, owner, `/feedback/${plan.id}`);
  await expect(page.getByRole("heading", { name: "No feedback yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Respond" })).toHaveCount(0);
  await expectAccessible(page);
});
