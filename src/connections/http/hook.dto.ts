import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { HookReceipt } from '../application/receive-hook.js';
import { HOOK_EVENT_TYPES } from '../domain/hook-event.js';

/** For the description of the API; deliveries are read from their bytes. */
export class HookEventDto {
  @ApiProperty({ enum: HOOK_EVENT_TYPES, description: 'Other types are answered with status `ignored`' }) type: string;
  @ApiPropertyOptional({ example: '2026-11-02T09:30:00Z', description: 'When it was true; default: webhook-timestamp' })
  timestamp?: string;
  @ApiProperty({
    description: 'As a line of an import: externalIds (at least one), name, emails, dids, applications, credentials',
    type: 'object',
    additionalProperties: true,
    example: {
      externalIds: [{ system: 'careers', id: '57683957' }],
      name: 'Amara Diallo',
      credentials: ['eyJhbGciOi...'],
    },
  })
  data: object;
}

export class HookCredentialDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'The candidate had the same bytes before' }) duplicate: boolean;
}

export class HookReceiptDto {
  @ApiProperty({ example: 'msg_p5jXN8AQM9LWM0D4loKWxJek', description: 'The webhook-id' }) id: string;
  @ApiProperty({ enum: ['accepted', 'ignored', 'rejected'] }) status: string;
  @ApiPropertyOptional({ type: String, nullable: true }) candidateId?: string | null;
  @ApiPropertyOptional({ type: [HookCredentialDto] }) credentials?: readonly HookCredentialDto[];
  @ApiPropertyOptional({ example: 'unknown-event-type', description: 'Why it was ignored' }) reason?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Why it was rejected' })
  problem?: object;
}

/** In one order, so that a repeat gets the same bytes: the database keeps the members of an object in another one. */
export function presentReceipt({ deliveryId: id, outcome }: HookReceipt): HookReceiptDto {
  const { status } = outcome;
  if (status === 'ignored') return { id, status, reason: outcome.reason };
  if (status === 'rejected') {
    const { code, detail, errors } = outcome.problem;
    return { id, status, problem: { code, detail, errors } };
  }
  const credentials = outcome.credentials.map((taken) => ({ id: taken.id, duplicate: taken.duplicate }));
  return { id, status, candidateId: outcome.candidateId, credentials };
}
