import { evidenceLinkKey, type KnownEvidence } from '../../verification/index.js';

/** Evidence as the issuer states it, with what was found at its link. */
export interface ShownEvidence {
  readonly id?: string;
  readonly name?: string;
  /** Null where it has no link that can be looked at, or nobody has looked yet. */
  readonly link: KnownEvidence | null;
}

export function shownEvidence(
  evidence: readonly { readonly id?: string; readonly name?: string }[],
  known: ReadonlyMap<string, KnownEvidence>,
): ShownEvidence[] {
  return evidence.map((one) => ({
    ...one,
    link: one.id === undefined ? null : (known.get(evidenceLinkKey(one.id)) ?? null),
  }));
}
