import { isObject, type JsonObject, listOf, objectOf, textOf, textsOf } from '../json/json-members.js';
import { splitSemicolons } from '../import/split-lists.js';
import type { RichSkill, RsdAlignment, RsdOccupation } from './rich-skill.js';

/** One descriptor of an API answer, with its place and the collection that it came in. */
export interface RsdItem {
  readonly pointer: string;
  readonly value: unknown;
  readonly collection: string;
}

/**
 * The descriptors of an API answer, version 2 or 3: one, a list of them, or a collection with `skills`.
 * undefined for a document of another kind
 */
export function rsdItems(document: unknown): RsdItem[] | undefined {
  if (Array.isArray(document)) {
    const items = (document as unknown[]).flatMap((value, at) => itemsOf(value, `/${at}`));
    return items.length === 0 || items.some(({ value }) => isRsd(value)) ? items : undefined;
  }
  const items = itemsOf(document, '');
  const isCollection = Array.isArray(objectOf(document).skills);
  return isCollection || isRsd(document) ? items : undefined;
}

function itemsOf(value: unknown, pointer: string): RsdItem[] {
  const { skills, name } = objectOf(value);
  if (!Array.isArray(skills)) return [{ pointer, value, collection: '' }];
  return (skills as unknown[]).map((skill, at) => ({
    pointer: `${pointer}/skills/${at}`,
    value: skill,
    collection: textOf(name),
  }));
}

const isRsd = (value: unknown): boolean =>
  isObject(value) && (textOf(value.skillStatement) !== '' || textOf(value.type) === 'RichSkillDescriptor');

export function richSkillOf(skill: JsonObject, collection: string): RichSkill {
  const uuid = textOf(skill.uuid);
  return {
    uri: textOf(skill.id) || (uuid === '' ? '' : `urn:uuid:${uuid}`),
    name: textOf(skill.skillName),
    statement: textOf(skill.skillStatement),
    status: textOf(skill.status),
    // Version 2 joins with semicolons what version 3 lists.
    authors: [...textsOf(skill.authors), ...splitSemicolons(textOf(skill.author))],
    categories: [...textsOf(skill.categories), ...splitSemicolons(textOf(skill.category))],
    keywords: textsOf(skill.keywords),
    standards: namesOf(skill.standards),
    certifications: namesOf(skill.certifications),
    employers: namesOf(skill.employers),
    collections: [...namesOf(skill.collections), ...textsOf(collection)],
    occupations: listOf(skill.occupations).map(objectOf).map(occupationOf),
    alignments: listOf(skill.alignments).map(objectOf).map(alignmentOf),
    dates: Object.fromEntries(
      ['publishDate', 'archiveDate', 'creationDate', 'updateDate', 'creator'].map((name) => [
        name,
        textOf(skill[name]),
      ]),
    ),
  };
}

/** Names of things that are listed as texts or as objects. */
const namesOf = (value: unknown): string[] =>
  listOf(value)
    .map((item) => (isObject(item) ? textOf(item.skillName) || textOf(item.name) || textOf(item.id) : textOf(item)))
    .filter((name) => name !== '');

const occupationOf = (occupation: JsonObject): RsdOccupation => ({
  code: textOf(occupation.code),
  name: textOf(occupation.targetNodeName) || textOf(occupation.name),
  framework: textOf(occupation.frameworkName) || textOf(occupation.framework),
});

const alignmentOf = (alignment: JsonObject): RsdAlignment => ({
  url: textOf(alignment.id) || textOf(alignment.targetUrl),
  name: textOf(alignment.skillName) || textOf(alignment.name),
  framework: textOf(objectOf(alignment.isPartOf).name) || textOf(alignment.isPartOf),
});
