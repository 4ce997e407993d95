import type { ComparedField, FieldChange, GroupChange, ProfileDiff, RequirementChange } from './profile-diff.js';
import type { Requirement } from './requirement.js';

/**
 * A diff in plain English, one sentence for each thing that is different.
 *
 * @param labelOf preferred label of a competency
 */
export function diffSentences(diff: ProfileDiff, labelOf: (competencyId: string) => string): readonly string[] {
  const { title, requirements, groups } = diff;
  return [
    ...(title === null ? [] : [`The title was "${title.from}" and is "${title.to}".`]),
    ...requirements.map((change) => requirementSentence(change, labelOf)),
    ...groups.map(groupSentence),
  ];
}

function requirementSentence(
  { kind, requirement, fields }: RequirementChange,
  labelOf: (id: string) => string,
): string {
  const name = `"${labelOf(requirement.competencyId)}"`;
  if (kind === 'added') return `${name} is asked for anew: ${asked(requirement)}.`;
  if (kind === 'removed') return `${name} is no longer asked for (it was ${asked(requirement)}).`;
  return `${name}: ${fields.map((change) => fieldWords(change, labelOf)).join('; ')}.`;
}

function asked({ importance, weight, level, group }: Requirement): string {
  const parts = [importance, `weight ${weight}`];
  if (level !== null) parts.push(`level ${level}`);
  if (group !== null) parts.push(`in group "${group}"`);
  return parts.join(', ');
}

const NAMES: Readonly<Record<ComparedField, string>> = {
  competencyId: 'competency',
  importance: 'importance',
  weight: 'weight',
  level: 'level',
  group: 'group',
  allowPartial: 'partial matches',
  maxAgeMonths: 'greatest age in months',
  learnableWeeks: 'weeks to learn it',
};

function fieldWords({ field, from, to }: FieldChange, labelOf: (id: string) => string): string {
  const word = (value: FieldChange['from']) => {
    if (value === null) return field === 'level' ? 'any' : 'none';
    if (typeof value === 'boolean') return value ? 'counted' : 'not counted';
    if (field === 'competencyId') return `"${labelOf(String(value))}"`;
    return String(value);
  };
  return `${NAMES[field]} from ${word(from)} to ${word(to)}`;
}

function groupSentence({ groupId, from, to }: GroupChange): string {
  if (from === null) return `Group "${groupId}" is new and asks for ${to}.`;
  if (to === null) return `Group "${groupId}" is gone (it asked for ${from}).`;
  return `Group "${groupId}" asked for ${from} and asks for ${to}.`;
}
