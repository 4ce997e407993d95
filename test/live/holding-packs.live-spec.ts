import fc from 'fast-check';
import { CandidatesModule, HoldingStore, RemoveCandidate } from '../../src/candidates/index.js';
import type { Principal } from '../../src/identity/index.js';
import { type Transaction, UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { postingsOf, wordsOf } from '../../src/ranking/domain/index/posting.js';
import { type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import type { ScoringWorld } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { storeWorld } from '../support/stored-world.js';

let ground: GroundFloor;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  ground = await startGroundFloor({ modules: [CandidatesModule] });
  unitOfWork = ground.app.get(UnitOfWork);
});
afterAll(() => ground.stop());

const actorOf = (organizationId: string): Principal => ({
  kind: 'api-key',
  id: 'test',
  organizationId,
  roles: ['admin'],
});

/** The packs as holdings, each in one line, by ordinal. */
async function packed(organizationId: string): Promise<Record<number, string[]>> {
  const rows = await ground.owner.query<{ ordinal: number; pack: Buffer }>(
    `SELECT ordinal, pack FROM holding_pack WHERE organization_id = $1`,
    [organizationId],
  );
  const numbers = await ground.owner.query<{ number: number; competency_id: string }>(
    `SELECT number, competency_id FROM held_competency WHERE organization_id = $1`,
    [organizationId],
  );
  const nameOf = new Map(numbers.rows.map((row) => [row.number, row.competency_id]));
  const line = (p: ReturnType<typeof postingsOf>[number]) =>
    [nameOf.get(p.number), p.verdict, p.level, p.strength, p.sinceMs, p.untilMs].join(' ');
  return Object.fromEntries(
    rows.rows.map(({ ordinal, pack }) => [ordinal, postingsOf(wordsOf(pack)).map(line).sort()]),
  );
}

/** The same from the holdings themselves. */
async function held(organizationId: string): Promise<Record<number, string[]>> {
  const { rows } = await ground.owner.query<{ ordinal: number; holdings: string[] | null }>(
    `SELECT c.ordinal, (SELECT array_agg(concat_ws(' ', competency_id, verdict, coalesce(level, 0), strength,
        coalesce((floor(extract(epoch FROM valid_from) * 1000)::bigint)::text, '-Infinity'),
        coalesce((ceil(extract(epoch FROM valid_until) * 1000)::bigint)::text, 'Infinity')))
        FROM holding h WHERE h.organization_id = c.organization_id AND h.candidate_id = c.id) AS holdings
     FROM candidate c WHERE c.organization_id = $1 AND erased_at IS NULL AND merged_into IS NULL`,
    [organizationId],
  );
  return Object.fromEntries(rows.map(({ ordinal, holdings }) => [ordinal, (holdings ?? []).sort()]));
}

async function sequenceOf(organizationId: string): Promise<number> {
  return unitOfWork.run(organizationId, (tx) => ground.app.get(HoldingStore).sequence(tx));
}

/** Ordinals told to have changed after a number of the sequence. */
async function changedAfter(organizationId: string, sequence: number): Promise<number[]> {
  const { rows } = await ground.owner.query<{ ordinal: number }>(
    `SELECT ordinal FROM holding_change WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence, ordinal`,
    [organizationId, sequence],
  );
  return rows.map(({ ordinal }) => ordinal);
}

const person = (id: string, holdings: ScoringWorld['candidates'][number]['holdings']) => ({ id, holdings });
const holding = (
  credentialId: string,
  competencyId: string,
): ScoringWorld['candidates'][number]['holdings'][number] => ({
  credentialId,
  competencyId,
  verdict: 'verified',
  level: 3,
  proof: 100,
  trust: 90,
  validFrom: new Date('2024-05-01T08:30:15.250Z'),
  validUntil: null,
  jsonPath: '/',
  tier: 'recognized',
});
const world = (candidates: ScoringWorld['candidates']): ScoringWorld => ({
  name: 'packs',
  clock: new Date('2026-01-01T00:00:00Z'),
  relations: { broader: [], related: [], exact: [] },
  candidates,
  profile: { requirements: [], groups: [] },
});
const three = world([
  person('a', [holding('c1', 'k1'), holding('c2', 'k2')]),
  person('b', [holding('c3', 'k1')]),
  person('c', []),
]);

describe('packed holdings', () => {
  it('say what the holdings say, on random worlds', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (random) => {
        const { organizationId } = await storeWorld(unitOfWork, random);
        expect(await packed(organizationId)).toEqual(await held(organizationId));
        expect(await sequenceOf(organizationId)).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('number candidates 1, 2, 3 in each organization, without gaps', async () => {
    const { organizationId } = await storeWorld(unitOfWork, three);
    await expect(
      unitOfWork.run(organizationId, async (tx) => {
        await addCandidate(tx);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    await unitOfWork.run(organizationId, addCandidate);
    expect(Object.keys(await packed(organizationId))).toEqual(['1', '2', '3', '4']);
    expect(await packed(organizationId)).toMatchObject({ 3: [], 4: [] });
  });

  it('follow every change of a holding, and name who changed once for each transaction', async () => {
    const stored = await storeWorld(unitOfWork, three);
    const { organizationId } = stored;
    await unitOfWork.run(organizationId, async (tx) => {
      await tx.query(`UPDATE holding SET strength = 40 WHERE organization_id = $1`, [organizationId]);
      await tx.query(`UPDATE holding SET valid_until = '2027-01-01' WHERE organization_id = $1`, [organizationId]);
    });
    expect(await packed(organizationId)).toEqual(await held(organizationId));
    expect(await changedAfter(organizationId, 1)).toEqual([1, 2]);
    expect(await sequenceOf(organizationId)).toBe(2);
    // By way of the credential, and by way of the competency.
    const [first] = await ground.owner
      .query<{ id: string }>(`SELECT id FROM credential WHERE organization_id = $1 ORDER BY id`, [organizationId])
      .then(({ rows }) => rows);
    await ground.owner.query(`DELETE FROM credential WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      first?.id,
    ]);
    await ground.owner.query(`DELETE FROM competency WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      stored.competencyIds.get('k2'),
    ]);
    expect(await packed(organizationId)).toEqual(await held(organizationId));
    expect(await packed(organizationId)).toMatchObject({ 1: [], 3: [] });
  });

  it('count nothing when the same holdings are stored again', async () => {
    const stored = await storeWorld(unitOfWork, three);
    const { organizationId } = stored;
    const candidateId = stored.candidateIds.get('b') as string;
    const { rows } = await ground.owner.query<{ id: string }>(
      `SELECT credential_id AS id FROM holding WHERE organization_id = $1 AND candidate_id = $2`,
      [organizationId, candidateId],
    );
    const { validFrom, validUntil, jsonPath, level, proof, trust, tier, verdict } = holding('c3', 'k1');
    const again = {
      ...{ validFrom, validUntil, jsonPath, level, proof, trust, tier, verdict, strength: 90 },
      ...{ levelSource: null, proofSource: null, mappingId: null, frameworkVersionId: null },
      competencyId: stored.competencyIds.get('k1') as string,
    };
    const store = (of: typeof again) =>
      unitOfWork.run(organizationId, (tx) =>
        ground.app
          .get(HoldingStore)
          .replaceForCredential(tx, { credentialId: rows[0]?.id as string, candidateId, holdings: [of] }),
      );
    expect([await store(again), await sequenceOf(organizationId)]).toEqual([false, 1]);
    expect([await store({ ...again, level: 4 }), await sequenceOf(organizationId)]).toEqual([true, 2]);
    expect(await packed(organizationId)).toEqual(await held(organizationId));
  });

  it('end with an erased candidate', async () => {
    const stored = await storeWorld(unitOfWork, three);
    const { organizationId } = stored;
    const erase = (name: string) =>
      unitOfWork.run(organizationId, (tx) =>
        ground.app.get(RemoveCandidate).erase(tx, stored.candidateIds.get(name) as string, actorOf(organizationId)),
      );
    await erase('a');
    await erase('c');
    expect(Object.keys(await packed(organizationId))).toEqual(['2']);
    expect(await changedAfter(organizationId, 1)).toEqual([1, 3]);
  });

  it('move with a merged candidate, whose two records are both told', async () => {
    const stored = await storeWorld(unitOfWork, three);
    const { organizationId, candidateIds } = stored;
    const [from, into] = ['b', 'c'].map((name) => candidateIds.get(name) as string);
    await unitOfWork.run(organizationId, (tx) =>
      ground.app.get(RemoveCandidate).merge(tx, from as string, into as string, actorOf(organizationId)),
    );
    expect(Object.keys(await packed(organizationId))).toEqual(['1', '3']);
    expect(await packed(organizationId)).toEqual(await held(organizationId));
    expect(await changedAfter(organizationId, 1)).toEqual([2, 3]);
  });

  it('keep the order of commits and leave no number out, however many write at once', async () => {
    const { organizationId } = await storeWorld(unitOfWork, three);
    await Promise.all(Array.from({ length: 8 }, () => unitOfWork.run(organizationId, addCandidate)));
    expect(await sequenceOf(organizationId)).toBe(9);
    expect(await changedAfter(organizationId, 1)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    const due = await ground.owner.query(`SELECT * FROM holding_due`);
    expect(due.rows).toEqual([]);
  });

  it('forget changes so old that loading anew is quicker', async () => {
    const { organizationId } = await storeWorld(unitOfWork, three);
    await ground.owner.query(`UPDATE holding_sequence SET value = 69631 WHERE organization_id = $1`, [organizationId]);
    await unitOfWork.run(organizationId, addCandidate);
    // 69632 is 17 x 4096, and 65536 changes are kept.
    const { rows } = await ground.owner.query(
      `SELECT value, feed_after FROM holding_sequence WHERE organization_id = $1`,
      [organizationId],
    );
    expect(rows).toEqual([{ value: 69632, feed_after: 4096 }]);
    expect(await changedAfter(organizationId, 0)).toEqual([4]);
  });
});

async function addCandidate(tx: Transaction): Promise<void> {
  await tx.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, $2)`, [tx.organizationId, newId()]);
}
