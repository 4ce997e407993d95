import { credentialContextV2 } from '../data-model.js';
import { listOf } from '../json.js';
import { eddsaOverRdf } from './eddsa-rdfc.js';

const dataIntegrityV2 = 'https://w3id.org/security/data-integrity/v2';
const definesProof = [dataIntegrityV2, 'https://w3id.org/security/data-integrity/v1', credentialContextV2];

/** Data Integrity with Ed25519 over canonical RDF. */
export const eddsaRdfc2022 = eddsaOverRdf({
  name: 'eddsa-rdfc-2022',
  signs: (proof) => proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'eddsa-rdfc-2022',
  rdfDirection: 'i18n-datatype',
  // Documents of the data model 1.1 may leave out the context of the proof; signers add it to the proof alone.
  contextOfProof: (context) => {
    const contexts = listOf(context);
    return contexts.some((it) => definesProof.some((url) => url === it)) ? contexts : [...contexts, dataIntegrityV2];
  },
});
