import type { Principal } from '../../identity/index.js';

/** Who handed a framework in, as one text: `<kind>:<id>`. */
export const uploaderText = ({ kind, id }: Pick<Principal, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The way back. Roles were looked at when the file was handed in and are not asked for again. */
export function uploaderOf(text: string, organizationId: string): Principal {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon) === 'person' ? 'person' : 'api-key';
  return { kind, id: text.slice(colon + 1), organizationId, roles: [] };
}
