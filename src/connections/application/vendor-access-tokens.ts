import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Egress } from '../../platform/egress/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import { valueAt } from '../domain/signature/place.js';

/** Tokens that are kept; the oldest makes room. */
const MOST_KEPT = 1_000;
/** A token that ends sooner is not used for another call. */
const SPARE_MS = 60_000;
/** How long a token is good for where the answer does not say, in seconds. */
const UNSAID_SECONDS = 300;
const MAX_BYTES = 64 * 1024;
const LONGEST_TOKEN = 8_192;

interface AccessToken {
  readonly value: string;
  readonly goodUntilMs: number;
}

/** Access tokens of HR systems that give them out for a client id and secret, kept in memory until shortly before they end. */
@Injectable()
export class VendorAccessTokens {
  private readonly kept = new Map<string, AccessToken>();

  constructor(private readonly egress: Egress) {}

  /**
   * @param credentials client id and secret, with a colon between them
   * @throws {Error} when the system gave none this time
   * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
   */
  async of(tokenUrl: string, credentials: string): Promise<string> {
    const key = keyOf(tokenUrl, credentials);
    const known = this.kept.get(key);
    if (known !== undefined && known.goodUntilMs - SPARE_MS > Date.now()) return known.value;
    const given = await this.ask(tokenUrl, credentials);
    this.kept.delete(key);
    this.kept.set(key, given);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return given.value;
  }

  /** The system no longer takes it. */
  forget(tokenUrl: string, credentials: string): void {
    this.kept.delete(keyOf(tokenUrl, credentials));
  }

  private async ask(tokenUrl: string, credentials: string): Promise<AccessToken> {
    const result = await this.egress.send(tokenUrl, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      maxBytes: MAX_BYTES,
    });
    if (!result.ok) throw new Error(`the HR system could not be asked for a token: ${result.failure.kind}`);
    const { status, body, complete } = result.answer;
    if (status !== 200 || !complete) throw new Error(`the HR system gave no token: status ${status}`);
    const answer = parseStrictJson(body);
    const value = valueAt(answer, '/access_token');
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value) || value.length > LONGEST_TOKEN)
      throw new Error('the HR system gave no token that can be used');
    const seconds = valueAt(answer, '/expires_in');
    const goodForSeconds = typeof seconds === 'number' && seconds > 0 ? seconds : UNSAID_SECONDS;
    return { value, goodUntilMs: Date.now() + goodForSeconds * 1000 };
  }
}

/** Secrets are no keys of a map: what is kept shows them to nobody. */
const keyOf = (tokenUrl: string, credentials: string): string =>
  createHash('sha256').update(`${tokenUrl} ${credentials}`).digest('base64');
