import type { Catalogue } from "../en/index.js";

export const feedback: Catalogue["feedback"] = {
  title: "Rückmeldung",
};
