import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Egress } from '../../platform/egress/index.js';
import { Creates, idOf } from '../../platform/http/index.js';
import { TrustRegistries } from '../application/registries/trust-registries.js';
import { newRegistry, uploadedEntries } from '../domain/registries/new-registry.js';
import type { TrustRegistry } from '../domain/registries/trust-registry.js';
import {
  IssuerListDto,
  RegisteredRegistryDto,
  RegisteredRegistryListDto,
  TrustRegistryDto,
} from './trust-registries.dto.js';

@ApiTags('issuers')
@Controller('v1/trust-registries')
export class TrustRegistriesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registries: TrustRegistries,
    private readonly egress: Egress,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Creates()
  @Policy('admin')
  @ApiOperation({ summary: 'Ask a registry about issuers from now on; issuers that it lists are recognized' })
  @ApiCreatedResponse({ type: RegisteredRegistryDto })
  async register(
    @Body() body: TrustRegistryDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredRegistryDto> {
    const { registry, uploaded } = newRegistry(body, (url) => this.egress.refusal(url)?.detail);
    const made = await this.unitOfWork.run(principal.organizationId, (tx) =>
      this.registries.register(tx, registry, uploaded, principal),
    );
    void reply.header('location', `/v1/trust-registries/${made.id}`);
    return this.presented(made);
  }

  /** At most 50 are registered, with 20 named by each, so there is one page. */
  @Get()
  @Policy('admin', 'recruiter', 'auditor')
  @ApiOperation({ summary: 'Registries that your organization asks, with the age of what was read' })
  @ApiOkResponse({ type: RegisteredRegistryListDto })
  async list(@CurrentPrincipal() { organizationId }: Principal): Promise<RegisteredRegistryListDto> {
    const registries = await this.unitOfWork.run(organizationId, (tx) => this.registries.all(tx));
    return { data: registries.map((registry) => this.presented(registry)) };
  }

  @Get(':id')
  @Policy('admin', 'recruiter', 'auditor')
  @ApiOperation({ summary: 'One registry' })
  @ApiOkResponse({ type: RegisteredRegistryDto })
  async one(
    @Param('id', idOf('trust registry')) id: string,
    @CurrentPrincipal() { organizationId }: Principal,
  ): Promise<RegisteredRegistryDto> {
    return this.presented(await this.unitOfWork.run(organizationId, (tx) => this.registries.one(tx, id)));
  }

  @Put(':id/issuers')
  @Policy('admin')
  @ApiOperation({ summary: 'Replace the issuers of a list that was uploaded' })
  @ApiOkResponse({ type: RegisteredRegistryDto })
  async upload(
    @Param('id', idOf('trust registry')) id: string,
    @Body() body: IssuerListDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RegisteredRegistryDto> {
    const entries = uploadedEntries(body);
    return this.presented(
      await this.unitOfWork.run(principal.organizationId, (tx) => this.registries.upload(tx, id, entries, principal)),
    );
  }

  @Post(':id/readings')
  @HttpCode(202)
  @Policy('admin')
  @ApiOperation({ summary: 'Read the registry now; it is read daily by itself' })
  @ApiAcceptedResponse({ type: RegisteredRegistryDto })
  async readAgain(
    @Param('id', idOf('trust registry')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RegisteredRegistryDto> {
    return this.presented(
      await this.unitOfWork.run(principal.organizationId, async (tx) => {
        await this.registries.readAgain(tx, id, principal);
        return this.registries.one(tx, id);
      }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('admin')
  @ApiOperation({ summary: 'No longer ask a registry' })
  @ApiNoContentResponse()
  remove(@Param('id', idOf('trust registry')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.unitOfWork.run(principal.organizationId, (tx) => this.registries.remove(tx, id, principal));
  }

  private presented(registry: TrustRegistry): RegisteredRegistryDto {
    const { fetchedAt } = registry;
    const ageMs = fetchedAt === null ? null : this.clock.now().getTime() - fetchedAt.getTime();
    return { ...registry, ageSeconds: ageMs === null ? null : Math.max(0, Math.floor(ageMs / 1000)) };
  }
}
