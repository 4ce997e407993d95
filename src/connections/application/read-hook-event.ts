import { membersOf, readCandidateSubmission } from '../../intake/index.js';
import { Malformed } from '../../platform/errors/index.js';
import { isHookEventType, readEnvelope } from '../domain/hook-event.js';
import type { HrSystem } from '../domain/hr-system.js';
import type { Reading } from '../domain/intake-event.js';
import { isFields } from '../domain/reading/fields.js';
import { PAYLOADS } from '../domain/reading/payloads.js';
import type { DeliveryHeaders } from '../domain/signature/place.js';

/** A delivery whose sender is known. */
export interface SignedDelivery {
  readonly system: HrSystem;
  readonly headers: DeliveryHeaders;
  /** As received. */
  readonly body: Buffer;
  /** The same, parsed strictly. */
  readonly json: unknown;
  readonly sentAt: Date | undefined;
  /** The latest of the clocks. */
  readonly now: Date;
}

/** @throws {Malformed} with pointers for fields at fault */
export async function readHookEvent({ system, headers, body, json, sentAt, now }: SignedDelivery): Promise<Reading> {
  if (system === 'standard') return readStandard(json, body, sentAt ?? now, now);
  if (!isFields(json)) throw invalid('', 'is-object', 'must be a JSON object');
  const header = (name: string): string | undefined => [headers[name]].flat()[0];
  return PAYLOADS[system]({ body: json, header, receivedAt: now, sentAt });
}

/** An event that carries a person as a line of an import does. */
async function readStandard(json: unknown, body: Buffer, sentAt: Date, now: Date): Promise<Reading> {
  const { type, occurredAt, data } = readEnvelope(json, sentAt, now);
  if (!isHookEventType(type)) return { kind: 'unknown', type };
  const source = membersOf(body.toString('utf8')).get('data') ?? '';
  const { command, documents } = await readCandidateSubmission(data, source, occurredAt, '/data');
  const { applications, externalIds, name, emails, dids } = command;
  if (externalIds.length === 0) {
    throw invalid('/data/externalIds', 'array-not-empty', 'must name the person by at least one external id');
  }
  if (type.startsWith('application.') && applications.length === 0) {
    throw invalid('/data/applications', 'array-not-empty', 'must hold the application');
  }
  const event = {
    type,
    occurredAt,
    person: {
      externalIds,
      ...(name !== undefined && { name }),
      ...(emails !== undefined && { emails }),
      ...(dids !== undefined && { dids }),
    },
    applications: applications.map(({ jobId = null, changedAt: _, ...application }) => ({ ...application, jobId })),
    attachments: [],
    documents,
  };
  return { kind: 'event', event };
}

const invalid = (pointer: string, code: string, message: string): Malformed =>
  new Malformed('validation-failed', `The delivery is not valid at ${pointer || 'the top'}: ${message}.`, [
    { pointer, code, message },
  ]);
