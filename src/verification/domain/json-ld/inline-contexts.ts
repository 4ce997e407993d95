import { type JsonObject, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';
import { pinnedVocabulary } from './vocabulary.js';

export type InlineContextProblem = { kind: 'malformed' | 'unsupported'; code: string; detail: string };

/**
 * What is wrong with the contexts that a credential brings along inside itself.
 *
 * The signature covers what the words mean, not the words, and a context may be changed after signing as long as the
 * meaning stays. So a context that called `validUntil` something else would hide it from whoever reads plain JSON.
 * Therefore an inline context may only add words that no pinned context has, for meanings that no pinned context has.
 * To give a pinned word a new meaning is `malformed`, as the data model says; anything else than a plain definition is
 * `unsupported`.
 */
export function findInlineContextProblem(credential: JsonObject): InlineContextProblem | undefined {
  for (const context of listOf(credential['@context']).filter(isObject)) {
    for (const [term, definition] of Object.entries(context)) {
      const problem = term.startsWith('@') ? problemOfKeyword(term, definition) : problemOfTerm(term, definition);
      if (problem) return problem;
    }
  }
  return undefined;
}

function problemOfKeyword(keyword: string, value: unknown): InlineContextProblem | undefined {
  const isHarmless = keyword === '@version' || keyword === '@protected' || (keyword === '@vocab' && value === null);
  return isHarmless ? undefined : unsupported(`sets ${quoted(keyword)}`);
}

function problemOfTerm(term: string, definition: unknown): InlineContextProblem | undefined {
  if (pinnedVocabulary.terms.has(term))
    return {
      kind: 'malformed',
      code: 'redefined-term',
      detail: `an inline context gives the term ${quoted(term)} of a standard context another meaning`,
    };
  if (/^(https?|urn|did)$/i.test(term) || term.includes(':')) return unsupported(`defines ${quoted(term)}`);
  const iri = isObject(definition) ? definition['@id'] : definition;
  if (typeof iri !== 'string' || !/^(https?:\/\/|urn:|did:)/i.test(iri))
    return unsupported(`does not define ${quoted(term)} by an IRI written out`);
  if (pinnedVocabulary.iris.has(iri)) return unsupported(`gives the standard term ${quoted(iri)} a second name`);
  const isPlain = !isObject(definition) || Object.keys(definition).every((key) => plainKeys.has(key));
  return isPlain ? undefined : unsupported(`defines ${quoted(term)} in a way that is not read here`);
}

const plainKeys = new Set(['@id', '@type', '@protected']);

function unsupported(what: string): InlineContextProblem {
  return { kind: 'unsupported', code: 'inline-context', detail: `an inline context ${what}` };
}
