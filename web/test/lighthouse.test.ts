import lighthouse, { type Flags } from "lighthouse";
import { launch, type Browser, type Page } from "puppeteer-core";

import { expect, test } from "./board.js";
import { board, chromium } from "./service.js";

// Lighthouse drives a browser by Puppeteer: that of the other tests, with a window of its own.

const categories = ["accessibility", "best-practices", "performance"] as const;

let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await launch({ executablePath: chromium, args: ["--no-sandbox"] });
  page = await browser.newPage();
});
test.afterAll(() => browser.close());

for (const [view, element, person, address] of [
  ["sign-in page", "gw-sign-in", undefined, "/"],
  ["plan", "groundwork-plan", "Ana Silva", "/plan"],
  ["team", "groundwork-team", "Ben Okafor", "/team"],
] as const) {
  test(`Lighthouse finds nothing to speak of on the ${view}`, async () => {
    if (person !== undefined) {
      await signIn(person);
    }
    // Storage is not cleared, so that the page signs in again by itself.
    const flags: Flags = { disableStorageReset: true, logLevel: "error", onlyCategories: [...categories] };
    const { lhr } = (await lighthouse(`${board()}/#${address}`, flags, undefined, page)) ?? {};
    expect(await page.$(`groundwork-board >>> ${element}`), "what was looked at").not.toBeNull();
    const score = (category: string) => Math.round(100 * (lhr?.categories[category]?.score ?? 0));
    console.log(`Lighthouse on the ${view}: ${categories.map((category) => `${category} ${score(category)}`).join(", ")}`);
    for (const category of ["accessibility", "best-practices"]) {
      const refs = lhr?.categories[category]?.auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1);
      expect(score(category), `${category}: ${refs?.map(({ id }) => id).join(", ")}`).toBeGreaterThanOrEqual(95);
    }
  });
}

/** Signs in as someone of the demo, in a window that has signed in as no one. */
async function signIn(person: string): Promise<void> {
  await page.close();
  page = await browser.newPage();
  await page.goto(`${board()}/`);
  await page.locator(`::-p-text(${person})`).click();
  await page.locator("groundwork-board >>> .account").wait();
}
