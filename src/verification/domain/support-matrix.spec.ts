import { aBadge } from './testing/badge.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { verifyHere } from './testing/verify-here.js';
import { supportMatrix } from './support-matrix.js';

const issuer = didKeyIssuer(7);

describe('supportMatrix', () => {
  const matrix = supportMatrix();

  it('names each format once, with a title', () => {
    const names = matrix.formats.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(matrix.formats.filter(({ title }) => title === '')).toEqual([]);
    expect(names).toContain('openbadges-3');
  });

  it('asks of every check a question', () => {
    expect(matrix.checks.filter(({ asks }) => !asks.endsWith('?'))).toEqual([]);
  });

  it('lists every check that a report holds', async () => {
    const { checks } = await verifyHere(await signEmbedded(aBadge(issuer.controller), issuer));
    const listed = matrix.checks.map(({ id }) => id);
    expect(checks.length).toBeGreaterThan(8);
    expect(checks.filter(({ id }) => !listed.includes(id))).toEqual([]);
  });
});

describe('the time of a check', () => {
  it('is told when there is a stopwatch, the signature’s own among it, and left out without one', async () => {
    const badge = await signEmbedded(aBadge(issuer.controller), issuer);
    let ticks = 0;
    const timed = await verifyHere(badge, { elapsedMs: () => (ticks += 1.5) });
    // One look at the watch for the signatures and one for each check: 1.5 each, and the proof check has both of its own.
    expect(timed.checks.find(({ id }) => id === 'proof')?.durationMs).toBe(3);
    expect(timed.checks.find(({ id }) => id === 'shape')?.durationMs).toBe(1.5);
    const untimed = await verifyHere(badge);
    expect(untimed.checks.filter((check) => 'durationMs' in check)).toEqual([]);
  });
});
