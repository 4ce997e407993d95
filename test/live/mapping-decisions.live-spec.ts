import pg from 'pg';
import { type BadgeStory, openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { anotherOrganization } from '../support/another-organization.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { storeFrameworkVersion } from '../support/stored-framework.js';

const EMAIL = 'mia@example.org';
const MOORING = { uri: 'urn:airfield:zeppelin-mooring', label: 'Zeppelin mooring' };
const STEERING = { uri: 'urn:airfield:airship-steering', label: 'Airship steering' };
const FROM = new Date('2026-01-05T00:00:00Z');

interface Listed {
  id: string;
  state: string;
  method: string;
  claim: { kind: string; text: string };
  competency: { uri: string } | null;
  evidence: { ruleId?: string; reviewer?: string };
}
interface Holder {
  candidateId: string;
  credentialId: string;
}

describe('decisions on mappings', () => {
  let service: TestApp;
  let owner: pg.Pool;
  let academy: DemoIssuer;
  let college: DemoIssuer;
  let organizationId: string;
  let profileId: string;
  let steering: string;
  let serial = 0;
  const frameworkId = newId();

  beforeAll(async () => {
    service = await startTestApp();
    owner = new pg.Pool({ connectionString: service.databaseUrl, max: 2 });
    owner.on('error', () => undefined);
    academy = await didKeyIssuer('Airfield academy', 'eddsa-rdfc-2022');
    college = await didKeyIssuer('Harbour college', 'eddsa-rdfc-2022');
    organizationId = String((await rows(`SELECT organization_id AS id FROM organization`))[0]?.id);
    await importFramework();
    steering = String((await rows(`SELECT id FROM competency WHERE uri = $1`, [STEERING.uri]))[0]?.id);
    const made = await service.call('POST', '/v1/role-profiles', {
      body: { title: 'Pilot', requirements: [{ competencyId: steering, importance: 'must', weight: 5 }] },
    });
    expect(made.status).toBe(201);
    profileId = String(made.body.id);
    expect((await service.call('POST', `/v1/role-profiles/${profileId}/publish`)).status).toBe(201);
  });
  afterAll(async () => {
    await owner?.end();
    await service?.stop();
  });

  const rows = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await owner.query<Record<string, unknown>>(sql, params)).rows;
  const importFramework = async (): Promise<void> => {
    await service.app.get(UnitOfWork).run(organizationId, async (tx) => {
      const frameworkVersionId = await storeFrameworkVersion(tx, frameworkId, [MOORING, STEERING]);
      await service.app.get(Outbox).publish(tx, { topic: 'framework.imported', payload: { frameworkVersionId } });
    });
    await service.settle();
  };

  async function handIn(title: string, skill: BadgeStory['skill'], issuer = academy): Promise<Holder> {
    const number = String((serial += 1));
    const person = { name: `Mia ${number}`, externalIds: [{ system: 'test', id: number }], emails: [EMAIL] };
    const candidate = await service.call('POST', '/v1/candidates', { body: person });
    const badge = openBadge(`urn:airfield:badge:${number}`, issuer, {
      title,
      skill,
      type: 'Assessment',
      level: 3,
      evidence: 'Seen in a storm.',
      recipientEmail: EMAIL,
      validFrom: FROM,
    });
    const signed = await issuer.sign(badge, FROM);
    const candidateId = String(candidate.body.id);
    const submitted = await service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
      body: signed.body,
      headers: { 'content-type': signed.contentType },
    });
    expect(submitted.status).toBe(202);
    await service.settle();
    return { candidateId, credentialId: String(submitted.body.id) };
  }

  const listed = async ({ credentialId }: Holder): Promise<Listed[]> =>
    (await service.call('GET', `/v1/mappings?credentialId=${credentialId}`)).body.data;
  const about = async (holder: Holder, text: string): Promise<Listed> => {
    const found = (await listed(holder)).find(({ claim }) => claim.text === text);
    if (found === undefined) throw new Error(`no mapping about ${text}`);
    return found;
  };
  const held = async ({ candidateId }: Holder): Promise<string[]> =>
    (await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.data.map(
      ({ uri }: { uri: string }) => uri,
    );
  const stateInRanking = async ({ candidateId }: Holder): Promise<string> =>
    (await service.call('GET', `/v1/role-profiles/${profileId}/ranking?limit=200`)).body.data.find(
      (row: Holder) => row.candidateId === candidateId,
    ).requirements[0].state;
  const decide = async (id: string, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await service.call('POST', `/v1/mappings/${id}/decision`, {
      body: { reason: 'Both names are in use.', ...body },
      headers,
    });
    await service.settle();
    return answer;
  };
  const undo = async (ruleId: string): Promise<number> => {
    const { status } = await service.call('DELETE', `/v1/mappings/decisions/${ruleId}`);
    await service.settle();
    return status;
  };

  it('corrects what an achievement states for past and future holders, and takes it back', async () => {
    const skill = { name: 'Blimp driving' };
    const [one, two] = [await handIn('Pilot exam', skill), await handIn('Pilot exam', skill)];
    const elsewhere = await handIn('Another exam', skill);
    const copied = await handIn('Pilot exam', skill, college);
    const { data } = (await service.call('GET', '/v1/mappings?state=unmapped&q=BLIMP%20dri')).body;
    expect(data).toHaveLength(4);
    expect(await stateInRanking(two)).toBe('missing');
    const mapping = await about(one, skill.name);
    expect(mapping.state).toBe('unmapped');

    const body = { decision: 'correct', competencyId: steering, scope: 'achievement' };
    const preview = await service.call('POST', `/v1/mappings/${mapping.id}/decision/preview`, {
      body: { ...body, reason: 'To see.' },
    });
    expect([preview.status, preview.body]).toEqual([
      200,
      expect.objectContaining({
        credentials: 2,
        candidates: 2,
        credentialsChanged: 2,
        candidatesChanged: 2,
        gaining: 2,
        losing: 0,
      }),
    ]);
    expect(await held(one)).toEqual([]);

    const key = { 'idempotency-key': 'correct-once' };
    const made = await decide(mapping.id, body, key);
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.any(String),
        decision: 'correct',
        scope: 'achievement',
        claim: { text: skill.name, uri: null, code: null },
        issuerId: expect.any(String),
        competency: { id: steering, label: STEERING.label, uri: STEERING.uri },
        rejected: null,
        reason: 'Both names are in use.',
        crosswalk: null,
        state: 'in_force',
        decidedBy: expect.any(String),
        decidedAt: expect.any(String),
        confirmedBy: null,
        confirmedAt: null,
      },
    ]);
    const again = await decide(mapping.id, body, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([made.body, 'true']);
    const later = await handIn('Pilot exam', skill);
    for (const holder of [one, two, later]) {
      expect(await held(holder)).toEqual([STEERING.uri]);
      expect(await stateInRanking(holder)).toBe('met');
      expect(await about(holder, skill.name)).toMatchObject({
        state: 'mapped_reviewed',
        method: 'review',
        score: 10_000,
        evidence: { ruleId: made.body.id, reviewer: made.body.decidedBy },
      });
    }
    expect(await held(elsewhere)).toEqual([]);
    expect(await held(copied)).toEqual([]);
    expect((await decide(mapping.id, body)).body.code).toBe('mapping-superseded');

    expect((await service.call('GET', '/v1/mappings/decisions')).body.data).toEqual([made.body]);
    expect(await undo(made.body.id)).toBe(204);
    for (const holder of [one, two, later]) {
      expect(await held(holder)).toEqual([]);
      expect(await stateInRanking(holder)).toBe('missing');
      expect(await about(holder, skill.name)).toMatchObject({ state: 'unmapped' });
    }
    expect(await undo(made.body.id)).toBe(404);
    expect((await service.call('GET', '/v1/mappings/decisions')).body.data).toEqual([]);
    const events = await service.call('GET', `/v1/audit-events?targetId=${made.body.id}`);
    expect(events.body.data.map(({ action }: { action: string }) => action).sort()).toEqual([
      'mapping.decided',
      'mapping.decision-undone',
    ]);
  });

  it('rejects for good what was taken without a person, for an issuer and then everywhere', async () => {
    const skill = { name: MOORING.label };
    const [one, other] = [await handIn('Ground exam', skill), await handIn('Harbour exam', skill, college)];
    expect([await held(one), await held(other)]).toEqual([[MOORING.uri], [MOORING.uri]]);
    const mapping = await about(one, skill.name);
    const preview = await service.call('POST', `/v1/mappings/${mapping.id}/decision/preview`, {
      body: { decision: 'reject', scope: 'everywhere', reason: 'To see.' },
    });
    expect(preview.body).toMatchObject({ credentials: 2, candidatesChanged: 2, gaining: 0, losing: 2 });

    const first = await decide(mapping.id, { decision: 'reject', scope: 'issuer' });
    expect([await held(one), await held(other)]).toEqual([[], [MOORING.uri]]);
    const second = await decide((await about(other, skill.name)).id, { decision: 'reject', scope: 'everywhere' });
    await importFramework();
    const later = await handIn('Third exam', skill, college);
    for (const holder of [one, other, later]) {
      expect(await held(holder)).toEqual([]);
      expect((await about(holder, skill.name)).state).toBe('rejected');
    }
    const pages = [];
    for (let cursor = ''; ;) {
      const { body } = await service.call('GET', `/v1/mappings/decisions?limit=1${cursor}`);
      pages.push(...body.data.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${String(body.nextCursor)}`;
    }
    expect(pages).toEqual([second.body.id, first.body.id]);

    await undo(second.body.id);
    expect([await held(one), await held(other)]).toEqual([[], [MOORING.uri]]);
    await undo(first.body.id);
    expect(await held(one)).toEqual([MOORING.uri]);
  });

  it('accepts a suggestion, once however often it is said', async () => {
    const holder = await handIn('Mixed exam', { name: 'Origami', url: MOORING.uri });
    const mapping = await about(holder, 'Origami');
    expect(mapping.state).toBe('suggested');
    await decide(mapping.id, { decision: 'accept', scope: 'achievement' });
    expect(await held(holder)).toEqual([MOORING.uri]);
    const reviewed = await about(holder, 'Origami');
    await decide(reviewed.id, { decision: 'accept', scope: 'achievement' });
    const rules = (await service.call('GET', '/v1/mappings/decisions')).body.data;
    expect(rules).toHaveLength(1);
    await undo(rules[0].id);
    expect((await about(holder, 'Origami')).state).toBe('suggested');
  });

  it('misses nobody whose badge comes in at the moment of the decision', async () => {
    const skill = { name: 'Ballast trimming' };
    const mapping = await about(await handIn('Ballast exam', skill), skill.name);
    const decided = service.call('POST', `/v1/mappings/${mapping.id}/decision`, {
      body: { decision: 'correct', competencyId: steering, scope: 'everywhere', reason: 'The same thing.' },
    });
    const newcomers = Promise.all([1, 2, 3, 4].map((at) => handIn(`Ballast exam ${String(at)}`, skill)));
    const { body } = await decided;
    for (const holder of await newcomers) expect(await held(holder)).toEqual([STEERING.uri]);
    await undo(body.id);
  });

  it.each([
    [404, 'a competency that there is not', { decision: 'correct', competencyId: newId(), scope: 'everywhere' }],
    [400, 'a correction to nothing', { decision: 'correct', scope: 'everywhere' }],
    [400, 'a competency that is no id', { decision: 'correct', competencyId: '1', scope: 'everywhere' }],
    [400, 'a competency beside a rejection', { decision: 'reject', competencyId: newId(), scope: 'everywhere' }],
    [400, 'an unknown scope', { decision: 'accept', scope: 'planet' }],
    [400, 'an unknown decision', { decision: 'perhaps', scope: 'everywhere' }],
    [400, 'no reason', { decision: 'accept', scope: 'everywhere', reason: '' }],
    [400, 'a reason without end', { decision: 'accept', scope: 'everywhere', reason: 'x'.repeat(1_001) }],
    [422, 'to accept what was taken for nothing', { decision: 'accept', scope: 'everywhere' }],
    [422, 'to reject what was taken for nothing', { decision: 'reject', scope: 'everywhere' }],
  ])('answers %i to %s', async (status, _, body) => {
    const { id } = await about(await handIn('Odd exam', { name: 'Kite mending' }), 'Kite mending');
    expect((await decide(id, body)).status).toBe(status);
    const preview = await service.call('POST', `/v1/mappings/${id}/decision/preview`, {
      body: { reason: 'To see.', ...body },
    });
    expect(preview.status).toBe(status);
    expect((await service.call('GET', '/v1/mappings/decisions')).body.data).toEqual([]);
  });

  it('is for recruiters and admins, within their organization', async () => {
    const holder = await handIn('Closed exam', { name: MOORING.label });
    const { id } = await about(holder, MOORING.label);
    const body = { decision: 'reject', scope: 'everywhere', reason: 'Not mine to say.' };
    const made = await service.call('POST', '/v1/api-keys', { body: { name: 'auditor', roles: ['auditor'] } });
    const auditor = String(made.body.key);
    const stranger = await anotherOrganization(service);
    const rule = await decide(id, { decision: 'accept', scope: 'achievement' });
    for (const [key, status] of [
      [auditor, 403],
      [stranger, 404],
    ] as const) {
      for (const path of [`/v1/mappings/${id}/decision`, `/v1/mappings/${id}/decision/preview`]) {
        expect((await service.call('POST', path, { body, key })).status).toBe(status);
      }
      expect((await service.call('DELETE', `/v1/mappings/decisions/${rule.body.id}`, { key })).status).toBe(status);
    }
    expect((await service.call('GET', '/v1/mappings/decisions', { key: stranger })).body.data).toEqual([]);
    expect((await service.call('GET', '/v1/mappings/decisions', { key: auditor })).body.data).toHaveLength(1);
    expect(await held(holder)).toEqual([MOORING.uri]);
    await undo(rule.body.id);
  });
});
