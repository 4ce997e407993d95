import type { DocumentSource, LoadOptions, LoadResult } from './document-source.js';

/** Documents that one credential may make us load, however many URLs it names. */
const maxLoads = 20;

/**
 * A source with a budget for one credential: the same document is loaded once, after `maxLoads` others nothing more is,
 * and a source that rejects counts as one that could not be reached.
 */
export function boundedSource(source: DocumentSource, most: number = maxLoads): DocumentSource {
  let loads: Map<string, Promise<LoadResult>> | undefined;
  return {
    load(url, options) {
      const key = JSON.stringify([url, options?.accept, options?.maxBytes, options?.maxRedirects]);
      loads ??= new Map();
      const known = loads.get(key);
      if (known) return known;
      if (loads.size >= most) {
        const detail = `not loaded: one credential may ask for ${most} documents`;
        return Promise.resolve({ ok: false, retryable: false, detail, url });
      }
      const load = loadSafely(source, url, options);
      loads.set(key, load);
      return load;
    },
  };
}

async function loadSafely(source: DocumentSource, url: string, options?: LoadOptions): Promise<LoadResult> {
  try {
    return await source.load(url, options);
  } catch {
    return { ok: false, retryable: true, detail: 'the document could not be loaded', url };
  }
}
