import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  MAX_GROUPS,
  MAX_REQUIREMENTS,
  NO_CONTROL,
  PLAIN,
  RequirementDto,
  RequirementGroupDto,
} from './role-profile.dto.js';

/** A role profile of which any part may be left out: the draft stands there. */
export class ProfileEditDto {
  @ApiPropertyOptional({ example: 'Data analyst' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(NO_CONTROL, PLAIN)
  title?: string | null;

  @ApiPropertyOptional({ type: [RequirementDto], description: 'Those of the draft when absent' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_REQUIREMENTS)
  @ValidateNested({ each: true })
  @Type(() => RequirementDto)
  requirements?: RequirementDto[] | null;

  @ApiPropertyOptional({ type: [RequirementGroupDto], description: 'None when absent beside requirements' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_GROUPS)
  @ValidateNested({ each: true })
  @Type(() => RequirementGroupDto)
  groups?: RequirementGroupDto[] | null;
}
