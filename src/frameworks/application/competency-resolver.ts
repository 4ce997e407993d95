import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { canonicalKey } from '../domain/identifier/canonical-identifier.js';
import { canonicalReference } from '../domain/identifier/identifier.js';
import { CompetencyReadRepository, type ResolvedCompetency } from '../persistence/competency-read.repository.js';
import { CompetencyLookup } from './competency-lookup.js';

/** Finds the competency that somebody names, in the framework versions in force. */
@Injectable()
export class CompetencyResolver {
  constructor(
    private readonly lookup: CompetencyLookup,
    private readonly competencies: CompetencyReadRepository,
  ) {}

  /** The competency with this id, else that of the URI; undefined when no version in force has it. */
  async resolve(
    tx: Transaction,
    named: { readonly competencyId?: string | undefined; readonly competencyUri?: string | undefined },
  ): Promise<ResolvedCompetency | undefined> {
    const { competencyId, competencyUri } = named;
    if (competencyId !== undefined) return (await this.byIds(tx, [competencyId])).get(competencyId);
    return competencyUri === undefined ? undefined : (await this.byUris(tx, [competencyUri])).get(competencyUri);
  }

  /** By id; absent are ids that no version in force has, and texts that are no ids. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, ResolvedCompetency>> {
    const wanted = [...new Set(ids.filter(isUuid))];
    const rows =
      wanted.length === 0
        ? []
        : await this.competencies.resolved(
            tx,
            wanted.map((id) => id.toLowerCase()),
          );
    const found = new Map(rows.map((row) => [row.id, row]));
    return paired(wanted, (id) => found.get(id.toLowerCase()));
  }

  /**
   * By URI in any spelling, or by code with its framework before it (`ESCO:S5.6.1`): the competency itself before one
   * that is an exact match of it, and the one of the older framework before the others.
   */
  async byUris(tx: Transaction, uris: readonly string[]): Promise<ReadonlyMap<string, ResolvedCompetency>> {
    const keys = new Map(
      uris.flatMap((uri): [string, string][] => {
        const identifier = canonicalReference(uri);
        return identifier === undefined ? [] : [[uri, canonicalKey(identifier)]];
      }),
    );
    const matches = await this.lookup.byIdentifiers(tx, [...new Set(keys.values())]);
    const ids = new Map([...keys].map(([uri, key]) => [uri, matches.get(key)?.[0]?.competencyId]));
    const found = await this.byIds(
      tx,
      [...ids.values()].filter((id) => id !== undefined),
    );
    return paired([...ids.keys()], (uri) => found.get(ids.get(uri) ?? ''));
  }
}

function paired<T>(names: readonly string[], find: (name: string) => T | undefined): Map<string, T> {
  return new Map(
    names.flatMap((name): [string, T][] => {
      const found = find(name);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}
