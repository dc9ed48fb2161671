import { createContext } from "@lit/context";
import { createGroundworkClient, ProblemError, type GroundworkClient, type Person, type Reply } from "@groundwork/client";

import type { Catalogue } from "./i18n/locale.js";
import { SignInNeeded, type Session } from "./session.js";

export const apiContext = createContext<Api>(Symbol.for("groundwork-api"));

/** The service, as one person sees it. Every method throws what `explain` turns into a sentence. */
export class Api implements GroundworkClient {
  readonly session: Session;
  readonly GET: GroundworkClient["GET"];
  readonly POST: GroundworkClient["POST"];
  readonly PUT: GroundworkClient["PUT"];
  readonly PATCH: GroundworkClient["PATCH"];
  readonly DELETE: GroundworkClient["DELETE"];
  #me: Promise<Me> | undefined;
  #signingIn: Promise<void> | undefined;

  constructor(baseUrl: string, session: Session) {
    this.session = session;
    const client = createGroundworkClient({ baseUrl, token: () => session.token() });
    this.GET = this.#renewing(client.GET);
    this.POST = this.#renewing(client.POST);
    this.PUT = this.#renewing(client.PUT);
    this.PATCH = this.#renewing(client.PATCH);
    this.DELETE = this.#renewing(client.DELETE);
  }

  /** The person who is signed in; asked once. */
  me(): Promise<Me> {
    this.#me ??= this.#askMe().catch((error: unknown) => {
      this.#me = undefined;
      throw error;
    });
    return this.#me;
  }

  async #askMe(): Promise<Me> {
    const { data } = await this.GET("/v1/me");
    if (data.person === null || data.person === undefined) {
      return { person: undefined, isHrAdmin: data.roles.includes("hr_admin"), hasTeam: false };
    }
    const { person } = data;
    const path = { person_id: person.id };
    const team = await this.GET("/v1/people/{person_id}/team-progress", { params: { path, query: { limit: 1 } } });
    return {
      person,
      isHrAdmin: data.roles.includes("hr_admin"),
      hasTeam: team.data.totals.people > 0 || data.delegate_of.length > 0,
    };
  }

  /** Repeats a call that was refused with 401: with a renewed token, and then after the person has signed in again. */
  #renewing<Call>(call: Call): Call {
    const send = call as (...args: unknown[]) => Promise<unknown>;
    const repeated = async (...args: unknown[]) => {
      try {
        return await send(...args);
      } catch (error) {
        if (!isSignedOut(error)) {
          throw error;
        }
      }
      try {
        await this.session.renew();
        return await send(...args);
      } catch (error) {
        if (!isSignedOut(error)) {
          throw error;
        }
      }
      await this.signInAgain();
      return send(...args);
    };
    return repeated as Call;
  }

  /** Called when a token is needed that only the person can get. The board sets it, to ask in a dialog. */
  askToSignIn: () => Promise<void> = () => this.session.signInAgain();

  /** Asks once, however many calls wait for it. */
  signInAgain(): Promise<void> {
    this.#signingIn ??= this.askToSignIn().finally(() => (this.#signingIn = undefined));
    return this.#signingIn;
  }
}

export interface Me {
  /** Missing if the token's person is not in the directory. */
  person: Person | undefined;
  isHrAdmin: boolean;
  hasTeam: boolean;
}

function isSignedOut(error: unknown): boolean {
  return error instanceof SignInNeeded || (error instanceof ProblemError && error.status === 401);
}

/** What became of a change that was sent with `If-Match`. */
export type Change<T> = { changed: true; data: T; etag: string | undefined } | { changed: false };

/** Awaits a change that was sent with `If-Match`: `changed` is false if someone else changed the resource before. */
export async function unlessChanged<T>(sent: Promise<Reply<T>>): Promise<Change<T>> {
  try {
    const { data, etag } = await sent;
    return { changed: true, data, etag };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 412) {
      return { changed: false };
    }
    throw error;
  }
}

/** An error in words for the person. */
export interface Explanation {
  kind: "offline" | "signed-out" | "forbidden" | "missing" | "conflict" | "invalid" | "refused" | "busy" | "server";
  title: string;
  text: string;
  /** Invalid fields of what was sent: JSON pointer into it, and what is wrong. */
  fields: readonly { pointer: string; detail: string }[];
  /** Seconds after which the service wants to be asked again. */
  retryAfter: number | undefined;
  /** For support. */
  requestId: string | undefined;
}

export function explain(error: unknown, { common: { errors } }: Catalogue): Explanation {
  const say = (kind: Explanation["kind"], title: string, text: string): Explanation => ({
    kind,
    title,
    text,
    fields: error instanceof ProblemError ? error.errors.map(({ pointer, detail }) => ({ pointer, detail })) : [],
    retryAfter: error instanceof ProblemError ? retryAfter(error) : undefined,
    requestId: error instanceof ProblemError ? error.request_id : undefined,
  });
  if (isSignedOut(error)) {
    return say("signed-out", errors.signedOut, errors.signedOutText);
  }
  if (!(error instanceof ProblemError)) {
    // A fetch that got no response rejects with a TypeError.
    return error instanceof TypeError
      ? say("offline", errors.offline, errors.offlineText)
      : say("server", errors.server, errors.serverText);
  }
  const detail = sentence(error.detail);
  switch (error.status) {
    case 400:
    case 422:
      return say("invalid", errors.invalid, detail);
    case 403:
      return say("forbidden", errors.forbidden, detail);
    case 404:
      return say("missing", errors.missing, errors.missingText);
    case 409:
      return say("refused", errors.notNow, detail);
    case 412:
      return say("conflict", errors.conflict, errors.conflictText);
    case 429:
    case 503:
      return say("busy", errors.busy, errors.busyText(retryAfter(error) ?? 10));
    default:
      return error.status < 500
        ? say("refused", errors.notNow, detail)
        : say("server", errors.server, errors.serverText);
  }
}

function retryAfter(error: ProblemError): number | undefined {
  const said = error.response.headers.get("Retry-After");
  return said !== null && /^\d+$/.test(said) ? Number(said) : undefined;
}

/** The service writes details without a capital letter and a full stop. */
function sentence(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Nothing where the service refuses: readers may not read everything around a plan. */
export async function ifAllowed<T>(sent: Promise<T>): Promise<T | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 403 || error.status === 404)) {
      return undefined;
    }
    throw error;
  }
}
