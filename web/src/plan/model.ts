import type { Answer, Answers, ExtraAnswer, GiveAnswers, Horizon, Plan, QuestionKey, Questionnaire, Section } from "@groundwork/client";

/** The questions whose answer is a list of items. */
export const listKeys = ["values", "motivators", "strengths", "development_areas"] as const;
export type ListKey = (typeof listKeys)[number];

/** The questions whose answers belong to the plan itself: all but the action items. */
export const answerKeys = [
  "mission_statement",
  "values",
  "motivators",
  "short_term_objective",
  "long_term_objective",
  "strengths",
  "development_areas",
] as const satisfies readonly QuestionKey[];
export type AnswerKey = (typeof answerKeys)[number];

/** What is written and saved on its own: the title, each answer, and the answers to HR's own questions. */
export const fieldKeys = ["title", ...answerKeys, "extra"] as const;
export type FieldKey = (typeof fieldKeys)[number];
export type Fields = Omit<Answers, "extra"> & { title: string; extra: ExtraAnswer[] };

export const sections: readonly Section[] = ["basic", "deeper", "planning"];
export const horizons: readonly Horizon[] = ["short_term", "long_term"];

/** How many items a list may have. */
export const limits: Record<ListKey, number> = { values: 5, motivators: 20, strengths: 20, development_areas: 20 };

export function isListKey(key: string): key is ListKey {
  return (listKeys as readonly string[]).includes(key);
}

export function fieldsOf({ title, answers }: Plan): Fields {
  return structuredClone({ title, ...answers, extra: answers.extra ?? [] });
}

export function newAnswer(): Answer {
  return { id: crypto.randomUUID(), name: "", note: null, aligned_with: [] };
}

/**
 * A field as the service keeps it: without items that have no name yet, and null for what is empty. Fields that are
 * equal in this form are equal.
 */
export function canonical<Key extends FieldKey>(key: Key, fields: Fields): Fields[Key] | null {
  const value = fields[key];
  if (key === "title") {
    return value;
  }
  if (isListKey(key)) {
    return fields[key]
      .filter(({ name }) => name.trim() !== "")
      .map((item) => ({
        ...item,
        note: item.note || null,
        aligned_with: horizons.filter((horizon) => item.aligned_with.includes(horizon)),
      })) as Fields[Key];
  }
  if (key === "extra") {
    return fields.extra.filter(({ value }) => value !== "").map(({ question_id, section, value }) => ({ question_id, section, value })) as Fields[Key];
  }
  if (key === "mission_statement") {
    return (value || null) as Fields[Key] | null;
  }
  const objective = { ...(value as object | null) } as Record<string, unknown>;
  for (const [name, part] of Object.entries(objective)) {
    if (part === "" || part === null || part === undefined) {
      delete objective[name];
    }
  }
  const { id: _, ...written } = objective;
  return (Object.keys(written).length === 0 ? null : objective) as Fields[Key] | null;
}

export function same(key: FieldKey, one: Fields, other: Fields): boolean {
  return text(canonical(key, one)) === text(canonical(key, other));
}

function text(value: unknown): string {
  // The service names an objective by itself, so its id is no difference; the order of fields is none either.
  return JSON.stringify(value, (_, part: unknown) => {
    if (part !== null && typeof part === "object" && !Array.isArray(part)) {
      const entries = Object.entries(part).filter(([name]) => name !== "id" || "aligned_with" in part);
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return part;
  });
}

/** What to send of one field, as part of a merge patch: an objective names its empty parts, to clear them. */
export function toSend(key: Exclude<FieldKey, "title">, fields: Fields): GiveAnswers {
  const value = canonical(key, fields);
  if (key === "extra") {
    return { extra: (value as Fields["extra"]).map(({ question_id, value }) => ({ question_id, value })) };
  }
  if (key === "short_term_objective" && value !== null) {
    return { short_term_objective: { summary: null, kind: null, detail: null, target_on: null, reference: null, ...(value as object) } };
  }
  if (key === "long_term_objective" && value !== null) {
    return { long_term_objective: { summary: null, horizon_years: null, reference: null, ...(value as object) } };
  }
  return { [key]: value };
}

/** Position of the item that a finding points at. */
export function positionIn(pointer: string): number | undefined {
  const last = pointer.split("/").at(-1) ?? "";
  return /^\d+$/.test(last) ? Number(last) : undefined;
}

/** Whether the plan is the owner's to change. */
export function isOpen({ status }: Plan): boolean {
  return status === "draft" || status === "shared" || status === "agreed";
}

/** The plan to open first: the newest that goes on, or else the newest. */
export function currentPlan(plans: readonly Plan[]): Plan | undefined {
  const newestFirst = [...plans].sort((a, b) => b.created_at.localeCompare(a.created_at));
  return newestFirst.find(isOpen) ?? newestFirst.find(({ status }) => status === "completed") ?? newestFirst[0];
}

/** The questions of a plan and the items of its answers, on which there may be comments. */
export function partsOf({ questions }: Questionnaire, fields: Fields): ReadonlySet<string> {
  const items = listKeys.flatMap((key) => fields[key]);
  return new Set([...questions.map(({ key }) => key), ...items.map(({ id }) => id)]);
}

export function titleOf({ questions, own_questions }: Questionnaire, key: string): string {
  return questions.find((question) => question.key === key)?.title ?? own_questions.find(({ id }) => id === key)?.title ?? "";
}
