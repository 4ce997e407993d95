import type { BulkReader } from '../../../platform/bulk-read/index.js';
import type { Kernel } from '../../domain/index/kernel.js';
import type { OrganizationIndex } from '../../domain/index/organization-index.js';
import type { IndexAnswer, IndexAsk } from './index-ask.js';
import { IndexReader } from './index-reader.js';

interface Held {
  index: OrganizationIndex;
  /** Readings and answers of one organization wait for each other, so that an answer is of one number of the sequence. */
  turn: Promise<unknown>;
}

/**
 * Indexes of organizations within a budget of memory: the least recently asked for goes first. Brings an index to the
 * sequence that is asked for before it answers, so an answer never lacks what was committed before the question.
 */
export class IndexHost {
  /** By organization, the least recently asked for first. */
  private readonly held = new Map<string, Held>();
  private readonly loading = new Map<string, Promise<Held | null>>();
  /** Organizations that the budget cannot hold; not tried again. */
  private readonly tooLarge = new Set<string>();
  private readonly reader: IndexReader;

  constructor(
    reader: BulkReader,
    kernel: Kernel,
    private readonly budgetBytes: number,
  ) {
    this.reader = new IndexReader(reader, kernel);
  }

  /** @returns null when the index is not there (yet) and the question does not want to wait, or will never be */
  async answer(ask: IndexAsk): Promise<IndexAnswer | null> {
    const { organizationId } = ask;
    const held = this.held.get(organizationId);
    if (held === undefined) {
      const loading = this.load(organizationId);
      if (!ask.wait) return null;
      return (await loading) === null ? null : this.answer(ask);
    }
    // Asked for most recently from now on.
    this.held.delete(organizationId);
    this.held.set(organizationId, held);
    const answer = held.turn.then(() => this.answerFrom(held, ask));
    held.turn = answer.catch(() => undefined);
    return answer;
  }

  private async answerFrom(held: Held, ask: IndexAsk): Promise<IndexAnswer | null> {
    const { index } = held;
    try {
      if (index.sequence < ask.sequence && !(await this.reader.catchUp(ask.organizationId, index))) {
        this.drop(ask.organizationId);
        return await this.answer(ask);
      }
      const { sequence } = index;
      if (ask.kind === 'order') return { kind: 'order', sequence, order: index.order(ask.question, ask.pool) };
      if (ask.kind === 'filter') {
        const { question, without, filter, pool } = ask;
        return { kind: 'filter', sequence, filtered: index.filter(question, without, filter, pool) };
      }
      if (ask.kind === 'tally') return { kind: 'tally', sequence, tally: index.tally(ask.question, ask.pool) };
      return { kind: 'rank', sequence, ranking: index.rank(ask.question, ask.request) };
    } catch (error) {
      // Half of the changes may be in it.
      this.drop(ask.organizationId);
      throw error;
    } finally {
      setImmediate(() => {
        held.turn = held.turn.then(() => index.rebuildOne());
      });
    }
  }

  private load(organizationId: string): Promise<Held | null> {
    const known = this.loading.get(organizationId);
    if (known !== undefined) return known;
    if (this.tooLarge.has(organizationId)) return Promise.resolve(null);
    const loading = this.reader
      .load(organizationId, this.budgetBytes)
      .then((index) => this.keep(organizationId, index))
      .finally(() => this.loading.delete(organizationId));
    this.loading.set(organizationId, loading);
    // Who does not wait does not hear of it; the next question tries again.
    loading.catch(() => undefined);
    return loading;
  }

  private keep(organizationId: string, index: OrganizationIndex | null): Held | null {
    if (index === null) {
      this.tooLarge.add(organizationId);
      return null;
    }
    const held = { index, turn: Promise.resolve() };
    this.held.set(organizationId, held);
    this.keepWithinBudget(organizationId);
    return held;
  }

  private keepWithinBudget(newest: string): void {
    let bytes = [...this.held.values()].reduce((sum, { index }) => sum + index.bytes, 0);
    for (const [organizationId, { index }] of this.held) {
      if (bytes <= this.budgetBytes) return;
      if (organizationId === newest) continue;
      bytes -= index.bytes;
      this.drop(organizationId);
    }
  }

  private drop(organizationId: string): void {
    const held = this.held.get(organizationId);
    if (held === undefined) return;
    this.held.delete(organizationId);
    // Not before the questions that are under way have their answers.
    void held.turn.then(() => held.index.release());
  }
}
