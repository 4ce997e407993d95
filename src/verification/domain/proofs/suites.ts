import { ecdsaJcs2019 } from './ecdsa-jcs-2019.suite.js';
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.suite.js';
import { ecdsaSd2023 } from './ecdsa-sd-2023.suite.js';
import { ed25519Signature2020 } from './ed25519-signature-2020.suite.js';
import { eddsaJcs2022 } from './eddsa-jcs-2022.suite.js';
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.suite.js';
import type { EmbeddedSuite } from './embedded-suite.js';

/** The suites of embedded proofs that are verified. */
export const suites: readonly EmbeddedSuite[] = [
  eddsaRdfc2022,
  ed25519Signature2020,
  ecdsaRdfc2019,
  ecdsaSd2023,
  eddsaJcs2022,
  ecdsaJcs2019,
];
