import { Resolver } from 'node:dns/promises';
import { errorCode } from './error-code.js';

/** All addresses of a name, IPv4 first; empty when it has none. Rejects when nobody can say. */
export type ResolveName = (hostname: string) => Promise<string[]>;

const noRecord = ['ENODATA', 'ENOTFOUND'];

/**
 * Asks the name servers of this machine, and neither its hosts file nor its search domains, so that a short or local
 * name never becomes a host of the network around us. Unlike `dns.lookup` it takes no thread of the pool.
 */
export const resolveByDns: ResolveName = (hostname) =>
  resolveWith(new Resolver({ timeout: 2_000, tries: 2 }))(hostname);

/** Both kinds of addresses; a name server that fails for one kind only does not hide the other. */
export function resolveWith(resolver: Pick<Resolver, 'resolve4' | 'resolve6'>): ResolveName {
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    for (const answer of answers)
      if (answer.status === 'rejected' && !noRecord.includes(errorCode(answer.reason))) throw answer.reason;
    return [];
  };
}
