import { Injectable } from '@nestjs/common';
import { CompetencyLookup, CompetencyReader, CompetencyResolver } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ClaimQueries, CompetencySource } from '../domain/mapping/claim-queries.js';

/** Levels are kept as one digit. */
const HIGHEST_LEVEL = 9;

/** What the frameworks in force know of the things that claims state. */
@Injectable()
export class CompetencyIndex {
  constructor(
    private readonly lookup: CompetencyLookup,
    private readonly resolver: CompetencyResolver,
    private readonly reader: CompetencyReader,
  ) {}

  /** Asks for all keys and labels at once, so that the rules can be run on the answers. */
  async find(
    tx: Transaction,
    { identifierKeys, labels }: ClaimQueries,
    { alternativeLabels }: { readonly alternativeLabels: boolean },
  ): Promise<CompetencySource> {
    const identified = await this.lookup.byIdentifiers(tx, identifierKeys);
    const labelled = await this.lookup.byPreferredLabels(tx, labels);
    const unlabelled = labels.filter((label) => !labelled.has(label));
    const alternatives = await this.lookup.byAlternativeLabels(tx, alternativeLabels ? unlabelled : []);
    const near = await this.lookup.byNearCrosswalks(
      tx,
      identifierKeys.filter((key) => !identified.has(key)),
    );
    const removed = await this.lookup.removed(
      tx,
      identifierKeys.filter((key) => !identified.has(key)),
      unlabelled,
    );
    return {
      byIdentifier: (key) => identified.get(key) ?? [],
      byAlternativeLabel: (label) => alternatives.get(label) ?? [],
      byNearCrosswalk: (key) => near.get(key) ?? [],
      byPreferredLabel: (label) => labelled.get(label) ?? [],
      removed: (keyOrLabel) => removed.get(keyOrLabel) ?? [],
    };
  }

  /** The framework version in force of each competency; without those that no version in force has. */
  async versionsInForce(tx: Transaction, competencyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.resolver.byIds(tx, competencyIds);
    return new Map([...found].map(([id, { frameworkVersionId }]) => [id, frameworkVersionId]));
  }

  /** The last framework version that had each competency; in force or not. */
  async lastVersions(tx: Transaction, competencyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.reader.summaries(tx, competencyIds);
    return new Map([...found].map(([id, { frameworkVersionId }]) => [id, frameworkVersionId]));
  }

  /** The highest level of each competency, 1 to 9; without those that no version in force has. */
  async topLevels(tx: Transaction, competencyIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.resolver.byIds(tx, competencyIds);
    return new Map([...found].map(([id, { topLevel }]) => [id, Math.min(topLevel, HIGHEST_LEVEL)]));
  }
}
