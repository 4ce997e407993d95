import type { LanguageText } from '../content/framework-content.js';
import { plainUri } from '../identifier/plain-uri.js';
import { withoutEmpty } from '../json/json-members.js';
import type { DraftEntry, FrameworkDraft, Place } from './framework-draft.js';
import { IMPORT_LIMITS } from './import-limits.js';

/** An entry that so far has a uri and a name and is in use. */
export function plainDraft(uri: string, label: LanguageText): DraftEntry {
  return {
    uri,
    label,
    translations: [],
    alternativeLabels: [],
    hiddenLabels: [],
    type: 'skill',
    assignable: true,
    status: 'active',
    crosswalks: [],
    otherKeys: [],
    levelAnchors: {},
  };
}

/** The labels that are not too long; what is left out is reported. */
export function fittingLabels(
  draft: FrameworkDraft,
  place: Place,
  language: string,
  texts: readonly string[],
): LanguageText[] {
  const labels: LanguageText[] = [];
  for (const text of texts) {
    const label = oneLine(text);
    if (label === '') continue;
    if (label.length > IMPORT_LIMITS.maxLabel) {
      const message = `A label has more than ${IMPORT_LIMITS.maxLabel} characters: "${label.slice(0, 60)}...".`;
      draft.report(place, 'warning', 'label-too-long', message);
    } else labels.push({ language, text: label });
  }
  return labels;
}

/** A text that is not too long; a longer one is cut and reported. */
export function fittingText(draft: FrameworkDraft, place: Place, text: string): string | undefined {
  const whole = text.trim();
  if (whole === '') return undefined;
  if (whole.length <= IMPORT_LIMITS.maxDefinition) return whole;
  draft.report(place, 'warning', 'text-cut', `A text was cut to ${IMPORT_LIMITS.maxDefinition} characters.`);
  return whole.slice(0, IMPORT_LIMITS.maxDefinition).toWellFormed().trim();
}

/** A name of one line that is not too long; a longer one is cut, for the whole text stands elsewhere. */
export function shortened(text: string): string {
  const line = oneLine(text);
  if (line.length <= IMPORT_LIMITS.maxLabel) return line;
  return `${line
    .slice(0, IMPORT_LIMITS.maxLabel - 1)
    .toWellFormed()
    .trim()}…`;
}

/**
 * What a format says beyond the members of an entry, without what is empty. Where it is too much, the longest members
 * are left out, and reported, until the rest fits.
 */
export function fittingDetails(
  draft: FrameworkDraft,
  place: Place,
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const sized = Object.entries(withoutEmpty(members))
    .map(([name, value]) => ({ name, value, size: JSON.stringify(value).length }))
    .sort((a, b) => a.size - b.size);
  let left: number = IMPORT_LIMITS.maxDetails;
  const kept: [string, unknown][] = [];
  for (const { name, value, size } of sized) {
    left -= size;
    if (left >= 0) kept.push([name, value]);
    else draft.report(place, 'warning', 'details-too-long', `"${name.slice(0, 60)}" is too long and was left out.`);
  }
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Whether a row can be an entry; what is wrong is reported. */
export function canBeEntry(draft: FrameworkDraft, place: Place, uri: string, label: string): boolean {
  const fault = entryFault(uri, label);
  if (fault !== undefined) draft.report(place, 'error', ...fault);
  return fault === undefined;
}

function entryFault(uri: string, label: string): [code: string, message: string] | undefined {
  if (uri === '') return ['identity-missing', 'The row says of no entry what it describes.'];
  if (uri.length > IMPORT_LIMITS.maxUri || plainUri(uri) === undefined) {
    return ['uri-invalid', 'What identifies the entry is not an absolute URI.'];
  }
  if (label === '') return ['label-missing', 'The row has no label.'];
  if (label.length <= IMPORT_LIMITS.maxLabel) return undefined;
  return ['cell-too-long', `The label has more than ${IMPORT_LIMITS.maxLabel} characters.`];
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
