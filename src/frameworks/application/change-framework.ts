import { Injectable } from '@nestjs/common';
import type { Principal } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/errors/index.js';
import type { FrameworkEntry } from '../domain/content/framework-content.js';
import { type DiffCounts, diffCounts, type FrameworkDiff } from '../domain/content/framework-diff.js';
import { applyChanges } from '../domain/editing/apply-changes.js';
import type { FrameworkChange } from '../domain/editing/framework-change.js';
import { frameworkBaseUri } from '../domain/framework-slug.js';
import { FrameworkReadRepository, type ListedFramework } from '../persistence/framework-read.repository.js';
import { ExportFramework } from './export-framework.js';
import { type ImportedFramework, ImportFramework } from './import-framework.js';

/** Larger frameworks are edited as files. */
const MAX_EDITED = 5_000;

export interface ChangesCommand {
  readonly version: string;
  readonly changes: readonly FrameworkChange[];
  readonly dryRun: boolean;
}

export interface ChangedFramework {
  readonly dryRun: boolean;
  readonly unchanged: boolean;
  /** Null for a dry run. */
  readonly frameworkVersionId: string | null;
  readonly version: string;
  readonly competencies: number;
  readonly diff: ({ readonly counts: DiffCounts } & FrameworkDiff) | null;
}

/** What the next version of a framework would say. */
export interface PlannedVersion {
  readonly framework: ListedFramework;
  readonly entries: readonly FrameworkEntry[];
}

/** People edit a framework: every edit is a new version, and going back is one as well. */
@Injectable()
export class ChangeFramework {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frameworks: FrameworkReadRepository,
    private readonly exports: ExportFramework,
    private readonly imports: ImportFramework,
  ) {}

  /**
   * @param allow refuses when the version in force is not the one that the sender knows
   * @throws {NotFound} `framework-not-found`
   * @throws {Invalid} `change-refused`, pointing to the change; `framework-too-large-to-edit`
   * @throws {VersionExists}
   */
  async run(
    id: string,
    { version, changes, dryRun }: ChangesCommand,
    actor: Principal,
    allow: (versionId: string) => void,
  ): Promise<ChangedFramework> {
    return this.store(await this.planned(id, changes, actor, allow), { version, dryRun }, actor);
  }

  /**
   * The framework as the changes would make it, read before any transaction that does it.
   *
   * @throws {NotFound} @throws {Invalid} as `run`
   */
  async planned(
    id: string,
    changes: readonly FrameworkChange[],
    actor: Principal,
    allow: (versionId: string) => void,
  ): Promise<PlannedVersion> {
    const framework = await this.editable(id, actor, allow);
    const entries = applyChanges(
      await this.entriesOf(framework, framework.versionId, actor),
      changes,
      frameworkBaseUri(framework.slug),
      (at, { code, member, message }) => {
        throw new Invalid('change-refused', `Change ${at + 1} cannot be made, so none was. ${message}`, [
          { pointer: `/changes/${at}/${member}`, code, message },
        ]);
      },
    );
    return { framework, entries };
  }

  /**
   * What an earlier version said, as a new version; crosswalks stay as the version in force states them.
   *
   * @throws {NotFound} `framework-not-found`, `framework-version-not-found`
   */
  async restore(
    id: string,
    { versionId, version }: { versionId: string; version: string },
    actor: Principal,
    allow: (versionId: string) => void,
  ): Promise<ChangedFramework> {
    return this.store(await this.restored(id, versionId, actor, allow), { version, dryRun: false }, actor);
  }

  /** @throws {NotFound} as `restore` */
  async restored(
    id: string,
    versionId: string,
    actor: Principal,
    allow: (versionId: string) => void,
  ): Promise<PlannedVersion> {
    const framework = await this.editable(id, actor, allow);
    const versions = await this.unitOfWork.run(actor.organizationId, (tx) => this.frameworks.versions(tx, id));
    if (!versions.some((one) => one.id === versionId)) throw new NotFound('framework version');
    const now = await this.entriesOf(framework, framework.versionId, actor);
    const crosswalks = new Map(now.map((entry) => [entry.uri, entry.crosswalks]));
    const before = await this.entriesOf(framework, versionId, actor);
    const entries = before.map((entry) => ({ ...entry, crosswalks: crosswalks.get(entry.uri) ?? [] }));
    return { framework, entries };
  }

  /** Makes it the version in force in a transaction of the caller. */
  async make(
    tx: Transaction,
    { framework, entries }: PlannedVersion,
    version: string,
    actor: Principal,
  ): Promise<ImportedFramework> {
    const { name, format, about, scale } = framework;
    const content = { entries, ...(about === null ? {} : { about }), ...(scale === null ? {} : { scale }) };
    return this.imports.run(tx, { name, version, format, content, importedBy: actor });
  }

  private async editable(id: string, actor: Principal, allow: (versionId: string) => void): Promise<ListedFramework> {
    const framework = await this.exports.find(actor.organizationId, id);
    allow(framework.versionId);
    if (framework.competencyCount <= MAX_EDITED) return framework;
    const message = `Frameworks of more than ${MAX_EDITED} entries are not edited one by one; take it out and import it.`;
    throw new Invalid('framework-too-large-to-edit', message);
  }

  private async entriesOf({ name }: ListedFramework, versionId: string, actor: Principal): Promise<FrameworkEntry[]> {
    const entries: FrameworkEntry[] = [];
    for await (const portion of this.exports.portions(actor.organizationId, { name, versionId }))
      entries.push(...portion);
    return entries;
  }

  private async store(
    planned: PlannedVersion,
    { version, dryRun }: { version: string; dryRun: boolean },
    actor: Principal,
  ): Promise<ChangedFramework> {
    const work = async (tx: Transaction): Promise<ChangedFramework> =>
      changedFramework(await this.make(tx, planned, version, actor), dryRun);
    const { organizationId } = actor;
    return dryRun ? this.unitOfWork.rehearse(organizationId, work) : this.unitOfWork.run(organizationId, work);
  }
}

export function changedFramework(
  { diff, unchanged, frameworkVersionId, version, competencies }: ImportedFramework,
  dryRun: boolean,
): ChangedFramework {
  return {
    dryRun,
    unchanged,
    frameworkVersionId: dryRun ? null : frameworkVersionId,
    version,
    competencies,
    diff: diff === undefined ? null : { counts: diffCounts(diff), ...diff },
  };
}
