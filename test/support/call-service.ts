export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into answers of every shape; what is not there fails the expectation.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  /** API key; `null` sends none. */
  key?: string | null;
}

export type CallService = (method: string, path: string, options?: Call) => Promise<Answer>;

/** Calls over real HTTP, with `defaultKey` unless another is given. */
export function callerOf(baseUrl: string, defaultKey: string): CallService {
  return async (method, path, { body, headers = {}, key = defaultKey } = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(raw || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
    });
    const text = await response.text();
    // Not application/x-ndjson, which is one JSON text on each line.
    const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };
}

/** Asks the metrics, as an operator would, until no work is owed in two looks after each other. */
export async function settled(call: CallService): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (let quiet = 0; quiet < 2;) {
    const { body } = await call('GET', '/metrics', { key: null });
    const owed = ['credence_outbox_waiting', 'credence_queue_lag'].map((name) =>
      Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(String(body))?.[1] ?? NaN),
    );
    quiet = owed.every((count) => count === 0) ? quiet + 1 : 0;
    if (Date.now() > deadline) throw new Error(`work is still owed after a minute: ${owed.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
