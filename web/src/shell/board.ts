import { ContextProvider } from "@lit/context";
import { css, html, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";

import { Api, apiContext, type Me } from "../api.js";
import { base } from "../design/base.js";
import { element, GroundworkElement } from "../element.js";
import {
  directionOf,
  englishLocale,
  keepLanguage,
  loadLocale,
  localeContext,
  preferredLanguage,
  type Language,
  type Locale,
} from "../i18n/locale.js";
import { currentAddress, match, type Match } from "../router.js";
import { SignInNeeded, type Session } from "../session.js";
import "../ui/button.js";
import "../ui/dialog.js";
import "../ui/states.js";
import type { GwToasts } from "../ui/states.js";
import { entries, routes } from "../views.js";
import { openDoor, type Door } from "./door.js";
import "./header.js";
import "./sign-in.js";

/** The frame around all views: signs in, shows the view of the address, keeps title and focus right. */
@element("groundwork-board")
export class GroundworkBoard extends GroundworkElement {
  @state() private door: Door | undefined;
  @state() private me: Me | undefined;
  @state() private failure: unknown;
  @state() private address = currentAddress();
  @state() private shown: Match | undefined;
  @state() private offline = !navigator.onLine;
  /** Set while a call waits for the person to sign in again. */
  @state() private askedToSignIn: { signedIn: () => void; dismissed: () => void } | undefined;
  @state() private signingIn = false;

  @query("main") private main!: HTMLElement;
  @query("gw-toasts") private toasts!: GwToasts;

  readonly #locale = new ContextProvider(this, { context: localeContext, initialValue: englishLocale });
  readonly #api = new ContextProvider(this, { context: apiContext });
  #session: Session | undefined;
  #language = preferredLanguage();

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 100dvb;
        background: var(--groundwork-canvas);
      }
      main {
        flex: 1;
        inline-size: 100%;
        max-inline-size: 72rem;
        margin-inline: auto;
        padding: clamp(1.5rem, 4vi, 3rem) clamp(1rem, 4vi, 2rem) var(--groundwork-space-8);
      }
      main:focus {
        outline: none;
      }
      .offline {
        padding: var(--groundwork-space-2) var(--groundwork-space-4);
        background: var(--groundwork-caution-soft);
        color: var(--groundwork-caution);
        font-size: var(--groundwork-text-s);
        text-align: center;
      }
    `,
  ];

  override get locale(): Locale {
    return this.#locale.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#addressChanged);
    window.addEventListener("online", this.#connectionChanged);
    window.addEventListener("offline", this.#connectionChanged);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#addressChanged);
    window.removeEventListener("online", this.#connectionChanged);
    window.removeEventListener("offline", this.#connectionChanged);
  }

  protected override render() {
    const { common } = this.t;
    return html`
      <gw-header
        .me=${this.me}
        .entries=${entries}
        address=${this.address}
        @language=${(event: CustomEvent<Language>) => void this.#pickLanguage(event.detail)}
        @sign-out=${() => void this.#signOut()}
        @skip=${() => this.main.focus()}
      ></gw-header>
      ${this.offline
        ? html`<div class="offline" role="status">${common.errors.offline}. ${common.errors.offlineText}</div>`
        : nothing}
      <main
        id="main"
        tabindex="-1"
        @groundwork-toast=${(event: CustomEvent<{ text: string; tone: "positive" }>) =>
          this.toasts.show(event.detail.text, event.detail.tone)}
        @groundwork-title=${(event: CustomEvent<string>) => this.#title(event.detail)}
      >
        ${this.#content()}
      </main>
      <gw-toasts></gw-toasts>
      ${this.#signInDialog()}
    `;
  }

  #content() {
    const { shell } = this.t;
    if (this.failure !== undefined) {
      return html`<gw-error .error=${this.failure} @retry=${() => void this.#retry()}></gw-error>`;
    }
    if (this.door === undefined) {
      return html`<gw-skeleton lines="4"></gw-skeleton>`;
    }
    if (this.me === undefined) {
      return this.#session === undefined
        ? html`<gw-sign-in .door=${this.door} @signed-in=${(event: CustomEvent<Session>) => void this.#enter(event.detail)}></gw-sign-in>`
        : html`<gw-skeleton lines="4"></gw-skeleton>`;
    }
    if (this.shown === undefined) {
      return html`<gw-empty icon="search" heading=${shell.notFound} text=${shell.notFoundText}>
        <gw-button href="#/">${shell.home}</gw-button>
      </gw-empty>`;
    }
    const { route, params } = this.shown;
    return keyed(JSON.stringify([route.path, params]), route.render(params));
  }

  #signInDialog() {
    const { shell, common } = this.t;
    const answer = (way: "signedIn" | "dismissed") => {
      const asked = this.askedToSignIn;
      this.askedToSignIn = undefined;
      asked?.[way]();
    };
    const signIn = async () => {
      this.signingIn = true;
      try {
        await this.#session?.signInAgain();
        answer("signedIn");
      } catch {
        this.toasts.show(shell.signInFailed, "critical");
      } finally {
        this.signingIn = false;
      }
    };
    return html`<gw-dialog heading=${shell.signInAgain} ?open=${this.askedToSignIn !== undefined} @close=${() => answer("dismissed")}>
      <p>${common.errors.signedOutText}</p>
      <gw-button slot="footer" variant="primary" ?busy=${this.signingIn} @click=${() => void signIn()}>${shell.signIn}</gw-button>
    </gw-dialog>`;
  }

  async #start(): Promise<void> {
    this.failure = undefined;
    try {
      await this.#speak(undefined);
      const door = await openDoor();
      const session = await door.resume();
      // Not before: resuming may leave the page, and no one should be asked to sign in meanwhile.
      this.door = door;
      if (session !== undefined) {
        await this.#enter(session);
      } else {
        this.#title(this.t.shell.signIn);
      }
    } catch (error) {
      this.failure = error;
    }
  }

  #retry(): Promise<void> {
    if (this.me !== undefined) {
      return this.#show();
    }
    return this.#session === undefined ? this.#start() : this.#enter(this.#session);
  }

  async #enter(session: Session): Promise<void> {
    this.#session = session;
    const api = new Api(new URL("..", new URL(import.meta.env.BASE_URL, location.href)).href.replace(/\/$/, ""), session);
    api.askToSignIn = () =>
      new Promise((resolve, reject) => {
        this.askedToSignIn = { signedIn: resolve, dismissed: () => reject(new SignInNeeded("dismissed")) };
      });
    this.#api.setValue(api);
    this.failure = undefined;
    this.requestUpdate();
    try {
      const me = await api.me();
      await this.#speak(me.person?.time_zone ?? undefined);
      this.me = me;
      await this.#show();
    } catch (error) {
      this.failure = error;
    }
  }

  async #signOut(): Promise<void> {
    await this.#session?.signOut();
    // A fresh page: nothing of the person stays in memory.
    location.hash = "";
    location.reload();
  }

  async #pickLanguage(language: Language): Promise<void> {
    keepLanguage(language);
    this.#language = language;
    await this.#speak(this.me?.person?.time_zone ?? undefined);
    this.#titleOfRoute();
  }

  async #speak(zone: string | undefined): Promise<void> {
    // Without its language the board speaks English rather than not at all.
    const locale = await loadLocale(this.#language, zone).catch(() => englishLocale);
    this.#locale.setValue(locale);
    document.documentElement.lang = locale.language;
    document.documentElement.dir = directionOf(locale.language);
    this.requestUpdate();
  }

  readonly #addressChanged = (): void => {
    if (this.me !== undefined) {
      void this.#show().then(() => this.main.focus({ preventScroll: true }));
    }
  };

  readonly #connectionChanged = (): void => {
    this.offline = !navigator.onLine;
  };

  async #show(): Promise<void> {
    const { me } = this;
    const begin = me && entries.find((entry) => entry.visible(me));
    if (currentAddress() === "/" && begin !== undefined) {
      history.replaceState(null, "", begin.href);
    }
    const address = currentAddress();
    const found = match(routes, address);
    try {
      await found?.route.load();
    } catch (error) {
      this.failure = error;
      return;
    }
    if (address === currentAddress()) {
      this.failure = undefined;
      this.address = address;
      this.shown = found;
      this.#titleOfRoute();
      window.scrollTo(0, 0);
      await this.updateComplete;
    }
  }

  #titleOfRoute(): void {
    const { shell } = this.t;
    this.#title(this.me === undefined ? shell.signIn : (this.shown?.route.title(this.t) ?? shell.notFound));
  }

  #title(view: string): void {
    document.title = this.t.shell.title(view);
  }
}
