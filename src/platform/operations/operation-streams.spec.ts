import { UnitOfWork } from '../database/index.js';
import type { Operation } from './operation.js';
import { MAX_STREAMS_PER_ORGANIZATION, OperationStreams } from './operation-streams.js';
import type { Operations } from './operations.js';

const TIMES = { lookEvery: 1, heartbeatEvery: 3, endAfter: 7 };

/** Versions 1, 2, 3... of an operation, one for each look; the last one stays. */
function streamsOver(states: readonly (Operation['state'] | undefined)[]): OperationStreams {
  let looks = 0;
  const operations = {
    async find() {
      const index = Math.min(looks, states.length - 1);
      looks += 1;
      const state = states[index];
      return state && { operation: { id: 'o', state } as Operation, version: String(index + 1) };
    },
  };
  const unitOfWork = { run: (_id: string, work: (tx: unknown) => unknown) => work({}) } as unknown as UnitOfWork;
  return new OperationStreams(unitOfWork, operations as unknown as Operations);
}

const all = async (streams: OperationStreams, lastSeen?: string): Promise<string[]> =>
  (await streams.watch('org', 'o', lastSeen, TIMES).toArray()).map(String);
const event = (version: number, state: string): string => `id: ${version}\ndata: {"id":"o","state":"${state}"}\n\n`;

describe('a stream of events', () => {
  it('has one event for each change and ends with the operation', async () => {
    expect(await all(streamsOver(['queued', 'running', 'succeeded']))).toEqual([
      'retry: 2000\n\n',
      event(1, 'queued'),
      event(2, 'running'),
      event(3, 'succeeded'),
    ]);
  });

  it('does not repeat the event that was seen last', async () => {
    expect(await all(streamsOver(['failed']), '1')).toEqual(['retry: 2000\n\n']);
  });

  it('says now and then that it is still there, and ends after its time', async () => {
    // Seven looks, 1 ms apart; after looks 3 and 6 nothing was sent for 3 ms.
    expect(await all(streamsOver(['queued']))).toEqual([
      'retry: 2000\n\n',
      event(1, 'queued'),
      ': still here\n\n',
      ': still here\n\n',
    ]);
  });

  it('ends when the operation is gone', async () => {
    expect(await all(streamsOver(['queued', undefined]))).toEqual(['retry: 2000\n\n', event(1, 'queued')]);
  });

  it('gives its place back even when nothing was read of it', () => {
    const streams = streamsOver(['queued']);
    const open = Array.from({ length: MAX_STREAMS_PER_ORGANIZATION }, () =>
      streams.watch('org', 'o', undefined, TIMES),
    );
    expect(() => streams.watch('org', 'o', undefined, TIMES)).toThrow(
      expect.objectContaining({ code: 'too-many-streams' }),
    );
    expect(streams.watch('other', 'o', undefined, TIMES).destroy().destroyed).toBe(true);
    open[0]?.destroy();
    expect(streams.watch('org', 'o', undefined, TIMES).destroy().destroyed).toBe(true);
    open.forEach((stream) => stream.destroy());
  });
});
