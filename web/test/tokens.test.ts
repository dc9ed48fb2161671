import { expect, test } from "@playwright/test";

import { colors } from "../src/design/tokens.js";

type Name = keyof typeof colors;

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds: Name[] = ["canvas", "surface", "sunken"];
const tones: Name[] = ["accent", "positive", "caution", "critical", "info", "neutral"];

/** Colours that are used on each other, and the least contrast of WCAG 2.2 AA. */
const pairs: [Name, Name, number][] = [
  ...grounds.flatMap((ground): [Name, Name, number][] => [
    ["text", ground, 7],
    ["text-muted", ground, 4.5],
    ["accent", ground, 4.5],
    ["accent-strong", ground, 4.5],
    ["critical", ground, 4.5],
    ["line-strong", ground, 3],
  ]),
  ...tones.flatMap((tone): [Name, Name, number][] => [
    [tone, `${tone}-soft` as Name, 4.5],
    ["text", `${tone}-soft` as Name, 7],
    ["text-muted", `${tone}-soft` as Name, 4.5],
  ]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["accent-strong", "accent-soft", 4.5],
  ["canvas", "text", 4.5],
];

for (const [scheme, index] of [["light", 0], ["dark", 1]] as const) {
  for (const [front, back, least] of pairs) {
    test(`${scheme}: ${front} on ${back}`, () => {
      expect(contrast(colors[front][index], colors[back][index])).toBeGreaterThanOrEqual(least);
    });
  }
}
