import { isObject, type JsonObject, listOf } from '../json.js';
import type { ProofFinding } from '../proofs/proof-finding.js';
import type { ReadCredential } from '../reading/read-result.js';
import type { Answer } from './answer.js';

/**
 * What the holder of a presentation signed: challenge and domain of the first proof that is the holder's own and holds, or
 * `nonce` and `aud` of the JWT around it.
 *
 * @returns nothing where no signature is shown to be the holder's
 */
export function answerIn(
  { credential, jwt }: ReadCredential,
  proofs: readonly ProofFinding[],
  holder: string | undefined,
): Answer | undefined {
  const isOwn = ({ signature, objection, key }: ProofFinding): boolean =>
    signature === 'valid' && objection === undefined && key?.kind === 'resolved' && key.controller === holder;
  const index = proofs.findIndex(isOwn);
  if (holder === undefined || index < 0) return undefined;
  if (jwt) return { holder, ...saidIn(jwt.claims.nonce, jwt.claims.aud) };
  const proof = listOf(credential.proof)[index];
  const { challenge, domain }: JsonObject = isObject(proof) ? proof : {};
  return { holder, ...saidIn(challenge, domain) };
}

function saidIn(challenge: unknown, domain: unknown): Pick<Answer, 'challenge' | 'domains'> {
  return {
    challenge: typeof challenge === 'string' ? challenge : undefined,
    domains: listOf(domain).filter((it) => typeof it === 'string'),
  };
}
