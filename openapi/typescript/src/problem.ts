import type { Fault, Problem } from "./schema.js";

/** An error response of the service, or of a proxy in front of it (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /**
   * The kind of problem, such as `/problems/invalid-body`, or a full URL that ends so if the service has a public URL;
   * `about:blank` if the service itself did not respond.
   */
  readonly type: string;
  /** What happened this time and what to do about it. */
  readonly detail: string;
  /** Every invalid field of a request. */
  readonly errors: readonly Fault[];
  /** Quote it when you report the problem. */
  readonly request_id: string | undefined;
  /** The whole problem. */
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
