import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto';

/** A certificate made for a test, with its private key. */
export interface TestCertificate {
  der: Buffer;
  name: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

export interface CertificateWishes {
  /** Absent: self-signed. */
  issuer?: TestCertificate;
  authority?: boolean;
  pathLength?: number;
  keyUsage?: number;
  extendedKeyUsage?: string[];
  dns?: string[];
  uris?: string[];
  /** Legal identifier of the organization, in the subject. */
  organizationId?: string;
  /** `YYMMDDhhmmssZ` */
  from?: string;
  until?: string;
  /** DER of one further extension. */
  further?: Buffer;
  keys?: { privateKey: KeyObject; publicKey: KeyObject };
  /** The key that signs it, where that is not the issuer's. */
  signedWith?: KeyObject;
}

const oid = {
  ecdsaSha256: '06082a8648ce3d040302',
  keyUsage: '0603551d0f',
  names: '0603551d11',
  constraints: '0603551d13',
  extendedUsage: '0603551d25',
};

/** A certificate with a P-256 key, valid from 2025 to 2030. */
export function aCertificate(name: string, wishes: CertificateWishes = {}): TestCertificate {
  const pair = wishes.keys ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { issuer, from = '250101000000Z', until = '300101000000Z' } = wishes;
  const algorithm = der(0x30, hex(oid.ecdsaSha256));
  const body = der(
    0x30,
    hex('a003020102'),
    der(0x02, Buffer.from(name).subarray(0, 8)),
    algorithm,
    nameOf(issuer?.name ?? name),
    der(0x30, der(0x17, Buffer.from(from)), der(0x17, Buffer.from(until))),
    nameOf(name, wishes.organizationId),
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensionsOf(wishes))),
  );
  const signature = sign('sha256', body, wishes.signedWith ?? issuer?.privateKey ?? pair.privateKey);
  const bytes = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  return { der: bytes, name, ...pair };
}

export function x5cOf(...chain: TestCertificate[]): string[] {
  return chain.map((one) => one.der.toString('base64'));
}

/** One DER element: tag, length, content. */
export function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

export function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

function nameOf(text: string, organizationId?: string): Buffer {
  const attribute = (type: string, value: string) => der(0x31, der(0x30, hex(type), der(0x0c, Buffer.from(value))));
  const legal = organizationId === undefined ? [] : [attribute('0603550461', organizationId)];
  return der(0x30, attribute('0603550403', text), ...legal);
}

function extensionsOf(wishes: CertificateWishes): Buffer[] {
  const { authority = false, pathLength, keyUsage, extendedKeyUsage, dns = [], uris = [], further } = wishes;
  const length = pathLength === undefined ? [] : [der(0x02, Buffer.from([pathLength]))];
  const extensions = [
    der(
      0x30,
      hex(oid.constraints),
      hex('0101ff'),
      der(0x04, der(0x30, ...(authority ? [hex('0101ff')] : []), ...length)),
    ),
  ];
  const names = [...dns.map((one) => der(0x82, Buffer.from(one))), ...uris.map((one) => der(0x86, Buffer.from(one)))];
  if (names.length > 0) extensions.push(der(0x30, hex(oid.names), der(0x04, der(0x30, ...names))));
  if (keyUsage !== undefined)
    extensions.push(der(0x30, hex(oid.keyUsage), hex('0101ff'), der(0x04, der(0x03, Buffer.from([0, keyUsage])))));
  if (extendedKeyUsage)
    extensions.push(
      der(0x30, hex(oid.extendedUsage), der(0x04, der(0x30, ...extendedKeyUsage.map((one) => der(0x06, hex(one)))))),
    );
  if (further) extensions.push(further);
  return extensions;
}
