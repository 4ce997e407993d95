import { ApiProperty } from '@nestjs/swagger';
import { ProfileMovesDto } from '../../ranking/index.js';

export class RehearsedMovesDto {
  @ApiProperty({
    type: [ProfileMovesDto],
    nullable: true,
    description:
      'Published profiles, newest first; null: more credentials would be mapped again than a preview does (500)',
  })
  data: ProfileMovesDto[] | null;
  @ApiProperty({ type: 'integer', minimum: 1, nullable: true, description: 'The scoring policy in force' })
  policyVersion: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) asOf: Date | null;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
