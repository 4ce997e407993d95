import { type JsonObject, contextUrlsOf } from './json.js';

export const credentialContextV1 = 'https://www.w3.org/2018/credentials/v1';
export const credentialContextV2 = 'https://www.w3.org/ns/credentials/v2';

export type DataModel = '1.1' | '2.0';

/**
 * Version of the W3C data model that a credential follows: by its base context, the first one where both are named;
 * without any by its dates, since 1.1 requires a property that 2.0 does not have.
 */
export function dataModelOf(credential: JsonObject): DataModel {
  const base = contextUrlsOf(credential).find((url) => url === credentialContextV1 || url === credentialContextV2);
  if (base !== undefined) return base === credentialContextV1 ? '1.1' : '2.0';
  return credential.issuanceDate === undefined ? '2.0' : '1.1';
}
