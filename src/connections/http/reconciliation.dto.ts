import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsInstant } from '../../candidates/index.js';

export class ReconcileDto {
  @ApiPropertyOptional({
    example: '2026-11-02T00:00:00Z',
    description: 'Default: since the last one that went through, else since the connection was made',
  })
  @IsOptional()
  @IsInstant()
  updatedAfter?: string;
}

/** The operation; its result is `{seen, missed, unreadable, deliveryIdPrefix}`. */
export class ReconciliationAcceptedDto {
  @ApiProperty({ example: '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' }) id: string;
  @ApiProperty({ example: 'connection-reconcile' }) kind: string;
  @ApiProperty({ example: 'queued' }) state: string;
}

export class LastReconciliationDto {
  @ApiProperty() operationId: string;
  @ApiProperty({ description: 'Changes since then were asked for' }) since: Date;
  @ApiProperty() startedAt: Date;
  @ApiProperty({ type: Date, nullable: true, description: 'null while it goes on' }) endedAt: Date | null;
  @ApiProperty() succeeded: boolean;
}
