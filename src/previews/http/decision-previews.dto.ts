import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { DecisionEffectDto } from '../../mapping/index.js';
import { RehearsedMovesDto } from './rehearsed-moves.dto.js';

export class DecisionPreviewDto extends IntersectionType(DecisionEffectDto, RehearsedMovesDto) {}

export class DecisionBatchPreviewDto extends RehearsedMovesDto {
  @ApiProperty({ type: [DecisionEffectDto], description: 'What each would change at most, in the order asked' })
  decisions: DecisionEffectDto[];
}
