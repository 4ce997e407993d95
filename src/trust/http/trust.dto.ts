import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { TIERS, type Tier } from '../domain/tier.js';

const NO_NUL = /^[^\u0000]*$/;

export class TrustDecisionDto {
  @ApiProperty({ enum: TIERS, example: 'trusted' })
  @IsIn(TIERS)
  tier: Tier;

  @ApiPropertyOptional({ description: 'Only for these competencies; absent: for everything the issuer says' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  competencyIds?: string[];

  @ApiProperty({ example: 'Our assessors visited the academy in May.', description: 'Kept with the decision' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  @Matches(NO_NUL, { message: 'reason must not contain NUL' })
  reason: string;
}

export class IssuerQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Text in name or identifier' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_NUL, { message: 'q must not contain NUL' })
  q?: string;
}
