import { ApiProperty } from '@nestjs/swagger';
import {
  COMPETENCY_TYPES,
  CROSSWALK_RELATIONS,
  FrameworkReferenceDto,
  LINK_TYPES,
  NamedCompetencyDto,
} from '../../frameworks/index.js';

const ID = '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79';
const STATUSES = ['active', 'draft', 'deprecated'];

class LabelDto {
  @ApiProperty({ example: 'Datenvisualisierung' }) text: string;
  @ApiProperty({ example: 'de' }) language: string;
  @ApiProperty({ enum: ['preferred', 'alternative', 'hidden'] }) kind: string;
}

class CrosswalkDto {
  @ApiProperty({ enum: CROSSWALK_RELATIONS, description: 'What the other one is' })
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

class AncestorDto extends NamedCompetencyDto {
  @ApiProperty({ example: 2, description: 'Steps upwards, by the shortest way' }) steps: number;
}

class LinkedCompetencyDto extends NamedCompetencyDto {
  @ApiProperty({ enum: COMPETENCY_TYPES, example: 'occupation' }) type: string;
  @ApiProperty({ enum: LINK_TYPES, example: 'essential' }) link: string;
}

class CompetencyVersionDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: '1.1.1' }) version: string;
  @ApiProperty({ format: 'date-time' }) importedAt: string;
  @ApiProperty() inForce: boolean;
  @ApiProperty({ description: 'What that version calls it' }) label: string;
  @ApiProperty({ enum: STATUSES }) status: string;
}

class HoldersDto {
  @ApiProperty({ example: 12, description: 'Candidates with a verified credential for it that has not ended' })
  held: number;
  @ApiProperty({ example: 15, description: 'Those and candidates with any other credential for it' })
  claimed: number;
}

export class CompetencyDto extends NamedCompetencyDto {
  @ApiProperty({ type: String, nullable: true }) definition: string | null;
  @ApiProperty({ enum: COMPETENCY_TYPES }) type: string;
  @ApiProperty() assignable: boolean;
  @ApiProperty({ enum: STATUSES }) status: string;
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
  @ApiProperty({ type: [AncestorDto], description: 'All broader ones, the nearest first; at most 500' })
  ancestors: AncestorDto[];
  @ApiProperty({ type: [LinkedCompetencyDto], description: 'Occupations that need or use it, by label; at most 500' })
  occupations: LinkedCompetencyDto[];
  @ApiProperty({ type: [LinkedCompetencyDto], description: 'What it needs, uses or precedes, by label; at most 500' })
  links: LinkedCompetencyDto[];
  @ApiProperty({
    type: [CompetencyVersionDto],
    description: 'Versions of the framework that have it, the newest first',
  })
  versions: CompetencyVersionDto[];
  @ApiProperty({ type: HoldersDto }) holders: HoldersDto;
}
