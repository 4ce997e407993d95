import {
  Body,
  Controller,
  Get,
  Global,
  Headers,
  HttpException,
  Module,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../database/index.js';
import { Conflict } from '../errors/index.js';
import { PeriodicTasks } from '../schedule/index.js';
import {
  AcceptsMultipart,
  BodyLimit,
  configureHttp,
  createHttpAdapter,
  currentRequest,
  etagOf,
  HttpModule,
  idOf,
  Multipart,
  type MultipartForm,
  page,
  PageQuery,
  RawBody,
  requireIfMatch,
  Unavailable,
} from './index.js';

class Part {
  @IsInt() @Min(1) @Max(100) weight: number;
}
class ThingDto {
  @IsString() title: string;
  @IsOptional() @IsArray() @ArrayMaxSize(5) @ValidateNested({ each: true }) @Type(() => Part) parts?: Part[];
}

@Controller('things')
class ThingsController {
  @Post() create(@Body() body: ThingDto): unknown {
    return { ...body, requestId: currentRequest()?.requestId };
  }
  @Get() list(@Query() query: PageQuery): unknown {
    return page([{ limit: query.limit, type: typeof query.limit }], query.cursor === undefined ? 'next' : null);
  }
  @Get('fault') fault(): never {
    throw new Error('password=hunter2');
  }
  @Get('refused') refused(): never {
    throw new Conflict('thing-is-busy', 'The thing is busy.');
  }
  @Get('teapot') teapot(): never {
    throw new HttpException('Short and stout', 418);
  }
  @Get('away') away(): never {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  }
  @Get('wait') wait(): never {
    throw new Unavailable('keys-unavailable', 'Not now.', 7);
  }
  @Get(':id') one(@Param('id', idOf('thing')) id: string, @Res({ passthrough: true }) reply: FastifyReply): unknown {
    void reply.header('etag', etagOf(3));
    return { id };
  }
  @Patch(':id') change(@Headers('if-match') ifMatch: string | undefined): unknown {
    requireIfMatch(ifMatch, 3);
    return { changed: true };
  }
  @Post('raw') @BodyLimit(64) raw(@RawBody() bytes: Buffer): unknown {
    return { hex: bytes.toString('hex') };
  }
  @Post('form')
  @AcceptsMultipart({ maxFileBytes: 10, maxFiles: 2, maxFieldBytes: 8, maxFields: 2 })
  async form(@Multipart() form: MultipartForm): Promise<unknown> {
    return { fields: [...form.fields], files: form.files.map((f) => [f.field, f.filename, f.content.toString()]) };
  }
  @Post('either')
  @AcceptsMultipart({ maxFileBytes: 10, maxFiles: 1 })
  async either(@RawBody() bytes: Buffer, @Multipart() form: MultipartForm | undefined): Promise<unknown> {
    return { bytes: bytes.toString(), file: form?.files[0]?.content.toString() ?? null };
  }
}

@Global()
@Module({
  providers: [PeriodicTasks, { provide: UnitOfWork, useValue: {} }],
  exports: [PeriodicTasks, UnitOfWork],
})
class PlatformStub {}

let app: NestFastifyApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({
    imports: [PlatformStub, HttpModule],
    controllers: [ThingsController],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter(), { bodyParser: false, logger: false });
  configureHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

const id = '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001';
const post = (url: string, payload: string | Buffer, type: string | undefined = 'application/json') =>
  app.inject({ method: 'POST', url, payload, headers: type === undefined ? {} : { 'content-type': type } });

describe('every error', () => {
  it.each([
    ['an unknown path', 'GET', '/nothing', 404, 'route-not-found'],
    ['a wrong method', 'DELETE', '/things', 405, 'method-not-allowed'],
    ['a wrong method of a path with an id', 'PUT', `/things/${id}`, 405, 'method-not-allowed'],
    ['OPTIONS', 'OPTIONS', '/things', 405, 'method-not-allowed'],
    ['OPTIONS of an unknown path', 'OPTIONS', '/nothing', 404, 'route-not-found'],
    ['a path that cannot be decoded', 'GET', '/things/%zz', 400, 'invalid-url'],
    ['a path part that is too long', 'GET', `/things/${'x'.repeat(300)}`, 414, 'path-too-long'],
    ['an id that is none', 'GET', '/things/42', 404, 'thing-not-found'],
    ['a refusal of the domain', 'GET', '/things/refused', 409, 'thing-is-busy'],
    ['an exception of the framework', 'GET', '/things/teapot', 418, 'i-m-a-teapot'],
    ['a fault', 'GET', '/things/fault', 500, 'internal-error'],
    ['a database that is away', 'GET', '/things/away', 503, 'service-unavailable'],
    ['something else that is away', 'GET', '/things/wait', 503, 'keys-unavailable'],
    ['a page that is too long', 'GET', '/things?limit=1000000000', 400, 'validation-failed'],
    ['an unknown query parameter', 'GET', '/things?limit=5&evil=1', 400, 'validation-failed'],
  ] as const)('is problem+json: %s', async (_name, method, url, status, code) => {
    const answer = await app.inject({ method, url, headers: { 'x-request-id': 'req-7' } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['x-request-id']).toBe('req-7');
    expect(answer.json()).toMatchObject({
      type: `urn:credence:problem:${code}`,
      code,
      status,
      instance: 'urn:request:req-7',
      requestId: 'req-7',
    });
  });

  it('tells nothing of a fault', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things/fault' });
    expect(answer.body).not.toContain('hunter2');
  });

  it('names the methods that a path takes', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/things?x=1' });
    expect(answer.headers.allow).toBe('GET, HEAD, POST');
  });

  it('says when to come back', async () => {
    expect((await app.inject({ method: 'GET', url: '/things/wait' })).headers['retry-after']).toBe('7');
  });

  it('has no body for HEAD', async () => {
    const answer = await app.inject({ method: 'HEAD', url: '/things/raw' });
    expect([answer.statusCode, answer.body]).toEqual([404, '']);
  });
});

describe('the request id', () => {
  it.each([
    ['missing', undefined],
    ['with a line break in disguise', 'a\u00e9b'],
    ['with blanks', 'a b'],
    ['too long', 'a'.repeat(129)],
  ])('is a new one when the sender’s is %s', async (_name, given) => {
    const answer = await app.inject({
      method: 'GET',
      url: '/things',
      headers: given === undefined ? {} : { 'x-request-id': given },
    });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  });

  it('is known to everything that runs for the request, after the body was read as well', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/things',
      payload: { title: 'a' },
      headers: { 'x-request-id': 'req-8' },
    });
    expect(answer.json()).toEqual({ title: 'a', requestId: 'req-8' });
  });
});

describe('a JSON body', () => {
  it('is refused field by field, with pointers', async () => {
    const answer = await post('/things', '{"title":5,"parts":[{"weight":1},{"weight":101,"extra":true}],"a/b~c":1}');
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: object[] }>().errors.map((e) => Object.values(e).slice(0, 2))).toEqual(
      expect.arrayContaining([
        ['/title', 'is-string'],
        ['/parts/1/weight', 'max'],
        ['/parts/1/extra', 'unknown-property'],
        ['/a~1b~0c', 'unknown-property'],
      ]),
    );
  });

  it.each([
    ['broken', '{"title":\n"a",}', 'application/json', 400, 'invalid-json'],
    ['with a duplicate key', '{"title":"a","title":"b"}', 'application/json', 400, 'duplicate-key'],
    ['with __proto__', '{"title":"a","__proto__":{"admin":true}}', 'application/json', 400, 'forbidden-key'],
    ['an array', '[{"title":"a"}]', 'application/json', 400, 'validation-failed'],
    ['null', 'null', 'application/json', 400, 'validation-failed'],
    ['empty', '', 'application/json', 400, 'validation-failed'],
    ['of another type', 'title=a', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['of no valid type', '{"title":"a"}', 'nonsense', 415, 'unsupported-media-type'],
    ['in another charset', '{"title":"a"}', 'application/json; charset=utf-16', 415, 'unsupported-media-type'],
    ['a form where none is taken', '--x--', 'multipart/form-data; boundary=x', 415, 'unsupported-media-type'],
    ['above the limit', JSON.stringify({ title: 'a'.repeat(1024 * 1024) }), 'application/json', 413, 'body-too-large'],
  ])('is refused when it is %s', async (_name, payload, type, status, code) => {
    const answer = await post('/things', payload, type);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('is refused when it is compressed', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await app.inject({ method: 'POST', url: '/things', payload: 'x', headers });
    expect(answer.statusCode).toBe(415);
  });

  it('without a type is refused', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/things',
      payload: Buffer.from('{"title":"a"}'),
      headers: { 'content-type': '' },
    });
    expect(answer.statusCode).toBe(415);
  });

  it('says where it is broken', async () => {
    const answer = await post('/things', '{"title":\n"a",}');
    expect(answer.json<{ detail: string }>().detail).toContain('line 2, column 5');
  });

  it('may come as a merge patch', async () => {
    expect((await post('/things', '{"title":"a"}', 'application/merge-patch+json')).statusCode).toBe(201);
  });

  it('sent to a path that does not exist is not read', async () => {
    expect((await post('/nothing', '{"broken', 'application/json')).statusCode).toBe(404);
    expect((await post('/nothing', 'x', 'image/png')).statusCode).toBe(404);
  });
});

describe('a route that wants bytes', () => {
  it.each([
    ['JSON that is none', '{"a":1,"a":', 'application/json'],
    ['an image', '\u0001\u0002', 'image/png'],
    ['text', 'abc', 'text/plain'],
  ])('gets them as they came: %s', async (_name, payload, type) => {
    const answer = await post('/things/raw', payload, type);
    expect(answer.json()).toEqual({ hex: Buffer.from(payload).toString('hex') });
  });

  it('gets an empty buffer when there is no body', async () => {
    expect((await app.inject({ method: 'POST', url: '/things/raw' })).json()).toEqual({ hex: '' });
  });

  it('has its own limit', async () => {
    expect((await post('/things/raw', 'x'.repeat(64))).statusCode).toBe(201);
    expect((await post('/things/raw', 'x'.repeat(65))).statusCode).toBe(413);
  });

  it('takes no form unless it says so', async () => {
    expect((await post('/things/raw', '--x--', 'multipart/form-data; boundary=x')).statusCode).toBe(415);
  });
});

describe('a form', () => {
  const part = (name: string, content: string, filename?: string): string =>
    `--x\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n${content}\r\n`;
  const form = (url: string, ...parts: string[]) =>
    post(url, `${parts.join('')}--x--\r\n`, 'multipart/form-data; boundary=x');

  it('is read whole', async () => {
    const answer = await form('/things/form', part('name', 'a'), part('file', '0123456789', '../a.csv'));
    expect(answer.json()).toEqual({ fields: [['name', 'a']], files: [['file', 'a.csv', '0123456789']] });
  });

  it.each([
    ['a file is too large', [part('file', '0123456789a', 'a')], 413, 'file-too-large'],
    ['all files are too large', [part('file', '012345', 'a'), part('file', '012345', 'b')], 413, 'form-too-large'],
    [
      'there are too many files',
      [part('f', '1', 'a'), part('f', '2', 'b'), part('f', '3', 'c')],
      413,
      'too-many-parts',
    ],
    ['there are too many fields', [part('a', '1'), part('b', '2'), part('c', '3')], 413, 'too-many-parts'],
    ['a field is too long', [part('a', '123456789')], 413, 'field-too-large'],
    ['a field would reach prototypes', [part('__proto__', 'a')], 400, 'invalid-form'],
  ])('is refused when %s', async (_name, parts, status, code) => {
    const answer = await form('/things/form', ...parts);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it.each([
    ['ends early', part('file', 'abc', 'a')],
    ['is something else', 'not a form at all'],
  ])('is refused when it %s', async (_name, payload) => {
    const answer = await post('/things/form', payload, 'multipart/form-data; boundary=x');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-form']);
  });

  it('is refused without a boundary', async () => {
    expect((await post('/things/form', 'x', 'multipart/form-data')).statusCode).toBe(400);
  });

  it('is what its route takes, not JSON', async () => {
    expect((await post('/things/form', '{}')).statusCode).toBe(415);
  });

  it('may be one of two ways to send the same', async () => {
    expect((await form('/things/either', part('file', 'abc', 'a'))).json()).toEqual({ bytes: '', file: 'abc' });
    expect((await post('/things/either', 'abc', 'text/plain')).json()).toEqual({ bytes: 'abc', file: null });
  });
});

describe('versions', () => {
  it('are not sent again to whoever has them', async () => {
    const answer = await app.inject({
      method: 'GET',
      url: `/things/${id}`,
      headers: { 'if-none-match': '"2", W/"3"' },
    });
    expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', '"3"']);
  });

  it.each([
    [undefined, 428],
    ['"2"', 412],
    ['W/"3"', 412],
    ['3', 400],
    ['*', 200],
    ['"1", "3"', 200],
  ])('are needed to change something: %s', async (ifMatch, status) => {
    const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
    const answer = await app.inject({ method: 'PATCH', url: `/things/${id}`, headers });
    expect(answer.statusCode).toBe(status);
  });
});

describe('a list', () => {
  it('links to its next page with all other parameters', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things?limit=7' });
    expect(answer.json()).toEqual({ data: [{ limit: 7, type: 'number' }], nextCursor: 'next' });
    expect(answer.headers.link).toBe('</things?limit=7&cursor=next>; rel="next"');
  });

  it('links nowhere on the last page', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things?cursor=x' });
    expect(answer.json()).toEqual({ data: [{ limit: 50, type: 'number' }], nextCursor: null });
    expect(answer.headers.link).toBeUndefined();
  });
});

describe('the API description', () => {
  it('is OpenAPI 3.1 with a problem for every operation', async () => {
    const document = (await app.inject({ method: 'GET', url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/things'].post.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
  });

  it('can be read on a page that may load its own scripts only', async () => {
    const answer = await app.inject({ method: 'GET', url: '/docs' });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.body).not.toMatch(/<script>|https?:\/\/(?!www\.w3\.org)/);
  });

  it('is guarded like everything else', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things' });
    expect(answer.headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});
