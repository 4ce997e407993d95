import { type Answer, type Expectation, isAnswered, isNotVerified } from './expectations.js';

/** How often the service says what a careful verifier says. */
export interface Agreement {
  groups: { group: string; documents: number; agree: number; falselyVerified: number; unanswered: number }[];
  documents: number;
  agree: number;
  /** Documents that must not verify and did. */
  falselyVerified: string[];
  /** Documents without an answer. */
  unanswered: string[];
  differences: { file: string; expected: string; answered: string }[];
  /** Documents of the list that are not in the folder. */
  missing: string[];
}

export function agreementOf(expectations: readonly Expectation[], answers: ReadonlyMap<string, Answer>): Agreement {
  const rows = expectations.flatMap((expectation) => {
    const answer = answers.get(expectation.file);
    return answer ? [{ ...expectation, answer, agrees: expectation.agreesWith(answer) }] : [];
  });
  const wrong = (row: (typeof rows)[number]): boolean => !row.mayVerify && !isNotVerified(row.answer);
  const silent = (row: (typeof rows)[number]): boolean => !isAnswered(row.answer);
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => {
    const of = rows.filter((row) => row.group === group);
    return {
      group,
      documents: of.length,
      agree: of.filter(({ agrees }) => agrees).length,
      falselyVerified: of.filter(wrong).length,
      unanswered: of.filter(silent).length,
    };
  });
  return {
    groups,
    documents: rows.length,
    agree: rows.filter(({ agrees }) => agrees).length,
    falselyVerified: rows.filter(wrong).map(({ file }) => file),
    unanswered: rows.filter(silent).map(({ file }) => file),
    differences: rows
      .filter(({ agrees }) => !agrees)
      .map(({ file, words, answer }) => ({ file, expected: words, answered: sayingOf(answer) })),
    missing: expectations.map(({ file }) => file).filter((file) => !answers.has(file)),
  };
}

function sayingOf(answer: Answer): string {
  if (answer.kind === 'refused') return `refused: ${answer.code}`;
  return answer.verdict === null ? 'no answer' : `${answer.verdict}: ${answer.reasons.join('+')}`;
}
