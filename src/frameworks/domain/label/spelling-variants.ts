/**
 * British to American spelling, word by word, so that both give one text. Only a key for comparing is made of it, never
 * a text that is shown. Words that look alike but are written the same on both sides (advise, exercise) are left alone.
 */
export function foldSpelling(text: string): string {
  return text.replace(/[a-z]+/g, (word) => (word.length < 4 || word.length > 40 ? word : folded(word)));
}

/** The words of a framework come again and again; the cache is emptied when it holds so many. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

function folded(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const result = foldFully(word);
  remembered.set(word, result);
  return result;
}

// Written with -ise on both sides: what stands before "is".
const ALWAYS_ISE = new RegExp(
  '^(?:re|un|mis|cross)?(?:adv|advert|appr|appra|bru|chast|circumc|compr|comprom|conc|cru|dem|desp|dev|disgu|enterpr|exc|' +
    'exerc|expert|franch|fundra|improv|inc|lia|likew|clockw|lengthw|merchand|otherw|parad|pra|prec|prem|prom|repr|rev|' +
    'superv|surm|surpr|sunr|telev|treat)is',
);

const STEMS: Readonly<Record<string, string>> = {
  aluminium: 'aluminum',
  anaesth: 'anesth',
  archaeolog: 'archeolog',
  artefact: 'artifact',
  cheque: 'check',
  defence: 'defense',
  diarrhoea: 'diarrhea',
  draught: 'draft',
  foetal: 'fetal',
  foetus: 'fetus',
  grey: 'gray',
  gynaecolog: 'gynecolog',
  haemat: 'hemat',
  haemo: 'hemo',
  jewellery: 'jewelry',
  judgement: 'judgment',
  leukaemia: 'leukemia',
  licence: 'license',
  manoeuv: 'maneuv',
  mould: 'mold',
  oesophag: 'esophag',
  offence: 'offense',
  orthopaedic: 'orthopedic',
  paediatric: 'pediatric',
  plough: 'plow',
  practise: 'practice',
  practising: 'practicing',
  programme: 'program',
  sceptic: 'skeptic',
  skilful: 'skillful',
  storey: 'story',
  sulph: 'sulf',
  tyre: 'tire',
};
const STEM = new RegExp(`^(${Object.keys(STEMS).join('|')})(?=[a-z]*$)`);

const OUR =
  /^(un|dis|mis|be)?(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|splend|tum|val|vap|vig|arm)our/;
const RE_ENDING = /^(.*(?:cent|fib|theat|lit|met|calib|lust|spect|somb|maneuv))re(s?)$/;
const OGUE = /^(dial|anal|catal|monol|prol|epil)og(?:ue(s?)|u(e[dr]s?|ing))$/;
const DOUBLE_L =
  /^(.*(?:bevel|cancel|channel|counsel|dial|enamel|equal|fuel|funnel|jewel|label|level|marshal|model|panel|pedal|quarrel|shovel|signal|swivel|total|towel|travel|trowel|tunnel))l(ed|ing|ings|er|ers|or|ors)$/;

/** One rule can make room for another in a word run together of several; real words are done after the first round. */
function foldFully(word: string): string {
  let result = word;
  for (let round = 0; round < 10; round += 1) {
    const next = foldWord(result);
    if (next === result) break;
    result = next;
  }
  return result;
}

function foldWord(word: string): string {
  // Before any stem: `programmer` and `programming` are written alike on both sides.
  if (/^(?:re)?programm(?:ed|er|ers|ing|able)$/.test(word)) return word;
  const stem = word.replace(STEM, (found) => STEMS[found] ?? found);
  return foldIse(
    stem
      .replace(OUR, '$1$2or')
      .replace(RE_ENDING, '$1er$2')
      .replace(OGUE, '$1og$2$3')
      .replace(DOUBLE_L, '$1$2')
      .replace(/^(enrol|fulfil|instal|distil)(ment|ments|s)?$/, '$1l$2')
      .replace(/^(ana|cata|dia|para|hydro|electro)lys(e|ed|er|ers|es|ing)$/, (whole, root: string, end: string) =>
        // "analyses" and "analysis" are the same noun on both sides.
        end === 'es' ? whole : `${root}lyz${end}`,
      )
      .replace(/^maneuvr(?=ing|ab)/, 'maneuver')
      .replace(/^ageing$/, 'aging'),
  );
}

function foldIse(word: string): string {
  if (ALWAYS_ISE.test(word)) return word;
  return word.replace(/^([a-z]{3,})is(e|ed|er|ers|es|ing|able|ation|ations|ational)$/, '$1iz$2');
}
