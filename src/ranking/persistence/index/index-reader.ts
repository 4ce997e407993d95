import { type BulkRead, type BulkReader, copiedFields } from '../../../platform/bulk-read/index.js';
import { type ChangedPack, OrganizationIndex } from '../../domain/index/organization-index.js';
import type { Kernel } from '../../domain/index/kernel.js';
import { wordsOf } from '../../domain/index/posting.js';
import type { PackBlock } from '../../domain/index/pack-block.js';
import { SEGMENT_SIZE } from '../../domain/index/segment.js';

interface State {
  readonly sequence: number;
  readonly feedAfter: number;
  readonly lastOrdinal: number;
}

/** Candidates whose packs come in one row of a copy. */
const BATCH = 8_192;

/** Brings indexes to what the database says: as a whole, or by what changed. */
export class IndexReader {
  constructor(
    private readonly reader: BulkReader,
    private readonly kernel: Kernel,
  ) {}

  /** @param mostBytes when the index would be larger @returns null then */
  load(organizationId: string, mostBytes: number): Promise<OrganizationIndex | null> {
    return this.reader.read(organizationId, async (read) => {
      const state = await stateOf(read, organizationId);
      const index = new OrganizationIndex(this.kernel);
      await addCompetencies(read, organizationId, index);
      let next = this.packsFrom(read, organizationId, 0);
      for (let from = 0; from <= state.lastOrdinal; from += SEGMENT_SIZE) {
        const blocks = await next;
        // The database reads the next segment while this one is built.
        const isLast = from + SEGMENT_SIZE > state.lastOrdinal;
        if (!isLast) next = this.packsFrom(read, organizationId, from + SEGMENT_SIZE);
        // Heard of when it is waited for, or not at all when the building fails first.
        next.catch(() => undefined);
        index.addSegment(blocks);
        if (index.bytes > mostBytes) {
          await next;
          index.release();
          return null;
        }
      }
      index.sequence = state.sequence;
      return index;
    });
  }

  /** @returns false when the changes since then are no longer told, and the index must be loaded anew */
  catchUp(organizationId: string, index: OrganizationIndex): Promise<boolean> {
    return this.reader.read(organizationId, async (read) => {
      const state = await stateOf(read, organizationId);
      if (state.feedAfter > index.sequence) return false;
      await addCompetencies(read, organizationId, index);
      const rows = await read.query<{ ordinal: string; pack: Buffer | null }>(
        `SELECT c.ordinal, p.pack FROM
           (SELECT DISTINCT ordinal FROM holding_change WHERE organization_id = $1 AND sequence > $2) c
         LEFT JOIN holding_pack p ON p.organization_id = $1 AND p.ordinal = c.ordinal ORDER BY c.ordinal`,
        [organizationId, index.sequence],
      );
      const changes = rows.map(({ ordinal, pack }): ChangedPack => ({
        ordinal: Number(ordinal),
        words: pack && wordsOf(pack),
      }));
      index.apply(changes);
      index.sequence = state.sequence;
      return true;
    });
  }

  /** Packs of the candidates of one segment, a few thousand in a row of the copy, which needs no sorting on disk. */
  private async packsFrom(read: BulkRead, organizationId: string, from: number): Promise<PackBlock[]> {
    const copied = await read.copy(
      `SELECT (SELECT string_agg(int4send(ordinal::int4) || int4send(length(pack) / 4) || pack, '')
               FROM (SELECT ordinal, pack FROM holding_pack WHERE organization_id = '${organizationId}'
                       AND ordinal >= first AND ordinal < first + ${BATCH} ORDER BY ordinal) p)
       FROM generate_series(${from}, ${from + SEGMENT_SIZE - 1}, ${BATCH}) first`,
    );
    const blocks: PackBlock[] = [];
    for (const field of copiedFields(copied)) if (field !== null) blocks.push(nativeWords(field));
    return blocks;
  }
}

/** Words in the order of bytes of this machine; turning them all at once is many times faster than one by one. */
function nativeWords(batch: Buffer): PackBlock {
  const own = new Uint8Array(batch);
  if (isLittleEndian) Buffer.from(own.buffer).swap32();
  return new Int32Array(own.buffer);
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

async function stateOf(read: BulkRead, organizationId: string): Promise<State> {
  const [row] = await read.query<{ value: string; feed_after: string; last_ordinal: string }>(
    `SELECT value, feed_after, last_ordinal FROM holding_sequence WHERE organization_id = $1`,
    [organizationId],
  );
  return {
    sequence: Number(row?.value ?? 0),
    feedAfter: Number(row?.feed_after ?? 0),
    lastOrdinal: Number(row?.last_ordinal ?? 0),
  };
}

/** Numbers are never used again, so only those that the index does not know yet are read. */
async function addCompetencies(read: BulkRead, organizationId: string, index: OrganizationIndex): Promise<void> {
  const rows = await read.query<{ competency_id: string; number: number }>(
    `SELECT competency_id, number FROM held_competency WHERE organization_id = $1 AND number >= $2`,
    [organizationId, index.competencies],
  );
  for (const { competency_id, number } of rows) index.addCompetency(competency_id, number);
}
