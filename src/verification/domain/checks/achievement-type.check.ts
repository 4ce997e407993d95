import { quoted } from '../quoted.js';
import { achievementTypes } from './achievement-types.js';
import { passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/** Whether the kind of achievement is a word of the Open Badges vocabulary. */
export const achievementTypeCheck: CheckDefinition = {
  id: 'achievement-type',
  asks: 'Is the kind of achievement one of the standard?',
  run({ facts }: Examined): readonly Finding[] {
    const type = facts.achievement?.type;
    if (type === undefined) return notStated;
    return achievementTypes.has(type) || type.startsWith('ext:')
      ? [passed('known', `${quoted(type)} is a kind of achievement of Open Badges`)]
      : [warned('unknown', `${quoted(type)} is no kind of achievement of Open Badges`)];
  },
};

const notStated = [skipped('not-stated', 'the credential states no kind of achievement')];
