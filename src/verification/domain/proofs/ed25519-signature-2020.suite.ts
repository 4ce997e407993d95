import { eddsaOverRdf } from './eddsa-rdfc.js';

/** The older form of the same signature, still written by most issuers of Open Badges. */
export const ed25519Signature2020 = eddsaOverRdf({
  name: 'Ed25519Signature2020',
  signs: (proof) => proof.type === 'Ed25519Signature2020',
  contextOfProof: (context) => context,
});
