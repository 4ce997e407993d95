import type { HrSystem } from '../hr-system.js';
import { changedInAshby } from './ashby.js';
import { changedInGreenhouse } from './greenhouse.js';
import { changedInLever } from './lever.js';
import type { ListChanged } from './list-changed.js';
import { changedInSmartRecruiters } from './smartrecruiters.js';
import { changedInTeamtailor } from './teamtailor.js';
import { changedInWorkable } from './workable.js';

/** Systems whose interface tells what changed since an instant. */
export const RECONCILE: Readonly<Partial<Record<HrSystem, ListChanged>>> = {
  ashby: changedInAshby,
  greenhouse: changedInGreenhouse,
  lever: changedInLever,
  smartrecruiters: changedInSmartRecruiters,
  teamtailor: changedInTeamtailor,
  workable: changedInWorkable,
};
