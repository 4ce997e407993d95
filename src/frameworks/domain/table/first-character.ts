import type { SourceFile } from './source-text.js';

/**
 * What a file begins with, byte order mark and blanks aside, without reading more of it than needed.
 *
 * @returns the same file, to be read from its beginning; '' for an empty one
 */
export async function firstCharacter(source: SourceFile): Promise<{ source: SourceFile; character: string }> {
  const { beginning, source: whole } = await beginningOf(source, (text) => text.trim() !== '');
  return { source: whole, character: beginning.trim().charAt(0) };
}

const MAX_BEGINNING = 65_536;

/** The beginning of a file as far as `suffices` wants it, and the same file to be read as a whole. */
export async function beginningOf(
  { file, chunks }: SourceFile,
  suffices: (text: string) => boolean,
): Promise<{ source: SourceFile; beginning: string }> {
  const decoder = new TextDecoder('utf-8');
  const rest = iteratorOf(chunks);
  const read: Uint8Array[] = [];
  let beginning = '';
  while (!suffices(beginning) && beginning.length < MAX_BEGINNING) {
    const next = await rest.next();
    if (next.done === true) break;
    read.push(next.value);
    beginning += decoder.decode(next.value, { stream: true });
  }
  return { source: { file, chunks: continued(read, rest) }, beginning };
}

function iteratorOf(chunks: SourceFile['chunks']): Iterator<Uint8Array> | AsyncIterator<Uint8Array> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}

async function* continued(
  read: readonly Uint8Array[],
  rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* read;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
