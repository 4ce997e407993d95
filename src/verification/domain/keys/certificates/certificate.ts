import { X509Certificate } from 'node:crypto';
import type { PublicKeyMaterial } from '../key-material.js';
import { importPublicJwk } from '../public-jwk.js';
import { certificateFields, type CertificateFields } from './certificate-fields.js';
import { derChildren, derElement, objectIdentifier } from './der.js';

/** A certificate (X.509) taken apart; nothing about it has been checked. */
export interface Certificate {
  x509: X509Certificate;
  fields: CertificateFields;
  key: PublicKeyMaterial;
  validFrom: Date;
  validUntil: Date;
  /** Names that it says its key speaks for. */
  dnsNames: string[];
  uris: string[];
  keyUsage?: number;
  /** Object identifiers of what the key is for; absent: anything. */
  extendedKeyUsage?: string[];
  /** Whether it may sign others, and over how many intermediate ones. */
  authority: boolean;
  pathLength?: number;
}

export type CertificateReading = { ok: true; certificate: Certificate } | { ok: false; detail: string };

const maxBytes = 16 * 1024;
const maxNames = 100;
const extension = { keyUsage: '2.5.29.15', names: '2.5.29.17', constraints: '2.5.29.19', extendedUsage: '2.5.29.37' };

/** Reads one certificate in DER. Its key must be one that checks signatures here: no RSA below 2048 bits, no odd curve. */
export function readCertificate(der: Buffer): CertificateReading {
  if (der.length === 0 || der.length > maxBytes)
    return { ok: false, detail: `a certificate has ${der.length} bytes; ${maxBytes} are the most` };
  const fields = certificateFields(der);
  if (!fields) return { ok: false, detail: 'a certificate is no DER of X.509' };
  try {
    const x509 = new X509Certificate(der);
    const key = importPublicJwk(x509.publicKey.export({ format: 'jwk' }));
    if (!key.ok) return { ok: false, detail: `the key of a certificate: ${key.detail}` };
    const validFrom = new Date(x509.validFrom);
    const validUntil = new Date(x509.validTo);
    if (Number.isNaN(validFrom.getTime()) || Number.isNaN(validUntil.getTime()))
      return { ok: false, detail: 'a certificate has no dates' };
    const certificate = { x509, fields, key: key.material, validFrom, validUntil, ...extensionsOf(fields) };
    return { ok: true, certificate };
  } catch {
    return { ok: false, detail: 'a certificate cannot be read' };
  }
}

type Extensions = Pick<Certificate, 'dnsNames' | 'uris' | 'keyUsage' | 'extendedKeyUsage' | 'authority' | 'pathLength'>;

function extensionsOf({ extensions }: CertificateFields): Extensions {
  const inside = (id: string) => {
    const found = extensions.get(id);
    return found && derElement(found.value);
  };
  const names = derChildren(inside(extension.names)?.content ?? Buffer.alloc(0)) ?? [];
  const named = (kind: number) => names.filter((name) => name.tag === kind).slice(0, maxNames);
  const usage = inside(extension.keyUsage);
  const purposes = inside(extension.extendedUsage);
  const constraints = derChildren(inside(extension.constraints)?.content ?? Buffer.alloc(0)) ?? [];
  const length = constraints.find((part) => part.tag === 0x02)?.content;
  return {
    dnsNames: named(0x82).map(({ content }) => content.toString('latin1').toLowerCase()),
    uris: named(0x86).map(({ content }) => content.toString('latin1')),
    // The first byte of a bit string counts unused bits; the second holds what matters here.
    ...(usage && { keyUsage: usage.content[1] ?? 0 }),
    ...(purposes && {
      extendedKeyUsage: (derChildren(purposes.content) ?? []).map((part) => objectIdentifier(part.content)),
    }),
    authority: constraints.some((part) => part.tag === 0x01 && part.content[0] !== 0),
    ...(length && length.length > 0 && length.length <= 4 && { pathLength: length.readUIntBE(0, length.length) }),
  };
}
