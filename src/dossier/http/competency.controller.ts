import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HoldingStore } from '../../candidates/index.js';
import { CompetencyPages } from '../../frameworks/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { idOf, mediaTypeWanted, NotAcceptable } from '../../platform/http/index.js';
import { competencyConcept } from '../domain/competency-concept.js';
import { presentCompetency } from './competency-view.js';
import { CompetencyDto } from './competency.dto.js';

const [JSON_TYPE, JSON_LD_TYPE] = ['application/json', 'application/ld+json'] as const;

@ApiTags('frameworks')
@Controller('v1/competencies')
export class CompetencyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: CompetencyPages,
    private readonly holdings: HoldingStore,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor')
  @ApiOperation({
    summary: 'One competency with all that is known of it',
    description:
      'Labels, hierarchy, occupations, crosswalks, worded levels, versions and how many candidates hold it. With ' +
      '`Accept: application/ld+json` it is a concept of SKOS with its context; an `Accept` that names neither form is ' +
      'answered with 406.',
  })
  @ApiExtraModels(CompetencyDto)
  @ApiOkResponse({
    description: '',
    content: {
      [JSON_TYPE]: { schema: { $ref: getSchemaPath(CompetencyDto) } },
      [JSON_LD_TYPE]: { schema: { type: 'object', additionalProperties: true } },
    },
  })
  async one(
    @Param('id', idOf('competency')) id: string,
    @Headers('accept') accept: string | undefined,
    @CurrentPrincipal() { organizationId }: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = mediaTypeWanted(accept, [JSON_TYPE, JSON_LD_TYPE]);
    if (wanted === undefined) throw new NotAcceptable([JSON_TYPE, JSON_LD_TYPE]);
    const { page, holders } = await this.unitOfWork.run(organizationId, async (tx) => ({
      page: await this.pages.of(tx, id),
      holders: await this.holdings.holders(tx, id, this.clock.now()),
    }));
    await reply
      .header('vary', 'accept')
      .header('link', `</v1/competencies/${page.description.id}>; rel="canonical"`)
      .type(`${wanted}; charset=utf-8`)
      .send(JSON.stringify(wanted === JSON_TYPE ? presentCompetency(page, holders) : competencyConcept(page)));
  }
}
