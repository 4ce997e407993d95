import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import type { SealedEvent } from '../application/list-audit-events.js';

export class AuditEventQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'api-key.created' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  action?: string;

  @ApiPropertyOptional({ description: 'Id of what something was done to' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  targetId?: string;
}

class ActorDto {
  @ApiProperty({ enum: ['api-key', 'person', 'system'] }) kind: string;
  @ApiProperty({ example: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' }) id: string;
}

class TargetDto {
  @ApiProperty({ example: 'api-key' }) type: string;
  @ApiProperty({ example: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' }) id: string;
}

export class AuditEventDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Place in the chain', minimum: 1 }) sequence: number;
  @ApiProperty({ description: 'SHA-256 in hex over the hash before and this event' }) hash: string;
  @ApiProperty({ format: 'date-time' }) occurredAt: string;
  @ApiProperty({ type: ActorDto }) actor: ActorDto;
  @ApiProperty({ example: 'api-key.created' }) action: string;
  @ApiProperty({ type: TargetDto }) target: TargetDto;
  @ApiProperty({ type: 'object', additionalProperties: true }) detail: Readonly<Record<string, unknown>>;
  @ApiProperty({ type: String, nullable: true }) requestId: string | null;

  static from(event: SealedEvent): AuditEventDto {
    const { id, sequence, hash, occurredAt, actorKind, actorId, action, targetType, targetId, detail, requestId } =
      event;
    const actor = { kind: actorKind, id: actorId };
    const target = { type: targetType, id: targetId };
    return { id, sequence, hash: hash.toString('hex'), occurredAt, actor, action, target, detail, requestId };
  }
}

export class AuditEventPageDto {
  @ApiProperty({ type: [AuditEventDto] }) data: AuditEventDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class BrokenLinkDto {
  @ApiProperty({ minimum: 1 }) sequence: number;
  @ApiProperty({ enum: ['sequence-gap', 'previous-hash-differs', 'event-missing', 'hash-differs'] }) reason: string;
}

export class ChainReportDto {
  @ApiProperty() valid: boolean;
  @ApiProperty({ description: 'Links that were checked', minimum: 0 }) checked: number;
  @ApiPropertyOptional({ type: BrokenLinkDto }) firstBroken?: BrokenLinkDto;
  @ApiProperty({ description: 'The last place of the chain', minimum: 0 }) sealedUpTo: number;
  @ApiProperty({ type: String, nullable: true, description: 'Hash of the last link that holds, in hex' })
  head: string | null;
}
