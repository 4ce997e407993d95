import type { CompetencyType } from '../content/framework-content.js';
import { canBeEntry, fittingDetails, fittingText, oneLine, plainDraft } from '../import/draft-texts.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { elementUri } from './onet-uris.js';

interface Anchor {
  readonly scale: string;
  readonly value: number;
  readonly text: string;
}

/** Elements of the content model with the activities below them, and what their levels look like. */
export class OnetElements {
  private readonly anchors = new Map<string, { readonly place: Place; readonly anchors: Anchor[] }>();
  private readonly mentioned = new Map<string, { readonly place: Place; readonly name: string }>();

  constructor(private readonly draft: FrameworkDraft) {
    draft.whenRead(() => this.finish());
  }

  take(place: Place, id: string, name: string, description: string): void {
    this.add(place, id, name, description, { type: typeOf(id), assignable: true });
    const parent = parentOf(id);
    if (parent !== undefined) this.draft.relateWhereKnown(place, 'broader', elementUri(id), elementUri(parent));
  }

  /** An intermediate or detailed work activity, below the nearest activity that the files describe. */
  takeActivity(place: Place, id: string, title: string, above: readonly string[]): void {
    this.add(place, id, title, '', { type: 'activity', assignable: true });
    this.draft.whenRead(() => {
      const parent = above.find((candidate) => this.draft.entry(elementUri(candidate)) !== undefined);
      if (parent !== undefined) this.draft.relate(place, 'broader', elementUri(id), elementUri(parent));
    });
  }

  /** Named in a file about something else: described by that where no other file does. */
  mention(place: Place, id: string, name: string): void {
    if (!this.mentioned.has(id)) this.mentioned.set(id, { place, name });
  }

  takeAnchor(place: Place, id: string, scale: string, value: string, text: string): void {
    const number = Number(value);
    if (value === '' || !Number.isFinite(number) || text === '') {
      this.draft.report(place, 'error', 'value-invalid', 'An anchor has a number and a text.');
      return;
    }
    const known = this.anchors.get(id) ?? { place, anchors: [] };
    known.anchors.push({ scale, value: number, text: text.slice(0, IMPORT_LIMITS.maxAnchor).toWellFormed() });
    this.anchors.set(id, known);
  }

  private add(place: Place, id: string, name: string, description: string, kind: Kind): void {
    const uri = id === '' ? '' : elementUri(id);
    const label = oneLine(name);
    if (!canBeEntry(this.draft, place, uri, label)) return;
    const definition = description === name ? undefined : fittingText(this.draft, place, description);
    this.draft.add(place, {
      ...plainDraft(uri, { language: 'en', text: label }),
      code: id.slice(0, IMPORT_LIMITS.maxCode),
      ...(definition === undefined ? {} : { definition }),
      ...kind,
    });
  }

  private finish(): void {
    for (const [id, { place, name }] of this.mentioned)
      if (this.draft.entry(elementUri(id)) === undefined && name !== '') this.take(place, id, name, '');
    for (const entry of this.headings()) Object.assign(entry, { type: 'group', assignable: false });
    for (const [id, { place, anchors }] of this.anchors) {
      const entry = this.draft.entry(elementUri(id));
      if (entry === undefined) {
        this.draft.report(place, 'error', 'element-unknown', `There is no element "${id.slice(0, 60)}".`);
      } else describe(this.draft, place, entry, anchors);
    }
  }

  /** Elements that stand above others of the content model, and those that nobody has: interests, contexts... */
  private headings(): DraftEntry[] {
    const elements = [...this.draft.all()].filter(
      ({ code }) => code !== undefined && ELEMENT.test(code) && !BELOW.test(code),
    );
    const above = new Set(elements.map(({ code }) => parentOf(code ?? '')));
    return elements.filter(({ code = '' }) => above.has(code) || !HELD.some(([branch]) => code.startsWith(branch)));
  }
}

interface Kind {
  readonly type: CompetencyType;
  readonly assignable: boolean;
}

const ELEMENT = /^\d(?:\.\w+)*$/;
/** Activities below an element, whose codes go on with `I01` and `D01`. */
const BELOW = /\.I\d+/i;

/** Branches of the content model that a person can have something of. */
const HELD: readonly (readonly [string, CompetencyType])[] = [
  ['1.A.', 'ability'],
  ['1.C.', 'attitude'],
  ['1.D.', 'attitude'],
  ['2.A.', 'skill'],
  ['2.B.', 'skill'],
  ['2.C.', 'knowledge'],
  ['4.A.', 'activity'],
];

const typeOf = (id: string): CompetencyType => HELD.find(([branch]) => id.startsWith(branch))?.[1] ?? 'group';

function parentOf(id: string): string | undefined {
  const dot = id.lastIndexOf('.');
  return dot < 0 || BELOW.test(id) ? undefined : id.slice(0, dot);
}

/** The values of O*NET's scale are kept; by them the anchors stand on five levels, 0..7 as 1 + round(4 x value / 7). */
function describe(draft: FrameworkDraft, place: Place, entry: DraftEntry, anchors: readonly Anchor[]): void {
  const levels = new Map<string, string[]>();
  for (const { scale, value, text } of anchors) {
    if (scale !== 'LV' || value < 0 || value > 7) continue;
    const level = String(1 + Math.round((4 * value) / 7));
    levels.set(level, [...(levels.get(level) ?? []), text]);
  }
  const worded = [...levels].map(([level, texts]): [string, string] => [
    level,
    texts.join('; ').slice(0, IMPORT_LIMITS.maxAnchor).toWellFormed(),
  ]);
  entry.levelAnchors = Object.fromEntries(worded);
  const details = fittingDetails(draft, place, { ...entry.details, anchors });
  if (details !== undefined) entry.details = details;
}
