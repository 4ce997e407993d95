import { isHeading } from '../case/case-names.js';
import type { CompetencyStatus, CompetencyType, LanguageText } from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { ctidFromCode } from '../identifier/credential-engine-identifier.js';
import { uriKey } from '../identifier/entry-keys.js';
import {
  canBeEntry,
  fittingDetails,
  fittingLabels,
  fittingText,
  plainDraft,
  shortened,
} from '../import/draft-texts.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { type JsonObject, listOf, textOf, textsOf } from '../json/json-members.js';
import type { CtdlNode } from './ctdl-documents.js';
import { languageTexts, preferredText, translationsOf } from './language-map.js';

/** Language and state of publication that a framework gives to its competencies. */
export interface CtdlContext {
  readonly language: string;
  readonly status: CompetencyStatus;
}

/** @returns the uri that the competency is kept under; undefined where it was not taken */
export function takeCompetency(
  draft: FrameworkDraft,
  place: Place,
  node: CtdlNode,
  context: CtdlContext,
): string | undefined {
  const { members } = node;
  const uri = competencyUri(node);
  const [labels, texts] = ['competencyLabel', 'competencyText'].map((name) =>
    languageTexts(members[name] ?? members.name, context.language),
  ) as [LanguageText[], LanguageText[]];
  const names = (labels.length > 0 ? labels : texts).map(({ language, text }) => ({ language, text: shortened(text) }));
  const label = preferredText(names, context.language);
  if (!canBeEntry(draft, place, uri, label?.text ?? '') || label === undefined) return undefined;
  const whole = preferredText(texts, label.language)?.text ?? '';
  const [definition, notes] = [
    whole === label.text ? undefined : fittingText(draft, place, whole),
    fittingText(
      draft,
      place,
      preferredText(languageTexts(members.comment, context.language), label.language)?.text ?? '',
    ),
  ];
  const code = textOf(listOf(members.codedNotation)[0]).slice(0, IMPORT_LIMITS.maxCode);
  const details = fittingDetails(draft, place, detailsOf(members, texts, context.language));
  const keywords = languageTexts(members.conceptKeyword, context.language);
  const added = draft.add(place, {
    ...plainDraft(uri, label),
    ...(code === '' ? {} : { code }),
    translations: translationsOf(names, label),
    hiddenLabels: keywords.flatMap(({ language, text }) => fittingLabels(draft, place, language, [text])),
    ...(definition === undefined ? {} : { definition }),
    ...(notes === undefined ? {} : { notes }),
    ...kindOf(members, context.language),
    status: context.status,
    otherKeys: keysOf(node),
    ...(details === undefined ? {} : { details }),
  });
  return added ? uri : undefined;
}

/** The CTID names a competency on every host; an address that does not show it gives way to that of the registry. */
export function competencyUri({ id, members }: CtdlNode): string {
  const ctid = ctidFromCode(textOf(members.ctid));
  if (ctid === undefined || uriKey(id) === canonicalKey(ctid)) return id;
  return `https://credentialengineregistry.org/resources/${ctid.id}`;
}

/** What a node is known by on any host: its CTID and its address. */
export function keysOf({ id, members }: CtdlNode): string[] {
  const ctid = ctidFromCode(textOf(members.ctid));
  const isBlank = id === '' || id.startsWith('_:');
  return [...new Set([...(ctid === undefined ? [] : [canonicalKey(ctid)]), ...(isBlank ? [] : [uriKey(id)])])];
}

const TYPES: readonly (readonly [RegExp, CompetencyType])[] = [
  [/\bknowledge\b/i, 'knowledge'],
  [/\babilit(?:y|ies)\b/i, 'ability'],
  [/\b(?:attitudes?|dispositions?)\b/i, 'attitude'],
  [/\b(?:activit(?:y|ies)|tasks?)\b/i, 'activity'],
];

function kindOf(members: JsonObject, language: string): { type: CompetencyType; assignable: boolean } {
  const category = preferredText(languageTexts(members.competencyCategory, language), language)?.text ?? '';
  if (isHeading(category)) return { type: 'group', assignable: false };
  return { type: TYPES.find(([pattern]) => pattern.test(category))?.[1] ?? 'skill', assignable: true };
}

/** Members that are kept as they are. */
const KEPT = [
  'dateCreated',
  'dateModified',
  'weight',
  'listID',
  'altCodedNotation',
  'complexityLevel',
  'educationLevelType',
  'skillEmbodied',
  'knowledgeEmbodied',
  'abilityEmbodied',
  'taskEmbodied',
  'occupationType',
  'industryType',
  'instructionalProgramType',
  'derivedFrom',
  'license',
] as const;

function detailsOf(members: JsonObject, texts: readonly LanguageText[], language: string): JsonObject {
  const category = preferredText(languageTexts(members.competencyCategory, language), language)?.text;
  const definitions = Object.fromEntries(texts.slice(1).map((text) => [text.language, text.text]));
  return { category, definitions, ...Object.fromEntries(KEPT.map((name) => [name, members[name]])) };
}

/** Uris that a member names: texts, or objects with an `@id`. */
export const linkedUris = (value: unknown): string[] =>
  listOf(value).flatMap((item) => {
    const id = (item as JsonObject | null)?.['@id'];
    return typeof id === 'string' ? textsOf(id) : textsOf(item);
  });
