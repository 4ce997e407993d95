import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { COMPARED_FIELDS, IMPORTANCES } from '../../roles/index.js';
import { MovesDto } from './scoring-policy.dto.js';
import { RankingQueryDto } from './ranking-query.dto.js';

const VERSION = /^(draft|[1-9]\d{0,8})$/;
const VERSION_MESSAGE = { message: '$property must be the number of a version, or draft' };

export class VersionDiffQueryDto extends PickType(RankingQueryDto, ['job', 'asOf'] as const) {
  @ApiProperty({ example: '1', description: 'The number of a published version, or `draft`' })
  @Matches(VERSION, VERSION_MESSAGE)
  from: string;

  @ApiPropertyOptional({ example: '2', default: 'draft' })
  @Matches(VERSION, VERSION_MESSAGE)
  to: string = 'draft';
}

class TextChangeDto {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
}

const VALUE = { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }, { type: 'null' }] };

class FieldChangeDto {
  @ApiProperty({ enum: COMPARED_FIELDS }) field: string;
  @ApiProperty(VALUE) from: unknown;
  @ApiProperty(VALUE) to: unknown;
}

class DiffedRequirementDto {
  @ApiProperty() id: string;
  @ApiProperty({ format: 'uuid' }) competencyId: string;
  @ApiProperty({ enum: IMPORTANCES }) importance: string;
  @ApiProperty({ minimum: 1, maximum: 100 }) weight: number;
  @ApiProperty({ type: Number, nullable: true }) level: number | null;
  @ApiProperty({ type: String, nullable: true }) group: string | null;
  @ApiProperty() allowPartial: boolean;
  @ApiProperty({ type: Number, nullable: true }) maxAgeMonths: number | null;
  @ApiProperty({ type: Number, nullable: true }) learnableWeeks: number | null;
}

class RequirementChangeDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) kind: string;
  @ApiProperty({ type: DiffedRequirementDto, description: 'As it is afterwards, or was before it was removed' })
  requirement: DiffedRequirementDto;
  @ApiProperty({ type: [FieldChangeDto] }) fields: readonly FieldChangeDto[];
}

class GroupChangeDto {
  @ApiProperty() groupId: string;
  @ApiProperty({ type: Number, nullable: true }) from: number | null;
  @ApiProperty({ type: Number, nullable: true }) to: number | null;
}

class ProfileDiffDto {
  @ApiProperty({ type: TextChangeDto, nullable: true }) title: TextChangeDto | null;
  @ApiProperty({ type: [RequirementChangeDto] }) requirements: readonly RequirementChangeDto[];
  @ApiProperty({ type: [GroupChangeDto] }) groups: readonly GroupChangeDto[];
}

export class VersionDiffDto {
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string', enum: ['draft'] }] }) from: number | string;
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string', enum: ['draft'] }] }) to: number | string;
  @ApiProperty({ type: ProfileDiffDto }) diff: ProfileDiffDto;
  @ApiProperty({ type: [String], description: 'The same in plain English' }) sentences: readonly string[];
  @ApiProperty({ type: MovesDto, description: 'Who moves from one to the other' }) people: MovesDto;
  @ApiProperty({ minimum: 1 }) policyVersion: number;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
}
