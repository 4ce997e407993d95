import { subjectsOf } from '../reading/achievements.js';
import { firstMember, isObject, listAt, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import type { ClaimList } from './claim-list.js';
import { asIdentifier, claimOf, type SkillStatement } from './skill-statement.js';

const COMPETENCY_KEYS = ['skills', 'competencies', 'personCompetencies', 'competency'];
const NAME_KEYS = ['competencyName', 'name', 'skillName', 'title'];
const ID_KEYS = ['competencyIds', 'competencyId', 'ids', 'id'];

/**
 * Claims from learner records of HR Open and from SD-JWT VC: competencies or skills listed on the subject itself, as mere
 * names or with their identifiers and their proficiency. Years of experience are not read: time spent is no measure of a skill.
 */
export function collectListedCompetencies(credential: JsonObject, into: ClaimList): void {
  for (const subject of subjectsOf(credential)) {
    for (const place of COMPETENCY_KEYS.flatMap((key) => listAt(subject, key))) {
      // A competency may be written as its mere name.
      const value = isObject(place.value) ? place.value : { name: place.value };
      addCompetency({ value, path: place.path }, into);
      // JSON Resume lists the skills themselves as keywords of a field.
      for (const keyword of listAt({ value, path: place.path }, 'keywords')) {
        if (typeof keyword.value === 'string')
          addCompetency({ value: { name: keyword.value }, path: keyword.path }, into);
      }
    }
  }
}

function addCompetency(competency: Located<JsonObject>, into: ClaimList): void {
  const identifiers = ID_KEYS.flatMap((key) => listAt(competency, key)).map(readIdentifier);
  const claim = claimOf(competency, {
    kind: 'extension',
    name: localisedText(firstMember(competency, NAME_KEYS)),
    ...identifiers.find((identifier) => identifier !== undefined),
  });
  into.add(claim);
}

function readIdentifier(place: Located): Pick<SkillStatement, 'url' | 'code' | 'framework'> | undefined {
  const holder = isObject(place.value) ? { value: place.value, path: place.path } : undefined;
  const value = plainString(holder ? firstMember(holder, ['value', 'id'])?.value : place.value);
  if (value === undefined) return undefined;
  const framework = holder && plainString(firstMember(holder, ['schemeId', 'schemeName', 'schemeAgencyId'])?.value);
  return { ...asIdentifier(value), framework };
}
