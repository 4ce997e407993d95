import type { CanonicalForm } from '../../domain/json-ld/canonical-form.js';
import { GeneralLane, type LaneLimits } from './general-lane.js';

/** A thread that does what the document says: answers, never answers, fills the memory, breaks. */
const stub = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ document }) => {
    if (document.do === 'loop') for (;;);
    if (document.do === 'fill') for (const all = [];;) all.push(new Array(100_000).fill({}));
    if (document.do === 'break') throw new Error('broken');
    parentPort.postMessage({ ok: true, nquads: String(document.do) + workerData.contexts.length });
  });
  parentPort.postMessage('ready');`;

const limits: LaneLimits = { timeMs: 300, memoryMb: 24 };
const file = new URL(
  `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module';const require = createRequire(${JSON.stringify(`${process.cwd()}/x.js`)});${stub}`)}`,
);

describe('the general lane', () => {
  const lane = new GeneralLane(file, new Map([['https://operator.example/context', {}]]), limits);
  afterAll(() => lane.close());
  const ask = (what: string): Promise<CanonicalForm> => lane.canonicalize({ do: what }, {});

  it('answers one document after the other, with the contexts of the operator at hand', async () => {
    expect(await Promise.all([ask('a'), ask('b')])).toEqual([
      { ok: true, nquads: 'a1' },
      { ok: true, nquads: 'b1' },
    ]);
  });

  it('gives up what takes too long, keeps this thread free meanwhile, and goes on with the next', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 10);
    const [endless, next] = await Promise.all([ask('loop'), ask('c')]);
    clearInterval(counting);
    expect(endless).toMatchObject({ ok: false, kind: 'unsupported', code: 'too-complex' });
    expect(next).toEqual({ ok: true, nquads: 'c1' });
    // 300 ms of waiting are 30 turns of 10 ms; a third of them is enough to show that nothing was held up.
    expect(turns).toBeGreaterThan(10);
  });

  it('gives up what takes too much memory, and the process lives on', async () => {
    const patient = new GeneralLane(file, new Map(), { ...limits, timeMs: 20_000 });
    expect(await patient.canonicalize({ do: 'fill' }, {})).toMatchObject({ ok: false, code: 'too-complex' });
    expect(await patient.canonicalize({ do: 'd' }, {})).toEqual({ ok: true, nquads: 'd0' });
    await patient.close();
  });

  it('says nothing of a document when the thread itself breaks, so that it is tried again', async () => {
    await expect(ask('break')).rejects.toThrow('broken');
    expect(await ask('e')).toEqual({ ok: true, nquads: 'e1' });
  });

  it('answers nobody after it was closed', async () => {
    const closing = new GeneralLane(file, new Map(), limits);
    const asked = closing.canonicalize({ do: 'loop' }, {});
    await Promise.all([expect(asked).rejects.toThrow('shutting down'), closing.close()]);
  });
});
