import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { isSameKey } from './is-same-key.js';

const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edwards = generateKeyPairSync('ed25519');
const pem = curve.privateKey.export({ type: 'pkcs8', format: 'pem' });

describe('isSameKey', () => {
  it('tells keys apart, also those of different types and curves', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(isSameKey(curve.publicKey, curve.publicKey)).toBe(true);
    expect(isSameKey(curve.publicKey, generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toBe(false);
    expect(isSameKey(curve.publicKey, other.publicKey)).toBe(false);
    expect(isSameKey(curve.publicKey, edwards.publicKey)).toBe(false);
  });

  it('leaves nothing behind that the next reading of a key would stumble over', () => {
    isSameKey(curve.publicKey, edwards.publicKey);
    expect(createPrivateKey(pem).asymmetricKeyType).toBe('ec');
  });
});
