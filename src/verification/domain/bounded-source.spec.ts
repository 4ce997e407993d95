import { boundedSource } from './bounded-source.js';
import { InMemorySource } from './testing/in-memory-source.js';

describe('boundedSource', () => {
  it('loads a document once however often it is asked for', async () => {
    const source = new InMemorySource().serve('https://a.example', {});
    const bounded = boundedSource(source);
    await Promise.all([bounded.load('https://a.example'), bounded.load('https://a.example')]);
    expect(source.asked).toEqual(['https://a.example']);
  });

  it('loads no more than its budget, and says so', async () => {
    const source = new InMemorySource();
    const bounded = boundedSource(source, 2);
    for (const name of ['a', 'b', 'c', 'd']) await bounded.load(`https://${name}.example`);
    expect(source.asked).toHaveLength(2);
    expect(await bounded.load('https://e.example')).toMatchObject({ ok: false, retryable: false });
  });

  it('turns a source that rejects into a document that could not be had', async () => {
    const bounded = boundedSource({ load: () => Promise.reject(new Error('broken')) });
    expect(await bounded.load('https://a.example')).toMatchObject({ ok: false, retryable: true });
  });
});
