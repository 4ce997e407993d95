import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestApp, type TestApp } from '../support/running-app.js';

const run = promisify(execFile);

const chapterOf = (guide: string): string =>
  guide.split(/^## A Greenhouse connection, step by step$/m)[1]?.split(/^## /m)[0] ?? '';

/** The shell blocks of a text, each with the answer that follows it. */
function stepsOf(chapter: string): { command: string; expected: unknown }[] {
  return [...chapter.matchAll(/```sh\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(([, command, json]) => ({
    command: command ?? '',
    expected: JSON.parse(json ?? ''),
  }));
}

/** Every field that is promised is there with that value; `…` takes any text. */
function compare(expected: unknown, actual: unknown): void {
  if (expected === '…') expect(typeof actual).toBe('string');
  else if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((item, at) => compare(item, (actual as unknown[])[at]));
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) compare(value, (actual as Record<string, unknown>)?.[key]);
  } else expect(actual).toEqual(expected);
}

describe('the guide to a Greenhouse connection', () => {
  const chapter = chapterOf(readFileSync('docs/guide-hr-systems.md', 'utf8'));
  const steps = stepsOf(chapter);
  const folder = mkdtempSync(join(tmpdir(), 'credence-guide-'));
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows at each of its steps what to run and what comes back', () => {
    const numbered = chapter.split(/^(?=\*\*\d+\. )/m).slice(1);
    expect(numbered.map((step) => [step.slice(0, 5), stepsOf(step).length])).toEqual(
      Array.from({ length: 8 }, (_, n) => [`**${n + 1}. `.slice(0, 5), 1]),
    );
  });

  it('does at each step what it says, in one shell', async () => {
    const marker = '@@step@@';
    const script = steps.map(({ command }) => `echo '${marker}'\n${command}\necho`).join('\n');
    const env = { PATH: process.env.PATH ?? '', API: `${app.baseUrl}/v1`, KEY: app.adminKey };
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });
    const answers = stdout.split(marker).slice(1);
    expect(answers).toHaveLength(steps.length);
    answers.forEach((answer, at) => compare(steps[at]?.expected, JSON.parse(answer)));
  });
});
