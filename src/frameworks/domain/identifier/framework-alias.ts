/** Frameworks that issuers name in many ways. */
export type KnownFramework =
  'esco' | 'isco' | 'isced' | 'onet' | 'soc' | 'case' | 'ctdl' | 'lightcast' | 'rsd' | 'ccss' | 'sfia' | 'cefr' | 'eqf';

// Compared with everything but letters and digits taken out, so "O*NET", "O NET" and "onet" are one.
const ALIASES: readonly (readonly [RegExp, KnownFramework])[] = [
  [/^(?:ext)?esco(?:v?\d|skills?|classification|taxonomy|competences?|groups?)*$/, 'esco'],
  [/^europeanskillscompetences/, 'esco'],
  [/^(?:ext)?isco(?:0?8|88|2008)?$|^internationalstandardclassificationofoccupations/, 'isco'],
  [/^(?:ext)?iscedf?(?:\d{4})?$/, 'isced'],
  [/^(?:ext)?onet(?:online|soc|center|database|contentmodel|skills?|v?\d)*$|^occupationalinformationnetwork/, 'onet'],
  [/^(?:ext|us|bls)?soc(?:2000|2010|2018)?$|^standardoccupationalclassification/, 'soc'],
  [/^(?:ext|1edtech|ims)*case(?:v?\d|item|network)?$|^competenciesandacademicstandardsexchange/, 'case'],
  [/^(?:ext)?ctdl(?:asn)?$|^credentialtransparencydescriptionlanguage/, 'ctdl'],
  [/^(?:ext)?(?:emsi|lightcast)(?:bg|burningglass|openskills?|skills?|data|taxonomy|library)*$/, 'lightcast'],
  [/^(?:ext)?(?:rsds?|richskilldescriptors?|osmt|openskillsnetwork)$/, 'rsd'],
  [/^(?:ext)?ccss|^(?:us)?commoncore(?:state)?/, 'ccss'],
  [/^(?:ext)?sfia(?:v?\d|framework|skills?)*$|^skillsframeworkfortheinformationage/, 'sfia'],
  [/^(?:ext)?ce(?:fr|rl)$|^commoneuropeanframeworkofreference/, 'cefr'],
  [/^(?:ext)?eqf(?:level)?s?$|^europeanqualifications?framework/, 'eqf'],
];

// Names that go on after these words ("ESCO - European Skills, ...", "SFIA framework 9") are still theirs.
const UNMISTAKABLE = new Set(['esco', 'onet', 'sfia', 'lightcast', 'isco', 'ccss']);

/** The known framework that a name, an `ext:` type or a code prefix stands for; undefined for any other name. */
export function knownFramework(name: string | undefined): KnownFramework | undefined {
  if (typeof name !== 'string' || name.length > 200) return undefined;
  const text = name.normalize('NFKC').toLowerCase().trim();
  const [whole, firstWord] = [text, text.split(/\s/)[0] ?? ''].map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''));
  const decisive = UNMISTAKABLE.has(firstWord ?? '') ? firstWord : whole;
  return ALIASES.find(([pattern]) => pattern.test(decisive ?? ''))?.[1];
}
