import type { HrSystem } from './hr-system.js';
import { isFields } from './reading/fields.js';
import { PAYLOADS } from './reading/payloads.js';
import { type ReadDelivery, textAt } from './signature/place.js';
import { SIGNATURE_SCHEMES } from './signature/schemes.js';

/** How a test of the set-up is answered: with 200, and with a header that the system sent where it wants that back. */
export interface SetUpAnswer {
  readonly echo?: { readonly header: string; readonly value: string };
}

const ECHOED = { header: 'x-hook-secret', value: /^[\x21-\x7e]{1,512}$/ };

/**
 * Systems test an endpoint before its secret is known here, or before they have one. Such a test creates nothing and says
 * nothing of the organization, so it is answered without a signature; a signature that is there is still judged.
 *
 * @returns undefined for everything else
 */
export function answerToSetUp(system: HrSystem, delivery: ReadDelivery): SetUpAnswer | undefined {
  if (SIGNATURE_SCHEMES[system].some((scheme) => textAt(delivery, scheme.signature) !== undefined)) return undefined;
  const secret = delivery.headers[ECHOED.header];
  if (system === 'smartrecruiters' && typeof secret === 'string' && ECHOED.value.test(secret)) {
    return { echo: { header: ECHOED.header, value: secret } };
  }
  return isPing(system, delivery) ? {} : undefined;
}

function isPing(system: HrSystem, { headers, json }: ReadDelivery): boolean {
  if (system === 'standard' || !isFields(json)) return false;
  const header = (name: string): string | undefined => [headers[name]].flat()[0];
  try {
    return PAYLOADS[system]({ body: json, header, receivedAt: new Date(0), sentAt: undefined }).kind === 'ping';
  } catch {
    return false;
  }
}
