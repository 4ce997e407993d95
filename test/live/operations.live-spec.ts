import { UnitOfWork } from '../../src/platform/database/index.js';
import { MAX_STREAMS_PER_ORGANIZATION, Operations } from '../../src/platform/operations/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

describe('operations', () => {
  let house: GroundFloor;
  let operations: Operations;
  let base: string;

  beforeAll(async () => {
    house = await startGroundFloor();
    operations = house.app.get(Operations);
    await house.app.listen(0, '127.0.0.1');
    base = await house.app.getUrl();
  });
  afterAll(() => house?.stop());

  const within = <T>(work: Parameters<UnitOfWork['run']>[1]): Promise<T> =>
    house.app.get(UnitOfWork).run(house.organizationId, work) as Promise<T>;
  const create = (total?: number) => within<string>((tx) => operations.create(tx, 'thing-import', total));
  const get = async (path: string, key = ADMIN_KEY) => {
    const answer = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${key}` } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const open = (id: string, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${base}/v1/operations/${id}/events`, {
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
      signal,
    });
  const eventsIn = (text: string) =>
    text
      .split('\n\n')
      .filter((block) => block.includes('data: '))
      .map((block) => ({
        id: /^id: (\d+)$/m.exec(block)?.[1] ?? '',
        data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '') as Record<string, unknown>,
      }));

  it('tell how far they have come and what came of them', async () => {
    const id = await create(10);
    const queued = {
      id,
      kind: 'thing-import',
      state: 'queued',
      progress: { done: 0, total: 10 },
      result: null,
      error: null,
    };
    expect(await get(`/v1/operations/${id}`)).toEqual({ status: 200, body: queued });
    await within((tx) => operations.progress(tx, id, 4));
    await within((tx) => operations.progress(tx, id, 3));
    expect((await get(`/v1/operations/${id}`)).body).toEqual({
      ...queued,
      state: 'running',
      progress: { done: 4, total: 10 },
    });
    await within((tx) => operations.succeed(tx, id, { created: 9 }));
    await within((tx) => operations.fail(tx, id, { code: 'too-late', detail: 'It has ended.' }));
    await within((tx) => operations.progress(tx, id, 99));
    expect((await get(`/v1/operations/${id}`)).body).toEqual({
      ...queued,
      state: 'succeeded',
      progress: { done: 10, total: 10 },
      result: { created: 9 },
    });
  });

  it('tell why they failed', async () => {
    const id = await create();
    await within((tx) => operations.fail(tx, id, { code: 'framework-unreadable', detail: 'Line 12 has no label.' }));
    expect((await get(`/v1/operations/${id}`)).body).toMatchObject({
      state: 'failed',
      progress: { done: 0, total: null },
      error: { code: 'framework-unreadable', detail: 'Line 12 has no label.' },
    });
  });

  it('of another organization, and those that never were, do not exist', async () => {
    const other = await house.addOrganization();
    const id = await create();
    for (const path of [`/v1/operations/${id}`, `/v1/operations/${id}/events`]) {
      expect(await get(path, other.key)).toMatchObject({ status: 404, body: { code: 'operation-not-found' } });
    }
    expect((await get('/v1/operations/42')).status).toBe(404);
  });

  it('are told as events until they end', async () => {
    const id = await create(2);
    const answer = await open(id);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const reader = answer.body!.getReader();
    let text = '';
    const readUntil = async (state: string): Promise<void> => {
      while (!text.includes(`"state":"${state}"`)) text += new TextDecoder().decode((await reader.read()).value);
    };
    await readUntil('queued');
    await within((tx) => operations.progress(tx, id, 1));
    await readUntil('running');
    await within((tx) => operations.succeed(tx, id, { made: 2 }));
    await readUntil('succeeded');
    expect((await reader.read()).done).toBe(true);
    const events = eventsIn(text);
    expect(events.map((e) => e.data.state)).toEqual(['queued', 'running', 'succeeded']);
    expect(events.map((e) => BigInt(e.id))).toEqual(events.map((e) => BigInt(e.id)).sort((a, b) => (a < b ? -1 : 1)));
  });

  it('go on after the last event that was seen', async () => {
    const id = await create();
    await within((tx) => operations.succeed(tx, id, null));
    const [last] = eventsIn(await (await open(id)).text());
    expect(last?.data.state).toBe('succeeded');
    expect((await open(id, { 'last-event-id': last?.id ?? '' })).status).toBe(204);
    expect(eventsIn(await (await open(id, { 'last-event-id': '1' })).text())).toEqual([last]);
  });

  it('have as many watchers at once as an organization may have, and places become free', async () => {
    const id = await create();
    const leave = new AbortController();
    const watchers = await Promise.all(
      Array.from({ length: MAX_STREAMS_PER_ORGANIZATION }, () => open(id, {}, leave.signal)),
    );
    expect(watchers.map((w) => w.status)).toEqual(Array(MAX_STREAMS_PER_ORGANIZATION).fill(200));
    const refused = await open(id);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.headers.get('retry-after')).toBe('15');
    leave.abort();
    let status = 429;
    while (status === 429) {
      const again = new AbortController();
      status = (await open(id, {}, again.signal)).status;
      again.abort();
    }
    expect(status).toBe(200);
  });

  it('do not keep the service from stopping while they are watched', async () => {
    const id = await create();
    const watched = await open(id);
    await house.stop();
    await expect(watched.text()).resolves.toContain('"state":"queued"');
  });
});
