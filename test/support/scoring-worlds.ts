import fc from 'fast-check';
import type { RelationEdges } from '../../src/frameworks/index.js';
import type { Holding } from '../../src/ranking/domain/holding.js';
import { IMPORTANCES, type Requirement, type RequirementGroup } from '../../src/roles/domain/requirement.js';
import type { ScoringWorld } from './scoring-vectors.js';

/** Few competencies, so that relations, cycles and equal fits meet often. */
const COMPETENCIES = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'x0', 'x1'];
const competency = fc.constantFrom(...COMPETENCIES);
const pair = fc.tuple(competency, competency).filter(([a, b]) => a !== b);

/** A few instants around the limits that the rules know, seen from the clock below. */
const CLOCK = new Date('2026-03-31T12:00:00.000Z');
const validFrom = fc.constantFrom(
  ...[
    '2020-01-01T00:00:00Z',
    '2026-02-28T11:59:59.999Z',
    '2026-02-28T12:00:00Z',
    '2025-03-31T12:00:00Z',
    '2026-03-30T00:00:00Z',
  ],
);
const validUntil = fc.constantFrom(
  ...['2026-03-31T12:00:00Z', '2026-03-31T12:00:00.001Z', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
);
const asDate = (text: string | null) => (text === null ? null : new Date(text));

export const anyHolding: fc.Arbitrary<Holding> = fc.record({
  credentialId: fc.integer({ min: 0, max: 999 }).map((n) => `cred-${String(n).padStart(4, '0')}`),
  competencyId: competency,
  verdict: fc.constantFrom('verified' as const, 'verified' as const, 'unverifiable' as const, 'failed' as const),
  level: fc.option(fc.integer({ min: 1, max: 9 })),
  proof: fc.constantFrom(0, 30, 60, 85, 100),
  trust: fc.constantFrom(0, 70, 90, 100),
  validFrom: fc.option(validFrom).map(asDate),
  validUntil: fc.option(validUntil).map(asDate),
  jsonPath: fc.constant('/credentialSubject/achievement'),
  tier: fc.constantFrom('trusted', 'known'),
});

/** A credential states a competency once. */
export const anyHoldings = fc.uniqueArray(anyHolding, {
  maxLength: 8,
  selector: ({ credentialId, competencyId }) => `${credentialId} ${competencyId}`,
});

export const anyRelations: fc.Arbitrary<RelationEdges> = fc.record({
  broader: distinct(fc.array(pair, { maxLength: 10 })),
  related: distinct(fc.array(pair, { maxLength: 4 })),
  exact: distinct(fc.array(pair, { maxLength: 3 })),
});

const anyRequirement = fc.record({
  competencyId: competency,
  importance: fc.constantFrom(...IMPORTANCES),
  weight: fc.integer({ min: 1, max: 100 }),
  level: fc.option(fc.integer({ min: 1, max: 9 })),
  group: fc.option(fc.constantFrom('g', 'h')),
  allowPartial: fc.boolean(),
  maxAgeMonths: fc.option(fc.constantFrom(1, 12, 13)),
  learnableWeeks: fc.constant(null),
});

/** Sound profiles only: members of a group share one importance, and no group asks for more than it has. */
export const anyProfile = fc
  .tuple(fc.array(anyRequirement, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 3 }))
  .map(([drafts, atLeast]): { requirements: Requirement[]; groups: RequirementGroup[] } => {
    const groups = [...new Set(drafts.flatMap(({ group }) => group ?? []))].map((id) => ({
      id,
      atLeast: Math.min(atLeast, drafts.filter(({ group }) => group === id).length),
    }));
    const requirements = drafts.map((draft, index) => ({
      ...draft,
      id: `r${index}`,
      importance: drafts.find(({ group }) => group !== null && group === draft.group)?.importance ?? draft.importance,
    }));
    return { requirements, groups };
  });

export const anyWorld: fc.Arbitrary<ScoringWorld> = fc.record({
  name: fc.constant('random'),
  clock: fc.constant(CLOCK),
  relations: anyRelations,
  profile: anyProfile,
  candidates: fc.array(anyHoldings, { minLength: 1, maxLength: 5 }).map((people) =>
    people.map((holdings, person) => ({
      id: `c${person}`,
      // A credential belongs to one candidate.
      holdings: holdings.map((holding) => ({ ...holding, credentialId: `${holding.credentialId}-${person}` })),
    })),
  ),
});

function distinct(pairs: fc.Arbitrary<[string, string][]>): fc.Arbitrary<[string, string][]> {
  return pairs.map((list) => [...new Map(list.map((entry) => [entry.join(' '), entry])).values()]);
}
