import { gzipSync } from 'node:zlib';
import type { JsonObject } from './json.js';
import { aBadge } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { aStatusEntry, aStatusList, listUrl } from './testing/status-list.js';
import { verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const contexts = aBadge(school.controller)['@context'] as unknown[];
const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-01T00:00:00Z',
  verificationMethod: school.method,
  proofPurpose: 'assertionMethod',
  proofValue: `z${'1'.repeat(64)}`,
};

/** Nodes that all look alike and point at one another, so that a canonical numbering has to be tried out. */
const poisonOf = (nodes: number): JsonObject[] =>
  Array.from({ length: nodes }, (_, at) => ({
    id: `_:n${at}`,
    type: ['VerifiableCredential'],
    evidence: [1, 2, 5].map((step) => `_:n${(at + step) % nodes}`),
  }));

/** A source that nothing may be asked of. */
const untouched = () => {
  const asked: string[] = [];
  const source = {
    load: async (url: string) => {
      asked.push(url);
      return { ok: false, retryable: false, detail: 'nothing is served', url } as const;
    },
  };
  return { asked, source };
};

describe('a document made to do harm', () => {
  it.each([
    ['a graph that takes for ever to number', { evidence: poisonOf(30) }, 'too-complex'],
    ['more objects than are canonicalized', { evidence: poisonOf(2_100) }, 'too-complex'],
    [
      'a context that a stranger serves',
      { '@context': [...contexts, 'https://evil.example/context'] },
      'unsupported-context',
    ],
    [
      'a context that brings in another',
      { '@context': [...contexts, { '@import': 'https://evil.example/c' }] },
      'inline-context',
    ],
    ['a context that propagates', { '@context': [...contexts, { '@propagate': true }] }, 'inline-context'],
    [
      'a vocabulary for every word',
      { '@context': [...contexts, { '@vocab': 'https://evil.example/' }] },
      'inline-context',
    ],
  ])('is never verified and loads nothing: %s', async (_what, overrides, code) => {
    const { asked, source } = untouched();
    const report = await verifyHere({ ...aBadge(school.controller), ...overrides, proof }, { source });
    expect(report.verdict).not.toBe('verified');
    expect(asked).toEqual([]);
    expect(report.checks.map((check) => check.code)).toContain(code);
  });

  it('is malformed when it gives a standard word another meaning', async () => {
    const redefined = { '@context': [...contexts, { validUntil: 'https://evil.example/whatever' }] };
    const report = await verifyHere({ ...aBadge(school.controller), ...redefined, proof });
    expect(report.reasons).toContain('malformed');
  });

  it('gets no answer from a status list that unpacks to more than 16 MiB', async () => {
    // 17 MiB of zeros are about 17 kB of gzip.
    const encodedList = `u${gzipSync(Buffer.alloc(17 * 1024 * 1024)).toString('base64url')}`;
    const list = await signEmbedded(aStatusList(school.controller, [], { encodedList }), school);
    const badge = await signEmbedded(aBadge(school.controller, { credentialStatus: aStatusEntry('7') }), school);
    const source = new InMemorySource().serve(listUrl, list);
    expect(await verifyHere(badge, { source })).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['status_list_invalid'],
    });
  });
});
