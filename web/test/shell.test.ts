import { gzipSync } from "node:zlib";

import { expect, expectAccessible, shot, signIn, test } from "./board.js";

for (const width of [360, 1280]) {
  test(`signing in at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${process.env["BOARD"]}/`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle("Sign in · Groundwork");
    await shot(page, `sign-in-${width}`);
    await expectAccessible(page);

    await page.getByRole("button", { name: "Ana Silva" }).click();
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText(["My plan"]);
    await expect(page).toHaveTitle("My plan · Groundwork");
    await shot(page, `shell-${width}`);
    await expectAccessible(page);
  });
}

test("each role sees its own navigation", async ({ page }) => {
  await signIn(page, "ben");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText(["My plan", "Team"]);
  await page.getByRole("button", { name: "Account of Ben Okafor" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Hanna Weiss" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toContainText(["HR"]);
});

test("a change of the address moves focus and title, and a reload stays signed in", async ({ page }) => {
  await signIn(page, "ben");
  await page.getByRole("link", { name: "Team" }).click();
  await expect(page).toHaveTitle("Team · Groundwork");
  await expect(page.locator("main")).toBeFocused();
  await page.reload();
  await expect(page).toHaveTitle("Team · Groundwork");
  await page.goto(`${process.env["BOARD"]}/#/nowhere`);
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
});

test("the language changes in place and is kept", async ({ page }) => {
  await signIn(page, "ana");
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitem", { name: "Deutsch" }).click();
  await expect(page.getByRole("link", { name: "Mein Plan" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.reload();
  await expect(page.getByRole("link", { name: "Mein Plan" })).toBeVisible();
});

test("no token is kept where scripts of later pages find it", async ({ page }) => {
  await signIn(page, "ana");
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  expect(kept).not.toMatch(/eyJ/);
});

test("without a connection the board says so, and tries again", async ({ page }) => {
  await page.route("**/board/config.json", (route) => route.abort());
  await page.goto(`${process.env["BOARD"]}/`);
  await expect(page.getByRole("alert")).toContainText("You are offline");
  await page.unroute("**/board/config.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Ana Silva" })).toBeVisible();
});

test("a token that the service refuses is renewed once, without asking", async ({ page }) => {
  await signIn(page, "ben");
  let refused = 0;
  let renewed = 0;
  page.on("request", (request) => (renewed += Number(request.url().includes("/board/demo/"))));
  await page.route("**/v1/me", async (route) => {
    refused += 1;
    await (refused === 1 ? route.fulfill({ status: 401, json: {} }) : route.continue());
  });
  await page.reload();
  await expect(page.getByRole("link", { name: "Team" })).toBeVisible();
  expect([refused, renewed]).toEqual([2, 2]);
});

test("the first load stays within its budget, and nothing comes from elsewhere", async ({ page }) => {
  const scripts = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") {
      scripts.set(response.url(), gzipSync(await response.body()).length);
    }
  });
  await signIn(page, "ben");
  await page.waitForLoadState("networkidle");
  const origin = new URL(page.url()).origin;
  expect([...scripts.keys()].filter((url) => !url.startsWith(`${origin}/board/`))).toEqual([]);
  expect([...scripts.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});
