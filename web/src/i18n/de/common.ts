import type { Catalogue } from "../en/index.js";
import { pluralsOf } from "../format.js";

const plural = pluralsOf("de");

export const common: Catalogue["common"] = {
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  saved: "Gespeichert",
  back: "Zurück",
  more: "Mehr",
  required: "erforderlich",
  optional: "freiwillig",
  loading: "Wird geladen …",
  tryAgain: "Noch einmal versuchen",
  showMore: "Mehr anzeigen",
  choose: "Mindestens zwei Buchstaben",
  notFound: "Kein passender Name",
  progress: "Fortschritt",
  before: "Vorher",
  after: "Nachher",
  planStatus: {
    draft: "Entwurf",
    shared: "Geteilt",
    agreed: "Vereinbart",
    completed: "Abgeschlossen",
    archived: "Archiviert",
  },
  itemStatus: {
    not_started: "Nicht begonnen",
    in_progress: "In Arbeit",
    blocked: "Blockiert",
    done: "Erledigt",
    cancelled: "Abgebrochen",
  },
  verdict: { yes: "Ja", partly: "Teilweise", no: "Nein" },
  errors: {
    offline: "Keine Verbindung",
    offlineText: "Was Sie geschrieben haben, ist noch da. Sobald die Verbindung wieder steht, geht es weiter.",
    missing: "Hier ist nichts",
    missingText: "Es wurde vielleicht entfernt, oder Sie dürfen es nicht sehen.",
    forbidden: "Dafür fehlt die Berechtigung",
    conflict: "An anderer Stelle geändert",
    conflictText: "Seit Sie dies geöffnet haben, wurde es geändert, vielleicht in einem anderen Fenster. Nichts wurde überschrieben.",
    invalid: "Bitte prüfen Sie Ihre Angaben",
    notNow: "Das geht gerade nicht",
    signedOut: "Sie sind abgemeldet",
    signedOutText: "Melden Sie sich wieder an. Was Sie geschrieben haben, ist noch da.",
    busy: "Gerade ist viel los",
    busyText: (seconds) =>
      plural(seconds, {
        one: "Bitte versuchen Sie es in # Sekunde noch einmal.",
        other: "Bitte versuchen Sie es in # Sekunden noch einmal.",
      }),
    server: "Das hat nicht geklappt",
    serverText: "Der Dienst hat ein Problem. Von Ihnen ist nichts verloren. Bitte versuchen Sie es gleich noch einmal.",
    reference: (id) => `Kennung für den Support: ${id}`,
  },
};
