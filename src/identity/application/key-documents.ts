import { Injectable, Logger } from '@nestjs/common';
import { parseStrictJson } from '../../platform/http/index.js';
import { TokenKeyFetch } from './token-key-fetch.js';

const MAX_KEYS = 100;

interface KeySet {
  readonly keys: readonly object[];
}

/** Finds where an issuer publishes its signing keys, and reads them. */
@Injectable()
export class KeyDocuments {
  private readonly logger = new Logger('KeyDocuments');

  constructor(private readonly documents: TokenKeyFetch) {}

  /**
   * By OpenID Connect Discovery; without a discovery document `<issuer>/.well-known/jwks.json`.
   *
   * @returns undefined when there are no keys to be had now
   */
  async keysOf(issuer: string): Promise<KeySet | undefined> {
    const base = issuer.replace(/\/$/, '');
    const discovery = await this.load(`${base}/.well-known/openid-configuration`);
    const url = discovery === undefined ? `${base}/.well-known/jwks.json` : jwksUriOf(discovery, issuer);
    const set = url === undefined ? undefined : await this.load(url);
    if (isKeySet(set)) return { keys: set.keys.filter(isPublicSigningKey).slice(0, MAX_KEYS) };
    this.logger.warn({ event: 'token-keys.unavailable', issuer });
    return undefined;
  }

  private async load(url: string): Promise<unknown> {
    const body = await this.documents.load(url);
    try {
      return body === undefined ? undefined : parseStrictJson(body);
    } catch {
      return undefined;
    }
  }
}

/** The document must be the issuer's own (OpenID Connect Discovery section 4.3). */
function jwksUriOf(discovery: unknown, issuer: string): string | undefined {
  if (typeof discovery !== 'object' || discovery === null) return undefined;
  const { issuer: named, jwks_uri: url } = discovery as Record<string, unknown>;
  return named === issuer && typeof url === 'string' ? url : undefined;
}

const isKeySet = (set: unknown): set is KeySet =>
  typeof set === 'object' &&
  set !== null &&
  Array.isArray((set as KeySet).keys) &&
  (set as KeySet).keys.every((key) => typeof key === 'object' && key !== null);

function isPublicSigningKey(key: object): boolean {
  const { kty, use, d } = key as Record<string, unknown>;
  return ['RSA', 'EC', 'OKP'].includes(String(kty)) && (use === undefined || use === 'sig') && d === undefined;
}
