import { bitstringStatus } from './bitstring.status.js';
import { revocationListStatus } from './revocation-list.status.js';
import type { StatusType } from './status-type.js';

export const statusTypes: readonly StatusType[] = [bitstringStatus, revocationListStatus];
