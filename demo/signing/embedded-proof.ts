import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import type { MultikeyPair } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import signatures from 'jsonld-signatures';
import { loadContext } from './contexts.js';

export type EmbeddedSuite = 'eddsa-rdfc-2022' | 'Ed25519Signature2020';

/** The document with a proof inside, made by the libraries that issuers use. */
export function signEmbedded(
  document: object,
  key: MultikeyPair,
  suite: EmbeddedSuite,
  at: Date,
): Promise<Record<string, unknown>> {
  const signer = key.signer();
  return signatures.sign(document, {
    suite:
      suite === 'eddsa-rdfc-2022'
        ? new DataIntegrityProof({ signer, cryptosuite: eddsaRdfc2022, date: at })
        : new Ed25519Signature2020({ signer, date: at }),
    purpose: new signatures.purposes.AssertionProofPurpose(),
    documentLoader: loadContext,
  });
}
