import type { HrSystem } from '../hr-system.js';
import type { FetchFromVendor } from './fetch-from-vendor.js';
import { fetchFromLever } from './lever.js';
import { fetchFromSmartRecruiters } from './smartrecruiters.js';

/** Systems whose events have ids only. @returns undefined where the person is not there any more */
export const HYDRATION: Readonly<Partial<Record<HrSystem, FetchFromVendor>>> = {
  lever: fetchFromLever,
  smartrecruiters: fetchFromSmartRecruiters,
};

/** How a system wants to be signed in at. */
export function authorizationOf(system: HrSystem, token: string): Readonly<Record<string, string>> {
  if (system === 'smartrecruiters') return { 'x-smarttoken': token };
  return { authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` };
}
