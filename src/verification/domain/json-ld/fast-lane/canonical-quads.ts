import { hash } from 'node:crypto';
import { decline } from './declined.js';
import type { Graph, Statement, Subject } from './statements.js';

/** The hash that RDFC-1.0 is used with. */
export type LabelHash = 'sha256' | 'sha384';

/**
 * Canonical N-Quads of a graph whose blank nodes can all be told apart by what is said of each directly. Then RDFC-1.0
 * numbers them by the order of those hashes and never needs its further steps; any other graph is declined.
 *
 * The lines of one subject are put in order by themselves, and then the subjects: no subject with the blank after it is
 * the beginning of another, so that gives the order of all lines.
 *
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm steps 3 and 4
 */
export function canonicalQuads(graph: Graph, algorithm: LabelHash): string {
  return (
    writtenOut(graph.statements, graph.blankNodes, algorithm) ??
    writtenOut(withoutRepeats(graph.statements), graph.blankNodes, algorithm) ??
    decline('a statement that repeats itself')
  );
}

/** What is said of one subject. */
interface Group {
  subject: Subject;
  said: Statement[];
  /** Whether blank nodes are among the objects, which are not written alike in a hash and in the result. */
  pointsToBlanks: boolean;
  /** All that follows the subject in each line, in order; as it is hashed, and unless it points to blanks as it is written. */
  rests: string[];
}

/** Undefined where a statement stands twice, since a graph is a set. */
function writtenOut(statements: readonly Statement[], blankNodes: number, algorithm: LabelHash): string | undefined {
  const groups = groupsOf(statements);
  const labels = labelsOf(groups, statements, blankNodes, algorithm);
  const written: { opening: string; rests: string[] }[] = [];
  for (const { subject, said, pointsToBlanks, rests } of groups) {
    const own = pointsToBlanks ? restsOf(said, (node) => labels[node] ?? decline('a node without a label')) : rests;
    for (let at = 1; at < own.length; at += 1) if (own[at] === own[at - 1]) return undefined;
    const opening = typeof subject === 'number' ? labels[subject] : subject;
    written.push({ opening: `${opening ?? decline('a node without a label')} `, rests: own });
  }
  written.sort((one, other) => (one.opening < other.opening ? -1 : 1));
  let text = '';
  for (const { opening, rests } of written) text += opening + rests.join(opening);
  return text;
}

function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const byText = new Map<string, Statement>();
  for (const statement of statements) byText.set(`${statement[0]} ${statement[1]} ${statement[2]}`, statement);
  return [...byText.values()];
}

function groupsOf(statements: readonly Statement[]): Group[] {
  const groups = new Map<Subject, Group>();
  for (const statement of statements) {
    const [subject, , object] = statement;
    let group = groups.get(subject);
    if (!group) {
      group = { subject, said: [], pointsToBlanks: false, rests: [] };
      groups.set(subject, group);
    }
    group.said.push(statement);
    if (typeof object === 'number') group.pointsToBlanks = true;
  }
  for (const group of groups.values())
    group.rests = restsOf(group.said, (node) => (node === group.subject ? '_:a' : '_:z'));
  return [...groups.values()];
}

function restsOf(said: readonly Statement[], labelOf: (node: number) => string): string[] {
  const rests: string[] = [];
  for (const [, predicate, object] of said)
    rests.push(`${predicate} ${typeof object === 'number' ? labelOf(object) : object} .\n`);
  return rests.length > 1 ? rests.sort() : rests;
}

/** The label of each blank node, by its number. */
function labelsOf(
  groups: readonly Group[],
  statements: readonly Statement[],
  blankNodes: number,
  algorithm: LabelHash,
): string[] {
  // One by itself is the first, whatever its hash is.
  if (blankNodes <= 1) return ['_:c14n0'];
  const mentions: string[][] = Array.from({ length: blankNodes }, () => []);
  for (const [subject, predicate, object] of statements)
    if (typeof object === 'number' && object !== subject)
      mentions[object]?.push(`${typeof subject === 'number' ? '_:z' : subject} ${predicate} _:a .\n`);
  const rests = new Array<string[] | undefined>(blankNodes);
  for (const group of groups) if (typeof group.subject === 'number') rests[group.subject] = group.rests;
  const hashed = mentions.map((of, node) => ({ node, hash: firstDegreeHash(of, rests[node] ?? [], algorithm) }));
  hashed.sort((one, other) => (one.hash < other.hash ? -1 : 1));
  const labels = new Array<string>(blankNodes);
  for (const [label, { node, hash: own }] of hashed.entries()) {
    if (own === hashed[label - 1]?.hash) decline('blank nodes that look alike');
    labels[node] = `_:c14n${label}`;
  }
  return labels;
}

/**
 * The hash of all lines that name a node, in order: IRIs that speak of it, then itself, then the other blank nodes, since
 * that is the order of `<`, `_:a` and `_:z`.
 */
function firstDegreeHash(mentions: string[], rests: readonly string[], algorithm: LabelHash): string {
  const others = mentions.length > 1 ? mentions.sort() : mentions;
  const own = rests.length === 0 ? '' : `_:a ${rests.join('_:a ')}`;
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
