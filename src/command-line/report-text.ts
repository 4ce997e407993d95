import { checkQuestions, reasonSentences, type VerificationReport } from '../verification/index.js';

const marks: Readonly<Record<string, string>> = {
  pass: 'ok     ',
  fail: 'FAIL   ',
  warning: 'look   ',
  unknown: 'unknown',
  skipped: '-      ',
};

/** The report for a terminal. What strangers wrote is stripped of control characters, which could rewrite the screen. */
export function reportText(report: VerificationReport): string {
  const { verdict, format, reasons, checks, recipient, facts } = report;
  const lines = [
    `${verdict.toUpperCase()} (${format})`,
    ...reasons.map((reason) => `  ${reason}: ${reasonSentences[reason]}`),
    `  recipient ${recipient.outcome}: ${recipient.detail}`,
    ...(facts?.issuer ? [`  issuer ${facts.issuer.id}${nameOf(facts.issuer.name)}`] : []),
    ...(facts?.achievement?.name === undefined ? [] : [`  achievement ${facts.achievement.name}`]),
    '',
    ...checks.flatMap(({ id, outcome, code, detail, subject, durationMs }) => [
      `${marks[outcome] ?? outcome} ${id}${subject === undefined ? '' : ` (${subject})`}: ${checkQuestions.get(id) ?? ''}`,
      `          ${code}: ${detail}${durationMs === undefined ? '' : ` [${durationMs} ms]`}`,
    ]),
  ];
  return `${lines.map(harmless).join('\n')}\n`;
}

const nameOf = (name: string | undefined): string => (name === undefined ? '' : `, which calls itself “${name}”`);

const harmless = (line: string): string => line.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
