import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateNested } from 'class-validator';
import type { CommandOnMapping } from '../application/decide-mapping.js';
import { DECISION_STATES, type DecisionState } from '../domain/decisions/mapping-rule.js';
import { DecisionDto, toCommand } from './decision.dto.js';

/** Each of them is looked at with its credential, all in one transaction. */
export const MAX_DECISIONS = 100;

export class DecisionOnMappingDto extends DecisionDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  mappingId: string;
}

export class DecisionBatchDto {
  @ApiProperty({ type: [DecisionOnMappingDto], minItems: 1, maxItems: MAX_DECISIONS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_DECISIONS)
  @ValidateNested({ each: true })
  @Type(() => DecisionOnMappingDto)
  decisions: DecisionOnMappingDto[];
}

/** @throws {Malformed} pointing to the decision that names a competency it must not name */
export const toCommands = ({ decisions }: DecisionBatchDto): CommandOnMapping[] =>
  decisions.map((decision, at) => ({
    mappingId: decision.mappingId.toLowerCase(),
    ...toCommand(decision, `/decisions/${at}`),
  }));

class DecidedOneDto {
  @ApiProperty({ format: 'uuid' }) mappingId: string;
  @ApiProperty({ format: 'uuid', description: 'Of the decision' }) id: string;
  @ApiProperty({ enum: DECISION_STATES }) state: DecisionState;
}

export class DecidedBatchDto {
  @ApiProperty({ type: [DecidedOneDto], description: 'In the order asked' }) data: DecidedOneDto[];
}

class MethodStatisticsDto {
  @ApiProperty({ example: 'similar-wording' }) method: string;
  @ApiProperty({ example: 0, description: 'Standing mappings taken without a person' }) mappedAuto: number;
  @ApiProperty({ example: 12, description: 'Standing mappings by decisions' }) mappedReviewed: number;
  @ApiProperty({ example: 40, description: 'Waiting for a decision' }) suggested: number;
  @ApiProperty({ example: 7, description: 'Decisions in force that accepted what the method had found' })
  accepted: number;
  @ApiProperty({ example: 2 }) corrected: number;
  @ApiProperty({ example: 1 }) rejected: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 70,
    description: 'Accepted of all decided; null: none decided',
  })
  acceptedPercent: number | null;
}

export class MappingStatisticsDto {
  @ApiProperty({ type: [MethodStatisticsDto] }) data: MethodStatisticsDto[];
}
