import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { Creates, idOf } from '../../platform/http/index.js';
import { type AnchorContent, type TrustAnchor, TrustAnchors } from '../../trust/index.js';
import { certificateFacts, readCertificateText } from '../domain/keys/index.js';
import { TrustAnchorDto, TrustedAnchorDto, TrustedAnchorListDto } from './trust-anchors.dto.js';

@ApiTags('issuers')
@Controller('v1/trust-anchors')
export class TrustAnchorsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly anchors: TrustAnchors,
  ) {}

  @Post()
  @Creates()
  @Policy('admin')
  @ApiOperation({
    summary: 'Trust an authority about whose certificate is whose; what came with certificates is verified again',
  })
  @ApiCreatedResponse({ type: TrustedAnchorDto })
  async trust(@Body() body: TrustAnchorDto, @CurrentPrincipal() principal: Principal): Promise<TrustedAnchorDto> {
    const content = anchorOf(body);
    return presented(
      await this.unitOfWork.run(principal.organizationId, (tx) => this.anchors.trust(tx, content, principal)),
    );
  }

  /** At most 100 are kept, so there is one page. */
  @Get()
  @Policy('admin', 'auditor')
  @ApiOperation({ summary: 'Authorities that your organization trusts' })
  @ApiOkResponse({ type: TrustedAnchorListDto })
  async list(@CurrentPrincipal() { organizationId }: Principal): Promise<TrustedAnchorListDto> {
    const anchors = await this.unitOfWork.run(organizationId, (tx) => this.anchors.all(tx));
    return { data: anchors.map(presented) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('admin')
  @ApiOperation({ summary: 'No longer trust an authority' })
  @ApiNoContentResponse()
  withdraw(@Param('id', idOf('trust anchor')) id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.unitOfWork.run(principal.organizationId, (tx) => this.anchors.withdraw(tx, id, principal));
  }
}

/** @throws {Invalid} for anything but one certificate of an authority */
function anchorOf({ certificate: text, reason }: TrustAnchorDto): AnchorContent {
  const reading = readCertificateText(text);
  const refuse = (code: string, message: string) =>
    new Invalid('unusable-certificate', 'This certificate cannot be trusted.', [
      { pointer: '/certificate', code, message },
    ]);
  if (!reading.ok) throw refuse('malformed-certificate', reading.detail);
  const [certificate, ...others] = reading.chain;
  if (!certificate || others.length > 0) throw refuse('several-certificates', 'must be one certificate');
  if (!certificate.authority) throw refuse('no-authority', 'must be one that may certify others');
  const { sha256, subject, validUntil } = certificateFacts(certificate);
  return { sha256, certificate: certificate.x509.raw.toString('base64'), subject, validUntil, reason };
}

function presented({ certificate: _der, ...anchor }: TrustAnchor): TrustedAnchorDto {
  return anchor;
}
