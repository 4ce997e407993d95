import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AuditModule } from '../../src/audit/index.js';
import {
  ApiKeys,
  BootstrapOrganization,
  IdentityModule,
  Organizations,
  type Principal,
  type Role,
} from '../../src/identity/index.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { Database, migrate, UnitOfWork } from '../../src/platform/database/index.js';
import { configureHttp, createHttpAdapter } from '../../src/platform/http/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { OperationsModule } from '../../src/platform/operations/index.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { namespaceOfDatabase } from '../../src/platform/queue/index.js';
import { freshDatabase } from './fresh-database.js';

export const ADMIN_KEY = 'ground-floor-admin-key-0123456789-abcdefgh';

export interface GroundFloor {
  readonly app: NestFastifyApplication;
  /** The owner's connections, past every policy: to look into tables and to tamper with them. */
  readonly owner: pg.Pool;
  readonly organizationId: string;
  /** Another organization with an admin of its own. */
  addOrganization(): Promise<{ organizationId: string; key: string }>;
  addKey(roles: readonly Role[]): Promise<{ id: string; key: string }>;
  stop(): Promise<void>;
}

/** Platform, identity and audit on a database of their own, with the parts of a test; nothing is listening. */
export async function startGroundFloor(
  options: { controllers?: Type[]; modules?: ModuleMetadata['imports']; environment?: Record<string, string> } = {},
): Promise<GroundFloor> {
  const fresh = await freshDatabase();
  await migrate(fresh.url);
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-ground-'));
  const database = new Database(fresh.url);
  const settings = { LOG_LEVEL: 'silent', EGRESS: 'off', DATA_DIR: dataDir, BOOTSTRAP_API_KEY: ADMIN_KEY };
  const parts = {
    config: loadConfig({ ...settings, ...options.environment }),
    database,
    queueStore: { kind: 'postgres', url: fresh.url } as const,
    namespace: await namespaceOfDatabase(database.pool),
  };
  @Module({
    imports: [PlatformModule.with(parts), OperationsModule, IdentityModule, AuditModule, ...(options.modules ?? [])],
    controllers: options.controllers ?? [],
  })
  class GroundFloorModule {}
  const app = await NestFactory.create<NestFastifyApplication>(GroundFloorModule, createHttpAdapter(), {
    abortOnError: false,
    bodyParser: false,
    logger: false,
  });
  configureHttp(app);
  await app.init();
  const organizationId = (await app.get(BootstrapOrganization).run()) ?? '';
  const owner = new pg.Pool({ connectionString: fresh.url, max: 2 });
  owner.on('error', () => undefined);
  const admin = (of: string): Principal => ({ kind: 'api-key', id: 'test', organizationId: of, roles: ['admin'] });
  const addKey = async (of: string, roles: readonly Role[]): Promise<{ id: string; key: string }> => {
    const { key, secret } = await app.get(ApiKeys).create(admin(of), { name: 'a key of the test', roles });
    return { id: key.id, key: secret };
  };
  const stop = async (): Promise<void> => {
    await owner.end();
    await app.close();
    await fresh.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  let stopping: Promise<void> | undefined;
  return {
    app,
    owner,
    organizationId,
    addKey: (roles) => addKey(organizationId, roles),
    async addOrganization() {
      const id = newId();
      await app.get(UnitOfWork).run(id, (tx) => app.get(Organizations).create(tx, 'Another organization'));
      return { organizationId: id, key: (await addKey(id, ['admin'])).key };
    },
    stop: () => (stopping ??= stop()),
  };
}
