import { Controller, Delete, Get, Module, Post } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createHttpAdapter, ProblemFilter, Public } from '../../platform/http/index.js';
import { Authenticator } from '../application/authenticator.js';
import { Unauthenticated } from '../application/errors.js';
import type { Principal } from '../domain/principal.js';
import { isRole } from '../domain/role.js';
import { AuthenticationGuard } from './authentication.guard.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { listRoutesWithPolicies } from './list-routes.js';
import { Policy } from './policy.decorator.js';
import { PolicyGuard } from './policy.guard.js';

@Policy('admin')
@Controller('guarded')
class GuardedController {
  @Get() read(@CurrentPrincipal() principal: Principal): unknown {
    return { roles: principal.roles };
  }
  @Policy('recruiter', 'auditor') @Post(':id/things') change(): unknown {
    return {};
  }
  @Public() @Get('open') open(): unknown {
    return {};
  }
}

@Controller(['forgotten', 'also-forgotten'])
class ForgottenController {
  @Delete() forgotten(): unknown {
    return {};
  }
}

/** A token is a list of roles. */
const authenticator: Pick<Authenticator, 'authenticate'> = {
  async authenticate(authorization) {
    if (authorization === undefined) throw new Unauthenticated();
    return { kind: 'api-key', id: 'k', organizationId: 'o', roles: authorization.split(',').filter(isRole) };
  },
};

@Module({
  controllers: [GuardedController, ForgottenController],
  providers: [
    { provide: Authenticator, useValue: authenticator },
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: PolicyGuard },
  ],
})
class GuardedModule {}

describe('a route', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [GuardedModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter(), { logger: false });
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
  });
  afterAll(() => app.close());

  it.each([
    ['admin', 'GET', '/guarded', 200, undefined],
    ['auditor,admin', 'GET', '/guarded', 200, undefined],
    ['recruiter', 'GET', '/guarded', 403, 'role-missing'],
    ['', 'GET', '/guarded', 403, 'role-missing'],
    [undefined, 'GET', '/guarded', 401, 'unauthenticated'],
    ['recruiter', 'POST', '/guarded/1/things', 201, undefined],
    ['admin', 'POST', '/guarded/1/things', 403, 'role-missing'],
    [undefined, 'GET', '/guarded/open', 200, undefined],
    ['admin', 'DELETE', '/forgotten', 403, 'no-policy'],
    [undefined, 'DELETE', '/forgotten', 401, 'unauthenticated'],
  ] as const)('called by %s: %s %s answers %i', async (roles, method, url, status, code) => {
    const headers = roles === undefined ? {} : { authorization: roles };
    const answer = await app.inject({ method, url, headers });
    expect([answer.statusCode, answer.json<{ code?: string }>().code]).toEqual([status, code]);
  });

  it('says how to authenticate', async () => {
    expect((await app.inject({ method: 'GET', url: '/guarded' })).headers['www-authenticate']).toBe('Bearer');
  });

  it('is listed with its policy, or without one', () => {
    expect(listRoutesWithPolicies(app).map((r) => [r.method, r.path, r.policy])).toEqual([
      ['DELETE', '/also-forgotten', undefined],
      ['DELETE', '/forgotten', undefined],
      ['GET', '/guarded', { access: 'roles', roles: ['admin'] }],
      ['POST', '/guarded/:id/things', { access: 'roles', roles: ['recruiter', 'auditor'] }],
      ['GET', '/guarded/open', { access: 'public' }],
    ]);
  });
});
