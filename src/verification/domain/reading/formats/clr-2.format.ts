import { hasType } from '../../json.js';
import { credentialFormat } from '../format.js';

/** Comprehensive Learner Record 2.0; the credentials inside it are left to be handed in one by one. */
export const clr2 = credentialFormat('clr-2', (credential) => hasType(credential, 'ClrCredential'));
