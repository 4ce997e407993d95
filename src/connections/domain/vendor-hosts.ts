import type { HrSystem } from './hr-system.js';

/** Where a system's own interface is, and the domains that its addresses are in. */
interface Vendor {
  readonly apiUrl: string;
  readonly domain: string;
}

const VENDORS: Readonly<Partial<Record<HrSystem, Vendor>>> = {
  greenhouse: { apiUrl: 'https://harvest.greenhouse.io/v3', domain: 'greenhouse.io' },
  lever: { apiUrl: 'https://api.lever.co/v1', domain: 'lever.co' },
  ashby: { apiUrl: 'https://api.ashbyhq.com', domain: 'ashbyhq.com' },
  smartrecruiters: { apiUrl: 'https://api.smartrecruiters.com', domain: 'smartrecruiters.com' },
  /** Each account has a host of its own, which an administrator names. */
  workable: { apiUrl: '', domain: 'workable.com' },
  teamtailor: { apiUrl: 'https://api.teamtailor.com', domain: 'teamtailor.com' },
};

const GREENHOUSE_TOKENS = 'https://auth.greenhouse.io/token';

export const hasApi = (system: HrSystem): boolean => VENDORS[system] !== undefined;

/** The address that calls to the system begin with, without a slash at the end. */
export const apiUrlOf = (system: HrSystem, own: string | undefined): string =>
  (own ?? VENDORS[system]?.apiUrl ?? '').replace(/\/+$/, '');

/**
 * Where the system gives out access tokens for a client id and secret; undefined for systems that take lasting tokens.
 * Source: Greenhouse's documentation of Harvest version 3, "Authentication".
 */
export function tokenUrlOf(system: HrSystem, own: string | undefined): string | undefined {
  if (system !== 'greenhouse') return undefined;
  // At a host that an administrator named, which is another installation or a stand-in, tokens come from there too.
  return own === undefined || isOfVendor(system, undefined, own) ? GREENHOUSE_TOKENS : new URL('/token', own).href;
}

/**
 * Whether a system's token may be sent to an address that came in a payload: over TLS within the vendor's domain, or at the
 * host that an administrator named.
 */
export function isOfVendor(system: HrSystem, own: string | undefined, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (own !== undefined && url.origin === new URL(own).origin) return true;
  const domain = VENDORS[system]?.domain;
  if (domain === undefined || url.protocol !== 'https:' || url.port !== '') return false;
  return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
}
