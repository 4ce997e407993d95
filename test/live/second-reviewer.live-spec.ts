import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = 'uri,label\nurn:own:weld,Joining metal\n';

describe('a second reviewer', () => {
  let world: BadgeWorld;
  let holder: Holder;
  let colleague: string;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    holder = await world.handIn({ name: 'Fusing of plates', url: 'urn:own:weld' });
    const made = await world.service.call('POST', '/v1/api-keys', { body: { name: 'second', roles: ['recruiter'] } });
    colleague = String(made.body.key);
  });
  afterAll(() => world?.stop());

  const settings = () => world.service.call('GET', '/v1/mapping-settings');
  const set = async (secondReviewer: boolean, etag?: string) =>
    world.service.call('PUT', '/v1/mapping-settings', {
      body: { secondReviewer, alternativeLabels: false },
      headers: { 'if-match': etag ?? (await settings()).headers.get('etag') ?? '' },
    });
  const open = async (): Promise<string> =>
    String((await world.mappings(holder)).find(({ method }) => method === 'identifier')?.id);
  const propose = async (more: { key?: string } = {}) =>
    world.service.call('POST', `/v1/mappings/${await open()}/decision`, {
      body: { decision: 'accept', scope: 'everywhere', reason: 'Another name.' },
      ...more,
    });
  const confirm = (id: string, key?: string) =>
    world.service.call('POST', `/v1/mappings/decisions/${id}/confirmation`, key === undefined ? {} : { key });
  const listed = async (state: string): Promise<string[]> =>
    (await world.service.call('GET', `/v1/mappings/decisions?state=${state}`)).body.data.map(
      ({ id }: { id: string }) => id,
    );

  it('is not asked for until the organization says so', async () => {
    expect((await settings()).body).toEqual({ version: 1, secondReviewer: false, alternativeLabels: false });
    expect((await set(true, '"7"')).status).toBe(412);
    expect((await set(true)).body).toEqual({ version: 2, secondReviewer: true, alternativeLabels: false });
    expect((await set(true)).body.version).toBe(2);
  });

  it('makes a decision count only when another person confirms it', async () => {
    const proposed = await propose();
    expect(proposed.body).toMatchObject({ state: 'proposed', confirmedBy: null });
    const { id } = proposed.body;
    await world.service.settle();
    expect([await world.held(holder), await listed('proposed'), await listed('in_force')]).toEqual([[], [id], []]);

    const again = await propose({ key: colleague });
    expect([again.status, again.body.code, again.body.decisionId]).toEqual([409, 'decision-proposed', id]);
    const self = await confirm(id);
    expect([self.status, self.body.code]).toEqual([409, 'second-reviewer-needed']);
    await world.service.settle();
    expect(await world.held(holder)).toEqual([]);

    const confirmed = await confirm(id, colleague);
    expect(confirmed.body).toMatchObject({ id, state: 'in_force', confirmedBy: expect.any(String) });
    expect(confirmed.body.confirmedBy).not.toBe(confirmed.body.decidedBy);
    await world.service.settle();
    expect([await world.held(holder), await listed('proposed'), await listed('in_force')]).toEqual([
      ['urn:own:weld'],
      [],
      [id],
    ]);
    expect((await confirm(id, colleague)).body.code).toBe('decision-in-force');
    await world.service.call('DELETE', `/v1/mappings/decisions/${id}`);
    await world.service.settle();
    expect(await world.held(holder)).toEqual([]);
    expect((await confirm(id, colleague)).status).toBe(404);
  });

  it('finds nothing to confirm in a proposal that was withdrawn', async () => {
    const { id } = (await propose()).body;
    expect((await world.service.call('DELETE', `/v1/mappings/decisions/${id}`)).status).toBe(204);
    expect([(await confirm(id, colleague)).status, await listed('proposed')]).toEqual([404, []]);
    const { data } = (await world.service.call('GET', '/v1/audit-events?limit=3')).body;
    expect(JSON.stringify(data)).toContain('mapping.decision-withdrawn');
  });

  it('is asked for many decisions at once too, and no longer when the organization says so', async () => {
    const decision = { mappingId: await open(), decision: 'accept', scope: 'everywhere', reason: 'Seen.' };
    const many = () => world.service.call('POST', '/v1/mappings/decisions', { body: { decisions: [decision] } });
    const [first] = (await many()).body.data;
    expect(first.state).toBe('proposed');
    await set(false);
    const [second] = (await many()).body.data;
    expect(second.state).toBe('in_force');
    await world.service.settle();
    expect(await world.held(holder)).toEqual(['urn:own:weld']);
  });
});
