import type { Catalogue } from "../i18n/locale.js";

type Texts = Catalogue["hr"]["log"];

/** What the service records, as its documents name it: a thing, and what was done. */
const recorded: Readonly<Record<string, readonly string[]>> = {
  plan: [
    "read",
    "listed",
    "exported",
    "exported_with_person",
    "brief_read",
    "shared",
    "withdrawn",
    "agreement_given",
    "agreed",
    "earlier_revisions_asked",
    "completed",
    "archived",
  ],
  feedback: ["read", "requested", "submitted", "acknowledged"],
  feedback_request: ["deleted"],
  comment: ["read", "created", "deleted"],
  proposal: ["read", "created", "accepted", "declined", "withdrawn"],
  action_item: [
    "read",
    "listed",
    "exported",
    "created",
    "updated",
    "deleted",
    "taken_over",
    "declined",
    "progressed",
    "completed",
    "blocked",
  ],
  discussion: ["read", "planned", "changed", "held", "cancelled", "deleted", "taken_over"],
  cycle: ["created", "updated", "deleted"],
  person: [
    "created",
    "updated",
    "manager_changed",
    "relations_changed",
    "deactivated",
    "identity_linked",
    "identity_unlinked",
    "identity_restored",
    "identity_moved",
    "exported",
    "legal_hold_placed",
    "legal_hold_released",
    "calendar_address_created",
    "calendar_address_revoked",
    "erased",
  ],
  questionnaire: ["published"],
  action_template: ["created", "changed", "deleted"],
  webhook: ["created", "updated", "deleted", "disabled", "tested", "secret_rotated"],
  audit_log: ["listed", "exported"],
};

/** All actions with their names, in the order of the things. */
export function actions(texts: Texts): { code: string; label: string }[] {
  return Object.entries(recorded).flatMap(([thing, deeds]) =>
    deeds.map((deed) => {
      const code = `${thing}.${deed}`;
      const named = thingAndDeed(texts, code);
      return { code, label: `${named.thing} · ${named.deed}` };
    }),
  );
}

/** An action in words; what this version of the board has no word for stays as it is. */
export function thingAndDeed({ things, deeds }: Texts, action: string): { thing: string; deed: string } {
  const [thing = "", deed = ""] = action.split(".");
  return { thing: things[thing] ?? thing, deed: deeds[deed] ?? deed };
}
