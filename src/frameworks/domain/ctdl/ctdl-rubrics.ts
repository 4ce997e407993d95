import { v5 } from 'uuid';
import type { LanguageText } from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { uriKey } from '../identifier/entry-keys.js';
import { canonicalReference } from '../identifier/identifier.js';
import { canBeEntry, fittingDetails, fittingText, plainDraft, shortened } from '../import/draft-texts.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { rubricAnchors } from '../import/rubric-levels.js';
import { isObject, type JsonObject, listOf, textOf, textsOf, withoutEmpty } from '../json/json-members.js';
import { type CriterionLevel, criterionLevel, inOrder, numberOf } from './criterion-levels.js';
import { competencyUri, type CtdlContext, keysOf } from './ctdl-competencies.js';
import { type CtdlNode, nodeOf } from './ctdl-documents.js';
import { type CtdlRelations, scoped } from './ctdl-relations.js';
import { languageTexts, preferredText, translationsOf } from './language-map.js';

/** Classes of nodes that make up rubrics. */
export const RUBRIC_PARTS = ['Rubric', 'RubricCriterion', 'RubricLevel', 'CriterionLevel'] as const;
type RubricPart = (typeof RUBRIC_PARTS)[number];

interface Part {
  readonly place: Place;
  readonly node: CtdlNode;
  readonly context: CtdlContext;
}

/**
 * A rubric as a heading with its criteria below it, as those of CASE are: a criterion is narrower than the competency that
 * it judges, and its levels say what level 1, 2, ... look like.
 *
 * @see https://credreg.net/ctdlasn/terms
 */
export class CtdlRubrics {
  private readonly parts = new Map<RubricPart, Map<string, Part>>(RUBRIC_PARTS.map((type) => [type, new Map<string, Part>()])); // prettier-ignore
  private readonly used = new Set<CtdlNode>();
  private readonly headed = new Set<CtdlNode>();
  private readonly headers = new Map<CtdlNode, CtdlNode>();
  private readonly places = new Map<CtdlNode, number>();
  private readonly criteria = new Map<CtdlNode, DraftEntry>();

  constructor(
    private readonly draft: FrameworkDraft,
    private readonly relations: CtdlRelations,
  ) {}

  know(type: RubricPart, part: Part): void {
    const { place, node } = part;
    const known = this.parts.get(type);
    const key = scoped(place.file, node.id === '' ? `${place.file} ${place.pointer ?? ''}` : node.id);
    if (known?.has(key) === true) this.draft.report(place, 'error', 'uri-repeated', 'A part with this id came before.');
    else known?.set(key, part);
  }

  /** When all nodes are known, for a rubric names its parts wherever they stand. */
  finish(): void {
    const { draft } = this;
    for (const column of this.all('RubricLevel')) draft.whenRead(() => this.putHeader(column));
    for (const rubric of this.all('Rubric')) draft.whenRead(() => this.takeRubric(rubric));
    for (const criterion of this.all('RubricCriterion')) {
      draft.whenRead(() => this.takeCriterion(criterion, undefined, 0));
    }
    draft.whenRead(() => this.reportUnused());
  }

  /** A level of the rubric heads the levels of several criteria, like a column of a table. */
  private putHeader(column: Part): void {
    this.headed.add(column.node);
    for (const { node } of this.linked('CriterionLevel', column, column.node.members.hasCriterionLevel)) {
      this.headers.set(node, column.node);
      this.used.add(column.node);
    }
  }

  private takeRubric(rubric: Part): void {
    const { node, context } = rubric;
    const columns = this.linked('RubricLevel', rubric, node.members.hasRubricLevel);
    for (const [at, column] of columns.entries()) {
      // One that stands inside of the rubric was in no list before.
      if (!this.headed.has(column.node)) this.putHeader(column);
      this.places.set(column.node, at + 1);
      this.used.add(column.node);
    }
    const levels = columns.map(({ node: { members } }) =>
      withoutEmpty({ name: textIn(members.name, context), description: textIn(members.description, context) }),
    );
    const heading = this.add(rubric, competencyUri(node), { scope: textIn(node.members.hasScope, context), levels });
    if (heading === undefined) return;
    heading.type = 'group';
    heading.assignable = false;
    const criteria = this.linked('RubricCriterion', rubric, node.members.hasRubricCriterion);
    for (const [at, criterion] of criteria.entries()) this.takeCriterion(criterion, heading, at);
  }

  /** @param heading of the rubric, where the criterion is reached from one; a criterion of two rubrics is one entry */
  private takeCriterion(criterion: Part, heading: DraftEntry | undefined, at: number): void {
    const { place, node } = criterion;
    if (!this.used.has(node)) {
      this.used.add(node);
      const entry = this.addCriterion(criterion, heading, at);
      if (entry !== undefined) this.criteria.set(node, entry);
    }
    const known = this.criteria.get(node);
    if (heading !== undefined && known !== undefined) this.draft.relate(place, 'broader', known.uri, heading.uri);
  }

  private addCriterion(criterion: Part, heading: DraftEntry | undefined, at: number): DraftEntry | undefined {
    const { place, node, context } = criterion;
    const linked = this.linked('CriterionLevel', criterion, node.members.hasCriterionLevel);
    const levels = inOrder(
      linked.map((level) => {
        this.used.add(level.node);
        const header = this.headers.get(level.node);
        const column = header === undefined ? undefined : this.places.get(header);
        return criterionLevel(level.node, { node: header, place: column }, context.language);
      }),
    );
    const kept = levels.map(({ quality, description, kept: rest }) => withoutEmpty({ quality, description, ...rest }));
    const details = { weight: numberOf(node.members.weight), levels: kept };
    const entry = this.add(criterion, this.criterionUri(node, heading, at), details);
    if (entry === undefined) return undefined;
    const position = numberOf(node.members.listID) ?? (heading === undefined ? undefined : at + 1);
    if (position !== undefined) entry.position = position;
    entry.levelAnchors = rubricAnchors(this.draft, place, levels);
    entry.otherKeys = [...new Set([...entry.otherKeys, ...levelKeys(levels)])];
    for (const target of targetsOf(node.members.targetCompetency)) this.judge(place, entry, target);
    return entry;
  }

  private reportUnused(): void {
    for (const { place, node } of [...this.all('CriterionLevel'), ...this.all('RubricLevel')]) {
      if (this.used.has(node)) continue;
      this.draft.report(place, 'error', 'level-unused', 'No criterion and no rubric of the file has this level.');
    }
  }

  private judge(place: Place, criterion: DraftEntry, target: string): void {
    const own = this.relations.uriOf(place.file, target);
    const competency = own === undefined ? undefined : this.draft.entry(own);
    if (competency !== undefined) {
      this.draft.relate(place, 'broader', criterion.uri, competency.uri);
      if (Object.keys(competency.levelAnchors).length === 0) competency.levelAnchors = criterion.levelAnchors;
      return;
    }
    const identifier = canonicalReference(target);
    if (identifier === undefined) {
      this.draft.report(place, 'warning', 'match-unreadable', `"${target.slice(0, 100)}" is no URI.`);
    } else this.draft.match(place, criterion, { relation: 'broader', key: canonicalKey(identifier) });
  }

  /** A criterion that only its graph knows is known by its rubric and its code, else its place there. */
  private criterionUri(node: CtdlNode, heading: DraftEntry | undefined, at: number): string {
    const uri = competencyUri(node);
    if (heading === undefined || (uri !== '' && !uri.startsWith('_:'))) return uri;
    const key = textOf(node.members.codedNotation) || textOf(node.members.listID) || String(at + 1);
    // The addresses of a registry are known by their CTID, so a fragment of one would name the rubric itself.
    return `urn:uuid:${v5(`${heading.uri}#${key}`, v5.URL)}`;
  }

  private add(part: Part, uri: string, details: JsonObject): DraftEntry | undefined {
    const { draft } = this;
    const { place, node, context } = part;
    const texts = languageTexts(node.members.description, context.language);
    const said = languageTexts(node.members.name ?? node.members.description, context.language);
    const names = said.map(({ language, text }): LanguageText => ({ language, text: shortened(text) }));
    const label = preferredText(names, context.language);
    if (!canBeEntry(draft, place, uri, label?.text ?? '') || label === undefined) return undefined;
    const whole = preferredText(texts, label.language)?.text ?? '';
    const definition = whole === label.text ? undefined : fittingText(draft, place, whole);
    const fitting = fittingDetails(draft, place, details);
    const code = textOf(listOf(node.members.codedNotation)[0]).slice(0, IMPORT_LIMITS.maxCode);
    const entry: DraftEntry = {
      ...plainDraft(uri, label),
      ...(code === '' ? {} : { code }),
      translations: translationsOf(names, label),
      ...(definition === undefined ? {} : { definition }),
      status: context.status,
      otherKeys: keysOf(node),
      ...(fitting === undefined ? {} : { details: fitting }),
    };
    return draft.add(place, entry) ? entry : undefined;
  }

  /** Parts that a member names by their ids, or holds; what is not there is reported. */
  private linked(type: RubricPart, { place, context }: Part, value: unknown): Part[] {
    return listOf(value).flatMap((item): Part[] => {
      const id = isObject(item) ? textOf(item['@id']) : textOf(item);
      const known = this.parts.get(type)?.get(scoped(place.file, id));
      if (known !== undefined) return [known];
      if (isObject(item) && Object.keys(item).some((name) => !name.startsWith('@'))) {
        return [{ place, context, node: this.inside(item) }];
      }
      this.draft.report(place, 'warning', 'part-unknown', `There is no ${type} "${id.slice(0, 100)}".`);
      return [];
    });
  }

  private readonly insides = new Map<JsonObject, CtdlNode>();

  private inside(item: JsonObject): CtdlNode {
    const node = this.insides.get(item) ?? nodeOf(item, '');
    this.insides.set(item, node);
    return node;
  }

  private all(type: RubricPart): Part[] {
    return [...(this.parts.get(type)?.values() ?? [])];
  }
}

const textIn = (value: unknown, { language }: CtdlContext): string =>
  preferredText(languageTexts(value, language), language)?.text ?? '';

const levelKeys = (levels: readonly CriterionLevel[]): string[] =>
  levels.flatMap(({ uri }) => (uri === '' || canonicalReference(uri) === undefined ? [] : [uriKey(uri)]));

/** Competencies that a criterion judges: uris, objects with an `@id`, or alignment objects with a `targetNode`. */
function targetsOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => {
    if (!isObject(item)) return textsOf(item);
    const { members, id } = nodeOf(item, '');
    return textsOf(members.targetNode ?? id);
  });
}
