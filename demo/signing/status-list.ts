import { gzipSync } from 'node:zlib';
import { CREDENTIALS_V2 } from './contexts.js';

/** The smallest list that the Bitstring Status List specification allows, so that one entry hides among many. */
const BITS = 131_072;

/**
 * An unsigned Bitstring Status List credential (W3C Recommendation, section 4).
 *
 * @param revoked indexes whose bit is set
 */
export function statusListCredential(url: string, issuer: string, revoked: readonly number[], from: Date): object {
  const bits = new Uint8Array(BITS / 8);
  for (const index of revoked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return {
    '@context': [CREDENTIALS_V2],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: from.toISOString(),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  };
}
