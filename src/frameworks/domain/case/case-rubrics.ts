import { guidOf } from '../identifier/guid.js';
import { canBeEntry, fittingDetails, fittingText, plainDraft, shortened } from '../import/draft-texts.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { type RubricLevel, rubricAnchors } from '../import/rubric-levels.js';
import { type JsonObject, listOf, objectOf, textOf } from '../json/json-members.js';
import type { CaseItems } from './case-items.js';
import { caseKey, itemUri, nodeLink } from './node-link.js';

interface CriterionLevel extends RubricLevel {
  readonly identifier: string;
  readonly feedback: string;
  readonly score: number | undefined;
  readonly position: number | undefined;
}

/**
 * A rubric as a heading with its criteria below it. A criterion is narrower than the item that it judges, its levels say
 * what level 1, 2, ... look like, and who points at a level points at its criterion.
 */
export class CaseRubrics {
  constructor(
    private readonly draft: FrameworkDraft,
    private readonly items: CaseItems,
    private readonly language: string,
  ) {}

  take(place: Place, rubric: JsonObject): void {
    const name = textOf(rubric.title) || textOf(rubric.description);
    const heading = this.add(place, rubric, name, textOf(rubric.description), {});
    if (heading === undefined) return;
    heading.type = 'group';
    heading.assignable = false;
    const criteria = listOf(rubric.CFRubricCriteria ?? rubric.CFRubricCriterion);
    for (const [at, criterion] of criteria.entries()) {
      this.takeCriterion(
        { ...place, pointer: `${place.pointer}/CFRubricCriteria/${at}` },
        objectOf(criterion),
        heading,
      );
    }
  }

  private takeCriterion(place: Place, criterion: JsonObject, heading: DraftEntry): void {
    const levels = levelsOf(criterion);
    const name = textOf(criterion.category) || textOf(criterion.description);
    const weight = numberOf(criterion.weight);
    const entry = this.add(place, criterion, name, textOf(criterion.description), { weight, levels });
    if (entry === undefined) return;
    const position = numberOf(criterion.position);
    if (position !== undefined) entry.position = position;
    this.draft.relate(place, 'broader', entry.uri, heading.uri);
    this.describe(place, entry, levels);
    if (criterion.CFItemURI === undefined || criterion.CFItemURI === null) return;
    const link = nodeLink(criterion.CFItemURI);
    this.draft.whenRead(() => this.joinItem(place, entry, this.items.find(link), link.uri));
  }

  private joinItem(place: Place, criterion: DraftEntry, item: DraftEntry | undefined, uri: string): void {
    this.draft.relate(place, 'broader', criterion.uri, item?.uri ?? uri);
    if (item === undefined || Object.keys(item.levelAnchors).length > 0) return;
    item.levelAnchors = criterion.levelAnchors;
  }

  private describe(place: Place, entry: DraftEntry, levels: readonly CriterionLevel[]): void {
    entry.levelAnchors = rubricAnchors(this.draft, place, levels);
    const guids = levels.map(({ identifier }) => guidOf(identifier)).filter((guid) => guid !== undefined);
    entry.otherKeys = [...new Set([...entry.otherKeys, ...guids.map(caseKey)])];
    for (const guid of guids) this.items.alias(guid, entry);
  }

  private add(
    place: Place,
    part: JsonObject,
    name: string,
    description: string,
    details: JsonObject,
  ): DraftEntry | undefined {
    const guid = guidOf(textOf(part.identifier));
    const uri = itemUri(guid, textOf(part.uri));
    const label = shortened(name);
    if (!canBeEntry(this.draft, place, uri, label)) return undefined;
    const definition = description === name ? undefined : fittingText(this.draft, place, description);
    const fitting = fittingDetails(this.draft, place, details);
    const entry: DraftEntry = {
      ...plainDraft(uri, { language: this.language, text: label }),
      ...(definition === undefined ? {} : { definition }),
      otherKeys: guid === undefined ? [] : [caseKey(guid)],
      ...(fitting === undefined ? {} : { details: fitting }),
    };
    if (!this.draft.add(place, entry)) return undefined;
    if (guid !== undefined) this.items.alias(guid, entry);
    return entry;
  }
}

/** Lowest first: by score where every level has one, else by position. */
function levelsOf(criterion: JsonObject): CriterionLevel[] {
  const levels = listOf(criterion.CFRubricCriterionLevels ?? criterion.CFRubricCriterionLevel)
    .map(objectOf)
    .map((level) => ({
      identifier: textOf(level.identifier),
      quality: textOf(level.quality),
      description: textOf(level.description),
      feedback: textOf(level.feedback),
      score: numberOf(level.score),
      position: numberOf(level.position),
    }));
  const by = levels.every(({ score }) => score !== undefined) ? 'score' : 'position';
  return levels.sort((a, b) => (a[by] ?? 0) - (b[by] ?? 0));
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
