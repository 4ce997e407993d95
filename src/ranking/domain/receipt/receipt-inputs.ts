import { createHash } from 'node:crypto';
import type { RelationEdges } from '../../../frameworks/index.js';
import type { ScorableProfile } from '../compiled-profile.js';
import type { FrameworkVersionUsed } from '../explanation.js';
import { FORMULA, type ScoringPolicy } from '../scoring-policy.js';
import type { SealedRow } from './sealed-row.js';

/** What a ranking is worked out from, in the order in which a difference is looked for. */
export const RECEIPT_INPUTS = ['formula', 'clock', 'profile', 'policy', 'frameworks', 'holdings'] as const;
export type ReceiptInput = (typeof RECEIPT_INPUTS)[number];

/** SHA-256 of each input, in hex. */
export type ReceiptInputs = Readonly<Record<ReceiptInput, string>>;

export interface HashedInputs {
  readonly asOf: Date;
  readonly profile: ScorableProfile;
  readonly policy: ScoringPolicy;
  readonly frameworkVersions: readonly FrameworkVersionUsed[];
  /** The relations near the requirements, which are all that can count. */
  readonly relations: RelationEdges;
  readonly rows: readonly SealedRow[];
}

export function inputHashes(inputs: HashedInputs): ReceiptInputs {
  const { asOf, profile, policy, frameworkVersions, relations, rows } = inputs;
  const { requirements, groups } = profile;
  const pairs = (list: RelationEdges['broader']) => list.map(([from, to]) => `${from} ${to}`).sort();
  return {
    formula: sha256(FORMULA),
    clock: sha256(asOf.toISOString()),
    profile: sha256(canonicalJson({ requirements, groups })),
    policy: sha256(canonicalJson(policy)),
    frameworks: sha256(
      canonicalJson([
        frameworkVersions.map(({ versionId }) => versionId),
        pairs(relations.broader),
        pairs(relations.related),
        pairs(relations.exact),
      ]),
    ),
    holdings: sha256(holdingLines(rows)),
  };
}

/** Who is in the pool and what they hold, by order of creation, so that the order of the ranking is not in it. */
function holdingLines(rows: readonly SealedRow[]): string {
  return [...rows]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ candidateId, holdings }) => `${candidateId} ${holdings ?? '-'}\n`)
    .join('');
}

/** One hash over everything that a receipt vouches for. */
export function sealOf(receipt: {
  readonly roleProfileId: string;
  readonly job: string | null;
  readonly inputs: ReceiptInputs;
  readonly list: string;
}): string {
  const { roleProfileId, job, inputs, list } = receipt;
  return sha256(canonicalJson([roleProfileId, job, RECEIPT_INPUTS.map((name) => inputs[name]), list]));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with the members of every object in one order: the database keeps them in another than they were sent in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
