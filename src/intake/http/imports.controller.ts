import { Readable } from 'node:stream';
import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
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
import { BodyLimit, Creates, idOf, RawBody } from '../../platform/http/index.js';
import { type Operation, operationUrl } from '../../platform/operations/index.js';
import { AcceptImport, IMPORT_OPERATION } from '../application/accept-import.js';
import { ImportResults } from '../application/import-results.js';
import { ImportTypeNotAccepted } from '../domain/import-errors.js';
import { MAX_IMPORT_BYTES } from '../domain/import-lines.js';
import { ImportAcceptedDto } from './import.dto.js';

const NDJSON = 'application/x-ndjson';
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
      'rejected for itself. At most 32 MiB, 100,000 lines, 1 MiB a line and 50 credentials a line.',
  })
  @ApiConsumes(NDJSON)
  @ApiBody({ schema: { type: 'string', example: LINE_EXAMPLE } })
  @ApiAcceptedResponse({ type: ImportAcceptedDto })
  async import(
    @Headers('content-type') contentType: string | undefined,
    @RawBody() body: Buffer,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Operation & { resultsUrl: string }> {
    if (!isNdjson(contentType)) throw new ImportTypeNotAccepted();
    const { id, lines } = await this.accept.run(body, principal);
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

  @Get(':id/results')
  @Policy('admin', 'recruiter', 'integration', 'auditor')
  @ApiOperation({ summary: 'What became of each line so far, one as JSON on each line, in the order of the input' })
  @ApiProduces(NDJSON)
  @ApiOkResponse({
    description: '`{line, status: created|updated|rejected, candidateId?, credentials?: [{id, duplicate}], problem?}`',
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

function isNdjson(header: string | undefined): boolean {
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return NDJSON_TYPES.includes(type) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}
