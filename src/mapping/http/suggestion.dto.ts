import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { AskedModelDto } from './asked-model.dto.js';
import type { SuggestionMethod } from '../domain/suggest/suggest-in.js';

const ID = '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79';

export class SuggestionRequestDto {
  @ApiProperty({
    example: 'Drives forklift trucks and keeps stock records.',
    description: 'A phrase, sentences or a list; HTML and Markdown are left out',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  text: string;

  @ApiPropertyOptional({ example: 10, default: 10, minimum: 1, maximum: 50 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  limit?: number;

  @ApiPropertyOptional({
    example: 'credence-starter',
    description: 'Id, slug or name of one framework; absent for all',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  framework?: string;
}

class SuggestedFrameworkDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: 'Credence starter' }) name: string;
  @ApiProperty({ example: ID }) versionId: string;
  @ApiProperty({ example: '1' }) version: string;
}

class SuggestedCompetencyDto {
  @ApiProperty({ example: ID }) id: string;
  @ApiProperty({ example: 'urn:credence:starter:forklift-operation' }) uri: string;
  @ApiProperty({ type: String, nullable: true, example: 'forklift-operation' }) code: string | null;
  @ApiProperty({ example: 'Forklift operation' }) label: string;
  @ApiProperty({ example: 'skill' }) type: string;
  @ApiProperty() framework: SuggestedFrameworkDto;
}

class SuggestionSignalsDto {
  @ApiProperty({ example: 0.61, description: 'Spelled alike: shared runs of three letters with a label' })
  trigram: number;
  @ApiProperty({ example: 0.72, description: 'Same words as a label, rare words counting more' }) cosine: number;
  @ApiProperty({ example: 1.9, description: 'How much of a label the text contains; more for labels that say more' })
  containment: number;
  @ApiProperty({ example: 1, description: 'Words of all labels and the description, beside the best (1)' })
  words: number;
  @ApiProperty({ example: 0.7, description: 'Same words as the preferred label' }) preferred: number;
  @ApiProperty({ example: 0.9, description: 'How much of the text one label has' }) coverage: number;
  @ApiProperty({ example: 1, description: 'How near all labels together come, beside the nearest (1)' }) votes: number;
  @ApiPropertyOptional({
    example: 0.64,
    description:
      'How near the meaning comes to that of the name, -1 to 1 (cosine); only where an embedding model was used',
  })
  meaning?: number;
}

class SuggestionDto {
  @ApiProperty() competency: SuggestedCompetencyDto;
  @ApiProperty({ example: 0.98, description: '0 to 1, for comparing suggestions; not a probability' })
  confidence: number;
  @ApiProperty({ enum: ['preferred-label', 'alternative-label', 'similar-wording', 'similar-meaning'] })
  method: SuggestionMethod;
  @ApiProperty({ example: 'Drives forklift trucks and keeps stock records', description: 'The part of the text' })
  matchedText: string;
  @ApiProperty() signals: SuggestionSignalsDto;
}

export class SuggestionsDto {
  @ApiProperty({ type: [SuggestionDto], description: 'The likeliest first' }) data: SuggestionDto[];
  @ApiPropertyOptional({
    type: AskedModelDto,
    description: 'The embedding model and where it had a part; absent where none is configured (`EMBEDDING_MODEL`)',
  })
  model?: AskedModelDto | undefined;
}
