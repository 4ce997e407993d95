import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { COMPETENCY_TYPES } from '../domain/content/framework-content.js';
import { MAX_FRAMEWORK_NAME } from '../domain/framework-slug.js';

const NO_CONTROL = /^[^\u0000-\u001f\u007f]*$/;
const PLAIN = { message: '$property must not contain control characters' };
const ID = '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79';

export class CompetencyQuery extends PageQuery {
  @ApiPropertyOptional({
    example: 'data vis',
    description: 'Words or their beginnings, a code, or a URI; absent for all in the order of labels',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @Matches(NO_CONTROL, PLAIN)
  q?: string;

  @ApiPropertyOptional({ example: 'credence-starter', description: 'Id, slug or name of one framework' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_FRAMEWORK_NAME)
  @Matches(NO_CONTROL, PLAIN)
  framework?: string;
}

export class FrameworkReferenceDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: 'Credence starter' }) name: string;
  @ApiProperty({ example: ID }) versionId: string;
  @ApiProperty({ example: '1' }) version: string;
}

class MatchDto {
  @ApiProperty({ example: 'Data visualization' }) text: string;
  @ApiProperty({ example: 'en' }) language: string;
}

export class NamedCompetencyDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: 'urn:credence:starter:data-visualisation' }) uri: string;
  @ApiProperty({ type: String, nullable: true, example: 'data-visualisation' }) code: string | null;
  @ApiProperty({ example: 'Data visualisation' }) label: string;
}

export class FoundCompetencyDto extends NamedCompetencyDto {
  @ApiProperty({ type: String, nullable: true }) definition: string | null;
  @ApiProperty({ enum: COMPETENCY_TYPES }) type: string;
  @ApiProperty({ description: 'False for headings of a hierarchy, which nobody holds as such' }) assignable: boolean;
  @ApiProperty({ enum: ['active', 'draft', 'deprecated'] }) status: string;
  @ApiProperty() framework: FrameworkReferenceDto;
  @ApiProperty({ type: MatchDto, nullable: true, description: 'The label that was found, where it was a label' })
  match: MatchDto | null;
}

export class FoundCompetenciesDto {
  @ApiProperty({ type: [FoundCompetencyDto] }) data: FoundCompetencyDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
