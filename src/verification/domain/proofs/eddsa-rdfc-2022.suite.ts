import { eddsaOverRdf } from './eddsa-rdfc.js';
import { dataIntegrityVariant } from './rdf-signed-bytes.js';

/** Data Integrity with Ed25519 over canonical RDF. */
export const eddsaRdfc2022 = eddsaOverRdf({
  ...dataIntegrityVariant,
  name: 'eddsa-rdfc-2022',
  signs: (proof) => proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'eddsa-rdfc-2022',
});
