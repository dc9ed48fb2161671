import createClient, { type FetchOptions, type FetchResponse, type ParseAs } from "openapi-fetch";
import type { FilterKeys, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";

import { ProblemError } from "./problem.js";
import { type Retries, repeating } from "./retry.js";
import type { paths } from "./schema.js";

export { ProblemError, type Retries };
export type * from "./schema.js";
/** @deprecated Its name until 0.2. */
export type { AwaitedStep as Awaited, RequestFeedback as CreateFeedbackRequest } from "./schema.js";

export interface GroundworkOptions {
  /** Base URL of the service, without `/v1`. */
  baseUrl: string;
  /** The bearer token, or a function that returns it and is called before every request. */
  token: string | (() => string | Promise<string>);
  retries?: Retries;
}

/** A successful response. An error is thrown as `ProblemError` instead. */
export interface Reply<T> {
  data: T;
  /** The version of the resource: pass it as `If-Match` to change only that version. */
  etag: string | undefined;
  response: Response;
}

export interface GroundworkClient {
  GET: Call<"get">;
  /** Sends an `Idempotency-Key`, a new one unless one is given, so that a repeated request is carried out once. */
  POST: Call<"post">;
  PUT: Call<"put">;
  PATCH: Call<"patch">;
  DELETE: Call<"delete">;
}

// The methods of openapi-fetch take the type of what is passed, whose body may then have fields that do not exist:
// these say what may be passed.
type Call<Method extends "get" | "post" | "put" | "patch" | "delete"> = <
  Path extends PathsWithMethod<paths, Method>,
  As extends ParseAs = "json",
>(
  path: Path,
  ...init: Init<WithFile<Path, FetchOptions<FilterKeys<paths[Path], Method>>> & { parseAs?: As }>
) => Promise<Reply<Data<FilterKeys<paths[Path], Method>, As>>>;

// An import takes a text as well, such as CSV.
type WithFile<Path, Options> = Path extends `${string}/import`
  ? Omit<Options, "body"> & { body: string | (Options extends { body: infer Body } ? Body : never) }
  : Options;

type Init<Options> = RequiredKeysOf<Options> extends never ? [options?: Options] : [options: Options];

type Data<Operation, As extends ParseAs> =
  Operation extends Record<string | number, any>
    ? FetchResponse<Operation, { parseAs: As }, "application/json"> extends infer Either
      ? Either extends { data: infer Data }
        ? Data
        : never
      : never
    : never;

export function createGroundworkClient({ baseUrl, token, retries = {} }: GroundworkOptions): GroundworkClient {
  const client = createClient<paths>({
    baseUrl,
    fetch: repeating((request) => fetch(request), retries),
    // No operation takes a JSON text: a text is a body of a kind of its own, as CSV.
    bodySerializer: (body) => (typeof body === "string" ? body : JSON.stringify(body)),
  });
  client.use({
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${typeof token === "string" ? token : await token()}`);
      if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
        request.headers.set("Idempotency-Key", crypto.randomUUID());
      }
    },
  });
  const call =
    (method: "get" | "post" | "put" | "patch" | "delete") =>
    async (path: string, options?: object): Promise<Reply<never>> => {
      const { data, error, response } = await client.request(method, path as never, options as never);
      if (!response.ok) {
        throw new ProblemError(error, response);
      }
      return { data: data as never, etag: response.headers.get("ETag") ?? undefined, response };
    };
  return { GET: call("get"), POST: call("post"), PUT: call("put"), PATCH: call("patch"), DELETE: call("delete") };
}

/** Iterates over all items of a list; `list` requests the page at the cursor. */
export async function* itemsOf<Item>(
  list: (cursor: string | undefined) => Promise<Reply<{ items: Item[]; next_cursor: string | null }>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const { data } = await list(cursor);
    yield* data.items;
    cursor = data.next_cursor ?? undefined;
  } while (cursor !== undefined);
}
