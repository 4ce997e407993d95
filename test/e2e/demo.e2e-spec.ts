import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('the demo', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-demo-test-'));
  let output = '';

  // A real process on the test's own servers, as a stranger starts it.
  beforeAll(async () => {
    const { stdout } = await run(process.execPath, ['dist/demo/run.js', '--exit'], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: dataDir,
        DATABASE_URL: process.env.TEST_DATABASE_URL,
        REDIS_URL: process.env.TEST_REDIS_URL,
      },
    });
    output = stdout;
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each([
    ['verified', 'valid'],
    ['verified', 'valid, issued to someone else'],
    ['failed', 'expired'],
    ['failed', 'invalid_signature'],
    ['failed', 'issuer_mismatch'],
    ['failed', 'revoked'],
    ['unverifiable', 'status_unavailable'],
    ['unsupported', 'unsupported'],
  ])('counts %s credentials: %s', (verdict, reason) => {
    expect(output).toMatch(new RegExp(`^ {2}${verdict} +${reason} +\\d+$`, 'm'));
  });

  it('shows the ranking with a mark for each requirement', () => {
    expect(output).toMatch(/^ +1 {2}Amara Diallo +qualified +\d\d\.\d\d % {2}\+ +\+ +\+ +\+ +-$/m);
    expect(output).toMatch(/^ +3 {2}Bogdan Ionescu +ready soon +\d\d\.\d\d % {2}\+ +\+ +< /m);
    expect(output).toMatch(/^ +\d+ {2}Ines Moreau +not yet +\d+\.\d\d % +~ +~ /m);
    expect(output).toContain('Of 12 candidates 2 qualified, 1 ready soon, 9 not yet.');
  });

  it('gives the reasons: for the first, between the third and the fourth, and for one who is not qualified', () => {
    expect(output).toContain('Why Amara Diallo stands first');
    expect(output).toContain('/credentialSubject/achievement/alignment/0');
    expect(output).toMatch(/Why Bogdan Ionescu \(rank 3\) stands above .+ \(rank 4\)/);
    expect(output).toContain('Why Farid Haddad is not qualified');
  });

  it('ends with addresses, the key and three requests to try, and writes no colour codes into a pipe', () => {
    expect(output).toMatch(/API +http:\/\/127\.0\.0\.1:\d+\/v1/);
    expect(output.match(/^ {2}curl -s -H "Authorization: Bearer demo_/gm)).toHaveLength(3);

    expect(output).not.toMatch(/\u001b/);
  });
});
