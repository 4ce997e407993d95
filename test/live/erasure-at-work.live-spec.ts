import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { MapCredential } from '../../src/mapping/application/map-credential.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { CurrentVerdicts } from '../../src/verification/index.js';
import { askDatabase } from '../support/ask-database.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { eventually } from '../support/eventually.js';

let app: TestApp;
let organizationId: string;
let issuer: Awaited<ReturnType<typeof didKeyIssuer>>;
let counter = 0;

beforeAll(async () => {
  app = await startTestApp();
  issuer = await didKeyIssuer('Erasure Academy', 'eddsa-rdfc-2022');
  organizationId = String(
    (await askDatabase(app.databaseUrl, 'SELECT organization_id AS id FROM organization'))[0]?.['id'],
  );
});
afterAll(() => app.stop());

const newPerson = async (): Promise<{ id: string; email: string }> => {
  const email = `erased-${(counter += 1)}@mail.example`;
  const body = { externalIds: [{ system: 'erasure', id: String(counter) }], emails: [email] };
  return { id: (await app.call('POST', '/v1/candidates', { body })).body.id, email };
};

const submitFor = async ({ id, email }: { id: string; email: string }): Promise<Answer> => {
  const at = new Date('2026-01-01T00:00:00Z');
  const badge = openBadge(`urn:erasure:${counter}`, issuer, {
    title: 'Forklift',
    skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
    type: 'Assessment',
    recipientEmail: email,
    validFrom: at,
  });
  const { body, contentType } = await issuer.sign(badge, at);
  return app.call('POST', `/v1/candidates/${id}/credentials`, { body, headers: { 'content-type': contentType } });
};

/** Resolves when some session of this database waits for a lock of another. */
const someoneWaits = (): Promise<void> => {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return eventually(async () => (await askDatabase(app.databaseUrl, waiting)).length > 0);
};

/** Maps the credential in a transaction that holds it from before `request` is made until that waits. */
const mapWhile = (credentialId: string, request: () => Promise<Answer>): Promise<Answer> => {
  const mapping = app.app.get(MapCredential, { strict: false });
  const verdicts = app.app.get(CurrentVerdicts, { strict: false });
  return app.app
    .get(UnitOfWork, { strict: false })
    .run(organizationId, async (tx) => {
      await verdicts.hold(tx, credentialId);
      // What is written refers to the credential and to the person, so both must still be free for it.
      await tx.query(`DELETE FROM claim WHERE organization_id = $1 AND credential_id = $2`, [
        tx.organizationId,
        credentialId,
      ]);
      const answer = request();
      await someoneWaits();
      await mapping.run(tx, credentialId, (texts) => Promise.resolve(texts.map(() => [])));
      return { answer };
    })
    .then(({ answer }) => answer);
};

const rowsOf = (table: string, candidateId: string): Promise<unknown[]> =>
  askDatabase(app.databaseUrl, `SELECT FROM ${table} WHERE candidate_id = '${candidateId}'`);

describe('a person whose credential is being worked on', () => {
  it('is erased when the work has ended, and nothing of them is left', async () => {
    const person = await newPerson();
    const { body } = await submitFor(person);
    await app.settle();
    const erased = await mapWhile(body.id, () => app.call('DELETE', `/v1/candidates/${person.id}`));
    expect(erased.status).toBe(204);
    await app.settle();
    expect(await rowsOf('credential', person.id)).toEqual([]);
    expect(await rowsOf('holding', person.id)).toEqual([]);
  });

  it('is merged when the work has ended, and the other record holds what it showed', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const { body } = await submitFor(person);
    await app.settle();
    const merged = await mapWhile(body.id, () =>
      app.call('POST', `/v1/candidates/${person.id}/merge`, { body: { intoCandidateId: other.id } }),
    );
    expect(merged.status).toBe(200);
    await app.settle();
    expect(await rowsOf('holding', person.id)).toEqual([]);
    expect(await rowsOf('holding', other.id)).toHaveLength(1);
  });

  it('gets no credential that comes while they are erased', async () => {
    const person = await newPerson();
    const [erased, submitted] = await app.app
      .get(UnitOfWork, { strict: false })
      .run(organizationId, async (tx) => {
        await tx.query(`SELECT FROM candidate WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [
          organizationId,
          person.id,
        ]);
        const erasing = app.call('DELETE', `/v1/candidates/${person.id}`);
        await someoneWaits();
        return [erasing, submitFor(person)];
      })
      .then((answers) => Promise.all(answers));
    expect([erased?.status, submitted?.status]).toEqual([204, 410]);
    expect(await rowsOf('credential', person.id)).toEqual([]);
  });
});
