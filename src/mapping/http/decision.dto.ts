import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { Malformed } from '../../platform/errors/index.js';
import { PageQuery } from '../../platform/http/index.js';
import type { DecisionCommand } from '../application/draft-decision.js';
import {
  type Decision,
  DECISION_SCOPES,
  DECISION_STATES,
  DECISIONS,
  type DecisionScope,
  type DecisionState,
  REVIEW_RELATIONS,
  type ReviewRelation,
} from '../domain/decisions/mapping-rule.js';

export class DecisionDto {
  @ApiProperty({ enum: DECISIONS, example: 'correct' })
  @IsIn(DECISIONS)
  decision: Decision;

  @ApiPropertyOptional({ format: 'uuid', description: 'For correct only, which needs it: what the claim means' })
  @ValidateIf(({ decision, competencyId }: DecisionDto) => decision === 'correct' || competencyId !== undefined)
  @IsUUID()
  competencyId?: string;

  @ApiProperty({
    enum: DECISION_SCOPES,
    example: 'achievement',
    description: 'The same claim in this achievement, in everything of this issuer, or wherever it is stated',
  })
  @IsIn(DECISION_SCOPES)
  scope: DecisionScope;

  @ApiProperty({ example: 'Our trainers use both names for it.', description: 'Kept with the decision' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  @Matches(/^[^\u0000]*$/, { message: 'reason must not contain NUL' })
  reason: string;

  @ApiPropertyOptional({
    enum: [...REVIEW_RELATIONS, 'none'],
    default: 'close',
    description:
      'For accept and correct: what is also said where the claim identifies a competency that no framework has. `close`: a ' +
      'crosswalk that suggests the one chosen to whatever names the other; `exact`: one that maps it without a person',
  })
  @IsOptional()
  @IsIn([...REVIEW_RELATIONS, 'none'])
  crosswalk?: ReviewRelation | 'none';
}

/** @param pointer of the decision in the body */
export function toCommand(
  { decision, competencyId, scope, reason, crosswalk }: DecisionDto,
  pointer = '',
): DecisionCommand {
  if (decision === 'reject' && crosswalk !== undefined) {
    throw new Malformed('crosswalk-not-asked', 'A rejection states no crosswalk.', [
      {
        pointer: `${pointer}/crosswalk`,
        code: 'crosswalk-not-asked',
        message: 'must be absent when decision is reject',
      },
    ]);
  }
  if (decision !== 'correct' && competencyId !== undefined) {
    throw new Malformed('competency-not-asked', 'Only a correction names a competency.', [
      {
        pointer: `${pointer}/competencyId`,
        code: 'competency-not-asked',
        message: 'must be absent unless decision is correct',
      },
    ]);
  }
  return { decision, competencyId: competencyId?.toLowerCase(), scope, reason, crosswalk };
}

export class DecidedClaimDto {
  @ApiProperty({ type: String, nullable: true, example: 'Lift truck driving' })
  text: string | null;

  @ApiProperty({ type: String, nullable: true })
  uri: string | null;

  @ApiProperty({ type: String, nullable: true })
  code: string | null;
}

export class DecidedCompetencyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Forklift operation' })
  label: string;

  @ApiProperty({ example: 'urn:credence:starter:forklift-operation' })
  uri: string;
}

class StatedCrosswalkDto {
  @ApiProperty({ enum: REVIEW_RELATIONS }) relation: string;
  @ApiProperty({ example: 'uri:https://skills.example.org/welding', description: 'What the claim identifies' })
  key: string;
}

class DecidedDto {
  @ApiProperty({ enum: DECISIONS })
  decision: string;

  @ApiProperty({ enum: DECISION_SCOPES })
  scope: string;

  @ApiProperty({ type: DecidedClaimDto, description: 'The claim that was decided on' })
  claim: DecidedClaimDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: everywhere' })
  issuerId: string | null;

  @ApiProperty({ type: DecidedCompetencyDto, nullable: true, description: 'What the claim means' })
  competency: DecidedCompetencyDto | null;

  @ApiProperty({ type: DecidedCompetencyDto, nullable: true, description: 'What the claim does not mean' })
  rejected: DecidedCompetencyDto | null;

  @ApiProperty({ example: 'Our trainers use both names for it.' })
  reason: string;

  @ApiProperty({ type: StatedCrosswalkDto, nullable: true, description: 'What it says of a competency elsewhere' })
  crosswalk: StatedCrosswalkDto | null;
}

export class DecisionAnswerDto extends DecidedDto {
  @ApiProperty({ format: 'uuid', description: 'Also evidence.ruleId of the mappings that follow from it' })
  id: string;

  @ApiProperty({
    enum: DECISION_STATES,
    description: 'proposed: waits for a second person, and changes nothing until then',
  })
  state: DecisionState;

  @ApiProperty({ description: 'Id of the API key or person' })
  decidedBy: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt: Date;

  @ApiProperty({ type: String, nullable: true, description: 'The second person, where one had to confirm it' })
  confirmedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confirmedAt: Date | null;
}

export class DecisionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DECISION_STATES, default: 'in_force' })
  @IsOptional()
  @IsIn(DECISION_STATES)
  state?: DecisionState;
}

export class DecisionEffectDto extends DecidedDto {
  @ApiProperty({ type: 'integer', description: 'Credentials that state the claim within the scope', example: 12 })
  credentials: number;

  @ApiProperty({ type: 'integer', description: 'Candidates who have one of them', example: 10 })
  candidates: number;

  @ApiProperty({ type: 'integer', description: 'Credentials whose claim would mean something else', example: 12 })
  credentialsChanged: number;

  @ApiProperty({ type: 'integer', description: 'Candidates with one of those', example: 10 })
  candidatesChanged: number;

  @ApiProperty({ type: 'integer', description: 'Candidates who do not hold the competency yet', example: 9 })
  gaining: number;

  @ApiProperty({ type: 'integer', description: 'Candidates whose holding of the rejected one may go', example: 0 })
  losing: number;
}

export class DecisionPageDto {
  @ApiProperty({ type: [DecisionAnswerDto] })
  data: DecisionAnswerDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
