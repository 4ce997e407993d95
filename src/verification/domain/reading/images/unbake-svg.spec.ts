import { readDocument } from '../../read-document.js';
import { aBadge } from '../../testing/badge.js';
import { anSvg, bakedSvg } from '../../testing/baked.js';
import { didKeyIssuer } from '../../testing/issuer-key.js';
import { signJwt } from '../../testing/sign-jwt.js';

const badge = JSON.stringify(aBadge('did:example:x', { name: 'Schweißen & Löten, Stufe 3' }));
const token = signJwt(aBadge('did:example:x'), didKeyIssuer(1));
const oldBadge = '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}';
const ob3 = 'https://purl.imsglobal.org/ob/v3p0';
const clr2 = 'https://purl.imsglobal.org/clr/v2p0';
const old = 'http://openbadges.org';
const read = (text: string) => readDocument(Buffer.from(text));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('an SVG', () => {
  it.each([
    ['openbadges-3', 'none', bakedSvg(badge)],
    ['openbadges-3', 'jwt', bakedSvg(token)],
    ['openbadges-3', 'none', anSvg(`<credential xmlns="${ob3}">${escaped(badge)}</credential>`)],
    ['openbadges-3', 'none', anSvg(`<g><c:credential xmlns:c="${ob3}">${escaped(badge)}</c:credential></g>`)],
    ['openbadges-3', 'jwt', anSvg(`<o:assertion xmlns:o="${old}" verify="${token}"/>`)],
    ['clr-2', 'none', bakedSvg(badge.replace('OpenBadgeCredential', 'ClrCredential'), clr2)],
  ])('gives the %s baked into it, secured by %s, whatever its prefix', (format, securing, svg) => {
    expect(read(svg)).toMatchObject({ kind: 'credential', format, securing, carrier: 'baked-svg' });
  });

  it('gives the text letter for letter, in pieces or escaped', () => {
    const [first, second] = [badge.slice(0, 200), badge.slice(200)];
    const pieces = `<b:credential><![CDATA[${first}]]><!-- - -->${escaped(second)}</b:credential>`;
    for (const svg of [bakedSvg(badge), anSvg(pieces, `xmlns:b="${ob3}"`)])
      expect(read(svg)).toMatchObject({ kind: 'credential', credential: JSON.parse(badge) });
  });

  it.each([
    ['a declaration and a comment', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n`],
    ['a byte order mark', '\ufeff'],
    [
      'the document type that drawing programs write',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/">',
    ],
  ])('may begin with %s', (_what, opening) => {
    expect(read(opening + bakedSvg(badge))).toMatchObject({ kind: 'credential', carrier: 'baked-svg' });
  });

  it.each([
    [
      'badge',
      'openbadges-2',
      `<o:assertion xmlns:o="${old}" verify="https://a.example/1"><![CDATA[${oldBadge}]]></o:assertion>`,
    ],
    ['badge', 'openbadges-2', `<o:assertion xmlns:o="${old}"><![CDATA[${oldBadge}]]></o:assertion>`],
    ['link', 'link', `<o:assertion xmlns:o="${old}" verify="https://a.example/1"/>`],
  ])('of an older badge is read as %s of the format %s', (kind, format, element) => {
    expect(read(anSvg(element))).toMatchObject({ kind, format, carrier: 'baked-svg' });
  });

  it.each([
    ['no element for it', ''],
    ['that element in another namespace', '<b:credential xmlns:b="https://x.example/">{}</b:credential>'],
    ['another element of that namespace', `<b:assertion xmlns:b="${ob3}">{}</b:assertion>`],
    ['a script only', '<script>fetch("https://x.example")</script>'],
  ])('with %s holds no badge, which says nothing against it', (_what, inside) => {
    const result = read(anSvg(inside));
    expect(result).toMatchObject({
      kind: 'unsupported',
      format: 'baked-svg',
      detail: expect.stringContaining('no badge'),
    });
  });

  it('is read past scripts and addresses, which nobody runs or loads', () => {
    const inside = `<script href="https://x.example/a.js">run()</script><image href="file:///etc/passwd"/>
      <b:credential xmlns:b="${ob3}"><![CDATA[${badge}]]></b:credential>`;
    expect(read(anSvg(inside))).toMatchObject({ kind: 'credential', credential: JSON.parse(badge) });
  });

  const element = `<b:credential xmlns:b="${ob3}">${escaped(badge)}</b:credential>`;
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  it.each([
    ['doctype', 'entities that multiply', `<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]>${anSvg('&e9;')}`],
    ['doctype', 'an external entity', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${anSvg('&x;')}`],
    ['doctype', 'an entity of parameters', `<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://x.example"> %x;]>${anSvg('')}`],
    ['malformed-svg', 'an entity that nobody defined', anSvg('&x;')],
    ['malformed-svg', 'an entity in a document type elsewhere', `<!DOCTYPE svg SYSTEM "a.dtd">${anSvg('&x;')}`],
    ['malformed-svg', 'elements that are not closed', bakedSvg(badge).replace('</svg>', '')],
    ['malformed-svg', 'two roots', bakedSvg(badge) + bakedSvg(badge)],
    ['malformed-svg', 'a prefix that nobody bound', anSvg('<b:credential/>')],
    [
      'malformed-svg',
      'elements inside the credential',
      anSvg(`<c xmlns="${ob3}"/><credential xmlns="${ob3}"><b/></credential>`),
    ],
    ['too-deep', '100,000 levels', anSvg('<g>'.repeat(100_000))],
    ['two-credentials', 'two credentials', anSvg(element + element)],
    ['two-credentials', 'two of different kinds', anSvg(`${element}<o:assertion xmlns:o="${old}">{}</o:assertion>`)],
    ['two-credentials', 'one as an attribute and one as text', bakedSvg(token).replace('></b:', '>{}</b:')],
    ['empty', 'nothing in the element', anSvg(`<credential xmlns="${ob3}" verify=" "> </credential>`)],
    ['too-large', 'more than 1 MiB', anSvg(element + ' '.repeat(1024 * 1024))],
  ])('is malformed (%s) with %s', (code, _what, svg) => {
    const startedMs = performance.now();
    expect(read(svg)).toMatchObject({ kind: 'malformed', format: 'baked-svg', code });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it('is malformed when it is not UTF-8', () => {
    const result = readDocument(Buffer.from(anSvg('<title>\xe9</title>'), 'latin1'));
    expect(result).toMatchObject({ kind: 'malformed', format: 'baked-svg', code: 'invalid-utf8' });
  });

  it.each([
    ['an image', escaped(anSvg('')), 'image-in-image'],
    ['no JSON after all', '{', 'invalid-json'],
  ])('is malformed when what is in it is %s', (_what, text, code) => {
    const result = read(anSvg(`<credential xmlns="${ob3}">${text}</credential>`));
    expect(result).toMatchObject({ kind: 'malformed', format: 'baked-svg', code });
  });

  it('is not seen in a web page that shows one', () => {
    const page = `<!DOCTYPE html><html><body>${bakedSvg(badge)}<br></body></html>`;
    expect(read(page)).toMatchObject({ kind: 'unsupported', format: 'unknown' });
  });

  it('does not quote itself when it says what is wrong', () => {
    expect(JSON.stringify(read(anSvg('<title>Ann &Secret;</title>')))).not.toContain('Secret');
  });

  it.each([
    [
      'attributes',
      (n: number) =>
        `<a ${Array.from({ length: n }, (_, i) => `b:${i.toString(36).replace(/^/, 'a')}=""`).join(' ')}/>`,
    ],
    ['elements', (n: number) => '<b:a/>'.repeat(n)],
    ['pieces of text', (n: number) => 'a<!---->'.repeat(n)],
  ])('of a megabyte of %s at the greatest depth does not hold up the process', (_what, inside) => {
    const levels = 60;
    const svg = anSvg('<g>'.repeat(levels) + inside(80_000) + '</g>'.repeat(levels), 'xmlns:b="urn:b"');
    const startedMs = performance.now();
    expect(read(svg)).toMatchObject({ kind: 'unsupported', format: 'baked-svg' });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
