import { applyDecorators } from '@nestjs/common';
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
const OPS = ['add', 'edit', 'retire', 'merge', 'split'] as const;
const MAX_CHANGES = 200;
const MAX_PARTS = 50;
const MAX_LIST = IMPORT_LIMITS.maxListItems;

const IsCode = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsString(),
    MaxLength(IMPORT_LIMITS.maxCode),
    Matches(/^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$/, { message: 'code must not be blank' }),
  );
const IsLabel = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    MaxLength(IMPORT_LIMITS.maxLabel),
    Matches(/[\p{L}\p{N}]/u, { message: 'label must have a letter or digit' }),
    Matches(NO_CONTROL, PLAIN),
  );
const IsListOfLabels = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MAX_LIST),
    IsString({ each: true }),
    MaxLength(IMPORT_LIMITS.maxLabel, { each: true }),
    Matches(NO_CONTROL, { each: true, ...PLAIN }),
  );
const IsDefinition = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsString(),
    MaxLength(IMPORT_LIMITS.maxDefinition),
    Matches(/^[^\u0000]*$/, { message: 'definition must not contain NUL' }),
  );

const isFor =
  (...ops: string[]) =>
  ({ op }: FrameworkChangeDto, value: unknown): boolean =>
    ops.includes(op) || value !== undefined;

export class SplitPartDto {
  @ApiPropertyOptional({ description: 'Made of the code where it is absent' })
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxUri)
  uri?: string;

  @ApiPropertyOptional({ example: 'W-TIG' })
  @IsCode()
  code?: string;

  @ApiProperty({ example: 'TIG welding' })
  @IsLabel()
  label: string;

  @ApiPropertyOptional({ type: [String] })
  @IsListOfLabels()
  alternativeLabels?: string[];

  @ApiPropertyOptional()
  @IsDefinition()
  definition?: string;
}

export class FrameworkChangeDto {
  @ApiProperty({
    enum: OPS,
    description: 'merge: those of `from` are retired and succeeded by `entry`; split: `entry` gets the parts of `into`',
  })
  @IsIn(OPS)
  op: (typeof OPS)[number];

  @ApiPropertyOptional({ example: 'W-MIG', description: 'Uri or code; needed for all but add' })
  @ValidateIf((change: FrameworkChangeDto) => isFor('edit', 'retire', 'merge', 'split')(change, change.entry))
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxUri)
  entry?: string;

  @ApiPropertyOptional({ description: 'For add; made of the code where it is absent' })
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxUri)
  uri?: string;

  @ApiPropertyOptional({ example: 'W-TIG', description: 'For add' })
  @IsCode()
  code?: string;

  @ApiPropertyOptional({ example: 'TIG welding', description: 'Needed for add' })
  @ValidateIf((change: FrameworkChangeDto) => isFor('add')(change, change.label))
  @IsLabel()
  label?: string;

  @ApiPropertyOptional({ type: [String], description: 'All of them, in the language of the label' })
  @IsListOfLabels()
  alternativeLabels?: string[];

  @ApiPropertyOptional()
  @IsDefinition()
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

  @ApiPropertyOptional({ description: 'For retire: uri or code of what succeeds it; for split: the part that does' })
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

  @ApiPropertyOptional({
    type: [SplitPartDto],
    description: 'Needed for split: the new entries',
    minItems: 1,
    maxItems: MAX_PARTS,
  })
  @ValidateIf((change: FrameworkChangeDto) => isFor('split')(change, change.into))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_PARTS)
  @ValidateNested({ each: true })
  @Type(() => SplitPartDto)
  into?: SplitPartDto[];
}

/** Changes that are looked at before somebody makes them. */
export class ChangesPreviewDto {
  @ApiProperty({ type: [FrameworkChangeDto], minItems: 1, maxItems: MAX_CHANGES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_CHANGES)
  @ValidateNested({ each: true })
  @Type(() => FrameworkChangeDto)
  changes: FrameworkChangeDto[];
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
