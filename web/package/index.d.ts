/** What all components have. */
export interface GroundworkComponent extends HTMLElement {
  /** Base URL of the service, without `/v1`. Attribute `api`. */
  baseUrl: string;
  /** Language, such as `de` or `de-AT`: en, de, es, fr, ja. Attribute `lang`; without it English. */
  lang: string;
  /**
   * Returns a valid bearer token of the person, for Groundwork's audience; called before each request. With `renew: true`
   * the service has refused the last one. Nothing is shown before this is set.
   */
  getToken: ((options?: { renew: boolean }) => Promise<string>) | undefined;

  addEventListener<Name extends keyof GroundworkEventMap>(
    name: Name,
    listener: (this: this, event: GroundworkEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Events of the components. They bubble, and leave shadow trees. */
export interface GroundworkEventMap {
  /** A short message about what the person has done; a portal that shows messages shows it. */
  "groundwork-toast": CustomEvent<{ text: string; tone: "positive" | "critical" | "neutral" }>;
  /** A title for what is shown, such as that of a plan. */
  "groundwork-title": CustomEvent<string>;
  /** Neither the token nor a renewed one was accepted: the portal has to sign the person in. */
  "groundwork-sign-in-needed": CustomEvent<undefined>;
}

/** The plan of the person, or another one that the person may read. */
export interface GroundworkPlan extends GroundworkComponent {
  /** The plan; empty for the newest of the person. Attribute `plan-id`. */
  planId: string;
}

/** The action items of a plan and how far they are. */
export interface GroundworkProgress extends GroundworkComponent {
  /** The plan; empty for the newest of the person. Attribute `plan-id`. */
  planId: string;
}

/** Feedback on a plan. */
export interface GroundworkFeedback extends GroundworkComponent {
  /** The plan. Attribute `plan-id`. */
  planId: string;
}

/** How the plans of a team progress. */
export interface GroundworkTeam extends GroundworkComponent {
  /** Whose team; empty for the person's own. Attribute `person-id`. */
  personId: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "groundwork-plan": GroundworkPlan;
    "groundwork-progress": GroundworkProgress;
    "groundwork-feedback": GroundworkFeedback;
    "groundwork-team": GroundworkTeam;
  }
  interface DocumentEventMap extends GroundworkEventMap {}
}
