import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Importance, IMPORTANCES } from '../domain/requirement.js';

export const MAX_REQUIREMENTS = 100;
export const MAX_GROUPS = 50;
export const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
export const PLAIN = { message: '$property must not contain control characters' };

export class RequirementDto {
  @ApiPropertyOptional({ description: 'Of the requirement it continues; given where absent', example: 'python' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(NO_CONTROL, PLAIN)
  id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'This or competencyUri' })
  @IsOptional()
  @IsUUID()
  competencyId?: string;

  @ApiPropertyOptional({ example: 'http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2048)
  competencyUri?: string;

  @ApiPropertyOptional({ readOnly: true, nullable: true, type: String, description: 'As read; ignored when sent' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  competencyLabel?: string | null;

  @ApiProperty({ enum: IMPORTANCES, description: 'must and learnable decide the band, nice never does' })
  @IsIn(IMPORTANCES)
  importance: Importance;

  @ApiProperty({ minimum: 1, maximum: 100, example: 20 })
  @IsInt()
  @Min(1)
  @Max(100)
  weight: number;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 9, description: 'Any level when absent' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  level?: number | null;

  @ApiPropertyOptional({
    readOnly: true,
    nullable: true,
    type: String,
    description: 'What the framework says of the level; ignored when sent',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  levelAnchor?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'languages' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(NO_CONTROL, PLAIN)
  group?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: true, description: 'Whether related and broader competencies count' })
  @IsOptional()
  @IsBoolean()
  allowPartial?: boolean | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 1200 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1200)
  maxAgeMonths?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    maximum: 520,
    description: 'For people; not scored',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(520)
  learnableWeeks?: number | null;
}

export class RequirementGroupDto {
  @ApiProperty({ example: 'languages' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(NO_CONTROL, PLAIN)
  id: string;

  @ApiProperty({ minimum: 1, maximum: MAX_REQUIREMENTS, example: 2 })
  @IsInt()
  @Min(1)
  @Max(MAX_REQUIREMENTS)
  atLeast: number;
}

export class RoleProfileDto {
  @ApiProperty({ example: 'Data analyst' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  title: string;

  @ApiProperty({ type: [RequirementDto] })
  @IsArray()
  @ArrayMaxSize(MAX_REQUIREMENTS)
  @ValidateNested({ each: true })
  @Type(() => RequirementDto)
  requirements: RequirementDto[];

  @ApiPropertyOptional({ type: [RequirementGroupDto], description: 'Any `atLeast` of the requirements that name it' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_GROUPS)
  @ValidateNested({ each: true })
  @Type(() => RequirementGroupDto)
  groups?: RequirementGroupDto[] | null;
}

export class CloneProfileDto {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'That of the other when absent' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  title?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, description: 'The draft when absent' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  version?: number | null;
}
