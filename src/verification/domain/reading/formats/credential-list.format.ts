import { aboutFormat, type Format } from '../format.js';
import { type ContainedDocument, mostContained } from '../contained-document.js';
import { containedAt, tokenIn } from '../contained-documents.js';
import { parseStrictJson } from '../strict-json.js';

/**
 * Several credentials in one file and nothing around them that was signed: a JSON list, one credential on each line, or
 * an object of lists without a word of what it is itself. Each is judged on its own; the file as such proves nothing.
 */
export const credentialList: Format = {
  about: aboutFormat('credential-list', 'recognised'),
  read(document) {
    const { text, jsonText, json, jws } = document;
    if (text === undefined || jws) return undefined;
    const contained =
      jsonText === undefined ? onLines(text) : json ? inObject(document) : containedAt(document, [['*']]);
    if (contained.length === 0) return undefined;
    return {
      kind: 'unsupported',
      format: 'credential-list',
      detail: `a file of ${howMany(contained)}; the file itself is signed by nobody, each of them has its own verdict`,
      contained,
    };
  },
};

function howMany(contained: readonly ContainedDocument[]): string {
  if (contained.length > mostContained) return `more than ${mostContained} credentials`;
  return contained.length === 1 ? 'one credential' : `${contained.length} credentials`;
}

/** Members of an export, such as `{"credentials": [...]}`; an object that says what it is itself is no mere wrapper. */
function inObject(document: Parameters<Format['read']>[0]): ContainedDocument[] {
  const names = Object.keys(document.json ?? {}).slice(0, mostContained);
  if (names.some((name) => name === '@context' || name === 'type' || name === 'proof')) return [];
  return containedAt(
    document,
    names.map((name) => [name, '*']),
  ).slice(0, mostContained + 1);
}

/** One JSON object or token a line; a single line that is neither shows that this is no such file. */
function onLines(text: string): ContainedDocument[] {
  const lines = text.split(/\r?\n/, mostContained * 4).map((line, index) => ({ line: line.trim(), index }));
  const filled = lines.filter(({ line }) => line !== '').slice(0, mostContained + 1);
  if (filled.length < 2) return [];
  const contained: ContainedDocument[] = [];
  for (const { line, index } of filled) {
    const found = onLine(line, `/${index}`);
    if (!found) return [];
    contained.push(found);
  }
  return contained;
}

function onLine(line: string, path: string): ContainedDocument | undefined {
  if (!line.startsWith('{')) return tokenIn(line, path);
  return parseStrictJson(line).ok ? { bytes: Buffer.from(line), contentType: 'application/json', path } : undefined;
}
