const clr = (word: string): string => `https://purl.imsglobal.org/spec/vc/clr/vocab.html#${word}`;
const keywords = { id: '@id', type: '@type' };

/** What the two published contexts of the learner record define differently. */
interface Edition {
  readonly url: string;
  /** The vocabulary of Open Badges that the types of values are named in. */
  readonly badgeVocabulary: string;
  /** 2.0.1 brought `partial` and `identifier`. */
  readonly hasLaterTerms: boolean;
}

const editions: readonly Edition[] = [
  {
    url: 'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
    badgeVocabulary: 'https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#',
    hasLaterTerms: false,
  },
  {
    url: 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    badgeVocabulary: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
    hasLaterTerms: true,
  },
];

/**
 * The JSON-LD contexts of the Comprehensive Learner Record 2.0 by their URL, built from the terms of its data model
 * (1EdTech CLR 2.0, appendix "Serialization and JSON-LD context"): no package carries them.
 */
export const clrContexts: ReadonlyMap<string, object> = new Map(
  editions.map((edition) => [edition.url, { '@context': contextOf(edition) }]),
);

function contextOf({ badgeVocabulary, hasLaterTerms }: Edition): object {
  return {
    ...keywords,
    ClrCredential: typeWith('ClrCredential', {
      ...keywords,
      ...(hasLaterTerms && { partial: { '@id': clr('partial'), '@type': 'xsd:boolean' } }),
    }),
    ClrSubject: typeWith('ClrSubject', {
      ...keywords,
      cred: 'https://www.w3.org/2018/credentials#',
      obi: badgeVocabulary,
      achievement: setOf('achievement', 'obi:Achievement'),
      association: setOf('association', clr('Association')),
      verifiableCredential: setOf('verifiableCredential', 'cred:verifiableCredential'),
      ...(hasLaterTerms && { identifier: setOf('identifier-1', 'obi:Identifier') }),
    }),
    Association: typeWith('Association', {
      associationType: { '@id': clr('AssociationType') },
      sourceId: { '@id': clr('sourceId'), '@type': 'xsd:anyURI' },
      targetId: { '@id': clr('targetId'), '@type': 'xsd:anyURI' },
    }),
  };
}

/** A type whose own terms mean something only inside it. */
function typeWith(name: string, terms: object): object {
  return { '@id': clr(name), '@context': terms };
}

function setOf(word: string, type: string): object {
  return { '@id': clr(word), '@type': type, '@container': '@set' };
}
