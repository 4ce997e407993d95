import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compactVerify } from 'jose';
import { loadContext } from '../../demo/signing/contexts.js';
import type { SignedJson, SignedToken } from './corpora.js';
import type { Contender } from './interleave.js';

const folder = resolve('bench/peers');

/** Installs the peers at their pinned versions where they are not there yet. */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules', '@digitalbazaar', 'vc'))) return;
  console.log('installing the peers that are measured beside (bench/peers) ...');
  const options = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  execFileSync('npm', options, { cwd: folder, stdio: 'inherit' });
}

async function peer<T>(name: string): Promise<T> {
  const entry = createRequire(join(folder, 'package.json'));
  try {
    return (await import(pathToFileURL(entry.resolve(name)).href)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    const description = entry(join(folder, 'node_modules', name, 'package.json')) as EsmPackage;
    const main = typeof description.exports === 'string' ? description.exports : description.exports?.['.']?.import;
    return (await import(pathToFileURL(join(folder, 'node_modules', name, mainOf(main))).href)) as T;
  }
}

interface EsmPackage {
  exports?: string | { '.'?: { import?: string | { default?: string } } };
}

function mainOf(main: string | { default?: string } | undefined): string {
  return (typeof main === 'string' ? main : main?.default) ?? 'index.js';
}

/** Signature of the token alone, with keys imported ahead. */
export async function joseContender(corpus: readonly SignedToken[]): Promise<Contender> {
  const keys = new Map(
    await Promise.all(
      [...new Set(corpus.map(({ publicKey }) => publicKey))].map(async (key) => {
        const jwk = key.export({ format: 'jwk' });
        const algorithm = jwk.kty === 'OKP' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256' };
        return [key, await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify'])] as const;
      }),
    ),
  );
  return async (at) => {
    const { text, publicKey } = corpus[at % corpus.length] as SignedToken;
    const key = keys.get(publicKey);
    if (!key) return false;
    return compactVerify(text, key).then(
      () => true,
      () => false,
    );
  };
}

/** Signature, claims and issuer, with documents of keys at hand; no rules of Open Badges, no status. */
export async function didJwtVcContender(corpus: readonly SignedToken[]): Promise<Contender> {
  const { verifyCredential } = await peer<{ verifyCredential: (token: string, resolver: object) => Promise<unknown> }>(
    'did-jwt-vc',
  );
  const documents = new Map(corpus.map(({ issuer, publicKey }) => [issuer, resolvedDocument(issuer, publicKey)]));
  const resolver = { resolve: async (did: string) => documents.get(did.split('#', 1)[0] ?? '') };
  return (at) => {
    const { text } = corpus[at % corpus.length] as SignedToken;
    return verifyCredential(text, resolver).then(
      () => true,
      () => false,
    );
  };
}

function resolvedDocument(did: string, publicKey: SignedToken['publicKey']): object {
  const id = `${did}#0`;
  const publicKeyJwk = publicKey.export({ format: 'jwk' });
  const verificationMethod = [{ id, type: 'JsonWebKey2020', controller: did, publicKeyJwk }];
  const didDocument = { id: did, verificationMethod, assertionMethod: [id], authentication: [id] };
  return { didResolutionMetadata: {}, didDocumentMetadata: {}, didDocument };
}

type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object; tag?: 'static' }>;

/** Contexts from packages, told apart as never changing; documents of did:key made ahead. */
function loaderFor(suite: EmbeddedName): Loader {
  const made = new Map<string, object>();
  return async (url) => {
    if (!url.startsWith('did:key:')) return { ...(await loadContext(url)), tag: 'static' };
    const document = made.get(url) ?? didKeyDocument(url, suite);
    made.set(url, document);
    return { contextUrl: null, documentUrl: url, document };
  };
}

export type EmbeddedName = 'eddsa-rdfc-2022' | 'Ed25519Signature2020';

function didKeyDocument(url: string, suite: EmbeddedName): object {
  const [did = ''] = url.split('#');
  const multibase = did.slice('did:key:'.length);
  const id = `${did}#${multibase}`;
  const isOlder = suite === 'Ed25519Signature2020';
  const context = isOlder
    ? 'https://w3id.org/security/suites/ed25519-2020/v1'
    : 'https://w3id.org/security/multikey/v1';
  const type = isOlder ? 'Ed25519VerificationKey2020' : 'Multikey';
  const method = { '@context': context, id, type, controller: did, publicKeyMultibase: multibase };
  if (url.includes('#')) return method;
  const contexts = ['https://www.w3.org/ns/did/v1', context];
  return { '@context': contexts, id: did, verificationMethod: [method], assertionMethod: [id], authentication: [id] };
}

/** Signature, purpose, issuer and dates; no rules of Open Badges, no status. */
export async function digitalBazaarVerifier(
  suite: EmbeddedName,
): Promise<(json: Record<string, unknown>) => Promise<boolean>> {
  const vc = await peer<{ verifyCredential(options: object): Promise<{ verified: boolean }> }>('@digitalbazaar/vc');
  const documentLoader = loaderFor(suite);
  const newSuite = await suiteMaker(suite);
  return async (json) =>
    (await vc.verifyCredential({ credential: json, suite: newSuite(), documentLoader, now: NOW })).verified;
}

/** Inside the dates of all credentials of the corpora. */
export const NOW = new Date('2026-06-01T00:00:00Z');

export async function digitalBazaarContender(corpus: readonly SignedJson[], suite: EmbeddedName): Promise<Contender> {
  const verify = await digitalBazaarVerifier(suite);
  return (at) => verify((corpus[at % corpus.length] as SignedJson).json);
}

async function suiteMaker(suite: EmbeddedName): Promise<() => object> {
  if (suite === 'Ed25519Signature2020') {
    const { Ed25519Signature2020 } = await peer<{ Ed25519Signature2020: new () => object }>(
      '@digitalbazaar/ed25519-signature-2020',
    );
    return () => new Ed25519Signature2020();
  }
  const { DataIntegrityProof } = await peer<{ DataIntegrityProof: new (options: object) => object }>(
    '@digitalbazaar/data-integrity',
  );
  const { cryptosuite } = await peer<{ cryptosuite: object }>('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
  return () => new DataIntegrityProof({ cryptosuite });
}

interface CoreLog {
  log?: { id: string; valid: boolean }[];
}

/** Signature, expiry, registries (none are named); the schema that it would download is answered from memory. */
export async function verifierCoreContender(corpus: readonly SignedJson[]): Promise<Contender> {
  const { verifyCredential } = await peer<{ verifyCredential: (options: object) => Promise<CoreLog> }>(
    '@digitalcredentials/verifier-core',
  );
  const json = { headers: { 'content-type': 'application/json' } };
  globalThis.fetch = async () => new Response('{}', json);
  return async (at) => {
    const credential = structuredClone((corpus[at % corpus.length] as SignedJson).json);
    const { log } = await verifyCredential({ credential, knownDIDRegistries: [] });
    return log?.find(({ id }) => id === 'valid_signature')?.valid === true;
  };
}
