import type { ProofFinding } from '../proofs/proof-finding.js';
import { quoted } from '../quoted.js';
import { failed, passed, undecided, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/** Whether each signature was made over this very content. Proofs of unknown suites only count when there is no other. */
export const proofCheck: CheckDefinition = {
  id: 'proof',
  asks: 'Was each signature made over this very content, or does the issuer publish it?',
  run({ proofs }: Examined): readonly Finding[] {
    if (proofs.length === 0) return [failed('unsigned', 'no-proof', 'the credential carries no signature')];
    const hasKnown = proofs.some(({ signature }) => signature !== 'unsupported');
    const findings: Finding[] = [];
    for (const proof of proofs) findings.push(findingOf(proof, hasKnown), ...remarksOn(proof));
    return findings;
  },
};

function findingOf(proof: ProofFinding, hasKnown: boolean): Finding {
  const { code, objection, subject } = proof;
  const detail = `${quoted(proof.suite)}: ${proof.detail}`;
  if (proof.signature === 'unsupported')
    return hasKnown
      ? { outcome: 'unknown', code, detail, subject }
      : undecided('unsupported', code, detail, { subject });
  if (objection === undefined)
    return proof.signature === 'valid'
      ? passed(code, detail, subject)
      : undecided('unsupported', code, detail, { subject });
  if (objection === 'unresolvable_key')
    return undecided(objection, code, detail, { subject, retryable: proof.retryable === true });
  return failed(objection, code, detail, subject);
}

function remarksOn({ remarks = [], subject }: ProofFinding): Finding[] {
  return remarks.map(({ code, detail }) => warned(code, detail, subject));
}
