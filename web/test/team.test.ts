import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, expectAccessible, shot, signIn, test } from "./board.js";
import { board, call, callsOf, idOf, importPeople, signInAs, tokenOf } from "./service.js";

const table = (page: Page) => page.getByRole("table", { name: "People of the team, with the state of their plans" });

for (const width of [360, 1280]) {
  test(`a manager sees the team at ${width} pixels`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, "ben");
    await page.goto(`${board()}/#/team`);
    await expect(page.getByRole("heading", { name: "Team", level: 1 })).toBeVisible();
    await expect(table(page).getByRole("rowheader")).toHaveCount(await size());
    await expect(page.getByRole("group", { name: "The team in numbers" })).toContainText(`of ${(await team()).totals.people}`);
    await shot(page, `team-${width}`);
    await expectAccessible(page);

    await page.getByRole("tab", { name: "My promises" }).click();
    await expect(page.getByText("Support that you promised to others.")).toBeVisible();
    await shot(page, `team-promises-${width}`);
    await expectAccessible(page);

    await page.getByRole("tab", { name: "Over time" }).click();
    const chart = page.getByRole("img", { name: /Chart of the table below/ });
    await expect(chart).toBeVisible();
    const beyond = await page.locator("gw-card", { has: chart }).evaluate((card) => card.scrollWidth - card.clientWidth);
    expect(beyond, "the figures stick out of their card").toBeLessThanOrEqual(0);
    await shot(page, `team-history-${width}`);
    await expectAccessible(page);
  });
}

test("the first screen takes two calls, and one click leads to a plan", async ({ page }) => {
  await signIn(page, "ben", "/plan");
  const calls = await callsOf(page, async () => {
    await page.getByRole("link", { name: "Team" }).click();
    await expect(table(page)).toBeVisible();
  });
  expect(calls.filter((path) => path.includes("team-progress"))).toHaveLength(2);
  expect(calls.filter((path) => !path.includes("team-progress") && !path.startsWith("GET /v1/plans"))).toEqual([]);

  await table(page).getByRole("link", { name: "Ana Silva" }).first().click();
  await expect(page).toHaveURL(/#\/plan\/[0-9a-f-]{36}$/);
});

test("who waits for me is on top, and leads to the response", async ({ page }) => {
  await signIn(page, "ben", "/team");
  await expect(page.getByRole("heading", { name: /plans? waits? for you/ })).toBeVisible();
  const respond = page.getByRole("link", { name: /^Respond to / }).first();
  await respond.click();
  await expect(page).toHaveURL(/#\/feedback\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: /^Your response to / })).toBeVisible();
});

test("filters and order are in the address, so that a view can be linked", async ({ page }) => {
  await signIn(page, "ben", "/team");
  await page.getByRole("button", { name: "Late", exact: true }).click();
  await expect(page).toHaveURL(/#\/team\?late=true$/);
  await expect(page.getByRole("button", { name: "Late", exact: true })).toBeFocused();
  await expect(page.getByRole("button", { name: "Late", exact: true })).toHaveAttribute("aria-pressed", "true");
  await table(page).getByRole("button", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=name/);
  const names = await table(page).getByRole("rowheader").allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(await size());

  // The same by its link.
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
  await expect(table(page).getByRole("rowheader")).toHaveCount(names.length);
  await expect(table(page).getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");

  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/#\/team\?sort=name$/);
  await expect(table(page).getByRole("rowheader")).toHaveCount(await size());

  await page.goto(`${board()}/#/team?status=none`);
  await expect(table(page).getByRole("rowheader")).toHaveCount(await size("&status=none"));
  await page.goto(`${board()}/#/team?status=completed&department=Nowhere`);
  await expect(page.getByRole("heading", { name: "No one fits these filters" })).toBeVisible();
});

interface Team {
  totals: { people: number };
  items: unknown[];
}

/** Ben's team as the service has it; other tests add people. */
async function team(filter = ""): Promise<Team> {
  return call("ben.okafor", "GET", `/people/${await idOf("ben.okafor")}/team-progress?limit=100${filter}`);
}

const size = async (filter = ""): Promise<number> => (await team(filter)).items.length;

test("managers of managers see everybody below, in figures", async ({ page }) => {
  // Other tests may have given her someone more.
  const reports = await call<{ items: object[] }>("grace.lindqvist", "GET", `/people/${await idOf("grace.lindqvist")}/team-progress?limit=100`);
  await signInAs(page, "grace.lindqvist", "/team");
  await expect(table(page).getByRole("rowheader")).toHaveCount(reports.items.length);
  await page.getByText("More filters").click();
  await page.getByRole("combobox", { name: "Who" }).selectOption("subtree");
  await expect(page).toHaveURL(/scope=subtree/);
  await expect(table(page).getByRole("row", { name: /Ana Silva/ }).first()).toContainText("Figures only");
  await expect(table(page).getByRole("link", { name: "Ana Silva" })).toHaveCount(0);
  await table(page).getByRole("link", { name: "reports to Mei Tanaka" }).first().click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(5);
});

test("the chart has its table, and needs no exception of the policy", async ({ page }) => {
  await signIn(page, "ben", "/team?view=history");
  const figures = page.getByRole("table", { name: "Actions of the team at the end of each period" });
  await expect(figures.getByRole("row")).toHaveCount(13);
  await expect(page.locator("gw-team-chart canvas")).toBeVisible();
  const drawn = await page.locator("gw-team-chart canvas").evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    return pixels.some((value) => value > 0);
  });
  expect(drawn).toBe(true);
  await page.getByRole("combobox", { name: "By" }).selectOption("month");
  await expect(page).toHaveURL(/interval=month/);
  await page.emulateMedia({ forcedColors: "active" });
  await expect(page.locator("gw-team-chart canvas")).toHaveCount(1);
  await shot(page, "team-history-forced");
});

test("what is shown can be taken along as a spreadsheet", async ({ page }) => {
  await signIn(page, "ben", "/team?late=true&sort=name");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Spreadsheet" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("team-progress.csv");
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength((await table(page).getByRole("rowheader").count()) + 1);
});

test("what I promised, with dates and progress, in two clicks", async ({ page }) => {
  await signIn(page, "ben", "/plan");
  const calls = await callsOf(page, async () => {
    await page.getByRole("link", { name: "Team" }).click();
    await page.getByRole("tab", { name: "My promises" }).click();
    await expect(page.getByText("Clear two days a quarter for it").first()).toBeVisible();
  });
  expect(calls.filter((path) => path.includes("/v1/action-items"))).toHaveLength(1);
  const first = page.getByRole("listitem").filter({ hasText: "Clear two days" }).first();
  await first.getByRole("button", { name: /Record progress/ }).click();
  const dialog = page.locator("gw-dialog");
  await dialog.getByRole("radio", { name: "In progress" }).check();
  await dialog.getByRole("spinbutton", { name: "Done, in percent" }).fill("40");
  await dialog.getByRole("textbox", { name: "A word about it" }).fill("The first two days are booked.");

  // A lost connection keeps what was typed.
  await page.route("**/progress", (route) => route.abort());
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("You are offline", { timeout: 15_000 });
  await expect(dialog.getByRole("textbox", { name: "A word about it" })).toHaveValue("The first two days are booked.");
  await page.unroute("**/progress");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("progressbar", { name: /Clear two days/ }).first()).toHaveAttribute("aria-valuenow", "40");
});

const hostile = '<img src=x onerror=alert(1)> "=1+1"';
const names = [
  "محمد بن عبد الله بن عبد الرحمن العثماني",
  "👩🏽‍🚀 Zoë 🧗🏿‍♂️ O’Neil-Łukasiewicz",
  hostile,
  `Wolfeschlegelsteinhausenbergerdorff${"welcheVorAltern".repeat(8)}`,
];

test("a team of five hundred stays quick, whatever its people are called", async ({ page }) => {
  test.setTimeout(120_000);
  await importPeople(
    Array.from({ length: 500 }, (_, at) => [`big.${at}`, names[at] ?? `Person ${String(at).padStart(3, "0")}`, "paul.schmidt"]),
  );
  const paul = await idOf("paul.schmidt");
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, "hanna", `/team/${paul}?sort=name`);
  await expect(page.getByText("500 people", { exact: true })).toBeVisible();
  await expect(table(page).getByRole("rowheader")).toHaveCount(50);
  const calls = await callsOf(page, async () => {
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await expect(page.getByText("51 to 100", { exact: true })).toBeVisible();
  });
  expect(calls).toHaveLength(1);
  await expect(table(page).getByRole("rowheader")).toHaveCount(50);
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await expect(page.getByText("1 to 50", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Previous", exact: true })).toBeDisabled();

  // The names that are no plain letters are first in one order or the other.
  await expect(table(page).getByText(hostile, { exact: true })).toBeVisible();
  await page.goto(`${board()}/#/team/${paul}?sort=-name`);
  for (const name of names.filter((name) => name !== hostile)) {
    await expect(table(page).getByText(name, { exact: true })).toBeVisible();
  }
  await shot(page, "team-names-360");
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, "team-names-1280");
  await expectAccessible(page);
});

test("a team without plans says what will be here, and a person without a team that there is none", async ({ page }) => {
  await importPeople([["new.one", "New One", "noor.rahman"]]);
  const noor = await idOf("noor.rahman");
  await signIn(page, "hanna", `/team/${noor}`);
  await expect(page.getByRole("heading", { name: "No plans yet" })).toBeVisible();
  await shot(page, "team-no-plans");
  const ana = await idOf("ana.silva");
  await page.goto(`${board()}/#/team/${ana}`);
  await expect(page.getByRole("heading", { name: "No team yet" })).toBeVisible();
  await expectAccessible(page);
});

test("an error and a lost connection leave a way on", async ({ page }) => {
  await signIn(page, "ben", "/plan");
  await page.route("**/team-progress?*", (route) => route.fulfill({ status: 500, json: {} }));
  await page.getByRole("link", { name: "Team" }).click();
  await expect(page.getByRole("alert")).toContainText("That did not work");
  await page.unroute("**/team-progress?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(table(page)).toBeVisible();
});

test("a new manager takes over what the former one left, or declines it with a word", async ({ page }) => {
  const meis = `/people/${await idOf("mei.tanaka")}/team-progress?status=agreed`;
  const { items } = await call<{ items: { person: { id: string; display_name: string } }[] }>("mei.tanaka", "GET", meis);
  const name = items[0]?.person.display_name ?? "";
  const moved = await call<{ user_name: string }>("hanna.weiss", "GET", `/people/${items[0]?.person.id}`);
  await importPeople([[moved.user_name, name, "ben.okafor"]]);

  await signIn(page, "ben", "/team");
  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Take over from the former manager" }).click();
  await expect(page.getByRole("heading", { name: `To take over for ${name}` })).toBeVisible();
  await page.getByRole("radio", { name: "Decline" }).first().check();
  await page.getByRole("button", { name: "Save decisions" }).click();
  await expect(page.getByText("Say why, so that the owner of the plan knows.")).toBeVisible();
  await page.getByRole("textbox", { name: "A word to the owner of the plan" }).fill("The budget moved; let us find another way.");
  await shot(page, "handover");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save decisions" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
});

test("in a portal the address stays the portal's, and links lead to the board", async ({ page }) => {
  const { origin } = new URL(board());
  await page.route(`${origin}/portal`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Portal</title><groundwork-team api="${origin}" lang="en"></groundwork-team>
        <script type="module" src="/board/components.js"></script>`,
    }),
  );
  await page.goto(`${origin}/portal#/people?late=true`);
  const token = await tokenOf("ben.okafor");
  await page.locator("groundwork-team").evaluate(async (element, token) => {
    await customElements.whenDefined("groundwork-team");
    Object.assign(element, { getToken: async () => token });
  }, token);
  const late = page.getByRole("button", { name: "Late", exact: true });
  await expect(late).toHaveAttribute("aria-pressed", "false");
  await late.click();
  await expect(late).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toBe(`${origin}/portal#/people?late=true`);
  await expect(table(page).getByRole("link").first()).toHaveAttribute("href", new RegExp(`^${origin}/board/#/plan/`));
});
