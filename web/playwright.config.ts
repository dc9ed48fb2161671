import { defineConfig } from "@playwright/test";

import { chromium } from "./test/service.js";

export default defineConfig({
  testDir: "test",
  testMatch: "*.test.ts",
  workers: 1,
  // A browser on a busy machine misses a moment now and then: the list says "flaky", and what fails twice has failed.
  retries: 1,
  reporter: "list",
  timeout: 60_000,
  // A machine that also compiles is slow at times.
  expect: { timeout: 15_000 },
  globalSetup: "./test/demo.ts",
  use: {
    launchOptions: { executablePath: chromium },
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    trace: "off",
  },
});
