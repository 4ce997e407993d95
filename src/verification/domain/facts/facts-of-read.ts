import type { ReadCredential } from '../reading/read-result.js';
import type { CredentialFacts } from './credential-facts.js';
import { factsOfElm } from './facts-of-elm.js';
import { factsOfPresentation } from './facts-of-presentation.js';
import { factsOf } from './facts-of.js';
import { factsOfSdJwtVc, tokenStatusFacts } from './facts-of-sd-jwt-vc.js';

/** What a credential says, by the words of its format. */
export function factsOfRead(read: ReadCredential): CredentialFacts {
  const { credential, jwt, format } = read;
  if (format === 'verifiable-presentation') return factsOfPresentation(read);
  if (jwt && format === 'sd-jwt-vc') return factsOfSdJwtVc(jwt);
  const facts = format === 'elm' ? factsOfElm(read) : factsOf(credential, jwt?.claims);
  const inToken = jwt ? tokenStatusFacts(jwt.claims) : [];
  return inToken.length > 0 ? { ...facts, statusEntries: [...facts.statusEntries, ...inToken] } : facts;
}
