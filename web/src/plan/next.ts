import type { ActionItem, Feedback, PersonRef, Plan, Questionnaire, Readiness } from "@groundwork/client";

import type { Locale } from "../i18n/locale.js";

/** What a button of the next step does. */
export type Step = "continue" | "share" | "feedback" | "agree" | "act" | "complete" | "renew" | "respond";

export interface Next {
  heading: string;
  text: string;
  step?: Step;
  button?: string;
  /** A second way on, less obvious. */
  other?: { step: Step; button: string };
}

interface State {
  plan: Plan;
  owns: boolean;
  manager: PersonRef | null;
  /** Missing while it loads. */
  readiness: Readiness | undefined;
  items: readonly ActionItem[];
  feedback: readonly Feedback[];
  questionnaire: Questionnaire;
  /** Whether the reader is asked for feedback. */
  asked: boolean;
}

/** The one thing to do, or to wait for, in the state that a plan is in. */
export function nextStep({ plan, owns, manager, readiness, items, feedback, questionnaire, asked }: State, { t, format }: Locale): Next {
  const { next } = t.plan;
  const name = manager?.display_name ?? t.plan.yourManager;
  if (!owns) {
    return {
      heading: next.reader(plan.owner.display_name),
      text: next.readerText,
      ...(asked && { step: "respond" as const, button: next.respond }),
    };
  }
  switch (plan.status) {
    case "draft": {
      if (readiness?.ready) {
        return { heading: manager === null ? next.shareAlone : next.share(name), text: next.shareText, step: "share", button: next.shareButton };
      }
      const open = readiness?.questions.find(({ answered }) => !answered)?.key;
      const question = questionnaire.questions.find(({ key }) => key === open)?.title;
      return {
        heading: next.write,
        text: next.writeText,
        ...(question !== undefined && { step: "continue" as const, button: next.continue(question) }),
      };
    }
    case "shared":
    case "agreed": {
      const unread = feedback.find(({ status }) => status === "submitted");
      if (unread !== undefined) {
        return { heading: next.feedback(unread.author.display_name), text: next.feedbackText, step: "feedback", button: next.feedbackButton };
      }
      if (plan.has_unshared_changes) {
        return { heading: next.again, text: next.againText, step: "share", button: next.againButton };
      }
      return plan.status === "shared" ? shared() : agreed();
    }
    case "completed":
      return { heading: next.completed, text: next.completedText, step: "renew", button: next.renewButton };
    case "archived":
      return { heading: next.archived, text: next.archivedText, step: "renew", button: next.renewButton };
  }

  function shared(): Next {
    if (plan.owner_agreed_at !== null) {
      return { heading: next.waitAgree(name), text: next.waitAgreeText };
    }
    const answered = plan.manager_agreed_at !== null || feedback.some(({ revision }) => revision === plan.latest_revision);
    if (answered || manager === null) {
      const text = manager === null ? next.agreeAloneText : next.agreeText(name);
      return { heading: next.agree, text, step: "agree", button: next.agreeButton };
    }
    return {
      heading: next.wait(name),
      text: next.waitText(plan.latest_revision === 1 && plan.shared_at !== null ? format.relative(plan.shared_at) : undefined),
      other: { step: "agree", button: next.agreeButton },
    };
  }

  function agreed(): Next {
    const mine = items.filter(({ kind, status }) => kind === "development" && status !== "done" && status !== "cancelled");
    if (mine.length === 0 && items.length > 0) {
      return { heading: next.allDone, text: next.allDoneText, step: "complete", button: next.completeButton };
    }
    const late = mine.filter(({ overdue }) => overdue).length;
    const due = mine.filter(({ due_on }) => due_on !== null).sort((a, b) => (a.due_on as string).localeCompare(b.due_on as string))[0];
    return {
      heading: late > 0 ? next.late(late) : next.act,
      text: due === undefined ? next.actNoDate : next.actText(due.title, format.date(due.due_on as string)),
      step: "act",
      button: next.actButton,
    };
  }
}
