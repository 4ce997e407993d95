import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { COMPETENCY_TYPES, type CompetencyType } from '../domain/content/framework-content.js';
import type { FrameworkChange } from '../domain/editing/framework-change.js';
import { IMPORT_LIMITS } from '../domain/import/import-limits.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };
const OPS = ['add', 'edit', 'retire', 'merge'] as const;
const MAX_CHANGES = 200;
const MAX_LIST = IMPORT_LIMITS.maxListItems;

const isFor =
  (...ops: string[]) =>
  ({ op }: FrameworkChangeDto, value: unknown): boolean =>
    ops.includes(op) || value !== undefined;

export class FrameworkChangeDto {
  @ApiProperty({ enum: OPS, description: 'merge: those of `from` are retired and succeeded by `entry`' })
  @IsIn(OPS)
  op: (typeof OPS)[number];

  @ApiPropertyOptional({ example: 'W-MIG', description: 'Uri or code; needed for all but add' })
  @ValidateIf((change: FrameworkChangeDto) => isFor('edit', 'retire', 'merge')(change, change.entry))
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxUri)
  entry?: string;

  @ApiPropertyOptional({ description: 'For add; made of the code where it is absent' })
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxUri)
  uri?: string;

  @ApiPropertyOptional({ example: 'W-TIG', description: 'For add' })
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxCode)
  @Matches(/^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$/, { message: 'code must not be blank' })
  code?: string;

  @ApiPropertyOptional({ example: 'TIG welding', description: 'Needed for add' })
  @ValidateIf((change: FrameworkChangeDto) => isFor('add')(change, change.label))
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxLabel)
  @Matches(/[\p{L}\p{N}]/u, { message: 'label must have a letter or digit' })
  @Matches(NO_CONTROL, PLAIN)
  label?: string;

  @ApiPropertyOptional({ type: [String], description: 'All of them, in the language of the label' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(IMPORT_LIMITS.maxLabel, { each: true })
  @Matches(NO_CONTROL, { each: true, ...PLAIN })
  alternativeLabels?: string[];

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxDefinition)
  @Matches(/^[^\u0000]*$/, { message: 'definition must not contain NUL' })
  definition?: string;

  @ApiPropertyOptional({ enum: COMPETENCY_TYPES })
  @IsOptional()
  @IsIn(COMPETENCY_TYPES)
  type?: CompetencyType;

  @ApiPropertyOptional({ type: [String], description: 'All of them, by uri or code' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(IMPORT_LIMITS.maxUri, { each: true })
  broader?: string[];

  @ApiPropertyOptional({ type: [String], description: 'All of them, by uri or code' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(IMPORT_LIMITS.maxUri, { each: true })
  related?: string[];

  @ApiPropertyOptional({ description: 'For retire: uri or code of what succeeds it' })
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxUri)
  replacedBy?: string;

  @ApiPropertyOptional({ type: [String], description: 'Needed for merge: uris or codes' })
  @ValidateIf((change: FrameworkChangeDto) => isFor('merge')(change, change.from))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @MaxLength(IMPORT_LIMITS.maxUri, { each: true })
  from?: string[];
}

const VERSION = { example: '2026.2', description: 'Name of the version that this makes' };

export class RestoreVersionDto {
  @ApiProperty(VERSION)
  @IsString()
  @Matches(/\S/, { message: 'version must not be blank' })
  @MaxLength(100)
  @Matches(NO_CONTROL, PLAIN)
  version: string;
}

export class FrameworkChangesDto extends RestoreVersionDto {
  @ApiProperty({ type: [FrameworkChangeDto], minItems: 1, maxItems: MAX_CHANGES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_CHANGES)
  @ValidateNested({ each: true })
  @Type(() => FrameworkChangeDto)
  changes: FrameworkChangeDto[];

  @ApiPropertyOptional({ description: 'true: only tell what would change' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

export class ChangedFrameworkDto {
  @ApiProperty() dryRun: boolean;
  @ApiProperty({ description: 'Nothing differs from what is there' }) unchanged: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for a dry run' })
  frameworkVersionId: string | null;
  @ApiProperty({ example: '2026.2' }) version: string;
  @ApiProperty({ example: 241 }) competencies: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: '`counts` and lists of `added`, `relabelled`, `alternativeLabelsChanged`, `replaced`, `removed`',
  })
  diff: object | null;
}

/** The fields that its kind of change needs have been looked at. */
export const toChange = (change: FrameworkChangeDto): FrameworkChange => change as unknown as FrameworkChange;
