import { hash } from 'node:crypto';
import { decline } from './declined.js';
import type { Graph, Statement, Subject } from './statements.js';

/** The hash that RDFC-1.0 is used with. */
export type LabelHash = 'sha256' | 'sha384';

/**
 * Canonical N-Quads of a graph whose blank nodes can all be told apart by what is said of each directly. Then RDFC-1.0
 * numbers them by the order of those hashes and never needs its further steps; any other graph is declined.
 *
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm steps 3 and 4
 */
export function canonicalQuads({ statements, blankNodes }: Graph, algorithm: LabelHash): string {
  const lines = sortedLines(statements, blankNodes, algorithm);
  const hasRepeats = lines.some((line, at) => line === lines[at - 1]);
  return (hasRepeats ? sortedLines(withoutRepeats(statements), blankNodes, algorithm) : lines).join('');
}

function sortedLines(statements: readonly Statement[], blankNodes: number, algorithm: LabelHash): string[] {
  const labels = labelsOf(statements, blankNodes, algorithm).map((label) => `_:c14n${label}`);
  const labelOf = (node: number): string => labels[node] ?? decline('a node without a label');
  return statements.map((statement) => lineOf(statement, labelOf)).sort();
}

function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const byText = new Map<string, Statement>();
  for (const statement of statements) byText.set(`${statement[0]} ${statement[1]} ${statement[2]}`, statement);
  return [...byText.values()];
}

function labelsOf(statements: readonly Statement[], blankNodes: number, algorithm: LabelHash): number[] {
  const about: Statement[][] = Array.from({ length: blankNodes }, () => []);
  for (const statement of statements) {
    const [subject, , object] = statement;
    if (typeof subject === 'number') about[subject]?.push(statement);
    if (typeof object === 'number' && object !== subject) about[object]?.push(statement);
  }
  const hashed = about.map((mentions, node) => ({ node, hash: firstDegreeHash(mentions, node, algorithm) }));
  hashed.sort((one, other) => (one.hash < other.hash ? -1 : 1));
  const labels = new Array<number>(blankNodes);
  for (const [label, { node, hash }] of hashed.entries()) {
    if (hash === hashed[label - 1]?.hash) decline('blank nodes that look alike');
    labels[node] = label;
  }
  return labels;
}

function firstDegreeHash(mentions: readonly Statement[], node: number, algorithm: LabelHash): string {
  const lines = mentions.map((statement) => lineOf(statement, (it) => (it === node ? '_:a' : '_:z')));
  return hash(algorithm, lines.sort().join(''), 'hex');
}

function lineOf([subject, predicate, object]: Statement, labelOf: (node: number) => string): string {
  const text = (it: Subject): string => (typeof it === 'number' ? labelOf(it) : it);
  return `${text(subject)} ${predicate} ${text(object)} .\n`;
}
