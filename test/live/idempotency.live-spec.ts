import { Body, ConflictException, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../src/identity/index.js';
import {
  AcceptsMultipart,
  Creates,
  etagOf,
  Multipart,
  type MultipartForm,
  RawBody,
} from '../../src/platform/http/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

class ThingDto {
  @IsString() title: string;
  @IsOptional() @IsString() wait?: string;
}

let made = 0;
let gate: Promise<void> = Promise.resolve();
let arrived = 0;

@Policy('admin')
@Controller('things')
class ThingsController {
  @Creates()
  @Post()
  async create(@Body() body: ThingDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    arrived += 1;
    await gate;
    if (body.title === 'refused') throw new ConflictException('no');
    made += 1;
    void reply.status(202).headers({ location: `/things/${made}`, etag: etagOf(made) });
    return { number: made, title: body.title };
  }

  @Creates() @HttpCode(204) @Post(':id/silent') silent(@Param('id') _id: string): void {
    made += 1;
  }

  @Creates()
  @AcceptsMultipart({ maxFileBytes: 100, maxFiles: 1 })
  @Post('form')
  async form(@RawBody() bytes: Buffer, @Multipart() form: MultipartForm | undefined): Promise<unknown> {
    made += 1;
    return { number: made, file: form?.files[0]?.content.toString() ?? bytes.toString() };
  }

  @Creates({ holdsSecret: true }) @Post('secret') secret(): unknown {
    made += 1;
    return { secret: `s3cret-${made}` };
  }
}

describe('Idempotency-Key', () => {
  let house: GroundFloor;

  beforeAll(async () => {
    house = await startGroundFloor({ controllers: [ThingsController] });
  });
  afterAll(() => house?.stop());
  beforeEach(() => {
    made = 0;
    arrived = 0;
    gate = Promise.resolve();
  });

  const post = (
    key: string | undefined,
    payload: object | string,
    more: { url?: string; bearer?: string; type?: string } = {},
  ) =>
    house.app.inject({
      method: 'POST',
      url: more.url ?? '/things',
      payload,
      headers: {
        authorization: `Bearer ${more.bearer ?? ADMIN_KEY}`,
        'content-type': more.type ?? 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });

  it('gives the first answer again, with its status and headers, and makes nothing new', async () => {
    const first = await post('replay', { title: 'a' });
    const second = await post('replay', { title: 'a' });
    expect([first.statusCode, first.headers['idempotent-replayed']]).toEqual([202, undefined]);
    expect(second.statusCode).toBe(202);
    expect(second.headers).toMatchObject({
      'idempotent-replayed': 'true',
      location: '/things/1',
      etag: '"1"',
      'content-type': first.headers['content-type'],
    });
    expect(second.body).toBe(first.body);
    expect(made).toBe(1);
  });

  it('repeats an answer without a body', async () => {
    await post('silent', '', { url: '/things/1/silent' });
    const again = await post('silent', '', { url: '/things/1/silent' });
    expect([again.statusCode, again.body, again.headers['idempotent-replayed'], made]).toEqual([204, '', 'true', 1]);
  });

  it('refuses another body with 422', async () => {
    await post('other', { title: 'a' });
    const answer = await post('other', { title: 'b' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'idempotency-key-reused']);
    expect(made).toBe(1);
  });

  it('makes one thing of twenty requests at once', async () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const racing = Array.from({ length: 20 }, () => post('parallel', { title: 'a' }));
    const done: number[] = [];
    racing.forEach((request) => void request.then((answer) => done.push(answer.statusCode)));
    // Nineteen are turned away while the first, which holds the key, waits at the gate.
    while (done.length < 19) await new Promise((resolve) => setImmediate(resolve));
    open();
    const answers = await Promise.all(racing);
    expect(answers.filter((a) => a.statusCode === 202)).toHaveLength(1);
    const turnedAway = answers.filter((a) => a.statusCode === 409);
    expect(turnedAway).toHaveLength(19);
    expect(turnedAway[0]?.headers['retry-after']).toBe('1');
    expect(turnedAway[0]?.json()).toMatchObject({ code: 'idempotency-key-in-progress' });
    expect(made).toBe(1);
  });

  it.each([
    ['empty', ''],
    ['too long', 'k'.repeat(256)],
    ['not ASCII', 'schl\u00fcssel'],
  ])('refuses a key that is %s', async (_name, key) => {
    const answer = await post(key, { title: 'a' });
    expect([answer.statusCode, made]).toEqual([400, 0]);
  });

  it('takes a key of 255 characters', async () => {
    expect((await post('k'.repeat(255), { title: 'a' })).statusCode).toBe(202);
  });

  it('frees the key after a refusal', async () => {
    expect((await post('freed', { title: 'refused' })).statusCode).toBe(409);
    expect((await post('freed', { title: 5 })).statusCode).toBe(400);
    const answer = await post('freed', { title: 'a' });
    expect([answer.statusCode, answer.headers['idempotent-replayed']]).toEqual([202, undefined]);
  });

  it('does not honour a key after 24 hours', async () => {
    await post('old', { title: 'a' });
    await house.owner.query(
      `UPDATE idempotency_key SET created_at = now() - interval '24 hours 1 second' WHERE key = 'old'`,
    );
    const answer = await post('old', { title: 'b' });
    expect([answer.statusCode, answer.headers['idempotent-replayed'], made]).toEqual([202, undefined, 2]);
  });

  it('still honours a key after 23 hours', async () => {
    await post('recent', { title: 'a' });
    await house.owner.query(`UPDATE idempotency_key SET created_at = now() - interval '23 hours' WHERE key = 'recent'`);
    expect((await post('recent', { title: 'a' })).headers['idempotent-replayed']).toBe('true');
  });

  it.each([
    ['59 seconds: it may still be running', '59 seconds', 409],
    ['61 seconds: its process has died', '61 seconds', 202],
  ])('after a request that did not end in %s', async (_name, age, status) => {
    await post(age, { title: 'a' });
    await house.owner.query(
      `UPDATE idempotency_key SET status = NULL, body = NULL, created_at = now() - $1::interval WHERE key = $1`,
      [age],
    );
    expect((await post(age, { title: 'a' })).statusCode).toBe(status);
  });

  it('keeps the answer of the one who took over, not of the one who came late', async () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const slow = post('overtaken', { title: 'a' });
    const aged = async () =>
      (
        await house.owner.query(
          `UPDATE idempotency_key SET created_at = now() - interval '61 seconds' WHERE key = 'overtaken'`,
        )
      ).rowCount;
    // The slow one stands at its own gate before the next request finds another.
    while (arrived === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await aged()).toBe(1);
    gate = Promise.resolve();
    const quick = await post('overtaken', { title: 'a' });
    open();
    await slow;
    const again = await post('overtaken', { title: 'a' });
    expect(again.json()).toEqual(quick.json());
    expect(quick.json()).toEqual({ number: 1, title: 'a' });
  });

  it('belongs to its organization, its caller and its path', async () => {
    const other = await house.addOrganization();
    const colleague = await house.addKey(['admin']);
    const answers = [
      await post('shared', { title: 'a' }),
      await post('shared', { title: 'a' }, { bearer: other.key }),
      await post('shared', { title: 'a' }, { bearer: colleague.key }),
      await post('shared', { title: 'a' }, { url: '/things/1/silent' }),
      await post('shared', { title: 'a' }, { url: '/things/2/silent' }),
    ];
    expect(answers.map((a) => a.headers['idempotent-replayed'])).toEqual(Array(5).fill(undefined));
    expect(made).toBe(5);
  });

  it('knows a form again whatever its boundary', async () => {
    const form = (boundary: string, content: string) =>
      post(
        'form',
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
        { url: '/things/form', type: `multipart/form-data; boundary=${boundary}` },
      );
    expect((await form('x', 'abc')).json()).toEqual({ number: 1, file: 'abc' });
    expect((await form('y', 'abc')).json()).toEqual({ number: 1, file: 'abc' });
    expect((await form('x', 'abd')).statusCode).toBe(422);
  });

  it('keeps no secret that the answer showed, and repeats it to the same caller', async () => {
    const first = await post('secret', '', { url: '/things/secret' });
    const { rows } = await house.owner.query<{ body: string }>(`SELECT body FROM idempotency_key WHERE key = 'secret'`);
    expect(rows[0]?.body).not.toContain('s3cret');
    expect((await post('secret', '', { url: '/things/secret' })).json()).toEqual(first.json());
  });

  it('is not needed', async () => {
    await post(undefined, { title: 'a' });
    await post(undefined, { title: 'a' });
    expect(made).toBe(2);
  });
});
