import { quoted } from '../quoted.js';
import type { JwtEnvelope } from '../reading/read-result.js';
import { failed, passed, type Finding } from './check.js';
import { findingsOfMediaType, findingsOfNumericDates, malformed } from './jwt-claims.js';

const types = new Set(['jwt', 'vp+jwt', 'vp+ld+jwt', 'vp-ld+jwt', 'vp+ld+json+jwt', 'vp+sd-jwt', 'vp+ld+json+sd-jwt']);
const contentTypes = new Set(['vp', 'vp+ld+json', 'ld+json', 'json', 'vp+json']);

/** Whether the JWT around a presentation says what the presentation says: its kind, its holder, its id, dates. */
export function findingsOfPresentationClaims(
  { header, claims, layout }: JwtEnvelope,
  { id, holder }: { id?: string; holder?: string },
): Finding[] {
  const findings = [
    ...findingsOfMediaType(header.typ, 'typ', types),
    ...findingsOfMediaType(header.cty, 'cty', contentTypes),
    ...findingsOfNumericDates({ claims }),
  ];
  if (claims.vc !== undefined) findings.push(malformed('vc', 'the JWT of a presentation has a vc claim'));
  if (layout === 'whole-payload' && claims.vp !== undefined)
    findings.push(malformed('vp', 'the payload is a presentation and has another in its vp claim'));
  if (claims.iss !== undefined && claims.iss !== holder)
    findings.push(
      failed('issuer_mismatch', 'iss', `iss is not the holder inside, who is ${quoted(holder ?? 'nobody')}`),
    );
  if (claims.jti !== undefined && claims.jti !== id)
    findings.push(malformed('jti', 'jti is not the id of the presentation inside'));
  if (findings.length > 0) return findings;
  return [passed('claims-match', 'the claims of the JWT match the presentation inside')];
}
