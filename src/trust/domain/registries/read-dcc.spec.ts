import { existsSync, readFileSync } from 'node:fs';
import { readDcc } from './read-dcc.js';
import { MOST_ENTRIES } from './trust-registry.js';

const college = { name: 'Example College', url: 'https://college.example', location: 'Porto' };
const recorded = new URL('../../../../../shared/credentials/registries/', import.meta.url);

describe('readDcc', () => {
  it('reads issuers by DID, without what is no text and what is no entry', () => {
    const reading = readDcc({
      meta: { created: '2022-10-27' },
      registry: { 'did:key:z1': college, 'did:web:b.example#key-1': { name: 7, url: ' \u200b ' }, 'did:key:z3': null },
    });
    expect(reading).toEqual({
      kind: 'entries',
      entries: [
        { identifier: 'did:key:z1', outcome: 'listed', ...college, detail: null },
        { identifier: 'did:web:b.example', outcome: 'listed', name: null, url: null, location: null, detail: null },
      ],
    });
  });

  it('reads the list of known registries, a trust anchor by its entity identifier', () => {
    const reading = readDcc([
      { name: 'Sandbox', type: 'dcc-legacy', url: 'https://dcc.example/registry.json' },
      { name: 'Test', type: 'oidf', trustAnchorEC: 'https://registry.example/.well-known/openid-federation' },
    ]);
    expect(reading).toEqual({
      kind: 'registries',
      registries: [
        { kind: 'dcc', name: 'Sandbox', source: 'https://dcc.example/registry.json', settings: {} },
        { kind: 'openid-federation', name: 'Test', source: 'https://registry.example', settings: {} },
      ],
    });
  });

  it('says why it cannot be read, rather than that nobody is listed', () => {
    const many = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, at) => [`did:key:z${at}`, college]));
    const codes = [
      ...[null, 'x', {}, { registry: [] }, { registry: many }, Array.from({ length: 21 }, () => ({}))],
      ...[[{ name: 'Other', type: 'ebsi', url: 'https://x.example' }], [{ type: 'dcc-legacy', url: 'nowhere' }]],
    ].map((json) => {
      const reading = readDcc(json);
      return reading.kind === 'failed' ? reading.code : reading.kind;
    });
    expect(codes).toEqual([
      ...['wrong-form', 'wrong-form', 'wrong-form', 'wrong-form', 'too-many-entries', 'too-many-registries'],
      ...['unknown-registry', 'unknown-registry'],
    ]);
  });

  const files = existsSync(recorded) ? ['sandbox-registry.json', 'community-registry.json'] : [];
  if (files.length === 0) console.warn('no recorded registries beside the project: they are not read');
  it.each(files)('reads %s as it was published', (file) => {
    const json = JSON.parse(readFileSync(new URL(file, recorded), 'utf8')) as { registry: object };
    const reading = readDcc(json);
    expect(reading.kind === 'entries' && reading.entries.length).toBe(Object.keys(json.registry).length);
    expect(reading.kind === 'entries' && reading.entries.every(({ name }) => name !== null)).toBe(true);
  });
});
