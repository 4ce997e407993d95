import { evidenceLinksOf } from './evidence-links.js';
import { type EvidenceLook, readDataUrl, recordOf, waitUntilNextLook } from './evidence-record.js';

const at = new Date('2026-06-01T12:00:00Z');
const url = 'https://school.example/work/1.pdf';
const down: EvidenceLook = { ok: false, kind: 'timeout', detail: 'no answer in time', retryable: true };

describe('evidenceLinksOf', () => {
  it('takes each web and data address once, and leaves out names and evidence without any', () => {
    const evidence = [{ id: url }, { id: 'urn:uuid:1' }, {}, { id: url }, { id: 'data:text/plain,hello' }];
    expect(evidenceLinksOf(evidence)).toEqual([url, 'data:text/plain,hello']);
  });

  it('takes ten of a credential that names thousands', () => {
    const evidence = Array.from({ length: 5_000 }, (_, n) => ({ id: `https://victim.example/${n}` }));
    expect(evidenceLinksOf(evidence)).toHaveLength(10);
  });
});

describe('recordOf', () => {
  it('keeps hash, type without parameters, and size of what was there', () => {
    const look = { ok: true, body: Buffer.from('abc'), contentType: 'Application/PDF; x=1' } as const;
    // SHA-256 of "abc", FIPS 180-2 appendix B.1.
    expect(recordOf(url, look, 1, at)).toMatchObject({
      outcome: 'fetched',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      mediaType: 'application/pdf',
      size: 3,
      lookedAt: at,
    });
  });

  it.each([
    ['dead', { ok: false, kind: 'bad-status', detail: '404', retryable: false }],
    ['unreachable', down],
    ['not_fetched', { ok: false, kind: 'egress-off', detail: 'calls are switched off', retryable: false }],
    ['not_fetched', { ok: false, kind: 'too-large', detail: 'too large', retryable: false }],
  ] as const)('is %s after %j', (outcome, look) => {
    expect(recordOf(url, look, 1, at)).toMatchObject({ outcome, reason: look.kind, detail: look.detail, sha256: null });
  });

  it('looks five times at what is out of reach, after longer and longer waits, and then calls it dead', () => {
    const records = [1, 2, 3, 4, 5].map((attempts) => recordOf(url, down, attempts, at));
    expect(records.map(waitUntilNextLook)).toEqual([300_000, 1_800_000, 7_200_000, 43_200_000, undefined]);
    expect(records.at(-1)?.outcome).toBe('dead');
  });
});

describe('readDataUrl', () => {
  it.each([
    ['data:text/plain;charset=utf-8,a%20b', 'a b', 'text/plain'],
    ['data:image/png;base64,YWJj', 'abc', 'image/png'],
    ['data:,x', 'x', 'text/plain'],
  ])('reads %s', (text, body, contentType) => {
    const look = readDataUrl(text);
    expect(look.ok && [Buffer.from(look.body).toString(), look.contentType]).toEqual([body, contentType]);
  });

  it.each(['data:text/plain', 'data:,%zz'])('says of %s that it cannot be read', (text) => {
    expect(readDataUrl(text)).toMatchObject({ ok: false, kind: 'bad-url', retryable: false });
  });

  it('reads half a million characters of parameters in no time', () => {
    const before = process.cpuUsage();
    readDataUrl(`data:${';a'.repeat(250_000)}`);
    readDataUrl(`data:${';a'.repeat(250_000)},`);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  });
});
