import type { CanonicalIdentifier } from '../identifier/canonical-identifier.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { guidOf } from '../identifier/guid.js';
import { canonicalReference } from '../identifier/identifier.js';
import { objectOf, textOf } from '../json/json-members.js';

/** A reference from one part of a package to another, as CASE 1.0 writes it (`LinkURI`, `LinkGenURI`) or as a bare URI. */
export interface NodeLink {
  readonly guid: string | undefined;
  readonly uri: string;
  readonly title: string;
}

export function nodeLink(value: unknown): NodeLink {
  if (typeof value === 'string') return { guid: guidIn(textOf(value)), uri: textOf(value), title: '' };
  const { identifier, uri, title } = objectOf(value);
  const address = textOf(uri);
  return { guid: guidOf(textOf(identifier)) ?? guidIn(address), uri: address, title: textOf(title) };
}

/** What identifies the other side of a link: an address of a known vocabulary, else the GUID, else any address. */
export function linkKey({ guid, uri }: NodeLink): string | undefined {
  const address = canonicalReference(uri);
  if (address !== undefined && address.scheme !== 'uri') return canonicalKey(address);
  if (guid !== undefined) return caseKey(guid);
  return address === undefined ? undefined : canonicalKey(address);
}

export const caseKey = (guid: string): string => canonicalKey({ scheme: 'case', id: guid });

/**
 * The uri that an item is kept under. Hosts change and the GUID stays, so an address that does not show the GUID as CASE
 * has it gives way to that of the registry.
 */
export function itemUri(guid: string | undefined, uri: string): string {
  if (guid === undefined) return uri;
  return isCase(canonicalReference(uri), guid) ? uri : `https://caseregistry.imsglobal.org/uri/${guid}`;
}

const isCase = (found: CanonicalIdentifier | undefined, guid: string): boolean =>
  found?.scheme === 'case' && found.id === guid;

function guidIn(uri: string): string | undefined {
  const found = canonicalReference(uri);
  return found?.scheme === 'case' ? found.id : guidOf(/[^:/]*$/.exec(uri)?.[0] ?? '');
}
