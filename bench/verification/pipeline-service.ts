import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditModule } from '../../src/audit/index.js';
import { CandidatesModule } from '../../src/candidates/index.js';
import { BootstrapOrganization, IdentityModule } from '../../src/identity/index.js';
import { IntakeModule } from '../../src/intake/index.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { Database, UnitOfWork } from '../../src/platform/database/index.js';
import { configureHttp, createHttpAdapter } from '../../src/platform/http/index.js';
import { OperationsModule } from '../../src/platform/operations/index.js';
import { Outbox, OutboxWorker } from '../../src/platform/outbox/index.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { namespaceOfDatabase } from '../../src/platform/queue/index.js';
import { TrustModule } from '../../src/trust/index.js';
import { CredentialVerifier } from '../../src/verification/application/credential-verifier.js';
import { VerifySubmittedCredential } from '../../src/verification/application/verify-submitted-credential.js';
import type { VerificationReport } from '../../src/verification/domain/verify-credential.js';
import { VerificationModule } from '../../src/verification/index.js';
import { digitalBazaarVerifier } from './peers.js';

/** What the bench tells a service, and what it answers. */
export type PipelineOrder = { bulk: string[] } | 'take-commits';
export type PipelineAnswer = { url: string; organizationId: string } | { commits: [string, number][] } | { owed: true };

export type CheckName = 'no-op' | 'credence' | '@digitalbazaar/vc';

/** The rooms from intake to verdict in one process, with the check that the bench asks for; what comes after is left out. */
async function start(check: CheckName, environment: Record<string, string | undefined>): Promise<void> {
  const config = loadConfig(environment);
  const { DATABASE_URL: databaseUrl = '', REDIS_URL: redisUrl = '' } = environment;
  const database = new Database(databaseUrl);
  const parts = {
    config,
    database,
    queueStore:
      redisUrl === '' ? ({ kind: 'postgres', url: databaseUrl } as const) : { kind: 'redis' as const, url: redisUrl },
    namespace: await namespaceOfDatabase(database.pool),
  };
  const rooms = [OperationsModule, IdentityModule, AuditModule, CandidatesModule, TrustModule, IntakeModule];
  @Module({ imports: [PlatformModule.with(parts), ...rooms, VerificationModule] })
  class PipelineModule {}
  const app = await NestFactory.create<NestFastifyApplication>(PipelineModule, createHttpAdapter(), {
    abortOnError: false,
    bodyParser: false,
    logger: false,
  });
  configureHttp(app);
  await app.init();
  const organizationId = (await app.get(BootstrapOrganization).run()) ?? '';
  await putCheck(app.get(CredentialVerifier), check);
  const commits = noteCommits(app.get(VerifySubmittedCredential));
  app.get(OutboxWorker).start();
  await app.listen(0, '127.0.0.1');
  process.on('message', (order: PipelineOrder) => {
    if (order === 'take-commits') answer({ commits: [...commits.splice(0)] });
    else void owe(app, organizationId, order.bulk).then(() => answer({ owed: true }));
  });
  answer({ url: await app.getUrl(), organizationId });
}

async function owe(app: NestFastifyApplication, organizationId: string, ids: readonly string[]): Promise<void> {
  await app.get(UnitOfWork).run(organizationId, (tx) =>
    app.get(Outbox).publishAll(
      tx,
      ids.map((credentialId) => ({ topic: 'credential.check-due', payload: { credentialId } })),
    ),
  );
}

function answer(message: PipelineAnswer): void {
  process.send?.(message);
}

/** The no-op gives every document the report of the first one; the peer's answer takes the place of ours. */
async function putCheck(verifier: CredentialVerifier, check: CheckName): Promise<void> {
  if (check === 'credence') return;
  const own = verifier.verify.bind(verifier);
  let first: Promise<VerificationReport> | undefined;
  if (check === 'no-op') {
    verifier.verify = (...asked) => (first ??= own(...asked));
    return;
  }
  const verify = await digitalBazaarVerifier('eddsa-rdfc-2022');
  verifier.verify = async (bytes, contentType, context) => {
    const report = await (first ??= own(bytes, contentType, context));
    const isGood = await verify(JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>);
    return isGood
      ? report
      : { ...report, verdict: 'failed', reason: 'invalid_signature', reasons: ['invalid_signature'] };
  };
}

/** When the result of each credential was committed, in milliseconds since 1970. */
function noteCommits(service: VerifySubmittedCredential): [string, number][] {
  const commits: [string, number][] = [];
  const run = service.run.bind(service);
  service.run = async (organizationId, credentialId, context) => {
    await run(organizationId, credentialId, context);
    commits.push([credentialId, performance.timeOrigin + performance.now()]);
  };
  return commits;
}

await start(process.argv[2] as CheckName, process.env);
