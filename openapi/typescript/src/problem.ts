import type { Fault, Problem } from "./schema.js";

/** The service, or something on the way to it, refused: what it said (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /** The kind of problem, as in `/problems/invalid-body`; `about:blank` where it was not the service that answered. */
  readonly type: string;
  /** What happened this time and what to do about it. */
  readonly detail: string;
  /** Every fault of an invalid request. */
  readonly errors: readonly Fault[];
  /** To quote when the problem is reported. */
  readonly request_id: string | undefined;
  /** All that was said. */
  readonly problem: Partial<Problem>;
  readonly response: Response;

  constructor(body: unknown, response: Response) {
    const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
    const problem: Partial<Problem> = isProblem ? (body as Problem) : {};
    const detail = problem.detail ?? response.statusText;
    super(`${response.status}: ${detail}`);
    this.status = response.status;
    this.type = problem.type ?? "about:blank";
    this.detail = detail;
    this.errors = problem.errors ?? [];
    this.request_id = problem.request_id ?? response.headers.get("X-Request-Id") ?? undefined;
    this.problem = problem;
    this.response = response;
  }
}
