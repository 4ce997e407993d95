import 'reflect-metadata';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/** The migrations, and the entities that must describe the same tables, for one database. */
export function dataSourceFor(
  url: string,
  entities: MixedList<string | EntitySchema | (new () => object)> = [],
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    extra: { max: 2 },
  });
}
