import { DomainError } from '../../platform/errors/index.js';

/** Two of the ids given belong to two people; only a person can say whether they are one. */
export class ExternalIdsConflict extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'external-ids-conflict';

  constructor() {
    super('The external ids belong to two different candidates. Merge them first, or send the ids of one of them.');
  }
}

/** The person asked to be forgotten, or was merged into another record. */
export class CandidateGone extends DomainError {
  readonly kind = 'gone';
  readonly code: string;
  override readonly members: Readonly<Record<string, string>>;

  constructor(mergedInto: string | null) {
    super(
      mergedInto === null
        ? 'This candidate was erased. Nothing about the person is kept.'
        : `This candidate was merged into ${mergedInto}. Use that id.`,
    );
    this.code = mergedInto === null ? 'candidate-erased' : 'candidate-merged';
    this.members = mergedInto === null ? {} : { mergedInto };
  }
}
