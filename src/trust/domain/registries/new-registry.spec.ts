import { Invalid } from '../../../platform/errors/index.js';
import { newRegistry, type RegistryWish, uploadedEntries } from './new-registry.js';

const wish = (rest: Partial<RegistryWish>): RegistryWish => ({ kind: 'dcc', name: 'A', reason: 'B', ...rest });
const open = () => undefined;

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}
const problems = (rest: Partial<RegistryWish>, refusal: () => string | undefined = open): string[] =>
  problemsOf(() => newRegistry(wish(rest), refusal));

describe('newRegistry', () => {
  it('takes what belongs to its kind and names everything that does not', () => {
    expect(problems({ url: 'https://dcc.example/registry.json' })).toEqual([]);
    expect(problems({ csv: 'id', acceptedIssuers: ['did:key:z1'] })).toEqual([
      '/csv not-of-this-kind',
      '/acceptedIssuers not-of-this-kind',
      '/url missing',
    ]);
    expect(problems({ kind: 'list', url: 'https://x.example', issuers: [] })).toEqual(['/url not-of-this-kind']);
    expect(problems({ kind: 'w3c-recognition', url: 'https://x.example' })).toEqual(['/acceptedIssuers missing']);
  });

  it('refuses an address that is never called', () => {
    expect(problems({ url: 'http://10.0.0.1/' }, () => 'it is private')).toEqual(['/url refused']);
  });

  it('takes a trust anchor by its entity identifier and its public keys', () => {
    const anchor = wish({ kind: 'openid-federation', url: 'https://anchor.example/', jwks: { keys: [{ kty: 'EC' }] } });
    expect(newRegistry(anchor, open).registry).toMatchObject({
      source: 'https://anchor.example',
      settings: { jwks: { keys: [{ kty: 'EC' }] } },
    });
    expect(problems({ ...anchor, url: 'https://anchor.example/.well-known/openid-federation' })).toEqual([
      '/url no-entity',
    ]);
    expect(problems({ ...anchor, jwks: { keys: [{ kty: 'EC', d: 'x' }, { kty: 'oct' }] } })).toEqual([
      '/jwks/keys/0 private-key',
      '/jwks/keys/1 unknown-key',
    ]);
  });
});

describe('uploadedEntries', () => {
  it('reads the same from JSON and from CSV', () => {
    const issuers = [
      { id: 'did:web:a.example', name: 'A', url: 'https://a.example' },
      { id: 'https://b.example/', name: 'B', revoked: true },
    ];
    const csv = '\ufeffID,name,status,url\ndid:web:a.example,A,,https://a.example\nhttps://b.example/,B,revoked,\n';
    expect(uploadedEntries({ csv })).toEqual(uploadedEntries({ issuers }));
    expect(uploadedEntries({ csv }).map(({ identifier, outcome }) => [identifier, outcome])).toEqual([
      ['did:web:a.example', 'listed'],
      ['https://b.example', 'revoked'],
    ]);
  });

  it.each([
    ['neither', {}, '/issuers missing'],
    ['both', { issuers: [], csv: 'id' }, '/issuers missing'],
    ['no identifier', { issuers: [{ id: 'Example College' }] }, '/issuers/0/id no-identifier'],
    [
      'an identifier that is too long',
      { issuers: [{ id: `did:web:${'a'.repeat(2050)}` }] },
      '/issuers/0/id no-identifier',
    ],
    ['one twice', { csv: 'id\ndid:web:a\ndid:web:a#1' }, '/csv/1/id twice'],
    ['no column id', { csv: 'name\nA' }, '/csv no-id-column'],
    ['an unknown column', { csv: 'id,rank\ndid:web:a,1' }, '/csv unknown-column'],
    ['an unknown status', { csv: 'id,status\ndid:web:a,fine' }, '/csv/0 unknown-status'],
    ['rows of other lengths', { csv: 'id,name\ndid:web:a' }, '/csv malformed-csv'],
    ['a field without end', { csv: 'id\n"did:web:a' }, '/csv malformed-csv'],
  ])('refuses %s', (_what, list, expected) => {
    expect(problemsOf(() => uploadedEntries(list))).toEqual([expected]);
  });

  it('refuses more than 20,000 issuers', () => {
    const csv = `id\n${Array.from({ length: 20_001 }, (_, at) => `did:web:a${at}`).join('\n')}`;
    expect(problemsOf(() => uploadedEntries({ csv }))).toEqual(['/csv too-many']);
  });
});
