import { failed, passed, undecided, warned, type Finding } from '../checks/check.js';
import type { Examined } from '../checks/check-definition.js';
import type { Objection } from '../verdict.js';
import { type JsonObject, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';
import { type BitstringEntry, readBitstringEntry } from './bitstring-entry.js';
import { statusAt } from './encoded-list.js';
import { type StatusList, loadStatusList } from './status-list.js';
import type { StatusType } from './status-type.js';

/** The standard asks for so many that nobody can tell whose status is asked for; some issuers have fewer. */
const fewestBits = 131_072;

const objectionOf: Record<string, Objection> = { revocation: 'revoked', suspension: 'suspended' };

/**
 * Bitstring Status List and its forerunner of 2021: one bit (or a few) per credential in a signed, compressed list.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/
 */
export const bitstringStatus: StatusType = {
  names: ['BitstringStatusListEntry', 'StatusList2021Entry'],
  async read(json: JsonObject, examined: Examined, subject: string): Promise<Finding[]> {
    const reading = readBitstringEntry(json);
    if ('problem' in reading)
      return [undecided('status_list_invalid', 'malformed-entry', reading.problem, { subject })];
    const { entry } = reading;
    const list = await loadStatusList(entry.listUrl, examined);
    if (!list.ok) {
      const { objection, code, detail, retryable } = list;
      return [undecided(objection, code, detail, { subject, retryable })];
    }
    const said = statusIn(list, entry, messageIn(json), subject);
    return [
      list.ttlMs === undefined ? said : { ...said, goodForMs: list.ttlMs },
      ...remarksOn(list, examined, subject),
    ];
  },
};

/** Answers what the issuer means by a value of the purpose `message`. */
type MessageOf = (status: number) => string | undefined;

/** More than any entry of a few bits needs. */
const mostMessages = 1_000;

/** The texts that an entry gives to values, by the value as the standard writes it: `0x1f`. */
function messageIn({ statusMessage }: JsonObject): MessageOf {
  const stated = listOf(statusMessage).slice(0, mostMessages).filter(isObject);
  return (status) => {
    const found = stated.find((it) => String(it.status).toLowerCase() === `0x${status.toString(16)}`)?.message;
    return typeof found === 'string' ? found : undefined;
  };
}

function statusIn(list: StatusList, entry: BitstringEntry, messageOf: MessageOf, subject: string): Finding {
  const { purpose, index, size } = entry;
  const about = { subject, retryable: true };
  if (!list.purposes.includes(purpose)) {
    const detail = `the list ${quoted(list.url)} is not for ${quoted(purpose)}`;
    return undecided('status_list_invalid', 'wrong-purpose', detail, about);
  }
  const status = statusAt(list.bytes, index, size);
  if (status === undefined) {
    const detail = `the index ${index} is past the end of the list ${quoted(list.url)}`;
    return undecided('status_list_invalid', 'out-of-range', detail, about);
  }
  if (purpose === 'message') return messageFinding(status, messageOf(status), list, subject);
  const word = nameOf(purpose);
  const says = status === 0 ? `does not say that it is ${word}` : `says that it is ${word} (value ${status})`;
  const detail = `the list ${quoted(list.url)} ${says} at index ${index}, purpose ${quoted(purpose)}`;
  if (status === 0) return passed(`not-${word}`, detail, subject);
  if (purpose === 'refresh')
    return warned('refresh-announced', `${detail}: the issuer has a newer version of it`, subject);
  const objection = Object.hasOwn(objectionOf, purpose) ? objectionOf[purpose] : undefined;
  return objection ? failed(objection, objection, detail, subject) : warned('status-set', detail, subject);
}

function messageFinding(status: number, message: string | undefined, { url }: StatusList, subject: string): Finding {
  const means = message === undefined ? 'for which the credential gives no message' : `which means ${quoted(message)}`;
  const detail = `the list ${quoted(url)} has the value ${status} for it, ${means}`;
  if (status === 0) return passed('not-set', detail, subject);
  return warned(message === undefined ? 'message-unknown' : 'message', detail, subject);
}

function nameOf(purpose: string): string {
  return (Object.hasOwn(objectionOf, purpose) && objectionOf[purpose]) || 'set';
}

function remarksOn(list: StatusList, { facts }: Examined, subject: string): Finding[] {
  const remarks: Finding[] = [];
  const bits = list.bytes.length * 8;
  if (bits < fewestBits)
    remarks.push(warned('short-list', `the list has ${bits} bits, and the standard asks for ${fewestBits}`, subject));
  if (list.issuer !== facts.issuer?.id)
    remarks.push(warned('other-list-issuer', `the list is kept by ${quoted(list.issuer)}, not by the issuer`, subject));
  return remarks;
}
