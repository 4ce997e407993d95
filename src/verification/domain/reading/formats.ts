import type { Format } from './format.js';
import { bakedPng } from './formats/baked-png.format.js';
import { bakedSvg } from './formats/baked-svg.format.js';
import { clr2 } from './formats/clr-2.format.js';
import { credentialList } from './formats/credential-list.format.js';
import { elm } from './formats/elm.format.js';
import { endorsement } from './formats/endorsement.format.js';
import { envelopedCredential } from './formats/enveloped-credential.format.js';
import { jsonResume } from './formats/json-resume.format.js';
import { lerRs } from './formats/ler-rs.format.js';
import { link } from './formats/link.format.js';
import { openBadges1 } from './formats/openbadges-1.format.js';
import { openBadges2 } from './formats/openbadges-2.format.js';
import { openBadges3 } from './formats/openbadges-3.format.js';
import { sdJwtVc } from './formats/sd-jwt-vc.format.js';
import { verifiablePresentation } from './formats/verifiable-presentation.format.js';
import { w3cVc11, w3cVc20 } from './formats/w3c-vc.format.js';

/** Every format, in the order in which they are tried: the special before the general. */
export const formats: readonly Format[] = [
  bakedPng,
  bakedSvg,
  sdJwtVc,
  verifiablePresentation,
  envelopedCredential,
  jsonResume,
  lerRs,
  elm,
  clr2,
  endorsement,
  openBadges3,
  w3cVc20,
  w3cVc11,
  openBadges2,
  openBadges1,
  link,
  credentialList,
];
