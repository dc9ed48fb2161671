import type { Catalogue } from "../en/index.js";
import { pluralsOf } from "../format.js";

const plural = pluralsOf("fr");

export const common: Catalogue["common"] = {
  close: "Fermer",
  cancel: "Annuler",
  save: "Enregistrer",
  saved: "Enregistré",
  back: "Retour",
  more: "Plus",
  required: "obligatoire",
  optional: "facultatif",
  loading: "Chargement…",
  tryAgain: "Réessayer",
  showMore: "Afficher plus",
  choose: "Saisissez au moins deux lettres",
  notFound: "Aucun nom ne correspond",
  progress: "Avancement",
  before: "Avant",
  after: "Après",
  planStatus: {
    draft: "Brouillon",
    shared: "Partagé",
    agreed: "Convenu",
    completed: "Terminé",
    archived: "Archivé",
  },
  itemStatus: {
    not_started: "Pas commencé",
    in_progress: "En cours",
    blocked: "Bloqué",
    done: "Fait",
    cancelled: "Annulé",
  },
  verdict: { yes: "Oui", partly: "En partie", no: "Non" },
  errors: {
    offline: "Vous êtes hors ligne",
    offlineText: "Ce que vous avez écrit est toujours là. Nous réessaierons dès que la connexion revient.",
    missing: "Il n’y a rien ici",
    missingText: "L’élément a peut-être été supprimé, ou vous n’avez pas le droit de le voir.",
    forbidden: "Accès non autorisé",
    conflict: "Modifié ailleurs",
    conflictText: "Ceci a changé depuis que vous l’avez ouvert, peut-être dans une autre fenêtre. Rien n’a été écrasé.",
    invalid: "Vérifiez votre saisie",
    notNow: "Impossible pour le moment",
    signedOut: "Vous êtes déconnecté",
    signedOutText: "Reconnectez-vous pour continuer. Ce que vous avez écrit est toujours là.",
    busy: "Le service est très sollicité",
    busyText: (seconds) =>
      plural(seconds, { one: "Réessayez dans # seconde.", other: "Réessayez dans # secondes." }),
    server: "Cela n’a pas fonctionné",
    serverText: "Le service a un problème. Vous n’avez rien perdu. Réessayez dans un instant.",
    reference: (id) => `Référence pour l’assistance : ${id}`,
  },
};
