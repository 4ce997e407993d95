import { failed, passed, skipped, undecided, warned, type Finding } from '../checks/check.js';
import type { DocumentSource } from '../document-source.js';
import { type JsonObject, idOf } from '../json.js';
import { isSharedHost } from '../keys/speaks-for.js';
import { quoted } from '../quoted.js';
import { isSameAddress, isSameAuthority, isWebAddress } from './badge-address.js';
import type { BadgePart } from './badge-parts.js';
import { loadBadgeDocument } from './load-badge-document.js';
import { differencesOf } from './published-differences.js';
import { type UpgradedAssertion, upgradeAssertion } from './upgrade/upgrade-assertion.js';
import { isInScope } from './verification-scope.js';

/** What an issuer publishes at the address that an assertion names as its own. */
export interface HostedAssertion {
  /** Absent when it could not be had, or says nothing but that it was revoked. */
  published?: UpgradedAssertion;
  /** What was published is not what was handed in. */
  isOther: boolean;
  proof: Finding[];
  status: Finding[];
}

/**
 * Reads a hosted assertion where it is published. That copy counts; what was handed in is compared with it.
 *
 * @param handedIn in the words of 2.0
 */
export async function readHosted(
  handedIn: JsonObject,
  address: string | undefined,
  source: DocumentSource,
): Promise<HostedAssertion> {
  if (address === undefined) return unread(withoutAddress());
  const loaded = await loadBadgeDocument(source, address);
  if (!loaded.ok && loaded.gone) {
    const proof = [skipped('gone', 'there is nothing to compare with, since it is no longer published')];
    const detail = `${quoted(address)} answers that the badge was here and is no more (HTTP 410), which revokes it`;
    return { isOther: false, proof, status: [failed('revoked', 'revoked', detail, 'status')] };
  }
  if (!loaded.ok) {
    const about = { retryable: loaded.retryable };
    return unread(undecided('unresolvable_key', 'not-published', loaded.detail, about));
  }
  return compared(handedIn, loaded.document, address);
}

function compared(handedIn: JsonObject, served: JsonObject, address: string): HostedAssertion {
  const status = [statusOf(served, address)];
  const isMereNotice = served.badge === undefined || served.recipient === undefined;
  if (served.revoked === true && isMereNotice) {
    const proof = [skipped('gone', 'there is nothing to compare with, since only its revocation is published')];
    return { isOther: false, proof, status };
  }
  if (isMereNotice) {
    const detail = `what ${quoted(address)} serves is no assertion of a badge`;
    return unread(undecided('unresolvable_key', 'not-published', detail, { retryable: false }));
  }
  const published = upgradeAssertion(served);
  const statedId = idOf(published.assertion);
  if (isWebAddress(statedId) && !isSameAddress(statedId, address) && !isSameAuthority(address, statedId)) {
    const detail = `${quoted(address)} serves an assertion that belongs at ${quoted(statedId)}, on another host`;
    return { published, isOther: true, proof: [failed('invalid_signature', 'other-content', detail)], status };
  }
  const { decisive, minor } = differencesOf(handedIn, published.assertion);
  if (decisive.length > 0) {
    const detail = `what was handed in is not what ${quoted(address)} serves; other are: ${named(decisive)}`;
    return { published, isOther: true, proof: [failed('invalid_signature', 'other-content', detail)], status };
  }
  const proof = [passed('published', `${quoted(address)} serves this assertion, and what it serves counts`)];
  if (minor.length > 0)
    proof.push(warned('differs', `what was handed in differs from what is published: ${named(minor)}`));
  if (isWebAddress(statedId) && !isSameAddress(statedId, address))
    proof.push(warned('other-id', `${quoted(address)} serves an assertion whose id is ${quoted(statedId)}`));
  return { published, isOther: false, proof, status };
}

function statusOf({ revoked, revocationReason }: JsonObject, address: string): Finding {
  if (revoked !== true) return passed('not-revoked', `${quoted(address)} does not say that it was revoked`, 'status');
  const why = typeof revocationReason === 'string' ? `: ${quoted(revocationReason)}` : '';
  return failed('revoked', 'revoked', `${quoted(address)} says that it was revoked${why}`, 'status');
}

function unread(finding: Finding): HostedAssertion {
  return { isOther: false, proof: [finding], status: [skipped('not-published', 'no published copy could be read')] };
}

function withoutAddress(): Finding {
  const detail =
    'it does not say where it is published, so nothing shows that anybody issued it; hand in the address of the badge';
  return undecided('binding_unproven', 'no-address', detail);
}

/** Whether the issuer lets its badges be published at this address. */
export function findingsOnScope(address: string, issuer: BadgePart | undefined): Finding[] {
  if (!issuer) return [skipped('no-issuer', 'there is no profile of an issuer to compare the address with')];
  const name = idOf(issuer.document);
  if (issuer.address === undefined) return [ofOrigin(address, name)];
  if (isInScope(address, issuer.document, issuer.address)) {
    const detail = `the issuer ${quoted(issuer.address)} publishes its badges at places such as ${quoted(address)}`;
    return [passed('in-scope', detail)];
  }
  const detail = `the issuer ${quoted(issuer.address)} does not publish its badges at places such as ${quoted(address)}`;
  return [failed('issuer_mismatch', 'out-of-scope', detail)];
}

/** The issuer of 0.5 is the origin that it publishes from; an issuer without any address cannot be told from another. */
function ofOrigin(address: string, origin: string | undefined): Finding {
  if (!isWebAddress(origin) || isSharedHost(new URL(origin).hostname)) {
    const detail = 'the issuer has no address of its own that could show that it publishes this badge';
    return undecided('binding_unproven', 'no-issuer-address', detail);
  }
  return isSameAuthority(address, origin)
    ? passed('in-scope', `the issuer publishes from ${quoted(origin)}, where the badge was found`)
    : failed('issuer_mismatch', 'out-of-scope', `the issuer is ${quoted(origin)}, and ${quoted(address)} is elsewhere`);
}

const named = (names: readonly string[]): string => names.map(quoted).join(', ');
