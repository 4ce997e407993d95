import fc from 'fast-check';
import { labelParts, MAX_LABEL_CHARACTERS, normaliseLabel } from './label-normaliser.js';

describe('normaliseLabel', () => {
  it.each([
    ['Teamwork', 'teamwork'],
    ['  Data\u00a0 visualisation \n', 'data visualization'],
    ['Ｄａｔａ ａｎａｌｙｓｉｓ', 'data analysis'],
    ['“Active listening”', 'active listening'],
    ['manage children’s activities', "manage children's activities"],
    ['• Route planning;', 'route planning'],
    ['1. Route planning.', 'route planning'],
    ['- Route planning!', 'route planning'],
    ['#teamwork', 'teamwork'],
    ['Word–processing', 'word-processing'],
    ['Customer service & support', 'customer service and support'],
    ['R&D', 'r&d'],
    ['🚀 Teamwork 🧑‍🚀', 'teamwork'],
    ['Excel®', 'excel'],
    ['\u202eTeamwork\u202c\u200b\u0000', 'teamwork'],
    ['Schweißen', 'schweißen'],
    ['\ud800broken', 'broken'],
  ])('reads %j as %j', (text, expected) => expect(normaliseLabel(text)).toBe(expected));

  it.each([
    ['C', 'c'],
    ['C++', 'c++'],
    ['Ｃ＋＋.', 'c++'],
    ['C#', 'c#'],
    ['C♯', 'c#'],
    ['.NET', '.net'],
    ['• .NET.', '.net'],
    ['R', 'r'],
    ['Go', 'go'],
    ['Node.js', 'node.js'],
    ['F#;', 'f#'],
    ['5S', '5s'],
    ['3D modelling', '3d modeling'],
  ])('keeps what tells %j from others: %j', (text, expected) => expect(normaliseLabel(text)).toBe(expected));

  it('never makes one of languages with short names', () => {
    const names = ['C', 'C++', 'C#', '.NET', 'R', 'Go', 'F#', 'Java', 'JavaScript'];
    expect(new Set(names.map(normaliseLabel)).size).toBe(names.length);
  });

  it.each([
    ['Java (computer programming)', 'java', 'computer programming'],
    ['Prüfung (Theorie) (Teil 2).', 'prüfung', 'theorie teil 2'],
    ['(computer programming)', '(computer programming)', undefined],
    ['Welding ()', 'welding', undefined],
    ['design (UX) of services', 'design (ux) of services', undefined],
  ])('keeps the bracket behind %j apart', (text, normalised, qualifier) => {
    expect(labelParts(text)).toEqual(qualifier === undefined ? { normalised } : { normalised, qualifier });
  });

  it.each([
    ['organise', 'organize'],
    ['Organisational behaviour', 'organizational behavior'],
    ['analyse data', 'analyze data'],
    ['modelling', 'modeling'],
    ['centre', 'center'],
    ['fibre optics', 'fiber optics'],
    ['catalogue', 'catalog'],
    ['programme management', 'program management'],
    ['computer programmer', 'computer programmer'],
    ['paediatric care', 'pediatric care'],
    ['moulding', 'molding'],
    ['driving licence', 'driving license'],
    ['colour theory', 'color theory'],
    ['counselling', 'counseling'],
    ['enrolment', 'enrollment'],
    ['defence', 'defense'],
    ['labelling', 'labeling'],
  ])('makes one of British and American: %s, %s', (british, american) => {
    expect(normaliseLabel(british)).toBe(american);
    expect(normaliseLabel(american)).toBe(american);
  });

  it.each([
    'advise clients',
    'exercise',
    'supervise staff',
    'enterprise',
    'expertise',
    'precise',
    'noise',
    'analysis',
    'four hours',
    'are',
    'calling',
  ])('leaves %s alone, which is written the same on both sides', (text) => expect(normaliseLabel(text)).toBe(text));

  it('compares the first characters of a text that is too long for a label', () => {
    const label = normaliseLabel('long '.repeat(10_000));
    expect(label.length).toBeLessThanOrEqual(MAX_LABEL_CHARACTERS);
    expect(normaliseLabel('('.repeat(100_000) + ')'.repeat(100_000)).length).toBeLessThanOrEqual(MAX_LABEL_CHARACTERS);
  });

  const marks = fc.constantFrom(
    '(',
    ')',
    ' (',
    ').',
    '•',
    '#',
    '&',
    ' & ',
    '-',
    '–',
    '…',
    '1. ',
    '’',
    '"',
    'İ',
    '\u200d',
    'ǅ',
    '🚀',
    '.',
  );
  const words = fc.constantFrom(
    'organise',
    'colour',
    'travelling',
    'C++',
    '.NET',
    'programme',
    'centre',
    'Lehre',
    'ﬁre',
    'Ω',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.oneof(marks, words, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 14 })
      .map((parts) => parts.join('')),
  );
  it('changes nothing when applied again to words run together, where one rule makes room for another', () => {
    // programmemetre -> programmetre -> programmeter, in which "programme" stands once more.
    expect(normaliseLabel('programmemetre')).toBe(normaliseLabel('programmeter'));
  });

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(text, (anything) => {
        const normalised = normaliseLabel(anything);
        expect(normaliseLabel(normalised)).toBe(normalised);
        expect(normalised).toBe(normalised.trim());
        expect(normalised.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
