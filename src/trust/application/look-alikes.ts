import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { type LookAlikeCode, lookAlikesOf, lookKeys } from '../domain/look-alikes/look-alike.js';
import { registryKey } from '../domain/registries/registry-key.js';
import type { Tier } from '../domain/tier.js';
import { type BelievedIssuer, LookAlikeRepository } from '../persistence/look-alike.repository.js';

/** A reason to look twice at who an issuer is; it changes neither verdict nor tier. */
export interface LookAlike extends Omit<BelievedIssuer, 'url'> {
  readonly code: LookAlikeCode;
  readonly detail: string;
}

const MOST_SHOWN = 20;
const BELIEF: Readonly<Record<Tier, number>> = { trusted: 2, recognized: 1, known: 0, self_issued: 0, blocked: 0 };

const SAID: Readonly<Record<LookAlikeCode, string>> = {
  'same-name': 'has the name of',
  'confusable-name': 'has a name that reads like that of',
  'confusable-domain': 'has a domain that reads like that of',
  'near-domain': 'has a domain that differs by one letter from that of',
  'embedded-domain': 'has a domain that holds the whole domain of',
};

/** Finds issuers that are believed more and that somebody could take this one for. */
@Injectable()
export class LookAlikes {
  constructor(private readonly issuers: LookAlikeRepository) {}

  /** @param names all that the issuer calls itself */
  async of(tx: Transaction, identifier: string, names: readonly (string | null)[]): Promise<readonly LookAlike[]> {
    const own = registryKey(identifier);
    const looks = [...new Set([null, ...names])].map((name) => ({ identifier, name }));
    const keys = [...new Set(looks.flatMap(lookKeys))];
    if (own === undefined || keys.length === 0) return [];
    const found = (await this.issuers.believed(tx, keys)).filter((one) => registryKey(one.identifier) !== own);
    if (found.length === 0) return [];
    const belief = BELIEF[await this.issuers.tierOf(tx, own)];
    const alike = new Map<string, LookAlike>();
    for (const { url, ...other } of found.filter(({ tier }) => BELIEF[tier] > belief))
      for (const code of looks.flatMap((look) => lookAlikesOf(look, { ...other, url }))) {
        const key = `${code} ${registryKey(other.identifier)}`;
        if (!alike.has(key))
          alike.set(key, { code, detail: `it ${SAID[code]} ${other.name ?? other.identifier}`, ...other });
      }
    return [...alike.values()].slice(0, MOST_SHOWN);
  }
}
