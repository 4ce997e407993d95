import { randomInt } from 'node:crypto';
import { aStatusList } from '../../src/verification/domain/testing/status-list.js';
import { issuerId, sign } from './issue-and-judge.js';

const purposes = ['revocation', 'suspension'];
const bits = 131_072;

/** Signed status lists on which nothing is set, one for each purpose, by their URL. */
export async function signedStatusLists(base: string): Promise<Map<string, string>> {
  const lists = purposes.map(async (purpose) => {
    const id = `${base}/status/${purpose}`;
    const list = aStatusList(issuerId, [], { purpose, bits, overrides: { id } });
    return [id, JSON.stringify(await sign(list))] as const;
  });
  return new Map(await Promise.all(lists));
}

/** The credential with an entry in each list. */
export function withStatus(credential: object, lists: Iterable<string>): object {
  const credentialStatus = [...lists].map((url) => ({
    type: 'BitstringStatusListEntry',
    statusPurpose: url.slice(url.lastIndexOf('/') + 1),
    statusListIndex: String(randomInt(bits)),
    statusListCredential: url,
  }));
  return { ...credential, credentialStatus };
}
