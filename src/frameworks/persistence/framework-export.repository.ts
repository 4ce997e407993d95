import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { CompetencyStatus, CompetencyType, Crosswalk, EntryLink } from '../domain/content/framework-content.js';
import type { StoredLabel } from '../domain/content/stored-labels.js';

/** An entry of a version with all that is kept of it. */
export interface StoredEntry {
  readonly id: string;
  readonly uri: string;
  readonly code: string | null;
  readonly label: string;
  readonly definition: string | null;
  readonly notes: string | null;
  readonly type: CompetencyType;
  readonly assignable: boolean;
  readonly status: CompetencyStatus;
  readonly replacedBy: string | null;
  readonly levelAnchors: Readonly<Record<string, string>>;
  readonly position: number | null;
  readonly collections: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly labels: readonly Omit<StoredLabel, 'normalised'>[];
  readonly keys: readonly string[];
  readonly broader: readonly string[];
  readonly related: readonly string[];
  readonly links: readonly (Omit<EntryLink, 'detail'> & { readonly detail: EntryLink['detail'] | null })[];
  readonly crosswalks: readonly (Omit<Crosswalk, 'label'> & { readonly label: string | null })[];
}

const OF_VERSION = `organization_id = $1 AND framework_version_id = $2`;
const uriOf = (id: string): string => `(SELECT o.uri FROM competency o WHERE o.organization_id = $1 AND o.id = ${id})`;
const listed = (select: string): string => `coalesce((SELECT jsonb_agg(${select}), '[]'::jsonb)`;

/** Reads framework versions as a whole, portion by portion; what a version says never changes. */
@Injectable()
export class FrameworkExportRepository {
  /** In the order of ids; the crosswalks are those that the version in force states. */
  entries(tx: Transaction, versionId: string, after: string | null, limit: number): Promise<StoredEntry[]> {
    return tx.query<StoredEntry>(
      `SELECT c.id, c.uri, e.code, e.label, e.definition, e.notes, e.type, e.assignable, e.status,
         ${uriOf('e.replaced_by')} AS "replacedBy", e.level_anchors AS "levelAnchors", e.position, e.collections,
         e.details,
         ${listed(`jsonb_build_object('language', language, 'kind', kind, 'text', text) ORDER BY language, kind, text)
           FROM competency_label WHERE ${OF_VERSION} AND competency_id = c.id`)} AS labels,
         ${listed(`canonical_key ORDER BY canonical_key)
           FROM competency_identifier WHERE ${OF_VERSION} AND competency_id = c.id`)} AS keys,
         ${listed(`${uriOf('to_id')} ORDER BY to_id)
           FROM competency_edge WHERE ${OF_VERSION} AND type = 'broader' AND from_id = c.id`)} AS broader,
         ${listed(`${uriOf('other.id')} ORDER BY other.id) FROM (
           SELECT to_id AS id FROM competency_edge WHERE ${OF_VERSION} AND type = 'related' AND from_id = c.id
           UNION ALL
           SELECT from_id FROM competency_edge WHERE ${OF_VERSION} AND type = 'related' AND to_id = c.id
         ) other`)} AS related,
         ${listed(`jsonb_build_object('type', type, 'to', ${uriOf('to_id')}, 'detail', detail) ORDER BY type, to_id)
           FROM competency_link WHERE ${OF_VERSION} AND from_id = c.id`)} AS links,
         ${listed(`jsonb_build_object('relation', relation, 'key', to_key, 'label', to_label) ORDER BY relation, to_key)
           FROM crosswalk WHERE ${OF_VERSION} AND source = 'framework' AND competency_id = c.id`)} AS crosswalks
       FROM competency_entry e
       JOIN competency c ON c.organization_id = $1 AND c.id = e.competency_id
       WHERE e.organization_id = $1 AND e.framework_version_id = $2 AND ($3::uuid IS NULL OR e.competency_id > $3)
       ORDER BY e.competency_id LIMIT $4`,
      [tx.organizationId, versionId, after, limit],
    );
  }
}
