import type { Catalogue } from "../en/index.js";

export const plan: Catalogue["plan"] = {
  title: "マイプラン",
};
