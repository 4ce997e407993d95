import fc from 'fast-check';
import type { CompetencyWording } from '../../../frameworks/index.js';
import { suggestFor } from './suggest-for.js';
import { wordingIndexOf } from './wording-index.js';

const skill = (name: string, preferred: string, alternative: string[] = [], definition = ''): CompetencyWording => ({
  id: `id-${name}`,
  uri: `urn:test:${name}`,
  preferred: [preferred],
  alternative,
  definition,
});
const WORDINGS = [
  skill('c', 'C programming', ['C']),
  skill('cpp', 'C++ programming', ['C++']),
  skill('csharp', 'C# programming', ['C#']),
  skill('dotnet', '.NET development', ['.NET']),
  skill('r', 'R programming', ['R']),
  skill('go', 'Go programming', ['Go', 'Golang']),
  skill('java', 'Java (computer programming)'),
  skill('javascript', 'JavaScript'),
  skill('excel', 'Spreadsheets', ['Excel', 'Microsoft Excel']),
  skill('haccp', 'Food safety planning', ['HACCP', 'Hazard analysis and critical control points']),
  skill('forklift', 'Operate forklift trucks', ['Forklift driving'], 'Moving pallets safely in a warehouse.'),
  skill('stock', 'Keep stock records', ['Inventory control']),
  skill('team', 'Manage a team', ['Team leadership', 'Leading teams of people']),
  skill('teach', 'Teach communication', []),
  skill('talk', 'Communication', ['Communicating']),
  skill('hebrew', 'Hebrew', ['עברית']),
];

const suggest = (text: string, wordings: readonly CompetencyWording[] = WORDINGS, limit = 10) =>
  suggestFor(wordingIndexOf(wordings), text, limit);
const names = (text: string): string[] => suggest(text).map(({ uri }) => uri.slice('urn:test:'.length));

describe('suggestions for a text', () => {
  it.each([
    ['C', 'c'],
    ['C++', 'cpp'],
    ['c#', 'csharp'],
    ['C♯', 'csharp'],
    ['.NET', 'dotnet'],
    ['R', 'r'],
    ['Go', 'go'],
    ['Java', 'java'],
    ['javascript', 'javascript'],
    ['excel', 'excel'],
    ['HACCP', 'haccp'],
    ['עברית', 'hebrew'],
    ['🚀 Golang 🎉', 'go'],
    ['Ja\u0000va', 'java'],
    ['communicating', 'talk'],
  ])('tell names apart that look alike: %j', (text, first) => {
    expect(names(text)[0]).toBe(first);
  });

  it.each(['C', 'R', 'C++', 'C#', 'Java', 'JavaScript'])(
    'propose for the name %j none that is only spelled alike',
    (text) => {
      const others = suggest(text).filter(({ method }) => method === 'similar-wording');
      expect(others.filter(({ signals }) => signals.cosine === 0)).toEqual([]);
      if (text.startsWith('Java')) expect(others).toEqual([]);
    },
  );

  it('find each skill of a list, a sentence and a marked-up narrative', () => {
    expect(names('Java, C++, HACCP').slice(0, 3).sort()).toEqual(['cpp', 'haccp', 'java']);
    expect(
      names('In our warehouse you will operate forklift trucks and keep stock records each day.').slice(0, 2).sort(),
    ).toEqual(['forklift', 'stock']);
    expect(
      names('<p>Leads</p><ul><li><b>Team leadership</b></li></ul>\n## Forklift driving').slice(0, 2).sort(),
    ).toEqual(['forklift', 'team']);
  });

  it('find other forms of the words of a label', () => {
    const [first] = suggest('managing teams');
    expect(first).toMatchObject({ uri: 'urn:test:team', method: 'similar-wording' });
    expect(names('forklft driving')[0]).toBe('forklift');
  });

  it.each([
    'No experience with Java required.',
    'No experience with HACCP, Java or C++ required.',
    'Java is not required.',
    'HACCP, C++ and Java are not needed.',
    'Keine Java-Kenntnisse erforderlich.',
    'You do not need Java for this.',
    'Without any knowledge of Java.',
  ])('leave out what is denied: %j', (text) => {
    expect(names(text)).not.toContain('java');
    expect(names(text)).not.toContain('haccp');
  });

  it.each([
    ['team', 'Works in teams every day. No team leadership required.'],
    ['haccp', 'Planning of food orders. No experience with HACCP required.'],
    ['forklift', 'Drives trucks. Forklift driving is not needed.'],
  ])('let nothing that is denied come back by words like it: %s', (denied, text) => {
    expect(names(text.slice(0, text.indexOf('.')))).toContain(denied);
    expect(names(text)).not.toContain(denied);
  });

  it('keep what is denied in one place and stated by name in another', () => {
    expect(names('We write Java every day. No experience with Java required.')).toContain('java');
  });

  it.each([
    'No experience with C++ required, Java is taught.',
    'Not only C++ but also Java',
    'C++ is not required, Java is.',
    'No later than May: Java',
  ])('keep what is asked for beside it: %j', (text) => {
    expect(names(text)).toContain('java');
  });

  it('take everyday words for names only where they are written as names', () => {
    expect(names('You go to the customers every day and excel at what you do there.')).not.toContain('go');
    expect(names('You go to the customers every day and excel at what you do there.')).not.toContain('excel');
    expect(names('Our small group builds all of its servers in Go these days.')).toContain('go');
  });

  it('say how they came about, surest first', () => {
    const [first, second] = suggest('communication');
    expect(first).toMatchObject({
      uri: 'urn:test:talk',
      confidence: 0.98,
      method: 'preferred-label',
      matchedText: 'communication',
    });
    expect(first?.signals).toMatchObject({ trigram: 1, cosine: 1 });
    expect(second?.uri).toBe('urn:test:teach');
    expect(second?.confidence).toBeLessThan(0.6);
  });

  it.each(['', ' ', '!!!', '<>', '\u0000', 'no experience required', '🚀'])('are none for %j', (text) => {
    expect(suggest(text)).toEqual([]);
  });

  it('do not depend on the order of competencies and labels', () => {
    const texts = [
      'programming',
      'team',
      'Leading people who keep stock and drive forklift trucks in the warehouse',
      'control',
    ];
    const expected = texts.map((text) => suggest(text));
    const shuffled = fc
      .shuffledSubarray(WORDINGS, { minLength: WORDINGS.length })
      .chain((all) =>
        fc.tuple(
          ...all.map((one) =>
            fc
              .shuffledSubarray([...one.alternative], { minLength: one.alternative.length })
              .map((alternative) => ({ ...one, alternative })),
          ),
        ),
      );
    fc.assert(
      fc.property(shuffled, (wordings) => {
        expect(texts.map((text) => suggest(text, wordings))).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('keep to the limit, and to 0 to 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = suggest(`${text} programming`, WORDINGS, 3);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { confidence } of found) expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['no '.repeat(3_300), 'not, '.repeat(2_000), 'a, '.repeat(3_300), 'java '.repeat(2_000), '<'.repeat(10_000)])(
    'cost little for a text made to cost much',
    (text) => {
      const started = performance.now();
      suggest(text);
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
