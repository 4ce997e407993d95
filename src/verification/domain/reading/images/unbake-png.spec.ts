import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { readDocument } from '../../read-document.js';
import { aBadge } from '../../testing/badge.js';
import { aPng, bakedPng, chunk, textChunk } from '../../testing/baked.js';
import { didKeyIssuer } from '../../testing/issuer-key.js';
import { signJwt } from '../../testing/sign-jwt.js';

const badge = JSON.stringify(aBadge('did:example:x', { name: 'Schweißen, Stufe 3' }));
const oldBadge = '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","name":"Zoë"}';
const holding = (...chunks: Buffer[]) => readDocument(aPng(chunks));
const packed = (text: string | Buffer): Buffer => deflateSync(text);
const international = (keyword: string, flags: number[], text: Buffer): Buffer =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([...flags, 0, 0]), text]));

describe('a PNG', () => {
  it.each([
    ['openbadges-3', 'none', textChunk(badge)],
    ['openbadges-3', 'jwt', textChunk(signJwt(aBadge('did:example:x'), didKeyIssuer(1)))],
    ['openbadges-3', 'none', textChunk(badge, 'openbadges')],
    ['clr-2', 'none', textChunk(badge.replace('OpenBadgeCredential', 'ClrCredential'), 'clrcredential')],
  ])('gives the %s baked into it, secured by %s, with its own format', (format, securing, text) => {
    expect(holding(text)).toMatchObject({ kind: 'credential', format, securing, carrier: 'baked-png' });
  });

  it('gives the text letter for letter, a language and a translated keyword notwithstanding', () => {
    const read = holding(chunk('iTXt', `openbadgecredential\0\0\0de\0Abzeichen\0${badge}`));
    expect(read).toMatchObject({ kind: 'credential', credential: JSON.parse(badge) });
  });

  it.each([
    ['tEXt', chunk('tEXt', Buffer.from(`openbadges\0${oldBadge}`, 'latin1'))],
    ['zTXt', chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), packed(Buffer.from(oldBadge, 'latin1'))]))],
    ['iTXt', textChunk(oldBadge, 'openbadges')],
    ['compressed iTXt', international('openbadges', [1, 0], packed(oldBadge))],
  ])('of an older badge is read from %s like that badge itself', (_type, text) => {
    expect(holding(text)).toMatchObject({ kind: 'badge', format: 'openbadges-2', carrier: 'baked-png' });
  });

  it('with the address of an older badge is answered like the address', () => {
    const read = holding(chunk('tEXt', 'openbadges\0https://badges.example/1'));
    expect(read).toMatchObject({ kind: 'link', address: 'https://badges.example/1', carrier: 'baked-png' });
  });

  it.each([
    ['nothing but pixels', []],
    ['other texts', [chunk('tEXt', 'Software\0Paint'), chunk('zTXt', 'Comment'), chunk('iTXt', '')]],
    ['a keyword in other letters', [textChunk(badge, 'OpenBadgeCredential')]],
    ['a keyword that goes on', [textChunk(badge, 'openbadges2')]],
    ['a keyword with a blank', [textChunk(badge, ' openbadges')]],
    ['a keyword in another kind of chunk', [chunk('prVt', `openbadges\0${badge}`)]],
  ])('with %s holds no badge, which says nothing against it', (_what, chunks: Buffer[]) => {
    const read = holding(...chunks);
    expect(read).toMatchObject({
      kind: 'unsupported',
      format: 'baked-png',
      detail: expect.stringContaining('no badge'),
    });
  });

  it('ends with its last chunk, whatever follows', () => {
    const read = readDocument(Buffer.concat([aPng([]), textChunk(badge)]));
    expect(read).toMatchObject({ kind: 'unsupported', format: 'baked-png' });
  });

  const good = bakedPng(badge);
  const changedAt = (at: number, byte: number): Buffer => {
    const copy = Buffer.from(good);
    copy.writeUInt8(byte, at);
    return copy;
  };
  it.each([
    ['malformed-png', 'a chunk of 2^31 bytes', changedAt(33, 0x80)],
    ['malformed-png', 'a chunk longer than the file', changedAt(34, 0x10)],
    ['malformed-png', 'a letter of the text changed, so that its checksum is wrong', changedAt(90, 0x21)],
    ['malformed-png', 'a chunk without a proper name', aPng([chunk('1234')])],
    ['malformed-png', 'no header', Buffer.concat([good.subarray(0, 8), good.subarray(33)])],
    ['malformed-png', 'the end cut off', good.subarray(0, good.length - 12)],
    ['malformed-png', 'nothing but its signature', good.subarray(0, 8)],
    ['malformed-png', 'a text that breaks off', aPng([chunk('iTXt', 'openbadgecredential\0\0\0de')])],
    ['malformed-png', 'a flag that means nothing', aPng([international('openbadges', [2, 0], packed(oldBadge))])],
    ['malformed-png', 'an unknown compression', aPng([international('openbadges', [1, 1], packed(oldBadge))])],
    ['malformed-png', 'a broken compression', aPng([chunk('zTXt', `openbadges\0\0${badge}`)])],
    ['too-many-chunks', '50,000 chunks', aPng(Array.from({ length: 50_000 }, () => chunk('tEXt')))],
    ['two-credentials', 'two credentials', aPng([textChunk(badge), textChunk(badge)])],
    ['two-credentials', 'two of different names', aPng([textChunk(badge, 'openbadges'), textChunk(badge)])],
    ['compressed', 'a new badge compressed', aPng([international('openbadgecredential', [1, 0], packed(badge))])],
    ['compressed', 'a learner record compressed', aPng([international('clrcredential', [1, 0], packed(badge))])],
    ['wrong-chunk', 'a new badge in tEXt', aPng([chunk('tEXt', `openbadgecredential\0${badge}`)])],
    ['wrong-chunk', 'a new badge in zTXt', aPng([chunk('zTXt', `openbadgecredential\0\0${badge}`)])],
    ['too-large', 'more than 5 MiB', Buffer.concat([good, Buffer.alloc(5 * 1024 * 1024)])],
  ])('is malformed (%s) with %s', (code, _what, png) => {
    expect(readDocument(png)).toMatchObject({ kind: 'malformed', format: 'baked-png', code });
  });

  it.each([
    ['empty', ''],
    ['invalid-json', '{"a":'],
    ['duplicate-key', '{"a":1,"a":2}'],
    ['too-large', `{"a":"${'x'.repeat(512 * 1024)}"}`],
    ['image-in-image', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['image-in-image', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ])('is malformed (%s) when the text in it is', (code, text) => {
    expect(readDocument(bakedPng(text))).toMatchObject({ kind: 'malformed', code, format: 'baked-png' });
  });

  it('keeps a text that is no credential to itself', () => {
    expect(readDocument(bakedPng('{"hello":"world"}'))).toMatchObject({ kind: 'unsupported', format: 'baked-png' });
  });

  it('that would unpack to a gigabyte is given up early', () => {
    // A flushed block of zeros can be repeated: 1,024 of them are a megabyte that unpacks to a gigabyte.
    const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 1024 }, () => block)]);
    for (const text of [
      international('openbadges', [1, 0], bomb),
      chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), bomb])),
    ]) {
      const before = process.memoryUsage().rss;
      const startedMs = performance.now();
      expect(holding(text)).toMatchObject({ kind: 'malformed', code: 'too-large' });
      expect(performance.now() - startedMs).toBeLessThan(5_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    }
  });

  it('of 60,000 times 60,000 pixels costs no more than a small one, since no pixel is looked at', () => {
    const before = process.memoryUsage().rss;
    expect(readDocument(aPng([textChunk(badge)], 60_000))).toMatchObject({ kind: 'credential' });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});
