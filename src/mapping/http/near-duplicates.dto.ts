import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PageQuery } from '../../platform/http/index.js';
import { LEAST_LIKENESS } from '../domain/suggest/near-duplicates.js';

export class NearDuplicateQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: LEAST_LIKENESS, maximum: 100, default: 80 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(LEAST_LIKENESS)
  @Max(100)
  likeness?: number;
}

class DuplicateSideDto {
  @ApiProperty({ format: 'uuid' }) competencyId: string;
  @ApiProperty({ example: 'urn:own:weld' }) uri: string;
  @ApiProperty({ example: 'Joining metal', description: 'The label that is near to one of the other’s' }) label: string;
}

class NearDuplicateDto {
  @ApiProperty({ type: DuplicateSideDto }) first: DuplicateSideDto;
  @ApiProperty({ type: DuplicateSideDto }) second: DuplicateSideDto;
  @ApiProperty({ type: 'integer', minimum: LEAST_LIKENESS, maximum: 100, description: 'Percent' }) likeness: number;
}

export class NearDuplicatePageDto {
  @ApiProperty({ type: [NearDuplicateDto] }) data: NearDuplicateDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
