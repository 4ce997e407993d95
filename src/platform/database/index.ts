export { Database } from './database.js';
export { dataSourceFor } from './data-source.js';
export { GatheredReads } from './gathered-reads.js';
export { Gathering, type GatheringLimits, type Outcome } from './gathering.js';
export { migrate } from './migrate.js';
export { PostgresUnitOfWork } from './postgres-unit-of-work.js';
export { storableJson, storableText } from './storable.js';
export type { SystemTransaction, Transaction } from './transaction.js';
export { UnitOfWork } from './unit-of-work.js';
