import { gzipSync } from 'node:zlib';
import { boundedGunzip, isGzip } from './bounded-gunzip.js';

const MIB = 1024 * 1024;
const limits = { maxBytes: 4 * MIB, maxRatio: 200 };

async function unpack(packed: Buffer, within = limits): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of boundedGunzip(packed, within)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('boundedGunzip', () => {
  it('gives back what was packed, in one member or several', async () => {
    const [a, b] = [Buffer.from('code,label\n'), Buffer.from('A,Alpha\n')];
    expect(await unpack(Buffer.concat([gzipSync(a), gzipSync(b)]))).toEqual(Buffer.concat([a, b]));
  });

  it('stops at the limit on size', async () => {
    const random = Buffer.from(Array.from({ length: 5 * MIB }, (_, n) => (n * 7919) % 251));
    await expect(unpack(gzipSync(random), { maxBytes: 4 * MIB, maxRatio: 100_000 })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('stops at the limit on ratio: 3 MiB of zeros pack to about 3 KiB, a thousandth', async () => {
    const bomb = gzipSync(Buffer.alloc(3 * MIB));
    await expect(unpack(bomb)).rejects.toMatchObject({ code: 'too-large' });
    expect(await unpack(gzipSync(Buffer.alloc(MIB)))).toHaveLength(MIB);
  });

  it('refuses what is damaged, cut off or something else', async () => {
    const packed = gzipSync(Buffer.from('code,label\nA,Alpha\n'));
    const damaged = Buffer.from(packed);
    damaged.writeUInt8(packed.readUInt8(packed.length - 6) ^ 0xff, packed.length - 6);
    for (const bytes of [damaged, packed.subarray(0, -4), Buffer.from('code,label\n')]) {
      await expect(unpack(bytes)).rejects.toMatchObject({ code: 'not-gzip' });
    }
  });

  it('is recognised by its first bytes', () => {
    expect(isGzip(gzipSync(Buffer.from('x')))).toBe(true);
    expect(isGzip(Buffer.from('code,label'))).toBe(false);
    expect(isGzip(Buffer.alloc(0))).toBe(false);
  });
});
