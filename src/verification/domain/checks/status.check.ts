import type { Eventually } from '../eventually.js';
import { type JsonObject, isObject, listOf, typesOf } from '../json.js';
import { quoted } from '../quoted.js';
import { declaresTokenStatus, readTokenStatus } from '../status/token-status.js';
import { statusTypes } from '../status/status-types.js';
import { skipped, undecided, type Finding } from './check.js';
import type { CheckDefinition, Examined } from './check-definition.js';

/** Each entry may cost a list and the key of its issuer. */
const mostEntries = 8;

/**
 * Whether the issuer took the credential back. Every entry is read, and one that cannot be read leaves the answer open:
 * unknown is not "not revoked".
 */
export const statusCheck: CheckDefinition = {
  id: 'status',
  asks: 'Did the issuer take it back?',
  run(examined: Examined): Eventually<readonly Finding[]> {
    const { credential, jwt } = examined.read;
    const entries = listOf(credential.credentialStatus);
    if (entries.length === 0 && !(jwt && declaresTokenStatus(jwt))) return noneDeclared;
    if (examined.signature !== 'valid')
      return [skipped('not-signed', 'no signature holds that would vouch for the address of a status')];
    return findingsOnEntries(entries, examined);
  },
};

const noneDeclared = [skipped('none-declared', 'the credential declares no status')];

async function findingsOnEntries(entries: readonly unknown[], examined: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, entry] of entries.slice(0, mostEntries).entries())
    findings.push(...(await findingsOf(entry, examined, entries.length === 1 ? 'status' : `status/${index}`)));
  if (entries.length > mostEntries) {
    const detail = `the credential has ${entries.length} status entries, of which ${mostEntries} were read`;
    findings.push(undecided('status_unavailable', 'too-many-entries', detail));
  }
  return [...findings, ...(await readTokenStatus(examined))];
}

async function findingsOf(entry: unknown, examined: Examined, subject: string): Promise<Finding[]> {
  if (!isObject(entry))
    return [undecided('status_list_invalid', 'malformed-entry', 'a status entry is no object', { subject })];
  const type = typeOf(entry);
  if (type) return type.read(entry, examined, subject);
  const names = typesOf(entry).slice(0, 5).map(quoted).join(', ');
  const detail = `the status has the type ${names || 'none'}, which is not read here`;
  return [undecided('status_unavailable', 'unknown-type', detail, { subject })];
}

function typeOf(entry: JsonObject) {
  const types = typesOf(entry);
  return statusTypes.find(({ names }) => types.some((type) => names.includes(type)));
}
