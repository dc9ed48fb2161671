import type { Catalogue } from "../en/index.js";
import { common } from "./common.js";
import { feedback } from "./feedback.js";
import { hr } from "./hr.js";
import { plan } from "./plan.js";
import { shell } from "./shell.js";
import { talk } from "./talk.js";
import { team } from "./team.js";

const catalogue: Catalogue = { common, shell, plan, team, feedback, talk, hr };
export default catalogue;
