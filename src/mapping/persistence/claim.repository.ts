import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { Claim } from '../domain/claims/claim.js';
import type { NormalisedLevel } from '../domain/levels/normalised-level.js';

/** A claim with what the credential says of its level, and the keys under which decisions on it are found. */
export interface LevelledClaim extends Claim {
  readonly normalisedLevel: NormalisedLevel;
  readonly matchKey: string;
  readonly achievementKey: string | null;
}

@Injectable()
export class ClaimRepository {
  /** Positions are places in the list. Rows that say the same as before are left alone. */
  async replace(tx: Transaction, credentialId: string, claims: readonly LevelledClaim[]): Promise<void> {
    const rows = claims.map(({ text, normalisedLevel: level, ...claim }, position) => ({
      ...claim,
      position,
      text: text === '' ? null : text,
      // A claim of which nothing is said about a level has none.
      level: level.status === 'unknown' && level.raw === null ? null : level,
    }));
    await tx.query(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($3::jsonb) AS c (position int, "jsonPath" text, kind text, class text, text text,
           uri text, code text, framework text, origin text, level jsonb, "matchKey" text, "achievementKey" text)),
       gone AS (
         DELETE FROM claim WHERE organization_id = $1 AND credential_id = $2 AND position >= $4)
       INSERT INTO claim AS old (organization_id, credential_id, position, json_path, kind, class, text, uri, code,
         framework, origin, level, match_key, achievement_key)
       SELECT $1, $2, position, "jsonPath", kind, class, text, uri, code, framework, origin, level, "matchKey",
         "achievementKey" FROM given
       ON CONFLICT (organization_id, credential_id, position) DO UPDATE SET json_path = excluded.json_path,
         kind = excluded.kind, class = excluded.class, text = excluded.text, uri = excluded.uri, code = excluded.code,
         framework = excluded.framework, origin = excluded.origin, level = excluded.level,
         match_key = excluded.match_key, achievement_key = excluded.achievement_key
       WHERE (old.json_path, old.kind, old.class, old.text, old.uri, old.code, old.framework, old.origin, old.level,
           old.match_key, old.achievement_key)
         IS DISTINCT FROM (excluded.json_path, excluded.kind, excluded.class, excluded.text, excluded.uri, excluded.code,
           excluded.framework, excluded.origin, excluded.level, excluded.match_key, excluded.achievement_key)`,
      [tx.organizationId, credentialId, storableJson(rows), rows.length],
    );
  }
}
