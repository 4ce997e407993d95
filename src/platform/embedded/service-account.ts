import { readFileSync, statSync } from 'node:fs';
import { StoreError } from './store-error.js';

/** The user a server is spawned as. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** First of the wanted names (or user numbers) in the text of /etc/passwd. */
export function findAccount(passwd: string, wanted: readonly (string | number)[]): Account | undefined {
  const accounts = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid && /^\d+$/.test(uid + gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  return wanted.map((one) => accounts.find(({ name, uid }) => name === one || uid === one)).find((found) => found);
}

/** The owner of a folder if root meets it and it is somebody else's, so that what root makes in it stays usable to them. */
export function foreignOwner(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(folder);
  if (uid === 0) return undefined;
  const name = findAccount(readFileSync('/etc/passwd', 'utf8'), [uid])?.name ?? `user ${uid}`;
  return { uid, gid, name };
}

/**
 * Whom PostgreSQL runs as: undefined keeps the caller's own user. PostgreSQL refuses root, so root hands over to the
 * owner of the data that is already there, else to an account that exists on nearly every machine (initdb needs an
 * entry in /etc/passwd).
 *
 * @throws {StoreError} postgres-not-started when there is no such account
 */
export function serviceAccount(existingData?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existingData ? foreignOwner(existingData) : undefined;
  if (owner) return owner;
  const account = findAccount(readFileSync('/etc/passwd', 'utf8'), ['postgres', 'nobody']);
  if (account) return account;
  throw new StoreError(
    'postgres-not-started',
    'PostgreSQL does not run as root, and /etc/passwd has neither "postgres" nor "nobody" to run it as. Start as another user or set DATABASE_URL.',
  );
}
