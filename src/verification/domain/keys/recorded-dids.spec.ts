import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentsInMemory } from '../../../../test/factories/documents-in-memory.js';
import { resolveJwtKey } from './resolve-jwt-key.js';
import { resolveVerificationMethod } from './resolve-verification-method.js';

const folder = join('..', 'shared', 'credentials');
const isThere = existsSync(join(folder, 'dcc', 'dids'));
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

if (!isThere) it.skip('recorded DID documents: the folder ../shared/credentials is absent', () => undefined);

(isThere ? describe : describe.skip)('recorded DID documents', () => {
  const base = 'https://digitalcredentials.github.io/vc-test-fixtures/dids';
  const did = 'did:web:digitalcredentials.github.io:vc-test-fixtures:dids';
  const fragment = 'z6MkjXe1vZvPRqFuc9nRBtZ3e1Y9XKDFSbjFAfzLfW2bD6cZ';
  const source = () =>
    new DocumentsInMemory({
      [`${base}/legacy/did.json`]: read('dcc', 'dids', 'legacy.did.json'),
      [`${base}/oidf/did.json`]: read('dcc', 'dids', 'oidf.did.json'),
      'https://example.issuer/vc-jose-cose/.well-known/jwks.json': read('w3c-jose', 'jwks.json'),
    });

  it.each([
    ['without verificationMethod', 'legacy', undefined],
    ['with embedded and described methods', 'oidf', 'DCC issuer-registry-client OIDF test DID'],
  ])('reads the document %s', async (_name, name, documentName) => {
    const found = await resolveVerificationMethod(`${did}:${name}#${fragment}`, 'assertionMethod', source());
    expect(found).toMatchObject({ kind: 'resolved', controller: `${did}:${name}`, fragment, jwk: { crv: 'Ed25519' } });
    expect(found.kind === 'resolved' && found.documentName).toBe(documentName);
  });

  it('does not list them for authentication', async () => {
    const found = await resolveVerificationMethod(`${did}:legacy#${fragment}`, 'authentication', source());
    expect(found).toMatchObject({ kind: 'unresolvable', code: 'not-listed' });
  });

  it('has no key for a DID that is not recorded, although its fragment is one', async () => {
    const id = 'did:web:digitalcredentials.github.io:dcc-did-web-bad#z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q';
    const found = await resolveVerificationMethod(id, 'assertionMethod', source());
    expect(found).toMatchObject({
      kind: 'unresolvable',
      code: 'document-unavailable',
      url: 'https://digitalcredentials.github.io/dcc-did-web-bad/did.json',
    });
  });

  it('has no issuer key for the first example of Open Badges 3, only the key it brings itself', async () => {
    const { proof } = JSON.parse(read('1edtech-ob3', 'simple.json'));
    const id = [proof].flat()[0].verificationMethod;
    expect(await resolveVerificationMethod(id, 'assertionMethod', source())).toMatchObject({ kind: 'unproven' });
  });

  it('finds the keys of the recorded key set by their ids', async () => {
    const issuer = 'https://example.issuer/vc-jose-cose';
    const found = await resolveJwtKey({ issuer, kid: '73voMXFNmNlOEpuYCSJlh8eN0dscykoO6gBukgRS1uU' }, source());
    expect(found).toMatchObject({
      kind: 'resolved',
      controller: issuer,
      jwk: { kty: 'EC', crv: 'P-256', alg: 'ES256' },
    });
  });
});
