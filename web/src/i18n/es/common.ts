import type { Catalogue } from "../en/index.js";
import { pluralsOf } from "../format.js";

const plural = pluralsOf("es");

export const common: Catalogue["common"] = {
  close: "Cerrar",
  cancel: "Cancelar",
  save: "Guardar",
  saved: "Guardado",
  back: "Atrás",
  more: "Más",
  required: "obligatorio",
  optional: "opcional",
  loading: "Cargando…",
  tryAgain: "Intentar de nuevo",
  showMore: "Mostrar más",
  choose: "Escriba al menos dos letras",
  notFound: "Ningún nombre coincide",
  progress: "Progreso",
  before: "Antes",
  after: "Después",
  planStatus: {
    draft: "Borrador",
    shared: "Compartido",
    agreed: "Acordado",
    completed: "Completado",
    archived: "Archivado",
  },
  itemStatus: {
    not_started: "Sin empezar",
    in_progress: "En curso",
    blocked: "Bloqueado",
    done: "Hecho",
    cancelled: "Cancelado",
  },
  verdict: { yes: "Sí", partly: "En parte", no: "No" },
  errors: {
    offline: "Sin conexión",
    offlineText: "Lo que escribió sigue aquí. Lo intentaremos de nuevo en cuanto vuelva la conexión.",
    missing: "Aquí no hay nada",
    missingText: "Puede que se haya eliminado o que no tenga permiso para verlo.",
    forbidden: "No tiene permiso",
    conflict: "Se cambió en otro lugar",
    conflictText: "Esto cambió desde que lo abrió, quizá en otra ventana. No se sobrescribió nada.",
    invalid: "Revise los datos introducidos",
    notNow: "Ahora no es posible",
    signedOut: "La sesión ha terminado",
    signedOutText: "Inicie sesión de nuevo para continuar. Lo que escribió sigue aquí.",
    busy: "Hay mucha actividad",
    busyText: (seconds) =>
      plural(seconds, { one: "Inténtelo de nuevo en # segundo.", other: "Inténtelo de nuevo en # segundos." }),
    server: "No ha funcionado",
    serverText: "El servicio tiene un problema. No ha perdido nada. Inténtelo de nuevo en un momento.",
    reference: (id) => `Referencia para soporte: ${id}`,
  },
};
