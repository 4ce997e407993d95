import { ApiProperty } from '@nestjs/swagger';
import { type Band, BANDS } from '../domain/gates.js';
import { REQUIREMENT_STATES, type RequirementState } from '../domain/states.js';
import { FrameworkVersionUsedDto } from './ranking-answer.dto.js';

class RankingBasisDto {
  @ApiProperty({ example: 'credence-1' }) formula: string;
  @ApiProperty({ minimum: 1 }) policyVersion: number;
  @ApiProperty({ minimum: 1 }) profileVersion: number;
  @ApiProperty({ type: [FrameworkVersionUsedDto] }) frameworkVersions: FrameworkVersionUsedDto[];
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'Of the level maps in force; null in receipts of before they were counted',
  })
  levelMapsVersion: number | null;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
  @ApiProperty({ minimum: 0, description: 'How many changes of holdings the answer has seen' }) sequence: number;
  @ApiProperty({ description: 'What decides between equal scores' }) tieRule: string;
  @ApiProperty({ type: [String], description: 'The same in plain English' }) sentences: string[];
}

class CompetencyNameDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Forklift operation' }) label: string;
}

class RelationDto {
  @ApiProperty({ example: 'narrower' }) kind: string;
  @ApiProperty({ minimum: 0 }) steps: number;
  @ApiProperty() viaCrosswalk: boolean;
  @ApiProperty({ minimum: 0, maximum: 100 }) percent: number;
  @ApiProperty({ type: [CompetencyNameDto], description: 'From the held competency to the required one' })
  path: CompetencyNameDto[];
}

class UsedHoldingDto {
  @ApiProperty({ format: 'uuid' }) credentialId: string;
  @ApiProperty({ example: '/credentialSubject/achievement' }) jsonPath: string;
  @ApiProperty({ type: CompetencyNameDto }) competency: CompetencyNameDto;
  @ApiProperty({ type: Number, nullable: true }) level: number | null;
  @ApiProperty({ minimum: 0, maximum: 100 }) proof: number;
  @ApiProperty({ minimum: 0, maximum: 100 }) trust: number;
  @ApiProperty({ example: 'known' }) tier: string;
  @ApiProperty({ minimum: 0, maximum: 100 }) strength: number;
  @ApiProperty({ type: RelationDto }) relation: RelationDto;
  @ApiProperty({ minimum: 0, maximum: 10_000, description: 'Points are weight x this' }) fit: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validFrom: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validUntil: Date | null;
}

class MissingDto {
  @ApiProperty({ enum: REQUIREMENT_STATES.filter((state) => state !== 'met') }) code: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: [String], format: 'uuid' }) credentialIds: string[];
}

class ExplainedRequirementDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ type: CompetencyNameDto }) competency: CompetencyNameDto;
  @ApiProperty({ enum: ['must', 'learnable', 'nice'] }) importance: string;
  @ApiProperty({ minimum: 1, maximum: 100 }) weight: number;
  @ApiProperty({ type: Number, nullable: true }) requiredLevel: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What that level looks like, in the words of the framework',
  })
  requiredLevelAnchor: string | null;
  @ApiProperty({ type: String, nullable: true }) group: string | null;
  @ApiProperty() allowPartial: boolean;
  @ApiProperty({ type: Number, nullable: true }) maxAgeMonths: number | null;
  @ApiProperty({ type: Number, nullable: true }) learnableWeeks: number | null;
  @ApiProperty({ enum: REQUIREMENT_STATES }) state: RequirementState;
  @ApiProperty({ minimum: 0, description: 'In the score; 0 for a member that its group dropped' }) points: number;
  @ApiProperty({ minimum: 0, description: 'Before a group drops its weaker members' }) earned: number;
  @ApiProperty({ minimum: 0 }) maxPoints: number;
  @ApiProperty() counts: boolean;
  @ApiProperty({ type: UsedHoldingDto, nullable: true, description: 'Gave the points' }) best: UsedHoldingDto | null;
  @ApiProperty({ type: UsedHoldingDto, nullable: true, description: 'Gave the state' }) decisive: UsedHoldingDto | null;
  @ApiProperty({ type: MissingDto, nullable: true }) missing: MissingDto | null;
}

class NotUsedDto {
  @ApiProperty({ format: 'uuid' }) credentialId: string;
  @ApiProperty() jsonPath: string;
  @ApiProperty({ type: CompetencyNameDto }) competency: CompetencyNameDto;
  @ApiProperty({ example: 'weaker' }) reason: string;
  @ApiProperty({ type: [String] }) requirementIds: string[];
  @ApiProperty() text: string;
}

class HeldBackByDto {
  @ApiProperty({ enum: ['must', 'learnable', 'nice'] }) importance: string;
  @ApiProperty({ type: String, nullable: true }) group: string | null;
  @ApiProperty({ type: [String] }) requirementIds: string[];
  @ApiProperty() needed: number;
  @ApiProperty() met: number;
  @ApiProperty() text: string;
}

export class ExplanationDto extends RankingBasisDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ minimum: 1 }) rank: number;
  @ApiProperty({ minimum: 1 }) poolSize: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ minimum: 0 }) maxScore: number;
  @ApiProperty({ example: '61.88' }) scorePercent: string;
  @ApiProperty({ minimum: 0 }) scoreLow: number;
  @ApiProperty({ minimum: 0 }) scoreHigh: number;
  @ApiProperty({ type: HeldBackByDto, nullable: true, description: 'Keeps the candidate out of the next better band' })
  heldBackBy: HeldBackByDto | null;
  @ApiProperty({ type: [ExplainedRequirementDto], description: 'Their points sum to the score' })
  requirements: ExplainedRequirementDto[];
  @ApiProperty({ type: [NotUsedDto] }) notUsed: NotUsedDto[];
}

class ComparedCandidateDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ minimum: 1 }) rank: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
  @ApiProperty({ example: '61.88' }) scorePercent: string;
}

class ComparedSideDto {
  @ApiProperty({ enum: REQUIREMENT_STATES }) state: RequirementState;
  @ApiProperty({ minimum: 0 }) points: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) credentialId: string | null;
}

class ComparedRequirementDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ type: CompetencyNameDto }) competency: CompetencyNameDto;
  @ApiProperty({ type: ComparedSideDto }) a: ComparedSideDto;
  @ApiProperty({ type: ComparedSideDto }) b: ComparedSideDto;
  @ApiProperty({ description: 'Points of a minus points of b' }) difference: number;
  @ApiProperty() text: string;
}

export class ComparisonDto extends RankingBasisDto {
  @ApiProperty({ type: ComparedCandidateDto }) a: ComparedCandidateDto;
  @ApiProperty({ type: ComparedCandidateDto }) b: ComparedCandidateDto;
  @ApiProperty({ type: String, enum: ['a', 'b', null], nullable: true }) above: 'a' | 'b' | null;
  @ApiProperty({ type: String, nullable: true, description: 'The first rule that tells the two apart' })
  decidedBy: string | null;
  @ApiProperty() scoreDifference: number;
  @ApiProperty({ type: [ComparedRequirementDto], description: 'Their differences sum to that of the scores' })
  requirements: ComparedRequirementDto[];
}
