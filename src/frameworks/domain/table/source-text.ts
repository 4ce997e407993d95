import { TextDecoder } from 'node:util';
import { UnreadableSource } from '../import/source-problem.js';

/** One uploaded file as it is read; `file` is its name in problems. */
export interface SourceFile {
  readonly file: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Bytes that may still be read of an upload; it is counted down. */
export interface ByteBudget {
  bytes: number;
}

/**
 * The text of a file, piece by piece, without its byte order mark.
 *
 * @param budget bytes that may still be read; it is counted down
 * @throws {UnreadableSource} `too-large`, `not-utf8`
 */
export async function* boundedText(source: SourceFile, budget: ByteBudget): AsyncGenerator<string> {
  const { file } = source;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw notUtf8(file);
    }
  };
  for await (const chunk of source.chunks) {
    budget.bytes -= chunk.length;
    if (budget.bytes < 0) {
      const message = 'The files hold more than they may, unpacked.';
      throw new UnreadableSource({ file, severity: 'fatal', code: 'too-large', message });
    }
    const text = decode(chunk);
    if (text !== '') yield text;
  }
  const last = decode();
  if (last !== '') yield last;
}

export function notUtf8(file: string): UnreadableSource {
  const message = 'The file is not UTF-8 text. Save it as UTF-8 (in a spreadsheet "CSV UTF-8") and send it again.';
  return new UnreadableSource({ file, severity: 'fatal', code: 'not-utf8', message });
}
