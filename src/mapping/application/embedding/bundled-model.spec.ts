import { BundledModel, MODEL_LIMITS, type ModelLimits } from './bundled-model.js';
import { ModelUnavailable } from './embedding-model.js';

/** Stands in for the thread: its vectors are the length of the text, and some texts make it misbehave. */
const THREAD = `
import { parentPort } from 'node:worker_threads';
const questions = [];
parentPort.on('message', (texts) => {
  questions.push(texts);
  if (texts.includes('hang')) for (;;);
  if (texts.includes('exit')) process.exit(3);
  if (texts.includes('throw')) throw new Error('out of memory');
  if (texts.includes('fail')) return parentPort.postMessage({ failure: 'no such word' });
  const vectors = texts.map((text) => Int8Array.of(text === 'questions' ? questions.length : text.length));
  setTimeout(() => parentPort.postMessage({ vectors }), texts.includes('slow') ? 300 : 0);
});
parentPort.postMessage('ready');`;
const file = new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`);

describe('BundledModel', () => {
  const models: BundledModel[] = [];
  const modelWith = (limits: Partial<ModelLimits> = {}, entry = file): BundledModel => {
    const model = new BundledModel({ ...MODEL_LIMITS, ...limits }, entry);
    models.push(model);
    return model;
  };
  afterAll(() => Promise.all(models.map((model) => model.onApplicationShutdown())));
  const lengths = async (model: BundledModel, ...texts: string[]) =>
    (await model.vectors(texts, 'answer')).map((vector) => vector[0]);

  it('gives vectors in the order of the texts, also of the same text twice and of none', async () => {
    const model = modelWith();
    expect(await lengths(model, 'abc', 'a', 'abc')).toEqual([3, 1, 3]);
    expect(await lengths(model)).toEqual([]);
    expect(await lengths(model, 'a'.repeat(100), 'x'.repeat(127))).toEqual([100, 127]);
  });

  it('asks the thread for 32 texts and 1,500 characters at a time', async () => {
    const many = Array.from({ length: 33 }, (_, at) => String(at));
    const short = modelWith();
    await lengths(short, ...many);
    expect(await lengths(short, 'questions')).toEqual([3]);
    // Of 16 texts with 100 characters the first fifteen are 1,500.
    const long = modelWith();
    await lengths(long, ...Array.from({ length: 16 }, (_, at) => String(at).padStart(100, '0')));
    expect(await lengths(long, 'questions')).toEqual([3]);
  });

  it('remembers so many texts, and lets the longest unused go', async () => {
    const model = modelWith({ remembered: 2 });
    await lengths(model, 'a', 'b');
    await lengths(model, 'a');
    await lengths(model, 'c');
    const remembered = Reflect.get(model, 'remembered') as Map<string, unknown>;
    expect([...remembered.keys()]).toEqual(['a', 'c']);
    expect(MODEL_LIMITS.remembered).toBe(5_000);
  });

  it('refuses who comes when as many wait as may wait', async () => {
    const model = modelWith({ waiting: 2 });
    const [first, second, third] = await Promise.allSettled([
      lengths(model, 'slow'),
      lengths(model, 'b'),
      lengths(model, 'c'),
    ]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(third).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('too many') as string },
    });
    expect(MODEL_LIMITS.waiting).toBe(64);
  });

  it('lets nobody wait longer than that, and keeps what was answered too late', async () => {
    const model = modelWith({ patienceMs: { answer: 100, work: 5_000 } });
    await lengths(model, 'warm');
    await expect(lengths(model, 'slow')).rejects.toThrow(ModelUnavailable);
    expect(await model.vectors(['slow'], 'work')).toHaveLength(1);
    expect(MODEL_LIMITS.patienceMs.answer).toBe(2_000);
  });

  it('gives up a thread that takes too long, and the next question gets another', async () => {
    const model = modelWith({ questionMs: 200 });
    await expect(lengths(model, 'hang')).rejects.toThrow('takes too long');
    expect(await lengths(model, 'after')).toEqual([5]);
  });

  it.each([
    ['exit', 'ended with 3'],
    ['throw', 'out of memory'],
    ['fail', 'no such word'],
  ])('tells only who asked for it when the thread does %s', async (text, reason) => {
    const model = modelWith();
    const [broken, well] = await Promise.allSettled([lengths(model, text), lengths(model, 'well')]);
    expect(broken).toMatchObject({
      reason: { name: 'ModelUnavailable', message: expect.stringContaining(reason) as string },
    });
    expect(well).toEqual({ status: 'fulfilled', value: [4] });
  });

  it('says so when there is no such thread, and when its weights take too long to read', async () => {
    await expect(lengths(modelWith({}, new URL('file:///nowhere.mjs')), 'a')).rejects.toThrow(ModelUnavailable);
    const silent = new URL('data:text/javascript,setInterval(()=>{},1000)');
    await expect(lengths(modelWith({ loadMs: 100 }, silent), 'a')).rejects.toThrow('take too long to read');
  });

  it('answers who waits before who works', async () => {
    const model = modelWith({ texts: 1 });
    const order: string[] = [];
    const ask = async (text: string, urgency: 'answer' | 'work') => {
      await model.vectors([text], urgency);
      order.push(text);
    };
    await Promise.all([ask('first', 'work'), ask('second', 'work'), ask('urgent', 'answer')]);
    expect(order).toEqual(['first', 'urgent', 'second']);
  });

  it('lets those who wait take turns, question by question', async () => {
    const model = modelWith({ texts: 1 });
    const order: string[] = [];
    const ask = async (name: string, ...texts: string[]) => {
      await model.vectors(texts, 'answer');
      order.push(name);
    };
    await Promise.all([ask('much', 'a', 'b', 'c', 'd'), ask('little', 'e')]);
    expect(order).toEqual(['little', 'much']);
  });

  it('answers nobody after the service was shut down', async () => {
    const model = modelWith();
    const asked = lengths(model, 'hang');
    await Promise.all([expect(asked).rejects.toThrow('shutting down'), model.onApplicationShutdown()]);
  });
});
