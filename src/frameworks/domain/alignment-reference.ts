/**
 * What a credential (or a framework file) says about one thing of a framework, before it is understood. All of it is
 * text of strangers: any member may be missing, wrong or placed in another member's field.
 */
export interface AlignmentReference {
  readonly url?: string | undefined;
  /** Some issuers send a list; the members are tried in order. */
  readonly code?: string | readonly string[] | undefined;
  readonly framework?: string | undefined;
  readonly name?: string | undefined;
  /** `targetType` of Open Badges 3.0, one or several. */
  readonly type?: string | readonly string[] | undefined;
}

/** The members of a value that may be one text or a list, blanks left out; at most `MAX_VALUES`, the rest is not read. */
export function textsOf(value: string | readonly string[] | undefined): readonly string[] {
  const values: readonly unknown[] = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return values.slice(0, MAX_VALUES).filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}

const MAX_VALUES = 16;
