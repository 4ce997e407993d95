import type { RelationFactors } from '../../frameworks/index.js';
import type { Tier } from '../../trust/index.js';
import type { ProofLadder } from './proof-ladder.js';

/** What an organization may set about scoring. A change is a new version, never an edit. */
export interface ScoringPolicy {
  readonly version: number;
  /** Proof percent by how the achievement was shown. */
  readonly ladder: ProofLadder;
  /** Trust percent by tier of the issuer. */
  readonly tiers: Readonly<Record<Tier, number>>;
  /** Relation percent by how the held competency stands to the required one. */
  readonly relations: RelationFactors;
  readonly thresholds: {
    /** From this relation on, a holding can meet a requirement; below it, it is a partial one. */
    readonly fullRelation: number;
    /** From this strength on, a holding is proof enough to meet a requirement. */
    readonly metStrength: number;
  };
  /** Percent of the fit at full level that a holding without a stated level earns. */
  readonly unknownLevelPercent: number;
}

/** Version 1 of every organization. */
export const DEFAULT_SCORING_POLICY: ScoringPolicy = {
  version: 1,
  ladder: {
    'assessed-with-evidence': 100,
    assessed: 85,
    completed: 60,
    attended: 30,
    'self-asserted': 0,
  },
  tiers: { trusted: 100, recognized: 90, known: 70, self_issued: 0, blocked: 0 },
  relations: { same: 100, narrower: [90, 80, 80], related: 50, broader: [40] },
  thresholds: { fullRelation: 80, metStrength: 50 },
  unknownLevelPercent: 50,
};

/** What is set, without the number it gets when it is kept. */
export type ScoringPolicyContent = Omit<ScoringPolicy, 'version'>;
