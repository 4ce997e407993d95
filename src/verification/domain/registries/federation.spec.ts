import { existsSync, readFileSync } from 'node:fs';
import type { DocumentSource, LoadOptions, LoadResult } from '../document-source.js';
import type { JsonObject } from '../json.js';
import { type IssuerKey, webIssuer } from '../testing/issuer-key.js';
import { signJwt } from '../testing/sign-jwt.js';
import { readStatement } from './entity-statement.js';
import { askFederation, type FederationAnswer } from './federation.js';

const at = new Date('2026-06-01T12:00:00Z');
const seconds = (date: string): number => Date.parse(date) / 1000;
const dates = { iat: seconds('2026-06-01T00:00:00Z'), exp: seconds('2026-06-02T00:00:00Z') };

const entity = (name: string): IssuerKey => ({ ...webIssuer('P-256', `https://${name}.example`), method: `${name}-1` });
const [anchor, council, college, stranger] = ['anchor', 'council', 'college', 'stranger'].map(entity) as [
  IssuerKey,
  IssuerKey,
  IssuerKey,
  IssuerKey,
];
const DID = 'did:web:college.example';

const jwksOf = (...keys: IssuerKey[]): JsonObject => ({
  keys: keys.map((key) => ({ ...key.publicKey.export({ format: 'jwk' }), kid: key.method })),
});
const statement = (by: IssuerKey, claims: JsonObject, header: JsonObject = {}): string =>
  signJwt({ iss: by.controller, ...dates, ...claims }, by, { typ: 'entity-statement+jwt', ...header });

/** What an entity says of itself. */
const configuration = (of: IssuerKey, claims: JsonObject = {}, by = of): string =>
  statement(by, { iss: of.controller, sub: of.controller, jwks: jwksOf(of), ...claims }, { kid: by.method });
const fetching = (of: IssuerKey): JsonObject => ({
  metadata: {
    federation_entity: { federation_fetch_endpoint: `${of.controller}/fetch`, organization_name: of.method },
  },
});
const above = (...superiors: IssuerKey[]): JsonObject => ({
  authority_hints: superiors.map(({ controller }) => controller),
});

/** A world of documents by address; what is not there is answered with 404, what is `null` cannot be reached. */
class World implements DocumentSource {
  readonly asked: string[] = [];
  readonly most = new Set<number | undefined>();
  constructor(private readonly documents: Record<string, string | null>) {}

  load(url: string, options?: LoadOptions): Promise<LoadResult> {
    this.asked.push(url);
    this.most.add(options?.maxBytes);
    const text = this.documents[url];
    const answer: LoadResult =
      typeof text === 'string'
        ? { ok: true, body: Buffer.from(text), contentType: 'application/entity-statement+jwt', url }
        : { ok: false, retryable: true, detail: `${url} fails`, url, ...(text === undefined && { status: 404 }) };
    return Promise.resolve(answer);
  }
}

const wellKnown = ({ controller }: IssuerKey): string => `${controller}/.well-known/openid-federation`;
const fetchUrl = (of: IssuerKey, sub: string): string => `${of.controller}/fetch?sub=${encodeURIComponent(sub)}`;

/** The college below the council below the anchor; parts of it can be put otherwise. */
const chain = (other: Record<string, string | null> = {}): Record<string, string | null> => ({
  [wellKnown(anchor)]: configuration(anchor, fetching(anchor)),
  [wellKnown(council)]: configuration(council, { ...fetching(council), ...above(anchor) }),
  [wellKnown(college)]: configuration(college, {
    ...above(council),
    metadata: {
      federation_entity: { organization_name: 'Example College', organization_uri: 'https://college.example' },
    },
  }),
  [fetchUrl(anchor, council.controller)]: statement(anchor, { sub: council.controller, jwks: jwksOf(council) }),
  [fetchUrl(council, college.controller)]: statement(council, { sub: college.controller, jwks: jwksOf(college) }),
  [fetchUrl(anchor, DID)]: statement(anchor, {
    sub: DID,
    metadata: { federation_entity: { organization_name: 'Example College' } },
  }),
  ...other,
});

const ask = (world: Record<string, string | null>, issuer = college.controller, keys?: IssuerKey[]) =>
  askFederation(
    issuer,
    { entityId: anchor.controller, ...(keys && { keys: jwksOf(...keys).keys as JsonObject[] }) },
    { source: new World(world), at },
  );
const without = (url: string): Record<string, string | null> =>
  Object.fromEntries(Object.entries(chain()).filter(([address]) => address !== url));
const reasonOf = ({ outcome, detail }: FederationAnswer): [string, string] => [outcome, detail];

describe('askFederation', () => {
  it('finds an issuer over a superior below the trust anchor, until the first statement runs out', async () => {
    const short = statement(anchor, {
      sub: council.controller,
      jwks: jwksOf(council),
      exp: seconds('2026-06-01T13:00:00Z'),
    });
    const answer = await ask(chain({ [fetchUrl(anchor, council.controller)]: short }));
    expect(answer).toMatchObject({
      ...{ outcome: 'listed', name: 'Example College', url: 'https://college.example' },
      expires: new Date('2026-06-01T13:00:00Z'),
    });
  });

  it('asks the trust anchor itself about a DID', async () => {
    expect(await ask(chain(), DID)).toMatchObject({ outcome: 'listed', name: 'Example College' });
    expect(await ask(without(fetchUrl(anchor, DID)), DID)).toMatchObject({ outcome: 'not_listed' });
    expect(await ask(chain({ [fetchUrl(anchor, DID)]: null }), DID)).toMatchObject({ outcome: 'unknown' });
  });

  it('does not list whom nobody below the trust anchor stands by', async () => {
    for (const world of [
      without(wellKnown(college)),
      without(fetchUrl(council, college.controller)),
      without(fetchUrl(anchor, council.controller)),
      chain({ [wellKnown(college)]: configuration(college) }),
    ])
      expect(await ask(world)).toMatchObject({ outcome: 'not_listed' });
    expect(await ask(chain(), 'urn:uuid:1')).toMatchObject({ outcome: 'not_listed' });
  });

  it.each([
    ['the trust anchor', { [wellKnown(anchor)]: null }],
    ['the issuer', { [wellKnown(college)]: null }],
    ['a superior', { [wellKnown(council)]: null }],
    ['what a superior states', { [fetchUrl(council, college.controller)]: null }],
    ['what the trust anchor states', { [fetchUrl(anchor, council.controller)]: null }],
  ])('does not know while %s cannot be reached', async (_what, other) => {
    expect(await ask(chain(other))).toMatchObject({ outcome: 'unknown' });
  });

  it('relies on no statement that is forged, of another, out of date or critical', async () => {
    const about = { sub: college.controller, jwks: jwksOf(college) };
    const from = fetchUrl(council, college.controller);
    const forged = statement({ ...stranger, method: council.method }, { ...about, iss: council.controller });
    for (const [bad, why] of [
      [forged, 'signature is wrong'],
      [statement(stranger, about), 'and not of'],
      [statement(council, { ...about, sub: stranger.controller }), 'and not about'],
      [statement(council, { ...about, exp: seconds('2026-06-01T12:00:00Z') }), 'expired'],
      [statement(council, { ...about, exp: undefined }), 'expired'],
      [statement(council, { ...about, iat: seconds('2026-06-01T13:00:00Z') }), 'yet to come'],
      [statement(council, { ...about, crit: ['trust_level'], trust_level: 1 }), 'critical claims'],
      [statement(council, { ...about, crit: [] }), 'critical claims'],
      [statement(council, { ...about, metadata_policy_crit: ['regexp'] }), 'critical operators'],
      [statement(council, about, { crit: ['x'], x: 1 }), 'critical parameters'],
      [statement(council, about, { typ: 'JWT' }), 'typ is not'],
      [statement(council, about, { kid: undefined }), 'names no key'],
      [statement(council, about, { kid: 'other' }), 'not exactly one key'],
      ['{}', 'no JWT'],
    ] as const) {
      const [outcome, detail] = reasonOf(await ask(chain({ [from]: bad })));
      expect([why, outcome]).toEqual([why, 'unknown']);
      expect(detail).toContain(why);
    }
  });

  it('takes a key only where the superior lists it', async () => {
    const other = statement(council, { sub: college.controller, jwks: jwksOf(stranger) });
    const [outcome, detail] = reasonOf(await ask(chain({ [fetchUrl(council, college.controller)]: other })));
    expect(outcome).toBe('unknown');
    expect(detail).toContain('does not list the key');
    // The council shows a second key in its own configuration, which the anchor does not list, and signs with it.
    const twoFaced = configuration(council, {
      ...fetching(council),
      ...above(anchor),
      jwks: jwksOf(council, stranger),
    });
    const signed = statement(
      { ...stranger, controller: council.controller },
      { sub: college.controller, jwks: jwksOf(college) },
    );
    const second = chain({ [wellKnown(council)]: twoFaced, [fetchUrl(council, college.controller)]: signed });
    expect(await ask(second)).toMatchObject({ outcome: 'unknown' });
  });

  it('holds the trust anchor to the keys that were learnt elsewhere', async () => {
    expect(await ask(chain(), college.controller, [anchor])).toMatchObject({ outcome: 'listed' });
    expect(await ask(chain(), college.controller, [stranger])).toMatchObject({ outcome: 'unknown' });
  });

  it('keeps the longest path that a superior allows', async () => {
    const allowing = (most: unknown) =>
      chain({
        [fetchUrl(anchor, council.controller)]: statement(anchor, {
          ...{ sub: council.controller, jwks: jwksOf(council), constraints: { max_path_length: most } },
        }),
      });
    expect(await ask(allowing(1))).toMatchObject({ outcome: 'listed' });
    for (const most of [0, '1', null]) expect(await ask(allowing(most))).toMatchObject({ outcome: 'unknown' });
    const naming = { sub: council.controller, jwks: jwksOf(council), constraints: { naming_constraints: {} } };
    const named = chain({ [fetchUrl(anchor, council.controller)]: statement(anchor, naming) });
    expect(await ask(named)).toMatchObject({ outcome: 'unknown' });
  });

  it('goes five steps up, around no circle, and tries five superiors of each', async () => {
    const tower = Array.from({ length: 8 }, (_, at) => entity(`floor${at}`));
    const documents: Record<string, string> = { [wellKnown(anchor)]: configuration(anchor, fetching(anchor)) };
    tower.forEach((floor, level) => {
      const next = tower[level + 1] ?? anchor;
      documents[wellKnown(floor)] = configuration(floor, {
        ...fetching(floor),
        ...above(...tower.slice(0, level), next),
      });
      documents[fetchUrl(next, floor.controller)] = statement(next, { sub: floor.controller, jwks: jwksOf(floor) });
    });
    expect(await ask(documents, tower[3]?.controller)).toMatchObject({ outcome: 'listed' });
    expect(await ask(documents, tower[2]?.controller)).toMatchObject({ outcome: 'unknown' });
    const hinted = Array.from({ length: 40 }, (_, at) => entity(`hint${at}`));
    const many = new World({ ...chain(), [wellKnown(college)]: configuration(college, above(...hinted)) });
    await askFederation(college.controller, { entityId: anchor.controller }, { source: many, at });
    expect(many.asked.filter((url) => url.includes('hint'))).toHaveLength(5);
  });

  it('asks for no more than 256 KiB of a statement, and takes no set of more than 20 keys', async () => {
    const world = new World(chain());
    await askFederation(college.controller, { entityId: anchor.controller }, { source: world, at });
    expect([...world.most]).toEqual([256 * 1024]);
    const [key] = jwksOf(college).keys as JsonObject[];
    const keys = Array.from({ length: 21 }, (_, n) => (n === 0 ? key : { ...key, kid: `key-${n}` }));
    const crowded = { [wellKnown(college)]: configuration(college, { ...above(council), jwks: { keys } }) };
    expect(await ask(chain(crowded))).toMatchObject({
      outcome: 'unknown',
      detail: expect.stringContaining('at most 20') as string,
    });
    const twenty = {
      [wellKnown(college)]: configuration(college, { ...above(council), jwks: { keys: keys.slice(0, 20) } }),
    };
    expect(await ask(chain(twenty))).toMatchObject({ outcome: 'listed' });
  });
});

const recorded = new URL('../../../../../shared/credentials/registries/', import.meta.url);
const published = existsSync(recorded) ? describe : describe.skip;
if (!existsSync(recorded)) console.warn('no recorded registries beside the project: their statements are not read');

published('the recorded configuration of a trust anchor', () => {
  const bytes = existsSync(recorded) ? readFileSync(new URL('oidfECResponseDCC.jwt', recorded)) : Buffer.alloc(0);
  const id = 'https://test.registry.dcconsortium.org';
  const read = (date: string) => readStatement(bytes, { iss: id, sub: id, at: new Date(date), keys: 'own' });

  it('is signed by itself, and counted while it lasted', () => {
    const reading = read('2025-04-29T18:00:00Z');
    expect(reading).toMatchObject({ ok: true, statement: { expires: new Date('2025-04-30T17:28:01Z') } });
    expect(read('2026-06-01T00:00:00Z')).toMatchObject({ ok: false, detail: expect.stringContaining('expired') });
  });
});
