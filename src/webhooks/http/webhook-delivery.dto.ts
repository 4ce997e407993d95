import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { DELIVERY_STATES, type DeliveryState } from '../domain/delivery.js';
import { EVENT_TYPES } from '../domain/event-types.js';

const TYPES = EVENT_TYPES.map(({ type }) => type);
const WITH_ZONE = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;
const ZONE_WANTED = { message: '$property must be an RFC 3339 instant with its zone' };

export class DeliveryQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATES })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiPropertyOptional({ enum: TYPES })
  @IsOptional()
  @IsIn(TYPES)
  type?: string;
}

export class RedeliverDto {
  @ApiPropertyOptional({ description: 'One delivery; left out, all of a span of time' })
  @IsOptional()
  @IsUUID()
  deliveryId?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-11-23T00:00:00Z', description: 'Events from then on' })
  @IsOptional()
  @Matches(WITH_ZONE, ZONE_WANTED)
  @IsISO8601({ strict: true })
  since?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Events before then; left out, up to now' })
  @IsOptional()
  @Matches(WITH_ZONE, ZONE_WANTED)
  @IsISO8601({ strict: true })
  until?: string;

  @ApiPropertyOptional({ description: 'Send what was delivered again too', default: false })
  @IsOptional()
  @IsBoolean()
  includeDelivered?: boolean;
}

export class RedeliveryDto {
  @ApiProperty({ type: 'integer', description: 'Events that are on their way again' }) redelivered: number;
  @ApiProperty({ description: 'false: the span holds more than one call sends; call again' }) complete: boolean;
}

export class DeliveryDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'The `webhook-id` of the event' }) eventId: string;
  @ApiProperty({ enum: TYPES }) type: string;
  @ApiProperty({ enum: DELIVERY_STATES }) state: DeliveryState;
  @ApiProperty({ type: 'integer', description: 'Made since it was last asked for' }) attempts: number;
  @ApiProperty({ type: 'integer', nullable: true }) lastStatus: number | null;
  @ApiProperty({ type: String, nullable: true }) lastError: string | null;
  @ApiProperty({
    type: Date,
    nullable: true,
    description: 'null while an earlier event of the same order is on its way',
  })
  nextAttemptAt: Date | null;
  @ApiProperty() occurredAt: Date;
  @ApiProperty({ type: Date, nullable: true }) endedAt: Date | null;
}

export class DeliveryAttemptDto {
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty() at: Date;
  @ApiProperty({ type: 'integer', nullable: true }) status: number | null;
  @ApiProperty({ type: String, nullable: true }) error: string | null;
  @ApiProperty({ type: 'integer' }) durationMs: number;
}

export class DeliveryDetailDto extends DeliveryDto {
  @ApiProperty({ description: 'The exact text that is signed and sent' }) body: string;
  @ApiProperty({ type: [DeliveryAttemptDto], description: 'Every attempt, redeliveries included' })
  log: DeliveryAttemptDto[];
}

export class DeliveryPageDto {
  @ApiProperty({ type: [DeliveryDto] }) data: DeliveryDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
