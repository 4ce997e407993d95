import { type JsonObject, isObject, listOf } from '../json.js';

const names: ReadonlyMap<string, 'hosted' | 'signed'> = new Map([
  ['hosted', 'hosted'],
  ['HostedBadge', 'hosted'],
  ['signed', 'signed'],
  ['SignedBadge', 'signed'],
]);

/** How an assertion says that it is verified, by either name of 2.0; undefined when it names neither way, or both. */
export function verificationTypeOf({ verification }: JsonObject): 'hosted' | 'signed' | undefined {
  if (!isObject(verification)) return undefined;
  const types = listOf(verification.type).filter((type) => typeof type === 'string');
  const known = new Set(types.flatMap((type) => names.get(type.slice(type.search(/[^#:/]*$/))) ?? []));
  return known.size === 1 ? [...known][0] : undefined;
}
