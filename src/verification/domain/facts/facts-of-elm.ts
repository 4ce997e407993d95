import { type JsonObject, isObject, listOf } from '../json.js';
import type { CredentialFacts, IdentifierFacts } from './credential-facts.js';
import { factsOf, mostOfEach, texts } from './facts-of.js';
import type { ReadCredential } from '../reading/read-result.js';
import { textOfValue } from './text.js';

/**
 * What a credential of the European Learning Model says, in its own words for issuer, person and achievement. Where it is
 * sealed (JAdES), the issuer is known by its legal identifier, as the certificate of the seal knows it.
 */
export function factsOfElm({ credential, jwt, jades }: ReadCredential): CredentialFacts {
  const facts = factsOf(credential, jwt?.claims);
  const issuer = isObject(credential.issuer) ? credential.issuer : {};
  const display = isObject(credential.displayParameter) ? credential.displayParameter : {};
  const subjects = listOf(credential.credentialSubject).filter(isObject).slice(0, mostOfEach);
  const [achieved] = subjects.flatMap((subject) => listOf(subject.hasClaim)).filter(isObject);
  const name = textOfValue(issuer.legalName) ?? textOfValue(issuer.prefLabel) ?? textOfValue(issuer.altLabel);
  return {
    ...facts,
    ...texts({ name: textOfValue(display.title) ?? textOfValue(achieved?.title) }),
    ...(facts.issuer && {
      issuer: { ...facts.issuer, ...texts({ name, id: jades && legalNameIn(issuer) }) },
    }),
    subjects: facts.subjects.map((subject, index) => ({
      ...subject,
      ...texts({ name: textOfValue(subjects[index]?.fullName) }),
      identifiers: addressesOf(subjects[index] ?? {}),
    })),
    ...(achieved && {
      achievement: texts({
        id: textOfValue(achieved.id),
        name: textOfValue(achieved.title),
        description: textOfValue(achieved.description),
      }),
    }),
  };
}

function addressesOf({ contactPoint }: JsonObject): IdentifierFacts[] {
  return listOf(contactPoint)
    .filter(isObject)
    .flatMap((point) => listOf(point.emailAddress))
    .filter(isObject)
    .slice(0, mostOfEach)
    .flatMap(({ id }) => (typeof id === 'string' && /^mailto:/i.test(id) ? [id.slice('mailto:'.length)] : []))
    .map((value) => ({ type: 'emailAddress', value, hashed: false }));
}

const places = ['eIDASIdentifier', 'registration', 'vatIdentifier', 'taxIdentifier', 'identifier'];
/** Kind of register, country, number: ETSI EN 319 412-1 section 5.1.4. */
const legalId = /^[A-Z]{3}[A-Z]{2}-[\x21-\x7e]{1,100}$/;

/** The name of an organization by its legal identifier, such as `VATES-A00000000`; undefined for what is none. */
export function nameOfLegalId(id: string): string | undefined {
  const bare = id.replace(/\s+/g, '').toUpperCase();
  return legalId.test(bare) ? `urn:x-legal-id:${bare}` : undefined;
}

/** The first legal identifier that is stated of the issuer. Its own id is a URN that any other document may use as well. */
function legalNameIn(issuer: JsonObject): string | undefined {
  const stated = places
    .flatMap((place) => listOf(issuer[place]))
    .filter(isObject)
    .slice(0, mostOfEach);
  return stated
    .flatMap(({ notation }) => (typeof notation === 'string' ? [nameOfLegalId(notation)] : []))
    .find((name) => name !== undefined);
}
