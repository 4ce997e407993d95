import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { MAX_STEPS } from '../../scoring/index.js';
import { type Band, BANDS } from '../domain/gates.js';

const Percent = (): PropertyDecorator => (target, key) => {
  ApiProperty({ type: 'integer', minimum: 0, maximum: 100 })(target, key);
  IsInt()(target, key);
  Min(0)(target, key);
  Max(100)(target, key);
};

const Percents = (): PropertyDecorator => (target, key) => {
  ApiProperty({ type: 'array', items: { type: 'integer', minimum: 1, maximum: 100 }, maxItems: MAX_STEPS })(
    target,
    key,
  );
  IsArray()(target, key);
  ArrayMaxSize(MAX_STEPS)(target, key);
  IsInt({ each: true })(target, key);
  Min(0, { each: true })(target, key);
  Max(100, { each: true })(target, key);
};

class LadderDto {
  @Percent() 'assessed-with-evidence': number;
  @Percent() assessed: number;
  @Percent() completed: number;
  @Percent() attended: number;
  @Percent() 'self-asserted': number;
}

class TiersDto {
  @Percent() trusted: number;
  @Percent() recognized: number;
  @Percent() known: number;
  @Percent() self_issued: number;
  @Percent() blocked: number;
}

class RelationsDto {
  @Percent() same: number;
  @Percents() narrower: number[];
  @Percent() related: number;
  @Percents() broader: number[];
}

class ThresholdsDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100, description: 'From this relation on it can be met' })
  @IsInt()
  @Min(1)
  @Max(100)
  fullRelation: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100, description: 'From this strength on it can be met' })
  @IsInt()
  @Min(1)
  @Max(100)
  metStrength: number;
}

export class ScoringPolicyDto {
  @ApiProperty({ type: LadderDto, description: 'Percent of each kind of proof, falling' })
  @IsDefined()
  @ValidateNested()
  @Type(() => LadderDto)
  ladder: LadderDto;

  @ApiProperty({ type: TiersDto, description: 'Percent of trust in each tier, falling' })
  @IsDefined()
  @ValidateNested()
  @Type(() => TiersDto)
  tiers: TiersDto;

  @ApiProperty({ type: RelationsDto, description: 'narrower and broader by number of steps, falling' })
  @IsDefined()
  @ValidateNested()
  @Type(() => RelationsDto)
  relations: RelationsDto;

  @ApiProperty({ type: ThresholdsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ThresholdsDto)
  thresholds: ThresholdsDto;

  @Percent() unknownLevelPercent: number;
}

class ScoringInputDto {
  @ApiProperty({ example: 'holding' }) of: string;
  @ApiProperty({ example: 'level' }) name: string;
  @ApiProperty() meaning: string;
}

export class ScoringPolicyAnswerDto extends ScoringPolicyDto {
  @ApiProperty({ example: 'credence-1' }) formula: string;
  @ApiProperty({ minimum: 1 }) version: number;
  @ApiProperty() tieRule: string;
  @ApiProperty({ type: [ScoringInputDto], description: 'All that may enter a score' })
  inputs: readonly ScoringInputDto[];
}

export class ScoringPolicyVersionDto extends ScoringPolicyDto {
  @ApiProperty({ minimum: 2 }) version: number;
  @ApiProperty({ description: 'Id of the API key or person' }) changedBy: string;
  @ApiProperty({ format: 'date-time' }) changedAt: Date;
}

export class ScoringPolicyVersionPageDto {
  @ApiProperty({ type: [ScoringPolicyVersionDto] }) data: ScoringPolicyVersionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Each profile is ranked twice as a whole, so pages are short. */
export class PolicyPreviewQueryDto extends PageQuery {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 20, default: 10, required: false })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  override limit: number = 10;
}

export class BandTotalsDto {
  @ApiProperty({ minimum: 0 }) qualified: number;
  @ApiProperty({ minimum: 0 }) readySoon: number;
  @ApiProperty({ minimum: 0 }) notYet: number;
}

class BandChangeDto {
  @ApiProperty({ enum: BANDS }) from: Band;
  @ApiProperty({ enum: BANDS }) to: Band;
  @ApiProperty({ minimum: 1 }) people: number;
}

class RankMovesDto {
  @ApiProperty({ minimum: 0 }) up: number;
  @ApiProperty({ minimum: 0 }) down: number;
  @ApiProperty({ minimum: 0 }) unchanged: number;
}

export class MovePlaceDto {
  @ApiProperty({ minimum: 1 }) rank: number;
  @ApiProperty({ enum: BANDS }) band: Band;
  @ApiProperty({ minimum: 0 }) score: number;
}

class MoveDto {
  @ApiProperty({ format: 'uuid' }) candidateId: string;
  @ApiProperty({ type: MovePlaceDto }) before: MovePlaceDto;
  @ApiProperty({ type: MovePlaceDto }) after: MovePlaceDto;
}

export class MovesDto {
  @ApiProperty({ minimum: 0, description: 'Everyone in the pool' }) all: number;
  @ApiProperty({ type: BandTotalsDto }) before: BandTotalsDto;
  @ApiProperty({ type: BandTotalsDto }) after: BandTotalsDto;
  @ApiProperty({ type: [BandChangeDto] }) bandChanges: readonly BandChangeDto[];
  @ApiProperty({ type: RankMovesDto }) ranks: RankMovesDto;
  @ApiProperty({ type: [MoveDto], description: 'At most 20: whose band changes first, then who moves furthest' })
  movers: readonly MoveDto[];
}

export class ProfileMovesDto extends MovesDto {
  @ApiProperty({ format: 'uuid' }) roleProfileId: string;
  @ApiProperty() title: string;
  @ApiProperty({ minimum: 1 }) profileVersion: number;
}

export class PolicyPreviewDto {
  @ApiProperty({ type: [ProfileMovesDto], description: 'Published profiles, newest first' }) data: ProfileMovesDto[];
  @ApiProperty({ minimum: 1, description: 'The policy in force, with which before was worked out' })
  policyVersion: number;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
