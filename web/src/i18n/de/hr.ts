import type { Catalogue } from "../en/index.js";

export const hr: Catalogue["hr"] = {
  title: "Personal",
};
