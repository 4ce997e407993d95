import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { readBody } from './read-body.js';

async function* inChunks(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const text = Buffer.from('a document '.repeat(500));
/** 64 MiB of nothing: 64 KiB as gzip. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));

describe('readBody', () => {
  it.each<[string, string, Buffer]>([
    ['plain', '', text],
    ['identity', 'identity', text],
    ['gzip', 'gzip', gzipSync(text)],
    ['gzip in capitals', ' GZIP ', gzipSync(text)],
    ['brotli', 'br', brotliCompressSync(text)],
    ['deflate', 'deflate', deflateSync(text)],
  ])('reads %s', async (_name, coding, bytes) => {
    expect((await readBody(inChunks(bytes), coding, undefined, text.length)).equals(text)).toBe(true);
  });

  it.each<[string, string, Buffer]>([
    ['plain', '', text],
    ['gzip', 'gzip', gzipSync(text)],
    ['brotli', 'br', brotliCompressSync(text)],
    ['a gzip bomb', 'gzip', bomb],
    ['a bomb inside a bomb is opened once', 'gzip', gzipSync(bomb.subarray(0, 10_000))],
  ])('stops one byte beyond the limit: %s', async (_name, coding, bytes) => {
    await expect(readBody(inChunks(bytes), coding, undefined, 5_499)).rejects.toMatchObject({
      kind: 'too-large',
      retryable: false,
    });
  });

  it('does not read on once the limit is passed', async () => {
    let chunks = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        chunks += 1;
        yield Buffer.alloc(1000);
      }
    }
    await expect(readBody(endless(), '', undefined, 10_000)).rejects.toMatchObject({ kind: 'too-large' });
    expect(chunks).toBe(11);
    // An encoded body may be larger than what it decodes to, but not without end: 10,000 + 65,536 bytes are 75.5 chunks.
    chunks = 0;
    await expect(readBody(endless(), 'gzip', undefined, 10_000)).rejects.toMatchObject({ kind: 'too-large' });
    expect(chunks).toBe(76);
  });

  it('believes a stated length that is too large without reading', async () => {
    let wasRead = false;
    async function* body(): AsyncGenerator<Buffer> {
      wasRead = true;
      yield text;
    }
    await expect(readBody(body(), '', '5501', 5_500)).rejects.toMatchObject({ kind: 'too-large' });
    expect(wasRead).toBe(false);
  });

  it.each<[string, string, Buffer]>([
    ['an unknown coding', 'zstd', text],
    ['two codings', 'gzip, gzip', gzipSync(gzipSync(text))],
    ['broken gzip', 'gzip', text],
    ['gzip that is cut off', 'gzip', gzipSync(text).subarray(0, 20)],
  ])('refuses %s', async (_name, coding, bytes) => {
    await expect(readBody(inChunks(bytes), coding, undefined, 1_000_000)).rejects.toMatchObject({
      kind: 'unreachable',
      retryable: false,
    });
  });
});
