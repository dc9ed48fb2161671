/** How often and how long a request is repeated that can be repeated safely. */
export interface Retries {
  /** How often it is sent at most, the first time included; 5 unless given. */
  attempts?: number;
  /** The longest wait in milliseconds that the service may ask for; 30,000 unless given. */
  longestWait?: number;
}

type Fetch = (request: Request) => Promise<Response>;

/** Repeats what reads, and what has an `Idempotency-Key`, when the network fails or the service asks for patience. */
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

/** How long to wait before the request is sent again, in milliseconds; nothing where that would not help. */
function waitBeforeNext(response: Response, unasked: number): number | undefined {
  const said = response.headers.get("Retry-After");
  // What lies between may say a date, which depends on how well two clocks agree.
  const wait = said !== null && /^\d+$/.test(said) ? Number(said) * 1000 : unasked;
  switch (response.status) {
    // The service says it with those conflicts alone that pass: the same request is being carried out.
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
