import { createHash, randomBytes } from 'node:crypto';
import { canonicalIdentifier, canonicalKey } from '../../src/frameworks/index.js';
import type { Transaction, UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { strengthPercent, type Holding } from '../../src/ranking/domain/holding.js';
import type { ScorableProfile } from '../../src/ranking/domain/compiled-profile.js';
import type { ScoringWorld } from './scoring-vectors.js';

/** A world as rows of one new organization, and the way back from their ids to the names of the world. */
export interface StoredWorld {
  organizationId: string;
  profile: ScorableProfile;
  /** By name. */
  candidateIds: ReadonlyMap<string, string>;
  competencyIds: ReadonlyMap<string, string>;
  nameOf(id: string): string;
}

/**
 * Writes a world through the application's role, in the order that the world names it.
 *
 * @param into an organization that exists; a new one when absent
 */
export async function storeWorld(unitOfWork: UnitOfWork, world: ScoringWorld, into?: string): Promise<StoredWorld> {
  const organizationId = into ?? newId();
  const competencyIds = inOrder(competenciesOf(world));
  const credentialIds = inOrder(world.candidates.flatMap(({ holdings }) => holdings.map((h) => h.credentialId)));
  const candidateIds = new Map(world.candidates.map(({ id }) => [id, newId()]));
  const names = new Map([...competencyIds, ...credentialIds, ...candidateIds].map(([name, id]) => [id, name]));
  const idOf = (map: ReadonlyMap<string, string>, name: string) => map.get(name) as string;
  await unitOfWork.run(organizationId, async (tx) => {
    if (into === undefined) {
      await tx.query(`INSERT INTO organization (organization_id, name, cursor_secret) VALUES ($1, 'World', $2)`, [
        organizationId,
        randomBytes(32),
      ]);
    }
    await storeFramework(tx, world, competencyIds);
    for (const { id, holdings } of world.candidates) {
      await tx.query(`INSERT INTO candidate (organization_id, id, name) VALUES ($1, $2, $3)`, [
        organizationId,
        candidateIds.get(id),
        id,
      ]);
      for (const credentialId of new Set(holdings.map((holding) => holding.credentialId))) {
        await storeCredential(tx, idOf(credentialIds, credentialId), idOf(candidateIds, id));
      }
      for (const holding of holdings) {
        await storeHolding(tx, holding, {
          candidateId: idOf(candidateIds, id),
          competencyId: idOf(competencyIds, holding.competencyId),
          credentialId: idOf(credentialIds, holding.credentialId),
        });
      }
    }
  });
  const requirements = world.profile.requirements.map((requirement) => ({
    ...requirement,
    competencyId: idOf(competencyIds, requirement.competencyId),
  }));
  return {
    organizationId,
    profile: { requirements, groups: world.profile.groups },
    candidateIds,
    competencyIds,
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** The framework of the competencies, in force, with its relations; crosswalks are in it as the frameworks room has them. */
async function storeFramework(
  tx: Transaction,
  { relations }: ScoringWorld,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const [frameworkId, versionId] = [newId(), newId()];
  await tx.query(
    `INSERT INTO framework (organization_id, id, slug, name, format, active_version_id) VALUES ($1, $2, 'world', 'World', 'csv', $3)`,
    [tx.organizationId, frameworkId, versionId],
  );
  await tx.query(
    `INSERT INTO framework_version (organization_id, id, framework_id, version, checksum, competency_count, imported_at, imported_by)
     VALUES ($1, $2, $3, '1', '\\x00', $4, '2026-01-01', 'test')`,
    [tx.organizationId, versionId, frameworkId, ids.size],
  );
  for (const [name, id] of ids) {
    await tx.query(`INSERT INTO competency (organization_id, id, framework_id, uri) VALUES ($1, $2, $3, $4)`, [
      tx.organizationId,
      id,
      frameworkId,
      `urn:world:${name}`,
    ]);
    await tx.query(
      `INSERT INTO competency_entry (organization_id, framework_version_id, competency_id, label, type, assignable)
       VALUES ($1, $2, $3, $4, 'skill', true)`,
      [tx.organizationId, versionId, id, name],
    );
    const identifier = canonicalIdentifier({ url: `urn:world:${name}` });
    if (identifier === undefined) throw new Error('a URN is an identifier');
    await tx.query(
      `INSERT INTO competency_identifier (organization_id, framework_version_id, competency_id, canonical_key)
       VALUES ($1, $2, $3, $4)`,
      [tx.organizationId, versionId, id, canonicalKey(identifier)],
    );
  }
  for (const type of ['broader', 'related'] as const) {
    for (const [from, to] of relations[type]) {
      await tx.query(
        `INSERT INTO competency_edge (organization_id, framework_version_id, from_id, to_id, type) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [tx.organizationId, versionId, ids.get(from), ids.get(to), type],
      );
    }
  }
  for (const [from, to] of relations.exact) {
    await tx.query(
      `INSERT INTO crosswalk (organization_id, id, competency_id, relation, to_key, to_competency_id, source, framework_version_id)
       VALUES ($1, $2, $3, 'exact', $4, $5, 'test', $6) ON CONFLICT DO NOTHING`,
      [tx.organizationId, newId(), ids.get(from), `urn:world:${to}`, ids.get(to), versionId],
    );
  }
}

async function storeCredential(tx: Transaction, id: string, candidateId: string): Promise<void> {
  await tx.query(
    `INSERT INTO credential (organization_id, id, candidate_id, sha256, size, content_type, source, submitted_at, submitted_by)
     VALUES ($1, $2, $3, $4, 1, 'application/json', 'api', '2026-01-01', 'test')`,
    [tx.organizationId, id, candidateId, createHash('sha256').update(id).digest()],
  );
}

async function storeHolding(
  tx: Transaction,
  holding: Holding,
  ids: { candidateId: string; competencyId: string; credentialId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO holding (organization_id, candidate_id, competency_id, credential_id, verdict, level, proof, trust, tier,
       strength, valid_from, valid_until, json_path)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.organizationId,
      ids.candidateId,
      ids.competencyId,
      ids.credentialId,
      holding.verdict,
      holding.level,
      holding.proof,
      holding.trust,
      holding.tier,
      strengthPercent(holding),
      holding.validFrom,
      holding.validUntil,
      holding.jsonPath,
    ],
  );
}

function competenciesOf({ relations, candidates, profile }: ScoringWorld): string[] {
  return [
    ...[...relations.broader, ...relations.related, ...relations.exact].flat(),
    ...candidates.flatMap(({ holdings }) => holdings.map(({ competencyId }) => competencyId)),
    ...profile.requirements.map(({ competencyId }) => competencyId),
  ];
}

/** Ids that sort as the names do, so that "the smallest id" means the same in both. */
function inOrder(names: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...new Set(names)].sort();
  const ids = sorted.map(() => newId()).sort();
  return new Map(sorted.map((name, index) => [name, ids[index] as string]));
}
