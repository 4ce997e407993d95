/** A token issuer whose access tokens are taken, and where they name organization and roles. */
export interface OidcIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly organizationClaim: string;
  readonly rolesClaim: string;
}

/** The settings as the service uses them: checked, typed, read once. */
export abstract class Config {
  abstract readonly production: boolean;
  abstract readonly serveApi: boolean;
  abstract readonly runWorker: boolean;
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly databaseUrl: string | undefined;
  abstract readonly redisUrl: string | undefined;
  abstract readonly dataDir: string;
  /** Where to look for redis-server and valkey-server. */
  abstract readonly path: string | undefined;
  abstract readonly bootstrapApiKey: string | undefined;
  abstract readonly clock: Date | undefined;
  abstract readonly egress: 'open' | 'off' | { readonly proxy: string };
  abstract readonly pinnedDocuments: string | undefined;
  abstract readonly oidcIssuers: readonly OidcIssuer[];
  /** Keys of 32 bytes for secrets that are stored, the newest first; empty without `SECRETS_KEY`. */
  abstract readonly secretsKeys: readonly Buffer[];
  /** Where people and other systems reach the service, without a slash at the end. */
  abstract readonly publicUrl: string | undefined;
  /** Memory that ranking indexes may take, in MiB. */
  abstract readonly rankingIndexMib: number;
  /** What finds competencies by their meaning, beside their words. */
  abstract readonly embeddingModel: 'off' | 'bundled';
  abstract readonly logLevel: string;
}
