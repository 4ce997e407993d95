/**
 * An issuer's identifier as registries have it: what `registryKey` makes of it, in SQL.
 *
 * @param identifier an SQL expression
 */
export const registryKeySql = (identifier: string): string =>
  `(CASE WHEN ${identifier} LIKE 'did:%' THEN split_part(${identifier}, '#', 1) ELSE rtrim(${identifier}, '/') END)`;

/** Entries of registries that count, about one issuer. @param i alias of a row of `issuer` */
const entriesAbout = (i: string): string => `
  trust_registry_entry e JOIN trust_registry r ON r.organization_id = e.organization_id AND r.id = e.registry_id
  WHERE e.organization_id = ${i}.organization_id AND e.identifier = ${registryKeySql(`${i}.identifier`)} AND NOT r.lapsed`;

/** Whether the organization trusts the endorser of `n` in general. */
export const ENDORSER_TRUSTED = `
  EXISTS (SELECT FROM issuer_trust t WHERE t.organization_id = n.organization_id AND t.issuer_id = n.endorser_id
    AND t.ended_at IS NULL AND t.competency_ids IS NULL AND t.tier = 'trusted')`;

const endorsed = (i: string, isTrusted: string): string => `
  EXISTS (SELECT FROM issuer_endorsement n WHERE n.organization_id = ${i}.organization_id
    AND n.endorsed = ${registryKeySql(`${i}.identifier`)} AND n.endorser_id <> ${i}.id AND ${isTrusted})`;

/**
 * Whether others vouch for the issuer: a registry lists it or a trusted issuer endorses it, and no registry says that it
 * is revoked.
 *
 * @param i alias of a row of `issuer`
 * @param endorserTrusted which endorsements `n` count
 */
export const recognizedSql = (i: string, endorserTrusted = ENDORSER_TRUSTED): string => `
  ((EXISTS (SELECT FROM ${entriesAbout(i)} AND e.outcome = 'listed') OR ${endorsed(i, endorserTrusted)})
    AND NOT EXISTS (SELECT FROM ${entriesAbout(i)} AND e.outcome = 'revoked'))`;

/** The name under which the registry that was registered first lists the issuer; null where none does. */
export const listedNameSql = (i: string): string => `
  (SELECT e.name FROM ${entriesAbout(i)} AND e.outcome = 'listed' AND e.name IS NOT NULL ORDER BY r.id LIMIT 1)`;
