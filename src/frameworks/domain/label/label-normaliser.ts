import { foldSpelling } from './spelling-variants.js';
import { visibleText } from './visible-text.js';

/** Labels are short; of a longer text only this much is compared. */
export const MAX_LABEL_CHARACTERS = 500;

/** A label as it is compared: the name itself, and what stood in brackets behind it. */
export interface LabelParts {
  readonly normalised: string;
  /** `computer programming` of "Java (computer programming)"; normalised like the name. */
  readonly qualifier?: string;
}

/**
 * The form of a label that is compared and indexed: NFKC, lower-case, single spaces, straight quotes, no bullet before
 * and no punctuation behind, without a bracketed qualifier at the end, British and American spelling made one.
 * What tells names apart stays: `c`, `c++`, `c#`, `.net`, `r`, `go`. Applying it twice changes nothing.
 */
export function normaliseLabel(text: string): string {
  return labelParts(text).normalised;
}

/** `normaliseLabel` together with the qualifier that it leaves out. */
export function labelParts(text: string): LabelParts {
  let label = comparable(text);
  const qualifiers: string[] = [];
  // Taking a qualifier off can bare another one, or punctuation before it.
  for (;;) {
    const { name, qualifier } = splitQualifier(label);
    if (qualifier === undefined) break;
    qualifiers.unshift(qualifier);
    label = trimEdges(name);
  }
  const normalised = foldSpelling(label);
  const qualifier = foldSpelling(qualifiers.filter((text) => text !== '').join(' '));
  return qualifier === '' ? { normalised } : { normalised, qualifier };
}

function comparable(text: string): string {
  const bounded = text.slice(0, 4 * MAX_LABEL_CHARACTERS);
  // Compatibility forms can lower into characters that compose anew, so the form is taken again afterwards.
  const folded = visibleText(visibleText(bounded).normalize('NFKC').toLowerCase().normalize('NFKC'))
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/♯/g, '#')
    .replace(/\s&(?=\s)/g, ' and');
  return trimEdges(cut(folded));
}

/** The first characters, never half of a surrogate pair or a word's end without what belongs to it. */
function cut(text: string): string {
  return text.length <= MAX_LABEL_CHARACTERS
    ? text
    : text
        .slice(0, MAX_LABEL_CHARACTERS)
        .replace(/[\ud800-\udbff]$/, '')
        .trim();
}

const NUMBERING = /^\(?\d{1,2}[.)]\s+/;
const BULLET = /^(?:[•‣▪▫■□●○◦◆◇➢➤►▶✓✔·*>"'…,;:!?\s-]|#(?=[\p{L}\p{N}]))+/u;
const CLOSING = /[.,;:!?…·"'\s*-]+$/u;

function trimEdges(text: string): string {
  let trimmed = text;
  for (;;) {
    const next = trimmed
      .replace(NUMBERING, '')
      .replace(BULLET, '')
      .replace(/^\.{2,}\s*/, '')
      .replace(CLOSING, '');
    if (next === trimmed || next === '') return next;
    trimmed = next;
  }
}

/** The last bracket of a text and what stands before it; a text that is one bracket alone is left whole. */
function splitQualifier(label: string): { name: string; qualifier?: string } {
  const match = /^(.*[^\s(])\s*\(([^()]*)\)$/.exec(label);
  const name = match?.[1] ?? '';
  const qualifier = match?.[2]?.trim() ?? '';
  return match === null || trimEdges(name) === '' ? { name: label } : { name, qualifier };
}
