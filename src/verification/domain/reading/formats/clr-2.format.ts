import { hasType } from '../../json.js';
import { credentialFormat } from '../format.js';

/** Comprehensive Learner Record 2.0; the credentials inside it have their own issuers and their own verdicts. */
export const clr2 = credentialFormat('clr-2', (credential) => hasType(credential, 'ClrCredential'), [
  ['credentialSubject', '*', 'verifiableCredential', '*'],
]);
