import type { DocumentSource, LoadResult } from '../document-source.js';

/** Documents by URL, as JSON or as text; any other URL cannot be reached. Counts what was asked for. */
export class InMemorySource implements DocumentSource {
  readonly asked: string[] = [];
  private readonly documents = new Map<string, Buffer>();

  serve(url: string, document: unknown): this {
    this.documents.set(
      url,
      Buffer.isBuffer(document)
        ? document
        : Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
    );
    return this;
  }

  async load(url: string): Promise<LoadResult> {
    this.asked.push(url);
    const body = this.documents.get(url);
    return body
      ? { ok: true, body, contentType: 'application/json', url }
      : { ok: false, retryable: true, detail: `${url} cannot be reached`, url };
  }
}
