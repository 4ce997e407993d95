const blankSubject = /^_:(c14n\d+) /;
/** Neither a subject nor a predicate holds a space. */
const blankObject = /^(\S+ \S+ )_:(c14n\d+)(?= )/;
/** A text ends in a quote, a language or a type, so this is never the end of one. */
const blankGraph = / _:(c14n\d+) \.$/;

/**
 * The statements of a canonical form with the labels that the issuer gave to blank nodes, sorted anew. Texts that look
 * like labels stay as they are.
 *
 * @returns undefined when a blank node has no label
 */
export function relabelled(nquads: string, labels: ReadonlyMap<string, string>): string[] | undefined {
  let isComplete = true;
  const labelOf = (name: string): string => {
    const label = labels.get(name);
    if (label === undefined) isComplete = false;
    return `_:${label ?? ''}`;
  };
  const statements = nquads
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const renamed = line
        .replace(blankGraph, (_all, name: string) => ` ${labelOf(name)} .`)
        .replace(blankObject, (_all, before: string, name: string) => `${before}${labelOf(name)}`)
        .replace(blankSubject, (_all, name: string) => `${labelOf(name)} `);
      return `${renamed}\n`;
    });
  return isComplete ? statements.sort() : undefined;
}
