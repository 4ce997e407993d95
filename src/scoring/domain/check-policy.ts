import type { FieldProblem } from '../../platform/errors/index.js';
import { TIERS } from '../../trust/index.js';
import { PROOF_GRADES } from './proof-ladder.js';
import type { ScoringPolicyContent } from './scoring-policy.js';

/** Steps that a relation may go; each is a walk through the framework for every requirement. */
export const MAX_STEPS = 3;

/**
 * What makes a policy impossible: values that contradict what their names say, or rules by which nothing could ever be
 * met. Percents are whole numbers from 0 to 100 already.
 *
 * @returns every fault with the pointer to its field; empty when the policy can be kept
 */
export function checkPolicy(policy: ScoringPolicyContent): readonly FieldProblem[] {
  const { ladder, tiers, relations, thresholds } = policy;
  return [
    ...falling('/ladder', PROOF_GRADES, ladder, 'a weaker proof'),
    ...falling('/tiers', TIERS, tiers, 'a lower tier'),
    ...(tiers.blocked === 0
      ? []
      : [problem('/tiers/blocked', 'must-be-nought', 'what a blocked issuer says counts 0')]),
    ...(ladder['self-asserted'] === 0 && tiers.self_issued === 0
      ? []
      : [
          problem(
            '/tiers/self_issued',
            'must-be-nought',
            'nobody vouches for themselves: own word and self-issued count 0',
          ),
        ]),
    ...(relations.same === 100 ? [] : [problem('/relations/same', 'must-be-full', 'the competency itself counts 100')]),
    ...steps('/relations/narrower', relations.narrower),
    ...steps('/relations/broader', relations.broader),
    ...reachable(ladder['assessed-with-evidence'], tiers.trusted, thresholds.metStrength),
  ];
}

function falling<K extends string>(
  at: string,
  names: readonly K[],
  values: Readonly<Record<K, number>>,
  what: string,
): FieldProblem[] {
  return names.slice(1).flatMap((name, index) => {
    const above = names[index] as K;
    if (values[name] <= values[above]) return [];
    const message = `${what} cannot count more than ${above} (${values[above]})`;
    return [problem(`${at}/${name}`, 'out-of-order', message)];
  });
}

function steps(at: string, percents: readonly number[]): FieldProblem[] {
  return percents.flatMap((percent, index) => {
    if (percent === 0) return [problem(`${at}/${index}`, 'no-step', 'a step that counts 0 is left out')];
    const nearer = percents[index - 1] ?? 100;
    if (percent <= nearer) return [];
    return [
      problem(`${at}/${index}`, 'out-of-order', `a further step cannot count more than the one before (${nearer})`),
    ];
  });
}

function reachable(proof: number, trust: number, needed: number): FieldProblem[] {
  const strongest = Math.floor((proof * trust) / 100);
  if (strongest >= needed) return [];
  const message = `the strongest proof of the most trusted issuer has strength ${strongest}: nothing could ever be met`;
  return [problem('/thresholds/metStrength', 'nothing-can-be-met', message)];
}

const problem = (pointer: string, code: string, message: string): FieldProblem => ({ pointer, code, message });
