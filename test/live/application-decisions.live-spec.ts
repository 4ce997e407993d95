import { CandidatesModule } from '../../src/candidates/index.js';
import { DecisionsModule } from '../../src/decisions/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { type People, somePeople } from '../support/people.js';
import { ownVectors, type ScoringVector } from '../support/scoring-vectors.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

/** `poor` qualified, `soon` ready soon, `rich` not yet: ranks 1, 2 and 3. */
const vector = ownVectors().find(({ name }) => name === 'bands-before-scores') as ScoringVector;
const JOB = 'JOB-7';
let ground: GroundFloor;
let people: People;
let stored: StoredWorld;
let profileId: string;
let anna: string;
const applications = new Map<string, string>();

const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, bearer = anna) => {
  const answer = await ground.app.inject({
    method,
    url: `/v1${url}`,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${bearer}` },
  });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
};
const decide = (candidate: string, body: object, bearer = anna) =>
  send('POST', `/applications/${applications.get(candidate)}/decisions`, body, bearer);

beforeAll(async () => {
  people = await somePeople();
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule, DecisionsModule],
    environment: { ...people.environment, CLOCK: vector.clock.toISOString() },
  });
  anna = await people.token('anna', ground.organizationId, ['hiring_manager', 'auditor']);
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  for (const [name, candidateId] of stored.candidateIds) {
    const id = newId();
    applications.set(name, id);
    await ground.owner.query(
      `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id)
       VALUES ($1, $2, $3, 'ats', $4, $5)`,
      [ground.organizationId, id, candidateId, name, JOB],
    );
  }
  profileId = (await send('POST', '/role-profiles', { title: 'Of a vector', ...stored.profile })).body.id as string;
  await send('POST', `/role-profiles/${profileId}/publish`);
});
afterAll(async () => {
  await ground?.stop();
  people?.remove();
});

describe('POST /v1/applications/{id}/decisions', () => {
  it('is refused to a machine, whatever its roles', async () => {
    const { status, body } = await decide('poor', { outcome: 'hire', reasonCode: 'interview' }, ADMIN_KEY);
    expect([status, body.code]).toEqual([403, 'person-required']);
    expect((await send('GET', `/applications/${applications.get('poor')}/decisions`)).body.data).toEqual([]);
  });

  it('keeps what a person decided and why, without a ranking', async () => {
    const { status, body } = await decide('rich', { outcome: 'hold', reasonCode: 'other', note: 'On leave.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      applicationId: applications.get('rich'),
      candidateId: stored.candidateIds.get('rich'),
      jobId: JOB,
      outcome: 'hold',
      reasonCode: 'other',
      note: 'On leave.',
      standing: null,
      override: null,
      decidedBy: 'https://login.example.org|anna',
    });
  });

  it('keeps the place in the ranking, and says when the order is overridden', async () => {
    // rich stands third; poor and soon above still wait.
    const chosen = await decide('rich', { outcome: 'advance', reasonCode: 'work_sample', roleProfileId: profileId });
    expect(chosen.body).toMatchObject({
      profileVersion: 1,
      standing: { rank: 3, poolSize: 3, band: 'notYet', score: 990_000, policyVersion: 1, formula: 'credence-1' },
      override: { kind: 'chosen_over_higher', people: 2 },
    });
    // soon stands second, above rich who was chosen.
    const rejected = await decide('soon', { outcome: 'reject', reasonCode: 'interview', roleProfileId: profileId });
    expect(rejected.body.override).toEqual({ kind: 'rejected_above_chosen', people: 1 });
    const first = await decide('poor', { outcome: 'hire', reasonCode: 'skills_proven', roleProfileId: profileId });
    expect(first.body).toMatchObject({ standing: { rank: 1, band: 'qualified' }, override: null });
  });

  it('lets the last decision stand and keeps those before', async () => {
    const url = `/applications/${applications.get('rich')}/decisions`;
    expect((await send('GET', url)).body.data.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'advance',
      'hold',
    ]);
    const listed = await send('GET', `/applications?job=${JOB}&candidateId=${stored.candidateIds.get('rich')}`);
    expect(listed.body.data).toMatchObject([{ id: applications.get('rich'), status: 'active', outcome: 'advance' }]);
  });

  it('is counted, overrides apart, by job, profile and time', async () => {
    const counts = async (query: string) => (await send('GET', `/decisions/counts${query}`)).body;
    expect(await counts(`?job=${JOB}`)).toEqual({
      decisions: 4,
      fromRanking: 3,
      overrides: 2,
      byReason: [
        { outcome: 'advance', reasonCode: 'work_sample', decisions: 1, fromRanking: 1, overrides: 1 },
        { outcome: 'hire', reasonCode: 'skills_proven', decisions: 1, fromRanking: 1, overrides: 0 },
        { outcome: 'hold', reasonCode: 'other', decisions: 1, fromRanking: 0, overrides: 0 },
        { outcome: 'reject', reasonCode: 'interview', decisions: 1, fromRanking: 1, overrides: 1 },
      ],
    });
    expect(await counts(`?roleProfileId=${profileId}`)).toMatchObject({ decisions: 3, overrides: 2 });
    expect(await counts(`?from=2026-07-01`)).toEqual({ decisions: 0, fromRanking: 0, overrides: 0, byReason: [] });
    expect(await counts(`?from=2026-06-30&to=2026-07-01`)).toMatchObject({ decisions: 4 });
  });

  it('is in the audit log without its note', async () => {
    const { body } = await send('GET', `/audit-events?targetId=${applications.get('rich')}`);
    expect(body.data).toHaveLength(2);
    expect(body.data[0]).toMatchObject({ action: 'application.decided', actor: { kind: 'person' } });
    expect(JSON.stringify(body.data)).not.toContain('On leave.');
  });

  it.each([
    ['no reason', { outcome: 'reject' }, 400, 'validation-failed'],
    ['a score for a reason', { outcome: 'reject', reasonCode: 'low_score' }, 400, 'validation-failed'],
    ['a reason of another outcome', { outcome: 'reject', reasonCode: 'skills_proven' }, 422, 'reason-does-not-fit'],
    ['another reason without words', { outcome: 'hold', reasonCode: 'other', note: ' ' }, 422, 'note-needed'],
    [
      'a note that never ends',
      { outcome: 'hold', reasonCode: 'other', note: 'x'.repeat(2001) },
      400,
      'validation-failed',
    ],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await decide('poor', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('knows neither applications nor profiles of others, and no ranking that is not published', async () => {
    const other = await ground.addOrganization();
    const bert = await people.token('bert', other.organizationId, ['recruiter']);
    const hire = { outcome: 'hire', reasonCode: 'interview' };
    expect((await decide('poor', hire, bert)).body.code).toBe('application-not-found');
    expect((await decide('poor', { ...hire, roleProfileId: newId() })).body.code).toBe('role-profile-not-found');
    const draft = (await send('POST', '/role-profiles', { title: 'A draft', ...stored.profile })).body.id as string;
    expect((await decide('poor', { ...hire, roleProfileId: draft })).body.code).toBe('not-published');
    const auditor = await people.token('carl', ground.organizationId, ['auditor']);
    expect((await decide('poor', hire, auditor)).status).toBe(403);
  });

  it('goes with the person who asks to be forgotten', async () => {
    await send('DELETE', `/candidates/${stored.candidateIds.get('soon')}`, undefined, ADMIN_KEY);
    const left = await ground.owner.query(
      `SELECT count(*)::int AS n FROM application_decision WHERE application_id = $1`,
      [applications.get('soon')],
    );
    expect(left.rows).toEqual([{ n: 0 }]);
  });
});
