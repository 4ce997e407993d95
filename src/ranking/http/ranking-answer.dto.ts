import { ApiProperty } from '@nestjs/swagger';
import { type Band, BANDS } from '../domain/gates.js';
import { FILTER_NAMES, type FilterName } from '../domain/pool-filter.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';

export class RankedRequirementDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ enum: REQUIREMENT_STATES }) state: RequirementState;
  @ApiProperty({ minimum: 0, description: 'Weight x fit, before a group drops its weaker members' }) points: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The credential that gave the points' })
  credentialId: string | null;
}

export class RankedCandidateDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ minimum: 1 }) rank: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ minimum: 0 }) maxScore: number;
  @ApiProperty({ example: '61.88' }) scorePercent: string;
  @ApiProperty({ minimum: 0, description: 'Were every unknown level worth nothing' }) scoreLow: number;
  @ApiProperty({ minimum: 0, description: 'Were every unknown level full and every unverifiable credential verified' })
  scoreHigh: number;
  @ApiProperty({ type: [RankedRequirementDto] }) requirements: RankedRequirementDto[];
}

class TotalsDto {
  @ApiProperty({ minimum: 0 }) all: number;
  @ApiProperty({ minimum: 0 }) qualified: number;
  @ApiProperty({ minimum: 0 }) readySoon: number;
  @ApiProperty({ minimum: 0 }) notYet: number;
}

export class FrameworkVersionUsedDto {
  @ApiProperty({ format: 'uuid' }) frameworkId: string;
  @ApiProperty() framework: string;
  @ApiProperty({ format: 'uuid' }) versionId: string;
  @ApiProperty() version: string;
}

class FilterEffectDto {
  @ApiProperty({ enum: FILTER_NAMES }) name: FilterName;
  @ApiProperty({ minimum: 0, description: 'Of what the filters before it left' }) removes: number;
}

export class RankingDto {
  @ApiProperty({ type: [RankedCandidateDto] }) data: RankedCandidateDto[];
  @ApiProperty({ type: TotalsDto }) totals: TotalsDto;
  @ApiProperty({
    type: [FilterEffectDto],
    description: 'The filters that were asked for, in the order they are applied',
  })
  filters: readonly FilterEffectDto[];
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
  @ApiProperty({ minimum: 0, description: 'How many changes of holdings the answer has seen' }) sequence: number;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
