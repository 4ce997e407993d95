import type { Transaction } from '../../platform/database/index.js';
import type { BelievedIssuer, LookAlikeRepository } from '../persistence/look-alike.repository.js';
import { LookAlikes } from './look-alikes.js';

/** So many trusted issuers of one name. */
const namesakes = (count: number): BelievedIssuer[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ identifier: `did:example:college-${at}`, name: 'Example College', url: null },
    ...{ tier: 'trusted' as const, issuerId: `issuer-${at}`, registryId: null },
  }));

async function alikeAmong(count: number) {
  const repository = { believed: () => Promise.resolve(namesakes(count)), tierOf: () => Promise.resolve('known') };
  const alikes = new LookAlikes(repository as unknown as LookAlikeRepository);
  return alikes.of({} as Transaction, 'did:example:impostor', ['Example College']);
}

describe('LookAlikes', () => {
  it('shows each issuer that it could be taken for, up to twenty', async () => {
    expect(await alikeAmong(3)).toHaveLength(3);
    expect(await alikeAmong(20)).toHaveLength(20);
    expect(await alikeAmong(25)).toHaveLength(20);
  });
});
