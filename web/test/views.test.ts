import type { Locator } from "@playwright/test";

import { routes } from "../src/views.js";
import { expect, expectAccessible, expectToFit, shot, signIn, test } from "./board.js";
import { board, call, idOf } from "./service.js";

// Every address of the board, as the list of its routes has them: a new one fails until it is named here.

type Person = "ana" | "ben" | "hanna";
interface Items {
  items: { id: string }[];
}

/** Whose view it is, and the ids in its address. */
const views: Readonly<Record<string, readonly [Person, (() => Promise<string>)?]>> = {
  "/plan": ["ana"],
  "/plan/:id": ["ben", planOfAna],
  "/feedback/:id": ["ben", planThatWaits],
  "/talk/:id": ["ben", planOfAna],
  "/team": ["ben"],
  "/team/:id": ["hanna", () => idOf("ben.okafor")],
  "/team/:id/handover": ["ben", () => idOf("ana.silva")],
  "/hr": ["hanna"],
  "/hr/people": ["hanna"],
  "/hr/people/:id": ["hanna", () => idOf("ana.silva")],
  "/hr/cycles": ["hanna"],
  "/hr/cycles/new": ["hanna"],
  "/hr/cycles/:id": ["hanna", cycle],
  "/hr/cycles/:id/edit": ["hanna", cycle],
  "/hr/audit": ["hanna"],
  "/hr/audit/:id": ["hanna", () => idOf("ana.silva")],
};

async function planOfAna(): Promise<string> {
  const { items } = await call<Items>("ana.silva", "GET", `/plans?owner_id=${await idOf("ana.silva")}&status=agreed&limit=1`);
  return items[0]?.id ?? "";
}

async function planThatWaits(): Promise<string> {
  const path = `/people/${await idOf("ben.okafor")}/team-progress?awaiting_me=true&limit=100`;
  const { items } = await call<{ items: { plan_id: string; awaiting: string[] }[] }>("ben.okafor", "GET", path);
  return items.find(({ awaiting }) => awaiting.includes("feedback"))?.plan_id ?? "";
}

async function cycle(): Promise<string> {
  const { items } = await call<Items>("hanna.weiss", "GET", "/cycles?limit=1");
  return items[0]?.id ?? "";
}

test("every route has its view here, and nothing else is", () => {
  expect(Object.keys(views)).toEqual(routes.map(({ path }) => path));
});

for (const [path, [person, id]] of Object.entries(views)) {
  test(`${path} has no fault that axe finds at 200 %, and fits from right to left and on a telephone`, async ({ page }) => {
    // What a window of 1280 pixels shows of a page that is twice as large.
    await page.setViewportSize({ width: 640, height: 450 });
    await signIn(page, person, path.replace(":id", (await id?.()) ?? ""));
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page.locator("gw-skeleton")).toHaveCount(0);
    await expectAccessible(page);

    const name = `view${path.replaceAll("/", "-").replaceAll(":", "")}`;
    await page.emulateMedia({ forcedColors: "active" });
    await shot(page, `${name}-forced`);
    await page.emulateMedia({ forcedColors: "none" });
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await expectToFit(page);
    await shot(page, `${name}-rtl`);
  });
}

test("in forced colours, which have no backgrounds, what is chosen still differs from what is not", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signIn(page, "ben", "/team");
  await page.getByRole("button", { name: "Late", exact: true }).click();
  const look = (of: Locator) =>
    of.evaluate((element) => {
      const { borderBlockEndColor, backgroundColor } = getComputedStyle(element);
      return `${borderBlockEndColor} on ${backgroundColor}`;
    });
  const expectToDiffer = async (chosen: Locator, other: Locator) => {
    expect(await look(chosen)).not.toBe(await look(other));
  };
  await expectToDiffer(page.getByRole("link", { name: "Team", exact: true }), page.getByRole("link", { name: "My plan" }));
  await expectToDiffer(page.getByRole("tab", { name: "People" }), page.getByRole("tab", { name: "My promises" }));
  const late = page.getByRole("button", { name: "Late", exact: true });
  await expect(late).toHaveAttribute("aria-pressed", "true");
  await expectToDiffer(late, page.getByRole("button", { name: "Blocked", exact: true }));
  await expect(page.getByRole("progressbar").first()).toHaveCSS("outline-style", "solid");

  await page.goto(`${board()}/#/feedback/${await planThatWaits()}?step=closing`);
  const step = (name: string) => page.getByRole("navigation", { name: "Steps of your response" }).getByRole("button", { name });
  await expectToDiffer(step("In a few words"), step("Review"));
});

test("from right to left, headings stay at their side, and what opens points down", async ({ page }) => {
  await signIn(page, "ben", `/plan/${await planOfAna()}`);
  await page.getByRole("tab", { name: "Plan", exact: true }).click();
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await expect(page.locator("main h1")).toHaveCSS("text-align", "right");
  await page.locator("summary", { hasText: "done or cancelled" }).click();
  const chevron = page.locator("details[open] gw-icon[name=chevron-right]").first();
  // Mirrored, and turned the other way.
  await expect(chevron).toHaveCSS("scale", "-1 1");
  await expect(chevron).toHaveCSS("rotate", "-90deg");
});
