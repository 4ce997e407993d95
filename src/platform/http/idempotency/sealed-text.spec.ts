import { seal, unseal } from './sealed-text.js';

describe('sealed text', () => {
  it('is read again with the same password', () => {
    expect(unseal(seal('{"key":"ä"}', 'Bearer a'), 'Bearer a')).toBe('{"key":"ä"}');
  });

  it('is not read with another password, nor when it was changed', () => {
    const sealed = seal('secret', 'Bearer a');
    expect(unseal(sealed, 'Bearer b')).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1]! ^= 1;
    expect(unseal(bytes.toString('base64'), 'Bearer a')).toBeUndefined();
  });

  it('looks different each time', () => {
    expect(seal('a', 'Bearer a')).not.toBe(seal('a', 'Bearer a'));
  });
});
