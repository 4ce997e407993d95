import type { FetchResult } from './fetch-result.js';
import { ResultCache } from './result-cache.js';

const limits = { freshMs: 60_000, failureMs: 15_000, maxEntries: 3, maxBytes: 100 };

function aDocument(bytes: number): FetchResult {
  const document = {
    url: 'https://example.edu/',
    status: 200,
    contentType: '',
    body: Buffer.alloc(bytes),
    fetchedAt: new Date(0),
  };
  return { ok: true, document };
}
const failure: FetchResult = {
  ok: false,
  failure: { kind: 'timeout', url: 'https://example.edu/', detail: '', retryable: true },
};

/** A cache on a clock that is set by hand, and a count of what was loaded. */
function aCache() {
  const time = { ms: 0 };
  const loads: string[] = [];
  const cache = new ResultCache(limits, () => time.ms);
  const get = (key: string, result: FetchResult = aDocument(1)) =>
    cache.get(key, async () => {
      loads.push(key);
      return result;
    });
  return { time, loads, cache, get };
}

describe('ResultCache', () => {
  it('keeps a document for its time and no longer', async () => {
    const { time, loads, get } = aCache();
    await get('a');
    time.ms = 59_999;
    await get('a');
    expect(loads).toEqual(['a']);
    time.ms = 60_000;
    await get('a');
    expect(loads).toEqual(['a', 'a']);
  });

  it('keeps a failure for a shorter time', async () => {
    const { time, loads, get } = aCache();
    await get('a', failure);
    time.ms = 14_999;
    await get('a', failure);
    expect(loads).toEqual(['a']);
    time.ms = 15_000;
    await get('a', failure);
    expect(loads).toEqual(['a', 'a']);
  });

  it('lets those who ask at the same time share one load', async () => {
    const { loads, get } = aCache();
    const results = await Promise.all([get('a'), get('a'), get('a'), get('b')]);
    expect(loads).toEqual(['a', 'b']);
    expect(results[0]).toBe(results[2]);
  });

  it('drops the oldest beyond the number of entries', async () => {
    const { loads, get } = aCache();
    for (const key of ['a', 'b', 'c', 'd', 'b', 'a']) await get(key);
    expect(loads).toEqual(['a', 'b', 'c', 'd', 'a']);
  });

  it('drops the oldest beyond the sum of bytes, and never keeps what is larger than that alone', async () => {
    const { loads, get } = aCache();
    await get('a', aDocument(60));
    await get('b', aDocument(60));
    await get('b', aDocument(60));
    await get('a', aDocument(60));
    expect(loads).toEqual(['a', 'b', 'a']);
    await get('huge', aDocument(101));
    await get('huge', aDocument(101));
    await get('a', aDocument(60));
    expect(loads).toEqual(['a', 'b', 'a', 'huge', 'huge']);
  });

  it('does not keep a load that broke', async () => {
    const { cache, get, loads } = aCache();
    await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await get('a');
    expect(loads).toEqual(['a']);
  });
});
