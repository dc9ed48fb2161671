import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";

import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import "../ui/button.js";
import "../ui/icon.js";
import "../ui/states.js";
import "../ui/status.js";
import type { DemoPerson, Door } from "./door.js";

/** Where a person signs in; the event `signed-in` has the session as `detail`. */
@element("gw-sign-in")
export class GwSignIn extends GroundworkElement {
  @property({ attribute: false }) door!: Door;
  @state() private chosen: string | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    css`
      .page {
        display: grid;
        align-content: center;
        gap: var(--groundwork-space-7);
        max-inline-size: 46rem;
        min-block-size: 76dvb;
        margin-inline: auto;
      }
      .intro {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      h1 {
        font-size: clamp(2rem, 1.3rem + 3vi, 3rem);
        line-height: 1.1;
      }
      .intro p {
        max-inline-size: 38rem;
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-l);
      }
      section {
        display: grid;
        gap: var(--groundwork-space-4);
      }
      h2 {
        font-size: var(--groundwork-text-m);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: var(--groundwork-space-4);
      }
      .person {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: start;
        gap: var(--groundwork-space-1) var(--groundwork-space-3);
        inline-size: 100%;
        block-size: 100%;
        padding: var(--groundwork-space-4);
        border: 1px solid var(--groundwork-line);
        border-radius: var(--groundwork-radius-l);
        background: var(--groundwork-surface);
        box-shadow: var(--groundwork-shadow);
        text-align: start;
        cursor: pointer;
        transition: border-color var(--groundwork-motion), translate var(--groundwork-motion);
      }
      .person:hover {
        border-color: var(--groundwork-accent);
        translate: 0 -1px;
      }
      .person:focus-visible {
        border-radius: var(--groundwork-radius-l);
      }
      .person[aria-busy="true"] {
        border-color: var(--groundwork-accent);
        opacity: 0.7;
      }
      gw-avatar {
        grid-row: span 2;
        align-self: center;
      }
      .name {
        font-weight: 600;
        line-height: 1.3;
      }
      .role {
        color: var(--groundwork-accent);
        font-size: var(--groundwork-text-xs);
        font-weight: 560;
        line-height: 1.3;
      }
      .about {
        grid-column: 1 / -1;
        margin-block-start: var(--groundwork-space-2);
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
        line-height: 1.45;
      }
      .note {
        color: var(--groundwork-text-muted);
        font-size: var(--groundwork-text-s);
      }
    `,
  ];

  protected override render() {
    const { signInTitle, signInText } = this.t.shell;
    return html`<div class="page">
      <div class="intro">
        <h1 tabindex="-1">${signInTitle}</h1>
        <p>${signInText}</p>
      </div>
      ${this.error === undefined ? nothing : html`<gw-error inline no-retry .error=${this.error}></gw-error>`}
      ${this.door.people === null ? this.#provider() : this.#demo(this.door.people)}
    </div>`;
  }

  #provider() {
    return html`<div>
      <gw-button variant="primary" ?busy=${this.chosen !== undefined} @click=${() => this.#signIn()}>
        ${this.t.shell.signInButton}
      </gw-button>
    </div>`;
  }

  #demo(people: readonly DemoPerson[]) {
    const { demoTitle, demoText, demoRole, demoPerson } = this.t.shell;
    return html`<section aria-labelledby="demo">
      <h2 id="demo">${demoTitle}</h2>
      <ul role="list">
        ${people.map(
          ({ user_name, name, about }) => html`<li>
            <button class="person" type="button" aria-busy=${this.chosen === user_name ? "true" : "false"} @click=${() => this.#signIn(user_name)}>
              <gw-avatar name=${name}></gw-avatar>
              <span class="name">${name}</span>
              <span class="role">${demoRole[about]}</span>
              <span class="about">${demoPerson[about]}</span>
            </button>
          </li>`,
        )}
      </ul>
      <p class="note">${demoText}</p>
    </section>`;
  }

  async #signIn(userName?: string): Promise<void> {
    if (this.chosen !== undefined) {
      return;
    }
    this.chosen = userName ?? "";
    this.error = undefined;
    try {
      this.dispatchEvent(new CustomEvent("signed-in", { detail: await this.door.signIn(userName) }));
    } catch (error) {
      this.error = error;
    } finally {
      this.chosen = undefined;
    }
  }
}
