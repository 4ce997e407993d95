import type { CompetencyStatus, Crosswalk } from '../content/framework-content.js';
import { canonicalKey } from '../identifier/canonical-identifier.js';
import { knownFramework } from '../identifier/framework-alias.js';
import { canonicalReference } from '../identifier/identifier.js';
import { canBeEntry, fittingDetails, fittingLabels, fittingText, oneLine, plainDraft, shortened } from '../import/draft-texts.js'; // prettier-ignore
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';

export interface RsdAlignment {
  readonly url: string;
  readonly name: string;
  readonly framework: string;
}

export interface RsdOccupation {
  readonly code: string;
  readonly name: string;
  readonly framework: string;
}

/** A rich skill descriptor, whatever form it came in; '' and empty lists for what is not said. */
export interface RichSkill {
  readonly uri: string;
  readonly name: string;
  readonly statement: string;
  readonly status: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly standards: readonly string[];
  readonly certifications: readonly string[];
  readonly employers: readonly string[];
  readonly collections: readonly string[];
  readonly occupations: readonly RsdOccupation[];
  readonly alignments: readonly RsdAlignment[];
  /** Dates and the like, kept as they are. */
  readonly dates: Readonly<Record<string, string>>;
}

/**
 * A descriptor as an entry. It is one statement in the context of its author, so what it is aligned to is close, not the
 * same: many descriptors share one alignment. Occupations are related.
 */
export function takeRichSkill(draft: FrameworkDraft, place: Place, skill: RichSkill): void {
  const label = shortened(skill.name || skill.statement);
  if (!canBeEntry(draft, place, skill.uri, label)) return;
  const status = STATUSES.get(skill.status.toLowerCase());
  if (status === undefined) {
    draft.report(place, 'error', 'status-unknown', `"${skill.status.slice(0, 60)}" is no status known here.`);
    return;
  }
  const definition = oneLine(skill.statement) === label ? undefined : fittingText(draft, place, skill.statement);
  const unreadable = skill.alignments.filter(({ url }) => canonicalReference(url) === undefined);
  const details = fittingDetails(draft, place, {
    authors: skill.authors,
    categories: skill.categories,
    standards: skill.standards,
    certifications: skill.certifications,
    employers: skill.employers,
    occupations: skill.occupations,
    alignments: unreadable,
    ...skill.dates,
  });
  const added = draft.add(place, {
    ...plainDraft(skill.uri, { language: 'en', text: label }),
    hiddenLabels: fittingLabels(draft, place, 'en', [...new Set(skill.keywords)]),
    ...(definition === undefined ? {} : { definition }),
    status,
    collections: [...new Set(skill.collections.map((name) => name.slice(0, 200)))],
    ...(details === undefined ? {} : { details }),
  });
  const entry = added ? draft.entry(skill.uri) : undefined;
  if (entry === undefined) return;
  for (const crosswalk of crosswalksOf(skill)) draft.match(place, entry, crosswalk);
}

const STATUSES = new Map<string, CompetencyStatus>([
  ['', 'active'],
  ['published', 'active'],
  ['draft', 'draft'],
  ['unpublished', 'draft'],
  ['archived', 'deprecated'],
  ['deleted', 'deprecated'],
]);

function crosswalksOf({ alignments, occupations }: RichSkill): Crosswalk[] {
  const aligned = alignments.flatMap(({ url, name }): Crosswalk[] => {
    const identifier = canonicalReference(url);
    return identifier === undefined ? [] : [named({ relation: 'close', key: canonicalKey(identifier) }, name)];
  });
  const worked = occupations.flatMap(({ code, name, framework }): Crosswalk[] => {
    // A group of occupations ends in zeros (15-1200) and is related to nothing in particular.
    if (!/^\d{2}-\d{3}[1-9](?:\.\d{2})?$/.test(code) || !isSoc(framework)) return [];
    const identifier = canonicalReference(`ONET:${code}`);
    return identifier === undefined ? [] : [named({ relation: 'related', key: canonicalKey(identifier) }, name)];
  });
  return [...aligned, ...worked];
}

const isSoc = (framework: string): boolean =>
  framework === '' || /^bls$/i.test(framework) || ['soc', 'onet'].includes(knownFramework(framework) ?? '');

const named = (crosswalk: Crosswalk, label: string): Crosswalk =>
  label === '' ? crosswalk : { ...crosswalk, label: label.slice(0, IMPORT_LIMITS.maxLabel) };
