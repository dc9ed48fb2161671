import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { Page } from "@playwright/test";

import { expect, expectAccessible, shot, test } from "./board.js";
import { audience, resource, TestProvider } from "./provider.js";
import { binary, freePort } from "./service.js";

// The service as it is run, with a real OpenID Connect provider, through a browser.

let provider: TestProvider;
let service: ChildProcess;
let folder: string;
let board: string;

test.beforeAll(async () => {
  const [ofProvider, ofService] = [await freePort(), await freePort()];
  board = `http://127.0.0.1:${ofService}/board`;
  provider = new TestProvider(ofProvider, board);
  await provider.start();
  folder = await mkdtemp(join(tmpdir(), "groundwork-"));
  service = spawn(binary, ["serve"], {
    env: {
      GROUNDWORK_DATABASE_URL: `sqlite:${join(folder, "board.db")}`,
      GROUNDWORK_AUTH_ISSUER: provider.issuer,
      GROUNDWORK_AUTH_AUDIENCE: audience,
      GROUNDWORK_BOARD_CLIENT_ID: "board",
      GROUNDWORK_BOARD_RESOURCE: resource,
      GROUNDWORK_BIND: `127.0.0.1:${ofService}`,
      GROUNDWORK_OPERATIONS_BIND: "off",
      GROUNDWORK_LOG_FORMAT: "json",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  await started(service);
  await importPeople();
});

test.afterAll(async () => {
  service.kill("SIGTERM");
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

test.beforeEach(() => {
  provider.asked.length = 0;
});

test("signing in leads to where one wanted to go, and leaves no token behind", async ({ page }) => {
  const urls: string[] = [];
  page.on("framenavigated", (frame) => urls.push(frame.url()));
  await page.goto(`${board}/#/hr/cycles`);
  await expect(page.getByRole("button", { name: "Sign in with your company account" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await shot(page, "oidc-sign-in");
  await expectAccessible(page);
  await signIn(page, "hanna.weiss");
  await expect(page.getByRole("heading", { name: "Cycles", level: 1 })).toBeVisible();
  expect(page.url()).toBe(`${board}/#/hr/cycles`);
  await expectNoToken(page);
  expect(urls.filter((url) => /token|eyJ/.test(url.replace(provider.issuer, "")))).toEqual([]);
});

test("a reload signs in again without a question", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles`);
  await signIn(page, "hanna.weiss");
  await expect(page.getByRole("heading", { name: "Cycles", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Cycles", level: 1 })).toBeVisible();
  expect(page.url()).toBe(`${board}/#/hr/cycles`);
  await expectNoToken(page);
});

test("a token that ends while one types is renewed by a refresh token, which rotates", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles/new`);
  await signIn(page, "hanna.weiss");
  await typeCycle(page, "Typed through a renewal");
  const issued = provider.refreshTokens.length;
  await page.waitForTimeout(4000);
  await page.getByRole("button", { name: "New cycle" }).click();
  await expect(page.getByRole("heading", { name: "Typed through a renewal", level: 1 })).toBeVisible();
  await page.waitForTimeout(4000);
  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("table", { name: "Audit log" })).toBeVisible();
  expect(provider.asked.filter((kind) => kind === "refresh_token").length).toBeGreaterThanOrEqual(2);
  const rotated = provider.refreshTokens.slice(issued).map(({ jti }) => jti);
  expect(new Set(rotated).size).toBeGreaterThanOrEqual(2);
  await expectNoToken(page);
});

test("without a refresh token, a hidden frame renews", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles`);
  await signIn(page, "hanna.weiss");
  await expect(page.getByRole("heading", { name: "Cycles", level: 1 })).toBeVisible();
  await provider.refreshTokens.at(-1)?.destroy();
  await page.waitForTimeout(4000);
  provider.asked.length = 0;
  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("table", { name: "Audit log" })).toBeVisible();
  expect(provider.asked).toContain("prompt=none");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectNoToken(page);
});

test("who is signed out at the provider signs in again in a window, and goes on", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles/new`);
  await signIn(page, "hanna.weiss");
  await typeCycle(page, "Typed before a sign-out");
  await signOutElsewhere(page);
  await page.getByRole("button", { name: "New cycle" }).click();
  const dialog = page.locator("gw-dialog[open]");
  await expect(dialog).toContainText("What you typed is still here");
  const opened = page.waitForEvent("popup");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  const popup = await opened;
  await popup.getByLabel("Name").fill("hanna.weiss");
  await popup.getByRole("button").click();
  await expect(page.getByRole("heading", { name: "Typed before a sign-out", level: 1 })).toBeVisible();
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expectNoToken(page);
});

test("no one else goes on with what one has typed", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles/new`);
  await signIn(page, "hanna.weiss");
  await typeCycle(page, "Typed by Hanna");
  await signOutElsewhere(page);
  await page.getByRole("button", { name: "New cycle" }).click();
  const opened = page.waitForEvent("popup");
  await page.locator("gw-dialog[open]").getByRole("button", { name: "Sign in" }).click();
  const popup = await opened;
  await popup.getByLabel("Name").fill("ana.silva");
  await popup.getByRole("button").click();
  await expect(page.getByText("Signing in did not work")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Typed by Hanna");
});

test("signing out ends the session at the provider, and a reload does not sign in again", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles`);
  await signIn(page, "hanna.weiss");
  await page.getByRole("button", { name: "Account of Hanna Weiss" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  const button = page.getByRole("button", { name: "Sign in with your company account" });
  await expect(button).toBeVisible();
  expect(page.url()).toBe(`${board}/`);
  provider.asked.length = 0;
  await page.reload();
  await expect(button).toBeVisible();
  expect(provider.asked).toEqual([]);
  await button.click();
  await expect(page.getByLabel("Name")).toBeVisible();
});

test("a provider that is down is said, and nothing typed is lost", async ({ page }) => {
  await page.goto(`${board}/#/hr/cycles/new`);
  await signIn(page, "hanna.weiss");
  await typeCycle(page, "Typed through an outage");
  await provider.stop();
  await page.waitForTimeout(4000);
  // The token is still valid for a few seconds, and is used.
  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("table", { name: "Audit log" })).toBeVisible();
  await page.goBack();
  await page.waitForTimeout(10_000);
  await page.getByRole("button", { name: "New cycle" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You are offline" })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Typed through an outage");
  await provider.start();
  await page.getByRole("button", { name: "New cycle" }).click();
  await expect(page.getByRole("heading", { name: "Typed through an outage", level: 1 })).toBeVisible();

  await provider.stop();
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("You are offline");
  await provider.start();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Typed through an outage", level: 1 })).toBeVisible();
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in with your company account" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Account of" })).toBeVisible();
}

/** The session at the provider ends, and so do its refresh tokens; the board's token comes to its end. */
async function signOutElsewhere(page: Page): Promise<void> {
  await page.context().clearCookies();
  await provider.refreshTokens.at(-1)?.destroy();
  // A token that cannot be renewed is used to its end.
  await page.waitForTimeout(14_000);
}

async function typeCycle(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  for (const label of ["Prepare by", "Share by", "Respond by", "Talk by"]) {
    await page.getByLabel(label).fill("2030-02-01");
  }
}

/** Neither the address, nor storage or cookies of the board have a token or the key to one. */
async function expectNoToken(page: Page): Promise<void> {
  const kept = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, await indexedDB.databases()]),
  );
  expect(kept).not.toMatch(/eyJ|access_token|refresh_token|id_token|code_verifier|[?&]code=/);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ path, name }) => path.startsWith("/board") || name.includes("groundwork"))).toEqual([]);
  expect(JSON.stringify(cookies)).not.toContain("eyJ");
}

async function importPeople(): Promise<void> {
  const names = { "hanna.weiss": "Hanna Weiss", "ana.silva": "Ana Silva" };
  const rows = Object.entries(names).map(([user_name, display_name]) => ({ external_id: user_name, user_name, display_name }));
  const response = await fetch(`${board.replace("/board", "")}/v1/people/import`, {
    method: "POST",
    headers: { authorization: `Bearer ${await provider.importer()}`, "content-type": "application/json" },
    body: JSON.stringify({ rows }),
  });
  expect(response.status, await response.text()).toBe(200);
}

async function started(process: ChildProcess): Promise<void> {
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    process.on("exit", (code) => reject(new Error(`the service ended with code ${code}:\n${log.join("\n")}`)));
    process.on("error", reject);
    if (process.stderr !== null) {
      createInterface({ input: process.stderr }).on("line", (line) => {
        log.push(line);
        if (line.includes('"address"')) {
          resolve();
        }
      });
    }
  });
}
