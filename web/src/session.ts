/**
 * Where bearer tokens come from. They are kept in memory only: never in a URL, a cookie or a storage of the browser.
 */
export interface Session {
  /** A token that is valid now. Fails with `SignInNeeded` if there is none without the person. */
  token(): Promise<string>;
  /** Replaces the token without asking the person. Fails with `SignInNeeded` if that is not possible. */
  renew(): Promise<void>;
  /** Lets the person sign in while the page stays as it is, so that nothing typed is lost. */
  signInAgain(): Promise<void>;
  signOut(): Promise<void>;
}

/** The person has to sign in. */
export class SignInNeeded extends Error {
  override readonly name = "SignInNeeded";
}

/** A portal's session: the portal signs its people in, and gives tokens by `getToken`. */
export class PortalSession implements Session {
  readonly #getToken: (options?: { renew: boolean }) => Promise<string>;
  readonly #signInNeeded: () => void;

  constructor(getToken: (options?: { renew: boolean }) => Promise<string>, signInNeeded: () => void) {
    this.#getToken = getToken;
    this.#signInNeeded = signInNeeded;
  }

  token(): Promise<string> {
    return this.#getToken();
  }

  async renew(): Promise<void> {
    await this.#getToken({ renew: true });
  }

  async signInAgain(): Promise<void> {
    this.#signInNeeded();
    throw new SignInNeeded("the page around this component has to sign the person in");
  }

  async signOut(): Promise<void> {}
}
