import { isIP } from 'node:net';
import { FetchProblem } from './fetch-problem.js';
import type { ResolveName } from './name-resolver.js';
import { judgeAddress, type Target } from './target.js';

/** Of a host with many addresses the first few are tried. */
const maxTried = 4;

/**
 * The addresses that a connection to the target may use.
 *
 * One address that is not allowed refuses the host: whoever mixes public and private addresses plays for the retry
 * that picks the private one.
 *
 * @throws {FetchProblem} `refused`, or `unreachable` when the name has no address
 */
export async function vettedAddresses(target: Target, allowLoopback: boolean, resolve: ResolveName): Promise<string[]> {
  const { hostname, mustBeLoopback } = target;
  if (isIP(hostname) !== 0) return [hostname];
  if (hostname === 'localhost') return ['127.0.0.1', '::1'];
  let addresses: string[];
  try {
    addresses = await resolve(hostname);
  } catch {
    throw new FetchProblem('unreachable', 'the host name could not be resolved');
  }
  if (addresses.length === 0) throw new FetchProblem('unreachable', 'the host name does not exist');
  for (const address of addresses) judgeAddress(address, allowLoopback, mustBeLoopback);
  return addresses.slice(0, maxTried);
}
