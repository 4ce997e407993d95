import { quoted } from '../quoted.js';
import { passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/** Whether who issued the badge is who designed the achievement. Others may issue it, which people should see. */
export const creatorCheck: CheckDefinition = {
  id: 'creator',
  asks: 'Is the issuer also the creator of the achievement?',
  run({ facts }: Examined): readonly Finding[] {
    const creator = facts.achievement?.creator?.id;
    const issuer = facts.issuer?.id;
    if (creator === undefined || issuer === undefined) return notStated;
    return creator === issuer
      ? [passed('same', 'the issuer is also the creator of the achievement')]
      : [warned('other-creator', `the achievement was created by ${quoted(creator)} and issued by ${quoted(issuer)}`)];
  },
};

const notStated = [skipped('not-stated', 'the achievement names no creator to compare the issuer with')];
