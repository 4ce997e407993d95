import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { EmbeddedSuite } from '../../demo/signing/embedded-proof.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { credentialAt, type CredentialPlan } from './credentials.js';

const ISSUERS = 20;
const DOCUMENTS = 200;
/** Every 50th document is a bad one, so that a contender that says yes to everything is found out. */
const BAD_EVERY = 50;
const SIGNED_AT = new Date('2025-12-01T08:00:00Z');

export interface SignedDocument {
  readonly bytes: Buffer;
  readonly text: string;
  readonly contentType: string;
  readonly isGood: boolean;
}

export interface SignedJson extends SignedDocument {
  readonly json: Record<string, unknown>;
}

export interface SignedToken extends SignedDocument {
  readonly publicKey: KeyObject;
  readonly issuer: string;
}

export type Layout = 'whole-payload' | 'vc-claim';

/** Credentials of twenty issuers with a proof inside, signed by the libraries that issuers use. */
export async function embeddedCorpus(
  suite: EmbeddedSuite,
  plan: Omit<CredentialPlan, 'issuer' | 'furtherContexts'>,
): Promise<SignedJson[]> {
  const issuers: DemoIssuer[] = [];
  for (let made = 0; made < ISSUERS; made += 1) issuers.push(await didKeyIssuer(`Issuer ${made}`, suite));
  const furtherContexts = suite === 'Ed25519Signature2020' ? ['https://w3id.org/security/suites/ed25519-2020/v1'] : [];
  const documents: SignedJson[] = [];
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const issuer = issuers[at % ISSUERS];
    if (!issuer) continue;
    const unsigned = credentialAt(at, { ...plan, issuer: issuer.id, furtherContexts });
    const { body, contentType } = await issuer.sign(unsigned, SIGNED_AT);
    const isGood = at % BAD_EVERY !== BAD_EVERY - 1;
    const signed = JSON.parse(body) as Record<string, unknown>;
    const json = isGood ? signed : spoiled(signed, at);
    const text = JSON.stringify(json);
    documents.push({ json, text, bytes: Buffer.from(text), contentType, isGood });
  }
  return documents;
}

/** Changed after it was signed: another value, or a word that no context defines. */
function spoiled(signed: Record<string, unknown>, at: number): Record<string, unknown> {
  return at % (2 * BAD_EVERY) < BAD_EVERY ? { ...signed, name: 'Another badge' } : { ...signed, unheardOf: 'added' };
}

/** Credentials as JSON Web Tokens of twenty issuers whose DIDs are their keys. */
export function tokenCorpus(alg: 'EdDSA' | 'ES256', layout: Layout): SignedToken[] {
  const issuers = Array.from({ length: ISSUERS }, () => {
    const pair = alg === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return { ...pair, did: `did:jwk:${base64url(pair.publicKey.export({ format: 'jwk' }))}` };
  });
  return Array.from({ length: DOCUMENTS }, (_, at) => {
    const issuer = issuers[at % ISSUERS];
    if (!issuer) throw new Error('there is an issuer for every document');
    const { did, privateKey, publicKey } = issuer;
    const header = base64url({ alg, typ: layout === 'vc-claim' ? 'JWT' : 'vc+jwt', kid: `${did}#0` });
    const credential = credentialAt(at, { issuer: did, kind: 'typical' });
    const signed = `${header}.${base64url(claimsOf(credential, did, layout))}`;
    const isGood = at % BAD_EVERY !== BAD_EVERY - 1;
    const other = `${header}.${base64url(claimsOf({ ...credential, name: 'Another badge' }, did, layout))}`;
    const signature =
      alg === 'EdDSA'
        ? sign(null, Buffer.from(signed), privateKey)
        : sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const text = `${isGood ? signed : other}.${signature.toString('base64url')}`;
    return { text, bytes: Buffer.from(text), contentType: 'application/vc+jwt', isGood, publicKey, issuer: did };
  });
}

function claimsOf(credential: Record<string, unknown>, issuer: string, layout: Layout): Record<string, unknown> {
  const { id, validFrom, credentialSubject } = credential;
  const sub = (credentialSubject as { id: string }).id;
  const registered = { iss: issuer, jti: id, sub, nbf: Date.parse(String(validFrom)) / 1000 };
  if (layout === 'whole-payload') return { ...credential, ...registered };
  const [, ...others] = credential['@context'] as string[];
  const { validFrom: _start, ...older } = credential;
  return {
    ...registered,
    vc: { ...older, '@context': ['https://www.w3.org/2018/credentials/v1', ...others], issuanceDate: validFrom },
  };
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
