import fc from 'fast-check';
import type { Claim } from '../claims/claim.js';
import type { Mapping } from './mapping.js';
import { type KeptMapping, reconcileMappings } from './reconcile-mappings.js';

const claim = (text: string): Claim => ({ jsonPath: `/${text}`, kind: 'tag', class: 'skill', text, origin: 'issuer' });
const derived = (claimIndex: number, text: string, more: Partial<Mapping> = {}): Mapping => ({
  claimIndex,
  competencyId: text,
  frameworkVersionId: 'v1',
  method: 'preferred-label',
  score: 9_800,
  state: 'mapped_auto',
  evidence: { jsonPath: `/${text}`, text, matched: text },
  ...more,
});
const kept = (mapping: Mapping, more: Partial<KeptMapping> = {}): KeptMapping => ({
  ...mapping,
  id: `row-${mapping.evidence.text}`,
  ...more,
});
const idsOf = (rows: readonly KeptMapping[]): string[] => rows.map(({ id }) => id);

const claims = [claim('welding'), claim('drawing')];
const [welding, drawing] = [derived(0, 'welding'), derived(1, 'drawing')];

describe('reconcileMappings', () => {
  it('adds everything the first time', () => {
    expect(reconcileMappings([], [welding, drawing], claims)).toEqual({
      unchanged: [],
      superseded: [],
      added: [welding, drawing],
    });
  });

  it('keeps what is said again', () => {
    const rows = [kept(welding), kept(drawing)];
    expect(reconcileMappings(rows, [drawing, welding], claims)).toEqual({
      unchanged: rows,
      superseded: [],
      added: [],
    });
  });

  it.each([
    ['the framework version', { frameworkVersionId: 'v2' }],
    ['the method', { method: 'identifier', score: 10_000 }],
    ['the state', { state: 'suggested' }],
    ['the evidence', { evidence: { ...welding.evidence, matched: 'join metal' } }],
    ['the competency', { competencyId: 'soldering' }],
  ] as const)('makes a mapping anew when %s has changed', (_, more) => {
    const changed = derived(0, 'welding', more);
    const result = reconcileMappings([kept(welding), kept(drawing)], [changed, drawing], claims);
    expect(idsOf(result.unchanged)).toEqual(['row-drawing']);
    expect(idsOf(result.superseded)).toEqual(['row-welding']);
    expect(result.added).toEqual([changed]);
  });

  it('ends what is no longer said', () => {
    const result = reconcileMappings([kept(welding), kept(drawing)], [], []);
    expect(idsOf(result.superseded)).toEqual(['row-welding', 'row-drawing']);
    expect(result.added).toEqual([]);
  });

  describe('what a person decided', () => {
    it('stands against what the rules say of the same pair', () => {
      const rejected = kept(welding, { state: 'rejected' });
      expect(reconcileMappings([rejected], [welding], claims)).toEqual({
        unchanged: [rejected],
        superseded: [],
        added: [],
      });
    });

    it('brings no new suggestion for a claim that was mapped, nor that it fits nothing', () => {
      const reviewed = kept(welding, { state: 'mapped_reviewed' });
      const questions = [
        derived(0, 'welding', { competencyId: 'soldering', state: 'suggested' }),
        derived(0, 'welding', { competencyId: null, state: 'unmapped' }),
      ];
      expect(reconcileMappings([reviewed], questions, claims)).toEqual({
        unchanged: [reviewed],
        superseded: [],
        added: [],
      });
    });

    it('leaves other suggestions for a claim whose first suggestion was rejected', () => {
      const rejected = kept(welding, { state: 'rejected' });
      const other = derived(0, 'welding', { competencyId: 'soldering', state: 'suggested' });
      expect(reconcileMappings([rejected], [welding, other], claims).added).toEqual([other]);
    });

    it('goes with its claim to another place in the list, as a new row', () => {
      const reviewed = kept(drawing, { state: 'mapped_reviewed' });
      const result = reconcileMappings([reviewed], [derived(0, 'drawing')], [claim('drawing')]);
      expect(idsOf(result.superseded)).toEqual(['row-drawing']);
      expect(result.added).toEqual([{ ...drawing, state: 'mapped_reviewed', claimIndex: 0 }]);
    });

    it('ends with the rule that it followed from', () => {
      const evidence = { ...welding.evidence, ruleId: 'rule' };
      const reviewed = kept(welding, { state: 'mapped_reviewed', evidence });
      const question = derived(0, 'welding', { state: 'suggested' });
      const result = reconcileMappings([reviewed], [question], [claim('welding')]);
      expect(idsOf(result.superseded)).toEqual(['row-welding']);
      expect(result.added).toEqual([question]);
    });

    it('gives way to a rule about the same pair', () => {
      const rejected = kept(welding, { state: 'rejected' });
      const byRule = derived(0, 'welding', {
        state: 'mapped_reviewed',
        evidence: { ...welding.evidence, ruleId: 'rule' },
      });
      expect(reconcileMappings([rejected], [byRule], [claim('welding')]).added).toEqual([byRule]);
    });

    it('ends when the credential no longer states the claim', () => {
      const reviewed = kept(drawing, { state: 'mapped_reviewed' });
      const result = reconcileMappings([reviewed], [welding], [claim('welding')]);
      expect(idsOf(result.superseded)).toEqual(['row-drawing']);
      expect(result.added).toEqual([welding]);
    });
  });

  it('finds nothing to do when it is repeated on its own outcome', () => {
    const anyClaim = fc.constantFrom('welding', 'drawing', 'soldering').map(claim);
    const anyMapping = fc.record({
      claimIndex: fc.nat(3),
      competencyId: fc.option(fc.constantFrom('a', 'b')),
      state: fc.constantFrom<Mapping['state']>('mapped_auto', 'suggested', 'unmapped'),
      decided: fc.option(fc.constantFrom('mapped_reviewed', 'rejected')),
    });
    fc.assert(
      fc.property(
        fc.array(anyClaim, { minLength: 1, maxLength: 4 }),
        fc.array(anyMapping, { maxLength: 8 }),
        fc.array(anyMapping, { maxLength: 8 }),
        (someClaims, before, now) => {
          const toMapping = ({ decided: _, ...more }: (typeof now)[number]): Mapping[] => {
            const about = someClaims[more.claimIndex];
            return about === undefined ? [] : [derived(more.claimIndex, about.text, more)];
          };
          const rows = before.flatMap((each, at) =>
            toMapping(each).map((mapping) => ({
              ...mapping,
              state: each.decided ?? each.state,
              id: `before-${String(at)}`,
            })),
          );
          const fresh = now.flatMap(toMapping);
          const first = reconcileMappings(rows, fresh, someClaims);
          const after = [...first.unchanged, ...first.added.map((each, at) => ({ ...each, id: `new-${String(at)}` }))];
          expect(reconcileMappings(after, fresh, someClaims)).toEqual({ unchanged: after, superseded: [], added: [] });
        },
      ),
    );
  });
});
