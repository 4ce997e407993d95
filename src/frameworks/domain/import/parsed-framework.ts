import type { FrameworkContent } from '../content/framework-content.js';
import { IMPORT_LIMITS } from './import-limits.js';
import type { SourceProblem } from './source-problem.js';

/** What one file held: rows beside the header, or items of a JSON document. */
export interface FileTally {
  readonly file: string;
  /** What the file was taken for, such as `esco occupations`. */
  readonly kind: string;
  readonly rows: number;
}

/** What a reader of any format gives. */
export interface ParsedFramework {
  readonly content: FrameworkContent;
  readonly problems: ProblemList;
  readonly files: readonly FileTally[];
}

/** Problems in the order they were met: all are counted, the first are listed. */
export class ProblemList {
  readonly listed: SourceProblem[] = [];
  private errorCount = 0;
  private warningCount = 0;

  add(problem: SourceProblem): void {
    if (problem.severity === 'warning') this.warningCount += 1;
    else this.errorCount += 1;
    if (this.listed.length < IMPORT_LIMITS.maxProblems) this.listed.push(problem);
  }

  /** Rows that were left out. */
  get errors(): number {
    return this.errorCount;
  }

  /** Parts of rows that were left out. */
  get warnings(): number {
    return this.warningCount;
  }
}
