import { hasType } from '../../json.js';
import { recognisedFormat } from '../format.js';

export const verifiablePresentation = recognisedFormat(
  'verifiable-presentation',
  'presentations are not verified; hand in the credential itself',
  ({ json, jws, credential }) =>
    hasType(json, 'VerifiablePresentation') || (jws !== undefined && !credential && jws.claims.vp !== undefined),
);
