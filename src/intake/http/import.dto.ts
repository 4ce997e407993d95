import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

class ImportProgressDto {
  @ApiProperty({ example: 0 }) done: number;
  @ApiProperty({ example: 250, description: 'Lines that hold something' }) total: number;
}

/** The operation of an import that was just handed in; its `Location` tells how far it has come. */
export class ImportAcceptedDto {
  @ApiProperty({ example: '019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79' }) id: string;
  @ApiProperty({ example: 'candidate-import' }) kind: string;
  @ApiProperty({ example: 'queued' }) state: string;
  @ApiProperty() progress: ImportProgressDto;
  @ApiProperty({ type: 'object', additionalProperties: false, nullable: true, example: null }) result: null;
  @ApiProperty({ type: 'object', additionalProperties: false, nullable: true, example: null }) error: null;
  @ApiProperty({ example: '/v1/imports/019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79/results' }) resultsUrl: string;
}

export class ImportQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'true: tell what each line would do, and keep nothing',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}

export class CsvColumnDto {
  @ApiProperty({ example: 'emails' }) name: string;
  @ApiProperty({ example: '/emails', description: 'Where its cells go in a line of an import; problems point there' })
  field: string;
  @ApiProperty({ description: 'Whether a cell may hold several' }) list: boolean;
  @ApiProperty() description: string;
  @ApiProperty({ example: 'amara@mail.example' }) example: string;
}

/** How a CSV import is written. */
export class CsvGuideDto {
  @ApiProperty({ type: [CsvColumnDto], description: 'In any order, each at most once; case does not matter' })
  columns: CsvColumnDto[];
  @ApiProperty({ description: 'A file with all columns and one row, which can be imported' }) example: string;
}
