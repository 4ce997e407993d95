import { Readable } from 'node:stream';
import { Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
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
import { BodyLimit, Creates, csvLine, idOf, RawBody } from '../../platform/http/index.js';
import { type Operation, operationUrl } from '../../platform/operations/index.js';
import { AcceptImport, type HandedInImport, IMPORT_OPERATION } from '../application/accept-import.js';
import { ImportResults } from '../application/import-results.js';
import { CSV_COLUMNS } from '../domain/csv-columns.js';
import { ImportTypeNotAccepted } from '../domain/import-errors.js';
import { MAX_IMPORT_BYTES } from '../domain/import-lines.js';
import { CsvGuideDto, ImportAcceptedDto, ImportQueryDto } from './import.dto.js';

const NDJSON = 'application/x-ndjson';
const CSV = 'text/csv';
/** Names under which the same format goes. */
const NDJSON_TYPES: readonly string[] = [NDJSON, 'application/ndjson', 'application/jsonl', 'application/jsonlines'];
const LINE_EXAMPLE =
  '{"externalIds":[{"system":"ats","id":"1"}],"name":"Amara Diallo","credentials":["eyJhbGciOi..."]}\n';

@ApiTags('imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly accept: AcceptImport,
    private readonly results: ImportResults,
  ) {}

  @Post()
  @HttpCode(202)
  @Creates()
  @BodyLimit(MAX_IMPORT_BYTES)
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({
    summary: 'Many candidates with their credentials, one as JSON on each line',
    description:
      'A line is the body of POST /v1/candidates plus `credentials`: a list whose entries are a document as JSON object, ' +
      'a document as text, `base64:` and its bytes, or `{document, contentType, fileName}`. Each line is taken in or ' +
      'rejected for itself. At most 32 MiB, 100,000 lines, 1 MiB a line and 50 credentials a line. Or CSV with the columns ' +
      'of GET /v1/imports/columns.',
  })
  @ApiConsumes(NDJSON, CSV)
  @ApiBody({ schema: { type: 'string', example: LINE_EXAMPLE } })
  @ApiAcceptedResponse({ type: ImportAcceptedDto })
  async import(
    @Headers('content-type') contentType: string | undefined,
    @RawBody() body: Buffer,
    @Query() query: ImportQueryDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Operation & { resultsUrl: string }> {
    const handedIn = { format: formatOf(contentType), body, dryRun: query.dryRun === 'true' };
    const { id, lines } = await this.accept.run(handedIn, principal);
    void reply.header('location', operationUrl(id));
    return {
      id,
      kind: IMPORT_OPERATION,
      state: 'queued',
      progress: { done: 0, total: lines },
      result: null,
      error: null,
      resultsUrl: `/v1/imports/${id}/results`,
    };
  }

  @Get('columns')
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'The columns that a CSV import may have' })
  @ApiOkResponse({ type: CsvGuideDto })
  columns(): CsvGuideDto {
    const table = [CSV_COLUMNS.map(({ name }) => name), CSV_COLUMNS.map(({ example }) => example)];
    return { columns: [...CSV_COLUMNS], example: table.map(csvLine).join('') };
  }

  @Get(':id/results')
  @Policy('admin', 'recruiter', 'integration', 'auditor')
  @ApiOperation({ summary: 'What became of each line so far, one as JSON on each line, in the order of the input' })
  @ApiProduces(NDJSON)
  @ApiOkResponse({
    description:
      '`{line, status: created|updated|rejected, candidateId?, credentials?: [{id, duplicate}], problem?}`; of a dry run ' +
      'without ids of what it would make',
  })
  async lines(
    @Param('id', idOf('import')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.results.stream(principal.organizationId, id);
    await reply.header('content-type', NDJSON).send(Readable.from(lines));
  }
}

/** @throws {ImportTypeNotAccepted} */
function formatOf(header: string | undefined): HandedInImport['format'] {
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (isUtf8 && NDJSON_TYPES.includes(type)) return 'ndjson';
  if (isUtf8 && type === CSV) return 'csv';
  throw new ImportTypeNotAccepted();
}
