import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IMPORTANCES, type Importance, PROXY_KINDS, type ProxyKind } from '../../roles/index.js';
import type { SuggestionMethod } from '../domain/suggest/suggest-in.js';
import { AskedModelDto } from './asked-model.dto.js';
import { SuggestionRequestDto } from './suggestion.dto.js';

export class ProfileDraftRequestDto extends PickType(SuggestionRequestDto, ['text', 'framework'] as const) {}

class ProposalSourceDto {
  @ApiProperty({ example: 'You must hold a forklift licence.' }) sentence: string;
  @ApiProperty({ description: 'The part of it that led to the competency' }) matchedText: string;
  @ApiProperty({ example: 0.98, description: '0 to 1, for comparing; not a probability' }) confidence: number;
  @ApiProperty({ enum: ['preferred-label', 'alternative-label', 'similar-wording', 'similar-meaning'] })
  method: SuggestionMethod;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the importance was guessed from; null: nothing said it',
  })
  importanceWords: string | null;
}

class ProposedRequirementDto {
  @ApiProperty({ format: 'uuid' }) competencyId: string;
  @ApiProperty() competencyUri: string;
  @ApiProperty() competencyLabel: string;
  @ApiProperty({ enum: IMPORTANCES }) importance: Importance;
  @ApiProperty({ example: 10, description: 'The same for all, until a person says otherwise' }) weight: number;
  @ApiProperty({ type: ProposalSourceDto }) from: ProposalSourceDto;
}

class ProxyWarningDto {
  @ApiProperty({ enum: PROXY_KINDS, description: 'What stands for a skill' }) kind: ProxyKind;
  @ApiProperty({ example: "bachelor's degree" }) matchedText: string;
  @ApiProperty() sentence: string;
}

export class ProfileDraftDto {
  @ApiProperty({ type: [ProposedRequirementDto], description: 'In the order of the text; nothing of it is kept' })
  requirements: ProposedRequirementDto[];
  @ApiProperty({ type: [ProxyWarningDto], description: 'Degrees, years and job titles that the text asks for' })
  warnings: readonly ProxyWarningDto[];
  @ApiProperty({ type: [String], description: 'Sentences from which nothing was proposed' })
  unread: readonly string[];
  @ApiPropertyOptional({
    type: AskedModelDto,
    description: 'The embedding model and where it had a part; absent where none is configured (`EMBEDDING_MODEL`)',
  })
  model?: AskedModelDto | undefined;
}
