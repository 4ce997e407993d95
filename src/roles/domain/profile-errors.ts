import { Conflict, type FieldProblem, Invalid } from '../../platform/errors/index.js';

/** Nobody could ever meet it, or it cannot be told what it asks. */
export class ProfileImpossible extends Invalid {
  constructor(problems: readonly FieldProblem[]) {
    const first = problems[0];
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    const detail = first === undefined ? '' : ` At ${first.pointer}: ${first.message}${more}.`;
    super('profile-impossible', `The profile cannot be kept.${detail}`, problems);
  }
}

/** Rankings and versions need a published version. */
export class NotPublished extends Conflict {
  constructor() {
    super('not-published', 'The role profile has no published version yet. Publish it first.');
  }
}
