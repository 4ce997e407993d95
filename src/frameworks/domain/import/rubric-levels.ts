import type { FrameworkDraft, Place } from './framework-draft.js';
import { IMPORT_LIMITS } from './import-limits.js';

/** A level of a rubric's criterion: what it is called and what it looks like; either may be ''. */
export interface RubricLevel {
  readonly quality: string;
  readonly description: string;
}

/** @param levels lowest first; of more than nine none says what a level is like, which is reported */
export function rubricAnchors(
  draft: FrameworkDraft,
  place: Place,
  levels: readonly RubricLevel[],
): Record<string, string> {
  if (levels.length > 9) {
    draft.report(place, 'warning', 'too-many-levels', 'Of more than nine levels none says what a level is like.');
    return {};
  }
  const worded = levels.map(({ quality, description }, at): [string, string] => [
    String(at + 1),
    [quality, description]
      .filter((text) => text !== '')
      .join(': ')
      .slice(0, IMPORT_LIMITS.maxAnchor)
      .toWellFormed(),
  ]);
  return Object.fromEntries(worded.filter(([, anchor]) => anchor !== ''));
}
