import { ApiProperty, PickType } from '@nestjs/swagger';
import { type Band, BANDS } from '../domain/gates.js';
import { RECEIPT_INPUTS, type ReceiptInput } from '../domain/receipt/receipt-inputs.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';
import { FrameworkVersionUsedDto, RankingDto } from './ranking-answer.dto.js';
import { RankingQueryDto } from './ranking-query.dto.js';

export class SealRankingDto extends PickType(RankingQueryDto, ['job', 'asOf'] as const) {}

const Hash = (description?: string): PropertyDecorator =>
  ApiProperty({ pattern: '^[0-9a-f]{64}$', ...(description === undefined ? {} : { description }) });

class ReceiptInputsDto {
  @Hash() formula: string;
  @Hash() clock: string;
  @Hash('Requirements and groups of the version') profile: string;
  @Hash() policy: string;
  @Hash('Versions in force, and their relations near the requirements') frameworks: string;
  @Hash('Who is in the pool, and every holding that has to do with a requirement, with the hash of its document')
  holdings: string;
}

export class ReceiptDto extends PickType(RankingDto, [
  'formula',
  'profileVersion',
  'policyVersion',
  'asOf',
  'sequence',
] as const) {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) roleProfileId: string;
  @ApiProperty({ type: String, nullable: true }) job: string | null;
  @ApiProperty({ type: [FrameworkVersionUsedDto] }) frameworkVersions: readonly FrameworkVersionUsedDto[];
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'Of the level maps in force; null in receipts of before they were counted',
  })
  levelMapsVersion: number | null;
  @ApiProperty({ minimum: 0 }) candidates: number;
  @ApiProperty({ type: ReceiptInputsDto, description: 'SHA-256 of each input' }) inputs: ReceiptInputsDto;
  @Hash('SHA-256 of the ordered list') list: string;
  @Hash('SHA-256 over profile, job, inputs and list; also in the audit log') seal: string;
  @ApiProperty() sealedBy: string;
  @ApiProperty({ format: 'date-time' }) sealedAt: Date;
}

export class ReceiptPageDto {
  @ApiProperty({ type: [ReceiptDto] }) data: ReceiptDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class SealedRequirementDto {
  @ApiProperty({ enum: REQUIREMENT_STATES }) state: RequirementState;
  @ApiProperty({ minimum: 0 }) points: number;
}

class SealedCandidateDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ minimum: 1 }) rank: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ minimum: 0 }) scoreLow: number;
  @ApiProperty({ minimum: 0 }) scoreHigh: number;
  @ApiProperty({ type: [SealedRequirementDto], description: 'In the order of the profile version' })
  requirements: SealedRequirementDto[];
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of what the candidate holds for the profile' })
  holdings: string | null;
}

export class SealedListDto {
  @ApiProperty({ type: [SealedCandidateDto] }) data: SealedCandidateDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class ReplayedInputDto {
  @ApiProperty({ enum: RECEIPT_INPUTS }) input: ReceiptInput;
  @Hash() sealed: string;
  @Hash() now: string;
  @ApiProperty() same: boolean;
}

class DifferingPlaceDto {
  @ApiProperty({ minimum: 1 }) rank: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ type: SealedRequirementDto, nullable: true }) requirement: SealedRequirementDto | null;
}

class FirstDifferenceDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ type: String, nullable: true }) requirementId: string | null;
  @ApiProperty() holdingsDiffer: boolean;
  @ApiProperty({ type: DifferingPlaceDto, nullable: true, description: 'null for who was not in the pool' })
  sealed: DifferingPlaceDto | null;
  @ApiProperty({ type: DifferingPlaceDto, nullable: true, description: 'null for who is not in the pool any more' })
  now: DifferingPlaceDto | null;
}

export class ReplayDto {
  @ApiProperty({ description: 'Inputs and list are the same, and the receipt fits its seal' }) identical: boolean;
  @ApiProperty() sealIntact: boolean;
  @ApiProperty({ type: [ReplayedInputDto] }) inputs: readonly ReplayedInputDto[];
  @ApiProperty() sameList: boolean;
  @ApiProperty({ enum: RECEIPT_INPUTS, nullable: true }) firstDifferentInput: ReceiptInput | null;
  @ApiProperty({ type: FirstDifferenceDto, nullable: true, description: 'The first from the top of the sealed list' })
  firstDifference: FirstDifferenceDto | null;
}
