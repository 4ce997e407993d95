import { failed, passed, undecided, warned, type Finding } from '../checks/check.js';
import type { Examined } from '../checks/check-definition.js';
import { isAbsoluteUri } from '../absolute-uri.js';
import { isObject, type JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import type { JwtEnvelope } from '../reading/read-result.js';
import { tokenStatusAt } from './token-status-bits.js';
import { loadTokenStatusList, type TokenStatusList } from './token-status-list.js';

/** The member of the claim `status` that is read. */
export const tokenStatusName = 'status_list';
const subject = tokenStatusName;

/**
 * The status that a JWT declares by its claim `status`: a value at an index of a Token Status List.
 *
 * @returns nothing where the JWT declares none
 * @see https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/
 */
export async function readTokenStatus(examined: Examined): Promise<Finding[]> {
  const { jwt } = examined.read;
  if (!jwt || !declaresTokenStatus(jwt)) return [];
  const { status } = jwt.claims;
  const reference = isObject(status) ? status.status_list : undefined;
  if (reference === undefined)
    return [
      undecided('status_unavailable', 'unknown-type', 'the status is of a kind that is not read here', { subject }),
    ];
  const entry = readReference(reference);
  if ('problem' in entry) return [undecided('status_list_invalid', 'malformed-entry', entry.problem, { subject })];
  const list = await loadTokenStatusList(entry.uri, examined);
  if (!list.ok) {
    const { objection, code, detail, retryable } = list;
    return [undecided(objection, code, detail, { subject, retryable })];
  }
  const said = statusIn(list, entry.index);
  return [
    list.goodForMs === undefined ? said : { ...said, goodForMs: list.goodForMs },
    ...(list.issuer === examined.facts.issuer?.id
      ? []
      : [warned('other-list-issuer', `the list is kept by ${quoted(list.issuer)}, not by the issuer`, subject)]),
  ];
}

/** In a W3C credential `status` may be any word of its own; in mere claims it is the one that was registered. */
export function declaresTokenStatus({ claims, layout }: JwtEnvelope): boolean {
  const { status } = claims;
  return layout === 'claims' ? status !== undefined : isObject(status) && status.status_list !== undefined;
}

function readReference(reference: unknown): { uri: string; index: number } | { problem: string } {
  const { uri, idx }: JsonObject = isObject(reference) ? reference : {};
  if (!isAbsoluteUri(uri)) return { problem: 'the status names no URL of a list' };
  if (!Number.isSafeInteger(idx) || (idx as number) < 0)
    return { problem: 'the index of the status is no whole number' };
  return { uri, index: idx as number };
}

function statusIn(list: TokenStatusList, index: number): Finding {
  const value = tokenStatusAt(list.bytes, index, list.bits);
  const where = `the list ${quoted(list.url)} at index ${index}`;
  if (value === undefined)
    return undecided('status_list_invalid', 'out-of-range', `the end of ${where} is passed`, {
      subject,
      retryable: true,
    });
  const detail = `${where} says ${value}`;
  if (value === 0) return passed('not-revoked', `${detail}: valid`, subject);
  if (value === 1) return failed('revoked', 'revoked', `${detail}: invalid`, subject);
  if (value === 2) return failed('suspended', 'suspended', `${detail}: suspended`, subject);
  const unknown = `${detail}, which means something to its issuer alone`;
  return undecided('status_unavailable', 'unknown-value', unknown, { subject, retryable: true });
}
