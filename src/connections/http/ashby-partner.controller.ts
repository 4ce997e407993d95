import { Controller, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { Config } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { parseStrictJson, RawBody } from '../../platform/http/index.js';
import { Assessments } from '../application/assessments.js';
import { AuthenticatePartner } from '../application/authenticate-partner.js';
import { StartAssessment } from '../application/start-assessment.js';
import { CannotStartAssessment } from '../domain/assessment-errors.js';
import { readAshbyStart } from '../domain/reading/assessment-requests.js';
import { requiredId } from '../domain/reading/fields.js';
import { baseUrlOf } from './base-url-of.js';

/** The interface that Ashby asks of an assessment partner. A type of assessment is a published role profile. */
@ApiTags('assessments')
@ApiSecurity({})
@Public()
@Controller('v1/partners/ashby/:connectionId')
export class AshbyPartnerController {
  constructor(
    private readonly authenticate: AuthenticatePartner,
    private readonly assessments: Assessments,
    private readonly startAssessment: StartAssessment,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  @Post('assessment.list')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ashby: the published role profiles as types of assessments' })
  @ApiOkResponse()
  async list(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
    @RawBody() _body: Buffer,
  ): Promise<object> {
    const { organizationId } = await this.authenticate.run(connectionId, 'ashby', authorization);
    const tests = await this.unitOfWork.run(organizationId, (tx) => this.assessments.tests(tx));
    const results = tests.map(({ roleProfileId, title }) => ({ assessment_type_id: roleProfileId, name: title }));
    return { success: true, results };
  }

  @Post('assessment.start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ashby: score a candidate against a role profile' })
  @ApiOkResponse()
  async start(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
    @RawBody() body: Buffer,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    const connection = await this.authenticate.run(connectionId, 'ashby', authorization);
    const wanted = readAshbyStart(parseStrictJson(body));
    try {
      const id = await this.startAssessment.run(connection, wanted, baseUrlOf(request, this.config));
      return { success: true, results: { assessment_id: id } };
    } catch (error) {
      throw error instanceof DomainError ? new CannotStartAssessment(error) : error;
    }
  }

  @Post('assessment.cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ashby: give an assessment up; one that has ended stays as it is' })
  @ApiOkResponse()
  async cancel(
    @Param('connectionId') connectionId: string,
    @Headers('authorization') authorization: string | undefined,
    @RawBody() body: Buffer,
  ): Promise<object> {
    const connection = await this.authenticate.run(connectionId, 'ashby', authorization);
    const id = requiredId(parseStrictJson(body), '/assessment_id', '/assessmentId');
    await this.unitOfWork.run(connection.organizationId, (tx) => this.assessments.cancel(tx, connection, id));
    return { success: true, results: { assessment_id: id } };
  }
}
