import { answerOf, type ApiAnswer, type ApiClient } from '../client.js';
import type { Schemas } from '../../clients/typescript/index.js';
import { rankingReport, sentencesReport, sourcesReport, verdictReport } from '../print/report.js';
import { signCredentials } from '../world/credentials.js';
import { TRUST_DECISIONS, type DemoIssuers } from '../world/issuers.js';
import { PEOPLE } from '../world/people.js';
import { COLUMN_HEADS, ROLE_PROFILE } from '../world/role-profile.js';
import { tryLines } from '../print/try-lines.js';
import { judgedCredentials, nothingOwed, settledRanking } from './read-results.js';
import { submitByImport, submitByRest, submitByWebhook } from './submit.js';

type Body = ApiAnswer['body'];

interface Telling {
  readonly api: ApiClient;
  readonly adminKey: string;
  readonly issuers: DemoIssuers;
  readonly now: Date;
  readonly say: (line: string) => void;
}

/** The main job from the first document to the reasons for each rank, all over the REST API and the webhook. */
export async function tellStory({ api, adminKey, issuers, now, say }: Telling): Promise<void> {
  await nothingOwed(api);
  const credentials = await signCredentials(issuers, now);
  say(`\n1. ${PEOPLE.length} candidates hand in ${credentials.length} credentials`);
  const by = (way: string): typeof PEOPLE => PEOPLE.filter((person) => person.way === way);
  for (const person of by('rest')) await submitByRest(api, person, credentials);
  say(`   ${names(by('rest'))} by REST`);
  await submitByWebhook(api, by('webhook'), credentials);
  say(`   ${names(by('webhook'))} by signed webhook (the first delivery twice, as HR systems do)`);
  await submitByImport(api, by('import'), credentials);
  say(`   ${names(by('import'))} by NDJSON import`);

  const judged = await judgedCredentials(api, credentials.length, () => undefined);
  say(`\n2. Every credential is checked\n\n${verdictReport(judged)}`);
  say(`\n   What a check says: ${await oneDetail(api, judged)}`);

  const decided = await decideTrust(api, issuers);
  say(`\n3. The employer decides whom it trusts: ${decided}`);
  const { id: profileId } = await answerOf(api.typed.POST('/v1/role-profiles', { body: ROLE_PROFILE }));
  await answerOf(api.typed.POST('/v1/role-profiles/{id}/publish', { params: { path: { id: profileId } } }));
  const ranking = await settledRanking(api, profileId);
  const people = await namesById(api);
  say(`\n4. The ranking for "${ROLE_PROFILE.title}"\n\n${rankingReport(ranking, COLUMN_HEADS, people)}`);
  await giveReasons({ api, profileId, ranking, people, say });
  say(
    `\n${tryLines({ baseUrl: api.baseUrl, key: adminKey, profileId, candidateId: ranking.data[0]?.candidateId ?? '' })}`,
  );
}

async function giveReasons(of: {
  api: ApiClient;
  profileId: string;
  ranking: Schemas['RankingDto'];
  people: (id: string) => string;
  say: (line: string) => void;
}): Promise<void> {
  const { api, profileId, ranking, people, say } = of;
  const path = `/v1/role-profiles/${profileId}`;
  const [first, , third, fourth] = ranking.data.map((row) => row.candidateId);
  const explanation = (await api.get(`${path}/ranking/${first}`)).body;
  say(`\n5. Why ${people(first ?? '')} stands first\n\n${sentencesReport(explanation.sentences)}`);
  say(`\n   Every point leads to a field of a credential:\n\n${sourcesReport(explanation)}`);

  const compared = (await api.get(`${path}/compare?a=${third}&b=${fourth}`)).body;
  say(`\n6. Why ${people(third ?? '')} (rank 3) stands above ${people(fourth ?? '')} (rank 4)`);
  say(`\n${sentencesReport(compared.sentences)}`);

  const farid = ranking.data.find((row) => people(row.candidateId).startsWith('Farid'))?.candidateId ?? '';
  const reasons = (await api.get(`${path}/ranking/${farid}`)).body;
  say(`\n7. Why ${people(farid)} is not qualified\n\n${sentencesReport(reasons.sentences)}`);
}

const names = (people: readonly { name: string }[]): string => people.map((person) => person.name).join(', ');

/** The sentence of the check that decided about one credential that was shown false. */
async function oneDetail(api: ApiClient, judged: readonly Body[]): Promise<string> {
  const revoked = judged.find((credential) => credential.reason === 'revoked') ?? judged[0];
  const { body } = await api.get(`/v1/credentials/${revoked.id}`);
  const decisive = body.checks.find((check: Body) => check.outcome === 'fail') ?? body.checks[0];
  return `"${decisive.detail}"`;
}

async function decideTrust(api: ApiClient, issuers: DemoIssuers): Promise<string> {
  const { body } = await api.get('/v1/issuers?limit=200');
  for (const { issuer, tier, reason } of TRUST_DECISIONS) {
    const known = body.data.find((entry: Body) => entry.identifier === issuers[issuer].id);
    await api.put(`/v1/issuers/${known.id}/trust`, { tier, reason });
  }
  return TRUST_DECISIONS.map(({ issuer, tier }) => `${issuers[issuer].name} ${tier}`).join(', ');
}

async function namesById(api: ApiClient): Promise<(candidateId: string) => string> {
  const { data } = await answerOf(api.typed.GET('/v1/candidates', { params: { query: { limit: 200 } } }));
  const known = new Map(data.map(({ id, name }) => [id, name ?? id]));
  return (id) => known.get(id) ?? id;
}
