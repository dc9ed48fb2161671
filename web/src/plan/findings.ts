import type { Finding } from "@groundwork/client";

import { isListKey, positionIn, type Fields } from "./model.js";

/** The question that a finding points at: `/answers/values/0` is of `values`. */
export function questionOf(pointer: string): string {
  const [, first, second] = pointer.split("/");
  return first === "answers" ? (second ?? "") : (first ?? "");
}

/** The name of what a finding points at. Items without a name are not sent, so the service does not count them. */
export function namedBy({ pointer }: Finding, fields: Fields, actionTitles: readonly string[]): string {
  const key = questionOf(pointer);
  const at = positionIn(pointer);
  if (at === undefined) {
    return "";
  }
  const names = isListKey(key) ? fields[key].map(({ name }) => name).filter((name) => name.trim() !== "") : actionTitles;
  return names[at] ?? "";
}

/** The short-term objective has been begun, and something of it is missing. */
export function isUnfinished({ code, pointer }: Finding, fields: Fields): boolean {
  const objective = fields.short_term_objective;
  return code === "question_unanswered" && questionOf(pointer) === "short_term_objective" && Boolean(objective?.summary || objective?.detail);
}
