import { gzipSync } from 'node:zlib';
import type { JsonObject } from '../json.js';

export const listUrl = 'https://status.example/lists/1';

/** An unsigned Bitstring Status List with the given bits set. */
export function aStatusList(
  issuer: string,
  setBits: number[],
  options: { bits?: number; purpose?: string; encodedList?: string; overrides?: JsonObject } = {},
): JsonObject {
  const { bits = 131_072, purpose = 'revocation', overrides = {} } = options;
  const bytes = Buffer.alloc(bits / 8);
  for (const bit of setBits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: options.encodedList ?? `u${gzipSync(bytes).toString('base64url')}`,
    },
    ...overrides,
  };
}

export function aStatusEntry(index: unknown, overrides: JsonObject = {}): JsonObject {
  return {
    id: `${listUrl}#entry`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: listUrl,
    ...overrides,
  };
}
