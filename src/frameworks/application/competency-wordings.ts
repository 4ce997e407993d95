import { Injectable, Optional } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/errors/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { frameworkSlug } from '../domain/framework-slug.js';
import {
  type CompetencyName,
  type CompetencyWording,
  CompetencyWordingRepository,
} from '../persistence/competency-wording.repository.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';

/** So many labels of one version are read into memory; ESCO in English has about 110,000. */
const MAX_LABELS = 600_000;

/** How the competencies of a framework version are worded. What a version says never changes. */
@Injectable()
export class CompetencyWordings {
  constructor(
    private readonly wordings: CompetencyWordingRepository,
    private readonly frameworks: FrameworkRepository,
    @Optional() private readonly maxLabels: number = MAX_LABELS,
  ) {}

  /**
   * @param framework id, slug or name of one framework; undefined for all
   * @throws {NotFound} `framework-not-found`
   */
  async versionsInForce(tx: Transaction, framework: string | undefined): Promise<string[]> {
    if (framework === undefined) return this.wordings.versionsInForce(tx, null);
    const id = isUuid(framework)
      ? framework.toLowerCase()
      : (await this.frameworks.bySlug(tx, frameworkSlug(framework)))?.id;
    const found = id === undefined ? [] : await this.wordings.versionsInForce(tx, id);
    if (found.length === 0) throw new NotFound('framework');
    return found;
  }

  /** @throws {Invalid} `framework-too-large` */
  async ofVersion(tx: Transaction, versionId: string): Promise<CompetencyWording[]> {
    if (!(await this.isSmallEnough(tx, versionId)))
      throw new Invalid(
        'framework-too-large',
        `Frameworks of more than ${this.maxLabels} labels are not searched by text.`,
      );
    return this.wordings.wordings(tx, versionId);
  }

  /** What the competencies of a version are called, in order of their ids, from behind `after`. */
  namesOf(tx: Transaction, versionId: string, after: string | null, limit: number): Promise<CompetencyName[]> {
    return this.wordings.names(tx, versionId, after, limit);
  }

  /** Whether the labels of the version may be read into memory. */
  async isSmallEnough(tx: Transaction, versionId: string): Promise<boolean> {
    return (await this.wordings.countLabels(tx, versionId)) <= this.maxLabels;
  }
}
