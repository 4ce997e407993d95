import { failed, skipped, type Finding } from '../checks/check.js';
import { findingsOnDates } from '../checks/validity-period.check.js';
import type { DocumentSource } from '../document-source.js';
import type { CredentialFacts, StatusFacts } from '../facts/credential-facts.js';
import { type JsonObject, idOf } from '../json.js';
import type { CheckedFinding } from '../judge.js';
import type { OrganizationKeys } from '../keys/index.js';
import type { ReadBadge } from '../reading/read-result.js';
import { stopwatch } from '../stopwatch.js';
import { isWebAddress } from './badge-address.js';
import { findingsOnEndorsements } from './endorsements-of-badge.js';
import { factsOfBadge } from './badge-facts.js';
import { type BadgePart, type BadgeParts, loadBadgeParts } from './badge-parts.js';
import { findingsOnScope, readHosted } from './hosted-assertion.js';
import { findingsOnRevocation } from './revocation-list.js';
import { findingsOnShape } from './shape/findings-on-shape.js';
import { checkSignedBadge } from './signed-assertion.js';
import { type UpgradedAssertion, upgradeAssertion } from './upgrade/upgrade-assertion.js';
import { verificationTypeOf } from './verification-type.js';

export interface BadgeContext {
  at: Date;
  /** With a budget: see `boundedSource`. */
  source: DocumentSource;
  keys?: OrganizationKeys | undefined;
  /** Where the assertion was found, when it was fetched: the only address that one of Open Badges 0.5 has. */
  foundAt?: string | undefined;
  elapsedMs?: (() => number) | undefined;
}

export interface BadgeExamination {
  facts: CredentialFacts;
  findings: CheckedFinding[];
  /** The assertion that counts in the words of 2.0, with its BadgeClass and the issuer's profile written out in it. */
  resolved: JsonObject;
  /** Whether anything vouches for what the badge says of its recipient. */
  isVouchedFor: boolean;
  /** What the issuer's own profile calls it. */
  issuerDocumentName?: unknown;
}

/** What was found out in the way in which the badge says that it is verified. */
interface Vouching {
  assertions: UpgradedAssertion[];
  parts: BadgeParts;
  proof: Finding[];
  binding: Finding[];
  status: Finding[];
  signature: 'valid' | 'invalid' | 'unchecked' | 'none';
  statusEntries: StatusFacts[];
}

/**
 * Runs all checks of a badge of Open Badges 0.5 to 2.1. Older ones are read in the words of 2.0; a hosted one is what its
 * address serves, a signed one is what its issuer's key signed.
 */
export async function verifyBadge(read: ReadBadge, context: BadgeContext): Promise<BadgeExamination> {
  const handedIn = upgradeAssertion(read.assertion);
  const watch = stopwatch(context.elapsedMs);
  const vouching = await vouchingFor(handedIn, read, context);
  const { assertions, parts, signature } = vouching;
  const counting = assertions.at(-1) ?? handedIn;
  const resolved = resolvedOf(counting.assertion, parts);
  const facts = { ...factsOfBadge(resolved, handedIn.assertion), statusEntries: vouching.statusEntries };
  const groups: [string, Finding[]][] = [
    ['shape', findingsOnShape(assertions, parts)],
    ['proof', vouching.proof],
    ['binding', [...parts.findings, ...vouching.binding]],
    ['validity-period', datesOf(facts, signature, context.at)],
    ['status', vouching.status],
  ];
  groups.push(['endorsement', await findingsOnEndorsements(resolved, facts, context)]);
  // The documents are loaded in one go for all checks, so that time is the proof check's own.
  const durationMs = watch();
  const findings = groups.flatMap(([id, found]) =>
    found.map((finding) => ({ id, ...finding, ...(id === 'proof' && durationMs !== undefined && { durationMs }) })),
  );
  const name = parts.issuer?.address === undefined ? undefined : parts.issuer.document.name;
  const isVouchedFor = signature === 'valid' || signature === 'unchecked';
  return { facts, findings, resolved, isVouchedFor, ...(name !== undefined && { issuerDocumentName: name }) };
}

function vouchingFor(handedIn: UpgradedAssertion, read: ReadBadge, context: BadgeContext): Promise<Vouching> {
  if (read.jws) return bySignature(handedIn, read.jws, context);
  return verificationTypeOf(handedIn.assertion) === 'signed'
    ? withoutSignature(handedIn, context)
    : byAddress(handedIn, context);
}

async function byAddress(handedIn: UpgradedAssertion, { source, foundAt }: BadgeContext): Promise<Vouching> {
  const id = idOf(handedIn.assertion);
  const address = isWebAddress(id) ? id : handedIn.generation === '0.5' ? foundAt : undefined;
  const hosted = await readHosted(handedIn.assertion, address, source);
  const published = hosted.published ? [hosted.published] : [];
  // An image may carry nothing but the address; what is missing there is in the published copy.
  const assertions = isMerePointer(handedIn.assertion) ? published : [handedIn, ...published];
  const parts = await loadBadgeParts((hosted.published ?? handedIn).assertion, source);
  const isRead = hosted.published !== undefined && !hosted.isOther;
  const binding =
    isRead && address !== undefined
      ? findingsOnScope(address, parts.issuer)
      : [skipped('not-published', 'no published copy of this badge could be compared with its issuer')];
  return {
    assertions,
    parts,
    proof: hosted.proof,
    binding,
    status: hosted.status,
    signature: hosted.isOther ? 'invalid' : isRead ? 'valid' : 'unchecked',
    statusEntries: address === undefined ? [] : [{ types: ['HostedBadge'], id: address }],
  };
}

function isMerePointer({ badge, recipient }: JsonObject): boolean {
  return badge === undefined && recipient === undefined;
}

async function bySignature(
  handedIn: UpgradedAssertion,
  jws: NonNullable<ReadBadge['jws']>,
  { source, keys }: BadgeContext,
): Promise<Vouching> {
  const { assertion, generation } = handedIn;
  const parts = await loadBadgeParts(assertion, source);
  const checked = await checkSignedBadge({ jws, assertion, generation, issuer: parts.issuer }, source, keys);
  const status =
    checked.signature === 'valid'
      ? await findingsOnRevocation(assertion, parts.issuer, source)
      : [skipped('not-signed', 'no signature holds that would vouch for a status')];
  const list = idOf(parts.issuer?.document.revocationList);
  const statusEntries = list === undefined ? [] : [{ types: ['RevocationList'], list }];
  return { assertions: [handedIn], parts, ...checked, status, statusEntries };
}

/** It says that it was signed, and the signature is not there. */
async function withoutSignature(handedIn: UpgradedAssertion, { source }: BadgeContext): Promise<Vouching> {
  return {
    assertions: [handedIn],
    parts: await loadBadgeParts(handedIn.assertion, source),
    proof: [failed('unsigned', 'no-proof', 'the badge says that it is signed, and carries no signature')],
    binding: [skipped('no-proof', 'the badge carries no signature')],
    status: [skipped('not-signed', 'no signature holds that would vouch for a status')],
    signature: 'none',
    statusEntries: [],
  };
}

function datesOf(facts: CredentialFacts, signature: Vouching['signature'], at: Date): Finding[] {
  return signature === 'invalid' || signature === 'none'
    ? [skipped('not-signed', 'nothing holds that would vouch for the dates')]
    : findingsOnDates(facts, at);
}

function resolvedOf(assertion: JsonObject, { badge, issuer }: BadgeParts): JsonObject {
  if (!badge) return assertion;
  const document = withAddress(badge);
  return { ...assertion, badge: issuer ? { ...document, issuer: withAddress(issuer) } : document };
}

/** The address that was asked names a part, whatever it calls itself. */
function withAddress({ document, address }: BadgePart): JsonObject {
  return address === undefined ? document : { ...document, id: address };
}
