import { Injectable } from '@nestjs/common';
import { Egress, type OutgoingRequest } from '../../platform/egress/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import type { Connection } from '../domain/connection.js';
import type { VendorInterface } from '../domain/hydration/fetch-from-vendor.js';
import { authorizationOf } from '../domain/hydration/hydration.js';
import { retryAfterMs } from '../domain/retry-after.js';
import { apiUrlOf, isOfVendor } from '../domain/vendor-hosts.js';

const MAX_BYTES = 1024 * 1024;
const DEFAULT_WAIT_MS = 10_000;

/** The system asks to come back later (429). */
export class AskedToWait extends Error {
  constructor(readonly delayMs: number) {
    super('the HR system asks to wait');
  }
}

/** Asks an HR system with the organization's token, at the vendor's host or the one that an administrator named. */
@Injectable()
export class AskVendor {
  constructor(private readonly egress: Egress) {}

  /**
   * @returns undefined where the connection has no token or no address. Its functions throw {AskedToWait}, and {Error} when
   * the system could not be asked this time.
   */
  interfaceOf({ system, settings }: Connection): VendorInterface | undefined {
    const { apiToken: token, apiUrl: own } = settings;
    const base = apiUrlOf(system, own);
    if (token === undefined || base === '') return undefined;
    const send = (path: string, body: object | undefined, maxBytes: number): Promise<VendorAnswer | undefined> => {
      const url = base + path;
      if (!isOfVendor(system, own, url)) throw new Error('the address is not of the HR system');
      const headers = { accept: 'application/json', ...authorizationOf(system, token) };
      if (body === undefined) return this.send(url, { method: 'GET', headers, maxBytes });
      const json = { ...headers, 'content-type': 'application/json' };
      return this.send(url, { method: 'POST', headers: json, body: JSON.stringify(body), maxBytes });
    };
    return {
      ask: async (path, body) => {
        const answer = await send(path, body, MAX_BYTES);
        if (answer?.complete === false) throw new Error('the HR system answered with more than can be read');
        return answer === undefined ? undefined : parseStrictJson(answer.body);
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
    if (status !== 200) throw new Error(`the HR system answered with status ${status}`);
    return { body, complete };
  }
}

interface VendorAnswer {
  readonly body: Buffer;
  /** Whether all of it was read. */
  readonly complete: boolean;
}
