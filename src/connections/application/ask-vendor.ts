import { Injectable } from '@nestjs/common';
import { Egress, type OutgoingRequest } from '../../platform/egress/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import type { Connection } from '../domain/connection.js';
import type { VendorInterface } from '../domain/hydration/fetch-from-vendor.js';
import { authorizationOf } from '../domain/hydration/hydration.js';
import { retryAfterMs } from '../domain/retry-after.js';
import { apiUrlOf, isOfVendor, tokenUrlOf } from '../domain/vendor-hosts.js';
import { VendorAccessTokens } from './vendor-access-tokens.js';

const MAX_BYTES = 1024 * 1024;
const DEFAULT_WAIT_MS = 10_000;
/** Client id and secret. */
const CLIENT_CREDENTIALS = /^[^:]+:./;

/** The system asks to come back later (429). */
export class AskedToWait extends Error {
  constructor(readonly delayMs: number) {
    super('the HR system asks to wait');
  }
}

/** Asks an HR system with the organization's token, at the vendor's host or the one that an administrator named. */
@Injectable()
export class AskVendor {
  constructor(
    private readonly egress: Egress,
    private readonly accessTokens: VendorAccessTokens,
  ) {}

  /**
   * @returns undefined where the connection has no token of the system's form or no address. Its functions throw {AskedToWait}, and {Error} when
   * the system could not be asked this time.
   */
  interfaceOf({ system, settings }: Connection): VendorInterface | undefined {
    const { apiToken: token, apiUrl: own } = settings;
    const base = apiUrlOf(system, own);
    if (token === undefined || base === '') return undefined;
    const tokenUrl = tokenUrlOf(system, own);
    if (tokenUrl !== undefined && !CLIENT_CREDENTIALS.test(token)) return undefined;
    const signIn = async (): Promise<Readonly<Record<string, string>>> =>
      tokenUrl === undefined
        ? authorizationOf(system, token)
        : { authorization: `Bearer ${await this.accessTokens.of(tokenUrl, token)}` };
    const send = async (
      path: string,
      body: object | undefined,
      maxBytes: number,
    ): Promise<VendorAnswer | undefined> => {
      const url = base + path;
      if (!isOfVendor(system, own, url)) throw new Error('the address is not of the HR system');
      const headers = { accept: 'application/json', ...(await signIn()) };
      if (body === undefined) return this.send(url, { method: 'GET', headers, maxBytes });
      const json = { ...headers, 'content-type': 'application/json' };
      return this.send(url, { method: 'POST', headers: json, body: JSON.stringify(body), maxBytes });
    };
    const read = async (path: string, body?: object): Promise<{ json: unknown; link: string | undefined }> => {
      const answer = await send(path, body, MAX_BYTES).catch((error: unknown) => {
        if (error instanceof NotSignedIn && tokenUrl !== undefined) this.accessTokens.forget(tokenUrl, token);
        throw error;
      });
      if (answer?.complete === false) throw new Error('the HR system answered with more than can be read');
      return { json: answer && parseStrictJson(answer.body), link: answer?.link };
    };
    return {
      ask: async (path, body) => (await read(path, body)).json,
      page: async (path) => {
        const { json, link } = await read(path);
        return { body: json, nextUrl: nextIn(link) };
      },
      file: async (path) => {
        const answer = await send(path, undefined, MAX_BYTES);
        return answer?.complete === true ? answer.body : undefined;
      },
    };
  }

  private async send(url: string, request: OutgoingRequest): Promise<VendorAnswer | undefined> {
    const result = await this.egress.send(url, request);
    if (!result.ok) throw new Error(`the HR system could not be asked: ${result.failure.kind}`);
    const { status, body, complete, headers } = result.answer;
    if (status === 404 || status === 410) return undefined;
    if (status === 429) throw new AskedToWait(retryAfterMs(headers['retry-after'], new Date()) ?? DEFAULT_WAIT_MS);
    if (status === 401) throw new NotSignedIn();
    if (status !== 200) throw new Error(`the HR system answered with status ${status}`);
    return { body, complete, link: headers.link };
  }
}

interface VendorAnswer {
  readonly body: Buffer;
  /** Whether all of it was read. */
  readonly complete: boolean;
  /** The header `Link`. */
  readonly link: string | undefined;
}

/** The system does not take what it was asked with (401). */
class NotSignedIn extends Error {
  constructor() {
    super('the HR system answered with status 401');
  }
}

/** The address with `rel="next"` in a header `Link` (RFC 8288). */
function nextIn(link: string | undefined): string | undefined {
  const parts = (link ?? '').split(',');
  const next = parts.find((part) => /;\s*rel="?next"?(?:\s*;|\s*$)/i.test(part));
  return next === undefined ? undefined : /<([^<>]*)>/.exec(next)?.[1];
}
