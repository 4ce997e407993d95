import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { isUuid, newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { readCrosswalkTable, type RowProblem, type StatedRow } from '../domain/crosswalks/crosswalk-table.js';
import { canonicalKey } from '../domain/identifier/canonical-identifier.js';
import { canonicalReference } from '../domain/identifier/identifier.js';
import { UnreadableSource } from '../domain/import/source-problem.js';
import { CrosswalkRepository, type StatedCrosswalk } from '../persistence/crosswalk.repository.js';
import { CompetencyLookup, type IdentifierMatch } from './competency-lookup.js';
import { CompetencyResolver } from './competency-resolver.js';

export const MAX_CROSSWALK_BYTES = 8 * 1024 * 1024;

export interface ImportedCrosswalks {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly added: number;
  /** Another label or confidence than an earlier file gave. */
  readonly changed: number;
  readonly unchanged: number;
  /** In the order of lines; each row that was not taken. */
  readonly problems: readonly RowProblem[];
  /** Columns of the file that mean nothing here. */
  readonly unreadColumns: readonly string[];
}

interface Found {
  readonly byKey: ReadonlyMap<string, readonly IdentifierMatch[]>;
  readonly byId: ReadonlyMap<string, { readonly id: string }>;
}

/** Crosswalks from a table. Each row is judged for itself; the same table again changes nothing. */
@Injectable()
export class ImportCrosswalks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crosswalks: CrosswalkRepository,
    private readonly lookup: CompetencyLookup,
    private readonly resolver: CompetencyResolver,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {Invalid} with the code of what makes the file unreadable; nothing is taken then */
  async run(body: Buffer, dryRun: boolean, actor: Principal): Promise<ImportedCrosswalks> {
    const table = await readable(body);
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const { stated, problems } = await this.settle(tx, table.rows, actor);
      const known = await this.crosswalks.stated(tx, [...new Set(stated.map(({ key }) => key))]);
      const isKnown = (one: StatedCrosswalk): boolean => known.has(keyOf(one));
      const added = stated.filter((one) => !isKnown(one));
      const changed = stated.filter((one) => {
        const before = known.get(keyOf(one));
        return before?.source === 'csv' && (before.label !== one.label || before.confidence !== one.confidence);
      });
      const result = {
        dryRun,
        rows: table.rows.length + table.problems.length,
        added: added.length,
        changed: changed.length,
        unchanged: stated.length - added.length - changed.length,
        problems: [...table.problems, ...problems].sort((a, b) => a.line - b.line),
        unreadColumns: table.unreadColumns,
      };
      if (!dryRun && added.length + changed.length > 0) {
        await this.crosswalks.addAll(tx, [...added, ...changed], this.clock.now());
        await this.tell(tx, added, { body, actor, result });
      }
      return result;
    });
  }

  /** The rows with both sides found; one problem for each row whose sides are not. */
  private async settle(
    tx: Transaction,
    rows: readonly StatedRow[],
    actor: Principal,
  ): Promise<{ stated: StatedCrosswalk[]; problems: RowProblem[] }> {
    const found = await this.find(tx, rows);
    const firstLines = new Map<string, number>();
    const stated: StatedCrosswalk[] = [];
    const problems: RowProblem[] = [];
    for (const row of rows) {
      const competencyId = competencyOf(row, found);
      const toCompetencyId = ownOf(found.byKey.get(row.key))?.competencyId ?? null;
      const refuse = (column: string | null, code: string, message: string): void =>
        void problems.push({ line: row.line, column, code, message });
      if (competencyId === undefined) {
        refuse('competency', 'competency-unknown', 'No framework in force has this competency.');
        continue;
      }
      const { relation, key, label, confidence } = row;
      const one: StatedCrosswalk = {
        ...{ id: newId(), competencyId, relation, key, label, toCompetencyId, confidence },
        ...{ source: 'csv', reviewer: actor.id, decisionId: null },
      };
      const first = firstLines.get(keyOf(one));
      if (toCompetencyId === competencyId) {
        refuse('to', 'crosswalk-to-itself', 'Both sides are the same competency.');
      } else if (first !== undefined) {
        refuse(null, 'row-repeated', `Line ${first} states this crosswalk already.`);
      } else {
        firstLines.set(keyOf(one), row.line);
        stated.push(one);
      }
    }
    return { stated, problems };
  }

  private async find(tx: Transaction, rows: readonly StatedRow[]): Promise<Found> {
    const named = rows.flatMap(({ competency }) => referenceOf(competency) ?? []);
    const keys = [...new Set([...named, ...rows.map(({ key }) => key)])];
    return {
      byKey: await this.lookup.byIdentifiers(tx, keys),
      byId: await this.resolver.byIds(
        tx,
        rows.map(({ competency }) => competency),
      ),
    };
  }

  private async tell(
    tx: Transaction,
    added: readonly StatedCrosswalk[],
    { body, actor, result }: { body: Buffer; actor: Principal; result: ImportedCrosswalks },
  ): Promise<void> {
    const sha256 = createHash('sha256').update(body).digest('hex');
    // Only what is exactly the same decides what claims mean; once for the file, since everything is mapped again.
    if (added.some(({ relation }) => relation === 'exact')) {
      await this.outbox.publish(tx, { topic: 'crosswalk.changed', payload: { sha256 } });
    }
    const { rows, changed } = result;
    await this.audit.record(tx, {
      actor,
      action: 'crosswalks.imported',
      targetType: 'crosswalk-file',
      targetId: sha256,
      detail: { rows, added: added.length, changed, refused: result.problems.length },
    });
  }
}

async function readable(body: Buffer): Promise<Awaited<ReturnType<typeof readCrosswalkTable>>> {
  try {
    return await readCrosswalkTable({ file: 'crosswalks', chunks: [body] }, MAX_CROSSWALK_BYTES);
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    const { line, code, message } = error.problem;
    throw new Invalid(code, line === undefined ? message : `Line ${line}: ${message}`);
  }
}

const keyOf = ({ competencyId, relation, key }: StatedCrosswalk): string => `${competencyId} ${relation} ${key}`;

function referenceOf(competency: string): string | undefined {
  const identifier = isUuid(competency) ? undefined : canonicalReference(competency);
  return identifier === undefined ? undefined : canonicalKey(identifier);
}

function competencyOf({ competency }: StatedRow, { byId, byKey }: Found): string | undefined {
  const reference = referenceOf(competency);
  return byId.get(competency)?.id ?? (reference === undefined ? undefined : ownOf(byKey.get(reference))?.competencyId);
}

/** The competency itself, never one that is only an exact match of it. */
const ownOf = (matches: readonly IdentifierMatch[] = []): IdentifierMatch | undefined =>
  matches.find(({ via }) => via === 'identifier');
