import { Injectable } from '@nestjs/common';
import { CompetencyReader } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { DraftRule } from './draft-decision.js';

interface CompetencyShown {
  readonly id: string;
  readonly label: string;
  readonly uri: string;
}

/** A decision with the words of the competencies it is about. */
export interface DecisionShown extends Pick<DraftRule, 'decision' | 'scope' | 'claim' | 'issuerId' | 'reason'> {
  readonly competency: CompetencyShown | null;
  readonly rejected: CompetencyShown | null;
  readonly crosswalk: { readonly relation: string; readonly key: string } | null;
}

@Injectable()
export class DecisionsShown {
  constructor(private readonly competencies: CompetencyReader) {}

  /** In the order given. */
  async of(tx: Transaction, rules: readonly DraftRule[]): Promise<DecisionShown[]> {
    const ids = rules.flatMap(({ competencyId, rejectedCompetencyId }) => [competencyId, rejectedCompetencyId]);
    const summaries = await this.competencies.summaries(
      tx,
      ids.filter((id) => id !== null),
    );
    const shown = (id: string | null): CompetencyShown | null => {
      const found = id === null ? undefined : summaries.get(id);
      return found === undefined ? null : { id: found.id, label: found.label, uri: found.uri };
    };
    return rules.map(({ decision, scope, claim, issuerId, competencyId, rejectedCompetencyId, reason, ...rule }) => ({
      decision,
      scope,
      claim,
      issuerId,
      competency: shown(competencyId),
      rejected: shown(rejectedCompetencyId),
      reason,
      crosswalk: crosswalkOf(rule),
    }));
  }
}

function crosswalkOf({
  crosswalkRelation: relation,
  crosswalkKey: key,
}: Pick<DraftRule, 'crosswalkRelation' | 'crosswalkKey'>): DecisionShown['crosswalk'] {
  return relation === null || key === null ? null : { relation, key };
}
