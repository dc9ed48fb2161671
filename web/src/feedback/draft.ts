import type { Assessment, Feedback, Horizon, Stance, SupportDecision, UpdateFeedback } from "@groundwork/client";

/** A response as it is being written: every text is there, empty if nothing was said. */
export interface Draft {
  objectives: Record<Horizon, VerdictDraft>;
  strengths: ObservationDraft[];
  development_areas: ObservationDraft[];
  support: SupportDraft[];
  summary: string;
  private_note: string;
}

export interface VerdictDraft {
  reasonable: Assessment | "";
  achievable: Assessment | "";
  comment: string;
  counter_proposal: string;
}

export interface ObservationDraft {
  /** Null for one that the author adds. */
  item_id: string | null;
  stance: Stance | "";
  name: string;
  comment: string;
}

export interface SupportDraft {
  action_item_id: string;
  decision: SupportDecision | "";
  comment: string;
  /** Whether the author promises something. */
  promises: boolean;
  title: string;
  due_on: string;
}

export type ObservationList = "strengths" | "development_areas";

/** Where something cannot be sent yet, because the name or the title that it needs is missing. */
export type Gap = ObservationList | "support";

const nothingSaid = (): VerdictDraft => ({ reasonable: "", achievable: "", comment: "", counter_proposal: "" });

export function emptyDraft(): Draft {
  return {
    objectives: { short_term: nothingSaid(), long_term: nothingSaid() },
    strengths: [],
    development_areas: [],
    support: [],
    summary: "",
    private_note: "",
  };
}

/** What was saved, as something to go on writing. */
export function draftOf(feedback: Feedback): Draft {
  const verdict = (horizon: Horizon): VerdictDraft => {
    const said = feedback.objectives[horizon];
    return {
      reasonable: said?.reasonable ?? "",
      achievable: said?.achievable ?? "",
      comment: said?.comment ?? "",
      counter_proposal: said?.counter_proposal ?? "",
    };
  };
  const observations = (list: ObservationList): ObservationDraft[] =>
    feedback[list].map(({ item_id, stance, name, comment }) => ({
      item_id: item_id ?? null,
      stance,
      name: name ?? "",
      comment: comment ?? "",
    }));
  return {
    objectives: { short_term: verdict("short_term"), long_term: verdict("long_term") },
    strengths: observations("strengths"),
    development_areas: observations("development_areas"),
    support: feedback.support.map(({ action_item_id, decision, comment, commitment }) => ({
      action_item_id,
      decision,
      comment: comment ?? "",
      promises: commitment !== null && commitment !== undefined,
      title: commitment?.title ?? "",
      due_on: commitment?.due_on ?? "",
    })),
    summary: feedback.summary ?? "",
    private_note: feedback.private_note ?? "",
  };
}

/** A draft for a newer revision: what was said about items that are gone becomes something to add. */
export function carriedOver(draft: Draft, items: Record<ObservationList, ReadonlySet<string>>): Draft {
  const carry = (list: ObservationList) =>
    draft[list].map((said): ObservationDraft => {
      const gone = said.item_id !== null && !items[list].has(said.item_id);
      return gone ? { ...said, item_id: null, stance: "add" } : said;
    });
  return { ...draft, strengths: carry("strengths"), development_areas: carry("development_areas") };
}

const text = (value: string): string | null => (value.trim() === "" ? null : value);

/** What can be sent of a draft, and what is still missing in the rest. */
export function sendable(draft: Draft): { body: UpdateFeedback; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const gap = (part: Gap): [] => {
    gaps.push(part);
    return [];
  };
  const verdict = ({ reasonable, achievable, comment, counter_proposal }: VerdictDraft) => ({
    reasonable: reasonable || null,
    achievable: achievable || null,
    comment: text(comment),
    counter_proposal: text(counter_proposal),
  });
  const observations = (list: ObservationList) =>
    draft[list].flatMap(({ item_id, stance, name, comment }) => {
      if (stance === "") {
        return [];
      }
      const needsName = stance !== "agree";
      if (needsName && text(name) === null) {
        // An entry that was added and left empty says nothing: it is no gap.
        return item_id === null && text(comment) === null ? [] : gap(list);
      }
      return [{ item_id, stance, name: needsName ? text(name) : null, comment: text(comment) }];
    });
  const support = draft.support.flatMap(({ action_item_id, decision, comment, promises, title, due_on }) => {
    if (decision === "") {
      return [];
    }
    const may = promises && decision !== "declined";
    const promised = may && text(title) !== null;
    if (may && !promised && due_on !== "") {
      gap("support");
    }
    const commitment = promised ? { title, due_on: text(due_on) } : null;
    return [{ action_item_id, decision, comment: text(comment), commitment }];
  });
  const body = {
    objectives: { short_term: verdict(draft.objectives.short_term), long_term: verdict(draft.objectives.long_term) },
    strengths: observations("strengths"),
    development_areas: observations("development_areas"),
    support,
    summary: text(draft.summary),
    private_note: text(draft.private_note),
  };
  return { body, gaps };
}

/** What was said about an item, or nothing yet. */
export function observationOn(draft: Draft, list: ObservationList, itemId: string): ObservationDraft {
  const said = draft[list].find(({ item_id }) => item_id === itemId);
  return said ?? { item_id: itemId, stance: "", name: "", comment: "" };
}

export function supportOf(draft: Draft, itemId: string): SupportDraft {
  const said = draft.support.find(({ action_item_id }) => action_item_id === itemId);
  return said ?? { action_item_id: itemId, decision: "", comment: "", promises: false, title: "", due_on: "" };
}

export const saidInVerdict = (verdict: VerdictDraft): boolean => Object.values(verdict).some((value) => value !== "");

/** Whether there is something that can be submitted: a private note alone is not enough. */
export function saysSomething(draft: Draft): boolean {
  const { strengths, development_areas, support } = sendable(draft).body;
  const listed = [strengths, development_areas, support].some((list) => (list?.length ?? 0) > 0);
  return listed || draft.summary.trim() !== "" || Object.values(draft.objectives).some(saidInVerdict);
}
