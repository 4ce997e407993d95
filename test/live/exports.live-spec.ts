import { parse } from 'csv-parse/sync';
import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { ownVectors } from '../support/scoring-vectors.js';
import { storeWorld } from '../support/stored-world.js';

let ground: GroundFloor;
let profileId: string;

async function call(method: 'GET' | 'POST', url: string, payload?: object, key = ADMIN_KEY) {
  const answer = await ground.app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}
const json = async (url: string) => JSON.parse((await call('GET', url)).text);
const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const table = (text: string): Record<string, string>[] => parse(text, { columns: true });

beforeAll(async () => {
  const vector = ownVectors().find(({ name }) => name === 'any-two-of-three');
  if (vector === undefined) throw new Error('no such vector');
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  const stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  const made = await call('POST', '/v1/role-profiles', { title: 'Exported', ...stored.profile });
  profileId = JSON.parse(made.text).id;
  await call('POST', `/v1/role-profiles/${profileId}/publish`);
  const dangerous = { externalIds: [{ system: 'x', id: '1' }], name: '=HYPERLINK("http://a.example")' };
  await call('POST', '/v1/candidates', dangerous);
});
afterAll(() => ground.stop());

describe('GET /v1/exports', () => {
  it('gives all candidates as the API shows them, in its order', async () => {
    const { headers, text } = await call('GET', '/v1/exports/candidates');
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="candidates.ndjson"',
    });
    expect(lines(text)).toEqual((await json('/v1/candidates?limit=200')).data);
    expect(lines(text)).toHaveLength(4);
  });

  it('gives the same columns as CSV, where no text is a formula', async () => {
    const { headers, text } = await call('GET', '/v1/exports/candidates?format=csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const api = (await json('/v1/candidates?limit=200')).data;
    const rows = table(text);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(api[0]));
    expect(rows.map(({ id }) => id)).toEqual(api.map(({ id }: { id: string }) => id));
    expect(rows.at(-1)).toMatchObject({
      name: `'=HYPERLINK("http://a.example")`,
      externalIds: '[{"id":"1","system":"x"}]',
    });
  });

  it('gives what all candidates hold, as each one is shown', async () => {
    const exported = lines((await call('GET', '/v1/exports/holdings')).text);
    expect(exported.length).toBeGreaterThan(0);
    for (const candidateId of new Set(exported.map((row) => row.candidateId))) {
      const { data, unproven } = await json(`/v1/candidates/${String(candidateId)}/competencies`);
      const own = exported.filter((row) => row.candidateId === candidateId);
      const without = own.map(({ candidateId: _id, held: _held, ...row }) => row);
      expect(without.filter((_, i) => own[i]?.held === true)).toEqual(data);
      expect(without.filter((_, i) => own[i]?.held === false)).toEqual(unproven);
    }
    expect(table((await call('GET', '/v1/exports/holdings?format=csv')).text)).toHaveLength(exported.length);
  });

  it('gives the whole ranking as its pages show it', async () => {
    const { data } = await json(`/v1/role-profiles/${profileId}/ranking`);
    expect(lines((await call('GET', `/v1/exports/rankings/${profileId}`)).text)).toEqual(data);
    const rows = table((await call('GET', `/v1/exports/rankings/${profileId}?format=csv`)).text);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(data[0]));
    expect(rows.map(({ rank, score }) => [Number(rank), Number(score)])).toEqual(
      data.map(({ rank, score }: { rank: number; score: number }) => [rank, score]),
    );
  });

  it('is noted in the audit log', async () => {
    await call('GET', '/v1/exports/candidates');
    const { rows } = await ground.owner.query(`SELECT 1 FROM audit_event WHERE action = 'candidates.exported'`);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('refuses other formats, unknown profiles, other organizations and those who may not', async () => {
    expect((await call('GET', '/v1/exports/candidates?format=xlsx')).status).toBe(400);
    expect((await call('GET', '/v1/exports/rankings/0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001')).status).toBe(404);
    const { key } = await ground.addOrganization();
    expect((await call('GET', `/v1/exports/rankings/${profileId}`, undefined, key)).status).toBe(404);
    expect((await call('GET', '/v1/exports/candidates', undefined, key)).text).toBe('');
    const manager = (await ground.addKey(['hiring_manager'])).key;
    expect((await call('GET', '/v1/exports/candidates', undefined, manager)).status).toBe(403);
  });
});
