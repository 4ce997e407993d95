import { createHash } from 'node:crypto';
import type { EntryLink, FrameworkContent, FrameworkEntry } from './framework-content.js';
import { orderedJson } from './ordered-json.js';
import { storedLabels, type StoredLabel } from './stored-labels.js';

/**
 * SHA-256 over what a version says, as it is kept. Order of entries, of labels and of references makes no difference,
 * so the same content exported and read again is the same content.
 *
 * @param labelsOf labels of an entry as they are kept, for who has worked them out already
 * @returns 32 bytes
 */
export function frameworkChecksum(
  content: FrameworkContent,
  labelsOf: (entry: FrameworkEntry) => readonly StoredLabel[] = storedLabels,
): Buffer {
  const digests = content.entries
    .map((entry) => sha256(JSON.stringify(canonicalEntry(entry, labelsOf(entry)))).toString('hex'))
    .sort();
  const about = content.about === undefined ? [] : [orderedJson(content.about)];
  return sha256(JSON.stringify([content.scale ?? null, digests, ...about]));
}

function canonicalEntry(entry: FrameworkEntry, labels: readonly StoredLabel[]): unknown[] {
  return [
    entry.uri,
    entry.code ?? null,
    [entry.label.language, entry.label.text],
    labels.map(({ language, kind, text }) => JSON.stringify([language, kind, text])).sort(),
    entry.definition ?? null,
    entry.type,
    entry.assignable,
    entry.status,
    entry.replacedBy ?? null,
    [...entry.broader].sort(),
    [...entry.related].sort(),
    entry.crosswalks.map(({ relation, key, label }) => JSON.stringify([relation, key, label ?? null])).sort(),
    [...entry.otherKeys].sort(),
    Object.entries(entry.levelAnchors).sort(([a], [b]) => (a < b ? -1 : 1)),
    entry.notes ?? null,
    entry.position ?? null,
    (entry.links ?? []).map(linkText).sort(),
    [...(entry.collections ?? [])].sort(),
    entry.details === undefined ? '{}' : orderedJson(entry.details),
  ];
}

/** Most links have no detail, and a large framework has a hundred thousand of them. */
const linkText = ({ type, to, detail }: EntryLink): string =>
  detail === undefined ? JSON.stringify([type, to, null]) : orderedJson([type, to, detail]);

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
