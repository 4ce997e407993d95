import { ApiProperty } from '@nestjs/swagger';

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
