/** Limits of retries. Only requests that are safe to repeat are retried. */
export interface Retries {
  /** Maximum number of attempts, including the first. Default: 5. */
  attempts?: number;
  /** Maximum `Retry-After` to wait for, in milliseconds. Default: 30,000. */
  longestWait?: number;
}

type Fetch = (request: Request) => Promise<Response>;

/** Retries GET requests and requests with an `Idempotency-Key` when the network fails or the service is busy. */
export function repeating(fetch: Fetch, { attempts = 5, longestWait = 30_000 }: Retries): Fetch {
  return async (request) => {
    if (request.method !== "GET" && !request.headers.has("Idempotency-Key")) {
      return fetch(request);
    }
    for (let attempt = 1; attempt < attempts; attempt++) {
      const unasked = 100 * 2 ** attempt * (0.5 + Math.random());
      try {
        const response = await fetch(request.clone());
        const wait = waitBeforeNext(response, unasked);
        if (wait === undefined || wait > longestWait) {
          return response;
        }
        await response.body?.cancel();
        await pause(wait, request.signal);
      } catch (error) {
        if (request.signal.aborted) {
          throw error;
        }
        await pause(unasked, request.signal);
      }
    }
    return fetch(request);
  };
}

/** Milliseconds to wait before the next attempt; undefined if a retry would not help. */
function waitBeforeNext(response: Response, unasked: number): number | undefined {
  const said = response.headers.get("Retry-After");
  // A proxy may send a date, which depends on how well two clocks agree: ignored.
  const wait = said !== null && /^\d+$/.test(said) ? Number(said) * 1000 : unasked;
  switch (response.status) {
    // The service sends Retry-After only with conflicts that pass: the same request is being carried out.
    case 409:
    case 429:
      return said === null ? undefined : wait;
    case 502:
    case 503:
    case 504:
      return wait;
    default:
      return undefined;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
