import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { FrameworkEntry } from '../domain/content/framework-content.js';
import { type DiffedEntry, diffFrameworks, type FrameworkDiff } from '../domain/content/framework-diff.js';
import { storedLabels, type StoredLabel } from '../domain/content/stored-labels.js';
import { assertKeysFit, entryKeys, uriKey } from '../domain/identifier/entry-keys.js';
import { turns } from '../domain/import/in-turns.js';
import { FrameworkContentRepository, type IdentifiedEntry } from '../persistence/framework-content.repository.js';
import type { KnownFramework } from '../persistence/framework.repository.js';
import {
  type CrosswalkToStore,
  type EdgeToStore,
  type LinkToStore,
  RelationRepository,
} from '../persistence/relation.repository.js';

/** Labels of an entry as they are kept; worked out once for the checksum and the rows. */
export type LabelsOf = (entry: FrameworkEntry) => readonly StoredLabel[];

/** A competency's id and the spelling of its uri that the framework used first. */
interface Identity {
  readonly id: string;
  readonly uri: string;
}

/** Writes what a version says. A competency keeps its id over all versions, under any spelling of its uri. */
@Injectable()
export class StoreVersion {
  constructor(
    private readonly contents: FrameworkContentRepository,
    private readonly relations: RelationRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what changed since the version in force; undefined when there was none
   * @throws {UnreadableSource} `identifier-too-long`
   */
  async run(
    tx: Transaction,
    framework: KnownFramework,
    versionId: string,
    entries: readonly FrameworkEntry[],
    labelsOf: LabelsOf = storedLabels,
  ): Promise<FrameworkDiff | undefined> {
    const keyOf = remembered(uriKey);
    const identities = await this.identities(tx, framework.id, entries, keyOf);
    const identityOf = (uri: string): Identity | undefined => identities.get(keyOf(uri));
    const idOf = (uri: string): string | undefined => identityOf(uri)?.id;
    // The database writes relations while the entries are being described. Both are waited for whatever happens: nothing
    // may reach for a transaction that has ended.
    const relations = this.addRelations(tx, versionId, entries, idOf);
    relations.catch(() => undefined);
    const describing = describedEntries(entries, framework.name, labelsOf, idOf);
    const rows = await describing.finally(() => relations);
    await this.contents.addEntries(tx, versionId, rows, idOf);
    await this.contents.addLabels(tx, versionId, rows);
    await this.contents.addIdentifiers(tx, versionId, rows);
    await this.relations.replaceCrosswalks(tx, framework.id, versionId, crosswalksOf(rows), this.clock.now());
    if (framework.activeVersionId === null) return undefined;
    return this.diff(tx, framework.activeVersionId, rows, (uri) => identityOf(uri)?.uri ?? uri);
  }

  private async addRelations(
    tx: Transaction,
    versionId: string,
    entries: readonly FrameworkEntry[],
    idOf: (uri: string) => string | undefined,
  ): Promise<void> {
    await this.relations.addEdges(tx, versionId, edgesOf(entries, idOf));
    await this.relations.addLinks(tx, versionId, linksOf(entries, idOf));
  }

  /** Once the version counts: only then do its own identifiers. */
  joinCrosswalks(tx: Transaction): Promise<void> {
    return this.relations.joinCrosswalks(tx);
  }

  /** By the key of the uri; for every entry there is one. */
  private async identities(
    tx: Transaction,
    frameworkId: string,
    entries: readonly FrameworkEntry[],
    keyOf: (uri: string) => string,
  ): Promise<ReadonlyMap<string, Identity>> {
    const known = await this.contents.competencies(tx, frameworkId);
    const identities = new Map<string, Identity>(known.map((competency) => [keyOf(competency.uri), competency]));
    const added: Identity[] = [];
    for (const { uri } of entries) {
      if (identities.has(keyOf(uri))) continue;
      const identity = { id: newId(), uri };
      identities.set(keyOf(uri), identity);
      added.push(identity);
    }
    await this.contents.addCompetencies(tx, frameworkId, added);
    return identities;
  }

  private async diff(
    tx: Transaction,
    previousId: string,
    rows: readonly IdentifiedEntry[],
    firstSpelling: (uri: string) => string,
  ): Promise<FrameworkDiff> {
    const before = (await this.contents.previous(tx, previousId)).map(({ uri, label, replacedBy, labels }) =>
      diffed(uri, label, replacedBy ?? undefined, labels),
    );
    const after = rows.map(({ entry, labels }) => {
      const replacedBy = entry.replacedBy === undefined ? undefined : firstSpelling(entry.replacedBy);
      return diffed(firstSpelling(entry.uri), entry.label.text, replacedBy, labels);
    });
    return diffFrameworks(before, after);
  }
}

/** Reading identifiers is much work, so other work of the process gets its turn meanwhile. */
async function describedEntries(
  entries: readonly FrameworkEntry[],
  framework: string,
  labelsOf: LabelsOf,
  idOf: (uri: string) => string | undefined,
): Promise<IdentifiedEntry[]> {
  const described: IdentifiedEntry[] = [];
  const giveWay = turns();
  for (const entry of entries) {
    await giveWay();
    const keys = entryKeys(entry, framework);
    assertKeysFit([entry.uri, ...keys, ...entry.crosswalks.map(({ key }) => key)], entry.label.text);
    described.push({ entry, labels: labelsOf(entry), keys, competencyId: idOf(entry.uri) as string });
  }
  return described;
}

/** Both sides of a diff are made of labels as they are kept, so that spelling a label twice is no change. */
function diffed(
  uri: string,
  label: string,
  replacedBy: string | undefined,
  labels: readonly Omit<StoredLabel, 'normalised'>[],
): DiffedEntry {
  const preferred = labels.filter(({ kind }) => kind === 'preferred');
  const languages = preferred.filter(({ text }) => text === label).map(({ language }) => language);
  return {
    uri,
    label: { language: languages.sort()[0] ?? '', text: label },
    translations: preferred,
    alternativeLabels: labels.filter(({ kind }) => kind === 'alternative'),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}

const crosswalksOf = (rows: readonly IdentifiedEntry[]): CrosswalkToStore[] =>
  rows.flatMap(({ competencyId, entry }) =>
    entry.crosswalks.map(({ relation, key, label }) => ({ id: newId(), competencyId, relation, key, label })),
  );

/** Each once: related entries name each other, and two spellings of a uri name the same entry. */
function* edgesOf(
  entries: readonly FrameworkEntry[],
  idOf: (uri: string) => string | undefined,
): Generator<EdgeToStore> {
  const pairs = new Set<string>();
  for (const { uri, broader, related } of entries) {
    const own = idOf(uri);
    if (own === undefined) continue;
    for (const toId of new Set(broader.map(idOf))) if (toId !== undefined) yield { type: 'broader', fromId: own, toId };
    for (const other of related.map(idOf)) {
      if (other === undefined) continue;
      // Stored once, read both ways.
      const [fromId, toId] = own < other ? [own, other] : [other, own];
      if (pairs.has(`${fromId} ${toId}`)) continue;
      pairs.add(`${fromId} ${toId}`);
      yield { type: 'related', fromId, toId };
    }
  }
}

function* linksOf(
  entries: readonly FrameworkEntry[],
  idOf: (uri: string) => string | undefined,
): Generator<LinkToStore> {
  for (const { uri, links } of entries) {
    const fromId = idOf(uri);
    const yielded = new Set<string>();
    for (const { type, to, detail } of links ?? []) {
      const toId = idOf(to);
      if (fromId === undefined || toId === undefined || yielded.has(`${type} ${toId}`)) continue;
      yielded.add(`${type} ${toId}`);
      yield { type, fromId, toId, detail };
    }
  }
}

/** The same uri is asked for by its entry and by all that name it. */
function remembered(compute: (text: string) => string): (text: string) => string {
  const results = new Map<string, string>();
  return (text) => {
    const result = results.get(text) ?? compute(text);
    results.set(text, result);
    return result;
  };
}
