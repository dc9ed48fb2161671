import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from "oidc-client-ts";

import { SignInNeeded, type BoardConfig, type Door, type Session } from "./session.js";

/**
 * Signing in at an OpenID Connect provider: authorization code with PKCE. Tokens stay in memory. `sessionStorage` holds
 * what the library must remember between leaving for the provider and coming back: state, nonce and PKCE verifier,
 * each removed when used. The URL carries the one-time code only, and is cleaned at once.
 *
 * A reload signs in again by `prompt=none`, as a redirect of the whole page: that works without third-party cookies.
 */
export function oidcDoor(base: string, config: BoardConfig): Door {
  if (config.issuer === null || config.client_id === null) {
    throw new Error("the service has no issuer or client for the board");
  }
  const home = new URL(base, location.href).href;
  const manager = new UserManager({
    authority: config.issuer,
    client_id: config.client_id,
    scope: config.scope ?? "openid",
    ...(config.resource && { resource: config.resource }),
    redirect_uri: home,
    post_logout_redirect_uri: home,
    silent_redirect_uri: home,
    popup_redirect_uri: home,
    response_type: "code",
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
    monitorSession: false,
  });
  const leave = (prompt?: "none") =>
    manager.signinRedirect({ state: location.hash, ...(prompt && { prompt }) }).then(() => new Promise<never>(() => {}));

  return {
    people: null,
    signIn: () => leave(),
    resume: async () => {
      const query = new URLSearchParams(location.search);
      if (query.has("state") && (query.has("code") || query.has("error"))) {
        return comeBack(manager, base);
      }
      return sessionStorage.getItem(signedOut) === null ? leave("none") : undefined;
    },
  };
}

/** Set by signing out, so that the next page asks before it signs in again. */
const signedOut = "groundwork-signed-out";

async function comeBack(manager: UserManager, base: string): Promise<Session | undefined> {
  const url = location.href;
  history.replaceState(null, "", base);
  try {
    const user = await manager.signinRedirectCallback(url);
    sessionStorage.removeItem(signedOut);
    history.replaceState(null, "", base + (typeof user.state === "string" ? user.state : ""));
    return new OidcSession(manager);
  } catch {
    // Usually `login_required`: nobody is signed in at the provider. The sign-in page asks.
    return undefined;
  }
}

class OidcSession implements Session {
  readonly #manager: UserManager;
  #renewal: Promise<User | null> | undefined;

  constructor(manager: UserManager) {
    this.#manager = manager;
  }

  async token(): Promise<string> {
    let user = await this.#manager.getUser();
    if (user === null || user.expired !== false) {
      await this.renew();
      user = await this.#manager.getUser();
    }
    if (user === null) {
      throw new SignInNeeded("there is no token");
    }
    return user.access_token;
  }

  /** By the refresh token, or else by `prompt=none` in a frame; one renewal at a time, because refresh tokens rotate. */
  async renew(): Promise<void> {
    this.#renewal ??= this.#manager.signinSilent().finally(() => (this.#renewal = undefined));
    try {
      await this.#renewal;
    } catch (error) {
      throw new SignInNeeded("the token could not be renewed", { cause: error });
    }
  }

  async signInAgain(): Promise<void> {
    await this.#manager.signinPopup();
  }

  async signOut(): Promise<void> {
    sessionStorage.setItem(signedOut, "yes");
    const metadata = await this.#manager.metadataService.getMetadata();
    if (metadata.end_session_endpoint === undefined) {
      await this.#manager.removeUser();
    } else {
      await this.#manager.signoutRedirect();
    }
  }
}

/**
 * The page was opened by this library in a frame or a window, to bring a result back to the board. Returns true then:
 * nothing else is to be shown.
 */
export async function deliverResult(): Promise<boolean> {
  const manager = new UserManager({ authority: "", client_id: "", redirect_uri: "" });
  if (window.parent !== window) {
    await manager.signinSilentCallback(location.href);
    return true;
  }
  if (window.opener !== null) {
    await manager.signinPopupCallback(location.href);
    return true;
  }
  return false;
}
