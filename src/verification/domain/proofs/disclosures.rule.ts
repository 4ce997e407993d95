import type { SdJwt } from '../reading/sd-jwt/sd-jwt.js';
import type { ProofFinding } from './proof-finding.js';

/**
 * What the disclosures of an SD-JWT add to the signature of its issuer: one that no digest covers was changed or added by
 * somebody else, so the whole is not what the issuer signed; and what is not shown may have been kept back.
 */
export function checkDisclosures(finding: ProofFinding, { uncovered, isSelective }: SdJwt): ProofFinding {
  const isReadable = finding.objection === undefined || finding.objection === 'unresolvable_key';
  if (uncovered > 0 && isReadable) {
    const what = uncovered === 1 ? 'one disclosure is' : `${uncovered} disclosures are`;
    const detail = `${what} covered by no digest that the issuer signed`;
    return { ...finding, signature: 'invalid', objection: 'invalid_signature', code: 'disclosure-uncovered', detail };
  }
  if (!isSelective || finding.signature !== 'valid') return finding;
  const remark = { code: 'selective', detail: 'the holder chose which claims of the credential to show' };
  return { ...finding, remarks: [...(finding.remarks ?? []), remark] };
}
