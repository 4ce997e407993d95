import { type JsonObject, isObject, listOf } from '../../json.js';
import { decline } from './declined.js';
import { isPlainIri } from './iri.js';
import type { Term } from './term.js';

export interface Definitions {
  terms: ReadonlyMap<string, Term>;
  vocabulary: string | undefined;
}

const definitionKeys = new Set(['@id', '@type', '@container', '@context', '@protected']);
const unprovenContainers = new Set(['@list', '@language', '@index', '@id', '@type', '@graph']);
const unprovenKeywords = new Set(['@value', '@language', '@direction', '@index', '@graph', '@list', '@set', '@json']);

/**
 * The words that hold inside a context object, given those that hold around it.
 *
 * Only the forms that the bundled contexts are written in are read; a context with any other form is declined as a whole,
 * since it might be an invalid one. A legal definition that is only not proven here (a list, a language map) declines
 * the documents that use it.
 *
 * @param overrides whether protected words may be given another meaning, as a context of a property may
 */
export function defineTerms(local: JsonObject, around: Definitions, overrides: boolean): Definitions {
  const vocabulary = '@vocab' in local ? vocabularyIn(local['@vocab']) : around.vocabulary;
  const terms = new Map(around.terms);
  const done = new Set<string>();
  const begun = new Set<string>();

  const iriOf = (text: string): string => {
    if (text === '@id' || text === '@type') return text;
    if (text.startsWith('@')) decline(`the keyword ${text}`);
    if (Object.hasOwn(local, text)) define(text);
    const term = terms.get(text);
    if (term) return term.unproven === undefined ? term.iri : decline(term.unproven);
    const colon = text.indexOf(':');
    if (colon > 0) {
      if (text.startsWith('//', colon + 1)) return text;
      const prefix = text.slice(0, colon);
      if (Object.hasOwn(local, prefix)) define(prefix);
      const meaning = terms.get(prefix);
      return meaning?.isPrefix ? meaning.iri + text.slice(colon + 1) : text;
    }
    return vocabulary === undefined ? decline(`the relative IRI ${text}`) : vocabulary + text;
  };

  const define = (name: string): void => {
    if (done.has(name)) return;
    if (begun.has(name)) decline('a circle of definitions');
    begun.add(name);
    const stated = local[name];
    const isSimple = typeof stated === 'string';
    const definition = isSimple ? { '@id': stated } : isObject(stated) ? stated : decline('a term without a meaning');
    const strange = Object.keys(definition).find((key) => !definitionKeys.has(key));
    if (strange !== undefined) decline(`a definition with ${strange}`);
    if (name === '' || /[:/]/.test(name) || name.startsWith('@')) decline('a term that looks like an IRI');
    const isProtected = flagOf(definition['@protected'] ?? local['@protected']);
    const term = termOf(definition, isSimple, isProtected, idOf(name, definition), iriOf);
    const before = terms.get(name);
    if (before?.isProtected && !overrides) {
      if (before.fingerprint !== term.fingerprint) decline('a protected term with another meaning');
      term.isProtected = true;
    }
    terms.set(name, term);
    done.add(name);
  };

  const idOf = (name: string, definition: JsonObject): string => {
    const id = definition['@id'];
    if (id === undefined) return vocabulary === undefined ? decline('a term without an IRI') : vocabulary + name;
    if (typeof id !== 'string' || id === name) return decline('a term without an IRI of its own');
    return unprovenKeywords.has(id) ? id : iriOf(id);
  };

  for (const name of Object.keys(local)) {
    if (name === '@version' && local[name] !== 1.1) decline('another version of JSON-LD');
    if (name === '@protected') flagOf(local[name]);
    if (name !== '@version' && name !== '@protected' && name !== '@vocab') define(name);
  }
  return { terms, vocabulary };
}

function termOf(
  definition: JsonObject,
  isSimple: boolean,
  isProtected: boolean,
  iri: string,
  iriOf: (text: string) => string,
): Term {
  const { type, unproven } = typeOf(definition['@type'], iriOf);
  const scope = definition['@context'];
  const isKeyword = iri.startsWith('@');
  if (!isKeyword && (!isPlainIri(iri) || iri.startsWith('_:'))) decline('a term with an unusual IRI');
  const reason =
    (unprovenKeywords.has(iri) ? `an alias of ${iri}` : undefined) ??
    unproven ??
    unprovenContainer(definition['@container']) ??
    (scope === undefined || isObject(scope) ? undefined : 'a scoped context that is no object');
  return {
    iri,
    predicate: `<${iri}> `,
    isKeyword,
    type,
    scope: isObject(scope) ? scope : undefined,
    isPrefix: isSimple && !isKeyword && /[:/?#[\]@]$/.test(iri),
    isProtected,
    unproven: reason,
    fingerprint: JSON.stringify([iri, type, definition['@container'], scope, reason]),
  };
}

function typeOf(
  stated: unknown,
  iriOf: (text: string) => string,
): { type: string | undefined; unproven?: string | undefined } {
  if (stated === undefined) return { type: undefined };
  if (typeof stated !== 'string') return decline('a type that is no text');
  if (stated === '@json' || stated === '@none') return { type: stated, unproven: `the type ${stated}` };
  if (stated === '@id' || stated === '@vocab') return { type: stated };
  const type = iriOf(stated);
  return isPlainIri(type) ? { type } : decline('a datatype with an unusual IRI');
}

function unprovenContainer(stated: unknown): string | undefined {
  for (const container of listOf(stated)) {
    if (container === '@set') continue;
    if (typeof container === 'string' && unprovenContainers.has(container)) return `the container ${container}`;
    decline('an unknown container');
  }
  return undefined;
}

function vocabularyIn(stated: unknown): string | undefined {
  if (stated === null) return undefined;
  return typeof stated === 'string' && isPlainIri(stated) ? stated : decline('an unusual vocabulary');
}

function flagOf(stated: unknown): boolean {
  return stated === undefined ? false : typeof stated === 'boolean' ? stated : decline('a flag that is no boolean');
}
