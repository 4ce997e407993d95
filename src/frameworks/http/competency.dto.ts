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

class FrameworkReferenceDto {
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

class LabelDto {
  @ApiProperty({ example: 'Datenvisualisierung' }) text: string;
  @ApiProperty({ example: 'de' }) language: string;
  @ApiProperty({ enum: ['preferred', 'alternative', 'hidden'] }) kind: string;
}

class CrosswalkDto {
  @ApiProperty({ enum: ['exact', 'close', 'broader', 'narrower', 'related'], description: 'What the other one is' })
  relation: string;
  @ApiProperty({ example: 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d' }) key: string;
  @ApiProperty({ type: String, nullable: true }) label: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The other one, where the organization has it' })
  competencyId: string | null;
  @ApiProperty({ example: 'framework', description: 'Who says so' }) source: string;
}

class LevelAnchorDto {
  @ApiProperty({ example: 3 }) level: number;
  @ApiProperty({ example: 'Chooses the chart that fits the question and explains it.' }) anchor: string;
}

export class CompetencyDto extends NamedCompetencyDto {
  @ApiProperty({ type: String, nullable: true }) definition: string | null;
  @ApiProperty({ enum: COMPETENCY_TYPES }) type: string;
  @ApiProperty() assignable: boolean;
  @ApiProperty({ enum: ['active', 'draft', 'deprecated'] }) status: string;
  @ApiProperty({ description: 'False when the version in force has dropped it; the rest is what the last one said' })
  inForce: boolean;
  @ApiProperty({ type: NamedCompetencyDto, nullable: true }) replacedBy: NamedCompetencyDto | null;
  @ApiProperty() framework: FrameworkReferenceDto;
  @ApiProperty({ type: [LabelDto] }) labels: LabelDto[];
  @ApiProperty({ type: [LevelAnchorDto] }) levelAnchors: LevelAnchorDto[];
  @ApiProperty({ type: [NamedCompetencyDto] }) broader: NamedCompetencyDto[];
  @ApiProperty({ type: [NamedCompetencyDto], description: 'By label, at most 500' }) narrower: NamedCompetencyDto[];
  @ApiProperty({ type: [NamedCompetencyDto] }) related: NamedCompetencyDto[];
  @ApiProperty({ type: [CrosswalkDto] }) crosswalks: CrosswalkDto[];
}
