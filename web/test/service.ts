import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, type Page } from "@playwright/test";

/** The service as it was built. */
export const binary = process.env["GROUNDWORK_BINARY"] ?? fileURLToPath(new URL("../../target/debug/groundwork", import.meta.url));

/** Debian's browser. */
export const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/** The address of the board. */
export const board = (): string => process.env["BOARD"] ?? "";

const tokens = new Map<string, string>();

/** A token of anybody in the demo; `hanna.weiss` is an HR admin. */
export async function tokenOf(person: string): Promise<string> {
  const kept = tokens.get(person);
  if (kept !== undefined) {
    return kept;
  }
  const role = person === "hanna.weiss" ? ["--role", "hr_admin"] : [];
  const { stdout } = await promisify(execFile)(binary, ["token", "--demo", "--person", person, ...role]);
  tokens.set(person, stdout.trim());
  return stdout.trim();
}

/** Calls the service as a person, to prepare what a test needs. A text is sent as CSV. */
export async function call<Answer = { id: string }>(person: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const csv = typeof body === "string";
  const response = await fetch(`${new URL(board()).origin}/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${await tokenOf(person)}`, "Content-Type": csv ? "text/csv" : "application/json" },
    ...(body !== undefined && { body: csv ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path} as ${person}: ${response.status} ${text}`).toBeTruthy();
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

/** Signs in as someone whom the sign-in page does not offer, and goes to the address behind `#`. */
export async function signInAs(page: Page, person: string, address = "/"): Promise<void> {
  const access_token = await tokenOf(person);
  await page.route("**/board/demo/*", (route) => route.fulfill({ json: { access_token, expires_in: 3600 } }));
  await page.goto(`${board()}/#${address}`);
  await page.getByRole("button", { name: "Ben Okafor" }).click();
  await expect(page.locator("gw-header .account")).toBeVisible();
}

/** Waits until the page has neither made a call nor had an answer for half a second. Playwright's own "networkidle" is
 * reached once for each document, and not again after a view has changed. */
async function settled(page: Page): Promise<void> {
  let last = Date.now();
  const note = () => void (last = Date.now());
  page.on("request", note).on("requestfinished", note);
  while (Date.now() - last < 500) {
    await page.waitForTimeout(50);
  }
  page.off("request", note).off("requestfinished", note);
}

/** The calls of the service that a step makes. */
export async function callsOf(page: Page, step: () => Promise<void>): Promise<string[]> {
  // Not those of what was shown before.
  await settled(page);
  const calls: string[] = [];
  const listen = (request: { url: () => string; method: () => string }) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/v1/")) {
      calls.push(`${request.method()} ${pathname}${search}`);
    }
  };
  page.on("request", listen);
  await step();
  await settled(page);
  page.off("request", listen);
  return calls;
}

interface Directory {
  items: { id: string; user_name: string }[];
}

export async function idOf(person: string): Promise<string> {
  const { items } = await call<Directory>("hanna.weiss", "GET", `/people?user_name=${person}`);
  return items[0]?.id ?? "";
}

const columns = "external_id,user_name,display_name,email,manager_external_id,department,title,time_zone,active";

/** Imports people: user name, display name, manager's user name. */
export async function importPeople(people: readonly (readonly [string, string, string])[]): Promise<void> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = people.map(([user, name, manager]) => `${user},${user},${quoted(name)},,${manager},,Clerk,Europe/Berlin,true`);
  await call("hanna.weiss", "POST", "/people/import", `${columns}\n${rows.join("\n")}\n`);
}
