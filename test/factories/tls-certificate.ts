import { generateKeyPairSync, sign } from 'node:crypto';

const ecdsaWithSha256 = '06082a8648ce3d040302';

/** A self-signed certificate for test servers, valid from 2020 to 2049, with its private key; both PEM. */
export function aTlsCertificate(names: string[], addresses: string[] = []): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(0x30, Buffer.from(ecdsaWithSha256, 'hex'));
  const name = der(0x30, der(0x31, der(0x30, hex('0603550403'), der(0x0c, Buffer.from('test server')))));
  const alternatives = [
    ...names.map((dns) => der(0x82, Buffer.from(dns))),
    ...addresses.map((ip) => der(0x87, Buffer.from(ip.split('.').map(Number)))),
  ];
  const extensions = der(
    0xa3,
    der(
      0x30,
      der(0x30, hex('0603551d11'), der(0x04, der(0x30, ...alternatives))),
      der(0x30, hex('0603551d13'), hex('0101ff'), der(0x04, der(0x30, hex('0101ff')))),
    ),
  );
  const content = der(
    0x30,
    hex('a003020102'),
    hex('02020539'),
    algorithm,
    name,
    der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]);
  const certificate = der(0x30, content, algorithm, der(0x03, signature));
  const lines = certificate
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** One DER element: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
