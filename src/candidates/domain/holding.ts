/**
 * A candidate has a competency, by one credential. Only `verified` ones count in a score; `unverifiable` and `failed`
 * ones say what is claimed and not (or no longer) proven.
 */
export interface Holding {
  readonly competencyId: string;
  readonly verdict: 'verified' | 'unverifiable' | 'failed';
  /** On the organization's scale; null when the issuer stated none. */
  readonly level: number | null;
  /** The raw value, its scale and its JSON path. */
  readonly levelSource: object | null;
  /** Percent by the proof ladder, and the field it was read from. */
  readonly proof: number;
  readonly proofSource: object | null;
  /** Percent of the issuer's tier. */
  readonly trust: number;
  readonly tier: string;
  /** floor(proof x trust / 100). */
  readonly strength: number;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly mappingId: string | null;
  /** Where in the credential the skill is stated (RFC 6901). */
  readonly jsonPath: string;
  readonly frameworkVersionId: string | null;
}
