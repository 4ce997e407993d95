import { Injectable } from '@nestjs/common';
import { type CompetencyName, CompetencyWordings } from '../../frameworks/index.js';
import { Organizations } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import {
  CompetencyVectorRepository,
  type NameVector,
  type VectorSet,
} from '../persistence/competency-vector.repository.js';
import { EmbeddingModel } from './embedding/embedding-model.js';
import { RequestMapping } from './request-mapping.js';

/** Finds versions that were imported before the model was switched on, or by a process without it. */
const EVERY_MS = 10_000;
/** Names whose vectors are made and stored together: a few seconds of work. */
const PORTION = 256;

/** One portion: the names behind `after`, in order of their ids. */
export interface VectorPortion extends VectorSet {
  readonly after: string | null;
}

/** Has the model make the vectors of framework versions, portion by portion, so that little is lost when it stops. */
@Injectable()
export class MakeVectors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
    private readonly vectors: CompetencyVectorRepository,
    private readonly model: EmbeddingModel,
    private readonly mapping: RequestMapping,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly organizations: Organizations,
    tasks: PeriodicTasks,
  ) {
    if (model.identity !== undefined)
      tasks.add({ name: 'mapping.vectors', everyMs: EVERY_MS, run: () => this.beginMissing() });
  }

  /** Asks for the vectors of a version in force, unless they were asked for or no model is configured. */
  async begin(tx: Transaction, frameworkVersionId: string): Promise<void> {
    const { identity: model } = this.model;
    if (model === undefined || !(await this.wordings.isSmallEnough(tx, frameworkVersionId))) return;
    const set = { frameworkVersionId, model };
    if (await this.vectors.begin(tx, set, this.clock.now())) await this.askFor(tx, { ...set, after: null });
  }

  /**
   * @param commit a transaction that happens once for this portion
   * @throws {ModelUnavailable} so that the portion is tried again
   */
  async make(
    organizationId: string,
    portion: VectorPortion,
    commit: (effect: (tx: Transaction) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    // Of another model, or none: who is configured now begins anew.
    if (portion.model !== this.model.identity) return commit((tx) => this.vectors.giveUp(tx, portion));
    const { names, known } = await this.unitOfWork.run(organizationId, async (tx) => {
      const page = await this.wordings.namesOf(tx, portion.frameworkVersionId, portion.after, PORTION);
      return { names: page, known: await this.vectors.known(tx, portion.model, page) };
    });
    const made = await this.vectorsOf(names.filter(({ id }) => !known.has(id)));
    const taken = names.flatMap((name) => {
      const vector = known.get(name.id);
      return vector === undefined ? [] : [{ ...name, vector }];
    });
    await commit((tx) => this.store(tx, portion, [...taken, ...made], names));
  }

  private async vectorsOf(names: readonly CompetencyName[]): Promise<NameVector[]> {
    const vectors = await this.model.vectors(
      names.map(({ name }) => name),
      'work',
    );
    return names.flatMap((name, at) => {
      const vector = vectors[at];
      return vector === undefined ? [] : [{ ...name, vector }];
    });
  }

  private async store(
    tx: Transaction,
    portion: VectorPortion,
    vectors: readonly NameVector[],
    names: readonly CompetencyName[],
  ): Promise<void> {
    // The version may have been deleted meanwhile, and its set with it.
    if (!(await this.vectors.hold(tx, portion))) return;
    await this.vectors.add(tx, portion, vectors);
    const last = names.at(-1);
    if (last !== undefined && names.length === PORTION) return this.askFor(tx, { ...portion, after: last.id });
    await this.vectors.complete(tx, portion, this.clock.now());
    // What fits nothing by its words may come near something by its meaning.
    await this.mapping.ofAll(tx);
  }

  private askFor(tx: Transaction, { frameworkVersionId, model, after }: VectorPortion): Promise<void> {
    return this.outbox.publish(tx, { topic: 'mapping.vectors-due', payload: { frameworkVersionId, model, after } });
  }

  private async beginMissing(): Promise<void> {
    const { identity } = this.model;
    if (identity === undefined) return;
    for (const organizationId of await this.organizations.ids()) {
      await this.unitOfWork.run(organizationId, async (tx) => {
        const versions = await this.wordings.versionsInForce(tx, undefined);
        const begun = await this.vectors.begun(tx, identity, versions);
        for (const version of versions) if (!begun.has(version)) await this.begin(tx, version);
      });
    }
  }
}
