import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { canonicalKey } from '../domain/identifier/canonical-identifier.js';
import { canonicalReference } from '../domain/identifier/identifier.js';
import {
  CompetencyMatchRepository,
  type FoundRow,
  type IdentifiedRow,
} from '../persistence/competency-match.repository.js';

/** A competency of a framework version in force. */
export interface CompetencyMatch {
  readonly competencyId: string;
  readonly frameworkId: string;
  readonly frameworkVersionId: string;
  /** `skill`, `knowledge`, `group` or `occupation`. */
  readonly type: string;
  /** False for headings of a hierarchy, which nobody holds as such. */
  readonly assignable: boolean;
  /** Preferred and alternative labels of all languages, normalised. */
  readonly labels: readonly string[];
}

export interface IdentifierMatch extends CompetencyMatch {
  /** The competency's own identifier, or one that an exact crosswalk of it names. */
  readonly via: 'identifier' | 'crosswalk';
  /** Canonical keys from what was looked for to the competency, where they are not the same thing. */
  readonly path?: readonly string[];
}

/** Near to what was looked for, by a crosswalk that is not exact. */
export interface NearMatch extends CompetencyMatch {
  readonly relation: string;
  readonly path: readonly string[];
}

/** What the organization's frameworks know of identifiers and names that strangers use. */
@Injectable()
export class CompetencyLookup {
  constructor(private readonly matches: CompetencyMatchRepository) {}

  /**
   * Competencies by canonical keys: their own identifiers first, then exact crosswalks. An identifier that only an
   * earlier version had counts when nothing in force has it. What was replaced is found as its successor.
   *
   * @returns by key; keys that nothing has are absent
   */
  async byIdentifiers(
    tx: Transaction,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly IdentifierMatch[]>> {
    if (keys.length === 0) return new Map();
    const rows = (await this.matches.byKeys(tx, [...new Set(keys)])).sort(
      (a, b) => Number(b.via === 'identifier') - Number(a.via === 'identifier'),
    );
    const inForce = new Set(rows.filter(({ current }) => current).map(({ wanted }) => wanted));
    const counting = rows.filter(
      ({ current, wanted, via }) => current || (via === 'identifier' && !inForce.has(wanted)),
    );
    const labels = await this.labelsBehind(tx, counting);
    return grouped(counting, (row) => ({ ...matchOf(row, labels), via: row.via, ...pathOf(row) }));
  }

  /**
   * Competencies that crosswalks call close, broader, narrower or related to what the keys identify, the close ones first.
   *
   * @returns by key; keys that nothing has are absent
   */
  async byNearCrosswalks(tx: Transaction, keys: readonly string[]): Promise<ReadonlyMap<string, readonly NearMatch[]>> {
    if (keys.length === 0) return new Map();
    const rows = await this.matches.byNearCrosswalks(tx, [...new Set(keys)]);
    return grouped(rows, (row) => {
      const own = canonicalReference(row.uri);
      const path = [row.wanted, own === undefined ? row.uri : canonicalKey(own)];
      return { ...matchOf(row, new Map()), relation: row.relation, path };
    });
  }

  /**
   * Active competencies by preferred label, in any language.
   *
   * @param normalised labels as `normaliseLabel` gives them
   * @returns by label; labels that nothing has are absent
   */
  async byPreferredLabels(
    tx: Transaction,
    normalised: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CompetencyMatch[]>> {
    if (normalised.length === 0) return new Map();
    const rows = await this.matches.byLabels(tx, [...new Set(normalised)], 'preferred');
    const labels = await this.labelsBehind(tx, rows);
    return grouped(rows, (row) => matchOf(row, labels));
  }

  /** Active competencies by alternative label, as `byPreferredLabels` has them by the preferred one. */
  async byAlternativeLabels(
    tx: Transaction,
    normalised: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CompetencyMatch[]>> {
    if (normalised.length === 0) return new Map();
    const rows = await this.matches.byLabels(tx, [...new Set(normalised)], 'alternative');
    return grouped(rows, (row) => matchOf(row, new Map()));
  }

  /**
   * Active competencies that earlier versions had and the one in force has not, by identifier or preferred label.
   *
   * @param keys canonical keys
   * @param normalised labels as `normaliseLabel` gives them
   * @returns by key or label; without labels of their own
   */
  async removed(
    tx: Transaction,
    keys: readonly string[],
    normalised: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CompetencyMatch[]>> {
    if (keys.length === 0 && normalised.length === 0) return new Map();
    const rows = await this.matches.removed(tx, [...new Set(keys)], [...new Set(normalised)]);
    return grouped(rows, (row) => matchOf(row, new Map()));
  }

  /** Preferred and alternative labels of all languages, normalised; by id, without ids that no version in force has. */
  labels(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.matches.labels(tx, ids);
  }

  private labelsBehind(tx: Transaction, rows: readonly FoundRow[]): Promise<Map<string, string[]>> {
    const ids = rows.flatMap(({ competencyId, replacedId }) => [competencyId, ...(replacedId ? [replacedId] : [])]);
    return ids.length === 0 ? Promise.resolve(new Map<string, string[]>()) : this.matches.labels(tx, [...new Set(ids)]);
  }
}

function matchOf(row: FoundRow, labels: ReadonlyMap<string, readonly string[]>): CompetencyMatch {
  const { competencyId, frameworkId, frameworkVersionId, type, assignable, replacedId } = row;
  const own = labels.get(competencyId) ?? [];
  // Whoever names the old competency by its own name is not in doubt.
  const former = (replacedId === null ? undefined : labels.get(replacedId)) ?? [];
  return { competencyId, frameworkId, frameworkVersionId, type, assignable, labels: [...new Set([...own, ...former])] };
}

function pathOf({ wanted, via, uri, replacedId }: IdentifiedRow): { path?: readonly string[] } {
  if (via === 'identifier' && replacedId === null) return {};
  const own = canonicalReference(uri);
  return { path: [wanted, own === undefined ? uri : canonicalKey(own)] };
}

function grouped<R extends FoundRow, M extends CompetencyMatch>(
  rows: readonly R[],
  toMatch: (row: R) => M,
): Map<string, M[]> {
  const found = new Map<string, M[]>();
  for (const row of rows) {
    const known = found.get(row.wanted) ?? [];
    // Also reached as itself, or by a better way.
    if (known.some(({ competencyId }) => competencyId === row.competencyId)) continue;
    found.set(row.wanted, [...known, toMatch(row)]);
  }
  return found;
}
