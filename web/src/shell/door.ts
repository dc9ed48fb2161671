import { SignInNeeded, type Session } from "../session.js";

/** Ways into the board: what the sign-in page offers, and what it does. */
export interface Door {
  /** People of the demo; null if the person signs in at the identity provider. */
  readonly people: readonly DemoPerson[] | null;
  /** A session without asking the person, if there can be one. */
  resume(): Promise<Session | undefined>;
  /** Signs in as a person of the demo, or leaves the page for the identity provider. */
  signIn(userName?: string): Promise<Session>;
}

export interface DemoPerson {
  user_name: string;
  name: string;
  about: "employee" | "manager" | "hr_admin";
}

/** `GET /board/config.json` */
export interface BoardConfig {
  issuer: string | null;
  client_id: string | null;
  scope: string | null;
  resource?: string | null;
  demo: { people: DemoPerson[] } | null;
}

export async function openDoor(base = import.meta.env.BASE_URL): Promise<Door> {
  const response = await fetch(`${base}config.json`);
  if (!response.ok) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  const config = (await response.json()) as BoardConfig;
  if (config.demo !== null) {
    return demoDoor(base, config.demo.people);
  }
  const { oidcDoor } = await import("../session-oidc.js");
  return oidcDoor(base, config);
}

const lastPerson = "groundwork-demo-person";

function demoDoor(base: string, people: readonly DemoPerson[]): Door {
  const signIn = async (userName = "") => {
    const session = new DemoSession(base, userName);
    await session.renew();
    sessionStorage.setItem(lastPerson, userName);
    return session;
  };
  return {
    people,
    signIn,
    // A reload goes on as the same person: the name is kept, the token is not.
    resume: async () => {
      const userName = sessionStorage.getItem(lastPerson);
      return userName === null ? undefined : signIn(userName).catch(() => undefined);
    },
  };
}

class DemoSession implements Session {
  readonly #url: string;
  #token = "";
  #expires = 0;

  constructor(base: string, userName: string) {
    this.#url = `${base}demo/${encodeURIComponent(userName)}`;
  }

  async token(): Promise<string> {
    if (Date.now() >= this.#expires) {
      await this.renew();
    }
    return this.#token;
  }

  async renew(): Promise<void> {
    const response = await fetch(this.#url, { method: "POST" });
    if (!response.ok) {
      throw new SignInNeeded(`${response.status} ${response.statusText}`);
    }
    const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number };
    this.#token = access_token;
    this.#expires = Date.now() + (expires_in - 30) * 1000;
  }

  signInAgain(): Promise<void> {
    return this.renew();
  }

  async signOut(): Promise<void> {
    sessionStorage.removeItem(lastPerson);
  }
}
