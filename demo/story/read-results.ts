import type { Schemas } from '../../clients/typescript/index.js';
import { answerOf, type ApiAnswer, type ApiClient } from '../client.js';
import { waitFor } from './submit.js';

type Body = ApiAnswer['body'];

/** All credentials once each has its verdict. */
export function judgedCredentials(
  api: ApiClient,
  expected: number,
  onProgress: (done: number) => void,
): Promise<Body[]> {
  return waitFor('verification', async () => {
    const { body } = await api.get('/v1/credentials?limit=200');
    const judged = body.data.filter((credential: Body) => credential.verdict !== null);
    onProgress(judged.length);
    return judged.length >= expected ? judged : undefined;
  });
}

/** The ranking once it no longer changes: what was verified is mapped, and holdings have followed. */
export async function settledRanking(api: ApiClient, profileId: string): Promise<Schemas['RankingDto']> {
  await nothingOwed(api);
  const params = { path: { id: profileId }, query: { limit: 50 } };
  return answerOf(api.typed.GET('/v1/role-profiles/{id}/ranking', { params }));
}

/** Reads from the metrics, as an operator would, that no work is waiting or under way. */
export function nothingOwed(api: ApiClient): Promise<void> {
  return waitFor('the work that was caused', async () => {
    const metrics = String((await api.get('/metrics')).body);
    const owed = ['credence_outbox_waiting', 'credence_queue_lag'].map((name) =>
      Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]),
    );
    return owed.every((count) => count === 0) ? true : undefined;
  }).then(() => undefined);
}
