import type { ReadCredential } from '../reading/read-result.js';
import type { CredentialFacts } from './credential-facts.js';
import { factsOf } from './facts-of.js';
import { factsOfSdJwtVc, tokenStatusFacts } from './facts-of-sd-jwt-vc.js';

/** What a credential says, by the words of its format. */
export function factsOfRead({ credential, jwt, format }: ReadCredential): CredentialFacts {
  if (jwt && format === 'sd-jwt-vc') return factsOfSdJwtVc(jwt);
  const facts = factsOf(credential, jwt?.claims);
  return jwt ? { ...facts, statusEntries: [...facts.statusEntries, ...tokenStatusFacts(jwt.claims)] } : facts;
}
