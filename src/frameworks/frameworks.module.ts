import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AcceptFrameworkUpload } from './application/accept-framework-upload.js';
import { CompetencyLookup } from './application/competency-lookup.js';
import { CompetencyPages } from './application/competency-pages.js';
import { CompetencyReader } from './application/competency-reader.js';
import { CompetencyResolver } from './application/competency-resolver.js';
import { CompetencyWordings } from './application/competency-wordings.js';
import { ChangeFramework } from './application/change-framework.js';
import { Crosswalks } from './application/crosswalks.js';
import { ExportFramework } from './application/export-framework.js';
import { ImportCrosswalks } from './application/import-crosswalks.js';
import { ImportFramework } from './application/import-framework.js';
import { SearchIndexes } from './application/search-indexes.js';
import { SearchCompetencies } from './application/search-competencies.js';
import { StarterFramework } from './application/starter-framework.js';
import { StoreVersion } from './application/store-version.js';
import { WorkOnFrameworkImport } from './application/work-on-framework-import.js';
import { CompetenciesController } from './http/competencies.controller.js';
import { CrosswalksController } from './http/crosswalks.controller.js';
import { FrameworkChangesController } from './http/framework-changes.controller.js';
import { FrameworkForm } from './http/framework-form.js';
import { FrameworksController } from './http/frameworks.controller.js';
import { CompetencyContextRepository } from './persistence/competency-context.repository.js';
import { CompetencyDetailRepository } from './persistence/competency-detail.repository.js';
import { CompetencyMatchRepository } from './persistence/competency-match.repository.js';
import { CompetencyReadRepository } from './persistence/competency-read.repository.js';
import { CompetencySearchRepository } from './persistence/competency-search.repository.js';
import { CompetencyWordingRepository } from './persistence/competency-wording.repository.js';
import { CrosswalkRepository } from './persistence/crosswalk.repository.js';
import { FrameworkContentRepository } from './persistence/framework-content.repository.js';
import { FrameworkExportRepository } from './persistence/framework-export.repository.js';
import { FrameworkReadRepository } from './persistence/framework-read.repository.js';
import { FrameworkUploadRepository } from './persistence/framework-upload.repository.js';
import { FrameworkRepository } from './persistence/framework.repository.js';
import { RelationRepository } from './persistence/relation.repository.js';
import { OnFrameworkImportRequested } from './queue/on-framework-import-requested.js';
import { OnOrganizationCreated } from './queue/on-organization-created.js';

@Module({
  imports: [AuditModule],
  controllers: [FrameworksController, CompetenciesController, CrosswalksController, FrameworkChangesController],
  providers: [
    FrameworkForm,
    AcceptFrameworkUpload,
    WorkOnFrameworkImport,
    ImportFramework,
    ExportFramework,
    Crosswalks,
    ImportCrosswalks,
    ChangeFramework,
    CrosswalkRepository,
    FrameworkExportRepository,
    StoreVersion,
    StarterFramework,
    OnFrameworkImportRequested,
    OnOrganizationCreated,
    CompetencyLookup,
    CompetencyPages,
    CompetencyReader,
    CompetencyResolver,
    CompetencyWordings,
    SearchCompetencies,
    SearchIndexes,
    FrameworkRepository,
    FrameworkReadRepository,
    FrameworkContentRepository,
    FrameworkUploadRepository,
    RelationRepository,
    CompetencyMatchRepository,
    CompetencyReadRepository,
    CompetencyContextRepository,
    CompetencyDetailRepository,
    CompetencySearchRepository,
    CompetencyWordingRepository,
  ],
  exports: [
    ChangeFramework,
    CompetencyLookup,
    CompetencyPages,
    CompetencyReader,
    CompetencyResolver,
    CompetencyWordings,
    Crosswalks,
    StarterFramework,
  ],
})
export class FrameworksModule {}
