import { type JsonObject, contextUrlsOf, hasType } from '../../json.js';
import { credentialContextV1, credentialContextV2, dataModelOf } from '../../data-model.js';
import { credentialFormat } from '../format.js';

export const w3cVc20 = credentialFormat('w3c-vc-2.0', (it) => isCredential(it) && dataModelOf(it) === '2.0');
export const w3cVc11 = credentialFormat('w3c-vc-1.1', (it) => isCredential(it) && dataModelOf(it) === '1.1');

/** One of type and context is enough to call it a credential; what is missing is then a fault of its shape. */
function isCredential(object: JsonObject): boolean {
  const contexts = contextUrlsOf(object);
  return (
    hasType(object, 'VerifiableCredential') ||
    contexts.includes(credentialContextV1) ||
    contexts.includes(credentialContextV2)
  );
}
