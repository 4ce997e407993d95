import { createClient, type CredenceClient } from '../clients/typescript/index.js';

/** An answer that the demo did not expect, with what the service said. */
export class UnexpectedAnswer extends Error {}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // The demo reads answers of every shape and shows what is in them.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** The client that customers use, and beside it plain requests for documents and other bodies that are sent as they are. */
export class ApiClient {
  readonly typed: CredenceClient;

  constructor(
    readonly baseUrl: string,
    private readonly key: string,
  ) {
    this.typed = createClient({ baseUrl, key });
  }

  get(path: string): Promise<ApiAnswer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    return this.send('PUT', path, body, headers);
  }

  /** @throws {UnexpectedAnswer} for everything that is not 2xx */
  private async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    if (!response.ok) throw new UnexpectedAnswer(`${method} ${path} answered ${response.status}: ${answer}`);
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
  }
}

/**
 * What a call of the typed client was answered with.
 *
 * @throws {UnexpectedAnswer} for everything that is not 2xx
 */
export async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (data === undefined) {
    throw new UnexpectedAnswer(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  }
  return data;
}
