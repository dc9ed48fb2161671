import { readFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";

import { expect, expectAccessible, shot, signIn, test } from "./board.js";

/** The open dialog with what is slotted into it. */
function dialogOf(page: Page): Locator {
  return page.locator("gw-dialog[open]");
}

/** Opens the page of a person by search, as HR does. */
async function openPerson(page: Page, name: string): Promise<void> {
  await signIn(page, "hanna", "/hr/people");
  await page.getByRole("searchbox", { name: "Search by name" }).fill(name);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function openData(page: Page, name: string): Promise<void> {
  await openPerson(page, name);
  await page.getByRole("tab", { name: "Identity and data" }).click();
  await expect(page.getByRole("heading", { name: "Legal hold" })).toBeVisible();
}

async function createCycle(page: Page, name: string, department?: string): Promise<void> {
  await page.goto(`${process.env["BOARD"]}/#/hr/cycles/new`);
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  for (const [label, day] of [["Prepare by", "01"], ["Share by", "10"], ["Respond by", "20"], ["Talk by", "28"]] as const) {
    await page.getByLabel(label).fill(`2030-02-${day}`);
  }
  if (department !== undefined) {
    await page.getByRole("combobox", { name: "Add a department" }).fill(department);
    await page.getByRole("combobox", { name: "Add a department" }).press("Enter");
  }
  await page.getByRole("button", { name: "New cycle" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

for (const width of [360, 1280]) {
  test.describe(`at ${width} pixels`, () => {
    test.setTimeout(90_000);
    test.beforeEach(({ page }) => page.setViewportSize({ width, height: 900 }));
    const show = async (page: Page, name: string) => {
      await shot(page, `hr-${name}-${width}`);
      await expectAccessible(page);
    };

    test("the people", async ({ page }) => {
      await signIn(page, "hanna", "/hr/people");
      await expect(page.getByRole("table", { name: "People" })).toBeVisible();
      await show(page, "people");
      await page.getByRole("radio", { name: "Conversations" }).check();
      await expect(page.getByRole("table", { name: "Conversations" })).toBeVisible();
      await show(page, "conversations");
    });

    test("a person", async ({ page }) => {
      await openPerson(page, "Ana Silva");
      await show(page, "person");
      await page.getByRole("tab", { name: "Relations" }).click();
      await page.getByRole("button", { name: "Add a relation" }).click();
      await expect(dialogOf(page)).toBeVisible();
      await show(page, "relation");
    });

    test("a person's data", async ({ page }) => {
      await openData(page, "Ana Silva");
      await show(page, "data");
      await page.getByRole("button", { name: "Erase this person" }).click();
      await expect(dialogOf(page)).toBeVisible();
      await show(page, "erase");
    });

    test("cycles", async ({ page }) => {
      await signIn(page, "hanna");
      await createCycle(page, `Careers at ${width}`);
      await page.getByRole("link", { name: "Edit" }).first().click();
      await page.getByRole("combobox", { name: "Add a department" }).click();
      await page.getByRole("option").first().click();
      await expect(page.getByRole("list", { name: "Departments" }).getByRole("listitem")).toHaveCount(1);
      await show(page, "cycle-form");
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.getByRole("table", { name: "How far the departments are" })).toBeVisible();
      await show(page, "cycle");
      await page.goto(`${process.env["BOARD"]}/#/hr/cycles`);
      await expect(page.getByRole("table", { name: "Cycles" })).toBeVisible();
      await show(page, "cycles");
    });

    test("the audit log", async ({ page }) => {
      await signIn(page, "hanna", "/hr/audit");
      await expect(page.getByRole("table", { name: "Audit log" })).toBeVisible();
      await show(page, "audit");
    });
  });
}

test("people are found by name, by keyboard alone, and the list is kept", async ({ page }) => {
  await signIn(page, "hanna", "/hr");
  await page.getByRole("searchbox", { name: "Search by name" }).focus();
  await page.keyboard.type("ana si");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Ana Silva" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle("Ana Silva · Groundwork");
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Search by name" })).toHaveValue("ana si");
  await page.getByRole("searchbox", { name: "Search by name" }).fill("no one of this name");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("row", { name: "Ben Okafor" }).first()).toBeVisible();
});

test("the conversations name the state of each plan, and of drafts nothing but that they exist", async ({ page }) => {
  await signIn(page, "hanna", "/hr/people");
  await page.getByRole("radio", { name: "Conversations" }).check();
  const table = page.getByRole("table", { name: "Conversations" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await page.getByLabel("Plan", { exact: true }).selectOption("draft");
  await expect(page.getByText("Of a draft you see that it exists")).toBeVisible();
  const drafts = table.getByRole("row").filter({ hasText: "Draft" });
  await expect(drafts.first()).toBeVisible();
  await expect(drafts.first().getByRole("progressbar")).toHaveCount(0);
});

test("no one but HR admins gets these pages", async ({ page }) => {
  await signIn(page, "ben", "/hr/people");
  await expect(page.getByRole("alert")).toContainText("Not yours to open");
});

test("a relation is added, refused if its days are wrong, and removed", async ({ page }) => {
  await openPerson(page, "Ravi Menon");
  await page.getByRole("tab", { name: "Relations" }).click();
  await page.getByRole("button", { name: "Add a relation" }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("Kind").selectOption("hr_partner");
  await dialog.getByRole("button", { name: "Add a relation" }).click();
  await expect(dialog.getByText("Choose a person from the list.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Person" }).fill("hanna");
  await dialog.getByRole("option", { name: "Hanna Weiss" }).click();
  await dialog.getByLabel("First day").fill("2026-11-20");
  await dialog.getByLabel("Last day").fill("2026-11-19");
  await dialog.getByRole("button", { name: "Add a relation" }).click();
  await expect(dialog.getByText("The last day must not be before the first.")).toBeVisible();
  await dialog.getByLabel("Last day").fill("2031-12-31");
  await dialog.getByRole("button", { name: "Add a relation" }).click();
  const row = page.getByRole("row", { name: "Hanna Weiss" });
  await expect(row).toContainText("HR partner");
  await expect(row).toContainText("31 Dec 2031");
  await row.getByRole("button", { name: "Remove" }).click();
  await dialogOf(page).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No other relations.")).toBeVisible();
});

test("unlinking an identity needs a reason, says what it does, and keeps the reason when it fails", async ({ page }) => {
  // Who has called once is linked.
  await signIn(page, "ben");
  await page.getByRole("button", { name: "Account of Ben Okafor" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await openData(page, "Ben Okafor");
  await page.getByRole("button", { name: "Unlink identity" }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("private notes are set aside");
  const submit = dialog.getByRole("button", { name: "Unlink identity" });
  await submit.click();
  await expect(dialog.getByText("Say why.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Ben has a new account");
  await page.route("**/unlink-identity", (route) => route.fulfill({ status: 500, json: { title: "", status: 500 } }));
  await submit.click();
  await expect(dialog.getByRole("alert").filter({ hasText: "That did not work" })).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("Ben has a new account");
  await expectAccessible(page);
});

test("an export is downloaded, as data and as a page", async ({ page }) => {
  await openData(page, "Ana Silva");
  for (const [button, suffix, content] of [
    ["Data (JSON)", ".json", '"complete":false'],
    ["Page to read (HTML)", ".html", "<!doctype html>"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    const file = await download;
    expect(file.suggestedFilename()).toContain(suffix);
    const text = await readFile(await file.path(), "utf8");
    expect(text.toLowerCase().replaceAll(/\s/g, "")).toContain(content.toLowerCase().replaceAll(/\s/g, ""));
  }
});

test("a legal hold forbids erasing until it is released, and erasing needs the typed name", async ({ page }) => {
  await openData(page, "Ravi Menon");
  await page.getByRole("button", { name: "Place a legal hold" }).click();
  await dialogOf(page).getByRole("textbox", { name: "Reason" }).fill("Dispute about the bonus");
  await dialogOf(page).getByRole("button", { name: "Place a legal hold" }).click();
  await expect(page.getByText("Dispute about the bonus")).toBeVisible();
  await expect(page.getByText("Not possible: there is a legal hold.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Erase this person" })).toHaveCount(0);
  await shot(page, "hr-hold");

  await page.getByRole("button", { name: "Release" }).click();
  await dialogOf(page).getByRole("button", { name: "Release" }).click();
  await page.getByRole("button", { name: "Erase this person" }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("It cannot be undone by anyone.");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("Choose the legal reason.")).toBeVisible();
  await dialog.getByLabel("Legal reason").selectOption("objection");
  await dialog.getByRole("textbox", { name: "Type ravi.menon to confirm" }).fill("ravi");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("Type exactly: ravi.menon")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Type ravi.menon to confirm" }).fill("ravi.menon");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Proof of erasure.")).toBeVisible();
  await expect(page.getByText("Nothing personal is left.")).toBeVisible();
});

test("HR admins can neither unlink nor erase themselves", async ({ page }) => {
  await openData(page, "Hanna Weiss");
  for (const title of ["Sign-in", "Erase"]) {
    await expect(page.locator(`gw-card[heading="${title}"]`).getByText("Another HR admin must do this for you.")).toBeVisible();
  }
  await expect(page.getByRole("button", { name: /Unlink identity|Erase this person/ })).toHaveCount(0);
});

test("a cycle is checked, kept while one looks elsewhere, closed, opened and deleted", async ({ page }) => {
  await signIn(page, "hanna", "/hr/cycles/new");
  await page.getByRole("button", { name: "New cycle" }).click();
  await expect(page.getByText("Give the cycle a name.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.getByRole("textbox", { name: "Name" }).fill("Half-way");
  await page.getByLabel("Prepare by").fill("2030-03-01");
  await page.getByLabel("Share by").fill("2030-02-01");
  await page.getByRole("button", { name: "New cycle" }).click();
  await expect(page.getByText("Must not be before the date above.")).toBeVisible();

  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByRole("table", { name: "People" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("What you entered before is still here")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Half-way");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("");

  await createCycle(page, "To be closed", "Platform");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Close cycle" }).click();
  await dialogOf(page).getByRole("button", { name: "Close cycle" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Open again" }).click();
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete cycle" }).click();
  await dialogOf(page).getByRole("button", { name: "Delete cycle" }).click();
  await expect(page).toHaveTitle("Cycles · Groundwork");
  await expect(page.getByText("To be closed")).toHaveCount(0);
});

test("someone else's change of a cycle is not overwritten, and nothing typed is lost", async ({ page }) => {
  await signIn(page, "hanna");
  await createCycle(page, "Changed by two");
  await page.getByRole("link", { name: "Edit" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill("Mine");
  await page.route(/\/v1\/cycles\/[^/]+$/, (route) =>
    route.request().method() === "PATCH" ? route.fulfill({ status: 412, json: { status: 412 } }) : route.continue(),
  );
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was overwritten" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Mine");
  await page.getByRole("button", { name: "Take over their version" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Changed by two");
});

test("a withheld number is said in words, and nothing lets one compute it", async ({ page }) => {
  await signIn(page, "hanna");
  await createCycle(page, "Withheld");
  const row = (department: string, prepared: number | null) => ({
    department, people: prepared === null ? 3 : 12, prepared, shared: 1, answered: 1, discussed: 0, agreed: 0,
    withheld: prepared === null,
  });
  await page.route("**/coverage", (route) =>
    route.fulfill({ json: { as_of: "2026-11-27T08:00:00Z", items: [row("Design", null), row("Platform", 5)] } }),
  );
  await page.reload();
  await expect(page.getByRole("row", { name: "Design" })).toContainText("Withheld");
  await expect(page.getByRole("row", { name: "Platform" })).toContainText("5 of 12");
  await expect(page.getByRole("row")).toHaveCount(3);
  await expect(page.getByText("There are no totals")).toBeVisible();
  await shot(page, "hr-withheld");
});

test("the audit log is filtered, leads to what it is about, and is exported", async ({ page }) => {
  await openPerson(page, "Ana Silva");
  await page.getByRole("link", { name: "Show in the audit log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  await page.getByRole("combobox", { name: "About" }).fill("");
  await page.getByLabel("Action").selectOption("plan.shared");
  const rows = page.getByRole("table", { name: "Audit log" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Plan · shared");
  for (const row of (await rows.all()).slice(1)) {
    await expect(row).toContainText("shared");
  }
  await page.getByRole("combobox", { name: "Done by" }).fill("ana");
  await page.getByRole("option", { name: "Ana Silva" }).click();
  await expect(rows.nth(1)).toContainText("Ana Silva");
  await page.getByLabel("To", { exact: true }).fill("2001-01-01");
  await expect(page.getByRole("heading", { name: "Nothing recorded" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows.nth(2)).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export (NDJSON)" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  expect(JSON.parse(lines[0] ?? "")).toHaveProperty("action");
});
