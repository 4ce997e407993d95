import { failed, passed, skipped, undecided, type Finding } from '../checks/check.js';
import type { DocumentSource } from '../document-source.js';
import { type JsonObject, idOf, isObject, listOf } from '../json.js';
import type { OrganizationKeys } from '../keys/index.js';
import { pickPinned } from '../keys/organization-keys.js';
import { jwsAlgorithms } from '../proofs/jws-algorithms.js';
import { problemOfHeader } from '../proofs/jws-header.rule.js';
import { quoted } from '../quoted.js';
import type { CompactJws } from '../reading/compact-jws.js';
import { isSameAddress, isSameAuthority } from './badge-address.js';
import { type BadgeKey, readBadgeKey } from './badge-key.js';
import type { BadgePart } from './badge-parts.js';
import type { BadgeGeneration } from './upgrade/generation.js';

/** Keys of a profile that are tried where the badge does not say which one signed it. */
const mostKeys = 5;

export interface SignedBadge {
  jws: CompactJws;
  /** In the words of 2.0. */
  assertion: JsonObject;
  generation: BadgeGeneration;
  issuer: BadgePart | undefined;
}

export interface SignatureFindings {
  proof: Finding[];
  binding: Finding[];
  signature: 'valid' | 'invalid' | 'unchecked' | 'none';
}

/**
 * Checks the signature of a signed badge, and whether its key is the issuer's: the issuer's profile must list the key, and
 * the key's own document must not name another owner. Badges before 2.0, whose profiles list no keys, are bound by the host
 * of the key. A key that the organization pinned for the issuer needs neither.
 */
export async function checkSignedBadge(
  badge: SignedBadge,
  source: DocumentSource,
  trust?: OrganizationKeys,
): Promise<SignatureFindings> {
  const problem = problemOfHeader(badge.jws.header);
  if (problem) {
    const { code, detail } = problem;
    const finding =
      problem.objection === undefined
        ? undecided('unsupported', code, detail, { subject: 'jws' })
        : failed(problem.objection, code, detail, 'jws');
    const signature = problem.objection === 'unsigned' ? 'none' : 'unchecked';
    return { proof: [finding], binding: [skipped('signature-unchecked', 'the signature was not checked')], signature };
  }
  const { keys, problems } = await keysFor(badge, source, trust);
  const signer = keys.find((key) => isSignedWith(badge.jws, key));
  if (signer) {
    const detail = `the badge was signed with the key ${nameOf(signer)}`;
    const binding = [bindingOf(signer, badge)];
    return { proof: [passed('signature-valid', detail, 'jws')], binding, signature: 'valid' };
  }
  const [unread] = problems;
  const binding = [skipped('no-key', 'there is no key to compare')];
  if (unread || keys.length === 0) {
    const { detail, retryable } = unread ?? {
      detail: 'neither the badge nor its issuer names a key',
      retryable: false,
    };
    const about = { subject: 'jws', retryable };
    return { proof: [undecided('unresolvable_key', 'no-key', detail, about)], binding, signature: 'unchecked' };
  }
  const detail = `the badge was not signed over this content with the key ${nameOf(keys[0])}`;
  return { proof: [failed('invalid_signature', 'signature-invalid', detail, 'jws')], binding, signature: 'invalid' };
}

type Signer = BadgeKey & { isPinned?: boolean };

/** The key that the badge names; without a name, those that the profile lists; pinned ones before both. */
async function keysFor(
  { assertion, issuer, jws }: SignedBadge,
  source: DocumentSource,
  trust?: OrganizationKeys,
): Promise<{ keys: Signer[]; problems: { detail: string; retryable: boolean }[] }> {
  const creator = creatorOf(assertion);
  const pinned = await pinnedKey(issuer, [creator, jws.header.kid], trust);
  if (pinned) return { keys: [pinned], problems: [] };
  const listed = listOf(issuer?.document.publicKey).slice(0, mostKeys);
  const named = listed.find((it) => isObject(it) && creator !== undefined && isSameAddress(idOf(it) ?? '', creator));
  const stated = creator === undefined ? listed : [named ?? creator];
  const readings = await Promise.all(stated.map((it) => readBadgeKey(it, source)));
  return {
    keys: readings.flatMap((reading) => (reading.ok ? [reading.key] : [])),
    problems: readings.flatMap((reading) => (reading.ok ? [] : [reading])),
  };
}

async function pinnedKey(
  issuer: BadgePart | undefined,
  names: readonly unknown[],
  trust: OrganizationKeys | undefined,
): Promise<Signer | undefined> {
  const id = issuer && nameOfIssuer(issuer);
  if (!trust || id === undefined) return undefined;
  const wanted = { names: names.filter((name) => typeof name === 'string') };
  const key = pickPinned(await trust.pinnedFor(id), wanted, id);
  return key && { material: { key: key.key, jwk: key.jwk }, id: key.method, isPinned: true };
}

function isSignedWith({ header, signingInput, signature }: CompactJws, { material }: Signer): boolean {
  const algorithm = jwsAlgorithms.get(String(header.alg));
  return (
    algorithm?.takesKey(material.jwk) === true &&
    algorithm.verify(material.key, Buffer.from(signingInput, 'ascii'), signature)
  );
}

function bindingOf(key: Signer, { issuer, generation }: SignedBadge): Finding {
  const name = issuer && nameOfIssuer(issuer);
  if (!issuer || name === undefined)
    return skipped('no-issuer', 'there is no profile of an issuer to compare the key with');
  if (key.isPinned === true)
    return passed('key-of-issuer', `the organization pinned the key for ${quoted(name)}`, 'jws');
  if (key.owner !== undefined && !isSameAddress(key.owner, name)) {
    const detail = `the key ${nameOf(key)} belongs to ${quoted(key.owner)}, and the issuer is ${quoted(name)}`;
    return failed('issuer_mismatch', 'other-owner', detail, 'jws');
  }
  if (issuer.address === undefined)
    return undecided('binding_unproven', 'no-issuer-address', `${quoted(name)} is no address of a profile`, {
      subject: 'jws',
    });
  const { id } = key;
  const isListed = listOf(issuer.document.publicKey).some(
    (it) => it !== undefined && id !== undefined && isSameAddress(idOf(it) ?? '', id),
  );
  if (isListed) return passed('key-of-issuer', `the profile ${quoted(name)} lists the key ${nameOf(key)}`, 'jws');
  if (generation !== '2.0' && id !== undefined && isSameAuthority(id, issuer.address))
    return passed('key-of-issuer', `the key ${nameOf(key)} lies at the host of its issuer ${quoted(name)}`, 'jws');
  const detail = `the profile ${quoted(name)} does not list the key ${nameOf(key)}`;
  return undecided('binding_unproven', 'key-not-listed', detail, { subject: 'jws', retryable: true });
}

/** The address that was asked names an issuer, whatever its profile calls itself. */
function nameOfIssuer({ address, document }: BadgePart): string | undefined {
  return address ?? idOf(document);
}

function creatorOf({ verification }: JsonObject): string | undefined {
  return isObject(verification) ? idOf(verification.creator) : undefined;
}

function nameOf(key: Signer | undefined): string {
  return key?.id === undefined ? 'of the issuer' : quoted(key.id);
}
