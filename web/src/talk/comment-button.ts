import type { CommentSubjectKind } from "@groundwork/client";
import { consume } from "@lit/context";
import { css, html, nothing, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";

import { apiContext, type Api } from "../api.js";
import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import { commentsOn, type Comments } from "./comments.js";
import { Following } from "./document.js";

/**
 * Says how many comments there are on a part of a plan, and shows and hides them: event `toggle`. Without comments it is
 * there for those who `may` comment only.
 */
@element("gw-comment-button")
export class GwCommentButton extends GroundworkElement {
  @property({ attribute: "plan-id" }) planId = "";
  @property({ attribute: "subject-kind" }) subjectKind: CommentSubjectKind = "answer";
  /** Ids of the part and of the parts in it. */
  @property({ attribute: false }) subjects: readonly string[] = [];
  /** Name of the part. */
  @property() name = "";
  @property({ type: Boolean }) may = false;
  @property({ type: Boolean }) open = false;

  @consume({ context: apiContext, subscribe: true })
  private api: Api | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: end;
        block-size: 2.25rem;
      }
    `,
  ];

  constructor() {
    super();
    new Following(this, () => this.#comments);
  }

  get #comments(): Comments | undefined {
    return this.api && commentsOn(this.api, this.planId);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("planId")) {
      // Once for all buttons of the plan.
      void this.#comments?.load();
    }
  }

  protected override render() {
    const { talk } = this.t;
    const count = this.#comments?.on(this.subjectKind, this.subjects).length ?? 0;
    if (count === 0 && !this.may) {
      return nothing;
    }
    return html`<gw-button
      size="small"
      variant="quiet"
      icon="message"
      label=${count === 0 ? talk.commentOn(this.name) : talk.commentsOn(count, this.name)}
      expanded=${this.open ? "true" : "false"}
      @click=${() => this.dispatchEvent(new Event("toggle"))}
      >${count === 0 ? nothing : this.locale.format.number(count)}</gw-button
    >`;
  }
}
