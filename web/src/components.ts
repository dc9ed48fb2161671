/** The web components for portals: one script, `components.js`, registers them. */
export { GroundworkFeedback } from "./feedback/groundwork-feedback.js";
export { GroundworkPlan } from "./plan/groundwork-plan.js";
export { GroundworkProgress } from "./plan/groundwork-progress.js";
export { GroundworkComments } from "./talk/groundwork-comments.js";
export { GroundworkProposals } from "./talk/groundwork-proposals.js";
export { GroundworkTalk } from "./talk/groundwork-talk.js";
export { GroundworkTeam } from "./team/groundwork-team.js";
