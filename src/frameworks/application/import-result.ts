import type { FrameworkDiff } from '../domain/content/framework-diff.js';
import type { FileTally, ParsedFramework } from '../domain/import/parsed-framework.js';
import type { SourceProblem } from '../domain/import/source-problem.js';
import type { ImportedFramework } from './import-framework.js';

/** An operation is read often and stays small: of each list the first are shown, the rest is counted. */
const LISTED = 100;

type Counts = Readonly<Record<keyof FrameworkDiff, number>>;

/** What an import did, as the result of its operation. */
export interface ImportResult extends Omit<ImportedFramework, 'diff'> {
  /** Rows left out (errors), parts of rows left out (warnings), and the first of both in the order of the files. */
  readonly problems: { readonly errors: number; readonly warnings: number; readonly listed: readonly SourceProblem[] };
  /** What each file was taken for, and how many rows it held. */
  readonly files: readonly FileTally[];
  /** How many entries changed in which way, and the first of each; null without a version before. */
  readonly diff: ({ readonly counts: Counts } & FrameworkDiff) | null;
}

export function importResult(
  { diff, ...imported }: ImportedFramework,
  parsed: Pick<ParsedFramework, 'problems' | 'files'>,
): ImportResult {
  const { problems, files } = parsed;
  return {
    ...imported,
    files,
    problems: { errors: problems.errors, warnings: problems.warnings, listed: problems.listed.slice(0, LISTED) },
    diff: diff === undefined ? null : shortened(diff),
  };
}

const shortened = (diff: FrameworkDiff): { counts: Counts } & FrameworkDiff => ({
  counts: {
    added: diff.added.length,
    relabelled: diff.relabelled.length,
    alternativeLabelsChanged: diff.alternativeLabelsChanged.length,
    replaced: diff.replaced.length,
    removed: diff.removed.length,
  },
  added: diff.added.slice(0, LISTED),
  relabelled: diff.relabelled.slice(0, LISTED),
  alternativeLabelsChanged: diff.alternativeLabelsChanged.slice(0, LISTED),
  replaced: diff.replaced.slice(0, LISTED),
  removed: diff.removed.slice(0, LISTED),
});
