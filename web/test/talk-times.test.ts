import { expect, test } from "@playwright/test";

import { daysAfter, instantOf, localTimeOf } from "../src/talk/zone.js";

test("a time of a zone stands for the instant at which its clocks show it", () => {
  const instant = (day: string, time: string, zone: string) => instantOf({ day, time }, zone).toISOString();
  expect(instant("2026-03-17", "10:00", "Europe/Madrid")).toBe("2026-03-17T09:00:00.000Z");
  expect(instant("2026-07-17", "10:00", "Europe/Madrid")).toBe("2026-07-17T08:00:00.000Z");
  expect(instant("2026-01-01", "00:30", "Asia/Kolkata")).toBe("2025-12-31T19:00:00.000Z");
  expect(instant("2026-01-01", "23:30", "America/Chicago")).toBe("2026-01-02T05:30:00.000Z");
});

test("where clocks change, the time is the one that they show, or the next that there is", () => {
  const shown = (day: string, time: string) => localTimeOf(instantOf({ day, time }, "Europe/Berlin"), "Europe/Berlin");
  // Clocks go from 02:00 to 03:00 on 29 March, and from 03:00 to 02:00 on 25 October.
  expect(shown("2026-03-29", "01:59")).toEqual({ day: "2026-03-29", time: "01:59" });
  expect(shown("2026-03-29", "03:00")).toEqual({ day: "2026-03-29", time: "03:00" });
  expect(shown("2026-03-29", "02:30").time).toMatch(/^0[13]:30$/);
  expect(shown("2026-10-25", "02:30")).toEqual({ day: "2026-10-25", time: "02:30" });
});

test("days are counted across months and changes of clocks", () => {
  expect(daysAfter("2026-03-28", 7)).toBe("2026-04-04");
  expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
});
