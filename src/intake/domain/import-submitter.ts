import type { Principal } from '../../identity/index.js';

/** Who handed an import in, as one text: `<kind>:<id>`. */
export const submitterText = ({ kind, id }: Pick<Principal, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The way back. Roles were looked at when the import was handed in and are not asked for again. */
export function submitterOf(text: string, organizationId: string): Principal {
  const [kind = '', ...id] = text.split(':');
  return { kind: kind === 'person' ? 'person' : 'api-key', id: id.join(':'), organizationId, roles: [] };
}
