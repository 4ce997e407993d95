import { HostGate } from './host-gate.js';

/** Work that ends when it is told to. */
function work() {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { run: () => done, finish };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('HostGate', () => {
  const never = new AbortController().signal;

  it('lets only so many pass per host, in the order of asking', async () => {
    const gate = new HostGate(2, 10);
    const works = [work(), work(), work(), work()];
    const entered: number[] = [];
    const passes = works.map((one, index) =>
      gate.pass('a.example', never, () => {
        entered.push(index);
        return one.run();
      }),
    );
    await settle();
    expect(entered).toEqual([0, 1]);
    works[1]?.finish();
    await settle();
    expect(entered).toEqual([0, 1, 2]);
    works.forEach((one) => one.finish());
    await Promise.all(passes);
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('does not let one slow host hold up another', async () => {
    const gate = new HostGate(1, 10);
    const slow = work();
    const passes = [gate.pass('slow.example', never, slow.run), gate.pass('slow.example', never, slow.run)];
    await expect(gate.pass('fast.example', never, async () => 'through')).resolves.toBe('through');
    slow.finish();
    await Promise.all(passes);
  });

  it('lets only so many pass in all', async () => {
    const gate = new HostGate(2, 2);
    const first = work();
    const passes = ['a', 'b'].map((host) => gate.pass(host, never, first.run));
    let entered = false;
    const third = gate.pass('c', never, async () => {
      entered = true;
    });
    await settle();
    expect(entered).toBe(false);
    first.finish();
    await Promise.all([...passes, third]);
    expect(entered).toBe(true);
  });

  it('gives the place back when the work fails', async () => {
    const gate = new HostGate(1, 1);
    await expect(gate.pass('a', never, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate.pass('a', never, async () => 'through')).resolves.toBe('through');
  });

  it('stops waiting when the signal ends, and leaves the queue', async () => {
    const gate = new HostGate(1, 10);
    const slow = work();
    const inside = gate.pass('a', never, slow.run);
    const controller = new AbortController();
    let entered = false;
    const waiting = gate.pass('a', controller.signal, async () => {
      entered = true;
    });
    controller.abort(new Error('late'));
    await expect(waiting).rejects.toThrow('late');
    slow.finish();
    await inside;
    await settle();
    expect(entered).toBe(false);
    await expect(gate.pass('a', controller.signal, async () => undefined)).rejects.toThrow('late');
  });
});
