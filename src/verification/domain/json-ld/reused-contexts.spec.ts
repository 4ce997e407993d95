import jsonld from 'jsonld';
import { pinnedContexts } from './pinned-contexts.js';
import { mostKept, ReusedContexts } from './reused-contexts.js';

const base = 'https://www.w3.org/ns/credentials/v2';

function canonize(document: object, contexts: ReusedContexts): Promise<string> {
  return jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    contextResolver: contexts.resolver(),
    documentLoader: async (url) => ({
      contextUrl: null,
      documentUrl: url,
      document: pinnedContexts.get(url) ?? {},
      tag: 'static',
    }),
  });
}

const note = (n: number): object => ({
  '@context': [base, { [`word${n}`]: `https://words.example/${n}` }],
  id: `urn:note:${n}`,
  type: 'VerifiableCredential',
  [`word${n}`]: 'said',
});

describe('contexts that are kept', () => {
  it('stay few, however many ways of combining them strangers think of', async () => {
    const contexts = new ReusedContexts();
    let most = 0;
    for (let n = 0; n < 2 * mostKept; n += 1) {
      expect(await canonize(note(n), contexts)).toContain(`<urn:note:${n}> <https://words.example/${n}> "said" .`);
      most = Math.max(most, contexts.size);
    }
    expect(most).toBeLessThanOrEqual(mostKept);
    expect(most).toBeGreaterThan(mostKept / 2);
  });

  it('stay few within one document, and what no longer fits is worked out each time', async () => {
    const contexts = new ReusedContexts();
    const parts = Array.from({ length: mostKept + 50 }, (_, n) => ({
      '@context': { part: 'https://words.example/part', [`word${n}`]: `https://words.example/${n}` },
      '@id': `urn:part:${n}`,
      [`word${n}`]: 'said',
    }));
    const whole = { '@context': { parts: 'https://words.example/parts' }, '@id': 'urn:whole', parts };
    const nquads = await canonize(whole, contexts);
    expect(nquads.split('\n').filter((line) => line.includes('"said"'))).toHaveLength(parts.length);
    expect(contexts.size).toBeLessThanOrEqual(mostKept);
  });

  it('do not let pass in one place what was allowed to change a protected word in another', async () => {
    const contexts = new ReusedContexts();
    const redefining = { word: 'https://words.example/changed' };
    const protectedWord = { '@version': 1.1, '@protected': true, word: 'https://words.example/word' };
    const part = { '@id': 'https://words.example/part', '@context': redefining };
    const context = [protectedWord, { part, other: 'https://words.example/other' }];
    const allowed = { '@context': context, '@id': 'urn:allowed', part: { '@id': 'urn:part', word: 'said' } };
    expect(await canonize(allowed, contexts)).toContain('<urn:part> <https://words.example/changed> "said" .');
    const elsewhere = {
      '@context': context,
      '@id': 'urn:refused',
      other: { '@context': redefining, '@id': 'urn:part', word: 'said' },
    };
    await expect(canonize(elsewhere, contexts)).rejects.toThrow(/protected term/);
  });
});
