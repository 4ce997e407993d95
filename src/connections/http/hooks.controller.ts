import { Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiSecurity,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { Config } from '../../platform/config/index.js';
import { BodyLimit, RawBody } from '../../platform/http/index.js';
import { ReceiveHook } from '../application/receive-hook.js';
import type { DeliveryHeaders } from '../domain/signature/place.js';
import { baseUrlOf } from './base-url-of.js';
import { HookEventDto, HookReceiptDto, presentReceipt } from './hook.dto.js';

const MAX_BODY_BYTES = 1024 * 1024;

@ApiTags('connections')
@Controller('v1/hooks')
export class HooksController {
  constructor(
    private readonly receive: ReceiveHook,
    private readonly config: Config,
  ) {}

  @Post(':connectionId')
  @HttpCode(202)
  @BodyLimit(MAX_BODY_BYTES)
  @Public()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'A delivery of an HR system, signed as that system signs, over the exact bytes',
    description:
      'A repeat of a delivery gets the first answer and `Idempotent-Replay: true`. Events may come in any order: what is ' +
      'older than what is known changes nothing. The body and headers here are those of `standard`; other systems send ' +
      'theirs. Greenhouse, Workable and Recruitee are answered 200 instead of 202, which they do not count.',
  })
  @ApiHeader({ name: 'webhook-id', required: false })
  @ApiHeader({ name: 'webhook-timestamp', required: false, description: 'Seconds since 1970, at most 300 off' })
  @ApiHeader({ name: 'webhook-signature', required: false, description: '`v1,<base64>`, several apart by blanks' })
  @ApiBody({ type: HookEventDto })
  @ApiAcceptedResponse({ type: HookReceiptDto })
  @ApiOkResponse({ type: HookReceiptDto, description: 'The same, and every test of the set-up' })
  async deliver(
    @Param('connectionId') connectionId: string,
    @Headers() headers: DeliveryHeaders,
    @RawBody() body: Buffer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HookReceiptDto> {
    const receipt = await this.receive.run({ connectionId, headers, body, baseUrl: baseUrlOf(request, this.config) });
    void reply.status(receipt.status);
    if (receipt.echo !== undefined) void reply.header(receipt.echo.header, receipt.echo.value);
    if (receipt.replayed) void reply.header('idempotent-replay', 'true');
    return presentReceipt(receipt);
  }
}
