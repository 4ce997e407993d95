import { findDocuments } from './find-documents.js';

const urlsOf = (findings: Parameters<typeof findDocuments>[0]): string[] =>
  findDocuments(findings).map(({ bytes, contentType }) =>
    contentType === 'application/vnd.credence.link+json'
      ? (JSON.parse(bytes.toString()) as { url: string }).url
      : contentType,
  );
const attachment = (
  fileName: string,
  url = `https://files.example.org/${fileName}`,
  kind: 'resume' | 'other' = 'other',
) => ({
  kind,
  fileName,
  url,
});
const JWT = `eyJhbGciOiJFZERTQSJ9.${'a'.repeat(30)}.${'b'.repeat(43)}`;

describe('findDocuments', () => {
  it('takes images, documents and printed certificates among the attachments', () => {
    const attachments = ['badge.png', 'badge.SVG', 'vc.json', 'a.jwt', 'Welding certificate.pdf'].map((name) =>
      attachment(name, `https://files.example.org/${encodeURIComponent(name)}?X-Signature=1`),
    );
    expect(urlsOf({ attachments })).toEqual(attachments.map(({ url }) => url));
  });

  it('leaves resumes, letters and other files alone', () => {
    const attachments = [
      attachment('cv.pdf'),
      attachment('portfolio.pdf'),
      attachment('certificate.pdf', undefined, 'resume'),
    ];
    expect(urlsOf({ attachments: [...attachments, attachment('letter.docx')] })).toEqual([]);
  });

  it('takes no address but one of the web over TLS', () => {
    const urls = [
      'http://a.example/b.png',
      'file:///etc/b.png',
      'javascript:b.png',
      '/b.png',
      `https://a.example/${'x'.repeat(2048)}.png`,
    ];
    expect(urlsOf({ attachments: urls.map((url) => attachment('b.png', url)) })).toEqual([]);
    expect(urlsOf({ attachments: [{ kind: 'other', fileName: 'b.png', url: null }] })).toEqual([]);
  });

  it('takes pages of credentials among the links, and no other pages', () => {
    const links = [
      'https://www.credly.com/badges/1',
      'https://linkedin.com/in/x',
      'https://notcredly.com/badges/1',
      'https://a.example/vc.json',
      7,
    ];
    expect(urlsOf({ links })).toEqual([links[0], links[3]]);
  });

  it('takes what is in a field that speaks of credentials, and documents in any field', () => {
    const customFields = [
      { name: 'Favorite color', value: 'https://a.example/blue' },
      { name: 'Certificate', value: 'https://a.example/certificate/7' },
      { name: 'Anything', value: JWT },
      { name: 'Wallet', value: '{"@context": "https://www.w3.org/ns/credentials/v2", "type": "VerifiableCredential"}' },
      { name: 'social-security-number', value: '123456-7890' },
    ];
    expect(urlsOf({ customFields })).toEqual([
      'https://a.example/certificate/7',
      'application/jwt',
      'application/json',
    ]);
  });

  it('takes everything in our own field, several apart by blanks', () => {
    const value = `https://a.example/1, https://a.example/2\n${JWT}`;
    expect(urlsOf({ customFields: [{ name: 'credence_credentials', value }] })).toEqual([
      'https://a.example/1',
      'https://a.example/2',
      'application/jwt',
    ]);
  });

  it('takes each once, and at most 50', () => {
    const links = Array.from({ length: 80 }, (_, i) => `https://a.example/${i}.json`);
    expect(urlsOf({ links: [...links, ...links] })).toHaveLength(50);
  });
});
