import type { CompetencyStatus, CompetencyType } from '../content/framework-content.js';
import { guidOf } from '../identifier/guid.js';
import { uriKey } from '../identifier/entry-keys.js';
import { canBeEntry, fittingDetails, fittingLabels, fittingText, plainDraft } from '../import/draft-texts.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { EXTENSION } from '../export/case-export.js';
import { entryPartOf } from '../export/entry-part.js';
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json/json-members.js';
import { isHeading, itemNames, levelOf } from './case-names.js';
import type { CaseDefinitions, CasePackage } from './case-package.js';
import { caseKey, itemUri, type NodeLink } from './node-link.js';

/** What the items of one package have in common. */
export interface PackageContext {
  readonly casePackage: CasePackage;
  readonly definitions: CaseDefinitions;
  readonly isShared: (abbreviated: string) => boolean;
}

/** Puts items into a draft and finds them again by their GUID, whatever host a link names. */
export class CaseItems {
  private readonly uris = new Map<string, string>();
  private readonly documents = new Set<string>();
  private readonly whole = new Set<DraftEntry>();

  constructor(private readonly draft: FrameworkDraft) {}

  takeDocument({ document }: CasePackage): void {
    const guid = guidOf(textOf(document.identifier));
    if (guid !== undefined) this.documents.add(guid);
  }

  isDocument({ guid }: NodeLink): boolean {
    return guid !== undefined && this.documents.has(guid);
  }

  /** The item that a link means; undefined where it is not in the upload. */
  find({ guid, uri }: NodeLink): DraftEntry | undefined {
    const known = guid === undefined ? undefined : this.uris.get(guid);
    return this.draft.entry(known ?? uri);
  }

  take(place: Place, item: JsonObject, context: PackageContext): void {
    const { draft } = this;
    const guid = guidOf(textOf(item.identifier));
    const exported = objectOf(item.extensions)[EXTENSION];
    if (exported !== undefined) {
      this.takeExported(place, exported, guid);
      return;
    }
    const uri = itemUri(guid, textOf(item.uri));
    const names = itemNames(item, context.isShared);
    if (!canBeEntry(draft, place, uri, names.label)) return;
    const language = (textOf(item.language) || textOf(context.casePackage.document.language) || 'en').toLowerCase();
    const code = textOf(item.humanCodingScheme);
    const [definition, notes] = [
      fittingText(draft, place, names.definition),
      fittingText(draft, place, textOf(item.notes)),
    ];
    const itemType = textOf(item.CFItemType) || context.definitions.titleOf(item.CFItemTypeURI);
    const details = fittingDetails(draft, place, { ...detailsOf(item, itemType), abbreviatedStatement: names.unused });
    const added = draft.add(place, {
      ...plainDraft(uri, { language, text: names.label }),
      ...(code === '' ? {} : { code: code.slice(0, MAX_CODE) }),
      alternativeLabels: fittingLabels(draft, place, language, names.others),
      hiddenLabels: fittingLabels(draft, place, language, keywordsOf(item, context.definitions)),
      ...(definition === undefined ? {} : { definition }),
      ...(notes === undefined ? {} : { notes }),
      ...kindOf(item, itemType),
      status: statusOf(item, context.casePackage.document),
      otherKeys: keysOf(guid, textOf(item.uri)),
      ...(details === undefined ? {} : { details }),
    });
    if (added && guid !== undefined) this.uris.set(guid, uri);
  }

  /** Whether an export of ours wrote the entry, so that associations add nothing but its place among the others. */
  isWhole(entry: DraftEntry): boolean {
    return this.whole.has(entry);
  }

  private takeExported(place: Place, exported: unknown, guid: string | undefined): void {
    const { draft } = this;
    const { uri, label, links = [], ...part } = entryPartOf(exported) ?? {};
    if (uri === undefined || label === undefined) {
      draft.report(
        place,
        'error',
        'extension-invalid',
        `The extension "${EXTENSION}" is not what an export writes there.`,
      );
      return;
    }
    const entry: DraftEntry = { ...plainDraft(uri, label), ...part };
    if (!draft.add(place, entry)) return;
    this.whole.add(entry);
    if (guid !== undefined) this.uris.set(guid, uri);
    for (const { type, to, detail } of links) draft.relate(place, type, uri, to, detail);
  }

  /** Lets a link to this GUID mean the entry, too: a rubric's criterion or level. */
  alias(guid: string, entry: DraftEntry): void {
    this.uris.set(guid, entry.uri);
  }
}

const MAX_CODE = 200;

const keysOf = (guid: string | undefined, uri: string): string[] =>
  [...(guid === undefined ? [] : [caseKey(guid)]), ...(uri === '' ? [] : [uriKey(uri)])].filter(
    (key, at, all) => all.indexOf(key) === at,
  );

function keywordsOf(item: JsonObject, definitions: CaseDefinitions): string[] {
  const linked = listOf(item.conceptKeywordsURI).flatMap((link) => definitions.keywordsOf(link));
  return [...new Set([...textsOf(item.conceptKeywords).flatMap((text) => text.split('|')), ...linked])];
}

const TYPES: readonly (readonly [RegExp, CompetencyType])[] = [
  [/\bknowledge\b/i, 'knowledge'],
  [/\b(?:attitudes?|dispositions?)\b/i, 'attitude'],
  [/\babilit(?:y|ies)\b/i, 'ability'],
];

function kindOf(item: JsonObject, itemType: string): { type: CompetencyType; assignable: boolean } {
  if (isHeading(itemType) || levelOf(item) !== undefined) return { type: 'group', assignable: false };
  return { type: TYPES.find(([pattern]) => pattern.test(itemType))?.[1] ?? 'skill', assignable: true };
}

/** An item has ended when its end date lies before the last change of the document: no clock decides. */
function statusOf(item: JsonObject, document: JsonObject): CompetencyStatus {
  const adoption = textOf(document.adoptionStatus).toLowerCase();
  const [end, changed] = [textOf(item.statusEndDate), textOf(document.lastChangeDateTime).slice(0, 10)];
  if (adoption === 'deprecated' || (end !== '' && changed !== '' && end.slice(0, 10) < changed)) return 'deprecated';
  return adoption === 'private draft' ? 'draft' : 'active';
}

function detailsOf(item: JsonObject, itemType: string): JsonObject {
  return {
    itemType,
    level: levelOf(item),
    educationLevel: textsOf(item.educationLevel ?? item.educationalLevel),
    listEnumeration: textOf(item.listEnumeration),
    subject: textsOf(item.subject),
    licence: item.licenseURI,
    statusStartDate: textOf(item.statusStartDate),
    statusEndDate: textOf(item.statusEndDate),
    changedAt: textOf(item.lastChangeDateTime),
    extensions: item.extensions,
  };
}
