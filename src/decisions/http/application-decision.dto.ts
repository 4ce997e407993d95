import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../candidates/index.js';
import { PageQuery } from '../../platform/http/index.js';
import { BANDS } from '../../ranking/index.js';
import { type Outcome, OUTCOMES, REASON_CODES, type ReasonCode } from '../domain/decision.js';
import { OVERRIDE_KINDS } from '../domain/order-override.js';

export class ApplicationDecisionDto {
  @ApiProperty({ enum: OUTCOMES, example: 'advance' })
  @IsIn(OUTCOMES)
  outcome: Outcome;

  @ApiProperty({ enum: REASON_CODES, example: 'interview', description: 'Each fits some outcomes; none is a score' })
  @IsIn(REASON_CODES)
  reasonCode: ReasonCode;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Needed where reasonCode is other' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  @Matches(/^[^\u0000]*$/, { message: 'note must not contain NUL' })
  note?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'uuid',
    description:
      'Whose ranking it was taken from; then the place of the candidate is kept, and whether it was overridden',
  })
  @IsOptional()
  @IsUUID()
  roleProfileId?: string | null;
}

class DecidedStandingDto {
  @ApiProperty({ minimum: 1, description: 'Among those who applied for the job' }) rank: number;
  @ApiProperty({ minimum: 1 }) poolSize: number;
  @ApiProperty({ enum: BANDS }) band: string;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ example: 'credence-1' }) formula: string;
  @ApiProperty({ minimum: 1 }) policyVersion: number;
  @ApiProperty({ format: 'date-time' }) asOf: string;
  @ApiProperty({ minimum: 0 }) sequence: number;
}

class OrderOverrideDto {
  @ApiProperty({ enum: OVERRIDE_KINDS }) kind: string;
  @ApiProperty({ minimum: 1, description: 'Undecided people above who was chosen, or chosen people below who was not' })
  people: number;
}

export class ApplicationDecisionAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) applicationId: string;
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ example: 'JOB-117' }) jobId: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty({ enum: REASON_CODES }) reasonCode: ReasonCode;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) roleProfileId: string | null;
  @ApiProperty({ type: Number, nullable: true }) profileVersion: number | null;
  @ApiProperty({ type: DecidedStandingDto, nullable: true }) standing: DecidedStandingDto | null;
  @ApiProperty({ type: OrderOverrideDto, nullable: true, description: 'null when it follows the order' })
  override: OrderOverrideDto | null;
  @ApiProperty({ description: 'Issuer and subject of the person' }) decidedBy: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: Date;
}

export class ApplicationDecisionPageDto {
  @ApiProperty({ type: [ApplicationDecisionAnswerDto] }) data: ApplicationDecisionAnswerDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ApplicationQueryDto extends PageQuery {
  @ApiPropertyOptional({ example: 'JOB-117' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(/^[^\u0000]*$/, { message: 'job must not contain NUL' })
  job?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  candidateId?: string;
}

class ApplicationAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ example: 'greenhouse' }) system: string;
  @ApiProperty({ description: 'Its id in the HR system' }) externalId: string;
  @ApiProperty({ example: 'JOB-117' }) jobId: string;
  @ApiProperty({ type: String, nullable: true }) jobTitle: string | null;
  @ApiProperty({ description: 'As the HR system has it' }) status: string;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) appliedAt: Date | null;
  @ApiProperty({ enum: OUTCOMES, nullable: true, description: 'Of the last decision' }) outcome: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: Date | null;
}

export class ApplicationPageDto {
  @ApiProperty({ type: [ApplicationAnswerDto] }) data: ApplicationAnswerDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DecisionCountsQueryDto {
  @ApiPropertyOptional({ example: 'JOB-117' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(/^[^\u0000]*$/, { message: 'job must not contain NUL' })
  job?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  roleProfileId?: string;

  @ApiPropertyOptional({ example: '2026-10-01', description: 'From this instant or day on' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ example: '2027-01-01', description: 'Before this instant or day' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

class DecisionCountDto {
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  @ApiProperty({ enum: REASON_CODES }) reasonCode: string;
  @ApiProperty({ minimum: 1 }) decisions: number;
  @ApiProperty({ minimum: 0 }) fromRanking: number;
  @ApiProperty({ minimum: 0 }) overrides: number;
}

export class DecisionCountsDto {
  @ApiProperty({ minimum: 0 }) decisions: number;
  @ApiProperty({ minimum: 0, description: 'Those that named a role profile' }) fromRanking: number;
  @ApiProperty({ minimum: 0, description: 'Those of them that went against the order' }) overrides: number;
  @ApiProperty({ type: [DecisionCountDto] }) byReason: readonly DecisionCountDto[];
}
