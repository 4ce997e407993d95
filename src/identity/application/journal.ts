import type { Transaction } from '../../platform/database/index.js';
import type { Principal } from '../domain/principal.js';

/** Something that was done, for those who ask later. */
export interface JournalEntry {
  /** `system` for what no caller asked for: schedules and rules. */
  readonly actor: Principal | 'system';
  /** `<noun>.<past participle>`, such as `api-key.revoked`. */
  readonly action: string;
  readonly targetType: string;
  readonly targetId: string;
  /** Ids, states and numbers; never personal data, since the log cannot be erased. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Default: the request that is being answered. */
  readonly requestId?: string;
}

/** Where this room writes down what was done; the audit room above it keeps the book. */
export abstract class Journal {
  /** In the transaction that does the thing, so that neither exists without the other. */
  abstract record(tx: Transaction, entry: JournalEntry): Promise<void>;
}
