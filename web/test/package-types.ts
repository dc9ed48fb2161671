import type * as published from "../package/index.js";
import type { GroundworkFeedback, GroundworkPlan, GroundworkProgress, GroundworkTeam } from "../src/components.js";

type Fits<Element extends Published, Published> = Element;

/** Does not compile if an element is not what the types of the package say. */
export type Checked = [
  Fits<GroundworkPlan, published.GroundworkPlan>,
  Fits<GroundworkProgress, published.GroundworkProgress>,
  Fits<GroundworkFeedback, published.GroundworkFeedback>,
  Fits<GroundworkTeam, published.GroundworkTeam>,
];
