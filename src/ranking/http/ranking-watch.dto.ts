import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

export class WatchRankingDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    example: 10,
    description: 'Who enters or leaves the first n',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  first: number;
}

export class RankingWatchDto extends WatchRankingDto {
  @ApiProperty() roleProfileId: string;
  @ApiProperty({ type: Date, nullable: true, description: 'null until the ranking was looked at' })
  checkedAt: Date | null;
}
