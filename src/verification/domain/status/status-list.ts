import type { Examined } from '../checks/check-definition.js';
import { type JsonObject, hasType, idOf, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';
import { readDocument } from '../read-document.js';
import { decodeList } from './encoded-list.js';

/** A status list that was loaded and whose own signature, issuer and dates are good. */
export interface StatusList {
  ok: true;
  url: string;
  issuer: string;
  bytes: Buffer;
  /** Purposes that the list serves; normally one. */
  purposes: string[];
  /** How long the issuer says that the list may be relied on, in milliseconds; absent when it does not say. */
  ttlMs?: number;
}

export type StatusListReading =
  | StatusList
  | {
      ok: false;
      objection: 'status_list_invalid' | 'status_unavailable';
      code: string;
      detail: string;
      retryable: boolean;
    };

const maxListDocumentBytes = 2 * 1024 * 1024;
const accept =
  'application/vc+ld+json, application/vc, application/vc+jwt, application/ld+json, application/json, */*;q=0.1';

/**
 * Loads a status list and verifies it like any credential; a list that is not verified says nothing about anybody.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export async function loadStatusList(url: string, { source, verifyOther }: Examined): Promise<StatusListReading> {
  const loaded = await source.load(url, { accept, maxBytes: maxListDocumentBytes });
  if (!loaded.ok) return unavailable('unreachable', url, loaded.detail, loaded.retryable);
  const read = readDocument(loaded.body, loaded.contentType, maxListDocumentBytes);
  if (read.kind === 'badge' || read.kind === 'link') return invalid('no-credential', url, `it is a ${read.kind}`);
  if (read.kind !== 'credential') return invalid('no-credential', url, read.detail);
  const judgement = await verifyOther(read);
  if (judgement.verdict === 'verified') return readList(read.credential, url);
  const why = `the list itself is ${judgement.reasons.join(', ')}`;
  // A key that was out of reach says nothing about the list; all else does.
  return judgement.reason === 'unresolvable_key' || judgement.verdict === 'unsupported'
    ? unavailable('list-unverifiable', url, why, judgement.retryable)
    : invalid('list-not-verified', url, why);
}

async function readList(credential: JsonObject, url: string): Promise<StatusListReading> {
  if (!hasType(credential, 'BitstringStatusListCredential', 'StatusList2021Credential'))
    return invalid('wrong-type', url, 'the document is no status list credential');
  const subjects = listOf(credential.credentialSubject);
  const [subject] = subjects;
  if (subjects.length !== 1 || !isObject(subject) || !hasType(subject, 'BitstringStatusList', 'StatusList2021'))
    return invalid('wrong-type', url, 'the subject of the list is not one status list');
  const list = await decodeList(subject.encodedList);
  if (!list.ok) return invalid('unreadable-bits', url, list.detail);
  const purposes = listOf(subject.statusPurpose).filter((it) => typeof it === 'string');
  const issuer = idOf(credential.issuer) ?? '';
  return { ok: true, url, issuer, bytes: list.bytes, purposes, ...ttlOf(subject) };
}

function ttlOf({ ttl }: JsonObject): { ttlMs?: number } {
  return typeof ttl === 'number' && Number.isSafeInteger(ttl) && ttl >= 0 ? { ttlMs: ttl } : {};
}

function invalid(code: string, url: string, why: string): StatusListReading {
  const detail = `the status list ${quoted(url)} is not usable: ${why}`;
  return { ok: false, objection: 'status_list_invalid', code, detail, retryable: true };
}

function unavailable(code: string, url: string, why: string, retryable: boolean): StatusListReading {
  const detail = `the status list ${quoted(url)} could not be checked: ${why}`;
  return { ok: false, objection: 'status_unavailable', code, detail, retryable };
}
