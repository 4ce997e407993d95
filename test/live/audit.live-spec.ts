import { AuditLog } from '../../src/audit/index.js';
import type { Principal } from '../../src/identity/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

interface Listed {
  id: string;
  sequence: number;
  action: string;
  target: { id: string };
}

describe('the audit log', () => {
  let house: GroundFloor;
  let organization: { organizationId: string; key: string };

  beforeAll(async () => {
    house = await startGroundFloor();
  });
  afterAll(() => house?.stop());
  beforeEach(async () => {
    organization = await house.addOrganization();
  });

  const get = (url: string, key = organization.key) =>
    house.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${key}` } });
  const list = async (query = ''): Promise<Listed[]> =>
    (await get(`/v1/audit-events?limit=200${query}`)).json<{ data: Listed[] }>().data;
  const verify = async () => (await get('/v1/audit-events/verify')).json<Record<string, unknown>>();
  const admin = (): Principal => ({
    kind: 'api-key',
    id: 'k',
    organizationId: organization.organizationId,
    roles: ['admin'],
  });

  /** One event in a transaction of its own. */
  const record = (action: string, detail: Record<string, unknown> = {}): Promise<void> =>
    house.app
      .get(UnitOfWork)
      .run(organization.organizationId, (tx) =>
        house.app.get(AuditLog).record(tx, { actor: admin(), action, targetType: 'thing', targetId: 't1', detail }),
      );
  /** As somebody who owns the database and has taken the triggers away. */
  const tamper = async (sql: string): Promise<void> => {
    for (const table of ['audit_event', 'audit_link'])
      await house.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await house.owner.query(sql.replaceAll('$ORG', `'${organization.organizationId}'`));
    for (const table of ['audit_event', 'audit_link'])
      await house.owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };

  it('tells what was done, newest first, with its place and its request', async () => {
    await house.app.inject({
      method: 'POST',
      url: '/v1/api-keys',
      payload: { name: 'Anna’s key', roles: ['recruiter'] },
      headers: { authorization: `Bearer ${organization.key}`, 'x-request-id': 'req-42' },
    });
    const answer = await get('/v1/audit-events');
    const events = answer.json<{ data: Record<string, unknown>[] }>().data;
    expect(events.map((e) => [e.sequence, e.action])).toEqual([
      [3, 'api-key.created'],
      [2, 'api-key.created'],
      [1, 'organization.created'],
    ]);
    expect(events[0]).toMatchObject({
      actor: { kind: 'api-key' },
      target: { type: 'api-key' },
      detail: { roles: ['recruiter'], expiresAt: null },
      requestId: 'req-42',
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(events[2]).toMatchObject({ actor: { kind: 'system', id: 'system' } });
    expect(answer.body).not.toContain('Anna');
  });

  it('keeps nothing of what was rolled back', async () => {
    const failing = house.app.get(UnitOfWork).run(organization.organizationId, async (tx) => {
      await house.app
        .get(AuditLog)
        .record(tx, { actor: 'system', action: 'thing.undone', targetType: 'thing', targetId: 't' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect((await list()).map((e) => e.action)).not.toContain('thing.undone');
  });

  it('holds together, with numbers, texts and nested details of every kind', async () => {
    const detail = {
      count: 1.5,
      big: 9007199254740991,
      text: 'ä€😀\u0000\ud800',
      list: [1, { b: null, a: true }],
      ключ: '',
    };
    for (let i = 0; i < 3; i += 1) await record('thing.made', { ...detail, i });
    expect(await verify()).toEqual({
      valid: true,
      checked: 5,
      sealedUpTo: 5,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('gives each event one place, without gaps, when many write and many seal at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, i) => (i % 3 === 0 ? verify() : record('thing.made', { i }))),
    );
    const report = await verify();
    // Twenty events beside the two that made the organization and its key.
    expect(report).toMatchObject({ valid: true, checked: 22, sealedUpTo: 22 });
    expect((await list()).map((e) => e.sequence)).toEqual(Array.from({ length: 22 }, (_, i) => 22 - i));
  });

  it('is sealed in batches', async () => {
    await house.app.get(UnitOfWork).run(organization.organizationId, async (tx) => {
      for (let i = 0; i < 1_100; i += 1) {
        await house.app
          .get(AuditLog)
          .record(tx, { actor: 'system', action: 'thing.made', targetType: 'thing', targetId: `t${i}` });
      }
    });
    expect(await verify()).toMatchObject({ valid: true, checked: 1_102, sealedUpTo: 1_102 });
  });

  it.each([
    [
      'an event is edited',
      `UPDATE audit_event SET target_id = 'other' WHERE organization_id = $ORG AND detail->>'i' = '1'`,
      4,
      'hash-differs',
    ],
    [
      'a detail is edited',
      `UPDATE audit_event SET detail = '{"i":1,"x":0}' WHERE organization_id = $ORG AND detail->>'i' = '1'`,
      4,
      'hash-differs',
    ],
    [
      'a time is moved by a microsecond',
      `UPDATE audit_event SET occurred_at = occurred_at + interval '1 microsecond' WHERE organization_id = $ORG AND detail->>'i' = '1'`,
      4,
      'hash-differs',
    ],
    ['a link is taken out', `DELETE FROM audit_link WHERE organization_id = $ORG AND sequence = 4`, 4, 'sequence-gap'],
    [
      'the beginning is taken out',
      `DELETE FROM audit_link WHERE organization_id = $ORG AND sequence <= 2`,
      1,
      'sequence-gap',
    ],
    [
      'a link is forged',
      `UPDATE audit_link SET hash = sha256(hash) WHERE organization_id = $ORG AND sequence = 3`,
      3,
      'hash-differs',
    ],
    [
      'two events change places',
      `UPDATE audit_link a SET event_id = b.event_id FROM audit_link b WHERE a.organization_id = $ORG AND b.organization_id = $ORG AND a.sequence + b.sequence = 9 AND a.sequence IN (4, 5)`,
      4,
      'hash-differs',
    ],
  ])('names the first broken place when %s', async (_name, sql, sequence, reason) => {
    // 1 and 2 are the organization and its key; 3, 4 and 5 follow.
    for (let i = 0; i < 3; i += 1) await record('thing.made', { i });
    expect(await verify()).toMatchObject({ valid: true, sealedUpTo: 5 });
    if (sql.includes('change places') || sql.includes('audit_link b')) {
      await tamper('ALTER TABLE audit_link DROP CONSTRAINT audit_link_event_key');
    }
    await tamper(sql);
    expect(await verify()).toMatchObject({ valid: false, firstBroken: { sequence, reason } });
  });

  it('is filtered by action and target, and paged under the same filter only', async () => {
    await record('thing.made');
    await record('thing.changed');
    await record('thing.made');
    expect((await list('&action=thing.made')).map((e) => e.sequence)).toEqual([5, 3]);
    expect((await list('&targetId=t1')).map((e) => e.sequence)).toEqual([5, 4, 3]);
    const first = (await get('/v1/audit-events?limit=1&action=thing.made')).json<{ nextCursor: string }>();
    const second = (await get(`/v1/audit-events?limit=1&action=thing.made&cursor=${first.nextCursor}`)).json<{
      data: Listed[];
    }>();
    expect(second.data.map((e) => e.sequence)).toEqual([3]);
    const changed = await get(`/v1/audit-events?limit=1&action=thing.changed&cursor=${first.nextCursor}`);
    expect([changed.statusCode, changed.json<{ code: string }>().code]).toEqual([400, 'cursor-filter-changed']);
  });

  it('is read by admins and auditors, each of their own organization', async () => {
    const auditor = await house.addKey(['auditor']);
    const recruiter = await house.addKey(['recruiter', 'hiring_manager', 'integration', 'candidate']);
    expect((await get('/v1/audit-events', auditor.key)).statusCode).toBe(200);
    expect((await get('/v1/audit-events', recruiter.key)).statusCode).toBe(403);
    expect((await get('/v1/audit-events/verify', recruiter.key)).statusCode).toBe(403);
    await record('thing.made');
    const foreign = (await get('/v1/audit-events?limit=200', auditor.key)).json<{ data: Listed[] }>().data;
    expect(foreign.map((e) => e.target.id)).not.toContain('t1');
  });
});
