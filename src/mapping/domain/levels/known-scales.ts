import { CEFR, DIGCOMP, EQF, SCALE_MAPS, SFIA } from '../../../scoring/index.js';

/** How the level is written inside a code or a name, for the scales that do so. */
const WRITTEN_IN: Readonly<Record<string, readonly RegExp[]>> = {
  [SFIA.name]: [/^[A-Za-z]{2,4}[-_ ]?([1-7])$/, /\blevel\s?([1-7])\b/i],
  [EQF.name]: [/^([1-8])$/, /(?:level|niveau|EQF)\D{0,3}([1-8])\b/i, /\/eqf\/([1-8])$/],
  [DIGCOMP.name]: [/^([1-8])$/, /\blevel\s?([1-8])\b/i],
  [CEFR.name]: [/(?<![A-Za-z0-9])([ABCabc][12])(?![A-Za-z0-9])/],
};

/** The scale that one of the texts names, in the order given; null when none does. */
export function scaleNamedIn(...texts: readonly (string | undefined)[]): string | null {
  for (const text of texts) {
    if (text === undefined) continue;
    const found = SCALE_MAPS.find((map) => map.recognise.test(text));
    if (found) return found.name;
  }
  return null;
}

/** The step of a scale that a code or name carries (`PROG-4` is 4 on SFIA), or undefined. */
export function valueOnScale(scale: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  for (const pattern of WRITTEN_IN[scale] ?? []) {
    const found = pattern.exec(text.trim())?.[1];
    if (found !== undefined) return found.toUpperCase();
  }
  return undefined;
}
