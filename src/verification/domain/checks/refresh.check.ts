import type { Eventually } from '../eventually.js';
import { type JsonObject, isObject, listOf, typesOf } from '../json.js';
import { findCredential } from '../links/find-credential.js';
import { quoted } from '../quoted.js';
import { passed, skipped, warned, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/** An honest credential names one. */
const mostServices = 5;
/** The type whose address answers with the newer credential, to whoever asks; others have the holder sign in first. */
const publishing = '1EdTechCredentialRefresh';

/**
 * Whether a newer version of the credential can be had, and where. Once the credential ran out or its issuer announced a
 * newer one, that is fetched where it is published. It is another document: it is judged apart, and this one counts as it is.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#refreshing
 * @see https://www.imsglobal.org/spec/vcrs/v1p0
 */
export const refreshCheck: CheckDefinition = {
  id: 'refresh',
  asks: 'Can a newer version of it be had?',
  run(examined: Examined): Eventually<readonly Finding[]> {
    if (examined.read.credential.refreshService === undefined) return none;
    const services = listOf(examined.read.credential.refreshService).filter(isObject).slice(0, mostServices);
    if (services.length === 0) return none;
    if (examined.signature !== 'valid')
      return [skipped('not-signed', 'no signature holds that would vouch for the refresh service')];
    return ofServices(services, examined);
  },
};

const none = [skipped('none', 'the credential names no refresh service')];

async function ofServices(services: readonly JsonObject[], examined: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, service] of services.entries())
    findings.push(await ofService(service, services.length === 1 ? '' : `/${index}`, examined));
  return findings;
}

async function ofService(service: JsonObject, index: string, examined: Examined): Promise<Finding> {
  const subject = `refreshService${index}`;
  const { id } = service;
  const host = typeof id === 'string' && URL.canParse(id) ? new URL(id).host : '';
  const place = placeOf(service, host);
  const why = reasonToAsk(examined);
  if (why === undefined) {
    const detail = `the issuer names a refresh service ${place}, which is not called as long as nothing calls for it`;
    return passed('offered', detail, subject);
  }
  if (typeof id !== 'string' || !typesOf(service).includes(publishing) || !examined.mayTakeOut) {
    const detail = `${why}, and the issuer names a refresh service ${place} where its holder may get a newer one`;
    return warned('refresh-available', detail, subject);
  }
  const result = await findCredential(id, examined.source);
  const [newer] = result.kind === 'found' ? result.documents : [];
  if (newer) {
    const detail = `${why}; what the refresh service at ${quoted(host)} gives for it is judged apart`;
    return { ...passed('refreshed', detail, subject), ledTo: { ...newer, path: `/${subject}` } };
  }
  const fault = result.kind === 'unreachable' ? 'could not be reached' : 'gave no credential';
  const code = result.kind === 'unreachable' ? 'refresh-unreachable' : 'refresh-empty';
  return warned(code, `${why}; the refresh service at ${quoted(host)} ${fault}`, subject);
}

function reasonToAsk({ objections, found }: Examined): string | undefined {
  if (objections.has('expired')) return 'it ran out';
  return found.some(({ code }) => code === 'refresh-announced') ? 'its issuer has a newer version' : undefined;
}

function placeOf(service: JsonObject, host: string): string {
  const types = typesOf(service).slice(0, 5).map(quoted).join(', ');
  return `of the type ${types === '' ? 'none' : types} ${host === '' ? 'without a web address' : `at ${quoted(host)}`}`;
}
