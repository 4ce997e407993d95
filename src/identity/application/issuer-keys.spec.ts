import { Logger } from '@nestjs/common';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { IssuerKeys } from './issuer-keys.js';
import { KeyDocuments } from './key-documents.js';
import { TokenKeyFetch } from './token-key-fetch.js';

const ISSUER = 'https://login.example.org/realm';
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`;
const JWKS = 'https://keys.example.org/jwks';

class Documents extends TokenKeyFetch {
  readonly fetched: string[] = [];
  constructor(readonly stored: Map<string, unknown>) {
    super();
  }
  override async load(url: string): Promise<Buffer | undefined> {
    this.fetched.push(url);
    const stored = this.stored.get(url);
    return stored === undefined ? undefined : Buffer.from(typeof stored === 'string' ? stored : JSON.stringify(stored));
  }
}

let one: JWK;
let two: JWK;

beforeAll(async () => {
  Logger.overrideLogger(false);
  const jwk = async (kid: string): Promise<JWK> => ({
    ...(await exportJWK((await generateKeyPair('ES256')).publicKey)),
    kid,
    alg: 'ES256',
  });
  one = await jwk('one');
  two = await jwk('two');
});

function setUp(
  stored: [string, unknown][] = [
    [DISCOVERY, { issuer: ISSUER, jwks_uri: JWKS }],
    [JWKS, { keys: [one] }],
  ],
) {
  const documents = new Documents(new Map(stored));
  const time = { ms: 1_000_000 };
  const keys = new IssuerKeys(ISSUER, new KeyDocuments(documents), () => time.ms);
  const ask = (kid: string) => keys.keyFor({ alg: 'ES256', kid }, { payload: '', signature: '' });
  return { documents, time, ask, looks: () => documents.fetched.filter((url) => url === JWKS).length };
}

describe('the keys of a token issuer', () => {
  it('are found by discovery and fetched once for all who ask at the same time', async () => {
    const { ask, documents } = setUp();
    await Promise.all([ask('one'), ask('one'), ask('one')]);
    await ask('one');
    expect(documents.fetched).toEqual([DISCOVERY, JWKS]);
  });

  it('are at the usual place of an issuer without discovery', async () => {
    const { ask } = setUp([[`${ISSUER}/.well-known/jwks.json`, { keys: [one] }]]);
    await expect(ask('one')).resolves.toBeDefined();
  });

  it('are looked for again for an unknown key, once in 30 seconds however many tokens name unknown keys', async () => {
    const { ask, documents, time, looks } = setUp();
    await ask('one');
    documents.stored.set(JWKS, { keys: [one, two] });
    for (let i = 0; i < 1000; i += 1)
      await expect(ask(`unknown-${i}`)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(looks()).toBe(1);
    time.ms += 30_000;
    await expect(ask('two')).resolves.toBeDefined();
    for (let i = 0; i < 1000; i += 1)
      await expect(ask(`unknown-${i}`)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(looks()).toBe(2);
  });

  it('are fetched again after ten minutes, and kept while the issuer is away', async () => {
    const { ask, documents, time, looks } = setUp();
    await ask('one');
    time.ms += 600_000;
    documents.stored.clear();
    await expect(ask('one')).resolves.toBeDefined();
    await expect(ask('one')).resolves.toBeDefined();
    expect(looks()).toBe(1);
    expect(documents.fetched.filter((url) => url === DISCOVERY)).toHaveLength(2);
  });

  it('are unavailable, not wrong, until they were had once', async () => {
    const { ask, documents, time } = setUp([]);
    await expect(ask('one')).rejects.toMatchObject({ kind: 'unavailable', code: 'token-keys-unavailable' });
    await expect(ask('one')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(documents.fetched).toHaveLength(2);
    documents.stored.set(DISCOVERY, { issuer: ISSUER, jwks_uri: JWKS }).set(JWKS, { keys: [one] });
    time.ms += 5_000;
    await expect(ask('one')).resolves.toBeDefined();
  });

  it.each([
    ['a discovery document of another issuer', [[DISCOVERY, { issuer: 'https://evil.example', jwks_uri: JWKS }]]],
    [
      'a page instead of keys',
      [
        [DISCOVERY, { issuer: ISSUER, jwks_uri: JWKS }],
        [JWKS, '<html>'],
      ],
    ],
    [
      'a list that is none',
      [
        [DISCOVERY, { issuer: ISSUER, jwks_uri: JWKS }],
        [JWKS, { keys: 'one' }],
      ],
    ],
    [
      'a list of nothing',
      [
        [DISCOVERY, { issuer: ISSUER, jwks_uri: JWKS }],
        [JWKS, { keys: [null] }],
      ],
    ],
  ] as [string, [string, unknown][]][])('are not taken from %s', async (_name, stored) => {
    await expect(setUp(stored).ask('one')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('never include secret, private or encryption keys', async () => {
    const stored: JWK[] = [
      { kty: 'oct', k: 'AAAA', kid: 'one', alg: 'HS256' },
      { ...one, use: 'enc' },
      { ...one, d: 'AAAA' },
    ];
    const { ask } = setUp([
      [DISCOVERY, { issuer: ISSUER, jwks_uri: JWKS }],
      [JWKS, { keys: stored }],
    ]);
    await expect(ask('one')).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });
});
