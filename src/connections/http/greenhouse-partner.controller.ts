import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { Config } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { parseStrictJson, RawBody } from '../../platform/http/index.js';
import { Assessments } from '../application/assessments.js';
import { AuthenticatePartner } from '../application/authenticate-partner.js';
import { StartAssessment } from '../application/start-assessment.js';
import type { Assessment } from '../domain/assessment.js';
import { lineOf } from '../domain/reading/fields.js';
import { readSendTest } from '../domain/reading/assessment-requests.js';
import { valueAt } from '../domain/signature/place.js';
import { baseUrlOf } from './base-url-of.js';

const MAX_PROBLEM = 500;

/** The interface that Greenhouse asks of an assessment partner, word for word. A test is a published role profile. */
@ApiTags('assessments')
@ApiSecurity({})
@Public()
@Controller('v1/partners/greenhouse/:connectionId')
export class GreenhousePartnerController {
  constructor(
    private readonly authenticate: AuthenticatePartner,
    private readonly assessments: Assessments,
    private readonly startAssessment: StartAssessment,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  @Get('list_tests')
  @ApiOperation({ summary: 'Greenhouse: the published role profiles as tests' })
  @ApiOkResponse()
  async listTests(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<object[]> {
    const { organizationId } = await this.authenticate.run(connectionId, 'greenhouse', authorization);
    const tests = await this.unitOfWork.run(organizationId, (tx) => this.assessments.tests(tx));
    return tests.map(({ roleProfileId, title }) => ({ partner_test_id: roleProfileId, partner_test_name: title }));
  }

  @Post('send_test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Greenhouse: score a candidate against a role profile; sending the same again starts nothing',
  })
  @ApiOkResponse()
  async sendTest(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
    @RawBody() body: Buffer,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    const connection = await this.authenticate.run(connectionId, 'greenhouse', authorization);
    const wanted = readSendTest(parseStrictJson(body));
    return {
      partner_interview_id: await this.startAssessment.run(connection, wanted, baseUrlOf(request, this.config)),
    };
  }

  @Get('test_status')
  @ApiOperation({ summary: 'Greenhouse: whether a score is there, and which' })
  @ApiOkResponse()
  async testStatus(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
    @Query('partner_interview_id') id = '',
  ): Promise<object> {
    const connection = await this.authenticate.run(connectionId, 'greenhouse', authorization);
    const found = await this.unitOfWork.run(connection.organizationId, (tx) => this.assessments.of(tx, connection, id));
    return statusOf(found);
  }

  @Post('response_error')
  @HttpCode(200)
  @ApiOperation({ summary: 'Greenhouse: what it could not use of an answer' })
  @ApiOkResponse()
  async responseError(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
    @RawBody() body: Buffer,
  ): Promise<object> {
    const connection = await this.authenticate.run(connectionId, 'greenhouse', authorization);
    const json = parseStrictJson(body);
    const id = valueAt(json, '/partner_interview_id');
    const problem = lineOf(JSON.stringify(valueAt(json, '/errors') ?? []), MAX_PROBLEM) ?? '';
    if (typeof id !== 'string') return {};
    await this.unitOfWork
      .run(connection.organizationId, (tx) => this.assessments.noteProblem(tx, connection, id, problem))
      .catch(passOverUnknown);
    return {};
  }
}

/** An answer must be accepted whatever it is about. */
function passOverUnknown(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'assessment-not-found') throw error;
}

function statusOf({ state, score, problem, reportUrl, startedAt, finishedAt }: Assessment): object {
  const at = (instant: Date | null): string => instant?.toISOString() ?? '';
  const metadata = { 'Started At': at(startedAt), 'Completed At': at(finishedAt) };
  if (state === 'waiting') return { partner_status: 'pending', metadata: { 'Started At': at(startedAt) } };
  // Greenhouse asks until it hears `complete`, so that is also said of what has no score.
  const told = { partner_status: 'complete', partner_profile_url: reportUrl };
  if (state !== 'completed') return { ...told, metadata: { ...metadata, Notes: `No score: ${problem ?? state}` } };
  return { ...told, partner_score: Number(score), metadata };
}
