import { createContext } from "@lit/context";

import { english, type Catalogue } from "./en/index.js";
import { Formats } from "./format.js";

export type { Catalogue };

/** Languages of the board, named in themselves. */
export const languages = { en: "English", de: "Deutsch", es: "Español", fr: "Français", ja: "日本語" } as const;
export type Language = keyof typeof languages;

const loaders: Record<Exclude<Language, "en">, () => Promise<{ default: Catalogue }>> = {
  de: () => import("./de/index.js"),
  es: () => import("./es/index.js"),
  fr: () => import("./fr/index.js"),
  ja: () => import("./ja/index.js"),
};

/** A language with its texts and formats. */
export interface Locale {
  readonly language: Language;
  /** The texts. */
  readonly t: Catalogue;
  /** Numbers, lists, dates and times. */
  readonly format: Formats;
}

export const englishLocale: Locale = { language: "en", t: english, format: new Formats("en", undefined) };

export const localeContext = createContext<Locale>(Symbol.for("groundwork-locale"));

/**
 * Loads a language. `tag` may name a region (`de-AT`), which decides how dates and numbers look. English if there is
 * no such language.
 */
export async function loadLocale(tag: string, zone?: string): Promise<Locale> {
  const language = languageOf([tag]);
  const t = language === "en" ? english : (await loaders[language]()).default;
  const region = tag.toLowerCase().startsWith(language) ? tag : language;
  return { language, t, format: new Formats(region, zone) };
}

/** The first language of the list that the board has. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.toLowerCase().split("-")[0] ?? "";
    if (Object.hasOwn(languages, language)) {
      return language as Language;
    }
  }
  return "en";
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language) ? "rtl" : "ltr";
}

const kept = "groundwork-language";

/** The language the person picked in this browser, or else the browser's; with its region. */
export function preferredLanguage(): string {
  const picked = localStorage.getItem(kept);
  return picked ?? navigator.languages.find((tag) => languageOf([tag]) === languageOf(navigator.languages)) ?? "en";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language);
}
