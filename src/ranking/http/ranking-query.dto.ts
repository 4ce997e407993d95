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
import { type Band, BANDS } from '../domain/gates.js';
import { AsOf } from './instant.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };

export class RankingQueryDto extends PageQuery {
  @ApiPropertyOptional({
    enum: BANDS,
    isArray: true,
    description: 'Only these bands, repeated or with commas; ranks and totals stay those of all bands',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    [value].flat().flatMap((part): unknown => (typeof part === 'string' ? part.split(',') : part)),
  )
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
