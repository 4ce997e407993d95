import { ApiProperty } from '@nestjs/swagger';
import { ExternalIdDto } from './candidate.dto.js';

/** A candidate as the API answers it. */
export class CandidateAnswerDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: [ExternalIdDto] }) externalIds: ExternalIdDto[];
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: [String] }) emails: string[];
  @ApiProperty({ type: [String] }) dids: string[];
  @ApiProperty() createdAt: Date;
  @ApiProperty() updatedAt: Date;
}

export class CandidatePageDto {
  @ApiProperty({ type: [CandidateAnswerDto] }) data: CandidateAnswerDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** A competency of a candidate with the credential behind it. */
export class CompetencyHeldDto {
  @ApiProperty() competencyId: string;
  @ApiProperty({ type: String, nullable: true }) label: string | null;
  @ApiProperty() uri: string;
  @ApiProperty() credentialId: string;
  @ApiProperty({ enum: ['verified', 'unverifiable', 'failed'] }) verdict: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'On the scale of the organization; null: not known' })
  level: number | null;
  @ApiProperty({ type: Object, nullable: true, description: 'The raw value, its scale and where it stands' })
  levelSource: object | null;
  @ApiProperty({ type: 'integer', description: 'Percent' }) proof: number;
  @ApiProperty({ type: 'integer', description: 'Percent' }) trust: number;
  @ApiProperty({ description: 'Of the issuer' }) tier: string;
  @ApiProperty({ type: 'integer', description: 'Percent: proof x trust / 100' }) strength: number;
  @ApiProperty({ description: 'Where in the credential the claim stands' }) jsonPath: string;
  @ApiProperty({ type: Date, nullable: true }) validFrom: Date | null;
  @ApiProperty({ type: Date, nullable: true }) validUntil: Date | null;
}

export class CompetenciesDto {
  @ApiProperty({ type: [CompetencyHeldDto] }) data: CompetencyHeldDto[];
  @ApiProperty({ type: [CompetencyHeldDto], description: 'Claimed, and not proven or no longer valid' })
  unproven: CompetencyHeldDto[];
}
