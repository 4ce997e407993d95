import { type Certificate, readCertificate } from './certificate.js';

export type ChainReading = { ok: true; chain: Certificate[] } | { ok: false; detail: string };

const maxCertificates = 10;
const maxLetters = 24 * 1024;

/** The certificates of an `x5c` header (RFC 7515 section 4.1.6): base64 of DER, the signer first. */
export function readX5c(x5c: unknown): ChainReading {
  if (!Array.isArray(x5c) || x5c.length === 0) return { ok: false, detail: 'x5c is no list of certificates' };
  if (x5c.length > maxCertificates)
    return { ok: false, detail: `x5c has ${x5c.length} certificates; ${maxCertificates} are the most` };
  const chain: Certificate[] = [];
  for (const entry of x5c as unknown[]) {
    if (typeof entry !== 'string' || entry.length > maxLetters || !/^[A-Za-z0-9+/]+={0,2}$/.test(entry))
      return { ok: false, detail: 'an entry of x5c is no base64' };
    const reading = readCertificate(Buffer.from(entry, 'base64'));
    if (!reading.ok) return reading;
    chain.push(reading.certificate);
  }
  return { ok: true, chain };
}

const pemBlock = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** The certificates in a text, as PEM blocks one after another or one as bare base64 of DER. */
export function readCertificateText(text: string): ChainReading {
  const blocks = [...text.matchAll(pemBlock)].map(([, body = '']) => body);
  return readX5c((blocks.length > 0 ? blocks : [text]).map((block) => block.replace(/\s+/g, '')));
}
