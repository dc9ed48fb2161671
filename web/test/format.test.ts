import { expect, test } from "@playwright/test";

import { Formats } from "../src/i18n/format.js";

test("a day begins at midnight of the person's zone, also where clocks change", () => {
  expect(new Formats("en", "UTC").startOf("2026-05-01")).toBe("2026-05-01T00:00:00.000Z");
  expect(new Formats("en", "Europe/Berlin").startOf("2026-12-31", 1)).toBe("2026-12-31T23:00:00.000Z");
  expect(new Formats("en", "Asia/Tokyo").startOf("2026-05-01")).toBe("2026-04-30T15:00:00.000Z");
  // The night before clocks go forward, and the one before they go back.
  expect(new Formats("en", "Europe/Berlin").startOf("2026-03-29")).toBe("2026-03-28T23:00:00.000Z");
  expect(new Formats("en", "Europe/Berlin").startOf("2026-03-29", 1)).toBe("2026-03-29T22:00:00.000Z");
  expect(new Formats("en", "America/New_York").startOf("2026-11-01", 1)).toBe("2026-11-02T05:00:00.000Z");
});
