import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json/json-members.js';

/** One node of a CTDL-ASN graph; names of members and types are without their prefix. */
export interface CtdlNode {
  /** RFC 6901 pointer into the file. */
  readonly pointer: string;
  readonly id: string;
  readonly types: readonly string[];
  readonly members: JsonObject;
}

/**
 * The nodes of a document: a JSON-LD graph, one resource, or a registry's envelope around either (`decoded_resource`, or
 * the payload of the token in `resource`); a list of them as well.
 *
 * @returns what could not be read, too: pointers to what is no resource
 */
export function ctdlNodes(document: unknown): { nodes: CtdlNode[]; unreadable: string[] } {
  const nodes: CtdlNode[] = [];
  const unreadable: string[] = [];
  const take = (value: unknown, pointer: string): void => {
    const resource = inEnvelope(value);
    if (!isObject(resource)) unreadable.push(pointer);
    else if (!Array.isArray(resource['@graph'])) nodes.push(nodeOf(resource, pointer));
    else {
      for (const [at, part] of resource['@graph'].entries()) {
        if (isObject(part)) nodes.push(nodeOf(part, `${pointer}/@graph/${at}`));
        else unreadable.push(`${pointer}/@graph/${at}`);
      }
    }
  };
  if (Array.isArray(document)) for (const [at, part] of document.entries()) take(part, `/${at}`);
  else take(document, '');
  return { nodes, unreadable };
}

/** Whether a document looks like one of this format. */
export function isCtdl(document: unknown): boolean {
  const first = Array.isArray(document) ? (document as unknown[])[0] : document;
  const resource = inEnvelope(first);
  if (!isObject(resource)) return false;
  const text = JSON.stringify([resource['@context'], resource['@type']]);
  const members = Object.keys(objectOf(listOf(resource['@graph'])[0] ?? resource));
  return /ceasn:|ceterms:|credreg\.net/.test(text) || members.some((name) => /^(?:ceasn|ceterms):/.test(name));
}

function inEnvelope(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (isObject(value.decoded_resource)) return value.decoded_resource;
  const isEnvelope = Object.keys(value).some((name) => name.startsWith('envelope_')) || 'payload' in value;
  const carried = value.resource ?? value.payload;
  if (!isEnvelope || carried === undefined) return value;
  return isObject(carried) ? carried : payloadOf(textOf(carried));
}

/** What a registry's token carries. Nothing is trusted for being signed: an import is trusted for who imports. */
function payloadOf(token: string): unknown {
  const [, payload] = token.split('.');
  try {
    return JSON.parse(payload === undefined ? token : Buffer.from(payload, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** A resource as a node, whether it stands in a graph or inside another one. */
export function nodeOf(resource: JsonObject, pointer: string): CtdlNode {
  const members = Object.fromEntries(Object.entries(resource).map(([name, value]) => [bare(name), value]));
  return { pointer, id: textOf(resource['@id']), types: listOf(resource['@type']).map((type) => bare(textOf(type))), members }; // prettier-ignore
}

/** `ceasn:competencyText`, `https://purl.org/ctdlasn/terms/competencyText` -> `competencyText` */
const bare = (name: string): string => (name.startsWith('@') ? name : (name.split(/[:/#]/).at(-1) ?? name));
