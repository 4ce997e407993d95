import { failed, passed, skipped, undecided, type Finding } from '../checks/check.js';
import type { DocumentSource } from '../document-source.js';
import { type JsonObject, idOf, isObject } from '../json.js';
import { quoted } from '../quoted.js';
import { isSameAddress, isWebAddress } from './badge-address.js';
import type { BadgePart } from './badge-parts.js';
import { loadBadgeDocument } from './load-badge-document.js';

const subject = 'status';
const maxListBytes = 2 * 1024 * 1024;

/**
 * Whether the issuer of a signed badge lists it as revoked: by `id` or `uid` among `revokedAssertions`, or as 1.x has it, as
 * a member of an object whose names are uids.
 */
export async function findingsOnRevocation(
  assertion: JsonObject,
  issuer: BadgePart | undefined,
  source: DocumentSource,
): Promise<Finding[]> {
  const stated = issuer?.document.revocationList;
  if (!issuer || stated === undefined || stated === null)
    return [skipped('none-declared', 'the profile of the issuer names no revocation list')];
  const address = idOf(stated);
  if (!isWebAddress(address))
    return [undecided('status_list_invalid', 'malformed-entry', 'the revocation list has no web address', { subject })];
  const loaded = await loadBadgeDocument(source, address, maxListBytes);
  if (!loaded.ok) {
    const detail = `the revocation list ${loaded.detail}`;
    return [undecided('status_unavailable', 'unreachable', detail, { subject, retryable: loaded.retryable })];
  }
  return [inList(assertion, loaded.document, address, issuer)];
}

function inList(assertion: JsonObject, list: JsonObject, address: string, issuer: BadgePart): Finding {
  const names = [assertion.id, assertion.uid].filter((it) => typeof it === 'string');
  if (names.length === 0)
    return unusable('no-id', 'the badge has neither id nor uid by which a revocation list could name it');
  const owner = idOf(list.issuer);
  if (owner !== undefined && !isSameAddress(owner, issuer.address ?? ''))
    return unusable('list-not-usable', `the revocation list ${quoted(address)} is that of ${quoted(owner)}`);
  const entry = entryFor(names, list);
  if (entry === 'unreadable')
    return unusable('list-not-usable', `${quoted(address)} does not say which assertions are revoked`);
  if (!entry) return passed('not-revoked', `the revocation list ${quoted(address)} does not name this badge`, subject);
  const why = entry.reason === undefined ? '' : `: ${quoted(entry.reason)}`;
  return failed('revoked', 'revoked', `the revocation list ${quoted(address)} names this badge${why}`, subject);
}

function entryFor(names: readonly string[], list: JsonObject): { reason?: string } | 'unreadable' | undefined {
  const { revokedAssertions } = list;
  if (Array.isArray(revokedAssertions)) {
    const entry: unknown = revokedAssertions.find((it) => namesIn(it).some((name) => isAmong(names, name)));
    return entry === undefined ? undefined : reasonIn(isObject(entry) ? entry.revocationReason : undefined);
  }
  // A document of a known class is no map of uids.
  if (revokedAssertions !== undefined || list.type !== undefined || list['@context'] !== undefined) return 'unreadable';
  const name = names.find((it) => Object.hasOwn(list, it));
  return name === undefined ? undefined : reasonIn(list[name]);
}

function namesIn(entry: unknown): string[] {
  if (!isObject(entry)) return typeof entry === 'string' ? [entry] : [];
  return [entry.id, entry.uid].filter((it) => typeof it === 'string');
}

function isAmong(names: readonly string[], listed: string): boolean {
  return names.some((name) => isSameAddress(name, listed));
}

function reasonIn(value: unknown): { reason?: string } {
  return typeof value === 'string' && value !== '' ? { reason: value } : {};
}

function unusable(code: string, detail: string): Finding {
  return undecided('status_list_invalid', code, detail, { subject, retryable: true });
}
