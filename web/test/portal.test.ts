import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { promisify } from "node:util";

import type { Page } from "@playwright/test";

import { expect, shot, test } from "./board.js";
import { call, idOf, tokenOf } from "./service.js";

// The example portal, of another origin than the service.

const portal = process.env["PORTAL"] ?? "";
const components = ["groundwork-plan", "groundwork-progress", "groundwork-feedback", "groundwork-team"];
const types: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript", css: "text/css" };
let server: Server;

test.beforeAll(async () => {
  const service = new URL(process.env["BOARD"] ?? "").origin;
  server = createServer(async (request, response) => {
    if (request.url === "/token") {
      response.end(await tokenOf("ben.okafor"));
      return;
    }
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    const file = await readFile(new URL(`../../examples/portal/${name}`, import.meta.url), "utf8").catch(() => undefined);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("Content-Type", types[name.split(".").at(-1) ?? ""] ?? "");
    // What the README asks of a portal that has a policy.
    response.setHeader("Content-Security-Policy", `default-src 'self'; script-src 'self' ${service}; connect-src 'self' ${service}`);
    response.end(file.replaceAll("http://127.0.0.1:8080", service));
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(portal).port), "localhost", resolve));
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function open(page: Page): Promise<void> {
  await page.goto(`${portal}/`);
  for (const component of components) {
    await expect(page.locator(component).getByRole("heading").first()).toBeVisible();
  }
}

/** Styles of elements of the page itself, outside of the components. */
function ownStyles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ["html", "body", "header", "header strong", "header button"].map((selector) => {
      const element = document.querySelector(selector);
      const style = element === null ? undefined : getComputedStyle(element);
      return [...(style ?? [])].filter((name) => !/^--|(inline|block)-size|width|height|origin/.test(name)).map((name) => `${name}: ${style?.getPropertyValue(name)}`).join("; ");
    }),
  );
}

test("rules of the page do not reach into components", async ({ page }) => {
  await open(page);
  await shot(page, "portal");
  for (const component of components) {
    const heading = page.locator(component).getByRole("heading").first();
    await expect(heading).toHaveCSS("color", "rgb(28, 32, 30)");
    await expect(heading).toHaveCSS("font-family", "Verdana, sans-serif");
    await expect(heading).toHaveCSS("text-transform", "none");
    await expect(heading).toHaveCSS("border-top-width", "0px");
    const styles = await insides(page, component);
    expect(styles.filter(({ transform, spacing }) => transform === "rotate(-2deg)" || spacing === "2.4px")).toEqual([]);
  }
});

test("rules of components do not reach the page", async ({ page }) => {
  await page.route("**/board/components.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto(`${portal}/`);
  const alone = await ownStyles(page);
  await page.unroute("**/board/components.js");
  await open(page);
  expect(await ownStyles(page)).toEqual(alone);
});

test("components tell the page a title, a message, what changed the plan, and that signing in is needed", async ({ page }) => {
  const owner = `owner_id=${await idOf("ana.silva")}&status=agreed`;
  const { items } = await call<{ items: { id: string; title: string }[] }>("ana.silva", "GET", `/plans?${owner}&limit=1`);
  const [plan = { id: "", title: "" }] = items;
  await call("ben.okafor", "POST", `/plans/${plan.id}/proposals`, { title: "Show the portal to a colleague" });
  const names = ["title", "toast", "plan-changed", "sign-in-needed"].map((name) => `groundwork-${name}`);
  const told: unknown[] = [];
  await page.exposeFunction("tell", (name: string, detail: unknown) => void told.push([name, detail]));
  await page.goto(`${portal}/`);
  await page.evaluate(
    async ([names, token, id]) => {
      for (const name of names) {
        document.addEventListener(name, (event) => {
          void (window as unknown as { tell: (name: string, detail: unknown) => void }).tell(name, (event as CustomEvent).detail);
        });
      }
      await customElements.whenDefined("groundwork-plan");
      const element = document.querySelector("groundwork-plan");
      Object.assign(element ?? {}, { planId: id, getToken: async () => token });
      document.querySelector("main")?.replaceChildren(element ?? "");
    },
    [names, await tokenOf("ana.silva"), plan.id] as const,
  );
  await expect(page).toHaveTitle(`${plan.title} · Example portal`);
  await page.getByRole("tab", { name: /Actions/ }).click();
  const proposal = page.getByRole("listitem").filter({ hasText: "Show the portal to a colleague" });
  await proposal.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page.locator("output")).toHaveText("It is one of the action items now");
  await expect(page.getByRole("heading", { name: "Show the portal to a colleague" }).first()).toBeVisible();

  // A token that the service refuses also when it is new.
  await page.route("**/v1/**", (route) => route.fulfill({ status: 401, json: {}, headers: { "Access-Control-Allow-Origin": portal } }));
  await page.getByRole("button", { name: "Record progress" }).first().click();
  await page.getByRole("button", { name: "25%" }).click();
  await expect(page.locator("output")).toHaveText("Please sign in to the portal again.");
  expect(told).toEqual(
    expect.arrayContaining([
      ["groundwork-title", plan.title],
      ["groundwork-toast", { text: "It is one of the action items now", tone: "positive" }],
      ["groundwork-plan-changed", { planId: plan.id }],
      ["groundwork-sign-in-needed", null],
    ]),
  );
});

test("custom properties and parts set the look", async ({ page }) => {
  await open(page);
  const accents = await Promise.all(components.map((component) => insides(page, component)));
  expect(accents.flat().filter(({ colors }) => colors.includes("rgb(122, 31, 92)")).length).toBeGreaterThan(0);
  await page.addStyleTag({ url: `${portal}/portal.css` });
  const decorated = await page.evaluate((names) => {
    const parts = names.flatMap((name) => {
      const view = document.querySelector(name)?.shadowRoot;
      const bases = [...(view?.querySelectorAll("[exportparts]") ?? [])];
      return bases.flatMap((base) => [...(base.shadowRoot?.querySelectorAll("[part~=heading]") ?? [])]);
    });
    return parts.map((part) => getComputedStyle(part).textDecorationLine);
  }, components);
  expect(decorated.length).toBeGreaterThan(0);
  expect(new Set(decorated)).toEqual(new Set(["underline"]));
});

test("the package has the components and what they need, and nothing of the board around them", async () => {
  const cwd = new URL("../package/", import.meta.url);
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--silent"], { cwd });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [{ size: number; files: { path: string }[] }];
  const paths = packed.files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["README.md", "index.d.ts", "package.json", "dist/components.js"]));
  expect(paths.filter((path) => /board-|people-|audit-|cycle|session-oidc|\.mjs|index\.html/.test(path))).toEqual([]);
  expect(packed.size).toBeLessThan(300_000);
});

interface Inside {
  transform: string;
  spacing: string;
  colors: string;
}

/** Computed styles of all elements in a component, through all shadow trees. */
function insides(page: Page, component: string): Promise<Inside[]> {
  return page.locator(component).evaluate((host) => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))]);
    return all(host.shadowRoot ?? host).map((element) => {
      const { transform, letterSpacing, color, backgroundColor, borderColor } = getComputedStyle(element);
      return { transform, spacing: letterSpacing, colors: `${color} ${backgroundColor} ${borderColor}` };
    });
  });
}
