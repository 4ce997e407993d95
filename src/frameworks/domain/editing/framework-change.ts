import type { CompetencyType } from '../content/framework-content.js';

/** What an entry says, as far as people edit it; entries are named by uri or code. */
export interface EditedMembers {
  readonly label?: string | undefined;
  readonly alternativeLabels?: readonly string[] | undefined;
  readonly definition?: string | undefined;
  readonly type?: CompetencyType | undefined;
  readonly broader?: readonly string[] | undefined;
  readonly related?: readonly string[] | undefined;
}

/** One step from a version of a framework to the next. */
export type FrameworkChange =
  | (EditedMembers & { readonly op: 'add'; readonly label: string; readonly uri?: string; readonly code?: string })
  | (EditedMembers & { readonly op: 'edit'; readonly entry: string })
  | { readonly op: 'retire'; readonly entry: string; readonly replacedBy?: string | undefined }
  /** Those of `from` are retired; `entry` succeeds them, with their names and what was narrower than them. */
  | { readonly op: 'merge'; readonly entry: string; readonly from: readonly string[] }
  /** New entries of the type of `entry`; it stays above them, or is succeeded by one of them. */
  | {
      readonly op: 'split';
      readonly entry: string;
      readonly into: readonly SplitPart[];
      readonly replacedBy?: string | undefined;
    };

/** One of the entries that another one is split into. */
export interface SplitPart extends Pick<EditedMembers, 'alternativeLabels' | 'definition'> {
  readonly label: string;
  readonly uri?: string;
  readonly code?: string;
}

/** Why a change cannot be made; `member` is the one of the change that is wrong. */
export class ChangeRefused extends Error {
  constructor(
    readonly code: string,
    readonly member: string,
    message: string,
  ) {
    super(message);
  }
}
