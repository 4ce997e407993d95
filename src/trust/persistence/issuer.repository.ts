import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { lookKeys } from '../domain/look-alikes/look-alike.js';
import type { Tier, TrustDecision } from '../domain/tier.js';
import { ENDORSER_TRUSTED, listedNameSql, recognizedSql } from './recognition-sql.js';

/** Where an issuer's name comes from; `self-asserted` is what its own documents say. */
export type NameSource = 'self-asserted' | 'document' | 'registry' | 'organization';

/** An issuer as the organization met it, with the decision that holds for everything it says. */
export interface Issuer {
  readonly id: string;
  /** DID or URL that the issuer goes by. */
  readonly identifier: string;
  readonly name: string | null;
  readonly nameSource: NameSource;
  /** What it calls itself: in its own document, else in credentials. */
  readonly ownName: string | null;
  readonly ownNameSource: NameSource;
  readonly firstSeenAt: Date;
  /** null: nothing was decided. */
  readonly tier: Tier | null;
  /** The tier that counts: decided, else `recognized` where others vouch for the issuer, else `known`. */
  readonly tierInForce: Tier;
  readonly credentialCount: number;
}

/** What an issuer says of itself in credentials; nobody else vouches for it. */
export interface SelfAssertedProfile {
  readonly name: string | null;
  readonly url: string | null;
  readonly image: string | null;
  /** How many of the latest 1,000 credentials say so. */
  readonly credentials: number;
}

/** Credentials that are looked at for what an issuer says of itself, and ways of saying it that are shown. */
const LATEST = 1_000;
const MOST_PROFILES = 10;

/** What became of issuers that were met. */
export interface RecordedIssuers {
  /** Their ids by identifier. */
  readonly ids: ReadonlyMap<string, string>;
  /** Identifiers of those that were never met before. */
  readonly firstMet: readonly string[];
}

/** An issuer as one document shows it. */
export interface MetIssuer {
  readonly identifier: string;
  readonly name: string | null;
  readonly nameSource: NameSource;
}

const SELECT = `
  SELECT i.id, i.identifier, coalesce(l.name, i.name) AS name,
    CASE WHEN l.name IS NULL THEN i.name_source ELSE 'registry' END AS "nameSource", i.name AS "ownName", i.name_source AS "ownNameSource", i.first_seen_at AS "firstSeenAt",
    d.tier, coalesce(d.tier, CASE WHEN ${recognizedSql('i')} THEN 'recognized' ELSE 'known' END) AS "tierInForce",
    (SELECT count(*) FROM credential_verdict v
     WHERE v.organization_id = i.organization_id AND v.issuer_id = i.id) AS "credentialCount"
  FROM issuer i
  LEFT JOIN LATERAL (SELECT ${listedNameSql('i')} AS name) l ON true
  LEFT JOIN LATERAL (SELECT t.tier FROM issuer_trust t WHERE t.organization_id = i.organization_id AND t.issuer_id = i.id
    AND t.ended_at IS NULL AND t.competency_ids IS NULL) d ON true`;

const RECOGNIZED_WITH = recognizedSql('i', `CASE WHEN n.endorser_id = $3 THEN $4 ELSE ${ENDORSER_TRUSTED} END`);

const NAMED_AT_LAST = `issuer.name IS NULL AND excluded.name IS NOT NULL`;
/** Written before the keys of its look were kept, and under the name that it still has. */
const WITHOUT_LOOK = `issuer.look IS NULL AND issuer.name IS NOT DISTINCT FROM excluded.name`;
const BETTER_NAMED = `issuer.name_source = 'self-asserted' AND excluded.name_source = 'document' AND excluded.name IS NOT NULL`;

@Injectable()
export class IssuerRepository {
  /**
   * Ids by identifier; made at first sight. A name is filled in when none was known. A later badge never overwrites
   * it; the name in the issuer’s own document takes the place of one that only a badge gave.
   *
   * Those that stay as they are known are not written, so that transactions that meet the same ones need not wait for each
   * other.
   *
   * @param issuers of several with one identifier the best named counts
   */
  async record(tx: Transaction, issuers: readonly MetIssuer[], at: Date): Promise<RecordedIssuers> {
    // Written in one order by everyone, so that two transactions with the same issuers never wait for each other.
    const met = [...bestNamed(issuers).values()].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
    if (met.length === 0) return { ids: new Map(), firstMet: [] };
    const rows = await tx.query<{ id: string; identifier: string; isNew: boolean }>(
      `WITH met AS (SELECT * FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
           WITH ORDINALITY AS m (id, identifier, name, name_source, look, place)),
         known AS (SELECT issuer.id, issuer.identifier FROM issuer JOIN met AS excluded USING (identifier)
           WHERE issuer.organization_id = $1 AND NOT ((${NAMED_AT_LAST}) OR (${BETTER_NAMED}) OR (${WITHOUT_LOOK}))),
         written AS (
           INSERT INTO issuer (organization_id, id, identifier, name, name_source, first_seen_at, look)
           SELECT $1, m.id, m.identifier, m.name, m.name_source, $2, ARRAY(SELECT jsonb_array_elements_text(m.look))
           FROM met m WHERE m.identifier NOT IN (SELECT identifier FROM known) ORDER BY m.place
           ON CONFLICT ON CONSTRAINT issuer_identifier_key DO UPDATE SET
             name = CASE WHEN ${BETTER_NAMED} THEN excluded.name ELSE coalesce(issuer.name, excluded.name) END,
             name_source =
               CASE WHEN ${BETTER_NAMED} OR issuer.name IS NULL THEN excluded.name_source ELSE issuer.name_source END,
             look = CASE WHEN ${BETTER_NAMED} OR issuer.name IS NULL OR (${WITHOUT_LOOK}) THEN excluded.look ELSE issuer.look END
           RETURNING id, identifier, xmax = 0 AS "isNew")
       SELECT id, identifier, "isNew" FROM written UNION ALL SELECT id, identifier, false FROM known`,
      [
        tx.organizationId,
        at,
        met.map(() => newId()),
        met.map(({ identifier }) => identifier),
        met.map(({ name }) => (name === null ? null : storableText(name).slice(0, 300))),
        met.map(({ nameSource }) => nameSource),
        met.map((issuer) => storableJson(lookKeys(issuer))),
      ],
    );
    const ids = idsByIdentifier(
      rows,
      issuers.map(({ identifier }) => identifier),
    );
    return { ids, firstMet: rows.filter(({ isNew }) => isNew).map(({ identifier }) => identifier) };
  }

  async idsOf(tx: Transaction, identifiers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (identifiers.length === 0) return new Map();
    const rows = await tx.query<{ id: string; identifier: string }>(
      `SELECT id, identifier FROM issuer WHERE organization_id = $1 AND identifier = ANY ($2::text[])`,
      [tx.organizationId, identifiers.map(storableText)],
    );
    return idsByIdentifier(rows, identifiers);
  }

  async find(tx: Transaction, id: string): Promise<Issuer | undefined> {
    const rows = await tx.query<Issuer>(`${SELECT} WHERE i.organization_id = $1 AND i.id = $2`, [
      tx.organizationId,
      id,
    ]);
    return rows[0];
  }

  /** What the issuer calls itself in its latest credentials, the most frequent first; only where they are its own. */
  selfAsserted(tx: Transaction, id: string): Promise<SelfAssertedProfile[]> {
    return tx.query<SelfAssertedProfile>(
      `SELECT name, url, image, count(*)::int AS credentials FROM (
         SELECT v.facts #>> '{issuer,name}' AS name, v.facts #>> '{issuer,url}' AS url,
           v.facts #>> '{issuer,image}' AS image
         FROM credential_verdict cv
         JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
         WHERE cv.organization_id = $1 AND cv.issuer_id = $2 AND v.issuer_identity = 'proven'
         ORDER BY cv.credential_id DESC LIMIT ${LATEST}) said
       GROUP BY name, url, image ORDER BY credentials DESC, name, url, image LIMIT ${MOST_PROFILES}`,
      [tx.organizationId, id],
    );
  }

  list(tx: Transaction, q: string | undefined, after: string | null, limit: number): Promise<Issuer[]> {
    return tx.query<Issuer>(
      `${SELECT} WHERE i.organization_id = $1 AND ($2::uuid IS NULL OR i.id > $2)
         AND ($3::text IS NULL OR i.name ILIKE $3 OR i.identifier ILIKE $3 OR l.name ILIKE $3)
       ORDER BY i.id LIMIT $4`,
      [tx.organizationId, after, q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`, limit],
    );
  }

  /** Whether others vouch for the issuer. */
  async isRecognized(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.query<{ recognized: boolean }>(
      `SELECT ${recognizedSql('i')} AS recognized FROM issuer i WHERE i.organization_id = $1 AND i.id = $2`,
      [tx.organizationId, id],
    );
    return row?.recognized ?? false;
  }

  /** The same if the organization trusted another issuer in general, or did not. */
  async isRecognizedWith(
    tx: Transaction,
    id: string,
    other: { readonly issuerId: string; readonly isTrusted: boolean },
  ): Promise<boolean> {
    const [row] = await tx.query<{ recognized: boolean }>(
      `SELECT ${RECOGNIZED_WITH} AS recognized FROM issuer i WHERE i.organization_id = $1 AND i.id = $2`,
      [tx.organizationId, id, other.issuerId, other.isTrusted],
    );
    return row?.recognized ?? false;
  }

  decisionsInForce(
    tx: Transaction,
    issuerId: string,
  ): Promise<(TrustDecision & { reason: string; decidedAt: Date })[]> {
    return tx.query(
      `SELECT tier, competency_ids AS "competencyIds", reason, decided_at AS "decidedAt" FROM issuer_trust
       WHERE organization_id = $1 AND issuer_id = $2 AND ended_at IS NULL ORDER BY decided_at DESC, id DESC`,
      [tx.organizationId, issuerId],
    );
  }

  /** Ends the decision of the same scope, if there is one, and begins the new one. */
  async decide(
    tx: Transaction,
    decision: TrustDecision & { issuerId: string; reason: string; decidedBy: string },
    at: Date,
  ): Promise<void> {
    const scope = decision.competencyIds === null ? null : [...decision.competencyIds].sort();
    await tx.query(
      `UPDATE issuer_trust SET ended_at = $4
       WHERE organization_id = $1 AND issuer_id = $2 AND ended_at IS NULL AND competency_ids IS NOT DISTINCT FROM $3::uuid[]`,
      [tx.organizationId, decision.issuerId, scope, at],
    );
    await tx.query(
      `INSERT INTO issuer_trust (organization_id, id, issuer_id, competency_ids, tier, reason, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.organizationId,
        newId(),
        decision.issuerId,
        scope,
        decision.tier,
        storableText(decision.reason),
        decision.decidedBy,
        at,
      ],
    );
  }

  /** Whether all ids are competencies of the organization. */
  async knowsCompetencies(tx: Transaction, ids: readonly string[]): Promise<boolean> {
    const rows = await tx.query<{ known: number }>(
      `SELECT count(DISTINCT id) AS known FROM competency WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
    return rows[0]?.known === new Set(ids).size;
  }
}

function bestNamed(issuers: readonly MetIssuer[]): Map<string, MetIssuer> {
  const best = new Map<string, MetIssuer>();
  for (const issuer of issuers) {
    const identifier = storableText(issuer.identifier);
    const known = best.get(identifier);
    const isUnnamed = !known || known.name === null;
    const isBetter = isUnnamed || (known.nameSource === 'self-asserted' && issuer.nameSource === 'document');
    if (!known || (isBetter && issuer.name !== null)) best.set(identifier, { ...issuer, identifier });
  }
  return best;
}

function idsByIdentifier(
  rows: readonly { id: string; identifier: string }[],
  identifiers: readonly string[],
): ReadonlyMap<string, string> {
  const stored = new Map(rows.map(({ id, identifier }) => [identifier, id]));
  return new Map(
    identifiers.flatMap((identifier) => {
      const id = stored.get(storableText(identifier));
      return id === undefined ? [] : [[identifier, id] as const];
    }),
  );
}
