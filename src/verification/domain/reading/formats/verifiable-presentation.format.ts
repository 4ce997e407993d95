import { hasType } from '../../json.js';
import { recognisedFormat } from '../format.js';

export const verifiablePresentation = recognisedFormat(
  'verifiable-presentation',
  'presentations are not verified; the credentials inside have their own verdicts',
  ({ json, jws, credential }) =>
    hasType(json, 'VerifiablePresentation') || (jws !== undefined && !credential && jws.claims.vp !== undefined),
  [
    ['verifiableCredential', '*'],
    ['vp', 'verifiableCredential', '*'],
  ],
);
