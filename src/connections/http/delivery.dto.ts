import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import type { StoredDelivery } from '../persistence/hook-inbox.repository.js';

const STATES = ['accepted', 'ignored', 'rejected'] as const;
const INSTANT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const IS_INSTANT = { message: '$property must be an RFC 3339 instant with its zone' };

export class DeliveryQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: HookOutcome['status'];
}

export class RerunDto {
  @ApiProperty({ example: '2026-11-02T00:00:00Z', description: 'Received from then on' })
  @Matches(INSTANT, IS_INSTANT)
  from: string;

  @ApiProperty({ example: '2026-11-03T00:00:00Z', description: 'Received before then' })
  @Matches(INSTANT, IS_INSTANT)
  to: string;

  @ApiPropertyOptional({ description: 'nextAfter of the call before' })
  @IsOptional()
  @IsUUID()
  after?: string;
}

export class RerunOutcomeDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: STATES }) status: string;
}

export class RerunResultDto {
  @ApiProperty({ type: [RerunOutcomeDto] }) data: RerunOutcomeDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Send it as `after` to go on; null when that was all' })
  nextAfter: string | null;
}

export class DeliveryDto {
  @ApiProperty({ example: '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' }) id: string;
  @ApiProperty({ example: 'evt-d722c631c0dc', description: 'The id that the sender gave it' }) deliveryId: string;
  @ApiProperty({ example: 'application.created', description: 'As the sender calls it where it is not acted on' })
  eventType: string;
  @ApiProperty({ enum: STATES }) state: string;
  @ApiProperty() receivedAt: Date;
  @ApiProperty({ description: 'When it was last acted on' }) runAt: Date;
  @ApiProperty({ description: 'How often it was acted on' }) attempts: number;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As the answer to the delivery says it' })
  result: object;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'What was read of it; null when nothing is kept, as of people who were erased',
  })
  event: object | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description:
      'What became of asking the system for what an event with ids only does not say: state queued, done, not-there',
  })
  hydration: object | null;

  static from(delivery: StoredDelivery): DeliveryDto {
    const { outcome, event, id, deliveryId, eventType, receivedAt, runAt, attempts, hydration } = delivery;
    const { status, ...result } = outcome;
    const read = event === null ? null : presentEvent(event);
    return { id, deliveryId, eventType, state: status, receivedAt, runAt, attempts, result, event: read, hydration };
  }
}

export class DeliveryPageDto {
  @ApiProperty({ type: [DeliveryDto] }) data: DeliveryDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

function presentEvent({ person, applications, documents, type, occurredAt, ...rest }: IntakeEvent): object {
  return {
    type,
    occurredAt,
    ...(person !== undefined && { candidate: person }),
    applications,
    ...rest,
    credentials: documents.map(({ contentType, fileName = null, bytes }) => ({
      contentType,
      fileName,
      size: bytes.length,
    })),
  };
}
