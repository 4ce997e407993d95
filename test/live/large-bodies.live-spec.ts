import { Readable } from 'node:stream';
import { Controller, Post } from '@nestjs/common';
import { Policy } from '../../src/identity/index.js';
import { BodyLimit, RawBody } from '../../src/platform/http/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

const TWO_MIB = 2 * 1024 * 1024;

@Policy('admin')
@Controller('large')
class LargeController {
  @BodyLimit(TWO_MIB) @Post() take(@RawBody() bytes: Buffer): unknown {
    return { bytes: bytes.length };
  }
}

describe('a route for large bodies', () => {
  let house: GroundFloor;

  beforeAll(async () => {
    house = await startGroundFloor({ controllers: [LargeController] });
  });
  afterAll(() => house?.stop());

  const post = (payload: Buffer | Readable, authorization?: string) =>
    house.app.inject({
      method: 'POST',
      url: '/large',
      payload,
      headers: { 'content-type': 'application/x-ndjson', ...(authorization && { authorization }) },
    });

  it('reads them from whoever is known', async () => {
    expect((await post(Buffer.alloc(TWO_MIB), `Bearer ${ADMIN_KEY}`)).json()).toEqual({ bytes: TWO_MIB });
    expect((await post(Buffer.alloc(TWO_MIB + 1), `Bearer ${ADMIN_KEY}`)).statusCode).toBe(413);
  });

  it.each([
    ['no token', undefined],
    ['a wrong token', `Bearer ${'x'.repeat(40)}`],
  ])('does not wait for the body of a caller with %s', async (_name, authorization) => {
    const endless = new Readable({ read() {} });
    const answer = await post(endless, authorization);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'unauthenticated']);
    endless.destroy();
  });
});
