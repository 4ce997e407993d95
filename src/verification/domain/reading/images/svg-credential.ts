import type { SaxesTagNS } from 'saxes';
import { ImageFault } from './image-fault.js';

/** The namespace of Open Badges 0.5 to 2.1. */
const olderNamespace = 'http://openbadges.org';
/** The name of the element that carries a credential, by its namespace; the prefix is the author's choice. */
const elementNames: ReadonlyMap<string, string> = new Map([
  [olderNamespace, 'assertion'],
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
  ['https://purl.imsglobal.org/clr/v2p0', 'credential'],
]);

export function carriesCredential({ uri, local }: SaxesTagNS): boolean {
  return elementNames.get(uri) === local;
}

/**
 * What an element says: a JWT in its attribute `verify`, or JSON as its text. Older badges have the address of the
 * assertion in `verify` beside the JSON of it; there the JSON is taken.
 *
 * @throws {ImageFault} when it says nothing, or two things
 */
export function credentialIn({ uri, attributes }: SaxesTagNS, body: string): string {
  const verify = attributes.verify?.value.trim() ?? '';
  const text = body.trim();
  if (verify === '' && text === '') throw new ImageFault('empty', 'the element of the SVG for the credential is empty');
  if (verify === '' || text === '') return verify + text;
  if (uri !== olderNamespace)
    throw new ImageFault('two-credentials', 'the SVG holds one credential as an attribute and another one as text');
  return /^https?:\/\//i.test(verify) ? text : verify;
}
