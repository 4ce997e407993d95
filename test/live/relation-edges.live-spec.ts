import fc from 'fast-check';
import { Database, migrate, PostgresUnitOfWork } from '../../src/platform/database/index.js';
import { relationsTo } from '../../src/ranking/domain/relation.js';
import { DEFAULT_SCORING_POLICY } from '../../src/ranking/domain/scoring-policy.js';
import { FrameworkRepository } from '../../src/ranking/persistence/framework.repository.js';
import { freshDatabase } from '../support/fresh-database.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { storeWorld } from '../support/stored-world.js';

const { relations: factors } = DEFAULT_SCORING_POLICY;
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let unitOfWork: PostgresUnitOfWork;

beforeAll(async () => {
  fresh = await freshDatabase();
  await migrate(fresh.url);
  database = new Database(fresh.url, { maxConnections: 2 });
  unitOfWork = new PostgresUnitOfWork(database);
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await fresh.drop();
});

describe('the relations read around a profile', () => {
  it('give every competency the relation that all relations of the frameworks give it', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const stored = await storeWorld(unitOfWork, { ...world, candidates: [] });
        const required = stored.profile.requirements.map(({ competencyId }) => competencyId);
        const edges = await unitOfWork.run(stored.organizationId, (tx) =>
          new FrameworkRepository().edgesAround(tx, required, factors),
        );
        const inWords = (relations: ReturnType<typeof relationsTo>) =>
          [...relations]
            .map(([id, { percent, path }]) => [stored.nameOf(id), percent, path.map((step) => stored.nameOf(step))])
            .sort();
        for (const { competencyId } of stored.profile.requirements) {
          const all = relationsTo(stored.nameOf(competencyId), world.relations, factors);
          expect(inWords(relationsTo(competencyId, edges, factors))).toEqual(inWords(all));
        }
      }),
      { numRuns: 60 },
    );
  });
});
