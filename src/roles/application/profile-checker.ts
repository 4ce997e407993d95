import { Injectable } from '@nestjs/common';
import { CompetencyResolver } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { checkProfile, type FoundCompetency } from '../domain/check-profile.js';
import type { KnownCompetency, ProfileDraft, RequirementDraft } from '../domain/profile-draft.js';
import { ProfileImpossible } from '../domain/profile-errors.js';
import type { Requirement } from '../domain/requirement.js';
import { settleRequirements } from '../domain/settle-requirements.js';

/** From what was sent to requirements that can be kept. */
@Injectable()
export class ProfileChecker {
  constructor(private readonly competencies: CompetencyResolver) {}

  /**
   * @param before what the profile asks now; empty for a new one
   * @throws {ProfileImpossible} naming every fault
   */
  async settle(tx: Transaction, draft: ProfileDraft, before: readonly Requirement[]): Promise<readonly Requirement[]> {
    const found = await this.find(tx, draft.requirements);
    const problems = checkProfile(draft, found);
    if (problems.length > 0) throw new ProfileImpossible(problems);
    return settleRequirements(draft.requirements, found as readonly KnownCompetency[], before, newId);
  }

  private async find(tx: Transaction, drafts: readonly RequirementDraft[]): Promise<readonly FoundCompetency[]> {
    const ids = drafts.flatMap(({ competencyId }) => competencyId ?? []);
    const uris = drafts.flatMap(({ competencyUri }) => competencyUri ?? []);
    const byId = await this.competencies.byIds(tx, ids);
    const byUri = await this.competencies.byUris(tx, uris);
    return drafts.map(({ competencyId, competencyUri }) => {
      const named = [
        ...(competencyId === undefined ? [] : [byId.get(competencyId)]),
        ...(competencyUri === undefined ? [] : [byUri.get(competencyUri)]),
      ];
      const [first, second] = named;
      if (first === undefined) return 'unknown';
      return named.length === 2 && second?.id !== first.id ? 'mismatch' : first;
    });
  }
}
