import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

export class MappingSettingsDto {
  @ApiProperty({ description: 'A decision on a mapping is proposed only, until another person has confirmed it' })
  @IsBoolean()
  secondReviewer: boolean;
}

export class MappingSettingsAnswerDto extends MappingSettingsDto {
  @ApiProperty({ minimum: 1 }) version: number;
}
