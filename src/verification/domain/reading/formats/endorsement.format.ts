import { hasType } from '../../json.js';
import { credentialFormat } from '../format.js';

export const endorsement = credentialFormat('endorsement', (credential) =>
  hasType(credential, 'EndorsementCredential'),
);
