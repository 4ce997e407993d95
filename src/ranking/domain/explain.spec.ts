import fc from 'fast-check';
import { anyWorld } from '../../../test/support/scoring-worlds.js';
import { ownVectors, type ScoringWorld } from '../../../test/support/scoring-vectors.js';
import { compileProfile } from './compiled-profile.js';
import { explain } from './explain.js';
import { DEFAULT_SCORING_POLICY, FORMULA, TIE_RULE } from './scoring-policy.js';

const LABELS: Record<string, string> = {
  need: 'Welding',
  side: 'Soldering',
  child: 'MIG welding',
  a: 'Python',
  b: 'SQL',
  c: 'R',
};

function explained(world: ScoringWorld, candidateId: string) {
  const compiled = compileProfile(world.profile, world.relations, DEFAULT_SCORING_POLICY, world.clock);
  const holdings = world.candidates.find(({ id }) => id === candidateId)?.holdings ?? [];
  const basis = {
    formula: FORMULA,
    policyVersion: 1,
    profileVersion: 3,
    frameworkVersions: [{ frameworkId: 'f', framework: 'starter', versionId: 'v', version: '1.0' }],
    levelMapsVersion: 4,
    asOf: world.clock,
  };
  return explain(compiled, holdings, { candidateId, rank: 2, poolSize: 4 }, basis, (id) => LABELS[id] ?? id);
}

function anchored(vector: ScoringWorld, candidateId: string) {
  const compiled = compileProfile(vector.profile, vector.relations, DEFAULT_SCORING_POLICY, vector.clock);
  const holdings = vector.candidates.find(({ id }) => id === candidateId)?.holdings ?? [];
  const basis = {
    formula: FORMULA,
    policyVersion: 1,
    profileVersion: 3,
    frameworkVersions: [],
    levelMapsVersion: 1,
    asOf: vector.clock,
  };
  const anchorOf = (id: string, level: number) => `${id} done well at ${level}`;
  return explain(compiled, holdings, { candidateId, rank: 1, poolSize: 1 }, basis, (id) => id, anchorOf);
}

function world(name: string): ScoringWorld {
  const found = ownVectors().find((vector) => vector.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}

describe('explain', () => {
  it('says what the level that is asked looks like, also in its sentence', () => {
    const vector = world('levels-and-floors');
    const [first] = vector.candidates;
    const asked = vector.profile.requirements.findIndex(({ level }) => level !== null);
    const { competencyId, level } = vector.profile.requirements[asked] as (typeof vector.profile.requirements)[number];
    const { requirements, sentences } = anchored(vector, first?.id ?? '');
    expect(requirements[asked]?.requiredLevelAnchor).toBe(`${competencyId} done well at ${level}`);
    expect(sentences.join(' ')).toContain(`, level ${level} "${competencyId} done well at ${level}")`);
  });

  it('leads every point back to a field of a credential', () => {
    const [requirement] = explained(world('levels-and-floors'), 'short').requirements;
    // strength floor(85 x 70 / 100) = 59, fit floor(59 x 90 x 2 / 3) = 3540
    expect(requirement?.best).toEqual({
      credentialId: 'cred-02',
      jsonPath: '/credentialSubject/achievement/alignment/0',
      competency: { id: 'child', label: 'MIG welding' },
      level: 2,
      proof: 85,
      trust: 70,
      tier: 'known',
      strength: 59,
      relation: {
        kind: 'narrower',
        steps: 1,
        viaCrosswalk: false,
        percent: 90,
        path: [
          { id: 'child', label: 'MIG welding' },
          { id: 'need', label: 'Welding' },
        ],
      },
      fit: 3540,
      validFrom: new Date('2026-01-15T00:00:00.000Z'),
      validUntil: null,
    });
    expect(requirement).toMatchObject({
      state: 'level_short',
      points: 24780,
      maxPoints: 70000,
      weight: 7,
      requiredLevel: 3,
    });
    expect(requirement?.missing).toEqual({
      code: 'level_short',
      text: 'level 2 is shown, level 3 is asked',
      credentialIds: ['cred-02'],
    });
  });

  it('says first what held the candidate back', () => {
    const explanation = explained(world('levels-and-floors'), 'short');
    expect(explanation.heldBackBy).toEqual({
      importance: 'must',
      group: null,
      requirementIds: ['r1'],
      needed: 1,
      met: 0,
      text: '"Welding" (must) is not met: level 2 is shown, level 3 is asked',
    });
    expect(explanation.sentences.slice(0, 2)).toEqual([
      'The candidate stands at rank 2 of 4 in the band "not yet" with 24,780 of 80,000 points (30.98 %).',
      'What first keeps the candidate out of a better band: "Welding" (must) is not met: level 2 is shown, level 3 is asked.',
    ]);
  });

  it('names the credential that gave the state beside the one that gave the points', () => {
    const [requirement] = explained(world('strength-threshold'), 'mixed').requirements;
    expect(requirement?.best?.credentialId).toBe('cred-02');
    expect(requirement?.decisive?.credentialId).toBe('cred-03');
    expect(requirement?.missing?.text).toBe('the proof has strength 30 (proof 30 %, trust 100 %), 50 is needed');
  });

  it('tells a group with its members and drops the weaker from the points', () => {
    const explanation = explained(world('any-two-of-three'), 'one');
    expect(explanation.heldBackBy?.text).toBe(
      'any 2 of "Python", "SQL", "R" (must; 1 met) is not met: ' +
        '"SQL": the credential states no level, level 4 is asked; ' +
        '"R": it is claimed, but that credential is not verified',
    );
    // a 50000 and b 15000 are the best two of the group; c has none; d 10000 stands alone
    expect(explanation.requirements.map(({ points, earned, counts }) => [points, earned, counts])).toEqual([
      [50000, 50000, true],
      [15000, 15000, true],
      [0, 0, false],
      [10000, 10000, true],
    ]);
    const dropped = explained(world('any-two-of-three'), 'three').requirements[0];
    expect(dropped).toMatchObject({ points: 0, earned: 15000, counts: false });
  });

  it('lists what was not used and why', () => {
    const old = explained(world('dates-and-ages'), 'too-old');
    expect(old.notUsed).toEqual([
      {
        credentialId: 'cred-02',
        jsonPath: '/credentialSubject/achievement/alignment/0',
        competency: { id: 'need', label: 'Welding' },
        reason: 'too_old',
        requirementIds: ['r1'],
        text: 'the credential is older than the requirement allows',
      },
    ]);
    expect(old.requirements[0]?.missing?.text).toBe(
      'what is held does not count: the credential is older than the requirement allows',
    );
    const reasons = (name: string, candidate: string) =>
      explained(world(name), candidate).notUsed.map(({ credentialId, reason }) => [credentialId, reason]);
    expect(reasons('dates-and-ages', 'ended')).toEqual([['cred-01', 'expired']]);
    expect(reasons('dates-and-ages', 'no-date')).toEqual([['cred-03', 'age_unknown']]);
    expect(reasons('no-partial-relations', 'side')).toEqual([['cred-01', 'partial_not_allowed']]);
    expect(reasons('unverified-claims', 'could')).toEqual([['cred-01', 'not_verified']]);
    expect(reasons('relation-steps', 'up2')).toEqual([['cred-01', 'unrelated']]);
    expect(reasons('strength-threshold', 'zero')).toEqual([['cred-01', 'no_strength']]);
    expect(reasons('ties', 'first')).toEqual([
      ['cred-b', 'weaker'],
      ['cred-c', 'weaker'],
    ]);
  });

  it('carries the tie rule, all versions and the clock', () => {
    expect(explained(world('ties'), 'second')).toMatchObject({
      tieRule: TIE_RULE,
      formula: 'credence-1',
      policyVersion: 1,
      profileVersion: 3,
      frameworkVersions: [{ framework: 'starter', version: '1.0' }],
      levelMapsVersion: 4,
      asOf: new Date('2026-06-30T12:00:00.000Z'),
      heldBackBy: null,
    });
  });

  it('explains every candidate of every world, with points that sum to the score', () => {
    fc.assert(
      fc.property(anyWorld, (random) => {
        for (const { id } of random.candidates) {
          const { requirements, score, band, heldBackBy, sentences } = explained(random, id);
          expect(requirements.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(heldBackBy === null).toBe(band === 'qualified');
          for (const requirement of requirements) {
            expect(requirement.earned).toBe(requirement.weight * (requirement.best?.fit ?? 0));
            expect(requirement.missing === null).toBe(requirement.state === 'met');
          }
          expect(sentences.join(' ')).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }),
    );
  });
});
