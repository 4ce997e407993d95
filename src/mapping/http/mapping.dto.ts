import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';

export const MAPPING_STATES = ['mapped_auto', 'mapped_reviewed', 'suggested', 'unmapped', 'rejected'] as const;

export class MappingQuery extends PageQuery {
  @ApiPropertyOptional({ enum: MAPPING_STATES, example: 'suggested' })
  @IsOptional()
  @IsIn(MAPPING_STATES)
  state?: (typeof MAPPING_STATES)[number];

  @ApiPropertyOptional({ description: 'Only what this credential states', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  credentialId?: string;

  @ApiPropertyOptional({ description: 'Part of the words, link or code of the claim', example: 'forklift' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(/^[^\u0000]*$/, { message: 'q must not contain NUL' })
  q?: string;
}

export class ClaimAnswerDto {
  @ApiProperty({ example: 0 })
  position: number;

  @ApiProperty({ example: '/credentialSubject/achievement/alignment/0', description: 'RFC 6901, into the credential' })
  jsonPath: string;

  @ApiProperty({ enum: ['alignment', 'extension', 'tag', 'name', 'narrative'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true, example: 'Forklift operation' })
  text: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'http://data.europa.eu/esco/skill/…' })
  uri: string | null;

  @ApiProperty({ enum: ['issuer', 'machine'] })
  origin: string;
}

export class MappedCompetencyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true, example: 'Forklift operation' })
  label: string | null;

  @ApiProperty({ example: 'urn:credence:starter:forklift-operation' })
  uri: string;

  @ApiProperty({ type: String, nullable: true })
  frameworkName: string | null;

  @ApiProperty({ type: String, nullable: true, example: '1' })
  frameworkVersion: string | null;
}

export class MappingAnswerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  credentialId: string;

  @ApiProperty({ format: 'uuid' })
  candidateId: string;

  @ApiProperty({ enum: MAPPING_STATES })
  state: string;

  @ApiProperty({
    enum: [
      'identifier',
      'crosswalk',
      'preferred-label',
      'alternative-label',
      'similar-wording',
      'similar-meaning',
      'review',
      'none',
    ],
  })
  method: string;

  @ApiProperty({ description: '0 to 10000', example: 10_000 })
  score: number;

  @ApiProperty({ type: ClaimAnswerDto, nullable: true })
  claim: ClaimAnswerDto | null;

  @ApiProperty({ type: MappedCompetencyDto, nullable: true, description: 'null: it fits nothing in the frameworks' })
  competency: MappedCompetencyDto | null;

  @ApiProperty({
    type: Object,
    description: 'What was compared with what, over which crosswalk, and why it was not taken without a person',
    example: { jsonPath: '/credentialSubject/achievement/tag/0', text: 'Forklift', matched: 'forklift', doubts: [] },
  })
  evidence: object;

  @ApiProperty({ format: 'date-time' })
  madeAt: Date;
}

export class MappingPageDto {
  @ApiProperty({ type: [MappingAnswerDto] })
  data: MappingAnswerDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
