import { type JsonObject, isObject } from '../../json.js';
import type { Random } from './random.js';

const keys = [
  ...['id', 'type', 'name', 'description', 'alignment', 'tag', 'image', 'criteria', 'creator', 'result', 'value'],
  ...['evidence', 'termsOfUse', 'credentialStatus', 'relatedResource', 'validUntil', 'foo', '@id', '@type', '@graph'],
  ...['@reverse', 'credentialSchema', 'creditsAvailable', 'inLanguage', 'https://x.example/p', 'issuer', 'source'],
  ...['endorsement', 'digestSRI', 'refreshService', 'proof', 'otherIdentifier', 'related', 'schema:name', 'holder'],
  ...['verifiableCredential', 'credentialSubject', 'achievement', 'proofPurpose', 'verificationMethod', 'hashed'],
  ...['@included', '@index', '@nest', '@language', 'encodedList', 'previousProof', 'proofValue', 'nonce', 'address'],
];

const contexts: unknown[] = [
  'https://www.w3.org/2018/credentials/v1',
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://www.w3.org/ns/credentials/status/v1',
  'https://nowhere.example/context',
  { foo: 'https://foo.example/#foo' },
  { '@vocab': 'https://vocab.example/' },
];

const values: unknown[] = [
  ...[
    null,
    '',
    'x',
    'https://a.example/é',
    'did:key:z1',
    'urn:a b',
    'Achievement',
    'ex:y',
    'relative/path',
    '_:b0',
    'id',
  ],
  ...[
    'tab\there',
    'quote"\\\n\r',
    '\u{1F600}',
    'del\u007f',
    'http://www.w3.org/2001/XMLSchema#string',
    '\u2028',
    'a\u00a0b',
  ],
  ...[
    'urn:\u2028x',
    'https://x.example/%',
    'type',
    '@type',
    'sec:proof',
    'xsd:string',
    'https:x',
    'VerifiableCredential',
  ],
  ...[1, 0, -5, 1.5, 1e21, 1e15, -1e-7, true, false, [], {}, ['a', 'a'], [null, 'b'], [['n']]],
  { id: 'https://a.example/x' },
  { id: 'https://a.example/x', name: 'n' },
  { type: 'Achievement' },
  { type: ['Alignment'], targetName: 'q' },
  { type: ['Profile', 'Achievement'], name: 'two' },
  { type: 'Ed25519Signature2020', proofValue: 'z1' },
  { type: 'DataIntegrityProof', cryptosuite: 'x', proofPurpose: 'assertionMethod' },
  { type: ['VerifiableCredential', 'OpenBadgeCredential'], name: 'inner' },
  { type: 'VerifiablePresentation', holder: 'did:example:h' },
  { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1' },
  { '@value': 'v' },
  { '@value': 'v', '@language': 'de' },
  { '@value': 'v', '@language': 'de', '@direction': 'ltr' },
  { '@value': 1, '@type': 'xsd:integer' },
  { '@id': 'https://b.example' },
  { '@list': ['a'] },
  { '@set': ['a'] },
  { '@context': 'https://w3id.org/security/data-integrity/v2', type: 'DataIntegrityProof' },
  { '@context': { foo: 'urn:foo' }, foo: 'x' },
  { en: 'a', de: 'b' },
  { name: 'n', type: 'Unknown' },
];

/**
 * The document with one or two changes anywhere in it: other values, other words, parts moved, left out or doubled.
 * It shares no part with the lists above, which a later change would alter for every document after it.
 */
export function mutated(document: JsonObject, random: Random): JsonObject {
  const copy = structuredClone(document);
  const changes = 1 + random.below(2);
  for (let change = 0; change < changes; change += 1) mutateOnce(copy, random);
  return copy;
}

function mutateOnce(document: JsonObject, random: Random): void {
  const nodes = nodesIn(document);
  const node = random.oneOf(nodes);
  const own = Object.keys(node).filter((key) => key !== '@context');
  const key = own.length > 0 && random.chance(2) ? random.oneOf(own) : random.oneOf(keys);
  switch (random.below(8)) {
    case 0:
      delete node[key];
      break;
    case 1:
      node[key] = structuredClone(random.oneOf(nodes));
      break;
    case 2:
      mutateContext(document, random);
      break;
    case 3:
      node[key] = [node[key] ?? 'x', structuredClone(random.oneOf(values))].flat();
      break;
    case 4:
      if (own.length > 0) node[random.oneOf(keys)] = structuredClone(node[random.oneOf(own)]);
      break;
    default:
      node[key] = structuredClone(random.oneOf(values));
  }
}

function mutateContext(document: JsonObject, random: Random): void {
  const list = [document['@context'] ?? []].flat() as unknown[];
  if (random.chance(3)) list.splice(random.below(list.length + 1), 1);
  else list.splice(random.below(list.length + 1), random.below(2), structuredClone(random.oneOf(contexts)));
  document['@context'] = random.chance(6) ? structuredClone(random.oneOf(list.length > 0 ? list : contexts)) : list;
}

/** All objects below a value, itself too, without those inside contexts. */
export function nodesIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isObject(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, member]) => (key === '@context' ? [] : nodesIn(member)))];
}
