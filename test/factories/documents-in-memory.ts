import type { DocumentSource, LoadOptions, LoadResult } from '../../src/verification/domain/document-source.js';

/** A body, a JSON document, or `{ retryable }` for a failure and `{ movedTo, body }` for an answer after a redirect. */
type Answer = string | Buffer | object;

/** A document source that knows only what it was given, and remembers what it was asked for. */
export class DocumentsInMemory implements DocumentSource {
  readonly asked: { url: string; options: LoadOptions }[] = [];

  constructor(private readonly documents: Record<string, Answer> = {}) {}

  async load(url: string, options: LoadOptions = {}): Promise<LoadResult> {
    this.asked.push({ url, options });
    const answer = Object.hasOwn(this.documents, url) ? this.documents[url] : undefined;
    if (answer === undefined) return { ok: false, retryable: true, detail: `${url} cannot be reached`, url };
    if (typeof answer === 'string' || Buffer.isBuffer(answer)) return found(url, answer);
    if ('retryable' in answer) return { ok: false, retryable: answer.retryable === true, detail: 'refused', url };
    if ('movedTo' in answer && 'body' in answer) return found(String(answer.movedTo), JSON.stringify(answer.body));
    return found(url, JSON.stringify(answer));
  }

  get urls(): string[] {
    return this.asked.map((load) => load.url);
  }
}

function found(url: string, body: string | Buffer): LoadResult {
  return { ok: true, url, contentType: 'application/json', body: Buffer.from(body) };
}
