import { Injectable } from '@nestjs/common';
import { CompetencyReader, type CompetencySummary } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Proxy } from '../../roles/index.js';
import { advertLines } from '../domain/drafting/advert-lines.js';
import { type DraftedRequirement, draftRequirements } from '../domain/drafting/draft-requirements.js';
import type { AskedModel } from './meaning-search.js';
import { SuggestCompetencies } from './suggest-competencies.js';

/** Competencies looked at in each line. */
const PER_LINE = 3;

export interface ProposedRequirement extends DraftedRequirement {
  readonly competency: CompetencySummary;
}

export interface ProposedProfile {
  readonly requirements: readonly ProposedRequirement[];
  readonly warnings: readonly (Proxy & { readonly sentence: string })[];
  readonly unread: readonly string[];
  /** Undefined where no embedding model is configured. */
  readonly model: AskedModel | undefined;
}

/** Proposes what a role profile may ask, from the text of an advert. A person chooses; nothing is kept. */
@Injectable()
export class DraftProfile {
  constructor(
    private readonly suggest: SuggestCompetencies,
    private readonly reader: CompetencyReader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws {NotFound} `framework-not-found` */
  async from(organizationId: string, text: string, framework: string | undefined): Promise<ProposedProfile> {
    const lines = advertLines(text);
    const sentences = lines.map(({ sentence }) => sentence);
    const { found, model } = await this.suggest.inEach(organizationId, sentences, framework, PER_LINE);
    const ids = found.flat().map(({ competencyId }) => competencyId);
    const summaries = await this.unitOfWork.run(organizationId, (tx) => this.reader.summaries(tx, ids));
    const canBeHeld = (id: string) => {
      const competency = summaries.get(id);
      return competency !== undefined && competency.assignable && competency.type !== 'occupation';
    };
    const { requirements, unread } = draftRequirements(
      lines,
      found.map((list) => list.filter(({ competencyId }) => canBeHeld(competencyId))),
    );
    return {
      requirements: requirements.flatMap((drafted) => {
        const competency = summaries.get(drafted.competencyId);
        return competency === undefined ? [] : [{ ...drafted, competency }];
      }),
      warnings: lines.flatMap(({ sentence, proxies }) => proxies.map((proxy) => ({ ...proxy, sentence }))),
      unread,
      model,
    };
  }
}
