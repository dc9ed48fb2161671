import type { Page } from "@playwright/test";

import { expect, expectAccessible, shot, signIn, test } from "./board.js";
import { call, idOf, importPeople, signInAs } from "./service.js";

test.describe.configure({ timeout: 120_000 });

interface Relation {
  kind: string;
  person_id: string;
  starts_at: string;
  ends_at: string | null;
}

const both = ["short_term", "long_term"];
const answers = {
  mission_statement: "Make tools that people trust",
  values: ["Honesty", "Curiosity", "Family", "Craft", "Fairness"].map((name) => ({ name, aligned_with: both })),
  motivators: [{ name: "Hard problems", aligned_with: ["short_term"] }],
  short_term_objective: { summary: "Lead one product", kind: "new_assignment", detail: "Lead of the search team" },
  long_term_objective: { summary: "Head a department", horizon_years: 6 },
  strengths: [{ name: "Clear writing", aligned_with: ["long_term"] }],
  development_areas: [{ name: "Delegating", aligned_with: ["short_term"] }],
};

async function newPlan(title: string, given: object = answers): Promise<string> {
  const { id } = await call("ana.silva", "POST", "/plans", { title, answers: given });
  return id;
}

async function readyPlan(title: string): Promise<{ id: string; action: string }> {
  const id = await newPlan(title);
  const plan = await call<{ ends_on: string }>("ana.silva", "GET", `/plans/${id}`);
  const action = await call("ana.silva", "POST", `/plans/${id}/action-items`, {
    title: "Lead the monthly review",
    due_on: plan.ends_on,
    advances: ["short_term"],
  });
  return { id, action: action.id };
}

async function sharedPlan(title: string): Promise<{ id: string; action: string }> {
  const ready = await readyPlan(title);
  await call("ana.silva", "POST", `/plans/${ready.id}/share`, {});
  return ready;
}

async function respond(id: string, action: string): Promise<void> {
  const feedback = await call("ben.okafor", "POST", `/plans/${id}/feedback`, {
    summary: "I am glad to support this.",
    objectives: {
      short_term: { reasonable: "yes", achievable: "partly", comment: "It is a lot.", counter_proposal: "Lead one team first" },
    },
    strengths: [{ item_id: null, stance: "add", name: "Patience with newcomers", comment: "They come to you first." }],
    support: [{ action_item_id: action, decision: "supported", comment: "Yes.", commitment: { title: "Clear two days a month", due_on: null } }],
  });
  await call("ben.okafor", "POST", `/feedback/${feedback.id}/submit`, {});
}

async function openPlan(page: Page, id: string): Promise<void> {
  await signIn(page, "ana", `/plan/${id}`);
  await expect(page.getByRole("tab", { name: "Plan", exact: true })).toBeVisible();
}

/** What is in the dialog of a step. */
const inDialog = (page: Page) => page.locator("gw-plan-step");
const saved = (page: Page) => expect(page.locator("[data-save]")).toHaveText("Saved");
/** Waits until what was typed has reached the service. */
const patched = (page: Page) => page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok());

for (const width of [360, 1280]) {
  test(`every part of the plan is accessible at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const { id, action } = await sharedPlan(`Look ${width}`);
    await respond(id, action);
    await openPlan(page, id);
    for (const tab of ["Feedback", "Plan", "Actions", "History"]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.waitForLoadState("networkidle");
      await shot(page, `plan-${tab.toLowerCase()}-${width}`);
      await expectAccessible(page);
    }
  });

  test(`a draft and its first screen at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.route("**/v1/plans?*", (route) => route.fulfill({ json: { items: [], next_cursor: null } }));
    await signIn(page, "ana", "/plan");
    await expect(page.getByRole("heading", { name: "Where do you want to be in a year?" })).toBeVisible();
    await shot(page, `plan-begin-${width}`);
    await expectAccessible(page);
    const id = await newPlan("Draft to look at", { ...answers, long_term_objective: null, values: [{ name: "Honesty" }] });
    await page.goto(`${process.env["BOARD"]}/#/plan/${id}`);
    await expect(page.getByRole("textbox", { name: "Title of the plan" })).toHaveValue("Draft to look at");
    await page.waitForLoadState("networkidle");
    await shot(page, `plan-draft-${width}`);
    await expectAccessible(page);
  });
}

test("a draft is written from nothing to ready by keyboard alone", async ({ page }) => {
  // Ana has plans already: the first screen is that of a person who has none.
  await page.route("**/v1/plans?*", (route) => route.fulfill({ json: { items: [], next_cursor: null } }), { times: 1 });
  await signIn(page, "ana", "/plan");
  await expect(page.getByRole("button", { name: "Begin my plan" })).toBeVisible();
  const tabTo = async (name: string | RegExp, role: "textbox" | "button" | "radio" | "combobox" = "textbox") => {
    const target = page.getByRole(role, { name, ...(typeof name === "string" && { exact: true }) }).first();
    for (let presses = 0; presses < 80; presses++) {
      if (await target.evaluate((field) => field.matches(":focus")).catch(() => false)) {
        return;
      }
      await page.keyboard.press("Tab");
    }
    throw new Error(`the key Tab does not reach ${name}`);
  };
  await tabTo("Begin my plan", "button");
  await page.keyboard.press("Enter");
  await tabTo("Personal mission");
  await page.keyboard.type("Make tools that people trust");
  await tabTo("Value 1");
  // Enter goes to the next line.
  for (const value of ["Honesty", "Curiosity", "Family", "Craft", "Fairness"]) {
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
  }
  await tabTo("Motivator 1");
  await page.keyboard.type("Hard problems");
  await tabTo("In one sentence");
  await page.keyboard.type("Lead one product");
  await tabTo("A new assignment", "radio");
  await page.keyboard.press("Space");
  await tabTo("Which assignment?");
  await page.keyboard.type("Lead of the search team");
  for (let press = 0; press < 8; press++) {
    await page.keyboard.press("Tab");
    if (await page.getByRole("textbox", { name: "In one sentence" }).last().evaluate((field) => field.matches(":focus"))) {
      break;
    }
  }
  await page.keyboard.type("Head a department");
  await tabTo("Strength 1");
  await page.keyboard.type("Clear writing");
  await tabTo("Development area 1");
  await page.keyboard.type("Delegating");
  await tabTo("Add an action", "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "What will you do?" })).toBeFocused();
  await page.keyboard.type("Lead the monthly review");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Lead the monthly review" })).toBeVisible();
  await expect(page.getByText("Ready to share with Ben Okafor")).toBeVisible();
  await expect(page.getByText("8 of 8 answered")).toBeVisible();
  const link = page.getByRole("button", { name: "Honesty leads to the objective: Long-term objective" });
  await tabTo("Honesty leads to the objective: Long-term objective", "button");
  await page.keyboard.press("Space");
  await expect(link).toHaveAttribute("aria-pressed", "true");
  await saved(page);
});

test("what is typed is saved by itself, and is there after a reload", async ({ page }) => {
  const id = await newPlan("Typed");
  await openPlan(page, id);
  const mission = page.getByRole("textbox", { name: "Personal mission" });
  const stored = patched(page);
  await mission.fill("Teach what I know");
  await expect(page.locator("[data-save]")).not.toHaveText("Saved");
  await stored;
  await saved(page);
  await page.reload();
  await expect(mission).toHaveValue("Teach what I know");
});

test("what another device wrote stands beside what is typed, until the person chooses", async ({ page }) => {
  const id = await newPlan("Two devices");
  await openPlan(page, id);
  await call("ana.silva", "PATCH", `/plans/${id}`, {
    answers: { mission_statement: "Written on the telephone", strengths: [{ name: "Patience" }] },
  });
  await page.getByRole("textbox", { name: "Personal mission" }).fill("Written on the laptop");
  const conflict = page.getByRole("alert").filter({ hasText: "Changed here and on another device" });
  await expect(conflict).toContainText("Written on the telephone");
  await expect(conflict).toContainText("Written on the laptop");
  // What only the other device changed is taken.
  await expect(page.getByRole("textbox", { name: "Strength 1" })).toHaveValue("Patience");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep this one" }).click();
  await expect(conflict).toBeHidden();
  await saved(page);
  const { answers: kept } = await call<{ answers: { mission_statement: string } }>("ana.silva", "GET", `/plans/${id}`);
  expect(kept.mission_statement).toBe("Written on the laptop");
});

test("without a connection what is typed stays, and is saved when it is back", async ({ page, context }) => {
  const id = await newPlan("Train");
  await openPlan(page, id);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const mission = page.getByRole("textbox", { name: "Personal mission" });
  await mission.fill("Typed in a tunnel");
  await expect(page.locator("[data-save=offline]")).toContainText("Not saved: no connection");
  await expect(mission).toHaveValue("Typed in a tunnel");
  await context.setOffline(false);
  await saved(page);
  const { answers: kept } = await call<{ answers: { mission_statement: string } }>("ana.silva", "GET", `/plans/${id}`);
  expect(kept.mission_statement).toBe("Typed in a tunnel");
});

test("a plan that is not ready says why, at the questions; one that is ready is shared with a note", async ({ page }) => {
  const { id } = await readyPlan("To share");
  await call("ana.silva", "PATCH", `/plans/${id}`, { answers: { mission_statement: null } });
  await openPlan(page, id);
  await expect(page.getByText("This question has no answer yet.")).toHaveCount(1);
  await page.getByRole("button", { name: "Go on: Personal mission" }).click();
  await expect(page.getByRole("textbox", { name: "Personal mission" })).toBeFocused();
  await page.keyboard.type("Make tools that people trust");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog", { name: "Share with Ben Okafor?" })).toBeVisible();
  const dialog = inDialog(page);
  await dialog.getByRole("textbox").fill("The second objective is the one I am unsure about.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("Ben Okafor is reading")).toBeVisible();
  const { items } = await call<{ items: { note: string }[] }>("ben.okafor", "GET", `/plans/${id}/revisions`);
  expect(items[0]?.note).toBe("The second objective is the one I am unsure about.");
});

test("feedback stands beside what was written, and a suggestion is taken over", async ({ page }) => {
  const { id, action } = await sharedPlan("Answered");
  await respond(id, action);
  await openPlan(page, id);
  const feedback = page.getByRole("article", { name: "Feedback from Ben Okafor" });
  await expect(feedback).toContainText("Lead one product");
  await expect(feedback).toContainText("Achievable: Partly");
  await expect(feedback).toContainText("Promises: Clear two days a month");
  await feedback.getByRole("checkbox", { name: "Take over into my plan" }).first().check();
  await feedback.getByRole("button", { name: "Take over 1 suggestion" }).click();
  await expect(page.getByText("You have changed the plan")).toBeVisible();
  await page.getByRole("tab", { name: "Plan", exact: true }).click();
  await expect(page.getByText("Lead one team first").first()).toBeVisible();
});

test("progress is recorded with two clicks, and with a note if wanted", async ({ page }) => {
  const { id, action } = await sharedPlan("Progress");
  await openPlan(page, id);
  await page.getByRole("tab", { name: /Actions/ }).click();
  await page.getByRole("button", { name: "Record progress" }).click();
  await page.getByRole("button", { name: "50%" }).click();
  await expect(page.getByRole("progressbar", { name: "Progress of Lead the monthly review" })).toHaveAttribute("aria-valuenow", "50");
  await page.getByRole("button", { name: "Record progress" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("Two reviews held");
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByText("1 done or cancelled")).toBeVisible();
  const { items } = await call<{ items: { note: string | null; progress_percent: number }[] }>("ana.silva", "GET", `/action-items/${action}/progress`);
  expect(items.map(({ note, progress_percent }) => [note, progress_percent])).toEqual([[null, 50], ["Two reviews held", 100]]);
});

test("an action is changed, and its history read", async ({ page }) => {
  const { id } = await sharedPlan("Actions");
  await openPlan(page, id);
  await page.getByRole("tab", { name: /Actions/ }).click();
  await page.getByRole("button", { name: "More about Lead the monthly review" }).click();
  await page.getByRole("menuitem", { name: "Change" }).click();
  await page.getByRole("combobox", { name: "Works on" }).selectOption("Delegating");
  await page.getByRole("textbox", { name: "Support you need" }).fill("An hour a month");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Works on: Delegating")).toBeVisible();
  await expect(page.getByText("Needs: An hour a month")).toBeVisible();
  await page.getByRole("button", { name: "More about Lead the monthly review" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  await expect(page.getByText("No progress recorded yet.")).toBeVisible();
});

test("two people at once: prepare, share, answer, agree, progress, complete, renew", async ({ page }) => {
  const { id, action } = await readyPlan("Together");
  await openPlan(page, id);
  await page.getByRole("button", { name: "Share" }).click();
  await inDialog(page).getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("Ben Okafor is reading")).toBeVisible();
  await respond(id, action);
  await call("ben.okafor", "POST", `/plans/${id}/agree`, {});
  await page.reload();
  await page.getByRole("button", { name: "Confirm as read" }).click();
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(page.getByText("Agreed", { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: /Actions/ }).click();
  await expect(page.getByText("By Ben Okafor")).toBeVisible();
  await page.getByRole("button", { name: "Record progress" }).first().click();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("button", { name: "Complete the plan" }).click();
  await expect(page.getByRole("dialog", { name: "Complete the plan" })).toBeVisible();
  const dialog = inDialog(page);
  await dialog.getByRole("radio", { name: "Partly reached" }).check();
  await dialog.getByRole("textbox").fill("Smaller steps would have been quicker.");
  await dialog.getByRole("button", { name: "Complete" }).click();
  await expect(page.getByText("Smaller steps would have been quicker.")).toBeVisible();
  await page.getByRole("button", { name: "Begin the next plan" }).click();
  await inDialog(page).getByRole("button", { name: "Begin the next plan" }).click();
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByRole("textbox", { name: "Personal mission" })).toHaveValue("Make tools that people trust");
});

test("the history shows what changed between versions, and who has read the plan", async ({ page }) => {
  const { id } = await sharedPlan("Versions");
  await call("ana.silva", "PATCH", `/plans/${id}`, { answers: { mission_statement: "Another mission" } });
  await call("ana.silva", "POST", `/plans/${id}/share`, { note: "The mission is new." });
  await call("ben.okafor", "GET", `/plans/${id}`);
  await expect(async () => {
    const { items } = await call<{ items: unknown[] }>("ana.silva", "GET", `/plans/${id}/access-log`);
    expect(items).toHaveLength(1);
  }).toPass();
  await openPlan(page, id);
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByText("The mission is new.")).toBeVisible();
  await expect(page.getByText("Ben Okafor, as your manager")).toBeVisible();
  await page.getByRole("button", { name: "What changed since the version before" }).click();
  await expect(page.getByRole("deletion")).toHaveText("Make tools that people trust");
  await expect(page.getByRole("insertion")).toHaveText("Another mission");
});

test("a manager reads the shared version, and can change nothing of it", async ({ page }) => {
  const { id } = await sharedPlan("For Ben");
  await call("ana.silva", "PATCH", `/plans/${id}`, { answers: { mission_statement: "Not shared yet" } });
  await signIn(page, "ben", `/plan/${id}`);
  await page.getByRole("tab", { name: "Plan", exact: true }).click();
  await expect(page.getByText("Make tools that people trust")).toBeVisible();
  await expect(page.getByRole("button", { name: "Give feedback" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Change the plan|Share|Agree/ })).toHaveCount(0);
  await expect(page.getByText("Honesty").first()).toBeVisible();
});

test("hostile, long and Arabic answers are shown as text", async ({ page }) => {
  const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script>`;
  const long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
  const arabic = "أريد أن أقود فريقًا";
  const id = await newPlan(hostile, {
    ...answers,
    mission_statement: hostile,
    values: [{ name: long, aligned_with: both }, { name: arabic, aligned_with: [] }],
    long_term_objective: { summary: arabic },
  });
  await call("ana.silva", "POST", `/plans/${id}/action-items`, { title: hostile });
  await call("ana.silva", "POST", `/plans/${id}/share`, {});
  await page.setViewportSize({ width: 360, height: 800 });
  await openPlan(page, id);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(hostile);
  await expect(page.getByText(arabic).first()).toBeVisible();
  await expect(page.locator("img, script:not([src])")).toHaveCount(0);
  await shot(page, "plan-hostile-360");
  await expectAccessible(page);
});

test("the brief opens as a page to print, with its styles", async ({ page, context }) => {
  const { id } = await readyPlan("To print");
  await context.addInitScript(() => (window.print = () => document.documentElement.setAttribute("data-printed", "")));
  await openPlan(page, id);
  const opened = context.waitForEvent("page");
  await page.getByRole("button", { name: "Print for the talk" }).click();
  const brief = await opened;
  await expect(brief.getByRole("heading", { level: 1 })).toHaveText("To print");
  await expect(brief.locator("html")).toHaveAttribute("data-printed", "");
  await expect(brief.locator("body")).toHaveCSS("max-width", "832px");
});

test("comments stand beside each answer and each action, and are loaded once", async ({ page }) => {
  const { id, action } = await sharedPlan("Commented");
  const plan = await call<{ answers: { development_areas: { id: string }[] } }>("ana.silva", "GET", `/plans/${id}`);
  const say = (kind: string, subject: string | undefined, text: string) =>
    call("ben.okafor", "POST", `/plans/${id}/comments`, { subject: { kind, id: subject }, text });
  await say("answer", "development_areas", "Only one?");
  await say("answer", plan.answers.development_areas[0]?.id, "Begin with the on-call rota.");
  await say("action_item", action, "I come along to the first.");
  let loads = 0;
  page.on("request", (sent) => (loads += Number(sent.url().includes("/comments"))));
  await openPlan(page, id);
  await page.getByRole("tab", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("button", { name: "2 comments on Development areas" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Comment on Values" })).toBeVisible();
  await page.getByRole("tab", { name: /Actions/ }).click();
  await page.getByRole("button", { name: "1 comment on Lead the monthly review" }).click();
  await expect(page.getByText("I come along to the first.")).toBeVisible();
  await shot(page, "plan-action-comments");
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Plan", exact: true }).click();
  const button = page.getByRole("button", { name: "2 comments on Development areas" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  await expect(page.getByRole("listitem").filter({ hasText: "on “Delegating”" })).toContainText("Begin with the on-call rota.");
  await page.getByLabel("Your comment").fill("Two would be too many.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("button", { name: "3 comments on Development areas" })).toBeVisible();
  expect(loads, "loads, and one that is written").toBe(2);
  await page.setViewportSize({ width: 360, height: 800 });
  await shot(page, "plan-comments-360");
  await expectAccessible(page);
});

test("a comment on what was removed from an answer is among those on the plan", async ({ page }) => {
  const { id } = await sharedPlan("Commented and changed");
  const { answers: given } = await call<{ answers: { development_areas: { id: string }[] } }>("ana.silva", "GET", `/plans/${id}`);
  const subject = { kind: "answer", id: given.development_areas[0]?.id };
  await call("ben.okafor", "POST", `/plans/${id}/comments`, { subject, text: "Begin with the on-call rota." });
  await call("ben.okafor", "POST", `/plans/${id}/comments`, { subject: { kind: "answer", id: "values" }, text: "All five?" });
  await openPlan(page, id);
  await page.getByRole("tab", { name: "Talk" }).click();
  await expect(page.getByRole("button", { name: "Comment", exact: true })).toBeVisible();
  await expect(page.getByText("Begin with the on-call rota.")).toHaveCount(0);
  await call("ana.silva", "PATCH", `/plans/${id}`, { answers: { development_areas: [{ name: "Patience" }] } });
  await page.reload();
  await page.getByRole("tab", { name: "Talk" }).click();
  const comment = page.getByRole("list", { name: "Comments" }).getByRole("listitem");
  await expect(comment).toContainText("on something that is no longer in the plan");
  await expect(comment).toContainText("Begin with the on-call rota.");
});

test("an action begins with a template in one click, and keeps what was typed", async ({ page }) => {
  const uri = "urn:example:skill:delegating";
  const id = await newPlan("From a template", { ...answers, development_areas: [{ name: "Delegating", reference: { uri, name: "Delegation" } }] });
  const template = await call("ben.okafor", "POST", "/action-templates", {
    title: "Lead three design reviews",
    description: "With notes for the next lead",
    due_after_days: 30,
    links: [{ kind: "document", title: "How we review", url: "https://intranet.example.com/reviews" }],
    reference: { uri, name: "Delegating" },
  });
  await openPlan(page, id);
  await page.getByRole("button", { name: "Add an action" }).click();
  const form = page.getByRole("form", { name: "New action" });
  await form.getByLabel("More about it").fill("After the summer");
  const offered = form.getByRole("button", { name: "Lead three design reviews" });
  await offered.click();
  const title = form.getByRole("textbox", { name: "What will you do?" });
  await expect(title).toHaveValue("Lead three design reviews");
  await expect(form.getByLabel("More about it")).toHaveValue("After the summer");
  await expect(form.getByLabel("Due on")).not.toHaveValue("");
  await shot(page, "plan-template");
  await expectAccessible(page);
  // It is an offer: a second click ends it.
  await offered.click();
  await expect(title).toHaveValue("");
  await offered.click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Works on: Delegating")).toBeVisible();
  await expect(page.getByRole("link", { name: "How we review" })).toHaveAttribute("href", "https://intranet.example.com/reviews");
  const { items } = await call<{ items: { template_id: string }[] }>("ana.silva", "GET", `/plans/${id}/action-items`);
  expect(items[0]?.template_id).toBe(template.id);
});

test("links of an action and the skill of an answer are written, and lead out safely", async ({ page }) => {
  const { id, action } = await readyPlan("Linked");
  await call("ana.silva", "PATCH", `/action-items/${action}`, { links: [{ kind: "evidence", title: "Old intranet", url: "http://intranet.example.com" }] });
  await page.setViewportSize({ width: 360, height: 800 });
  await openPlan(page, id);
  // What is not encrypted is shown, and not followed.
  await expect(page.getByText("Old intranet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Old intranet" })).toHaveCount(0);
  await page.getByRole("button", { name: "More about Lead the monthly review" }).click();
  await page.getByRole("menuitem", { name: "Change" }).click();
  await page.getByRole("button", { name: "Add a link" }).click();
  const link = page.getByRole("group", { name: "Link 2" });
  await link.getByLabel("Address").fill("javascript:alert(1)");
  await link.getByLabel("Name", { exact: true }).fill("Delegating well");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(link.getByText("Begin with https://")).toBeVisible();
  await link.getByLabel("Address").fill("learning.example.com/courses/771");
  await link.getByLabel("Name", { exact: true }).click();
  await shot(page, "plan-links-360");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  const out = page.getByRole("link", { name: "Delegating well" });
  await expect(out).toHaveAttribute("href", "https://learning.example.com/courses/771");
  await expect(out).toHaveAttribute("rel", "noopener noreferrer");

  await page.getByRole("button", { name: "Link Delegating to a skill or role" }).click();
  const skill = page.getByRole("group", { name: "Skill or role of Delegating" });
  await expect(skill.getByLabel("Its address")).toBeFocused();
  await page.keyboard.type("https://skills.example.com/delegating");
  await skill.getByLabel("Level now").fill("2 of 5");
  await skill.getByLabel("Level to reach").fill("4 of 5");
  await saved(page);
  await shot(page, "plan-reference-360");
  await expectAccessible(page);
  const { answers: kept } = await call<{ answers: { development_areas: { reference: object }[] } }>("ana.silva", "GET", `/plans/${id}`);
  expect(kept.development_areas[0]?.reference).toMatchObject({ uri: "https://skills.example.com/delegating", name: "Delegating", level: "2 of 5" });
  await call("ana.silva", "POST", `/plans/${id}/share`, {});
  await page.reload();
  await page.getByRole("tab", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("link", { name: "Delegating", exact: true })).toHaveAttribute("rel", "noopener noreferrer");
  await expect(page.getByText("level 2 of 5, to reach: level 4 of 5")).toBeVisible();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(page.getByRole("link", { name: "Delegating", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Link Delegating to a skill or role" }).click();
  await skill.getByRole("button", { name: "Remove this link" }).click();
  await expect(skill).toHaveCount(0);
  await saved(page);
  const { answers: after } = await call<{ answers: { development_areas: { reference?: object }[] } }>("ana.silva", "GET", `/plans/${id}`);
  expect(after.development_areas[0]?.reference ?? null).toBeNull();
});

test("the owner invites a reviewer, who reads what was chosen, and takes it back", async ({ page }) => {
  const { id } = await sharedPlan("Invited");
  await openPlan(page, id);
  await page.getByRole("tab", { name: "Feedback" }).click();
  await expect(page.getByText("Your manager, asked by sharing")).toBeVisible();
  await page.getByRole("button", { name: "Invite someone" }).click();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText("Choose a person.")).toBeVisible();
  await page.getByRole("combobox", { name: "Who" }).fill("Eva Ko");
  await page.getByRole("option", { name: /Eva Kovacs/ }).click();
  await page.getByRole("checkbox", { name: "What drives you" }).uncheck();
  await page.getByLabel("A word to them").fill("You have seen me lead.");
  await shot(page, "plan-invite");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const eva = page.getByRole("listitem").filter({ hasText: "Eva Kovacs" });
  await expect(eva).toContainText("Reads: Where you want to go and How you get there");
  await expect(eva).toContainText("Not answered yet");
  const plan = await call<{ answers: { mission_statement: string | null } }>("eva.kovacs", "GET", `/plans/${id}`);
  expect(plan.answers.mission_statement).toBeNull();
  await page.setViewportSize({ width: 360, height: 800 });
  await shot(page, "plan-invited-360");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take back the invitation of Eva Kovacs" }).click();
  await expect(eva).toHaveCount(0);
  await expect(page.getByText("Eva Kovacs can no longer read the plan")).toBeVisible();
  const { items } = await call<{ items: { reviewer_id: string }[] }>("ana.silva", "GET", `/plans/${id}/feedback-requests`);
  expect(items.map(({ reviewer_id }) => reviewer_id)).not.toContain(await idOf("eva.kovacs"));
});

test("the answer on a scale says out of how many, and what its ends mean", async ({ page }) => {
  const texts = [{ language: "en", title: "Energy", guidance: "How much energy does your work give you?" }];
  const labels = [{ language: "en", minimum: "Not at all", maximum: "Very much" }];
  const question = { kind: "scale", section: "basic", scale: { minimum: 1, maximum: 5, labels }, texts };
  const before = await call<{ version: number }>("hanna.weiss", "GET", "/questionnaire");
  const { languages, questions, own_questions: own } = await call<Record<string, unknown>>("hanna.weiss", "GET", `/questionnaires/${before.version}`);
  await call("hanna.weiss", "POST", "/questionnaires", { languages: ["en"], own_questions: [question] });
  try {
    const { own_questions } = await call<{ own_questions: { id: string }[] }>("ana.silva", "GET", "/questionnaire");
    const question_id = own_questions[0]?.id;
    const { id } = await readyPlan("Scaled");
    for (const value of [2, 4]) {
      await call("ana.silva", "PATCH", `/plans/${id}`, { answers: { extra: [{ question_id, value }] } });
      await call("ana.silva", "POST", `/plans/${id}/share`, {});
    }
    await openPlan(page, id);
    await page.getByRole("tab", { name: "Plan", exact: true }).click();
    await expect(page.getByText("4 of 5", { exact: true })).toBeVisible();
    await expect(page.getByText("1: Not at all · 5: Very much")).toBeVisible();
    await shot(page, "plan-scale");
    await expectAccessible(page);
    // Another device answers it at the same time: what it has chosen is said in words too.
    await page.getByRole("button", { name: "Change the plan" }).click();
    await call("ana.silva", "PATCH", `/plans/${id}`, { answers: { extra: [{ question_id, value: 5 }] } });
    await page.getByRole("radio", { name: "3", exact: true }).check();
    const conflict = page.getByRole("alert").filter({ hasText: "Changed here and on another device" });
    await expect(conflict).toContainText("3 of 5");
    await expect(conflict).toContainText("5 of 5");
    await page.getByRole("button", { name: "Take the other" }).click();
    await expect(conflict).toBeHidden();
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByRole("button", { name: "What changed since the version before" }).click();
    const change = page.getByRole("listitem").filter({ hasText: "Energy" }).last();
    await expect(change.getByRole("deletion")).toHaveText("2 of 5");
    await expect(change.getByRole("insertion")).toHaveText("4 of 5");
  } finally {
    await call("hanna.weiss", "POST", "/questionnaires", { languages, questions, own_questions: own });
  }
});

for (const reader of ["HR admin", "HR partner"] as const) {
  test(`an ${reader} reads a plan, and is offered nothing that belongs to others`, async ({ page }) => {
    const { id, action } = await sharedPlan("For HR to read");
    await respond(id, action);
    if (reader === "HR partner") {
      await importPeople([["petra.lind", "Petra Lind", ""]]);
      const path = `/people/${await idOf("ana.silva")}/relations`;
      const partner = { kind: "hr_partner", person_id: await idOf("petra.lind"), starts_at: new Date().toISOString() };
      const { items } = await call<{ items: Relation[] }>("hanna.weiss", "GET", path);
      const others = items
        .filter(({ person_id }) => person_id !== partner.person_id)
        .map(({ kind, person_id, starts_at, ends_at }) => ({ kind, person_id, starts_at, ends_at }));
      await call("hanna.weiss", "PUT", path, { items: [...others, partner] });
      await signInAs(page, "petra.lind", `/plan/${id}`);
    } else {
      await signIn(page, "hanna", `/plan/${id}`);
    }
    await expect(page.getByRole("heading", { level: 1, name: "For HR to read" })).toBeVisible();
    for (const [tab, seen] of [["Feedback", "I am glad to support this."], ["Actions", "Clear two days a month"], ["Talk", "No conversation planned yet"], ["Plan", "Honesty"]] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByText(seen).first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await shot(page, `plan-hr-${tab.toLowerCase()}`);
      await expect(page.getByRole("button", { name: /feedback$|Respond|Propose|Comment|Plan a conversation|Invite|Record|Add/ })).toHaveCount(0);
    }
    await page.goto(`${process.env["BOARD"]}/#/feedback/${id}?step=next`);
    await expect(page.getByText("I am glad to support this.")).toBeVisible();
    await expect(page.getByRole("button", { name: /Respond|Agree|Next/ })).toHaveCount(0);
  });
}
