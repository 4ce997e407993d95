import { hash } from 'node:crypto';
import { decline } from './declined.js';
import { sortFew } from './sort-few.js';
import type { Graph, Group, Statement } from './statements.js';

/** The hash that RDFC-1.0 is used with. */
export type LabelHash = 'sha256' | 'sha384';

/**
 * Canonical N-Quads of a graph whose blank nodes can all be told apart by what is said of each directly. Then RDFC-1.0
 * numbers them by the order of those hashes and never needs its further steps; any other graph is declined.
 *
 * The lines of one subject are put in order by themselves, and then the subjects: no subject with the blank after it is
 * the beginning of another, so that gives the order of all lines. The same holds for the predicates of one subject.
 *
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm steps 3 and 4
 */
export function canonicalQuads({ groups, blankNodes }: Graph, algorithm: LabelHash): string {
  return (
    writtenOut(groups, blankNodes, algorithm) ??
    writtenOut(groups.map(withoutRepeats), blankNodes, algorithm) ??
    decline('a statement that repeats itself')
  );
}

/** Undefined where a statement stands twice, since a graph is a set. */
function writtenOut(groups: readonly Group[], blankNodes: number, algorithm: LabelHash): string | undefined {
  for (const group of groups) putInOrder(group.said, labelInHash);
  const labels = labelsOf(groups, blankNodes, algorithm);
  const labelOf = (node: number): string => labels[node] ?? decline('a node without a label');
  const written: { opening: string; said: readonly Statement[] }[] = [];
  for (const { subject, said, pointsToBlanks } of groups) {
    if (pointsToBlanks) putInOrder(said, labelOf);
    if (repeatsItself(said)) return undefined;
    written.push({ opening: typeof subject === 'number' ? `${labelOf(subject)} ` : subject, said });
  }
  sortFew(written, (one, other) => one.opening < other.opening);
  let text = '';
  for (const { opening, said } of written)
    for (const { predicate, object } of said)
      text += opening + predicate + (typeof object === 'number' ? `${labelOf(object)} .\n` : object);
  return text;
}

/** In the hash of a node all others have one label; lines that differ in nothing else may stand in any order. */
const labelInHash = (): string => '_:z';

function putInOrder(said: Statement[], labelOf: (node: number) => string): void {
  const written = ({ object }: Statement): string => (typeof object === 'number' ? `${labelOf(object)} .\n` : object);
  sortFew(said, (one, other) =>
    one.predicate === other.predicate ? written(one) < written(other) : one.predicate < other.predicate,
  );
}

function repeatsItself(said: readonly Statement[]): boolean {
  for (let at = 1; at < said.length; at += 1)
    if (said[at]?.object === said[at - 1]?.object && said[at]?.predicate === said[at - 1]?.predicate) return true;
  return false;
}

function withoutRepeats({ said, ...group }: Group): Group {
  const byText = new Map<string, Statement>();
  for (const statement of said) byText.set(`${statement.predicate}${statement.object}`, statement);
  return { ...group, said: [...byText.values()] };
}

/** The label of each blank node, by its number. */
function labelsOf(groups: readonly Group[], blankNodes: number, algorithm: LabelHash): string[] {
  // One by itself is the first, whatever its hash is.
  if (blankNodes <= 1) return ['_:c14n0'];
  const mentions: string[][] = Array.from({ length: blankNodes }, () => []);
  const own = new Array<string>(blankNodes).fill('');
  for (const { subject, said, pointsToBlanks } of groups) {
    if (typeof subject === 'number') own[subject] = linesOf(subject, said);
    if (!pointsToBlanks) continue;
    for (const { predicate, object } of said)
      if (typeof object === 'number' && object !== subject)
        mentions[object]?.push(`${typeof subject === 'number' ? '_:z ' : subject}${predicate}_:a .\n`);
  }
  const hashed = own.map((lines, node) => ({ node, hash: firstDegreeHash(mentions[node] ?? [], lines, algorithm) }));
  sortFew(hashed, (one, other) => one.hash < other.hash);
  const labels = new Array<string>(blankNodes);
  for (const [label, { node, hash: ownHash }] of hashed.entries()) {
    if (ownHash === hashed[label - 1]?.hash) decline('blank nodes that look alike');
    labels[node] = `_:c14n${label}`;
  }
  return labels;
}

/** What is said of a blank node, as it stands in its hash. */
function linesOf(node: number, said: Statement[]): string {
  const labelOf = (object: number): string => (object === node ? '_:a' : '_:z');
  // Only a node that speaks of itself has two labels in its lines, whose order they then decide.
  if (said.some(({ object }) => object === node)) putInOrder(said, labelOf);
  let text = '';
  for (const { predicate, object } of said)
    text += `_:a ${predicate}${typeof object === 'number' ? `${labelOf(object)} .\n` : object}`;
  return text;
}

/**
 * The hash of all lines that name a node, in order: IRIs that speak of it, then itself, then the other blank nodes, since
 * that is the order of `<`, `_:a` and `_:z`.
 */
function firstDegreeHash(mentions: string[], own: string, algorithm: LabelHash): string {
  const others = mentions.length > 1 ? mentions.sort() : mentions;
  let text = '';
  let isOwnWritten = false;
  for (const line of others) {
    if (!isOwnWritten && line.startsWith('_')) {
      text += own;
      isOwnWritten = true;
    }
    text += line;
  }
  return hash(algorithm, isOwnWritten ? text : text + own, 'hex');
}
