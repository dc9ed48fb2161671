/** The web components for portals: one script, `components.js`, registers them. */
export { GroundworkFeedback } from "./feedback/groundwork-feedback.js";
export { GroundworkPlan } from "./plan/groundwork-plan.js";
export { GroundworkProgress } from "./plan/groundwork-progress.js";
export { GroundworkTeam } from "./team/groundwork-team.js";
