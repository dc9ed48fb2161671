/** Each colour as `[light, dark]`. test/tokens.test.ts computes the contrast of every pair that is used together. */
export const colors = {
  canvas: ["#faf9f6", "#131513"],
  surface: ["#ffffff", "#1b1e1c"],
  sunken: ["#f3f1ec", "#232724"],
  line: ["#e5e2da", "#313632"],
  "line-strong": ["#85827a", "#7f857e"],
  text: ["#1c201e", "#eceee9"],
  "text-muted": ["#5b5f59", "#a9aea6"],
  accent: ["#1d5f4a", "#86d3b3"],
  "accent-strong": ["#154a39", "#a9e3cb"],
  "accent-soft": ["#e6f1ec", "#1e352c"],
  "on-accent": ["#ffffff", "#0c2018"],
  positive: ["#1a683c", "#8dd7a6"],
  "positive-soft": ["#e5f3ea", "#1b3324"],
  caution: ["#774d00", "#edc477"],
  "caution-soft": ["#fdf2dc", "#372910"],
  critical: ["#a1261e", "#f6a59c"],
  "critical-soft": ["#fdebe8", "#42211d"],
  info: ["#245992", "#9fc6f3"],
  "info-soft": ["#e8f1fa", "#1b2e43"],
  neutral: ["#4f534d", "#bcc1b9"],
  "neutral-soft": ["#efede8", "#2a2e2b"],
} as const satisfies Record<string, readonly [string, string]>;

const declared = Object.entries(colors).map(([name, [light, dark]]) => `--groundwork-${name}: light-dark(${light}, ${dark});`);

// In a layer, so that any rule of the page around a component wins over these defaults. `light-dark()` follows the
// `color-scheme` of where a token is used: a portal that is light only stays light.
const rules = `
@layer groundwork {
  :root {
    ${declared.join("\n    ")}

    --groundwork-font: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans",
      "Hiragino Sans", "Noto Sans JP", sans-serif;
    --groundwork-text-xs: 0.8125rem;
    --groundwork-text-s: 0.875rem;
    --groundwork-text-m: 1rem;
    --groundwork-text-l: 1.125rem;
    --groundwork-text-xl: 1.375rem;
    --groundwork-text-2xl: 1.75rem;
    --groundwork-text-3xl: clamp(1.75rem, 1.35rem + 1.8vi, 2.375rem);
    --groundwork-leading: 1.55;
    --groundwork-leading-tight: 1.2;

    --groundwork-space-1: 0.25rem;
    --groundwork-space-2: 0.5rem;
    --groundwork-space-3: 0.75rem;
    --groundwork-space-4: 1rem;
    --groundwork-space-5: 1.5rem;
    --groundwork-space-6: 2rem;
    --groundwork-space-7: 3rem;
    --groundwork-space-8: 4.5rem;

    --groundwork-radius-s: 6px;
    --groundwork-radius-m: 10px;
    --groundwork-radius-l: 16px;
    --groundwork-radius-full: 999px;

    --groundwork-shadow: 0 1px 2px light-dark(rgb(28 32 30 / 6%), rgb(0 0 0 / 40%));
    --groundwork-shadow-raised: 0 1px 2px rgb(0 0 0 / 6%), 0 12px 32px -8px rgb(0 0 0 / 22%);
    --groundwork-ring: var(--groundwork-accent);
    --groundwork-motion: 160ms;
    --groundwork-measure: 42rem;
  }
  @media (prefers-reduced-motion: reduce) {
    :root { --groundwork-motion: 0ms; }
  }
  @media (forced-colors: active) {
    :root {
      --groundwork-line: CanvasText;
      --groundwork-line-strong: CanvasText;
      --groundwork-ring: Highlight;
    }
  }
}`;

/** Makes the tokens known to the page, once. */
export function adoptTokens(): void {
  if (getComputedStyle(document.documentElement).getPropertyValue("--groundwork-canvas") === "") {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }
}
