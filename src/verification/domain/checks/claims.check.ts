import { idOf, isObject, listOf } from '../json.js';
import { dataModelOf } from '../data-model.js';
import { instantOfNumericDate, parseInstant } from '../instant.js';
import { quoted } from '../quoted.js';
import type { JwtEnvelope, ReadCredential } from '../reading/read-result.js';
import { findingsOfPresentationClaims } from './presentation-claims.js';
import { findingsOfMediaType, findingsOfNumericDates, malformed, shown } from './jwt-claims.js';
import { failed, passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether a VC-JWT says the same outside and inside: header types, issuer, subject, id and dates.
 *
 * What both say and say differently is fatal, except an `exp` that differs from the end inside and, for credentials
 * that are the payload itself, an `nbf` that differs from the start: those bound the signature, and the narrower of the
 * two counts. A missing `sub` is common and only a warning.
 *
 * @see https://www.w3.org/TR/vc-jose-cose/ and Open Badges 3.0, section 8.2.4
 */
export const claimsCheck: CheckDefinition = {
  id: 'claims',
  asks: 'Does the JWT say the same outside and inside?',
  run({ read, facts, at }: Examined): readonly Finding[] {
    const { jwt } = read;
    if (!jwt) return noJwt;
    if (read.format === 'verifiable-presentation') return findingsOfPresentationClaims(jwt, facts);
    if (jwt.layout === 'claims') return findingsOfClaims(jwt, at);
    const findings: Finding[] = [];
    findings.push(...findingsOfHeader(jwt, read.sdJwt === undefined ? knownTypes : sdJwtTypes));
    findings.push(...findingsOfIssueTime(jwt, at));
    findings.push(...findingsOfLayout(jwt, read));
    findings.push(...findingsOfParties(jwt, read));
    findings.push(...findingsOfDates(jwt, read));
    if (read.credential.proof !== undefined)
      findings.push(warned('inner-proof', 'the proof inside the JWT was not checked; the JWT signs all of it'));
    if (findings.length === 0) return matching;
    if (findings.some(({ outcome }) => outcome === 'fail')) return findings;
    return [...matching, ...findings];
  },
};

const noJwt = [skipped('no-jwt', 'the credential is not a JWT')];
const matching = [passed('claims-match', 'the claims of the JWT match the credential inside')];

const knownTypes = new Set(['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt']);
const knownContentTypes = new Set(['vc', 'vc+ld+json', 'ld+json', 'json', 'vc+json', 'credential-claims-set+json']);

const sdJwtTypes = new Set(['vc+sd-jwt', 'dc+sd-jwt', 'vc+ld+json+sd-jwt', 'vc+ld+sd-jwt']);
/** Clocks of issuers may be a little ahead. */
const toleranceMs = 300_000;

/** Of an SD-JWT VC, whose claims are all there is: its type has to be stated, and its dates have to be dates. */
function findingsOfClaims(jwt: JwtEnvelope, at: Date): Finding[] {
  const findings = [
    ...(jwt.header.typ === undefined
      ? [malformed('typ', 'the JWT does not say that it is an SD-JWT credential')]
      : findingsOfMediaType(jwt.header.typ, 'typ', sdJwtTypes)),
    ...findingsOfNumericDates(jwt),
    ...findingsOfIssueTime(jwt, at),
  ];
  if (findings.some(({ outcome }) => outcome === 'fail')) return findings;
  return [passed('claims-match', 'the claims of the JWT are those of a credential'), ...findings];
}

function findingsOfIssueTime({ claims }: JwtEnvelope, at: Date): Finding[] {
  const issued = instantOfNumericDate(claims.iat);
  if (!issued || issued.getTime() <= at.getTime() + toleranceMs) return [];
  return [warned('issued-later', `the JWT says that it was issued at ${issued.toISOString()}, which is yet to come`)];
}

function findingsOfHeader({ header }: JwtEnvelope, types: ReadonlySet<string>): Finding[] {
  const findings = findingsOfMediaType(header.typ, 'typ', types);
  if (header.cty !== undefined) findings.push(...findingsOfMediaType(header.cty, 'cty', knownContentTypes));
  return findings;
}

function findingsOfLayout({ claims, layout }: JwtEnvelope, { credential }: ReadCredential): Finding[] {
  const findings: Finding[] = [];
  if (claims.vp !== undefined) findings.push(malformed('vp', 'the JWT of a credential has a vp claim'));
  if (layout === 'whole-payload' && claims.vc !== undefined)
    findings.push(malformed('vc', 'the payload is a credential and has another in its vc claim'));
  const expected = layout === 'vc-claim' ? '1.1' : '2.0';
  if (dataModelOf(credential) !== expected)
    findings.push(warned('layout', `the credential stands where those of the data model ${expected} stand`));
  return findings;
}

function findingsOfParties({ claims }: JwtEnvelope, { credential }: ReadCredential): Finding[] {
  const findings: Finding[] = [];
  const issuer = idOf(credential.issuer);
  if (claims.iss !== undefined && claims.iss !== issuer) {
    const detail = `iss is ${shown(claims.iss)} and the issuer inside is ${quoted(issuer ?? 'nobody')}`;
    findings.push(failed('issuer_mismatch', 'iss', detail));
  }
  if (claims.jti !== undefined && claims.jti !== credential.id)
    findings.push(malformed('jti', 'jti is not the id of the credential inside'));
  const named: unknown[] = [];
  for (const subject of listOf(credential.credentialSubject))
    if (isObject(subject) && subject.id !== undefined) named.push(subject.id);
  if (claims.sub === undefined && named.length > 0)
    findings.push(warned('sub-missing', 'the JWT does not repeat in sub the id of the subject inside'));
  if (claims.sub !== undefined && !named.includes(claims.sub))
    findings.push(malformed('sub', 'sub is not the id of a subject inside'));
  return findings;
}

function findingsOfDates({ claims, layout }: JwtEnvelope, { credential, format }: ReadCredential): Finding[] {
  const findings = findingsOfNumericDates({ claims });
  const start = parseInstant(credential.validFrom ?? credential.issuanceDate);
  const nbf = instantOfNumericDate(claims.nbf);
  if (nbf && start && !isSameSecond(nbf, start)) {
    const detail = `nbf is ${nbf.toISOString()} and the start inside is ${start.toISOString()}`;
    const isStrict = layout === 'vc-claim' || format === 'openbadges-3' || format === 'clr-2';
    findings.push(isStrict ? malformed('nbf', detail) : warned('nbf', detail));
  }
  const end = parseInstant(credential.validUntil ?? credential.expirationDate);
  const exp = instantOfNumericDate(claims.exp);
  if (exp && end && !isSameSecond(exp, end))
    findings.push(warned('exp', `exp is ${exp.toISOString()} and the end inside is ${end.toISOString()}`));
  return findings;
}

/** JWT dates are mostly written in whole seconds. */
function isSameSecond(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / 1000) === Math.floor(b.getTime() / 1000);
}
