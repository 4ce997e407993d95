import type { Transaction } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import type { IssuerRepository } from '../persistence/issuer.repository.js';

/** @throws {Invalid} when a competency is not one of the organization's */
export async function requireKnownCompetencies(
  tx: Transaction,
  issuers: IssuerRepository,
  competencyIds: readonly string[] | null,
): Promise<void> {
  if (competencyIds === null || (await issuers.knowsCompetencies(tx, competencyIds))) return;
  throw new Invalid('unknown-competency', 'A decision can only name competencies of your frameworks.', [
    { pointer: '/competencyIds', code: 'unknown-competency', message: 'must be ids of GET /v1/competencies' },
  ]);
}
