import { existsSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Config, OidcIssuer } from './config.js';
import { Environment } from './environment.js';

/** All faults of the settings at once, by variable and rule; never a value, since values may be secrets. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The settings cannot be used:\n${faults.map((f) => `  - ${f}`).join('\n')}\nSee .env.example for each variable.`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks the settings. Empty counts as unset.
 *
 * @throws {ConfigError} listing every fault
 */
export function loadConfig(raw: Record<string, string | undefined>): Config {
  const known = Object.keys(new Environment()).concat(OPTIONAL);
  const given = Object.fromEntries(known.filter((k) => raw[k] !== undefined && raw[k] !== '').map((k) => [k, raw[k]]));
  const env = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(env, { whitelist: true, validationError: { target: false, value: false } }).flatMap((e) =>
    Object.values(e.constraints ?? {}).map((rule) => (rule.startsWith(e.property) ? rule : `${e.property}: ${rule}`)),
  );
  const oidcIssuers = readOidcIssuers(env.OIDC_ISSUERS, faults);
  const production = env.NODE_ENV === 'production';
  if (production && env.CLOCK !== undefined) faults.push('CLOCK must not be set when NODE_ENV is production');
  if (env.PINNED_DOCUMENTS !== undefined && !existsSync(env.PINNED_DOCUMENTS)) {
    faults.push('PINNED_DOCUMENTS must be the path of a JSON file that exists');
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    production,
    serveApi: env.ROLE !== 'worker',
    runWorker: env.ROLE !== 'api',
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataDir: env.DATA_DIR,
    path: raw.PATH,
    bootstrapApiKey: env.BOOTSTRAP_API_KEY,
    clock: env.CLOCK === undefined ? undefined : new Date(env.CLOCK),
    egress: env.EGRESS === 'open' || env.EGRESS === 'off' ? env.EGRESS : { proxy: env.EGRESS },
    pinnedDocuments: env.PINNED_DOCUMENTS,
    oidcIssuers,
    secretsKeys: (env.SECRETS_KEY?.split(',') ?? []).map((key) => Buffer.from(key, 'base64')),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    rankingIndexMib: env.RANKING_INDEX_MIB,
    embeddingModel: env.EMBEDDING_MODEL,
    logLevel: env.LOG_LEVEL,
  };
}

const OPTIONAL = [
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

function readOidcIssuers(text: string | undefined, faults: string[]): OidcIssuer[] {
  if (text === undefined) return [];
  const rule = 'OIDC_ISSUERS must be a JSON list of {issuer (https URL), audience, organizationClaim, rolesClaim}';
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every(isOidcIssuer)) return list;
  } catch {
    // The rule below says what is expected; the parser's message would repeat the value.
  }
  faults.push(rule);
  return [];
}

function isOidcIssuer(entry: unknown): entry is OidcIssuer {
  if (typeof entry !== 'object' || entry === null) return false;
  const e = entry as Record<string, unknown>;
  const texts = ['issuer', 'audience', 'organizationClaim', 'rolesClaim'].every(
    (k) => typeof e[k] === 'string' && e[k] !== '',
  );
  return texts && URL.canParse(e.issuer as string) && new URL(e.issuer as string).protocol === 'https:';
}
