import { failed, undecided, warned, type Finding } from '../checks/check.js';
import type { DocumentSource } from '../document-source.js';
import { type JsonObject, idOf, isObject } from '../json.js';
import { quoted } from '../quoted.js';
import { isSameAddress, isSameAuthority, isWebAddress } from './badge-address.js';
import { loadBadgeDocument } from './load-badge-document.js';
import { upgradeBadgeClass, upgradeProfile } from './upgrade/upgrade-badge-class.js';

/** A part of a badge: as its address serves it, or as it is written out where it has no address. */
export interface BadgePart {
  /** In the words of 2.0. */
  document: JsonObject;
  /** Where it was loaded; absent when it has no address of its own. */
  address?: string;
}

export interface BadgeParts {
  badge?: BadgePart;
  issuer?: BadgePart;
  /** What stood in the way, or is worth seeing. */
  findings: Finding[];
}

/**
 * The BadgeClass of an assertion and the profile of its issuer. What has an address is loaded from there, also where the
 * assertion writes it out: whoever hosts the assertion must not say what another host's badge is.
 */
export async function loadBadgeParts(assertion: JsonObject, source: DocumentSource): Promise<BadgeParts> {
  const badge = await partOf(assertion.badge, '/badge', source);
  if (!badge.part) return { findings: badge.findings };
  const found = { ...badge.part, document: upgradeBadgeClass(badge.part.document) };
  const issuer = await issuerOf(found.document.issuer, source);
  const findings = [...badge.findings, ...issuer.findings];
  if (!issuer.part) return { badge: found, findings };
  return { badge: found, issuer: { ...issuer.part, document: upgradeProfile(issuer.part.document) }, findings };
}

export interface PartReading {
  part?: BadgePart;
  findings: Finding[];
}

/** The origin that 0.5 names as the issuer is no address of a profile. */
function issuerOf(value: unknown, source: DocumentSource): Promise<PartReading> {
  return isObject(value) && typeof value.origin === 'string' && value.id === undefined
    ? Promise.resolve({ part: { document: value }, findings: [] })
    : partOf(value, '/badge/issuer', source);
}

/** What a part names as its address, or is where it has none; `subject` says which part for people. */
export async function partOf(value: unknown, subject: string, source: DocumentSource): Promise<PartReading> {
  const address = idOf(value);
  if (!isWebAddress(address))
    return isObject(value) ? { part: { document: value }, findings: [] } : { findings: [nothingAt(subject)] };
  const loaded = await loadBadgeDocument(source, address);
  if (!loaded.ok) {
    const about = { subject, retryable: loaded.retryable };
    return { findings: [undecided('unresolvable_key', 'part-unavailable', loaded.detail, about)] };
  }
  return { part: { document: loaded.document, address }, findings: faultOfId(loaded.document, address, subject) };
}

/** A document at one address that calls itself by another one of the same host is remarked on; the address counts. */
function faultOfId(document: JsonObject, address: string, subject: string): Finding[] {
  const stated = idOf(document);
  if (stated === undefined || isSameAddress(stated, address)) return [];
  const detail = `what ${quoted(address)} serves says that its id is ${quoted(stated)}`;
  return [
    isSameAuthority(address, stated)
      ? warned('other-id', detail, subject)
      : failed('issuer_mismatch', 'other-id', detail, subject),
  ];
}

function nothingAt(subject: string): Finding {
  return undecided('unresolvable_key', 'part-missing', `${subject} is neither an address nor written out`, { subject });
}
