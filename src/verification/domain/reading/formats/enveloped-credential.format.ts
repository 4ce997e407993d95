import { hasType } from '../../json.js';
import { recognisedFormat } from '../format.js';

export const envelopedCredential = recognisedFormat(
  'enveloped-credential',
  'enveloped credentials are not opened; hand in the credential of the data: URL itself',
  ({ json }) => hasType(json, 'EnvelopedVerifiableCredential'),
);
