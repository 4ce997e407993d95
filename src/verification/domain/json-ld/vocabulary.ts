import { type JsonObject, isObject, listOf } from '../json.js';
import { pinnedContexts } from './pinned-contexts.js';

/** Words and full IRIs that the pinned contexts define, at any depth. */
export interface Vocabulary {
  terms: ReadonlySet<string>;
  iris: ReadonlySet<string>;
}

export const pinnedVocabulary: Vocabulary = vocabularyOf(pinnedContexts.values());

function vocabularyOf(contexts: Iterable<object>): Vocabulary {
  const terms = new Set<string>();
  const iris = new Set<string>();
  const collect = (context: unknown, outer: ReadonlyMap<string, string>): void => {
    for (const definitions of listOf(context).filter(isObject)) {
      const meanings = new Map([...outer, ...meaningsOf(definitions)]);
      for (const [term, definition] of Object.entries(definitions)) {
        if (term.startsWith('@')) continue;
        terms.add(term);
        const iri = meanings.get(term);
        if (iri !== undefined) iris.add(expanded(iri, meanings));
        if (isObject(definition)) collect(definition['@context'], meanings);
      }
    }
  };
  for (const document of contexts) collect((document as JsonObject)['@context'], new Map());
  return { terms, iris };
}

function meaningsOf(definitions: JsonObject): [string, string][] {
  return Object.entries(definitions).flatMap(([term, definition]) => {
    const iri = isObject(definition) ? definition['@id'] : definition;
    return typeof iri === 'string' && !term.startsWith('@') ? [[term, iri] as [string, string]] : [];
  });
}

/** `prefix:name` written out, where the prefix is a term of the same or an enclosing context. */
function expanded(iri: string, meanings: ReadonlyMap<string, string>): string {
  const colon = iri.indexOf(':');
  const prefix = colon < 0 ? undefined : meanings.get(iri.slice(0, colon));
  return prefix === undefined ? iri : prefix + iri.slice(colon + 1);
}
