import type { ProofFinding } from '../proofs/proof-finding.js';
import { quoted } from '../quoted.js';
import { failed, passed, skipped, undecided, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether the key of each proof is the issuer's. Every proof must be: a credential that somebody else signed as well is
 * `issuer_mismatch`, since nobody could say which of the two vouches for it. Who signs in a chain on top of the issuer's
 * proof is a countersigner and takes nothing away.
 *
 * Of a presentation all this is asked of its holder.
 *
 * Where a signature could not be checked, a key that is not the issuer's still settles the matter.
 */
export const bindingCheck: CheckDefinition = {
  id: 'binding',
  asks: 'Is the key, or the address where it is published, that of the issuer, or of the holder who presents?',
  run({ proofs, facts, signature, at }: Examined): readonly Finding[] {
    const issuer = facts.issuer?.id ?? facts.holder;
    if (issuer === undefined) return [skipped('no-issuer', 'nobody is named to compare a key with')];
    if (proofs.length === 0) return [skipped('no-proof', 'the credential carries no signature')];
    if (signature === 'invalid') return [skipped('signature-invalid', 'a signature that does not hold is nobody’s')];
    const hasKnown = proofs.some((proof) => proof.signature !== 'unsupported');
    const isSignedByIssuer = proofs.some(
      ({ key, signature: own }) => own === 'valid' && key?.kind === 'resolved' && key.controller === issuer,
    );
    return proofs.map((proof) => {
      if (isSignedByIssuer && proof.isChained && proof.key?.kind === 'resolved' && proof.key.controller !== issuer)
        return warned('countersigned', `${quoted(proof.key.controller)} signed what was signed before`, proof.subject);
      return proof.key ? ofKey(proof, issuer, at) : ofStatedMethod(proof, issuer, hasKnown);
    });
  },
};

function ofKey(proof: ProofFinding, issuer: string, at: Date): Finding {
  const { key, subject } = proof;
  if (!key || key.kind === 'unresolvable') return skipped('no-key', 'there is no key to compare', subject);
  if (key.kind === 'unproven') {
    if (proof.signature !== 'valid') return skipped('signature-unchecked', 'the signature was not checked', subject);
    const detail = `nothing shows that the key is that of ${quoted(issuer)}: ${key.detail}`;
    return undecided('binding_unproven', 'key-unproven', detail, { subject, retryable: key.retryable });
  }
  if (key.controller !== issuer)
    return failed('issuer_mismatch', 'other-controller', sentence(key.controller, issuer), subject);
  for (const name of ['revoked', 'expires'] as const) {
    const ended = key[name];
    // Whoever has a revoked key can date a signature as they like, so none of its signatures counts any more.
    if (ended && ended <= at) {
      const detail = `the document of its owner says of the key ${quoted(key.method)}: ${name} ${ended.toISOString()}`;
      return undecided('binding_unproven', `key-${name}`, detail, { subject });
    }
  }
  return proof.signature === 'valid'
    ? passed('key-of-issuer', `the key ${quoted(key.method)} is that of ${quoted(issuer)}`, subject)
    : skipped(
        'signature-unchecked',
        `the key is that of ${quoted(issuer)}, but the signature was not checked`,
        subject,
      );
}

/** A did:key or did:jwk is its own key, so its controller is known without a look-up. */
function ofStatedMethod({ method, subject }: ProofFinding, issuer: string, hasKnown: boolean): Finding {
  const did = method?.split('#', 1)[0] ?? '';
  return !hasKnown && /^did:(key|jwk):/.test(did) && did !== issuer
    ? failed('issuer_mismatch', 'other-controller', sentence(did, issuer), subject)
    : skipped('no-key', 'no key was looked for', subject);
}

function sentence(controller: string, issuer: string): string {
  return `the key is that of ${quoted(controller)}, and not of ${quoted(issuer)}`;
}
