import { failed, passed, undecided, warned, type Finding } from '../checks/check.js';
import type { Examined } from '../checks/check-definition.js';
import { isAbsoluteUri } from '../absolute-uri.js';
import { type JsonObject, idOf, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';
import { parseStrictJson, textOf } from '../reading/strict-json.js';
import type { StatusType } from './status-type.js';

const maxListBytes = 1024 * 1024;

/**
 * The revocation list of 1EdTech: plain JSON that names the credentials taken back. It is not signed, so it is only as
 * good as the connection to the address that the signed credential names; hence https only, and a remark.
 *
 * @see https://www.imsglobal.org/spec/vccs/v1p0/
 */
export const revocationListStatus: StatusType = {
  names: ['1EdTechRevocationList'],
  async read(entry: JsonObject, { source, facts }: Examined, subject: string): Promise<Finding[]> {
    const url = idOf(entry);
    if (!isAbsoluteUri(url) || !/^https:/i.test(url))
      return [invalid('malformed-entry', 'the status entry names no https address of a list', subject)];
    const loaded = await source.load(url, { accept: 'application/json', maxBytes: maxListBytes });
    if (!loaded.ok) {
      const detail = `the revocation list ${quoted(url)} could not be loaded: ${loaded.detail}`;
      return [undecided('status_unavailable', 'unreachable', detail, { subject, retryable: loaded.retryable })];
    }
    const revoked = revokedIn(loaded.body, facts.issuer?.id);
    if ('problem' in revoked)
      return [invalid('list-not-usable', `the revocation list ${quoted(url)} ${revoked.problem}`, subject)];
    if (facts.id === undefined)
      return [invalid('no-id', 'the credential has no id by which a revocation list could name it', subject)];
    const isRevoked = revoked.ids.has(facts.id);
    const detail = `the revocation list ${quoted(url)} ${isRevoked ? 'names' : 'does not name'} this credential`;
    return [
      isRevoked ? failed('revoked', 'revoked', detail, subject) : passed('not-revoked', detail, subject),
      warned('unsigned-list', `the revocation list ${quoted(url)} is not signed`, subject),
    ];
  },
};

/** Credentials that are taken back are those listed, unless `revoked` says no. */
function revokedIn(body: Buffer, issuer: string | undefined): { ids: Set<string> } | { problem: string } {
  const text = textOf(body);
  const reading = text === undefined ? undefined : parseStrictJson(text);
  if (!reading?.ok || !isObject(reading.value)) return { problem: 'is no JSON object' };
  const list = reading.value;
  if (idOf(list.issuer) !== issuer) return { problem: 'names another issuer than the credential' };
  if (!Array.isArray(list.revokedCredential)) return { problem: 'has no list of credentials' };
  const entries = listOf(list.revokedCredential).filter(isObject);
  return { ids: new Set(entries.filter((it) => it.revoked !== false).flatMap((it) => idOf(it) ?? [])) };
}

function invalid(code: string, detail: string, subject: string): Finding {
  return undecided('status_list_invalid', code, detail, { subject, retryable: true });
}
