import { Module } from '@nestjs/common';
import { MappingModule } from '../mapping/index.js';
import { RankingModule } from '../ranking/index.js';
import { PreviewDecisions } from './application/preview-decisions.js';
import { DecisionPreviewsController } from './http/decision-previews.controller.js';
import { RehearsedPages } from './http/rehearsed-pages.js';

@Module({
  imports: [MappingModule, RankingModule],
  controllers: [DecisionPreviewsController],
  providers: [PreviewDecisions, RehearsedPages],
})
export class PreviewsModule {}
