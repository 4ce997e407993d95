import type { DocumentSource } from '../document-source.js';
import { readControllerDocument } from './controller-document.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { chooseKey, readKeySet, type WantedKey } from './json-web-key-set.js';
import { keyPlacesOf } from './key-places.js';
import type { ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { loadKeyDocument } from './load-key-document.js';
import { pickWanted } from './pick-listed.js';
import { quoted } from './quoted.js';
import { unresolvable } from './unresolvable.js';

type Finding = ResolvedKey | UnresolvableKey;

/**
 * The wanted key at the places where an http(s) issuer publishes its keys.
 *
 * A place that is missing or lists other keys does not end the search; a published secret key does. The answer for
 * "found nowhere" can be retried when one of the places could not be had for a reason that may pass.
 */
export async function keyOfIssuer(issuer: string, wanted: WantedKey, source: DocumentSource): Promise<Finding> {
  const problems: UnresolvableKey[] = [];
  for (const place of keyPlacesOf(issuer)) {
    const found = await keyAtPlace(place, issuer, wanted, source);
    if (found.kind === 'resolved' || found.code === 'private-key') return found;
    problems.push(found);
  }
  return (
    problems.find((problem) => problem.retryable) ??
    // What a place did say is worth more than that another does not exist.
    problems.find((problem) => problem.code === 'ambiguous-key') ??
    problems.find((problem) => problem.code === 'not-listed') ??
    problems[0] ??
    unresolvable('unknown-method', `${quoted(issuer)} is no web address where keys could be looked up`)
  );
}

async function keyAtPlace(place: string, issuer: string, wanted: WantedKey, source: DocumentSource): Promise<Finding> {
  const loaded = await loadKeyDocument(place, source);
  if (!loaded.ok) return loaded.problem;
  const { content } = loaded;
  const inSet = fromKeySet(content, place, issuer, wanted);
  if (inSet) return inSet;
  if (content.issuer === issuer) return keyOfMetadata(content, place, issuer, wanted, source);
  const reading = readControllerDocument(content, issuer);
  const found = reading.ok ? pickWanted(reading.document, wanted) : unresolvable(reading.code, reading.detail);
  return found.kind === 'resolved' ? found : { ...found, url: place };
}

/** Issuer metadata of SD-JWT VC: `issuer`, and either `jwks` or `jwks_uri`, which may lie anywhere. */
async function keyOfMetadata(
  content: JsonObject,
  place: string,
  issuer: string,
  wanted: WantedKey,
  source: DocumentSource,
): Promise<Finding> {
  const nothing = unresolvable('malformed-document', `the issuer metadata names no key set (${place})`, { url: place });
  if (isJsonObject(content.jwks)) return fromKeySet(content.jwks, place, issuer, wanted) ?? nothing;
  if (typeof content.jwks_uri !== 'string') return nothing;
  const loaded = await loadKeyDocument(content.jwks_uri, source);
  return loaded.ok ? (fromKeySet(loaded.content, content.jwks_uri, issuer, wanted) ?? nothing) : loaded.problem;
}

function fromKeySet(content: JsonObject, url: string, issuer: string, wanted: WantedKey): Finding | undefined {
  const set = readKeySet(content);
  if (!set) return undefined;
  const chosen = set.ok ? chooseKey(set.keys, wanted) : set;
  if (!chosen.ok) return unresolvable(chosen.code, `${chosen.detail} (${url})`, { url });
  const [name] = wanted.names;
  const method = name === undefined ? url : `${url}#${name}`;
  return {
    kind: 'resolved',
    ...chosen.material,
    controller: issuer,
    method,
    ...(name !== undefined && { fragment: name }),
  };
}
