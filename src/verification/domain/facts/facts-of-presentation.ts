import { dataModelOf } from '../data-model.js';
import { idOf, isObject, listOf, typesOf } from '../json.js';
import type { ReadCredential } from '../reading/read-result.js';
import type { CredentialFacts } from './credential-facts.js';
import { mostOfEach, texts } from './facts-of.js';
import { validityOf } from './validity-of.js';

/** What a presentation says of itself; what is in it speaks on its own. */
export function factsOfPresentation(read: ReadCredential): CredentialFacts {
  const { credential, jwt } = read;
  return {
    ...texts({ id: idOf(credential.id), holder: holderOf(read) }),
    types: typesOf(credential).slice(0, mostOfEach),
    dataModel: dataModelOf(credential),
    subjects: [],
    ...validityOf({}, jwt?.claims),
    evidence: [],
    statusEntries: [],
  };
}

/** The holder that is named; where none is, the one whose DID stands at the key of the signature. */
function holderOf({ credential, jwt }: ReadCredential): string | undefined {
  const stated = idOf(credential.holder) ?? (typeof jwt?.claims.iss === 'string' ? jwt.claims.iss : undefined);
  if (stated !== undefined || credential.holder !== undefined) return stated;
  const [proof] = listOf(credential.proof);
  const method = jwt ? jwt.header.kid : isObject(proof) ? idOf(proof.verificationMethod) : undefined;
  return typeof method === 'string' && method.startsWith('did:') ? method.split('#', 1)[0] : undefined;
}
