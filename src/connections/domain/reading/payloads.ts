import type { HrSystem } from '../hr-system.js';
import type { ReadPayload } from '../intake-event.js';
import { readAshby } from './ashby.js';
import { readGreenhouse } from './greenhouse.js';
import { readHuntflow } from './huntflow.js';
import { readIndeedApply } from './indeed-apply.js';
import { readLever } from './lever.js';
import { readRecruitee } from './recruitee.js';
import { readSmartRecruiters } from './smartrecruiters.js';
import { readTeamtailor } from './teamtailor.js';
import { readWorkable } from './workable.js';

/** Who reads the payloads of which system. Those of `standard` are lines of an import in an envelope, and read as such. */
export const PAYLOADS: Readonly<Record<Exclude<HrSystem, 'standard'>, ReadPayload>> = {
  greenhouse: readGreenhouse,
  lever: readLever,
  ashby: readAshby,
  workable: readWorkable,
  smartrecruiters: readSmartRecruiters,
  teamtailor: readTeamtailor,
  recruitee: readRecruitee,
  huntflow: readHuntflow,
  'indeed-apply': readIndeedApply,
};
