const PREDICATE =
  'required|needed|necessary|expected|mandatory|essential|requirement|erforderlich|notwendig|nötig|vorausgesetzt|vereist|nodig|requise?s?|nécessaires?';
const MATTER =
  'experience|knowledge|skills?|training|background|qualifications?|certificates?|familiarity|prior|previous|using|erfahrung|kenntnisse?|vorkenntnisse?|ervaring|kennis|expérience|connaissances?';
const ABSENCE =
  /(?<![\p{L}\p{N}-])(no|without|lacks?(?: of)?|lacking|kein(?:e[rnms]?)?|ohne|geen|zonder|sans|aucune?)(?![\p{L}\p{N}-])/giu;
const HARMLESS_NO = /^\s+(?:later|less|more|longer|matter|doubt|limits?|one)\b/i;
const DENIAL = /(?<![\p{L}\p{N}-])(?:not|never|cannot|nicht|niet|jamais)(?![\p{L}\p{N}-])|\p{L}n['’]t(?!\p{L})/giu;
const HARMLESS_NOT = /^\s+(?:only|just|limited|merely|least|nur|alleen|seulement)(?!\p{L})/iu;
const TURN =
  /\s*(?:;|:|\s[–—-]\s|(?<!\p{L})(?:but|however|although|though|whereas|sondern|aber|mais|maar)(?!\p{L}))\s*/iu;
const LIST = /(?<!\p{L})(?:and|or|nor|und|oder|et|ou|en|of)(?!\p{L})/iu;

/**
 * The parts of a sentence that ask for something or state it. Left out is what is said to be absent or not asked for
 * ("no experience with Java required", "SQL is not needed"), in English and the commonest German, Dutch and French
 * forms.
 */
export function affirmedParts(sentence: string): string[] {
  return partsOf(sentence).affirmed;
}

/** What `affirmedParts` leaves out, piece by piece. */
export function deniedParts(sentence: string): string[] {
  return partsOf(sentence).denied;
}

function partsOf(sentence: string): { affirmed: string[]; denied: string[] } {
  const denied: string[] = [];
  const affirmed = sentence.split(TURN).map((part) => withoutDenied(withoutAbsent(part, denied), denied).trim());
  return { affirmed: affirmed.filter((part) => part !== ''), denied };
}

function withoutAbsent(part: string, dropped: string[]): string {
  for (const { index, 0: cue } of part.matchAll(ABSENCE)) {
    const rest = part.slice(index + cue.length);
    if (HARMLESS_NO.test(rest)) continue;
    const predicate = new RegExp(`(?<!\\p{L})(?:${PREDICATE})(?!\\p{L})`, 'iu').exec(rest);
    const comma = rest.indexOf(',');
    const end = predicate ? predicate.index + predicate[0].length : comma < 0 ? rest.length : comma;
    const said = rest.slice(0, end);
    const isBare = /^(?:no|kein|geen|aucun)/i.test(cue);
    // "Works without supervision" denies no skill.
    if (!isBare && !predicate && !new RegExp(`(?<!\\p{L})(?:${MATTER})(?!\\p{L})`, 'iu').test(said)) continue;
    dropped.push(said);
    return `${part.slice(0, index)}, ${withoutAbsent(rest.slice(end), dropped)}`;
  }
  return part;
}

function withoutDenied(part: string, dropped: string[]): string {
  for (const { index, 0: cue } of part.matchAll(DENIAL)) {
    if (HARMLESS_NOT.test(part.slice(index + cue.length))) continue;
    const before = part.slice(0, index);
    const lastComma = before.lastIndexOf(',');
    // "Java, SQL and PHP are not needed" denies the whole list; "Java is taught, PHP is not needed" its end.
    const start = lastComma >= 0 && !LIST.test(before.slice(lastComma)) ? lastComma : 0;
    const next = part.indexOf(',', index);
    dropped.push(part.slice(start, next < 0 ? undefined : next));
    const rest = next < 0 ? '' : withoutDenied(part.slice(next + 1), dropped);
    return `${part.slice(0, start)}, ${rest}`;
  }
  return part;
}
