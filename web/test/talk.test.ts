import { type Browser, type BrowserContext, type Page } from "@playwright/test";

import { expect as expectSoon, expectAccessible, shot, signIn, test } from "./board.js";
import { board, call, signInAs } from "./service.js";

const expect = expectSoon.configure({ timeout: 20_000 });

// Each goes on where the one before has ended. Two browsers and several looks by axe take their time.
test.describe.configure({ mode: "serial", timeout: 120_000 });

interface Items<T> {
  items: T[];
}

let plan: { id: string; answers: { development_areas: { id: string; name: string }[] } };

// Of the plans that the demo has, Ana's has talks already.
test.beforeAll(async () => {
  const [title, answer] = ["From engineer to mentor", [{ name: "Patience" }]];
  const objective = { summary: "Mentor a newcomer", kind: "current_role_plus", detail: "For half a year" };
  const answers = {
    mission_statement: "Make hard things simple",
    values: answer,
    motivators: answer,
    strengths: answer,
    development_areas: answer,
    short_term_objective: objective,
    long_term_objective: { summary: "Lead a team of mentors" },
  };
  plan = await call<typeof plan>("ana.silva", "POST", "/plans", { title, answers });
  await call("ana.silva", "POST", `/plans/${plan.id}/action-items`, { title: "Find a newcomer" });
  await call("ana.silva", "POST", `/plans/${plan.id}/share`, {});
});

/** Another person in a browser of their own. */
async function openFor(browser: Browser, person: "ana" | "ben" | "hanna", address: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Lisbon", acceptDownloads: true });
  const page = await context.newPage();
  await signIn(page, person, address);
  return { context, page };
}

const talk = () => `/talk/${plan.id}`;

/** Puts a component into the page, as a view of the board does. */
async function embed(page: Page, name: string, attributes: Record<string, string>): Promise<void> {
  await page.evaluate(
    async ({ name, attributes, script }) => {
      await import(script);
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        element.setAttribute(attribute, value);
      }
      const frame = [...document.querySelectorAll("*")].find((candidate) => candidate.shadowRoot?.querySelector("main"));
      const [title, part] = [document.createElement("h1"), document.createElement("h2")];
      [title.textContent, part.textContent] = ["Plan", name];
      frame?.shadowRoot?.querySelector("main")?.replaceChildren(title, part, element);
    },
    { name, attributes, script: `${board()}/components.js` },
  );
}

const calmNote = "We begin small: one review first.";

test("Ben plans a talk in two clicks, and Ana adds a point to it", async ({ page, browser }) => {
  await signIn(page, "ben", talk());
  await expect(page.getByRole("heading", { name: "No conversation planned yet" })).toBeVisible();
  await shot(page, "talk-empty");
  await page.getByRole("button", { name: "Plan a conversation" }).click();
  await page.getByLabel("Time", { exact: true }).fill("09:30");
  await page.getByLabel("Length").selectOption("45");
  await page.getByLabel("Again").selectOption("quarterly");
  await page.getByLabel("Place").fill("Room Cádiz");
  await shot(page, "talk-plan");
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText("09:30 – 10:15")).toBeVisible();
  await expect(page.getByText("Every 3 months").and(page.locator("span"))).toBeVisible();
  await expect(page.getByText("Room Cádiz")).toBeVisible();

  const ana = await openFor(browser, "ana", talk());
  // Lisbon and London show the same clock.
  await expect(ana.page.getByText("09:30 – 10:15")).toBeVisible();
  await ana.page.getByLabel("A point of your own").fill("Who takes over my on-call week?");
  await ana.page.keyboard.press("Enter");
  await expect(ana.page.getByRole("checkbox", { name: "Who takes over my on-call week?" })).toBeVisible();
  await expect(ana.page.getByText("not saved yet")).toHaveCount(0);
  await page.reload();
  const point = page.getByRole("checkbox", { name: "Who takes over my on-call week?" });
  await point.check();
  await expect(point).toBeChecked();
  await ana.page.reload();
  await expect(ana.page.getByRole("checkbox", { name: "Who takes over my on-call week?" })).toBeChecked();
  await ana.context.close();
});

test("both write: notes save themselves, a conflict shows both versions, and a private note stays private", async ({ page, browser }) => {
  await signIn(page, "ben", talk());
  const ana = await openFor(browser, "ana", talk());
  const bens = page.getByLabel("Shared notes");
  const anas = ana.page.getByLabel("Shared notes");
  await expect(anas).toBeVisible();

  await page.getByLabel("My private note").fill("Ask Hanna about the budget.");
  await bens.fill(calmNote);
  await expect(page.getByRole("status").filter({ hasText: /^\s*Saved\s*$/ })).toHaveCount(2);

  // Ana has not seen it, and writes too.
  await anas.fill("Ana brings the list of reviews.");
  const conflict = ana.page.getByRole("group", { name: "Two versions of the notes" });
  await expect(conflict).toContainText(calmNote);
  await expect(conflict).toContainText("Ana brings the list of reviews.");
  await shot(ana.page, "talk-conflict");
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "Keep both" }).click();
  await expect(conflict).toHaveCount(0);
  await expect(anas).toHaveValue(`${calmNote}\n\nAna brings the list of reviews.`);
  await expect(ana.page.getByRole("status").filter({ hasText: /^\s*Saved\s*$/ })).toHaveCount(1);

  await page.reload();
  await expect(bens).toHaveValue(`${calmNote}\n\nAna brings the list of reviews.`);
  await expect(page.getByLabel("My private note")).toHaveValue("Ask Hanna about the budget.");
  await ana.page.reload();
  await expect(anas).toBeVisible();
  await expect(ana.page.getByLabel("My private note")).toHaveValue("");
  expect(await ana.page.content()).not.toContain("Ask Hanna");
  await ana.context.close();
});

test("without a connection notes stay, and are saved when it is back", async ({ page }) => {
  await signIn(page, "ana", talk());
  const notes = page.getByLabel("My private note");
  await expect(notes).toBeVisible();
  await page.route("**/v1/discussions/**", (route) => route.abort());
  await notes.fill("Typed in a tunnel.");
  const state = page.locator("gw-talk-note[kind=private]").getByRole("status");
  await expect(state).toHaveText("Not saved yet. We keep trying.");
  await shot(page, "talk-offline");
  // Another view and back: still there.
  await page.evaluate(() => (location.hash = "#/plan"));
  await expect(page.getByLabel("My private note")).toHaveCount(0);
  await page.goBack();
  await expect(notes).toHaveValue("Typed in a tunnel.");
  await page.unroute("**/v1/discussions/**");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(state).toHaveText("Saved");
  await page.reload();
  await expect(notes).toHaveValue("Typed in a tunnel.");
});

for (const width of [360, 1280]) {
  test(`the talk is accessible at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, "ben", talk());
    await expect(page.getByLabel("Shared notes")).toBeVisible();
    await shot(page, `talk-${width}`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Change" }).click();
    await expect(page.getByRole("heading", { name: "Change the conversation" })).toBeVisible();
    await shot(page, `talk-change-${width}`);
    await expectAccessible(page);
  });
}

test("a talk is moved, and its calendar file is downloaded", async ({ page }) => {
  await signIn(page, "ana", talk());
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Time", { exact: true }).fill("14:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("14:00 – 14:45")).toBeVisible();
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Add to calendar" }).click();
  expect((await downloaded).suggestedFilename()).toMatch(/^\d{4}-\d{2}-\d{2}\.ics$/);
});

test("they hold the talk: an outcome becomes an action item, and the next talk follows the rhythm", async ({ page }) => {
  await signIn(page, "ben", talk());
  await page.getByLabel("What did you agree?").fill("Lead the small design review");
  await page.getByRole("radio", { name: "Ana Silva" }).check();
  const due = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Due", { exact: true }).fill(due);
  await page.getByRole("button", { name: "Add outcome" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Lead the small design review" })).toContainText("Ana Silva");
  await page.getByLabel("What did you agree?").fill("We speak more often");
  // Still in the form: it is added by finishing.
  await page.getByRole("button", { name: "Finish the conversation" }).click();
  await expect(page.getByRole("dialog", { name: "You have talked" })).toBeVisible();
  const dialog = page.locator("gw-dialog[open]");
  await expect(dialog).toContainText("Lead the small design review");
  await expect(dialog).toContainText("We speak more often");
  await expect(dialog).toContainText("1 of them becomes an action item.");
  await shot(page, "talk-finish");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Finish the conversation" }).click();
  await expect(page.getByRole("heading", { name: "What came of it" })).toBeVisible();
  await expect(page.getByText("14:00 – 14:45")).toBeVisible();
  await shot(page, "talk-result");
  await expectAccessible(page);
  await page.getByRole("button", { name: "To the next one" }).click();
  await expect(page.getByRole("heading", { name: "Earlier conversations" })).toBeVisible();
  await page.getByText("2 outcomes").click();
  await expect(page.getByText(calmNote)).toBeVisible();
  await shot(page, "talk-past");
  await expectAccessible(page);

  const { items } = await call<Items<{ title: string; due_on: string }>>("ana.silva", "GET", `/plans/${plan.id}/action-items?limit=100`);
  expect(items.find(({ title }) => title === "Lead the small design review")?.due_on).toBe(due);
  const talks = await call<Items<{ status: string; rhythm: string }>>("ana.silva", "GET", `/plans/${plan.id}/discussions`);
  expect(talks.items.map(({ status, rhythm }) => [status, rhythm])).toEqual([["held", "quarterly"], ["planned", "quarterly"]]);
});

test("a talk is cancelled with a word, which the other reads", async ({ page, browser }) => {
  await signIn(page, "ben", talk());
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Cancel the conversation" }).click();
  await expect(page.getByRole("dialog", { name: "Cancel this conversation?" })).toBeVisible();
  const dialog = page.locator("gw-dialog[open]");
  await expect(dialog).toContainText("The rhythm ends with it.");
  await dialog.getByLabel("A word to the other").fill("I am away that week.");
  await dialog.getByRole("button", { name: "Cancel the conversation" }).click();
  await expect(page.getByRole("heading", { name: "No conversation planned yet" })).toBeVisible();
  const ana = await openFor(browser, "ana", talk());
  await ana.page.getByText("Cancelled").click();
  await expect(ana.page.getByText("I am away that week.")).toBeVisible();
  await ana.context.close();
});

test("a personal calendar address is made, read without signing in, and revoked", async ({ page, request }) => {
  await signIn(page, "ana", talk());
  await page.getByRole("button", { name: "See your conversations in your own calendar" }).click();
  await expect(page.getByText("Anyone who has the address sees their titles and times")).toBeVisible();
  await page.getByRole("button", { name: "Make my address" }).click();
  const address = await page.getByLabel("Your address").inputValue();
  expect(await (await request.get(address)).text()).toContain("BEGIN:VCALENDAR");
  await shot(page, "talk-calendar");
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "See your conversations in your own calendar" }).click();
  await expect(page.getByText("You have an address")).toBeVisible();
  await page.getByRole("button", { name: "Revoke the address" }).click();
  await page.locator("gw-dialog[open]").getByRole("button", { name: "Revoke the address" }).click();
  await expect(page.getByRole("button", { name: "Make my address" })).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});

test("a comment with a mention, by keyboard alone", async ({ page }) => {
  await signIn(page, "ana", talk());
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await embed(page, "groundwork-comments", { "plan-id": plan.id, "subject-kind": "answer", "subject-id": "values" });
  const begin = page.getByRole("button", { name: "Comment", exact: true });
  await expect(begin).toBeVisible();
  await begin.focus();
  await page.keyboard.press("Enter");
  const field = page.getByLabel("Your comment");
  await expect(field).toBeFocused();
  await page.keyboard.type("Shall we look at this, @Ben", { delay: 20 });
  const option = page.getByRole("option", { name: /Ben Okafor/ });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await shot(page, "comments-mention");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.type("?");
  await expect(field).toHaveValue("Shall we look at this, @Ben Okafor ?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("list", { name: "Comments" })).toContainText("Shall we look at this, @Ben Okafor ?");
  await expect(page.locator("groundwork-comments .mention")).toHaveText("@Ben Okafor");
  const { items } = await call<Items<{ mentioned: { display_name: string }[] }>>("ana.silva", "GET", `/plans/${plan.id}/comments`);
  expect(items.at(-1)?.mentioned.map(({ display_name }) => display_name)).toEqual(["Ben Okafor"]);
});

test("comments of one plan are loaded once; hostile, long and Arabic texts stay texts", async ({ page }) => {
  const subject = { kind: "plan", id: plan.id };
  const hostile = `<img src=x onerror="document.title='broken'"> <script>alert(1)</script>`;
  const arabic = "هذا تعليق طويل يقرأ من اليمين إلى اليسار";
  for (const text of [hostile, arabic, "x".repeat(1_500)]) {
    await call("ben.okafor", "POST", `/plans/${plan.id}/comments`, { subject, text });
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, "ana", talk());
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  let loads = 0;
  page.on("request", (sent) => (loads += Number(sent.url().includes("/comments"))));
  await embed(page, "groundwork-comments", { "plan-id": plan.id });
  await expect(page.getByText(hostile)).toBeVisible();
  await expect(page.getByText(arabic)).toBeVisible();
  await page.evaluate((id) => {
    const first = [...document.querySelectorAll("*")].flatMap((host) => [...(host.shadowRoot?.querySelectorAll("groundwork-comments") ?? [])])[0];
    for (const question of ["values", "strengths", "motivators"]) {
      const element = document.createElement("groundwork-comments");
      element.setAttribute("plan-id", id);
      element.setAttribute("subject-kind", "answer");
      element.setAttribute("subject-id", question);
      first?.parentElement?.append(element);
    }
  }, plan.id);
  await expect(page.locator("groundwork-comments")).toHaveCount(4);
  await expect(page.getByText("@Ben Okafor")).toBeVisible();
  expect(loads).toBe(1);
  await shot(page, "comments-hostile");
  await expectAccessible(page);
  // Ben's are not Ana's to take back; hers are.
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByLabel("Your comment")).toHaveValue("Shall we look at this, @Ben Okafor ?");
});

test("Ben proposes three actions; Ana accepts one changed, declines one, and Ben withdraws one", async ({ page, browser }) => {
  const ben = await openFor(browser, "ben", talk());
  await expect(ben.page.getByRole("heading", { level: 1 })).toBeVisible();
  await embed(ben.page, "groundwork-proposals", { "plan-id": plan.id });
  for (const title of ["Chair the weekly incident review", "Write the on-call guide", "Visit a customer"]) {
    await ben.page.getByRole("button", { name: "Propose an action" }).click();
    if (title === "Visit a customer") {
      await ben.page.getByRole("button", { name: "Shadow a colleague in the role" }).click();
      await expect(ben.page.getByLabel("Action", { exact: true })).toHaveValue("Shadow a colleague in the role");
    }
    await ben.page.getByLabel("Action", { exact: true }).fill(title);
    if (title.startsWith("Chair")) {
      await ben.page.getByLabel("What it is about").fill("Four weeks, with me beside you.\n<b>Not bold</b>");
      await ben.page.getByLabel("Works on").selectOption({ index: 1 });
      await shot(ben.page, "proposals-propose");
      await expectAccessible(ben.page);
    }
    await ben.page.getByRole("button", { name: "Propose", exact: true }).click();
    await expect(ben.page.getByRole("heading", { name: title })).toBeVisible();
  }
  await ben.page.getByRole("listitem").filter({ hasText: "Visit a customer" }).getByRole("button", { name: "Withdraw" }).click();
  await expect(ben.page.getByText("1 decided proposal")).toBeVisible();
  const proposed = await call<Items<{ title: string; template_id: string | null }>>("ben.okafor", "GET", `/plans/${plan.id}/proposals`);
  expect(proposed.items.filter(({ template_id }) => template_id !== null).map(({ title }) => title)).toEqual(["Visit a customer"]);

  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, "ana", talk());
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await embed(page, "groundwork-proposals", { "plan-id": plan.id });
  const chair = page.getByRole("listitem").filter({ hasText: "Chair the weekly incident review" });
  await expect(chair).toContainText("<b>Not bold</b>");
  await chair.getByRole("button", { name: "Change and accept" }).click();
  await page.getByLabel("Action", { exact: true }).fill("Chair every second incident review");
  await shot(page, "proposals-accept");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Accept", exact: true }).first().click();
  await expect(page.getByText("2 decided proposals")).toBeVisible();
  const guide = page.getByRole("listitem").filter({ hasText: "Write the on-call guide" });
  await guide.getByRole("button", { name: "Decline" }).click();
  await page.getByLabel("A word to Ben Okafor").fill("Gladly next year.");
  await guide.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText("3 decided proposals")).toBeVisible();
  await page.locator("summary").click();
  await expect(page.getByText("Gladly next year.")).toBeVisible();
  await shot(page, "proposals-decided");
  await expectAccessible(page);
  const { items } = await call<Items<{ title: string; proposal_id: string | null }>>("ana.silva", "GET", `/plans/${plan.id}/action-items?limit=100`);
  expect(items.find(({ proposal_id }) => proposal_id !== null)?.title).toBe("Chair every second incident review");
  await ben.context.close();
});

test("the agenda is in the language of its reader", async ({ browser }) => {
  const objective = { summary: "Mentor a newcomer", kind: "current_role_plus", detail: "For half a year" };
  const answers = { short_term_objective: objective, strengths: [{ name: "Patience" }] };
  const { id } = await call("ana.silva", "POST", "/plans", { title: "In two languages", answers: { ...plan.answers, ...answers } });
  const action = await call("ana.silva", "POST", `/plans/${id}/action-items`, { title: "Find a newcomer", support_needed: "An hour a week" });
  await call("ana.silva", "POST", `/plans/${id}/share`, {});
  const feedback = await call("ben.okafor", "POST", `/plans/${id}/feedback`, {
    objectives: {
      short_term: { reasonable: "partly", achievable: "no", comment: "It is a lot.", counter_proposal: "Begin with a month" },
    },
    strengths: [{ item_id: null, stance: "add", name: "Humour", comment: null }],
  });
  await call("ben.okafor", "POST", `/feedback/${feedback.id}/submit`, {});
  await call("ana.silva", "POST", `/action-items/${action.id}/progress`, { status: "blocked" });
  for (const [kind, subject] of [["plan", id], ["answer", "values"], ["action_item", action.id]]) {
    await call("ben.okafor", "POST", `/plans/${id}/comments`, { subject: { kind, id: subject }, text: "Why?" });
  }
  await call("ben.okafor", "POST", `/plans/${id}/discussions`, {
    starts_at: "2031-03-03T09:00:00Z",
    ends_at: "2031-03-03T10:00:00Z",
    time_zone: "Europe/Berlin",
  });
  const inGerman = await browser.newContext({ locale: "de-DE", timezoneId: "Europe/Berlin" });
  const page = await inGerman.newPage();
  await signInAs(page, "ana.silva", `/talk/${id}`);
  for (const line of [
    "Kurzfristiges Ziel: teilweise sinnvoll, nicht erreichbar; stattdessen vorgeschlagen: Begin with a month (It is a lot.)",
    "Stärke, die fehlt: Humour",
    "Unterstützung gebraucht: Find a newcomer (An hour a week)",
    "Find a newcomer",
    "Kommentar zum Plan: Why?",
    "Kommentar zu „Werte“: Why?",
    "Kommentar zu „Find a newcomer“: Why?",
  ]) {
    await expect(page.getByRole("checkbox", { name: line, exact: true })).toBeVisible();
  }
  await expect(page.locator("gw-talk-agenda")).not.toContainText(/Comment on|Support|Blocked/);
  // A kind of a later release is said as the service says it.
  await page.route(/\/v1\/plans\/[^/]+\/discussions/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('"plan_commented"', '"plan_praised"');
    await route.fulfill({ response, body });
  });
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Comment on the plan: Why?", exact: true })).toBeVisible();
  await inGerman.close();
});
