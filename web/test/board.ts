import AxeBuilder from "@axe-core/playwright";
import { expect, test as plain, type Page } from "@playwright/test";

export { expect };

// What the service sends with the board, for the gallery, which Vite serves. `unsafe-eval` and the like are nowhere.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

/** The errors in the console of a page, such as violations of the content security policy; it grows with each. */
export function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // A response that is an error is a matter of the test; a missing script is not.
    const response = message.text().startsWith("Failed to load resource") && !message.location().url.includes("/assets/");
    if (message.type() === "error" && !response) {
      faults.push(message.text());
    }
  });
  return faults;
}

/** A page that fails its test on any error in the console. */
export const test = plain.extend({
  page: async ({ page }, use) => {
    const faults = faultsOf(page);
    await page.route(/\/test\/gallery\.html$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

const people = { ana: "Ana Silva", ben: "Ben Okafor", hanna: "Hanna Weiss" };

/** Opens the board, signs in by one click, and goes to the address behind `#`. */
export async function signIn(page: Page, person: keyof typeof people, address = "/"): Promise<void> {
  await page.goto(`${process.env["BOARD"]}/#${address}`);
  await page.getByRole("button", { name: people[person] }).click();
  await expect(page.getByRole("button", { name: `Account of ${people[person]}` })).toBeVisible();
}

/** The page has no fault that axe finds, in light and in dark, and does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without a heading it is still loading.
  await expect(page.locator("h1").first()).toBeAttached();
  for (const colorScheme of ["light", "dark"] as const) {
    // Animations of colours would be measured half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    expect(found).toEqual([]);
  }
  await expectNoSidewaysScrolling(page);
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

/** The page does not scroll sideways, as it is and on a telephone. */
export async function expectToFit(page: Page): Promise<void> {
  await expectNoSidewaysScrolling(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScrolling(page);
  if (size !== null) {
    await page.setViewportSize(size);
  }
}

/** A picture of the page in `test-results/`, to look at: `SHOTS=1 npm test`. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env["SHOTS"] === undefined) {
    return;
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: `test-results/${name}-${colorScheme}.png`, fullPage: true });
  }
}
