import { Redis } from 'ioredis';
import { withoutSecrets } from './connection-text.js';

export type RedisAnswer<T> = { ok: true; value: T } | { ok: false; reason: string; refused: boolean };

/**
 * Connects, asks and disconnects within the time. `refused` tells that a server answered and will not let us in, so
 * asking again is no use. The reason holds no secret of the URL.
 */
export async function askRedis<T>(
  url: string,
  timeoutMs: number,
  question: (client: Redis) => Promise<T>,
): Promise<RedisAnswer<T>> {
  const client = new Redis(url, {
    lazyConnect: true,
    // Its own readiness check needs INFO, which a hosted server may keep from us.
    enableReadyCheck: false,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: timeoutMs,
    // After a refused connection the goodbye would keep the process alive for its whole default of two seconds.
    disconnectTimeout: 50,
  });
  // "Connection is closed" is all that the calls say; the event knows why.
  let cause: Error | undefined;
  client.on('error', (error: Error) => (cause ??= error));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), timeoutMs);
  });
  try {
    return { ok: true, value: await Promise.race([client.connect().then(() => question(client)), late]) };
  } catch (error) {
    const { code, message } = (cause ?? error) as { code?: string; message: string };
    const reason = withoutSecrets(message || code || 'no answer', url);
    return { ok: false, reason, refused: /\b(NOAUTH|WRONGPASS|NOPERM|invalid password)\b/.test(reason) };
  } finally {
    clearTimeout(timer);
    client.disconnect();
  }
}

export async function pingRedis(client: Redis): Promise<true> {
  const answer = await client.ping();
  if (answer !== 'PONG') throw new Error(`PING was answered with ${String(answer).slice(0, 40)}`);
  return true;
}
