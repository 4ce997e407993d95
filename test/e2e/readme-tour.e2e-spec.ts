import { readFileSync } from 'node:fs';
import { startTestApp, type TestApp } from '../support/running-app.js';

/** A request of the README with the answer that it promises. */
interface Step {
  command: string;
  expected: unknown;
}

/** Pairs of a curl command and the JSON that follows it, from the tour's heading to the next heading. */
function stepsOf(readme: string): Step[] {
  const tour = readme.split(/^## Five minutes by hand$/m)[1]?.split(/^## /m)[0] ?? '';
  return [...tour.matchAll(/```sh\n(curl[\s\S]*?)```\n```json\n([\s\S]*?)```/g)].map(([, command, json]) => ({
    command: command ?? '',
    expected: JSON.parse(json ?? ''),
  }));
}

/** The parts of a curl command as the tour uses them; anything else fails, so the README cannot use what is not tested. */
function requestOf(
  command: string,
  variables: ReadonlyMap<string, string>,
): { method: string; url: string; headers: Record<string, string>; body?: string } {
  const text = command
    .replace(/\\\n/g, ' ')
    .replace(/\$([A-Z]+)/g, (_, name: string) => variables.get(name) ?? `$${name}`);
  const words = [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
  const request: ReturnType<typeof requestOf> = { method: 'GET', url: '', headers: {} };
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.startsWith('http')) request.url = word;
    else {
      at += 1;
      const value = words[at] ?? '';
      if (word === '-X') request.method = value;
      else if (word === '-H') request.headers[value.split(': ')[0] ?? ''] = value.split(': ').slice(1).join(': ');
      else if (word === '-d') request.body = value;
      else if (word === '--data-binary') request.body = readFileSync(value.slice(1), 'utf8');
      else throw new Error(`the tour uses ${word}, which this test does not know`);
    }
  }
  return request;
}

/** Every field that is promised is there with that value; `…NAME` takes any value and keeps it for later commands. */
function compare(expected: unknown, actual: unknown, variables: Map<string, string>): void {
  if (typeof expected === 'string' && expected.startsWith('…')) {
    expect(typeof actual).toBe('string');
    variables.set(expected.slice(1), actual as string);
  } else if (typeof expected === 'string' && expected.startsWith('$')) {
    expect(actual).toBe(variables.get(expected.slice(1)));
  } else if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((item, at) => compare(item, (actual as unknown[])[at], variables));
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected))
      compare(value, (actual as Record<string, unknown>)?.[key], variables);
  } else {
    expect(actual).toEqual(expected);
  }
}

describe('the tour of the README', () => {
  const steps = stepsOf(readFileSync('README.md', 'utf8'));
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await app.settle();
  });
  afterAll(() => app?.stop());

  it('has its requests and answers', () => {
    expect(steps.length).toBeGreaterThanOrEqual(9);
  });

  it('answers each request as it says', async () => {
    const variables = new Map([
      ['API', `${app.baseUrl}/v1`],
      ['KEY', app.adminKey],
    ]);
    for (const { command, expected } of steps) {
      const { url, ...request } = requestOf(command, variables);
      const response = await fetch(url, request);
      const body: unknown = await response.json();
      expect({ command, status: response.status < 300 ? 'ok' : body }).toEqual({ command, status: 'ok' });
      compare(expected, body, variables);
      await app.settle();
    }
  });
});
