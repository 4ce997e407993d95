import { askDatabase } from './ask-database.js';

/** So many credentials more that state just what a credential does, as rows: nobody handed them in and nothing maps them. */
export async function copyClaims(databaseUrl: string, credentialId: string, copies: number): Promise<void> {
  await askDatabase(
    databaseUrl,
    `WITH copied AS MATERIALIZED (SELECT gen_random_uuid() AS id FROM generate_series(1, ${copies})),
       credentials AS (
         INSERT INTO credential SELECT (jsonb_populate_record(given, jsonb_build_object(
           'id', copied.id, 'sha256', '\\x' || encode(sha256(copied.id::text::bytea), 'hex')))).*
         FROM credential given, copied WHERE given.id = '${credentialId}')
     INSERT INTO claim SELECT (jsonb_populate_record(given, jsonb_build_object('credential_id', copied.id))).*
     FROM claim given, copied WHERE given.credential_id = '${credentialId}'`,
  );
}
