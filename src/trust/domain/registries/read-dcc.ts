import { entryText, isRecord } from './entry-text.js';
import { registryKey } from './registry-key.js';
import {
  MOST_ENTRIES,
  MOST_NAMED,
  type NamedRegistry,
  type RegistryEntry,
  type RegistryReading,
} from './trust-registry.js';

/**
 * Reads a registry of the Digital Credentials Consortium: issuers by DID under `registry`, or the list of known registries
 * (`[{name, type: 'dcc-legacy', url} | {name, type: 'oidf', trustAnchorEC}]`), whose entries are registries of their own.
 *
 * @param json as parsed
 */
export function readDcc(json: unknown): RegistryReading {
  if (Array.isArray(json)) return readKnownRegistries(json);
  if (!isRecord(json) || !isRecord(json.registry))
    return failed('wrong-form', 'it is neither an object with "registry" nor a list of known registries');
  const listed = Object.entries(json.registry);
  if (listed.length > MOST_ENTRIES) return failed('too-many-entries', `it lists more than ${MOST_ENTRIES} issuers`);
  return { kind: 'entries', entries: listed.flatMap(([did, about]) => entryOf(did, about)) };
}

function entryOf(did: string, about: unknown): RegistryEntry[] {
  const identifier = registryKey(did);
  if (identifier === undefined || !isRecord(about)) return [];
  const { name, url, location } = about;
  const texts = { name: entryText(name), url: entryText(url), location: entryText(location) };
  return [{ identifier, outcome: 'listed', ...texts, detail: null }];
}

const WELL_KNOWN = /\/\.well-known\/openid-federation$/;

function readKnownRegistries(list: readonly unknown[]): RegistryReading {
  if (list.length > MOST_NAMED) return failed('too-many-registries', `it names more than ${MOST_NAMED} registries`);
  const registries = new Map<string, NamedRegistry>();
  for (const one of list) {
    const named = isRecord(one) ? namedRegistry(one) : undefined;
    // One that cannot be understood must not look as if it had been asked.
    if (named === undefined) return failed('unknown-registry', 'it names a registry of a form that is not known');
    registries.set(`${named.kind} ${named.source}`, named);
  }
  return { kind: 'registries', registries: [...registries.values()] };
}

function namedRegistry({ name, type, url, trustAnchorEC }: Record<string, unknown>): NamedRegistry | undefined {
  const stated = type === 'dcc-legacy' ? url : type === 'oidf' ? trustAnchorEC : undefined;
  if (typeof stated !== 'string' || !URL.canParse(stated)) return undefined;
  const source = type === 'oidf' ? stated.replace(WELL_KNOWN, '') : stated;
  return {
    kind: type === 'oidf' ? 'openid-federation' : 'dcc',
    name: entryText(name) ?? source.slice(0, 200),
    source,
    settings: {},
  };
}

const failed = (code: string, detail: string): RegistryReading => ({ kind: 'failed', code, detail });
