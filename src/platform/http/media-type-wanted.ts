/**
 * Which of the offered media types an Accept header prefers; of equally welcome ones the first offered (RFC 9110,
 * section 12.5.1: the most specific range that fits a type decides how welcome it is).
 *
 * @param accept undefined or blank accepts everything
 * @returns undefined when none is acceptable
 */
export function mediaTypeWanted<T extends string>(accept: string | undefined, offered: readonly T[]): T | undefined {
  const ranges = rangesOf(accept ?? '');
  let wanted: { readonly type: T; readonly weight: number } | undefined;
  for (const type of offered) {
    const weight = ranges.length === 0 ? 1 : weightOf(type, ranges);
    if (weight > (wanted?.weight ?? 0)) wanted = { type, weight };
  }
  return wanted?.type;
}

interface MediaRange {
  readonly range: string;
  readonly weight: number;
}

function rangesOf(accept: string): MediaRange[] {
  return accept
    .split(',')
    .map((part) => part.split(';').map((it) => it.trim().toLowerCase()))
    .filter(([range]) => range !== undefined && range !== '')
    .map(([range = '', ...parameters]) => {
      const weight = Number(parameters.find((it) => it.startsWith('q='))?.slice(2) ?? 1);
      return { range, weight: weight >= 0 && weight <= 1 ? weight : 0 };
    });
}

function weightOf(type: string, ranges: readonly MediaRange[]): number {
  const [family = ''] = type.split('/');
  for (const fitting of [type, `${family}/*`, '*/*']) {
    const found = ranges.find(({ range }) => range === fitting);
    if (found !== undefined) return found.weight;
  }
  return 0;
}
