import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/index.js';

const FILE = 'secrets.key';
const KEY_BYTES = 32;

/**
 * The keys that stored secrets are sealed with: those of `SECRETS_KEY`; else, with the embedded database, one in `DATA_DIR`
 * that is made once and lies beside the data. With a database elsewhere there is none: another process could not read what
 * was sealed with a key of this machine.
 */
export function secretsKeys({ secretsKeys: given, databaseUrl, dataDir }: Config): readonly Buffer[] {
  if (given.length > 0 || databaseUrl !== undefined) return given;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${file} must hold a key of ${KEY_BYTES} bytes in base64`);
  return [key];
}
