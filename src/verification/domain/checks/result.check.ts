import { isObject, listOf } from '../json.js';
import { remarksOnResult } from '../results/result-remarks.js';
import { passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

const mostResults = 50;

/**
 * Whether results go together with what the achievement says about them. A result that was not good enough is still the
 * issuer's word, so it is shown and speaks against nothing; what it is worth is worked out when it is read.
 */
export const resultCheck: CheckDefinition = {
  id: 'result',
  asks: 'Do the results go together with their descriptions, and reach what these require?',
  run({ read }: Examined): readonly Finding[] {
    const results: StatedResult[] = [];
    for (const [at, subject] of listOf(read.credential.credentialSubject).filter(isObject).entries())
      if (subject.result !== undefined) results.push(...resultsOf(subject, at));
    if (results.length === 0) return none;
    const remarks = results.flatMap(({ pointer, result, descriptions }) =>
      remarksOnResult(result, descriptions).map(({ code, detail }) => warned(code, `result: ${detail}`, pointer)),
    );
    return remarks.length > 0
      ? remarks
      : [passed('consistent', `${results.length} results go together with their descriptions`)];
  },
};

const none = [skipped('none', 'the credential states no results')];

interface StatedResult {
  pointer: string;
  result: Record<string, unknown>;
  descriptions: Record<string, unknown>[];
}

function resultsOf(subject: Record<string, unknown>, at: number): StatedResult[] {
  const descriptions = listOf(subject.achievement)
    .filter(isObject)
    .flatMap(({ resultDescription }) => listOf(resultDescription))
    .filter(isObject)
    .slice(0, mostResults);
  return listOf(subject.result)
    .slice(0, mostResults)
    .flatMap((result, place) =>
      isObject(result) ? [{ pointer: `/credentialSubject/${at}/result/${place}`, result, descriptions }] : [],
    );
}
