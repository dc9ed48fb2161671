import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";

import type { Me } from "../api.js";
import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import { languages } from "../i18n/locale.js";
import type { Entry } from "../router.js";
import "../ui/icon.js";
import "../ui/menu.js";
import "../ui/status.js";

/** Name of the product, where one can go, language, and who is signed in. Events `language`, `sign-out` and `skip`. */
@element("gw-header")
export class GwHeader extends GroundworkElement {
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property() address = "";

  static override styles = [
    base,
    css`
      :host {
        position: sticky;
        z-index: 10;
        inset-block-start: 0;
        border-block-end: 1px solid var(--groundwork-line);
        background: var(--groundwork-canvas);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--groundwork-space-5);
        max-inline-size: 72rem;
        min-block-size: 4rem;
        margin-inline: auto;
        padding-inline: clamp(1rem, 4vi, 2rem);
      }
      .skip:focus {
        position: absolute;
        z-index: 30;
        inset-block-start: var(--groundwork-space-2);
        inset-inline-start: var(--groundwork-space-2);
        padding: var(--groundwork-space-2) var(--groundwork-space-4);
        border-radius: var(--groundwork-radius-m);
        background: var(--groundwork-accent);
        color: var(--groundwork-on-accent);
      }
      .brand {
        display: inline-flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        min-block-size: 2.75rem;
        color: inherit;
        font-weight: 650;
        letter-spacing: -0.015em;
        text-decoration: none;
      }
      .mark {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        color: var(--groundwork-accent);
      }
      .mark path {
        stroke: var(--groundwork-on-accent);
        stroke-width: 2.6;
        stroke-linecap: round;
      }
      nav {
        flex: 1;
      }
      ul {
        display: flex;
        gap: var(--groundwork-space-5);
      }
      nav a {
        display: flex;
        align-items: center;
        min-block-size: 4rem;
        border-block: 2px solid transparent;
        color: var(--groundwork-text-muted);
        font-weight: 540;
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        color: var(--groundwork-text);
      }
      nav a:focus-visible {
        outline-offset: -4px;
      }
      nav a[aria-current="page"] {
        border-block-end-color: var(--groundwork-accent);
        color: var(--groundwork-text);
      }
      @media (forced-colors: active) {
        .mark path {
          stroke: Canvas;
        }
        nav a {
          border-color: Canvas;
        }
        nav a[aria-current="page"] {
          border-block-end-color: Highlight;
        }
      }
      .who {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-1);
        margin-inline-start: auto;
      }
      .account {
        display: flex;
        align-items: center;
        gap: var(--groundwork-space-2);
        font-size: var(--groundwork-text-s);
        font-weight: 540;
      }
      @media (max-width: 44rem) {
        header {
          min-block-size: 3.5rem;
        }
        nav {
          order: 1;
          flex-basis: 100%;
        }
        nav a {
          min-block-size: 2.75rem;
        }
        .account span {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { product, navigation, skip } = this.t.shell;
    const { me } = this;
    const visible = me === undefined ? [] : this.entries.filter((entry) => entry.visible(me));
    return html`<header>
      <a class="skip visually-hidden" href="#main" @click=${this.#skip}>${skip}</a>
      <a class="brand" href="#/">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M8 22h16M11 17h10M14 12h4" />
        </svg>
        ${product}
      </a>
      ${visible.length === 0
        ? nothing
        : html`<nav aria-label=${navigation}>
            <ul role="list">
              ${visible.map(
                ({ href, label, covers }) => html`<li>
                  <a href=${href} aria-current=${this.#covers(covers) ? "page" : nothing}>${label(this.t)}</a>
                </li>`,
              )}
            </ul>
          </nav>`}
      <div class="who">${this.#language()}${me === undefined ? nothing : this.#account(me)}</div>
    </header>`;
  }

  // The address behind # names views, so a link cannot move the focus by itself.
  #skip(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new Event("skip"));
  }

  #covers(prefixes: readonly string[]): boolean {
    return prefixes.some((prefix) => this.address === prefix || this.address.startsWith(`${prefix}/`));
  }

  #language() {
    const items = Object.entries(languages).map(([id, label]) => ({ id, label }));
    return html`<gw-menu
      icon="globe"
      label=${`${this.t.shell.language}: ${languages[this.locale.language]}`}
      .items=${items}
      @select=${(event: CustomEvent<string>) => this.dispatchEvent(new CustomEvent("language", { detail: event.detail }))}
    ></gw-menu>`;
  }

  #account({ person }: Me) {
    const { account, signOut } = this.t.shell;
    const name = person?.display_name ?? "";
    return html`<gw-menu
      icon="user"
      label=${account(name)}
      .items=${[{ id: "sign-out", label: signOut, icon: "sign-out" as const }]}
      @select=${() => this.dispatchEvent(new Event("sign-out"))}
    >
      ${name === ""
        ? nothing
        : html`<div class="account"><gw-avatar size="small" name=${name}></gw-avatar><span>${name}</span></div>`}
    </gw-menu>`;
  }
}
