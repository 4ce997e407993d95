import { type DerElement, derChildren, derElement, objectIdentifier } from './der.js';

/** What the library of Node does not tell about a certificate (RFC 5280). */
export interface CertificateFields {
  /** Object identifier of the algorithm that the issuer signed it with. */
  signatureAlgorithm: string;
  /** Values of the subject's attributes, by object identifier. */
  subject: ReadonlyMap<string, string>;
  extensions: ReadonlyMap<string, { critical: boolean; value: Buffer }>;
}

const tag = { sequence: 0x30, set: 0x31, oid: 0x06, boolean: 0x01, octets: 0x04, version: 0xa0, extensions: 0xa3 };

/** Reads the fields of a DER certificate; undefined when its structure is not that of one. */
export function certificateFields(der: Buffer): CertificateFields | undefined {
  const parts = childrenOf(derElement(der));
  const body = childrenOf(parts?.[0]);
  const algorithm = childrenOf(parts?.[1])?.[0];
  if (!body || algorithm?.tag !== tag.oid) return undefined;
  // version (explicit), serial, algorithm, issuer, validity, subject, key, then what is optional
  const subject = body[body[0]?.tag === tag.version ? 5 : 4];
  const extensions = extensionsIn(body.find((part) => part.tag === tag.extensions));
  if (!extensions) return undefined;
  return { signatureAlgorithm: objectIdentifier(algorithm.content), subject: attributesIn(subject), extensions };
}

function childrenOf(element: DerElement | undefined): DerElement[] | undefined {
  return element?.tag === tag.sequence || element?.tag === tag.set ? derChildren(element.content) : undefined;
}

function extensionsIn(element: DerElement | undefined): CertificateFields['extensions'] | undefined {
  const found = new Map<string, { critical: boolean; value: Buffer }>();
  if (!element) return found;
  for (const extension of childrenOf(derElement(element.content)) ?? []) {
    const parts = childrenOf(extension) ?? [];
    const [name] = parts;
    const value = parts.at(-1);
    if (name?.tag !== tag.oid || value?.tag !== tag.octets) return undefined;
    const id = objectIdentifier(name.content);
    // Twice the same extension leaves open which of the two counts.
    if (found.has(id)) return undefined;
    const flag = parts[1];
    found.set(id, { critical: flag?.tag === tag.boolean && flag.content[0] !== 0, value: value.content });
  }
  return found;
}

function attributesIn(name: DerElement | undefined): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const set of childrenOf(name) ?? [])
    for (const attribute of childrenOf(set) ?? []) {
      const [type, value] = childrenOf(attribute) ?? [];
      const text = value && textOf(value);
      if (type?.tag !== tag.oid || text === undefined) continue;
      const id = objectIdentifier(type.content);
      if (!attributes.has(id)) attributes.set(id, text);
    }
  return attributes;
}

/** UTF8String, PrintableString, T61String, IA5String and BMPString. */
function textOf({ tag: kind, content }: DerElement): string | undefined {
  if (kind === 0x0c) return content.toString('utf8');
  if (kind === 0x13 || kind === 0x14 || kind === 0x16) return content.toString('latin1');
  return kind === 0x1e && content.length % 2 === 0 ? Buffer.from(content).swap16().toString('utf16le') : undefined;
}
