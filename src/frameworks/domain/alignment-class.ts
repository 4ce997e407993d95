import { textsOf, type AlignmentReference } from './alignment-reference.js';
import type { CanonicalIdentifier } from './identifier/canonical-identifier.js';
import { cleanReference } from './identifier/clean-reference.js';
import { knownFramework } from './identifier/framework-alias.js';
import { canonicalIdentifiers } from './identifier/identifier.js';

/** What an alignment points at. Only `skill` (and `group`, with less weight) says what somebody can do. */
export type AlignmentClass = 'skill' | 'level' | 'occupation' | 'credential' | 'accreditation' | 'group' | 'unknown';

/**
 * What an alignment points at: first by the type it declares, unless its identifier shows that it is another kind of
 * thing of the same vocabulary; then by the identifier; then by the framework and the words. Without any type it is
 * taken for a skill, as Open Badges 1 and 2 have no types and mean skills; a type nobody knows makes it `unknown`.
 */
export function classifyAlignment(alignment: AlignmentReference): AlignmentClass {
  const types = textsOf(alignment.type)
    .map(bareType)
    .filter((type) => !WITHOUT_MEANING.has(type));
  const declared = types.map(classOfType).find((known) => known !== undefined);
  if (declared !== undefined && declared !== 'skill') return declared;

  const identifiers = canonicalIdentifiers(alignment);
  const identified = classOfIdentifiers(identifiers, alignment.url ?? '');
  if (identified !== undefined && !(declared === 'skill' && identified === 'credential')) return identified;
  if (declared !== undefined) return declared;

  const worded = classOfWords(alignment);
  if (worded !== undefined) return worded;
  // A registry numbers competencies, credentials and courses alike.
  if (identifiers.some(({ scheme }) => scheme === 'ctid')) return 'unknown';
  return types.length === 0 && hasWords(alignment) ? 'skill' : 'unknown';
}

const WITHOUT_MEANING = new Set(['alignment', 'alignmentobject', '']);

// Types without prefix, in letters and digits only.
const CLASS_OF_TYPE: readonly (readonly [RegExp, AlignmentClass])[] = [
  [/^(?:eqf|nqf|nlqf|dqr|dqf|rqf|scqf|isced)(?:level)?$|^(?:proficiency|qualification)?level$/, 'level'],
  [/^cfrubric(?:criterion|criterionlevel)?$|^rubric(?:criterion|criterionlevel)?$/, 'level'],
  [/^qualityassurance|^accreditation/, 'accreditation'],
  [/^(?:isco\d*|onetsoc|soc|occupation|job|jobrole|profession)$/, 'occupation'],
  [/^(?:skillgroup|competencyframework|cfdocument|cfpackage|competencygroup)$/, 'group'],
  [
    /^(?:credential|ctdl|course|degree|diploma|certificate|certification|badge|openbadge|achievement|program|programme)$/,
    'credential',
  ],
  [
    /^(?:license|microcredential|learningprogram|learningopportunity|learningopportunityprofile|qualification)$/,
    'credential',
  ],
  [/^\w*(?:degree|certificate|certification|diploma)$/, 'credential'],
  [/^(?:competency|competence|cfitem|skill|skills|knowledge|esco|escoskill|escocompetence|onet|onetelement)$/, 'skill'],
  [
    /^(?:rsd|richskilldescriptor|lightcast|lightcastskill|emsi|emsiskill|sfia|ccss|case|ability|learningoutcome)$/,
    'skill',
  ],
];

function bareType(type: string): string {
  const text = cleanReference(type).toLowerCase();
  // `ESCO:Skill` keeps its vocabulary, `ext:EQF` and `ceasn:Competency` lose their prefix, a type's URI its path.
  const local = text.replace(/^(?:ext|ceasn|ceterms|schema|asn|case|ob|obi|clr|http|https)[:].*?([^/#:]*)$/, '$1');
  return local.replace(/[^\p{L}\p{N}]/gu, '');
}

const classOfType = (type: string): AlignmentClass | undefined =>
  CLASS_OF_TYPE.find(([pattern]) => pattern.test(type))?.[1];

function classOfIdentifiers(identifiers: readonly CanonicalIdentifier[], url: string): AlignmentClass | undefined {
  for (const { scheme, id } of identifiers) {
    if (scheme === 'esco') return id.startsWith('occupation/') ? 'occupation' : 'skill';
    if (scheme === 'isco' || scheme === 'onet-occupation') return 'occupation';
    if (scheme === 'esco-group') return 'group';
    if (scheme === 'ctid') return classOfRegistryPage(url);
    if (scheme !== 'uri' && scheme !== 'code') return 'skill';
  }
  return classOfRegistryPage(url);
}

/** What kind of page of a credential registry or finder it is; undefined for every other address. */
function classOfRegistryPage(url: string): AlignmentClass | undefined {
  const match = /(?:credentialfinder|credentialengine\w*)\.(?:org|com)\/(\w+)\//i.exec(url);
  const kind = match?.[1]?.toLowerCase() ?? '';
  if (kind === 'competency') return 'skill';
  if (kind === 'competencyframework') return 'group';
  if (kind === 'occupation' || kind === 'job') return 'occupation';
  return /^(?:credential|learningopportunity|learningprogram|course|assessment)$/.test(kind) ? 'credential' : undefined;
}

const LEVEL_WORDS =
  /^(?:e|n|nl|d|sc|r)qf[\s:-]*(?:level|niveau|stufe)?[\s:-]*\d{1,2}$|^(?:level|niveau)\s*\d{1,2}\s*(?:e|n|nl)qf$/i;

function classOfWords(alignment: AlignmentReference): AlignmentClass | undefined {
  const framework = knownFramework(alignment.framework);
  const words = [alignment.name ?? '', ...textsOf(alignment.code)].map((text) => text.trim().slice(0, 200));
  if (framework === 'eqf' || words.some((text) => LEVEL_WORDS.test(text))) return 'level';
  if (framework === 'cefr' && words.some((text) => /^(?:level\s*)?[abc][12]\+?$/i.test(text))) return 'level';
  if (framework === 'isco' || framework === 'soc') return 'occupation';
  return undefined;
}

const hasWords = (alignment: AlignmentReference): boolean =>
  (alignment.name ?? '').trim() !== '' || (alignment.url ?? '').trim() !== '' || textsOf(alignment.code).length > 0;
