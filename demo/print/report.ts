import type { ApiAnswer } from '../client.js';
import { table, wrapped } from './layout.js';
import { BAND_WORDS, MARKS } from './marks.js';

type Body = ApiAnswer['body'];

/** How many credentials got which verdict, and why, with one example each in the words of the check that decided. */
export function verdictReport(credentials: readonly Body[]): string {
  const groups = new Map<string, Body[]>();
  for (const credential of credentials) {
    const belongs = credential.recipient === 'mismatch' ? ', issued to someone else' : '';
    const key = `${credential.verdict}|${credential.reason}${belongs}`;
    groups.set(key, [...(groups.get(key) ?? []), credential]);
  }
  const order = ['verified', 'failed', 'unverifiable', 'unsupported'];
  const rows = [...groups]
    .map(([key, members]) => [...key.split('|'), members.length] as [string, string, number])
    .sort(([a, x, n], [b, y, m]) => order.indexOf(a) - order.indexOf(b) || m - n || x.localeCompare(y));
  return table(['verdict', 'reason', 'credentials'], rows);
}

/** The ranking with a mark for each requirement, and what the marks mean. */
export function rankingReport(
  ranking: Body,
  heads: readonly string[],
  nameOf: (candidateId: string) => string,
): string {
  const rows = ranking.data.map((row: Body) => [
    row.rank,
    nameOf(row.candidateId),
    BAND_WORDS[row.band] ?? row.band,
    `${row.scorePercent} %`,
    ...row.requirements.map((requirement: Body) => MARKS[requirement.state]?.mark ?? requirement.state),
  ]);
  const used = new Set<string>(ranking.data.flatMap((row: Body) => row.requirements.map((r: Body) => r.state)));
  const legend = [...used].map((state) => `${MARKS[state]?.mark ?? ''} ${MARKS[state]?.meaning ?? state}`).join('; ');
  const { qualified, readySoon, notYet, all } = ranking.totals;
  return [
    table(['rank', 'candidate', 'band', 'score', ...heads], rows),
    '',
    wrapped(`  ${legend}.`, '  '),
    `  Of ${all} candidates ${qualified} qualified, ${readySoon} ready soon, ${notYet} not yet.`,
  ].join('\n');
}

/** Sentences of the service, each with a bullet. */
export const sentencesReport = (sentences: readonly string[]): string =>
  sentences.map((sentence) => wrapped(`  - ${sentence}`, '    ').replace(/^ {4}- /, '  - ')).join('\n');

/** For each requirement that earned points: which field of which credential they come from. */
export function sourcesReport(explanation: Body): string {
  const rows = explanation.requirements
    .filter((requirement: Body) => requirement.best !== null)
    .map((requirement: Body) => [
      requirement.competency.label,
      requirement.points,
      requirement.best.credentialId,
      requirement.best.jsonPath,
    ]);
  return table(['requirement', 'points', 'credential', 'field'], rows);
}
