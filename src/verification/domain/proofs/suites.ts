import { ed25519Signature2020 } from './ed25519-signature-2020.suite.js';
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.suite.js';
import type { EmbeddedSuite } from './embedded-suite.js';

/** The suites of embedded proofs that are verified. */
export const suites: readonly EmbeddedSuite[] = [eddsaRdfc2022, ed25519Signature2020];
