import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import {
  type Ancestor,
  CompetencyContextRepository,
  type CompetencyVersion,
  type LinkedCompetency,
} from '../persistence/competency-context.repository.js';
import {
  type CompetencyDescription,
  CompetencyDetailRepository,
  type DescribedLabel,
  type DescribedRelations,
  type StatedCrosswalk,
} from '../persistence/competency-detail.repository.js';

/** Everything that the frameworks say of one competency. */
export interface CompetencyPage {
  readonly description: CompetencyDescription;
  readonly labels: readonly DescribedLabel[];
  readonly relations: DescribedRelations;
  readonly ancestors: readonly Ancestor[];
  /** What names it in a link, such as occupations that need it. */
  readonly linkedFrom: readonly LinkedCompetency[];
  /** What it names in a link, such as the skills that an occupation needs. */
  readonly linkedTo: readonly LinkedCompetency[];
  readonly crosswalks: readonly StatedCrosswalk[];
  readonly versions: readonly CompetencyVersion[];
}

@Injectable()
export class CompetencyPages {
  constructor(
    private readonly details: CompetencyDetailRepository,
    private readonly context: CompetencyContextRepository,
  ) {}

  /**
   * As the version in force says it, or the last one that had it.
   *
   * @throws {NotFound} `competency-not-found`
   */
  async of(tx: Transaction, id: string): Promise<CompetencyPage> {
    const description = await this.details.describe(tx, id);
    if (description === undefined) throw new NotFound('competency');
    const { frameworkVersionId } = description;
    return {
      description,
      labels: await this.details.labels(tx, id, frameworkVersionId),
      relations: await this.details.relations(tx, id, frameworkVersionId),
      ancestors: await this.context.ancestors(tx, id, frameworkVersionId),
      linkedFrom: await this.context.linkedFrom(tx, id, frameworkVersionId),
      linkedTo: await this.context.linkedTo(tx, id, frameworkVersionId),
      crosswalks: await this.details.crosswalks(tx, id),
      versions: await this.context.versions(tx, id),
    };
  }
}
