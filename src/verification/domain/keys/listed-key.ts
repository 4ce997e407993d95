import type { ControllerDocument, ListedMethod } from './controller-document.js';
import { asArray, type JsonObject } from './json-object.js';
import type { ResolvedKey, UnresolvableKey } from './key-resolution.js';
import { readMethodKey } from './method-key.js';
import { quoted } from './quoted.js';
import { unresolvable } from './unresolvable.js';

/**
 * The key of a method that its controller's document lists for the purpose.
 *
 * @param description the method itself, which may lie in a document of its own
 */
export function listedKey(
  document: ControllerDocument,
  method: ListedMethod,
  description: JsonObject | undefined = method.description,
): ResolvedKey | UnresolvableKey {
  const name = quoted(method.id);
  if (!description) return unresolvable('not-listed', `${quoted(document.id)} names ${name} but does not describe it`);
  const controllers = asArray(description.controller);
  if (controllers.length > 0 && !controllers.includes(document.id))
    return unresolvable(
      'not-listed',
      `${name} is described as controlled by somebody other than ${quoted(document.id)}`,
    );
  const reading = readMethodKey(description);
  if (!reading.ok) return unresolvable(reading.code, `${name}: ${reading.detail}`);
  const expires = timeOf(description.expires);
  const revoked = timeOf(description.revoked);
  if (expires === 'no time' || revoked === 'no time')
    return unresolvable('malformed-key', `${name} states a time of expiry or revocation that is no time`);
  const hash = method.id.indexOf('#');
  return {
    kind: 'resolved',
    ...reading.material,
    controller: document.id,
    method: method.id,
    ...(hash >= 0 && { fragment: method.id.slice(hash + 1) }),
    ...(document.name !== undefined && { documentName: document.name }),
    ...(expires && { expires }),
    ...(revoked && { revoked }),
  };
}

function timeOf(value: unknown): Date | undefined | 'no time' {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return 'no time';
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? 'no time' : time;
}
