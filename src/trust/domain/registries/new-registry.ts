import { type FieldProblem, Invalid } from '../../../platform/errors/index.js';
import { type ListedIssuer, type ListReading, readIssuerCsv, readIssuerList } from './read-issuer-list.js';
import type { NewRegistry, RegistryEntry, RegistryKind } from './trust-registry.js';

/** What an organization sends to register a registry; which parts go together depends on the kind. */
export interface RegistryWish {
  readonly kind: RegistryKind;
  readonly name: string;
  readonly reason: string;
  readonly url?: string | undefined;
  readonly issuers?: readonly ListedIssuer[] | undefined;
  readonly csv?: string | undefined;
  readonly jwks?: { readonly keys: readonly Readonly<Record<string, unknown>>[] } | undefined;
  readonly acceptedIssuers?: readonly string[] | undefined;
}

/** Parts of a wish by the kinds that take them. */
const TAKEN_BY: Readonly<Record<string, readonly RegistryKind[]>> = {
  url: ['dcc', 'openid-federation', 'w3c-recognition'],
  issuers: ['list'],
  csv: ['list'],
  jwks: ['openid-federation'],
  acceptedIssuers: ['w3c-recognition'],
};

/**
 * @param refusalOf why an address is never called
 * @throws {Invalid} naming every field that does not fit
 */
export function newRegistry(
  wish: RegistryWish,
  refusalOf: (url: string) => string | undefined,
): { registry: NewRegistry; uploaded: readonly RegistryEntry[] | undefined } {
  const { kind, name, reason, url, jwks, acceptedIssuers } = wish;
  const problems = [...misplaced(wish), ...problemsOfUrl(wish, refusalOf), ...problemsOfKeys(wish)];
  if (kind === 'w3c-recognition' && (acceptedIssuers ?? []).length === 0)
    problems.push(problem('acceptedIssuers', 'missing', 'must name who may have issued the credential'));
  if (problems.length > 0) throw refusal(problems);
  const settings = { ...(jwks && { jwks }), ...(acceptedIssuers && { acceptedIssuers }) };
  const source = kind === 'openid-federation' ? (url ?? '').replace(/\/+$/, '') : (url ?? null);
  const uploaded = kind === 'list' ? uploadedEntries(wish) : undefined;
  return { registry: { kind, name, reason, source, settings }, uploaded };
}

/** @throws {Invalid} unless there is one list in one form, without faults */
export function uploadedEntries({ issuers, csv }: Pick<RegistryWish, 'issuers' | 'csv'>): readonly RegistryEntry[] {
  if ((issuers === undefined) === (csv === undefined))
    throw refusal([problem('issuers', 'missing', 'must be there, or csv in its place; not both')]);
  const reading: ListReading =
    csv === undefined ? readIssuerList(issuers ?? [], '/issuers') : readIssuerCsv(csv, '/csv');
  if (!reading.ok) throw refusal(reading.problems);
  return reading.entries;
}

function misplaced(wish: RegistryWish): FieldProblem[] {
  return Object.entries(TAKEN_BY)
    .filter(([field, kinds]) => wish[field as keyof RegistryWish] !== undefined && !kinds.includes(wish.kind))
    .map(([field, kinds]) => problem(field, 'not-of-this-kind', `is only for ${kinds.join(', ')}`));
}

function problemsOfUrl({ kind, url }: RegistryWish, refusalOf: (url: string) => string | undefined): FieldProblem[] {
  if (kind === 'list') return [];
  if (url === undefined) return [problem('url', 'missing', `must say where the registry of the kind ${kind} lies`)];
  const refused = refusalOf(url);
  if (refused !== undefined) return [problem('url', 'refused', refused)];
  const { search, hash } = new URL(url);
  if (kind === 'openid-federation' && (search !== '' || hash !== '' || url.includes('/.well-known/')))
    return [
      problem('url', 'no-entity', 'must be the entity identifier of the trust anchor, without /.well-known and query'),
    ];
  return [];
}

function problemsOfKeys({ jwks }: RegistryWish): FieldProblem[] {
  if (jwks === undefined) return [];
  return jwks.keys.flatMap((key, place) => {
    const { kty, d, k } = key;
    const pointer = `jwks/keys/${place}`;
    if (d !== undefined || k !== undefined) return [problem(pointer, 'private-key', 'must be a public key')];
    return ['EC', 'OKP', 'RSA'].includes(String(kty))
      ? []
      : [problem(pointer, 'unknown-key', 'must have kty EC, OKP or RSA')];
  });
}

const problem = (field: string, code: string, message: string): FieldProblem => ({
  pointer: `/${field}`,
  code,
  message,
});

function refusal(problems: readonly FieldProblem[]): Invalid {
  return new Invalid('unusable-registry', 'This registry cannot be used.', problems);
}
