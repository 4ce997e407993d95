import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { csvLine } from '../../platform/http/index.js';
import type { FrameworkEntry, LanguageText } from '../domain/content/framework-content.js';
import { caseAssociations, caseDocument, caseItem, type ExportedFramework } from '../domain/export/case-export.js';
import { csvHead, CsvRows } from '../domain/export/csv-export.js';
import { ownLabel, storedEntry } from '../domain/content/stored-entry.js';
import type { JsonObject } from '../domain/json/json-members.js';
import { FrameworkExportRepository, type StoredEntry } from '../persistence/framework-export.repository.js';
import { FrameworkReadRepository, type ListedFramework } from '../persistence/framework-read.repository.js';

const PORTION = 500;

/** The version in force of a framework, as a file that makes the same version when it is imported again. */
@Injectable()
export class ExportFramework {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frameworks: FrameworkReadRepository,
    private readonly contents: FrameworkExportRepository,
  ) {}

  /** @throws {NotFound} `framework-not-found` */
  async find(organizationId: string, id: string): Promise<ListedFramework> {
    const found = await this.unitOfWork.run(organizationId, (tx) => this.frameworks.find(tx, id));
    if (found === undefined) throw new NotFound('framework');
    return found;
  }

  async *asCsv(organizationId: string, framework: ListedFramework): AsyncGenerator<string> {
    const rows = new CsvRows();
    for (const row of csvHead(framework.name, exported(framework).part)) yield csvLine(row);
    for await (const entries of this.portions(organizationId, framework)) {
      yield entries.map((entry) => csvLine(rows.of(entry))).join('');
    }
  }

  /** A CASE 1.1 package; the entries are read twice, once as items and once for their associations. */
  async *asCase(organizationId: string, framework: ListedFramework): AsyncGenerator<string> {
    const about = exported(framework);
    yield `{"CFPackage":{"CFDocument":${JSON.stringify(caseDocument(about))},"CFItems":[`;
    yield* jsonItems(this.portions(organizationId, framework), (entry) => [caseItem(entry, about)]);
    yield '],"CFAssociations":[';
    yield* jsonItems(this.portions(organizationId, framework), (entry) => caseAssociations(entry, about));
    yield ']}}\n';
  }

  /** Each portion in a transaction of its own, so that a slow reader holds none. */
  async *portions(
    organizationId: string,
    { name, versionId }: Pick<ListedFramework, 'name' | 'versionId'>,
  ): AsyncGenerator<FrameworkEntry[]> {
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const rows: StoredEntry[] = await this.unitOfWork.run(organizationId, (tx) =>
        this.contents.entries(tx, versionId, from, PORTION),
      );
      if (rows.length > 0) yield rows.map((row) => entryOf(row, name));
      if (rows.length < PORTION) return;
      after = rows.at(-1)?.id ?? null;
    }
  }
}

async function* jsonItems(
  portions: AsyncIterable<FrameworkEntry[]>,
  itemsOf: (entry: FrameworkEntry) => readonly JsonObject[],
): AsyncGenerator<string> {
  let before = '';
  for await (const entries of portions) {
    const items = entries.flatMap(itemsOf);
    if (items.length === 0) continue;
    yield before + items.map((item) => JSON.stringify(item)).join(',\n');
    before = ',\n';
  }
}

const exported = ({ versionId, name, version, importedAt, about, scale }: ListedFramework): ExportedFramework => ({
  id: versionId,
  name,
  version,
  changedAt: importedAt.toISOString(),
  part: { ...(about === null ? {} : { about }), ...(scale === null ? {} : { scale }) },
});

function entryOf(row: StoredEntry, framework: string): FrameworkEntry {
  const { uri, label, labels, type, assignable, status, levelAnchors, broader, related } = row;
  const texts = (kind: string): LanguageText[] =>
    labels.filter((one) => one.kind === kind).map(({ language, text }) => ({ language, text }));
  const preferred = texts('preferred');
  const own = ownLabel(label, preferred);
  const entry: FrameworkEntry = {
    uri,
    ...(row.code === null ? {} : { code: row.code }),
    label: own,
    translations: preferred.filter((one) => one.language !== own.language || one.text !== own.text),
    alternativeLabels: texts('alternative'),
    hiddenLabels: texts('hidden'),
    ...(row.definition === null ? {} : { definition: row.definition }),
    ...(row.notes === null ? {} : { notes: row.notes }),
    type,
    assignable,
    status,
    ...(row.replacedBy === null ? {} : { replacedBy: row.replacedBy }),
    broader,
    related,
    crosswalks: row.crosswalks.map(({ relation, key, label: named }) => ({
      relation,
      key,
      ...(named === null ? {} : { label: named }),
    })),
    otherKeys: [],
    levelAnchors,
    ...(row.position === null ? {} : { position: row.position }),
    links: row.links.map(({ type: kind, to, detail }) =>
      detail === null ? { type: kind, to } : { type: kind, to, detail },
    ),
    collections: row.collections,
    details: row.details,
  };
  return storedEntry({ ...entry, otherKeys: row.keys }, framework);
}
