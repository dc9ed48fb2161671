import { common } from "./common.js";
import { feedback } from "./feedback.js";
import { hr } from "./hr.js";
import { plan } from "./plan.js";
import { shell } from "./shell.js";
import { talk } from "./talk.js";
import { team } from "./team.js";

/** English is the original: its type is what every other language must have. */
export const english = { common, shell, plan, team, feedback, talk, hr };
export type Catalogue = typeof english;
