import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { Unavailable } from '../../platform/http/index.js';
import type { KeyDocuments } from './key-documents.js';

/** Fresh keys are taken as they are. */
const FRESH_MS = 600_000;
/** A token with an unknown key makes us look again, but no more often than this, however many such tokens come. */
const LOOK_AGAIN_MS = 30_000;
/** Without any keys nobody gets in, so that is tried more often. */
const RETRY_MS = 5_000;

type Keys = ReturnType<typeof createLocalJWKSet>;

/** The signing keys of one token issuer, fetched when needed and kept while the issuer cannot be reached. */
export class IssuerKeys {
  private keys: Keys | undefined;
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private looking: Promise<void> | undefined;

  /** @param now milliseconds that only grow */
  constructor(
    private readonly issuer: string,
    private readonly documents: KeyDocuments,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * The key for a token.
   *
   * @throws {errors.JOSEError} when the issuer has no such key
   * @throws {Unavailable} when the issuer's keys were never to be had
   */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    if (this.now() - this.fetchedAt >= FRESH_MS) await this.look(this.keys === undefined ? RETRY_MS : LOOK_AGAIN_MS);
    if (this.keys === undefined) {
      throw new Unavailable('token-keys-unavailable', 'The keys of the token issuer cannot be had now.');
    }
    try {
      return await this.keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.look(LOOK_AGAIN_MS);
      return this.keys(header, token);
    }
  };

  /** One look for all who want it at the same time. */
  private look(atMostEveryMs: number): Promise<void> {
    if (this.looking === undefined && this.now() - this.triedAt < atMostEveryMs) return Promise.resolve();
    this.looking ??= this.fetch().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async fetch(): Promise<void> {
    this.triedAt = this.now();
    const set = await this.documents.keysOf(this.issuer);
    if (set === undefined) return;
    this.keys = createLocalJWKSet(set as JSONWebKeySet);
    this.fetchedAt = this.now();
  }
}
