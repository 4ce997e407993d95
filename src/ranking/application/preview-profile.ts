import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CompetencyReader } from '../../frameworks/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { type ProfileDraft, RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies, type ScoringPolicy } from '../../scoring/index.js';
import type { ScorableProfile } from '../domain/compiled-profile.js';
import { countedProfile } from '../domain/preview/counted-gates.js';
import { type Preview, previewOf } from '../domain/preview/preview.js';
import { effectCounter } from '../domain/preview/requirement-effects.js';
import { type LinterFacts, type ProfileWarning, warningsOf } from '../domain/preview/warnings.js';
import { relationsTo } from '../domain/relation.js';
import { FORMULA } from '../domain/scoring-policy.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';
import { RankingEngine } from './ranking-engine.js';
import { ReadingSnapshot } from './reading-snapshot.js';

export interface PreviewPool {
  readonly job?: string | undefined;
  readonly asOf?: Date | undefined;
}

export interface ProfilePreview extends Preview {
  readonly warnings: readonly ProfileWarning[];
  readonly formula: string;
  readonly policyVersion: number;
  readonly asOf: Date;
  readonly sequence: number;
}

/** Patterns counted before other requests go on. */
const PORTION = 5_000;

/** What the whole of an edit may leave as it is. */
export type ProfileEdit = Partial<ProfileDraft>;

/** How many people a profile leaves, and what each part of it costs, before it is kept. Nothing is written. */
@Injectable()
export class PreviewProfile {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly profiles: RoleProfiles,
    private readonly policies: ScoringPolicies,
    private readonly engine: RankingEngine,
    private readonly frameworks: FrameworkRepository,
    private readonly competencies: CompetencyReader,
    private readonly clock: Clock,
  ) {}

  /** @throws {ProfileImpossible} */
  unsaved(organizationId: string, draft: ProfileDraft, pool: PreviewPool): Promise<ProfilePreview> {
    return this.snapshot.run(organizationId, async (tx) =>
      this.count(tx, await this.profiles.unsaved(tx, draft, []), pool),
    );
  }

  /**
   * @param edit what the profile becomes; the draft stands where it says nothing
   * @throws {NotFound} @throws {ProfileImpossible}
   */
  edited(organizationId: string, id: string, edit: ProfileEdit, pool: PreviewPool): Promise<ProfilePreview> {
    return this.snapshot.run(organizationId, async (tx) => {
      const draft = await this.profiles.present(tx, id);
      const { title = draft.title, requirements, groups } = edit;
      if (requirements === undefined && groups === undefined) return this.count(tx, draft, pool);
      // Requirements sent without groups ask for none, as they do on saving.
      const whole = {
        title,
        requirements: requirements ?? draft.requirements,
        groups: groups ?? (requirements === undefined ? draft.groups : []),
      };
      return this.count(tx, await this.profiles.unsaved(tx, whole, draft.requirements), pool);
    });
  }

  private async count(tx: Transaction, profile: ScorableProfile, pool: PreviewPool): Promise<ProfilePreview> {
    const { job, asOf = this.clock.now() } = pool;
    const policy = await this.policies.inForce(tx);
    const counted = countedProfile(profile);
    const tally = await this.engine.tally(tx, { conditions: counted.conditions, policy, asOf, job });
    const counter = effectCounter(counted, tally);
    while (counter.count(PORTION)) await setImmediate();
    const preview = previewOf(counted, tally, counter.effects);
    const facts = await this.facts(tx, profile, policy);
    const warnings = warningsOf(counted, tally, preview.requirements, facts);
    return { ...preview, warnings, formula: FORMULA, policyVersion: policy.version, asOf, sequence: tally.sequence };
  }

  private async facts(tx: Transaction, profile: ScorableProfile, policy: ScoringPolicy): Promise<LinterFacts> {
    const ids = profile.requirements.map(({ competencyId }) => competencyId);
    const summaries = await this.competencies.summaries(tx, ids);
    const edges = await this.frameworks.edgesAround(tx, ids, policy.relations);
    const near = new Map(ids.map((id) => [id, relationsTo(id, edges, policy.relations)]));
    return {
      labelOf: (id) => summaries.get(id)?.label ?? id,
      canStandFor: (held, required) => (near.get(required)?.get(held)?.percent ?? 0) >= policy.thresholds.fullRelation,
    };
  }
}
