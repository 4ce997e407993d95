import { achievementCheck } from './achievement.check.js';
import { achievementTypeCheck } from './achievement-type.check.js';
import { bindingCheck } from './binding.check.js';
import { certificateCheck } from './certificate.check.js';
import type { CheckDefinition } from './check-definition.js';
import { claimsCheck } from './claims.check.js';
import { creatorCheck } from './creator.check.js';
import { endorsementCheck } from './endorsement.check.js';
import { presentationCheck } from './presentation.check.js';
import { proofCheck } from './proof.check.js';
import { refreshCheck } from './refresh.check.js';
import { resultCheck } from './result.check.js';
import { shapeCheck } from './shape.check.js';
import { statusCheck } from './status.check.js';
import { termsCheck } from './terms.check.js';
import { validityPeriodCheck } from './validity-period.check.js';

/** What any signed document has to pass, a status list too. */
export const checksOfSignedDocument: readonly CheckDefinition[] = [
  shapeCheck,
  termsCheck,
  claimsCheck,
  proofCheck,
  bindingCheck,
  certificateCheck,
  validityPeriodCheck,
];

/** What an endorsement has to pass besides being one. */
export const checksOfEndorsement: readonly CheckDefinition[] = [...checksOfSignedDocument, statusCheck];

/** All checks of a credential, in the order in which they are reported. */
export const checksOfCredential: readonly CheckDefinition[] = [
  ...checksOfSignedDocument,
  presentationCheck,
  statusCheck,
  refreshCheck,
  achievementTypeCheck,
  creatorCheck,
  achievementCheck,
  resultCheck,
  endorsementCheck,
];

/** All checks of a presentation; what is in it is judged apart. */
export const checksOfPresentation: readonly CheckDefinition[] = [...checksOfSignedDocument, presentationCheck];
