import { namesAgree } from './name-agreement.js';

describe('namesAgree', () => {
  it.each([
    ['the same words', 'Welding', ['welding']],
    ['another form of a word', 'Computer programs', ['computer programming']],
    ['a label in another language', 'Schweißen', ['welding', 'schweißen']],
    ['names with signs', 'C++', ['use c++']],
    ['accents', 'Café management', ['manage a cafe']],
    ['nothing to compare', '', ['welding']],
    ['no labels', 'Welding', []],
  ])('agree by %s', (_, name, labels) => {
    expect(namesAgree(name, labels)).toBe(true);
  });

  it.each([
    ['another skill', 'Dental hygiene', ['welding', 'join metal']],
    ['a language that only looks alike', 'C#', ['c++', 'c']],
    ['filling words only', 'The skill of welding', ['use of the lathe']],
  ])('differ for %s', (_, name, labels) => {
    expect(namesAgree(name, labels)).toBe(false);
  });
});
