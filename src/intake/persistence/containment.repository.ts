import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { ContainmentPlace } from '../domain/contained-submission.js';

export interface NewContainment {
  readonly containerId: string;
  readonly containedId: string;
  readonly place: ContainmentPlace;
  readonly position: number;
  readonly path: string;
  readonly url: string | null;
  readonly foundAt: Date;
}

export interface PlaceWithCount extends ContainmentPlace {
  /** Documents. */
  readonly taken: number;
}

/** Which credentials were found inside which. */
@Injectable()
export class ContainmentRepository {
  /** Where a document stands; of several places the deepest, since that is the one that limits what may come out of it. */
  async placeOf(tx: Transaction, credentialId: string): Promise<ContainmentPlace> {
    const rows = await tx.query<ContainmentPlace>(
      `SELECT root_id AS "rootId", depth FROM credential_containment
       WHERE organization_id = $1 AND contained_id = $2 ORDER BY depth DESC, root_id LIMIT 1`,
      [tx.organizationId, credentialId],
    );
    return rows[0] ?? { rootId: credentialId, depth: 0 };
  }

  /** Where documents were fetched; of several addresses of one the one that was met first. */
  async addressesOf(tx: Transaction, credentialIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; url: string }>(
      `SELECT DISTINCT ON (contained_id) contained_id AS id, url FROM credential_containment
       WHERE organization_id = $1 AND contained_id = ANY ($2::uuid[]) AND url IS NOT NULL
       ORDER BY contained_id, found_at, container_id`,
      [tx.organizationId, credentialIds],
    );
    return new Map(rows.map(({ id, url }) => [id, url]));
  }

  /** Where each of several documents stands, and what came out of its submission so far except directly out of itself. */
  async placesOf(tx: Transaction, credentialIds: readonly string[]): Promise<Map<string, PlaceWithCount>> {
    const rows = await tx.query<PlaceWithCount & { id: string }>(
      `SELECT d.id, coalesce(p.root_id, d.id) AS "rootId", coalesce(p.depth, 0) AS depth,
         (SELECT count(DISTINCT t.contained_id)::int FROM credential_containment t
          WHERE t.organization_id = $1 AND t.root_id = coalesce(p.root_id, d.id) AND t.container_id <> d.id) AS taken
       FROM unnest($2::uuid[]) AS d (id)
       LEFT JOIN LATERAL (SELECT root_id, depth FROM credential_containment
         WHERE organization_id = $1 AND contained_id = d.id ORDER BY depth DESC, root_id LIMIT 1) p ON true`,
      [tx.organizationId, credentialIds],
    );
    return new Map(rows.map(({ id, ...place }) => [id, place]));
  }

  /** What came out of one submission so far, except directly out of `containerId`. */
  async takenFrom(tx: Transaction, rootId: string, containerId: string): Promise<{ count: number; bytes: number }> {
    const rows = await tx.query<{ count: number; bytes: number }>(
      `SELECT count(*)::int AS count, coalesce(sum(size), 0)::int AS bytes FROM credential
       WHERE organization_id = $1 AND id IN (SELECT contained_id FROM credential_containment
         WHERE organization_id = $1 AND root_id = $2 AND container_id <> $3)`,
      [tx.organizationId, rootId, containerId],
    );
    return rows[0] ?? { count: 0, bytes: 0 };
  }

  /** Until the transaction ends nobody else takes documents out of the same submission. */
  async holdRoot(tx: Transaction, rootId: string): Promise<void> {
    await tx.query(`SELECT FROM credential WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
      tx.organizationId,
      rootId,
    ]);
  }

  /** Once for each pair; the same document at a second place of the same container adds nothing. */
  async add(tx: Transaction, containment: NewContainment): Promise<void> {
    await tx.query(
      `INSERT INTO credential_containment (organization_id, container_id, contained_id, root_id, depth, position, path,
         url, found_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        tx.organizationId,
        containment.containerId,
        containment.containedId,
        containment.place.rootId,
        containment.place.depth,
        containment.position,
        containment.path,
        containment.url,
        containment.foundAt,
      ],
    );
  }
}
