import { ApiProperty, PickType } from '@nestjs/swagger';
import { CHANGE_KINDS, type ChangeKind } from '../domain/preview/profile-change.js';
import { type ProfileWarning, WARNING_CODES } from '../domain/preview/warnings.js';
import { RankingQueryDto } from './ranking-query.dto.js';

export class PreviewQueryDto extends PickType(RankingQueryDto, ['job', 'asOf'] as const) {}

class BandCountsDto {
  @ApiProperty({ minimum: 0, example: 12 }) qualified: number;
  @ApiProperty({ minimum: 0, example: 30 }) readySoon: number;
  @ApiProperty({ minimum: 0, example: 458 }) notYet: number;
}

class PreviewPoolDto extends BandCountsDto {
  @ApiProperty({ minimum: 0, example: 500 }) all: number;
  @ApiProperty({ minimum: 0, example: 41, description: 'One unmet requirement away from qualified' }) near: number;
}

class RequirementEffectDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ minimum: 0, example: 120, description: 'How many meet it' }) holding: number;
  @ApiProperty({ minimum: 0, example: 19, description: 'How many would be qualified but for it alone' })
  excludesAlone: number;
  @ApiProperty({ type: BandCountsDto, description: 'A group asks for as many as before, or for all that are left' })
  ifDropped: BandCountsDto;
  @ApiProperty({ type: BandCountsDto, description: 'With its whole group' }) ifLearnable: BandCountsDto;
  @ApiProperty({ type: BandCountsDto, nullable: true, description: 'null without a level, or at the lowest' })
  ifOneLevelLower: BandCountsDto | null;
}

class ProfileChangeDto {
  @ApiProperty() requirementId: string;
  @ApiProperty({ enum: CHANGE_KINDS }) change: ChangeKind;
}

class SingleChangeDto extends ProfileChangeDto {
  @ApiProperty({ minimum: 1, example: 19 }) addsQualified: number;
  @ApiProperty({ type: BandCountsDto, description: 'The bands after it' }) pool: BandCountsDto;
}

class TradeOffDto {
  @ApiProperty({ type: [ProfileChangeDto], minItems: 1, maxItems: 3 }) changes: readonly ProfileChangeDto[];
  @ApiProperty({ minimum: 1, example: 44 }) qualified: number;
  @ApiProperty({ minimum: 1, example: 32 }) addsQualified: number;
}

class ProfileWarningDto {
  @ApiProperty({ enum: WARNING_CODES }) code: ProfileWarning['code'];
  @ApiProperty({ type: [String] }) requirementIds: readonly string[];
  @ApiProperty({ minimum: 0, description: 'Whom it shuts out; of near duplicates who meets both' }) people: number;
  @ApiProperty() text: string;
}

export class PreviewDto {
  @ApiProperty({ type: PreviewPoolDto }) pool: PreviewPoolDto;
  @ApiProperty({ type: [RequirementEffectDto], description: 'In profile order' })
  requirements: readonly RequirementEffectDto[];
  @ApiProperty({
    type: SingleChangeDto,
    nullable: true,
    description: 'Adds most qualified, the gentlest of equals; null when no single change adds anybody',
  })
  bestSingleChange: SingleChangeDto | null;
  @ApiProperty({
    type: [TradeOffDto],
    description: 'Up to three changes, fewest first; each qualifies more people than any set of fewer changes',
  })
  tradeOffs: readonly TradeOffDto[];
  @ApiProperty({ description: 'false when the profile is so large that only the most promising changes were combined' })
  tradeOffsExhaustive: boolean;
  @ApiProperty({
    type: [ProfileWarningDto],
    description: 'What to look at before keeping it; nothing is refused for it',
  })
  warnings: readonly ProfileWarningDto[];
  @ApiProperty({ example: 'credence-1' }) formula: string;
  @ApiProperty({ minimum: 1 }) policyVersion: number;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
  @ApiProperty({ minimum: 0, description: 'How many changes of holdings the answer has seen' }) sequence: number;
}
