import type { FieldProblem } from '../../platform/errors/index.js';
import { type Outcome, type ReasonCode, REASONS } from './decision.js';

/** What keeps a decision from being recorded; empty when it can be. */
export function checkDecision(outcome: Outcome, reasonCode: ReasonCode, note: string | null): readonly FieldProblem[] {
  const fits: readonly Outcome[] = REASONS[reasonCode];
  if (!fits.includes(outcome)) {
    const message = `is a reason for ${fits.join(', ')}, not for ${outcome}`;
    return [{ pointer: '/reasonCode', code: 'reason-does-not-fit', message }];
  }
  if (reasonCode === 'other' && note === null) {
    return [{ pointer: '/note', code: 'note-needed', message: 'must say the reason when reasonCode is other' }];
  }
  return [];
}
