import type { Catalogue } from "../en/index.js";

export const team: Catalogue["team"] = {
  title: "Equipo",
};
