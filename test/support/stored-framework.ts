import { canonicalKey, canonicalReference, normaliseLabel } from '../../src/frameworks/index.js';
import type { Transaction } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';

export interface SmallCompetency {
  readonly uri: string;
  readonly label: string;
}

/** A version of the framework with these skills, put into force as an import does it. Gives the id of the version. */
export async function storeFrameworkVersion(
  tx: Transaction,
  frameworkId: string,
  competencies: readonly SmallCompetency[],
): Promise<string> {
  const [org, versionId] = [tx.organizationId, newId()];
  await tx.query(
    `INSERT INTO framework (organization_id, id, slug, name, format) VALUES ($1, $2, $3, $4, 'csv') ON CONFLICT DO NOTHING`,
    [org, frameworkId, `framework-${frameworkId}`, 'Airfield'],
  );
  await tx.query(
    `INSERT INTO framework_version (organization_id, id, framework_id, version, checksum, competency_count, imported_at,
       imported_by) VALUES ($1, $2, $3, $4, '\\x00', $5, now(), 'test')`,
    [org, versionId, frameworkId, versionId, competencies.length],
  );
  for (const competency of competencies) await storeCompetency(tx, frameworkId, versionId, competency);
  await tx.query(`UPDATE framework SET active_version_id = $3 WHERE organization_id = $1 AND id = $2`, [
    org,
    frameworkId,
    versionId,
  ]);
  return versionId;
}

async function storeCompetency(
  tx: Transaction,
  frameworkId: string,
  versionId: string,
  { uri, label }: SmallCompetency,
): Promise<void> {
  const org = tx.organizationId;
  const reference = canonicalReference(uri);
  if (reference === undefined) throw new Error(`${uri} identifies nothing`);
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO competency (organization_id, id, framework_id, uri) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id, framework_id, uri) DO UPDATE SET uri = excluded.uri RETURNING id`,
    [org, newId(), frameworkId, uri],
  );
  await tx.query(
    `INSERT INTO competency_entry (organization_id, framework_version_id, competency_id, label, type, assignable)
     VALUES ($1, $2, $3, $4, 'skill', true)`,
    [org, versionId, row?.id, label],
  );
  await tx.query(
    `INSERT INTO competency_label (organization_id, framework_version_id, competency_id, language, kind, text, normalised)
     VALUES ($1, $2, $3, 'en', 'preferred', $4, $5)`,
    [org, versionId, row?.id, label, normaliseLabel(label)],
  );
  await tx.query(
    `INSERT INTO competency_identifier (organization_id, framework_version_id, competency_id, canonical_key)
     VALUES ($1, $2, $3, $4)`,
    [org, versionId, row?.id, canonicalKey(reference)],
  );
}
