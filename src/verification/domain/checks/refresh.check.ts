import { type JsonObject, isObject, listOf, typesOf } from '../json.js';
import { quoted } from '../quoted.js';
import { passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/** An honest credential names one. */
const mostServices = 5;

/**
 * Whether a newer version of the credential can be had, and where. The service is not called: some ask the holder to sign
 * in, and what it would give is another document, to be handed in by whoever holds it.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#refreshing
 */
export const refreshCheck: CheckDefinition = {
  id: 'refresh',
  asks: 'Can a newer version of it be had?',
  run({ read, signature, objections }: Examined): Finding[] {
    const services = listOf(read.credential.refreshService).filter(isObject).slice(0, mostServices);
    if (services.length === 0) return [skipped('none', 'the credential names no refresh service')];
    if (signature !== 'valid')
      return [skipped('not-signed', 'no signature holds that would vouch for the refresh service')];
    return services.map((service, index) => {
      const subject = services.length === 1 ? 'refreshService' : `refreshService/${index}`;
      const place = placeOf(service);
      if (!objections.has('expired'))
        return passed('offered', `the issuer names a refresh service ${place}, which is not called`, subject);
      const detail = `it ran out, and the issuer names a refresh service ${place} where its holder may get a newer one`;
      return warned('refresh-available', detail, subject);
    });
  },
};

function placeOf(service: JsonObject): string {
  const types = typesOf(service).slice(0, 5).map(quoted).join(', ');
  const { id } = service;
  const host = typeof id === 'string' && URL.canParse(id) ? new URL(id).host : '';
  return `of the type ${types === '' ? 'none' : types} ${host === '' ? 'without a web address' : `at ${quoted(host)}`}`;
}
