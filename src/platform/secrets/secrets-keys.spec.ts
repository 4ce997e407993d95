import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../config/index.js';
import { secretsKeys } from './secrets-keys.js';

describe('secretsKeys', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-keys-'));
  const keysWith = (raw: Record<string, string>) => secretsKeys(loadConfig({ DATA_DIR: dataDir, ...raw }));
  const own = Buffer.alloc(32, 7).toString('base64');

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('takes those of the operator, the newest first', () => {
    const older = Buffer.alloc(32, 6).toString('base64');
    expect(keysWith({ SECRETS_KEY: `${own},${older}` })).toEqual([Buffer.alloc(32, 7), Buffer.alloc(32, 6)]);
  });

  it('makes one beside the embedded database, which nobody else may read, and finds it again', () => {
    const [key] = keysWith({});
    expect(key).toHaveLength(32);
    expect(statSync(join(dataDir, 'secrets.key')).mode & 0o777).toBe(0o600);
    expect(keysWith({})).toEqual([key]);
  });

  it('makes none where the database is elsewhere', () => {
    expect(keysWith({ DATABASE_URL: 'postgres://u:p@db/credence' })).toEqual([]);
  });

  it('refuses a file that holds no key', () => {
    writeFileSync(join(dataDir, 'secrets.key'), 'short');
    expect(() => keysWith({})).toThrow(/secrets\.key must hold/);
  });
});
