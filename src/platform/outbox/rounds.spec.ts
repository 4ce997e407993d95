import { Rounds } from './rounds.js';

/** A round that a test ends when it likes. */
function heldRound() {
  const ends: ((more: boolean) => void)[] = [];
  const started: (() => void)[] = [];
  return {
    round: () => {
      started.shift()?.();
      return new Promise<boolean>((resolve) => ends.push(resolve));
    },
    nextStart: () => new Promise<void>((resolve) => started.push(resolve)),
    end: (more: boolean) => ends.shift()?.(more),
    get running() {
      return ends.length;
    },
  };
}

const LONG = 3_600_000;

describe('Rounds', () => {
  it('never runs two rounds at once and runs again when asked during one', async () => {
    const held = heldRound();
    const rounds = new Rounds(LONG, held.round, () => undefined);
    const first = held.nextStart();
    rounds.start();
    await first;
    rounds.soon();
    rounds.soon();
    expect(held.running).toBe(1);
    const second = held.nextStart();
    held.end(false);
    await second;
    held.end(false);
    await rounds.stop();
  });

  it('goes on at once while a round says there is more', async () => {
    const held = heldRound();
    const rounds = new Rounds(LONG, held.round, () => undefined);
    const first = held.nextStart();
    rounds.start();
    await first;
    const second = held.nextStart();
    held.end(true);
    await second;
    held.end(false);
    await rounds.stop();
  });

  it('tells of a failed round and goes on when asked', async () => {
    const errors: unknown[] = [];
    let calls = 0;
    const done = new Promise<void>((resolve) => {
      const rounds = new Rounds(
        LONG,
        async () => {
          calls += 1;
          if (calls === 1) throw new Error('away');
          void rounds.stop().then(resolve);
          return false;
        },
        (error) => {
          errors.push(error);
          setImmediate(() => rounds.soon());
        },
      );
      rounds.start();
    });
    await done;
    expect(errors).toEqual([new Error('away')]);
    expect(calls).toBe(2);
  });

  it('waits for the running round when stopped, and starts none after', async () => {
    const held = heldRound();
    const rounds = new Rounds(LONG, held.round, () => undefined);
    const first = held.nextStart();
    rounds.start();
    await first;
    let stopped = false;
    const stopping = rounds.stop().then(() => (stopped = true));
    rounds.soon();
    await Promise.resolve();
    expect(stopped).toBe(false);
    held.end(true);
    await stopping;
    expect(held.running).toBe(0);
  });
});
