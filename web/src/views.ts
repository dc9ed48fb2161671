import * as feedback from "./feedback/routes.js";
import * as hr from "./hr/routes.js";
import * as plan from "./plan/routes.js";
import type { Entry, Route } from "./router.js";
import * as talk from "./talk/routes.js";
import * as team from "./team/routes.js";

/** Every address of the board. */
export const routes: readonly Route[] = [
  ...plan.routes,
  ...feedback.routes,
  ...talk.routes,
  ...team.routes,
  ...hr.routes,
];

/** The navigation; the first entry that a person sees is where they begin. */
export const entries: readonly Entry[] = [plan.entry, team.entry, hr.entry];
