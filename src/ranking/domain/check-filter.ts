import type { FieldProblem } from '../../platform/errors/index.js';
import type { ScorableProfile } from './compiled-profile.js';
import type { PoolFilter } from './pool-filter.js';

/** What makes filters impossible for a profile, each with the name of its parameter; empty when they can be used. */
export function checkFilter(profile: ScorableProfile, filter: PoolFilter): readonly FieldProblem[] {
  const { states, shortOnly, bands } = filter;
  const known = (id: string) => profile.requirements.find((requirement) => requirement.id === id);
  const problems: FieldProblem[] = states
    .filter(({ requirementId }) => known(requirementId) === undefined)
    .map(({ requirementId }) => unknown('/state', requirementId));
  if (shortOnly === undefined) return problems;
  const requirement = known(shortOnly);
  if (requirement === undefined) return [...problems, unknown('/shortOnly', shortOnly)];
  if (requirement.level === null) {
    problems.push(problem('/shortOnly', 'no-level', 'must be a requirement that asks for a level'));
  }
  if (requirement.importance === 'nice') {
    problems.push(
      problem('/shortOnly', 'never-gates', 'must be a must or learnable requirement: a nice one keeps nobody out'),
    );
  }
  if (bands !== undefined && bands.every((band) => band === 'qualified')) {
    const message = 'cannot be only qualified beside shortOnly: whoever misses a level is not qualified';
    problems.push(problem('/band', 'filters-exclude-each-other', message));
  }
  return problems;
}

const problem = (pointer: string, code: string, message: string): FieldProblem => ({ pointer, code, message });

function unknown(pointer: string, id: string): FieldProblem {
  return problem(pointer, 'unknown-requirement', `names "${id}", which is no requirement of the profile version`);
}
