import type { DocumentSource } from '../document-source.js';
import { bakedPng, aPng, textChunk } from '../testing/baked.js';
import { InMemorySource } from '../testing/in-memory-source.js';
import { anAssertion, at, publishing } from '../testing/open-badge.js';
import { verifyHere } from '../testing/verify-here.js';
import { verifyCredential } from '../verify-credential.js';

const page = 'https://show.example.net/badges/1';
const link = { url: page };
const ann = { emails: ['ann@example.org'], dids: [] };
const assertion = JSON.stringify(anAssertion());
const html = (head: string, body = '') => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

describe('a link', () => {
  it.each<[string, string | Buffer, string]>([
    ['the credential itself', assertion, page],
    ['an image that carries it', aPng([textChunk(assertion, 'openbadges')]), page],
    ['a page with it in a script', html(`<script type="application/ld+json">${assertion}</script>`), page],
  ])('to %s is judged as that, which is kept with its address', async (_name, served, url) => {
    const report = await verifyHere(link, { source: publishing().serve(page, served), candidate: ann });
    expect(report).toMatchObject({
      format: 'openbadges-2',
      verdict: 'verified',
      recipient: { outcome: 'match' },
      contained: [{ path: '', url }],
    });
    expect(report.resolved).toBeUndefined();
    expect(report.checks[0]).toMatchObject({ id: 'carrier', outcome: 'pass', code: 'link' });
  });

  it.each([
    [
      'an alternate',
      html('<LINK href="/data/1?a=1&amp;b=2" TYPE="application/ld+json" rel="nofollow alternate">'),
      'https://show.example.net/data/1?a=1&b=2',
    ],
    ['the address with a version', html(''), `${page}?v=2_0`],
    ['the address with an ending', html(''), `${page}.json`],
    ['its picture', html('<meta property="og:image" content="pic.png">'), 'https://show.example.net/badges/pic.png'],
  ])('to a page is followed to %s', async (_name, text, where) => {
    const served = where.endsWith('.png') ? aPng([textChunk(assertion, 'openbadges')]) : assertion;
    const source = publishing().serve(page, text).serve(where, served);
    expect(await verifyHere(link, { source })).toMatchObject({ verdict: 'verified', contained: [{ url: where }] });
  });

  it('asks a page for JSON alone, where it answers a page as soon as one is accepted', async () => {
    const negotiating: DocumentSource = {
      load: (url, options) =>
        url === page
          ? Promise.resolve({
              ok: true,
              body: Buffer.from(options?.accept?.includes('html') === true ? html('') : assertion),
              contentType: '',
              url,
            })
          : publishing().load(url),
    };
    expect(await verifyHere(link, { source: negotiating })).toMatchObject({ verdict: 'verified' });
  });

  it('shows a badge of 0.5 to be its issuer’s, which does not say itself where it is published', async () => {
    const badge = { name: 'Basic', issuer: { origin: 'https://show.example.net', name: 'Show' } };
    const source = new InMemorySource().serve(page, { recipient: 'ann@example.org', badge });
    expect(await verifyHere(link, { source, candidate: ann })).toMatchObject({
      format: 'openbadges-1',
      verdict: 'verified',
      facts: { issuer: { id: 'https://show.example.net' } },
      recipient: { outcome: 'match' },
    });
    const stolen = {
      recipient: 'ann@example.org',
      badge: { ...badge, issuer: { origin: 'https://school.example.org', name: 'S' } },
    };
    const impostor = new InMemorySource().serve(page, stolen);
    expect(await verifyHere(link, { source: impostor })).toMatchObject({ reasons: ['issuer_mismatch'] });
  });

  it('that is baked into an image is followed too', async () => {
    const source = publishing();
    const baked = aPng([textChunk(at.assertion, 'openbadges')]);
    const report = await verifyCredential(baked, undefined, {
      at: new Date('2026-06-01T12:00:00Z'),
      candidate: ann,
      source,
    });
    expect(report).toMatchObject({ verdict: 'verified', contained: [{ url: at.assertion }] });
  });

  it('to a page with several credentials has them judged apart', async () => {
    const other = JSON.stringify(anAssertion({ id: 'https://badges.example.org/assertions/2' }));
    const scripts = [assertion, other].map((it) => `<script type="application/ld+json">${it}</script>`).join('');
    const report = await verifyHere(link, { source: publishing().serve(page, html(scripts)) });
    expect(report).toMatchObject({ format: 'link', verdict: 'unsupported', facts: null });
    expect(report.contained.map(({ url }) => url)).toEqual([page, page]);
  });

  it('that cannot be reached is tried again', async () => {
    const report = await verifyHere(link);
    expect(report).toMatchObject({
      format: 'link',
      verdict: 'unverifiable',
      reasons: ['unresolvable_key'],
      retryable: true,
    });
    expect(report.checks[0]).toMatchObject({ id: 'format', code: 'unreachable' });
    expect(report.checks[0]?.detail).toContain(page);
  });

  it.each<[string, string | Buffer]>([
    ['a page that shows nothing', html('<script type="application/ld+json">{"@type":"WebPage"}</script>', 'hello')],
    ['a page that only looks as if', html(`<!-- <script type="application/ld+json">${assertion}</script> -->`)],
    ['a script that only looks as if', html(`<script>'<script type="application/ld+json">${assertion}'</script>`)],
    ['another link', JSON.stringify({ url: at.assertion })],
    ['a picture without a badge', aPng([])],
    ['a picture of another image', bakedPng('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['bytes of no kind', Buffer.from([0xff, 0xfe, 0x00])],
  ])('to %s says that there is no credential', async (_name, served) => {
    // All other addresses are there, and have nothing.
    const source: DocumentSource = {
      load: (url) =>
        Promise.resolve({ ok: true, body: Buffer.from(url === page ? served : '{}'), contentType: '', url }),
    };
    const report = await verifyHere(link, { source });
    expect(report.verdict).not.toBe('verified');
    expect(report.contained.every(({ url }) => url === page)).toBe(true);
  });

  it('makes no more than a few documents be loaded, however many a page names', async () => {
    const links = Array.from({ length: 500 }, (_, n) => `<link rel=alternate type=application/json href=/${n}>`).join(
      '',
    );
    const images = Array.from({ length: 500 }, (_, n) => `<meta name=twitter:image content=/${n}.png>`).join('');
    const source = new InMemorySource().serve(page, html(links + images));
    await verifyHere(link, { source });
    // The page twice, three alternates, two guesses and three pictures.
    expect(source.asked.length).toBe(10);
  });

  it('reads a page in time that grows with its length, whatever stands there', async () => {
    for (const text of [
      '<'.repeat(1_000_000),
      '<a '.repeat(300_000),
      `<a ${'b='.repeat(400_000)}`,
      '<!--'.repeat(250_000),
      '<script>'.repeat(120_000),
    ]) {
      const started = performance.now();
      await verifyHere(link, { source: new InMemorySource().serve(page, text) });
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});
