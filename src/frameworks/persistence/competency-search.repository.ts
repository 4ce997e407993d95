import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import { WORD_SEPARATORS } from '../domain/label/label-words.js';

export interface SearchHit {
  readonly id: string;
  readonly uri: string;
  readonly code: string | null;
  readonly label: string;
  readonly definition: string | null;
  readonly type: string;
  readonly assignable: boolean;
  readonly status: string;
  readonly frameworkId: string;
  readonly frameworkName: string;
  readonly frameworkVersionId: string;
  readonly frameworkVersion: string;
  /** The label that was found; null where it was an identifier, or nothing was looked for. */
  readonly matchedText: string | null;
  readonly matchedLanguage: string | null;
  /** Sort values: the better match, the more similar (0 to 1000), the label, the id. */
  readonly tier: number;
  readonly similarity: number;
  readonly sortLabel: string;
}

/** Which hits: those of one framework, or of all; from where on; how many. */
export interface SearchScope {
  readonly frameworkId: string | undefined;
  /** Sort values of the last hit of the page before. */
  readonly after: Pick<SearchHit, 'tier' | 'similarity' | 'sortLabel' | 'id'> | undefined;
  readonly limit: number;
}

/** Parts of a statement; $1 organization, $2 framework, $3 to $6 sort values, $7 limit, $8 the text, then parameters of its own. */
interface Matching {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Words that may stand for a misspelled one. */
const MAX_CANDIDATES = 8;
/** `exel` and `excel` have 0.38. */
const LEAST_SIMILARITY = 0.3;
/** What only begins like the word counts less than what is like it as a whole. */
const BEGINNING = 0.8;

const IN_FORCE = `framework_version_id IN (SELECT id FROM in_force)`;
/** A label of which every word begins where a word begins; separators count as blanks. */
const SPACED = `(' ' || translate(l.normalised, '${WORD_SEPARATORS.replaceAll(`'`, `''`)}', '${' '.repeat(WORD_SEPARATORS.length)}'))`;
const LABEL = `l.competency_id, l.framework_version_id, l.text, l.language`;
/** Preferred labels come before others that match as well. */
const OTHER = `(l.kind <> 'preferred')::int`;
const SIMILAR = `(similarity(l.normalised, $8) * 1000)::int`;

/** Misspelled words first of all, then the label as a whole. */
const ALIKE = `(strict_word_similarity($8, l.normalised) * 900 + similarity(l.normalised, $8) * 100)::int - 20 * ${OTHER}`;

const BY_KEY = `
  SELECT competency_id, framework_version_id, NULL AS text, NULL AS language, 0 AS tier, 1000 AS similarity
  FROM competency_identifier WHERE organization_id = $1 AND canonical_key = ANY ($9::text[]) AND ${IN_FORCE}
  UNION ALL
  SELECT competency_id, framework_version_id, NULL, NULL, 0, 900
  FROM crosswalk WHERE organization_id = $1 AND to_key = ANY ($9::text[]) AND relation = 'exact' AND ${IN_FORCE}`;
const TIER = `CASE WHEN l.normalised = $8 THEN 1 WHEN l.normalised ^@ $8 THEN 3 ELSE 5 END + ${OTHER}`;

/** Search in the labels and identifiers of the versions in force. What is not in use is found by identifier only. */
@Injectable()
export class CompetencySearchRepository {
  /** Every entry in use, by label. */
  all(tx: Transaction, scope: SearchScope): Promise<SearchHit[]> {
    const sql = `SELECT competency_id, framework_version_id, NULL AS text, NULL AS language, 1 AS tier, 0 AS similarity
      FROM competency_entry WHERE organization_id = $1 AND ${IN_FORCE}`;
    return this.hits(tx, scope, { sql, params: [] });
  }

  /** Identifiers, and labels that are the text or begin with it: found in indexes, so quick for whoever is typing. */
  beginningWith(tx: Transaction, text: string, keys: readonly string[], scope: SearchScope): Promise<SearchHit[]> {
    const sql = `${BY_KEY} UNION ALL
      SELECT ${LABEL}, ${TIER}, ${SIMILAR} FROM competency_label l
      WHERE l.organization_id = $1 AND l.normalised ^@ $8 AND $8 <> '' AND l.${IN_FORCE}`;
    return this.hits(tx, scope, { sql, params: [storableText(text), keys.map(storableText)] });
  }

  /** All of `beginningWith`, and labels in which every one of the words begins a word. */
  withWords(
    tx: Transaction,
    text: string,
    words: readonly string[],
    keys: readonly string[],
    scope: SearchScope,
  ): Promise<SearchHit[]> {
    const sql = `${BY_KEY} UNION ALL
      SELECT ${LABEL}, ${TIER}, ${SIMILAR} FROM competency_label l
      WHERE l.organization_id = $1 AND l.${IN_FORCE} AND l.normalised LIKE ALL ($10::text[])
        AND ${SPACED} LIKE ALL ($11::text[])`;
    return this.hits(tx, scope, {
      sql,
      params: [storableText(text), keys.map(storableText), words.map(contains), words.map(beginsWord)],
    });
  }

  /** Labels in which each word, or one that looks like it, begins a word; empty when a word looks like none. */
  async withSimilarWords(
    tx: Transaction,
    text: string,
    words: readonly string[],
    scope: SearchScope,
  ): Promise<SearchHit[]> {
    const candidates = await this.similarWords(tx, words, scope.frameworkId);
    if (words.length === 0 || candidates.length < words.length) return [];
    const each = candidates
      .map((_, at) => `l.normalised LIKE ANY ($${2 * at + 9}::text[]) AND ${SPACED} LIKE ANY ($${2 * at + 10}::text[])`)
      .join(' AND ');
    const sql = `SELECT ${LABEL}, 7 AS tier, ${ALIKE} AS similarity FROM competency_label l
      WHERE l.organization_id = $1 AND l.${IN_FORCE} AND ${each}`;
    return this.hits(tx, scope, {
      sql,
      params: [storableText(text), ...candidates.flatMap((c) => [c.map(contains), c.map(beginsWord)])],
    });
  }

  /** For each word those of the labels that look most like it, or like its beginning while it is being typed. */
  private async similarWords(
    tx: Transaction,
    words: readonly string[],
    frameworkId: string | undefined,
  ): Promise<string[][]> {
    const rows = await tx.query<{ candidates: string[] }>(
      `SELECT array_agg(v.word) AS candidates
       FROM unnest($3::text[]) WITH ORDINALITY AS w (word, position)
       CROSS JOIN LATERAL (
         SELECT DISTINCT s.word, s.similar FROM (
           SELECT k.word, greatest(similarity(k.word, w.word),
             ${BEGINNING} * similarity(left(k.word, length(w.word)), w.word)) AS similar
           FROM competency_word k
           WHERE k.organization_id = $1 AND k.framework_version_id IN (
             SELECT active_version_id FROM framework WHERE organization_id = $1 AND ($2::uuid IS NULL OR id = $2))
         ) s
         WHERE s.similar >= ${LEAST_SIMILARITY} ORDER BY s.similar DESC, s.word LIMIT ${MAX_CANDIDATES}
       ) v
       GROUP BY w.position ORDER BY w.position`,
      [tx.organizationId, frameworkId ?? null, words.map(storableText)],
    );
    return rows.map(({ candidates }) => candidates);
  }

  private hits(tx: Transaction, { frameworkId, after, limit }: SearchScope, matching: Matching): Promise<SearchHit[]> {
    return tx.query<SearchHit>(
      `WITH in_force AS MATERIALIZED (
         SELECT active_version_id AS id FROM framework
         WHERE organization_id = $1 AND active_version_id IS NOT NULL AND ($2::uuid IS NULL OR id = $2)
       ),
       best AS (
         SELECT DISTINCT ON (m.competency_id) m.* FROM (${matching.sql}) m
         ORDER BY m.competency_id, m.tier, m.similarity DESC, m.text, m.language
       ),
       hit AS (
         SELECT c.id, c.uri, e.code, e.label, e.definition, e.type, e.assignable, e.status, f.id AS "frameworkId",
           f.name AS "frameworkName", v.id AS "frameworkVersionId", v.version AS "frameworkVersion",
           b.text AS "matchedText", b.language AS "matchedLanguage", b.tier, b.similarity,
           left(lower(e.label), 60) COLLATE "C" AS "sortLabel"
         FROM best b
         JOIN competency c ON c.organization_id = $1 AND c.id = b.competency_id
         JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = b.framework_version_id
           AND e.competency_id = c.id AND (e.status = 'active' OR b.tier = 0)
         JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
         JOIN framework_version v ON v.organization_id = $1 AND v.id = b.framework_version_id
       )
       SELECT * FROM hit
       WHERE $3::int IS NULL OR (tier, -similarity, "sortLabel", id) > ($3::int, -$4::int, $5::text COLLATE "C", $6::uuid)
       ORDER BY tier, similarity DESC, "sortLabel", id LIMIT $7`,
      [
        tx.organizationId,
        frameworkId ?? null,
        after?.tier ?? null,
        after?.similarity ?? null,
        after?.sortLabel ?? null,
        after?.id ?? null,
        limit,
        ...matching.params,
      ],
    );
  }
}

const literally = (word: string): string => storableText(word).replace(/[\\%_]/g, '\\$&');
const beginsWord = (word: string): string => `% ${literally(word)}%`;
/** Quickly tells most labels that need no closer look. */
const contains = (word: string): string => `%${literally(word)}%`;
