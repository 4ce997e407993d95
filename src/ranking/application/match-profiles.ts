import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import { CompetencyReader } from '../../frameworks/index.js';
import { Clock } from '../../platform/clock/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies } from '../../scoring/index.js';
import { compileProfile } from '../domain/compiled-profile.js';
import { type MatchedProfile, orderMatches } from '../domain/matched-profile.js';
import { scoreCandidate } from '../domain/score-candidate.js';
import { CandidateHoldings } from '../persistence/candidate-holdings.repository.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';
import { ReadingSnapshot } from './reading-snapshot.js';

/** Profiles that are looked at, the newest first. */
export const MOST_MATCHED = 500;

export interface ProfileMatches {
  readonly profiles: readonly MatchedProfile[];
  readonly policyVersion: number;
  readonly asOf: Date;
}

/** For one candidate the published profiles, best first. */
@Injectable()
export class MatchProfiles {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly candidates: Candidates,
    private readonly profiles: RoleProfiles,
    private readonly policies: ScoringPolicies,
    private readonly holdings: CandidateHoldings,
    private readonly frameworks: FrameworkRepository,
    private readonly competencies: CompetencyReader,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} @throws {CandidateGone} */
  for(organizationId: string, candidateId: string, asOf: Date = this.clock.now()): Promise<ProfileMatches> {
    return this.snapshot.run(organizationId, async (tx) => {
      await this.candidates.present(tx, candidateId);
      const policy = await this.policies.inForce(tx);
      const held = await this.holdings.of(tx, candidateId);
      const versions = await this.profiles.latestVersions(tx, null, MOST_MATCHED);
      const asked = versions.flatMap(({ requirements }) => requirements.map(({ competencyId }) => competencyId));
      const ids = [...new Set(asked)];
      const edges = await this.frameworks.edgesAround(tx, ids, policy.relations);
      const summaries = await this.competencies.summaries(tx, ids);
      const matches = versions.map((profile): MatchedProfile => {
        const { band, score, maxScore, scorePercent, requirements } = scoreCandidate(
          compileProfile(profile, edges, policy, asOf),
          held,
        );
        const lacking = profile.requirements.flatMap(({ id, importance, competencyId }, index) => {
          const state = requirements[index]?.state ?? 'missing';
          if (importance === 'nice' || state === 'met') return [];
          const label = summaries.get(competencyId)?.label ?? competencyId;
          return [{ requirementId: id, competency: { id: competencyId, label }, importance, state }];
        });
        const { roleProfileId, title, version } = profile;
        return { roleProfileId, title, profileVersion: version, band, score, maxScore, scorePercent, lacking };
      });
      return { profiles: orderMatches(matches), policyVersion: policy.version, asOf };
    });
  }
}
