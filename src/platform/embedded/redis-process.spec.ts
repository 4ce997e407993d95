import { settingsText } from './redis-process.js';

describe('settingsText', () => {
  it('listens on loopback with a password, keeps every write and never evicts a job', () => {
    const lines = settingsText(41000, 'abc').split('\n');
    const needed = ['bind 127.0.0.1', 'port 41000', 'requirepass abc', 'appendonly yes', 'maxmemory-policy noeviction'];
    expect(lines).toEqual(expect.arrayContaining(needed));
  });
});
