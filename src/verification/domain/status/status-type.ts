import type { Finding } from '../checks/check.js';
import type { Examined } from '../checks/check-definition.js';
import type { JsonObject } from '../json.js';

/** One way of telling that a credential was revoked. To add one: write its file and list it in `status-types.ts`. */
export interface StatusType {
  /** Values of the entry's `type` that it reads. */
  names: readonly string[];
  /** What the entry says now; never rejects. Without an objection the credential is not revoked by it. */
  read(entry: JsonObject, examined: Examined, subject: string): Promise<Finding[]>;
}
