import type { CompetencyStatus, CompetencyType } from '../content/framework-content.js';
import { canBeEntry, fittingDetails, fittingLabels, fittingText, oneLine, plainDraft } from '../import/draft-texts.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';

/** One row about a concept, whatever file it stands in; '' for what the file does not have. */
export interface ConceptRow {
  readonly uri: string;
  readonly kind: string;
  readonly skillType: string;
  readonly reuseLevel: string;
  readonly code: string;
  readonly label: string;
  readonly alternative: readonly string[];
  readonly hidden: readonly string[];
  readonly status: string;
  readonly description: string;
  readonly definition: string;
  readonly notes: string;
  readonly replacedBy: string;
  /** Further members that are kept as they are. */
  readonly details: Readonly<Record<string, string>>;
}

/**
 * Puts concepts together from the files of several languages: the first language that describes a concept names it, the
 * others translate.
 */
export class EscoConcepts {
  private readonly described = new Set<string>();

  constructor(private readonly draft: FrameworkDraft) {}

  /** @returns whether the row was taken; why not is reported */
  take(place: Place, language: string, row: ConceptRow): boolean {
    const label = oneLine(row.label);
    if (!canBeEntry(this.draft, place, row.uri, label)) return false;
    const known = this.draft.entry(row.uri);
    const said = `${language} ${known?.uri ?? row.uri}`;
    if (this.described.has(said)) {
      this.draft.report(place, 'error', 'uri-repeated', 'The concept was described in this language before.');
      return false;
    }
    if (known !== undefined) this.translate(place, language, known, row);
    else if (!this.describe(place, language, label, row)) return false;
    this.described.add(said);
    return true;
  }

  /** A collection repeats what the skills files say; alone it describes its members. */
  takeMember(place: Place, language: string, row: ConceptRow, collection: string): void {
    if (this.draft.entry(row.uri) === undefined) this.take(place, language, row);
    this.join(row.uri, collection);
  }

  join(uri: string, collection: string): void {
    const member = this.draft.entry(uri);
    if (member === undefined || member.collections?.includes(collection)) return;
    member.collections = [...(member.collections ?? []), collection];
  }

  private describe(place: Place, language: string, label: string, row: ConceptRow): boolean {
    const { type, assignable } = kindOf(row.kind, row.skillType);
    if (type === undefined) {
      const said = (row.skillType || row.kind).slice(0, 60);
      this.draft.report(place, 'error', 'type-unknown', `"${said}" is no kind of concept known here.`);
      return false;
    }
    const status = STATUSES.get(row.status.toLowerCase());
    if (status === undefined) {
      this.draft.report(place, 'error', 'status-unknown', `"${row.status.slice(0, 60)}" is no status known here.`);
      return false;
    }
    const [definition, notes] = [
      fittingText(this.draft, place, row.description || row.definition),
      fittingText(this.draft, place, row.notes),
    ];
    const details = fittingDetails(this.draft, place, detailsOf(row));
    return this.draft.add(place, {
      ...plainDraft(row.uri, { language, text: label }),
      ...(row.code === '' ? {} : { code: row.code }),
      alternativeLabels: fittingLabels(this.draft, place, language, row.alternative),
      hiddenLabels: fittingLabels(this.draft, place, language, row.hidden),
      ...(definition === undefined ? {} : { definition }),
      ...(notes === undefined ? {} : { notes }),
      type,
      assignable,
      status,
      ...(row.replacedBy === '' ? {} : { replacedBy: row.replacedBy }),
      ...(details === undefined ? {} : { details }),
    });
  }

  private translate(place: Place, language: string, known: DraftEntry, row: ConceptRow): void {
    const { draft } = this;
    known.translations = [...known.translations, { language, text: oneLine(row.label) }];
    known.alternativeLabels = [...known.alternativeLabels, ...fittingLabels(draft, place, language, row.alternative)];
    known.hiddenLabels = [...known.hiddenLabels, ...fittingLabels(draft, place, language, row.hidden)];
    this.say(place, known, 'definitions', language, row.description || row.definition);
    this.say(place, known, 'translatedNotes', language, row.notes);
  }

  /** Texts in further languages stand in the details, by language. */
  private say(
    place: Place,
    known: DraftEntry,
    member: 'definitions' | 'translatedNotes',
    language: string,
    said: string,
  ): void {
    const text = fittingText(this.draft, place, said);
    if (text === undefined) return;
    const others = (known.details?.[member] ?? {}) as Record<string, string>;
    const details = { ...known.details, [member]: { ...others, [language]: text } };
    if (JSON.stringify(details).length <= IMPORT_LIMITS.maxDetails) {
      known.details = details;
      return;
    }
    const message = `The text in the language "${language}" is too long beside the others and was left out.`;
    this.draft.report(place, 'warning', 'details-too-long', message);
  }
}

const STATUSES = new Map<string, CompetencyStatus>([
  ['', 'active'],
  ['released', 'active'],
  ['active', 'active'],
  ['published', 'active'],
  ['draft', 'draft'],
  ['proposed', 'draft'],
  ['obsolete', 'deprecated'],
  ['deprecated', 'deprecated'],
  ['replaced', 'deprecated'],
  ['retired', 'deprecated'],
]);

const SKILL_TYPES = new Map<string, CompetencyType>([
  ['', 'skill'],
  ['skill', 'skill'],
  ['skill/competence', 'skill'],
  ['knowledge', 'knowledge'],
  ['attitude', 'attitude'],
  ['language', 'language'],
]);

function kindOf(kind: string, skillType: string): { type: CompetencyType | undefined; assignable: boolean } {
  if (/^(?:skill|isco|occupation|knowledge)?group$/i.test(kind)) return { type: 'group', assignable: false };
  if (/^occupation$/i.test(kind)) return { type: 'occupation', assignable: false };
  const isSkill = /^(?:knowledgeskillcompetence|skill|skill\/competence)?$/i.test(kind);
  return { type: isSkill ? SKILL_TYPES.get(skillType.toLowerCase()) : undefined, assignable: true };
}

function detailsOf({ details, reuseLevel, description, definition }: ConceptRow): Record<string, string> {
  return { ...details, reuseLevel, shortDefinition: description === '' ? '' : definition };
}
