import { type KeyObject, constants, generateKeyPairSync, sign } from 'node:crypto';
import { compactVerify } from 'jose';
import { isSameKey } from './keys/is-same-key.js';
import { aBadge } from './testing/badge.js';
import type { JsonObject } from './json.js';
import { Random } from './testing/fuzz/random.js';
import { verifyHere } from './testing/verify-here.js';

/** `npm run fuzz` makes many more; the seed of a run is printed, and giving it again repeats the run. */
const tokens = Math.ceil(Number(process.env.FUZZ_DOCUMENTS ?? 1_000) / 10);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
jest.setTimeout(60_000 + tokens * 200);

interface Signer {
  alg: string;
  publicKey: KeyObject;
  sign: (input: Buffer) => Buffer;
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');

const signers: readonly Signer[] = [
  { alg: 'EdDSA', publicKey: ed25519.publicKey, sign: (input) => sign(null, input, ed25519.privateKey) },
  ecSigner('ES256', 'P-256', 'sha256'),
  ecSigner('ES384', 'P-384', 'sha384'),
  ecSigner('ES512', 'P-521', 'sha512'),
  { alg: 'RS256', publicKey: rsa.publicKey, sign: (input) => sign('sha256', input, rsa.privateKey) },
  {
    alg: 'PS256',
    publicKey: rsa.publicKey,
    sign: (input) =>
      sign('sha256', input, { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  },
];

function ecSigner(alg: string, namedCurve: string, hash: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
  return { alg, publicKey, sign: (input) => sign(hash, input, { key: privateKey, dsaEncoding: 'ieee-p1363' }) };
}

const algorithms = [...signers.map(({ alg }) => alg), 'Ed25519'];
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenBy({ alg, sign: by }: Signer, header: JsonObject, claims: unknown): string {
  const input = `${encoded({ alg, typ: 'vc+jwt', ...header })}.${encoded(claims)}`;
  return `${input}.${by(Buffer.from(input)).toString('base64url')}`;
}

/** Whether the signature holds, says our verifier, with the key as the one that the organization pinned. */
async function holdsHere(token: string, publicKey: KeyObject): Promise<boolean> {
  const jwk = publicKey.export({ format: 'jwk' }) as JsonObject;
  const { checks } = await verifyHere(token, { keys: { anchors: [], pinnedFor: async () => [{ jwk }] } });
  return checks.some(({ id, outcome }) => id === 'proof' && outcome === 'pass');
}

async function holdsForJose(token: string, publicKey: KeyObject): Promise<boolean> {
  try {
    await compactVerify(token, publicKey, { algorithms });
    return true;
  } catch {
    return false;
  }
}

type Change = (token: string, signer: Signer, random: Random) => string;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.+/ ';
const parts = (token: string): string[] => token.split('.');
const withPart = (token: string, at: number, part: string): string => parts(token).with(at, part).join('.');

const changes: Readonly<Record<string, Change>> = {
  nothing: (token) => token,
  'a letter': (token, _signer, random) => {
    const at = random.below(token.length);
    return token.slice(0, at) + random.oneOf([...letters]) + token.slice(at + 1);
  },
  'a letter less': (token, _signer, random) => {
    const at = random.below(token.length);
    return token.slice(0, at) + token.slice(at + 1);
  },
  'a letter more': (token, _signer, random) => {
    const at = random.below(token.length + 1);
    return token.slice(0, at) + random.oneOf([...letters]) + token.slice(at);
  },
  'a bit of the signature': (token, _signer, random) => {
    const bytes = Buffer.from(parts(token)[2] ?? '', 'base64url');
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return withPart(token, 2, bytes.toString('base64url'));
  },
  'the length of the signature': (token, _signer, random) => {
    const bytes = Buffer.from(parts(token)[2] ?? '', 'base64url');
    const others = [
      bytes.subarray(1),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.alloc(0),
      Buffer.alloc(bytes.length),
    ];
    return withPart(token, 2, random.oneOf(others).toString('base64url'));
  },
  'the parts of another token': (token, signer, random) =>
    withPart(token, random.below(3), parts(tokenBy(signer, {}, { other: true }))[random.below(3)] ?? ''),
  'the algorithm in the header': (token, _signer, random) =>
    withPart(token, 0, encoded({ alg: random.oneOf([...algorithms, 'none', 'HS256', 'RS1', '', 7]), typ: 'vc+jwt' })),
  'an algorithm that was signed along': (token, signer, random) => {
    const claims: unknown = JSON.parse(Buffer.from(parts(token)[1] ?? '', 'base64url').toString());
    return tokenBy(signer, { alg: random.oneOf([...algorithms, 'none', 'HS256', 'ES256K']) }, claims);
  },
  'critical parameters that were signed along': (token, signer, random) => {
    const claims: unknown = JSON.parse(Buffer.from(parts(token)[1] ?? '', 'base64url').toString());
    const headers = [
      { crit: ['b64'], b64: true },
      { crit: ['exp'], exp: 1 },
      { crit: [] },
      { b64: false, crit: ['b64'] },
    ];
    return tokenBy(signer, random.oneOf(headers), claims);
  },
};

const count = { made: 0, bothAccept: 0, bothRefuse: 0, refusedHereOnly: 0 };

beforeAll(() => console.info(`tokens against jose: seed ${seed}, ${tokens} for each algorithm`));
afterAll(() => console.info(`tokens against jose: ${JSON.stringify(count)}`));

describe.each(signers.map((signer) => [signer.alg, signer] as const))('a token of %s', (_alg, signer) => {
  it('that holds here holds for jose as well, whatever was changed', async () => {
    const random = new Random(seed);
    const names = Object.keys(changes);
    for (let made = 0; made < tokens; made += 1) {
      const name = made === 0 ? 'nothing' : random.oneOf(names);
      const original = tokenBy(signer, {}, aBadge('https://issuer.example/', { name: `Badge ${random.below(1_000)}` }));
      const token = changes[name]?.(original, signer, random) ?? original;
      const [here, there] = [await holdsHere(token, signer.publicKey), await holdsForJose(token, signer.publicKey)];
      if (here && !there) throw new Error(`held here and not for jose after a change of ${name}: ${token}`);
      if (token === original && !here) throw new Error(`an unchanged token does not hold: ${token}`);
      count.made += 1;
      count[here ? 'bothAccept' : there ? 'refusedHereOnly' : 'bothRefuse'] += 1;
    }
  });

  it('holds with no key but its own', async () => {
    const token = tokenBy(signer, {}, aBadge('https://issuer.example/'));
    const others = signers.filter(({ publicKey }) => !isSameKey(publicKey, signer.publicKey));
    for (const { publicKey } of others)
      expect([await holdsHere(token, publicKey), await holdsForJose(token, publicKey)]).toEqual([false, false]);
  });
});
