import { achievementsOf } from '../reading/achievements.js';
import { firstMember, isObject, listAt, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText, type LocalisedText } from '../reading/localised-text.js';
import { plainText } from '../reading/plain-text.js';
import { sentencesOf } from '../reading/sentences.js';
import { MAX_NARRATIVE_SENTENCES, type ClaimKind } from './claim.js';
import type { ClaimList } from './claim-list.js';

const TAG_KEYS = ['tag', 'tags', 'keyword', 'keywords'];
const MAX_TAGS_IN_ONE = 100;

/** Claims from the names of the achievements. */
export function collectNames(credential: JsonObject, into: ClaimList): void {
  for (const { achievement } of achievementsOf(credential)) {
    add(localisedText(firstMember(achievement, ['name', 'title'])), 'name', into);
  }
}

/** Claims from tags and keywords, also when they come as one string with commas. */
export function collectTags(credential: JsonObject, into: ClaimList): void {
  for (const { achievement } of achievementsOf(credential)) {
    for (const tag of TAG_KEYS.flatMap((key) => listAt(achievement, key))) {
      const text = localisedText(tag);
      for (const part of partsOf(text)) add(part, 'tag', into);
    }
  }
}

/** Claims from the criteria narratives, one for each sentence; markup is left out, the pointer leads to the narrative. */
export function collectNarratives(credential: JsonObject, into: ClaimList): void {
  for (const { achievement } of achievementsOf(credential)) {
    for (const narrative of narrativesOf(achievement)) {
      if (into.isFull) return;
      for (const sentence of sentencesOf(plainText(narrative.text), MAX_NARRATIVE_SENTENCES)) {
        add({ text: sentence, path: narrative.path, translations: [] }, 'narrative', into);
      }
    }
  }
}

function narrativesOf(achievement: Located<JsonObject>): LocalisedText[] {
  const narratives = listAt(achievement, 'criteria').map((criteria) => {
    if (isObject(criteria.value))
      return localisedText(firstMember({ value: criteria.value, path: criteria.path }, ['narrative']));
    // Open Badges 1 and 2 write a link here, where Open Badges 3 has an object.
    const text = plainString(criteria.value);
    return text === undefined || /^[a-z][a-z0-9+.-]{1,20}:\S+$/i.test(text) ? undefined : localisedText(criteria);
  });
  return narratives.filter((narrative) => narrative !== undefined);
}

function partsOf(text: LocalisedText | undefined): LocalisedText[] {
  if (!text) return [];
  const parts = text.text.split(/[,;|]/, MAX_TAGS_IN_ONE).map((part) => part.trim());
  if (parts.length === 1) return [text];
  return parts.filter((part) => part !== '').map((part) => ({ text: part, path: text.path, translations: [] }));
}

function add(text: LocalisedText | undefined, kind: ClaimKind, into: ClaimList): void {
  if (!text) return;
  into.add({
    jsonPath: text.path,
    kind,
    class: 'skill',
    text: text.text,
    translations: text.translations,
    origin: 'issuer',
  });
}
