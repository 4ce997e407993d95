import { type CandidateSubmission, membersOf, readCandidateSubmission } from '../../intake/index.js';
import { Malformed } from '../../platform/errors/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import { type HookEventType, isHookEventType, readEnvelope } from '../domain/hook-event.js';

/** A delivery that was read: an event to act on, or one of a type that is not known here. */
export type HookEvent =
  | {
      readonly kind: 'known';
      readonly type: HookEventType;
      readonly occurredAt: Date;
      readonly submission: CandidateSubmission;
    }
  | { readonly kind: 'unknown'; readonly type: string };

/**
 * @param body as received
 * @param sentAt time of the delivery
 * @param now the latest of the clocks
 * @throws {Malformed} for what is no JSON, and with pointers for fields at fault
 */
export async function readHookEvent(body: Buffer, sentAt: Date, now: Date): Promise<HookEvent> {
  const { type, occurredAt, data } = readEnvelope(parseStrictJson(body), sentAt, now);
  if (!isHookEventType(type)) return { kind: 'unknown', type };
  const source = membersOf(body.toString('utf8')).get('data') ?? '';
  const submission = await readCandidateSubmission(data, source, occurredAt, '/data');
  const { externalIds, applications } = submission.command;
  if (externalIds.length === 0) throw missing('/data/externalIds', 'must name the person by at least one external id');
  if (type.startsWith('application.') && applications.length === 0) {
    throw missing('/data/applications', 'must hold the application');
  }
  return { kind: 'known', type, occurredAt, submission };
}

const missing = (pointer: string, message: string): Malformed =>
  new Malformed('validation-failed', `The delivery is not valid at ${pointer}: ${message}.`, [
    { pointer, code: 'array-not-empty', message },
  ]);
