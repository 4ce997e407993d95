import type { ChainReport } from '../keys/index.js';
import { passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * What the certificates that came with a signature are worth: whether the chain is sound at this instant, ends at an
 * authority that the organization trusts, and names the issuer. A remark: whether the key is the issuer's is decided by
 * the check `binding`, which knows other ways to show it as well.
 */
export const certificateCheck: CheckDefinition = {
  id: 'certificate',
  asks: 'Did certificates come with the signature, and are they trusted?',
  run({ proofs }: Examined): readonly Finding[] {
    const findings: Finding[] = [];
    for (const { key, subject } of proofs)
      if (key && key.kind !== 'unresolvable' && key.chain) findings.push(findingOf(key.chain, subject));
    return findings.length > 0 ? findings : none;
  },
};

const none = [skipped('none', 'no certificate came with the signature')];

function findingOf({ outcome, code, detail, certificates }: ChainReport, subject: string): Finding {
  const [signer] = certificates;
  const whose = signer ? `; the signer is ${signer.subject}, certified by ${signer.issuer}` : '';
  const sentence = `${detail}${whose}`;
  return outcome === 'trusted' ? passed(code, sentence, subject) : warned(code, sentence, subject);
}
