import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { OpenedDocument, SubmittedCredential } from '../domain/submission.js';

const COLUMNS = `id, candidate_id AS "candidateId", encode(sha256, 'hex') AS sha256, size,
  content_type AS "contentType", file_name AS "fileName", source, submitted_at AS "submittedAt"`;

/** What is stored for a document that was handed in, and whether it was there before. */
export interface StoredCredential {
  readonly credential: SubmittedCredential;
  readonly duplicate: boolean;
}

@Injectable()
export class CredentialRepository {
  /**
   * Stores each document unless the candidate already has the same bytes; of simultaneous equal ones the first wins.
   *
   * @param documents with ids in their order
   * @returns what is stored for each, in their order
   */
  async insertAllOnce(
    tx: Transaction,
    documents: readonly OpenedDocument[],
    submittedBy: string,
  ): Promise<StoredCredential[]> {
    let next = 1;
    const starts = documents.map(({ size }) => (next += size) - size);
    const inserted = await tx.query<SubmittedCredential>(
      `WITH given AS (
         SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[],
           $9::timestamptz[], $10::int[])
           AS g (id, candidate_id, sha256, size, content_type, file_name, source, submitted_at, start)),
       stored AS (
         INSERT INTO credential (organization_id, id, candidate_id, sha256, size, content_type, file_name, source,
                                 submitted_at, submitted_by)
         SELECT $1, id, candidate_id, decode(sha256, 'hex'), size, content_type, file_name, source, submitted_at, $11
         FROM given ORDER BY candidate_id, sha256, id
         ON CONFLICT ON CONSTRAINT credential_same_bytes_key DO NOTHING
         RETURNING *),
       kept AS (
         INSERT INTO credential_original (organization_id, credential_id, bytes)
         SELECT s.organization_id, s.id, substring($12::bytea FROM g.start FOR g.size)
         FROM stored s JOIN given g ON g.id = s.id)
       SELECT ${COLUMNS} FROM stored`,
      [
        tx.organizationId,
        documents.map(({ id }) => id),
        documents.map(({ candidateId }) => candidateId),
        documents.map(({ sha256 }) => sha256),
        documents.map(({ size }) => size),
        documents.map(({ contentType }) => contentType),
        documents.map(({ fileName }) => fileName),
        documents.map(({ source }) => source),
        documents.map(({ submittedAt }) => submittedAt),
        starts,
        submittedBy,
        // All bytes in one value, which goes to the database as it is; those in a list would be written as hex.
        Buffer.concat(documents.map(({ bytes }) => bytes)),
      ],
    );
    const fresh = new Map(inserted.map((credential) => [credential.id, credential]));
    const known = await this.findBySha256(
      tx,
      documents.filter(({ id }) => !fresh.has(id)),
    );
    return documents.map((document) => {
      const credential = fresh.get(document.id) ?? known.get(sameBytes(document));
      if (credential === undefined) throw new Error('a document that is there could not be read');
      return { credential, duplicate: !fresh.has(document.id) };
    });
  }

  async find(tx: Transaction, id: string): Promise<SubmittedCredential | undefined> {
    const rows = await tx.query<SubmittedCredential>(
      `SELECT ${COLUMNS} FROM credential WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  open(tx: Transaction, ids: readonly string[]): Promise<OpenedDocument[]> {
    return tx.query(
      `SELECT ${COLUMNS}, bytes FROM credential c
       JOIN (SELECT credential_id, bytes FROM credential_original
         WHERE organization_id = $1 AND credential_id = ANY ($2::uuid[])) o ON o.credential_id = c.id
       WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  idsOfCandidate(tx: Transaction, candidateId: string): Promise<{ id: string }[]> {
    return tx.query(`SELECT id FROM credential WHERE organization_id = $1 AND candidate_id = $2 ORDER BY id`, [
      tx.organizationId,
      candidateId,
    ]);
  }

  async original(tx: Transaction, id: string): Promise<Buffer | undefined> {
    const rows = await tx.query<{ bytes: Buffer }>(
      `SELECT bytes FROM credential_original WHERE organization_id = $1 AND credential_id = $2`,
      [tx.organizationId, id],
    );
    return rows[0]?.bytes;
  }

  private async findBySha256(
    tx: Transaction,
    documents: readonly OpenedDocument[],
  ): Promise<ReadonlyMap<string, SubmittedCredential>> {
    if (documents.length === 0) return new Map();
    const rows = await tx.query<SubmittedCredential>(
      `SELECT ${COLUMNS} FROM credential WHERE organization_id = $1 AND (candidate_id, sha256) IN (
         SELECT candidate_id, decode(sha256, 'hex') FROM unnest($2::uuid[], $3::text[]) AS d (candidate_id, sha256))`,
      [tx.organizationId, documents.map(({ candidateId }) => candidateId), documents.map(({ sha256 }) => sha256)],
    );
    return new Map(rows.map((row) => [sameBytes(row), row]));
  }
}

const sameBytes = ({ candidateId, sha256 }: SubmittedCredential): string => `${candidateId} ${sha256}`;
