import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { CrosswalkRelation, LinkType } from '../domain/content/framework-content.js';
import { writeInParts } from './in-parts.js';

/** Crosswalks that a framework states itself; decisions of people and other sources have names of their own. */
const STATED = 'framework';

export interface EdgeToStore {
  readonly type: 'broader' | 'related';
  readonly fromId: string;
  readonly toId: string;
}

export interface LinkToStore {
  readonly type: LinkType;
  readonly fromId: string;
  readonly toId: string;
  readonly detail: Readonly<Record<string, unknown>> | undefined;
}

export interface CrosswalkToStore {
  readonly id: string;
  readonly competencyId: string;
  readonly relation: CrosswalkRelation;
  readonly key: string;
  readonly label: string | undefined;
}

/** How competencies stand to each other, inside a version and across frameworks. */
@Injectable()
export class RelationRepository {
  /** Each edge once. */
  async addEdges(tx: Transaction, versionId: string, edges: Iterable<EdgeToStore>): Promise<void> {
    await writeInParts(
      edges,
      (part) => [part.map(({ type }) => type), part.map(({ fromId }) => fromId), part.map(({ toId }) => toId)],
      (columns) =>
        tx.query(
          `INSERT INTO competency_edge (organization_id, framework_version_id, type, from_id, to_id)
           SELECT $1, $2, n.* FROM unnest($3::text[], $4::uuid[], $5::uuid[]) AS n`,
          [tx.organizationId, versionId, ...columns],
        ),
    );
  }

  /**
   * Each link once. Ends that are no competencies of the organization are left out: the table has no keys to say so, for
   * speed.
   */
  async addLinks(tx: Transaction, versionId: string, links: Iterable<LinkToStore>): Promise<void> {
    await writeInParts(
      links,
      (part) => [
        part.map(({ type }) => type),
        part.map(({ fromId }) => fromId),
        part.map(({ toId }) => toId),
        part.map(({ detail }) => (detail === undefined ? null : storableJson(detail))),
      ],
      (columns) =>
        tx.query(
          `INSERT INTO competency_link (organization_id, framework_version_id, type, from_id, to_id, detail)
           SELECT $1, $2, n.type, f.id, t.id, n.detail
           FROM unnest($3::text[], $4::uuid[], $5::uuid[], $6::jsonb[]) AS n (type, from_id, to_id, detail)
           JOIN competency f ON f.organization_id = $1 AND f.id = n.from_id
           JOIN competency t ON t.organization_id = $1 AND t.id = n.to_id`,
          [tx.organizationId, versionId, ...columns],
        ),
    );
  }

  /** Puts what a version states in place of what the framework stated before. */
  async replaceCrosswalks(
    tx: Transaction,
    frameworkId: string,
    versionId: string,
    crosswalks: readonly CrosswalkToStore[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      `DELETE FROM crosswalk x USING competency c
       WHERE x.organization_id = $1 AND x.source = '${STATED}'
         AND c.organization_id = $1 AND c.id = x.competency_id AND c.framework_id = $2`,
      [tx.organizationId, frameworkId],
    );
    await writeInParts(
      crosswalks,
      (part) => [
        part.map(({ id }) => id),
        part.map(({ competencyId }) => competencyId),
        part.map(({ relation }) => relation),
        part.map(({ key }) => storableText(key)),
        part.map(({ label }) => (label === undefined ? null : storableText(label))),
      ],
      (columns) =>
        tx.query(
          `INSERT INTO crosswalk (organization_id, framework_version_id, source, created_at, id, competency_id, relation,
             to_key, to_label)
           SELECT $1, $2, '${STATED}', $3, n.*
           FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[]) AS n
           ON CONFLICT DO NOTHING`,
          [tx.organizationId, versionId, at, ...columns],
        ),
    );
  }

  /** Joins crosswalks of all frameworks to the competencies that they name, as far as a version in force has them. */
  async joinCrosswalks(tx: Transaction): Promise<void> {
    await tx.query(
      `UPDATE crosswalk x SET to_competency_id = t.target
       FROM (
         SELECT w.id, (
           SELECT i.competency_id FROM competency_identifier i
           JOIN framework f ON f.organization_id = $1 AND f.active_version_id = i.framework_version_id
           WHERE i.organization_id = $1 AND i.canonical_key = w.to_key AND i.competency_id <> w.competency_id
           ORDER BY f.created_at, f.id, i.competency_id LIMIT 1
         ) AS target
         FROM crosswalk w WHERE w.organization_id = $1
       ) t
       WHERE x.organization_id = $1 AND x.id = t.id AND x.to_competency_id IS DISTINCT FROM t.target`,
      [tx.organizationId],
    );
  }
}
