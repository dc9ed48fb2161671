import { pluralsOf } from "../format.js";

const plural = pluralsOf("en");

/** Texts of base elements, errors and words that several features use. */
export const common = {
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  saved: "Saved",
  back: "Back",
  more: "More",
  required: "required",
  optional: "optional",
  loading: "Loading…",
  tryAgain: "Try again",
  showMore: "Show more",
  choose: "Type at least two letters",
  notFound: "No matching name",
  progress: "Progress",
  before: "Before",
  after: "After",
  planStatus: {
    draft: "Draft",
    shared: "Shared",
    agreed: "Agreed",
    completed: "Completed",
    archived: "Archived",
  },
  itemStatus: {
    not_started: "Not started",
    in_progress: "In progress",
    blocked: "Blocked",
    done: "Done",
    cancelled: "Cancelled",
  },
  verdict: { yes: "Yes", partly: "Partly", no: "No" },
  errors: {
    offline: "You are offline",
    offlineText: "What you typed is still here. We try again as soon as the connection is back.",
    missing: "Nothing here",
    missingText: "It may have been removed, or you may not be allowed to see it.",
    forbidden: "Not yours to open",
    conflict: "Changed somewhere else",
    conflictText: "This was changed since you opened it, perhaps in another window. Nothing was overwritten.",
    invalid: "Please check what you entered",
    notNow: "Not possible right now",
    signedOut: "You are signed out",
    signedOutText: "Sign in again to go on. What you typed is still here.",
    busy: "Very busy right now",
    busyText: (seconds: number) =>
      plural(seconds, { one: "Please try again in # second.", other: "Please try again in # seconds." }),
    server: "That did not work",
    serverText: "The service has a problem. Nothing of yours is lost. Please try again in a moment.",
    reference: (id: string) => `Reference for support: ${id}`,
  },
};
