import { type FieldProblem, Malformed } from '../../platform/errors/index.js';

/** Events that are acted on. All carry a candidate as a line of an import does. */
export const HOOK_EVENT_TYPES = [
  'candidate.created',
  'candidate.updated',
  'candidate.erased',
  'application.created',
  'application.updated',
] as const;

export type HookEventType = (typeof HOOK_EVENT_TYPES)[number];

/** The envelope of a delivery: `{type, timestamp, data}`. */
export interface HookEnvelope {
  readonly type: string;
  /** When it was true in the HR system. */
  readonly occurredAt: Date;
  readonly data: unknown;
}

const MAX_TYPE_LENGTH = 100;
/** How far the sender's clock may be ahead, in milliseconds. A state from the far future would block all later ones. */
const MAX_AHEAD_MS = 300_000;
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

export const isHookEventType = (type: string): type is HookEventType =>
  (HOOK_EVENT_TYPES as readonly string[]).includes(type);

/**
 * @param body parsed strictly
 * @param sentAt time of the delivery, for senders that do not say when it happened
 * @param now the latest of the clocks
 * @throws {Malformed} `validation-failed`
 */
export function readEnvelope(body: unknown, sentAt: Date, now: Date): HookEnvelope {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid({ pointer: '', code: 'is-object', message: 'must be a JSON object {type, timestamp, data}' });
  }
  const { type, timestamp, data } = body as Record<string, unknown>;
  if (typeof type !== 'string' || type === '' || type.length > MAX_TYPE_LENGTH) {
    const message = `must be a text of 1 to ${MAX_TYPE_LENGTH} characters`;
    throw invalid({ pointer: '/type', code: 'is-event-type', message });
  }
  return { type, occurredAt: timestamp === undefined ? sentAt : instantOf(timestamp, now), data };
}

function instantOf(timestamp: unknown, now: Date): Date {
  const instant = typeof timestamp === 'string' && RFC3339.test(timestamp) ? new Date(timestamp) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) {
    throw invalid({
      pointer: '/timestamp',
      code: 'is-timestamp',
      message: 'must be an RFC 3339 instant with its zone',
    });
  }
  if (instant.getTime() > now.getTime() + MAX_AHEAD_MS) {
    throw invalid({ pointer: '/timestamp', code: 'in-the-future', message: 'must not be in the future' });
  }
  return instant;
}

const invalid = (problem: FieldProblem): Malformed =>
  new Malformed(
    'validation-failed',
    `The delivery is not valid at ${problem.pointer || 'the top'}: ${problem.message}.`,
    [problem],
  );
