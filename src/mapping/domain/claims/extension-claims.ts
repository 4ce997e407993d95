import { achievementsOf } from '../reading/achievements.js';
import { firstMember, objectsAt, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import type { ClaimList } from './claim-list.js';
import { asIdentifier, claimOf } from './skill-statement.js';

const EXTENSION_KEYS = ['extensions:CompetencyExtension', 'CompetencyExtension', 'competencyExtension'];
/** Members come bare or with the prefix of the vocabulary, by the age of the badge. */
const withPrefix = (name: string): string[] => [name, `extensions:${name}`];
const IDENTIFIER_KEYS = ['framework_identifier', 'frameworkIdentifier', 'escoID', 'escoId'].flatMap(withPrefix);

/**
 * Claims from the competency extension of Open Educational Badges in its three shapes: a list of competencies; a
 * single one; and the older one with prefixed members and the ESCO concept in `escoID`. It is looked for on the
 * achievement, on the subject and on the credential, also inside an `extensions` member. Study load is not read:
 * hours are no measure of a skill.
 */
export function collectExtensions(credential: JsonObject, into: ClaimList): void {
  const achievements = achievementsOf(credential);
  const owners = [
    ...achievements.map(({ achievement }) => achievement),
    ...achievements.map(({ subject }) => subject),
    { value: credential, path: '' },
  ];
  const seen = new Set<string>();
  for (const owner of owners) {
    if (seen.has(owner.path)) continue;
    seen.add(owner.path);
    for (const holder of [owner, ...objectsAt(owner, 'extensions')]) {
      for (const competency of EXTENSION_KEYS.flatMap((key) => objectsAt(holder, key))) addCompetency(competency, into);
    }
  }
}

function addCompetency(competency: Located<JsonObject>, into: ClaimList): void {
  const identifier = firstMember(competency, IDENTIFIER_KEYS);
  const isEsco = identifier !== undefined && /escoId$/i.test(identifier.path);
  const framework = localisedText(firstMember(competency, withPrefix('framework')))?.text;
  const claim = claimOf(competency, {
    kind: 'extension',
    name: localisedText(firstMember(competency, withPrefix('name'))),
    ...asIdentifier(plainString(identifier?.value)),
    framework: framework ?? (isEsco ? 'esco' : undefined),
    description: localisedText(firstMember(competency, withPrefix('description')))?.text,
  });
  into.add(claim);
}
