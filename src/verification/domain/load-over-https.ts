import type { DocumentSource, LoadOptions, LoadResult } from './document-source.js';

/**
 * A document as it is addressed, or over https where the address is of plain http: over the network such a one is refused
 * before any call, and many badges were issued before their hosts had certificates. A pinned document may lie at either.
 */
export async function loadOverHttps(
  source: DocumentSource,
  address: string,
  options: LoadOptions,
): Promise<LoadResult> {
  const asStated = await source.load(address, options);
  if (asStated.ok || !/^http:\/\//i.test(address)) return asStated;
  return source.load(address.replace(/^http:/i, 'https:'), options);
}
