import { type Transaction, UnitOfWork } from '../../src/platform/database/index.js';
import { IssuerDirectory, type MetIssuer, TrustModule } from '../../src/trust/index.js';
import { type GroundFloor, startGroundFloor } from '../support/ground-floor.js';

const identifier = 'did:web:school.credence-test.org';
const bare: MetIssuer = { identifier, name: null, nameSource: 'self-asserted' };
const ofBadge: MetIssuer = { identifier, name: 'Best School Ever', nameSource: 'self-asserted' };
const ofDocument: MetIssuer = { identifier, name: 'Harbour School', nameSource: 'document' };

describe('the directory of issuers', () => {
  let house: GroundFloor;
  beforeAll(async () => {
    house = await startGroundFloor({ modules: [TrustModule] });
  });
  afterAll(() => house?.stop());

  const within = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    house.app.get(UnitOfWork).run(house.organizationId, work);
  const record = (tx: Transaction, ...issuers: MetIssuer[]) => house.app.get(IssuerDirectory).record(tx, issuers);

  it('fills in a name that was missing and takes the one of the document, and never writes a worse one', async () => {
    const ids = new Set<string | undefined>();
    const names: unknown[] = [];
    for (const met of [bare, ofBadge, { ...ofBadge, name: 'Other' }, ofDocument, ofBadge, bare]) {
      ids.add((await within((tx) => record(tx, met))).get(identifier));
      names.push(
        ...(await within((tx) => tx.query(`SELECT name, name_source FROM issuer WHERE identifier = $1`, [identifier]))),
      );
    }
    const badge = { name: 'Best School Ever', name_source: 'self-asserted' };
    const document = { name: 'Harbour School', name_source: 'document' };
    expect(names).toEqual([{ ...badge, name: null }, badge, badge, document, document, document]);
    expect(ids.size).toBe(1);
  });

  it('lets a transaction meet an issuer that one which has not ended yet has met too', async () => {
    const [first, second] = await within(async (tx) => {
      const outer = await record(tx, ofDocument);
      // Would wait for the outer transaction, which waits for this one.
      return [outer, await within((other) => record(other, ofDocument))];
    });
    expect(second?.get(identifier)).toBe(first?.get(identifier));
  });
});
