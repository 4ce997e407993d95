import { randomBytes } from 'node:crypto';
import { startService } from '../src/start-service.js';
import { ApiClient } from './client.js';
import { makePlace } from './demo-place.js';
import { statusListCredential } from './signing/status-list.js';
import { tellStory } from './story/tell-story.js';
import { REVOKED_INDEX, STATUS_LIST } from './world/credentials.js';
import { makeIssuers, type DemoIssuers } from './world/issuers.js';

/**
 * Starts a service of its own, lets a small world hand in signed credentials and prints what came of it.
 *
 * @returns how to stop the service and remove everything that the demo made
 */
export async function runDemo(settings: {
  environment: Record<string, string | undefined>;
  say: (line: string) => void;
}): Promise<{ stop(): Promise<void> }> {
  const { environment, say } = settings;
  say(
    'Credence: twelve candidates hand in signed credentials; you will see which are proven, and who can do the job.\n',
  );
  const now = new Date();
  const issuers = await makeIssuers();
  const place = await makePlace(environment, await published(issuers, now), (line) => say(`  ${line}`));
  const adminKey = `demo_${randomBytes(24).toString('base64url')}`;
  const service = await startService(
    {
      ...environment,
      NODE_ENV: 'development',
      ROLE: 'all',
      CLOCK: '',
      PORT: environment.PORT || '0',
      DATABASE_URL: place.databaseUrl,
      REDIS_URL: place.redisUrl,
      DATA_DIR: place.dataDir,
      PINNED_DOCUMENTS: place.pinnedDocuments,
      BOOTSTRAP_API_KEY: adminKey,
      EGRESS: environment.EGRESS || 'off',
      LOG_LEVEL: environment.LOG_LEVEL || 'error',
    },
    () => undefined,
  ).catch(async (error: unknown) => {
    await place.remove();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await service.stop();
    await place.remove();
  };
  try {
    await tellStory({ api: new ApiClient(service.url ?? '', adminKey), adminKey, issuers, now, say });
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the issuers of this world have on their web sites. The service reads it as pinned documents. */
async function published(issuers: DemoIssuers, now: Date): Promise<Map<string, object>> {
  const since = new Date(now.getTime() - 86_400_000);
  const list = statusListCredential(STATUS_LIST, issuers.northwind.id, [REVOKED_INDEX], since);
  const signedList = await issuers.northwind.sign(list as Record<string, unknown>, since);
  const documents = Object.values(issuers).flatMap((issuer) =>
    issuer.document === undefined ? [] : [issuer.document],
  );
  return new Map<string, object>([
    ...documents.map(({ url, body }) => [url, body] as const),
    [STATUS_LIST, JSON.parse(signedList.body) as object],
  ]);
}
