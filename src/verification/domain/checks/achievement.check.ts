import { failed, passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/**
 * Whether an Open Badge says what was achieved. A badge without an achievement keeps its signature and its dates, but
 * there is nothing that it could prove; so it is malformed, unless something worse was found, which is then the reason.
 */
export const achievementCheck: CheckDefinition = {
  id: 'achievement',
  asks: 'Does it say what was achieved?',
  run({ read, facts, objections }: Examined): readonly Finding[] {
    if (read.format !== 'openbadges-3') return [skipped('no-badge', 'the credential is not an Open Badge')];
    if (facts.achievement) return stated;
    const detail = 'the badge does not say what was achieved';
    return [objections.size > 0 ? warned('missing', detail) : failed('malformed', 'missing', detail)];
  },
};

const stated = [passed('stated', 'the badge says what was achieved')];
