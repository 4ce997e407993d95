import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { CROSSWALK_SOURCES } from '../persistence/crosswalk.repository.js';
import { CROSSWALK_RELATIONS, type CrosswalkRelation } from '../domain/content/framework-content.js';
import { IMPORT_LIMITS } from '../domain/import/import-limits.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };
const ESCO = 'http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d';

export class CreateCrosswalkDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  competencyId: string;

  @ApiProperty({ enum: CROSSWALK_RELATIONS, description: 'What the other one is; `broader`: it is the broader one' })
  @IsIn(CROSSWALK_RELATIONS)
  relation: CrosswalkRelation;

  @ApiProperty({ example: ESCO, description: 'A URI in any spelling, or a code with its framework: `ESCO:S5.6.1`' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(IMPORT_LIMITS.maxUri)
  @Matches(NO_CONTROL, PLAIN)
  to: string;

  @ApiPropertyOptional({ example: 'welding techniques', description: 'What the other one is called' })
  @IsOptional()
  @IsString()
  @MaxLength(IMPORT_LIMITS.maxLabel)
  @Matches(NO_CONTROL, PLAIN)
  label?: string;

  @ApiPropertyOptional({ example: 90, description: 'Percent' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  confidence?: number;
}

export class CrosswalkQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'On either side' })
  @IsOptional()
  @IsUUID()
  competencyId?: string;

  @ApiPropertyOptional({ enum: CROSSWALK_RELATIONS })
  @IsOptional()
  @IsIn(CROSSWALK_RELATIONS)
  relation?: string;

  @ApiPropertyOptional({ enum: CROSSWALK_SOURCES, description: 'Who says so' })
  @IsOptional()
  @IsIn(CROSSWALK_SOURCES)
  source?: string;
}

class CrosswalkCompetencyDto {
  @ApiProperty({ example: 'Joining metal' }) label: string;
  @ApiProperty({ example: 'urn:credence:framework:metal-skills:weld' }) uri: string;
}

export class CrosswalkRecordDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) competencyId: string;
  @ApiProperty({ type: CrosswalkCompetencyDto, nullable: true, description: 'Null: the version in force has it not' })
  competency: CrosswalkCompetencyDto | null;
  @ApiProperty({ enum: CROSSWALK_RELATIONS }) relation: string;
  @ApiProperty({ example: 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d', description: 'The other one' })
  key: string;
  @ApiProperty({ type: String, nullable: true }) label: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The other one, where we have it' })
  toCompetencyId: string | null;
  @ApiProperty({
    enum: CROSSWALK_SOURCES,
    description:
      'framework: the version in force; csv: a table that the reviewer sent; review: a decision on a mapping',
  })
  source: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of the decision, with the source review' })
  decisionId: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Percent' }) confidence: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Id of the API key or person' }) reviewer: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
}

export class CrosswalkPageDto {
  @ApiProperty({ type: [CrosswalkRecordDto] }) data: CrosswalkRecordDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class CrosswalkCreatedDto {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class CrosswalkImportQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'true: tells what would happen' })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}

class CrosswalkRowProblemDto {
  @ApiProperty({ example: 7, description: 'Line on which the row begins, from 1' }) line: number;
  @ApiProperty({ type: String, nullable: true, example: 'to' }) column: string | null;
  @ApiProperty({ example: 'reference-unreadable' }) code: string;
  @ApiProperty() message: string;
}

export class ImportedCrosswalksDto {
  @ApiProperty() dryRun: boolean;
  @ApiProperty({ minimum: 0 }) rows: number;
  @ApiProperty({ minimum: 0 }) added: number;
  @ApiProperty({ minimum: 0, description: 'Another label or confidence than an earlier file gave' }) changed: number;
  @ApiProperty({ minimum: 0, description: 'Stated already, by a file, a person or a decision' }) unchanged: number;
  @ApiProperty({ type: [CrosswalkRowProblemDto], description: 'Every row that was not taken, in the order of lines' })
  problems: readonly CrosswalkRowProblemDto[];
  @ApiProperty({ type: [String], example: ['isco_code'], description: 'Columns of the file that mean nothing here' })
  unreadColumns: readonly string[];
}
