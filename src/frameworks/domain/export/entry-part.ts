import {
  COMPETENCY_STATUSES,
  COMPETENCY_TYPES,
  CROSSWALK_RELATIONS,
  type Crosswalk,
  type EntryLink,
  type FrameworkEntry,
  type LanguageText,
  LINK_TYPES,
} from '../content/framework-content.js';
import { isLanguage } from '../csv/csv-lists.js';
import { parseCanonicalKey } from '../identifier/canonical-identifier.js';
import { plainUri } from '../identifier/plain-uri.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { isObject } from '../json/json-members.js';

/** Members of an entry as an export writes them beside what the format itself can say. */
export type EntryPart = Partial<Omit<FrameworkEntry, 'broader' | 'related'>>;

type Check = (value: unknown) => boolean;

const text =
  (maxCharacters: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= maxCharacters;
const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    known.includes(value as string);
const list =
  (each: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= IMPORT_LIMITS.maxPartItems && value.every(each);
const json: Check = (value) => isObject(value) && JSON.stringify(value).length <= IMPORT_LIMITS.maxDetails;
const languageText: Check = (value) =>
  isObject(value) &&
  text(IMPORT_LIMITS.maxLabel)(value.text) &&
  (value as unknown as LanguageText).text.trim() !== '' &&
  typeof value.language === 'string' &&
  isLanguage(value.language);
const crosswalk: Check = (value) =>
  isObject(value) &&
  oneOf(CROSSWALK_RELATIONS)(value.relation) &&
  text(IMPORT_LIMITS.maxUri)(value.key) &&
  parseCanonicalKey((value as unknown as Crosswalk).key) !== undefined &&
  (value.label === undefined || text(IMPORT_LIMITS.maxLabel)(value.label));
const link: Check = (value) =>
  isObject(value) &&
  oneOf(LINK_TYPES)(value.type) &&
  text(IMPORT_LIMITS.maxUri)((value as unknown as EntryLink).to) &&
  (value.detail === undefined || json(value.detail));
const anchors: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(([level, anchor]) => /^[1-9]$/.test(level) && text(IMPORT_LIMITS.maxAnchor)(anchor));

const CHECKS: Readonly<Record<keyof Required<EntryPart>, Check>> = {
  uri: (value) => text(IMPORT_LIMITS.maxUri)(value) && plainUri(value as string) !== undefined,
  code: text(IMPORT_LIMITS.maxCode),
  label: languageText,
  translations: list(languageText),
  alternativeLabels: list(languageText),
  hiddenLabels: list(languageText),
  definition: text(IMPORT_LIMITS.maxDefinition),
  notes: text(IMPORT_LIMITS.maxDefinition),
  type: oneOf(COMPETENCY_TYPES),
  assignable: (value) => typeof value === 'boolean',
  status: oneOf(COMPETENCY_STATUSES),
  replacedBy: text(IMPORT_LIMITS.maxUri),
  crosswalks: list(crosswalk),
  otherKeys: list((key) => text(IMPORT_LIMITS.maxUri)(key) && parseCanonicalKey(key as string) !== undefined),
  levelAnchors: anchors,
  position: (value) => typeof value === 'number' && Number.isFinite(value),
  links: list(link),
  collections: list(text(IMPORT_LIMITS.maxLabel)),
  details: json,
};

/** What an export wrote of an entry; undefined when a member is unknown or not what it must be. */
export function entryPartOf(value: unknown): EntryPart | undefined {
  if (!isObject(value)) return undefined;
  const isValid = Object.entries(value).every(
    ([name, member]) => Object.hasOwn(CHECKS, name) && CHECKS[name as keyof EntryPart](member),
  );
  return isValid ? value : undefined;
}

/** The named members of an entry that say something. */
export function partOf(entry: FrameworkEntry, names: readonly (keyof EntryPart)[]): EntryPart {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = entry[name];
      const isEmpty = value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
      return isEmpty ? [] : [[name, value]];
    }),
  );
}
