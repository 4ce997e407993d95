import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { STEPS } from '../domain/advance/advance.js';
import { type Band, BANDS } from '../domain/gates.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';
import { FrameworkVersionUsedDto } from './ranking-answer.dto.js';
import { ExplanationQueryDto, RankingQueryDto } from './ranking-query.dto.js';
import { MovePlaceDto } from './scoring-policy.dto.js';

export class AdvanceQueryDto extends ExplanationQueryDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The rank to reach; the band qualified when absent',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  passing?: number;
}

class CompetencyNameDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() label: string;
}

class AdvanceStepDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ type: CompetencyNameDto }) competency: CompetencyNameDto;
  @ApiProperty({ enum: REQUIREMENT_STATES }) state: RequirementState;
  @ApiProperty({ enum: [...new Set(Object.values(STEPS))] }) step: string;
  @ApiProperty({ description: 'What is shown now, in words' }) text: string;
}

export class AdvanceDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ enum: ['qualified', 'rank'] }) goal: string;
  @ApiProperty({ type: Number, nullable: true }) passing: number | null;
  @ApiProperty({ type: MovePlaceDto }) now: MovePlaceDto;
  @ApiProperty({ type: MovePlaceDto, nullable: true, description: 'null when proving everything is not enough' })
  after: MovePlaceDto | null;
  @ApiProperty({
    type: [AdvanceStepDto],
    description: 'Requirements to be fully proven; none when it is reached already',
  })
  steps: readonly AdvanceStepDto[];
  @ApiProperty({ description: 'false when there were too many sets to try; the steps reach the goal all the same' })
  smallest: boolean;
  @ApiProperty({ example: 'credence-1' }) formula: string;
  @ApiProperty({ minimum: 1 }) profileVersion: number;
  @ApiProperty({ minimum: 1 }) policyVersion: number;
  @ApiProperty({ type: [FrameworkVersionUsedDto] }) frameworkVersions: readonly FrameworkVersionUsedDto[];
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'Of the level maps in force; null in receipts of before they were counted',
  })
  levelMapsVersion: number | null;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
  @ApiProperty({ minimum: 0 }) sequence: number;
}

export class MatchQueryDto extends PickType(RankingQueryDto, ['asOf', 'limit'] as const) {}

class LackingRequirementDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ type: CompetencyNameDto }) competency: CompetencyNameDto;
  @ApiProperty({ enum: ['must', 'learnable'] }) importance: string;
  @ApiProperty({ enum: REQUIREMENT_STATES }) state: RequirementState;
}

class MatchedProfileDto {
  @ApiProperty({ format: 'uuid' }) roleProfileId: string;
  @ApiProperty() title: string;
  @ApiProperty({ minimum: 1 }) profileVersion: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ minimum: 0 }) maxScore: number;
  @ApiProperty({ example: '61.88' }) scorePercent: string;
  @ApiProperty({ type: [LackingRequirementDto] }) lacking: readonly LackingRequirementDto[];
}

export class MatchedProfilesDto {
  @ApiProperty({ type: [MatchedProfileDto], description: 'Best first' }) data: MatchedProfileDto[];
  @ApiProperty({ minimum: 0, description: 'Published profiles that were looked at, the 500 newest at most' })
  profiles: number;
  @ApiProperty({ example: 'credence-1' }) formula: string;
  @ApiProperty({ minimum: 1 }) policyVersion: number;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
}
