import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { BodyLimit, Creates, Cursors, idOf, type Page, RawBody, UnsupportedType } from '../../platform/http/index.js';
import { Crosswalks } from '../application/crosswalks.js';
import { ImportCrosswalks, type ImportedCrosswalks, MAX_CROSSWALK_BYTES } from '../application/import-crosswalks.js';
import { CrosswalkRepository, type ListedCrosswalk } from '../persistence/crosswalk.repository.js';
import {
  CreateCrosswalkDto,
  CrosswalkCreatedDto,
  CrosswalkImportQuery,
  CrosswalkPageDto,
  CrosswalkQuery,
  ImportedCrosswalksDto,
} from './crosswalk.dto.js';

const CSV = 'text/csv';
const CSV_EXAMPLE = 'competency,relation,to,label,confidence\nurn:own:weld,exact,ESCO:S5.6.1,Welding,90\n';

@ApiTags('frameworks')
@Controller('v1/crosswalks')
export class CrosswalksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crosswalks: Crosswalks,
    private readonly imports: ImportCrosswalks,
    private readonly records: CrosswalkRepository,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({ summary: 'Which competency is which thing of another framework, and who says so' })
  @ApiOkResponse({ type: CrosswalkPageDto })
  async list(
    @Query() query: CrosswalkQuery,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<Page<ListedCrosswalk>> {
    const { competencyId, relation, source } = query;
    const filters = { list: 'crosswalks', competencyId, relation, source };
    const start = await this.cursors.start(organizationId, query, filters);
    const after = start === undefined ? null : String(start[0]);
    const rows = await this.unitOfWork.run(organizationId, (tx) =>
      this.records.list(tx, { competencyId, relation, source }, after, query.limit + 1),
    );
    return this.cursors.page(
      organizationId,
      query,
      filters,
      rows,
      ({ id }) => [id],
      (row) => row,
    );
  }

  @Post()
  @Creates()
  @Policy('admin', 'recruiter')
  @ApiOperation({
    summary: 'State that a competency is, or is near to, a thing of another framework',
    description:
      'An exact one turns credentials that name the other thing into holdings of the competency, and lets either stand for ' +
      'the other in rankings; one hop is taken, never two. The other relations are kept and shown. It stays over versions.',
  })
  @ApiCreatedResponse({ type: CrosswalkCreatedDto })
  async create(
    @Body() body: CreateCrosswalkDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CrosswalkCreatedDto> {
    const id = await this.unitOfWork.run(principal.organizationId, (tx) => this.crosswalks.create(tx, body, principal));
    return { id };
  }

  @Post('imports')
  @HttpCode(200)
  @Creates()
  @BodyLimit(MAX_CROSSWALK_BYTES)
  @Policy('admin', 'recruiter')
  @ApiConsumes(CSV)
  @ApiBody({ schema: { type: 'string', example: CSV_EXAMPLE } })
  @ApiOperation({
    summary: 'State many crosswalks by a table',
    description:
      'CSV with the columns `competency`, `relation` and `to`, and `label` and `confidence` as wanted; also the crosswalks ' +
      'between ESCO and O*NET of the European Commission and of Nesta as they are. Each row is judged for itself; the same ' +
      'file again changes nothing. At most 8 MiB and 20,000 rows.',
  })
  @ApiOkResponse({ type: ImportedCrosswalksDto })
  import(
    @Headers('content-type') contentType: string | undefined,
    @RawBody() body: Buffer,
    @Query() { dryRun }: CrosswalkImportQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ImportedCrosswalks> {
    if (!/^text\/csv\s*(;|$)/i.test(contentType ?? '')) {
      throw new UnsupportedType('crosswalk-type-not-accepted', 'Send the table as text/csv.');
    }
    return this.imports.run(body, dryRun === 'true', principal);
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('admin', 'recruiter')
  @ApiOperation({ summary: 'Take a crosswalk back that a person stated; what it decided is mapped again' })
  @ApiNoContentResponse()
  async delete(@Param('id', idOf('crosswalk')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.unitOfWork.run(principal.organizationId, (tx) => this.crosswalks.delete(tx, id, principal));
  }
}
