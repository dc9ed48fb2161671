import { build, preview, type PreviewServer } from "vite";

import { expect, expectAccessible, shot, test } from "./board.js";

let server: PreviewServer;
let url: string;

// Built as the board is, so that the same content security policy holds.
test.beforeAll(async () => {
  const outDir = "test-results/gallery";
  const input = { gallery: "test/gallery.html" };
  await build({ build: { outDir, rollupOptions: { input } }, logLevel: "error" });
  server = await preview({ build: { outDir }, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  const address = server.httpServer.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/board/test/gallery.html`;
});
test.afterAll(() => server.close());

for (const width of [360, 1280]) {
  test(`base elements at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(url);
    await expect(page.getByRole("table", { name: "Team" })).toBeVisible();
    await shot(page, `gallery-${width}`);
    await expectAccessible(page);
  });
}

test("a dialog takes the focus, closes by Escape and gives the focus back", async ({ page }) => {
  await page.goto(url);
  const share = page.getByRole("button", { name: "Share" }).first();
  await share.click();
  const dialog = page.getByRole("dialog", { name: "Share with Ben?" });
  await expect(dialog).toBeVisible();
  await shot(page, "dialog");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(share).toBeFocused();
  await share.click();
  await expect(dialog).toBeVisible();
});

test("tabs and menus follow the arrow keys", async ({ page }) => {
  await page.goto(url);
  await page.getByRole("tab", { name: "Answers" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Actions" })).toBeFocused();
  await expect(page.getByText("All six actions.")).toBeVisible();
  await expect(page.getByText("All eight answers.")).toBeHidden();

  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Archive" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("fields give their values, and are named and described", async ({ page }) => {
  await page.goto(url);
  const sentence = page.getByRole("textbox", { name: "In one sentence" });
  await expect(sentence).toHaveAccessibleDescription("What will be different in a year?");
  await sentence.fill("Lead two products");
  expect(await page.locator("gw-text-field").first().evaluate((field: HTMLInputElement) => field.value)).toBe("Lead two products");
  await expect(page.getByLabel("Until")).toHaveAccessibleDescription("The date is after the end of the plan.");
  await page.getByRole("radio", { name: "Yes" }).check();
  expect(await page.locator("gw-choice").first().evaluate((field: HTMLInputElement) => field.value)).toBe("yes");
});

test("a toast is read aloud", async ({ page }) => {
  await page.goto(url);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
});
