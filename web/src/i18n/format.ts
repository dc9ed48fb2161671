/** Forms of a text by plural category; `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Returns a function that picks the form of a text for a number, in a language. */
export function pluralsOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll("#", numbers.format(count));
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const steps = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** Formats numbers, lists and times for a language and a time zone. */
export class Formats {
  readonly #language: string;
  readonly #zone: string | undefined;

  constructor(language: string, zone: string | undefined) {
    this.#language = language;
    this.#zone = zone;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.#language).format(value);
  }

  /** `62` is "62 %" in German and "62%" in English. */
  percent(value: number): string {
    return new Intl.NumberFormat(this.#language, { style: "percent", maximumFractionDigits: 0 }).format(value / 100);
  }

  list(items: readonly string[], type: Intl.ListFormatType = "conjunction"): string {
    return new Intl.ListFormat(this.#language, { type }).format(items);
  }

  /** A day (`2026-05-01`) or the day of an instant in the person's zone. */
  date(value: string, options: Intl.DateTimeFormatOptions = { dateStyle: "medium" }): string {
    const timeZone = day.test(value) ? "UTC" : this.#zone;
    return new Intl.DateTimeFormat(this.#language, { ...options, ...(timeZone && { timeZone }) }).format(new Date(value));
  }

  time(value: string): string {
    return this.date(value, { dateStyle: "medium", timeStyle: "short" });
  }

  /** "in 3 days", "yesterday": whole days for a day, down to minutes for an instant. */
  relative(value: string, now = new Date()): string {
    const relative = new Intl.RelativeTimeFormat(this.#language, { numeric: "auto" });
    const from = day.test(value) ? Date.parse(this.today(now)) : now.getTime();
    const seconds = Math.round((Date.parse(value) - from) / 1000);
    for (const [unit, length] of steps) {
      if (Math.abs(seconds) >= length) {
        return relative.format(Math.trunc(seconds / length), unit);
      }
    }
    return relative.format(0, day.test(value) ? "day" : "minute");
  }

  /** Today in the person's zone, as `2026-05-01`. */
  today(now = new Date()): string {
    const options = { year: "numeric", month: "2-digit", day: "2-digit", ...(this.#zone && { timeZone: this.#zone }) } as const;
    return new Intl.DateTimeFormat("en-CA", options).format(now);
  }

  /** The instant at which a day (`2026-05-01`), or one that many days after it, begins in the person's zone. */
  startOf(day: string, daysAfter = 0): string {
    const midnight = Date.parse(day) + daysAfter * 86_400_000;
    // Twice, because the zone may change its offset between the first guess and the midnight.
    const first = midnight - this.#offset(midnight);
    return new Date(midnight - this.#offset(first)).toISOString();
  }

  /** How far the clocks of the person's zone are before UTC, in milliseconds. */
  #offset(instant: number): number {
    const clock = new Intl.DateTimeFormat("en-GB", {
      dateStyle: "short",
      timeStyle: "medium",
      ...(this.#zone && { timeZone: this.#zone }),
    });
    const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.trunc(instant / 1000) * 1000;
  }
}
