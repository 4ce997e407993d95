import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CompetencyName } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { MeaningVector } from '../domain/suggest/meaning-vectors.js';

/** The vectors that one model gives for one framework version. */
export interface VectorSet {
  readonly frameworkVersionId: string;
  readonly model: string;
}

export interface NameVector extends CompetencyName {
  readonly vector: MeaningVector;
}

const THIS_SET = `organization_id = $1 AND framework_version_id = $2 AND model = $3`;

@Injectable()
export class CompetencyVectorRepository {
  /** @returns false when it was begun before */
  async begin(tx: Transaction, { frameworkVersionId, model }: VectorSet, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO vector_set (organization_id, framework_version_id, model, begun_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING model`,
      [tx.organizationId, frameworkVersionId, model, at],
    );
    return rows.length > 0;
  }

  /** Until the transaction ends nobody else adds to the set. @returns whether it is there and not complete */
  async hold(tx: Transaction, { frameworkVersionId, model }: VectorSet): Promise<boolean> {
    const rows = await tx.query(
      `SELECT model FROM vector_set WHERE ${THIS_SET} AND completed_at IS NULL FOR NO KEY UPDATE`,
      [tx.organizationId, frameworkVersionId, model],
    );
    return rows.length > 0;
  }

  /** Which of the versions have been begun, and whether their vectors are complete. */
  async begun(tx: Transaction, model: string, versionIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const rows = await tx.query<{ id: string; complete: boolean }>(
      `SELECT framework_version_id AS id, completed_at IS NOT NULL AS complete FROM vector_set
       WHERE organization_id = $1 AND model = $2 AND framework_version_id = ANY($3::uuid[])`,
      [tx.organizationId, model, versionIds],
    );
    return new Map(rows.map(({ id, complete }) => [id, complete]));
  }

  /** Vectors of these names from any version: what is called the same has the same vector. */
  async known(
    tx: Transaction,
    model: string,
    names: readonly CompetencyName[],
  ): Promise<ReadonlyMap<string, MeaningVector>> {
    const rows = await tx.query<{ id: string; vector: Buffer }>(
      `SELECT DISTINCT ON (v.competency_id) v.competency_id AS id, v.vector
       FROM unnest($3::uuid[], $4::bytea[]) AS n (id, text_hash)
       JOIN competency_vector v ON v.organization_id = $1 AND v.competency_id = n.id AND v.model = $2
         AND v.text_hash = n.text_hash
       ORDER BY v.competency_id, v.framework_version_id`,
      [tx.organizationId, model, names.map(({ id }) => id), names.map(({ name }) => hashOf(name))],
    );
    return new Map(rows.map(({ id, vector }) => [id, fromBytes(vector)]));
  }

  async add(tx: Transaction, { frameworkVersionId, model }: VectorSet, vectors: readonly NameVector[]): Promise<void> {
    await tx.query(
      `INSERT INTO competency_vector (organization_id, framework_version_id, model, competency_id, text_hash, vector)
       SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::bytea[], $6::bytea[]) ON CONFLICT DO NOTHING`,
      [
        tx.organizationId,
        frameworkVersionId,
        model,
        vectors.map(({ id }) => id),
        vectors.map(({ name }) => hashOf(name)),
        vectors.map(({ vector }) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)),
      ],
    );
  }

  /** From now on the version is searched with the model, and no other set of its framework is needed. */
  async complete(tx: Transaction, { frameworkVersionId, model }: VectorSet, at: Date): Promise<void> {
    const set = [tx.organizationId, frameworkVersionId, model];
    await tx.query(`UPDATE vector_set SET completed_at = $4 WHERE ${THIS_SET}`, [...set, at]);
    await tx.query(
      `DELETE FROM vector_set s USING framework f, framework_version v
       WHERE f.organization_id = $1 AND f.active_version_id = $2 AND v.organization_id = $1 AND v.framework_id = f.id
         AND s.organization_id = $1 AND s.framework_version_id = v.id AND (s.framework_version_id <> $2 OR s.model <> $3)`,
      set,
    );
  }

  /** A set that nobody completes. */
  async giveUp(tx: Transaction, { frameworkVersionId, model }: VectorSet): Promise<void> {
    await tx.query(`DELETE FROM vector_set WHERE ${THIS_SET} AND completed_at IS NULL`, [
      tx.organizationId,
      frameworkVersionId,
      model,
    ]);
  }

  /** By the id of the competency. */
  async all(tx: Transaction, { frameworkVersionId, model }: VectorSet): Promise<ReadonlyMap<string, MeaningVector>> {
    const rows = await tx.query<{ id: string; vector: Buffer }>(
      `SELECT competency_id AS id, vector FROM competency_vector WHERE ${THIS_SET}`,
      [tx.organizationId, frameworkVersionId, model],
    );
    return new Map(rows.map(({ id, vector }) => [id, fromBytes(vector)]));
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const fromBytes = (bytes: Buffer): MeaningVector => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
