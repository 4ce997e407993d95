import { readFileSync } from 'node:fs';
import { Environment } from './environment.js';
import { ConfigError, loadConfig } from './load-config.js';

const faultsOf = (raw: Record<string, string>): string => {
  try {
    loadConfig(raw);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('loadConfig', () => {
  it('serves and works on 127.0.0.1:3000 with embedded stores when nothing is set; empty counts as unset', () => {
    const config = loadConfig({ PORT: '', DATABASE_URL: '', ROLE: '', OIDC_ISSUERS: '' });
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      serveApi: true,
      runWorker: true,
      dataDir: '.data',
      egress: 'open',
      databaseUrl: undefined,
      redisUrl: undefined,
      clock: undefined,
      oidcIssuers: [],
      embeddingModel: 'off',
    });
  });

  it.each([
    ['api', true, false],
    ['worker', false, true],
  ])('splits by ROLE=%s', (ROLE, serveApi, runWorker) => {
    expect(loadConfig({ ROLE })).toMatchObject({ serveApi, runWorker });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['ROLE', 'everything'],
    ['DATABASE_URL', 'mysql://user:geheim-4711@db/x'],
    ['REDIS_URL', 'geheim-4711'],
    ['BOOTSTRAP_API_KEY', 'geheim-4711'],
    ['CLOCK', 'yesterday'],
    ['CLOCK', '2026-11-23T00:00:00'],
    ['EGRESS', 'sometimes'],
    ['PINNED_DOCUMENTS', '/does/not/exist.json'],
    ['OIDC_ISSUERS', '[{"issuer": "geheim-4711"}]'],
    ['OIDC_ISSUERS', 'geheim-4711'],
    ['LOG_LEVEL', 'loud'],
    ['EMBEDDING_MODEL', 'geheim-4711'],
    ['SECRETS_KEY', 'geheim-4711'],
    ['SECRETS_KEY', Buffer.alloc(31).toString('base64')],
    ['PUBLIC_URL', 'geheim-4711'],
    ['PUBLIC_URL', 'https://credence.example/?geheim=4711'],
  ])('refuses %s=%s, naming the variable and never the value', (name, value) => {
    const message = faultsOf({ [name]: value });
    expect(message).toContain(name);
    expect(message).not.toContain('geheim');
  });

  it('names all faults at once', () => {
    const message = faultsOf({ PORT: '-1', EGRESS: 'x' });
    expect(message).toContain('PORT');
    expect(message).toContain('EGRESS');
  });

  it('takes a fixed clock, but not in production', () => {
    expect(loadConfig({ CLOCK: '2026-11-23T00:00:00Z' }).clock).toEqual(new Date(Date.UTC(2026, 10, 23)));
    expect(faultsOf({ CLOCK: '2026-11-23T00:00:00Z', NODE_ENV: 'production' })).toContain('CLOCK');
  });
});

describe('.env.example', () => {
  it('lists every variable with a comment, and its values can be used', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const values = Object.fromEntries(lines.filter((l) => /^[A-Z_]+=/.test(l)).map((l) => l.split(/=(.*)/s)));
    const known = [
      'NODE_ENV',
      'DATABASE_URL',
      'REDIS_URL',
      'BOOTSTRAP_API_KEY',
      'CLOCK',
      'PINNED_DOCUMENTS',
      'OIDC_ISSUERS',
      'SECRETS_KEY',
      'PUBLIC_URL',
    ];
    expect(Object.keys(values).sort()).toEqual([...new Set([...known, ...Object.keys(new Environment())])].sort());
    expect(() => loadConfig(values)).not.toThrow();
  });
});
