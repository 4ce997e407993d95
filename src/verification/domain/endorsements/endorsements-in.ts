import { type JsonObject, idOf, isObject, listOf } from '../json.js';

/** An endorsement as it stands in a credential, not looked at yet. */
export interface StatedEndorsement {
  /** As a document of its own: JSON or a compact JWT. */
  text: string;
  /** For people: what it stands at. */
  about: string;
  /** What its subject must be; undefined where that has no id and so cannot be endorsed. */
  aboutId: string | undefined;
  /** JSON pointer to it. */
  pointer: string;
}

const most = 10;

/**
 * The endorsements of a credential, of its issuer, and of what was achieved, written out (`endorsement`) or as JWT
 * (`endorsementJwt`): at most ten, and how many more there are.
 */
export function endorsementsIn(credential: JsonObject): { stated: StatedEndorsement[]; leftOut: number } {
  const all = at(credential, 'the credential', '');
  all.push(...at(credential.issuer, 'the issuer', '/issuer'));
  for (const [place, subject] of listOf(credential.credentialSubject).filter(isObject).entries())
    for (const achievement of listOf(subject.achievement))
      all.push(...at(achievement, 'the achievement', `/credentialSubject/${place}/achievement`));
  return { stated: all.slice(0, most), leftOut: Math.max(0, all.length - most) };
}

function at(endorsed: unknown, about: string, pointer: string): StatedEndorsement[] {
  if (!isObject(endorsed) || (endorsed.endorsement === undefined && endorsed.endorsementJwt === undefined)) return [];
  const stated = (text: string, name: string, place: number): StatedEndorsement => ({
    ...{ text, about, aboutId: idOf(endorsed) },
    pointer: `${pointer}/${name}/${place}`,
  });
  return [
    ...listOf(endorsed.endorsement).map((one, place) => stated(JSON.stringify(one), 'endorsement', place)),
    ...listOf(endorsed.endorsementJwt).map((one, place) =>
      stated(typeof one === 'string' ? one : JSON.stringify(one), 'endorsementJwt', place),
    ),
  ];
}
