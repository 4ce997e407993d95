import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { FrameworkEntry } from '../domain/content/framework-content.js';
import type { StoredLabel } from '../domain/content/stored-labels.js';
import { writeInParts } from './in-parts.js';

/** An entry with the id of its competency, and all that is kept of it in tables of their own. */
export interface IdentifiedEntry {
  readonly competencyId: string;
  readonly entry: FrameworkEntry;
  readonly labels: readonly StoredLabel[];
  readonly keys: readonly string[];
}

export interface PreviousEntry {
  readonly uri: string;
  readonly label: string;
  readonly replacedBy: string | null;
  readonly labels: readonly StoredLabel[];
}

/** What framework versions say, written and read as a whole. */
@Injectable()
export class FrameworkContentRepository {
  competencies(tx: Transaction, frameworkId: string): Promise<{ id: string; uri: string }[]> {
    return tx.query(`SELECT id, uri FROM competency WHERE organization_id = $1 AND framework_id = $2`, [
      tx.organizationId,
      frameworkId,
    ]);
  }

  async addCompetencies(
    tx: Transaction,
    frameworkId: string,
    competencies: readonly { id: string; uri: string }[],
  ): Promise<void> {
    await writeInParts(
      competencies,
      (part) => [part.map(({ id }) => id), part.map(({ uri }) => storableText(uri))],
      (columns) =>
        tx.query(
          `INSERT INTO competency (organization_id, id, framework_id, uri)
           SELECT $1, n.id, $2, n.uri FROM unnest($3::uuid[], $4::text[]) AS n (id, uri)`,
          [tx.organizationId, frameworkId, ...columns],
        ),
    );
  }

  /** @param idOf id of the competency with a uri of the content */
  async addEntries(
    tx: Transaction,
    versionId: string,
    entries: readonly IdentifiedEntry[],
    idOf: (uri: string) => string | undefined,
  ): Promise<void> {
    await writeInParts(
      entries,
      (part) => [
        part.map(({ competencyId }) => competencyId),
        part.map(({ entry }) => optionalText(entry.code)),
        part.map(({ entry }) => storableText(entry.label.text)),
        part.map(({ entry }) => optionalText(entry.definition)),
        part.map(({ entry }) => entry.type),
        part.map(({ entry }) => entry.assignable),
        part.map(({ entry }) => entry.status),
        part.map(({ entry }) => (entry.replacedBy === undefined ? null : (idOf(entry.replacedBy) ?? null))),
        part.map(({ entry }) => storableJson(entry.levelAnchors)),
        part.map(({ entry }) => optionalText(entry.notes)),
        part.map(({ entry }) => entry.position ?? null),
        part.map(({ entry }) => storableJson(entry.collections ?? [])),
        part.map(({ entry }) => storableJson(entry.details ?? {})),
      ],
      (columns) =>
        tx.query(
          `INSERT INTO competency_entry (organization_id, framework_version_id, competency_id, code, label, definition,
             type, assignable, status, replaced_by, level_anchors, notes, position, collections, details)
           SELECT $1, $2, n.id, n.code, n.label, n.definition, n.type, n.assignable, n.status, n.replaced_by, n.anchors,
             n.notes, n.position, coalesce((SELECT array_agg(c) FROM jsonb_array_elements_text(n.collections) c), '{}'),
             n.details
           FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[],
             $10::uuid[], $11::jsonb[], $12::text[], $13::float8[], $14::jsonb[], $15::jsonb[]) AS n (id, code, label,
             definition, type, assignable, status, replaced_by, anchors, notes, position, collections, details)`,
          [tx.organizationId, versionId, ...columns],
        ),
    );
  }

  /** The labels of each entry must be different ones, as `storedLabels` gives them. */
  async addLabels(tx: Transaction, versionId: string, entries: readonly IdentifiedEntry[]): Promise<void> {
    await writeInParts(
      labelRows(entries),
      (part) => [
        part.map((row) => row.competencyId),
        part.map(({ label }) => label.language),
        part.map(({ label }) => label.kind),
        part.map(({ label }) => storableText(label.text)),
        part.map(({ label }) => storableText(label.normalised)),
      ],
      (columns) =>
        tx.query(
          `INSERT INTO competency_label (organization_id, framework_version_id, competency_id, language, kind, text,
             normalised)
           SELECT $1, $2, n.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) AS n`,
          [tx.organizationId, versionId, ...columns],
        ),
    );
  }

  async addIdentifiers(tx: Transaction, versionId: string, entries: readonly IdentifiedEntry[]): Promise<void> {
    await writeInParts(
      keyRows(entries),
      (part) => [part.map((row) => row.competencyId), part.map((row) => row.key)],
      (columns) =>
        tx.query(
          `INSERT INTO competency_identifier (organization_id, framework_version_id, competency_id, canonical_key)
           SELECT $1, $2, n.* FROM unnest($3::uuid[], $4::text[]) AS n`,
          [tx.organizationId, versionId, ...columns],
        ),
    );
  }

  /** The entries of a version as a diff looks at them. */
  previous(tx: Transaction, versionId: string): Promise<PreviousEntry[]> {
    return tx.query<PreviousEntry>(
      `SELECT c.uri, e.label, r.uri AS "replacedBy", coalesce(l.labels, '[]') AS labels
       FROM competency_entry e
       JOIN competency c ON c.organization_id = $1 AND c.id = e.competency_id
       LEFT JOIN competency r ON r.organization_id = $1 AND r.id = e.replaced_by
       LEFT JOIN (
         SELECT competency_id, jsonb_agg(jsonb_build_object('language', language, 'kind', kind, 'text', text)) AS labels
         FROM competency_label WHERE organization_id = $1 AND framework_version_id = $2 GROUP BY competency_id
       ) l ON l.competency_id = e.competency_id
       WHERE e.organization_id = $1 AND e.framework_version_id = $2`,
      [tx.organizationId, versionId],
    );
  }
}

const optionalText = (text: string | undefined): string | null => (text === undefined ? null : storableText(text));

// Row by row, for a large framework has a hundred thousand of them and all at once would be as many objects more.
function* labelRows(entries: readonly IdentifiedEntry[]): Generator<{ competencyId: string; label: StoredLabel }> {
  for (const { competencyId, labels } of entries) for (const label of labels) yield { competencyId, label };
}

function* keyRows(entries: readonly IdentifiedEntry[]): Generator<{ competencyId: string; key: string }> {
  for (const { competencyId, keys } of entries)
    for (const key of new Set(keys.map(storableText))) yield { competencyId, key };
}
