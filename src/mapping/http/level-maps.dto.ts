import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { FEWEST_LEVELS, MOST_LEVELS, SCALE_MAPS } from '../../scoring/index.js';

const SCALES = SCALE_MAPS.map(({ name }) => name);
const MOST_STEPS = Math.max(...SCALE_MAPS.map(({ steps }) => steps.length));

export class LevelMapDto {
  @ApiProperty({ enum: SCALES, example: 'CEFR' })
  @IsIn(SCALES)
  scale: string;

  @ApiProperty({ type: 'integer', minimum: FEWEST_LEVELS, maximum: MOST_LEVELS, description: 'Number of own levels' })
  @IsInt()
  @Min(FEWEST_LEVELS)
  @Max(MOST_LEVELS)
  top: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: MOST_LEVELS },
    maxItems: MOST_STEPS,
    example: [1, 1, 2, 3, 4, 5],
    description: 'Own level of each step, lowest step first; never falling',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STEPS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_LEVELS, { each: true })
  levels: number[];
}

export class LevelMapsDto {
  @ApiProperty({
    type: [LevelMapDto],
    maxItems: SCALES.length * MOST_LEVELS,
    description: 'Scales that are not named are read as they are by default',
  })
  @IsArray()
  @ArrayMaxSize(SCALES.length * MOST_LEVELS)
  @ValidateNested({ each: true })
  @Type(() => LevelMapDto)
  maps: LevelMapDto[];
}

class ShownLevelMapDto extends LevelMapDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    example: [['a1'], ['a2'], ['b1'], ['b2'], ['c1'], ['c2']],
    description: 'Each step with every way of writing it, in lower case',
  })
  steps: string[][];
  @ApiProperty({ description: 'Nothing was set for this scale and number of levels' }) isDefault: boolean;
}

export class LevelMapsAnswerDto {
  @ApiProperty({ minimum: 1 }) version: number;
  @ApiProperty({ type: [ShownLevelMapDto] }) maps: ShownLevelMapDto[];
}

export class LevelMapsVersionDto extends LevelMapsDto {
  @ApiProperty({ minimum: 2 }) version: number;
  @ApiProperty({ description: 'Id of the API key or person' }) changedBy: string;
  @ApiProperty({ format: 'date-time' }) changedAt: Date;
}

export class LevelMapsVersionPageDto {
  @ApiProperty({ type: [LevelMapsVersionDto] }) data: LevelMapsVersionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
