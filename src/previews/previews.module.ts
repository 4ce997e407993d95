import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/index.js';
import { MappingModule } from '../mapping/index.js';
import { RankingModule } from '../ranking/index.js';
import { PreviewDecisions } from './application/preview-decisions.js';
import { PreviewFramework } from './application/preview-framework.js';
import { DecisionPreviewsController } from './http/decision-previews.controller.js';
import { FrameworkPreviewsController } from './http/framework-previews.controller.js';
import { RehearsedPages } from './http/rehearsed-pages.js';

@Module({
  imports: [FrameworksModule, MappingModule, RankingModule],
  controllers: [DecisionPreviewsController, FrameworkPreviewsController],
  providers: [PreviewDecisions, PreviewFramework, RehearsedPages],
})
export class PreviewsModule {}
