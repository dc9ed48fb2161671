import type { OwnQuestion } from "@groundwork/client";

import type { Locale } from "../i18n/locale.js";
import type { Option } from "../ui/field.js";

/** What can be chosen as the answer to a question of HR's own; nothing for a text. */
export function choicesOf({ options, scale }: OwnQuestion, { format }: Locale): Option[] {
  if (!scale) {
    return options.map(({ value, label }) => ({ value, label }));
  }
  const { minimum, maximum, minimum_label, maximum_label } = scale;
  return Array.from({ length: maximum - minimum + 1 }, (_, at) => {
    const value = minimum + at;
    const end = value === minimum ? minimum_label : value === maximum ? maximum_label : null;
    return { value: String(value), label: format.number(value), ...(end && { hint: end }) };
  });
}

/** An answer to a question of HR's own in words, such as "2 of 5", and what the ends of a scale mean. */
export function saidOf(question: OwnQuestion, value: string | number, { t, format }: Locale): { text: string; ends: string } {
  const { scale, options } = question;
  if (!scale || typeof value !== "number") {
    return { text: options.find((option) => option.value === value)?.label ?? String(value), ends: "" };
  }
  const ends = ([[scale.minimum, scale.minimum_label], [scale.maximum, scale.maximum_label]] as const)
    .filter(([, label]) => label)
    .map(([end, label]) => t.plan.end(format.number(end), label as string));
  return { text: t.plan.of(format.number(value), format.number(scale.maximum)), ends: ends.join(" · ") };
}
