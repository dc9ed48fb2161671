import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from "oidc-client-ts";

import { SignInNeeded, type Session } from "./session.js";
import type { BoardConfig, Door } from "./shell/door.js";

/**
 * Signing in at an OpenID Connect provider: authorization code with PKCE. Tokens stay in memory. `sessionStorage` holds
 * what the library must remember between leaving for the provider and coming back: state and PKCE verifier, each removed
 * when used. The URL carries the one-time code only, and is cleaned at once.
 *
 * A reload signs in again by `prompt=none`, as a redirect of the whole page: that works without third-party cookies.
 */
export function oidcDoor(base: string, config: BoardConfig): Door {
  if (config.issuer === null || config.client_id === null) {
    throw new Error("the service has no issuer or client for the board");
  }
  const home = new URL(base, location.href).href;
  const signedIn = new URL("signed-in", home).href;
  const manager = new UserManager({
    authority: config.issuer,
    client_id: config.client_id,
    scope: config.scope ?? "openid",
    ...(config.resource && { resource: config.resource }),
    redirect_uri: home,
    post_logout_redirect_uri: home,
    // A page of its own for windows and hidden frames, since the board itself is never framed.
    popup_redirect_uri: signedIn,
    silent_redirect_uri: signedIn,
    response_type: "code",
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    // `OidcSession` renews, one at a time: a refresh token that is used twice is taken for stolen.
    automaticSilentRenew: false,
    monitorSession: false,
  });
  const leave = (prompt?: "none") =>
    manager.signinRedirect({ state: location.hash, ...(prompt && { prompt }) }).then(() => new Promise<never>(() => {}));

  return {
    people: null,
    signIn: () => leave(),
    resume: async () => {
      const query = new URLSearchParams(location.search);
      if (isResult(query)) {
        return comeBack(manager, base);
      }
      if (query.has("state")) {
        await manager.signoutRedirectCallback(location.href).catch(() => undefined);
        history.replaceState(null, "", base);
      }
      return sessionStorage.getItem(signedOut) === null ? leave("none") : undefined;
    },
  };
}

/** Set by signing out, so that the next page asks before it signs in again. */
const signedOut = "groundwork-signed-out";

/** Seconds before its end from which a token is renewed, so that it does not end on the way. */
const margin = 10;

function isResult(query: URLSearchParams): boolean {
  return query.has("state") && (query.has("code") || query.has("error"));
}

async function comeBack(manager: UserManager, base: string): Promise<Session | undefined> {
  const url = location.href;
  history.replaceState(null, "", base);
  const returnTo = (address: unknown) => history.replaceState(null, "", base + (typeof address === "string" ? address : ""));
  try {
    const user = await manager.signinRedirectCallback(url);
    sessionStorage.removeItem(signedOut);
    returnTo(user.state);
    return new OidcSession(manager, user.profile.sub);
  } catch (error) {
    // Usually `login_required`: no one is signed in at the provider. The sign-in page asks, and then leads on to where
    // the person wanted to go.
    if (error instanceof ErrorResponse) {
      returnTo(error.state);
      return undefined;
    }
    // The provider did not answer, or this address is an old one from the history.
    if (error instanceof TypeError) {
      throw error;
    }
    return undefined;
  }
}

class OidcSession implements Session {
  readonly #manager: UserManager;
  readonly #subject: string;
  #renewal: Promise<User | null> | undefined;
  #window: AbortController | undefined;

  constructor(manager: UserManager, subject: string) {
    this.#manager = manager;
    this.#subject = subject;
  }

  async token(): Promise<string> {
    const user = await this.#manager.getUser();
    const left = user === null ? 0 : (user.expires_in ?? Infinity);
    if (user !== null && left > margin) {
      return user.access_token;
    }
    try {
      await this.renew();
    } catch (error) {
      if (user !== null && left > 0) {
        return user.access_token;
      }
      throw error;
    }
    const renewed = await this.#manager.getUser();
    if (renewed === null) {
      throw new SignInNeeded("there is no token");
    }
    return renewed.access_token;
  }

  /** By the refresh token, or else by `prompt=none` in a frame; one renewal at a time, because refresh tokens rotate. */
  async renew(): Promise<void> {
    this.#renewal ??= this.#ask().finally(() => (this.#renewal = undefined));
    try {
      await this.#renewal;
    } catch (error) {
      // A provider that cannot be reached is no reason to ask the person.
      if (error instanceof TypeError) {
        throw error;
      }
      throw new SignInNeeded("the token could not be renewed", { cause: error });
    }
  }

  async #ask(): Promise<User | null> {
    try {
      return await this.#manager.signinSilent();
    } catch (error) {
      const user = await this.#manager.getUser();
      if (error instanceof ErrorResponse && user?.refresh_token !== undefined) {
        // The refresh token is at its end; the provider may still know the person.
        return this.#manager.signinSilent({ forceIframeAuth: true });
      }
      throw error;
    }
  }

  /** In a window, so that the page stays as it is. */
  async signInAgain(): Promise<void> {
    this.#window?.abort();
    const ended = (this.#window = new AbortController());
    // The window of a provider of another origin cannot be seen from here. Without a result soon after the focus is back,
    // the person has closed it.
    const back = () => setTimeout(() => ended.abort(new Error("the window was closed")), 1000);
    window.addEventListener("focus", back, { once: true });
    try {
      const user = await this.#manager.signinPopup({ popupSignal: ended.signal });
      if (user.profile.sub !== this.#subject) {
        // What was typed here is the other person's.
        await this.#manager.removeUser();
        throw new SignInNeeded("someone else has signed in");
      }
    } finally {
      window.removeEventListener("focus", back);
    }
  }

  async signOut(): Promise<void> {
    sessionStorage.setItem(signedOut, "yes");
    try {
      const metadata = await this.#manager.metadataService.getMetadata();
      if (metadata.end_session_endpoint !== undefined) {
        await this.#manager.signoutRedirect();
      }
    } catch {
      // The provider cannot be reached: signed out here alone.
      await this.#manager.removeUser();
    }
  }
}
