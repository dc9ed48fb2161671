import type { Catalogue } from "../en/index.js";

export const talk: Catalogue["talk"] = {
  title: "Conversación",
};
