import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { PROOF_GRADES, type ProofGrade } from '../../scoring/index.js';
import { type Tier, TIERS } from '../../trust/index.js';
import { type Band, BANDS } from '../domain/gates.js';
import { REQUIREMENT_STATES } from '../domain/states.js';
import { AsOf } from './instant.js';

const STATE = new RegExp(`^[^\\u0000-\\u001f\\u007f]{1,64}:(${REQUIREMENT_STATES.join('|')})$`);
const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };

/** Repeated or with commas. */
const Several = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    [value].flat().flatMap((part): unknown => (typeof part === 'string' ? part.split(',') : part)),
  );

export class RankingQueryDto extends PageQuery {
  @ApiPropertyOptional({
    enum: BANDS,
    isArray: true,
    description: 'Only these bands, repeated or with commas; ranks and totals stay those of all bands',
  })
  @IsOptional()
  @Several()
  @ArrayNotEmpty()
  @ArrayMaxSize(BANDS.length)
  @IsIn(BANDS, { each: true })
  band?: Band[];

  @ApiPropertyOptional({
    example: 'JOB-117',
    description: 'Only those who applied for this job, ranked among themselves',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  job?: string;

  @ApiPropertyOptional({ description: 'Part of the name; ranks stay those of the pool, totals count those found' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  q?: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['python:level_short'],
    description: 'Requirement and state; repeated for one requirement any of the states passes, for several all must',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @Matches(STATE, { each: true, message: 'each value in state must be a requirement id, a colon and a state' })
  state?: string[];

  @ApiPropertyOptional({ example: 'python', description: 'Only those who would be qualified but for its level' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(NO_CONTROL, PLAIN)
  shortOnly?: string;

  @ApiPropertyOptional({ enum: TIERS, isArray: true, description: 'All that is met is met by issuers of these tiers' })
  @IsOptional()
  @Several()
  @ArrayNotEmpty()
  @ArrayMaxSize(TIERS.length)
  @IsIn(TIERS, { each: true })
  tier?: Tier[];

  @ApiPropertyOptional({ enum: PROOF_GRADES, description: 'All that is met is met by a proof as strong as this kind' })
  @IsOptional()
  @IsIn(PROOF_GRADES)
  proof?: ProofGrade;

  @AsOf()
  asOf?: string;
}

export class ExplanationQueryDto {
  @ApiPropertyOptional({ example: 'JOB-117', description: 'The pool; who did not apply stands where they would' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  job?: string;

  @AsOf()
  asOf?: string;
}

export class ComparisonQueryDto extends ExplanationQueryDto {
  @ApiProperty({ format: 'uuid', description: 'A candidate' })
  @IsUUID()
  a: string;

  @ApiProperty({ format: 'uuid', description: 'The other candidate' })
  @IsUUID()
  b: string;
}
