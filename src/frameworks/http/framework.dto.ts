import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { FRAMEWORK_FORMATS } from '../domain/framework-errors.js';
import { MAX_FRAMEWORK_NAME } from '../domain/framework-slug.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };
const ID = '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79';

/** The text fields of an upload. */
export class FrameworkFormDto {
  @ApiPropertyOptional({ enum: FRAMEWORK_FORMATS, description: 'Left out: told by the files' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  format?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'true: only tell what the import would do' })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: string;

  @ApiProperty({ example: 'Northwind skills', description: 'The same name again is the same framework' })
  @IsString()
  @MaxLength(MAX_FRAMEWORK_NAME)
  @Matches(/[\p{L}\p{N}]/u, { message: 'name must have a letter or digit' })
  @Matches(NO_CONTROL, PLAIN)
  name: string;

  @ApiProperty({
    example: '2026.1',
    description: 'What a version says never changes; changed content is a new version',
  })
  @IsString()
  @Matches(/\S/, { message: 'version must not be blank' })
  @MaxLength(100)
  @Matches(NO_CONTROL, PLAIN)
  version: string;
}

export const EXPORT_FORMATS = ['csv', 'case'] as const;

export class FrameworkExportQuery {
  @ApiProperty({ enum: EXPORT_FORMATS, description: 'case: a CASE 1.1 package as JSON' })
  @IsIn(EXPORT_FORMATS)
  format: (typeof EXPORT_FORMATS)[number];
}

export class FrameworkUploadedDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: 'framework-import' }) kind: string;
  @ApiProperty({ example: 'queued' }) state: string;
  @ApiProperty({
    type: 'object',
    properties: { done: { type: 'integer' }, total: { type: 'integer', nullable: true } },
  })
  progress: { done: number; total: number | null };
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: null }) result: unknown;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: null }) error: unknown;
}

class ScaleLevelDto {
  @ApiProperty({ example: 3 }) level: number;
  @ApiProperty({ example: 'Independent' }) name: string;
  @ApiProperty({ example: 'Does the usual range of tasks alone and answers for the result.' }) anchor: string;
}

class ScaleDto {
  @ApiProperty({ example: 'Five levels' }) name: string;
  @ApiProperty({ type: [ScaleLevelDto] }) levels: readonly ScaleLevelDto[];
}

export class ListedFrameworkDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: 'northwind-skills' }) slug: string;
  @ApiProperty({ example: 'Northwind skills' }) name: string;
  @ApiProperty({ example: 'csv' }) format: string;
  @ApiProperty({ example: '2026.1', description: 'The version in force' }) version: string;
  @ApiProperty({ example: ID }) versionId: string;
  @ApiProperty({ example: 240 }) competencyCount: number;
  @ApiProperty() importedAt: Date;
  @ApiProperty() createdAt: Date;
}

export class FrameworksDto {
  @ApiProperty({ type: [ListedFrameworkDto] }) data: ListedFrameworkDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class FrameworkVersionDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: '2026.1' }) version: string;
  @ApiProperty({ example: 240 }) competencyCount: number;
  @ApiProperty() importedAt: Date;
  @ApiProperty({ example: `api-key:${ID}` }) importedBy: string;
  @ApiProperty() inForce: boolean;
}

class AboutDto {
  @ApiPropertyOptional({ example: 'Airfield competencies' }) title?: string;
  @ApiPropertyOptional() description?: string;
  @ApiPropertyOptional() publisher?: string;
  @ApiPropertyOptional({ example: 'https://creativecommons.org/licenses/by/4.0/' }) licence?: string;
  @ApiPropertyOptional({ description: 'What whoever shows the framework has to say' }) attribution?: string;
  @ApiPropertyOptional() homepage?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'What else the format says' })
  details?: object;
}

class FrameworkCountsDto {
  @ApiProperty({ example: 240 }) competencies: number;
  @ApiProperty({ example: 205 }) assignable: number;
  @ApiProperty({ example: 0 }) deprecated: number;
  @ApiProperty({ example: 900 }) labels: number;
  @ApiProperty({ example: 400 }) relations: number;
  @ApiProperty({ example: 150 }) crosswalks: number;
  @ApiProperty({ type: [String], example: ['de', 'en', 'fr'] }) languages: readonly string[];
}

export class FrameworkDto extends ListedFrameworkDto {
  @ApiProperty({ description: 'Of the version in force' }) counts: FrameworkCountsDto;
  @ApiProperty({ type: AboutDto, nullable: true, description: 'What the source says of itself; null: nothing' })
  about: AboutDto | null;
  @ApiProperty({ type: ScaleDto, nullable: true, description: 'Null: the scale of the organization counts' })
  scale: ScaleDto | null;
  @ApiProperty({ type: [FrameworkVersionDto], description: 'The newest first' }) versions: FrameworkVersionDto[];
}
