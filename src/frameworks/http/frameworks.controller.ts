import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import {
  AcceptsMultipart,
  Creates,
  Cursors,
  etagOf,
  idOf,
  Multipart,
  type MultipartForm,
  type Page,
  PageQuery,
} from '../../platform/http/index.js';
import { operationUrl } from '../../platform/operations/index.js';
import { AcceptFrameworkUpload, FRAMEWORK_OPERATION } from '../application/accept-framework-upload.js';
import { ExportFramework } from '../application/export-framework.js';
import { FRAMEWORK_FORMATS } from '../domain/framework-errors.js';
import { IMPORT_LIMITS } from '../domain/import/import-limits.js';
import { FrameworkReadRepository, type ListedFramework } from '../persistence/framework-read.repository.js';
import { FrameworkForm } from './framework-form.js';
import {
  FrameworkDto,
  FrameworkExportQuery,
  FrameworksDto,
  FrameworkUploadedDto,
  type ListedFrameworkDto,
} from './framework.dto.js';

/** ESCO in one language has 16; further languages add two or three each. */
const MAX_FILES = 60;
const text = { type: 'string' } as const;

@ApiTags('frameworks')
@Controller('v1/frameworks')
export class FrameworksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly form: FrameworkForm,
    private readonly accept: AcceptFrameworkUpload,
    private readonly frameworks: FrameworkReadRepository,
    private readonly cursors: Cursors,
    private readonly exports: ExportFramework,
  ) {}

  @Post()
  @HttpCode(202)
  @Creates()
  @AcceptsMultipart({ maxFileBytes: IMPORT_LIMITS.maxUploadBytes, maxFiles: MAX_FILES })
  @Policy('admin', 'integration')
  @ApiOperation({
    summary: 'Import a competency framework, or a newer version of one',
    description:
      'The operation at `Location` ends with how many competencies were taken, what was wrong in which line, and what ' +
      'changed since the version before. The same content again changes nothing and says `unchanged: true`. With ' +
      '`dryRun` it tells all that and nothing is imported. Without `format` the files tell theirs. Files may be packed ' +
      'with gzip or zip; at most 64 MiB each, 256 MiB unpacked and 500,000 rows.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['name', 'version', 'files'],
      properties: {
        format: { ...text, enum: [...FRAMEWORK_FORMATS] },
        name: { ...text, example: 'Northwind skills' },
        version: { ...text, example: '2026.1' },
        dryRun: { ...text, enum: ['true', 'false'] },
        files: { type: 'array', items: { ...text, format: 'binary' } },
      },
    },
  })
  @ApiAcceptedResponse({ type: FrameworkUploadedDto })
  async upload(
    @Multipart() form: MultipartForm | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FrameworkUploadedDto> {
    const id = await this.accept.run(await this.form.read(form), principal);
    void reply.header('location', operationUrl(id));
    const progress = { done: 0, total: null };
    return { id, kind: FRAMEWORK_OPERATION, state: 'queued', progress, result: null, error: null };
  }

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Frameworks in order of creation, each with its version in force' })
  @ApiOkResponse({ type: FrameworksDto })
  async list(
    @Query() query: PageQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<ListedFrameworkDto>> {
    const filters = { list: 'frameworks' };
    const start = await this.cursors.start(organizationId, query, filters);
    const after = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, (tx) => this.frameworks.list(tx, after, query.limit + 1));
    return this.cursors.page(organizationId, query, filters, rows, (row) => [row.id], presentFramework);
  }

  @Get(':id/export')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({
    summary: 'The version in force as a file',
    description:
      'Streamed. The file imported again is the same content (`unchanged: true`). What the format has no member for stands ' +
      'in the column `more`, or in the extension `credence` of a CASE item. Crosswalks that people added are not in it.',
  })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Param('id', idOf('framework')) id: string,
    @Query() { format }: FrameworkExportQuery,
    @CurrentPrincipal() { organizationId }: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const framework = await this.exports.find(organizationId, id);
    const lines =
      format === 'csv' ? this.exports.asCsv(organizationId, framework) : this.exports.asCase(organizationId, framework);
    const [type, ending] = EXPORT_TYPES[format];
    const name = `${framework.slug.replace(/[^a-z0-9-]+/g, '-')}-${framework.version.replace(/[^A-Za-z0-9.-]+/g, '-')}`;
    await reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${name}.${ending}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines));
  }

  @Get(':id')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'One framework with its versions, counts and scale' })
  @ApiOkResponse({ type: FrameworkDto })
  async one(
    @Param('id', idOf('framework')) id: string,
    @CurrentPrincipal() { organizationId }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FrameworkDto> {
    return this.unitOfWork.run(organizationId, async (tx) => {
      const framework = await this.frameworks.find(tx, id);
      if (framework === undefined) throw new NotFound('framework');
      void reply.header('etag', etagOf(framework.versionId));
      return {
        ...presentFramework(framework),
        counts: await this.frameworks.counts(tx, framework.versionId),
        about: framework.about,
        scale: framework.scale,
        versions: await this.frameworks.versions(tx, id),
      };
    });
  }
}

const EXPORT_TYPES = {
  csv: ['text/csv; charset=utf-8', 'csv'],
  case: ['application/json; charset=utf-8', 'json'],
} as const;

function presentFramework({ scale: _scale, about: _about, ...framework }: ListedFramework): ListedFrameworkDto {
  return framework;
}
