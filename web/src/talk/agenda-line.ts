import type { AgendaLine } from "@groundwork/client";

import type { Catalogue } from "../i18n/locale.js";

/** What a line of an agenda says: in the language of the reader, unless a person wrote it or its kind is not known here. */
export function saidIn({ talk, plan }: Catalogue, { about, text }: AgendaLine): string {
  const { line } = talk;
  if (about === null) {
    return text;
  }
  const name = about.name ?? "";
  const words = about.comment ?? "";
  const because = (said: string) => (words === "" ? said : line.because(said, words));
  switch (about.kind) {
    case "objective_judged": {
      const { objective, reasonable, achievable } = about;
      const judged = [
        ...(reasonable === "partly" || reasonable === "no" ? [line.reasonable[reasonable]] : []),
        ...(achievable === "partly" || achievable === "no" ? [line.achievable[achievable]] : []),
      ];
      const says = [...(judged.length === 0 ? [] : [line.both(judged)]), ...(name === "" ? [] : [line.instead(name)])];
      return because(line.judged(plan[objective ?? "short_term"], says));
    }
    case "strength_added":
    case "strength_renamed":
    case "development_area_added":
    case "development_area_renamed":
    case "support_modified":
    case "support_declined":
    case "support_needed":
      return because(line[about.kind](name));
    case "item_overdue":
    case "item_blocked":
      // The heading above says the rest.
      return because(name);
    case "plan_commented":
      return line.plan_commented(words);
    case "answer_commented":
      return about.question === null ? text : line.commented(line.question[about.question], words);
    case "item_commented":
      return line.commented(name, words);
    default:
      return text;
  }
}
