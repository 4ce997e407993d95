import { type DiffCounts, diffCounts, type FrameworkDiff } from '../domain/content/framework-diff.js';
import type { FileTally, ParsedFramework } from '../domain/import/parsed-framework.js';
import type { SourceProblem } from '../domain/import/source-problem.js';
import type { ImportedFramework } from './import-framework.js';

/** An operation is read often and stays small: of each list the first are shown, the rest is counted. */
const LISTED = 100;

/** What an import did, as the result of its operation. */
export interface ImportResult extends Omit<ImportedFramework, 'diff' | 'frameworkId' | 'frameworkVersionId'> {
  /** True: nothing was imported, this is what an import would do. */
  readonly dryRun: boolean;
  /** Null where it would be made by the import that a dry run tells of. */
  readonly frameworkId: string | null;
  readonly frameworkVersionId: string | null;
  /** As named, or as told by the files. */
  readonly format: string;
  /** Rows left out (errors), parts of rows left out (warnings), and the first of both in the order of the files. */
  readonly problems: { readonly errors: number; readonly warnings: number; readonly listed: readonly SourceProblem[] };
  /** What each file was taken for, and how many rows it held. */
  readonly files: readonly FileTally[];
  /** How many entries changed in which way, and the first of each; null without a version before. */
  readonly diff: ({ readonly counts: DiffCounts } & FrameworkDiff) | null;
}

export function importResult(
  { diff, ...imported }: ImportedFramework,
  parsed: Pick<ParsedFramework, 'problems' | 'files'> & { readonly format: string },
  dryRun = false,
): ImportResult {
  const { problems, files, format } = parsed;
  const made = dryRun && !imported.unchanged;
  return {
    ...imported,
    dryRun,
    frameworkId: made && diff === undefined ? null : imported.frameworkId,
    frameworkVersionId: made ? null : imported.frameworkVersionId,
    format,
    files,
    problems: { errors: problems.errors, warnings: problems.warnings, listed: problems.listed.slice(0, LISTED) },
    diff: diff === undefined ? null : shortened(diff),
  };
}

const shortened = (diff: FrameworkDiff): { counts: DiffCounts } & FrameworkDiff => ({
  counts: diffCounts(diff),
  added: diff.added.slice(0, LISTED),
  relabelled: diff.relabelled.slice(0, LISTED),
  alternativeLabelsChanged: diff.alternativeLabelsChanged.slice(0, LISTED),
  replaced: diff.replaced.slice(0, LISTED),
  removed: diff.removed.slice(0, LISTED),
});
