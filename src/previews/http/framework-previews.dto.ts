import { IntersectionType, OmitType } from '@nestjs/swagger';
import { ChangedFrameworkDto } from '../../frameworks/index.js';
import { RehearsedMovesDto } from './rehearsed-moves.dto.js';

export class FrameworkPreviewDto extends IntersectionType(
  OmitType(ChangedFrameworkDto, ['frameworkVersionId', 'dryRun'] as const),
  RehearsedMovesDto,
) {}
