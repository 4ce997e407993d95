import { findAccount } from './service-account.js';

describe('findAccount', () => {
  const passwd = [
    'root:x:0:0:root:/root:/bin/bash',
    'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin',
    'broken:x',
    'postgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash',
    '',
  ].join('\n');

  it('takes the first wanted name that is there, whatever the order of the file', () => {
    expect(findAccount(passwd, ['postgres', 'nobody'])).toEqual({ name: 'postgres', uid: 101, gid: 104 });
    expect(findAccount(passwd, ['pgsql', 'nobody'])).toEqual({ name: 'nobody', uid: 65534, gid: 65533 });
  });

  it('finds by number, and nothing where nothing fits', () => {
    expect(findAccount(passwd, [101])?.name).toBe('postgres');
    expect(findAccount(passwd, ['broken', 7])).toBeUndefined();
    expect(findAccount('', ['postgres'])).toBeUndefined();
  });
});
