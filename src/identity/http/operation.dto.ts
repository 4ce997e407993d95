import { ApiProperty } from '@nestjs/swagger';

class ProgressDto {
  @ApiProperty({ minimum: 0, example: 120 }) done: number;
  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, example: 500 }) total: number | null;
}

class OperationErrorDto {
  @ApiProperty({ example: 'framework-unreadable' }) code: string;
  @ApiProperty({ example: 'Line 12 has no label.' }) detail: string;
}

/** Only described: the operation itself is already in this shape. */
export class OperationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'candidate-import' }) kind: string;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed'] }) state: string;
  @ApiProperty({ type: ProgressDto }) progress: ProgressDto;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'What was made' })
  result: unknown;
  @ApiProperty({ type: OperationErrorDto, nullable: true }) error: OperationErrorDto | null;
}
