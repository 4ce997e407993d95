import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import jsigs from 'jsonld-signatures';
import type { JsonObject } from '../json.js';
import { pinnedContexts } from '../json-ld/pinned-contexts.js';
import { aBadge } from '../testing/badge.js';
import { everyChangeOf } from '../testing/changed.js';
import { ecDidKeyIssuer, type IssuerKey } from '../testing/issuer-key.js';
import { noon, verifyHere } from '../testing/verify-here.js';

const issuer = ecDidKeyIssuer('P-256');
const purpose = new jsigs.purposes.AssertionProofPurpose();

async function documentLoader(url: string): Promise<object> {
  const document = pinnedContexts.get(url);
  if (!document) throw new Error(`no document ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}

async function baseOf(badge: JsonObject, key: IssuerKey): Promise<JsonObject> {
  const pair = await EcdsaMultikey.fromJwk({ jwk: key.privateKey.export({ format: 'jwk' }), secretKey: true });
  const signer = Object.assign(pair, { id: key.method, controller: key.controller }).signer();
  const cryptosuite = createSignCryptosuite({ mandatoryPointers: ['/issuer', '/validFrom', '/credentialSubject/id'] });
  return jsigs.sign(badge, {
    suite: new DataIntegrityProof({ signer, cryptosuite, date: noon }),
    purpose,
    documentLoader,
  });
}

/** What the holder shows: the mandatory part and what the pointers select. */
async function derivedFrom(base: JsonObject, ...selectivePointers: string[]): Promise<JsonObject> {
  const cryptosuite = createDiscloseCryptosuite({ selectivePointers });
  return jsigs.derive(base, { suite: new DataIntegrityProof({ cryptosuite }), purpose, documentLoader });
}

const base = baseOf(aBadge(issuer.controller), issuer);
const shown = base.then((it) => derivedFrom(it, '/credentialSubject/achievement'));
const proofOf = (badge: JsonObject): JsonObject => badge.proof as JsonObject;
const withBytes = (badge: JsonObject, bytes: Buffer): JsonObject => ({
  ...badge,
  proof: { ...proofOf(badge), proofValue: `u${bytes.toString('base64url')}` },
});
const bytesOf = (badge: JsonObject): Buffer => Buffer.from(String(proofOf(badge).proofValue).slice(1), 'base64url');

describe('a proof of ecdsa-sd-2023', () => {
  it('is verified when another maker’s library derived it, with the remark that the holder chose', async () => {
    const badge = await shown;
    expect(badge).not.toHaveProperty('name');
    const report = await verifyHere(badge);
    expect(report).toMatchObject({ verdict: 'verified', issuerIdentity: 'proven' });
    expect(report.checks.filter(({ id }) => id === 'proof').map(({ code }) => code)).toEqual([
      'signature-valid',
      'selective',
    ]);
  });

  it('is verified when everything is shown', async () => {
    const pointers = ['/id', '/name', '/credentialSubject/achievement'];
    expect(await verifyHere(await derivedFrom(await base, ...pointers))).toMatchObject({ verdict: 'verified' });
  });

  it('is refused as long as it is the base proof, which is for the holder alone', async () => {
    const report = await verifyHere(await base);
    expect(report).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
    expect(report.checks.find(({ id }) => id === 'proof')?.code).toBe('base-proof');
  });

  it('is never verified with any word of the content or the proof changed', async () => {
    const changes = everyChangeOf(await shown);
    const verified: string[] = [];
    for (const { place, changed } of changes)
      if ((await verifyHere(changed)).verdict === 'verified') verified.push(place);
    expect(verified).toEqual([]);
    expect(changes.length).toBeGreaterThan(15);
  });

  it('is never verified with any byte changed', async () => {
    const badge = await derivedFrom(await base, '/credentialSubject/achievement/name');
    expect((await verifyHere(badge)).verdict).toBe('verified');
    const bytes = bytesOf(badge);
    const verified: number[] = [];
    for (let index = 0; index < bytes.length; index += 1) {
      const other = Buffer.from(bytes);
      other.writeUInt8(other.readUInt8(index) ^ (1 << (index % 8)), index);
      if ((await verifyHere(withBytes(badge, other))).verdict === 'verified') verified.push(index);
    }
    expect(verified).toEqual([]);
    expect(bytes.length).toBeGreaterThan(300);
  });

  it('is never verified with bytes added or left out', async () => {
    const badge = await shown;
    const bytes = bytesOf(badge);
    for (const other of [Buffer.concat([bytes, Buffer.alloc(1)]), bytes.subarray(0, -1), bytes.subarray(0, 3)])
      expect((await verifyHere(withBytes(badge, other))).verdict).toBe('failed');
  });

  it('fails when a statement is left out of what was shown, or one is added', async () => {
    const badge = await shown;
    const { validFrom: _start, ...less } = badge;
    expect((await verifyHere(less)).verdict).toBe('failed');
    expect((await verifyHere({ ...badge, name: 'Welding, level 3' })).verdict).toBe('failed');
  });

  it('does not hold for what another credential of the issuer says', async () => {
    const second = await baseOf(aBadge(issuer.controller, { validFrom: '2026-02-01T00:00:00Z' }), issuer);
    const elsewhere = await derivedFrom(second, '/credentialSubject/achievement');
    expect((await verifyHere({ ...elsewhere, proof: (await shown).proof })).verdict).toBe('failed');
  });

  it('is somebody else’s when another key than the issuer’s made it', async () => {
    const other = await baseOf(aBadge(issuer.controller), ecDidKeyIssuer('P-256'));
    const badge = await derivedFrom(other, '/credentialSubject/achievement');
    expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'] });
  });
});
