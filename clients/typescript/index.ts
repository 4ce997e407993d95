import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths, webhooks } from './schema.js';

/** Every path of the API with its parameters, bodies and answers. */
export type { components, operations, paths, webhooks } from './schema.js';

/** The bodies of requests and answers, by name. */
export type Schemas = components['schemas'];

/** An event as it arrives at a webhook endpoint; `type` tells them apart. */
export type WebhookEvent = {
  [Type in keyof webhooks]: webhooks[Type]['post']['requestBody']['content']['application/json'];
}[keyof webhooks];

export type CredenceClient = Client<paths>;

/** A refusal or fault of the service (RFC 9457): branch on `code`, show `detail`. */
export type Problem = Schemas['Problem'];

export interface ClientOptions {
  /** Where the service is, without `/v1`: `https://credence.example.com`. */
  readonly baseUrl: string;
  /** An API key or an OIDC access token. */
  readonly key: string;
  /** Default: that of the platform. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of the API whose paths, parameters, bodies and answers have types.
 *
 * Each call answers `{ data, error, response }`: `data` for 2xx, else `error`, which is a `Problem`.
 */
export function createClient({ baseUrl, key, fetch }: ClientOptions): CredenceClient {
  return createFetchClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${key}` },
    ...(fetch !== undefined && { fetch }),
  });
}
