import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Band } from '../../src/ranking/domain/gates.js';
import type { RelationEdges } from '../../src/frameworks/index.js';
import type { Holding, HoldingVerdict } from '../../src/ranking/domain/holding.js';
import type { RequirementState } from '../../src/ranking/domain/states.js';
import type { Importance, Requirement, RequirementGroup } from '../../src/roles/index.js';

/** One ranked row of a vector: the contract's words for it. */
export interface ExpectedRow {
  candidate: string;
  band: Band;
  score: number;
  maxScore: number;
  scorePercent: string;
  scoreLow: number;
  scoreHigh: number;
  requirements: { id: string; state: RequirementState; points: number; credentialId: string | null }[];
}

/** A small world with its exact answer, in the types of the domain. */
export interface ScoringWorld {
  name: string;
  clock: Date;
  relations: RelationEdges;
  candidates: { id: string; holdings: Holding[] }[];
  profile: { requirements: Requirement[]; groups: RequirementGroup[] };
}

export interface ScoringVector extends ScoringWorld {
  expected: ExpectedRow[];
}

interface HoldingText {
  credentialId: string;
  competency: string;
  level: number | null;
  proof: number;
  trust: number;
  verdict: HoldingVerdict;
  validFrom: string | null;
  validUntil: string | null;
}

interface RequirementText {
  id: string;
  competency: string;
  importance: Importance;
  weight: number;
  level?: number | null;
  group?: string | null;
  allowPartial?: boolean;
  maxAgeMonths?: number | null;
}

interface VectorText {
  name: string;
  clock: string;
  relations: RelationEdges;
  candidates: { id: string; holdings: HoldingText[] }[];
  profile: { requirements: RequirementText[]; groups: RequirementGroup[] };
  expected: ExpectedRow[];
}

const SHARED = join(process.cwd(), '..', 'shared', 'scoring', 'vectors.json');
const OWN = join(process.cwd(), 'src', 'ranking', 'domain', 'vectors');

/** @returns null, with a line that says so, where the folder of the contract is not beside the repository */
export function sharedVectors(): ScoringVector[] | null {
  if (!existsSync(SHARED)) {
    console.warn('skipped: ../shared/scoring/vectors.json is not there');
    return null;
  }
  return (JSON.parse(readFileSync(SHARED, 'utf8')) as VectorText[]).map(vector);
}

export function ownVectors(): ScoringVector[] {
  const files = readdirSync(OWN).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => vector(JSON.parse(readFileSync(join(OWN, name), 'utf8')) as VectorText));
}

function vector(text: VectorText): ScoringVector {
  return {
    name: text.name,
    clock: new Date(text.clock),
    relations: text.relations,
    candidates: text.candidates.map(({ id, holdings }) => ({ id, holdings: holdings.map(holding) })),
    profile: { requirements: text.profile.requirements.map(requirement), groups: text.profile.groups },
    expected: text.expected,
  };
}

function holding({ competency, validFrom, validUntil, ...rest }: HoldingText): Holding {
  return {
    ...rest,
    competencyId: competency,
    validFrom: validFrom === null ? null : new Date(validFrom),
    validUntil: validUntil === null ? null : new Date(validUntil),
    jsonPath: '/credentialSubject/achievement/alignment/0',
    tier: 'known',
  };
}

function requirement({ competency, ...rest }: RequirementText): Requirement {
  return {
    level: null,
    group: null,
    allowPartial: true,
    maxAgeMonths: null,
    learnableWeeks: null,
    ...rest,
    competencyId: competency,
  };
}
