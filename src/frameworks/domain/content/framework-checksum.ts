import { createHash } from 'node:crypto';
import type { FrameworkContent, FrameworkEntry, LanguageText } from './framework-content.js';

/**
 * SHA-256 over what a version says. Order of entries, of labels and of references makes no difference, so the same
 * content exported twice is the same content.
 *
 * @returns 32 bytes
 */
export function frameworkChecksum(content: FrameworkContent): Buffer {
  const digests = content.entries.map((entry) => sha256(JSON.stringify(canonicalEntry(entry))).toString('hex')).sort();
  return sha256(JSON.stringify([content.scale ?? null, digests]));
}

function canonicalEntry(entry: FrameworkEntry): unknown[] {
  return [
    entry.uri,
    entry.code ?? null,
    [entry.label.language, entry.label.text],
    texts(entry.translations),
    texts(entry.alternativeLabels),
    texts(entry.hiddenLabels),
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
  ];
}

const texts = (labels: readonly LanguageText[]): string[] =>
  labels.map(({ language, text }) => JSON.stringify([language, text])).sort();

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
