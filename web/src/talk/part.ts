import { property } from "lit/decorators.js";

import { GroundworkElement } from "../element.js";
import { Following, type TalkDocument } from "./document.js";

/** A part of a talk's page, which shows the talk's document and follows its changes. */
export abstract class TalkPart extends GroundworkElement {
  @property({ attribute: false }) document: TalkDocument | undefined;

  constructor() {
    super();
    new Following(this, () => this.document);
  }
}
