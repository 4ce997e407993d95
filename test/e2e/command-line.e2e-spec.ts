import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

const place = mkdtempSync(join(tmpdir(), 'credence-cli-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The built command, as `npx credence` starts it, with nothing of the service around it. */
const credence = (...words: string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['tools/credence.mjs', ...words], { env: {} }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });

describe('credence verify', () => {
  const file = join(place, 'badge.json');
  const clock = ['--clock', '2026-06-01T00:00:00Z', '--egress', 'off'];

  beforeAll(async () => {
    const issuer = await didKeyIssuer('Harbour school', 'eddsa-rdfc-2022');
    const at = new Date('2026-01-05T00:00:00Z');
    const badge = openBadge('urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f0b01', issuer, {
      title: 'Forklift driving',
      skill: { name: 'Forklift driving' },
      type: 'Certificate',
      recipientEmail: 'mia@example.org',
      validFrom: at,
    });
    writeFileSync(file, (await issuer.sign(badge, at)).body);
  });

  it('verifies a file without any store', async () => {
    const { code, stdout } = await credence('verify', file, '--recipient', 'mia@example.org', ...clock);
    expect([code, stdout.split('\n', 1)[0]]).toEqual([0, 'VERIFIED (openbadges-3)']);
    expect(stdout).toContain('recipient match');
  });

  it('gives the whole report as JSON, each check with its time', async () => {
    const { code, stdout } = await credence('verify', file, '--json', ...clock);
    const report = JSON.parse(stdout);
    expect([code, report.verdict, report.recipient.outcome]).toEqual([0, 'verified', 'not_checked']);
    expect(report.checks.every((check: { durationMs?: number }) => typeof check.durationMs === 'number')).toBe(true);
  });

  it('tells by its exit code what became of it', async () => {
    const altered = join(place, 'altered.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(altered, text.replaceAll('Forklift driving', 'Crane driving'));
    const words = [
      ['verify', altered, ...clock],
      ['verify', file, '--recipient', 'tom@example.org', ...clock],
      ['verify', join(place, 'none.json')],
      ['verify'],
    ];
    const runs = await Promise.all(words.map((it) => credence(...it)));
    expect(runs.map(({ code }) => code)).toEqual([1, 4, 66, 64]);
    expect(runs[2]?.stderr).not.toContain('    at ');
  });
});
