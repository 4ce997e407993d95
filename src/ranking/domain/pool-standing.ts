import type { Standing } from './order.js';

/** One of a whole pool in order; the rank is the place in the list, from 1. */
export interface PoolStanding extends Standing {
  readonly candidateId: string;
}
