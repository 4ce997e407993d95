import { ApiKeys, Organizations } from '../../src/identity/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import type { TestApp } from './running-app.js';

/** Another organization of the same service. @returns the key of its admin */
export async function anotherOrganization({ app }: TestApp): Promise<string> {
  const organizationId = newId();
  await app.get(UnitOfWork).run(organizationId, (tx) => app.get(Organizations).create(tx, 'Another organization'));
  const admin = { kind: 'api-key', id: 'test', organizationId, roles: ['admin'] } as const;
  return (await app.get(ApiKeys).create(admin, { name: 'a key of the test', roles: ['admin'] })).secret;
}
