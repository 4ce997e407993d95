import type { HrSystem } from '../hr-system.js';
import type { FetchFromVendor } from './fetch-from-vendor.js';
import { fetchFromAshby } from './ashby.js';
import { fetchFromLever } from './lever.js';
import { fetchFromSmartRecruiters } from './smartrecruiters.js';
import { fetchFromTeamtailor } from './teamtailor.js';

/** Teamtailor's interface is asked in the form that it had on that day. */
export const TEAMTAILOR_API_VERSION = '20240904';

/** Systems whose events leave out what their interface tells. @returns undefined where the person is not there any more */
export const HYDRATION: Readonly<Partial<Record<HrSystem, FetchFromVendor>>> = {
  ashby: fetchFromAshby,
  lever: fetchFromLever,
  smartrecruiters: fetchFromSmartRecruiters,
  teamtailor: fetchFromTeamtailor,
};

/** How a system wants to be signed in at. */
export function authorizationOf(system: HrSystem, token: string): Readonly<Record<string, string>> {
  switch (system) {
    case 'smartrecruiters':
      return { 'x-smarttoken': token };
    case 'workable':
      return { authorization: `Bearer ${token}` };
    case 'teamtailor':
      return { authorization: `Token token=${token}`, 'x-api-version': TEAMTAILOR_API_VERSION };
    default:
      return { authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` };
  }
}
