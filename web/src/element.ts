import { ContextProvider, consume } from "@lit/context";
import { css, LitElement, type CSSResultGroup, type CSSResultOrNative, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";

import { Api, apiContext } from "./api.js";
import { adoptTokens } from "./design/tokens.js";
import { englishLocale, loadLocale, localeContext, type Catalogue, type Locale } from "./i18n/locale.js";
import { PortalSession } from "./session.js";

/** Registers an element, unless another copy of this code on the page has done so. */
export function element(name: `gw-${string}` | `groundwork-${string}`) {
  return (constructor: CustomElementConstructor): void => {
    if (customElements.get(name) === undefined) {
      customElements.define(name, constructor);
    }
  };
}

/** Parts of base elements that a portal may style through the view they are in: `groundwork-plan::part(button)`. */
const openParts = "button, card, cell, control, dialog, error, heading, hint, label, menu, option, row, state, tab, tabs, table";

/** Base of every element: has the person's language. */
export class GroundworkElement extends LitElement {
  @consume({ context: localeContext, subscribe: true })
  @state()
  protected inherited: Locale = englishLocale;

  /** The language in use, with its texts (`t`) and formats. */
  get locale(): Locale {
    return this.inherited;
  }

  protected get t(): Catalogue {
    return this.locale.t;
  }

  override connectedCallback(): void {
    adoptTokens();
    super.connectedCallback();
    if (this.localName.startsWith("gw-") && !this.hasAttribute("exportparts")) {
      this.setAttribute("exportparts", openParts);
    }
  }

  /** Tells the board or the portal. */
  protected emit(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

// What a component inherits from a portal is important, so that rules of the page for everything (`* { color: red }`) do
// not reach it. Colours and sizes are custom properties, which do.
const isolation = css`
  :host {
    color: var(--groundwork-text) !important;
    font: 400 var(--groundwork-text-m) / var(--groundwork-leading) var(--groundwork-font) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    visibility: visible !important;
    cursor: auto !important;
  }
`;

/**
 * Base of the views, which are also the web components for portals.
 *
 * Inside the board, service and language come from it. In a portal they are set on the element: `api` and `getToken`,
 * and `lang`. Nothing is rendered before both are there; subclasses render in `view()`.
 */
export class GroundworkView extends GroundworkElement {
  /** Base URL of the service, without `/v1`: for portals. */
  @property({ attribute: "api" }) baseUrl = "";

  /**
   * Returns a valid bearer token of the person: for portals. With `renew: true` the service refused the last one, and a
   * new one is needed. A property, not an attribute: tokens do not belong in the document.
   */
  @property({ attribute: false }) getToken: ((options?: { renew: boolean }) => Promise<string>) | undefined;

  @property({ reflect: true }) override lang = "";

  @consume({ context: apiContext, subscribe: true })
  @state()
  protected inheritedApi: Api | undefined;

  @state() private ownApi: Api | undefined;
  @state() private ownLocale: Locale | undefined;
  #apiProvider: ContextProvider<typeof apiContext, this> | undefined;
  #localeProvider: ContextProvider<typeof localeContext, this> | undefined;

  /** The service. Only to be used once there is one: in `view()`, in tasks and in handlers. */
  protected get api(): Api {
    const api = this.ownApi ?? this.inheritedApi;
    if (api === undefined) {
      throw new Error("set `api` and `getToken` before using this element");
    }
    return api;
  }

  /** Whether the service can be called yet. Tasks must wait for it. */
  get connected(): boolean {
    return (this.ownApi ?? this.inheritedApi) !== undefined && (this.lang === "" || this.ownLocale !== undefined);
  }

  override get locale(): Locale {
    return this.ownLocale ?? this.inherited;
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [...super.finalizeStyles(styles), isolation];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has("getToken") || changed.has("baseUrl")) && this.getToken !== undefined) {
      const session = new PortalSession(this.getToken, () => this.emit("groundwork-sign-in-needed"));
      this.ownApi = new Api(this.baseUrl, session);
      this.#apiProvider ??= new ContextProvider(this, { context: apiContext });
      this.#apiProvider.setValue(this.ownApi);
    }
    if (changed.has("lang") && this.lang !== "") {
      void this.#speak(this.lang);
    }
  }

  /** Loads the language, and again with the person's time zone as soon as that is known. */
  async #speak(lang: string): Promise<void> {
    const use = async (zone?: string) => {
      const locale = await loadLocale(lang, zone);
      if (this.lang === lang) {
        this.ownLocale = locale;
        this.#localeProvider ??= new ContextProvider(this, { context: localeContext });
        this.#localeProvider.setValue(locale);
      }
    };
    await use();
    const me = await this.ownApi?.me().catch(() => undefined);
    if (me?.person?.time_zone) {
      await use(me.person.time_zone);
    }
  }

  protected override render(): unknown {
    return this.connected ? this.view() : undefined;
  }

  /** What the element shows. */
  protected view(): unknown {
    return undefined;
  }
}

/** Shows a short message in the corner of the page, and has it read aloud. */
export function toast(from: Element, text: string, tone: "positive" | "critical" | "neutral" = "positive"): void {
  from.dispatchEvent(new CustomEvent("groundwork-toast", { detail: { text, tone }, bubbles: true, composed: true }));
}
