import { generate, type MultikeyPair } from '@digitalbazaar/ed25519-multikey';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { signEmbedded, type EmbeddedSuite } from '../signing/embedded-proof.js';

/** What an issuer can do in this world: sign a credential in its own way. */
export interface DemoIssuer {
  readonly id: string;
  readonly name: string;
  /** Its DID document, for issuers that publish one, with the URL it is published at. */
  readonly document?: { readonly url: string; readonly body: object };
  /** Contexts that its proofs need beside those of the credential. */
  readonly suite: EmbeddedSuite | 'jwt';
  sign(credential: Record<string, unknown>, at: Date): Promise<{ body: string; contentType: string }>;
}

/** An issuer whose DID is its key. */
export async function didKeyIssuer(name: string, suite: EmbeddedSuite): Promise<DemoIssuer> {
  const key = await generate();
  const id = `did:key:${key.publicKeyMultibase}`;
  return embeddedIssuer({ id, name, suite }, named(key, id, `${id}#${key.publicKeyMultibase}`));
}

/** An issuer that publishes its key under a domain of its own. */
export async function didWebIssuer(name: string, host: string): Promise<DemoIssuer> {
  const id = `did:web:${host}`;
  const key = named(await generate(), id, `${id}#key-1`);
  const method = { id: key.id, type: 'Multikey', controller: id, publicKeyMultibase: key.publicKeyMultibase };
  return {
    ...embeddedIssuer({ id, name, suite: 'eddsa-rdfc-2022' }, key),
    document: didDocument(id, host, method),
  };
}

/** An issuer under a domain that signs JSON Web Tokens with ES256. */
export async function jwtIssuer(name: string, host: string): Promise<DemoIssuer> {
  const id = `did:web:${host}`;
  const kid = `${id}#token-key`;
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const publicKeyJwk: JWK = await exportJWK(publicKey);
  return {
    id,
    name,
    suite: 'jwt',
    document: didDocument(id, host, { id: kid, type: 'JsonWebKey', controller: id, publicKeyJwk }),
    sign: async (credential) => ({
      body: await signJwt(credential, privateKey, kid),
      contentType: 'application/vc+jwt',
    }),
  };
}

/** Someone who claims to be `victim` and signs with a key of their own. */
export async function impostorOf(victim: DemoIssuer): Promise<DemoIssuer> {
  const impostor = await didKeyIssuer(victim.name, 'eddsa-rdfc-2022');
  return { ...impostor, id: victim.id };
}

function embeddedIssuer(of: { id: string; name: string; suite: EmbeddedSuite }, key: MultikeyPair): DemoIssuer {
  return {
    ...of,
    sign: async (credential, at) => ({
      body: JSON.stringify(await signEmbedded(credential, key, of.suite, at), null, 2),
      contentType: 'application/vc+ld+json',
    }),
  };
}

function named(key: MultikeyPair, controller: string, id: string): MultikeyPair {
  key.controller = controller;
  key.id = id;
  return key;
}

const didDocument = (
  id: string,
  host: string,
  method: { id: string; [property: string]: unknown },
): { url: string; body: object } => ({
  url: `https://${host}/.well-known/did.json`,
  body: {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id,
    verificationMethod: [method],
    assertionMethod: [method.id],
  },
});

function signJwt(credential: Record<string, unknown>, key: CryptoKey, kid: string): Promise<string> {
  const subject = credential.credentialSubject as { id?: string };
  const token = new SignJWT(credential)
    .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid })
    .setIssuer((credential.issuer as { id: string }).id)
    .setJti(credential.id as string);
  return (subject.id === undefined ? token : token.setSubject(subject.id)).sign(key);
}
