import { ApiProperty } from '@nestjs/swagger';
import { RequirementDto, RequirementGroupDto } from './role-profile.dto.js';

class RequirementAnswerDto extends RequirementDto {}

export class RoleProfileAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: [RequirementAnswerDto] }) requirements: RequirementAnswerDto[];
  @ApiProperty({ type: [RequirementGroupDto] }) groups: RequirementGroupDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'The latest one; null before the first' })
  publishedVersion: number | null;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
  @ApiProperty({ format: 'date-time' }) updatedAt: Date;
}

export class RoleProfilePageDto {
  @ApiProperty({ type: [RoleProfileAnswerDto] }) data: RoleProfileAnswerDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class RoleProfileVersionDto {
  @ApiProperty({ format: 'uuid' }) roleProfileId: string;
  @ApiProperty({ minimum: 1 }) version: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: [RequirementAnswerDto] }) requirements: RequirementAnswerDto[];
  @ApiProperty({ type: [RequirementGroupDto] }) groups: RequirementGroupDto[];
  @ApiProperty({ format: 'date-time' }) publishedAt: Date;
}

export class RoleProfileVersionPageDto {
  @ApiProperty({ type: [RoleProfileVersionDto] }) data: RoleProfileVersionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
