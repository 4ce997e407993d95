import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { frameworkChecksum } from '../domain/content/framework-checksum.js';
import type { FrameworkContent, FrameworkEntry, LevelScale } from '../domain/content/framework-content.js';
import type { FrameworkDiff } from '../domain/content/framework-diff.js';
import { storedEntry } from '../domain/content/stored-entry.js';
import { storedLabels, type StoredLabel } from '../domain/content/stored-labels.js';
import { turns } from '../domain/import/in-turns.js';
import { orderedScale } from '../domain/content/ordered-scale.js';
import { VersionExists } from '../domain/framework-errors.js';
import { frameworkSlug } from '../domain/framework-slug.js';
import { FrameworkRepository, type KnownFramework, type KnownVersion } from '../persistence/framework.repository.js';
import { type LabelsOf, StoreVersion } from './store-version.js';

/** A version of a framework that was read, whatever format it came in. */
export interface FrameworkImport {
  readonly name: string;
  readonly version: string;
  readonly format: string;
  readonly content: FrameworkContent;
  readonly importedBy: Principal | 'system';
}

export interface ImportedFramework {
  readonly frameworkId: string;
  readonly frameworkVersionId: string;
  readonly version: string;
  /** The same content is there already, and nothing was done. */
  readonly unchanged: boolean;
  readonly competencies: number;
  /** Against the version that was in force before; undefined for the first one and where nothing was done. */
  readonly diff?: FrameworkDiff;
}

/** Makes what was read the version of the framework that counts. */
@Injectable()
export class ImportFramework {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly store: StoreVersion,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Frameworks are the same by name; content is compared with the version in force and with the one of the same name.
   * A version without a scale keeps the scale that the framework has.
   *
   * @throws {VersionExists} when the version is there with other content
   * @throws {UnreadableSource} `identifier-too-long`
   */
  async run(tx: Transaction, given: FrameworkImport): Promise<ImportedFramework> {
    await this.frameworks.lockImports(tx);
    const known = await this.frameworks.bySlug(tx, frameworkSlug(given.name));
    const scale = scaleOf(given, known);
    const { about } = given.content;
    const entries = await storedEntries(given);
    const content: FrameworkContent = {
      entries,
      ...(about === undefined ? {} : { about }),
      ...(scale === undefined ? {} : { scale }),
    };
    const labelsOf = await labelsOnce(content.entries);
    const checksum = frameworkChecksum(content, labelsOf);
    const same = known === undefined ? undefined : await this.sameVersion(tx, known, given.version, checksum);
    if (known !== undefined && same !== undefined) return unchanged(known.id, same);

    const framework = known ?? (await this.add(tx, given));
    const version = { id: newId(), version: given.version, checksum, competencyCount: content.entries.length };
    const by = given.importedBy === 'system' ? 'system' : `${given.importedBy.kind}:${given.importedBy.id}`;
    await this.frameworks.addVersion(tx, framework.id, version, { at: this.clock.now(), by, about });
    const diff = await this.store.run(tx, framework, version.id, content.entries, labelsOf);
    await this.frameworks.activate(tx, framework.id, version.id, { format: given.format, scale });
    await this.store.joinCrosswalks(tx);
    await this.tell(tx, given, framework, version.id);
    return {
      frameworkId: framework.id,
      frameworkVersionId: version.id,
      version: version.version,
      unchanged: false,
      competencies: version.competencyCount,
      ...(diff === undefined ? {} : { diff }),
    };
  }

  private async sameVersion(
    tx: Transaction,
    known: KnownFramework,
    name: string,
    checksum: Buffer,
  ): Promise<KnownVersion | undefined> {
    const versions = await this.frameworks.versions(tx, known.id);
    const named = versions.find(({ version }) => version === name);
    if (named !== undefined && !named.checksum.equals(checksum)) throw new VersionExists(name);
    return (
      named ?? versions.find((version) => version.id === known.activeVersionId && version.checksum.equals(checksum))
    );
  }

  private async add(tx: Transaction, { name, format }: FrameworkImport): Promise<KnownFramework> {
    const id = newId();
    await this.frameworks.add(tx, { id, slug: frameworkSlug(name), name, format }, this.clock.now());
    return { id, name, activeVersionId: null, scale: null };
  }

  private async tell(
    tx: Transaction,
    given: FrameworkImport,
    { id: frameworkId, activeVersionId: previousVersionId }: KnownFramework,
    frameworkVersionId: string,
  ): Promise<void> {
    // What changed is told by the two versions.
    await this.outbox.publish(tx, {
      topic: 'framework.imported',
      payload: { frameworkId, frameworkVersionId, previousVersionId },
    });
    await this.audit.record(tx, {
      actor: given.importedBy,
      action: 'framework.imported',
      targetType: 'framework',
      targetId: frameworkId,
      detail: { frameworkVersionId, version: given.version, competencies: given.content.entries.length },
    });
  }
}

async function storedEntries({ content, name }: FrameworkImport): Promise<FrameworkEntry[]> {
  const entries: FrameworkEntry[] = [];
  const giveWay = turns();
  for (const entry of content.entries) {
    await giveWay();
    entries.push(storedEntry(entry, name));
  }
  return entries;
}

/** Reading labels is most of the work of an import, so it is done once and other work gets its turn meanwhile. */
async function labelsOnce(entries: readonly FrameworkEntry[]): Promise<LabelsOf> {
  const labels = new Map<FrameworkEntry, readonly StoredLabel[]>();
  const giveWay = turns();
  for (const entry of entries) {
    await giveWay();
    labels.set(entry, storedLabels(entry));
  }
  return (entry) => labels.get(entry) ?? storedLabels(entry);
}

function scaleOf({ content }: FrameworkImport, known: KnownFramework | undefined): LevelScale | undefined {
  const scale = content.scale ?? known?.scale ?? undefined;
  return scale === undefined ? undefined : orderedScale(scale);
}

const unchanged = (frameworkId: string, version: KnownVersion): ImportedFramework => ({
  frameworkId,
  frameworkVersionId: version.id,
  version: version.version,
  unchanged: true,
  competencies: version.competencyCount,
});
