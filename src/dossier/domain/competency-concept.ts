import { type CompetencyPage, uriOfKey } from '../../frameworks/index.js';

const LANGUAGES = '@language';
const term = (name: string, form: object = {}): object => ({ '@id': name, ...form });

/** In the answer itself, so that whoever reads it needs nothing else. */
const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  Concept: 'skos:Concept',
  ConceptScheme: 'skos:ConceptScheme',
  prefLabel: term('skos:prefLabel', { '@container': LANGUAGES }),
  altLabel: term('skos:altLabel', { '@container': LANGUAGES }),
  hiddenLabel: term('skos:hiddenLabel', { '@container': LANGUAGES }),
  definition: term('skos:definition', { '@container': LANGUAGES }),
  notation: 'skos:notation',
  broader: term('skos:broader', { '@container': '@set' }),
  broaderTransitive: term('skos:broaderTransitive', { '@container': '@set' }),
  narrower: term('skos:narrower', { '@container': '@set' }),
  related: term('skos:related', { '@container': '@set' }),
  exactMatch: term('skos:exactMatch', { '@container': '@set' }),
  closeMatch: term('skos:closeMatch', { '@container': '@set' }),
  broadMatch: term('skos:broadMatch', { '@container': '@set' }),
  narrowMatch: term('skos:narrowMatch', { '@container': '@set' }),
  relatedMatch: term('skos:relatedMatch', { '@container': '@set' }),
  inScheme: 'skos:inScheme',
  title: 'dcterms:title',
  versionInfo: 'owl:versionInfo',
  deprecated: term('owl:deprecated', { '@type': 'xsd:boolean' }),
  isReplacedBy: 'dcterms:isReplacedBy',
  label: 'rdfs:label',
} as const;

const MATCHES = {
  exact: 'exactMatch',
  close: 'closeMatch',
  broader: 'broadMatch',
  narrower: 'narrowMatch',
  related: 'relatedMatch',
} as const;

/**
 * A competency as a concept of SKOS in JSON-LD 1.1. What SKOS has no words for, such as occupations and holders, stands in
 * the plain JSON only.
 *
 * @see https://www.w3.org/TR/skos-reference/
 */
export function competencyConcept(page: CompetencyPage): object {
  const { description, labels, relations, ancestors, crosswalks } = page;
  const languageOfLabel = labels.find(({ kind, text }) => kind === 'preferred' && text === description.label)?.language;
  const preferred = onePerLanguage(page);
  const isPreferred = new Set(Object.entries(preferred).map(([language, text]) => `${language} ${text}`));
  const others = labels.filter(
    ({ language, kind, text }) => kind !== 'hidden' && !isPreferred.has(`${language} ${text}`),
  );
  return {
    '@context': CONTEXT,
    id: description.uri,
    type: 'Concept',
    prefLabel: preferred,
    altLabel: byLanguage(others),
    hiddenLabel: byLanguage(labels.filter(({ kind }) => kind === 'hidden')),
    ...(description.definition === null ? {} : { definition: { [languageOfLabel ?? 'und']: description.definition } }),
    ...(description.code === null ? {} : { notation: description.code }),
    broader: relations.broader.map(named),
    broaderTransitive: ancestors.map(named),
    narrower: relations.narrower.map(named),
    related: relations.related.map(named),
    ...matchesOf(crosswalks),
    inScheme: {
      id: `urn:uuid:${description.frameworkId}`,
      type: 'ConceptScheme',
      title: description.frameworkName,
      versionInfo: description.frameworkVersion,
    },
    deprecated: description.status === 'deprecated' || !description.inForce,
    ...(description.replacedBy === null ? {} : { isReplacedBy: named(description.replacedBy) }),
  };
}

/** SKOS allows one preferred label in a language: the one that names the competency, else the first. */
function onePerLanguage({ description, labels }: CompetencyPage): Record<string, string> {
  const preferred = labels.filter(({ kind }) => kind === 'preferred');
  const inOrder = [...preferred].sort(
    (a, b) => Number(b.text === description.label) - Number(a.text === description.label),
  );
  const found: Record<string, string> = {};
  for (const { language, text } of inOrder) found[language] ??= text;
  return found;
}

function byLanguage(labels: CompetencyPage['labels']): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { language, text } of labels) (found[language] ??= []).push(text);
  return found;
}

function matchesOf(crosswalks: CompetencyPage['crosswalks']): Record<string, object[]> {
  const found: Record<string, object[]> = {};
  for (const { relation, key, label } of crosswalks) {
    const match = MATCHES[relation as keyof typeof MATCHES];
    (found[match] ??= []).push({ id: uriOfKey(key), ...(label === null ? {} : { label }) });
  }
  return found;
}

const named = ({ uri, label }: { readonly uri: string; readonly label: string }): object => ({ id: uri, label });
