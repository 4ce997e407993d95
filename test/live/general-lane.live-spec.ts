import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GeneralLane, laneLimits } from '../../src/verification/application/general-lane/general-lane.js';
import { laneFile } from '../../src/verification/application/general-lane/lane-file.js';
import { canonicalForm } from '../../src/verification/domain/json-ld/canonical-form.js';
import { aBadge } from '../../src/verification/domain/testing/badge.js';

const rdfDirection = 'i18n-datatype';

/** Blank nodes that all look alike and all point at one another: a numbering of them has to be tried out. */
const poison = (nodes: number): object => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:example:poisoner',
  evidence: Array.from({ length: nodes }, (_, at) => ({
    id: `_:n${at}`,
    type: ['VerifiableCredential'],
    evidence: [1, 2, 5].map((step) => `_:n${(at + step) % nodes}`),
  })),
});

describe('the general lane on its own thread', () => {
  let lane: GeneralLane;
  beforeAll(() => {
    lane = new GeneralLane(laneFile(), new Map(), laneLimits);
  });
  afterAll(() => lane?.close());

  it('gives the forms that the library gives on this thread', async () => {
    const badge = aBadge('did:example:school', { description: { '@value': 'Schweißen', '@language': 'de' } });
    expect(await lane.canonicalize(badge, { rdfDirection })).toEqual(await canonicalForm(badge, { rdfDirection }));
    const undefinedWord = { ...badge, unheardOf: 1 };
    expect(await lane.canonicalize(undefinedWord, { rdfDirection })).toMatchObject({ ok: false, kind: 'malformed' });
  });

  it('gives up a graph that was made to take for ever, and lets this thread work on meanwhile', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const begun = performance.now();
    const form = await lane.canonicalize(poison(60), { rdfDirection });
    delay.disable();
    expect(form).toMatchObject({ ok: false, kind: 'unsupported', code: 'too-complex' });
    expect(performance.now() - begun).toBeLessThan(laneLimits.timeMs + 5_000);
    // Nanoseconds; half of the turns came within 100 ms of when they were due.
    expect(delay.percentile(50)).toBeLessThan(100e6);
  });
});
