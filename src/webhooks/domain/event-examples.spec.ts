import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { EVENT_TYPES } from './event-types.js';

interface Section {
  type: string;
  description: string;
  example: { type: string; timestamp: string; data: unknown };
}

/** The types as docs/events.md tells them: a heading, a description, an example. */
const sections: Section[] = [
  ...readFileSync('docs/events.md', 'utf8').matchAll(/^### `([^`]+)`\n\n([^#]+?)\n\n```json\n(.*?)```/gms),
].map(([, type = '', description = '', example = '']) => ({
  type,
  description: description.replaceAll('\n', ' '),
  example: JSON.parse(example) as Section['example'],
}));

describe('docs/events.md', () => {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  ajvFormats.default(ajv);

  it('tells of every type once, in the order of the list', () => {
    expect(sections.map(({ type }) => type)).toEqual(EVENT_TYPES.map(({ type }) => type));
  });

  it.each(EVENT_TYPES.map((kind) => [kind.type, kind] as const))('shows %s as it is sent', (type, kind) => {
    const section = sections.find((one) => one.type === type);
    // Code marks in the text are the same on both sides.
    expect(section?.description.replaceAll('`', '')).toBe(kind.description.replaceAll('`', ''));
    expect(section?.example.type).toBe(type);
    expect(Object.keys(section?.example ?? {})).toEqual(['type', 'timestamp', 'data']);
    const isValid = ajv.compile(kind.data);
    expect(isValid(section?.example.data) ? [] : isValid.errors).toEqual([]);
  });
});
