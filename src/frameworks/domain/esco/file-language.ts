/** The languages that ESCO is published in. */
const LANGUAGES = new Set(
  'ar bg cs da de el en es et fi fr ga hr hu is it lt lv mt nl no pl pt ro ru sk sl sv tr uk'.split(' '),
);

/**
 * The language of a file by its name, as ESCO and those who pass it on name them: `skills_fr.csv`,
 * `esco-1.1.2-fr-occupations.csv`; undefined where the name tells none.
 */
export function fileLanguage(file: string): string | undefined {
  const name = (file.split(/[/\\]/).at(-1) ?? '').toLowerCase();
  const atEnd = /[_-]([a-z]{2})(?:\.(?:csv|txt|gz|zip))*$/.exec(name)?.[1];
  if (atEnd !== undefined && LANGUAGES.has(atEnd)) return atEnd;
  const inside = /-([a-z]{2})-/.exec(name)?.[1];
  return inside !== undefined && LANGUAGES.has(inside) ? inside : undefined;
}
