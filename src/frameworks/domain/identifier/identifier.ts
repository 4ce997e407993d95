import { textsOf, type AlignmentReference } from '../alignment-reference.js';
import { type CanonicalIdentifier, canonicalKey } from './canonical-identifier.js';
import { cleanReference } from './clean-reference.js';
import { codeOfNamedFramework } from './named-framework-code.js';
import { knownFramework, type KnownFramework } from './framework-alias.js';
import { identifierOfCode } from './identifier-of-code.js';
import { identifierOfUrl } from './identifier-of-url.js';
import { plainUri } from './plain-uri.js';

/**
 * Every identifier that a reference holds, the most telling first: what the address says, what a code says in its
 * framework, the address as a plain URI, and last the code in a framework known by name only.
 * The same thing under any of the spellings in use gives the same identifier.
 */
export function canonicalIdentifiers(reference: AlignmentReference): CanonicalIdentifier[] {
  const url = cleanReference(typeof reference.url === 'string' ? reference.url : '');
  const codes = textsOf(reference.code)
    .map(cleanReference)
    .filter((code) => code !== '');
  const frameworks = frameworksOf(reference);
  const isSaidToBeCase = frameworks.includes('case');

  // An address written into the code field is as good as one in its own.
  const addresses = [url, ...codes].filter((text) => text !== '');
  const telling = [
    ...addresses.map((address) => identifierOfUrl(address, isSaidToBeCase)),
    ...[...codes, ...(url === '' ? [] : [url])].map((code) => identifierOfCode(code, frameworks)),
  ].filter((found) => found !== undefined);
  const uris = [url, ...codes.filter((code) => URI_IN_CODE.test(code))]
    .filter((text) => !hasFrameworkPrefix(text))
    .map(plainUri);
  const named = codes.map((code) => codeOfNamedFramework(reference.framework, code));
  return distinct([
    ...telling,
    ...uris.filter((uri) => uri !== undefined),
    ...named.filter((code) => code !== undefined),
  ]);
}

/** The most telling identifier of a reference; undefined when it holds none (a name alone is no identifier). */
export function canonicalIdentifier(reference: AlignmentReference): CanonicalIdentifier | undefined {
  return canonicalIdentifiers(reference)[0];
}

/** One text that is either a URI or a code with its framework before it (`ESCO:S5.6.1`, `ONET:2.A.1.a`). */
export function canonicalReference(text: string): CanonicalIdentifier | undefined {
  return canonicalIdentifier({ url: text });
}

function frameworksOf(reference: AlignmentReference): KnownFramework[] {
  const types = textsOf(reference.type);
  const fromTypes = types.map(
    (type) => knownFramework(type) ?? (/^(?:\w+:)?CF[A-Z]\w+$/i.test(type.trim()) ? 'case' : undefined),
  );
  const found = [knownFramework(reference.framework), ...fromTypes].filter((known) => known !== undefined);
  return [...new Set(found)];
}

// Elsewhere a colon is a separator (`AV:1337`), not a scheme's end.
const URI_IN_CODE = /^(?:https?|urn|did|tag|info|doi):\S/i;

// `ESCO:S5.6.1` looks like a URI, of a scheme that nobody has.
const hasFrameworkPrefix = (text: string): boolean =>
  /^[^:/\s]+:/.test(text) && knownFramework(text.slice(0, text.indexOf(':'))) !== undefined;

function distinct(identifiers: readonly CanonicalIdentifier[]): CanonicalIdentifier[] {
  return [...new Map(identifiers.map((identifier) => [canonicalKey(identifier), identifier])).values()];
}
