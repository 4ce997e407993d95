import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '../../identity/index.js';
import { supportMatrix, type SupportMatrix } from '../domain/support-matrix.js';
import { SupportMatrixDto } from './support-matrix.dto.js';

@ApiTags('verification')
@Controller('v1/verification')
export class FormatsController {
  @Get('formats')
  @Policy('admin', 'recruiter', 'hiring_manager', 'integration', 'auditor', 'candidate')
  @ApiOperation({ summary: 'What can be verified: formats, suites, algorithms, keys, status types and checks' })
  @ApiOkResponse({ type: SupportMatrixDto })
  formats(): SupportMatrix {
    return supportMatrix();
  }
}
