import fc from 'fast-check';
import { base58 } from '../../../../test/factories/signing-keys.js';
import { decodeBase58, decodeBase64url, decodeMultibase } from './multibase.js';

describe('decodeBase58', () => {
  it('reads the vectors of the Bitcoin alphabet', () => {
    // "Hello World!" and leading zero bytes, as in the base58 draft of the IETF.
    expect(decodeBase58('2NEpo7TZRRrLZSi2U')?.toString()).toBe('Hello World!');
    expect(decodeBase58('11233QC4')?.toString('hex')).toBe('0000287fb4cd');
    expect(decodeBase58('1')?.toString('hex')).toBe('00');
  });

  it('reads back whatever bytes were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (array) => {
        const bytes = Buffer.from(array);
        expect(decodeBase58(base58(bytes))?.equals(bytes)).toBe(true);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a letter that is left out of the alphabet', 'abc0'],
    ['a capital O', 'O'],
    ['a line break', 'abc\n'],
    ['a text beyond any key', '2'.repeat(257)],
  ])('refuses %s', (_name, text) => {
    expect(decodeBase58(text)).toBeUndefined();
  });
});

describe('decodeBase64url', () => {
  it('reads canonical text', () => {
    expect(decodeBase64url('-_8', 10)?.toString('hex')).toBe('fbff');
  });

  it.each([
    ['padding', 'AA=='],
    ['the letters of plain base64', '+/8'],
    ['stray bits in the last letter', 'AB'],
    ['a length that no bytes have', 'A'],
    ['more than the caller takes', 'AAAAAAAAAAAA'],
  ])('refuses %s', (_name, text) => {
    expect(decodeBase64url(text, 10)).toBeUndefined();
  });
});

describe('decodeMultibase', () => {
  it('knows base58btc and base64url and nothing else', () => {
    expect(decodeMultibase('z2')?.toString('hex')).toBe('01');
    expect(decodeMultibase('uAQ')?.toString('hex')).toBe('01');
    expect(decodeMultibase('f01')).toBeUndefined();
    expect(decodeMultibase('')).toBeUndefined();
  });
});
