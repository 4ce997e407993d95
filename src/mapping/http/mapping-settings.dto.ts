import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

export class MappingSettingsDto {
  @ApiProperty({ description: 'A decision on a mapping is proposed only, until another person has confirmed it' })
  @IsBoolean()
  secondReviewer: boolean;

  @ApiProperty({
    description:
      'Words that exactly are an alternative label of three words or more, of one competency alone, are mapped without a ' +
      'person (method `alternative-label`)',
  })
  @IsBoolean()
  alternativeLabels: boolean;
}

export class MappingSettingsAnswerDto extends MappingSettingsDto {
  @ApiProperty({ minimum: 1 }) version: number;
}
