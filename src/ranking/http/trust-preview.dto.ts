import { ApiProperty, OmitType } from '@nestjs/swagger';
import { TrustDecisionDto } from '../../trust/index.js';
import { ProfileMovesDto } from './scoring-policy.dto.js';

/** A decision without its reason, which nobody has to give for looking. */
export class TrustPreviewDto extends OmitType(TrustDecisionDto, ['reason'] as const) {}

class StrengthChangesDto {
  @ApiProperty({ minimum: 0 }) holdings: number;
  @ApiProperty({ minimum: 0 }) candidates: number;
  @ApiProperty({ minimum: 0, description: 'Candidates of whom some holding would be worth more' }) gaining: number;
  @ApiProperty({ minimum: 0, description: 'Candidates of whom some holding would be worth less' }) losing: number;
}

export class TrustDecisionPreviewDto {
  @ApiProperty({ type: StrengthChangesDto, description: 'Whose holdings would have another strength' })
  strengths: StrengthChangesDto;
  @ApiProperty({ type: [String], format: 'uuid', description: 'The issuer, and issuers that it endorses' })
  issuerIds: readonly string[];
  @ApiProperty({ type: [ProfileMovesDto], description: 'Published profiles, newest first' }) data: ProfileMovesDto[];
  @ApiProperty({ minimum: 1, description: 'The scoring policy in force' }) policyVersion: number;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
