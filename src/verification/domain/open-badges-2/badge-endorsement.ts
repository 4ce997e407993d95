import { failed, passed, undecided, type Finding } from '../checks/check.js';
import { findingsOnDates } from '../checks/validity-period.check.js';
import type { DocumentSource } from '../document-source.js';
import type { EndorsementFacts } from '../endorsements/issuer-endorsement.js';
import type { CredentialFacts } from '../facts/credential-facts.js';
import { textOfValue } from '../facts/text.js';
import { type JsonObject, hasType, idOf, isObject, listOf } from '../json.js';
import { type Judgement, judge } from '../judge.js';
import type { OrganizationKeys } from '../keys/index.js';
import { quoted } from '../quoted.js';
import { type CompactJws, readCompactJws } from '../reading/compact-jws.js';
import { isSameAddress, isSameAuthority, isWebAddress } from './badge-address.js';
import { type BadgePart, partOf } from './badge-parts.js';
import { findingsOnScope } from './hosted-assertion.js';
import { loadBadgeDocument } from './load-badge-document.js';
import { findingsOnRevocation } from './revocation-list.js';
import { checkSignedBadge } from './signed-assertion.js';
import { upgradeProfile } from './upgrade/upgrade-badge-class.js';
import { readDate } from './upgrade/upgrade-dates.js';
import { verificationTypeOf } from './verification-type.js';

export interface EndorsementContext {
  at: Date;
  source: DocumentSource;
  keys?: OrganizationKeys | undefined;
}

/** An Endorsement of Open Badges 2.0 that was looked at. */
export interface JudgedEndorsement extends Pick<Judgement, 'verdict' | 'reasons'> {
  facts: EndorsementFacts & Pick<CredentialFacts, 'validFrom'>;
  /** Whether its text was there to be read. */
  isRead: boolean;
}

/**
 * Verifies an Endorsement of Open Badges 2.0 by the rules for an assertion: a hosted one is what its address serves, within
 * the scope of its issuer; a signed one, a compact JWS, is what a key of its issuer signed and no revocation list names.
 *
 * @param stated as it stands at what it endorses: an address, a JWS, or written out
 * @returns undefined where nothing there is an Endorsement
 * @see https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html Endorsement
 */
export async function verifyBadgeEndorsement(
  stated: unknown,
  context: EndorsementContext,
): Promise<JudgedEndorsement | undefined> {
  const jws = typeof stated === 'string' ? readCompactJws(stated) : undefined;
  if (jws) return jws.ok && isEndorsement(jws.jws.claims) ? bySignature(jws.jws, context) : undefined;
  const address = idOf(stated);
  const saysSigned = isObject(stated) && verificationTypeOf(stated) === 'signed';
  if (isWebAddress(address) && !saysSigned) return byAddress(address, context);
  return isObject(stated) && isEndorsement(stated) ? unvouched(stated, saysSigned, context) : undefined;
}

const isEndorsement = (document: JsonObject): boolean =>
  hasType(document, 'Endorsement') && listOf(document.claim).some(isObject);

async function byAddress(address: string, context: EndorsementContext): Promise<JudgedEndorsement | undefined> {
  const loaded = await loadBadgeDocument(context.source, address);
  if (!loaded.ok) {
    const finding = loaded.gone
      ? { id: 'status', ...failed('revoked', 'revoked', loaded.detail) }
      : { id: 'proof', ...undecided('unresolvable_key', 'not-published', loaded.detail, loaded) };
    const facts = { subjects: [], validFrom: null, validUntil: null, statusEntries: hostedAt(address) };
    return { ...judged({ facts, findings: [finding] }), isRead: false };
  }
  const { document } = loaded;
  if (document.revoked !== true && !isEndorsement(document)) return undefined;
  const issuer = await partOf(document.issuer, '/issuer', context.source);
  const facts = factsOfEndorsement(document, issuer.part, hostedAt(address));
  return judged({
    facts,
    findings: [
      ...named('proof', [identityOf(document, address)]),
      ...named('binding', [...issuer.findings, ...findingsOnScope(address, upgraded(issuer.part))]),
      ...named('status', document.revoked === true ? [failed('revoked', 'revoked', 'it was revoked')] : []),
      ...findingsOnContent(document, facts, context.at),
    ],
  });
}

async function bySignature(jws: CompactJws, { at, source, keys }: EndorsementContext): Promise<JudgedEndorsement> {
  const document = jws.claims;
  const reading = await partOf(document.issuer, '/issuer', source);
  const issuer = upgraded(reading.part);
  const checked = await checkSignedBadge({ jws, assertion: document, generation: '2.0', issuer }, source, keys);
  const list = idOf(issuer?.document.revocationList);
  const facts = factsOfEndorsement(document, reading.part, list === undefined ? [] : [{ types: [revocation], list }]);
  const isSigned = checked.signature === 'valid';
  return judged({
    facts,
    findings: [
      ...named('proof', checked.proof),
      ...named('binding', [...reading.findings, ...checked.binding]),
      ...named('status', isSigned ? await findingsOnRevocation(document, issuer, source) : []),
      ...findingsOnContent(document, facts, at),
    ],
  });
}

/** Written out without an address and without a signature: anybody may have written it. */
async function unvouched(document: JsonObject, saysSigned: boolean, { source }: EndorsementContext) {
  const issuer = await partOf(document.issuer, '/issuer', source);
  const finding = saysSigned
    ? failed('unsigned', 'no-proof', 'it says that it is signed, and carries no signature')
    : undecided('binding_unproven', 'no-address', 'it does not say where it is published');
  return judged({ facts: factsOfEndorsement(document, issuer.part, []), findings: named('proof', [finding]) });
}

const revocation = 'RevocationList';
const hostedAt = (address: string) => [{ types: ['HostedBadge'], id: address }];

function identityOf(document: JsonObject, address: string): Finding {
  const id = idOf(document);
  if (!isWebAddress(id) || isSameAddress(id, address) || isSameAuthority(address, id))
    return passed('published', `${quoted(address)} serves this endorsement`);
  const detail = `${quoted(address)} serves an endorsement that belongs at ${quoted(id)}, on another host`;
  return failed('invalid_signature', 'other-content', detail);
}

function factsOfEndorsement(
  document: JsonObject,
  issuer: BadgePart | undefined,
  statusEntries: EndorsementFacts['statusEntries'],
): JudgedEndorsement['facts'] {
  const issuerId = issuer?.address ?? idOf(issuer?.document) ?? idOf(document.issuer);
  const name = textOfValue(issuer?.document.name);
  return {
    ...(issuerId !== undefined && { issuer: { id: issuerId, ...(name !== undefined && { name }) } }),
    subjects: listOf(document.claim).flatMap((claim) => {
      const id = idOf(claim);
      return id === undefined ? [] : [{ id, identifiers: [] }];
    }),
    validFrom: readDate(document.issuedOn).instant ?? null,
    validUntil: readDate(document.expires).instant ?? null,
    statusEntries,
  };
}

/** What an endorsement must say, and whether its dates allow for it now. */
function findingsOnContent({ expires }: JsonObject, facts: JudgedEndorsement['facts'], at: Date) {
  const faults: Finding[] = [];
  if (!facts.validFrom) faults.push(failed('malformed', 'issued-on', '`issuedOn` says no date and time'));
  if (expires !== undefined && !facts.validUntil) faults.push(failed('malformed', 'expires', '`expires` is no date'));
  return [...named('shape', faults), ...named('validity-period', findingsOnDates(facts, at))];
}

const upgraded = (part: BadgePart | undefined): BadgePart | undefined =>
  part && { ...part, document: upgradeProfile(part.document) };

const named = (id: string, findings: readonly Finding[]) => findings.map((finding) => ({ id, ...finding }));

function judged({
  facts,
  findings,
}: {
  facts: JudgedEndorsement['facts'];
  findings: ReturnType<typeof named>;
}): JudgedEndorsement {
  const { verdict, reasons } = judge(findings);
  return { verdict, reasons, facts, isRead: true };
}
