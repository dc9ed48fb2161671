import { expect, test } from "./board.js";

test("a portal uses a component with its own language, colours and token", async ({ page }) => {
  const origin = new URL(process.env["BOARD"] ?? "").origin;
  await page.route(`${origin}/portal`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="de"><title>Portal</title><style>:root { --groundwork-text: rgb(1, 2, 3) }</style>
        <groundwork-plan api="${origin}" lang="de"></groundwork-plan>
        <script type="module" src="/board/components.js"></script>`,
    }),
  );
  await page.goto(`${origin}/portal`);
  const plan = page.locator("groundwork-plan");
  await expect(plan).toBeAttached();
  // Nothing before there is a token.
  await expect(page.getByRole("heading")).toHaveCount(0);
  await plan.evaluate(async (element, url) => {
    await customElements.whenDefined("groundwork-plan");
    const getToken = async () => {
      const response = await fetch(url, { method: "POST" });
      return ((await response.json()) as { access_token: string }).access_token;
    };
    Object.assign(element, { getToken });
  }, `${process.env["BOARD"]}/demo/ana.silva`);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible();
  await expect(heading).toHaveCSS("color", "rgb(1, 2, 3)");
});
